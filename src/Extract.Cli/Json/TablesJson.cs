using System.Text.Json;
using Extract.Records;
using Extract.Store;
using Extract.Tables;
using Extract.Text;

namespace Extract.Cli.Json;

/// <summary>extract.tables/1, and the grids inside extract.records/1.</summary>
internal static class TablesJson
{
    /// <summary>Written out as it is made: the text of a table of a million cells is gigabytes.</summary>
    public static void Write(TextWriter output, string file, IEnumerable<(Grid Grid, int Index)> grids) => JsonOut.Document(output, "tables", json =>
    {
        json.WriteString("file", file);
        json.Array("tables", grids, t => json.Item(() => Table(json, t.Grid, t.Index)));
    });

    public static void Record(Utf8JsonWriter json, Disclosure disclosure, Grid grid, int index) => json.Item(() =>
    {
        json.WriteNumber("id", index + 1);
        json.WriteString("form", StoredForms.FormOf(disclosure, index));
        json.WriteString("title", grid.Title.Text);
        json.WriteString("block", grid.Block);
        json.WriteString("unit", grid.Unit);
        json.WriteString("evidence", Names.Of(grid.Evidence));
        json.WriteNumber("confidence", Math.Round(grid.Confidence, 3));
        json.Array("pages", grid.Pages, page => json.WriteNumberValue(page));
        json.WriteNumber("header_rows", grid.HeaderRows);
        Rows(json, grid);
        json.Array("spans", grid.Cells.Where(c => c.Rows > 1 || c.Columns > 1), cell => json.Item(() => Span(json, cell)));
    });

    private static void Table(Utf8JsonWriter json, Grid grid, int index)
    {
        json.WriteNumber("id", index + 1);
        json.NumberOrNull("page", grid.Pages.IsDefaultOrEmpty ? null : grid.Pages[0]);
        json.Array("pages", grid.Pages, page => json.WriteNumberValue(page));
        json.WriteString("title", grid.Title.Text);
        json.WriteString("block", grid.Block);
        json.WriteString("unit", grid.Unit);
        json.WriteString("evidence", Names.Of(grid.Evidence));
        json.WriteNumber("confidence", Math.Round(grid.Confidence, 3));
        Box(json, grid);
        json.WriteNumber("header_rows", grid.HeaderRows);
        json.WriteNumber("stub_columns", grid.StubColumns);
        json.Array("column_names", grid.ColumnNames, name => json.WriteStringValue(name));
        json.Array("row_labels", grid.RowLabels, label => json.WriteStringValue(label));
        Rows(json, grid);
        json.Array("lanes", grid.Lanes, lane => json.Item(() => Lane(json, lane)));
        json.Array("cells", grid.Cells, cell => json.Item(() =>
        {
            Span(json, cell);
            json.WriteString("text", cell.Text);
            json.Place(cell.Printed);
        }));
    }

    /// <summary>One of the tables printed side by side: where it stands in the printed grid, and its own rows.</summary>
    private static void Lane(Utf8JsonWriter json, Lane lane)
    {
        json.WriteString("name", lane.Name);
        json.WriteNumber("column", lane.Column);
        json.WriteNumber("columns", lane.Grid.ColumnCount);
        json.WriteNumber("header_rows", lane.Grid.HeaderRows);
        json.Array("column_names", lane.Grid.ColumnNames, name => json.WriteStringValue(name));
        Rows(json, lane.Grid);
    }

    private static void Span(Utf8JsonWriter json, Cell cell)
    {
        json.WriteNumber("row", cell.Row);
        json.WriteNumber("column", cell.Column);
        json.WriteNumber("rows", cell.Rows);
        json.WriteNumber("columns", cell.Columns);
    }

    private static void Rows(Utf8JsonWriter json, Grid grid) => json.Array("rows", grid.ToRows(), row =>
    {
        json.WriteStartArray();
        foreach (var printed in row) json.WriteStringValue(printed.Text);
        json.WriteEndArray();
    });

    /// <summary>The box on the first page that holds the cells, in points; null where the format has no boxes.</summary>
    private static void Box(Utf8JsonWriter json, Grid grid)
    {
        var boxes = grid.Cells.SelectMany(c => c.Printed.Places).OfType<PagePlace>().ToArray();
        if (boxes.Length == 0)
        {
            json.WriteNull("box");
            return;
        }
        boxes = [.. boxes.Where(b => b.Page == boxes[0].Page)];
        json.Array(
            "box",
            [boxes.Min(b => b.Left), boxes.Min(b => b.Top), boxes.Max(b => b.Right), boxes.Max(b => b.Bottom)],
            (double edge) => json.WriteNumberValue(Math.Round(edge, 2)));
    }
}

using System.Text;
using Extract.Documents;
using Extract.Tables;
using Extract.Tests.Documents;
using Extract.Tests.Tables.Printed;

namespace Extract.Tests.Tables.Surfaces;

/// <summary>The same table as glyphs on a page, as Word cells and as spaced text is one and the same grid.</summary>
public sealed class OneTableThreeSurfaces
{
    public static TheoryData<string> Kinds => [.. SurfaceTables.All.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Glyphs_between_rules_give_the_grid_that_was_meant(string kind) => Same(kind, Printed(SurfaceTables.All[kind]));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Glyphs_between_three_lines_give_the_grid_that_was_meant(string kind) => Same(kind, Printed(SurfaceTables.All[kind] with { Kind = TableKind.ThreeLine }));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Word_cells_give_the_grid_that_was_meant(string kind) => Same(kind, Read(WordTable.Of(SurfaceTables.All[kind]), "table.docx"));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Text_typed_with_blanks_gives_the_grid_that_was_meant(string kind) => Same(kind, Spaced(kind, Counting.DisplayWidths, 0));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Text_that_a_program_printed_gives_the_grid_that_was_meant(string kind) => Same(kind, Spaced(kind, Counting.Characters, 0));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Blank_lines_between_the_rows_change_nothing(string kind) => Same(kind, Spaced(kind, Counting.Characters, 1));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Each_cell_of_spaced_text_keeps_the_place_where_it_is_typed(string kind)
    {
        var text = SpacedTable.Of(SurfaceTables.All[kind], Counting.DisplayWidths, 0);
        var lines = text.Split('\n');
        foreach (var cell in Only(Extraction.Read(Readers.Open("table.txt", Encoding.UTF8.GetBytes(text)))).Cells.Where(static cell => !cell.Printed.IsBlank))
        {
            var places = cell.Printed.Places.Cast<Text.TextPlace>().ToList();
            Assert.Equal(cell.Text, string.Concat(places.Select(place => At(lines[place.Line - 1], place.FromColumn, place.ToColumn))));
        }
    }

    /// <summary>The characters of a line from one display column to another.</summary>
    private static string At(string line, int from, int to)
    {
        var column = 1;
        var found = new StringBuilder();
        foreach (var c in line)
        {
            if (column >= from && column <= to) found.Append(c);
            column += Text.DisplayWidth.Of(c);
        }
        return found.ToString();
    }

    private static Grid Printed(PlannedTable table) => Only(Extraction.Read(TableTypesetter.Set(table)));

    private static Grid Spaced(string kind, Counting counting, int blankLines) => Read(Encoding.UTF8.GetBytes(SpacedTable.Of(SurfaceTables.All[kind], counting, blankLines)), "table.txt");

    private static Grid Read(byte[] bytes, string name) => Only(Extraction.Read(OfficeFile.Open(bytes, name)));

    private static Grid Only(Extract.Records.Disclosure read) => Assert.Single(read.Tables);

    private static void Same(string kind, Grid grid)
    {
        var meant = SurfaceTables.All[kind];
        Assert.Equal(meant.Cells.Select(static cell => $"{cell.Row},{cell.Column} {cell.Rows}x{cell.Columns} {cell.Text}").Order(StringComparer.Ordinal),
            grid.Cells.Where(static cell => !cell.Printed.IsBlank).Select(static cell => $"{cell.Row},{cell.Column} {cell.Rows}x{cell.Columns} {cell.Text}").Order(StringComparer.Ordinal));
        Assert.Equal((meant.HeaderRows, meant.Rows, meant.Columns, meant.Title, "万元"), (grid.HeaderRows, grid.RowCount, grid.ColumnCount, grid.Title.Text, grid.Unit));
    }
}

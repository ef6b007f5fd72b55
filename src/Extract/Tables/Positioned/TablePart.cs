using Extract.Layout.Positioned;
using Extract.Text;

namespace Extract.Tables.Positioned;

/// <summary>What one page holds of a table.</summary>
/// <param name="Grid">As it was seen.</param>
/// <param name="Sheet">Its page.</param>
/// <param name="Caption">What stands above it.</param>
/// <param name="OpensPage">No running text stands before it on its page.</param>
/// <param name="ClosesPage">No running text and no table stands behind it on its page.</param>
internal sealed record TablePart(PositionedGrid Grid, Sheet Sheet, Caption Caption, bool OpensPage, bool ClosesPage)
{
    private IReadOnlyList<IReadOnlyList<(int Column, string Text)>>? rows;
    private int header = -1;
    private IReadOnlyList<string>? heads;

    /// <summary>The filled cells of each row.</summary>
    public IReadOnlyList<IReadOnlyList<(int Column, string Text)>> Rows => rows ??= Filled();

    /// <summary>How many leading rows head the columns.</summary>
    public int Header => header >= 0 ? header : header = HeaderRows.Of(Top());

    /// <summary>The lines of its header, as they would be printed again.</summary>
    public IReadOnlyList<string> Heads => heads ??= [.. TextLine.Of(Grid.Cells.Where(cell => cell.Row < Header).SelectMany(static cell => cell.Words)).Select(static line => line.Key)];

    /// <summary>Its column borders in points.</summary>
    public IEnumerable<double> Borders => Grid.Sketch.Xs.Select(x => x.At * Sheet.EmPoints);

    /// <summary>How far the ink of each column reaches, in points; null for an empty column.</summary>
    public (double From, double To)?[] Ink()
    {
        var ink = new (double From, double To)?[Grid.Columns];
        foreach (var cell in Grid.Cells.Where(static cell => cell.Columns == 1 && cell.Words.Count > 0))
        {
            var (from, to) = (cell.Words.Min(static word => word.Box.Left) * Sheet.EmPoints, cell.Words.Max(static word => word.Box.Right) * Sheet.EmPoints);
            ink[cell.Column] = ink[cell.Column] is { } there ? (Math.Min(there.From, from), Math.Max(there.To, to)) : (from, to);
        }
        return ink;
    }

    /// <summary>The cells that begin in the row.</summary>
    public IEnumerable<SeenCell> Row(int row) => Grid.Cells.Where(cell => cell.Row == row);

    private List<IReadOnlyList<(int Column, string Text)>> Filled()
    {
        var byRow = Grid.Cells.Where(static cell => cell.Words.Count > 0).ToLookup(static cell => cell.Row);
        return [.. Enumerable.Range(0, Grid.Rows).Select(r => byRow[r].Select(static cell => (cell.Column, cell.Printed.Text)).ToList())];
    }

    /// <summary>The rows that are asked whether they head the columns, and one behind.</summary>
    private Grid Top() => new(
        Printed.Blank, "", "", Grid.Evidence, 1, 0, Math.Min(Grid.Rows, HeaderRows.Deepest + 1), Grid.Columns,
        [.. Grid.Cells.TakeWhile(static cell => cell.Row <= HeaderRows.Deepest).Select(static cell => new Cell(cell.Row, cell.Column, cell.Rows, cell.Columns, cell.Printed))], []);

    /// <summary>It by itself as a grid.</summary>
    public Grid ToGrid()
    {
        var grid = PageStitching.Join([this], Grid.Evidence);
        grid.HeaderRows = Header;
        return grid.Build();
    }
}

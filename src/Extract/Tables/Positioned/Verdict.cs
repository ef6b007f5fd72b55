using Extract.Layout.Positioned;

namespace Extract.Tables.Positioned;

/// <summary>
/// Whether what was rebuilt is a table. The weaker the evidence of its area, the more its filling must say: rules across and down need two
/// filled rows and columns; rules across need a river; white alone needs figures, or several columns filled throughout.
/// </summary>
internal static class Verdict
{
    /// <summary>So little of a grid known by white alone may be filled.</summary>
    private const double Sparse = 0.25;

    /// <summary>So many cells of a column of figures may be its heads.</summary>
    private const int Heads = 2;

    public static bool IsTable(PositionedGrid grid)
    {
        var filled = grid.Cells.Where(static cell => cell.Words.Count > 0).ToList();
        var (inRow, inColumn) = (new int[grid.Rows], new int[grid.Columns]);
        foreach (var cell in filled)
        {
            inRow[cell.Row]++;
            inColumn[cell.Column]++;
        }
        var rows = inRow.Count(static n => n > 0);
        var columns = inColumn.Count(static n => n > 0);
        if (rows < 2 || columns < 2 || IsStacked(filled) || Scales.IsIn(grid)) return false;
        var share = filled.Sum(static cell => cell.Rows * cell.Columns) / (double)(grid.Rows * grid.Columns);
        var several = inRow.Count(static n => n > 1);
        return grid.Area.Evidence switch
        {
            AreaEvidence.Gridded => several > 0 && (columns >= 0.6 * grid.Columns || IsRegular(grid)) && (rows >= 0.5 * grid.Rows || IsRegular(grid) && IsHeaded(grid)) && Keeps(grid, filled),
            AreaEvidence.Lined => share > 0.4 && several * 2 >= rows && Keeps(grid, filled) && !IsProse(filled),
            _ => several * 2 >= rows && IsAligned(filled, rows, columns, share) || several * 3 >= rows && rows > 2 && share >= Sparse && IsLedger(filled, columns, share) && !IsContents(filled, columns),
        };
    }

    /// <summary>Several figures under each other in one cell, again and again: the scale of a chart, or rows that were not seen.</summary>
    private static bool IsStacked(List<SeenCell> filled)
    {
        var values = filled.Count(static cell => cell.IsValue);
        var stacked = filled.Count(static cell => cell.Words.Count > 1 && cell.IsValue && cell.Lines.Count > 1 && !cell.IsBroken && cell.Lines.All(static line => Values.IsValue(line.Text)));
        return stacked > 1 && stacked * 10 > values;
    }

    /// <summary>Nearly every place of the grid has its own walls.</summary>
    private static bool IsRegular(PositionedGrid grid) => grid.Cells.Count >= 0.8 * grid.Rows * grid.Columns;

    /// <summary>Among the first rows every column has a head: a form that was left empty.</summary>
    private static bool IsHeaded(PositionedGrid grid) =>
        grid.Cells.Where(static cell => cell.Row < 4 && cell.Words.Count > 0).SelectMany(static cell => Enumerable.Range(cell.Column, cell.Columns)).Distinct().Count() == grid.Columns;

    /// <summary>Words stand between the borders of their rows; the labels of a chart stand across its lines.</summary>
    private static bool Keeps(PositionedGrid grid, List<SeenCell> filled)
    {
        var straddling = 0;
        foreach (var cell in filled)
            foreach (var word in cell.Words)
                if (word.Box.CentreY - 0.2 * word.Size < cell.Box.Top || word.Box.CentreY + 0.2 * word.Size > cell.Box.Bottom || IsCrossed(grid.Sketch, word)) straddling++;
        return straddling <= 0.15 * grid.Area.Words.Count;
    }

    /// <summary>True where a drawn rule runs down through the word.</summary>
    private static bool IsCrossed(Sketch sketch, Word word)
    {
        for (var x = sketch.Column(word.Box.Left); x <= sketch.Columns && sketch.Xs[x].At < word.Box.Right - 0.25 * word.Size; x++)
            if (sketch.Xs[x].At > word.Box.Left + 0.25 * word.Size && sketch.Xs[x].Level is { } level && level.Covers(word.Box.Top, word.Box.Bottom) > 0.9) return true;
        return false;
    }

    private static bool IsAligned(List<SeenCell> filled, int rows, int columns, double share)
    {
        if (rows < 3 || share < 0.45) return false;
        var body = filled.Where(static cell => cell.Column > 0).ToList();
        var values = body.Count(static cell => cell.IsValue);
        if (values >= 0.5 * body.Count && body.Count >= 3) return !IsContents(filled, columns);
        return columns >= 3 && rows >= 4 && share > 0.6 && !IsProse(filled);
    }

    /// <summary>Columns of figures alone beside columns of words, most of them without an amount: accounts side by side, accounts in groups.</summary>
    private static bool IsLedger(List<SeenCell> filled, int columns, double share)
    {
        var body = filled.Where(static cell => cell.Columns == 1 && cell.Column > 0).ToLookup(static cell => cell.Column);
        var figures = body.Select(static column => (Values: column.Count(static cell => cell.IsValue), All: column.Count()))
            .Where(static column => column.Values >= 2 && column.Values * 5 >= 4 * (column.All - Heads)).Select(static column => column.Values).ToList();
        if (IsProse(filled)) return false;
        return figures.Count > 1 && figures.Sum() > 4 || columns > 2 && share >= 0.45 && figures.Exists(static values => values > 2);
    }

    /// <summary>Cells of many words are text in columns.</summary>
    private static bool IsProse(List<SeenCell> filled)
    {
        var lengths = filled.Select(static cell => cell.Printed.Text.Length).Order().ToList();
        return lengths[lengths.Count / 2] > 36 && filled.Count(static cell => cell.IsValue) < 0.15 * filled.Count;
    }

    /// <summary>Titles and page numbers that only rise: a contents page.</summary>
    private static bool IsContents(List<SeenCell> filled, int columns)
    {
        var last = filled.GroupBy(static cell => cell.Row).Select(static row => row.OrderBy(static cell => cell.Column).Last()).Where(static cell => cell.Column > 0).ToList();
        var pages = last.Select(static cell => int.TryParse(cell.Printed.Text.Trim('.', '·', '…', '-', ' '), out var page) ? page : -1).ToList();
        return columns <= 3 && pages.Count >= 3 && pages.TrueForAll(static page => page >= 0) && pages.Zip(pages.Skip(1), static (a, b) => a <= b).All(static rises => rises) && pages.Distinct().Count() > 1
            && filled.Where(static cell => cell.Column == 0).Average(static cell => cell.Printed.Text.Length) > 6;
    }
}

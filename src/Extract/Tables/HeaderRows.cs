using Extract.Layout.Positioned;
using Extract.Text;

namespace Extract.Tables;

/// <summary>How many leading rows of a grid head its columns: one law for every surface.</summary>
internal static class HeaderRows
{
    private const int Most = 6;

    /// <summary>Beyond so many rows nothing is asked of a header: a sheet may have a million.</summary>
    public const int Deepest = 32;

    /// <summary>The count of leading rows that are header; 0 where the grid begins with its body.</summary>
    public static int Of(Grid grid)
    {
        if (grid.RowCount > Deepest) grid = grid with { RowCount = Deepest, Cells = [.. grid.Cells.Where(static cell => cell.Row < Deepest)] };
        var rows = Enumerable.Range(0, Math.Min(grid.RowCount, Most)).Select(static _ => new List<Cell>()).ToArray();
        foreach (var cell in grid.Cells)
            if (cell.Row < rows.Length && !cell.Printed.IsBlank) rows[cell.Row].Add(cell);
        var count = BeforeFigures(rows) is var figures && figures >= 0 ? figures : Structural(grid);
        if (count == 0) return 0;
        count = Math.Min(Widened(grid, count), Math.Max(0, count == grid.RowCount ? count : grid.RowCount - 1));
        return IsForm(rows, count, grid.ColumnCount) ? Math.Min(1, count) : count;
    }

    /// <summary>True for a row that numbers the columns: 栏次 1 2 3 ….</summary>
    public static bool IsNumbering(IReadOnlyList<Cell> row)
    {
        var numbers = row.Select(static cell => int.TryParse(cell.Text.Trim('(', ')', '（', '）'), out var n) ? n : -1).Where(static n => n >= 0).ToList();
        return numbers.Count >= 2 && numbers.Count >= row.Count - 1 && numbers[0] == 1 && numbers.Zip(numbers.Skip(1), static (a, b) => b == a + 1).All(static next => next);
    }

    /// <summary>Rows before the first that prints a figure beside its label; years, and the numbers of columns, are heads. -1 where no figure is printed.</summary>
    private static int BeforeFigures(List<Cell>[] rows)
    {
        for (var r = 0; r < rows.Length; r++)
        {
            var body = rows[r].Where(static cell => cell.Column > 0).ToList();
            if (r > 0 && IsNumbering(rows[r])) continue;
            var figures = body.Count(static cell => IsFigure(cell.Text));
            if (r > 0 && figures > 0 || r == 0 && (figures * 2 > body.Count || figures > 0 && rows[r].Exists(static cell => cell.Text[^1] is ':' or '：'))) return r;
            // A code or a row's number before words is a row of the body.
            if (r > 0 && rows[r].Count > 1 && rows[r][0].Column == 0 && IsFigure(rows[r][0].Text)) return r;
            if (r > 0 && rows[r] is [{ Column: < 3 } only] && IsTotal(only)) return r;
        }
        return -1;
    }

    /// <summary>A figure, as bodies print them; not a year, a range (15-24) or a name with a number (EU-15), which head columns.</summary>
    private static bool IsFigure(string text)
    {
        if (!Values.IsValue(text) || Values.IsYear(text)) return false;
        var key = Characters.Key(text);
        if (key.AsSpan().IndexOfAnyInRange('0', '9') < 0) return true;
        var dash = key.AsSpan(1).IndexOfAny('-', '–', '—') + 1;
        return !char.IsLetter(key[0]) && !(dash > 0 && char.IsAsciiDigit(key[dash - 1]) && dash + 1 < key.Length && char.IsAsciiDigit(key[dash + 1]));
    }

    /// <summary>Without figures the header ends where every column has a head of its own.</summary>
    private static int Structural(Grid grid)
    {
        var headed = new bool[grid.ColumnCount];
        if (headed.Length > 0) headed[0] = true;
        for (var r = 0; r < Math.Min(Most, grid.RowCount - 1); r++)
        {
            foreach (var cell in grid.Cells.Where(cell => cell.Row <= r && cell.Row + cell.Rows > r && cell.Columns == 1 && !cell.Printed.IsBlank)) headed[cell.Column] = true;
            if (Array.TrueForAll(headed, static head => head)) return r + 1;
        }
        if (grid.RowCount is > 1 and <= Most && IsUnderHeads(grid, grid.RowCount - 1)) return grid.RowCount;
        return Math.Min(1, Math.Max(0, grid.RowCount - 1));
    }

    /// <summary>True where the row divides heads of the row above it and prints nothing else: a form of which only the header is printed.</summary>
    private static bool IsUnderHeads(Grid grid, int row)
    {
        var own = grid.Cells.Where(cell => cell.Row == row && !cell.Printed.IsBlank).ToList();
        return own.Count > 1 && own.TrueForAll(cell => grid.Cells.Any(head => head.Row + head.Rows == row && head.Columns > 1 && !head.Printed.IsBlank && head.Column <= cell.Column && head.Column + head.Columns > cell.Column));
    }

    /// <summary>A header reaches as far down as its cells do.</summary>
    private static int Widened(Grid grid, int count) => Math.Max(count, grid.Cells
        .Where(cell => cell.Row < count && cell.Column > 0 && !cell.Printed.IsBlank).Select(static cell => cell.Row + cell.Rows).DefaultIfEmpty(count).Max());

    private static bool IsTotal(Cell cell) => Characters.Key(cell.Text) is "合计" or "总计" or "Total";

    /// <summary>
    /// A header has one head over the rows' labels, under wider ones at most: where the first column prints another label as wide as the last,
    /// these are rows of a form, each with its own name.
    /// </summary>
    private static bool IsForm(List<Cell>[] rows, int count, int columns)
    {
        var width = int.MaxValue;
        foreach (var row in rows.Take(count))
        {
            // The label of the total set too high stands among heads.
            if (IsNumbering(row) || row.Find(static cell => cell.Column == 0) is not { } label || IsTotal(label)) continue;
            // A cell over all columns is the table's title or its unit.
            if (label.Columns == columns && row.Count == 1) continue;
            if (label.Columns >= width) return true;
            width = label.Columns;
        }
        return false;
    }
}

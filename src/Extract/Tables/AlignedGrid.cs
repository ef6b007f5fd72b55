using Extract.Layout;
using Extract.Text;

namespace Extract.Tables;

/// <summary>
/// Rebuilds a grid from alignment: columns are what white rivers divide (stretches of x that no run of the body crosses, as in Breuel's
/// whitespace covers), rows are lines, and a line that fills only columns of words while the line before it was broken there goes on with
/// that line's row.
/// </summary>
internal static class AlignedGrid
{
    /// <summary>A river is at least this wide: two display columns.</summary>
    private const double River = 0.9;

    /// <summary>Rebuilds the grid of lines of two and more runs.</summary>
    public static GridBuilder Rebuild(IReadOnlyList<FlowLine> lines)
    {
        var columns = Columns(lines);
        var grid = new GridBuilder("", Evidence.Aligned);
        var row = -1;
        var filled = new bool[columns.Count];
        foreach (var line in lines)
        {
            var slots = line.Runs.Select(run => Slot(columns, run)).ToList();
            if (row < 0 || !Continues(line, slots, filled)) (row, filled) = (row + 1, new bool[columns.Count]);
            for (var k = 0; k < slots.Count; k++)
            {
                var (first, span) = slots[k];
                grid.Add(row, first, new Printed(Characters.Compact(line.Runs[k].Text), [line.Runs[k].Place]), 1, span);
                filled[first] = true;
            }
        }
        for (var r = 0; r < grid.Rows; r++)
            for (var c = 0; c < columns.Count; c++) grid.Add(r, c, Printed.Blank);
        grid.Confidence = 0.8;
        return grid;
    }

    /// <summary>A line goes on with the row before it where all it holds is words under words, and no number.</summary>
    private static bool Continues(FlowLine line, List<(int First, int Span)> slots, bool[] filled)
    {
        if (line.Gap > 0 || slots.Count >= filled.Length || slots.Count > 2 && slots.Count * 2 > filled.Length) return false;
        if (slots[0].First == 0 && slots.Count > 1) return false;
        for (var k = 0; k < slots.Count; k++)
        {
            if (!filled[slots[k].First] || slots[k].Span > 1) return false;
            if (Figures.FigureReader.Read(line.Runs[k].Text).Kind == Figures.EntryKind.Number) return false;
        }
        return true;
    }

    /// <summary>Left edges of the columns: what is between rivers.</summary>
    private static List<(double Left, double Right)> Columns(IReadOnlyList<FlowLine> lines)
    {
        // Lines of most runs show the columns; a title or a spanning head crosses rivers and must not close them.
        var most = lines.Max(static line => line.Runs.Count);
        var body = lines.Where(line => line.Runs.Count * 2 >= most && line.Runs.Count > 1).SelectMany(static line => line.Runs).OrderBy(static run => run.Box.Left);
        var columns = new List<(double Left, double Right)>();
        foreach (var run in body)
        {
            if (columns.Count > 0 && run.Box.Left < columns[^1].Right + River)
                columns[^1] = (columns[^1].Left, Math.Max(columns[^1].Right, run.Box.Right));
            else columns.Add((run.Box.Left, run.Box.Right));
        }
        return columns;
    }

    private static (int First, int Span) Slot(List<(double Left, double Right)> columns, Run run)
    {
        int first = -1, last = -1;
        for (var c = 0; c < columns.Count; c++)
        {
            if (run.Box.Left >= columns[c].Right || run.Box.Right <= columns[c].Left) continue;
            if (first < 0) first = c;
            last = c;
        }
        if (first >= 0) return (first, last - first + 1);
        var nearest = Enumerable.Range(0, columns.Count).MinBy(c => Math.Abs((columns[c].Left + columns[c].Right) / 2 - run.Box.CentreX));
        return (nearest, 1);
    }
}

using System.Collections.Immutable;
using Extract.Text;

namespace Extract.Tables;

/// <summary>One of the tables that a grid prints side by side: 收入 beside 支出, the economic accounts in two or three columns of accounts.</summary>
/// <param name="Name">The head that stands over all its columns; empty where none does.</param>
/// <param name="Column">Its first column in the printed grid, from 0.</param>
/// <param name="Grid">It by itself: the header, and the rows in which it prints something.</param>
public sealed record Lane(string Name, int Column, Grid Grid);

/// <summary>
/// Tells the lanes of a grid: behind figures the names of rows begin again, and what stands over these columns says so, by a head over all of
/// them or by heads that the first lane has too.
/// </summary>
internal static class Lanes
{
    /// <summary>The lanes from left to right; none where the grid is one table.</summary>
    public static ImmutableArray<Lane> Of(Grid grid)
    {
        if (grid.HeaderRows == 0 || grid.ColumnCount < 4) return [];
        var heads = new ColumnHeads(grid);
        var starts = Starts(heads, grid.ColumnCount);
        if (starts.Count < 2) return [];
        return [.. starts.Select((first, i) => (First: first, Last: (i + 1 < starts.Count ? starts[i + 1] : grid.ColumnCount) - 1))
            .Select(lane => new Lane(heads.Spanning(lane.First, lane.Last)?.Text ?? "", lane.First, Cut(grid, lane.First, lane.Last)))];
    }

    /// <summary>Where lanes begin, by what the columns are alone: at the first column, and where names stand again behind figures.</summary>
    /// <param name="names">For each column whether it names rows or holds figures; null for one that does neither.</param>
    public static List<int> Beginnings(IReadOnlyList<bool?> names)
    {
        var starts = new List<int> { 0 };
        var figures = false;
        for (var c = 0; c < names.Count; c++)
        {
            if (names[c] is not { } named) continue;
            if (named && figures) starts.Add(c);
            figures = !named;
        }
        return starts;
    }

    private static List<int> Starts(ColumnHeads heads, int columns)
    {
        if (heads.Kinds[0] is not (ColumnKind.Words or ColumnKind.Codes)) return [0];
        bool NamesRows(int c) => heads.Kinds[c] is ColumnKind.Words or ColumnKind.Codes || heads.Kinds[c] == ColumnKind.Blank && heads.Leaf(c).Length > 0 && heads.Leaf(c) == heads.Leaf(0);
        var starts = Beginnings([.. Enumerable.Range(0, columns).Select(c => (bool?)NamesRows(c))]);
        // Remarks behind the figures begin no lane.
        if (Enumerable.Range(starts[^1], columns - starts[^1]).All(NamesRows)) starts.RemoveAt(starts.Count - 1);
        for (var i = starts.Count - 1; i > 0; i--)
            if (!IsSaid(heads, starts, i, columns)) starts.RemoveAt(i);
        return starts;
    }

    /// <summary>True where a head over all of the lane's columns, or one it has in common with the first lane, says that it is one.</summary>
    private static bool IsSaid(ColumnHeads heads, List<int> starts, int lane, int columns)
    {
        var (first, last) = (starts[lane], (lane + 1 < starts.Count ? starts[lane + 1] : columns) - 1);
        if (heads.Spanning(first, last) is not null && heads.Spanning(0, starts[1] - 1) is not null) return true;
        var known = Enumerable.Range(0, starts[1]).Select(heads.Leaf).Where(static leaf => leaf.Length > 0).ToHashSet();
        return Enumerable.Range(first, last - first + 1).Any(c => known.Contains(heads.Leaf(c)));
    }

    /// <summary>The columns of a lane as a grid: heads over several lanes are over each; a row stays where the lane prints something in it.</summary>
    private static Grid Cut(Grid grid, int first, int last)
    {
        var own = grid.Cells.Where(cell => cell.Column <= last && cell.Column + cell.Columns > first).ToList();
        var printed = own.Where(cell => cell.Column >= first && !cell.Printed.IsBlank).Select(static cell => cell.Row).ToHashSet();
        var rows = new int[grid.RowCount + 1];
        for (var r = 0; r < grid.RowCount; r++) rows[r + 1] = rows[r] + (r < grid.HeaderRows || printed.Contains(r) ? 1 : 0);
        var cells = ImmutableArray.CreateBuilder<Cell>();
        foreach (var cell in own)
        {
            var (from, to) = (Math.Max(cell.Column, first), Math.Min(cell.Column + cell.Columns, last + 1));
            var height = rows[Math.Min(grid.RowCount, cell.Row + cell.Rows)] - rows[cell.Row];
            if (height == 0) continue;
            cells.Add(new Cell(rows[cell.Row], from - first, height, to - from, cell.Column >= first || cell.Row < grid.HeaderRows ? cell.Printed : Printed.Blank));
        }
        return grid with { RowCount = rows[^1], ColumnCount = last - first + 1, Cells = cells.ToImmutable() };
    }
}

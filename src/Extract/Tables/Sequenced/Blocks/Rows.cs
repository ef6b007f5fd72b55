using Extract.Figures;
using Extract.Forms;

namespace Extract.Tables.Sequenced.Blocks;

/// <summary>
/// Gives cells their rows. A column with a cell in every row needs no more than its order; the cells of one that is blank in some rows fall, in
/// their order, to the rows beside which they were printed and of which they speak.
/// </summary>
internal sealed class Rows
{
    private readonly Plan plan;
    private readonly Piece[] pieces;
    private readonly IReadOnlyList<Woven> woven;
    private readonly List<BlockCell>[] cells;
    private readonly BlockCell[] cellOf;
    private readonly Dictionary<int, int> rowOfRun = [];

    private Rows(Plan plan, Piece[] pieces, IReadOnlyList<Woven> woven, List<BlockCell>[] cells)
    {
        (this.plan, this.pieces, this.woven, this.cells) = (plan, pieces, woven, cells);
        cellOf = new BlockCell[woven.Count];
        var open = new BlockCell?[cells.Length];
        var begun = cells.SelectMany(static column => column).ToDictionary(static cell => cell.Order);
        for (var w = 0; w < woven.Count; w++) cellOf[w] = begun.TryGetValue(w, out var cell) ? open[cell.Slot] = cell : open[woven[w].Slot]!;
    }

    /// <summary>Sets the row of every cell of a table.</summary>
    /// <returns>How many rows budget and indicators have, and what the doubtful places cost.</returns>
    public static (int Funds, int Indicators, double Cost) Set(Plan plan, Piece[] pieces, IReadOnlyList<Woven> woven, List<BlockCell>[] cells, int indicators)
    {
        var rows = new Rows(plan, pieces, woven, cells);
        var source = plan.IndexOf(Part.Funds, Field.Source);
        var funds = source < 0 ? 0 : cells[source].Count;
        rows.Whole(Part.Funds, funds, -1);
        var bare = rows.BareRow(indicators);
        rows.Whole(Part.Indicators, indicators, bare);
        var cost = rows.Sparse(Part.Funds, funds) + rows.Sparse(Part.Indicators, indicators);
        if (indicators > 0) cost += LevelRows.Set(plan, cells, indicators, rows.Beside, rows.Behind);
        return (funds, indicators, cost);
    }

    /// <summary>The row that its levels alone name: the first or the last, as its name stands among theirs; -1 for none.</summary>
    private int BareRow(int rows)
    {
        if (plan.BareRows == 0) return -1;
        var level = plan.IndexOf(Part.Indicators, Field.Level1);
        if (level < 0) return -1;
        var at = cells[level].FindIndex(static cell => Levels.IsBare(Levels.WithoutPoints(cell.Key)));
        return at < 0 ? -1 : at == 0 && cells[level].Count > 1 ? 0 : rows - 1;
    }

    private void Whole(Part part, int rows, int bare)
    {
        if (part == Part.Indicators && plan.Runs == rows)
            for (var run = 1; run <= rows; run++) rowOfRun[run] = run - 1;
        else
        {
            // A row printed cell by cell is its name's: it may be printed before rows that stand above it.
            var names = part == Part.Indicators ? plan.IndexOf(part, plan.Deepest) : -1;
            if (names >= 0)
            {
                InOrder(cells[names], rows, bare);
                foreach (var cell in cells[names].Where(cell => cell.Row >= 0 && Run(cell) > 0)) rowOfRun[Run(cell)] = cell.Row;
            }
            for (var s = 0; s < cells.Length; s++)
            {
                if (s == names || !IsOf(s, part)) continue;
                InTheirRuns(cells[s]);
                InOrder(cells[s], rows, plan.Slots[s].IsFull && plan.Slots[s].Field is not (Field.Weight or Field.Score) ? bare : -1);
            }
        }
        if (part == Part.Indicators) Linked(rows, bare);
    }

    private bool IsOf(int s, Part part) => plan.Slots[s] is var slot && slot.Part == part && slot.PointsOf == 0 && !plan.IsMerged(slot);

    private void InTheirRuns(List<BlockCell> own)
    {
        var taken = new HashSet<int>();
        foreach (var cell in own)
            if (rowOfRun.TryGetValue(Run(cell), out var row) && taken.Add(row)) cell.Row = row;
    }

    /// <summary>Cells without a row take the rows that are left, in order, if there are enough of them.</summary>
    private static void InOrder(List<BlockCell> own, int rows, int bare)
    {
        var loose = own.FindAll(static cell => cell.Row < 0);
        var free = Enumerable.Range(0, rows).Except(own.Select(static cell => cell.Row)).ToList();
        if (loose.Count < free.Count) free.Remove(bare);
        if (loose.Count < free.Count) return;
        for (var k = 0; k < loose.Count; k++) loose[k].Row = k < free.Count ? free[k] : rows - 1;
    }

    /// <summary>Cells of one row printed cell by cell stand in one row: where a column has not all its cells, the others of the row tell which they are.</summary>
    private void Linked(int rows, int bare)
    {
        foreach (var votes in cells.SelectMany(static column => column).Where(cell => cell.Row >= 0 && Run(cell) > 0).GroupBy(Run))
            rowOfRun[votes.Key] = votes.GroupBy(static cell => cell.Row).MaxBy(static row => row.Count())!.Key;
        for (var s = 0; s < cells.Length; s++)
        {
            if (!IsOf(s, Part.Indicators)) continue;
            foreach (var cell in cells[s].Where(static cell => cell.Row < 0))
                if (rowOfRun.TryGetValue(Run(cell), out var row)) cell.Row = row;
            var taken = cells[s].Select(static cell => cell.Row).ToHashSet();
            var free = Enumerable.Range(0, rows).Where(row => !taken.Contains(row) && (row != bare || plan.Slots[s].Field is Field.Weight or Field.Score)).ToList();
            var loose = cells[s].FindAll(static cell => cell.Row < 0);
            if (plan.Slots[s].IsFull && loose.Count >= free.Count)
                for (var k = 0; k < loose.Count; k++) loose[k].Row = k < free.Count ? free[k] : rows - 1;
        }
    }

    /// <summary>The row printed cell by cell that a cell stands in, counted from 1; 0 for none.</summary>
    private int Run(BlockCell cell) => plan.InRun(cell.Pieces[0])?.Run ?? 0;

    private double Sparse(Part part, int rows)
    {
        var total = 0.0;
        for (var s = 0; s < cells.Length; s++)
        {
            var slot = plan.Slots[s];
            var own = cells[s].FindAll(static cell => cell.Row < 0);
            if (!IsOf(s, part) || own.Count == 0 || cells[s].Count >= rows) continue;
            var taken = cells[s].Select(static cell => cell.Row).ToHashSet();
            var places = Ordered(own.Count, rows, (k, row) => Beside(own[k], row, before: 1, behind: 0.5) + Speaks(own[k], part, row) + Suits(own[k], part, row) + 0.01 * row + (taken.Contains(row) ? 20 : 0));
            // A text of which nothing says to which row it belongs is kept, but not given to one.
            for (var k = 0; k < own.Count; k++) own[k].Row = slot.Wraps && !IsCertain(own[k], part, rows, places[k]) ? -1 : places[k];
            total += 0.3;
        }
        if (part == Part.Indicators) Reconcile(rows);
        return total;
    }

    /// <summary>
    /// Reasons of which nothing printed tells the row: a form gives one for each row that says 未完成 or, where none does, has lost points. As many as
    /// there are such rows without one are theirs, in order. They are marked, for no check may ask what was answered by this.
    /// </summary>
    private void Reconcile(int rows)
    {
        var reason = plan.IndexOf(Part.Indicators, Field.Reason);
        if (reason < 0 || cells[reason].FindAll(static cell => cell.Row < 0) is not { Count: > 0 } loose) return;
        var free = Enumerable.Range(0, rows).Where(row => !cells[reason].Exists(cell => cell.Row == row)).ToList();
        if (free.FindAll(IsUnfinished) is { Count: > 0 } unfinished) free = unfinished;
        else free.RemoveAll(row => !HasLost(row));
        if (free.Count != loose.Count) return;
        for (var k = 0; k < free.Count; k++) (loose[k].Row, loose[k].IsReconciled) = (free[k], true);
    }

    private bool IsUnfinished(int row) => plan.IndexOf(Part.Indicators, Field.Completed) is >= 0 and var completed && cells[completed].Exists(cell => cell.Row == row && cell.Key is "未完成" or "部分完成" or "否" or "未达成");

    private bool HasLost(int row) => Points(row, Field.Weight) is { } weight && Points(row, Field.Score) is { } score && score < weight;

    private decimal? Points(int row, Field field)
    {
        var s = plan.IndexOf(Part.Indicators, field);
        var cell = s < 0 ? null : cells[s].Find(cell => cell.Row == row);
        return cell is not null && FigureReader.Scan(cell.Key, out var value, out _, out _) == cell.Key.Length ? value : null;
    }

    private bool IsCertain(BlockCell cell, Part part, int rows, int place)
    {
        double Cost(int row) => Beside(cell, row, before: 1, behind: 0.5) + Speaks(cell, part, row) + Suits(cell, part, row);
        var own = Cost(place);
        return rows == 1 || Enumerable.Range(0, rows).Where(row => row != place).Min(Cost) > own + 0.45;
    }

    /// <summary>Rising rows for so many cells, at the least cost.</summary>
    private static int[] Ordered(int count, int rows, Func<int, int, double> cost)
    {
        var best = new double[count, rows];
        var from = new int[count, rows];
        for (var k = 0; k < count; k++)
            for (var row = 0; row < rows; row++)
            {
                best[k, row] = k == 0 ? 0 : double.PositiveInfinity;
                for (var before = k == 0 ? row : 0; k > 0 && before < row; before++)
                    if (best[k - 1, before] < best[k, row]) (best[k, row], from[k, row]) = (best[k - 1, before], before);
                best[k, row] += cost(k, row);
            }
        var places = new int[count];
        places[^1] = Enumerable.Range(0, rows).MinBy(row => best[count - 1, row]);
        for (var k = count - 1; k > 0; k--) places[k - 1] = from[k, places[k]];
        return places;
    }

    /// <summary>What it costs that a cell is not in the rows of the cells printed right before and behind it.</summary>
    public double Beside(BlockCell cell, int row, double before, double behind)
    {
        var cost = 0.0;
        if (cell.Order > 0 && Neighbour(cell.Order - 1, cell.Order) is >= 0 and var above && above != row) cost += (pieces[woven[cell.Order].Piece].LineStart ? 1 : 4) * before;
        var last = LastOf(cell);
        if (last + 1 < woven.Count && Neighbour(last + 1, last) is >= 0 and var below && below != row) cost += (pieces[woven[last + 1].Piece].LineStart ? 1 : 4) * behind;
        return cost;
    }

    /// <summary>The row of what is printed right behind a cell; -1 where that is not known.</summary>
    private int Behind(BlockCell cell) => rowOfRun.TryGetValue(Run(cell), out var row) ? row : LastOf(cell) is var last && last + 1 < woven.Count ? Neighbour(last + 1, last) : -1;

    private int LastOf(BlockCell cell)
    {
        var last = cell.Order;
        while (last + 1 < woven.Count && ReferenceEquals(cellOf[last + 1], cell)) last++;
        return last;
    }

    /// <summary>The row of the cell beside in the text, if it is known and of the same table and no word of the form stands between; -1 otherwise.</summary>
    private int Neighbour(int other, int here)
    {
        if (plan.Slots[woven[other].Slot].Part != plan.Slots[woven[here].Slot].Part || Math.Abs(woven[other].Piece - woven[here].Piece) != 1) return -1;
        return cellOf[other].Row;
    }

    /// <summary>A reason speaks of its indicator: what it shares with the row's words.</summary>
    private double Speaks(BlockCell cell, Part part, int row)
    {
        if (part != Part.Indicators || plan.Slots[cell.Slot].Field != Field.Reason) return 0;
        var shared = 0;
        foreach (var column in cells)
            foreach (var other in column)
                if (other.Row == row && plan.Slots[other.Slot] is { Part: Part.Indicators, Field: not Field.Reason }) shared = Math.Max(shared, Shared(cell.Key, other.Key));
        return -0.4 * Math.Min(shared, 4);
    }

    /// <summary>A unit stands beside a number.</summary>
    private double Suits(BlockCell cell, Part part, int row)
    {
        if (part != Part.Indicators || plan.Slots[cell.Slot].Field != Field.Unit) return 0;
        var target = plan.IndexOf(part, Field.Target);
        return target < 0 || cells[target].Find(other => other.Row == row) is not { } aim || Column.NumberEnd(aim.Key) > 0 ? 0 : 1.5;
    }

    /// <summary>How many pairs of neighbouring characters two texts share.</summary>
    internal static int Shared(string a, string b)
    {
        var count = 0;
        for (var i = 0; i + 1 < a.Length; i++)
            if (a[i] >= '\u2E80' && a[i + 1] >= '\u2E80' && b.Contains(a.Substring(i, 2), StringComparison.Ordinal)) count++;
        return count;
    }
}

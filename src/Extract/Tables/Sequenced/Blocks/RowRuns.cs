using Extract.Figures;
using Extract.Forms;

namespace Extract.Tables.Sequenced.Blocks;

/// <summary>A cell that stands in a row printed cell by cell.</summary>
/// <param name="From">Its first piece.</param>
/// <param name="To">Behind its last.</param>
/// <param name="Slot">Its column.</param>
/// <param name="Run">Counts the rows, from 1.</param>
internal readonly record struct RunCell(int From, int To, int Slot, int Run);

/// <summary>
/// Finds the rows of the indicators that are printed cell by cell, each cell a paragraph of its own, from left to right: the rule in such texts, and
/// certain where it holds. The cheapest way through all paragraphs is found (A. J. Viterbi, 1967): each is the next cell of the row, the first of a
/// new row, or stands apart from the rows.
/// </summary>
internal sealed class RowRuns
{
    /// <summary>A paragraph that stands apart from the rows.</summary>
    private const double Apart = 1.5;

    /// <summary>A row that begins.</summary>
    private const double Row = 0.4;

    /// <summary>A row that costs more, for what it lacks and what stands in it, is not certain.</summary>
    private const double MostOfRow = 3.5;

    /// <summary>By so much, in display columns, a full line may seem to have room: letters and marks are not as wide as they count.</summary>
    private const int Slack = 2;

    /// <summary>A row that goes on behind a word of the form or on a new page.</summary>
    private const double Torn = 3;

    private readonly Plan plan;
    private readonly Piece[] pieces;
    private readonly List<(int From, int To, bool BehindSign)> flows;
    private readonly int[] columns;
    private readonly double[] skip;
    private readonly double[] skips;
    private readonly double[,] emit;
    private readonly bool[,] bare;

    private RowRuns(Piece[] pieces, Plan plan, List<(int From, int To, bool BehindSign)> flows, int[] columns)
    {
        (this.pieces, this.plan, this.flows, this.columns) = (pieces, plan, flows, columns);
        skip = [.. columns.Select(s => Skip(plan.Slots[s]))];
        skips = new double[columns.Length + 1];
        Sum();
        emit = new double[flows.Count, columns.Length];
        bare = new bool[flows.Count, columns.Length];
        for (var f = 0; f < flows.Count; f++)
            for (var c = 0; c < columns.Length; c++) (emit[f, c], bare[f, c]) = Emit(f, plan.Slots[columns[c]]);
    }

    /// <summary>The cells of all rows that are printed cell by cell, in the order of the text.</summary>
    public static List<RunCell> Of(Piece[] pieces, Plan plan)
    {
        var own = Enumerable.Range(0, plan.Slots.Count).Where(s => plan.Slots[s].Part == Part.Indicators && plan.Slots[s].Field is not (Field.Stub or Field.Other)).ToArray();
        var head = plan.Signs.Where(sign => plan.Slots[sign.Slot].Part == Part.Indicators).Select(static sign => sign.To).DefaultIfEmpty(pieces.Length).First();
        var flows = Flows(pieces, plan, head);
        if (own.Length < 3 || flows.Count == 0) return [];
        return new RowRuns(pieces, plan, flows, own).Best();
    }

    private void Sum()
    {
        for (var c = 0; c < columns.Length; c++) skips[c + 1] = skips[c] + skip[c];
    }

    /// <summary>The rows, once it is known which columns were printed apart as a whole: that a row lacks those says nothing.</summary>
    private List<RunCell> Best()
    {
        var cells = Read(double.PositiveInfinity);
        var rows = cells.Select(static cell => cell.Run).Distinct().Count();
        for (var c = 0; c < columns.Length; c++)
            if (cells.Count(cell => cell.Slot == columns[c]) * 2 < rows) skip[c] = Math.Min(skip[c], 0.3);
        Sum();
        return Read(MostOfRow);
    }

    /// <summary>The paragraphs from a piece on, without the words of the form.</summary>
    private static List<(int From, int To, bool BehindSign)> Flows(Piece[] pieces, Plan plan, int from)
    {
        var flows = new List<(int, int, bool)>();
        var behind = false;
        for (var i = from; i < pieces.Length;)
        {
            if (plan.At(i) is { } sign)
            {
                (i, behind) = (sign.To, true);
                continue;
            }
            var to = i + 1;
            while (to < pieces.Length && !pieces[to].FlowStart && plan.At(to) is null) to++;
            flows.Add((i, to, behind));
            (i, behind) = (to, false);
        }
        return flows;
    }

    /// <summary>What a row without a cell in a column costs.</summary>
    private double Skip(Slot slot)
    {
        if (plan.IsMerged(slot) || slot.PointsOf > 0) return 0;
        return slot.Field switch
        {
            Field.Reason or Field.Evidence or Field.Level1 or Field.Level2 => 0,
            Field.Level3 or Field.Level4 or Field.Weight or Field.Target => 3,
            Field.Score or Field.Actual => 2.2,
            _ => 1.2,
        };
    }

    /// <summary>What it costs that a paragraph is a cell of a column, and whether it is a level that needs no other cell than its points.</summary>
    private (double Cost, bool Bare) Emit(int f, Slot slot)
    {
        const double Impossible = 20;
        var (from, to, _) = flows[f];
        var key = "";
        for (var i = from; i < to; i++)
        {
            if (i > from && pieces[i].LineStart && (!slot.Wraps || IsCellOfItsOwn(pieces[i].Key))) return (Impossible, false);
            key += pieces[i].Key;
            if (key.Length > 120) return (Impossible, false);
        }
        if (!slot.Wraps && to - from > 1) return (Impossible, false);
        if (EndsEarly(from, to)) return (Impossible, false);
        var level = slot.Field is Field.Level1 or Field.Level2;
        var cost = level ? Math.Min(slot.Whole(key), slot.Begun(key) + 1) : slot.Whole(key);
        // Codes say which level they name.
        if (plan.IsCoded && slot.Field is Field.Level1 or Field.Level2 or Field.Level3 or Field.Level4 && !(slot.Field == plan.Deepest && key is "-" or "—" or "/"))
            cost = Levels.CodeOf(key) is { Length: > 0 } code && ReferenceEquals(plan.Slots[Math.Max(0, plan.LevelOf(code))], slot) ? 0 : Impossible;
        if (slot.Field is Field.Level3 or Field.Level4 or Field.Explanation or Field.Criterion && (key.AsSpan().IndexOfAny("≥≤＝=") >= 0 || slot.Field != Field.Criterion && key.Contains('。', StringComparison.Ordinal))) cost += slot.Field is Field.Level3 or Field.Level4 ? 6 : 0;
        if (slot.Field is Field.Level3 or Field.Level4 && (Unit.IsMeasure(key) || key is "百分比" or "百分点")) cost += 8;
        if (slot.Field == plan.Deepest && key.StartsWith("考察", StringComparison.Ordinal) && plan.IndexOf(Part.Indicators, Field.Explanation) >= 0) cost += 3;
        // 成本指标 is sooner of the second level.
        if (slot.Field == Field.Level1 && key.StartsWith("成本", StringComparison.Ordinal)) cost += 0.2;
        if (slot.Field is Field.Target or Field.Actual && key is "完成" or "未完成" && plan.IndexOf(Part.Indicators, Field.Completed) >= 0) cost += 4;
        if (slot.Field == Field.Reason && key.Contains("指标", StringComparison.Ordinal)) cost += 8;
        return (cost, level && IsBare(f));
    }

    /// <summary>True where a line ends though the next would have begun on it: two cells stand one below the other.</summary>
    private bool EndsEarly(int from, int to)
    {
        var (widest, width) = (0, 0);
        var ends = new List<int>();
        for (var i = from; i < to; i++)
        {
            if (i > from && pieces[i].LineStart)
            {
                ends.Add(width + pieces[i].First);
                width = 0;
            }
            widest = Math.Max(widest, width += pieces[i].Width);
        }
        return ends.Exists(end => end + Slack < widest);
    }

    /// <summary>True for 预算执行率, a row that needs no other cells than its points.</summary>
    private bool IsBare(int f) => Levels.IsBare(Levels.WithoutPoints(string.Concat(Enumerable.Range(flows[f].From, flows[f].To - flows[f].From).Select(i => pieces[i].Key))));

    /// <summary>True for a line that goes on with no line above it: an operator with or without its number.</summary>
    private static bool IsCellOfItsOwn(string key) => key[0] is '≥' or '≤' or '=';

    private List<RunCell> Read(double most)
    {
        // State 0 stands apart; 2c + 1 and 2c + 2 have a cell of column c last, in an ordinary row and in a bare one.
        var states = 2 * columns.Length + 1;
        var cost = new double[flows.Count + 1, states];
        var from = new int[flows.Count + 1, states];
        var fresh = new bool[flows.Count + 1, states];
        for (var f = 0; f <= flows.Count; f++)
            for (var s = 0; s < states; s++) cost[f, s] = f + s == 0 ? 0 : double.PositiveInfinity;
        for (var f = 0; f < flows.Count; f++)
        {
            var (rest, best) = (double.PositiveInfinity, 0);
            for (var s = 0; s < states; s++)
                if (cost[f, s] + Close(s) is var closed && closed < rest) (rest, best) = (closed, s);
            (cost[f + 1, 0], from[f + 1, 0]) = (rest + Apart, best);
            var torn = flows[f].BehindSign || pieces[flows[f].From].Page != pieces[Math.Max(0, flows[f].From - 1)].Page ? Torn : 0;
            for (var c = 0; c < columns.Length; c++)
            {
                if (emit[f, c] >= 9) continue;
                Try(c, bare[f, c], rest + Row + (bare[f, c] ? 0 : skips[c]), best, true);
                for (var b = 0; b < c; b++)
                {
                    Try(c, bare[f, c], cost[f, 2 * b + 1] + torn + skips[c] - skips[b + 1], 2 * b + 1, false);
                    var points = plan.Slots[columns[c]].Field is Field.Weight or Field.Score;
                    Try(c, points || bare[f, c], cost[f, 2 * b + 2] + torn + (points ? 0 : skips[c] - skips[b + 1]) + (points || IsBare(f) ? 0 : Torn), 2 * b + 2, false);
                }
            }

            void Try(int c, bool isBare, double before, int state, bool isNew)
            {
                var s = 2 * c + (isBare ? 2 : 1);
                if (before + emit[f, c] is var total && total < cost[f + 1, s]) (cost[f + 1, s], from[f + 1, s], fresh[f + 1, s]) = (total, state, isNew);
            }
        }
        var end = Enumerable.Range(0, states).MinBy(s => cost[flows.Count, s] + Close(s));
        return Cells(from, fresh, end, most);
    }

    /// <summary>What it costs that a row ends here: the cells it lacks.</summary>
    private double Close(int state) => state == 0 || state % 2 == 0 ? 0 : skips[^1] - skips[(state + 1) / 2];

    private List<RunCell> Cells(int[,] from, bool[,] fresh, int state, double most)
    {
        var rows = new List<List<RunCell>>();
        var row = new List<RunCell>();
        for (var f = flows.Count; f > 0; f--)
        {
            if (state > 0) row.Add(new RunCell(flows[f - 1].From, flows[f - 1].To, columns[(state - 1) / 2], 0));
            if (state > 0 && fresh[f, state])
            {
                if (IsCertain(row) && CostOf(row) <= most) rows.Add(row.FindAll(cell => !IsStray(cell, row)));
                row = [];
            }
            state = from[f, state];
        }
        return [.. Enumerable.Reverse(rows).SelectMany(static (row, r) => Enumerable.Reverse(row).Select(cell => cell with { Run = r + 1 }))];
    }

    /// <summary>What a row costs. What is missing at its left is what other rows or pages share with it; its cells are certain all the same.</summary>
    private double CostOf(List<RunCell> row)
    {
        var (cost, last) = (0.0, -1);
        foreach (var cell in Enumerable.Reverse(row))
        {
            var f = flows.FindIndex(flow => flow.From == cell.From);
            var c = Array.IndexOf(columns, cell.Slot);
            if (bare[f, c]) return 0;
            cost += emit[f, c] + (last < 0 ? 0 : skips[c] - skips[last + 1] + (flows[f].BehindSign ? Torn : 0));
            last = c;
        }
        return cost + skips[^1] - skips[last + 1];
    }

    /// <summary>
    /// A row is known by its name with values beside it, a row of points alone by 预算执行率; values without a name are one if they are all there,
    /// from the first to the last.
    /// </summary>
    private bool IsCertain(List<RunCell> row)
    {
        var wanted = Math.Min(3, columns.Count(s => !IsLevel(s)));
        var cells = row.Count(cell => !IsLevel(cell.Slot));
        if (row.Exists(cell => IsBare(flows.FindIndex(flow => flow.From == cell.From)))) return cells > 1;
        return cells >= wanted && (row.Exists(cell => plan.Slots[cell.Slot].Field == plan.Deepest) && cells > 1 || CostOf(row) < 1);
    }

    /// <summary>A name of the first level that the row's own second level does not follow may stand before any row.</summary>
    private bool IsStray(RunCell cell, List<RunCell> row)
    {
        if (plan.Slots[cell.Slot].Field != Field.Level1 || row.Exists(other => IsBare(flows.FindIndex(flow => flow.From == other.From)))) return false;
        var under = row.FindIndex(other => plan.Slots[other.Slot].Field == Field.Level2);
        return plan.IndexOf(Part.Indicators, Field.Level2) >= 0 && (under < 0 || LevelFit.OfLevel(Key(cell), Key(row[under])) >= 2);
    }

    private string Key(RunCell cell) => string.Concat(Enumerable.Range(cell.From, cell.To - cell.From).Select(i => pieces[i].Key));

    private bool IsLevel(int s) => plan.Slots[s].Field is Field.Level1 or Field.Level2 || plan.IsMerged(plan.Slots[s]) || plan.Slots[s].PointsOf > 0;
}

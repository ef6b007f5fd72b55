using Extract.Forms;

namespace Extract.Tables.Sequenced.Blocks;

/// <summary>What a piece of text was read as.</summary>
/// <param name="Piece">The piece.</param>
/// <param name="Slot">Where it belongs.</param>
/// <param name="IsNew">True where it begins a cell.</param>
internal readonly record struct Woven(int Piece, int Slot, bool IsNew);

/// <summary>
/// Reads the text of a form whose columns were printed in pieces, one below another: every piece goes to a slot, as the next cell there or on
/// with its last one. A beam search keeps the cheapest readings (B. T. Lowerre, The Harpy Speech Recognition System, 1976); readings that have
/// as many cells everywhere are one. It is done again with the widths of the columns that the first reading found.
/// </summary>
internal sealed class Weaver
{
    private const int Narrow = 80;
    private const int Wide = 160;
    private const double Most = 9;
    private const double Margin = 14;
    private const int WidestValue = 24;

    private readonly Piece[] pieces;
    private readonly Plan plan;
    private readonly Slot[] slots;
    private readonly int from;
    private readonly ulong[] marks;
    private readonly bool[] headed;
    private readonly int[] widths;
    private readonly Dictionary<(int Slot, string Text), (double Begun, double Whole)> costs = [];
    private readonly HashSet<(char, char)> pairs = [];
    private readonly int source;
    private readonly int names;
    private readonly int bare;
    private readonly int rows;
    private readonly bool costLevel;

    private Weaver(Piece[] pieces, Plan plan, int from, int[] widths, int rows)
    {
        (this.pieces, this.plan, this.from, this.widths, this.rows) = (pieces, plan, from, widths, rows);
        slots = [.. plan.Slots];
        headed = new bool[slots.Length];
        marks = new ulong[slots.Length];
        var random = 0x9E3779B97F4A7C15UL;
        for (var s = 0; s < marks.Length; s++)
        {
            random = unchecked((random ^ (random >> 27)) * 0x94D049BB133111EBUL + 0x9E3779B97F4A7C15UL);
            marks[s] = random;
        }
        source = plan.IndexOf(Part.Funds, Field.Source);
        names = plan.IndexOf(Part.Indicators, plan.Deepest);
        bare = plan.BareRows;
        costLevel = pieces.Any(static piece => piece.Key is "经济成本指标" or "社会成本指标" or "生态环境成本指标" or "经济成本" or "社会成本");
        // Two characters that stand together elsewhere in the form are sooner one word here too.
        foreach (var piece in pieces)
            for (var c = 0; c + 1 < piece.Key.Length; c++)
                if (piece.Key[c] >= '\u2E80' && piece.Key[c + 1] >= '\u2E80') pairs.Add((piece.Key[c], piece.Key[c + 1]));
    }

    /// <summary>The readings that are worth comparing, each with the number of its indicators and its cost.</summary>
    public static IEnumerable<(List<Woven> Cells, int Rows, double Cost)> Read(Piece[] pieces, Plan plan, int from)
    {
        // Tables of as many rows as a first reading makes likely are tried; then the widths of the columns are known, and the best are read again.
        var unknown = new int[plan.Slots.Count];
        if (new Weaver(pieces, plan, from, unknown, 0).Run(Narrow) is not { } first) return [];
        var tried = new List<(Thread Thread, int Rows)>();
        foreach (var rows in Likely(first.Counts, plan))
            if (new Weaver(pieces, plan, from, unknown, rows).Run(Narrow) is { } reading) tried.Add((reading, rows));
        return tried.OrderBy(static reading => reading.Thread.Cost).Take(2).SelectMany(reading => Again(pieces, plan, from, reading)).Select(static reading => (reading.Thread.Path(), reading.Rows, reading.Thread.Cost));
    }

    private static IEnumerable<(Thread Thread, int Rows)> Again(Piece[] pieces, Plan plan, int from, (Thread Thread, int Rows) reading)
    {
        yield return reading;
        for (var pass = 0; pass < 2; pass++)
        {
            if (new Weaver(pieces, plan, from, ColumnWidths.Of(reading.Thread.Path(), pieces, plan), reading.Rows).Run(Wide) is not { } next) yield break;
            yield return reading = (next, reading.Rows);
        }
    }

    /// <summary>The numbers of rows that a first reading's columns make likely: their own counts, and those about their mean.</summary>
    private static IEnumerable<int> Likely(int[] counts, Plan plan)
    {
        var full = Enumerable.Range(0, counts.Length).Where(s => plan.Slots[s].IsFull && !plan.IsMerged(plan.Slots[s])).Select(s => counts[s]).ToList();
        var mean = (int)Math.Round(full.DefaultIfEmpty(1).Average());
        return full.Concat(Enumerable.Range(mean - 1, 3)).Where(static rows => rows > 0).Distinct().Order();
    }

    private Thread? Run(int width)
    {
        var beam = new List<Thread> { Thread.Start(slots.Length) };
        if (source >= 0 && !plan.Signs.Any(sign => sign.Slot == source)) headed[source] = true;
        headed[Plan.Rest] = true;
        for (var i = from; i < pieces.Length;)
        {
            if (plan.At(i) is { } sign)
            {
                headed[sign.Slot] = true;
                foreach (var thread in beam) (thread.Last, thread.AfterSign, thread.Across) = (sign.Slot, true, thread.Across || plan.RunsAcross(sign.Slot));
                i = sign.To;
                continue;
            }
            beam = Advance(beam, i, width);
            i++;
        }
        foreach (var thread in beam)
        {
            thread.Cost += Ending.Cost(thread.Counts, plan, bare, rows);
            for (var s = 0; s < slots.Length; s++)
                if (thread.Open[s] is { } open) thread.Cost += Costs(s, open).Whole - Costs(s, open).Begun;
        }
        return beam.MinBy(static thread => thread.Cost);
    }

    private readonly record struct Candidate(Thread Thread, int Slot, bool IsNew, double Cost, ulong Hash);

    private List<Thread> Advance(List<Thread> beam, int i, int width)
    {
        var best = new Dictionary<(ulong, int), Candidate>();
        var least = double.PositiveInfinity;
        var key = pieces[i].Key;
        for (var s = 0; s < slots.Length; s++)
        {
            if (!IsOpen(s)) continue;
            var mayBegin = s == Plan.Rest || Costs(s, key).Begun < Most;
            var most = !slots[s].IsFull && !plan.IsMerged(slots[s]) || rows == 0 ? int.MaxValue : rows;
            foreach (var thread in beam)
                for (var kind = 0; kind < 2; kind++)
                {
                    var isNew = kind == 0;
                    if (isNew ? !mayBegin || thread.Counts[s] >= (slots[s].IsSingle ? 1 : most) : thread.Open[s] is null || s == Plan.Rest || !slots[s].Wraps && thread.LineOf[s] != pieces[i].Line && thread.Open[s]![^1] != '.') continue;
                    var cost = thread.Cost + Step(thread, i, s, isNew, least + Margin + 3 - thread.Cost);
                    if (cost > least + Margin) continue;
                    least = Math.Min(least, cost);
                    var hash = isNew && s != Plan.Rest ? unchecked(thread.Hash + marks[s]) : thread.Hash;
                    if (!best.TryGetValue((hash, s), out var there) || cost < there.Cost) best[(hash, s)] = new Candidate(thread, s, isNew, cost, hash);
                }
        }
        return [.. best.Values.OrderBy(static candidate => candidate.Cost).ThenBy(static candidate => candidate.Slot).Take(width).Select(candidate => candidate.Thread.Next(i, pieces[i], candidate.Slot, candidate.IsNew, candidate.Cost, candidate.Hash, candidate.IsNew && IsRowwise(slots[candidate.Slot]) ? candidate.Thread.Counts[candidate.Slot] + 1 : 0))];
    }

    /// <summary>Cells stand below their heads.</summary>
    private bool IsOpen(int s) => headed[s] || slots[s].Part == Part.Total && headed[plan.IndexOf(Part.Indicators, slots[s].Field)];

    private double Step(Thread thread, int i, int s, bool isNew, double bound)
    {
        var piece = pieces[i];
        if (s == Plan.Rest) return plan.IsEndOfLabel(piece.Key) ? 0.2 : slots[s].Begun(piece.Key) + (thread.AfterSign ? 0 : 0.5);
        var cost = Move(thread, piece, s, isNew) + (isNew ? Fresh(thread, piece, s) : On(thread, piece, s));
        return cost > bound ? cost : cost + Ink(thread, piece, s, isNew);
    }

    private double Ink(Thread thread, Piece piece, int s, bool isNew)
    {
        var open = thread.Open[s];
        if (isNew) return Costs(s, piece.Key).Begun + (open is null ? 0 : Costs(s, open).Whole - Costs(s, open).Begun);
        return Costs(s, open + piece.Key).Begun - Costs(s, open!).Begun;
    }

    private (double Begun, double Whole) Costs(int s, string text)
    {
        if (!costs.TryGetValue((s, text), out var found)) costs[(s, text)] = found = (slots[s].Begun(text), slots[s].Whole(text));
        return found;
    }

    /// <summary>What beginning a cell costs: a line that is full is sooner gone on with, and no column has more cells than rows have names.</summary>
    private double Fresh(Thread thread, Piece piece, int s)
    {
        var slot = slots[s];
        var cost = slot.Part == Part.Total && rows > 0 ? 1.0 * Math.Max(0, rows - thread.Counts[plan.IndexOf(Part.Indicators, slot.Field)]) : 0.0;
        if (thread.Open[s] is { } before)
        {
            if (slot.Wraps && piece.LineStart && !IsValue(piece.Key) && (slot.Field is not (Field.Target or Field.Actual) || !IsValue(before)) && thread.LineWidth[s] + piece.First > WidthOf(thread, s) && (slot.Field is not (Field.Level1 or Field.Level2 or Field.Source) || Costs(s, before).Whole > 1) && piece.Key[0] is not ('≥' or '≤' or '=')) cost += 1.2;
            if (slot.Field != Field.Source && IsUnfinished(before)) cost += 5;
            if (IsSentences(slot) && piece.LineStart && before[^1] != '。') cost += 1;
            if (s == names && EndsName(before)) cost -= 0.7;
            if (slot.Wraps && piece.LineStart && pairs.Contains((before[^1], piece.Key[0]))) cost += 0.9;
        }
        // Words printed twice side by side are an aim and that it was met.
        if (slot.Field == Field.Actual && thread.Last != s && slots[thread.Last].Field == Field.Target && thread.Open[thread.Last] == piece.Key && !IsValue(piece.Key)) cost -= 1.5;
        // 成本指标 names a second level, unless others do that name its parts.
        if (costLevel && piece.Key == "成本指标") cost += slot.Field == Field.Level2 ? 2 : -0.4;
        if (slot.Wraps && widths[s] > 0 && piece.Width > widths[s] + 2) cost += 2;
        if (slot.Wraps && Column.IsContinuing(piece.Key[0])) cost += 6;
        if (slot.Part == Part.Funds && s != source && source >= 0 && thread.Counts[s] + 1 > thread.Counts[source]) cost += 5;
        if (slot.IsFull && s != names && thread.Counts[s] + 1 > thread.Counts[names] + bare) cost += 2.5;
        return cost;
    }

    /// <summary>What going on with a cell costs: a line ends where the next character finds no room.</summary>
    private double On(Thread thread, Piece piece, int s)
    {
        var slot = slots[s];
        if (!slot.Wraps) return thread.LineOf[s] == piece.Line ? 0 : 2;
        if (thread.LineOf[s] == piece.Line) return 0;
        if (!piece.LineStart) return 0.5;
        var cost = Elsewhere(thread, piece, s);
        if (IsValue(piece.Key)) cost += slot.Field is Field.Target or Field.Actual ? piece.Key[0] is '≥' or '≤' or '=' || IsValue(thread.Open[s]!) && !Operators.IsSign(thread.Open[s]!) ? 8 : 1.5 : slot.Part == Part.Goals ? 1 : 3.5;
        // A value beside its label has the form's width.
        if (slot.Part == Part.Label) return cost + 0.12 * Math.Max(0, WidestValue - thread.LineWidth[s]);
        var room = WidthOf(thread, s) - thread.LineWidth[s] - piece.First;
        if ((IsSentences(slot) || slot.Part == Part.Goals) && thread.Open[s]![^1] == '。') cost += slot.Part == Part.Goals && thread.Last != s ? 3 : 1.5;
        if (s == names && Column.IsAppraisal(piece.Key)) cost += 0.8;
        if (room < 0) return cost;
        return cost + (slot.Part == Part.Goals ? 0.5 + 0.1 * Math.Min(room, 30) : widths[s] > 0 ? 3 + Math.Min(room, 6) * 0.5 : 1.5 + Math.Min(room, 6) * 0.3);
    }

    /// <summary>A cell stands in one block, unless a page ends in it; where lines run through the columns it is a cell of the row that is being read.</summary>
    private double Elsewhere(Thread thread, Piece piece, int s)
    {
        var cost = piece.FlowStart ? piece.Page != thread.PageOf[s] ? 0.3 : 2.5 : 0;
        var last = thread.Last;
        // The name of a level begins the row whose name stands behind it.
        if (last != s && thread.IsNew && !thread.AfterSign && s == names && plan.IsMerged(slots[last])) cost += 2;
        if (slots[s].Part == Part.Goals && thread.AfterSign && plan.Slots[last].Part != Part.Rest) cost += 3;
        return last != s && slots[s].IsFull && slots[last].IsFull && thread.Counts[s] != thread.Counts[last] ? cost + 2 : cost;
    }

    private static bool IsSentences(Slot slot) => slot.Field is Field.Criterion or Field.Explanation;

    /// <summary>True for text that ends as names of indicators do.</summary>
    private static bool EndsName(string text) => text[^1] is '率' or '度' or '数' or '量' || Array.Exists(NameEnds, end => text.EndsWith(end, StringComparison.Ordinal));

    private static readonly string[] NameEnds = ["时长", "里程", "成本", "标准", "时间", "情况", "制度", "机制", "面积", "长度", "人次", "金额", "效果", "水平", "能力", "收入", "占比", "比例", "周期", "时限", "环境", "影响", "质量"];

    /// <summary>True for text that is a value as it stands: a number with or without its unit, an operator.</summary>
    private static bool IsValue(string key) => key[0] is '≥' or '≤' or '=' || key is "/" or "—" || Operators.IsSign(key) || Column.NumberEnd(key) is > 0 and var end && end == key.Length;

    private int WidthOf(Thread thread, int s) => widths[s] > 0 ? widths[s] : thread.Widest[s];

    private static bool IsUnfinished(string text)
    {
        var open = 0;
        foreach (var c in text)
        {
            if (Column.IsOpening(c)) open++;
            else if (c is ')' or '》' or '”' or '】') open--;
        }
        return open > 0 || text[^1] is '、' or ',' or ':';
    }

    /// <summary>What it costs that text goes on here: below what stands above, or right of what stands left.</summary>
    private double Move(Thread thread, Piece piece, int s, bool isNew)
    {
        var last = thread.Last;
        var (slot, before) = (slots[s], slots[last]);
        if (slot.Part == Part.Label) return OfLabel(thread, piece, s, isNew);
        if (!piece.LineStart) return Beside(thread, piece, s, isNew);
        // The cells of a column that stand in one block follow each other; a block of its own is sooner the next cell of the row.
        if (thread.AfterSign && before.Part == Part.Goals && thread.Counts[last] == 0)
        {
            // Of heads side by side the left one's cell comes first.
            var left = plan.RunsAcross(last) && thread.Counts[last - 1] == 0 && slots[last - 1].Part == Part.Goals;
            if (last != s) return left && s == last - 1 ? 0 : 2.5;
            if (left) return 1.5;
        }
        if (last == s) return isNew && !thread.AfterSign ? piece.FlowStart ? 0.8 : thread.Across ? 0.3 : 0 : 0;
        // Funds stand above goals, goals above indicators: text comes back up with a head of its own.
        var up = last != Plan.Rest && slot.Part is Part.Funds or Part.Goals && before.Part is Part.Indicators or Part.Total ? 4 : 0;
        if (!isNew) return up + (slot.Part == before.Part ? 0.8 : 1.5);
        if (before.Part == slot.Part || slot.Part == Part.Total && before.Part == Part.Indicators)
        {
            if (s > last && (thread.Counts[s] + 1 == thread.Counts[last] || !IsRowwise(before) || !IsRowwise(slot))) return piece.FlowStart ? 0.1 : thread.Across ? 0.2 : 0.4;
            // The next column of the same rows.
            if (piece.FlowStart && IsRowwise(slot) && thread.FlowRow.Here > 0 && thread.Counts[s] + 1 == thread.FlowRow.Here) return s > last ? 0.1 : 0.3 + Behind(thread, s);
            if (s < last) return (thread.Counts[s] == thread.Counts[last] ? 0.4 : piece.FlowStart ? 0.6 : 1.2) + Behind(thread, s);
        }
        return up + (piece.FlowStart ? 0.6 : 1.2) + (slot.Part == Part.Funds && before.Part != Part.Funds ? 1.5 : 0);
    }

    private static bool IsRowwise(Slot slot) => slot.IsFull || slot.Part == Part.Funds && slot.Field != Field.Reason;

    /// <summary>Text goes back to the left when the rows it began there are done: columns to the right that are behind speak against it.</summary>
    private double Behind(Thread thread, int s)
    {
        if (!IsRowwise(slots[s])) return 0;
        var lag = 0;
        for (var right = s + 1; right < slots.Length; right++)
            if (slots[right].Part == slots[s].Part && IsRowwise(slots[right]) && headed[right]) lag += Math.Max(0, thread.Counts[s] - thread.Counts[right]);
        return slots[s].IsFull ? Math.Min(5, 1.2 * lag) : Math.Min(2, 0.4 * lag);
    }

    /// <summary>Right of another piece on the same line.</summary>
    private double Beside(Thread thread, Piece piece, int s, bool isNew)
    {
        var last = thread.Last;
        if (last == s) return !isNew ? piece.Loose ? 0 : 1.5 : 7;
        var (slot, before) = (slots[s], slots[last]);
        if (before.Part != slot.Part && last != Plan.Rest && slot.Part != Part.Total) return 6;
        if (s < last) return 7;
        var cost = piece.Loose ? 0.8 : 0;
        if (isNew && slot.IsFull && before.IsFull && !thread.AfterSign && thread.Counts[s] + 1 != thread.Counts[last]) cost += 3;
        return cost;
    }

    /// <summary>A label's value stands right behind it, or in the turn of the labels that wait for theirs.</summary>
    private double OfLabel(Thread thread, Piece piece, int s, bool isNew)
    {
        if (!isNew) return thread.Last != s || thread.AfterSign ? piece.LineStart ? 4 : 8 : piece.LineStart ? piece.FlowStart ? 3 : 0 : piece.Loose ? 0 : 0.8;
        if (thread.Last == s && !piece.LineStart) return 0;
        if (!piece.LineStart) return 6;
        // In turn among all labels, or among those of its own column of labels.
        var (all, own) = (true, true);
        for (var other = 1; other < s; other++)
        {
            if (slots[other].Part != Part.Label || !headed[other] || thread.Counts[other] > 0) continue;
            all = false;
            own &= plan.ColumnOf(other) != plan.ColumnOf(s);
        }
        // Right behind a label, or behind a column of labels of which it is the first that waits.
        if (thread.AfterSign && plan.ColumnOf(thread.Last) == plan.ColumnOf(s) && slots[thread.Last].Part == Part.Label) return own ? 0 : 1.2;
        return (piece.FlowStart ? 0.8 : 1.2) + (all ? 0 : own ? 0.3 : 2.5);
    }
}

using System.Runtime.InteropServices;
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
internal sealed partial class Weaver
{
    /// <summary>How many readings are kept while the number of rows is sought, and once it is known.</summary>
    private const int Narrow = 56;
    private const int Wide = 120;

    /// <summary>No cell begins with text that is dearer than this where it would stand.</summary>
    private const double Most = 9;
    /// <summary>Readings dearer than the cheapest by more are given up.</summary>
    private const double Margin = 9;

    /// <summary>So many texts that end with a full stop are more than goals.</summary>
    private const int LeastSentences = 5;

    /// <summary>So many heads of columns say that the table has begun.</summary>
    private const int LeastHeads = 3;

    /// <summary>Values beside their labels are at least so wide before they break, in display columns.</summary>
    private const int WidestValue = 24;

    private readonly Piece[] pieces;
    private readonly Plan plan;
    private readonly Slot[] slots;
    private readonly int from;
    private readonly ulong[] marks;
    private readonly bool[] headed;
    private readonly int[] widths;
    private readonly CellText[] texts;
    private readonly HashSet<(char, char)> pairs = [];
    private readonly int source;
    private readonly int names;
    private readonly int bare;
    private readonly int amounts;
    private bool ended;
    private readonly int rows;
    private readonly bool costLevel;
    private readonly bool ends;
    private readonly int[] totals;
    private int heads;

    /// <summary>How many cells of each column stand in rows printed cell by cell that are still to come.</summary>
    private readonly int[] inRuns;

    private Weaver(Piece[] pieces, CellText[] texts, Plan plan, int from, int[] widths, int rows)
    {
        (this.pieces, this.texts, this.plan, this.from, this.widths, this.rows) = (pieces, texts, plan, from, widths, rows);
        slots = [.. plan.Slots];
        places = new Entry[slots.Length];
        headed = new bool[slots.Length];
        marks = new ulong[slots.Length];
        var random = 0x9E3779B97F4A7C15UL;
        for (var s = 0; s < marks.Length; s++)
        {
            random = unchecked((random ^ (random >> 27)) * 0x94D049BB133111EBUL + 0x9E3779B97F4A7C15UL);
            marks[s] = random;
        }
        inRuns = new int[slots.Length];
        for (var i = from; i < pieces.Length; i++)
            if (plan.InRun(i) is { } run && run.From == i) inRuns[run.Slot]++;
        source = plan.IndexOf(Part.Funds, Field.Source);
        names = plan.IndexOf(Part.Indicators, plan.Deepest);
        bare = plan.BareRows;
        amounts = plan.Signs.Count(sign => slots[sign.Slot].IsAmounts);
        costLevel = pieces.Any(static piece => piece.Key is "经济成本指标" or "社会成本指标" or "生态环境成本指标" or "经济成本" or "社会成本");
        totals = new int[slots.Length];
        for (var s = 0; s < slots.Length; s++)
            if (slots[s].Part == Part.Total) totals[plan.Above(slots[s])] = s;
        ends = pieces.Skip(from).Count(static piece => piece.Key[^1] == '。') >= LeastSentences;
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
        var texts = Array.ConvertAll(pieces, piece => new CellText(piece.Key, plan.Slots.Count));
        if (new Weaver(pieces, texts, plan, from, unknown, 0).Run(Narrow) is not { } first) return [];
        var tried = new List<(Thread Thread, int Rows)>();
        foreach (var rows in Likely(first.Counts.ToArray(), plan))
            if (new Weaver(pieces, texts, plan, from, unknown, rows).Run(Narrow) is { } reading) tried.Add((reading, rows));
        return tried.OrderBy(static reading => reading.Thread.Cost).Take(2).SelectMany(reading => Again(pieces, texts, plan, from, reading)).Select(static reading => (reading.Thread.Path(), reading.Rows, reading.Thread.Cost));
    }

    private static IEnumerable<(Thread Thread, int Rows)> Again(Piece[] pieces, CellText[] texts, Plan plan, int from, (Thread Thread, int Rows) reading)
    {
        yield return reading;
        for (var pass = 0; pass < 2; pass++)
        {
            if (new Weaver(pieces, texts, plan, from, ColumnWidths.Of(reading.Thread.Path(), pieces, plan), reading.Rows).Run(Wide) is not { } next) yield break;
            yield return reading = (next, reading.Rows);
        }
    }

    /// <summary>The numbers of rows that a first reading's columns make likely: their own counts, and those about their mean.</summary>
    private static IEnumerable<int> Likely(int[] counts, Plan plan)
    {
        // Rows that are printed cell by cell are there.
        var full = Enumerable.Range(0, counts.Length).Where(s => plan.Slots[s].IsFull && !plan.IsMerged(plan.Slots[s])).Select(s => counts[s]).ToList();
        var mean = (int)Math.Round(full.DefaultIfEmpty(1).Average());
        return full.Concat(Enumerable.Range(mean - 1, 3)).Append(plan.Runs).Where(rows => rows > 0 && rows >= plan.Runs).Distinct().Order();
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
                if (!headed[sign.Slot] && slots[sign.Slot] is { Part: Part.Indicators, PointsOf: 0 }) heads++;
                headed[sign.Slot] = true;
                // Early in the text it stands in a column beside the rows.
                ended |= plan.IsTotal(sign) && (pieces.Length - i) * 8 < pieces.Length - from;
                foreach (var thread in beam) (thread.Last, thread.AfterSign, thread.Across) = (sign.Slot, true, thread.Across || plan.RunsAcross(sign.Slot));
                i = sign.To;
                continue;
            }
            beam = Advance(beam, i, width);
            i++;
        }
        foreach (var thread in beam)
        {
            thread.Cost += Ending.Cost(thread.Counts.ToArray(), plan, bare, rows);
            for (var s = 0; s < slots.Length; s++)
                if (thread.Open[s] is { } open) thread.Cost += Costs(s, open).Whole - Costs(s, open).Begun;
        }
        return beam.MinBy(static thread => thread.Cost);
    }

    private readonly record struct Candidate(Thread Thread, int Slot, bool IsNew, double Cost, ulong Hash);

    private readonly Dictionary<ulong, Candidate> best = [];
    private readonly Entry[] places;
    private Candidate[] kept = [];
    private double[] order = [];

    private List<Thread> Advance(List<Thread> beam, int i, int width)
    {
        if (plan.InRun(i) is { } run)
        {
            if (run.From == i) inRuns[run.Slot]--;
            return InRow(beam, i, run);
        }
        best.Clear();
        var least = double.PositiveInfinity;
        for (var s = 0; s < slots.Length; s++)
            if (IsOpen(s)) places[s] = s == Plan.Rest || Costs(s, texts[i]).Begun < Most ? Entry.Fresh : Entry.Further;
            else places[s] = Entry.Closed;
        // Cheap readings first: what they make of the piece bounds the others.
        foreach (var thread in beam)
            for (var s = 0; s < slots.Length; s++)
            {
                if (places[s] == Entry.Fresh && MayBegin(thread, s)) Try(thread, i, s, isNew: true, ref least);
                if (places[s] != Entry.Closed && MayGoOn(thread, i, s)) Try(thread, i, s, isNew: false, ref least);
            }
        return Cheapest(least + Margin, width, i);
    }

    private List<Thread> Cheapest(double most, int width, int i)
    {
        var count = 0;
        if (kept.Length < best.Count) (kept, order) = (new Candidate[2 * best.Count], new double[2 * best.Count]);
        foreach (var candidate in best.Values)
            if (candidate.Cost <= most) (order[count], kept[count++]) = (candidate.Cost, candidate);
        Array.Sort(order, kept, 0, count);
        var beam = new List<Thread>(width);
        foreach (var (thread, slot, isNew, cost, hash) in kept.AsSpan(0, Math.Min(width, count))) beam.Add(Next(thread, i, slot, isNew, cost, hash));
        return beam;
    }

    private enum Entry
    {
        Closed,
        Further,
        Fresh,
    }

    private bool MayBegin(Thread thread, int s) =>
        thread.Counts[s] < (slots[s].IsSingle ? 1 : slots[s].IsAmounts ? amounts : !slots[s].IsFull && !plan.IsMerged(slots[s]) || rows == 0 ? int.MaxValue : rows - inRuns[s]);

    private bool MayGoOn(Thread thread, int i, int s) =>
        s != Plan.Rest && thread.Open[s] is { } open && (slots[s].Wraps || thread.LineOf[s] == pieces[i].Line || open[^1] == '.' || IsRestOfNumber(thread, pieces[i], s));

    private void Try(Thread thread, int i, int s, bool isNew, ref double least)
    {
        var cost = thread.Cost + Step(thread, i, s, isNew, least + Margin + 3 - thread.Cost);
        if (cost > least + Margin) return;
        least = Math.Min(least, cost);
        var hash = isNew && s != Plan.Rest ? unchecked(thread.Hash + marks[s]) : thread.Hash;
        ref var there = ref CollectionsMarshal.GetValueRefOrAddDefault(best, unchecked(hash ^ (ulong)(s + 1) * 0xD6E8FEB86659FD93UL), out var exists);
        if (!exists || cost < there.Cost) there = new Candidate(thread, s, isNew, cost, hash);
    }

    /// <summary>A piece of a row printed cell by cell has its column.</summary>
    private List<Thread> InRow(List<Thread> beam, int i, RunCell cell)
    {
        var isNew = i == cell.From;
        return [.. beam.Select(thread => Next(thread, i, cell.Slot, isNew, thread.Cost, isNew ? unchecked(thread.Hash + marks[cell.Slot]) : thread.Hash))];
    }

    private Thread Next(Thread thread, int i, int s, bool isNew, double cost, ulong hash) =>
        thread.Next(i, pieces[i], texts[i], s, isNew, cost, hash, isNew && IsRowwise(slots[s]) ? thread.Counts[s] + 1 : 0);

    /// <summary>Cells stand below the heads of their table, of which one or another may be printed behind them.</summary>
    private bool IsOpen(int s) =>
        headed[s] || slots[s].IsTelling || slots[s].Part == Part.Total && headed[plan.Above(slots[s])]
        || slots[s] is { Part: Part.Indicators or Part.Funds or Part.Goals } && !plan.IsBlank(s) && (slots[s].Field != Field.Reason || heads >= LeastHeads) && Array.FindIndex(slots, own => own.Part == slots[s].Part) is var t && HasHead(t, slots[s].Part);

    private bool HasHead(int s, Part part)
    {
        for (; s < slots.Length && slots[s].Part == part; s++)
            if (headed[s]) return true;
        return false;
    }

    private double Step(Thread thread, int i, int s, bool isNew, double bound)
    {
        var piece = pieces[i];
        if (s == Plan.Rest) return plan.IsEndOfLabel(piece.Key) ? 0.2 : slots[s].Begun(piece.Key) + (thread.AfterSign ? 0 : 0.5);
        var cost = (isNew && IsLevel(s, texts[i]) ? piece.FlowStart ? 0.3 : 0.6 : Move(thread, piece, s, isNew)) + (isNew ? Fresh(thread, piece, s) : On(thread, piece, s));
        return cost > bound ? cost : cost + Ink(thread, i, s, isNew);
    }
}

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
    private const int Beam = 240;
    private const double Margin = 30;

    private readonly Piece[] pieces;
    private readonly Plan plan;
    private readonly Slot[] slots;
    private readonly int from;
    private readonly ulong[] marks;
    private readonly bool[] headed;
    private readonly int[] widths;
    private readonly Dictionary<(int Slot, string Text), (double Begun, double Whole)> costs = [];
    private readonly int source;
    private readonly int names;
    private readonly int bare;

    private Weaver(Piece[] pieces, Plan plan, int from, int[] widths)
    {
        (this.pieces, this.plan, this.from, this.widths) = (pieces, plan, from, widths);
        slots = [.. plan.Slots];
        headed = new bool[slots.Length];
        marks = new ulong[slots.Length];
        var random = 0x9E3779B97F4A7C15UL;
        for (var s = 0; s < marks.Length; s++)
        {
            random = unchecked((random ^ (random >> 27)) * 0x94D049BB133111EBUL + 0x9E3779B97F4A7C15UL);
            marks[s] = random;
        }
        source = plan.IndexOf(Part.Funds, Forms.Field.Source);
        names = plan.IndexOf(Part.Indicators, plan.Deepest);
        bare = plan.BareRows;
    }

    /// <summary>The cheapest reading and its cost; null where there is none.</summary>
    public static (List<Woven> Cells, double Cost)? Read(Piece[] pieces, Plan plan, int from)
    {
        var widths = new int[plan.Slots.Count];
        Thread? best = null;
        for (var pass = 0; pass < 3; pass++)
        {
            var weaver = new Weaver(pieces, plan, from, widths);
            best = weaver.Run();
            if (best is null) return null;
            if (best.Widest.SequenceEqual(widths)) break;
            widths = best.Widest;
        }
        var cells = new List<Woven>();
        for (var thread = best; thread is { Piece: >= 0 }; thread = thread.Before) cells.Add(new Woven(thread.Piece, thread.Slot, thread.IsNew));
        cells.Reverse();
        return (cells, best!.Cost);
    }

    private Thread? Run()
    {
        var beam = new List<Thread> { Thread.Start(slots.Length) };
        if (source >= 0 && !plan.Signs.Any(sign => sign.Slot == source)) headed[source] = true;
        headed[Plan.Rest] = true;
        for (var i = from; i < pieces.Length;)
        {
            if (plan.At(i) is { } sign)
            {
                headed[sign.Slot] = true;
                foreach (var thread in beam) (thread.Last, thread.AfterSign) = (sign.Slot, true);
                i = sign.To;
                continue;
            }
            beam = Advance(beam, i);
            i++;
        }
        foreach (var thread in beam)
        {
            thread.Cost += Ending.Cost(thread.Counts, plan, bare);
            for (var s = 0; s < slots.Length; s++)
                if (thread.Open[s] is { } open) thread.Cost += Costs(s, open).Whole - Costs(s, open).Begun;
        }
        return beam.MinBy(static thread => thread.Cost);
    }

    private readonly record struct Candidate(Thread Thread, int Slot, bool IsNew, double Cost, ulong Hash);

    private List<Thread> Advance(List<Thread> beam, int i)
    {
        var best = new Dictionary<(ulong, int), Candidate>();
        var least = double.PositiveInfinity;
        foreach (var thread in beam)
            for (var s = 0; s < slots.Length; s++)
            {
                if (!IsOpen(s)) continue;
                for (var kind = 0; kind < 2; kind++)
                {
                    var isNew = kind == 0;
                    if (!isNew && (thread.Open[s] is null || s == Plan.Rest) || isNew && slots[s].IsSingle && thread.Counts[s] > 0) continue;
                    var cost = thread.Cost + Step(thread, i, s, isNew);
                    if (cost > least + Margin) continue;
                    least = Math.Min(least, cost);
                    var hash = isNew && s != Plan.Rest ? unchecked(thread.Hash + marks[s]) : thread.Hash;
                    if (!best.TryGetValue((hash, s), out var there) || cost < there.Cost) best[(hash, s)] = new Candidate(thread, s, isNew, cost, hash);
                }
            }
        return [.. best.Values.OrderBy(static candidate => candidate.Cost).ThenBy(static candidate => candidate.Slot).Take(Beam).Select(candidate => candidate.Thread.Next(i, pieces[i], candidate.Slot, candidate.IsNew, candidate.Cost, candidate.Hash))];
    }

    /// <summary>Cells stand below their heads.</summary>
    private bool IsOpen(int s) => headed[s] || slots[s].Part == Part.Total && headed[plan.IndexOf(Part.Indicators, slots[s].Field)];

    private double Step(Thread thread, int i, int s, bool isNew)
    {
        var piece = pieces[i];
        if (s == Plan.Rest) return plan.IsEndOfLabel(piece.Key) ? 0.2 : slots[s].Begun(piece.Key) + (thread.AfterSign ? 0 : 0.5);
        var cost = Ink(thread, piece, s, isNew);
        if (cost > Margin) return cost;
        cost += isNew ? Fresh(thread, piece, s) : On(thread, piece, s);
        return cost + Move(thread, piece, s, isNew);
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
        var cost = 0.0;
        if (thread.Open[s] is { } before)
        {
            if (slot.Wraps && piece.LineStart && thread.LineWidth[s] + piece.First > WidthOf(thread, s) && piece.Key[0] is not ('≥' or '≤' or '=')) cost += 1.2;
            if (IsUnfinished(before)) cost += 5;
        }
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
        var room = WidthOf(thread, s) - thread.LineWidth[s] - piece.First;
        if (room < 0) return 0;
        return slot.Part is Part.Goals or Part.Label ? 0.5 + 0.1 * Math.Min(room, 30) : widths[s] > 0 ? 3 + Math.Min(room, 6) * 0.5 : 1.5 + Math.Min(room, 6) * 0.3;
    }

    private int WidthOf(Thread thread, int s) => Math.Max(widths[s], thread.Widest[s]);

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
        if (last == s) return 0;
        if (!isNew) return slot.Part == before.Part ? 0.8 : 1.5;
        if (before.Part == slot.Part || slot.Part == Part.Total && before.Part == Part.Indicators)
        {
            if (s > last && (thread.Counts[s] + 1 == thread.Counts[last] || !before.IsFull || !slot.IsFull)) return 0.2;
            if (s < last && thread.Counts[s] == thread.Counts[last]) return 0.3;
        }
        return piece.FlowStart ? 0.6 : 1.2;
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
        if (!isNew) return thread.Last == s && !thread.AfterSign ? piece.LineStart || piece.Loose ? 0 : 0.8 : piece.LineStart ? 4 : 8;
        if (thread.Last == s) return 0;
        if (!piece.LineStart) return 6;
        for (var other = 1; other < s; other++)
            if (slots[other].Part == Part.Label && headed[other] && thread.Counts[other] == 0) return 3;
        return piece.FlowStart ? 0.8 : 1.2;
    }
}

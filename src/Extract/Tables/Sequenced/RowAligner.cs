using System.Runtime.InteropServices;
using Extract.Forms;
using Extract.Text;

namespace Extract.Tables.Sequenced;

/// <summary>In which order a form's rows are printed where cells are wrapped.</summary>
internal enum RowOrder
{
    /// <summary>Cell after cell; a name cut by a page goes on behind the break.</summary>
    Cells,

    /// <summary>Line after line, cells centred down: the values stand at the middle of a wrapped name.</summary>
    CentredLines,

    /// <summary>Line after line, cells set at the top: the values stand at the name's first line, or before it.</summary>
    TopLines,
}

/// <summary>Atoms given to one cell of a row: one of possibly several stretches, where lines or values interrupt a cell.</summary>
internal readonly record struct Stretch(int Row, int Column, int From, int To);

/// <summary>Rows found, what they cost, and the order in which the form prints them.</summary>
internal sealed record Alignment(List<Stretch> Stretches, int Rows, double Cost, RowOrder Order)
{
    /// <summary>What of the cost the line breaks and spaces inside cells make.</summary>
    public double Strain { get; init; }
}

/// <summary>
/// Aligns a stream of atoms with a row grammar by dynamic programming: a semi-Markov segmentation (Sarawagi and Cohen, 2004, "Semi-Markov
/// conditional random fields for information extraction") whose segments are pieces of cells and whose best path is found as by Viterbi
/// (1967) with a beam.
/// 1. Every stretch of atoms has a cost in every column (<see cref="Column.Emit"/>), plus what its line breaks cost: a wrapped cell fills
///    all its lines but the last, so a line with room for what follows it was not broken there.
/// 2. From a stretch the path goes on in the row, or opens a new one. In <see cref="RowOrder.Cells"/> columns only rise within a row; in the
///    orders by lines every line starts anew from the left, and goes on with the cells that the lines before it left unfinished.
/// 3. A column left out costs when the path has passed it for good: at once where columns only rise, else when the row ends.
/// 4. Column widths are unknown at first: the first pass knows only each cell's own widest line; its result gives the widths of the second.
///    The second pass is run for each order, and the cheapest wins.
/// Arithmetic has no part in it: a check never chooses the reading it judges.
/// </summary>
internal sealed class RowAligner
{
    private const double Beam = 10;
    private const int BeamWidth = 16;
    private const int BeamWidthByLines = 24;
    private const double Hopeless = 12;
    private const double Unlikely = 9;

    /// <summary>Rows that cost less on average are what the form expects: no other order can explain them better by far.</summary>
    private const double Expected = 0.6;

    private readonly AtomStream stream;
    private readonly int from;
    private readonly int to;
    private readonly Column[] columns;
    private readonly bool marked;
    private readonly int name;
    private readonly bool paired;
    private readonly string[] pieces;
    private readonly int level1;
    private readonly int level2;
    private readonly double[] skips;
    private readonly int[] widths;
    private Proposal[][] proposals = [];
    private Opening[][] openings = [];
    private readonly double[] prefix;
    private readonly int valueBits;
    private readonly int tailBits;
    private readonly int targetBit;
    private readonly double[] unfilled;
    private readonly List<string> remainders = [""];
    private RowOrder order;
    private readonly Workspace work = kept ??= new Workspace();

    /// <summary>Room for one run's paths, kept by the thread for the next: a form's are large enough to burden the collector.</summary>
    [ThreadStatic]
    private static Workspace? kept;

    private sealed class Workspace
    {
        public readonly List<Node> Nodes = new(4096);
        public readonly Dictionary<(int Slot, Key Key), int> Seen = [];
        public readonly List<int> Live = [];
        public List<int>[] At = [];
        public double[] Best = [];

        public void Clear(int slots)
        {
            Nodes.Clear();
            Seen.Clear();
            if (At.Length < slots) (At, Best) = ([.. Enumerable.Range(0, slots).Select(static _ => new List<int>(32))], new double[slots]);
            for (var i = 0; i < slots; i++) At[i].Clear();
            Best.AsSpan(0, slots).Fill(double.PositiveInfinity);
        }
    }

    /// <summary>What of a path decides how it may go on: the last column on this line, the columns filled in this row, where its name stopped,
    /// lines of the name before the values less those behind, and what is still to come of its level names.</summary>
    private readonly record struct Key(short Column, int Filled, int NameEnd, sbyte Balance, byte Rest1, byte Rest2, bool Bare, bool Words = false)
    {
        public override int GetHashCode() => unchecked((((NameEnd * 4099 + Filled) * 31 + Column) * 257 + Balance * 7 + Rest1) * 263 + Rest2);
    }

    private readonly record struct Proposal(short Column, int Length, double Cost);

    /// <summary>The first characters of a level name, and what would still have to come of it.</summary>
    private readonly record struct Opening(int Length, byte Rest, bool First);

    private struct Node
    {
        public Key Key;
        public double Cost;
        public int Previous;
        public int Start;
        public short Column;
        public bool NewRow;
    }

    private RowAligner(AtomStream stream, int from, int to, Column[] columns, bool marked)
    {
        (this.stream, this.from, this.to, this.columns, this.marked) = (stream, from, to, columns, marked);
        name = Array.FindLastIndex(columns, static c => c.Field is Field.Level3 or Field.Level4);
        paired = columns.Count(static c => c.Field == Field.Source) > 1;
        level1 = paired ? -1 : Array.FindIndex(columns, static c => c.Field is Field.Level1 or Field.Source);
        pieces = level1 >= 0 && columns[level1].Field == Field.Source ? FundSources.Printed : Levels.LongFirst;
        level2 = Array.FindIndex(columns, static c => c.Field == Field.Level2);
        skips = Array.ConvertAll(columns, c => marked ? 4 : c.Skip);
        widths = new int[columns.Length];
        valueBits = Bits(static c => c.IsValue);
        targetBit = Bits(static c => c.Field == Field.Target);
        tailBits = Bits(static c => c.Field is Field.Target or Field.Weight or Field.Executed);
        prefix = new double[columns.Length + 1];
        for (var c = 0; c < columns.Length; c++) prefix[c + 1] = prefix[c] + (c == name && !marked ? 4 : skips[c]);
        unfilled = new double[1 << columns.Length];
        for (var mask = unfilled.Length - 2; mask >= 0; mask--)
        {
            var lowest = System.Numerics.BitOperations.TrailingZeroCount(~mask);
            unfilled[mask] = unfilled[mask | 1 << lowest] + prefix[lowest + 1] - prefix[lowest];
        }
    }

    /// <summary>An aligner for the atoms of a range; <see cref="Settle"/> runs it together with the other tables of its form.</summary>
    public static RowAligner For(AtomStream stream, int from, int to, Column[] columns, bool marked) => new(stream, from, to, columns, marked);

    /// <summary>
    /// The best rows for each table of a form. A form prints all its tables in one order: each order is tried on all of them, twice, the
    /// second time with the widths learned, and the order that explains them all most cheaply is taken.
    /// </summary>
    public static Alignment[] Settle(IReadOnlyList<RowAligner> tables)
    {
        var anchored = tables.Any(static table => table.marked) ? null : AnchoredRows.Read([.. tables.Select(static t => (t.stream, t.from, t.to, t.columns))]);
        if (anchored is not null) return anchored;
        if (CellAfterCell(tables) is { } printed) return printed;
        var best = tables.Select(static table => table.Run(RowOrder.Cells)).ToArray();
        if (tables.All(static table => table.marked) || tables.Zip(best).All(static pair => pair.Second.Cost < Expected * pair.Second.Rows && !pair.First.HasWraps(pair.Second)))
            return best;
        best = Refine(tables, best, RowOrder.Cells);
        if (tables.Zip(best).All(static pair => pair.First.marked || pair.Second.Cost < Expected * pair.Second.Rows)) return best;
        foreach (var trial in (ReadOnlySpan<RowOrder>)[RowOrder.CentredLines, RowOrder.TopLines])
        {
            var other = Refine(tables, tables.Select(table => table.Run(trial)).ToArray(), trial);
            if (other.Sum(static alignment => alignment.Cost) < best.Sum(static alignment => alignment.Cost) - 1) best = other;
        }
        return best;
    }

    /// <summary>The rows of a form whose stream of text is a page's own; null where any of its tables is not printed cell after cell.</summary>
    private static Alignment[]? CellAfterCell(IReadOnlyList<RowAligner> tables)
    {
        var rows = new List<Alignment>();
        foreach (var table in tables)
        {
            if (table.marked || table.paired || CellRows.Read(table.stream, table.from, table.to, table.columns) is not { } own) return null;
            rows.Add(own);
        }
        return [.. rows];
    }

    private static Alignment[] Refine(IReadOnlyList<RowAligner> tables, Alignment[] first, RowOrder order) =>
        [.. tables.Zip(first, (table, alignment) =>
        {
            table.Measure(alignment);
            var refined = table.Run(order);
            Array.Clear(table.widths);
            return refined;
        })];

    /// <summary>True where some cell stands on more than one line: only then the order of lines matters.</summary>
    private bool HasWraps(Alignment alignment)
    {
        foreach (var stretch in alignment.Stretches)
            if (stream[stretch.From].Line != stream[stretch.To - 1].Line) return true;
        return false;
    }

    /// <summary>
    /// Learns how wide each column is from the lines that were broken in it: the greatest width that a third of them share, give or take a
    /// character, so that one cell read wrongly does not widen the column.
    /// </summary>
    private void Measure(Alignment alignment)
    {
        var broken = new List<int>[columns.Length];
        foreach (var cell in alignment.Stretches.GroupBy(static stretch => (stretch.Row, stretch.Column)))
        {
            if (!columns[cell.Key.Column].Wraps) continue;
            var lines = cell.SelectMany(stretch => LinesOf(stretch.From, stretch.To)).ToList();
            if (lines.Count > 1) (broken[cell.Key.Column] ??= []).AddRange(lines.Take(lines.Count - 1));
        }
        for (var c = 0; c < columns.Length; c++)
        {
            if (broken[c] is not { } lines) continue;
            lines.Sort();
            for (var k = lines.Count - 1; k >= 0 && widths[c] == 0; k--)
                if (lines.Count(width => width <= lines[k] && width >= lines[k] - 2) * 3 >= lines.Count) widths[c] = lines[k];
        }
    }

    private IEnumerable<int> LinesOf(int start, int end)
    {
        for (var i = start; i < end;)
        {
            var next = stream.EndOfLine(i, end);
            yield return stream.WidthOf(i, next);
            i = next;
        }
    }

    private Alignment Run(RowOrder rowOrder)
    {
        order = rowOrder;
        if (proposals.Length < to - from)
            (proposals, openings) = ([.. Enumerable.Range(from, to - from).Select(Propose)], [.. Enumerable.Range(from, to - from).Select(Open)]);
        work.Clear(to - from + 1);
        work.Nodes.Add(new Node { Key = new Key(-1, 0, 0, 0, 0, 0, false), Previous = -1, Column = -1 });
        work.At[0].Add(0);
        for (var i = from; i < to; i++)
        {
            Prune(work.At[i - from]);
            if (work.Live.Count == 0) continue;
            foreach (var proposal in proposals[i - from])
            {
                var whole = proposal with { Cost = proposal.Cost + Breaks(proposal.Column, i, i + proposal.Length) + Hanging(i, i + proposal.Length) };
                if (whole.Cost > Hopeless && proposals[i - from].Length > 1) continue;
                foreach (var index in work.Live)
                {
                    // The cheapest paths come first: where one is too dear, all behind it are.
                    if (work.Nodes[index].Cost + whole.Cost > work.Best[i + whole.Length - from] + Beam) break;
                    Extend(index, i, whole);
                }
            }
            foreach (var index in work.Live) Complete(index, i);
        }
        return Finish();
    }

    /// <summary>The cheapest paths that end at an atom, best first.</summary>
    private void Prune(List<int> here)
    {
        var (nodes, live) = (work.Nodes, work.Live);
        live.Clear();
        if (here.Count == 0) return;
        here.Sort((a, b) => nodes[a].Cost.CompareTo(nodes[b].Cost));
        var limit = nodes[here[0]].Cost + Beam;
        for (var k = 0; k < here.Count && k < (ByLines ? BeamWidthByLines : BeamWidth) && nodes[here[k]].Cost <= limit; k++) live.Add(here[k]);
    }

    /// <summary>The cells that can start at an atom, without what their line breaks cost.</summary>
    private Proposal[] Propose(int i)
    {
        var found = new List<Proposal>();
        for (short c = 0; c < columns.Length; c++)
        {
            var column = columns[c];
            var joins = 0.0;
            var most = Math.Min(to - i, marked ? column.MostAtoms * 4 : column.MostAtoms);
            for (var length = 1; length <= most; length++)
            {
                if (length > 1) joins += Join(i + length - 1);
                if (joins > Hopeless || length > 1 && column.EndsBefore(stream.KeyOf(i + length - 1, i + length))) break;
                var key = stream.KeyOf(i, i + length);
                var cost = (marked && key.IsEmpty ? 0.1 : column.Emit(key)) + joins;
                if (cost <= Unlikely) found.Add(new Proposal(c, length, cost));
            }
        }
        // Whatever fits nowhere is kept with the name, dearly.
        if (found.Count == 0) found.Add(new Proposal((short)Math.Max(0, name), 1, Hopeless + 8));
        return [.. found];
    }

    /// <summary>What it costs that an atom continues the cell of the atom before it.</summary>
    private double Join(int atom)
    {
        ref readonly var here = ref stream[atom];
        // A mark set off from the row's others is a spare one.
        if (here.Mark) return here is { Length: 0, Gap: > 0 } ? 3 : 8;
        var gap = here.Gap > 0 && !marked ? 1.0 : 0;
        if (!marked && here.LineStart) gap += OpensRow(atom);
        if (here.LineStart) return (marked ? 0.05 : 0.25) + gap + (here.PageStart ? 0.3 : 0);
        var left = stream.KeyOf(atom - 1, atom);
        var right = stream.KeyOf(atom, atom + 1);
        if (left.IsEmpty || right.IsEmpty) return 4;
        var (a, b) = (Characters.IsWide(left[^1]), Characters.IsWide(right[0]));
        if (right[0] is '(' or ')' or ':' or ',' || left[^1] is '、' or '。' or ',' or ';' || Column.IsContinuing(right[0])) return 0.3;
        if (a && b) return 2;
        if (char.IsAsciiDigit(right[0]) && Column.NumberEnd(right) == right.Length) return EndsPhrase(atom) ? 2.5 : 0.4;
        if (a != b) return 0.35;
        return char.IsAsciiDigit(right[0]) && (char.IsAsciiDigit(left[^1]) || left[^1] == '%') ? 4 : 0.3;
    }

    /// <summary>A known name of a level or a source at the start of a line is its own cell.</summary>
    private double OpensRow(int atom)
    {
        var key = stream.KeyOf(atom, atom + 1);
        if (key.Length < 3) return 0;
        if (level2 >= 0) return key.EndsWith("指标") && Levels.IsName(key) ? 4 : 0;
        return columns[0].Field == Field.Source && FundSources.IsSource(key) && !stream.KeyOf(atom - 1, atom).EndsWith(":") ? 5 : 0;
    }

    /// <summary>The first character of an atom; a space for an empty cell.</summary>
    private char First(int atom) => stream.KeyOf(atom, atom + 1) is { IsEmpty: false } key ? key[0] : ' ';

    /// <summary>True for a number that no word follows on its line: it ends what it stands in.</summary>
    private bool EndsPhrase(int atom)
    {
        if (atom + 1 >= to || stream[atom + 1].LineStart) return true;
        var next = stream.KeyOf(atom + 1, atom + 2);
        return next.IsEmpty || !Characters.IsWide(next[0]) || Column.NumberEnd(next) == next.Length;
    }

    /// <summary>What the line breaks inside a stretch cost: room left on a line that was broken all the same.</summary>
    private double Breaks(int column, int start, int end)
    {
        if (!columns[column].Wraps) return 0;
        if (stream[start].Line == stream[end - 1].Line) return Overflow(column, stream.WidthOf(start, end));
        var widest = widths[column];
        for (var i = start; i < end;)
        {
            var next = stream.EndOfLine(i, end);
            widest = Math.Max(widest, stream.WidthOf(i, next));
            i = next;
        }
        var cost = Overflow(column, widest);
        for (var i = start; i < end;)
        {
            var next = stream.EndOfLine(i, end);
            if (next < end) cost += Room(widest - LineWidth(i, next), next);
            i = next;
        }
        return cost;
    }

    /// <summary>Columns of a line; a space that the typesetter left between a digit and a wide character counts one.</summary>
    private int LineWidth(int start, int end) => stream.WidthOf(start, end) + end - start - 1;

    private double Overflow(int column, int width) =>
        widths[column] > 0 && width > widths[column] + 1 ? Math.Min(4, 0.6 * (width - widths[column] - 1)) : 0;

    /// <summary>A line with this much room was broken before <paramref name="next"/>: free where the next unit would not have fitted.</summary>
    private double Room(int room, int next)
    {
        var left = room - Unit(next);
        return left < 0 ? 0 : Math.Min(7, 1.2 + 0.9 * left);
    }

    /// <summary>Columns of what a line cannot be broken inside: a wide character or a word of narrow ones, and the marks that cling to it.</summary>
    private int Unit(int atom)
    {
        var text = stream.KeyOf(atom, atom + 1);
        if (text.IsEmpty) return 0;
        var end = 1;
        if (!Characters.IsWide(text[0]))
            while (end < text.Length && !Characters.IsWide(text[end]) && text[end] < '\u2E80') end++;
        while (end < text.Length && Column.IsContinuing(text[end])) end++;
        var width = 0;
        foreach (var c in text[..end]) width += c is ',' or ';' or ':' or ')' or '(' ? 2 : DisplayWidth.Of(c);
        return width;
    }

    /// <summary>Numbers and operators are whole: only words go on with a cell on a later line.</summary>
    private bool CanContinue(int column, int i)
    {
        if (columns[column].Field is Field.Operator or Field.Source) return false;
        var key = stream.KeyOf(i, i + 1);
        return columns[column].Field is not (Field.Target or Field.Actual) || !char.IsAsciiDigit(First(i)) && !Operators.IsSign(key);
    }

    private bool ByLines => order != RowOrder.Cells;

    private void Extend(int index, int i, Proposal proposal)
    {
        var node = work.Nodes[index];
        var key = node.Key;
        var end = i + proposal.Length;
        var cost = node.Cost + proposal.Cost;
        var column = proposal.Column;
        ref readonly var atom = ref stream[i];
        if (key.Column < 0 || StartsRow(i))
        {
            var fresh = new Key(column, 0, 0, 0, 0, 0, false);
            Add(end, Fill(fresh, cost + (key.Column < 0 ? 0 : Close(key)) + OpenRow(key, i), column, i, end, index, true));
        }
        if (key.Column < 0) return;
        var free = (key.Filled & 1 << column) == 0;
        if (ByLines && atom.LineStart ? free : column > key.Column && free)
            Add(end, Fill(key, cost + Forward(key, column, i) + Crooked(node, i), column, i, end, index, false));
        if (!free && !marked && (atom.LineStart || ByLines && column > key.Column) && columns[column].Wraps && (column != key.Column || ByLines) && column != level1 && column != level2 && CanContinue(column, i))
            Add(end, Continue(key, cost, column, i, end, index));
    }

    /// <summary>Rows start lines; only where a row is made of labels and values may a value printed over from the row before stand first on its line.</summary>
    private bool StartsRow(int i) => stream[i].LineStart || marked || paired;

    private double OpenRow(Key key, int i)
    {
        ref readonly var atom = ref stream[i];
        if (!marked) return (atom.Gap > 0 ? -0.3 : 0) + (atom.LineStart ? 0 : 3);
        return (atom.Mark ? 0 : 6) + (atom.Gap > 0 || key.Column < 0 ? 0 : 2);
    }

    /// <summary>Fills a column of the row.</summary>
    private Node Fill(Key key, double cost, short column, int i, int end, int previous, bool newRow)
    {
        if (!ByLines) cost += Skipped(key, newRow ? 0 : key.Column + 1, column);
        var next = key with { Column = column, Filled = key.Filled | 1 << column };
        if (columns[column].Field == Field.Target) next = next with { Words = Column.NumberEnd(stream.KeyOf(i, end)) == 0 && Operators.Split(stream.KeyOf(i, end)).Number == 0 };
        if (columns[column].Field == Field.Actual && (key.Filled & targetBit) != 0)
        {
            var number = char.IsAsciiDigit(stream.KeyOf(i, i + 1) is { IsEmpty: false } first ? first[0] : ' ');
            if (number == key.Words) cost += number ? 0.7 : 1;
        }
        if (column == name)
        {
            next = next with { NameEnd = end, Balance = (sbyte)(ValuesSeen(key) ? -After(i, end) : LinesBefore(i, end)) };
            if (ValuesSeen(key)) cost += (stream[i].PageStart ? 1.5 : order == RowOrder.TopLines ? 0.2 : 2.5) - (ByLines ? 0 : 4);
        }
        else if (column == level1 || column == level2)
        {
            // A level's name never starts below its row's values.
            if (level2 >= 0 && ValuesSeen(key)) cost += 4;
            if (Levels.IsBare(stream.KeyOf(i, end)) && !key.Bare)
            {
                next = next with { Bare = true };
            }
        }
        return new Node { Key = next, Cost = cost, Previous = previous, Start = i, Column = column, NewRow = newRow };
    }

    /// <summary>What it costs that the columns of a range stay empty, where columns only rise. A name may still come behind the values; if it does not, the end of the row says so.</summary>
    private double Skipped(Key key, int first, int last) => first >= last ? 0 : (prefix[last] - prefix[first]) * (key.Bare ? 0.05 : 1);

    private int Bits(Predicate<Column> which)
    {
        var bits = 0;
        for (var c = 0; c < columns.Length; c++)
            if (which(columns[c])) bits |= 1 << c;
        return bits;
    }

    private bool ValuesSeen(Key key) => name >= 0 && (key.Filled & valueBits) >> (name + 1) != 0;

    private int Lines(int i, int end) => Math.Min(60, stream[end - 1].Line - stream[i].Line + 1);

    /// <summary>Lines of a name behind the values; where cells are set at the top any number of them is expected.</summary>
    private int After(int i, int end) => order == RowOrder.TopLines ? 0 : Lines(i, end);

    /// <summary>Lines of a name before the values; a last line that the values share is not one of them.</summary>
    private int LinesBefore(int i, int end)
    {
        var shared = end < to && stream[end].Line == stream[end - 1].Line;
        return Lines(i, end) - (shared ? 1 : 0);
    }

    /// <summary>Printed cell after cell, a wrapped cell does not end on the line on which the next one stands.</summary>
    private double Crooked(Node node, int i) =>
        !ByLines && !marked && !stream[i].LineStart && stream[node.Start].Line != stream[i - 1].Line ? 1 : 0;

    /// <summary>Nor does it start on the line on which the one before it stands.</summary>
    private double Hanging(int i, int end) => !ByLines && !marked && !stream[i].LineStart && stream[i].Line != stream[end - 1].Line ? 1 : 0;

    private double Forward(Key key, int column, int i)
    {
        ref readonly var atom = ref stream[i];
        if (marked) return (atom.Mark ? 0 : 6) + (atom.Gap > 0 ? 1 : 0);
        if (key.Bare) return columns[column].Field is Field.Level2 or Field.Weight or Field.Score ? 0 : 2;
        var cost = 0.0;
        if (!ByLines && name >= 0 && key.Column < name && column > name) cost += 0.5;
        // A new first level opens a new second level.
        if (!ByLines && level2 >= 0 && level1 >= 0 && key.Column == level1 && column != level2) cost += 2.5;
        if (atom.LineStart && columns[column].IsValue && columns[key.Column].IsValue) cost += columns[column].Wraps || columns[key.Column].Wraps ? 0.1 : 0.5;
        if (ByLines && columns[column].Field == Field.Reason) cost += (key.Filled & tailBits) == 0 ? 3 : atom.LineStart || !columns[key.Column].IsValue ? 2 : 0;
        // Values stand on one line: none comes after one to its right.
        if (ByLines && columns[column].IsValue && (key.Filled & valueBits) >> (column + 1) != 0) cost += 5;
        if (atom.LineStart && ByLines) cost += 0.15 + (atom.Gap > 0 ? 1 : 0) + (column < key.Column ? 0.2 : 0);
        if (atom.LineStart && atom.PageStart) cost += 1;
        return cost;
    }

    /// <summary>Goes on with a cell of this row on a later line: the rest of a name behind its values, of any wrapped cell where lines come one by one.</summary>
    private Node Continue(Key key, double cost, short column, int i, int end, int previous)
    {
        ref readonly var atom = ref stream[i];
        var next = key with { Column = ByLines ? column : (short)Math.Max(column, key.Column) };
        if (column != name)
            return new Node { Key = next, Cost = cost + (columns[column].Field is Field.Target or Field.Actual ? 1.2 : 0) + (atom.PageStart ? 0.8 : ByLines ? 0.8 : 5), Previous = previous, Start = i, Column = column };
        if (Column.IsContinuing(First(i))) cost -= 4;
        cost += atom.PageStart ? 0.6 : ByLines ? 0.1 : 3;
        if (atom.Gap > 0 && !atom.PageStart) cost += 1;
        var widest = Math.Max(widths[name], stream.WidthOf(i, stream.EndOfLine(i, end)));
        cost += Room(widest - LineWidth(NameLine(key.NameEnd), key.NameEnd), i);
        var balance = ValuesSeen(key) ? atom.PageStart ? 0 : -After(i, end) : LinesBefore(i, end);
        next = next with { NameEnd = end, Balance = (sbyte)Math.Clamp(key.Balance + balance, -60, 60) };
        return new Node { Key = next, Cost = cost, Previous = previous, Start = i, Column = column };
    }

    /// <summary>Where the name's last line starts, without the level names before it on the line.</summary>
    private int NameLine(int end)
    {
        var start = end - 1;
        while (start > from && stream[start - 1].Line == stream[end - 1].Line && !stream[start].LineStart) start--;
        while (start < end - 1 && (Levels.IsStartOfName(stream.KeyOf(start, start + 1)) || char.IsAsciiDigit(First(start)) && start + 1 < end - 1)) start++;
        return start;
    }

    /// <summary>Level names in pieces: one that a page or the next line cuts opens here, and the piece that completes it is recognised.</summary>
    private void Complete(int index, int i)
    {
        if (marked || level1 < 0 && level2 < 0) return;
        var node = work.Nodes[index];
        var key = node.Key;
        for (var length = 1; length <= 2 && i + length <= to; length++)
        {
            var text = stream.KeyOf(i, i + length);
            if (text.Length is 0 or > FundSources.Longest) break;
            if (key.Rest1 > 0) Rest(index, i, length, text, true);
            if (key.Rest2 > 0) Rest(index, i, length, text, false);
        }
        if (openings[i - from].Length == 0 || !ByLines && !PageAhead(i + 1)) return;
        foreach (var opening in openings[i - from])
        {
            if (opening.First ? level1 >= 0 : level2 >= 0) Cut(index, i, opening.Length, (short)(opening.First ? level1 : level2), opening.Rest);
        }
    }

    /// <summary>The level names that could start at an atom and end elsewhere.</summary>
    private Opening[] Open(int i)
    {
        if (marked || level1 < 0 && level2 < 0) return [];
        var found = new List<Opening>();
        for (var length = 1; length <= 2 && i + length <= to; length++)
        {
            var text = stream.KeyOf(i, i + length);
            if (text.Length is < 2 or > FundSources.Longest) continue;
            foreach (var full in pieces)
                if (full.Length > text.Length && full.AsSpan().StartsWith(text)) found.Add(new Opening(length, Remainder(full[text.Length..]), true));
            if (level2 < 0) continue;
            foreach (var full in Levels.LongSecond)
                if (full.Length > text.Length && full.AsSpan().StartsWith(text)) found.Add(new Opening(length, Remainder(full[text.Length..]), false));
        }
        return [.. found.Distinct()];
    }

    private void Cut(int index, int i, int length, short column, byte rest)
    {
        var node = work.Nodes[index];
        var key = node.Key;
        var piece = 1.2;
        if (StartsRow(i))
        {
            var fresh = Fill(new Key(column, 0, 0, 0, 0, 0, false), node.Cost + piece + (key.Column < 0 ? 0 : Close(key)) + OpenRow(key, i), column, i, i + length, index, true);
            fresh.Key = Owing(fresh.Key, column, rest);
            Add(i + length, fresh);
        }
        if (key.Column < 0 || (key.Filled & 1 << column) != 0) return;
        if (!(ByLines && stream[i].LineStart) && column <= key.Column) return;
        var next = Fill(key, node.Cost + piece + Forward(key, column, i), column, i, i + length, index, false);
        next.Key = Owing(next.Key, column, rest);
        Add(i + length, next);
    }

    private void Rest(int index, int i, int length, ReadOnlySpan<char> text, bool first)
    {
        var node = work.Nodes[index];
        var key = node.Key;
        var owed = remainders[first ? key.Rest1 : key.Rest2];
        if (!owed.AsSpan().StartsWith(text)) return;
        var column = (short)(first ? level1 : level2);
        var left = owed.Length == text.Length ? (byte)0 : Remainder(owed[text.Length..]);
        if (!stream[i].LineStart && !(ByLines && column > key.Column)) return;
        var next = (first ? key with { Rest1 = left } : key with { Rest2 = left }) with { Column = ByLines ? column : key.Column };
        Add(i + length, new Node { Key = next, Cost = node.Cost + (left == 0 ? -0.9 : 0.1), Previous = index, Start = i, Column = column });
    }

    private Key Owing(Key key, short column, byte rest) => column == level1 ? key with { Rest1 = rest } : key with { Rest2 = rest };

    private byte Remainder(string rest)
    {
        var found = remainders.IndexOf(rest);
        if (found >= 0) return (byte)found;
        if (remainders.Count > 250) return 0;
        remainders.Add(rest);
        return (byte)(remainders.Count - 1);
    }

    private bool PageAhead(int atom)
    {
        for (var i = atom; i < Math.Min(to, atom + 30); i++)
            if (stream[i].PageStart) return true;
        return false;
    }

    /// <summary>What the row leaves open when it ends.</summary>
    private double Close(Key key)
    {
        if (marked) return Skipped(key, key.Column + 1, columns.Length);
        var left = ByLines ? unfilled[key.Filled] * (key.Bare ? 0.05 : 1) : Skipped(key, key.Column + 1, columns.Length);
        var cost = left + (key.Rest1 > 0 ? 6.0 : 0) + (key.Rest2 > 0 ? 6 : 0);
        if (key.Bare) return cost;
        if (ByLines && level1 >= 0 && level2 >= 0 && (key.Filled & 1 << level1) != 0 && (key.Filled & 1 << level2) == 0) cost += 2.5;
        if (name < 0) return cost;
        if (key.NameEnd == 0) return cost + (ByLines ? 2 : 4);
        return cost + order switch
        {
            RowOrder.CentredLines => 0.9 * Math.Abs((int)key.Balance),
            RowOrder.TopLines => 0.9 * Math.Max(0, (int)key.Balance),
            _ => 0,
        };
    }

    private void Add(int position, Node node)
    {
        var slot = position - from;
        if (node.Cost > work.Best[slot] + Beam) return;
        if (node.Cost < work.Best[slot]) work.Best[slot] = node.Cost;
        ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(work.Seen, (slot, node.Key), out var exists);
        if (exists)
        {
            ref var other = ref CollectionsMarshal.AsSpan(work.Nodes)[known];
            if (node.Cost < other.Cost) other = node;
            return;
        }
        known = work.Nodes.Count;
        work.At[slot].Add(known);
        work.Nodes.Add(node);
    }

    private Alignment Finish()
    {
        var (nodes, last) = (work.Nodes, work.At[to - from]);
        var best = -1;
        var cost = double.PositiveInfinity;
        foreach (var index in last)
        {
            var total = nodes[index].Cost + Close(nodes[index].Key);
            if (total < cost) (best, cost) = (index, total);
        }
        // No path at all: the words are kept in one cell, at a cost that says so.
        if (best < 0 && to > from) return new Alignment([new Stretch(0, Math.Max(0, name), from, to)], 1, 1000, order);
        var path = new List<Node>();
        for (var index = best; index > 0; index = nodes[index].Previous) path.Add(nodes[index]);
        path.Reverse();
        var stretches = new List<Stretch>(path.Count);
        var row = -1;
        for (var p = 0; p < path.Count; p++)
        {
            if (path[p].NewRow) row++;
            stretches.Add(new Stretch(Math.Max(row, 0), path[p].Column, path[p].Start, p + 1 < path.Count ? path[p + 1].Start : to));
        }
        return new Alignment(stretches, row + 1, cost, order);
    }
}

using System.Runtime.InteropServices;
using Extract.Forms;
using Extract.Text;

namespace Extract.Tables.Sequenced;

/// <summary>Where in its row's lines a form prints the values of a row whose name is wrapped.</summary>
internal enum ValueLine
{
    /// <summary>Behind the whole name: cell after cell.</summary>
    Behind,

    /// <summary>At the middle of the name: cells centred down.</summary>
    Middle,

    /// <summary>At the first line of the name: cells set at the top.</summary>
    First,
}

/// <summary>Atoms given to one cell of a row: possibly several stretches, where the values interrupt a name.</summary>
internal readonly record struct Stretch(int Row, int Column, int From, int To);

/// <summary>Rows found, what they cost, and how the form sets its values.</summary>
internal sealed record Alignment(List<Stretch> Stretches, int Rows, double Cost, ValueLine Style);

/// <summary>
/// Aligns a stream of atoms with a row grammar by dynamic programming: a semi-Markov segmentation (Sarawagi and Cohen, 2004, "Semi-Markov
/// conditional random fields for information extraction") whose segments are cells and whose best path is found as by Viterbi (1967).
/// 1. Every stretch of atoms has a cost in every column (<see cref="Column.Emit"/>), plus what its line breaks cost: a wrapped cell fills
///    all its lines but the last, so a line with room for what follows it was not broken there.
/// 2. From a stretch the path goes on in a later column of the row, in a new row, or back to a name that the values or a page interrupted.
/// 3. Column widths are unknown at first: the first pass knows only each cell's own widest line; its result gives the widths of the second.
///    The second pass is run for each way of setting values beside a wrapped name, and the cheapest wins.
/// Arithmetic has no part in it: a check never chooses the reading it judges.
/// </summary>
internal sealed class RowAligner
{
    private const int Deferred = 0xFFFF;
    private const double Beam = 24;
    private const int BeamWidth = 28;
    private const double Hopeless = 12;

    private readonly AtomStream stream;
    private readonly int from;
    private readonly int to;
    private readonly Column[] columns;
    private readonly bool marked;
    private readonly int name;
    private readonly double[] skips;
    private readonly int[] widths;
    private ValueLine style;
    private readonly List<string> remainders = [];

    /// <summary>What of a path decides how it may go on. <c>Bare</c> marks a row of a name, a weight and a score and nothing between (预算执行率).</summary>
    private readonly record struct Key(short Column, int NameEnd, byte NameLines, byte Rest1, byte Rest2, bool Bare = false);

    private struct Node
    {
        public Key Key;
        public double Cost;
        public int Previous;
        public int Start;
        public short Column;
        public bool NewRow;
    }

    private readonly record struct Candidate(short Column, int Length, double Cost, byte Rest, bool Continuing);

    private RowAligner(AtomStream stream, int from, int to, Column[] columns, bool marked)
    {
        (this.stream, this.from, this.to, this.columns, this.marked) = (stream, from, to, columns, marked);
        name = Array.FindLastIndex(columns, static c => c.Field is Field.Level3 or Field.Level4);
        skips = new double[columns.Length + 1];
        for (var c = 0; c < columns.Length; c++) skips[c + 1] = skips[c] + (marked ? 4 : columns[c].Skip);
        widths = new int[columns.Length];
    }

    /// <summary>The best rows for the atoms of a range.</summary>
    public static Alignment Align(AtomStream stream, int from, int to, Column[] columns, bool marked)
    {
        var aligner = new RowAligner(stream, from, to, columns, marked);
        var best = aligner.Run(ValueLine.Behind);
        if (marked || aligner.name < 0) return best;
        aligner.Measure(best);
        best = aligner.Run(ValueLine.Behind);
        foreach (var style in (ReadOnlySpan<ValueLine>)[ValueLine.Middle, ValueLine.First])
        {
            var other = aligner.Run(style);
            if (other.Cost < best.Cost - 0.5) best = other;
        }
        return best;
    }

    /// <summary>
    /// Learns how wide each column is from the lines that were broken in it: the greatest width that a third of them share, give or take a
    /// character, so that one cell read wrongly does not widen the column.
    /// </summary>
    private void Measure(Alignment alignment)
    {
        var broken = new List<int>[columns.Length];
        foreach (var (_, column, start, end) in alignment.Stretches)
        {
            if (!columns[column].Wraps) continue;
            for (var i = start; i < end;)
            {
                var next = stream.EndOfLine(i, end);
                if (next < end) (broken[column] ??= []).Add(stream.WidthOf(i, next));
                i = next;
            }
        }
        for (var c = 0; c < columns.Length; c++)
        {
            if (broken[c] is not { } lines) continue;
            lines.Sort();
            for (var k = lines.Count - 1; k >= 0 && widths[c] == 0; k--)
                if (lines.Count(width => width <= lines[k] && width >= lines[k] - 2) * 3 >= lines.Count) widths[c] = lines[k];
        }
    }

    private Alignment Run(ValueLine valueLine)
    {
        style = valueLine;
        var nodes = new List<Node>(1024);
        var at = new List<int>[to - from + 1];
        for (var i = 0; i < at.Length; i++) at[i] = [];
        nodes.Add(new Node { Key = new Key(-1, 0, 0, 0, 0), Previous = -1, Column = -1 });
        at[0].Add(0);
        var candidates = new List<Candidate>();
        for (var i = from; i < to; i++)
        {
            var live = Prune(nodes, at[i - from]);
            if (live.Count == 0) continue;
            Propose(i, candidates);
            foreach (var index in live)
                foreach (var candidate in candidates) Extend(nodes, at, index, i, candidate);
        }
        return Finish(nodes, at[to - from]);
    }

    private static List<int> Prune(List<Node> nodes, List<int> here)
    {
        if (here.Count <= 1) return here;
        here.Sort((a, b) => nodes[a].Cost.CompareTo(nodes[b].Cost));
        var limit = nodes[here[0]].Cost + Beam;
        var keep = 0;
        while (keep < here.Count && keep < BeamWidth && nodes[here[keep]].Cost <= limit) keep++;
        return here.GetRange(0, keep);
    }

    /// <summary>The cells that can start at an atom.</summary>
    private void Propose(int i, List<Candidate> candidates)
    {
        candidates.Clear();
        for (short c = 0; c < columns.Length; c++)
        {
            var column = columns[c];
            var joins = 0.0;
            var most = Math.Min(to - i, marked ? column.MostAtoms * 4 : column.MostAtoms);
            for (var length = 1; length <= most; length++)
            {
                if (length > 1) joins += Join(i + length - 1);
                if (joins > Hopeless) break;
                var key = stream.KeyOf(i, i + length);
                var cost = (marked && key.IsEmpty ? 0.1 : column.Emit(key)) + joins;
                if (column.Wraps) cost += Breaks(c, i, i + length);
                if (cost < Hopeless + 4) candidates.Add(new Candidate(c, length, cost, 0, false));
                if (column.Field is Field.Level1 or Field.Level2) ProposeCut(i, length, c, joins, candidates);
            }
        }
        if (candidates.Count == 0) candidates.Add(new Candidate((short)Math.Max(0, name), 1, Hopeless + 8, 0, false));
    }

    /// <summary>A level name that a page break cuts: its beginning here, its end behind the break.</summary>
    private void ProposeCut(int i, int length, short column, double joins, List<Candidate> candidates)
    {
        var key = stream.KeyOf(i, i + length);
        if (key.Length is < 2 or > Levels.Longest) return;
        for (var r = 0; r < remainders.Count; r++)
            if (key.SequenceEqual(remainders[r])) candidates.Add(new Candidate(column, length, 0.2 + joins, (byte)(r + 1), true));
        if (!PageAhead(i + length)) return;
        foreach (var full in Levels.AllNames)
            if (full.Length > key.Length && full.AsSpan().StartsWith(key))
                candidates.Add(new Candidate(column, length, 2 + joins, Remainder(full[key.Length..]), false));
    }

    private byte Remainder(string rest)
    {
        var found = remainders.IndexOf(rest);
        if (found < 0 && remainders.Count < 200)
        {
            remainders.Add(rest);
            found = remainders.Count - 1;
        }
        return (byte)(found + 1);
    }

    private bool PageAhead(int atom)
    {
        for (var i = atom; i < Math.Min(to, atom + 30); i++)
            if (stream[i].PageStart) return true;
        return false;
    }

    /// <summary>What it costs that an atom continues the cell of the atom before it.</summary>
    private double Join(int atom)
    {
        ref readonly var here = ref stream[atom];
        // A mark set off from the row's others is a spare one.
        if (here.Mark) return here is { Length: 0, Gap: > 0 } ? 3 : 8;
        var gap = here.Gap > 0 && !marked ? 1.0 : 0;
        if (here.LineStart) return (marked ? 0.05 : 0.25) + gap + (here.PageStart ? 0.3 : 0);
        var left = stream.KeyOf(atom - 1, atom);
        var right = stream.KeyOf(atom, atom + 1);
        if (left.IsEmpty || right.IsEmpty) return 4;
        var (a, b) = (Characters.IsWide(left[^1]), Characters.IsWide(right[0]));
        if (right[0] is '(' or ')' or ':' or ',' || left[^1] is '、' or '。' or ',' or ';' || Column.IsContinuing(right[0])) return 0.3;
        if (a && b) return 2;
        if (a != b) return 0.35;
        return char.IsAsciiDigit(right[0]) && (char.IsAsciiDigit(left[^1]) || left[^1] == '%') ? 4 : 0.3;
    }

    /// <summary>What the line breaks inside a cell cost: room left on a line that was broken all the same.</summary>
    private double Breaks(int column, int start, int end)
    {
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
            if (next < end) cost += Room(widest - stream.WidthOf(i, next), next);
            i = next;
        }
        return cost;
    }

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

    private void Extend(List<Node> nodes, List<int>[] at, int index, int i, Candidate candidate)
    {
        var node = nodes[index];
        if (candidate.Continuing)
        {
            ContinueLevel(nodes, at, node, index, i, candidate);
            return;
        }
        var (_, key) = (node.Cost, node.Key);
        if (candidate.Column > key.Column)
        {
            var cost = node.Cost + candidate.Cost + Forward(key, candidate.Column, i);
            var next = key with { Column = candidate.Column };
            if (name >= 0 && key.Column < name && candidate.Column > name) next = next with { NameEnd = Deferred, NameLines = 0 };
            next = Filled(next, candidate, i);
            Add(nodes, at, i + candidate.Length, new Node { Key = next, Cost = cost, Previous = index, Start = i, Column = candidate.Column, NewRow = key.Column < 0 });
        }
        if (key.Column >= 0)
        {
            var cost = node.Cost + candidate.Cost + NewRow(key, candidate.Column, i);
            var next = Filled(new Key(candidate.Column, name >= 0 && candidate.Column > name ? Deferred : 0, 0, 0, 0), candidate, i);
            Add(nodes, at, i + candidate.Length, new Node { Key = next, Cost = cost, Previous = index, Start = i, Column = candidate.Column, NewRow = true });
        }
        if (candidate.Column == name && key.Column > name && !marked) ContinueName(nodes, at, node, index, i, candidate);
    }

    private Key Filled(Key key, Candidate candidate, int i)
    {
        if (columns[candidate.Column].Field is Field.Level1 or Field.Level2 && Levels.IsBare(stream.KeyOf(i, i + candidate.Length))) key = key with { Bare = true };
        if (candidate.Column == name)
        {
            var lines = stream[i + candidate.Length - 1].Line - stream[i].Line + 1;
            // A last line that the values share is not a line before them.
            if (i + candidate.Length < to && stream[i + candidate.Length].Line == stream[i + candidate.Length - 1].Line) lines--;
            return key with { NameEnd = i + candidate.Length, NameLines = (byte)Math.Min(lines, 200) };
        }
        if (candidate.Rest == 0) return key;
        return columns[candidate.Column].Field == Field.Level1 ? key with { Rest1 = candidate.Rest } : key with { Rest2 = candidate.Rest };
    }

    private double Forward(Key key, int column, int i)
    {
        ref readonly var atom = ref stream[i];
        var cost = skips[column] - skips[key.Column + 1];
        if (marked) return cost + (atom.Mark ? 0 : 6) + (atom.Gap > 0 && key.Column >= 0 ? 1 : 0);
        if (key.Bare) return 0.1 * cost + (columns[column].Field is Field.Level2 or Field.Weight or Field.Score ? 0 : 2);
        if (name >= 0 && key.Column < name && column > name) cost += (style == ValueLine.Behind ? 0 : -3.5) - columns[name].Skip + 4;
        // A new first level opens a new second level.
        if (key.Column >= 0 && columns[key.Column].Field == Field.Level1 && columns[column].Field is not Field.Level2) cost += 2.5;
        if (atom.LineStart && key.Column >= 0 && columns[column].IsValue && columns[key.Column].IsValue) cost += columns[column].Wraps || columns[key.Column].Wraps ? 0.1 : 0.5;
        if (atom.LineStart && atom.PageStart && key.Column >= 0) cost += 1;
        return cost;
    }

    private double NewRow(Key key, int column, int i)
    {
        ref readonly var atom = ref stream[i];
        var cost = Close(key) + skips[column];
        if (marked) return cost + (atom.Mark ? 0 : 6) + (atom.Gap > 0 ? 0 : 2);
        if (name >= 0 && column > name) cost += (style == ValueLine.Behind ? 0 : -3.5) - columns[name].Skip + 4;
        return cost + (atom.LineStart ? 0 : 6);
    }

    /// <summary>What the row leaves open when it ends.</summary>
    private double Close(Key key)
    {
        var cost = skips[columns.Length] - skips[key.Column + 1];
        if (key.Bare) return 0.5 * cost;
        if (key.NameEnd == Deferred) cost += 4;
        if (key.Rest1 > 0) cost += 6;
        if (key.Rest2 > 0) cost += 6;
        if (marked || name < 0 || key.NameEnd is 0 or Deferred) return cost;
        // A name of which every line stands before the values, in a form that sets values at its middle or first line.
        return cost + style switch
        {
            ValueLine.Middle => key.NameLines >= 1 && key.Column > name ? 0.9 * key.NameLines : 0,
            ValueLine.First => key.NameLines >= 1 && key.Column > name ? 0.9 * key.NameLines : 0,
            _ => 0,
        };
    }

    private void ContinueName(List<Node> nodes, List<int>[] at, Node node, int index, int i, Candidate candidate)
    {
        var key = node.Key;
        ref readonly var atom = ref stream[i];
        if (key.NameEnd == 0 || !atom.LineStart) return;
        var cut = atom.PageStart;
        var end = i + candidate.Length;
        var lines = stream[end - 1].Line - atom.Line + 1;
        var cost = node.Cost + candidate.Cost;
        if (key.NameEnd == Deferred)
        {
            cost += cut ? 1.5 : style == ValueLine.Behind ? 2.5 : 0.2;
        }
        else
        {
            if (Column.IsContinuing(stream.KeyOf(i, i + 1)[0])) cost -= 4;
            cost += cut ? Math.Min(0.8, 0.4 + Gap(style)) : Gap(style);
            var last = key.NameEnd - 1;
            var start = last;
            while (start > from && stream[start - 1].Line == stream[last].Line && !stream[start].LineStart) start--;
            var widest = Math.Max(widths[name], stream.WidthOf(i, stream.EndOfLine(i, end)));
            cost += Room(widest - NameWidth(start, key.NameEnd), i);
        }
        if (!cut)
        {
            cost += style switch
            {
                ValueLine.Middle => 0.9 * Math.Abs(key.NameLines - lines),
                ValueLine.First => 0.9 * key.NameLines,
                _ => 0,
            };
        }
        // The name's own second part: what follows belongs to this row until a new one begins.
        var next = key with { NameEnd = 0, NameLines = 0 };
        Add(nodes, at, end, new Node { Key = next, Cost = cost, Previous = index, Start = i, Column = (short)name, NewRow = false });
    }

    private static double Gap(ValueLine style) => style == ValueLine.Behind ? 3 : 0.1;

    /// <summary>Columns of the name's last line before the values, without a level name before it on the line.</summary>
    private int NameWidth(int start, int end)
    {
        while (start < end && (Levels.FirstNames.Contains(stream.KeyOf(start, start + 1).ToString()) || Levels.SecondNames.Contains(stream.KeyOf(start, start + 1).ToString()))) start++;
        return stream.WidthOf(start, end);
    }

    private void ContinueLevel(List<Node> nodes, List<int>[] at, Node node, int index, int i, Candidate candidate)
    {
        var key = node.Key;
        var first = columns[candidate.Column].Field == Field.Level1;
        if ((first ? key.Rest1 : key.Rest2) != candidate.Rest || key.Column <= candidate.Column) return;
        var next = first ? key with { Rest1 = 0 } : key with { Rest2 = 0 };
        var cost = node.Cost + candidate.Cost + (stream[i].LineStart ? 0 : 3);
        Add(nodes, at, i + candidate.Length, new Node { Key = next, Cost = cost, Previous = index, Start = i, Column = candidate.Column, NewRow = false });
    }

    private void Add(List<Node> nodes, List<int>[] at, int position, Node node)
    {
        var here = at[position - from];
        var all = CollectionsMarshal.AsSpan(nodes);
        foreach (var index in here)
        {
            ref var other = ref all[index];
            if (other.Key != node.Key) continue;
            if (node.Cost < other.Cost) other = node;
            return;
        }
        here.Add(nodes.Count);
        nodes.Add(node);
    }

    private Alignment Finish(List<Node> nodes, List<int> last)
    {
        var best = -1;
        var cost = double.PositiveInfinity;
        foreach (var index in last)
        {
            var total = nodes[index].Cost + Close(nodes[index].Key);
            if (total < cost) (best, cost) = (index, total);
        }
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
        return new Alignment(stretches, row + 1, cost, style);
    }
}

using Extract.Text;

namespace Extract.Tables.Sequenced;

/// <summary>
/// Divides the words of two neighbouring cells (目标 and 完成情况) that broken text prints one behind the other. The border is where a
/// paragraph ends: each cell's lines are filled to its own width but for the last of each paragraph, and numbered lists start anew.
/// </summary>
internal static class GoalSplit
{
    /// <summary>The first atom of the second cell; <paramref name="to"/> where there is only one cell.</summary>
    public static int Find(AtomStream stream, int from, int to)
    {
        var lines = Lines(stream, from, to);
        if (lines.Count == 0) return to;
        if (lines.Count == 1) return OneLine(stream, from, to);
        var best = to;
        var cost = double.PositiveInfinity;
        for (var k = 1; k < lines.Count; k++)
        {
            var here = Cost(stream, lines, 0, k) + Cost(stream, lines, k, lines.Count) + Border(stream, lines, k);
            if (here < cost) (best, cost) = (lines[k].From, here);
        }
        foreach (var line in (ReadOnlySpan<int>)[0, lines.Count - 1])
            for (var i = lines[line].From + 1; i < lines[line].To; i++)
            {
                var here = Inside(stream, lines, line, i);
                if (here < cost) (best, cost) = (i, here);
            }
        return best;
    }

    /// <summary>
    /// What it costs that the second cell begins inside a line: a cell of one line stands on the first line of the cell beside it, or, set at the foot,
    /// on its last. Only the end of a sentence is a border there.
    /// </summary>
    private static double Inside(AtomStream stream, List<(int From, int To)> lines, int line, int atom)
    {
        var (first, second) = ((lines[line].From, atom), (atom, lines[line].To));
        if (!EndsSentence(stream, first) || stream.KeyOf(atom, atom + 1) is not [var opening, ..] || !Characters.IsWide(opening)) return double.PositiveInfinity;
        var cut = new List<(int From, int To)>([.. lines[..line], first, second, .. lines[(line + 1)..]]);
        return 0.5 + Cost(stream, cut, 0, line + 1) + Cost(stream, cut, line + 1, cut.Count);
    }

    /// <summary>
    /// Where goals of two rows are printed one behind the other (目标, 完成情况, 目标, 完成情况) each cell of a column is filled to the column's
    /// width: the three borders at which that explains the lines better by far than one border does; null where one is enough.
    /// </summary>
    public static (int First, int Second, int Third)? FindTwoRows(AtomStream stream, int from, int to)
    {
        var lines = Lines(stream, from, to);
        if (lines.Count is < 4 or > 40) return null;
        var single = double.PositiveInfinity;
        for (var k = 1; k < lines.Count; k++) single = Math.Min(single, Cost(stream, lines, 0, k) + Cost(stream, lines, k, lines.Count) + Border(stream, lines, k));
        ((int, int, int)? best, var cost) = (null, single - 2.5);
        for (var a = 1; a < lines.Count - 2; a++)
            for (var b = a + 1; b < lines.Count - 1; b++)
            {
                if (!EndsSentence(stream, lines[a - 1]) || !EndsSentence(stream, lines[b - 1])) continue;
                for (var c = b + 1; c < lines.Count; c++)
                {
                    if (!EndsSentence(stream, lines[c - 1])) continue;
                    var left = Math.Max(Widest(stream, lines, 0, a), Widest(stream, lines, b, c));
                    var right = Math.Max(Widest(stream, lines, a, b), Widest(stream, lines, c, lines.Count));
                    var here = Cost(stream, lines, 0, a, left) + Cost(stream, lines, a, b, right) + Cost(stream, lines, b, c, left) + Cost(stream, lines, c, lines.Count, right)
                        + 0.05 * Math.Abs(a - (b - a)) + 0.05 * Math.Abs(c - b - (lines.Count - c))
                        - (SpeakAlike(stream, lines[0].From, lines[a].From, lines[b].From) && SpeakAlike(stream, lines[b].From, lines[c].From, to) ? 6 : 0);
                    if (here < cost) (best, cost) = ((lines[a].From, lines[b].From, lines[c].From), here);
                }
            }
        return best;
    }

    /// <summary>A goal and what came of it share phrases: at least three runs of four characters.</summary>
    private static bool SpeakAlike(AtomStream stream, int first, int second, int end)
    {
        var (goal, done) = (stream.KeyOf(first, second).ToString(), stream.KeyOf(second, end).ToString());
        var shared = 0;
        for (var i = 0; i + 4 <= done.Length && shared < 3; i++)
            if (goal.Contains(done.AsSpan(i, 4), StringComparison.Ordinal)) shared++;
        return shared == 3;
    }

    private static int Widest(AtomStream stream, List<(int From, int To)> lines, int first, int last)
    {
        var widest = 0;
        for (var k = first; k < last; k++) widest = Math.Max(widest, stream.WidthOf(lines[k].From, lines[k].To));
        return widest;
    }

    private static List<(int From, int To)> Lines(AtomStream stream, int from, int to)
    {
        var lines = new List<(int From, int To)>();
        for (var i = from; i < to;)
        {
            var next = stream.EndOfLine(i, to);
            lines.Add((i, next));
            i = next;
        }
        return lines;
    }

    /// <summary>Both cells on one line: the space nearest its middle between two wide characters divides them.</summary>
    private static int OneLine(AtomStream stream, int from, int to)
    {
        var best = to;
        var distance = int.MaxValue;
        for (var i = from + 1; i < to; i++)
        {
            if (stream.KeyOf(i - 1, i) is not [.., var before] || stream.KeyOf(i, i + 1) is not [var behind, ..]) continue;
            if (!Characters.IsWide(before) || !Characters.IsWide(behind)) continue;
            var off = Math.Abs(stream.WidthOf(from, i) - stream.WidthOf(i, to));
            if (off < distance) (best, distance) = (i, off);
        }
        return best;
    }

    /// <summary>What lines cost as one cell: room left where a line was broken in the middle of a sentence.</summary>
    private static double Cost(AtomStream stream, List<(int From, int To)> lines, int first, int last) => Cost(stream, lines, first, last, Widest(stream, lines, first, last));

    private static double Cost(AtomStream stream, List<(int From, int To)> lines, int first, int last, int widest)
    {
        var cost = 0.0;
        for (var k = first; k < last; k++)
        {
            var ends = EndsSentence(stream, lines[k]);
            if (k == last - 1)
            {
                cost += ends ? 0 : 0.8;
                continue;
            }
            var room = widest - stream.WidthOf(lines[k].From, lines[k].To) - 3;
            if (room <= 0) continue;
            cost += ends || Ordinal(stream, lines[k + 1]) is not null ? 0.4 : Math.Min(5, 1 + 0.3 * room);
        }
        return cost;
    }

    private static double Border(AtomStream stream, List<(int From, int To)> lines, int k)
    {
        var cost = 0.02 * Math.Abs(2 * k - lines.Count);
        if (stream.KeyOf(lines[k].From, lines[k].From + 1) is [var opening, ..] && Column.IsContinuing(opening)) cost += 4;
        if (stream[lines[k].From].Gap > 0) cost -= 1.5;
        if (Ordinal(stream, lines[k]) is not { } number) return cost;
        if (number == 1) return cost - 0.8;
        for (var j = 0; j < k; j++)
            if (Ordinal(stream, lines[j]) == number - 1) return cost + 3;
        return cost;
    }

    private static bool EndsSentence(AtomStream stream, (int From, int To) line) => stream.KeyOf(line.From, line.To) is [.., '。' or ';' or '!' or '.'];

    /// <summary>The number of a list item that a line opens with: 1. 2、 （三） 四、 ①; null if it opens none.</summary>
    private static int? Ordinal(AtomStream stream, (int From, int To) line)
    {
        var key = stream.KeyOf(line.From, line.To);
        if (key.Length < 2) return null;
        if (key[0] is >= '①' and <= '⑳') return key[0] - '①' + 1;
        var open = key[0] == '(' ? 1 : 0;
        var i = open;
        var value = 0;
        while (i < key.Length && char.IsAsciiDigit(key[i]) && i - open < 2) value = value * 10 + (key[i++] - '0');
        if (i == open && i < key.Length && "一二三四五六七八九十".IndexOf(key[i], StringComparison.Ordinal) is >= 0 and var digit) (value, i) = (digit + 1, i + 1);
        if (i == open || i >= key.Length) return null;
        if (open == 1) return key[i] == ')' ? value : null;
        if (key[i] == '、') return value;
        return key[i] == '.' && (i + 1 == key.Length || !char.IsAsciiDigit(key[i + 1])) ? value : null;
    }
}

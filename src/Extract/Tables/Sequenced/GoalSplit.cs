using Extract.Text;

namespace Extract.Tables.Sequenced;

/// <summary>
/// Divides the words of two neighbouring cells (目标 and 完成情况) that broken text prints one behind the other. The border is where a
/// paragraph ends: each cell's lines are filled to its own width but for the last of each paragraph, and numbered lists start anew.
/// </summary>
internal static class GoalSplit
{
    /// <summary>The first atom of the second cell; <paramref name="to"/> where there is only one cell.</summary>
    public static int Find(AtomStream stream, int from, int to) => Cheapest(stream, Lines(stream, from, to), to).Border;

    /// <summary>The border of two cells, and what it costs.</summary>
    private static (int Border, double Cost) Cheapest(AtomStream stream, List<(int From, int To)> lines, int to)
    {
        if (lines.Count == 0) return (to, 0);
        if (lines.Count == 1) return (OneLine(stream, lines[0].From, to), 0);
        var (best, cost) = (to, double.PositiveInfinity);
        for (var k = 1; k < lines.Count; k++)
        {
            var here = Cost(stream, lines[..k]) + Cost(stream, lines[k..]) + Border(stream, lines, k);
            if (here < cost) (best, cost) = (lines[k].From, here);
        }
        // A cell of one line stands on the first line of the cell beside it, or, set at the foot, on its last.
        foreach (var line in (ReadOnlySpan<int>)[0, lines.Count - 1])
            foreach (var cut in CutInside(stream, lines, line))
            {
                var here = 0.5 + Cost(stream, cut[..(line + 1)]) + Cost(stream, cut[(line + 1)..]);
                if (here < cost) (best, cost) = (cut[line + 1].From, here);
            }
        return (IsOne(stream, lines, best, to) ? to : best, cost);
    }

    /// <summary>
    /// The second cell may be blank: lines that are filled, of which the last alone ends a sentence, are one sentence, unless what would be the second
    /// cell says what came of the first, in its words or as reports begin.
    /// </summary>
    private static bool IsOne(AtomStream stream, List<(int From, int To)> lines, int border, int to)
    {
        if (!EndsSentence(stream, lines[^1]) || lines[..^1].Exists(line => EndsSentence(stream, line)) || Cost(stream, lines) > 0) return false;
        var (goal, done) = (stream.KeyOf(lines[0].From, border).ToString(), stream.KeyOf(border, to).ToString());
        if (done.Length == 0 || Array.Exists(Reports, word => done.StartsWith(word, StringComparison.Ordinal))) return false;
        for (var i = 0; i + 2 <= done.Length; i++)
            if (Characters.IsWide(done[i]) && goal.Contains(done.AsSpan(i, 2), StringComparison.Ordinal)) return false;
        return true;
    }

    private static readonly string[] Reports = ["已", "完成", "全年", "全部", "基本", "达到", "实现", "如期", "按", "未", "1", "一"];

    /// <summary>The lines with one of them cut in two where a second cell may begin on it: only the end of a sentence is a border there.</summary>
    private static IEnumerable<List<(int From, int To)>> CutInside(AtomStream stream, List<(int From, int To)> lines, int line)
    {
        for (var i = lines[line].From + 1; i < lines[line].To; i++)
            if (EndsSentence(stream, (lines[line].From, i)) && stream.KeyOf(i, i + 1) is [var opening, ..] && Characters.IsWide(opening)) yield return CutAt(lines, line, i);
    }

    private static List<(int From, int To)> CutAt(List<(int From, int To)> lines, int line, int atom) =>
        [.. lines[..line], (lines[line].From, atom), (atom, lines[line].To), .. lines[(line + 1)..]];

    /// <summary>
    /// Where goals of two rows are printed one behind the other (目标, 完成情况, 目标, 完成情况) each cell of a column is filled to the column's
    /// width: the three borders at which that explains the lines better by far than one border does; null where one is enough.
    /// </summary>
    public static (int First, int Second, int Third)? FindTwoRows(AtomStream stream, int from, int to)
    {
        var lines = Lines(stream, from, to);
        if (lines.Count is < 3 or > 40) return null;
        var (best, cost) = TwoRows(stream, lines, to, 1, lines.Count - 1);
        // Cells of one line each stand on one line.
        foreach (var cut in CutInside(stream, lines, 0))
            if (TwoRows(stream, cut, to, 1, 2) is var first && first.Cost + 0.5 < cost) (best, cost) = (first.Borders, first.Cost + 0.5);
        foreach (var cut in CutInside(stream, lines, lines.Count - 1))
            if (TwoRows(stream, cut, to, lines.Count - 1, lines.Count) is var last && last.Cost + 0.5 < cost) (best, cost) = (last.Borders, last.Cost + 0.5);
        return cost < Cheapest(stream, lines, to).Cost - 2.5 ? best : null;
    }

    /// <summary>The cheapest borders of two rows, of which the second begins with one of a range of lines; a range of one line says where a row of one line is.</summary>
    private static ((int, int, int)? Borders, double Cost) TwoRows(AtomStream stream, List<(int From, int To)> lines, int to, int least, int most)
    {
        ((int, int, int)? best, var cost) = (null, double.PositiveInfinity);
        for (var b = Math.Max(2, least); b <= Math.Min(most, lines.Count - 2); b++)
            for (var a = 1; a < b; a++)
            {
                if (!EndsSentence(stream, lines[a - 1]) || !EndsSentence(stream, lines[b - 1])) continue;
                for (var c = b + 1; c < lines.Count; c++)
                {
                    if (!EndsSentence(stream, lines[c - 1])) continue;
                    var left = Math.Max(Widest(stream, lines[..a]), Widest(stream, lines[b..c]));
                    var right = Math.Max(Widest(stream, lines[a..b]), Widest(stream, lines[c..]));
                    var here = Cost(stream, lines[..a], left) + Cost(stream, lines[a..b], right) + Cost(stream, lines[b..c], left) + Cost(stream, lines[c..], right)
                        + 0.05 * Math.Abs(a - (b - a)) + 0.05 * Math.Abs(c - b - (lines.Count - c))
                        - (SpeakAlike(stream, lines[0].From, lines[a].From, lines[b].From) && SpeakAlike(stream, lines[b].From, lines[c].From, to) ? 6 : 0);
                    if (here < cost) (best, cost) = ((lines[a].From, lines[b].From, lines[c].From), here);
                }
            }
        return (best, cost);
    }

    /// <summary>
    /// Where a page cuts both cells, the first lines of each stand before the break and the rest of each behind it: the borders, the second of which is
    /// the break; null where cells on one page explain the lines as well.
    /// </summary>
    public static (int First, int Second, int Third)? FindCut(AtomStream stream, int from, int to)
    {
        var lines = Lines(stream, from, to);
        var page = lines.Count < 3 ? -1 : lines.FindIndex(1, line => stream[line.From].PageStart);
        if (page < 1 || page == lines.Count - 1 || lines.Count > 40) return null;
        ((int, int, int)? best, var cost) = (null, Cheapest(stream, lines, to).Cost - 1);
        if (page == 1)
        {
            for (var i = lines[0].From + 1; i < lines[0].To; i++) Try(CutAt(lines, 0, i), 1, 2, 0.5);
        }
        else
        {
            for (var a = 1; a < page; a++) Try(lines, a, page, 0);
        }
        return best;

        void Try(List<(int From, int To)> all, int a, int b, double more)
        {
            for (var c = b + 1; c < all.Count; c++)
            {
                var here = more + Cost(stream, [.. all[..a], .. all[b..c]]) + Cost(stream, [.. all[a..b], .. all[c..]]);
                if (here < cost) (best, cost) = ((all[a].From, all[b].From, all[c].From), here);
            }
        }
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

    private static double Widest(AtomStream stream, List<(int From, int To)> lines) => lines.Max(line => LineWidths.Of(stream, line.From, line.To));

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
    private static double Cost(AtomStream stream, List<(int From, int To)> lines) => Cost(stream, lines, Widest(stream, lines));

    private static double Cost(AtomStream stream, List<(int From, int To)> lines, double widest)
    {
        var cost = 0.0;
        for (var k = 0; k < lines.Count; k++)
        {
            var ends = EndsSentence(stream, lines[k]);
            if (k == lines.Count - 1)
            {
                cost += ends ? 0 : 0.8;
                continue;
            }
            var room = widest - LineWidths.WithNext(stream, lines[k].From, lines[k].To, lines[k + 1].From) - Unsure;
            if (room <= 0) continue;
            cost += ends || Ordinal(stream, lines[k + 1]) is not null ? 0.4 : Math.Min(5, 1 + 0.3 * room);
        }
        return cost;
    }

    /// <summary>Long lines are not measured better than to a display column.</summary>
    private const double Unsure = 1;

    private static double Border(AtomStream stream, List<(int From, int To)> lines, int k)
    {
        var cost = 0.02 * Math.Abs(2 * k - lines.Count);
        if (stream.KeyOf(lines[k].From, lines[k].From + 1) is [var opening, ..] && Column.IsContinuing(opening)) cost += 4;
        if (stream[lines[k].From].Gap > 0) cost -= 1.5;
        // Cells side by side begin on one page.
        if (stream[lines[k].From].PageStart || lines.FindIndex(1, k - 1, line => stream[line.From].PageStart) > 0) cost += 1.5;
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

using Extract.Forms;

namespace Extract.Tables.Sequenced;

/// <summary>A label of the form found in the stream: what it means and which atoms print it.</summary>
/// <param name="Field">What it means; <see cref="Field.YearGoal"/>, <see cref="Field.Executed"/> and <see cref="Field.Level1"/> stand for the heads of the goal, budget and indicator blocks.</param>
/// <param name="Rank">Its place in the order of forms.</param>
/// <param name="From">First atom.</param>
/// <param name="To">Behind its last atom.</param>
/// <param name="Weight">How much it speaks for the chain it is in.</param>
/// <param name="Heads">For the head of a block, the heads of its columns.</param>
internal sealed record Mark(Field Field, int Rank, int From, int To, double Weight, List<Head> Heads);

/// <summary>
/// Finds a form's labels in the order in which forms print them: every place where a label could stand is weighed, and the heaviest chain
/// of places in rising order is taken (a weighted longest increasing subsequence), so that a label's words inside a sentence lose to the
/// label itself.
/// </summary>
internal static class Skeleton
{
    /// <summary>The form's labels in order, without overlaps.</summary>
    public static List<Mark> Find(AtomStream stream, bool marked)
    {
        var marks = new List<Mark>();
        FindLabels(stream, marked, marks);
        GoalHeads.Find(stream, marks);
        FindIndicators(stream, marks);
        FundHeads.Find(stream, marks);
        return Chain(marks);
    }

    private static void FindLabels(AtomStream stream, bool marked, List<Mark> marks)
    {
        foreach (var label in Labels.All)
            foreach (var name in label.Names)
            {
                var open = name[^1] == '*';
                var word = open ? name[..^1] : name;
                for (var at = Next(stream, word, 0); at >= 0; at = Next(stream, word, at + 1))
                    if (Weigh(stream, label, word, at, open, marked) is { } mark) marks.Add(mark);
            }
        if (!marked) FindLabelsOfCells(stream, marks);
        // A label cut short by a misprint (目名称) still opens a marked form.
        if (!marked || marks.Exists(static m => m.Field == Field.ProjectName)) return;
        for (var i = 0; i < Math.Min(stream.Count, 12); i++)
            if (stream[i].Mark && stream.KeyOf(i, i + 1) is { Length: >= 3 and <= 5 } key && key.EndsWith("名称"))
                marks.Add(new Mark(Field.ProjectName, 1, i, i + 1, 8, []));
    }

    /// <summary>
    /// Labels whose words mean much else in running text: they speak less for a form, and stand at the start of their line or before a colon. Those of the
    /// first part may stand among goals and budgets as well.
    /// </summary>
    private static void FindLabelsOfCells(AtomStream stream, List<Mark> marks)
    {
        foreach (var label in Labels.OfCells)
            foreach (var name in label.Names)
                for (var at = Next(stream, name, 0); at >= 0; at = Next(stream, name, at + 1))
                {
                    if (Weigh(stream, label, name, at, true, false) is not { } mark || !stream[mark.From].LineStart && !stream.KeyOf(mark.From, mark.To).EndsWith(':')) continue;
                    marks.Add(mark with { Weight = mark.Weight - 4 });
                    if (label.Rank < Labels.MiddleRank) marks.Add(mark with { Weight = mark.Weight - 4, Rank = Labels.MiddleRank });
                }
    }

    internal static int Next(AtomStream stream, string word, int from) => stream.Key.IndexOf(word, from, StringComparison.Ordinal);

    private static Mark? Weigh(AtomStream stream, Label label, string word, int at, bool bracket, bool marked)
    {
        var from = stream.AtomAt(at);
        if (stream.OffsetOf(from) != at) return null;
        var behind = at + word.Length;
        var text = stream.Key;
        if (bracket && behind < text.Length && text[behind] == '(')
        {
            var close = text.IndexOf(')', behind);
            if (close > 0 && close - behind < 12) behind = close + 1;
        }
        var colon = behind < text.Length && text[behind] == ':';
        if (colon) behind++;
        var to = stream.AtomAt(behind - 1) + 1;
        var whole = to == stream.Count || stream.OffsetOf(to) == behind;
        if (!whole) return null;
        for (var i = from + 1; i < to; i++)
            if (stream[i].Mark || stream[i].Gap > 1) return null;
        if (marked && !stream[from].Mark) return null;
        // 偏差原因分析及 / 改进措施: the second line of a head is no label.
        if (!marked && from > 0 && stream.KeyOf(from - 1, from) is [.., '及']) return null;
        var weight = 10 + 0.5 * word.Length + (colon ? 2 : 0);
        if (!stream[from].LineStart) weight -= colon ? 1 : 3;
        if (to - from > 1 && stream[from].Line == stream[to - 1].Line && word.Length <= 3) weight -= 4;
        if (NeedsColon(label.Field) && !colon && !marked)
        {
            if (word.Length < 3 || label.Field == Field.Rules || !IsSignatures(stream, from) && !FillsLines(stream, from, to)) return null;
            weight -= 1;
        }
        if (label.Field == Field.Total && !IsTotal(stream, from, to, marked)) return null;
        if (word.Length <= 2 && label.Field is not (Field.Total or Field.Rules)) return null;
        if (label.Field == Field.FiscalYear && word.Length <= 2) return null;
        return new Mark(label.Field, Place(label.Rank), from, to, weight, []);
    }

    /// <summary>Forms print the labels of their first part, and those of who signs, in different orders.</summary>
    private static int Place(int rank) => rank is > 0 and < Labels.MiddleRank ? FirstPart : rank is >= Signed and < 90 ? Signed : rank;

    /// <summary>The rank of the labels of a form's first part.</summary>
    internal const int FirstPart = 4;

    /// <summary>The rank of those of who signs.</summary>
    private const int Signed = 80;

    /// <summary>A line that opens with a signatory and holds no more than names and numbers: 项目负责人 张三 财务负责人 李四.</summary>
    private static bool IsSignatures(AtomStream stream, int atom)
    {
        var from = atom;
        while (from > 0 && !stream[from].LineStart) from--;
        var line = stream.KeyOf(from, stream.EndOfLine(from, stream.Count));
        if (line.Length >= 44 || line.IndexOfAny("。；;,，") >= 0) return false;
        if (Signatories.Any(word => stream.KeyOf(from, from + 1).SequenceEqual(word))) return true;
        // A narrow cell may have broken the signatory over the lines above.
        for (var start = from - 1; start >= Math.Max(0, from - MostPieces) && stream[start].LineStart; start--)
            if (FillsLines(stream, start, from) && Signatories.Any(word => stream.KeyOf(start, from).SequenceEqual(word))) return true;
        return false;
    }

    /// <summary>A label is broken into so many lines at most.</summary>
    private const int MostPieces = 5;

    /// <summary>True for a label that a narrow cell breaks over lines of its own, which no running text does: 财务负责 / 人.</summary>
    internal static bool FillsLines(AtomStream stream, int from, int to)
    {
        if (to - from < 2 || to < stream.Count && !stream[to].LineStart) return false;
        for (var i = from; i < to; i++)
            if (!stream[i].LineStart) return false;
        return true;
    }

    private static readonly string[] Signatories =
        [.. Labels.All.Where(static label => NeedsColon(label.Field) && label.Field != Field.Rules).SelectMany(static label => label.Names).Select(static name => name.TrimEnd('*')).Where(static name => name.Length > 2)];

    private static bool NeedsColon(Field field) =>
        field is Field.ProjectLeader or Field.FinanceLeader or Field.FilledBy or Field.Phone or Field.Date or Field.Rules;

    /// <summary>A total stands at the start of its line and numbers, or nothing, stand behind it.</summary>
    private static bool IsTotal(AtomStream stream, int from, int to, bool marked)
    {
        if (!stream[from].LineStart) return false;
        if (marked || to == stream.Count) return true;
        var key = stream.KeyOf(to, to + 1);
        return stream[to].LineStart && !char.IsAsciiDigit(key[0]) || !key.IsEmpty && (char.IsAsciiDigit(key[0]) || key[0] is '/' or '-' or '—');
    }

    private static void FindIndicators(AtomStream stream, List<Mark> marks)
    {
        foreach (var word in HeaderWords.LevelHeads)
        {
            for (var at = Next(stream, word, 0); at >= 0; at = Next(stream, word, at + 1))
            {
                var from = stream.AtomAt(at);
                if (stream.OffsetOf(from) != at) continue;
                if (from > 0 && !stream[from].LineStart && HeaderWords.OfBrokenIndicators.GetValueOrDefault(stream.KeyOf(from - 1, from).ToString()) == Field.Ordinal) from--;
                var (start, heads, to) = WidestHeader(stream, from);
                var levels = heads.Count(static head => head.Field is Field.Level1 or Field.Level2 or Field.Level3);
                if (heads.Count >= 4 && levels >= 2) marks.Add(new Mark(Field.Level1, Labels.IndicatorsRank, start, to, 30 + 2 * heads.Count, heads));
            }
            if (marks.Exists(static mark => mark.Field == Field.Level1)) return;
        }
    }

    /// <summary>The header around a head: taller heads beside it start on the lines above.</summary>
    private static (int From, List<Head> Heads, int To) WidestHeader(AtomStream stream, int from)
    {
        var (heads, to) = HeaderReader.Read(stream, from, stream.Count, HeaderWords.OfBrokenIndicators);
        var best = (From: from, Heads: heads, To: to);
        var start = from;
        for (var lines = 0; lines < 4 && start > 0; lines++)
        {
            do start--;
            while (start > 0 && !stream[start].LineStart);
            if (stream[start].Mark || from - start > 12) break;
            var (taller, end) = HeaderReader.Read(stream, start, stream.Count, HeaderWords.OfBrokenIndicators, from);
            if (Columns(taller) > Columns(best.Heads)) best = (start, taller, end);
        }
        return best;
    }

    internal static int Columns(List<Head> heads) => heads.Where(static head => head.Field != Field.Other).Select(static head => head.Field).Distinct().Count();

    private static List<Mark> Chain(List<Mark> marks)
    {
        marks.Sort(static (a, b) => a.From != b.From ? a.From.CompareTo(b.From) : a.To.CompareTo(b.To));
        var best = new double[marks.Count];
        var previous = new int[marks.Count];
        var last = -1;
        for (var i = 0; i < marks.Count; i++)
        {
            best[i] = marks[i].Weight;
            previous[i] = -1;
            for (var j = 0; j < i; j++)
            {
                if (marks[j].To > marks[i].From || marks[j].Rank > marks[i].Rank || marks[j].Field == marks[i].Field && marks[j].Field is not (Field.Other or Field.Stub)) continue;
                if (best[j] + marks[i].Weight <= best[i]) continue;
                best[i] = best[j] + marks[i].Weight;
                previous[i] = j;
            }
            if (last < 0 || best[i] > best[last]) last = i;
        }
        var chain = new List<Mark>();
        for (var i = last; i >= 0; i = previous[i]) chain.Add(marks[i]);
        chain.Reverse();
        return chain;
    }
}

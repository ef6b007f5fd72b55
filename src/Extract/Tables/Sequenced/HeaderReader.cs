using System.Collections.Frozen;
using Extract.Forms;

namespace Extract.Tables.Sequenced;

/// <summary>A head of a column: what it means, and the atoms that print it (not always next to each other).</summary>
internal sealed record Head(Field Field, List<int> Atoms);

/// <summary>
/// Reads the header of a table from broken text. Heads are words of the form, printed over several lines and sometimes torn apart by
/// other heads or a page break (指 / 标 / 完成值 … 值). The reading that explains the most characters by whole heads wins; pieces left
/// over are put together, in order, into the heads they are pieces of.
/// </summary>
internal sealed class HeaderReader
{
    private const int MostPending = 6;
    private const int MostAtoms = 60;

    private readonly AtomStream stream;
    private readonly int from;
    private readonly int to;
    private readonly FrozenDictionary<string, Field> words;
    private readonly List<Head> path = [];
    private readonly List<int> pending = [];
    private readonly HashSet<(int, int, int, int)> seen = [];
    private List<Head> best = [];
    private int bestEnd;
    private int bestScore;

    private HeaderReader(AtomStream stream, int from, int to, FrozenDictionary<string, Field> words) =>
        (this.stream, this.from, this.to, this.words) = (stream, from, Math.Min(to, from + MostAtoms), words);

    /// <summary>The heads that start at an atom, in the order of their columns, and where the header ends; no heads where there is no header.</summary>
    public static (List<Head> Heads, int End) Read(AtomStream stream, int from, int to, FrozenDictionary<string, Field> words)
    {
        var reader = new HeaderReader(stream, from, to, words);
        reader.Search(from, 0);
        if (reader.best.Count > 0 && CutHeader.Read(stream, from, to, words) is { } cut && cut.Score > reader.bestScore) return (cut.Heads, cut.End);
        return (Order(reader.best), reader.best.Count == 0 ? from : reader.bestEnd);
    }

    private void Search(int i, int score)
    {
        Judge(i, score);
        if (i >= to || !seen.Add((i, score, pending.Count, path.Count(static head => head.Field == Field.Stub)))) return;
        if (IsBody(i)) return;
        for (var length = Math.Min(12, to - i); length >= 1; length--)
        {
            var key = stream.KeyOf(i, i + length);
            if (key.Length > HeaderWords.Longest || key.IsEmpty) continue;
            var text = key.ToString();
            // A second 一级指标 begins the header that the next page repeats.
            if (words.TryGetValue(text, out var field) && !(field is Field.Level1 or Field.Level2 or Field.Level3 && path.Exists(head => head.Field == field)))
            {
                path.Add(new Head(field, [.. Enumerable.Range(i, length)]));
                Search(i + length, score + 2 * text.Length);
                path.RemoveAt(path.Count - 1);
            }
            if (HeaderWords.Groups.Contains(text))
            {
                path.Add(new Head(Field.Stub, [.. Enumerable.Range(i, length)]));
                Search(i + length, score + 2 * text.Length);
                path.RemoveAt(path.Count - 1);
            }
        }
        for (var length = 1; length <= 3 && path.Count > 0 && i + length <= to; length++)
        {
            if (!IsPoints(stream.KeyOf(i, i + length))) continue;
            path[0].Atoms.AddRange(Enumerable.Range(i, length));
            Search(i + length, score + 2);
            path[0].Atoms.RemoveRange(path[0].Atoms.Count - length, length);
        }
        if (pending.Count >= MostPending || path.Count == 0 || stream.KeyOf(i, i + 1).Length > 6) return;
        pending.Add(i);
        Search(i + 1, score);
        pending.RemoveAt(pending.Count - 1);
    }

    /// <summary>True for the rest of the block's own name that a page left behind: (90分).</summary>
    internal static bool IsPoints(ReadOnlySpan<char> key) => key.Length is > 2 and < 8 && key[0] == '(' && key[^1] == ')' && key.Contains('分');

    /// <summary>True for an atom of such a rest: (90分), or (90 and 分) apart.</summary>
    internal static bool IsPieceOfPoints(string text) => text.Any(char.IsAsciiDigit) && text.All(static c => c is '（' or '(' or '分' or '）' or ')' || char.IsAsciiDigit(c)) || text is "分）" or "分)";

    /// <summary>Values and names of the body: a header does not go on behind them.</summary>
    private bool IsBody(int i)
    {
        var key = stream.KeyOf(i, i + 1);
        if (key.IsEmpty) return !stream[i].Mark;
        if (char.IsAsciiDigit(key[0]) && path.Count > 0) return true;
        var text = key.ToString();
        if (text == "一级指标" && path.Exists(static head => head.Field == Field.Level1)) return true;
        return path.Count > 2 && (Levels.FirstNames.Contains(text) || FundSources.IsSource(text));
    }

    /// <summary>Weighs the heads so far with the pieces left over; keeps them if they explain more.</summary>
    private void Judge(int end, int score)
    {
        var heads = path;
        if (pending.Count > 0)
        {
            if (Assemble() is not { } assembled) return;
            heads = [.. path, .. assembled];
            foreach (var head in assembled) score += 2 * head.Atoms.Sum(a => stream.KeyOf(a, a + 1).Length) - 1;
        }
        if (HasTwice(heads)) score -= 8;
        if (score <= bestScore) return;
        score -= 4 * Inversions(heads);
        if (score <= bestScore) return;
        bestScore = score;
        best = [.. heads.Select(static head => new Head(head.Field, [.. head.Atoms]))];
        bestEnd = end;
    }

    /// <summary>Heads made of the pieces left over, in order; null where some piece makes none.</summary>
    private List<Head>? Assemble()
    {
        var heads = new List<Head>();
        for (var i = 0; i < pending.Count;)
        {
            var length = pending.Count - i;
            for (; length > 0; length--)
            {
                var text = string.Concat(pending.Skip(i).Take(length).Select(a => stream.KeyOf(a, a + 1).ToString()));
                if (!words.TryGetValue(text, out var field)) continue;
                heads.Add(new Head(field, [.. pending.Skip(i).Take(length)]));
                break;
            }
            if (length == 0) return null;
            i += length;
        }
        return heads;
    }

    /// <summary>Pairs of columns in an order that no form prints: names before the operator, it before the target, the target before the actual value.</summary>
    private static int Inversions(List<Head> heads)
    {
        var ranks = Order(heads).Select(static head => Array.IndexOf(Usual, head.Field)).Where(static rank => rank >= 0).ToList();
        var count = 0;
        for (var i = 1; i < ranks.Count; i++)
            if (ranks[i] < ranks[i - 1]) count++;
        return count;
    }

    private static readonly Field[] Usual =
        [Field.Level1, Field.Level2, Field.Level3, Field.Level4, Field.Operator, Field.Target, Field.Actual, Field.Score, Field.Reason];

    private static bool HasTwice(List<Head> heads)
    {
        for (var i = 0; i < heads.Count; i++)
            for (var j = 0; j < i; j++)
                if (heads[i].Field == heads[j].Field && heads[i].Field != Field.Stub) return true;
        return false;
    }

    /// <summary>Columns stand where their head starts; the members of a group stand where the group's head does.</summary>
    private static List<Head> Order(List<Head> heads)
    {
        var ordered = heads.OrderBy(static head => head.Atoms[0]).ToList();
        var group = ordered.FindIndex(static head => head.Field == Field.Stub);
        if (group < 0) return ordered;
        var members = ordered.Where(static head => HeaderWords.GroupMembers.Contains(head.Field)).ToList();
        if (members.Count < 2)
        {
            ordered.RemoveAt(group);
            return ordered;
        }
        ordered.RemoveAll(members.Contains);
        group = ordered.FindIndex(static head => head.Field == Field.Stub);
        var atoms = ordered[group].Atoms;
        ordered.RemoveAt(group);
        // The group's own words are printed with its first member.
        members[0] = new Head(members[0].Field, [.. atoms, .. members[0].Atoms]);
        ordered.InsertRange(group, members);
        return ordered;
    }
}

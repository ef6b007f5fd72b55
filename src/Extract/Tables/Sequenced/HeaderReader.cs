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
    private const int MostPending = 8;
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

    private readonly int opened;

    private HeaderReader(AtomStream stream, int from, int to, FrozenDictionary<string, Field> words, int opened) =>
        (this.stream, this.from, this.to, this.words, this.opened) = (stream, from, Math.Min(to, from + MostAtoms), words, opened);

    /// <summary>The heads that start at an atom, in the order of their columns, and where the header ends; no heads where there is no header.</summary>
    public static (List<Head> Heads, int End) Read(AtomStream stream, int from, int to, FrozenDictionary<string, Field> words) =>
        Read(stream, from, to, words, from);

    /// <summary>The same, where pieces of heads may stand on the lines before <paramref name="opened"/>, the first whole head.</summary>
    public static (List<Head> Heads, int End) Read(AtomStream stream, int from, int to, FrozenDictionary<string, Field> words, int opened)
    {
        var reader = new HeaderReader(stream, from, to, words, opened);
        reader.Search(from, 0);
        if (reader.best.Count > 0 && from == opened && CutHeader.Read(stream, from, to, words) is { } cut && cut.Score >= reader.bestScore) return (cut.Heads, cut.End);
        return (Order(reader.best), reader.best.Count == 0 ? from : reader.bestEnd);
    }

    /// <summary>True for a word that another word begins with: 未完成原因 of 未完成原因分析.</summary>
    private bool OpensLonger(string word)
    {
        foreach (var other in words.Keys)
            if (other.Length > word.Length && other.StartsWith(word, StringComparison.Ordinal) && other[word.Length] != '(') return true;
        return false;
    }

    /// <summary>A piece of the label beside the table, printed between its heads: 情况（10, 分）, （90分）.</summary>
    internal static bool IsStubPiece(ReadOnlySpan<char> key)
    {
        if (key.Length is < 2 or > 8 || key.IndexOfAny('(', ')') < 0 && !key.SequenceEqual("情况")) return false;
        Span<char> bare = stackalloc char[8];
        var length = 0;
        foreach (var c in key)
            if (!char.IsAsciiDigit(c)) bare[length++] = c;
        foreach (var stub in Stubs)
            if (stub.AsSpan().Contains(bare[..length], StringComparison.Ordinal)) return true;
        return false;
    }

    private static readonly string[] Stubs = ["预算执行情况(分)", "绩效指标(分)", "绩效指标完成情况(分)", "项目资金(万元)"];

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
            if (words.TryGetValue(text, out var field) && i >= opened && !(field is (Field.Level1 or Field.Level2 or Field.Level3) && path.Exists(head => head.Field == field)))
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
        if (IsStubPiece(stream.KeyOf(i, i + 1)))
        {
            path.Add(new Head(Field.Other, [i]));
            Search(i + 1, score + stream.KeyOf(i, i + 1).Length);
            path.RemoveAt(path.Count - 1);
        }
        if (pending.Count >= MostPending || path.Count == 0 && i >= opened || stream.KeyOf(i, i + 1).Length > 6) return;
        // A whole head is no piece of another.
        if (i >= opened && stream.KeyOf(i, i + 1) is { Length: >= 4 } whole && words.ContainsKey(whole.ToString()) && !OpensLonger(whole.ToString())) return;
        pending.Add(i);
        Search(i + 1, score);
        pending.RemoveAt(pending.Count - 1);
    }

    /// <summary>True for an atom of the block's own points: (90分), or (90 and 分) apart.</summary>
    internal static bool IsPieceOfPoints(string text) => text.Any(char.IsAsciiDigit) && text.All(static c => c is '（' or '(' or '分' or '）' or ')' || char.IsAsciiDigit(c)) || text is "分）" or "分)";

    /// <summary>Values and names of the body: a header does not go on behind them.</summary>
    private bool IsBody(int i)
    {
        var key = stream.KeyOf(i, i + 1);
        if (key.IsEmpty) return !stream[i].Mark;
        if (char.IsAsciiDigit(key[0]) && path.Count > 0) return true;
        var text = key.ToString();
        // A level's head again is the header of the next page.
        if (words.TryGetValue(text, out var field)) return field == Field.Level1 && path.Exists(static head => head.Field == Field.Level1);
        return path.Count(static head => head.Field != Field.Other) > 2 && (Levels.FirstNames.Contains(text) && !HeaderWords.Groups.Contains(text) || FundSources.IsSource(text));
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
        score -= 20 * Repeated(heads);
        score -= 4 * Inversions(heads);
        if (score <= bestScore) return;
        bestScore = score;
        best = [.. heads.Select(static head => new Head(head.Field, [.. head.Atoms]))];
        bestEnd = end;
    }

    /// <summary>Heads made of the pieces left over: each head's pieces in order, other heads' pieces between them; null where some piece makes none.</summary>
    private List<Head>? Assemble() => Assemble([.. pending]);

    private List<Head>? Assemble(List<int> left)
    {
        if (left.Count == 0) return [];
        var others = left.Count - 1;
        for (var mask = (1 << others) - 1; mask >= 0; mask--)
        {
            var atoms = new List<int> { left[0] };
            var rest = new List<int>();
            for (var k = 0; k < others; k++) ((mask & 1 << k) != 0 ? atoms : rest).Add(left[k + 1]);
            var text = string.Concat(atoms.Select(a => stream.KeyOf(a, a + 1).ToString()));
            if (!words.TryGetValue(text, out var field) || Assemble(rest) is not { } heads) continue;
            heads.Insert(0, new Head(field, atoms));
            return heads;
        }
        return null;
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

    /// <summary>How many heads mean what another one means.</summary>
    private static int Repeated(List<Head> heads)
    {
        var count = 0;
        for (var i = 0; i < heads.Count; i++)
            for (var j = 0; j < i; j++)
                if (heads[i].Field == heads[j].Field && heads[i].Field is not (Field.Stub or Field.Other)) count++;
        return count;
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
            // A group's word without members is a label of the table.
            ordered[group] = new Head(Field.Other, ordered[group].Atoms);
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

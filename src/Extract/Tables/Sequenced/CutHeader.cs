using System.Collections.Frozen;
using Extract.Forms;

namespace Extract.Tables.Sequenced;

/// <summary>
/// Reads a header that a page cuts through its wrapped heads: above the cut stand whole heads and the first lines of others, below it the
/// rests of those, in the same order of columns (指 / 标 / 指标 / 完成值 … cut … 性 / 质 / 值).
/// </summary>
internal sealed class CutHeader
{
    private const int Longest = 6;
    private const int Reach = 40;

    private readonly AtomStream stream;
    private readonly int cut;
    private readonly int to;
    private readonly FrozenDictionary<string, Field> words;
    private readonly List<(string Text, List<int> Atoms)> heads = [];
    private readonly List<int> stubs = [];
    private List<Head>? best;
    private int bestEnd;
    private int bestScore;
    private int left = 20_000;

    private CutHeader(AtomStream stream, int cut, int to, FrozenDictionary<string, Field> words) =>
        (this.stream, this.cut, this.to, this.words) = (stream, cut, to, words);

    /// <summary>The heads from an atom on, where they are cut at a later line; null where no line cuts them so. More characters explained win.</summary>
    public static (List<Head> Heads, int End, int Score)? Read(AtomStream stream, int from, int to, FrozenDictionary<string, Field> words)
    {
        (List<Head> Heads, int End, int Score)? best = null;
        for (var cut = from + 3; cut < Math.Min(to, from + Reach); cut++)
        {
            if (!stream[cut].LineStart) continue;
            var reader = new CutHeader(stream, cut, Math.Min(to, cut + Reach), words);
            reader.Above(from);
            if (reader.best is { } heads && (best is null || reader.bestScore > best.Value.Score)) best = (heads, reader.bestEnd, reader.bestScore);
        }
        return best;
    }

    private void Above(int i)
    {
        if (--left < 0) return;
        if (i == cut)
        {
            Below(cut, 0);
            return;
        }
        for (var length = Math.Min(Longest, cut - i); length >= 1; length--)
        {
            var text = stream.KeyOf(i, i + length).ToString();
            if (text.Length is 0 or > 12 || !words.Keys.Any(word => word.StartsWith(text, StringComparison.Ordinal))) continue;
            heads.Add((text, [.. Enumerable.Range(i, length)]));
            Above(i + length);
            heads.RemoveAt(heads.Count - 1);
        }
    }

    private void Below(int i, int column)
    {
        if (--left < 0) return;
        if (column == heads.Count)
        {
            Judge(i);
            return;
        }
        if (i < to && HeaderReader.IsStubPiece(stream.KeyOf(i, i + 1)))
        {
            stubs.Add(i);
            Below(i + 1, column);
            stubs.RemoveAt(stubs.Count - 1);
        }
        var (text, atoms) = heads[column];
        if (words.ContainsKey(text)) Below(i, column + 1);
        for (var length = 1; length <= Longest && i + length <= to; length++)
        {
            var whole = text + stream.KeyOf(i, i + length).ToString();
            if (!words.ContainsKey(whole)) continue;
            heads[column] = (whole, [.. atoms, .. Enumerable.Range(i, length)]);
            Below(i + length, column + 1);
            heads[column] = (text, atoms);
        }
    }

    private void Judge(int end)
    {
        var score = heads.Sum(static head => 2 * head.Text.Length) + stubs.Sum(stub => stream.KeyOf(stub, stub + 1).Length);
        var fields = heads.Select(head => words[head.Text]).ToList();
        if (score <= bestScore || fields.Distinct().Count() < fields.Count || end == cut) return;
        (best, bestEnd, bestScore) = ([.. heads.Select(head => new Head(words[head.Text], [.. head.Atoms])), .. stubs.Select(static stub => new Head(Field.Other, [stub]))], end, score);
    }
}

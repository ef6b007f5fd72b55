using Extract.Forms;

namespace Extract.Tables.Sequenced;

/// <summary>
/// Heads of a second row below the levels': 名称 and 权重 below each, printed in the order of the levels. Each level then has two columns, its
/// names and its points.
/// </summary>
internal static class SubHeads
{
    /// <summary>The heads with the second row below them taken in, and where the header ends; as they are where no such row follows.</summary>
    public static (List<Head> Heads, int End) Below(AtomStream stream, List<Head> heads, int end, int to)
    {
        var levels = heads.Where(static head => HeaderReader.IsLevel(head.Field)).ToList();
        if (levels.Count < 2 || Read(stream, end, to) is not { Count: > 1 } pairs || pairs.Count != levels.Count) return (heads, end);
        var all = new List<Head>();
        foreach (var head in heads)
        {
            if (levels.IndexOf(head) is not (>= 0 and var level))
            {
                all.Add(head);
                continue;
            }
            all.Add(new Head(head.Field, [.. head.Atoms, pairs[level].Name]));
            all.Add(new Head(Field.Weight, [pairs[level].Points]));
        }
        return (all, pairs[^1].Points + 1);
    }

    /// <summary>Where such a row begins among the atoms of a header; their end where there is none.</summary>
    public static int Find(AtomStream stream, int from, int to)
    {
        while (from < to && !(stream[from].LineStart && Read(stream, from, to).Count > 1)) from++;
        return from;
    }

    private static List<(int Name, int Points)> Read(AtomStream stream, int from, int to)
    {
        var pairs = new List<(int, int)>();
        for (var i = from; i + 1 < to; i += 2)
        {
            if (stream.KeyOf(i, i + 1) is not ("名称" or "内容" or "指标名称" or "指标") || stream.KeyOf(i + 1, i + 2) is not ("权重" or "分值" or "满分" or "分数")) break;
            pairs.Add((i, i + 1));
        }
        return pairs;
    }
}

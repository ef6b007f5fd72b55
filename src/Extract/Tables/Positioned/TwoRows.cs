using Extract.Layout.Positioned;
using Extract.Text;

namespace Extract.Tables.Positioned;

/// <summary>
/// A header of two rows told by where its heads stand: what fills a cell of both rows is set about the middle of the header, or at its top;
/// heads that stand lower than that, with others that do not, are the lower row.
/// </summary>
internal static class TwoRows
{
    /// <summary>
    /// The heads, those of the first line divided among the lower row: each over the neighbours whose middle is its own. Null where all stand
    /// alike: heads set to the foot of their cells tell nothing.
    /// </summary>
    public static List<Head>? Divided(List<Head> all, ColumnInk columns)
    {
        if (all.Count < 3) return null;
        var size = all[0].Words[0].Size;
        var first = all.MinBy(static head => head.Box.Top)!.Box;
        var middle = (first.Top + all.Max(static head => head.Box.Bottom)) / 2;
        var upper = all.FindAll(head => head.Box.CentreY < first.Bottom);
        var stacks = new Box?[columns.Count];
        foreach (var head in all.Except(upper).Where(static head => head.First == head.Last))
            stacks[head.First] = stacks[head.First] is { } own ? Boxes.Union(own, head.Box) : head.Box;
        bool IsUnder(int column) => upper.Exists(head => head.First <= column && head.Last >= column);
        // Where a column's one line is the header's first, cells are set to their top, and nothing but a lower row begins further down.
        var over = upper.FindAll(head => Array.Exists(stacks[head.First..(head.Last + 1)], static own => own is not null));
        var atTop = over.Count > 0 && upper.Except(over).Any(head => over.TrueForAll(other => Math.Abs(other.Box.Top - head.Box.Top) < 0.12 * size));
        bool IsLow(int column) => stacks[column] is { } own && (atTop ? own.Top > first.Bottom - 0.1 : own.CentreY > middle + 0.25 * size);
        // A column of its own that stands higher is what shows that the lower ones are a row.
        if (!atTop && !Enumerable.Range(0, columns.Count).Any(column => !IsUnder(column) && stacks[column] is not null && !IsLow(column))) return null;
        var divided = new List<Head>(all);
        var changed = false;
        for (var from = 0; from < columns.Count; from++)
        {
            var to = from;
            while (to < columns.Count && IsLow(to)) to++;
            var above = upper.Where(head => columns.Of(head.Box.CentreX) is var at && at >= from && at < to).OrderBy(static head => head.Box.CentreX).ToList();
            if (above.Count > 0 && above.Count < to - from)
            {
                var spans = Shares(above, [.. stacks[from..to].Select(static own => own!.Value)]);
                for (var i = 0; i < above.Count; i++) divided[divided.IndexOf(above[i])] = above[i] with { First = from + spans[i].First, Last = from + spans[i].Last };
                changed = true;
            }
            from = to;
        }
        return changed ? divided : null;
    }

    /// <summary>Neighbours shared out among heads above them, none left over: as near to each head's middle as can be.</summary>
    private static List<(int First, int Last)> Shares(List<Head> above, List<Box> below)
    {
        // best[k, n]: the least that the middles of the first k heads are off when they share the first n neighbours.
        var best = new double[above.Count + 1, below.Count + 1];
        var from = new int[above.Count + 1, below.Count + 1];
        for (var n = 1; n <= below.Count; n++) best[0, n] = double.PositiveInfinity;
        for (var k = 1; k <= above.Count; k++)
            for (var n = 0; n <= below.Count; n++)
            {
                best[k, n] = double.PositiveInfinity;
                for (var start = 0; start < n; start++)
                {
                    var off = best[k - 1, start] + Math.Abs((below[start].Left + below[n - 1].Right) / 2 - above[k - 1].Box.CentreX);
                    if (off < best[k, n]) (best[k, n], from[k, n]) = (off, start);
                }
            }
        var spans = new List<(int First, int Last)>();
        for (var (k, n) = (above.Count, below.Count); k > 0; n = from[k--, n]) spans.Insert(0, (from[k, n], n - 1));
        return spans;
    }
}

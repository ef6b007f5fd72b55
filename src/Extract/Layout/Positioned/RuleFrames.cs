using Extract.Text;

namespace Extract.Layout.Positioned;

/// <summary>Strokes that hang together: what a ruled table is drawn with.</summary>
internal sealed record RuleFrame(Box Box, IReadOnlyList<Rule> Rules)
{
    /// <summary>How many levels of rules run across, strokes of one border counted once.</summary>
    public int Across { get; } = Levels(Rules, false);

    /// <summary>How many levels of rules run down.</summary>
    public int Down { get; } = Levels(Rules, true);

    private static int Levels(IReadOnlyList<Rule> rules, bool vertical)
    {
        var levels = 0;
        var last = double.NegativeInfinity;
        foreach (var at in rules.Where(rule => rule.Vertical == vertical).Select(static rule => rule.At).Order())
        {
            if (at - last <= RuleFrames.Reach) continue;
            levels++;
            last = at;
        }
        return levels;
    }
}

/// <summary>Finds the strokes that hang together (the edges and intersections of Shigarov et al. 2016 and Nurminen 2013).</summary>
internal static class RuleFrames
{
    /// <summary>Strokes that end this close to another meet it: corners left open, borders drawn double.</summary>
    public const double Reach = 0.3;

    /// <summary>The frames of a page, largest box first not promised: in the order of their first stroke.</summary>
    public static List<RuleFrame> Of(IReadOnlyList<Rule> strokes)
    {
        var roots = Enumerable.Range(0, strokes.Count).ToArray();
        var down = Indices(strokes, true);
        var across = Indices(strokes, false);
        var levels = down.Select(i => strokes[i].At).ToList();
        foreach (var h in across)
        {
            var rule = strokes[h];
            for (var k = LowerBound(levels, rule.From - Reach); k < down.Count && levels[k] <= rule.To + Reach; k++)
                if (Boxes.Overlap(strokes[down[k]].From, strokes[down[k]].To, rule.At, rule.At) >= -Reach) Join(roots, h, down[k]);
        }
        JoinParallel(strokes, down, roots);
        JoinParallel(strokes, across, roots);
        return [.. Enumerable.Range(0, strokes.Count).GroupBy(i => Root(roots, i)).Select(group => Frame([.. group.Select(i => strokes[i])]))];
    }

    /// <summary>A frame of the rules, whatever they are.</summary>
    public static RuleFrame Frame(IReadOnlyList<Rule> rules) => new(Boxes.Union(rules.Select(Extent)), rules);

    /// <summary>The box of a rule: no wider than a line.</summary>
    public static Box Extent(Rule rule) => rule.Vertical ? new Box(rule.At, rule.From, rule.At, rule.To) : new Box(rule.From, rule.At, rule.To, rule.At);

    /// <summary>Double borders: strokes beside each other, as near as corners are.</summary>
    private static void JoinParallel(IReadOnlyList<Rule> strokes, List<int> ordered, int[] roots)
    {
        for (var i = 0; i < ordered.Count; i++)
            for (var k = i + 1; k < ordered.Count && strokes[ordered[k]].At - strokes[ordered[i]].At <= Reach; k++)
                if (Boxes.Overlap(strokes[ordered[i]].From, strokes[ordered[i]].To, strokes[ordered[k]].From, strokes[ordered[k]].To) >= -Reach)
                    Join(roots, ordered[i], ordered[k]);
    }

    private static List<int> Indices(IReadOnlyList<Rule> strokes, bool vertical) =>
        [.. Enumerable.Range(0, strokes.Count).Where(i => strokes[i].Vertical == vertical).OrderBy(i => strokes[i].At)];

    private static int LowerBound(List<double> levels, double at)
    {
        var found = levels.BinarySearch(at);
        if (found < 0) return ~found;
        while (found > 0 && levels[found - 1] >= at) found--;
        return found;
    }

    private static int Root(int[] roots, int i)
    {
        while (roots[i] != i) i = roots[i] = roots[roots[i]];
        return i;
    }

    private static void Join(int[] roots, int a, int b)
    {
        var (low, high) = (Math.Min(Root(roots, a), Root(roots, b)), Math.Max(Root(roots, a), Root(roots, b)));
        roots[high] = low;
    }
}

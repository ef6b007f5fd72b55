using Extract.Layout.Positioned;
using Extract.Text;

namespace Extract.Tables.Positioned;

/// <summary>A level on which rules run in one direction, and where they run.</summary>
internal sealed class RuleLevel(double at, IReadOnlyList<Rule> rules)
{
    private readonly IReadOnlyList<Rule> rules = rules;

    /// <summary>Its x where rules run down, its y where they run across.</summary>
    public double At { get; } = at;

    /// <summary>The part of the stretch along which a rule runs.</summary>
    public double Covers(double from, double to)
    {
        if (to <= from) return 1;
        var covered = 0.0;
        var done = from;
        foreach (var rule in rules)
        {
            var start = Math.Max(done, rule.From - RuleFrames.Reach);
            var end = Math.Min(to, rule.To + RuleFrames.Reach);
            if (end <= start) continue;
            covered += end - start;
            done = end;
        }
        return covered / (to - from);
    }

    /// <summary>This level and another as one, between them.</summary>
    public RuleLevel With(RuleLevel other) => new((At + other.At) / 2, [.. rules.Concat(other.rules).OrderBy(static rule => rule.From)]);

    /// <summary>The levels of rules of one direction, those of a double border as one.</summary>
    public static List<RuleLevel> Of(IReadOnlyList<Rule> rules, bool vertical)
    {
        var levels = new List<RuleLevel>();
        var open = new List<Rule>();
        foreach (var rule in rules.Where(rule => rule.Vertical == vertical).OrderBy(static rule => rule.At))
        {
            if (open.Count > 0 && (rule.At - open[^1].At > RuleFrames.Reach || rule.At - open[0].At > 1.5 * RuleFrames.Reach)) Close();
            open.Add(rule);
        }
        if (open.Count > 0) Close();
        return levels;

        void Close()
        {
            var length = open.Sum(static rule => rule.To - rule.From);
            levels.Add(new RuleLevel(open.Sum(static rule => rule.At * (rule.To - rule.From)) / length, [.. open.OrderBy(static rule => rule.From)]));
            open = [];
        }
    }
}

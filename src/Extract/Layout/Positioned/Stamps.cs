using Extract.Text;

namespace Extract.Layout.Positioned;

/// <summary>Watermarks and stamps: type far larger than the page's that lies across other type, or climbs across the page.</summary>
internal static class Stamps
{
    /// <summary>So many times the usual size of the page's type.</summary>
    private const double Large = 2.2;

    /// <summary>The runs of the text, and those of stamps.</summary>
    public static (IReadOnlyList<Run> Text, IReadOnlyList<Run> Stamps) Apart(IReadOnlyList<Run> runs)
    {
        if (!Differ(runs)) return (runs, []);
        var usual = runs.Select(Size).Order().ElementAt(runs.Count / 2);
        var large = runs.Where(run => Size(run) > Large * usual && !string.IsNullOrWhiteSpace(run.Text)).ToList();
        if (large.Count == 0) return (runs, []);
        var text = runs.Where(run => Size(run) <= Large * usual && !string.IsNullOrWhiteSpace(run.Text)).ToLookup(static run => (int)Math.Floor(run.Box.CentreY));
        // The letters of one stamp share its size: one of them across the text tells what all are.
        var sizes = large.Where(stamp => Under(text, stamp).Any(run => LiesAcross(stamp.Box, run.Box))).Select(static stamp => Math.Round(Size(stamp), 1)).ToHashSet();
        sizes.UnionWith(large.GroupBy(static run => Math.Round(Size(run), 1)).Where(static word => Climbs([.. word])).Select(static word => word.Key));
        var stamps = large.Where(stamp => sizes.Contains(Math.Round(Size(stamp), 1))).ToHashSet();
        return stamps.Count == 0 ? (runs, []) : ([.. runs.Where(run => !stamps.Contains(run))], [.. stamps]);
    }

    /// <summary>True where the largest type could be large beside the usual one.</summary>
    private static bool Differ(IReadOnlyList<Run> runs)
    {
        var (least, most) = (double.PositiveInfinity, 0.0);
        foreach (var run in runs)
        {
            var size = Size(run);
            if (size < least) least = size;
            if (size > most) most = size;
        }
        return most > Large * least;
    }

    /// <summary>Three letters or more of which each stands to the right of the one before and higher, or lower, by the same step: no line of text does.</summary>
    private static bool Climbs(List<Run> letters)
    {
        if (letters.Count < 3 || letters.Exists(static letter => letter.Text.Length > 1)) return false;
        letters.Sort(static (a, b) => a.Box.CentreX.CompareTo(b.Box.CentreX));
        var steps = letters.Zip(letters.Skip(1), static (a, b) => b.Box.CentreY - a.Box.CentreY).ToList();
        return steps.TrueForAll(step => Math.Abs(step) > 0.25 * Size(letters[0]) && Math.Abs(step - steps[0]) < 0.2 * Size(letters[0]));
    }

    private static IEnumerable<Run> Under(ILookup<int, Run> text, Run stamp) =>
        Enumerable.Range((int)Math.Floor(stamp.Box.Top), (int)Math.Ceiling(stamp.Box.Bottom - stamp.Box.Top) + 1).SelectMany(level => text[level]);

    private static bool LiesAcross(Box stamp, Box run) => run.CentreX > stamp.Left && run.CentreX < stamp.Right && run.CentreY > stamp.Top && run.CentreY < stamp.Bottom;

    private static double Size(Run run) => run.Box.Bottom - run.Box.Top;
}

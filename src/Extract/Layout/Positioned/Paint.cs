using Extract.Text;

namespace Extract.Layout.Positioned;

/// <summary>Boxes filled with one colour, and the edges of what they cover together.</summary>
internal sealed class Paint
{
    /// <summary>Boxes no further apart than this look like one.</summary>
    private const double Seam = 0.06;

    private readonly IReadOnlyList<Box> boxes;
    private readonly Dictionary<int, List<Box>> bands = [];

    public Paint(IReadOnlyList<Box> boxes)
    {
        this.boxes = boxes;
        foreach (var box in boxes)
            for (var band = Band(box.Top - Seam); band <= Band(box.Bottom + Seam); band++)
            {
                if (!bands.TryGetValue(band, out var list)) bands[band] = list = [];
                list.Add(box);
            }
    }

    /// <summary>The parts of the boxes' edges beyond which no box of the colour lies.</summary>
    public IEnumerable<Rule> Edges()
    {
        foreach (var box in boxes)
        {
            foreach (var (from, to) in Seen(box.Left, box.Right, bands[Band(box.Top)], other => other.Top < box.Top - Seam && other.Bottom >= box.Top - Seam, static other => (other.Left, other.Right)))
                yield return new Rule(false, box.Top, from, to, RuleSource.Drawn);
            foreach (var (from, to) in Seen(box.Left, box.Right, bands[Band(box.Bottom)], other => other.Bottom > box.Bottom + Seam && other.Top <= box.Bottom + Seam, static other => (other.Left, other.Right)))
                yield return new Rule(false, box.Bottom, from, to, RuleSource.Drawn);
            var beside = Enumerable.Range(Band(box.Top), Band(box.Bottom) - Band(box.Top) + 1).SelectMany(band => bands[band]).Distinct().ToList();
            foreach (var (from, to) in Seen(box.Top, box.Bottom, beside, other => other.Left < box.Left - Seam && other.Right >= box.Left - Seam, static other => (other.Top, other.Bottom)))
                yield return new Rule(true, box.Left, from, to, RuleSource.Drawn);
            foreach (var (from, to) in Seen(box.Top, box.Bottom, beside, other => other.Right > box.Right + Seam && other.Left <= box.Right + Seam, static other => (other.Top, other.Bottom)))
                yield return new Rule(true, box.Right, from, to, RuleSource.Drawn);
        }
    }

    private static int Band(double y) => (int)Math.Floor(y / 2);

    /// <summary>What is left of a stretch when the stretches of the boxes that hide it are taken out.</summary>
    private static IEnumerable<(double From, double To)> Seen(double from, double to, List<Box> near, Func<Box, bool> hides, Func<Box, (double From, double To)> stretch)
    {
        var at = from;
        foreach (var (start, end) in near.Where(hides).Select(stretch).Where(s => s.To > from && s.From < to).OrderBy(static s => s.From))
        {
            if (start - at > Seam) yield return (at, start);
            at = Math.Max(at, end);
        }
        if (to - at > Seam) yield return (at, to);
    }
}

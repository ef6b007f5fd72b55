using Extract.Text;

namespace Extract.Layout.Positioned;

/// <summary>
/// Areas that rules enclose: frames of rules across and down, and rules across that stand above each other with cells between them. Parts
/// of equal width that follow each other closely are one area.
/// </summary>
internal static class RuledAreas
{
    /// <summary>Rules of one table begin and end together, to within a character or so.</summary>
    private const double Flush = 1.2;

    /// <summary>The areas of a page, from top to bottom.</summary>
    public static List<TableArea> Of(Surface surface, IReadOnlyList<TextLine> lines)
    {
        var frames = surface.Frames.Where(frame => !IsUnderline(frame, lines) && !IsEmptyBox(frame, surface)).OrderBy(static frame => frame.Box.Top).ToList();
        frames.RemoveAll(frame => frames.Exists(other => other != frame && IsGrid(other) && Inside(frame.Box, other.Box)));
        var chains = new List<List<RuleFrame>>();
        foreach (var frame in frames)
        {
            // Only what stands right above can go on here; short rules, under heads and over sums, do not come between.
            var chain = chains.Where(open => IsFlush(open[^1], frame)).MaxBy(static open => open[^1].Box.Bottom);
            var between = chain is null ? null : chains.Find(open => open != chain && open[^1].Down > 0 && Boxes.OverlapX(open[^1].Box, frame.Box) > 0 && open[^1].Box.Bottom > chain[^1].Box.Bottom);
            if (chain is null || between is not null || !Follows(chain[^1], frame, lines)) chains.Add([frame]);
            else chain.Add(frame);
        }
        var areas = new List<TableArea>();
        foreach (var chain in chains)
        {
            var box = Boxes.Union(chain.Select(static frame => frame.Box));
            if (chain.Count == 1 && (chain[0].Across < 2 || box.Bottom - box.Top < 0.8)) continue;
            var gridded = chain.Exists(frame => IsGrid(frame) && HasInner(frame));
            // What lies across the outer rule of a grid is in it by its middle; rules across alone may be set close to the text.
            var area = surface.Area(gridded ? AreaEvidence.Gridded : AreaEvidence.Lined, gridded ? box : box.Grown(0.15));
            if (area.Words.Count > 0) areas.Add(area);
        }
        return areas;
    }

    /// <summary>True where rules across and down cut the box into cells.</summary>
    public static bool IsGrid(RuleFrame frame) => frame.Across >= 2 && frame.Down >= 1 && frame.Across + frame.Down > 4 || frame.Across >= 3 && frame.Down >= 1 || frame.Across >= 2 && frame.Down >= 3;

    /// <summary>True for a grid with rules down along both sides: nothing is missing that another frame could add.</summary>
    private static bool IsClosed(RuleFrame frame) => IsGrid(frame) && HasInner(frame) && frame.Rules.Any(rule => rule.Vertical && rule.At < frame.Box.Left + 0.8) && frame.Rules.Any(rule => rule.Vertical && rule.At > frame.Box.Right - 0.8);

    /// <summary>True where a rule runs down inside: more than the edges of a box or a shade.</summary>
    private static bool HasInner(RuleFrame frame) => frame.Rules.Any(rule => rule.Vertical && rule.At > frame.Box.Left + 0.8 && rule.At < frame.Box.Right - 0.8);

    private static bool Inside(Box inner, Box outer) => outer.Grown(0.4).Holds(inner.Left, inner.Top) && outer.Grown(0.4).Holds(inner.Right, inner.Bottom);

    /// <summary>A frame about nothing, or about the whole page.</summary>
    private static bool IsEmptyBox(RuleFrame frame, Surface surface)
    {
        var box = frame.Box;
        if (frame.Down == 0) return box.Right - box.Left < 3;
        if (frame.Across == 0) return true;
        return surface.Sheet.Width > 0 && frame.Across <= 2 && frame.Down <= 2 && box.Right - box.Left > 0.85 * surface.Sheet.Width && box.Bottom - box.Top > 0.8 * surface.Sheet.Height;
    }

    /// <summary>A single rule right under a phrase and no longer than it.</summary>
    private static bool IsUnderline(RuleFrame frame, IReadOnlyList<TextLine> lines)
    {
        if (frame.Down > 0 || frame.Across > 1) return false;
        foreach (var line in lines)
        {
            if (line.Box.CentreY > frame.Box.Top || line.Box.Bottom + 0.4 * line.Size < frame.Box.Top) continue;
            foreach (var phrase in line.Phrases)
                if (frame.Box.Left > phrase.Box.Left - 0.5 && frame.Box.Right < phrase.Box.Right + 0.5) return true;
        }
        return false;
    }

    private static bool IsFlush(RuleFrame above, RuleFrame below) => Math.Abs(above.Box.Left - below.Box.Left) <= Flush && Math.Abs(above.Box.Right - below.Box.Right) <= Flush;

    private static bool Follows(RuleFrame above, RuleFrame below, IReadOnlyList<TextLine> lines)
    {
        var gap = below.Box.Top - above.Box.Bottom;
        if (gap < -0.5) return false;
        var between = lines.Where(line => line.Box.CentreY > above.Box.Bottom && line.Box.CentreY < below.Box.Top && Boxes.OverlapX(line.Box, above.Box) > 0).ToList();
        if (between.Count == 0) return gap < 1 && (gap < 0.45 || above.Down == 0 || below.Down == 0);
        if (IsClosed(above) || IsClosed(below)) return false;
        // Between the rules of one table stand rows, and pieces of heads; a line across the whole width is a title or text.
        var rows = Enumerable.Range(0, between.Count).Count(i => Cells(between[i], above.Box) >= 2 || i > 0 && between[i].Box.Top < between[i - 1].Box.Bottom - 0.05);
        var wide = between.Count(line => Cells(line, above.Box) < 2 && Boxes.OverlapX(line.Box, above.Box) > 0.5 * (above.Box.Right - above.Box.Left));
        if (rows == 0 || wide > 0.6 * between.Count) return false;
        return MostWhite(above.Box.Bottom, below.Box.Top, between) < 3.5;
    }

    private static int Cells(TextLine line, Box box) => line.Phrases.Count(phrase => phrase.Box.CentreX > box.Left - 1 && phrase.Box.CentreX < box.Right + 1);

    /// <summary>The widest white between the lines of a stretch, in their type's size.</summary>
    private static double MostWhite(double from, double to, List<TextLine> lines)
    {
        var most = 0.0;
        var at = from;
        foreach (var line in lines)
        {
            most = Math.Max(most, (line.Box.Top - at) / line.Size);
            at = Math.Max(at, line.Box.Bottom);
        }
        return Math.Max(most, (to - at) / lines[^1].Size);
    }
}

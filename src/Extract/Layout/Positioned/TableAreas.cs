using Extract.Text;

namespace Extract.Layout.Positioned;

/// <summary>Where tables may be on a page: by rules first, then, among what rules leave, by white.</summary>
internal static class TableAreas
{
    /// <summary>The areas of a page in no order but their evidence's; each is still to be judged by the grid it gives.</summary>
    /// <param name="surface">The page.</param>
    /// <param name="lines">Its words but the furniture, as lines.</param>
    public static List<TableArea> Of(Surface surface, List<TextLine> lines)
    {
        var areas = RuledAreas.Of(surface, lines);
        for (var i = 0; i < areas.Count; i++)
            if (areas[i].Evidence == AreaEvidence.Lined) areas[i] = Extended(surface, areas[i], lines);
        var free = Paragraphs.Without(areas.Count == 0 ? lines : TextLine.Without(lines, areas.SelectMany(static area => area.Words).ToHashSet()));
        foreach (var (from, to) in AlignedAreas.Of(free, surface.Strokes))
        {
            var box = Boxes.Union(free.Take(to).Skip(from).Select(static line => line.Box));
            areas.Add(WithRules(surface, box, areas));
        }
        return areas;
    }

    /// <summary>An area that rules across enclose, with the rows below its last rule.</summary>
    private static TableArea Extended(Surface surface, TableArea area, List<TextLine> lines)
    {
        var inside = area.Words.ToHashSet();
        var first = lines.FindIndex(line => line.Words.Any(inside.Contains));
        var last = lines.FindLastIndex(line => line.Words.Any(inside.Contains));
        if (first < 0) return area;
        var (start, end) = (AlignedAreas.ExtendedUp(lines, first), AlignedAreas.Extended(lines, last));
        if (start == first && end <= last + 1) return area;
        var box = Boxes.Union(lines.Take(end).Skip(start).Select(static line => line.Box).Append(area.Box));
        return surface.Area(area.Evidence, box.Grown(0.1));
    }

    /// <summary>The area with the rules that run along it, and with a lined area it goes on from: a table closed at its top only.</summary>
    private static TableArea WithRules(Surface surface, Box box, List<TableArea> areas)
    {
        var lined = areas.Find(area => area.Evidence == AreaEvidence.Lined && box.Top - area.Box.Bottom is > -1 and < 1.2 && Boxes.OverlapX(area.Box, box) > 0.7 * (box.Right - box.Left));
        if (lined is not null)
        {
            areas.Remove(lined);
            box = Boxes.Union(box, lined.Box);
        }
        return surface.Area(lined is null ? AreaEvidence.Aligned : AreaEvidence.Lined, box.Grown(0.1)) is var area && lined is null ? area with { Rules = [.. area.Rules.Where(rule => !rule.Vertical || rule.To - rule.From < 3 * (box.Bottom - box.Top))] } : area;
    }
}

using Extract.Layout.Positioned;

namespace Extract.Tables.Positioned;

/// <summary>A page, or what stands on one in another direction: its furniture and its tables from top to bottom.</summary>
internal sealed record PagePart(Surface Surface, IReadOnlySet<Word> Furniture, IReadOnlyList<PositionedGrid> Tables)
{
    /// <summary>Its lines outside tables and furniture.</summary>
    public List<TextLine> Lines() =>
        TextLine.Without(Surface.Lines, Tables.Count == 0 ? Furniture : Tables.SelectMany(static table => table.Area.Words).Concat(Furniture).ToHashSet());
}

/// <summary>The tables of one page.</summary>
internal static class PageTables
{
    /// <summary>The page, and behind it what stands on it in other directions and in none of its tables.</summary>
    public static List<PagePart> WithAside(Surface surface, IReadOnlySet<Word> furniture, TablePart? before)
    {
        var parts = new List<PagePart> { new(surface, furniture, Of(surface, furniture, before)) };
        if (surface.Sideways.Count == 0) return parts;
        foreach (var aside in surface.Aside(parts[0].Tables.SelectMany(static table => table.Area.Sideways).ToHashSet()))
        {
            var own = Layout.Positioned.Furniture.Of([aside])[0];
            parts.Add(new PagePart(aside, own, Of(aside, own, null)));
        }
        return parts;
    }

    /// <summary>
    /// Every area judged by the grid it gives; where two share words the one with the stronger evidence stays. What would be too little for a
    /// table is enough at the head of a page where it goes on with <paramref name="before"/>, the table at the foot of the page before.
    /// </summary>
    /// <returns>From top to bottom.</returns>
    public static List<PositionedGrid> Of(Surface surface, IReadOnlySet<Word> furniture, TablePart? before)
    {
        var tables = new List<PositionedGrid>();
        var taken = new HashSet<Word>();
        var heads = before is { ClosesPage: true } ? before.Heads : [];
        var lines = TextLine.Without(surface.Lines, furniture);
        foreach (var area in TableAreas.Of(surface, lines).OrderBy(static area => area.Evidence))
        {
            if (area.Words.Count == 0 || area.Words.Any(taken.Contains)) continue;
            var grid = Extension.Of(PositionedGrid.Rebuild(area, heads), surface, taken.Count == 0 ? lines : [.. lines.Where(line => !line.Words.Any(taken.Contains))], heads, before is { ClosesPage: true });
            if (grid.Area.Words.Any(taken.Contains)) grid = PositionedGrid.Rebuild(area, heads);
            if (!Verdict.IsTable(grid) && !GoesOn(grid, surface, furniture, before)) continue;
            tables.Add(grid);
            taken.UnionWith(grid.Area.Words);
        }
        return [.. tables.OrderBy(static table => table.Area.Box.Top).ThenBy(static table => table.Area.Box.Left)];
    }

    private static bool GoesOn(PositionedGrid grid, Surface surface, IReadOnlySet<Word> furniture, TablePart? before)
    {
        if (before is not { ClosesPage: true }) return false;
        var top = grid.Area.Words.Min(static word => word.Box.Top);
        if (surface.Words.Any(word => word.Box.Bottom < top + 0.1 && !furniture.Contains(word))) return false;
        return PageStitching.Continues(before, new TablePart(grid, surface.Sheet, Caption.None, true, true));
    }
}

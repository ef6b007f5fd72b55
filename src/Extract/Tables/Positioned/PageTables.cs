using Extract.Layout.Positioned;

namespace Extract.Tables.Positioned;

/// <summary>The tables of one page.</summary>
internal static class PageTables
{
    /// <summary>Every area judged by the grid it gives; where two share words the one with the stronger evidence stays. From top to bottom.</summary>
    public static List<PositionedGrid> Of(Surface surface, IReadOnlySet<Word> furniture)
    {
        var tables = new List<PositionedGrid>();
        var taken = new HashSet<Word>();
        foreach (var area in TableAreas.Of(surface, furniture).OrderBy(static area => area.Evidence))
        {
            if (area.Words.Count == 0 || area.Words.Any(taken.Contains)) continue;
            var grid = PositionedGrid.Rebuild(area);
            if (!Verdict.IsTable(grid)) continue;
            tables.Add(grid);
            taken.UnionWith(area.Words);
        }
        return [.. tables.OrderBy(static table => table.Area.Box.Top).ThenBy(static table => table.Area.Box.Left)];
    }
}

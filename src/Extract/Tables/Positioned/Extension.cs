using Extract.Layout.Positioned;

namespace Extract.Tables.Positioned;

/// <summary>
/// Rows that stand right above or below what was taken for the table and keep its columns: a rule or a shade may end before the last row does.
/// </summary>
internal static class Extension
{
    /// <summary>Ink over a border by more than this does not keep the column.</summary>
    private const double Over = 0.3;

    /// <summary>White between rows is no wider than this, in their type's size.</summary>
    private const double Apart = 1.3;

    /// <summary>A row that the page cuts leaves so many lines of its label alone.</summary>
    private const int MostCut = 2;

    /// <summary>The grid of the area with such rows; the same grid where there are none.</summary>
    /// <param name="grid">What was taken for the table.</param>
    /// <param name="surface">Its page.</param>
    /// <param name="lines">The page's lines.</param>
    /// <param name="heads">The lines of a header that may be printed again.</param>
    /// <param name="goesOn">A table at the foot of the page before may go on at the head of this one, with the rest of a row.</param>
    public static PositionedGrid Of(PositionedGrid grid, Surface surface, IReadOnlyList<TextLine> lines, IReadOnlyList<string> heads, bool goesOn)
    {
        if (grid.Area.Evidence == AreaEvidence.Gridded || grid.Columns < 2) return grid;
        var inside = grid.Area.Words.ToHashSet();
        var (first, last) = (-1, -1);
        for (var i = 0; i < lines.Count; i++)
        {
            if (!lines[i].Words.Any(inside.Contains)) continue;
            if (first < 0) first = i;
            last = i;
        }
        if (first < 0) return grid;
        var (top, bottom) = (Reach(grid, lines, first, -1, goesOn), Reach(grid, lines, last, 1, true));
        if (top == first && bottom == last) return grid;
        var box = Boxes.Union(lines.Take(bottom + 1).Skip(top).Select(static line => line.Box).Append(grid.Area.Box));
        return PositionedGrid.Rebuild(surface.Area(grid.Area.Evidence, box.Grown(0.05)), heads);
    }

    /// <summary>The furthest line in a direction that prints several cells; lines between that print a label alone come with it.</summary>
    private static int Reach(PositionedGrid grid, IReadOnlyList<TextLine> lines, int from, int step, bool mayCut)
    {
        var reached = from;
        for (var i = from + step; i >= 0 && i < lines.Count; i += step)
        {
            var (above, below) = step > 0 ? (lines[i - 1], lines[i]) : (lines[i], lines[i + 1]);
            if (below.Box.Top - above.Box.Bottom > Apart * lines[i].Size || !Keeps(grid, lines[i])) break;
            var cells = lines[i].Phrases.Select(phrase => grid.Sketch.Column(phrase.Box.CentreX)).Distinct().Count();
            var label = lines[i].Box.Right < grid.Sketch.Xs[1].At + Over;
            // At the foot of a page a row may print its label alone; at the head of the next the label may go on.
            if (cells > 1 || label && mayCut && (step > 0 ? lines.Count - i : i + 1) <= MostCut) reached = i;
            else if (!label || Math.Abs(i - reached) > 3) break;
        }
        return reached;
    }

    private static bool Keeps(PositionedGrid grid, TextLine line)
    {
        var xs = grid.Sketch.Xs;
        if (line.Box.Left < xs[0].At - 1.5 || line.Box.Right > xs[^1].At + 1.5 || line.Key.Contains("单位:", StringComparison.Ordinal)) return false;
        return line.Phrases.All(phrase => !xs.Skip(1).SkipLast(1).Any(x => phrase.Box.Left < x.At - Over && phrase.Box.Right > x.At + Over));
    }
}

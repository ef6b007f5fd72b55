using Extract.Layout.Positioned;
using Extract.Tables.Positioned;
using Extract.Text;

namespace Extract.Tables;

/// <summary>What was seen of one table on its page: for drawing, in ems.</summary>
/// <param name="Region">The part of the page it takes.</param>
/// <param name="Evidence">What it was rebuilt from.</param>
/// <param name="Confidence">How sure, in [0,1].</param>
/// <param name="Cells">The cells that take one place of the grid.</param>
/// <param name="Spans">The cells that take several.</param>
/// <param name="Rivers">White stretches that gave columns.</param>
/// <param name="Borders">Rows and columns of the grid that no rule draws.</param>
public sealed record SeenTable(
    Box Region, Evidence Evidence, double Confidence, IReadOnlyList<Box> Cells, IReadOnlyList<Box> Spans, IReadOnlyList<Box> Rivers, IReadOnlyList<Rule> Borders)
{
    /// <summary>The tables side by side that it holds; none where it is one.</summary>
    public IReadOnlyList<Box> Lanes { get; init; } = [];

    /// <summary>The rows that head its columns; null where none do.</summary>
    public Box? Header { get; init; }
}

/// <summary>Reads the tables of positioned pages one page at a time: to draw them, to score them, to measure what that costs.</summary>
public static class PageReading
{
    /// <summary>The tables of one page as they were seen, from top to bottom; none for a surface without positions.</summary>
    public static IReadOnlyList<SeenTable> Seen(Sheet sheet)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        if (!Surface.IsPositioned(sheet)) return [];
        var surface = new Surface(sheet);
        return [.. PageTables.WithAside(surface, Furniture.Of([surface])[0], null).SelectMany(static part => part.Tables.Select(grid => Seen(grid, part.Surface)))];
    }

    /// <summary>The grid of a region of a page, given in points; null where nothing is printed in it. The region is believed to be a table.</summary>
    public static Grid? InRegion(Sheet sheet, PagePlace region)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        ArgumentNullException.ThrowIfNull(region);
        if (!Surface.IsPositioned(sheet)) return null;
        var em = sheet.EmPoints;
        var surface = new Surface(sheet);
        var area = surface.Area(AreaEvidence.Gridded, surface.Frame.Seen(new Box(region.Left / em, region.Top / em, region.Right / em, region.Bottom / em)).Grown(RuleFrames.Reach));
        return area.Words.Count == 0 ? null : new TablePart(PositionedGrid.Rebuild(area), surface.Sheet, Caption.None, true, true).ToGrid();
    }

    /// <summary>The tables of a document of positioned pages, stitched over pages.</summary>
    public static IReadOnlyList<Grid> Grids(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return Reconstruction.Rebuild(document).Grids;
    }

    private static SeenTable Seen(PositionedGrid grid, Surface surface)
    {
        var (box, frame) = (grid.Area.Box, surface.Frame);
        var borders = grid.Sketch.Xs.Where(static x => x.Level is null).Select(x => new Rule(true, x.At, box.Top, box.Bottom, RuleSource.Declared))
            .Concat(grid.Sketch.Ys.Where(static y => y.Level is null).Select(y => new Rule(false, y.At, box.Left, box.Right, RuleSource.Declared)));
        var whole = new TablePart(grid, surface.Sheet, Caption.None, true, true).ToGrid();
        var (xs, ys) = (grid.Sketch.Xs, grid.Sketch.Ys);
        return new SeenTable(
            frame.OnPage(box), grid.Evidence, Positioned.Confidence.Of(grid),
            [.. grid.Cells.Where(static cell => cell.Rows * cell.Columns == 1).Select(cell => frame.OnPage(cell.Box))],
            [.. grid.Cells.Where(static cell => cell.Rows * cell.Columns > 1).Select(cell => frame.OnPage(cell.Box))],
            [.. grid.Rivers.Select(river => frame.OnPage(new Box(river.From, box.Top, river.To, box.Bottom)))], [.. borders.Select(frame.OnPage)])
        {
            Lanes = [.. whole.Lanes.Select(lane => frame.OnPage(new Box(xs[lane.Column].At, ys[0].At, xs[lane.Column + lane.Grid.ColumnCount].At, ys[^1].At)))],
            Header = whole.HeaderRows == 0 ? null : frame.OnPage(new Box(xs[0].At, ys[0].At, xs[^1].At, ys[whole.HeaderRows].At)),
        };
    }
}

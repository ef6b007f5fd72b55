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
    Box Region, Evidence Evidence, double Confidence, IReadOnlyList<Box> Cells, IReadOnlyList<Box> Spans, IReadOnlyList<Box> Rivers, IReadOnlyList<Rule> Borders);

/// <summary>Reads the tables of positioned pages one page at a time: to draw them, to score them, to measure what that costs.</summary>
public static class PageReading
{
    /// <summary>The tables of one page as they were seen, from top to bottom; none for a surface without positions.</summary>
    public static IReadOnlyList<SeenTable> Seen(Sheet sheet)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        if (!Surface.IsPositioned(sheet)) return [];
        var surface = new Surface(sheet);
        return [.. PageTables.Of(surface, Furniture.Of([surface])[0], null).Select(grid => Seen(grid, sheet))];
    }

    /// <summary>The grid of a region of a page, given in points; null where nothing is printed in it. The region is believed to be a table.</summary>
    public static Grid? InRegion(Sheet sheet, PagePlace region)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        ArgumentNullException.ThrowIfNull(region);
        if (!Surface.IsPositioned(sheet)) return null;
        var em = sheet.EmPoints;
        var area = new Surface(sheet).Area(AreaEvidence.Gridded, new Box(region.Left / em, region.Top / em, region.Right / em, region.Bottom / em).Grown(RuleFrames.Reach));
        if (area.Words.Count == 0) return null;
        var builder = new GridBuilder("", Evidence.Drawn);
        foreach (var cell in PositionedGrid.Rebuild(area, []).Cells) builder.Add(cell.Row, cell.Column, cell.Printed, cell.Rows, cell.Columns);
        return builder.Build();
    }

    /// <summary>The tables of a document of positioned pages, stitched over pages.</summary>
    public static IReadOnlyList<Grid> Grids(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return Reconstruction.Rebuild(document).Grids;
    }

    private static SeenTable Seen(PositionedGrid grid, Sheet sheet)
    {
        var box = grid.Area.Box;
        var borders = grid.Sketch.Xs.Where(static x => x.Level is null).Select(x => new Rule(true, x.At, box.Top, box.Bottom, RuleSource.Declared))
            .Concat(grid.Sketch.Ys.Where(static y => y.Level is null).Select(y => new Rule(false, y.At, box.Left, box.Right, RuleSource.Declared)));
        return new SeenTable(
            box, grid.Evidence, Positioned.Confidence.Of([new TablePart(grid, sheet, Caption.None, true, true)]),
            [.. grid.Cells.Where(static cell => cell.Rows * cell.Columns == 1).Select(static cell => cell.Box)],
            [.. grid.Cells.Where(static cell => cell.Rows * cell.Columns > 1).Select(static cell => cell.Box)],
            [.. grid.Rivers.Select(river => new Box(river.From, box.Top, river.To, box.Bottom))], [.. borders]);
    }
}

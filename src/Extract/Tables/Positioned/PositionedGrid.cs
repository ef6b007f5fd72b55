using Extract.Layout.Positioned;
using Extract.Text;

namespace Extract.Tables.Positioned;

/// <summary>A cell as it was seen: its corner and extent in the grid, its box on the page, its words.</summary>
internal sealed record SeenCell(int Row, int Column, int Rows, int Columns, Box Box, IReadOnlyList<Word> Words)
{
    /// <summary>What it prints, lines joined.</summary>
    public Printed Printed { get; } = Print(Words);

    private static Printed Print(IReadOnlyList<Word> words)
    {
        if (words.Count == 0) return Printed.Blank;
        var lines = TextLine.Of(words);
        var text = Characters.Compact(string.Join('\n', lines.Select(static line => line.Text)));
        return new Printed(text, [.. lines.Select(Place)]);
    }

    private static Place Place(TextLine line)
    {
        var places = line.Words.SelectMany(static word => word.Runs).Select(static run => run.Place).ToList();
        if (places[0] is not PagePlace first) return places[0];
        var boxes = places.OfType<PagePlace>().ToList();
        return new PagePlace(first.Page, boxes.Min(static p => p.Left), boxes.Min(static p => p.Top), boxes.Max(static p => p.Right), boxes.Max(static p => p.Bottom));
    }
}

/// <summary>A table of one page as it was seen.</summary>
/// <param name="Area">Where.</param>
/// <param name="Sketch">Its borders and walls.</param>
/// <param name="Cells">Its cells in row order.</param>
/// <param name="Rivers">Rivers that gave columns.</param>
internal sealed record PositionedGrid(TableArea Area, Sketch Sketch, IReadOnlyList<SeenCell> Cells, IReadOnlyList<River> Rivers)
{
    public int Rows => Sketch.Rows;

    public int Columns => Sketch.Columns;

    /// <summary>Rebuilds the grid of an area: borders, walls, cells, words in cells.</summary>
    public static PositionedGrid Rebuild(TableArea area)
    {
        var (sketch, seen) = Drafting.Of(area);
        sketch.RaiseWalls();
        Walls.Complete(sketch, area, seen);
        return new PositionedGrid(area, sketch, Filling.Of(sketch, area), seen.Rivers);
    }
}

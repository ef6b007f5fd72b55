using Extract.Layout.Positioned;
using Extract.Text;

namespace Extract.Tables.Positioned;

/// <summary>A cell as it was seen: its corner and extent in the grid, its box on the page, its words, and those that stand sideways in it.</summary>
internal sealed record SeenCell(int Row, int Column, int Rows, int Columns, Box Box, IReadOnlyList<Word> Words, IReadOnlyList<SidewaysWord> Sideways)
{
    /// <summary>What it prints, lines joined.</summary>
    public Printed Printed { get; } = Print(Words, Sideways);

    private static Printed Print(IReadOnlyList<Word> words, IReadOnlyList<SidewaysWord> sideways)
    {
        if (words.Count + sideways.Count == 0) return Printed.Blank;
        if (words.Count == 1 && sideways.Count == 0) return new Printed(Characters.Compact(words[0].Text), [Places.Union(words)]);
        var lines = TextLine.Of(words);
        foreach (var turned in sideways.GroupBy(static word => word.Turn)) lines.AddRange(TextLine.Of(turned.Select(static word => word.Word)));
        var text = Characters.Compact(string.Join('\n', lines.Select(static line => line.Text)));
        return new Printed(text, [.. lines.Select(static line => Places.Union(line.Words))]);
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

    /// <summary>Rules, unless they leave the columns to the rivers.</summary>
    public Evidence Evidence => Area.Evidence == AreaEvidence.Aligned || Rivers.Count > 0 && Area.Evidence == AreaEvidence.Lined ? Evidence.Aligned : Evidence.Drawn;

    /// <summary>Rebuilds the grid of an area: borders, walls, cells, words in cells.</summary>
    public static PositionedGrid Rebuild(TableArea area)
    {
        var (sketch, seen) = Drafting.Of(area);
        sketch.RaiseWalls();
        Walls.Complete(sketch, area, seen);
        return new PositionedGrid(area, sketch, Filling.Of(sketch, area), seen.Rivers);
    }
}

using System.Text;
using Extract.Layout.Positioned;
using Extract.Text;

namespace Extract.Tables.Positioned;

/// <summary>A cell as it was seen: its corner and extent in the grid, its box on the page, its words, and those that stand sideways in it.</summary>
internal sealed record SeenCell(int Row, int Column, int Rows, int Columns, Box Box, IReadOnlyList<Word> Words, IReadOnlyList<SidewaysWord> Sideways)
{
    private IReadOnlyList<TextLine>? lines;
    private Printed? printed;
    private bool? isValue;

    /// <summary>Its words as lines.</summary>
    public IReadOnlyList<TextLine> Lines => lines ??= TextLine.Of(Words);

    /// <summary>What it prints, lines joined.</summary>
    public Printed Printed => printed ??= Print();

    /// <summary>True where it prints a figure, or a mark for none.</summary>
    public bool IsValue => isValue ??= Values.IsValue(Printed.Text);

    /// <summary>True where a line goes on with the figure of the line above it.</summary>
    public bool IsBroken => Enumerable.Range(1, Math.Max(0, Lines.Count - 1)).Any(k => BrokenFigure.GoesOn(Lines[k - 1].Words, Lines[k].Words, Box.Left, Box.Right));

    private Printed Print()
    {
        if (Words.Count + Sideways.Count == 0) return Printed.Blank;
        if (Words.Count == 1 && Sideways.Count == 0) return new Printed(Characters.Compact(Words[0].Text), [Places.Union(Words)]);
        var lines = Lines.ToList();
        foreach (var turned in Sideways.GroupBy(static word => word.Turn)) lines.AddRange(TextLine.Of(turned.Select(static word => word.Word)));
        var text = new StringBuilder(lines[0].Text);
        for (var k = 1; k < lines.Count; k++)
        {
            if (!BrokenFigure.GoesOn(lines[k - 1].Words, lines[k].Words, Box.Left, Box.Right)) text.Append('\n');
            text.Append(lines[k].Text);
        }
        return new Printed(Characters.Compact(text.ToString()), [.. lines.Select(static line => Places.Union(line.Words))]);
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
    /// <param name="area">Where.</param>
    /// <param name="heads">The lines of a header that may be printed again at its top.</param>
    public static PositionedGrid Rebuild(TableArea area, IReadOnlyList<string> heads)
    {
        var (sketch, seen) = Drafting.Of(area, heads);
        sketch.RaiseWalls();
        Walls.Complete(sketch, area, seen);
        return new PositionedGrid(area, sketch, Filling.Of(sketch, area), seen.Rivers);
    }
}

using Extract.Layout.Positioned;
using Extract.Text;

namespace Extract.Tables.Positioned;

/// <summary>
/// A figure that its column is too narrow for goes on below (250 above .00, 98.0 above 0%). It is one figure where the line above leaves no
/// room for the next character; figures that stand below each other do. So is what words run on into.
/// </summary>
internal static class BrokenFigure
{
    /// <summary>The margin of a cell is no wider than this, in its type's size: word processors set 0.19 cm.</summary>
    private const double MostMargin = 0.6;

    /// <summary>True where figures of one line go on with those of the line below in a cell that reaches from <paramref name="left"/> to <paramref name="right"/>.</summary>
    public static bool GoesOn(IReadOnlyList<Word> above, IReadOnlyList<Word> below, double left, double right)
    {
        // Words run on into a figure that did not fit their line.
        if (char.IsLetter(above[^1].Text[^1]) && Characters.IsWide(above[^1].Text[^1]) && char.IsAsciiDigit(below[0].Text[0])) return Room(above, below[0], left, right) < below[0].Box.Right - below[0].Box.Left;
        if (!IsPart(above[^1].Text[^1]) || !IsPart(below[0].Text[0]) && below[0].Text[0] is not ('%' or '％' or '‰') || !char.IsAsciiDigit(above[^1].Text[^1]) && !char.IsAsciiDigit(below[0].Text[0])) return false;
        return Room(above, below[0], left, right) < (below[0].Box.Right - below[0].Box.Left) / DisplayWidth.Of(below[0].Text);
    }

    /// <summary>What a line leaves free of its cell, which keeps the same margin on both sides.</summary>
    private static double Room(IReadOnlyList<Word> line, Word next, double left, double right) =>
        right - Math.Clamp(line.Min(static word => word.Box.Left) - left, 0, MostMargin * next.Size) - line.Max(static word => word.Box.Right);

    private static bool IsPart(char c) => char.IsAsciiDigit(c) || c is '.' or ',';
}

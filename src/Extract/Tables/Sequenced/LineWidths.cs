using Extract.Text;

namespace Extract.Tables.Sequenced;

/// <summary>How wide lines are as they were set, in display columns.</summary>
internal static class LineWidths
{
    /// <summary>A quarter of an em: what typesetters leave between wide and narrow characters, and printed text shows as a space or not at all.</summary>
    public const double Apart = 0.5;

    /// <summary>The width of a line's atoms.</summary>
    public static double Of(AtomStream stream, int start, int end) => With(stream, start, end, -1);

    /// <summary>The width of a line's atoms and of what cannot be broken of the line that begins with <paramref name="next"/>, if it stood behind them.</summary>
    public static double WithNext(AtomStream stream, int start, int end, int next) => With(stream, start, end, next);

    private static double With(AtomStream stream, int start, int end, int next)
    {
        var width = 0.0;
        var last = '\0';
        for (var i = start; i < end; i++)
        {
            var atom = stream[i];
            if (i > start) width += Characters.IsWide(last) || Characters.IsWide(atom.Run.Text[atom.Start]) ? 0 : 1;
            foreach (var c in atom.Run.Text.AsSpan(atom.Start, atom.Length))
            {
                if (Characters.IsSpace(c)) continue;
                width += DisplayWidth.Of(c) + (IsSetApart(last, c) ? Apart : 0);
                last = c;
            }
        }
        return next < 0 ? width : width + RowTexts.Unit(stream, next) + (IsSetApart(last, stream[next].Run.Text[stream[next].Start]) ? Apart : 0);
    }

    private static bool IsSetApart(char before, char here) =>
        before != '\0' && (char.IsLetterOrDigit(before) && before < '\u2E80' && IsIdeograph(here) || IsIdeograph(before) && char.IsLetterOrDigit(here) && here < '\u2E80');

    private static bool IsIdeograph(char c) => c is >= '\u3400' and <= '\u9FFF';

    /// <summary>What it costs that a line was broken with room for what follows it: little where the room is for a character, which widths are not known well enough to deny.</summary>
    public static double Room(double room) => room <= Apart ? 0 : room < 2 ? 0.6 : Math.Min(7, 1.2 + 0.9 * room);
}

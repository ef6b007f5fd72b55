using System.Text;
using Extract.Text;

namespace Extract.Tests.Tables.Broken;

/// <summary>Sets text into a column: full lines, Chinese rules of line heads and tails, numbers and words never split.</summary>
internal static class LineBreaking
{
    private const string NoHead = "，。、；：）》”’！？%";
    private const string NoTail = "（《“‘";

    /// <summary>The lines of <paramref name="text"/> in a column of <paramref name="width"/> display columns; none for an empty text.</summary>
    public static string[] Wrap(string text, int width)
    {
        if (text.Length == 0) return [];
        var lines = new List<string>();
        var line = new StringBuilder();
        foreach (var unit in Units(text))
        {
            if (line.Length > 0 && DisplayWidth.Of(line.ToString().TrimEnd()) + DisplayWidth.Of(unit.Trim()) > width)
            {
                lines.Add(line.ToString().Trim());
                line.Clear();
            }
            line.Append(unit);
        }
        if (!string.IsNullOrWhiteSpace(line.ToString())) lines.Add(line.ToString().Trim());
        return [.. lines];
    }

    /// <summary>Puts a space between Chinese characters and figures, as many typesetters do; not beside punctuation.</summary>
    public static string SpaceDigits(string text)
    {
        var spaced = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (i > 0 && (IsFigure(text[i]) && IsHan(text[i - 1]) || IsHan(text[i]) && IsFigure(text[i - 1]))) spaced.Append(' ');
            spaced.Append(text[i]);
        }
        return spaced.ToString();
    }

    private static List<string> Units(string text)
    {
        var units = new List<string>();
        foreach (var c in text)
        {
            var glued = units.Count > 0 &&
                (NoHead.Contains(c) || NoTail.Contains(units[^1][^1]) || IsWord(c) && IsWord(units[^1][^1]) || c == ' ');
            if (glued) units[^1] += c;
            else units.Add(c.ToString());
        }
        return units;
    }

    private static bool IsWord(char c) => char.IsAsciiLetterOrDigit(c) || c is '.' or '%';

    private static bool IsFigure(char c) => char.IsAsciiDigit(c);

    private static bool IsHan(char c) => c is >= '\u4E00' and <= '\u9FFF';
}

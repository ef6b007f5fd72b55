using System.Text;

namespace Extract.Cli;

/// <summary>Text of documents made safe for a screen: a document cannot move the cursor or colour the terminal.</summary>
internal static class Shown
{
    /// <summary>On one line: control characters and line ends become spaces.</summary>
    public static string Line(string text)
    {
        var at = IndexOfControl(text, 0);
        if (at < 0) return text;
        var result = new StringBuilder(text);
        for (; at >= 0; at = IndexOfControl(text, at + 1)) result[at] = ' ';
        return result.ToString();
    }

    private static int IndexOfControl(string text, int from)
    {
        for (var i = from; i < text.Length; i++)
            if (char.IsControl(text[i]) || text[i] is '\u2028' or '\u2029' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069')) return i;
        return -1;
    }
}

using System.Text;
using Extract.Text;

namespace Extract.Cli.Display;

/// <summary>Rows as columns of text that stay in line with wide characters in them.</summary>
internal static class TextTable
{
    private const string Gap = "  ";
    private const int Narrowest = 8;

    /// <summary>The table with its heading underlined; columns of numbers to the right; cut to <paramref name="width"/> columns of a screen.</summary>
    public static string Write(IReadOnlyList<string> headings, IReadOnlyList<IReadOnlyList<string>> rows, int width = int.MaxValue)
    {
        var widths = headings.Select((h, i) => Math.Max(DisplayWidth.Of(h), rows.Select(r => DisplayWidth.Of(r[i])).DefaultIfEmpty(0).Max())).ToArray();
        Fit(widths, width);
        var right = headings.Select((_, i) => rows.Count > 0 && rows.All(r => IsNumber(r[i])) && rows.Any(r => r[i].Length > 0)).ToArray();
        var result = new StringBuilder();
        Row(result, headings, widths, right);
        Row(result, widths.Select(w => new string('-', w)).ToArray(), widths, right);
        foreach (var row in rows) Row(result, row, widths, right);
        return result.ToString();
    }

    /// <summary>True where a screen shows the table with little cut away.</summary>
    public static bool Fits(IReadOnlyList<string> headings, IReadOnlyList<IReadOnlyList<string>> rows, int width)
    {
        if (width == int.MaxValue) return true;
        var needed = headings.Select((h, i) => Math.Max(DisplayWidth.Of(h), rows.Select(r => DisplayWidth.Of(r[i])).DefaultIfEmpty(0).Max()) + Gap.Length).Sum();
        return needed <= width + width / 2;
    }

    /// <summary>Each row as lines of name and value, for rows too wide to stand side by side; empty values left out.</summary>
    public static string Upright(IReadOnlyList<string> headings, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var result = new StringBuilder();
        var widest = headings.Max(h => DisplayWidth.Of(h));
        foreach (var row in rows)
        {
            if (result.Length > 0) result.Append('\n');
            for (var i = 0; i < headings.Count; i++)
                if (row[i].Length > 0) result.Append(headings[i]).Append(' ', widest - DisplayWidth.Of(headings[i])).Append(Gap).Append(row[i]).Append('\n');
        }
        return result.ToString();
    }

    /// <summary>Text cut to a display width, with an ellipsis where it was cut.</summary>
    public static string Cut(string text, int width)
    {
        if (DisplayWidth.Of(text) <= width) return text;
        var taken = 0;
        var at = 0;
        while (at < text.Length && taken + DisplayWidth.Of(text[at]) <= width - 1) taken += DisplayWidth.Of(text[at++]);
        if (at > 0 && char.IsHighSurrogate(text[at - 1])) at--;
        return text[..at] + "~";
    }

    private static void Row(StringBuilder to, IReadOnlyList<string> cells, int[] widths, bool[] right)
    {
        var line = new StringBuilder();
        for (var i = 0; i < cells.Count; i++)
        {
            var text = Cut(cells[i], widths[i]);
            var fill = new string(' ', widths[i] - DisplayWidth.Of(text));
            line.Append(i == 0 ? "" : Gap).Append(right[i] ? fill + text : text + fill);
        }
        to.Append(line.ToString().TrimEnd()).Append('\n');
    }

    /// <summary>Takes columns from the widest until the table fits.</summary>
    private static void Fit(int[] widths, int width)
    {
        if (width == int.MaxValue) return;
        while (widths.Sum() + Gap.Length * (widths.Length - 1) > width)
        {
            var widest = Array.IndexOf(widths, widths.Max());
            if (widths[widest] <= Narrowest) return;
            widths[widest]--;
        }
    }

    private static bool IsNumber(string text)
    {
        foreach (var c in text)
            if (!char.IsAsciiDigit(c) && c is not ('.' or '-' or ',' or '%' or '+')) return false;
        return true;
    }
}

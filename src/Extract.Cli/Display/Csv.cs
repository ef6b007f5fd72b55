using System.Text;

namespace Extract.Cli.Display;

/// <summary>
/// CSV after RFC 4180 with line feeds. A text that a spreadsheet would take for a formula (= + - @, tab or return first) gets an
/// apostrophe before it; numbers, negative ones among them, stay numbers.
/// </summary>
internal static class Csv
{
    public static void Row(StringBuilder to, IEnumerable<string> cells)
    {
        var first = true;
        foreach (var cell in cells)
        {
            if (!first) to.Append(',');
            first = false;
            to.Append(Field(cell));
        }
        to.Append('\n');
    }

    public static string Field(string text)
    {
        if (text.Length > 0 && text[0] is ('=' or '+' or '-' or '@' or '\t' or '\r' or '＝' or '＋' or '－' or '＠') && !IsNumber(text)) text = "'" + text;
        return text.AsSpan().ContainsAny("\",\r\n".AsSpan()) ? "\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"" : text;
    }

    private static bool IsNumber(string text)
    {
        foreach (var c in text)
            if (!char.IsAsciiDigit(c) && c is not ('.' or ',' or '%' or '-')) return false;
        return true;
    }
}

using Extract.Diagnostics;
using Extract.Text;

namespace Extract.Documents.Plain;

/// <summary>
/// Plain text as sheets. A sheet is a page; a run is a stretch of a line without a tab, a bar or two spaces in it, at its display
/// column (a wide character takes two, an em is two columns). Tables written with bars, tabs or box-drawing characters are laid out
/// as a renderer would show them, and bring their separators as rules.
/// </summary>
internal static class PlainReader
{
    /// <summary>The longest line that is read whole; what is behind it is reported as not read.</summary>
    public const int LongestLine = 1_000_000;

    /// <summary>Reads decoded pages into a document.</summary>
    public static Document Read(string name, string digest, ReadOnlySpan<byte> bytes, CancellationToken cancellation)
    {
        if (Encodings.Decode(bytes) is not var (text, encoding, invalid))
            return Readers.Unreadable(name, digest, new(DiagnosticKinds.NotReadable, ["binary data / 二进制数据"], null));
        if (encoding == "GB18030" && !Encodings.IsPlausible(text)) return Readers.Unreadable(name, digest, new(DiagnosticKinds.WrongEncoding, ["UTF-8, UTF-16, GB18030"], null));
        var diagnostics = new List<Diagnostic>();
        if (invalid > 0) diagnostics.Add(new(DiagnosticKinds.BadBytes, [encoding, Number(invalid)], null));
        var lines = Cut(text, diagnostics);
        var sheets = new List<Sheet>();
        foreach (var page in Pages.Divide(lines))
        {
            cancellation.ThrowIfCancellationRequested();
            sheets.Add(Surface.Lay(sheets.Count + 1, page));
        }
        return new Document(name, digest, FormatOf(lines), sheets, TextLayer.Full, diagnostics);
    }

    /// <summary>Lines with their numbers, the marks at their ends removed; a form feed stays at the start of its line.</summary>
    private static List<Line> Cut(string text, List<Diagnostic> diagnostics)
    {
        var lines = new List<Line>();
        var start = 0;
        while (start <= text.Length)
        {
            var end = text.AsSpan(start).IndexOfAny('\n', '\r');
            end = end < 0 ? text.Length : start + end;
            var length = end - start;
            if (length > LongestLine)
            {
                diagnostics.Add(new(DiagnosticKinds.LimitReached, [$"line {Number(lines.Count + 1)}: {Number(length)}", Number(LongestLine)],
                    new TextPlace(1, lines.Count + 1, 1, 1)));
                length = LongestLine;
            }
            lines.Add(new Line(lines.Count + 1, text.Substring(start, length).TrimEnd('\u001A', '\0')));
            if (end >= text.Length) break;
            start = end + (text[end] == '\r' && end + 1 < text.Length && text[end + 1] == '\n' ? 2 : 1);
        }
        return lines;
    }

    private static DocumentFormat FormatOf(List<Line> lines)
    {
        foreach (var line in lines)
            if (line.Text.StartsWith("# ", StringComparison.Ordinal) || line.Text.StartsWith("## ", StringComparison.Ordinal)
                || Delimited.IsMarkdownRule(line.Text))
                return DocumentFormat.Md;
        return DocumentFormat.Txt;
    }

    private static string Number(int value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>A line of the file: its number from 1 and its characters.</summary>
internal readonly record struct Line(int Number, string Text)
{
    /// <summary>True where there is nothing but white space.</summary>
    public bool IsBlank => string.IsNullOrWhiteSpace(Text);
}

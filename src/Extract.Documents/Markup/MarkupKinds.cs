using System.Text;
using System.Text.RegularExpressions;
using Extract.Documents.Containers;

namespace Extract.Documents.Markup;

/// <summary>Kinds of markup that office files are saved as.</summary>
internal enum MarkupKind
{
    /// <summary>A page.</summary>
    Html,

    /// <summary>A web archive: pages and pictures in one file.</summary>
    Archive,

    /// <summary>Rich Text Format.</summary>
    Rtf,

    /// <summary>XML Spreadsheet 2003.</summary>
    ExcelXml,

    /// <summary>Word 2003 XML, or a package in one XML file.</summary>
    WordXml,
}

/// <summary>Tells markup by its first bytes.</summary>
internal static partial class MarkupKinds
{
    /// <summary>How far the first tags may stand from the start.</summary>
    private const int Look = 4096;

    /// <summary>What the bytes begin as; null for none of these.</summary>
    public static MarkupKind? Of(ReadOnlySpan<byte> bytes)
    {
        var head = Head(bytes).TrimStart();
        if (head.StartsWith(@"{\rtf", StringComparison.Ordinal)) return MarkupKind.Rtf;
        if (IsArchive(head)) return MarkupKind.Archive;
        if (!head.StartsWith('<')) return null;
        if (head.Contains("urn:schemas-microsoft-com:office:spreadsheet", StringComparison.Ordinal) && head.Contains("<Workbook", StringComparison.Ordinal)) return MarkupKind.ExcelXml;
        if (head.Contains("progid=\"Word.Document\"", StringComparison.Ordinal) || head.Contains("<w:wordDocument", StringComparison.Ordinal) || head.Contains("<pkg:package", StringComparison.Ordinal)) return MarkupKind.WordXml;
        return First().IsMatch(head) ? MarkupKind.Html : null;
    }

    /// <summary>The encoding a page declares, or shows.</summary>
    public static Encoding Encoding(ReadOnlySpan<byte> bytes, string? charset)
    {
        if (bytes.StartsWith("\uFEFF"u8)) return System.Text.Encoding.UTF8;
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])) return System.Text.Encoding.Unicode;
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return System.Text.Encoding.BigEndianUnicode;
        charset ??= Charset().Match(Head(bytes)) is { Success: true } match ? match.Groups[1].Value : null;
        if (charset is null) return System.Text.Unicode.Utf8.IsValid(bytes) ? System.Text.Encoding.UTF8 : CodePages.Of(936);
        return charset.ToLowerInvariant() switch
        {
            "utf-8" or "utf8" => System.Text.Encoding.UTF8,
            "gb2312" or "gbk" or "gb18030" or "x-gbk" or "chinese" => CodePages.Of(936),
            "unicode" or "utf-16" => System.Text.Encoding.Unicode,
            var other => Named(other),
        };
    }

    private static Encoding Named(string name)
    {
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? System.Text.Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            return System.Text.Encoding.UTF8;
        }
    }

    /// <summary>The first characters, as far as ASCII says them.</summary>
    private static string Head(ReadOnlySpan<byte> bytes)
    {
        var head = bytes[..Math.Min(bytes.Length, Look)];
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])) return System.Text.Encoding.Unicode.GetString(head[2..]);
        if (head.StartsWith("\uFEFF"u8)) head = head[3..];
        return System.Text.Encoding.Latin1.GetString(head);
    }

    private static bool IsArchive(string head) =>
        head.Contains("MIME-Version:", StringComparison.OrdinalIgnoreCase) && head.Contains("Content-Type: multipart/related", StringComparison.OrdinalIgnoreCase)
        && (head.StartsWith("MIME", StringComparison.OrdinalIgnoreCase) || Field().IsMatch(head));

    [GeneratedRegex(@"^(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*<(!doctype\s+html|html|head|meta|body|table|div|style)\b", RegexOptions.IgnoreCase | RegexOptions.Singleline, 1000)]
    private static partial Regex First();

    [GeneratedRegex(@"charset\s*=\s*[""']?\s*([A-Za-z0-9_\-]+)", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Charset();

    [GeneratedRegex(@"^[A-Za-z][A-Za-z\-]*:\s", RegexOptions.None, 1000)]
    private static partial Regex Field();
}

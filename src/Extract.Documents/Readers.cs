using System.Globalization;
using System.Security.Cryptography;
using Extract.Diagnostics;
using Extract.Documents.Containers;
using Extract.Documents.Excel.Xls;
using Extract.Documents.Excel.Xlsx;
using Extract.Documents.Markup;
using Extract.Documents.Pdf;
using Extract.Documents.Plain;
using Extract.Documents.Word.Doc;
using Extract.Documents.Word.Docx;
using Extract.Text;

namespace Extract.Documents;

/// <summary>Opens a file as a document. The content decides what it is; the name is only compared with it.</summary>
public static class Readers
{
    /// <summary>The largest file that is read.</summary>
    public const int MostBytes = 200 << 20;

    private static ReadOnlySpan<byte> CompoundMark => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    private static readonly (byte[] Magic, string Name)[] Foreign =
    [
        ([0x50, 0x4B, 0x03, 0x04], "ZIP / Office Open XML"), ([0x50, 0x4B, 0x05, 0x06], "ZIP"),
        ([0xDB, 0xA5, 0x2D, 0x00], "Word 2.x (doc)"), ([0x31, 0xBE, 0x00, 0x00], "Word for DOS / Write"), ([0x89, 0x50, 0x4E, 0x47], "PNG"),
        ([0xFF, 0xD8, 0xFF], "JPEG"), ([0x47, 0x49, 0x46, 0x38], "GIF"), ([0x42, 0x4D], "BMP"), ([0x1F, 0x8B], "gzip"),
        ([0x52, 0x61, 0x72, 0x21], "RAR"), ([0x37, 0x7A, 0xBC, 0xAF], "7z"), ([0x7F, 0x45, 0x4C, 0x46], "ELF"), ([0x4D, 0x5A], "EXE"),
    ];

    /// <summary>
    /// Reads <paramref name="bytes"/> as a document. Never throws for bad content: a file that cannot be read has no sheets, no text
    /// layer, and a diagnostic that says what it is instead.
    /// </summary>
    /// <param name="name">The file's name, kept for people.</param>
    /// <param name="bytes">Its content.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public static Document Open(string name, ReadOnlyMemory<byte> bytes, CancellationToken cancellation = default) => Open(name, bytes, "", cancellation);

    /// <summary>Reads bytes as a document, with a password should it be locked.</summary>
    /// <param name="name">The file's name, kept for people.</param>
    /// <param name="bytes">Its content.</param>
    /// <param name="password">Opens a locked file; the empty one is always tried.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public static Document Open(string name, ReadOnlyMemory<byte> bytes, string password, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(name);
        var document = Recognised(name, bytes, password, cancellation);
        // A file that was opened and shows nothing says so.
        if (document.Sheets.Count == 0) return document.Diagnostics.Count > 0 ? document : document with { Diagnostics = [new(DiagnosticKinds.EmptyFile, [], null)] };
        return Promised(Path.GetExtension(name).ToLowerInvariant()) is { } promised && promised != document.Format
            ? document with { Diagnostics = [new(DiagnosticKinds.ExtensionMismatch, [Path.GetExtension(name), document.Format.ToString().ToLowerInvariant()], null), .. document.Diagnostics] } : document;
    }

    /// <summary>The format an extension promises; null where it promises none.</summary>
    private static DocumentFormat? Promised(string extension) => extension switch
    {
        ".pdf" => DocumentFormat.Pdf,
        ".docx" or ".docm" or ".dotx" => DocumentFormat.Docx,
        ".doc" or ".dot" or ".wps" => DocumentFormat.Doc,
        ".xlsx" or ".xlsm" or ".xltx" => DocumentFormat.Xlsx,
        ".xls" or ".xlt" or ".et" => DocumentFormat.Xls,
        ".htm" or ".html" or ".mht" or ".mhtml" => DocumentFormat.Html,
        _ => null,
    };

    private static Document Recognised(string name, ReadOnlyMemory<byte> bytes, string password, CancellationToken cancellation)
    {
        var digest = Convert.ToHexStringLower(SHA256.HashData(bytes.Span));
        if (bytes.Length > MostBytes)
            return Unreadable(name, digest, new(DiagnosticKinds.LimitReached, [$"{bytes.Length} B", $"{MostBytes} B"], null));
        if (IsBlank(bytes.Span)) return Unreadable(name, digest, new(DiagnosticKinds.EmptyFile, [], null));
        if (bytes.Span.StartsWith("PK"u8) && Office(name, digest, bytes, cancellation) is { } office) return office;
        if (bytes.Span.StartsWith(CompoundMark)) return OldOffice(name, digest, bytes, cancellation);
        if (IsPdf(bytes.Span)) return PdfReader.Read(name, digest, bytes, password, cancellation);
        if (XlsReader.Early(bytes.Span) is { } early) return Unreadable(name, digest, new(DiagnosticKinds.NotReadable, [early], null));
        if (MarkupKinds.Of(bytes.Span) is { } markup) return Markup(markup, name, digest, bytes, cancellation);
        foreach (var (magic, format) in Foreign)
            if (bytes.Span.StartsWith(magic) && (magic.Length > 2 || !LooksLikeText(bytes.Span)))
                return Unreadable(name, digest, new(DiagnosticKinds.NotReadable, [format], null));
        return PlainReader.Read(name, digest, bytes.Span, cancellation);
    }

    /// <summary>A container of Office Open XML; null where the bytes only begin like one.</summary>
    private static Document? Office(string name, string digest, ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        if (!bytes.Span.StartsWith("PK\u0003\u0004"u8) && !bytes.Span.StartsWith("PK\u0005\u0006"u8)) return null;
        var archive = Archive.Inspect(bytes);
        if (archive.Refusal is { } refusal) return Unreadable(name, digest, refusal);
        var document = archive.Kind == ArchiveKind.Word ? DocxReader.Read(name, digest, bytes, cancellation) : XlsxReader.Read(name, digest, bytes, cancellation);
        if (archive.Inner == 0) return document;
        return document with { Diagnostics = [.. document.Diagnostics, new(DiagnosticKinds.ActiveContent, [archive.Inner.ToString(CultureInfo.InvariantCulture)], null)] };
    }

    /// <summary>A compound file: the names of its streams say what it is.</summary>
    private static Document OldOffice(string name, string digest, ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        var compound = Compound.Open(bytes);
        if (compound is null) return Unreadable(name, digest, new(DiagnosticKinds.NotReadable, ["a damaged OLE2 file / 损坏的 OLE2 文件"], null));
        var names = compound.Names.ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (names.Contains("Workbook") || names.Contains("Book")) return XlsReader.Read(name, digest, compound, cancellation);
        if (names.Contains("WordDocument")) return DocReader.Read(name, digest, compound, cancellation);
        if (names.Contains("EncryptedPackage")) return Unreadable(name, digest, new(DiagnosticKinds.PasswordNeeded, ["Office Open XML"], null));
        var what = names.Contains("PowerPoint Document") ? "PowerPoint 97–2003 (ppt)" : "OLE2";
        return Unreadable(name, digest, new(DiagnosticKinds.NotReadable, [what], null));
    }

    private static Document Markup(MarkupKind kind, string name, string digest, ReadOnlyMemory<byte> bytes, CancellationToken cancellation) => kind switch
    {
        MarkupKind.Html => HtmlReader.Read(name, digest, bytes, cancellation),
        MarkupKind.Archive => HtmlReader.ReadArchive(name, digest, bytes, cancellation),
        MarkupKind.Rtf => Unreadable(name, digest, new(DiagnosticKinds.NotReadable, ["Rich Text Format (rtf)"], null)),
        MarkupKind.ExcelXml => Unreadable(name, digest, new(DiagnosticKinds.NotReadable, ["XML Spreadsheet 2003"], null)),
        _ => Unreadable(name, digest, new(DiagnosticKinds.NotReadable, ["Word 2003 XML"], null)),
    };

    /// <summary>
    /// The surfaces of a file one at a time: a PDF is read page by page and nothing is kept of a page once the next is asked for.
    /// </summary>
    /// <param name="name">The file's name, kept for people.</param>
    /// <param name="bytes">Its content.</param>
    /// <param name="password">Opens a locked file; the empty one is always tried.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public static IEnumerable<Sheet> Sheets(string name, ReadOnlyMemory<byte> bytes, string password = "", CancellationToken cancellation = default) =>
        bytes.Length <= MostBytes && IsPdf(bytes.Span) ? PdfReader.Sheets(bytes, password, cancellation) : Open(name, bytes, cancellation).Sheets;

    /// <summary>A header at the very start is enough; behind other bytes it counts in a file that is no text.</summary>
    private static bool IsPdf(ReadOnlySpan<byte> bytes) =>
        bytes.TrimStart("\uFEFF"u8).TrimStart(" \t\r\n\f"u8).StartsWith("%PDF-"u8) || (PdfReader.Recognises(bytes) && !LooksLikeText(bytes));

    /// <summary>A document that could not be read, and why.</summary>
    internal static Document Unreadable(string name, string digest, Diagnostic why) =>
        new(name, digest, DocumentFormat.Txt, [], TextLayer.None, [why]);

    private static bool IsBlank(ReadOnlySpan<byte> bytes) => bytes.TrimStart("\uFEFF"u8).Trim(" \t\r\n\f"u8).IsEmpty;

    /// <summary>Two magic bytes are too few to tell (BMP's are “BM”): a file without control bytes is text all the same.</summary>
    private static bool LooksLikeText(ReadOnlySpan<byte> bytes)
    {
        foreach (var b in bytes[..Math.Min(bytes.Length, 4096)])
            if (b is < 9 or 11 or (> 13 and < 32)) return false;
        return true;
    }
}

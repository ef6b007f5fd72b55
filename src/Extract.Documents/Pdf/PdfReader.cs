using System.Globalization;
using Extract.Diagnostics;
using Extract.Pdf;
using Extract.Text;

namespace Extract.Documents.Pdf;

/// <summary>A PDF as sheets: each page a sheet of runs and drawn rules, in ems of its body text.</summary>
internal static class PdfReader
{
    /// <summary>The header may stand behind this much junk (ISO 32000-2, Annex I.2).</summary>
    private const int HeaderWithin = 1024;

    /// <summary>Pages named in one diagnostic before it says how many more.</summary>
    private const int MostNamed = 12;

    /// <summary>True where the bytes say they are a PDF.</summary>
    public static bool Recognises(ReadOnlySpan<byte> bytes) => bytes[..Math.Min(HeaderWithin, bytes.Length)].IndexOf("%PDF-"u8) >= 0;

    /// <summary>Reads a PDF into a document.</summary>
    public static Document Read(string name, string digest, ReadOnlyMemory<byte> bytes, string password, CancellationToken cancellation)
    {
        using var patience = new PagePatience(cancellation);
        var pdf = PdfDocument.Open(bytes, new PdfOptions { Password = password }, patience.Token);
        var sheets = new List<Sheet>();
        var (full, none, unknown, cut, slanted) = (0, new List<int>(), 0, 0, 0);
        foreach (var page in patience.While(pdf.Pages()))
        {
            sheets.Add(PageSheet.Of(page));
            unknown += page.UnknownGlyphs;
            foreach (ref readonly var glyph in page.Glyphs)
            {
                if ((glyph.Marks & PdfGlyphMarks.Clipped) != 0) cut++;
                else if ((glyph.Marks & PdfGlyphMarks.Slanted) != 0) slanted++;
            }
            if (page.TextLayer == PdfTextLayer.Full) full++;
            if (page.TextLayer == PdfTextLayer.None) none.Add(page.Number);
        }
        var layer = sheets.Count == 0 || none.Count == sheets.Count ? TextLayer.None : full == sheets.Count ? TextLayer.Full : TextLayer.Partial;
        var diagnostics = pdf.Troubles.Select(Of).ToList();
        if (sheets.Count == 0 && !diagnostics.Exists(static d => d.Kind.Severity == Severity.Error))
            diagnostics.Add(new(DiagnosticKinds.NotReadable, ["a PDF without pages / 没有页的 PDF"], null));
        if (patience.Lost) diagnostics.Add(new(DiagnosticKinds.LimitReached, [$"page {Number(sheets.Count + 1)}", $"{Number(PagePatience.Seconds)} s"], new PagePlace(sheets.Count + 1, 0, 0, 0, 0)));
        if (unknown > 0) diagnostics.Add(new(DiagnosticKinds.UnknownGlyphs, [Number(unknown)], null));
        if (cut > 0) diagnostics.Add(new(DiagnosticKinds.CutOffText, [Number(cut)], null));
        if (slanted > 0) diagnostics.Add(new(DiagnosticKinds.SlantedText, [Number(slanted)], null));
        if (none.Count > 0) diagnostics.Add(new(DiagnosticKinds.NoTextLayer, [Named(none)], new PagePlace(none[0], 0, 0, 0, 0)));
        return new Document(name, digest, DocumentFormat.Pdf, sheets, layer, diagnostics);
    }

    /// <summary>The pages one at a time.</summary>
    public static IEnumerable<Sheet> Sheets(ReadOnlyMemory<byte> bytes, string password, CancellationToken cancellation)
    {
        foreach (var page in PdfDocument.Open(bytes, new PdfOptions { Password = password }, cancellation).Pages()) yield return PageSheet.Of(page);
    }

    private static Diagnostic Of(PdfTrouble trouble)
    {
        var place = trouble.Page > 0 ? new PagePlace(trouble.Page, 0, 0, 0, 0) : null;
        return trouble.Kind switch
        {
            PdfTroubleKind.PasswordNeeded => new(DiagnosticKinds.PasswordNeeded, [trouble.Detail], place),
            PdfTroubleKind.UnknownSecurity => new(DiagnosticKinds.UnknownEncryption, [trouble.Detail], place),
            PdfTroubleKind.Rebuilt => new(DiagnosticKinds.Rebuilt, [], place),
            PdfTroubleKind.DamagedStream => new(DiagnosticKinds.DamagedPart, [trouble.Detail], place),
            PdfTroubleKind.ActiveContent => new(DiagnosticKinds.ActiveContent, [trouble.Detail], place),
            PdfTroubleKind.Unreadable => new(DiagnosticKinds.UnreadablePage, [trouble.Detail], place),
            PdfTroubleKind.NotPdf => new(DiagnosticKinds.NotReadable, [$"PDF: {trouble.Detail}"], place),
            _ => new(DiagnosticKinds.LimitReached, [trouble.Detail, trouble.Detail.Split(' ')[^1]], place),
        };
    }

    private static string Named(List<int> pages) =>
        string.Join(", ", pages.Take(MostNamed).Select(Number)) + (pages.Count > MostNamed ? $" … ({Number(pages.Count)})" : "");

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}

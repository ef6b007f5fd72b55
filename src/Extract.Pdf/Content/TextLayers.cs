namespace Extract.Pdf.Content;

/// <summary>Judges whether a page's text is there as text.</summary>
internal static class TextLayers
{
    /// <summary>Images that cover this share of a page make it a picture of a page.</summary>
    private const double ScanShare = 0.5;

    /// <summary>A scan with fewer glyphs than this (a stamp, a page number) has no text layer.</summary>
    private const int FewGlyphs = 20;

    public static void Judge(PdfPage page)
    {
        var (known, unknown) = (0, 0);
        foreach (var glyph in page.Glyphs)
        {
            if ((glyph.Marks & PdfGlyphMarks.Unknown) != 0) unknown++;
            else if (!string.IsNullOrWhiteSpace(glyph.Text)) known++;
        }
        page.UnknownGlyphs = unknown;
        var covered = 0.0;
        foreach (var image in page.Images) covered += Math.Max(0, image.Box.Width) * Math.Max(0, image.Box.Height);
        var scan = covered >= ScanShare * page.Width * page.Height;
        page.TextLayer = known == 0 && (unknown > 0 || scan) ? PdfTextLayer.None
            : unknown > 0 || (scan && known < FewGlyphs) ? PdfTextLayer.Partial
            : PdfTextLayer.Full;
    }
}

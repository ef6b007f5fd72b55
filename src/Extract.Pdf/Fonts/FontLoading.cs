using Extract.Pdf.Objects;

namespace Extract.Pdf.Fonts;

/// <summary>From a font dictionary to a font, by its Subtype.</summary>
internal static class FontLoading
{
    /// <summary>Reads a font dictionary.</summary>
    public static Font Load(PdfDictionary font) => throw new NotImplementedException();
}

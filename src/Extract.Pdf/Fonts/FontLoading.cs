using Extract.Pdf.Objects;

namespace Extract.Pdf.Fonts;

/// <summary>From a font dictionary to a font, by its Subtype.</summary>
internal static class FontLoading
{
    /// <summary>Reads a font dictionary. A Type 0 font without a descendant is read as if it were its own.</summary>
    public static Font Load(PdfDictionary font) => font.NameOf("Subtype") switch
    {
        "Type0" => new CompositeFont(font, font.Array("DescendantFonts")?[0].AsDictionary() ?? font.Dictionary("DescendantFonts") ?? font),
        "CIDFontType0" or "CIDFontType2" => new CompositeFont(font, font),
        "Type3" => new Type3Font(font),
        _ => new SimpleFont(font),
    };
}

using Extract.Pdf.Fonts.CMaps;
using Extract.Pdf.Objects;

namespace Extract.Pdf.Fonts;

/// <summary>A Type 1, Multiple Master or TrueType font: codes of one byte (ISO 32000-2, 9.6).</summary>
internal sealed class SimpleFont : Font
{
    private readonly FontDescriptor descriptor;
    private readonly ToUnicode? unicode;
    private readonly SimpleNames names;
    private readonly PdfArray? widths;
    private readonly int firstCode;
    private readonly GlyphCache glyphs = new();

    public SimpleFont(PdfDictionary font)
    {
        descriptor = new FontDescriptor(font);
        unicode = ToUnicode.Of(font);
        names = new SimpleNames(font, descriptor);
        widths = font.Array("Widths");
        firstCode = font["FirstChar"].Integer();
        (Name, Bold, Italic) = (descriptor.Name, descriptor.Bold, descriptor.Italic);
    }

    public override int NextCode(ReadOnlySpan<byte> text, ref int at) => text[at++];

    public override FontGlyph GlyphOf(int code)
    {
        if (glyphs.TryGet(code, out var known)) return known;
        var text = Text(code);
        return glyphs.Keep(code, new FontGlyph(text ?? "\uFFFD", text is null, Width(code), descriptor.Ascent, descriptor.Descent));
    }

    private string? Text(int code)
    {
        var said = unicode?.Text(code);
        return SymbolFonts.OfPrivate(Name, said) ?? (names.IsOwn(code, said) ? null : Meaning.Typed(said)) ?? names.Text(code);
    }

    /// <summary>Widths; behind its ends MissingWidth; without it the standard font, the font file, the usual half em.</summary>
    private double Width(int code)
    {
        var index = (long)code - firstCode;
        if (widths is not null && index >= 0 && index < widths.Count && widths[(int)index] is PdfNumber width && double.IsFinite(width.Value)) return width.Value / 1000;
        if (widths is not null && descriptor.MissingWidth is { } missing) return missing / 1000;
        return (names.Name(code) is { } name ? descriptor.Standard?.Of(name) : null) ?? descriptor.Program?.Advance(names.Glyph(code))
            ?? (widths is not null ? 0 : descriptor.MissingWidth / 1000 ?? 0.5);
    }
}

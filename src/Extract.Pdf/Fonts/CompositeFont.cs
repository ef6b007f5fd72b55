using Extract.Pdf.Fonts.CMaps;
using Extract.Pdf.Objects;

namespace Extract.Pdf.Fonts;

/// <summary>A Type 0 font: codes through a CMap to the CIDs of its descendant (ISO 32000-2, 9.7).</summary>
internal sealed class CompositeFont : Font
{
    private readonly FontDescriptor descriptor;
    private readonly CMap cmap;
    private readonly CidGlyphs descendant;
    private readonly CidMetrics metrics;
    private readonly ToUnicode? unicode;
    private readonly GlyphCache glyphs = new();

    public CompositeFont(PdfDictionary font, PdfDictionary descendant)
    {
        descriptor = new FontDescriptor(descendant);
        cmap = ReadCMap(font["Encoding"]);
        this.descendant = new CidGlyphs(descendant, descriptor, cmap);
        metrics = new CidMetrics(descendant);
        unicode = ToUnicode.Of(font);
        if (unicode is { IsIdentity: true } && cmap.IsIdentity && this.descendant.Contradicts(unicode)) unicode = null;
        (Name, Bold, Italic, Vertical) = (descriptor.Name, descriptor.Bold, descriptor.Italic, cmap.Vertical);
    }

    public override int NextCode(ReadOnlySpan<byte> text, ref int at)
    {
        if (!cmap.IsIdentity) return cmap.Codes.Next(text, ref at);
        if (at + 1 >= text.Length) return text[at++];
        at += 2;
        return text[at - 2] << 8 | text[at - 1];
    }

    public override FontGlyph GlyphOf(int code) => glyphs.TryGet(code, out var known) ? known : glyphs.Keep(code, Make(code));

    private FontGlyph Make(int code)
    {
        var cid = cmap.Cid(code);
        var text = Text(code, cid);
        var width = (metrics.Width(cid) ?? (metrics.HasWidths ? 1000 : descendant.Advance(cid) * 1000 ?? 1000)) / 1000;
        var glyph = new FontGlyph(text ?? "\uFFFD", text is null, width, descriptor.Ascent, descriptor.Descent);
        if (!Vertical) return glyph;
        var (down, x, y) = metrics.Down(cid, width * 1000);
        return glyph with { Down = down / 1000, OriginX = x / 1000, OriginY = y / 1000 };
    }

    private string? Text(int code, int cid)
    {
        var said = unicode?.Text(code);
        if (Meaning.Typed(said) is { } typed) return typed;
        if (SymbolFonts.OfPrivate(Name, said) is { } sign) return sign;
        if (Meaning.Typed(cmap.Text(code)) is { } written) return written;
        var known = descendant.Text(cid);
        return SymbolFonts.OfPrivate(Name, known) ?? Meaning.Typed(known);
    }

    private static CMap ReadCMap(PdfObject encoding)
    {
        if (encoding.Name is { } name) return PredefinedCMaps.Find(name) ?? (name.EndsWith("-V", StringComparison.Ordinal) ? CMap.IdentityV : CMap.IdentityH);
        if (encoding is not PdfStream stream) return CMap.IdentityH;
        var map = CMapReader.Read(stream.Decode().Span, PredefinedCMaps.Find);
        if (stream.Dictionary["WMode"] is PdfNumber mode) map.Vertical = mode.Int == 1;
        map.Parent ??= stream.Dictionary["UseCMap"] switch
        {
            PdfName used => PredefinedCMaps.Find(used.Value),
            PdfStream used => CMapReader.Read(used.Decode().Span, PredefinedCMaps.Find),
            _ => null,
        };
        return map;
    }
}

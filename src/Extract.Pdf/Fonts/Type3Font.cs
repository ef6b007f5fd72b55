using Extract.Pdf.Fonts.CMaps;
using Extract.Pdf.Fonts.Encodings;
using Extract.Pdf.Objects;

namespace Extract.Pdf.Fonts;

/// <summary>A font whose glyphs are content streams (ISO 32000-2, 9.6.4).</summary>
internal sealed class Type3Font : DrawnFont
{
    private readonly PdfDictionary font;
    private readonly GlyphEncoding? encoding;
    private readonly ToUnicode? unicode;
    private readonly GlyphCache glyphs = new();
    private readonly Lazy<(double Ascent, double Descent)> reach;

    public Type3Font(PdfDictionary font)
    {
        this.font = font;
        var stated = font["Encoding"];
        var given = GlyphEncoding.Named(stated.Name ?? stated.AsDictionary()?.NameOf("BaseEncoding"));
        encoding = (given ?? new GlyphEncoding(new string?[256])).With(stated.AsDictionary()?.Array("Differences"));
        unicode = ToUnicode.Of(font);
        Name = font.NameOf("Name") ?? "";
        Resources = font.Dictionary("Resources");
        if (font.Array("FontMatrix")?.Numbers() is { Length: 6 } matrix && Array.TrueForAll(matrix, double.IsFinite)) Matrix = matrix;
        reach = new(Reach);
    }

    public override int NextCode(ReadOnlySpan<byte> text, ref int at) => text[at++];

    public override FontGlyph GlyphOf(int code)
    {
        if (glyphs.TryGet(code, out var known)) return known;
        var text = Meaning.Typed(unicode?.Text(code)) ?? (encoding?[code] is { } name ? Meaning.Typed(GlyphNames.Text(name)) : null);
        var index = (long)code - font["FirstChar"].Integer();
        var width = index >= 0 && font.Array("Widths") is { } widths && index < widths.Count ? widths[(int)index].Number() * Matrix[0] : 0;
        return glyphs.Keep(code, new FontGlyph(text ?? "\uFFFD", text is null, width, reach.Value.Ascent, reach.Value.Descent));
    }

    public override PdfStream? Drawing(int code) => encoding?[code] is { } name ? font.Dictionary("CharProcs")?.Stream(name) : null;

    /// <summary>
    /// Height and depth through the matrix. These glyphs have no em and no descriptor: FontBBox is all there is, and where it is empty,
    /// as it may be, the boxes that the glyphs themselves begin with (d1).
    /// </summary>
    private (double, double) Reach()
    {
        var box = font.Array("FontBBox")?.Numbers(4) is { Length: 4 } stated ? stated : new double[4];
        var (low, high) = (Math.Min(box[1], box[3]), Math.Max(box[1], box[3]));
        if (low == high) (low, high) = Drawn();
        var (descent, ascent) = (low * Matrix[3], high * Matrix[3]);
        if (ascent < descent) (descent, ascent) = (ascent, descent);
        return double.IsFinite(ascent - descent) && ascent - descent > 0 ? (ascent, descent) : (0.75, -0.25);
    }

    private (double, double) Drawn()
    {
        var (low, high) = (0.0, 0.0);
        for (var code = 0; code < 256; code++)
        {
            if (Drawing(code)?.Decode() is not { Length: > 0 } stream) continue;
            var words = System.Text.Encoding.Latin1.GetString(stream.Span[..Math.Min(160, stream.Length)]).Split((char[]?)null, 8, StringSplitOptions.RemoveEmptyEntries);
            if (words.Length < 7 || words[6] != "d1") continue;
            low = Math.Min(low, Number(words[3]));
            high = Math.Max(high, Number(words[5]));
        }
        return (low, high);
    }

    private static double Number(string word) =>
        double.TryParse(word, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : 0;
}

namespace Extract.Pdf.Fonts;

/// <summary>Glyphs by code: pages of 256 for codes of one and two bytes, a dictionary for longer ones.</summary>
internal sealed class GlyphCache
{
    /// <summary>More long codes than this are made again rather than kept.</summary>
    private const int MostLong = 1 << 17;

    private readonly FontGlyph[]?[] pages = new FontGlyph[]?[256];
    private readonly Dictionary<int, FontGlyph> others = [];

    /// <summary>The glyph kept for the code.</summary>
    public bool TryGet(int code, out FontGlyph glyph)
    {
        if ((uint)code > 0xFFFF) return others.TryGetValue(code, out glyph);
        glyph = pages[code >> 8] is { } page ? page[code & 255] : default;
        return glyph.Text is not null;
    }

    /// <summary>Keeps a glyph and returns it.</summary>
    public FontGlyph Keep(int code, FontGlyph glyph)
    {
        if ((uint)code <= 0xFFFF) (pages[code >> 8] ??= new FontGlyph[256])[code & 255] = glyph;
        else if (others.Count < MostLong) others[code] = glyph;
        return glyph;
    }
}

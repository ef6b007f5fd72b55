namespace Extract.Pdf.Fonts;

/// <summary>
/// Glyphs by code: pages of 256 numbers for codes of one and two bytes, a dictionary for longer ones; the glyphs themselves lie close
/// together, because a Chinese font's codes are scattered over many pages of which a document uses a few codes each.
/// </summary>
internal sealed class GlyphCache
{
    /// <summary>More than this are made again rather than kept.</summary>
    private const int Most = ushort.MaxValue;

    private readonly ushort[]?[] pages = new ushort[]?[256];
    private readonly Dictionary<int, ushort> others = [];
    private FontGlyph[] glyphs = new FontGlyph[16];
    private int count;

    /// <summary>The glyph kept for the code.</summary>
    public bool TryGet(int code, out FontGlyph glyph)
    {
        var number = (uint)code > 0xFFFF ? others.GetValueOrDefault(code) : pages[code >> 8] is { } page ? page[code & 255] : (ushort)0;
        glyph = number == 0 ? default : glyphs[number - 1];
        return number != 0;
    }

    /// <summary>Keeps a glyph and returns it.</summary>
    public FontGlyph Keep(int code, FontGlyph glyph)
    {
        if (count >= Most) return glyph;
        if (count == glyphs.Length) Array.Resize(ref glyphs, Math.Min(count * 2, Most));
        glyphs[count++] = glyph;
        if ((uint)code <= 0xFFFF) (pages[code >> 8] ??= new ushort[256])[code & 255] = (ushort)count;
        else others[code] = (ushort)count;
        return glyph;
    }
}

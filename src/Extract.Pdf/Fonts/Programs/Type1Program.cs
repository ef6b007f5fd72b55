using Extract.Pdf.Fonts.Encodings;

namespace Extract.Pdf.Fonts.Programs;

/// <summary>A Type 1 font (Adobe Type 1 Font Format, 1990): its encoding, the names of its glyphs and their advances.</summary>
internal sealed class Type1Program : FontProgram
{
    private readonly string?[] encoding;
    private readonly double scale;
    private readonly Lazy<List<(string Name, ReadOnlyMemory<byte> Code)>> glyphs;
    private readonly Lazy<Dictionary<string, int>> byName;

    private Type1Program(string?[] encoding, double scale, Func<List<(string Name, ReadOnlyMemory<byte> Code)>> glyphs)
    {
        (this.encoding, this.scale) = (encoding, scale);
        this.glyphs = new(glyphs);
        byName = new(ByName);
    }

    public override int GlyphCount => glyphs.Value.Count;

    /// <summary>
    /// Reads a file, plain or in the segments of a PFB. Null where it is none. The encrypted part is left alone until a glyph is asked for:
    /// a font with widths in its dictionary is read by its encoding, which stands in the open.
    /// </summary>
    public static Type1Program? Read(ReadOnlyMemory<byte> bytes)
    {
        var file = Type1File.Joined(bytes);
        var split = file.Span.IndexOf("eexec"u8);
        var clear = split < 0 ? file.Span : file.Span[..split];
        if (clear.IndexOf("/FontName"u8) < 0 && clear.IndexOf("/Encoding"u8) < 0 && clear.IndexOf("/FontMatrix"u8) < 0) return null;
        return new Type1Program(Type1File.Encoding(clear), Type1File.Scale(clear), () => Type1File.Glyphs(split < 0 ? file : Type1File.Decrypted(file[(split + 5)..])));
    }

    public override double? Advance(int glyph) =>
        (uint)glyph < (uint)glyphs.Value.Count && Type1File.Advance(glyphs.Value[glyph].Code.Span) is { } advance ? advance * scale : null;

    public override string? Text(int glyph) => NameOf(glyph) is { } name ? GlyphNames.Text(name) : null;

    public override string? NameOf(int glyph) => (uint)glyph < (uint)glyphs.Value.Count ? glyphs.Value[glyph].Name : null;

    public override int GlyphNamed(string name) => byName.Value.GetValueOrDefault(name);

    public override int GlyphOfCode(int code) => NameOfCode(code) is { } name ? GlyphNamed(name) : 0;

    /// <summary>The name of a code's glyph by the built-in encoding, also where the glyph is left out of the file.</summary>
    public string? NameOfCode(int code) => (uint)code < 256 ? encoding[code] : null;

    private Dictionary<string, int> ByName()
    {
        var found = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < glyphs.Value.Count; i++) found.TryAdd(glyphs.Value[i].Name, i);
        return found;
    }
}

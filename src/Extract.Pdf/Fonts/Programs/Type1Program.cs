using Extract.Pdf.Fonts.Encodings;

namespace Extract.Pdf.Fonts.Programs;

/// <summary>A Type 1 font (Adobe Type 1 Font Format, 1990): its encoding, the names of its glyphs and their advances.</summary>
internal sealed class Type1Program : FontProgram
{
    private readonly string?[] encoding;
    private readonly List<(string Name, ReadOnlyMemory<byte> Code)> glyphs;
    private readonly Dictionary<string, int> byName = new(StringComparer.Ordinal);
    private readonly double scale;

    private Type1Program(string?[] encoding, List<(string Name, ReadOnlyMemory<byte> Code)> glyphs, double scale)
    {
        (this.encoding, this.glyphs, this.scale) = (encoding, glyphs, scale);
        for (var i = 0; i < glyphs.Count; i++) byName.TryAdd(glyphs[i].Name, i);
    }

    public override int GlyphCount => glyphs.Count;

    /// <summary>Reads a file, plain or in the segments of a PFB. Null where it is none.</summary>
    public static Type1Program? Read(ReadOnlyMemory<byte> bytes)
    {
        var file = Type1File.Joined(bytes);
        var split = file.Span.IndexOf("eexec"u8);
        var clear = split < 0 ? file.Span : file.Span[..split];
        if (clear.IndexOf("/FontName"u8) < 0 && clear.IndexOf("/Encoding"u8) < 0 && clear.IndexOf("/FontMatrix"u8) < 0) return null;
        var secret = split < 0 ? file : Type1File.Decrypted(file[(split + 5)..]);
        return new Type1Program(Type1File.Encoding(clear), Type1File.Glyphs(secret), Type1File.Scale(clear));
    }

    public override double? Advance(int glyph) =>
        (uint)glyph < (uint)glyphs.Count && Type1File.Advance(glyphs[glyph].Code.Span) is { } advance ? advance * scale : null;

    public override string? Text(int glyph) => NameOf(glyph) is { } name ? GlyphNames.Text(name) : null;

    public override string? NameOf(int glyph) => (uint)glyph < (uint)glyphs.Count ? glyphs[glyph].Name : null;

    public override int GlyphNamed(string name) => byName.GetValueOrDefault(name);

    public override int GlyphOfCode(int code) => NameOfCode(code) is { } name ? GlyphNamed(name) : 0;

    /// <summary>The name of a code's glyph by the built-in encoding, also where the glyph is left out of the file.</summary>
    public string? NameOfCode(int code) => (uint)code < 256 ? encoding[code] : null;
}

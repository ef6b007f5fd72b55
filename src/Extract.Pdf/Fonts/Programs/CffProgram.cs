using Extract.Pdf.Fonts.Encodings;

namespace Extract.Pdf.Fonts.Programs;

/// <summary>A font in the Compact Font Format, by names or CID-keyed (Adobe Technical Note 5176).</summary>
internal sealed class CffProgram : FontProgram
{
    private static readonly Lazy<string[]> StandardStrings = new(static () => [.. FontData.Lines("cff-strings.txt").SelectMany(static line => line.Split(' '))]);

    private readonly CffDictionary top;
    private readonly CffIndex strings;
    private readonly CffIndex glyphs;
    private readonly CffWidths widths;
    private readonly Lazy<int[]> charset;
    private readonly Lazy<int[]> encoding;
    private readonly Lazy<Dictionary<int, int>> glyphsById;
    private readonly Lazy<Dictionary<string, int>> glyphsByName;
    private readonly bool keyed;

    private CffProgram(BigEndian file, CffDictionary top, CffIndex strings, CffIndex global)
    {
        (this.top, this.strings) = (top, strings);
        glyphs = new CffIndex(file, top.Offset(CffDictionary.CharStrings));
        keyed = top.Has(CffDictionary.Ros);
        widths = new CffWidths(file, top, glyphs, global);
        charset = new(() => CffTables.Charset(file, top, glyphs.Count, keyed));
        encoding = new(() => CffTables.Encoding(file, top, charset.Value));
        glyphsById = new(ById);
        glyphsByName = new(ByName);
    }

    public override int GlyphCount => glyphs.Count;

    public override string? Collection => keyed ? String((int)top.Offset(CffDictionary.Ros)) + "-" + String((int)top.Offset(CffDictionary.Ros, 1)) : null;

    /// <summary>Reads a file; null where it holds no font.</summary>
    public static CffProgram? Read(ReadOnlyMemory<byte> bytes)
    {
        var file = new BigEndian(bytes);
        var names = new CffIndex(file, file.Byte(2));
        var tops = new CffIndex(file, names.End);
        var strings = new CffIndex(file, tops.End);
        if (tops.Count == 0) return null;
        var program = new CffProgram(file, new CffDictionary(tops[0]), strings, new CffIndex(file, strings.End));
        return program.GlyphCount == 0 ? null : program;
    }

    public override double? Advance(int glyph) => widths.Of(glyph);

    public override string? Text(int glyph) => NameOf(glyph) is { } name ? GlyphNames.Text(name) : null;

    public override string? NameOf(int glyph) => keyed || (uint)glyph >= (uint)charset.Value.Length ? null : String(charset.Value[glyph]);

    public override int GlyphNamed(string name) => keyed ? 0 : glyphsByName.Value.GetValueOrDefault(name);

    public override int GlyphOfCid(int cid) => keyed ? glyphsById.Value.GetValueOrDefault(cid) : cid;

    public override int GlyphOfCode(int code)
    {
        if (keyed || (uint)code > 255) return 0;
        if (top.Offset(CffDictionary.Encoding) is > 1) return encoding.Value[code];
        var standard = top.Offset(CffDictionary.Encoding) == 1 ? GlyphEncoding.Named("MacExpertEncoding")! : GlyphEncoding.Standard;
        return standard[code] is { } name ? GlyphNamed(name) : 0;
    }

    private string? String(int id)
    {
        if (id < 0) return null;
        if (id < StandardStrings.Value.Length) return StandardStrings.Value[id];
        var own = strings[id - StandardStrings.Value.Length];
        return own.Length is 0 or > 256 ? null : System.Text.Encoding.Latin1.GetString(own.Span);
    }

    private Dictionary<int, int> ById()
    {
        var found = new Dictionary<int, int>();
        for (var glyph = 0; glyph < charset.Value.Length; glyph++) found.TryAdd(charset.Value[glyph], glyph);
        return found;
    }

    private Dictionary<string, int> ByName()
    {
        var found = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var glyph = 0; glyph < charset.Value.Length; glyph++)
            if (String(charset.Value[glyph]) is { } name) found.TryAdd(name, glyph);
        return found;
    }
}

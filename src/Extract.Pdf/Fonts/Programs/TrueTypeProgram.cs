using Extract.Pdf.Fonts.Encodings;

namespace Extract.Pdf.Fonts.Programs;

/// <summary>A TrueType or OpenType file (OpenType 1.9): maps, names and advances. Outlines of OTTO files are a CFF program inside.</summary>
internal sealed class TrueTypeProgram : FontProgram
{
    /// <summary>Maps beyond are left alone: fonts have two to five.</summary>
    private const int MostMaps = 12;

    private readonly Dictionary<string, BigEndian> tables = new(StringComparer.Ordinal);
    private readonly Lazy<CharacterMap[]> maps;
    private readonly Lazy<PostNames> names;
    private readonly Lazy<Dictionary<int, int>> characters;
    private readonly BigEndian advances;
    private readonly int advanceCount;
    private readonly double unitsPerEm;
    private readonly CffProgram? outlines;

    private TrueTypeProgram(BigEndian file)
    {
        ReadDirectory(file);
        outlines = tables.TryGetValue("CFF ", out var cff) ? CffProgram.Read(cff.Memory) : null;
        var units = Table("head").UInt16(18);
        unitsPerEm = units is >= 16 and <= 16384 ? units : 1000;
        advances = Table("hmtx");
        advanceCount = Math.Min(Table("hhea").UInt16(34), advances.Length / 4);
        var stated = Table("maxp").UInt16(4);
        GlyphCount = stated > 0 ? stated : outlines?.GlyphCount ?? 0;
        maps = new(ReadMaps);
        names = new(() => new PostNames(Table("post")));
        characters = new(ReadCharacters);
    }

    public override int GlyphCount { get; }

    public override string? Collection => outlines?.Collection;

    /// <summary>The subtables of cmap.</summary>
    public IReadOnlyList<CharacterMap> Maps => maps.Value;

    /// <summary>Reads a file; of a collection its first font. Null where it is none.</summary>
    public static TrueTypeProgram? Read(ReadOnlyMemory<byte> bytes)
    {
        var file = new BigEndian(bytes);
        var program = new TrueTypeProgram(file);
        return program.tables.Count == 0 ? null : program;
    }

    public override double? Advance(int glyph)
    {
        if (advanceCount == 0 || glyph < 0) return outlines?.Advance(glyph);
        return advances.UInt16(4L * Math.Min(glyph, advanceCount - 1)) / unitsPerEm;
    }

    public override string? Text(int glyph)
    {
        if (characters.Value.TryGetValue(glyph, out var character)) return char.ConvertFromUtf32(character);
        return NameOf(glyph) is { } name ? GlyphNames.Text(name) : null;
    }

    public override string? NameOf(int glyph) => names.Value.NameOf(glyph) ?? outlines?.NameOf(glyph);

    public override int GlyphNamed(string name) => names.Value.GlyphNamed(name) is not 0 and var glyph ? glyph : outlines?.GlyphNamed(name) ?? 0;

    public override int GlyphOfCid(int cid) => outlines?.GlyphOfCid(cid) ?? cid;

    /// <summary>ISO 32000-2, 9.6.5.4: the symbol map with its page of codes, then the Macintosh map; any other map before nothing.</summary>
    public override int GlyphOfCode(int code)
    {
        if (Map(3, 0) is { } symbol)
            foreach (var page in (ReadOnlySpan<int>)[0xF000, 0, 0xF100, 0xF200])
                if (symbol.Glyph(page + code) is not 0 and var glyph) return glyph;
        if (Map(1, 0)?.Glyph(code) is { } old and not 0) return old;
        return outlines?.GlyphOfCode(code) ?? 0;
    }

    /// <summary>The subtable for a platform and encoding, or null.</summary>
    public CharacterMap? Map(int platform, int encoding) => Array.Find(maps.Value, map => map.Platform == platform && map.Encoding == encoding);

    /// <summary>The glyph of a character by a Unicode map; 0 where there is none.</summary>
    public int GlyphOfCharacter(int character)
    {
        foreach (var map in maps.Value)
            if (map.IsUnicode && map.Glyph(character) is not 0 and var glyph) return glyph;
        return 0;
    }

    private BigEndian Table(string name) => tables.GetValueOrDefault(name);

    private void ReadDirectory(BigEndian file)
    {
        long start = 0;
        if (file.UInt32(0) == 0x74746366) start = file.UInt32(12);
        if (file.UInt32(start) is not (0x00010000 or 0x4F54544F or 0x74727565 or 0x00020000)) return;
        var count = Math.Min(file.UInt16(start + 4), 256);
        for (var i = 0; i < count; i++)
        {
            var at = start + 12 + 16L * i;
            if (at + 16 > file.Length) break;
            tables.TryAdd(System.Text.Encoding.Latin1.GetString(file.Span.Slice((int)at, 4)), file.Slice(file.UInt32(at + 8), file.UInt32(at + 12)));
        }
    }

    private CharacterMap[] ReadMaps()
    {
        var table = Table("cmap");
        var count = Math.Min(table.UInt16(2), Math.Min(MostMaps, table.Length / 8));
        var found = new CharacterMap[count];
        for (var i = 0; i < count; i++)
        {
            var at = table.UInt32(8 + 8L * i);
            found[i] = new CharacterMap(table.Slice(at, table.Length), table.UInt16(4 + 8L * i), table.UInt16(6 + 8L * i));
        }
        return found;
    }

    /// <summary>
    /// The Unicode maps read backwards. A glyph that several characters share stands for the one a person would type: the first outside
    /// the radicals and compatibility forms, which fonts for Chinese map to the same glyphs. Codes of a symbol font stay private characters.
    /// </summary>
    private Dictionary<int, int> ReadCharacters()
    {
        var found = new Dictionary<int, int>();
        foreach (var map in maps.Value)
            if (map.IsUnicode || map is { Platform: 3, Encoding: 0 }) map.ForEach((character, glyph) => Offer(found, character, glyph));
        return found;
    }

    private static void Offer(Dictionary<int, int> found, int character, int glyph)
    {
        if (Rank(character) == 0) return;
        if (!found.TryGetValue(glyph, out var known) || Rank(character) > Rank(known)) found[glyph] = character;
    }

    private static int Rank(int character) => character switch
    {
        < 0x20 or >= 0x7F and < 0xA0 or >= 0xD800 and < 0xE000 or >= 0xFFF0 and <= 0xFFFF or >= 0xF0000 => 0,
        0xA0 or 0xAD or >= 0xE000 and <= 0xF8FF or >= 0x2E80 and <= 0x2FDF or >= 0xF900 and <= 0xFAFF or >= 0xFE10 and <= 0xFE4F or >= 0x2F800 and <= 0x2FA1F => 1,
        _ => 2,
    };
}

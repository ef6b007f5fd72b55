using System.Buffers.Binary;
using System.Text;

namespace Extract.Tests.Pdf.Fonts;

/// <summary>Writes numbers big end first.</summary>
internal sealed class Bytes
{
    private readonly List<byte> bytes = [];

    public int Count => bytes.Count;

    public Bytes U8(params int[] values)
    {
        foreach (var value in values) bytes.Add((byte)(value & 0xFF));
        return this;
    }

    public Bytes U16(params int[] values)
    {
        foreach (var value in values) bytes.AddRange([(byte)(value >> 8 & 0xFF), (byte)(value & 0xFF)]);
        return this;
    }

    public Bytes U32(params long[] values)
    {
        var four = new byte[4];
        foreach (var value in values)
        {
            BinaryPrimitives.WriteUInt32BigEndian(four, unchecked((uint)value));
            bytes.AddRange(four);
        }
        return this;
    }

    public Bytes Add(byte[] more)
    {
        bytes.AddRange(more);
        return this;
    }

    public Bytes Latin(string text) => Add(Encoding.Latin1.GetBytes(text));

    public Bytes Zeros(int count) => Add(new byte[count]);

    public byte[] ToArray() => [.. bytes];
}

/// <summary>The smallest TrueType files that say what a test needs: no outlines, only tables that text is read from.</summary>
internal static class TrueTypeBytes
{
    /// <summary>A font of five glyphs (none, 年, 元, A, fi), 1,000 units to the em, 100 wider each.</summary>
    public static byte[] Font(params (int Platform, int Encoding, byte[] Table)[] maps) => File(Tables(maps));

    public static (string Tag, byte[] Table)[] Tables((int Platform, int Encoding, byte[] Table)[] maps) =>
    [
        ("cmap", Cmap(maps)),
        ("head", new Bytes().Zeros(18).U16(1000).Zeros(34).ToArray()),
        ("hhea", new Bytes().Zeros(34).U16(4).ToArray()),
        ("hmtx", new Bytes().U16(500, 0, 600, 0, 700, 0, 800, 0, 0).ToArray()),
        ("maxp", new Bytes().U32(0x00010000).U16(5).ToArray()),
        ("post", Post(".notdef", "uni5E74", "yuan", "A", "f_i")),
    ];

    public static byte[] File(params (string Tag, byte[] Table)[] tables)
    {
        var directory = new Bytes().U32(0x00010000).U16(tables.Length, 0, 0, 0);
        var body = new Bytes();
        foreach (var (tag, table) in tables)
        {
            directory.Latin(tag).U32(0, 12 + 16 * tables.Length + body.Count, table.Length);
            body.Add(table);
        }
        return directory.Add(body.ToArray()).ToArray();
    }

    public static byte[] Cmap(params (int Platform, int Encoding, byte[] Table)[] maps)
    {
        var head = new Bytes().U16(0, maps.Length);
        var body = new Bytes();
        foreach (var (platform, encoding, table) in maps)
        {
            head.U16(platform, encoding).U32(4 + 8 * maps.Length + body.Count);
            body.Add(table);
        }
        return head.Add(body.ToArray()).ToArray();
    }

    public static byte[] Post(params string[] names)
    {
        var post = new Bytes().U32(0x00020000).Zeros(28).U16(names.Length);
        for (var i = 0; i < names.Length; i++) post.U16(names[i] == ".notdef" ? 0 : names[i] == "A" ? 36 : 258 + names.Take(i).Count(static name => name is not (".notdef" or "A")));
        foreach (var name in names)
            if (name is not (".notdef" or "A")) post.U8(name.Length).Latin(name);
        return post.ToArray();
    }

    public static byte[] Format0(params (int Code, int Glyph)[] map)
    {
        var glyphs = new byte[256];
        foreach (var (code, glyph) in map) glyphs[code] = (byte)glyph;
        return new Bytes().U16(0, 262, 0).Add(glyphs).ToArray();
    }

    /// <summary>Format 2 with one high byte, whose low bytes run from <paramref name="first"/>.</summary>
    public static byte[] Format2(int high, int first, params int[] glyphs)
    {
        var keys = new int[256];
        keys[high] = 8;
        return new Bytes().U16(2, 0, 0).U16(keys).U16(0, 0, 0, 0).U16(first, glyphs.Length, 0, 2).U16(glyphs).ToArray();
    }

    /// <summary>Format 4, a segment for each character: even ones by delta, odd ones by the glyph array.</summary>
    public static byte[] Format4(params (int Character, int Glyph)[] map)
    {
        var ordered = map.OrderBy(static pair => pair.Character).Append((Character: 0xFFFF, Glyph: 0)).ToArray();
        var count = ordered.Length;
        var table = new Bytes().U16(4, 0, 0, count * 2, 0, 0, 0);
        foreach (var (character, _) in ordered) table.U16(character);
        table.U16(0);
        foreach (var (character, _) in ordered) table.U16(character);
        foreach (var (character, glyph) in ordered) table.U16(character % 2 == 0 ? glyph - character & 0xFFFF : 0);
        for (var i = 0; i < count; i++) table.U16(ordered[i].Character % 2 == 0 ? 0 : 2 * (count - i) + 2 * i);
        foreach (var (_, glyph) in ordered) table.U16(glyph);
        return table.ToArray();
    }

    public static byte[] Format6(int first, params int[] glyphs) => new Bytes().U16(6, 0, 0, first, glyphs.Length).U16(glyphs).ToArray();

    public static byte[] Format10(int first, params int[] glyphs) => new Bytes().U16(10, 0).U32(0, 0, first, glyphs.Length).U16(glyphs).ToArray();

    public static byte[] Format12(params (int First, int Last, int Glyph)[] groups)
    {
        var table = new Bytes().U16(12, 0).U32(0, 0, groups.Length);
        foreach (var (first, last, glyph) in groups) table.U32(first, last, glyph);
        return table.ToArray();
    }
}

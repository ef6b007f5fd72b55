using Extract.Pdf.Fonts;

namespace Extract.Tests.Pdf.Fonts;

/// <summary>Font files come from anywhere: whatever their bytes say, a font is loaded and every code has an answer.</summary>
public sealed class HostileFontTests
{
    private static readonly byte[][] Files =
    [
        TrueTypeBytes.Font((3, 1, TrueTypeBytes.Format4(('年', 1), ('元', 2), ('A', 3))), (1, 0, TrueTypeBytes.Format0(('A', 3))), (3, 3, TrueTypeBytes.Format2(0xC4, 0xEA, 1, 2))),
        TrueTypeBytes.Font((3, 10, TrueTypeBytes.Format12(('A', 'Z', 3))), (0, 3, TrueTypeBytes.Format6('A', 3, 2)), (0, 4, TrueTypeBytes.Format10('A', 1))),
        CffBytes.Named("uni5E74"),
        CffBytes.Keyed("GB1"),
        Type1Bytes.Font(false, (65, "A", 722), (2, "uni5E74", 1000)),
        Type1Bytes.Font(true, (65, "A", 722), (2, "uni5E74", 1000)),
        [.. "/UniGB-UCS2-H usecmap 1 begincodespacerange <00> <80> <8140> <FEFE> endcodespacerange 1 begincidrange <00> <FF> 7 endcidrange 2 beginbfrange <01> <30> <0041> <31> <40> [<5E74> /A] endbfrange"u8],
    ];

    [Fact]
    public void No_bytes_of_a_font_throw_or_hang()
    {
        var random = new Random(7);
        for (var round = 0; round < 1500; round++)
        {
            var bytes = Mutated(Files[round % Files.Length], random);
            foreach (var font in Fonts(bytes))
                for (var code = 0; code < 400; code += 13)
                {
                    var glyph = font.GlyphOf(code);
                    Assert.True(glyph.Text is not null && double.IsFinite(glyph.Width) && (glyph.Unknown == (glyph.Text == "\uFFFD")));
                }
        }
    }

    [Fact]
    public void Counts_that_promise_more_than_there_is_cost_nothing()
    {
        var many = TrueTypeBytes.Font((3, 10, new Bytes().U16(12, 0).U32(0, 0, 0xFFFFFFFF).U32(0, 0xFFFFFFFF, 0).ToArray()), (3, 1, new Bytes().U16(4, 0, 0, 0xFFFF, 0, 0, 0).Zeros(40).ToArray()));
        var before = GC.GetAllocatedBytesForCurrentThread();
        foreach (var font in Fonts(many)) font.GlyphOf(65);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 16 << 20);
    }

    private static byte[] Mutated(byte[] file, Random random)
    {
        var bytes = (byte[])file.Clone();
        for (var i = random.Next(1, 12); i > 0; i--)
            bytes[random.Next(bytes.Length)] = random.Next(4) switch { 0 => 0xFF, 1 => 0, 2 => 0x7F, _ => (byte)random.Next(256) };
        return random.Next(5) == 0 ? bytes[..random.Next(1, bytes.Length)] : bytes;
    }

    /// <summary>The bytes as every part of a font that holds bytes.</summary>
    private static IEnumerable<Font> Fonts(byte[] bytes)
    {
        var stream = Made.Stream(bytes);
        var descriptor = Made.Dictionary(("FontFile2", stream));
        yield return Font.Load(Made.Dictionary(("Subtype", Made.Name("Type1")), ("FontDescriptor", descriptor)));
        yield return Font.Load(Made.Dictionary(("Subtype", Made.Name("TrueType")), ("FontDescriptor", descriptor), ("Encoding", Made.Name("WinAnsiEncoding"))));
        yield return Font.Load(Made.Dictionary(("Subtype", Made.Name("Type0")), ("Encoding", Made.Name("Identity-H")), ("ToUnicode", stream),
            ("DescendantFonts", Made.Array(Made.Dictionary(("Subtype", Made.Name("CIDFontType2")), ("FontDescriptor", descriptor), ("CIDToGIDMap", stream))))));
        yield return Font.Load(Made.Dictionary(("Subtype", Made.Name("Type0")), ("Encoding", stream),
            ("DescendantFonts", Made.Array(Made.Dictionary(("Subtype", Made.Name("CIDFontType0")), ("FontDescriptor", descriptor))))));
    }
}

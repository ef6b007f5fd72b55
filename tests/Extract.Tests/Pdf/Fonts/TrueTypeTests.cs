using Extract.Pdf.Fonts;
using Extract.Pdf.Fonts.Programs;
using static Extract.Tests.Pdf.Fonts.TrueTypeBytes;

namespace Extract.Tests.Pdf.Fonts;

public sealed class TrueTypeTests
{
    public static TheoryData<byte[]> Maps => new(
        Format4(('年', 1), ('元', 2), ('A', 3)),
        Format12(('A', 'A', 3), ('元', '元', 2), ('年', '年', 1)),
        Format12(('A', 'A', 3), ('元', '元', 2), ('年', 0x7FFFFFFF, 1)));

    [Theory]
    [MemberData(nameof(Maps))]
    public void A_character_map_is_read_forwards_and_backwards(byte[] map)
    {
        var font = TrueTypeProgram.Read(Font((3, 1, map)))!;
        Assert.Equal([1, 2, 3, 0], "年元A、".Select(c => font.Maps[0].Glyph(c)));
        Assert.Equal("年 元 A", string.Join(" ", font.Text(1), font.Text(2), font.Text(3)));
    }

    [Fact]
    public void Small_and_old_formats_find_their_glyphs()
    {
        var font = TrueTypeProgram.Read(Font((1, 0, Format0(('A', 3))), (3, 3, Format2(0xC4, 0xEA, 1, 2)), (0, 3, Format6('A', 3, 2)), (3, 10, Format10(0x5E74, 1))))!;
        Assert.Equal((3, 0), (font.Map(1, 0)!.Glyph('A'), font.Map(1, 0)!.Glyph('B')));
        Assert.Equal((1, 2, 0, 0), (font.Map(3, 3)!.Glyph(0xC4EA), font.Map(3, 3)!.Glyph(0xC4EB), font.Map(3, 3)!.Glyph(0xC4EC), font.Map(3, 3)!.Glyph(0xC5EA)));
        Assert.Equal((3, 2, 0), (font.Map(0, 3)!.Glyph('A'), font.Map(0, 3)!.Glyph('B'), font.Map(0, 3)!.Glyph('C')));
        Assert.Equal((1, 0), (font.Map(3, 10)!.Glyph('年'), font.Map(3, 10)!.Glyph('幵')));
    }

    [Fact]
    public void Without_a_unicode_map_the_names_of_post_tell()
    {
        var font = TrueTypeProgram.Read(Font())!;
        Assert.Equal(["年", null, "A", "fi"], Enumerable.Range(1, 4).Select(font.Text));
        Assert.Equal((3, 1, 0), (font.GlyphNamed("A"), font.GlyphNamed("uni5E74"), font.GlyphNamed("B")));
    }

    [Fact]
    public void Advances_come_from_hmtx_and_the_last_one_lasts()
    {
        var font = TrueTypeProgram.Read(Font())!;
        Assert.Equal([0.5, 0.6, 0.7, 0.8, 0.8], Enumerable.Range(0, 5).Select(glyph => font.Advance(glyph)!.Value));
    }

    [Fact]
    public void A_glyph_that_a_radical_shares_is_the_character_a_person_types()
    {
        var font = TrueTypeProgram.Read(Font((3, 1, Format4((0x2F50, 1), ('比', 1), (0xF900, 2), ('豈', 2)))))!;
        Assert.Equal("比豈", font.Text(1) + font.Text(2));
    }

    [Fact]
    public void An_embedded_font_without_tounicode_is_read_by_its_own_map()
    {
        var font = Embedded("Identity", Font((3, 1, Format4(('年', 1), ('元', 2), ('A', 3)))));
        Assert.Equal("元年A", Made.Read(font, 0, 2, 0, 1, 0, 3));
        Assert.Equal(0.7, Made.Shown(font, 0, 2)[0].Width);
    }

    [Fact]
    public void CIDToGIDMap_stands_between_cid_and_glyph()
    {
        var font = Embedded("Identity", Font((3, 1, Format4(('年', 1), ('元', 2)))), ("CIDToGIDMap", Made.Stream([0, 0, 0, 2, 0, 1])));
        Assert.Equal("元年", Made.Read(font, 0, 1, 0, 2));
    }

    [Fact]
    public void A_tounicode_that_takes_glyph_numbers_for_characters_gives_way_to_the_font()
    {
        var map = Format12(('A', 'Z', 1));
        const string identity = "1 beginbfrange <0000> <FFFF> <0000> endbfrange";
        var file = File([.. TrueTypeBytes.Tables([(3, 1, map)]).Where(static table => table.Tag is not ("maxp" or "post")), ("maxp", new Bytes().U32(0x00010000).U16(30).ToArray())]);
        Assert.Equal("ABC", Made.Read(Embedded("Identity", file, [], ("ToUnicode", Made.Stream(identity))), 0, 1, 0, 2, 0, 3));
    }

    [Fact]
    public void A_glyph_that_nothing_names_is_marked_and_not_invented()
    {
        var font = Embedded("Identity", File(("maxp", new Bytes().U32(0x00010000).U16(5).ToArray())));
        var glyph = Made.Shown(font, 0, 36)[0];
        Assert.True(glyph.Unknown);
        Assert.Equal("\uFFFD", glyph.Text);
    }

    [Fact]
    public void The_old_core_fonts_number_their_letters_alike()
    {
        var font = Font0("ArialMT");
        Assert.Equal("Volumes 2023", Made.Read(font, [.. "Volumes 2023".SelectMany(static c => new byte[] { 0, (byte)(c - 29) })]));
        Assert.True(Made.Shown(Font0("DengXian"), 0, 57)[0].Unknown);

        static Font Font0(string name) => Extract.Pdf.Fonts.Font.Load(Made.Dictionary(
            ("Subtype", Made.Name("Type0")), ("BaseFont", Made.Name(name)), ("Encoding", Made.Name("Identity-H")),
            ("DescendantFonts", Made.Array(Made.Dictionary(("Subtype", Made.Name("CIDFontType2")), ("BaseFont", Made.Name(name)))))));
    }

    private static Font Embedded(string ordering, byte[] file, params (string Key, Extract.Pdf.Objects.PdfObject Value)[] more) => Embedded(ordering, file, more, []);

    private static Font Embedded(string ordering, byte[] file, (string Key, Extract.Pdf.Objects.PdfObject Value)[] more, params (string Key, Extract.Pdf.Objects.PdfObject Value)[] outer) =>
        Extract.Pdf.Fonts.Font.Load(Made.Dictionary([
            ("Subtype", Made.Name("Type0")), ("Encoding", Made.Name("Identity-H")),
            ("DescendantFonts", Made.Array(Made.Dictionary([
                ("Subtype", Made.Name("CIDFontType2")), ("CIDSystemInfo", Made.Dictionary(("Registry", Made.Text("Adobe")), ("Ordering", Made.Text(ordering)))),
                ("FontDescriptor", Made.Dictionary(("FontFile2", Made.Stream(file)))), .. more]))),
            .. outer]));
}

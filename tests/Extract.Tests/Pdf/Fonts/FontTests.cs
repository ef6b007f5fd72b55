using Extract.Pdf.Fonts;
using Extract.Pdf.Objects;

namespace Extract.Tests.Pdf.Fonts;

public sealed class FontTests
{
    [Fact]
    public void Widths_are_those_of_the_font_dictionary()
    {
        var font = Simple("TrueType", "SimSun", ("Encoding", Made.Name("WinAnsiEncoding")), ("FirstChar", Made.Number(65)), ("Widths", Made.Numbers(500, 250)),
            ("FontDescriptor", Made.Dictionary(("MissingWidth", Made.Number(333)))));
        Assert.Equal([0.5, 0.25, 0.333], Made.Shown(font, 65, 66, 67).Select(static glyph => glyph.Width));
    }

    [Fact]
    public void A_standard_font_needs_no_widths() =>
        Assert.Equal([0.667, 0.278], Made.Shown(Simple("Type1", "Helvetica"), 65, 32).Select(static glyph => glyph.Width));

    [Fact]
    public void A_box_is_as_high_as_ascent_and_descent_say_and_never_as_the_box_of_all_glyphs()
    {
        var glyph = Made.Shown(Simple("TrueType", "FangSong",
            ("FontDescriptor", Made.Dictionary(("Ascent", Made.Number(859)), ("Descent", Made.Number(-140)), ("FontBBox", Made.Numbers(-1000, -2000, 5000, 3000))))), 65)[0];
        Assert.Equal((0.859, -0.14), (glyph.Ascent, glyph.Descent));
    }

    [Theory]
    [InlineData(0, 0, 0.95, -0.35)]
    [InlineData(32768, -32768, 0.95, -0.35)]
    [InlineData(9.464, -2.73, 0.95, -0.35)]
    [InlineData(859, 140, 0.859, -0.14)]
    [InlineData(1500, -700, 1.05, -0.4)]
    public void Measures_that_no_face_has_are_replaced(double ascent, double descent, double high, double low)
    {
        var glyph = Made.Shown(Simple("TrueType", "FangSong", ("FontDescriptor", Made.Dictionary(("Ascent", Made.Number(ascent)), ("Descent", Made.Number(descent))))), 65)[0];
        Assert.Equal((high, low), (glyph.Ascent, glyph.Descent));
    }

    [Fact]
    public void Check_boxes_set_in_wingdings_are_signs() =>
        Assert.Equal("□☑●", Made.Read(Simple("TrueType", "Wingdings-Regular", ("Encoding", Made.Name("WinAnsiEncoding"))), 0xA8, 0xFE, 0x6C));

    [Fact]
    public void A_private_character_of_a_sign_font_is_its_sign_and_of_another_font_unknown()
    {
        const string map = "beginbfchar <01> <F0A8> <02> <0041> <03> <0042> <04> <0043> endbfchar";
        Assert.Equal("□", Made.Read(Simple("TrueType", "ABCDEF+Wingdings", ("ToUnicode", Made.Stream(map)), ("Encoding", Differences("g1"))), 1));
        Assert.True(Made.Shown(Simple("TrueType", "ABCDEF+SimSun", ("ToUnicode", Made.Stream(map)), ("Encoding", Differences("g1"))), 1)[0].Unknown);
    }

    [Fact]
    public void ToUnicode_stands_before_the_encoding() =>
        Assert.Equal("年B", Made.Read(Simple("Type1", "Helvetica", ("ToUnicode", Made.Stream("beginbfchar <41> <5E74> endbfchar"))), 65, 66));

    [Fact]
    public void A_vertical_font_moves_down_from_the_middle_of_its_glyphs()
    {
        var font = Made.Composite(Made.Name("UniGB-UCS2-V"), "GB1", ("DW", Made.Number(1000)), ("W2", Made.Array(Made.Number(0), Made.Number(0xFFFF), Made.Number(-900), Made.Number(450), Made.Number(800))));
        var own = Made.Shown(font, 0x5E, 0x74)[0];
        Assert.Equal(("年", -0.9, 0.45, 0.8), (own.Text, own.Down, own.OriginX, own.OriginY));
        var usual = Made.Shown(Made.Composite(Made.Name("UniGB-UCS2-V"), "GB1"), 0x5E, 0x74)[0];
        Assert.Equal((-1.0, 0.5, 0.88), (usual.Down, usual.OriginX, usual.OriginY));
    }

    [Fact]
    public void Widths_of_cids_stand_singly_and_in_ranges()
    {
        var font = Made.Composite(Made.Name("Identity-H"), "GB1", ("DW", Made.Number(900)),
            ("W", Made.Array(Made.Number(1), Made.Numbers(500, 600), Made.Number(10), Made.Number(12), Made.Number(250))));
        Assert.Equal([0.5, 0.6, 0.9, 0.25, 0.25, 0.9], Made.Shown(font, 0, 1, 0, 2, 0, 3, 0, 10, 0, 12, 0, 13).Select(static glyph => glyph.Width));
    }

    [Fact]
    public void A_drawn_font_measures_through_its_matrix()
    {
        var drawing = Made.Stream("750 0 0 -50 750 700 d1 f");
        var font = (DrawnFont)Font.Load(Made.Dictionary(
            ("Subtype", Made.Name("Type3")), ("FontMatrix", Made.Numbers(0.01, 0, 0, 0.01, 0, 0)), ("FontBBox", Made.Numbers(0, 0, 0, 0)),
            ("FirstChar", Made.Number(65)), ("Widths", Made.Numbers(75)), ("Encoding", Differences65("A")), ("CharProcs", Made.Dictionary(("A", drawing)))));
        var glyph = Made.Shown(font, 65)[0];
        Assert.Equal(("A", 0.75, 7.0, -0.5), (glyph.Text, glyph.Width, glyph.Ascent, glyph.Descent));
        Assert.Same(drawing, font.Drawing(65));
        Assert.Null(font.Drawing(66));
    }

    private static PdfDictionary Differences(string name) => Made.Dictionary(("Differences", Made.Array(Made.Number(1), Made.Name(name))));

    private static PdfDictionary Differences65(string name) => Made.Dictionary(("Differences", Made.Array(Made.Number(65), Made.Name(name))));

    private static Font Simple(string subtype, string name, params (string Key, PdfObject Value)[] more) =>
        Font.Load(Made.Dictionary([("Subtype", Made.Name(subtype)), ("BaseFont", Made.Name(name)), .. more]));
}

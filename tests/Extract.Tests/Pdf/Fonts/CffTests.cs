using Extract.Pdf.Fonts;
using Extract.Pdf.Fonts.Programs;

namespace Extract.Tests.Pdf.Fonts;

public sealed class CffTests
{
    [Fact]
    public void Names_codes_and_widths_of_a_font_by_names()
    {
        var font = CffProgram.Read(CffBytes.Named("uni5E74"))!;
        Assert.Equal((".notdef", "A", "uni5E74"), (font.NameOf(0), font.NameOf(1), font.NameOf(2)));
        Assert.Equal((1, 2, 0), (font.GlyphOfCode(65), font.GlyphOfCode(66), font.GlyphOfCode(67)));
        Assert.Equal([0.5, 0.62, 0.7], Enumerable.Range(0, 3).Select(glyph => Math.Round(font.Advance(glyph)!.Value, 6)));
        Assert.Null(font.Advance(3));
        Assert.Null(font.Collection);
    }

    [Fact]
    public void A_cid_keyed_font_finds_glyphs_by_cid_and_widths_by_its_part()
    {
        var font = CffProgram.Read(CffBytes.Keyed("GB1"))!;
        Assert.Equal("Adobe-GB1", font.Collection);
        Assert.Equal((1, 2, 0), (font.GlyphOfCid(1200), font.GlyphOfCid(1201), font.GlyphOfCid(7)));
        Assert.Equal((0.5, 0.5), (font.Advance(1), font.Advance(2)));
        Assert.Equal(0.5, font.Advance(font.GlyphOfCid(1201)));
    }

    [Fact]
    public void An_embedded_type1c_font_is_read_by_its_built_in_encoding()
    {
        var font = Simple(CffBytes.Named("uni5E74"));
        Assert.Equal("A年", Made.Read(font, 65, 66));
        Assert.Equal(0.62, Made.Shown(font, 65)[0].Width);
    }

    [Fact]
    public void Differences_stand_before_the_built_in_encoding()
    {
        var font = Simple(CffBytes.Named("uni5E74"), ("Encoding", Made.Dictionary(("Differences", Made.Array(Made.Number(1), Made.Name("uni5E74"), Made.Name("A"))))));
        Assert.Equal("年AA", Made.Read(font, 1, 2, 65));
    }

    [Fact]
    public void A_code_without_a_glyph_prints_nothing_in_a_postscript_font()
    {
        var glyph = Made.Shown(Simple(CffBytes.Named("uni5E74")), 67)[0];
        Assert.Equal(("", false), (glyph.Text, glyph.Unknown));
    }

    [Fact]
    public void Cids_of_an_embedded_font_keyed_by_a_collection_mean_its_characters()
    {
        var gbk = System.Text.Encoding.GetEncoding("gb18030");
        var font = Made.Composite(Made.Name("GBK-EUC-H"), "GB1", ("FontDescriptor", Made.Dictionary(("FontFile3", Made.Stream(CffBytes.Keyed("GB1"))))));
        Assert.Equal("年度", Made.Read(font, gbk.GetBytes("年度")));
        var identity = Made.Composite(Made.Name("Identity-H"), "GB1", ("FontDescriptor", Made.Dictionary(("FontFile3", Made.Stream(CffBytes.Keyed("GB1"))))));
        Assert.Equal(Extract.Pdf.Fonts.CMaps.PredefinedCMaps.Collection("Adobe-GB1")!.Text(1201), Made.Read(identity, 1201 >> 8, 1201 & 255));
    }

    static CffTests() => System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance);

    private static Font Simple(byte[] file, params (string Key, Extract.Pdf.Objects.PdfObject Value)[] more) => Font.Load(Made.Dictionary([
        ("Subtype", Made.Name("Type1")), ("BaseFont", Made.Name("ABCDEF+Made")),
        ("FontDescriptor", Made.Dictionary(("FontFile3", Made.Stream(file)))), .. more]));
}

using Extract.Pdf.Fonts.Encodings;

namespace Extract.Tests.Pdf.Fonts;

public sealed class EncodingTests
{
    [Fact]
    public void Every_glyph_of_every_encoding_is_a_known_character()
    {
        foreach (var name in (ReadOnlySpan<string>)["StandardEncoding", "WinAnsiEncoding", "MacRomanEncoding", "PDFDocEncoding", "SymbolEncoding", "ZapfDingbatsEncoding"])
            for (var code = 0; code < 256; code++)
                if (GlyphEncoding.Named(name)![code] is { } glyph and not "apple")
                    Assert.True(GlyphNames.Text(glyph, name[0] == 'Z') is not null, $"{name} {code} {glyph}");
    }

    [Fact]
    public void WinAnsi_is_the_code_page_1252()
    {
        System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance);
        var page = System.Text.Encoding.GetEncoding(1252);
        for (var code = 33; code < 256; code++)
        {
            if (code is 0x7F or 0x81 or 0x8D or 0x8F or 0x90 or 0x9D or 0xA0 or 0xAD) continue;
            Assert.Equal(page.GetString([(byte)code]), GlyphNames.Text(GlyphEncoding.WinAnsi[code]!));
        }
    }

    [Theory]
    [InlineData("A", "A")]
    [InlineData("uni5E745143", "年元")]
    [InlineData("u2000B", "𠀋")]
    [InlineData("f_f_i", "ffi")]
    [InlineData("one.oldstyle", "1")]
    [InlineData("oneoldstyle", "1")]
    [InlineData("Lcommaaccent", "Ļ")]
    [InlineData("parenleftBig", "(")]
    [InlineData("summationdisplay", "∑")]
    [InlineData("g17", null)]
    [InlineData("cid2041", null)]
    [InlineData("uniD800", null)]
    [InlineData(".notdef", null)]
    [InlineData("a12", null)]
    [InlineData("A_g17", null)]
    public void A_name_says_its_characters_or_nothing(string name, string? text) => Assert.Equal(text, GlyphNames.Text(name));

    [Theory]
    [InlineData("⽐例", "比例")]
    [InlineData("⻓⻚⻋⻛", "长页车风")]
    [InlineData("⾦額", "金額")]
    [InlineData("（︵︶", "（（）")]
    [InlineData("ﬁnal", "final")]
    [InlineData("礼\uFE00", "礼")]
    [InlineData("１２３％", "１２３％")]
    [InlineData("年度", "年度")]
    public void Forms_are_folded_to_what_a_person_types(string printed, string typed) => Assert.Equal(typed, TypedForms.Fold(printed));

    [Theory]
    [InlineData("Helvetica", "A", 0.667)]
    [InlineData("ArialMT", "A", 0.667)]
    [InlineData("Arial,Bold", "A", 0.722)]
    [InlineData("TimesNewRomanPS-BoldItalicMT", "A", 0.667)]
    [InlineData("Times New Roman", "one", 0.5)]
    [InlineData("CourierNewPSMT", "anything", 0.6)]
    public void A_standard_font_is_known_by_many_names(string font, string glyph, double width) => Assert.Equal(width, StandardWidths.Find(font)!.Of(glyph));

    [Theory]
    [InlineData("ArialNarrow")]
    [InlineData("SimSun")]
    [InlineData("TimesTen-Roman")]
    public void Another_face_is_not_a_standard_font(string font) => Assert.Null(StandardWidths.Find(font));
}

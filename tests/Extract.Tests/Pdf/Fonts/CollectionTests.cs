using System.Text;

namespace Extract.Tests.Pdf.Fonts;

/// <summary>Fonts that stand only by name: what the code says is all there is.</summary>
public sealed class CollectionTests
{
    private const string Sentence = "2023年度收入支出决算总表：１２３，45.6万元";

    static CollectionTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("UniGB-UCS2-H", "utf-16BE")]
    [InlineData("UniGB-UTF16-H", "utf-16BE")]
    [InlineData("UniGB-UTF8-H", "utf-8")]
    [InlineData("UniGB-UTF32-H", "utf-32BE")]
    [InlineData("GBK-EUC-H", "gb18030")]
    [InlineData("GBKp-EUC-H", "gb18030")]
    [InlineData("GBK2K-H", "gb18030")]
    [InlineData("GB-EUC-H", "gb2312")]
    [InlineData("GBpc-EUC-H", "gb2312")]
    [InlineData("UniGB-UTF16-V", "utf-16BE")]
    [InlineData("GBK-EUC-V", "gb18030")]
    public void A_chinese_font_that_is_not_embedded_is_read_by_its_cmap(string cmap, string encoding)
    {
        var font = Made.Composite(Made.Name(cmap), "GB1");
        Assert.Equal(Sentence, Made.Read(font, Encoding.GetEncoding(encoding).GetBytes(Sentence)));
        Assert.Equal(cmap.EndsWith('V'), font.Vertical);
    }

    [Theory]
    [InlineData("ETen-B5-H", "big5", "CNS1", "預算收入１２３")]
    [InlineData("B5pc-H", "big5", "CNS1", "預算收入")]
    [InlineData("UniCNS-UTF16-H", "utf-16BE", "CNS1", "預算收入")]
    [InlineData("90ms-RKSJ-H", "shift_jis", "Japan1", "予算のカナｶﾅ123")]
    [InlineData("UniJIS-UTF16-H", "utf-16BE", "Japan1", "予算のカナ")]
    [InlineData("UniJIS2004-UTF16-H", "utf-16BE", "Japan1", "予算のカナ")]
    [InlineData("EUC-H", "euc-jp", "Japan1", "予算のカナ")]
    [InlineData("KSCms-UHC-H", "ks_c_5601-1987", "Korea1", "예산 결산")]
    [InlineData("UniKS-UCS2-H", "utf-16BE", "Korea1", "예산 결산")]
    public void The_other_collections_are_read_too(string cmap, string encoding, string ordering, string text)
    {
        var font = Made.Composite(Made.Name(cmap), ordering);
        Assert.Equal(text, Made.Read(font, Encoding.GetEncoding(encoding).GetBytes(text)));
    }

    /// <summary>The euro came with GB 18030, after this CMap.</summary>
    [Fact]
    public void Every_character_of_gbk_comes_back_as_itself()
    {
        var font = Made.Composite(Made.Name("GBK-EUC-H"), "GB1");
        var gbk = Encoding.GetEncoding("gb18030");
        var wrong = new List<string>();
        for (var high = 0x81; high <= 0xFE; high++)
            for (var low = 0x40; low <= 0xFE; low++)
            {
                if (low == 0x7F) continue;
                byte[] code = [(byte)high, (byte)low];
                var text = gbk.GetString(code);
                if (text.Length != 1 || text[0] is '\uFFFD' or '€' or >= '\uE000' and <= '\uF8FF') continue;
                var read = Made.Read(font, code);
                if (read != Extract.Pdf.Fonts.Encodings.TypedForms.Fold(text)) wrong.Add($"{high:X2}{low:X2} {text} {(int)text[0]:X4} {read} {(int)read[0]:X4}");
            }
        Assert.Empty(wrong);
    }
}

using System.Text;
using Extract.Documents;
using Extract.Text;

namespace Extract.Tests.Documents;

/// <summary>Files whose bytes are not what they should be.</summary>
public sealed class DamagedTexts
{
    private const string Sentence = "项目年度目标全部完成，资金使用合规，服务对象满意度达到预期，预算执行率为百分之九十八，各项产出和效益指标完成情况良好，管理制度健全。";

    [Fact]
    public void A_text_that_ends_inside_a_character_is_read_to_there_and_says_so()
    {
        var document = Readers.Open("cut.txt", Encoding.UTF8.GetBytes(Sentence).AsMemory(..^4));
        Assert.StartsWith("项目年度目标全部完成", document.Sheets[0].Runs[0].Text, StringComparison.Ordinal);
        Assert.Equal("EX1003", Assert.Single(document.Diagnostics).Kind.Id);
    }

    [Fact]
    public void The_same_sentence_is_read_from_every_encoding_that_disclosures_come_in()
    {
        var gb = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;
        foreach (var bytes in (byte[][])[Encoding.UTF8.GetBytes(Sentence), gb.GetBytes(Sentence), [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Sentence)], [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(Sentence)]])
        {
            var document = Readers.Open("sentence.txt", bytes);
            Assert.Equal(Sentence, Assert.Single(document.Sheets[0].Runs).Text);
            Assert.Empty(document.Diagnostics);
        }
    }

    [Fact]
    public void A_text_in_an_encoding_that_cannot_be_read_is_refused_by_name_and_not_shown_as_garbage()
    {
        var big5 = CodePagesEncodingProvider.Instance.GetEncoding("big5")!;
        var document = Readers.Open("big5.txt", big5.GetBytes("本年度預算執行情況良好，各項產出指標均已完成，資金使用符合規定，服務對象滿意度達到預期目標，管理制度健全，檔案資料完整，績效自評結果真實可靠，無重大偏差，後續將繼續加強項目管理與監督檢查。"));
        Assert.Equal(TextLayer.None, document.TextLayer);
        Assert.Empty(document.Sheets);
        Assert.Equal("EX1005", Assert.Single(document.Diagnostics).Kind.Id);
    }

    [Fact]
    public void A_line_without_end_is_read_to_the_limit_and_what_was_left_is_said()
    {
        var document = Readers.Open("line.txt", Encoding.UTF8.GetBytes(new string('数', 1_000_001)));
        Assert.Equal("EX9001", Assert.Single(document.Diagnostics).Kind.Id);
        Assert.Equal(1_000_000, document.Sheets.Sum(static sheet => sheet.Runs.Sum(static run => run.Text.Length)));
    }
}

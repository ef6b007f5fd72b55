using Extract.Cli;
using Extract.Cli.Display;

namespace Extract.Tests.Cli;

public sealed class Exports
{
    [Theory]
    [InlineData("=HYPERLINK(1)", "'=HYPERLINK(1)")]
    [InlineData("+86", "'+86")]
    [InlineData("@sum", "'@sum")]
    [InlineData("-x", "'-x")]
    [InlineData("-0.57", "-0.57")]
    [InlineData("-1,234.50", "\"-1,234.50\"")]
    [InlineData("--", "--")]
    [InlineData("＝1", "'＝1")]
    [InlineData("甲\"乙\"", "\"甲\"\"乙\"\"\"")]
    [InlineData("两\n行", "\"两\n行\"")]
    [InlineData("", "")]
    public void A_text_cannot_become_a_formula_and_a_negative_amount_stays_a_number(string text, string field) => Assert.Equal(field, Csv.Field(text));

    [Fact]
    public void Columns_stay_in_line_with_wide_characters_in_them()
    {
        var table = TextTable.Write(["项目", "n"], [["流动书车", "1"], ["ab", "12"]]);
        Assert.Equal("项目       n\n--------  --\n流动书车   1\nab        12\n", table);
    }

    [Fact]
    public void On_a_screen_a_wide_column_is_cut_where_a_character_ends()
    {
        Assert.Equal("流动~", TextTable.Cut("流动书车", 6));
        Assert.Equal("流动~", TextTable.Cut("流动书车", 5));
        Assert.Equal("流动书车", TextTable.Cut("流动书车", 8));
    }

    [Fact]
    public void Rows_much_wider_than_the_screen_stand_upright()
    {
        IReadOnlyList<string>[] rows = [["流动书车进社区服务", "", "12"]];
        Assert.True(TextTable.Fits(["项目", "备注", "n"], rows, 20));
        Assert.False(TextTable.Fits(["项目", "备注", "n"], rows, 10));
        Assert.Equal("项目  流动书车进社区服务\nn     12\n", TextTable.Upright(["项目", "备注", "n"], rows));
    }

    [Fact]
    public void A_line_of_a_document_cannot_steer_the_screen() => Assert.Equal("a [2Jb c d", Shown.Line("a\u001b[2Jb\u202ec\nd"));
}

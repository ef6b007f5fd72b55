using Extract.Records.Sentences;

namespace Extract.Tests.Records;

public class MarkTests
{
    private static (MarkKind, string)[] Read(string text) => [.. MarkReader.Read(text).Select(m => (m.Kind, text.Substring(m.Start, m.Length)))];

    [Theory]
    [InlineData("2023年度部门决算", MarkKind.Year, "2023年度")]
    [InlineData("2023-2025年行动方案", MarkKind.Year, "2023-2025年")]
    [InlineData("2015本年收入", MarkKind.Year, "2015")]
    [InlineData("比2014决算数减少", MarkKind.Year, "2014")]
    [InlineData("截至2023年12月31日", MarkKind.Date, "2023年12月31日")]
    [InlineData("4月16至19日举办", MarkKind.Date, "4月16至19日")]
    [InlineData("2024 年底前完成", MarkKind.Year, "2024 年底")]
    [InlineData("截至 11 月底", MarkKind.Date, "11 月底")]
    [InlineData("发布于2019-08-02", MarkKind.Date, "2019-08-02")]
    [InlineData("（粤府〔2021〕87号）", MarkKind.DocumentNumber, "〔2021〕87号")]
    [InlineData("（岚财金[2016]141号）", MarkKind.DocumentNumber, "[2016]141号")]
    [InlineData("印发《专利转化方案（2023-2025年）》", MarkKind.Citation, "《专利转化方案（2023-2025年）》")]
    [InlineData("近3年项目执行情况", MarkKind.Period, "3年")]
    [InlineData("工业机器人、5G/6G、纳米材料", MarkKind.Name, "5G/6G")]
    [InlineData("主题的“2023知识产权天府行”", MarkKind.Name, "“2023知识产权天府行”")]
    [InlineData("联系电话：020-87682542", MarkKind.Phone, "020-87682542")]
    [InlineData("具体见表 1-2。", MarkKind.Reference, "1-2")]
    [InlineData("第2批分平台", MarkKind.Ordinal, "2")]
    [InlineData("科目编码2010301-行政运行", MarkKind.Code, "2010301")]
    [InlineData("243001 - 某某市管理局本级", MarkKind.Code, "243001")]
    [InlineData("各占 1/3 权重分", MarkKind.Fraction, "1/3")]
    [InlineData("完成率=实际值/目标值*100%", MarkKind.Rule, "100%")]
    [InlineData("全年执行84,82万元", MarkKind.Malformed, "84,82")]
    [InlineData("支出合计 161.90 其中：", MarkKind.Bare, "161.90")]
    [InlineData("收入116.87本年收入合计", MarkKind.Bare, "116.87")]
    public void Digits_that_state_nothing_are_typed(string text, object kind, string expression)
    {
        Assert.Equal(((MarkKind)kind, expression), Assert.Single(Read(text)));
    }

    [Theory]
    [InlineData("1,583.50万元", 1583.50, "万元")]
    [InlineData("１２３．５万元", 123.5, "万元")]
    [InlineData("增长23.40 %", 23.40, "%")]
    [InlineData("3200余人次", 3200, "人次")]
    [InlineData("宣传覆盖1.5 万人次", 1.5, "万人次")]
    [InlineData("1个工作日", 1, "个工作日")]
    [InlineData("10.61个百分点", 10.61, "个百分点")]
    [InlineData("增幅为-6.11%", -6.11, "%")]
    [InlineData("百分之九十五", 95, "%")]
    [InlineData("万分之三", 3, "‱")]
    [InlineData("两个产业领域", 2, "个")]
    [InlineData("0台（套）", 0, "台（套）")]
    public void Numbers_with_units_are_figures(string text, double value, string unit)
    {
        var mark = Assert.Single(MarkReader.Read(text));
        Assert.Equal((MarkKind.Figure, (decimal)value, unit), (mark.Kind, mark.Value, mark.Unit.Name));
    }

    [Theory]
    [InlineData("“十四五”规划")]
    [InlineData("严格落实中央八项规定精神")]
    [InlineData("增强“四个意识”、做到“两个维护”")]
    [InlineData("一窗通办，一次性告知，第二十五次会议")]
    [InlineData("以上三项各占一半")]
    [InlineData("外贸“新三样”")]
    public void Numerals_of_names_are_no_figures(string text)
    {
        Assert.Empty(MarkReader.Read(text));
    }

    [Fact]
    public void A_full_width_comma_between_two_numbers_may_be_punctuation()
    {
        Assert.Equal([(MarkKind.Bare, "3935.41"), (MarkKind.Figure, "20")], Read("为3935.41，20个"));
        Assert.Equal([(MarkKind.Figure, "1，234.50")], Read("1，234.50万元"));
    }

    [Fact]
    public void Both_ends_of_a_range_have_its_unit()
    {
        Assert.Equal(["次", "次"], MarkReader.Read("执法检查每月1-3次").Select(static m => m.Unit.Name));
        Assert.Equal(["%", "%"], MarkReader.Read("完成80%-90%").Select(static m => m.Unit.Name));
    }

    [Fact]
    public void The_number_of_an_entry_is_an_ordinal()
    {
        Assert.Equal([(MarkKind.Ordinal, "1"), (MarkKind.Year, "2015年"), (MarkKind.Ordinal, "2"), (MarkKind.Year, "2016年")], Read("附件：1.2015年收支决算总表2.2016年支出决算表"));
        Assert.Equal([(MarkKind.Ordinal, "1"), (MarkKind.Ordinal, "2"), (MarkKind.Figure, "20")], Read("1、促进发展。2、安排20万元。"));
        Assert.Equal([(MarkKind.Ordinal, "1")], Read("（1）质押贷款数"));
        Assert.Equal([(MarkKind.Ordinal, "2"), (MarkKind.Date, "4月")], Read("参展。2.4月，组织培训"));
    }
}

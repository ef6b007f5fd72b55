using Extract.Records;
using Extract.Tests.Layout;

namespace Extract.Tests.Records;

public class AboutTests
{
    private static DocumentFacts Read(string text) => About.Read(new AboutSource(PrintedLines.Read(text), [], [], []));

    [Fact]
    public void A_cover_gives_title_filer_region_and_year()
    {
        var facts = Read("""
            某省知识产权局
            2020 年度省级知识产权专项资金项目
            绩效评价报告

            2021 年 12 月

            一、基本情况
            投入资金 646 万元。
            """);
        Assert.Equal((DisclosureKind.EvaluationReport, "2020年度省级知识产权专项资金项目绩效评价报告", "某省知识产权局", 2020, "万元"), (facts.Kind, facts.Title.Text, facts.Filer.Text, facts.FiscalYear, facts.Unit));
    }

    [Fact]
    public void Without_a_cover_the_part_that_explains_the_accounts_is_the_title()
    {
        var facts = Read("""
            第一部分 单位概况
            一、机构设置
            云岭省水务技术服务中心机关本级内设 6 个处（室）。
            第二部分 2023 年度单位决算情况说明
            一、收入支出决算总体情况说明
            2023 年度收、支总计均为 3068.50 万元。
            """);
        Assert.Equal((DisclosureKind.FinalAccounts, "2023年度单位决算情况说明", "云岭省水务技术服务中心", "云岭省", 2023), (facts.Kind, facts.Title.Text, facts.Filer.Text, facts.Region, facts.FiscalYear));
    }

    [Fact]
    public void A_labelled_field_names_the_filer()
    {
        var facts = Read("""
            项目绩效自评报告

            预算单位：某某市档案数据服务中心

            填报日期：2025年4月27日

            一、基本情况

            2024年安排专项资金290万元。
            """);
        Assert.Equal((DisclosureKind.SelfEvaluation, "项目绩效自评报告", "某某市档案数据服务中心", "某某市", 2024), (facts.Kind, facts.Title.Text, facts.Filer.Text, facts.Region, facts.FiscalYear));
    }

    [Theory]
    [InlineData("标题: 2014年度平潭综合实验区白青乡人民政府部门决算说明", "平潭综合实验区白青乡人民政府", 2014)]
    [InlineData("标题: 芦洋乡2015年财政收支决算", "芦洋乡", 2015)]
    [InlineData("上海市普陀区规划和自然资源局2024年度部门决算", "上海市普陀区规划和自然资源局", 2024)]
    public void The_title_may_name_the_filer(string title, string filer, int year)
    {
        var facts = Read(title);
        Assert.Equal((DisclosureKind.FinalAccounts, filer, year), (facts.Kind, facts.Filer.Text, facts.FiscalYear));
    }

    [Fact]
    public void What_is_not_printed_stays_blank()
    {
        var facts = Read("本表反映收支情况。");
        Assert.True(facts.Title.IsBlank && facts.Filer.IsBlank);
        Assert.Equal((DisclosureKind.Unknown, "", null, ""), (facts.Kind, facts.Region, facts.FiscalYear, facts.Unit));
    }

    [SharedFact]
    public void The_five_published_texts_are_told_apart()
    {
        var facts = Directory.GetFiles(SharedFiles.PathOf("seeds")).Order(StringComparer.Ordinal).Select(static f => Told.File(f).About).ToArray();
        Assert.Equal(
            [DisclosureKind.FinalAccounts, DisclosureKind.SelfEvaluation, DisclosureKind.SelfEvaluation, DisclosureKind.EvaluationReport, DisclosureKind.SelfEvaluation],
            facts.Select(static f => f.Kind));
        Assert.Equal([2023, 2024, 2018, 2020, 2024], facts.Select(static f => f.FiscalYear));
        Assert.Equal(["四川省", "广东省", "绵阳市", "陕西省", "廊坊市"], facts.Select(static f => f.Region));
        Assert.All(facts, static f => Assert.Equal("万元", f.Unit));
        Assert.Equal(["四川省知识产权服务促进中心", "国家知识产权局专利局广州代办处", "绵阳市知识产权局", "陕西省知识产权局"], facts.Take(4).Select(static f => f.Filer.Text));
        Assert.EndsWith("廊坊市市场监督管理局本级", facts[4].Filer.Text, StringComparison.Ordinal);
    }
}

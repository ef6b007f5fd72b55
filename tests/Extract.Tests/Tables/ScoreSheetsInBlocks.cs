using Extract.Tests.Tables.Broken;

namespace Extract.Tests.Tables;

/// <summary>Score sheets, whose tables are not the usual one, taken off the page block by block.</summary>
public sealed class ScoreSheetsInBlocks
{
    private const string Numbered = """
        社区书屋经费绩效考核表
        （2022 年度）
        项目名称：社区书屋经费
        实施单位：柳塘市图书馆
        序号
        1
        2
        3

        指标类别
        产出
        效益

        考核指标

        年度计划值

        满分

        考核得分

        新增图书册数

        2400 册

        40

        40

        图书验收合格率

        ≥95%

        30

        30

        社区居民借阅人次

        ≥600 人次

        30

        26

        100

        96

        合计

        考核说明

        借阅 520 人次
        """;

    [Fact]
    public void Rows_that_are_numbered_have_no_cell_for_their_number()
    {
        var form = Reading.Of(Numbered).SelfEvaluations.Single();

        Assert.Equal(["新增图书册数", "图书验收合格率", "社区居民借阅人次"], form.Indicators.Select(static indicator => indicator.Level3.Text));
        Assert.Equal(["40", "30", "26"], form.Indicators.Select(static indicator => indicator.Score.Text));
        Assert.Equal(("100", "96"), (form.TotalWeight.Text, form.TotalScore.Text));
    }

    [Fact]
    public void Levels_beside_indicators_cover_what_their_kinds_measure() =>
        Assert.Equal(["产出", "产出", "效益"], Reading.Of(Numbered).SelfEvaluations.Single().Indicators.Select(static indicator => indicator.Level1.Text));
}

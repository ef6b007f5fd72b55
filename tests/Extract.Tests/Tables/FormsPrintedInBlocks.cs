using Extract.Checks;
using Extract.Diagnostics;
using Extract.Records;
using Extract.Tests.Tables.Broken;

namespace Extract.Tests.Tables;

/// <summary>Text taken off the page block by block: columns, or pieces of them, one below another, flows set off by blank lines.</summary>
public sealed class FormsPrintedInBlocks
{
    private const string Page = """
        项目支出绩效自评表
        （2023 年度）
        项目名称
        农村公路日常养护经费
        主管部门
        白鹭洲县交通运输局
        项目资金（万
        资金来源
        年初预算数
        全年预算数
        元）
        年度资金总额
        560.00
        560.00
        其中：当年财政拨款
        500.00
        500.00
        其他资金
        60.00
        60.00
        年度总体目标
        预期目标
        养护农村公路 420 公里，及时处置水毁路段。
        绩效指标
        一级指标
        二级指标
        三级指标
        产出指标

        数量指标

        质量指标
        时效指标
        效益指标
        满意度指标

        社会效益指标
        服务对象满意
        度指标

        农村公路日常
        养护里程
        处置水毁路段
        数量
        路面技术状况
        优良中等路率
        水毁路段平均
        处置时间
        保障沿线群众
        安全便捷出行
        沿线群众满意
        度

        实施单位
        全年执行数
        548.80
        488.80
        60.00

        白鹭洲县公路养护中心
        分值
        执行率
        10
        98.00%
        —
        97.76%
        —
        100.00%

        得分
        9.80
        —
        —
        实际完成情况
        养护农村公路 428 公里，处置水毁路段 23 处。
        年度指标值

        实际完成值

        分值

        得分

        ≥420 公里

        428 公里

        15

        15

        ≥20 处

        23 处

        10

        10

        ≥85%

        87.6%

        15

        15

        ≤48 小时

        36 小时

        20

        20

        长期有效

        长期有效

        20

        18

        ≥90%

        95%

        10

        10

        总分

        100

        97.8
        """;

    [Fact]
    public void A_form_whose_columns_stand_one_below_another_is_read_row_by_row()
    {
        var form = Reading.Of(Page).SelfEvaluations.Single();

        Assert.Equal(["560.00|560.00|548.80|98.00%|10|9.80", "500.00|500.00|488.80|97.76%|—|—", "60.00|60.00|60.00|100.00%|—|—"], form.Funds.Select(Amounts));
        Assert.Equal(
            [
                "产出指标|数量指标|农村公路日常养护里程|420|428公里|15|15",
                "产出指标|数量指标|处置水毁路段数量|20|23处|10|10",
                "产出指标|质量指标|路面技术状况优良中等路率|85|87.6%|15|15",
                "产出指标|时效指标|水毁路段平均处置时间|48|36小时|20|20",
                "效益指标|社会效益指标|保障沿线群众安全便捷出行|长期有效|长期有效|20|18",
                "满意度指标|服务对象满意度指标|沿线群众满意度|90|95%|10|10",
            ],
            form.Indicators.Select(Cells));
        Assert.Equal(("100", "97.8"), (form.TotalWeight.Text, form.TotalScore.Text));
    }

    [Fact]
    public void Labels_beside_and_below_each_other_keep_their_values()
    {
        var form = Reading.Of(Page).SelfEvaluations.Single();

        Assert.Equal(("农村公路日常养护经费", "白鹭洲县交通运输局", "白鹭洲县公路养护中心"), (form.ProjectName.Text, form.Department.Text, form.ImplementingUnit.Text));
        Assert.Equal("养护农村公路420公里，及时处置水毁路段。", form.YearGoal.Text);
        Assert.Equal("养护农村公路428公里，处置水毁路段23处。", form.GoalCompletion.Text);
    }

    [Fact]
    public void No_character_of_a_form_printed_in_blocks_is_lost_or_placed_twice()
    {
        var (lost, doubled) = Ink.Of(Reading.Of(Page));

        Assert.Empty(lost);
        Assert.Empty(doubled);
    }

    [Fact]
    public void A_reason_that_nothing_ties_to_a_row_is_the_row_s_that_lost_points_and_no_check_is_answered_by_that()
    {
        var read = Reading.Of(WithReasons("人手不足"));

        Assert.Equal(["", "", "", "", "人手不足", ""], read.SelfEvaluations.Single().Indicators.Select(static indicator => indicator.Reason.Text));
        Assert.Contains(read.Diagnostics, static trouble => trouble.Kind == DiagnosticKinds.Reconciled && trouble.Arguments.Contains("人手不足"));
        // P-22 asks whether a row that lost points has a reason.
        Assert.Equal(Verdict.CannotRun, Assert.Single(Checker.Run(read).Findings, static finding => finding.Check == "P-22").Verdict);
        Assert.Empty(Ink.Of(read).Lost);
    }

    [Fact]
    public void A_reason_that_several_rows_could_have_is_kept_and_said_to_have_no_row()
    {
        // The first row lost a point as well.
        var read = Reading.Of(WithReasons("人手不足").Replace("428 公里\n\n15\n\n15\n", "428 公里\n\n15\n\n14\n", StringComparison.Ordinal));

        Assert.All(read.SelfEvaluations.Single().Indicators, static indicator => Assert.Empty(indicator.Reason.Text));
        Assert.Contains(read.Diagnostics, static trouble => trouble.Kind == DiagnosticKinds.Unplaced && trouble.Arguments.Contains("人手不足"));
        Assert.Equal([Verdict.CannotRun, Verdict.CannotRun], Checker.Run(read).Findings.Where(static finding => finding.Check == "P-22").Select(static finding => finding.Verdict));
        Assert.Empty(Ink.Of(read).Lost);
    }

    private static string WithReasons(string reasons) => Page.Replace("总分\n", $"偏差原因分析\n\n{reasons}\n\n总分\n", StringComparison.Ordinal);

    /// <summary>Rows are taken away and given other figures; all else is printed the same way.</summary>
    [Theory]
    [InlineData("1")]
    [InlineData("2")]
    [InlineData("3")]
    [InlineData("4")]
    [InlineData("5")]
    public void Other_figures_in_the_same_columns_change_no_row(string digit)
    {
        var page = Page.Replace("420 公里", $"{digit}60 公里", StringComparison.Ordinal).Replace("\n23 处", $"\n{digit}1 处", StringComparison.Ordinal).Replace("\n18\n", $"\n1{digit}.5\n", StringComparison.Ordinal);
        var form = Reading.Of(page).SelfEvaluations.Single();

        Assert.Equal([$"{digit}60", "20", "85", "48", "长期有效", "90"], form.Indicators.Select(static indicator => indicator.Target.Text));
        Assert.Equal(["15", "10", "15", "20", $"1{digit}.5", "10"], form.Indicators.Select(static indicator => indicator.Score.Text));
    }

    private static string Amounts(Fund fund) => string.Join('|', fund.Initial.Text, fund.Adjusted.Text, fund.Executed.Text, fund.Rate.Text, fund.Weight.Text, fund.Score.Text);

    private static string Cells(Indicator indicator) =>
        string.Join('|', indicator.Level1.Text, indicator.Level2.Text, indicator.Level3.Text, indicator.Target.Text, indicator.Actual.Text, indicator.Weight.Text, indicator.Score.Text);
}

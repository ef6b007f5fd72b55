using Extract.Records;
using Extract.Tables.Sequenced.Blocks;
using Extract.Tests.Tables.Broken;

namespace Extract.Tests.Tables;

/// <summary>Amounts that stand behind their labels, in text that a page gave cell after cell.</summary>
public sealed class AmountsBehindLabels
{
    [Fact]
    public void The_same_sources_twice_are_two_lanes_below_the_measures()
    {
        Assert.Equal(
            [(0, 0), (0, 1), (1, 0), (1, 1), (2, 0), (2, 1)],
            AmountLabels.Of(["预算数:", "执行数:", "其中-财政拨款:", "其中-财政拨款:", "其他资金:", "其他资金:"]));
    }

    [Fact]
    public void The_money_of_all_years_stands_beside_that_of_the_year()
    {
        Assert.Equal([(0, 0), (0, 1), (1, 0), (1, 1)], AmountLabels.Of(["中期资金总额:", "年度资金总额:", "其中:财政拨款", "其中:财政拨款"]));
    }

    [Fact]
    public void Sources_that_stand_once_are_rows()
    {
        Assert.Equal([(0, 0), (1, 0)], AmountLabels.Of(["项目总金额(万元):", "本年度项目金额(万元):"]));
    }

    [Fact]
    public void A_label_printed_late_changes_no_amount()
    {
        // The first lane's label of the last row comes behind all amounts: they still stand row by row.
        (int, int)[] places = [(0, 0), (0, 1), (1, 1), (1, 0)];

        Assert.Equal([0, 1, 3, 2], AmountLabels.Match(places, [1, 3, 6, 9], [2, 4, 5, 7]));
    }

    [Fact]
    public void Where_amounts_are_missing_a_label_has_only_what_stands_right_behind_it()
    {
        Assert.Equal([0, -1], AmountLabels.Match([(0, 0), (1, 0)], [4, 9], [4]));
        Assert.Equal([-1, -1], AmountLabels.Match([(0, 0), (1, 0)], [4, 9], [6]));
    }

    [Fact]
    public void Two_lanes_of_amounts_are_read_from_a_form_printed_in_blocks()
    {
        const string Page = """
            项目支出绩效目标完成情况表
            （2019 年度）
            项目名称

            城区农贸市场标准化改造

            预算单位

            某市商贸流通服务中心

            预算执行情况（万元）

            预算数：

            460.00

            执行数：

            452.80

            其中-财政拨款：

            400.00

            其中-财政拨款：

            396.20

            60.00

            其他资金：

            其他资金：
            年度目标完成情况

            实际完成目标

            完成城区 3 个农贸市场标准化改造，摊位标准化率不低于 95%。

            完成 3 个农贸市场标准化改造，摊位标准化率 97%，环境明显改善。

            56.60

            预期目标

            一级指标

            二级指标

            三级指标

            预期指标值

            实际完成指标值

            产出指标

            数量指标

            改造农贸市场

            3个

            3个

            质量指标

            摊位标准化率

            ≥95%

            97%

            满意度指标

            服务对象满意度指标

            经营户满意度

            ≥90%

            94%
            """;
        var form = Reading.Of(Page).SelfEvaluations.Single();

        Assert.Equal(["合计|460.00|452.80", "财政拨款|400.00|396.20", "其他资金|60.00|56.60"], form.Funds.Select(static fund => string.Join('|', fund.Source.Text, fund.Budget.Text, fund.Executed.Text)));
        Assert.Equal("完成城区3个农贸市场标准化改造，摊位标准化率不低于95%。", form.YearGoal.Text);
        Assert.Equal("完成3个农贸市场标准化改造，摊位标准化率97%，环境明显改善。", form.GoalCompletion.Text);
        Assert.Empty(Ink.Of(Reading.Of(Page)).Lost);
    }
}

using Extract.Diagnostics;
using Extract.Records;
using Extract.Tables.Sequenced;
using Extract.Tests.Tables.Broken;

namespace Extract.Tests.Tables.Sequenced;

/// <summary>Budgets in text that keeps no columns.</summary>
public sealed class FundsOfBrokenText
{
    [Fact]
    public void A_label_without_an_amount_has_a_blank_one()
    {
        var stream = SequencedText.Stream("预算数： 250.00 到位数： 执行数： 242.00\n其中：财\n政资金\n250.00 其中：财\n政资金\n其中：财\n政资金\n242.00");
        var pairs = LabelledAmounts.Of(stream, 0, stream.Count);
        Assert.Equal(["250.00", "", "242.00", "250.00", "", "242.00"], pairs.Select(pair => stream.KeyOf(pair.Amount, pair.To).ToString()));
        Assert.Equal([3, 3], LabelledAmounts.Rows(pairs).Select(static row => row.Count));
    }

    [Fact]
    public void Two_lists_side_by_side_are_told_apart_by_their_names()
    {
        var form = Form("""
            年初预算数 全年预算数 全年执行数 分值 执行率 得分
            年度资金总额 5200.00 5460.00 5350.80 10 98.00% 9.80
            按收入性质分： 按支出性质分：
            其中：一般公共预算：5160.80 其中：基本支出：3120.50
            政府性基金拨款：150.00 项目支出：2230.30
            其他资金：40.00
            """);
        Assert.Equal(["年度资金总额 5460.00 按", "一般公共预算 5160.80 按收入性质分", "基本支出 3120.50 按支出性质分", "政府性基金拨款 150.00 按收入性质分", "项目支出 2230.30 按支出性质分", "其他资金 40.00 按收入性质分"],
            form.SelfEvaluations[0].Funds.Select(static fund => $"{fund.Source.Text} {fund.Adjusted.Text}{fund.Budget.Text} {(fund.Nature.Length > 0 ? fund.Nature : "按")}"));
    }

    [Fact]
    public void Fewer_amounts_than_columns_are_said_to_be_uncertain()
    {
        var form = Form("""
            资金来源 预算数 到位数 执行数 执行率
            合计 240 240.00 238.00 99.17%
            其中：省本级 240 238
            """);
        var doubt = Assert.Single(form.Diagnostics, static diagnostic => diagnostic.Kind == DiagnosticKinds.UncertainColumns);
        Assert.Contains("省本级", doubt.Arguments[0], StringComparison.Ordinal);
        Assert.Equal("240 238", doubt.Arguments[1]);
    }

    [Fact]
    public void Of_fewer_amounts_than_columns_only_the_last_is_read_as_what_was_spent()
    {
        var fund = Form("""
            资金来源 预算数 到位数 执行数 执行率
            合计 240 240.00 238.00 99.17%
            其中：省本级 240 238
            """).SelfEvaluations[0].Funds[1];
        Assert.Equal(("", "", "238"), (fund.Budget.Text, fund.Received.Text, fund.Executed.Text));
    }

    [Fact]
    public void Heads_and_measures_that_narrow_columns_break_are_whole() =>
        Assert.Equal(["合计 240 240.00 238.00", "省本级 240 239.00 238"],
            Form("""
                资金来
                源
                预算
                数
                到位数
                预算执行
                数
                预算执行
                率
                合计 240 240.00 238.00 99.17%
                其中：省
                本级
                240 239.00 238 99.17%
                """).SelfEvaluations[0].Funds.Select(static fund => $"{fund.Source.Text} {fund.Budget.Text} {fund.Received.Text} {fund.Executed.Text}"));

    [Fact]
    public void Rows_with_an_amount_in_every_column_are_certain() =>
        Assert.DoesNotContain(Form("资金来源 预算数 到位数 执行数 执行率\n合计 240 240.00 238.00 99.17%").Diagnostics, static diagnostic => diagnostic.Kind == DiagnosticKinds.UncertainColumns);

    [Fact]
    public void A_lone_amount_beside_a_rate_is_what_was_spent() =>
        Assert.Equal(["年度资金总额  5350.80", "一般公共预算 5160.80 ", "其他资金 40.00 "],
            Form("资金来源 预算数 执行数 执行率\n年度资金总额 5350.80 98.00%\n其中：一般公共预算 5160.80\n其他资金 40.00").SelfEvaluations[0].Funds.Select(static fund => $"{fund.Source.Text} {fund.Budget.Text} {fund.Executed.Text}"));

    [Fact]
    public void Sources_may_have_one_amount_each() =>
        Assert.Equal(["项目总金额（中期规划，万元） 86.00", "本年度项目金额（万元） 43.00"],
            Form("资金来源 预算数\n项目总金额（中期规划，万元） 86.00\n其中：本年度项目金额\n（万元）\n43.00").SelfEvaluations[0].Funds.Select(static fund => $"{fund.Source.Text} {fund.Budget.Text}"));

    private static Disclosure Form(string funds) => Reading.Of($"""
        项目支出绩效自评表
        （2023 年度）
        项目名称 农村公路养护
        主管部门 云岭县交通局 实施单位 云岭县公路站
        项目资金（万元）
        {funds}
        绩效指标 一级指标 二级指标 三级指标 年度指标值 实际完成值 分值 得分 偏差原因分析
        产出指标 数量指标 养护里程 ≥420 公里 428 公里 50 50
        质量指标 优良率 ≥85% 87.6% 40 40
        总分 100 99.80
        """);
}

using System.Text;
using Extract.Checks;
using Extract.Diagnostics;
using Extract.Documents;

namespace Extract.Tests.Checks;

/// <summary>Running text as departments write it, where one name stands for several amounts: nothing in it contradicts itself unless it says so.</summary>
public sealed class ProseTests
{
    private static string[] Errors(string text) =>
        [.. Checker.Run(Extraction.Read(Readers.Open("drawn.txt", Encoding.UTF8.GetBytes(text)))).Findings.Where(static finding => finding.Severity >= Severity.Warning && finding.Verdict == Verdict.Fails).Select(static finding => finding.Check)];

    [Theory]
    [InlineData("2023年度一般公共预算拨款支出7200.50万元，其中：基本支出5200.50万元，项目支出2000.00万元。\n小学教育支出4100.20万元，其中：基本支出4000.20万元，项目支出100.00万元。")]
    [InlineData("1.基本支出预算880.30万元，同比减少166.20万元。其中：\n商品和服务支出预算165.20万元，占基本支出预算18.77%。\n2.项目支出预算30.00万元。其中：\n商品和服务支出预算30.00万元，占项目支出预算100%。")]
    [InlineData("全区一般公共预算收入完成147.1亿元，加上转移性收入49.2亿元，收入合计196.3亿元。\n全区政府性基金预算收入完成130.2亿元，加上转移性收入33.8亿元，收入合计164.0亿元。")]
    [InlineData("1.批准的年初预算草案。\n（1）收入总计8303万元。其中：本级收入1240万元，上级补助收入7063万元。\n2.批准的预算调整方案。\n（1）收入总计调整为9877万元。其中：本级收入1597万元，上级补助收入8280万元。")]
    [InlineData("本项目共申请预算资金90万元。其中：30万元用于预算编制；30万元用于审计；30万元用于规划。")]
    public void Parts_of_different_wholes_bear_one_name(string text) => Assert.Empty(Errors(text));

    [Fact]
    public void An_amount_repeated_with_one_digit_changed_is_a_contradiction() =>
        Assert.Equal(["U-08"], Errors("一、总体情况\n2023年本年支出1682.22万元，比上年增加20.00万元。\n本年支出1686.22万元，主要用于日常运转。"));

    [Fact]
    public void A_change_told_without_a_figure_is_of_a_subject_of_its_own() =>
        Assert.Empty(Errors("2020年度“三公”经费支出决算总额为5.48万元，比去年增加1.55万元，增长39.4%，其中，公务接待费支出决算比预算无增减变化，比去年增加0.5万元，增长50%。"));

    [Fact]
    public void A_share_of_a_plan_is_of_the_plan_that_it_names() =>
        Assert.Empty(Errors("2023年政府采购预算17000元。其中：货物类采购10000元，占政府采购预算58.8%；服务类采购7000元，占政府采购预算41.2%。"));

    [Theory]
    [InlineData("一般公共预算收入累计完成24627万元，完成年初预算数60999万元的40.4%，比上年减收1070万元，下降4.2%。", 0)]
    [InlineData("一般公共预算收入累计完成24627万元，完成年初预算数60999万元的44.0%，比上年减收1070万元，下降4.2%。", 1)]
    [InlineData("地方收入完成28583万元，占调整预算105.47%。其中：税务部门完成13866万元，占调整预算100.93%；财政部门完成14717万元，占调整预算110.14%。", 0)]
    public void A_part_of_a_plan_is_a_completion(string text, int wrong) => Assert.Equal(wrong, Errors(text).Length);

    [Fact]
    public void A_share_of_a_whole_that_is_not_stated_is_not_taken_of_another() =>
        Assert.Empty(Errors("财政部门征收14717万元。税收收入11136万元，占全县财政总收入的38.96%；非税收入17447万元，占全县财政总收入的61.04%。"));

    [Fact]
    public void The_growth_of_a_plan_is_taken_of_the_plan() =>
        Assert.Empty(Errors("住房公积金112788元，其中：基本支出112788元，项目支出0元。\n1.基本支出预算1440224.60元，同比减少12602.40元，下降0.87%。"));

    [Theory]
    [InlineData("2022年度收、支总计分别为4125.49、4143.91万元。与2021年相比，收、支总计各减少1267.86、2570.97万元，各下降23.51%、38.29%。", 0)]
    [InlineData("2022年度收、支总计各是4125.49,4143.91万元。与2021年相比,收、支总计各减少1267.86,2570.97万元,各下降23.51%、38.29%。", 0)]
    [InlineData("2022年度收、支总计分别为4125.49、4143.91万元。与2021年相比，收、支总计各减少1267.86、2570.97万元，各下降23.51%、32.89%。", 1)]
    public void Of_several_amounts_and_their_growths_each_has_its_own_by_order(string text, int wrong) => Assert.Equal(wrong, Errors(text).Length);

    [Theory]
    [InlineData("2021年公务接待费为122万元，较上年144万元减少22万元，下降15%，较预算数339万元减少217万元，下降64%。", 0)]
    [InlineData("2021年公务接待费为122万元，较上年144万元减少22万元，下降15%，较预算数339万元减少271万元，下降64%。", 1)]
    public void A_change_is_measured_from_the_year_or_the_plan_named_before_it(string text, int wrong) => Assert.Equal(wrong, Errors(text).Count(static check => check == "N-13"));

    [Fact]
    public void The_year_compared_with_is_not_the_year_accounted_for() =>
        Assert.Equal(2022, Extraction.Read(Readers.Open("drawn.txt", Encoding.UTF8.GetBytes(
            "2022年度一般公共预算支出242259万元，比2021年度决算数增加63678万元，增长35.66%。\n其中税收事务840万元，较2021年决算数增加23万元，增长2.82%。"))).About.FiscalYear);
}

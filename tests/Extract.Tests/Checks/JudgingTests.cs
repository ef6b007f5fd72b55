using Extract.Checks;
using Extract.Checks.Shapes;
using Extract.Records;
using Extract.Text;

namespace Extract.Tests.Checks;

/// <summary>When a check applies, when it does not, and when it must say that it could not run.</summary>
public sealed class JudgingTests
{
    private const string Rules = "6.当“预算执行进度≥95%”时，“预算执行率”指标自评得分自动显示为10分；当“预算执行进度＜95%”时，“预算执行率”指标自评得分=预算执行进度*10。";

    private static List<Judgement> Execution(string rate, string score, string rules) => new Drawn()
        .Form([$"总额|100.00|100.00|{rate.TrimEnd('%')}|{rate}|10|{score}"], [], "", form => form with { Rules = [new Printed(rules, [])] }).Apply("P-10");

    [Fact]
    public void A_printed_rule_replaces_the_general_one()
    {
        Assert.Equal(Verdict.Holds, Assert.Single(Execution("96.00%", "10", Rules)).Verdict);
        Assert.Equal(Verdict.Holds, Assert.Single(Execution("90.00%", "9", Rules)).Verdict);
        Assert.Equal(Verdict.Fails, Assert.Single(Execution("90.00%", "10", Rules)).Verdict);
        Assert.Equal(Verdict.Holds, Assert.Single(Execution("96.00%", "9.60", "无")).Verdict);
    }

    [Fact]
    public void Limits_and_factors_are_read_from_the_sentence()
    {
        var rules = FormRules.Read([new Printed(Rules.Replace("95", "90", StringComparison.Ordinal).Replace("10", "20", StringComparison.Ordinal), []), new Printed("偏离度达到50%及以上，应适度调减自评得分", [])]);
        Assert.Equal((0.9m, 20m, 20m, 0.5m), (rules.FullFrom, rules.FullPoints, rules.RateFactor, rules.ReducedFromExcess));
    }

    [Theory]
    [InlineData("≥", "100", "100", nameof(Reach.Reached))]
    [InlineData("≥", "100", "80", nameof(Reach.Missed))]
    [InlineData("＞", "100", "100", nameof(Reach.AtLimit))]
    [InlineData("≤", "2023", "2023", nameof(Reach.Reached))]
    [InlineData("不低于", "90%", "95%", nameof(Reach.Reached))]
    [InlineData("不超过", "30万元", "280000元", nameof(Reach.Reached))]
    [InlineData("低于", "万分之三", "零差错", nameof(Reach.Reached))]
    [InlineData("", "98%以上", "99%", nameof(Reach.Reached))]
    [InlineData("", "90%-95%", "92%", nameof(Reach.Reached))]
    [InlineData("", "90%-95%", "96%", nameof(Reach.Missed))]
    [InlineData("", "22份", "22份", nameof(Reach.Reached))]
    [InlineData("", "22份", "20份", nameof(Reach.Unknown))]
    [InlineData("≥", "100人", "100件", nameof(Reach.Unknown))]
    public void A_target_is_understood_with_its_operator(string sign, string target, string actual, string reach)
    {
        var indicator = new Drawn().Form([], [$"产出|数量|某指标|{sign}|{target}|{actual}"]).Disclosure.SelfEvaluations[0].Indicators[0];
        Assert.Equal(reach, Goal.Read(indicator)!.Judge(Goal.ReadActual(indicator, "某指标")!).ToString());
    }

    [Theory]
    [InlineData("达到95%得满分，每低1个百分点扣0.5分，扣完为止。", "95%", "92%", "8.5", Verdict.Holds)]
    [InlineData("达到95%得满分，每低1个百分点扣0.5分，扣完为止。", "95%", "92%", "9.5", Verdict.Fails)]
    [InlineData("完成率等于 100%得满分，每降低 1%，扣除 5%权重分，扣完为止。", "100%", "90.70%", "5.35", Verdict.Holds)]
    [InlineData("完成60件的得满分，否则按比例得分。", "60件", "57件", "9.5", Verdict.Holds)]
    [InlineData("完成60件的得满分，否则按比例得分。", "60件", "57件", "8", Verdict.Fails)]
    [InlineData("完成60件的得满分，否则按比例得分。", "60件", "55件", "9.16", Verdict.HoldsWithinRounding)]
    [InlineData("按实际情况评分。", "60件", "55件", "3", Verdict.Holds)]
    public void A_missed_target_scores_by_the_criterion_that_is_printed_for_it(string criterion, string target, string actual, string score, Verdict verdict)
    {
        var drawn = new Drawn().Form([], [$"产出|数量|某指标|≥|{target}|{actual}|10|{score}"], "", form => form with { Indicators = [form.Indicators[0] with { Criterion = new Printed(criterion, []) }] });
        Assert.Equal(verdict, Assert.Single(drawn.Apply("P-17")).Verdict);
    }

    [Theory]
    [InlineData("≥", "100", "80", "8", Verdict.Holds)]
    [InlineData("≥", "100", "80", "6", Verdict.Fails)]
    [InlineData("≤", "80", "100", "8", Verdict.Holds)]
    [InlineData("≤", "80", "100", "9", Verdict.Fails)]
    public void A_missed_target_scores_its_share_where_the_notes_say_so(string sign, string target, string actual, string score, Verdict verdict)
    {
        var rule = new Printed("3.定量指标完成值达到指标值的，记满分；未达到指标值的，正向指标按B/A、反向指标按A/B乘以该指标分值记分。", []);
        var drawn = new Drawn().Form([], [$"产出|数量|某指标|{sign}|{target}|{actual}|10|{score}"], "", form => form with { Rules = [rule] });
        Assert.Equal(verdict, Assert.Single(drawn.Apply(sign == "≥" ? "P-17" : "P-18")).Verdict);
    }

    [Fact]
    public void A_part_of_the_whole_is_counted_below_it_and_may_fall_short_but_not_exceed()
    {
        string[] rows = ["产出|数量|培训场次|≥|50场|52场|10|10", "产出|数量|其中：线上|≥|30场|32场|5|5", "产出|数量|其中：线下|≥|20场|25场|5|5"];
        var judged = new Drawn().Form([], rows).Apply("P-35");
        Assert.Equal([Verdict.Holds, Verdict.Fails], judged.Select(static judgement => judgement.Verdict));
    }

    [Fact]
    public void Money_of_several_years_is_no_part_of_the_year_and_each_division_by_nature_stands_for_itself()
    {
        string[] funds = ["中期资金总额|1100.00|", "年度资金总额|380.00|", "财政拨款|360.00|", "其他资金|20.00|"];
        Assert.Equal(Verdict.Holds, Assert.Single(new Drawn().Form(funds, []).Apply("P-12")).Verdict);
    }

    [Fact]
    public void A_date_before_the_year_of_the_form_is_a_note()
    {
        var judged = Assert.Single(new Drawn().Form([], ["产出指标|时效指标|完工时间||2022年底前|2022年底前|10|10"]).Apply("P-36"));
        Assert.Equal((Verdict.Fails, Verdict.Holds), (judged.Verdict, Assert.Single(new Drawn().Form([], ["产出指标|时效指标|完工时间||2023年底前|2023年底前|10|10"]).Apply("P-36")).Verdict));
    }

    [Fact]
    public void A_date_is_no_target_to_compare() =>
        Assert.All((string[])["P-17", "P-18", "P-19", "P-20"], static id => Assert.Empty(new Drawn().Form([], ["产出|时效|完成时间||2024年底前|2024年底前|10|10"]).Apply(id)));

    [Fact]
    public void An_overfulfilled_target_with_a_reduced_score_is_no_failure() =>
        Assert.Equal(Verdict.Holds, Assert.Single(new Drawn().Form([], ["产出|数量|册数|≥|100|150|10|9.8"]).Apply("P-17")).Verdict);

    [Fact]
    public void A_completion_without_a_printed_budget_cannot_run()
    {
        var report = new Drawn().Amount("行政运行", "1667.03万元").Rate("行政运行", "95.43%").Report;
        Assert.Equal(("N-17", Verdict.CannotRun), (Assert.Single(report.Findings).Check, report.Findings[0].Verdict));
        Assert.Equal(1, report.Coverage.CannotRun);
    }

    [Fact]
    public void A_blank_source_is_none_where_another_column_does_without_it()
    {
        string[] funds = ["总额|52.00|50.00|50.00", "财政资金|48.00|50.00|50.00", "单位资金|3.00|0.00|0.00", "其他资金|||"];
        Assert.Contains(new Drawn().Form(funds, []).Apply("P-12"), static judgement => judgement.Verdict == Verdict.Fails);
        string[] unknown = ["总额|52.00", "财政资金|48.00", "其他资金|"];
        Assert.Equal(Verdict.CannotRun, Assert.Single(new Drawn().Form(unknown, []).Apply("P-12")).Verdict);
    }

    [Fact]
    public void Nothing_passes_or_fails_on_a_table_that_was_rebuilt_badly()
    {
        var drawn = new Drawn().Table("万元", "序号|项目|预算数", "1|甲|60.00", "2|乙|40.00", "|合计|110.00");
        var sure = drawn.Disclosure;
        var unsure = sure with { Tables = [sure.Tables[0] with { Confidence = 0.3 }] };
        Assert.Equal(Verdict.Fails, Assert.Single(Checker.Run(sure).Findings).Verdict);
        Assert.Equal(Verdict.CannotRun, Assert.Single(Checker.Run(unsure).Findings).Verdict);
    }

    [Fact]
    public void An_open_list_may_fall_short_and_a_list_in_a_list_is_left_alone()
    {
        var open = new Drawn().Paragraph("共200.00万元，其中：甲50.00万元，乙60.00万元。").Amount("共", "200.00万元").Amount("甲", "50.00万元").Amount("乙", "60.00万元");
        Assert.All(open.Apply("N-03"), static judgement => Assert.Equal(Verdict.Holds, judgement.Verdict));
        var nested = new Drawn().Paragraph("共2460.00万元，其中甲960.00万元，乙1500.00万元（丙980.00万元，丁520.00万元）。").Amount("共", "2460.00万元")
            .Amount("甲", "960.00万元").Amount("乙", "1500.00万元").Amount("丙", "980.00万元").Amount("丁", "520.00万元");
        Assert.DoesNotContain(nested.Apply("N-03"), static judgement => judgement.Verdict == Verdict.Fails);
    }

    [Fact]
    public void A_total_that_its_paragraph_lists_but_for_one_digit_is_misprinted()
    {
        var judgement = Assert.Single(new Drawn().Kind(DisclosureKind.EvaluationReport).Paragraph("某市预算安排1557.77万元，支出20万元。其中，20万元已拨付，180万元未支出；1350.77万元尚未拨付。")
            .Amount("某市资金", "1557.77万元", Measure.Budget).Amount("某市资金", "20万元").Stop().Amount("因素法", "20万元").Amount("因素法", "180万元").Amount("项目法", "1350.77万元").Apply("N-03"));
        Assert.Equal((Verdict.Fails, "misprinted_digit"), (judgement.Verdict, judgement.Cause.Key));
    }

    [Fact]
    public void A_sum_that_a_completion_rate_proves_is_held_against_the_amount_stated_elsewhere()
    {
        var report = new Drawn().Kind(DisclosureKind.EvaluationReport).Paragraph("").Amount("知识产权质押融资金额", "36.17亿元")
            .Paragraph("").Amount("质押融资总额", "20亿元", Measure.Target).Amount("专利权质押贷款金额", "32.75亿元").Amount("商标权质押融资金额", "2.97亿元").Rate("质押融资总额", "178.60%", "").Report;
        var failure = Assert.Single(report.Findings, static finding => finding.Verdict == Verdict.Fails);
        Assert.Equal(("U-08", "36.17", "35.72", "0.45", "亿元"), (failure.Check, failure.Stated, failure.Computed, failure.Gap, failure.Unit));
    }

    [Fact]
    public void Nearly_the_same_name_with_one_other_digit_is_the_same_quantity_misprinted()
    {
        var drawn = new Drawn();
        drawn.Form([], ["项目完成指标||||目标|2018年，专利授权6651件，万人发明专利拥有量达到10.51件。", "满意度指标||||目标|2018年全市万人有效发明专利拥有达10.54件，实现又好又快发展。"]);
        var failure = Assert.Single(drawn.Report.Findings, static finding => finding.Verdict == Verdict.Fails);
        Assert.Equal(("U-08", "misprinted_digit"), (failure.Check, failure.Cause));
    }

    [Fact]
    public void An_amount_of_an_account_has_the_precision_of_its_section()
    {
        var report = new Drawn().Amount("一般公共预算支出", "100.00万元").Amount("一般公共服务支出", "55.00万元").Amount("教育支出", "45.4万元").Report;
        Assert.Contains(report.Findings, static finding => finding.Check == "N-07" && finding.Verdict == Verdict.Fails);
    }

    [Fact]
    public void Failures_come_first_by_severity_and_what_could_not_run_comes_last()
    {
        var report = new Drawn().Amount("行政运行", "1667.03万元").Rate("行政运行", "95.43%")
            .Form(["总额|100.00|100.00|95.00|59.00%|10|9.5"], ["产出|数量|收看人数|＞|100|100|90|90"]).Report;
        Assert.Equal(["P-09", "P-17", "N-17"], report.Findings.Where(static finding => finding.Verdict != Verdict.HoldsWithinRounding).Select(static finding => finding.Check).Distinct());
        Assert.Equal(Verdict.CannotRun, report.Findings[^1].Verdict);
    }
}

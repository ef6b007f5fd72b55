using Extract.Checks;
using Extract.Checks.Shapes;
using Extract.Diagnostics;
using Extract.Figures;
using Extract.Text;

namespace Extract.Tests.Checks;

/// <summary>Each likely cause, in the smallest case that shows it.</summary>
public sealed class DiagnosisTests
{
    private static int _line;

    private static Term Term(string printed, Role role = Role.Part) => new(printed, FigureReader.Read(printed).Figure!, role, "", new TextPlace(1, ++_line, 1, 2));

    private static Sum Sum(string stated, params string[] parts) => new("", Term(stated, Role.Stated), [.. parts.Select(static part => Term(part))]);

    private static Cause Ratio(string part, string whole, string percent) => new Ratio("", Term(percent, Role.Stated), [Quotient.Of(Term(part), Term(whole))!]).Judge().Cause;

    private static System.Collections.Immutable.ImmutableArray<Finding> Told(string sentences)
    {
        var text = $"云台区民政局2023年度部门决算\n一、收入支出决算总体情况说明\n2023年度{sentences}\n";
        return Checker.Run(Extraction.Read(Extract.Documents.Readers.Open("a.txt", System.Text.Encoding.UTF8.GetBytes(text)))).Findings;
    }

    [Fact]
    public void A_part_in_another_unit_is_a_slip_of_unit() =>
        AssertCause("unit_slip", ["0.02", "10000"], Sum("300.00万元", "100.00万元", "0.02万元").Judge().Cause);

    [Fact]
    public void A_total_in_another_unit_is_a_slip_of_unit() => AssertCause("unit_slip", ["30", "10"], new Same("", Term("30万元"), Term("300万元")).Judge().Cause);

    [Fact]
    public void A_growth_of_114_percent_printed_as_1_14_is_a_ratio_printed_as_a_percentage() =>
        AssertCause("ratio_as_percent", ["1.14", "114.00"], new Ratio("", Term("1.14%", Role.Stated), [Quotient.Growth(Term("2.14"), Term("1.14"))!]).Judge().Cause);

    [Fact]
    public void Two_neighbouring_digits_are_transposed()
    {
        AssertCause("transposed_digits", ["96.80", "98.60"], Ratio("207.06", "210.00", "96.80%"));
        AssertCause("transposed_digits", ["268.40", "286.40"], new Same("", Term("268.40"), Term("286.40")).Judge().Cause);
        AssertCause("transposed_digits", ["45.27", "42.57"], Sum("145.90", "103.33", "45.27").Judge().Cause);
    }

    [Fact]
    public void One_digit_is_misprinted() => AssertCause("misprinted_digit", ["1557.77", "1550.77"], (Sum("1557.77", "20.00", "180.00", "1350.77") with { Open = true }).Judge().Cause);

    [Fact]
    public void A_row_is_missing() => AssertCause("missing_item", ["17.35"], (Sum("117.35", "60.00", "40.00") with { Others = [Term("17.35")] }).Judge().Cause);

    [Fact]
    public void A_part_is_counted_twice() => AssertCause("double_count", ["17.35"], Sum("83.21", "83.21", "17.35").Judge().Cause);

    [Fact]
    public void A_sign_is_wrong() => AssertCause("sign", ["17.35"], Sum("65.86", "83.21", "17.35").Judge().Cause);

    [Fact]
    public void Another_denominator_fits()
    {
        var other = Term("321.02");
        var ratio = new Ratio("", Term("95.89%", Role.Stated), [Quotient.Of(Term("307.82"), Term("400.00"))!]) { Hypotheses = () => [("wrong_denominator", Quotient.Of(Term("307.82"), other)! with { Operands = [other] })] };
        AssertCause("wrong_denominator", ["321.02"], ratio.Judge().Cause);
    }

    [Fact]
    public void Budget_and_final_are_swapped_in_a_sentence_that_prints_both()
    {
        var (budget, final) = (Term("3779.98"), Term("3935.41"));
        var ratio = new Ratio("", Term("96.05%", Role.Stated), [Quotient.Of(final, budget)!]) { Hypotheses = () => [("budget_final_swapped", Quotient.Of(budget, final)!)] };
        AssertCause("budget_final_swapped", ["3935.41", "3779.98"], ratio.Judge().Cause);
    }

    [Fact]
    public void A_final_amount_that_is_the_budget_is_found_by_the_amount_stated_elsewhere()
    {
        var report = new Drawn().Section("五/（一）").Amount("一般公共预算财政拨款支出", "3779.98万元")
            .Section("五/（三）").Amount("一般公共预算支出决算数", "3935.41").Rate("一般公共预算支出决算数", "96.05%").Report;
        // The amount without a unit is noted beside it.
        var failure = Assert.Single(report.Findings, static finding => finding.Verdict == Verdict.Fails && finding.Check != "U-03");
        Assert.Equal(("N-17", "budget_final_swapped", "3935.41", "3779.98"), (failure.Check, failure.Cause, failure.Stated, failure.Computed));
        Assert.Equal(Diagnostics.Severity.Error, failure.Severity);
    }

    [Fact]
    public void A_sentence_is_copied_with_its_amounts_and_another_percentage()
    {
        var drawn = new Drawn();
        drawn.Form(["总额|499.86|499.86|423.25|84.67%|10|8.47"], [], "", form => form with
        {
            YearGoal = drawn.Print("全年预算数499.86万元，执行数为423.25万元，完成预算的100%。"),
            GoalCompletion = drawn.Print("全年预算数499.86万元，执行数为423.25万元，完成预算的84.68%。年末结转76.61万元。"),
        });
        var failure = Assert.Single(drawn.Report.Findings, static finding => finding.Verdict == Verdict.Fails);
        Assert.Equal(("N-17", "copied_sentence", "100", "84.67"), (failure.Check, failure.Cause, failure.Stated, failure.Computed));
    }

    [Fact]
    public void Several_equally_good_explanations_are_ambiguous() => Assert.Equal("ambiguous", Sum("100.00", "60.00", "30.00", "70.00").Judge().Cause.Key);

    [Fact]
    public void Parts_that_print_the_same_are_one_explanation() => Assert.Equal("double_count", Sum("100.00", "50.00", "50.00", "50.00").Judge().Cause.Key);

    [Fact]
    public void A_growth_that_is_worked_out_of_the_value_now_fails_and_names_it()
    {
        var finding = Assert.Single(Told("公共财政拨款支出562.74万元，比2022年决算数减少13.25万元，减少2.35%。"), static f => f.Verdict == Verdict.Fails);
        Assert.Equal(("N-13", Severity.Error, "wrong_denominator", "2.35", "2.30"), (finding.Check, finding.Severity, finding.Cause, finding.Stated, finding.Computed));
        Assert.Equal("562.74", Assert.Single(finding.CauseArguments));
    }

    [Fact]
    public void A_growth_that_fits_the_value_printed_elsewhere_says_which()
    {
        var finding = Assert.Single(Told("本年支出1686.22万元。本年支出1682.22万元，比2022年决算数增加402.15万元，增长31.32%。"), static f => f.Check == "N-13" && f.Verdict == Verdict.Fails);
        Assert.Equal("other_print", finding.Cause);
        Assert.Equal("1686.22 1682.22", string.Join(" ", finding.CauseArguments));
    }

    [Fact]
    public void A_fall_is_worked_out_as_it_is_printed_without_a_sign()
    {
        var finding = Assert.Single(Told("公共财政拨款支出562.74万元，比2022年决算数减少13.25万元，减少2.31%。"), static f => f.Check == "N-13" && f.Verdict == Verdict.Fails);
        Assert.Equal(("2.31", "2.30"), (finding.Stated, finding.Computed));
        Assert.DoesNotContain('-', finding.Gap);
        Assert.All(finding.CauseArguments, static argument => Assert.DoesNotContain('-', argument));
    }

    [Fact]
    public void A_strict_limit_that_is_met_exactly_says_so()
    {
        var finding = Assert.Single(new Drawn().Form(["总额|1.00|1.00|1.00|100.00%|10|10"], ["产出指标|数量指标|收看人数|＞|100|100|90|90"]).Report.Findings);
        Assert.Equal(("P-17", "strict_limit", Diagnostics.Severity.Warning), (finding.Check, finding.Cause, finding.Severity));
    }

    [Fact]
    public void Every_cause_has_a_sentence_in_both_languages()
    {
        foreach (var key in Causes.Keys)
        {
            var chinese = Causes.Say(key, ["1", "2", "3"], english: false);
            var english = Causes.Say(key, ["1", "2", "3"], english: true);
            Assert.True(chinese.Length > 0 && english.Length > 0 && chinese != english, key);
        }
        Assert.Equal("", Causes.Say("", [], english: false));
        Assert.Equal("", Causes.Say("unknown", [], english: true));
    }

    private static void AssertCause(string key, string[] arguments, Cause cause)
    {
        Assert.Equal(key, cause.Key);
        Assert.Equal(arguments, cause.Arguments);
    }
}

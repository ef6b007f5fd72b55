using Extract.Checks;
using Extract.Diagnostics;
using Extract.Records;
using Extract.Text;

namespace Extract.Tests.Checks;

/// <summary>Checks that need more than one document.</summary>
public sealed class BetweenTests
{
    private static Volume Of(string title, string filer, DisclosureKind kind, Drawn drawn, string sha) =>
        Volume.Of(drawn.Kind(kind).Filer(filer).Changed(read => read with { About = read.About with { Title = new Printed(title, []) }, Document = read.Document with { Sha256 = sha } }).Disclosure)!;

    private static Drawn Budget(string travel, string total) =>
        new Drawn().Sheet("“三公”经费预算表", 2, "合计|因公出国（境）费|公务接待费|公务用车购置及运行费|<|<", "^|^|^|小计|购置费|运行费", $"{total}|{travel}|2.00|9.00|4.00|5.00");

    private static Report WithBudget(string travel, string total, string title = "某局2023年部门预算") => Checker.Between(
    [
        Of("某局2023年度部门决算", "某某市规划局", DisclosureKind.FinalAccounts, AccountDrawn.With(), "aa"),
        Of(title, "某某市规划局", DisclosureKind.Budget, Budget(travel, total), "bb"),
    ]);

    [Fact]
    public void The_three_public_expenses_were_budgeted_as_published()
    {
        var report = WithBudget("1.00", "12.00");
        Assert.Empty(report.Findings);
        Assert.True(report.Coverage.Held >= 5);
    }

    [Fact]
    public void A_budget_column_that_is_not_the_published_budget_is_shown()
    {
        var finding = WithBudget("3.00", "12.00").Findings.Single();
        Assert.Equal(("X-20", Verdict.Fails, Severity.Warning), (finding.Check, finding.Verdict, finding.Severity));
    }

    [Fact]
    public void One_last_digit_apart_is_a_note() =>
        Assert.Equal(Verdict.HoldsWithinRounding, WithBudget("1.01", "12.00").Findings.Single().Verdict);

    [Fact]
    public void A_department_is_not_compared_with_one_unit() =>
        Assert.Equal(Verdict.CannotRun, WithBudget("3.00", "12.00", "某局2023年单位预算").Findings.Single().Verdict);

    private static Drawn Spent(string education, string housing = "15.00") => new Drawn().Sheet("支出决算表", 2, "项目|<|本年支出合计|基本支出|项目支出", "功能分类科目编码|科目名称|^|^|^",
        $"205|教育支出|{education}|1.00|1.00", $"221|住房保障支出|{housing}|1.00|1.00");

    private static Report WithUnits(params (string Filer, string Education)[] units) => Checker.Between(
    [
        Of("某局2023年度部门决算", "某某市教育局", DisclosureKind.FinalAccounts, Spent("90.00", "30.00").Section("二、部门决算单位构成").Paragraph("1.某某市教育局（本级）").Paragraph("2.某某市第一小学"), "aa"),
        .. units.Select(static (unit, i) => Of("某单位2023年度单位决算", unit.Filer, DisclosureKind.FinalAccounts, Spent(unit.Education), "b" + i)),
    ]);

    [Fact]
    public void A_department_spends_what_its_units_spend()
    {
        Assert.Empty(WithUnits(("某某市教育局", "50.00"), ("某某市第一小学", "40.00")).Findings);
        Assert.Equal(2, WithUnits(("某某市教育局", "50.00"), ("某某市第一小学", "40.00")).Coverage.Held);
    }

    [Fact]
    public void A_class_that_is_not_its_units_sum_is_shown() =>
        Assert.Equal(("X-19", Verdict.Fails), WithUnits(("某某市教育局", "50.00"), ("某某市第一小学", "44.00")).Findings.Select(static finding => (finding.Check, finding.Verdict)).Single());

    [Fact]
    public void A_class_a_last_digit_off_rounds() =>
        Assert.Equal(Verdict.HoldsWithinRounding, WithUnits(("某某市教育局", "50.00"), ("某某市第一小学", "40.01")).Findings.Single().Verdict);

    [Fact]
    public void A_unit_whose_volume_is_not_there_leaves_it_unchecked() =>
        Assert.Equal(Verdict.CannotRun, WithUnits(("某某市教育局", "50.00")).Findings.Single().Verdict);
}

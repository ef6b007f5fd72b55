using System.Collections.Immutable;
using Extract.Documents;
using Extract.Figures;
using Extract.Forms.Statutory;
using Extract.Records;
using Extract.Tests.Checks;

namespace Extract.Tests.Records;

/// <summary>Statutory forms as facts: what a cell is the figure of.</summary>
public sealed class FactTests
{
    private static ImmutableArray<Fact> Facts(Drawn drawn) => drawn.Disclosure.Facts;

    private static string At(IEnumerable<Fact> facts, string row, string column) => facts.Single(fact => fact.Row == row && fact.Column == column).Printed.Text;

    [Fact]
    public void The_lanes_of_a_form_are_read_each_for_itself()
    {
        var facts = Facts(AccountDrawn.With()).Where(static fact => fact.Kind == FormKind.IncomeAndExpenditure).ToList();
        Assert.Equal(("100.00", 0), (At(facts, "一般公共预算财政拨款收入", "决算数"), facts[0].Lane));
        Assert.Equal("90.00", At(facts, "教育支出", "决算数"));
        Assert.Equal(1, facts.Single(static fact => fact.Row == "教育支出").Lane);
        Assert.Equal(2, facts.Count(static fact => fact.Row == "总计"));
    }

    [Fact]
    public void A_code_in_three_columns_is_one_code()
    {
        var facts = Facts(new Drawn().Sheet("2025年部门支出预算总表", 3,
            "项目|<|<|<|支出预算|<|<", "功能分类科目编码|<|<|功能分类科目名称|合计|基本支出|项目支出", "类|款|项|^|^|^|^", "201|||一般公共服务支出|1.00|1.00|", "201|03||政府办公厅（室）及相关机构事务|1.00|1.00|", "201|03|01|行政运行|1.00|1.00|", "201|3|02|一般行政管理事务|||", "合计|<|<|<|1.00|1.00|"));
        Assert.Equal(["201", "20103", "2010301", "2010302", ""], facts.Select(static fact => fact.Code).Distinct());
        Assert.Equal("支出预算总表", facts[0].Form);
        Assert.Equal(EntryKind.Blank, facts.Single(static fact => fact.Code == "201" && fact.Column == "项目支出").Entry.Kind);
    }

    [Fact]
    public void Three_lanes_of_code_name_and_amount_are_three_columns_of_accounts()
    {
        var facts = Facts(new Drawn().Sheet("一般公共预算财政拨款基本支出决算表", 2,
            "人员经费|<|<|公用经费|<|<|<|<|<", "科目编码|科目名称|决算数|科目编码|科目名称|决算数|科目编码|科目名称|决算数", "301|工资福利支出|9.00|302|商品和服务支出|2.00|310|资本性支出|1.00", "30101|基本工资|9.00|30201|办公费|2.00|31002|办公设备购置|1.00", "人员经费合计|<|9.00|公用经费合计|<|<|<|<|3.00"));
        Assert.Equal(["301", "302", "310", "30101", "30201", "31002"], facts.Where(static fact => fact.Code.Length > 0).Select(static fact => fact.Code));
        Assert.Equal("3.00", At(facts, "公用经费合计", "决算数"));
    }

    [Fact]
    public void The_three_public_expenses_are_rows_and_budget_and_final_their_columns()
    {
        var facts = Facts(AccountDrawn.With()).Where(static fact => fact.Kind == FormKind.ThreePublic).ToList();
        Assert.Equal(("9.00", "4.00"), (At(facts, ColumnNames.Vehicles, ColumnNames.Budget), At(facts, ColumnNames.Running, ColumnNames.Final)));
    }

    [Fact]
    public void A_total_whose_label_reaches_over_two_lanes_stands_under_the_last()
    {
        var facts = Facts(new Drawn().Sheet("收支预算总表", 2, "收入|<|支出|<|<|<", "项目名称|金额|功能科目名称|金额|项目名称|金额", "一、财政拨款|9.00|一、一般公共服务支出|9.00|一、基本支出|9.00", "收入合计|9.00|支出合计|<|<|9.00"));
        Assert.Equal(2, facts.Single(static fact => fact.Row == "支出合计").Lane);
        Assert.Equal("9.00", At(facts, "支出合计", "金额"));
    }

    [Fact]
    public void A_form_printed_empty_is_there_and_says_nothing()
    {
        var facts = Facts(new Drawn().Sheet("政府性基金预算财政拨款收入支出决算表", 2, "项目|<|本年收入|本年支出|<|<", "功能分类科目编码|科目名称|^|小计|基本支出|项目支出", "|||||"));
        Assert.NotEmpty(facts);
        Assert.All(facts, static fact => Assert.Equal(EntryKind.Blank, fact.Entry.Kind));
    }

    [Fact]
    public void A_figure_has_the_precision_of_its_column_and_the_unit_of_its_form()
    {
        var fact = Facts(new Drawn().Sheet("支出决算表", 1, "科目编码|科目名称|本年支出合计|基本支出", "205|教育支出|6.25|6", "206|科学技术支出|2|2.00")).Single(static fact => fact.Code == "206" && fact.Column == ColumnNames.Total);
        Assert.Equal(("2", 2, "万元"), (fact.Printed.Text, fact.Entry.Figure!.Decimals, fact.Entry.Figure.Unit.Name));
    }

    [Fact]
    public void A_form_is_known_by_its_columns_where_no_title_stands_above_it()
    {
        var facts = Facts(new Drawn().Sheet("", 2, "收入|<|支出|<", "项目|决算数|项目|决算数", "一、事业收入|1.00|一、教育支出|1.00", "总计|1.00|总计|1.00"));
        Assert.Equal(FormKind.IncomeAndExpenditure, facts[0].Kind);
    }

    [Theory]
    [InlineData("收入支出决算总表", FormKind.IncomeAndExpenditure)]
    [InlineData("2025年部门财务收支预算总表", FormKind.IncomeAndExpenditure)]
    [InlineData("财政拨款收入支出决算总表", FormKind.Grants)]
    [InlineData("公共财政预算财政拨款支出决算表", FormKind.GeneralBudget)]
    [InlineData("一般公共预算财政拨款基本支出决算表", FormKind.BasicExpenditure)]
    [InlineData("财政拨款基本支出预算表(经济科目)", FormKind.GrantBasicExpenditure)]
    [InlineData("“三公”经费、会议费、培训费支出预算表", FormKind.ThreePublic)]
    [InlineData("国有资本经营预算财政拨款支出决算表", FormKind.StateCapital)]
    [InlineData("财政拨款支出决算明细表", FormKind.ByEconomicClass)]
    [InlineData("一般公共预算财政拨款项目支出决算表", FormKind.ProjectExpenditure)]
    public void Titles_name_forms(string title, FormKind kind) => Assert.Equal(kind, Form.Named(title)!.Kind);

    [SharedFact]
    public void Every_cell_of_two_published_accounts_is_the_figure_that_was_read_by_eye()
    {
        var seen = new List<string>();
        foreach (var path in Directory.GetFiles(SharedFiles.PathOf("real/final_accounts"), "*2024*.pdf").Order(StringComparer.Ordinal))
        {
            var disclosure = Extraction.Read(Readers.Open(Path.GetFileName(path), File.ReadAllBytes(path)));
            foreach (var form in disclosure.Facts.Where(static fact => fact.Entry.Kind == EntryKind.Number).GroupBy(static fact => fact.Form))
            {
                seen.Add(disclosure.Document.Sha256[..8] + " " + form.Key);
                var row = "";
                foreach (var fact in form)
                {
                    var code = fact.Code.Length > 0 ? fact.Code : "-";
                    if (code != row) seen.Add("  " + code);
                    row = code;
                    seen[^1] += " " + fact.Printed.Text;
                }
            }
        }
        Assert.Equal(File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "accounts.figures")), seen);
    }
}

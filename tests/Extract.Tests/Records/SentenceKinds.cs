using Extract.Records;
using Extract.Records.Sentences;

namespace Extract.Tests.Records;

/// <summary>One sentence of each kind that accounts and budgets state figures with.</summary>
public class SentenceKinds
{
    private static string[] Read(string text) => [.. Told.Sentence(text).Select(Told.Line)];

    private static string[] Budget(string text) =>
        [.. Narrative.Read([Told.Cell(text)], Told.Context with { IsBudget = true }).Statements.Select(static s => $"{s.Measure} {Told.Line(s)}")];

    [Fact]
    public void A_total_and_its_closed_list_of_components_are_amounts_each_of_its_own() => Assert.Equal(
        ["Amount 收入总计 = 2345.67万元", "Amount 本年收入合计 = 2300.00万元", "Amount 使用非财政拨款结余 = 5.67万元", "Amount 年初结转和结余 = 40.00万元"],
        Read("2023年度收入总计2,345.67万元，其中本年收入合计2,300.00万元，使用非财政拨款结余5.67万元，年初结转和结余40.00万元。"));

    [Fact]
    public void An_open_list_ends_with_等_and_states_what_it_names() => Assert.Equal(
        ["Amount 培训费 = 30.00万元", "Amount 教材费 = 12.00万元", "Amount 场地费 = 8.00万元"],
        Read("培训费30.00万元，其中：教材费12.00万元、场地费8.00万元等。"));

    [Fact]
    public void Components_of_a_component_stand_in_brackets_and_its_share_follows() => Assert.Equal(
        ["Amount 本年收入合计 = 2300.00万元", "Amount 事业收入 = 300.00万元", "Amount 教育收费 = 12.00万元", "Share 事业收入 = 13.04% / 本年收入合计"],
        Read("本年收入合计2300.00万元，其中：事业收入300.00万元（其中：教育收费12.00万元），占13.04%。"));

    [Fact]
    public void A_whole_without_an_amount_is_the_whole_of_the_shares_below_it()
    {
        var read = Narrative.Read([Told.Cell("2023年度一般公共预算财政拨款支出主要用于以下几个方面："), Told.Cell("（1）卫生健康支出100.00万元，占2.0%。")], Told.Context);
        Assert.Equal(["Amount 卫生健康支出 = 100.00万元", "Share 卫生健康支出 = 2.0% / 一般公共预算财政拨款支出"], read.Statements.Select(Told.Line));
    }

    [Fact]
    public void A_change_has_the_direction_of_its_word_whatever_the_word_is() => Assert.Equal(
        ["Amount 机关运行经费 = 72.17万元", "Change 机关运行经费 = -50.76万元 / 2015年决算数", "Growth 机关运行经费 = -41.29% / 2015年决算数"],
        Read("2016年机关运行经费支出72.17万元，较2015年决算数减少50.76万元，下降41.29%。"));

    [Fact]
    public void A_fall_in_percent_right_behind_the_year_compared_with_is_a_growth_and_no_distance() => Assert.Equal(
        ["Amount 行政单位离退休 = 150.00万元", "Growth 行政单位离退休 = -4.72% / 2022年决算数"],
        Read("行政单位离退休（项）150.00万元，比2022年决算数减少4.72%。"));

    [Fact]
    public void What_changed_may_be_named_in_the_clause_before() => Assert.Equal(
        ["Amount 收入支出总计 = 9859.38万元", "Change 项目支出 = 1133.95万元 / 上一度"],
        Read("收入支出总计9859.38万元。主要原因：项目支出增加，较上一度增加1133.95万元。"));

    [Fact]
    public void The_word_of_change_may_stand_before_what_changed()
    {
        var read = Told.Sentence("外事（项）支出2464.02万元，与上年相比增加123.67万元。主要原因是运转类经费统一压减10%，增加综合管理费209万元用于租赁，增减相抵后增加123.67万元。");
        Assert.Equal(
            [("外事", StatementKind.Amount, 2464.02m), ("外事", StatementKind.Change, 123.67m), ("运转类经费", StatementKind.Growth, -10m), ("综合管理费", StatementKind.Change, 209m), ("外事", StatementKind.Change, 123.67m)],
            read.Select(static s => (s.Item, s.Kind, s.Figure.Value)));
    }

    [Fact]
    public void The_year_before_may_be_stated_with_its_item_to_be_compared_with()
    {
        var read = Told.Sentence("2023年度财政拨款支出8400.00万元，与上年财政拨款支出7900.00万元相比，增加500.00万元，增长6.33%。");
        Assert.Equal([("财政拨款支出", 2023), ("财政拨款支出", 2022), ("财政拨款支出", 2023), ("财政拨款支出", 2023)], read.Select(static s => (s.Item, s.Year!.Value)));
        Assert.Equal("上年", read[2].Of);
    }

    [Fact]
    public void A_second_list_of_one_whole_is_of_the_whole_and_not_of_the_last_part() => Assert.Equal(
        "Share 面向小微企业采购 = 75.00% / 政府采购支出总额",
        Read("政府采购支出总额1200.00万元，其中货物200.00万元、工程800.00万元、服务200.00万元。其中：面向中小企业采购1100.00万元，占91.67%；面向小微企业采购900.00万元，占75.00%。")[^1]);

    [Fact]
    public void To_fall_to_an_amount_is_an_amount() => Assert.Equal(
        ["Amount 公务接待费 = 0.00万元"], Read("公务接待费支出决算减少为0.00万元。"));

    [Fact]
    public void A_completion_rate_is_of_the_plan_its_words_name()
    {
        Assert.Equal("CompletionRate 培训支出 = 95.9% / 年初预算", Read("培训支出（项）。年初预算为45.00万元，支出决算为43.16万元，完成年初预算的95.9%。")[2]);
        Assert.Equal("CompletionRate 培训支出 = 95.9% / 全年预算数", Read("培训支出（项）。全年预算为45.00万元，支出决算为43.16万元，完成全年预算数的95.9%。")[2]);
        Assert.Equal("CompletionRate 培训支出 = 95.9% / 调整预算", Read("培训支出（项）。支出决算为43.16万元，完成调整预算的95.9%。")[1]);
    }

    [Fact]
    public void An_item_named_on_a_line_of_its_own_is_the_items_below_too()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".txt");
        File.WriteAllText(path, "某馆2023年度部门决算\n\n五、一般公共预算财政拨款支出决算情况说明\n1、文化支出（类）文化和旅游（款）群众文化（项）。\n年初预算为1600.00万元，支出决算为1700.00万元，完成年初预算的106.25%。\n");
        try
        {
            var told = Told.File(path);
            Assert.All(told.Reading.Statements, static s => Assert.Equal("群众文化", s.Item));
            Assert.Equal(3, told.Reading.Statements.Length);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Codes_in_the_brackets_of_an_items_levels_are_no_figures() => Assert.Equal(
        ["Amount 行政单位离退休 = 150.00万元"], Read("2、社会保障和就业支出（208类）行政事业单位养老支出（05款）行政单位离退休（01项）150.00万元。"));

    [Fact]
    public void The_last_level_named_is_the_item_even_where_a_level_is_misnamed() => Assert.Equal(
        ["Amount 住房公积金 = 752.9万元"], Read("1．住房改革支出（类）住房公积金（项）752.9万元"));

    [Fact]
    public void The_three_public_expenses_come_with_groups_people_batches_and_vehicles() => Assert.Equal(
        [
            "Amount 因公出国（境）费 = 189.91万元", "Count 出国团组 = 65个", "Count 因公出国（境） = 135人次", "Amount 公务接待费 = 414.11万元", "Count 国内公务接待 = 2060批次", "Count 国内公务接待 = 30472人次",
            "Count 国（境）外公务接待 = 2批次", "Count 国（境）外公务接待 = 29人次", "Count 公务用车购置 = 19辆", "Amount 公务用车购置费 = 370.72万元", "Count 年末公务用车保有量 = 291辆",
        ],
        Read("因公出国（境）费189.91万元，全年各部门组织出国团组65个，因公出国（境）累计135人次。公务接待费414.11万元，国内公务接待2,060批次，30,472人次；国（境）外公务接待2批次，29人次。公务用车购置19辆，公务用车购置费370.72万元，年末公务用车保有量291辆。")
            .Select(static line => line.Replace("组织出国团组", "出国团组", StringComparison.Ordinal)));

    [Fact]
    public void Operating_costs_are_the_filers_and_do_not_carry_its_name()
    {
        var context = Told.Context with { Filer = "云台市民政局" };
        var read = Narrative.Read([Told.Cell("2023年度，云台市民政局机关运行经费支出534.10万元，比2022年度增加62.7万元。云台市民政局机关政府采购支出总额550.80万元。")], context);
        Assert.Equal(["Amount 机关运行经费 = 534.10万元", "Change 机关运行经费 = 62.7万元 / 2022年度", "Amount 政府采购支出总额 = 550.80万元"], read.Statements.Select(Told.Line));
    }

    [Fact]
    public void Procurement_has_its_parts_and_the_shares_of_small_firms_of_two_wholes() => Assert.Equal(
        [
            "Amount 政府采购支出总额 = 500.00万元", "Amount 政府采购货物支出 = 100.00万元", "Amount 政府采购工程支出 = 150.00万元", "Amount 政府采购服务支出 = 250.00万元", "Amount 授予中小企业合同金额 = 400.00万元",
            "Share 授予中小企业合同金额 = 80.00% / 政府采购支出总额", "Amount 授予小微企业合同金额 = 300.00万元", "Share 授予小微企业合同金额 = 75.00% / 授予中小企业合同金额", "Share 货物采购授予中小企业合同金额 = 90.00% / 货物支出金额",
        ],
        Read("政府采购支出总额500.00万元，其中：政府采购货物支出100.00万元、政府采购工程支出150.00万元、政府采购服务支出250.00万元。授予中小企业合同金额400.00万元，占政府采购支出总额的80.00%，其中：授予小微企业合同金额300.00万元，占授予中小企业合同金额的75.00%；货物采购授予中小企业合同金额占货物支出金额的90.00%。"));

    [Fact]
    public void Vehicles_and_equipment_are_counted_and_the_price_that_describes_them_is_not() => Assert.Equal(
        ["Count 车辆 = 2辆", "Count 应急保障用车 = 1辆", "Count 其他用车 = 1辆", "Count 单位价值50万元以上通用设备 = 0台（套）", "Count 单价100万元（含）以上设备 = 1台（套）"],
        Read("截至2023年12月31日，本部门共有车辆2辆，其中，应急保障用车1辆、其他用车1辆；单位价值50万元以上通用设备0台（套），单价100万元（含）以上设备（不含车辆）1台（套）。"));

    [Fact]
    public void Planned_and_actual_procurement_are_two_amounts_and_what_is_kept_is_保有() => Assert.Equal(
        ["Amount 政府采购计划金额 = 200万元", "Amount 采购金额 = 186.4万元", "Count 公务用车保有 = 0辆"],
        Read("政府采购计划金额200万元，实际采购金额186.4万元。公务用车保有0辆。"));

    [Fact]
    public void Figures_as_of_a_day_are_of_that_days_year()
    {
        var statement = Told.Sentence("截至2022年8月31日，本部门共有车辆8辆。")[0];
        Assert.Equal(2022, statement.Year);
    }

    [Fact]
    public void Projects_are_counted_by_what_was_done_with_them_and_the_money_they_take_is_theirs() => Assert.Equal(
        ["Count 编报绩效目标的项目 = 39个", "Amount 编报绩效目标的项目涉及预算金额 = 4415.48万元", "Count 项目实行绩效目标管理 = 0个", "Amount 项目实行绩效目标管理涉及财政性资金 = 0万元"],
        Read("编报绩效目标的2023年度项目39个，涉及预算金额4415.48万元。2023年本部门共0个项目实行绩效目标管理，涉及财政性资金合计0万元。"));

    [Fact]
    public void Bodies_that_are_counted_are_counted_as_bodies() => Assert.Equal(
        ["Count 预算单位 = 5家", "Count 机关 = 1家", "Count 参公事业单位 = 1家", "Amount 财政拨款的机关运行经费 = 464.64万元", "Count 预算单位 = 3个"],
        Read("部门预算包括本部以及下属5家预算单位的综合收支计划。下属1家机关和1家参公事业单位财政拨款的机关运行经费预算为464.64万元。本部门3个预算单位开展了2023年项目绩效目标编报工作。"));

    [Fact]
    public void Years_codes_documents_laws_and_names_are_never_amounts()
    {
        var reading = Told.Reading1("根据《关于2023年度部门决算的通知》（岚财金〔2017〕167号）第12条，按科目编码2010301列示，推进“15分钟社区生活圈”建设，联系电话0594-1234567，见第3页和附件2。");
        Assert.Empty(reading.Statements);
        Assert.DoesNotContain(reading.NonFigures, static other => other.Kind == MarkKind.Figure);
    }

    [Fact]
    public void Full_width_digits_separators_and_percent_signs_are_read_as_their_narrow_twins() => Assert.Equal(
        ["Amount 本年收入 = 1755.94万元", "Change 本年收入 = 471.87万元 / ２０１５年决算数", "Growth 本年收入 = 36.75% / ２０１５年决算数"],
        Read("本年收入１，７５５．９４万元，比２０１５年决算数增加４７１．８７万元，增长３６．７５％。"));

    [Fact]
    public void A_number_broken_over_lines_or_by_spaces_is_one_number()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".txt");
        File.WriteAllText(path, "某局2023年度部门决算\n一、收入支出决算总体情况说明\n某局2023年度收入支出总计与上年相比变化不大，主要是人员经费有所调整，其中本年支出合计为39\n15.70万元，比上年增加了人员方面的工资福利支出和其他方面的各类支出，基本支出为2379.6\n4万元，占全部支出的比例比上年有所提高，主要原因是按照有关规定调整了人员的工资标准。\n");
        try
        {
            Assert.Equal(["3915.70", "2379.64"], Told.File(path).Reading.Statements.Select(static s => s.Figure.Printed));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void A_whole_number_without_a_unit_is_an_amount_where_the_words_say_budget_or_final_amount()
    {
        var zero = Told.Sentence("住房公积金（项）。年初预算为0，支出决算为100.00万元。")[0];
        Assert.Equal(("Amount 住房公积金 = 0万元", Measure.OpeningBudget, false), (Told.Line(zero), zero.Measure, zero.UnitPrinted));
        Assert.Empty(Told.Sentence("共有处室为9，均已到位。"));
    }

    [Fact]
    public void An_amount_left_out_names_its_item_all_the_same() => Assert.Equal(
        ["Change 政府性基金支出预算支出 = 0万元 / 上年", "Growth 政府性基金支出预算支出 = 0% / 上年"],
        Read("2019年政府性基金支出预算支出万元。与上年相比增加（减少）0万元，增长（减少）0%。"));

    [Fact]
    public void In_a_budget_amounts_are_what_is_planned_unless_the_words_say_otherwise() => Assert.Equal(
        ["Budget Amount 财政拨款收入 = 18976.76万元", "Actual Change 财政拨款收入 = 3355.65万元 / 2024年预算", "Actual Amount 住房公积金 = 348.52万元", "Budget Amount 住房公积金 = 352.67万元"],
        Budget("财政拨款收入18,976.76万元，比2024年预算增加3,355.65万元。住房公积金（项）2023年决算数为348.52万元，2024年预算安排352.67万元。"));
}

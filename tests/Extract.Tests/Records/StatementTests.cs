using Extract.Records;
using Extract.Records.Sentences;

namespace Extract.Tests.Records;

public class StatementTests
{
    private static string[] Read(string text, string section = "") => [.. Told.Sentence(text, section).Select(Told.Line)];

    [Fact]
    public void A_change_and_a_growth_are_of_the_item_and_against_the_year_named_before()
    {
        Assert.Equal(
            ["Amount 收、支总计 = 3963.37万元", "Change 收、支总计 = 244.42万元 / 2022年度", "Growth 收、支总计 = 6.57% / 2022年度"],
            Read("2023 年度收、支总计均为 3963.37 万元。与 2022 年度相比，收、支总计各增加 244.42 万元，增长 6.57%。主要变动原因是人员及项目经费追加。"));
    }

    [Fact]
    public void Shares_of_a_list_are_of_the_whole_named_before_it()
    {
        Assert.Equal(
            [
                "Amount 本年支出合计 = 3915.70万元", "Amount 基本支出 = 2379.64万元", "Share 基本支出 = 60.77% / 本年支出合计", "Amount 项目支出 = 1536.06万元",
                "Share 项目支出 = 39.23% / 本年支出合计", "Amount 对附属单位补助支出 = 0万元", "Share 对附属单位补助支出 = 0% / 本年支出合计",
            ],
            Read("2023 年度本年支出合计 3915.70 万元，其中：基本支出2379.64万元，占60.77%；项目支出1536.06万元，占39.23%；对附属单位补助支出 0 万元，占 0%。"));
    }

    [Fact]
    public void A_share_may_name_its_whole_and_a_list_may_follow_用于以下方面()
    {
        Assert.Equal(
            [
                "Amount 一般公共预算财政拨款支出 = 3779.98万元", "Share 一般公共预算财政拨款支出 = 96.53% / 本年支出合计",
                "Amount 一般公共预算财政拨款支出 = 3779.98万元", "Amount 教育支出 = 45万元", "Share 教育支出 = 1.19% / 一般公共预算财政拨款支出",
            ],
            Read("2023年度一般公共预算财政拨款支出3779.98万元，占本年支出合计的96.53%。一般公共预算财政拨款支出3779.98万元，主要用于以下方面:教育支出（类）45万元，占1.19%。"));
    }

    [Fact]
    public void A_whole_may_be_named_with_中()
    {
        Assert.Equal(
            ["Amount 因公出国（境）费 = 0万元", "Share 因公出国（境）费 = 0% / “三公”经费"],
            Read("2023年度“三公”经费财政拨款支出决算中，因公出国（境）费支出决算0万元，占0%。"));
    }

    [Fact]
    public void An_amount_without_a_unit_takes_the_documents_and_says_so()
    {
        var statements = Told.Sentence("2023 年度一般公共预算支出决算数为 3935.41，完成预算 96.05%。");
        Assert.Equal(["Amount 一般公共预算支出 = 3935.41万元", "CompletionRate 一般公共预算支出 = 96.05% / 预算"], statements.Select(Told.Line));
        Assert.False(statements[0].UnitPrinted);
        Assert.True(statements[1].UnitPrinted);
    }

    [Fact]
    public void A_growth_without_its_percent_sign_is_read_and_says_so()
    {
        var growth = Told.Sentence("与2023年度相比，一般公共预算财政拨款支出增加1193.20万元，增长13.95。")[1];
        Assert.Equal("Growth 一般公共预算财政拨款支出 = 13.95% / 2023年度", Told.Line(growth));
        Assert.False(growth.UnitPrinted);
    }

    [Fact]
    public void The_item_of_an_account_paragraph_is_its_项()
    {
        Assert.Equal(
            ["Amount 行政单位离退休 = 54.53万元", "Amount 行政单位离退休 = 54.00万元", "CompletionRate 行政单位离退休 = 99.03% / 年初预算"],
            Read("1、社会保障和就业支出（类）行政事业单位养老支出（款）行政单位离退休（项）。主要用于：退休人员支出。年初预算为54.53万元，支出决算为54.00万元，完成年初预算的99.03%。"));
    }

    [Fact]
    public void Opening_adjusted_and_final_amounts_of_one_item_are_told_apart()
    {
        var statements = Told.Sentence("一般公共预算财政拨款支出年初预算为0万元，全年预算为321.02万元，支出决算为307.82万元，完成年初预算的95.89%。");
        Assert.Equal([Measure.OpeningBudget, Measure.AdjustedBudget, Measure.Actual, Measure.Actual], statements.Select(static s => s.Measure));
        Assert.All(statements, static s => Assert.Equal("一般公共预算财政拨款支出", s.Item));
    }

    [Fact]
    public void A_prior_amount_inside_a_comparison_has_the_prior_year_and_a_fall_is_negative()
    {
        var statements = Told.Sentence("2024年专利许可备案金额146万元，较2023年155.5万元减少9.5万元，增幅为-6.11%。");
        Assert.Equal([2024, 2023, 2024, 2024], statements.Select(static s => s.Year));
        Assert.Equal([StatementKind.Amount, StatementKind.Amount, StatementKind.Change, StatementKind.Growth], statements.Select(static s => s.Kind));
        Assert.Equal(("9.5", -9.5m), (statements[2].Figure.Printed, statements[2].Figure.Value));
        Assert.Equal(("-6.11", -6.11m), (statements[3].Figure.Printed, statements[3].Figure.Value));
        Assert.All(statements, static s => Assert.Equal("专利许可备案金额", s.Item));
    }

    [Fact]
    public void A_rate_compared_with_last_years_rate_gives_the_distance_in_points()
    {
        var statements = Told.Sentence("2020年技术交易合同金额同比增长19.83%，与2019年增速30.44%相比，下降10.61个百分点。");
        Assert.Equal(
            ["Growth 技术交易合同金额 = 19.83% / 同比", "Growth 技术交易合同金额 = 30.44%", "Change 技术交易合同金额 = -10.61个百分点 / 2019年"],
            statements.Select(s => Told.Line(s.Year == 2019 ? s with { Of = "" } : s)));
        Assert.Equal([2020, 2019, 2020], statements.Select(static s => s.Year));
    }

    [Fact]
    public void A_templates_other_word_left_standing_changes_nothing()
    {
        Assert.Equal(-27.78m, Told.Sentence("“三公”经费支出决算数比2023年度减少0.15万元，下降（增长）27.78%。")[1].Figure.Value);
    }

    [Fact]
    public void A_figure_of_another_year_keeps_its_year()
    {
        var statements = Told.Sentence("公务用车购置费0万元，2023年公务用车购置0辆。2014年公务用车购置费和运行费0万元。");
        Assert.Equal([2023, 2023, 2014], statements.Select(static s => s.Year));
    }

    [Fact]
    public void Persons_and_groups_are_of_the_reception_named_before()
    {
        Assert.Equal(
            ["Count 国内公务接待 = 17批次", "Count 国内公务接待 = 180人次", "Amount 国内公务接待 = 2.78万元"],
            Read("国内公务接待17批次，180人次（不包括陪同人员），共计支出2.78万元。"));
    }

    [Fact]
    public void An_amount_named_only_金额_is_of_the_thing_counted_before()
    {
        Assert.Equal(
            ["Count 公务用车 = 0辆", "Count 轿车 = 0辆", "Amount 轿车金额 = 0万元", "Count 越野车 = 1辆", "Amount 越野车金额 = 9万元"],
            Read("全年购置公务用车0辆，其中：轿车0辆、金额0万元，越野车1辆、金额9万元。").Select(static l => l.Replace("购置公务用车", "公务用车", StringComparison.Ordinal)));
    }

    [Fact]
    public void Awards_to_small_firms_keep_the_words_that_tell_them_apart()
    {
        var items = Told.Sentence("在面向中小企业预留的政府采购项目中，由中小企业供应商中标或成交的，采购金额21.07万元；在其他政府采购项目中，由中小企业供应商中标或成交的，采购金额1.00万元。").Select(static s => s.Item);
        Assert.Equal(["面向中小企业预留的政府采购项目中由中小企业供应商中标或成交的采购金额", "其他政府采购项目中由中小企业供应商中标或成交的采购金额"], items);
    }

    [Fact]
    public void A_unit_price_that_describes_equipment_is_a_threshold_and_no_amount()
    {
        var reading = Told.Reading1("单价50万元以上通用设备0台（套），单价100万元（含）以上专用设备（不含车辆）2台（套）。");
        Assert.Equal(["Count 单价50万元以上通用设备 = 0台（套）", "Count 单价100万元（含）以上专用设备 = 2台（套）"], reading.Statements.Select(Told.Line));
        Assert.Equal([MarkKind.Threshold, MarkKind.Threshold], reading.NonFigures.Select(static n => n.Kind));
    }

    [Fact]
    public void A_target_in_words_keeps_its_qualifier()
    {
        var statements = Told.Sentence("预审合格率达 98%以上，审查业务差错率低于万分之三，推动电子申请率达到 99%以上，时限在1个工作日内。", "（三）绩效目标");
        Assert.Equal(["以上", "低于", "以上", "内"], statements.Select(static s => s.Qualifier));
        Assert.Equal(("万分之三", 3m, "‱"), (statements[1].Figure.Printed, statements[1].Figure.Value, statements[1].Figure.Unit.Name));
        Assert.All(statements, static s => Assert.Equal(Measure.Target, s.Measure));
    }

    [Fact]
    public void A_completion_rate_is_of_the_target_before_it()
    {
        Assert.Equal(
            ["Count 质押贷款数 = 380件", "Count 全省专利权质押合同登记 = 613件", "Count 全省商标权质押登记 = 21件", "CompletionRate 质押贷款数 = 166.84%"],
            Read("(2) 质押贷款数：目标 380 件以上，全省专利权质押合同登记 613 件，全省商标权质押登记 21 件。完成率 166.84%。"));
    }

    [Fact]
    public void What_is_counted_may_stand_behind_its_number()
    {
        Assert.Equal(
            ["Count 年度报告 = 1份", "Count 季度报告 = 2份", "Count 产业专题报告 = 7份", "Count 产业领域 = 2个", "Count 地级市 = 10个", "Count 县（区） = 107个"],
            Read("共形成1份年度报告、2份季度报告、7份产业专题报告。选取政策文件关注的两个产业领域。覆盖10个地级市、107个县（区）。"));
    }

    [Fact]
    public void A_base_of_comparison_does_not_outlive_its_sentence()
    {
        Assert.Equal("", Told.Sentence("收入比2022年度增加62.7万元。支出增长13.30%。")[1].Of);
    }

    [Fact]
    public void Numbers_in_brackets_do_not_change_the_subject_outside_them()
    {
        var statements = Told.Sentence("（一）一般公共服务支出（科目编码201）554.19万元（其中按照项级科目统计，科目编码2010301-政府机构行政运行的金额为538.63万元；科目编码2010601-财政事务行政运行的金额为15.56万元），总体较2015年决算数增加40.29万元，增长7.8%。");
        Assert.Equal(["一般公共服务支出", "政府机构行政运行", "财政事务行政运行", "一般公共服务支出", "一般公共服务支出"], statements.Select(static s => s.Item));
    }

    [Fact]
    public void A_quote_runs_from_where_the_item_is_named_to_the_figure()
    {
        var statements = Told.Sentence("2023 年度本年支出合计 3915.70 万元，其中：基本支出 2379.64 万元，占 60.77%；项目支出1536.06万元。");
        Assert.Equal(["2023年度本年支出合计3915.70万元", "基本支出2379.64万元", "基本支出2379.64万元，占60.77%", "项目支出1536.06万元"], statements.Select(static s => s.Quote));
    }

    [Fact]
    public void Sentences_are_counted_over_the_document()
    {
        var paragraphs = new[] { Told.Cell("收入1万元。支出2万元。"), Told.Cell("结余3万元，结转4万元。") };
        Assert.Equal([0, 1, 2, 2], Narrative.Read(paragraphs, NarrativeContext.None).Statements.Select(static s => s.Sentence));
    }

    [Fact]
    public void The_number_knows_where_it_stands()
    {
        var statement = Told.Sentence("结转资金12.5万元。").Single();
        Assert.Equal(new Extract.Text.TextPlace(1, 1, 9, 12), statement.Places.Single());
    }

    [Fact]
    public void What_a_quantity_grew_from_and_to_is_no_growth()
    {
        var statements = Told.Sentence("专利授权量从2022年的120件增加到2023年的150件，增长25%。电子申请率由上年的30.5%提高到35.2%，提高4.7个百分点。");
        Assert.Equal(
            [
                "Count 专利授权量 = 120件", "Count 专利授权量 = 150件", "Growth 专利授权量 = 25% / 2022年",
                "Share 电子申请率 = 30.5%", "Share 电子申请率 = 35.2%", "Change 电子申请率 = 4.7个百分点 / 上年",
            ],
            statements.Select(Told.Line));
        Assert.Equal([2022, 2023, 2023, 2022, 2023, 2023], statements.Select(static s => s.Year));
    }

    [Fact]
    public void A_share_behind_其中_may_be_of_a_count()
    {
        Assert.Equal("Share 跨馆办理 = 27.95% / 接待群众查档", Read("全年接待群众查档18640人次，其中跨馆办理5210人次，占27.95%。")[2]);
    }

    [Fact]
    public void A_region_before_a_share_is_its_whole()
    {
        Assert.Equal("Share 专利授权全省占比 = 7.6% / 全省", Read("专利授权6651件，增幅达40.1%，全省占比7.6%。")[2]);
    }

    [Fact]
    public void Words_that_lead_to_the_next_figure_are_not_the_thing_counted_by_the_last()
    {
        Assert.Equal(["Count 知识产权运营项目 = 13个", "Amount 知识产权运营项目签约总金额 = 2.3亿元"], Read("知识产权运营项目13个签约总金额2.3亿元。"));
    }

    [Fact]
    public void Income_and_expenditure_side_by_side_are_not_of_each_other()
    {
        Assert.Equal(["Amount 本年收入 = 1.2亿元", "Amount 支出 = 9800万元", "Amount 结余 = 2200万元"], Read("本年收入1.2亿元、支出9800万元，结余2200万元。"));
    }

    [Fact]
    public void A_distance_to_a_target_is_a_change_against_it()
    {
        Assert.Equal("Change 服务对象满意度 = -3个百分点 / 目标", Read("服务对象满意度98%，服务对象满意度较目标值低3个百分点。")[1]);
    }

    [Fact]
    public void Scoring_rules_state_nothing()
    {
        var reading = Told.Reading1("验收通过率达到100%，得满分权重分，每降低1%，扣除对应5%权重分，扣完为止。");
        Assert.Empty(reading.Statements);
        Assert.All(reading.NonFigures, static n => Assert.Equal(MarkKind.Rule, n.Kind));
    }
}

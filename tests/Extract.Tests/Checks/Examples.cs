using Extract.Records;

namespace Extract.Tests.Checks;

/// <summary>For each check a disclosure in which it holds, one in which it fails and, where it rounds, one in which it holds only so.</summary>
internal sealed record Example(Drawn Holds, Drawn Fails, Drawn? Rounds = null);

internal static class Examples
{
    private static readonly string[] Budget = ["总额|100.00|100.00|95.00|95.00%|10|9.5"];

    private static Drawn New => new();

    private static Drawn Narrative(Func<Drawn, Drawn> say) => say(New);

    private static Drawn Form(string[] funds, string[] indicators, string total = "", Func<SelfEvaluation, SelfEvaluation>? with = null) => New.Form(funds, indicators, total, with);

    private static Drawn Row(string row) => New.Form(Budget, [row], "");

    private static Drawn Text(string goal) => New.Form(["总额|100.00|100.00|95.31|95.31%|10|9.53"], [], "", form => form with { GoalCompletion = New.Print(goal) });

    private static Drawn Adjusted(string change) =>
        New.Form(["总额|100.00|110.00|95.00|86.36%|10|8.6"], [], "", form => form with { Funds = [form.Funds[0] with { Adjustment = New.Print(change) }] });

    private static Text.Printed Code(string code) => new(code, []);

    private static Drawn Tasks(string second)
    {
        var print = New;
        DepartmentTask Task(string name, string amount, bool total = false) => new(print.Print(name), [("总额", print.Print(amount))]) { IsTotal = total };
        return print.Form([], [], "", form => form with { Tasks = [Task("甲", "60.00"), Task("乙", second), Task("", "100.00", true)] });
    }

    private static Drawn Told(string completion, string score) =>
        New.Form(Budget, ["产出指标|数量指标|册数|≥|1|1|45|45", $"效益指标|社会效益指标|人数|≥|2|2|45|{score}"], "", form => form with { GoalCompletion = New.Print(completion) });

    private static Drawn Grid(params string[] rows) => New.Table("万元", ["序号|项目|预算数|支出数|结余|执行率", .. rows]);

    public static readonly Dictionary<string, Example> All = new(StatutoryExamples.All.Concat(ReadingExamples.All), StringComparer.Ordinal)
    {
        ["N-16"] = new(Growth("244.42", "6.57%"), Growth("1.14", "1.14%", "2.14")),
        ["U-04"] = new(Row("产出指标|数量指标|册数|≥|1,000|1,200|90|90"), Row("成本指标|经济成本指标|经费|≤|85|84,82|90|90")),
        ["U-08"] = new(
            Narrative(d => d.Amount("机关运行经费支出", "534.10万元").Stop().Amount("机关运行经费支出", "534.10万元")),
            Narrative(d => d.Amount("机关运行经费支出", "534.10万元").Stop().Amount("机关运行经费支出", "543.10万元")),
            Narrative(d => d.Amount("机关运行经费支出", "236.63万元").Stop().Amount("机关运行经费支出", "236.64万元"))),
        ["N-03"] = new(
            Narrative(d => d.Paragraph("共安排200.00万元，其中：甲150.00万元，乙50.00万元。").Amount("安排", "200.00万元").Amount("甲", "150.00万元").Amount("乙", "50.00万元")),
            Narrative(d => d.Paragraph("共安排200.00万元，其中：甲150.00万元，乙60.00万元。").Amount("安排", "200.00万元").Amount("甲", "150.00万元").Amount("乙", "60.00万元")),
            Narrative(d => d.Paragraph("共安排200.00万元，其中：甲150.01万元，乙50.00万元。").Amount("安排", "200.00万元").Amount("甲", "150.01万元").Amount("乙", "50.00万元"))),
        ["N-04"] = new(Income("145.15"), Income("146.15"), Income("145.16")),
        ["N-05"] = new(Spending("1536.06"), Spending("1535.06"), Spending("1536.07")),
        ["N-07"] = new(Classes("45.00"), Classes("55.00"), Classes("45.01")),
        ["N-10"] = new(Items("227.61"), Items("277.61"), Items("227.60")),
        ["N-11"] = new(Share("96.30%"), Share("93.60%"), Share("96.30%", "0.01")),
        ["N-12"] = new(Shares("3.70%"), Shares("4.70%"), Shares("3.71%")),
        ["N-13"] = new(Growth("244.42", "6.57%"), Growth("244.42", "7.57%"), Growth("0.04", "0.17%", "22.79")),
        ["N-14"] = new(Growth("244.42", "6.57%"), Growth("244.42", "-6.57%")),
        ["N-15"] = new(New, Growth("12.00", "100%", "12.00")),
        ["N-17"] = new(Completion("100.00", "95.00%"), Completion("100.00", "99.00%"), Completion("100.01", "95.00%")),
        ["N-18"] = new(New.Item("教育", "培训支出", "45.00", "98.00%", "决算数小于预算数"), New.Item("教育", "培训支出", "45.00", "98.00%", "决算数大于预算数")),
        ["N-19"] = new(Contradiction("0.01"), Contradiction("55.93"), Contradiction("8.43")),
        ["N-20"] = new(Basic("534.10"), Basic("543.10"), Basic("534.11")),
        ["N-22"] = new(Public("3.01"), Public("4.01"), Public("3.02")),
        ["N-23"] = new(PublicShare("11.67%"), PublicShare("17.67%"), PublicShare("11.68%")),
        ["N-24"] = new(PublicChange("2.25"), PublicChange("2.52"), PublicChange("2.26")),
        ["N-26"] = new(Travel("0次"), Travel("2次")),
        ["N-27"] = new(Purchase("0辆"), Purchase("1辆")),
        ["N-29"] = new(Operating("534.10"), Operating("634.10"), Operating("534.11")),
        ["N-30"] = new(OperatingGrowth("13.30%"), OperatingGrowth("31.30%"), OperatingGrowth("13.3009%")),
        ["N-31"] = new(Procurement("380.28"), Procurement("308.28"), Procurement("380.29")),
        ["N-32"] = new(Contracts("481.12", "0.00"), Contracts("581.12", "0.00"), Contracts("550.81", "0.00")),
        ["N-33"] = new(ContractShare("87.35%"), ContractShare("86.80%"), ContractShare("87.3494%")),
        ["N-34"] = new(GoodsShare("50.00%"), GoodsShare("55.00%"), GoodsShare("50.02%")),
        ["N-35"] = new(Vehicles("2辆"), Vehicles("3辆")),
        ["P-01"] = new(Row("产出指标|数量指标|册数|≥|1|1|90|90"), Row("产出指标|数量指标|册数|≥|1|1|80|80")),
        ["P-02"] = new(
            Form(Budget, ["产出指标|数量指标|册数|≥|1|1|90|90"], "", static form => form with { IndicatorPoints = 90 }),
            Form(Budget, ["产出指标|数量指标|册数|≥|1|1|80|80"], "", static form => form with { IndicatorPoints = 90 })),
        ["P-03"] = new(Row("产出指标|数量指标(20)|册数|≥|1|1|20|20"), Row("产出指标|数量指标(20)|册数|≥|1|1|25|25")),
        ["P-04"] = new(Form(Budget, [], "", static form => form with { ExecutionPoints = 10 }), Form(Budget, [], "", static form => form with { ExecutionPoints = 20 })),
        ["P-05"] = new(Row("产出指标|数量指标|册数|≥|1|1|20|20"), Row("产出指标|数量指标|册数|≥|1|1|20|25")),
        ["P-06"] = new(Scores("99.50"), Scores("98.50"), Form(Budget, ["产出指标|数量指标|册数|≥|3|2|45|33.33", "效益指标|社会效益指标|人数|≥|3|2|45|33.33"], "76.17")),
        ["P-07"] = new(Conclusion("自评得分为99.98分"), Conclusion("自评得分为98.98分"), Conclusion("自评得分为99.9,完成")),
        ["P-08"] = new(Conclusion("评价等级为“优”"), Conclusion("评价等级为“良”")),
        ["P-09"] = new(Fund("95.00%", "9.5"), Fund("59.00%", "9.5"), New.Form(["总额|50.00|50.00|49.20|98.41%|10|9.8"], [])),
        ["P-10"] = new(Fund("95.00%", "9.5"), Fund("95.00%", "8.5"), New.Form(["总额|60.00|60.00|59.51|99.19%|10|9.91"], [])),
        ["P-11"] = new(New.Form(["总额|0.00|0.00|5.00||10|"], []), New.Form(["总额|0.00|0.00|5.00|100.00%|10|"], [])),
        ["P-12"] = new(Sources("20.00"), Sources("30.00"), Sources("20.01")),
        ["P-13"] = new(Fund("95.00%", "9.5"), New.Form(["总额|100.00|100.00|105.00|105.00%|10|10"], []), New.Form(["总额|100.00|100.00|100.01|100.01%|10|10"], [])),
        ["P-15"] = new(New.Form(["单位资金|0.00|0.00|0.00|0.00%|/|/"], []), New.Form(["单位资金|0.00|0.00|0.00|100.00%|/|/"], [])),
        ["P-16"] = new(Reason("采购推迟"), Reason("")),
        ["P-17"] = new(Row("产出指标|数量指标|册数|≥|100|100|90|90"), Row("产出指标|数量指标|册数|≥|100|80|90|90")),
        ["P-18"] = new(Row("成本指标|经济成本指标|经费|≤|55|40.54|90|90"), Row("成本指标|经济成本指标|经费|≤|55|60.54|90|90")),
        ["P-19"] = new(Row("产出指标|质量指标|合格率|＝|100|100|90|90"), Row("产出指标|质量指标|合格率|＝|100|98|90|90")),
        ["P-20"] = new(Row("产出指标|质量指标|比例||90%-95%|92%|90|90"), Row("产出指标|质量指标|比例||90%-95%|82%|90|90")),
        ["P-22"] = new(Row("产出指标|数量指标|册数|≥|100|80|90|72|未完成"), Row("产出指标|数量指标|册数|≥|100|80|90|90|未完成")),
        ["P-23"] = new(Row("产出指标|数量指标|册数|≥|100|100|90|90|完成"), Row("产出指标|数量指标|册数|≥|100|80|90|72|完成")),
        ["P-24"] = new(Excess("85"), Excess("90")),
        ["P-25"] = new(Row("产出指标|数量指标|册数|≥|100册|120册|90|90"), Row("产出指标|数量指标|册数|≥|100册|120人|90|90")),
        ["P-26"] = new(Row("成本指标|经济成本指标|经费|≤|30|28|90|90"), Row("成本指标|经济成本指标|经费|≤|30|完成|90|90")),
        ["P-27"] = new(Row("满意度指标|服务对象满意度指标|群众满意度|≥|90|100|90|90"), Row("满意度指标|服务对象满意度指标|群众满意度|≥|90|101|90|90")),
        ["P-30"] = new(
            Form(Budget, ["产出指标|数量指标|册数|≥|1|1|45|45", "产出指标|数量指标|人数|≥|1|1|45|45"]),
            Form(Budget, ["产出指标|数量指标|册数|≥|1|1|45|45", "产出指标|数量指标|册数|≥|1|1|45|45"])),
        ["P-31"] = new(Row("成本指标|经济成本指标|项目总成本|≤|100|95|90|90"), Row("成本指标|经济成本指标|项目总成本|≤|100|99|90|90"), Row("成本指标|经济成本指标|项目总成本|≤|100|95.01|90|90")),
        ["P-32"] = new(Text("预算执行数为95.31万元。"), Text("预算执行数为93.51万元。"), Text("预算执行数为95.3万元。")),
        ["P-34"] = new(
            Form(Budget, ["产出指标|数量指标|册数|≥|1|1|45|45", "产出指标|数量指标|人数|≥|1|1|45|45"]),
            Form(Budget, ["产出指标|数量指标|册数|≥|1|1|45|45", "产出指标|数量指标|人数|≥|1||45|45"])),
        ["P-14"] = new(Adjusted("10.00"), Adjusted("20.00"), Adjusted("10.01")),
        ["P-21"] = new(Row("效益指标|社会效益指标|环境改善|定性|有所改善|达成|10|9"), Row("效益指标|社会效益指标|环境改善|定性|有所改善|部分达成|10|9.5"), Row("效益指标|社会效益指标|环境改善|定性|有所改善|部分达成|3.32|2.66")),
        ["P-28"] = new(Row("成本指标|经济成本指标|项目总成本|≤|55万元|40.54万元|90|90"), Row("成本指标|经济成本指标|项目总成本|≥|55万元|60.54万元|90|90")),
        ["P-29"] = new(
            Form(Budget, ["产出指标|数量指标|册数|≥|1|1|45|45", "效益指标|社会效益指标|人数|≥|1|1|45|45"]),
            Form(Budget, ["产出指标|数量指标|册数|≥|1|1|45|45", "产出指标|质量指标|合格率|≥|1|1|45|45"])),
        ["P-33"] = new(Form(Budget, [], "", static form => form with { Family = "self-evaluation" }), Form(Budget, [], "", static form => form with { Family = "unknown" })),
        ["P-35"] = new(Row("产出|数量|设备数量||共50台，甲类30台，乙类20台|50台|90|90"), Row("产出|数量|设备数量||共50台，甲类30台，乙类30台|50台|90|90")),
        ["P-36"] = new(
            New.Form(Budget, [], "", static form => form with { ProjectCode = Code("A1") }).Form(Budget, [], "", static form => form with { ProjectCode = Code("A2") }),
            New.Form(Budget, [], "", static form => form with { ProjectCode = Code("A1") }).Form(Budget, [], "", static form => form with { ProjectCode = Code("A1") })),
        ["P-37"] = new(Tasks("40.00"), Tasks("50.00"), Tasks("40.01")),
        ["P-38"] = new(Told("各项指标均已完成。", "45"), Told("各项指标均已完成。", "40")),
        ["P-39"] = new(Row("产出|数量|份数||22|22||||100%"), Row("产出|数量|份数||22|20||||100%"), Row("产出|质量|合格率|≥|98%|99.78%||||100%")),
        ["P-40"] = new(Deviation("66.84%"), Deviation("68.64%"), Deviation("66.85%")),
        ["G-01"] = new(
            Grid("1|甲|60.00|50.00|10.00|83.33%", "2|乙|40.00|40.00|0.00|100.00%", "|合计|100.00|90.00|10.00|90.00%"),
            Grid("1|甲|60.00|50.00|10.00|83.33%", "2|乙|40.00|40.00|0.00|100.00%", "|合计|110.00|90.00|10.00|90.00%"),
            Grid("1|甲|60.00|50.00|10.00|83.33%", "2|乙|40.00|40.00|0.00|100.00%", "|合计|100.01|90.00|10.00|90.00%")),
        ["G-02"] = new(
            Grid("一|甲|60.00|50.00|10.00|83.33%", "1|丙|60.00|50.00|10.00|83.33%", "二|乙|40.00|40.00|0.00|100.00%"),
            Grid("一|甲|60.00|50.00|10.00|83.33%", "1|丙|50.00|50.00|10.00|83.33%", "二|乙|40.00|40.00|0.00|100.00%"),
            Grid("一|甲|60.00|50.00|10.00|83.33%", "1|丙|60.01|50.00|10.00|83.33%", "二|乙|40.00|40.00|0.00|100.00%")),
        ["G-03"] = new(Grid("1|甲|60.00|50.00|10.00|83.33%"), Grid("1|甲|60.00|50.00|20.00|83.33%"), Grid("1|甲|60.00|50.00|10.01|83.33%")),
        ["G-04"] = new(Grid("1|甲|60.00|50.00|10.00|83.33%"), Grid("1|甲|60.00|50.00|10.00|88.33%"), Grid("1|甲|60.00|50.00|10.00|83.34%")),
    };

    private static Drawn Income(string other) =>
        New.Amount("本年收入合计", "3925.13万元").Amount("一般公共预算财政拨款收入", "3779.98万元").Amount("政府性基金预算财政拨款收入", "0万元").Amount("国有资本经营预算财政拨款收入", "0万元")
            .Amount("上级补助收入", "0万元").Amount("事业收入", "0万元").Amount("经营收入", "0万元").Amount("附属单位上缴收入", "0万元").Amount("其他收入", other + "万元");

    private static Drawn Spending(string projects) =>
        New.Amount("本年支出合计", "3915.70万元").Amount("基本支出", "2379.64万元").Amount("项目支出", projects + "万元").Amount("上缴上级支出", "0万元").Amount("经营支出", "0万元").Amount("对附属单位补助支出", "0万元");

    private static Drawn Classes(string education) =>
        New.Paragraph("").Amount("一般公共预算财政拨款支出", "100.00万元").Amount("一般公共服务支出", "55.00万元").Amount("教育支出", education + "万元").Amount("科学技术支出", "0万元");

    private static Drawn Items(string second) =>
        New.Amount("一般公共服务支出", "1894.64万元").Stop().Item("一般公共服务", "行政运行", "1667.03", "95.43%", "决算数小于预算数").Item("一般公共服务", "一般行政管理事务", second, "98.18%", "决算数小于预算数");

    private static Drawn Share(string share, string more = "0") =>
        more == "0" ? New.Amount("本年收入合计", "3925.13万元").Amount("一般公共预算财政拨款收入", "3779.98万元").Share("一般公共预算财政拨款收入", share, "本年收入合计")
            : New.Amount("合计", "7.69万元").Amount("培训费支出额", "2.48万元").Share("培训费支出额", "32.24%", "合计");

    private static Drawn Shares(string other) =>
        New.Amount("本年收入合计", "3925.13万元").Amount("一般公共预算财政拨款收入", "3779.98万元").Share("一般公共预算财政拨款收入", "96.30%").Amount("其他收入", "145.15万元").Share("其他收入", other);

    private static Drawn Growth(string change, string growth, string current = "3963.37") =>
        New.Amount("收、支总计", current + "万元").Stop().Change("收、支总计", change + "万元").Growth("收、支总计", growth);

    private static Drawn Completion(string budget, string rate) => New.Amount("项目经费", budget + "万元", Measure.Budget).Amount("项目经费", "95.00万元").Rate("项目经费", rate);

    private static Drawn Contradiction(string difference) =>
        New.Amount("项目经费", "1685.82万元", Measure.OpeningBudget).Change("项目经费", difference + "万元", "年初预算").Rate("项目经费", "100%", "年初预算");

    private static Drawn Deviation(string deviation) => New.Rate("质押贷款合同数", "166.84%", "").Share("质押贷款合同数偏离度", deviation);

    private static Drawn Basic(string funds) => New.Amount("一般公共预算财政拨款基本支出", "2379.64万元").Stop().Amount("人员经费", "1845.54万元").Stop().Amount("公用经费", funds + "万元");

    private static Drawn Public(string reception) =>
        New.Amount("“三公”经费财政拨款支出决算", "25.80万元").Stop().Amount("因公出国（境）费支出决算", "0万元").Amount("公务用车购置及运行维护费支出决算", "22.79万元").Amount("公务接待费支出决算", reception + "万元");

    private static Drawn PublicShare(string share) => New.Amount("“三公”经费财政拨款支出决算", "25.80万元").Amount("公务接待费支出决算", "3.01万元").Share("公务接待费支出决算", share);

    private static Drawn PublicChange(string reception) =>
        New.Change("“三公”经费财政拨款支出决算", "2.29万元").Change("因公出国（境）费支出决算", "0万元").Change("公务用车购置及运行维护费支出决算", "0.04万元").Change("公务接待费支出决算", reception + "万元");

    private static Drawn Travel(string groups) => New.Amount("因公出国（境）经费支出", "0万元").Stop().Count("因公出国（境）团组", groups);

    private static Drawn Purchase(string cars) => New.Amount("公务用车购置支出", "0万元").Stop().Count("更新购置公务用车", cars);

    private static Drawn Operating(string expense) => New.Section("六").Amount("公用经费", "534.10万元").Section("十").Amount("机关运行经费支出", expense + "万元");

    private static Drawn OperatingGrowth(string growth) => New.Amount("机关运行经费支出", "534.10万元").Change("机关运行经费支出", "62.7万元").Growth("机关运行经费支出", growth);

    private static Drawn Procurement(string services) =>
        New.Amount("政府采购支出总额", "550.80万元").Amount("政府采购货物支出", "18.63万元").Amount("政府采购工程支出", "151.89万元").Amount("政府采购服务支出", services + "万元");

    private static Drawn Contracts(string medium, string small) =>
        New.Amount("政府采购支出总额", "550.80万元").Stop().Amount("授予中小企业合同金额", medium + "万元").Amount("授予小微企业合同金额", small + "万元");

    private static Drawn ContractShare(string share) =>
        New.Amount("政府采购支出总额", "550.80万元").Stop().Amount("授予中小企业合同金额", "481.12万元").Share("授予中小企业合同金额", share, "政府采购支出总额");

    private static Drawn GoodsShare(string share) =>
        New.Amount("政府采购货物支出", "40.00万元").Stop().Amount("货物采购授予中小企业合同金额", "20.00万元").Share("货物采购授予中小企业合同金额", share, "政府采购货物支出");

    private static Drawn Vehicles(string last) => New.Count("公务用车", "5辆").Count("轿车", "2辆").Count("越野车", "1辆").Count("载客汽车", last);

    private static Drawn Fund(string rate, string score) => New.Form([$"总额|100.00|100.00|95.00|{rate}|10|{score}"], []);

    private static Drawn Sources(string other) => New.Form(["总额|100.00|100.00|95.00|95.00%|10|9.5", $"财政资金|80.00|80.00|75.00|93.75%|/|/", $"单位资金|{other}|20.00|20.00|100.00%|/|/"], []);

    private static Drawn Scores(string total) => Form(Budget, ["产出指标|数量指标|册数|≥|1|1|50|50", "效益指标|社会效益指标|人数|≥|1|1|40|40"], total);

    private static Drawn Conclusion(string text) =>
        Form(["总额|110.00|110.00|109.79|99.81%|10|9.98"], ["产出指标|数量指标|册数|≥|1|1|90|90"], "99.98", form => form with { Conclusion = New.Print(text) });

    private static Drawn Reason(string reason) => New.Form(["总额|100.00|100.00|75.00|75.00%|10|7.5", "财政资金|100.00|100.00|75.00|75.00%|/|/"], [], "", form => form with { Funds = [form.Funds[0] with { Reason = New.Print(reason) }, form.Funds[1] with { Reason = New.Print(reason.Length > 0 ? reason : "") }], Grids = [0] })
        .Table("万元", "资金|年初|全年|执行|执行率|原因");

    private static Drawn Excess(string score) => Form(Budget, [$"产出指标|数量指标|册数|≥|100|150|90|{score}"], "", form => form with { Rules = [New.Print("10.偏离度达到30%及以上的，应适度调减自评得分。")] });
}

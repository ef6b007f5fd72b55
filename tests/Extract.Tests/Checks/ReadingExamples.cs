using Extract.Text;

namespace Extract.Tests.Checks;

/// <summary>For the checks of the reading, of contents and dates, of equipment, people and projects: what holds, what fails, what only rounds.</summary>
internal static class ReadingExamples
{
    private static Drawn New => new();

    private static Drawn Contents(string second, int page) => New.Line("目录").Line("一、收入决算表……1").Line(second).Line("三、名词解释……3").Line("四、其他重要事项说明……4")
        .Line("一、收入决算表", 3).Line("二、支出决算表", page).Line("三、名词解释", 5).Line("四、其他重要事项的情况说明", 6);

    private static Drawn Dates(string published) => New.Paragraph("区财政局于2024年8月12日批复本部门决算。").Paragraph($"公开日期：{published}");

    private static Drawn Items(string first) => New.Sheet("支出决算表", 2, "项目|<|本年支出合计|基本支出|项目支出", "功能分类科目编码|科目名称|^|^|^",
        $"2050201|学前教育|{first}|4.00|6.00", "2050202|小学教育|11.00|5.00|6.00", "2050203|初中教育|12.00|6.00|6.00", "2050204|高中教育|13.00|7.00|6.00", "2050205|高等教育|14.00|8.00|6.00");

    private static Drawn Budgeted(string sentence, params (string Old, string New)[] changes) => AccountDrawn.With(changes).Section("七、财政拨款“三公”经费支出决算情况说明").Paragraph(sentence);

    private static Drawn Received(string persons) =>
        New.Section("七、财政拨款“三公”经费支出决算情况说明").Amount("国内公务接待", "2.78万元").Count("国内公务接待", "17批次").Count("国内公务接待", persons);

    private static Drawn Equipment(string dear) => New.Count("单价50万元以上设备", "3台").Count("单价100万元以上设备", dear);

    private static Drawn Evaluated(string amount) => AccountDrawn.With().Section("十、预算绩效情况说明").Amount("绩效自评的项目支出金额", amount);

    private static Drawn Staff(string retired) => New.Count("离退休人员", "30人").Count("离休人员", "2人").Count("退休人员", retired);

    private static Drawn Projects(string lead, string second) =>
        New.Paragraph($"项目支出100.00万元，{lead}甲项目60.00万元，乙项目{second}万元。").Amount("项目支出", "100.00万元").Amount("甲项目", "60.00万元").Amount("乙项目", second + "万元");

    private static Drawn Continued(params string[] rows) =>
        New.Sheet("收入决算表", 1, rows).Changed(static read => read with { Tables = [.. read.Tables.Select(static grid => grid with { Pages = [1, 2] })] });

    private static Drawn Twice() => AccountDrawn.With().Changed(static read => read with { Facts = [.. read.Facts, read.Facts.First(static fact => fact.Entry.Figure is not null) with { At = 99 }] });

    /// <summary>A row that ends before its header does.</summary>
    private static Drawn Short() => AccountDrawn.With().Changed(static read => read with { Tables = [.. read.Tables.Select(static grid => grid with { Cells = [.. grid.Cells.Where(static cell => cell.Text != "37.00")] })] });

    private static Drawn Altered() => AccountDrawn.With().Changed(static read => read with
    {
        Facts = [.. read.Facts.Select(static fact => fact.Printed.Text == "55.00" ? fact with { Entry = fact.Entry with { Figure = fact.Entry.Figure! with { Value = 54 } } } : fact)],
    });

    private static Drawn Elsewhere() => AccountDrawn.With().Inked().Changed(static read => read with
    {
        Facts = [.. read.Facts.Select(static fact => fact.Printed.Text == "55.00" ? fact with { Printed = new Printed(fact.Printed.Text, [new TextPlace(1, 1, 1, 10)]) } : fact)],
    });

    private static Drawn Scanned(bool picture) => New.Line("收入支出决算总表").Changed(read => !picture ? read : read with
    {
        Document = read.Document with { Sheets = [.. read.Document.Sheets, new Sheet(2, [], []) { Images = [new Box(0, 0, 50, 70)] }] },
    });

    public static readonly Dictionary<string, Example> All = new(StringComparer.Ordinal)
    {
        ["S-04"] = new(Contents("二、支出决算表……2", 4), Contents("二、政府采购情况表……2", 4)),
        ["S-10"] = new(Dates("2024年8月30日"), Dates("2024年9月30日")),
        ["U-07"] = new(Items("10.00"), Items("20000.00")),
        ["N-25"] = new(Budgeted("公务接待费支出2.00万元，与预算持平。"), Budgeted("因公出国（境）费支出0.00万元，与年初预算数相比无变化。"),
            Budgeted("公务接待费支出2.01万元，与预算持平。", ("T7|12.00|8.00|1.00|0.00|9.00|6.00|4.00|2.00|5.00|4.00|2.00|2.00", "12.00|8.00|1.00|0.00|9.00|6.00|4.00|2.00|5.00|4.00|2.00|2.01"))),
        ["N-28"] = new(Received("180人次"), Received("2人次")),
        ["N-36"] = new(Equipment("2台"), Equipment("4台")),
        ["N-39"] = new(Evaluated("50.00万元"), Evaluated("65.00万元"), Evaluated("55.01万元")),
        ["N-40"] = new(Staff("28人"), Staff("29人")),
        ["N-44"] = new(Projects("其中：", "30.00"), Projects("其中：", "50.00"), Projects("分别为", "40.01")),
        ["E-01"] = new(AccountDrawn.With().Inked(), AccountDrawn.With().Stray("3935.41")),
        ["E-02"] = new(AccountDrawn.With(), Short()),
        ["E-06"] = new(AccountDrawn.With(), Altered()),
        ["E-07"] = new(AccountDrawn.With().Inked(), Elsewhere()),
        ["E-08"] = new(AccountDrawn.With(), New.Sheet("收入支出决算总表", 1, "项目|决算数", "一、财政拨款收入|1.00", "本年收入合计|1.00", "一、教育支出|1.00", "本年支出合计|1.00")),
        ["E-09"] = new(Continued("项目|合计", "甲|1.00", "乙|2.00"), Continued("项目|合计", "甲|1.00", "项目|合计", "乙|2.00")),
        ["E-10"] = new(AccountDrawn.With(), Twice()),
        ["E-11"] = new(New.Line("收入支出总计136.00万元。").Line("比上年增加。", 2), New.Line("收入支出总计136.00万元。").Line("- 3 -", 2)),
        ["E-12"] = new(Scanned(false), Scanned(true)),
    };
}

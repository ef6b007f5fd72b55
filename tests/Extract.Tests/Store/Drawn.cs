using System.Security.Cryptography;
using System.Text;
using Extract.Checks;
using Extract.Diagnostics;
using Extract.Figures;
using Extract.Records;
using Extract.Store;
using Extract.Tables;
using Extract.Text;

namespace Extract.Tests.Store;

/// <summary>Small disclosures drawn by hand, in which every kind of record occurs once or twice.</summary>
internal static class Drawn
{
    public static Disclosure Disclosure(string seed, string filer = "青岚市图书馆", string executed = "47.81")
    {
        var sha = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(seed)));
        var document = new Document(seed + ".txt", sha, DocumentFormat.Txt, [new Sheet(1, [], [])], TextLayer.Full, []);
        return new Disclosure(
            document,
            new DocumentFacts(DisclosureKind.SelfEvaluation, At("自评表", 1, 1), At(filer, 2, 1), "青岚市", 2023, "万元"),
            [],
            [Grid()],
            [new Fact("“三公”经费支出决算表", "合计", "决算数", "2120101", 2023, At("1,096.91", 3, 9), new Entry(EntryKind.Number, new Figure("1,096.91", 1096.91m, 2, Unit.TenThousandYuan)), 0)],
            [
                new Statement("一、总体情况", "收、支总计", 2023, StatementKind.Amount, Measure.Actual, new Figure("3963.37", 3963.37m, 2, Unit.TenThousandYuan), "", "收、支总计3963.37万元", "", [new TextPlace(1, 5, 7, 13)]),
                new Statement("一、总体情况", "收、支总计", 2023, StatementKind.Growth, Measure.Actual, new Figure("4.51", -4.51m, 2, Unit.Percent), "2022", "下降4.51%", "", [new TextPlace(1, 5, 20, 23)]),
            ],
            [new Account("文化旅游", "文化和旅游", "图书馆", At("45", 6, 5), "万元", Printed.Blank, At("100%", 6, 20), "等于", "", "图书馆（项）：支出决算为45万元，完成预算100%")],
            [SelfEvaluation(executed)],
            [new Diagnostic(DiagnosticKinds.MalformedFigure, ["84,82"], new TextPlace(1, 7, 1, 5))]);
    }

    public static Report Report(Disclosure disclosure) => new(
        [
            new Finding(
                disclosure.Document.Sha256[..12] + "-P-09", "P-09", Verdict.Fails, Severity.Error, "流动书车 预算执行率", "47.81万元 ÷ 50.00万元 = 95.62%，印 95.31%",
                "95.31", "95.62", "-0.31", "0.015", "%", "wrong-denominator", ["年初预算"],
                [
                    new Operand("执行数", "47.81", Role.Part, "执行数 47.81", new TextPlace(1, 9, 3, 7)),
                    new Operand("执行率", "95.31", Role.Stated, "95.31%", new TextPlace(1, 9, 20, 24)),
                ]),
        ],
        new Coverage(12, 9, 1, 1, 1));

    public static ReadSubmission Submission(string seed, string? path = null, string version = "1", string executed = "47.81")
    {
        var disclosure = Disclosure(seed, executed: executed);
        return new ReadSubmission(path ?? $"/in/{seed}.txt", $"{seed}.txt", version, disclosure, Report(disclosure));
    }

    public static FindingSentences Sentences(Finding finding) => new("执行率算错", "the rate is wrong", "分母不对", "wrong denominator");

    public static Printed At(string text, int line, int column) => new(text, [new TextPlace(1, line, column, column + DisplayWidth.Of(text) - 1)]);

    private static Grid Grid() => new(
        At("“三公”经费支出决算表", 1, 1), "", "万元", Evidence.Aligned, 0.98, 1, 2, 2,
        [new Cell(0, 0, 1, 2, At("项目", 1, 1)), new Cell(1, 0, 1, 1, At("合计", 2, 1)), new Cell(1, 1, 1, 1, At("1,096.91", 2, 9))], [1]);

    private static SelfEvaluation SelfEvaluation(string executed) => new(
        1, "central", At("项目支出绩效自评表", 1, 1), At("51000022T000000000001", 2, 1), At("流动书车", 2, 30), At("青岚市文化局", 3, 1), At("青岚市图书馆", 3, 30), 2023,
        At("开到每个街道", 4, 1), At("开到了", 5, 1), Printed.Blank,
        [new Fund(At("总额", 8, 1), At("50.00", 8, 8), At("50.00", 8, 16), Printed.Blank, Printed.Blank, At(executed, 8, 24), At("95.31%", 8, 32), At("10", 8, 40), At("9.53", 8, 44)) { Unit = "万元" }],
        [
            new Indicator(
                At("产出指标", 9, 1), At("数量指标", 9, 10), At("停靠点", 9, 20), Printed.Blank, Printed.Blank, "≥", At("30", 9, 30), "个",
                At("31", 9, 40), Printed.Blank, Printed.Blank, At("40", 9, 50), At("40", 9, 54), Printed.Blank),
            new Indicator(
                At("满意度指标", 10, 1), At("服务对象满意度", 10, 12), At("读者满意度", 10, 30), Printed.Blank, Printed.Blank, "≥", At("90", 10, 42), "%",
                At("85", 10, 46), Printed.Blank, Printed.Blank, At("10", 10, 50), At("9", 10, 54), At("停靠时间短", 10, 60)),
        ],
        At("100", 11, 1), At("98.53", 11, 6), At("好", 12, 1), At("无", 13, 1), At("无", 14, 1), At("甲", 15, 1), At("乙", 15, 8), Printed.Blank, Printed.Blank, Printed.Blank);
}

/// <summary>A store file of a test's own, gone when the test is done.</summary>
internal sealed class Folder : IDisposable
{
    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("extract-");

    public string Db => Path("x.db");

    public string Path(string name) => System.IO.Path.Combine(directory.FullName, name);

    public string Write(string name, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path(name))!);
        File.WriteAllText(Path(name), text);
        return Path(name);
    }

    public void Dispose() => directory.Delete(recursive: true);
}

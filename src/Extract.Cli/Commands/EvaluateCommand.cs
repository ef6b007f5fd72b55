using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Extract.Cli.Display;
using Extract.Cli.Evaluation;
using Extract.Cli.Json;
using Extract.Cli.Reading;

namespace Extract.Cli.Commands;

/// <summary>extract evaluate: what is read, against what a careful reader read.</summary>
internal static class EvaluateCommand
{
    private static readonly string[] Headings =
        ["document", "funds", "indicators", "texts", "accounts", "facts", "figures_recall", "figures_precision", "items", "years", "found", "missed", "false"];

    public static Command Build(Door door)
    {
        var gold = new Argument<string[]>("GOLD") { Arity = ArgumentArity.OneOrMore, Description = door.Say("金标准文件（JSON）或其文件夹", "gold files (JSON) or their folder") };
        var documents = new Option<string>("--documents") { HelpName = "DIR", Description = door.Say("文件所在的文件夹，默认为金标准文件夹旁的 seeds 或 documents", "the folder of the documents, seeds or documents beside the gold's folder if not given") };
        var details = new Option<bool>("--details") { Description = door.Say("列出每一处不同", "list every difference") };
        var format = Options.Format(door, "text", "json");
        var command = new Verb(
            "evaluate",
            door.Say("把读到的与人工精读的对照：每个文件一行，资金与指标的格、文字、句中数的召回与精确、发现。", "Scores what is read against what a careful reader read: a line a document for cells of funds and indicators, texts, figures, findings."),
            "extract evaluate corpus/expected",
            "extract evaluate gold/001.json --details")
        {
            gold, documents, details, format,
        };
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(
            door, GoldFile.Find(parsed.GetValue(gold)!, parsed.GetValue(documents)), parsed.GetValue(details), parsed.GetValue(format) == "json", cancellation)));
        return command;
    }

    private static int Run(Door door, IEnumerable<GoldFile> golds, bool details, bool json, CancellationToken cancellation)
    {
        var scores = new List<Scored>();
        foreach (var gold in golds)
        {
            if (gold.Document is null)
            {
                door.Trouble($"{gold.Path}: {door.Say("找不到对应的文件", "its document is not found")}");
                continue;
            }
            var found = new Found(Path.GetFullPath(gold.Document), gold.Document, Named: true);
            if (new DocumentReading(door).Read(found, null, cancellation) is ReadResult read) scores.Add(Score(door, gold, read));
            else door.Trouble($"{gold.Document}: {door.Say("无法读取", "cannot be read")}");
        }
        if (scores.Count == 0) return ExitCode.NothingProcessed;
        door.Out.Write(json ? Json(scores) : TextTable.Write(Headings, [.. scores.Select(s => s.Cells)]));
        if (details && !json)
            foreach (var score in scores) Details(door, score);
        return ExitCode.Done;
    }

    private static Scored Score(Door door, GoldFile gold, ReadResult read)
    {
        using var records = JsonDocument.Parse(RecordsJson.Write(CheckedDocument.Of(read, door.Pipeline), read.Disclosure, Language.Chinese));
        var scored = new Scored(Path.GetFileName(read.Found.Name), new FormScore(), new FigureScore(), new FindingScore());
        scored.Forms.Compare(gold.Root, records.RootElement);
        scored.Figures.Compare(gold.Root, records.RootElement);
        scored.Findings.Compare(gold.Root, records.RootElement);
        return scored;
    }

    private static void Details(Door door, Scored score)
    {
        door.Line();
        door.Line(score.File);
        foreach (var difference in score.Differences)
        {
            door.Line($"  {difference.Path}");
            door.Line(Shown.Line($"    gold  {difference.Gold}"));
            door.Line(Shown.Line($"    ours  {difference.Ours}"));
        }
    }

    private static string Json(List<Scored> scores) => JsonOut.Document("evaluate", w => w.Array("documents", scores, s => w.Item(() =>
    {
        w.WriteString("file", s.File);
        foreach (var (name, tally) in ((string, Tally)[])[("funds", s.Forms.Funds), ("indicators", s.Forms.Indicators), ("texts", s.Forms.Texts), ("accounts", s.Forms.Accounts), ("document", s.Forms.Document)])
        {
            w.Object(name, () =>
            {
                w.WriteNumber("right", tally.Right);
                w.WriteNumber("total", tally.Total);
            });
        }
        w.Object("figures", () =>
        {
            w.WriteNumber("gold", s.Figures.Gold);
            w.WriteNumber("read", s.Figures.Read);
            w.WriteNumber("found", s.Figures.Found);
            w.WriteNumber("items_agree", s.Figures.ItemsAgree);
            w.WriteNumber("years_agree", s.Figures.YearsAgree);
        });
        w.Object("findings", () =>
        {
            w.WriteNumber("found", s.Findings.Found);
            w.WriteNumber("missed", s.Findings.Missed);
            w.WriteNumber("false", s.Findings.False);
        });
        w.Array("differences", s.Differences, d => w.Item(() =>
        {
            w.WriteString("path", d.Path);
            w.WriteString("gold", d.Gold);
            w.WriteString("ours", d.Ours);
        }));
    })));

    /// <summary>The scores of one document.</summary>
    private sealed record Scored(string File, FormScore Forms, FigureScore Figures, FindingScore Findings)
    {
        public IReadOnlyList<string> Cells =>
        [
            File, $"{Forms.Funds}", $"{Forms.Indicators}", $"{Forms.Texts}", $"{Forms.Accounts}", $"{Forms.Document}", Part(Figures.Found, Figures.Gold),
            Part(Figures.Found, Figures.Read), Part(Figures.ItemsAgree, Figures.Found), Part(Figures.YearsAgree, Figures.Found),
            Number(Findings.Found), Number(Findings.Missed), Number(Findings.False),
        ];

        public IEnumerable<Difference> Differences =>
            ((IEnumerable<Difference>[])[
                Forms.Document.Differences, Forms.Texts.Differences, Forms.Funds.Differences, Forms.Indicators.Differences, Forms.Accounts.Differences,
                Figures.Differences, Findings.Differences]).SelectMany(d => d);

        private static string Part(int part, int whole) => whole == 0 ? "-" : string.Create(CultureInfo.InvariantCulture, $"{part}/{whole} {100.0 * part / whole:0.0}%");

        private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
    }
}

using System.CommandLine;
using System.Globalization;
using Extract.Cli.Display;
using Extract.Cli.Evaluation.Sentences;
using Extract.Cli.Reading;

namespace Extract.Cli.Commands;

/// <summary>extract evaluate-figures: the figures of sentences against those a careful reader noted.</summary>
internal static class EvaluateFiguresCommand
{
    private static readonly string[] Headings = ["document", "noted", "read", "seen", "right", "recall", "precision"];

    public static Command Build(Door door)
    {
        var gold = new Argument<string[]>("GOLD") { Arity = ArgumentArity.OneOrMore, Description = door.Say("*.figures 文件或其文件夹", "*.figures files or their folder") };
        var documents = new Option<string>("--documents") { HelpName = "DIR", Required = true, Description = door.Say("文件所在的文件夹", "the folder of the documents") };
        var details = new Option<bool>("--details") { Description = door.Say("列出每一处不同", "list every difference") };
        var command = new Verb(
            "evaluate-figures",
            door.Say("把句子里读到的数与人工记下的对照：数、单位、事项、口径、年度、占比与完成率的分母都对才算对。", "Scores figures read in sentences against noted ones: right where number, unit, item, measure, year and denominator are."),
            "extract evaluate-figures gold --documents published --details")
        {
            gold, documents, details,
        };
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(door, Files(parsed.GetValue(gold)!), parsed.GetValue(documents)!, parsed.GetValue(details), cancellation)));
        return command;
    }

    private static IEnumerable<string> Files(string[] paths) =>
        paths.SelectMany(static path => Directory.Exists(path) ? Directory.GetFiles(path, "*.figures").Order(StringComparer.Ordinal) : (IEnumerable<string>)[path]);

    private static int Run(Door door, IEnumerable<string> files, string documents, bool details, CancellationToken cancellation)
    {
        var scores = new List<(string File, SentenceScore Score)>();
        foreach (var gold in files.Select(SentenceGold.Read))
        {
            if (gold.Find(documents) is not { } file) door.Trouble($"{gold.Path}: {door.Say("找不到对应的文件", "its document is not found")}");
            else if (new DocumentReading(door).Read(new Found(Path.GetFullPath(file), file, Named: true), null, cancellation) is not ReadResult read) door.Trouble($"{file}: {door.Say("无法读取", "cannot be read")}");
            else scores.Add((Path.GetFileName(file), SentenceScore.Of(gold, read.Disclosure)));
        }
        if (scores.Count == 0) return ExitCode.NothingProcessed;
        door.Out.Write(TextTable.Write(Headings, [.. scores.Select(static s => Row(s.File, s.Score))]));
        foreach (var (file, score) in details ? scores : [])
        {
            door.Line();
            door.Line(file);
            foreach (var difference in score.Differences)
            {
                door.Line($"  {difference.Path}");
                if (difference.Gold.Length > 0) door.Line(Shown.Line($"    noted  {difference.Gold}"));
                if (difference.Ours.Length > 0) door.Line(Shown.Line($"    read   {difference.Ours}"));
            }
        }
        return ExitCode.Done;
    }

    private static IReadOnlyList<string> Row(string file, SentenceScore score) =>
        [file, Whole(score.Noted), Whole(score.Read), Whole(score.Seen), Whole(score.Right), Part(score.Recall), Part(score.Precision)];

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Part(double part) => part.ToString("0.0%", CultureInfo.InvariantCulture);
}

using System.Collections.Immutable;
using System.CommandLine;
using Extract.Checks;
using Extract.Cli.Display;
using Extract.Cli.Json;
using Extract.Cli.Reading;
using Extract.Diagnostics;
using Extract.Store;

namespace Extract.Cli.Commands;

/// <summary>extract check: the findings of files, or of everything in a store.</summary>
internal static class CheckCommand
{
    public static Command Build(Door door)
    {
        var paths = Options.Paths(door, atLeastOne: false);
        var db = Options.Db(door, required: false);
        var format = Options.Format(door, "text", "json", "csv", "html", "sarif");
        var failOn = new Option<string>("--fail-on")
        {
            HelpName = "error|warning|note",
            Description = door.Say("有此级别或更重的不成立时退出码为 4", "exit with 4 if a check fails at this severity or above"),
        };
        failOn.AcceptOnlyFromAmong("error", "warning", "note");
        var password = Options.Password(door);
        var all = new Option<bool>("--all") { Description = door.Say("文本中也列出舍入内成立的和无法核对的", "list in text also what holds within rounding and what could not run") };
        var command = new Verb(
            "check",
            door.Say("核对文件（或库中全部文件）的勾稽关系，列出不成立的：算式、印出的数、差额、可能的原因、出处。", "Checks the arithmetic of files, or of a whole store: formula, printed numbers, gap, likely cause, place."),
            "extract check 自评表.txt",
            "extract check 2024/ --format json > findings.json",
            "extract check --db x.db --fail-on error")
        {
            paths, db, format, failOn, all, password,
        };
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(
            door,
            Gather(door, parsed.GetValue(paths) ?? [], parsed.GetValue(db), parsed.GetValue(password)!, cancellation),
            parsed.GetValue(format)!,
            parsed.GetValue(failOn) is { } name ? Names.Parse<Severity>(name) : null,
            parsed.GetValue(all))));
        return command;
    }

    private static Checked Gather(Door door, string[] paths, string? db, string password, CancellationToken cancellation)
    {
        if (paths.Length > 0 == db is not null)
            throw new UsageException(door.Say("给出路径，或者给出 --db，二者取一", "give paths or --db, one of the two"));
        if (db is not null) return StoredChecks.Read(db);
        var documents = new List<CheckedDocument>();
        var volumes = new List<Volume>();
        var failed = new List<(string File, Failure Failure)>();
        var reading = new DocumentReading(door, password);
        foreach (var result in IngestCommand.InOrder(Intake.Files(paths), Math.Min(Environment.ProcessorCount, 8), found => reading.Read(found, null, cancellation)))
        {
            switch (result)
            {
                case ReadResult read:
                    documents.Add(CheckedDocument.Of(read, door.Pipeline));
                    if (Volume.Of(read.Disclosure) is { } volume) volumes.Add(volume);
                    break;
                case FailedResult bad:
                    failed.Add((bad.Found.Name, bad.Failure));
                    break;
                case SkippedResult skipped:
                    door.Trouble($"{skipped.Found.Name}: {door.Say("跳过，不是可读取的格式", "skipped, not a format that is read")} ({skipped.What})");
                    break;
            }
        }
        return new Checked(documents, failed) { Between = [.. Checker.Between(volumes).Findings.Select(finding => new SaidFinding(finding, door.Pipeline.Say(finding)))] };
    }

    private static int Run(Door door, Checked found, string format, Severity? failOn, bool all)
    {
        door.Out.Write(format switch
        {
            "json" => CheckJson.Write(found, door.DataLanguage),
            "csv" => FindingCsv.Write(found.Documents, door.DataLanguage),
            "html" => FindingHtml.Write(found, door),
            "sarif" => SarifJson.Write(found.Documents, door.Pipeline.Catalogue, door.DataLanguage),
            _ => new FindingText(door, all).Write(found),
        });
        foreach (var (file, failure) in found.Failed)
            door.Trouble($"{file}: {door.Say(failure.Chinese, failure.English)} [{failure.Code}]");
        if (found.Documents.Count == 0) return ExitCode.NothingProcessed;
        var worst = found.Documents.SelectMany(d => d.Findings).Concat(found.Between).Where(f => f.Finding.Verdict == Verdict.Fails).Select(f => (Severity?)f.Finding.Severity).Max();
        if (failOn is not null && worst >= failOn) return ExitCode.Findings;
        return found.Failed.Count > 0 || found.Documents.Any(d => d.IsCut) ? ExitCode.SomeFailed : ExitCode.Done;
    }
}

/// <summary>Documents that were checked and files that could not be read.</summary>
internal sealed record Checked(IReadOnlyList<CheckedDocument> Documents, IReadOnlyList<(string File, Failure Failure)> Failed)
{
    /// <summary>Findings between the documents.</summary>
    public ImmutableArray<SaidFinding> Between { get; init; } = [];
}

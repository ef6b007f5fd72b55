using System.Globalization;
using System.Text.Json;
using Extract.Checks;
using Extract.Cli.Json;
using Extract.Records;
using Extract.Store;

namespace Extract.Cli.Commands;

/// <summary>What ingesting says: a line a document and a summary, or all of it as JSON at the end.</summary>
internal sealed class IngestReport(Door door, bool json)
{
    /// <summary>Files of one kind that are skipped in a folder are named up to this many.</summary>
    private const int MostNamed = 3;

    private readonly List<IngestEntry> entries = [];

    public void Add(IngestEntry entry)
    {
        entries.Add(entry);
        if (json || entry.What.Length > 0) return;
        door.Line(Line(entry));
        door.Out.Flush();
    }

    /// <summary>Prints the summary and answers the exit code.</summary>
    public int Finish(string db)
    {
        if (json) door.Out.Write(Json(db));
        else
        {
            Skipped();
            door.Line(Summary());
        }
        if (entries.Count == 0) door.Trouble(door.Say("没有找到文件", "no file found"));
        if (!entries.Any(e => e.Outcome is not (null or Outcome.Failed))) return ExitCode.NothingProcessed;
        return entries.Any(e => e.Failed) ? ExitCode.SomeFailed : ExitCode.Done;
    }

    private int Count(Outcome? outcome) => entries.Count(e => e.Outcome == outcome);

    private string Line(IngestEntry entry)
    {
        var line = $"{Word(entry.Outcome)}  {Shown.Line(entry.File)}";
        if (entry.Failure is { } failure) return $"{line}  {Shown.Line(door.Say(failure.Chinese, failure.English))} [{failure.Code}]";
        return entry is { About: { } about, Coverage: { } coverage, Outcome: not Outcome.Unchanged } ? $"{line}  {Shown.Line(Described(entry, about, coverage))}" : line;
    }

    /// <summary>What was left alone, by name; many of one kind in one folder are counted together.</summary>
    private void Skipped()
    {
        foreach (var kind in entries.Where(e => e.What.Length > 0).GroupBy(e => (Folder: Path.GetDirectoryName(e.File) ?? "", e.What)))
        {
            var names = kind.Count() <= MostNamed
                ? string.Join(door.Say("、", ", "), kind.Select(e => e.File))
                : door.Say($"{kind.Key.Folder}/ 中 {kind.Count()} 个", $"{kind.Key.Folder}/ ({kind.Count()} files)");
            door.Line($"{Word(null)}  {Shown.Line(names)}  {door.Say("不是可读取的格式：", "not a format that is read: ")}{Shown.Line(kind.Key.What)}");
        }
    }

    private string Word(Outcome? outcome) => outcome switch
    {
        Outcome.New => door.Paint(door.Say("新增", "new      "), 32),
        Outcome.Unchanged => door.Say("未变", "unchanged"),
        Outcome.Changed => door.Paint(door.Say("变更", "changed  "), 33),
        Outcome.Failed => door.Paint(door.Say("失败", "failed   "), 31),
        Outcome.NeedsOcr => door.Paint(door.Say("无字", "needs OCR"), 33),
        _ => door.Say("跳过", "skipped  "),
    };

    private string Described(IngestEntry entry, DocumentFacts about, Coverage coverage)
    {
        var year = about.FiscalYear?.ToString(CultureInfo.InvariantCulture) ?? "";
        var what = string.Join(door.Say("，", ", "), ((string[])[about.Filer.Text, year, KindName(about.Kind)]).Where(s => s.Length > 0));
        var cut = entry.IsCut ? door.Say("未读完；", "cut by a limit; ") : "";
        var counts = door.Say(
            $"表 {entry.Tables}，表内数 {entry.Facts}，文中数 {entry.Figures}，自评 {entry.SelfEvaluations}；{coverage.In(door)}",
            $"{entry.Tables} tables, {entry.Facts} facts, {entry.Figures} figures, {entry.SelfEvaluations} self-evaluations; {coverage.In(door)}");
        return what.Length == 0 ? cut + counts : $"{what}{door.Say("；", "; ")}{cut}{counts}";
    }

    private string KindName(DisclosureKind kind) => kind switch
    {
        DisclosureKind.FinalAccounts => door.Say("决算", "final accounts"),
        DisclosureKind.Budget => door.Say("预算", "budget"),
        DisclosureKind.SelfEvaluation => door.Say("绩效自评", "self-evaluation"),
        DisclosureKind.EvaluationReport => door.Say("绩效评价报告", "evaluation report"),
        _ => "",
    };

    private string Summary()
    {
        var skipped = Count(null);
        var text = door.Say(
            $"共 {entries.Count} 个文件：新增 {Count(Outcome.New)}，未变 {Count(Outcome.Unchanged)}，变更 {Count(Outcome.Changed)}，失败 {Count(Outcome.Failed)}，需 OCR {Count(Outcome.NeedsOcr)}",
            $"{entries.Count} files: {Count(Outcome.New)} new, {Count(Outcome.Unchanged)} unchanged, {Count(Outcome.Changed)} changed, {Count(Outcome.Failed)} failed, {Count(Outcome.NeedsOcr)} need OCR");
        return skipped == 0 ? text : text + door.Say($"，跳过 {skipped}", $", {skipped} skipped");
    }

    private string Json(string db) => JsonOut.Document("ingest", w =>
    {
        w.WriteString("db", db);
        w.Array("documents", entries, entry => w.Item(() => Document(w, entry)));
        w.Object("summary", () =>
        {
            w.WriteNumber("files", entries.Count);
            w.WriteNumber("new", Count(Outcome.New));
            w.WriteNumber("unchanged", Count(Outcome.Unchanged));
            w.WriteNumber("changed", Count(Outcome.Changed));
            w.WriteNumber("failed", Count(Outcome.Failed));
            w.WriteNumber("needs_ocr", Count(Outcome.NeedsOcr));
            w.WriteNumber("skipped", Count(null));
        });
    });

    private void Document(Utf8JsonWriter w, IngestEntry entry)
    {
        w.WriteString("file", entry.File);
        w.WriteString("outcome", entry.Outcome is { } outcome ? Names.Of(outcome) : "skipped");
        if (entry.Sha256 is { } sha256) w.WriteString("sha256", sha256);
        if (entry is { About: { } about, Coverage: { } coverage })
        {
            w.WriteString("kind", Names.Of(about.Kind));
            w.WriteString("filer", about.Filer.Text);
            w.NumberOrNull("fiscal_year", about.FiscalYear);
            w.WriteNumber("tables", entry.Tables);
            w.WriteNumber("facts", entry.Facts);
            w.WriteNumber("figures", entry.Figures);
            w.WriteNumber("self_evaluations", entry.SelfEvaluations);
            w.WriteBoolean("cut", entry.IsCut);
            w.Object("coverage", () => CheckJson.Coverage(w, coverage));
        }
        if (entry.Failure is { } failure)
        {
            w.WriteString("stage", failure.Stage);
            w.WriteString("code", failure.Code);
            w.WriteString("says", door.DataLanguage == Language.Chinese ? failure.Chinese : failure.English);
        }
        if (entry.What.Length > 0) w.WriteString("says", entry.What);
    }
}

using System.Globalization;
using System.Text;
using Extract.Checks;
using Extract.Cli.Commands;
using Extract.Diagnostics;

namespace Extract.Cli.Display;

/// <summary>Findings for a person: coverage first, then what fails by severity, each with its numbers, cause and places.</summary>
internal sealed class FindingText(Door door, bool all)
{
    private const int LongestQuote = 90;

    private readonly StringBuilder text = new();

    public string Write(Checked found)
    {
        var documents = found.Documents;
        if (documents.Count > 1)
            Line(door.Say($"{documents.Count} 个文件，", $"{documents.Count} documents, ") + CoverageWords.Sum(documents.Select(d => d.Coverage)).In(door));
        foreach (var document in documents)
        {
            if (text.Length > 0) Line();
            Document(document);
        }
        if (found.Between.Length > 0)
        {
            Line();
            Line(door.Paint(door.Say("文件之间", "between documents"), 1));
            foreach (var said in found.Between.Where(static said => said.Finding.Verdict == Verdict.Fails)) Finding(said);
            foreach (var said in found.Between.Where(static said => said.Finding.Verdict != Verdict.Fails)) Line($"  {said.Finding.Check} {door.Says(said.Words)}  {said.Finding.Formula}");
        }
        return text.ToString();
    }

    /// <summary>One finding, as it stands in a report.</summary>
    public string One(SaidFinding said)
    {
        Finding(said);
        return text.ToString();
    }

    private void Document(CheckedDocument document)
    {
        Line(door.Paint(document.File, 1));
        var year = document.FiscalYear?.ToString(CultureInfo.InvariantCulture) ?? "";
        var about = string.Join(" · ", ((string[])[document.Filer, year, document.Title]).Where(s => s.Length > 0));
        if (about.Length > 0) Line(about);
        Line(document.Coverage.In(door));
        Line(VerdictWords.Of(document, door));
        foreach (var diagnostic in document.Diagnostics.Where(d => d.Severity != Severity.Note))
            Line($"{Grade(diagnostic.Severity)} {diagnostic.Id} {door.Say(diagnostic.Chinese, diagnostic.English)}");
        var failing = document.Findings.Where(f => f.Finding.Verdict == Verdict.Fails).ToArray();
        foreach (var finding in failing.OrderByDescending(f => f.Finding.Severity)) Finding(finding);
        if (all)
        {
            Group(document, Verdict.HoldsWithinRounding, door.Say("舍入内成立：", "Within rounding:"));
            Group(document, Verdict.CannotRun, door.Say("无法核对：", "Could not run:"));
        }
        else
        {
            Hint(document);
        }
        Unapplied(document);
    }

    /// <summary>What had nothing to apply to: named, so that it is not taken for passed.</summary>
    private void Unapplied(CheckedDocument document)
    {
        if (document.Unapplied.IsDefaultOrEmpty) return;
        Line();
        var count = document.Unapplied.Length;
        Line(all ? door.Say($"没有适用对象的检查 {count} 种：", $"{count} checks with nothing to apply to:") : door.Say($"没有适用对象的检查 {count} 种，用 --all 列出。", $"{count} checks had nothing to apply to; --all lists them."));
        if (!all) return;
        foreach (var id in document.Unapplied)
            if (Catalogue.Find(id) is { } entry) Line($"  {id} {door.Say(entry.Title.Chinese, entry.Title.English)} ({door.Say(entry.Where.Chinese, entry.Where.English)})");
    }

    /// <summary>Why a check could not run.</summary>
    internal static string WhyNot(Door door) => door.Say("算式中 ? 处没有印出、没有认出，或所在表的读数没有把握；没有核对的不算成立。", "Where a formula has ?, the value is not printed, was not recognised, or its table's reading is not trusted; what was not checked is not counted as held.");

    /// <summary>A severity in a word.</summary>
    internal static string Word(Severity severity, Door door) => severity switch
    {
        Severity.Error => door.Say("错误", "Errors"),
        Severity.Warning => door.Say("警告", "Warnings"),
        _ => door.Say("提示", "Notes"),
    };

    private void Finding(SaidFinding said)
    {
        var finding = said.Finding;
        Line();
        Line($"{Grade(finding.Severity)} {finding.Check} {door.Says(said.Words)}");
        if (finding.Formula.Length > 0) Line($"    {finding.Formula}");
        if (Parts(finding, door) is { Count: > 0 } parts) Line($"    {string.Join(door.Say("，", ", "), parts)}");
        if (door.Cause(said.Words) is { Length: > 0 } cause) Line($"    {cause}");
        foreach (var operand in finding.Operands.Where(o => o.Place is not null))
            Line($"    {door.Say("出处", "at")} {operand.Place!.In(door)}  {Seen(operand)}");
        Line($"    {finding.Id}");
    }

    /// <summary>Stated, computed, gap and the rounding allowed, in words.</summary>
    internal static List<string> Parts(Finding finding, Door door)
    {
        var parts = new List<string>();
        // Words that the formula already shows need no second line.
        if (finding.Computed.Length == 0 && finding.Gap.Length == 0 && finding.Formula.Contains(finding.Stated, StringComparison.Ordinal)) return parts;
        if (finding.Stated.Length > 0) parts.Add(door.Say("印出 ", "stated ") + finding.Stated + finding.Unit);
        if (finding.Computed.Length > 0) parts.Add(door.Say("应为 ", "computed ") + finding.Computed + finding.Unit);
        // Between two percentages lie percentage points.
        var between = finding.Unit == "%" ? door.Say("个百分点", " pp") : finding.Unit;
        if (finding.Gap.Length > 0) parts.Add(door.Say("差 ", "gap ") + finding.Gap + between);
        if (finding.Slack.Length > 0) parts.Add(door.Say("允许舍入 ±", "rounding allows ±") + finding.Slack + between);
        return parts;
    }

    /// <summary>What stands around an operand: the quote that holds it, else what it is called.</summary>
    internal static string Around(Operand operand) => operand.Quote.Contains(operand.Printed, StringComparison.Ordinal) && operand.Quote != operand.Printed
        ? $"“{TextTable.Cut(operand.Quote, LongestQuote)}”"
        : TextTable.Cut(operand.Label == operand.Printed ? "" : operand.Label, LongestQuote);

    /// <summary>The quote where it holds the number, else what it is called and printed; cut where it is long, since the place says where the rest is.</summary>
    private static string Seen(Operand operand) => operand.Quote.Contains(operand.Printed, StringComparison.Ordinal) && operand.Quote != operand.Printed
        ? $"“{TextTable.Cut(operand.Quote, LongestQuote)}”"
        : TextTable.Cut($"{operand.Label} {operand.Printed}", LongestQuote);

    private void Group(CheckedDocument document, Verdict verdict, string heading)
    {
        var group = document.Findings.Where(f => f.Finding.Verdict == verdict).ToArray();
        if (group.Length == 0) return;
        Line();
        Line(heading);
        foreach (var said in group)
            Line($"  {said.Finding.Check} {door.Says(said.Words)}" + (said.Finding.Formula.Length > 0 ? $"  {said.Finding.Formula}" : "")
                + (door.Cause(said.Words) is { Length: > 0 } cause ? $"  ({cause})" : ""));
    }

    private void Hint(CheckedDocument document)
    {
        var (rounding, cannot) = (document.Coverage.HeldWithinRounding, document.Coverage.CannotRun);
        if (rounding + cannot == 0) return;
        Line();
        if (cannot > 0)
        {
            Line(door.Say($"无法核对 {cannot} 项。", $"{cannot} could not be checked. ") + WhyNot(door));
            foreach (var check in document.Findings.Where(static said => said.Finding.Verdict == Verdict.CannotRun).GroupBy(static said => said.Finding.Check))
                Line($"  {check.Key} {(Catalogue.Find(check.Key) is { } entry ? door.Say(entry.Title.Chinese, entry.Title.English) : "")} × {check.Count()}");
        }
        Line(door.Say("舍入内成立和无法核对的各项用 --all 列出。", "What holds within rounding and what could not run is listed by --all."));
    }

    private string Grade(Severity severity) => severity switch
    {
        Severity.Error => door.Paint(door.Say("[错误]", "[error]"), 31),
        Severity.Warning => door.Paint(door.Say("[警告]", "[warning]"), 33),
        _ => door.Paint(door.Say("[提示]", "[note]"), 36),
    };

    private void Line(string line = "")
    {
        // What comes of documents is cleaned; the colours are this program's own.
        text.Append(door.Colour ? line : Shown.Line(line)).Append('\n');
    }
}

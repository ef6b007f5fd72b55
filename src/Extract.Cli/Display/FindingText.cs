using System.Globalization;
using System.Text;
using Extract.Checks;
using Extract.Diagnostics;

namespace Extract.Cli.Display;

/// <summary>Findings for a person: coverage first, then what fails by severity, each with its numbers, cause and places.</summary>
internal sealed class FindingText(Door door, bool all)
{
    private const int LongestQuote = 90;

    private readonly StringBuilder text = new();

    public string Write(IReadOnlyList<CheckedDocument> documents)
    {
        if (documents.Count > 1)
            Line(door.Say($"{documents.Count} 个文件，", $"{documents.Count} documents, ") + CoverageWords.Sum(documents.Select(d => d.Coverage)).In(door));
        foreach (var document in documents)
        {
            if (text.Length > 0) Line();
            Document(document);
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
    }

    private void Finding(SaidFinding said)
    {
        var finding = said.Finding;
        Line();
        Line($"{Grade(finding.Severity)} {finding.Check} {door.Says(said.Words)}");
        if (finding.Formula.Length > 0) Line($"    {finding.Formula}");
        if (Numbers(finding, door) is { Length: > 0 } numbers) Line($"    {numbers}");
        if (door.Cause(said.Words) is { Length: > 0 } cause) Line($"    {cause}");
        foreach (var operand in finding.Operands.Where(o => o.Place is not null))
            Line($"    {door.Say("出处", "at")} {operand.Place!.In(door)}  {Seen(operand)}");
        Line($"    {finding.Id}");
    }

    /// <summary>Stated, computed, gap and the rounding allowed, in words.</summary>
    internal static string Numbers(Finding finding, Door door)
    {
        if (finding.Stated.Length == 0 && finding.Gap.Length == 0) return "";
        var parts = new List<string>();
        if (finding.Stated.Length > 0) parts.Add(door.Say("印出 ", "stated ") + finding.Stated + finding.Unit);
        if (finding.Computed.Length > 0) parts.Add(door.Say("应为 ", "computed ") + finding.Computed + finding.Unit);
        // Between two percentages lie percentage points.
        var between = finding.Unit == "%" ? door.Say("个百分点", " pp") : finding.Unit;
        if (finding.Gap.Length > 0) parts.Add(door.Say("差 ", "gap ") + finding.Gap + between);
        if (finding.Slack.Length > 0) parts.Add(door.Say("允许舍入 ±", "rounding allows ±") + finding.Slack + between);
        return string.Join(door.Say("，", ", "), parts);
    }

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

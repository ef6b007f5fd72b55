using System.Globalization;
using System.Text;
using Extract.Checks;
using Extract.Cli.Commands;
using Extract.Store;

namespace Extract.Cli.Display;

/// <summary>Findings as CSV, one a row.</summary>
internal static class FindingCsv
{
    private static readonly string[] Columns =
    [
        "file", "filer", "fiscal_year", "check", "verdict", "severity", "subject", "says", "formula", "stated", "computed", "gap", "slack", "unit", "cause",
        "place", "id",
    ];

    public static string Write(IEnumerable<CheckedDocument> documents, Language language)
    {
        var result = new StringBuilder();
        Csv.Row(result, Columns);
        foreach (var document in documents)
            foreach (var said in document.Findings) Csv.Row(result, Cells(document, said, language));
        return result.ToString();
    }

    private static string[] Cells(CheckedDocument document, SaidFinding said, Language language)
    {
        var (finding, chinese) = (said.Finding, language == Language.Chinese);
        var place = finding.Operands.FirstOrDefault(o => o.Role == Role.Stated)?.Place ?? finding.Operands.FirstOrDefault(o => o.Place is not null)?.Place;
        return
        [
            document.File, document.Filer, document.FiscalYear?.ToString(CultureInfo.InvariantCulture) ?? "", finding.Check, Names.Of(finding.Verdict),
            Names.Of(finding.Severity), finding.Subject, chinese ? said.Words.SaysChinese : said.Words.SaysEnglish, finding.Formula, finding.Stated,
            finding.Computed, finding.Gap, finding.Slack, finding.Unit, chinese ? said.Words.CauseChinese : said.Words.CauseEnglish, PlaceJson.Text(place) ?? "", finding.Id,
        ];
    }
}

/// <summary>Findings as one HTML page.</summary>
internal static class FindingHtml
{
    public static string Write(Checked found, Door door)
    {
        var words = new Door
        {
            In = door.In,
            Out = door.Out,
            Error = door.Error,
            Pipeline = door.Pipeline,
            Language = door.DataLanguage,
            DataLanguage = door.DataLanguage,
        };
        var body = new StringBuilder();
        body.Append("<p>").Append(Html.Text(CoverageWords.Sum(found.Documents.Select(d => d.Coverage)).In(words))).Append("</p>\n");
        foreach (var document in found.Documents) Document(body, document, words);
        foreach (var (file, failure) in found.Failed)
            body.Append("<p class=\"error\">").Append(Html.Text($"{file}: {words.Say(failure.Chinese, failure.English)} [{failure.Code}]")).Append("</p>\n");
        return Html.Page(words.Say("核对结果", "Findings"), body.ToString(), words.Language);
    }

    private static void Document(StringBuilder to, CheckedDocument document, Door door)
    {
        to.Append("<section>\n<h2>").Append(Html.Text(document.File)).Append("</h2>\n<p>").Append(Html.Text(document.Coverage.In(door))).Append("</p>\n<p><strong>").Append(Html.Text(VerdictWords.Of(document, door))).Append("</strong></p>\n");
        foreach (var said in document.Findings.Where(f => f.Finding.Verdict == Verdict.Fails).OrderByDescending(f => f.Finding.Severity)) Finding(to, document, said, door);
        Folded(to, document, Verdict.HoldsWithinRounding, door.Say("舍入内成立", "Within rounding"), door);
        Folded(to, document, Verdict.CannotRun, door.Say("无法核对", "Could not run"), door);
        to.Append("</section>\n");
    }

    /// <summary>What is no failure, folded but accountable.</summary>
    private static void Folded(StringBuilder to, CheckedDocument document, Verdict verdict, string heading, Door door)
    {
        var group = document.Findings.Where(said => said.Finding.Verdict == verdict).ToArray();
        if (group.Length == 0) return;
        to.Append("<details>\n<summary>").Append(Html.Text($"{heading} {group.Length}")).Append("</summary>\n<ul>\n");
        foreach (var said in group)
            to.Append("<li>").Append(Html.Text($"{said.Finding.Check} {door.Says(said.Words)}  {said.Finding.Formula}  {door.Cause(said.Words)}")).Append("</li>\n");
        to.Append("</ul>\n</details>\n");
    }

    private static void Finding(StringBuilder to, CheckedDocument document, SaidFinding said, Door door)
    {
        var finding = said.Finding;
        to.Append($"<article class=\"{Names.Of(finding.Severity)}\" id=\"{Html.Text(finding.Id)}\">\n<h3>").Append(Html.Text($"{finding.Check} {door.Says(said.Words)}")).Append("</h3>\n");
        if (finding.Formula.Length > 0) to.Append("<p class=\"formula\">").Append(Html.Text(finding.Formula)).Append("</p>\n");
        if (FindingText.Numbers(finding, door) is { Length: > 0 } numbers) to.Append("<p>").Append(Html.Text(numbers)).Append("</p>\n");
        if (door.Cause(said.Words) is { Length: > 0 } cause) to.Append("<p>").Append(Html.Text(cause)).Append("</p>\n");
        foreach (var operand in finding.Operands.Where(o => o.Place is not null))
            to.Append("<p><small>").Append(Html.Text($"{operand.Place!.In(door)}  {operand.Label} {operand.Printed}  {operand.Quote}")).Append("</small></p>\n");
        to.Append(PlaceSvg.Draw(document.Surfaces, finding.Operands)).Append("</article>\n");
    }
}

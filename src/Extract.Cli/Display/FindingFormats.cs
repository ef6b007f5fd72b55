using System.Globalization;
using System.Text;
using Extract.Checks;
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

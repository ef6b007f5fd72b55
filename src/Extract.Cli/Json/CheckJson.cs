using System.Text.Json;
using Extract.Checks;
using Extract.Cli.Commands;
using Extract.Store;

namespace Extract.Cli.Json;

/// <summary>extract.check/1, and findings, coverage and diagnostics wherever they stand.</summary>
internal static class CheckJson
{
    public static string Write(Checked found, Language language) => JsonOut.Document("check", json =>
    {
        json.Array("documents", found.Documents, document => json.Item(() =>
        {
            json.Object("document", () => DocumentFields(json, document));
            json.Object("coverage", () => Coverage(json, document.Coverage));
            json.Array("findings", document.Findings, finding => Finding(json, finding, language));
            json.Array("unapplied", document.Unapplied, json.WriteStringValue);
            json.Array("diagnostics", document.Diagnostics, diagnostic => Diagnostic(json, diagnostic, language));
        }));
        json.Array("findings", found.Between, finding => Finding(json, finding, language));
        json.Array("failed", found.Failed, f => json.Item(() => Failed(json, f.File, f.Failure, language)));
    });

    public static void DocumentFields(Utf8JsonWriter json, CheckedDocument document)
    {
        json.WriteString("file", document.File);
        json.WriteString("sha256", document.Sha256);
        json.WriteString("format", document.Format);
        json.WriteString("kind", document.Kind);
        json.WriteString("title", document.Title);
        json.WriteString("filer", document.Filer);
        json.WriteString("region", document.Region);
        json.NumberOrNull("fiscal_year", document.FiscalYear);
        json.WriteString("unit", document.Unit);
        json.WriteNumber("sheets", document.Sheets);
        json.WriteString("text_layer", document.TextLayer);
    }

    public static void Finding(Utf8JsonWriter json, SaidFinding said, Language language) => json.Item(() =>
    {
        var finding = said.Finding;
        json.WriteString("id", finding.Id);
        json.WriteString("check", finding.Check);
        json.WriteString("verdict", Names.Of(finding.Verdict));
        json.WriteString("severity", Names.Of(finding.Severity));
        json.WriteString("subject", finding.Subject);
        json.WriteString("says", language == Language.Chinese ? said.Words.SaysChinese : said.Words.SaysEnglish);
        json.WriteString("formula", finding.Formula);
        json.WriteString("stated", finding.Stated);
        json.WriteString("computed", finding.Computed);
        json.WriteString("gap", finding.Gap);
        json.WriteString("slack", finding.Slack);
        json.WriteString("unit", finding.Unit);
        json.WriteString("cause", language == Language.Chinese ? said.Words.CauseChinese : said.Words.CauseEnglish);
        json.Array("operands", finding.Operands, operand => json.Item(() => Operand(json, operand)));
    });

    public static void Operand(Utf8JsonWriter json, Operand operand)
    {
        json.WriteString("label", operand.Label);
        json.WriteString("printed", operand.Printed);
        json.WriteString("role", Names.Of(operand.Role));
        json.WriteString("quote", operand.Quote);
        json.Place(operand.Place);
    }

    public static void Coverage(Utf8JsonWriter json, Coverage coverage)
    {
        json.WriteNumber("checks_run", coverage.Run);
        json.WriteNumber("held", coverage.Held);
        json.WriteNumber("held_within_rounding", coverage.HeldWithinRounding);
        json.WriteNumber("failed", coverage.Failed);
        json.WriteNumber("cannot_run", coverage.CannotRun);
    }

    public static void Diagnostic(Utf8JsonWriter json, SaidDiagnostic diagnostic, Language language) => json.Item(() =>
    {
        json.WriteString("id", diagnostic.Id);
        json.WriteString("severity", Names.Of(diagnostic.Severity));
        json.WriteString("says", language == Language.Chinese ? diagnostic.Chinese : diagnostic.English);
        json.RawPlace(diagnostic.Place);
    });

    public static void Failed(Utf8JsonWriter json, string file, Failure failure, Language language)
    {
        json.WriteString("file", file);
        json.WriteString("stage", failure.Stage);
        json.WriteString("code", failure.Code);
        json.WriteString("says", language == Language.Chinese ? failure.Chinese : failure.English);
    }
}

using System.Text.Json;
using Extract.Checks;
using Extract.Cli.Commands;
using Extract.Diagnostics;
using Extract.Text;

namespace Extract.Cli.Json;

/// <summary>Failing checks as SARIF 2.1.0 (OASIS), for the viewers that read it.</summary>
internal static class SarifJson
{
    public static string Write(IReadOnlyList<CheckedDocument> documents, IReadOnlyList<CatalogueLine> catalogue, Language language) => JsonOut.Text(json => json.Item(() =>
    {
        json.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        json.WriteString("version", "2.1.0");
        json.Array("runs", (int[])[0], _ => json.Item(() =>
        {
            var failing = documents.SelectMany(d => d.Findings.Where(f => f.Finding.Verdict == Verdict.Fails).Select(f => (Document: d, Said: f))).ToArray();
            json.Object("tool", () => json.Object("driver", () =>
            {
                json.WriteString("name", "extract");
                json.WriteString("version", typeof(SarifJson).Assembly.GetName().Version!.ToString(3));
                json.Array("rules", failing.Select(f => f.Said.Finding.Check).Distinct().Order(StringComparer.Ordinal), id => json.Item(() => Rule(json, id, catalogue.FirstOrDefault(c => c.Id == id), language)));
            }));
            json.WriteString("columnKind", "unicodeCodePoints");
            json.Array("results", failing, f => json.Item(() => Result(json, f.Document, f.Said, language)));
        }));
    }));

    private static void Rule(Utf8JsonWriter json, string id, CatalogueLine? check, Language language)
    {
        json.WriteString("id", id);
        if (check is null) return;
        json.Object("shortDescription", () => json.WriteString("text", language == Language.Chinese ? check.TitleChinese : check.TitleEnglish));
        json.Object("fullDescription", () => json.WriteString("text", language == Language.Chinese ? check.FormulaChinese : check.FormulaEnglish));
    }

    private static void Result(Utf8JsonWriter json, CheckedDocument document, SaidFinding said, Language language)
    {
        var finding = said.Finding;
        json.WriteString("ruleId", finding.Check);
        json.WriteString("level", finding.Severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "note" });
        var says = language == Language.Chinese ? said.Words.SaysChinese : said.Words.SaysEnglish;
        json.Object("message", () => json.WriteString("text", finding.Formula.Length > 0 ? $"{says} {finding.Formula}" : says));
        json.Array("locations", finding.Operands.Where(o => o.Place is not null).OrderBy(o => o.Role != Role.Stated).Take(1), operand => json.Item(() =>
            json.Object("physicalLocation", () =>
            {
                json.Object("artifactLocation", () => json.WriteString("uri", Uri.EscapeDataString(document.File).Replace("%2F", "/", StringComparison.Ordinal)));
                // Display columns are not characters, so a line is all that is said of a text; other formats have no lines.
                if (operand.Place is TextPlace text) json.Object("region", () => json.WriteNumber("startLine", text.Line));
            })));
        json.Object("partialFingerprints", () => json.WriteString("extract/1", finding.Id));
    }
}

using Extract.Checks;
using Extract.Diagnostics;
using Extract.Documents;

namespace Extract.Tests.Checks;

/// <summary>The published texts, each true inconsistency found and nothing else called a failure.</summary>
public sealed class SeedTests
{
    private static Report Report(string start)
    {
        var path = SharedFiles.TextOf("seeds", start);
        return Checker.Run(Extraction.Read(Readers.Open(Path.GetFileName(path), File.ReadAllBytes(path))));
    }

    private static string[] Failures(Report report) =>
        [.. report.Findings.Where(static finding => finding.Verdict == Verdict.Fails).Select(static finding => $"{finding.Severity} {finding.Check} {finding.Stated}/{finding.Computed} {finding.Cause}".TrimEnd())];

    [SharedFact]
    public void A_final_account_with_twelve_forms()
    {
        var report = Report("000");
        Assert.Equal(
            [
                "Error N-17 3935.41/3779.98 budget_final_swapped", "Error N-33 86.80/87.35", "Warning U-04 84,82/", "Warning U-08 33.99/12.00",
                "Warning P-17 10/< 10 strict_limit", "Warning P-17 10/< 10 strict_limit", "Note U-03 3935.41万元/", "Note P-29 产出/效益",
            ],
            Failures(report));
        var cut = report.Findings.Where(static finding => finding.Cause == "truncated").Select(static finding => finding.Stated).Order(StringComparer.Ordinal);
        Assert.Equal(["9.3", "9.73", "9.91", "9.99", "99.9", "99.9"], cut);
        Assert.All(report.Findings.Where(static finding => finding.Verdict == Verdict.HoldsWithinRounding), static finding => Assert.Equal(Severity.Note, finding.Severity));
    }

    [SharedFact]
    public void A_report_that_reconciles_leaves_two_rows_blank() =>
        Assert.Equal(["Warning P-34 /", "Warning P-34 /"], Failures(Report("001")));

    [SharedFact]
    public void Five_forms_of_a_word_processor() =>
        Assert.Equal(["Error N-17 100/84.67 copied_sentence", "Error P-32 423.25/423.65 misprinted_digit", "Warning U-08 10.54/10.51 misprinted_digit"], Failures(Report("002")));

    [SharedFact]
    public void An_evaluation_report_with_its_scoring_table() =>
        Assert.Equal(["Error U-08 36.17/35.72", "Error N-03 1557.77/1550.77 misprinted_digit", "Warning P-25 所/条"], Failures(Report("003")));

    [SharedFact]
    public void A_form_that_keeps_its_own_printed_rules()
    {
        var report = Report("004");
        Assert.Empty(Failures(report));
        Assert.True(report.Coverage.Held > 100);
    }
}

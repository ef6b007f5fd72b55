using System.Text;
using Extract.Checks;
using Extract.Diagnostics;
using Extract.Documents;

namespace Extract.Corpus.Tests;

/// <summary>Documents that end too early.</summary>
public sealed class CutForms
{
    /// <summary>Forms of one project each, whose indicators have weights and scores.</summary>
    [Theory]
    [InlineData("qingpuling-food-2024.txt")]
    [InlineData("qingpuling-fire-2024.txt")]
    public void A_file_that_ends_among_the_indicators_says_so_and_no_sum_over_missing_rows_fails(string name)
    {
        var lines = File.ReadAllText(Path.Combine(Corpus.Root, "corpus", "documents", name)).Split('\n');
        var first = Array.FindIndex(lines, static line => line.Contains("产出指标", StringComparison.Ordinal));
        var last = Array.FindIndex(lines, static line => line.Contains("合计", StringComparison.Ordinal) || line.Contains("自评总分", StringComparison.Ordinal) || line.Contains("总分", StringComparison.Ordinal));
        Assert.True(first > 0 && last > first);
        string[] planted = [.. Corpus.Expected(name)["findings"]!.AsArray().Select(static node => node!["check"]!.ToString())];
        List<string> silent = [];
        for (var cut = first + 4; cut < last - 1; cut += 3)
        {
            var read = Extraction.Read(Readers.Open(name, Encoding.UTF8.GetBytes(string.Join('\n', lines[..cut]))));
            if (!read.Diagnostics.Any(static d => d.Kind == DiagnosticKinds.FormCut)) silent.Add($"line {cut}: nothing said");
            foreach (var finding in Checker.Run(read).Findings)
                if (finding is { Verdict: Verdict.Fails, Severity: Severity.Error } && !planted.Contains(finding.Check)) silent.Add($"line {cut}: {finding.Check} {finding.Formula}");
        }
        Assert.True(silent.Count == 0, string.Join('\n', silent.Take(30)));
    }
}

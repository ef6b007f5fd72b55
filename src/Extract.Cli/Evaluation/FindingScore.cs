using System.Text.Json;
using System.Text.RegularExpressions;

namespace Extract.Cli.Evaluation;

/// <summary>
/// Failing checks against the gold's findings. A finding of ours and one of the gold are the same where two of their numbers are.
/// Only the gold's arithmetic ones can be missed; ours is false where it is an error and the gold has nothing like it.
/// </summary>
internal sealed partial class FindingScore
{
    public int Found { get; private set; }

    public int Missed { get; private set; }

    public int False { get; private set; }

    public List<Difference> Differences { get; } = [];

    public void Compare(JsonElement gold, JsonElement ours)
    {
        if (!gold.TryGetProperty("findings", out var findings)) return;
        var golds = findings.EnumerateArray().Select(f => (Finding: f, Numbers: Numbers(f, "statement", "expected", "difference", "quote"))).ToArray();
        var failing = ours.GetProperty("findings").EnumerateArray().Where(f => Text(f, "verdict") == "fails")
            .Select(f => (Finding: f, Numbers: Numbers(f, "formula", "stated", "computed"))).ToArray();
        foreach (var (finding, numbers) in golds.Where(g => Text(g.Finding, "kind") == "arithmetic"))
        {
            if (failing.Any(f => Alike(f.Numbers, numbers))) Found++;
            else
            {
                Missed++;
                Differences.Add(new Difference("findings: missed", Text(finding, "statement"), ""));
            }
        }
        foreach (var (finding, numbers) in failing.Where(f => Text(f.Finding, "severity") == "error" && !golds.Any(g => Alike(g.Numbers, f.Numbers))))
        {
            False++;
            Differences.Add(new Difference("findings: not in the gold", "", $"{Text(finding, "check")} {Text(finding, "says")} {Text(finding, "formula")}"));
        }
    }

    private static bool Alike(HashSet<string> ours, HashSet<string> gold) => ours.Count(gold.Contains) >= 2;

    private static HashSet<string> Numbers(JsonElement finding, params string[] names) =>
        names.SelectMany(n => Number().Matches(Text(finding, n)).Select(m => m.Value)).ToHashSet(StringComparer.Ordinal);

    private static string Text(JsonElement finding, string name) =>
        finding.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    [GeneratedRegex(@"\d+(\.\d+)?")]
    private static partial Regex Number();
}

using System.Text.Json;
using System.Text.RegularExpressions;

namespace Extract.Cli.Evaluation;

/// <summary>
/// Findings against the gold's. Where the gold names the check, ours is the same with that check and the same stated number; where it
/// tells in words, with two of its numbers. Only checks and arithmetic can be missed, since the gold lists typing errors too; ours is
/// false where it fails as an error and the gold has nothing like it.
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
        var golds = findings.EnumerateArray().ToArray();
        var listed = ours.GetProperty("findings").EnumerateArray().Where(f => Text(f, "verdict") != "cannot_run").ToArray();
        foreach (var expected in golds.Where(g => Text(g, "check").Length > 0 || Text(g, "kind") == "arithmetic"))
        {
            if (listed.Any(f => Alike(expected, f))) Found++;
            else
            {
                Missed++;
                Differences.Add(new Difference("findings: missed", $"{Text(expected, "check")} {Text(expected, "stated")} {Text(expected, "statement")} {Text(expected, "quote")}".Trim(), ""));
            }
        }
        foreach (var finding in listed.Where(f => Text(f, "verdict") == "fails" && Text(f, "severity") == "error" && !golds.Any(g => Alike(g, f))))
        {
            False++;
            Differences.Add(new Difference("findings: not in the gold", "", $"{Text(finding, "check")} {Text(finding, "says")} {Text(finding, "formula")}"));
        }
    }

    private static bool Alike(JsonElement gold, JsonElement ours)
    {
        if (Text(gold, "check") is not { Length: > 0 } check)
            return Numbers(ours, "formula", "stated", "computed").Intersect(Numbers(gold, "statement", "expected", "difference", "quote")).Count() >= 2;
        var stated = Numbers(gold, "stated");
        return check == Text(ours, "check") && (stated.Count == 0 || Numbers(ours, "stated", "formula").Overlaps(stated));
    }

    private static HashSet<string> Numbers(JsonElement finding, params string[] names) =>
        names.SelectMany(n => Number().Matches(Text(finding, n)).Select(m => m.Value)).ToHashSet(StringComparer.Ordinal);

    private static string Text(JsonElement finding, string name) =>
        finding.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    [GeneratedRegex(@"\d+(\.\d+)?")]
    private static partial Regex Number();
}

using Extract.Forms;
using Extract.Records;
using Extract.Text;

namespace Extract.Tests.Tables.Broken;

/// <summary>A form as read, cell by cell against the form as it was.</summary>
internal static class Comparison
{
    /// <summary>The cells that differ, as “row column: known ≠ read”; empty where every indicator cell and every fund cell is exact.</summary>
    public static IReadOnlyList<string> Differences(KnownForm known, Disclosure read)
    {
        if (read.SelfEvaluations.Length != 1) return [$"forms: 1 ≠ {read.SelfEvaluations.Length}"];
        var form = read.SelfEvaluations[0];
        List<string> differences = [];
        Compare(differences, "fund", [.. known.Funds.Select(Cells)], [.. form.Funds.Select(Cells)]);
        Compare(differences, "indicator", [.. known.Indicators.Select(Cells)], [.. form.Indicators.Select(Cells)]);
        return differences;
    }

    private static void Compare(List<string> differences, string what, (string Name, string Value)[][] known, (string Name, string Value)[][] read)
    {
        if (known.Length != read.Length) differences.Add($"{what} rows: {known.Length} ≠ {read.Length}");
        for (var r = 0; r < Math.Min(known.Length, read.Length); r++)
            for (var c = 0; c < known[r].Length; c++)
                if (Key(known[r][c].Value) != Key(read[r][c].Value))
                    differences.Add($"{what} {r + 1} {known[r][c].Name}: “{known[r][c].Value}” ≠ “{read[r][c].Value}”");
    }

    private static (string, string)[] Cells(KnownFund f) =>
    [
        ("source", f.Source), ("initial", f.Initial), ("adjusted", f.Adjusted), ("executed", f.Executed), ("rate", f.Rate), ("weight", f.Weight), ("score", f.Score),
    ];

    private static (string, string)[] Cells(Fund f) =>
    [
        ("source", f.Source.Text), ("initial", f.Initial.Text), ("adjusted", f.Adjusted.Text), ("executed", f.Executed.Text), ("rate", f.Rate.Text),
        ("weight", f.Weight.Text), ("score", f.Score.Text),
    ];

    private static (string, string)[] Cells(KnownIndicator i) =>
    [
        ("level1", i.Level1), ("level2", i.Level2), ("level3", i.Level3), ("operator", Sign(i.Operator)), ("target", i.Target), ("unit", i.Unit),
        ("actual", i.Actual), ("weight", i.Weight), ("score", i.Score), ("reason", i.Reason),
    ];

    private static (string, string)[] Cells(Indicator i) =>
    [
        ("level1", i.Level1.Text), ("level2", i.Level2.Text), ("level3", i.Level3.Text), ("operator", Sign(i.Operator)), ("target", i.Target.Text), ("unit", i.Unit),
        ("actual", i.Actual.Text), ("weight", i.Weight.Text), ("score", i.Score.Text), ("reason", i.Reason.Text),
    ];

    /// <summary>An operator in words is as good as its sign.</summary>
    private static string Sign(string printed) => printed.Length == 0 ? "" : Operators.SignOf(printed) ?? printed;

    private static string Key(string text) => Characters.Key(text);
}

using System.Text.Json.Nodes;
using Extract.Forms;
using Extract.Records;
using Extract.Text;

namespace Extract.Corpus.Tests;

/// <summary>
/// What was read against what is expected, cell by cell. Only the fields an expectation names are compared; white space, the width of
/// ASCII characters and an operator's wording are not.
/// </summary>
internal static class Expectations
{
    public static IReadOnlyList<string> Differences(JsonArray expected, IReadOnlyList<SelfEvaluation> read)
    {
        List<string> differences = [];
        if (expected.Count != read.Count) differences.Add($"self-evaluations: {expected.Count} ≠ {read.Count}");
        for (var i = 0; i < Math.Min(expected.Count, read.Count); i++)
        {
            Compare(differences, $"form {i + 1}", expected[i]!.AsObject(), Values(read[i]));
            Rows(differences, $"form {i + 1} fund", expected[i]!["budget"]!.AsArray(), [.. read[i].Funds.Select(Values)]);
            Rows(differences, $"form {i + 1} indicator", expected[i]!["indicators"]!.AsArray(), [.. read[i].Indicators.Select(Values)]);
        }
        return differences;
    }

    /// <summary>How many cells are compared: those that an expectation names and the record has.</summary>
    public static int Cells(JsonArray expected)
    {
        var count = 0;
        foreach (var form in expected.Select(static form => form!.AsObject()))
            foreach (var row in form["budget"]!.AsArray().Concat(form["indicators"]!.AsArray()).Append(form))
                count += row!.AsObject().Count(static field => field.Key is not "budget" and not "indicators" && (field.Value is not JsonArray parts || parts.Count > 0) && Text(field.Value).Length > 0);
        return count;
    }

    private static void Rows(List<string> differences, string what, JsonArray expected, IReadOnlyList<Dictionary<string, string>> read)
    {
        if (expected.Count != read.Count) differences.Add($"{what} rows: {expected.Count} ≠ {read.Count}");
        for (var r = 0; r < Math.Min(expected.Count, read.Count); r++) Compare(differences, $"{what} {r + 1}", expected[r]!.AsObject(), read[r]);
    }

    private static void Compare(List<string> differences, string what, JsonObject expected, Dictionary<string, string> read)
    {
        foreach (var (name, value) in expected)
        {
            if (!read.TryGetValue(name, out var actual)) continue;
            var wanted = Text(value);
            if (Key(name, wanted) != Key(name, actual)) differences.Add($"{what} {name}: “{wanted}” ≠ “{actual}”");
        }
    }

    /// <summary>A field that holds several parts (goals of several rows) is their text in order.</summary>
    private static string Text(JsonNode? value) => value switch
    {
        null => "",
        JsonArray parts => string.Concat(parts.Select(Text)),
        JsonObject part => Text(part["text"]),
        _ => value.ToString(),
    };

    private static string Key(string name, string text) =>
        name == "operator" && text.Length > 0 ? Operators.SignOf(text) ?? text : Characters.Key(text);

    private static Dictionary<string, string> Values(SelfEvaluation form) => new(StringComparer.Ordinal)
    {
        ["project_code"] = form.ProjectCode.Text,
        ["project_name"] = form.ProjectName.Text,
        ["competent_department"] = form.Department.Text,
        ["implementing_unit"] = form.ImplementingUnit.Text,
        ["year_goal"] = form.YearGoal.Text,
        ["goal_completion"] = form.GoalCompletion.Text,
        ["overview"] = form.Overview.Text,
        ["total_weight"] = form.TotalWeight.Text,
        ["total_score"] = form.TotalScore.Text,
        ["conclusion"] = form.Conclusion.Text,
        ["problems"] = form.Problems.Text,
        ["improvements"] = form.Improvements.Text,
        ["project_leader"] = form.ProjectLeader.Text,
        ["finance_leader"] = form.FinanceLeader.Text,
        ["filled_by"] = form.FilledBy.Text,
        ["phone"] = form.Phone.Text,
    };

    private static Dictionary<string, string> Values(Fund fund) => new(StringComparer.Ordinal)
    {
        ["source"] = fund.Source.Text,
        ["initial"] = fund.Initial.Text,
        ["adjusted"] = fund.Adjusted.Text,
        ["budget"] = fund.Budget.Text,
        ["received"] = fund.Received.Text,
        ["executed"] = fund.Executed.Text,
        ["rate"] = fund.Rate.Text,
        ["weight"] = fund.Weight.Text,
        ["score"] = fund.Score.Text,
    };

    private static Dictionary<string, string> Values(Indicator row) => new(StringComparer.Ordinal)
    {
        ["level1"] = row.Level1.Text,
        ["level2"] = row.Level2.Text,
        ["level3"] = row.Level3.Text,
        ["level4"] = row.Level4.Text,
        ["explanation"] = row.Explanation.Text,
        ["description"] = row.Explanation.Text,
        ["operator"] = row.Operator,
        ["target"] = row.Target.Text,
        ["unit"] = row.Unit,
        ["actual"] = row.Actual.Text,
        ["completed"] = row.Completed.Text,
        ["completion_rate"] = row.CompletionRate.Text,
        ["weight"] = row.Weight.Text,
        ["score"] = row.Score.Text,
        ["reason"] = row.Reason.Text,
    };
}

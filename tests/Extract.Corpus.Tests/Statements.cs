using System.Text.Json.Nodes;
using Extract.Records;
using Extract.Text;

namespace Extract.Corpus.Tests;

/// <summary>Figures stated in sentences: expected against read, each read one taken once.</summary>
internal static class Statements
{
    /// <summary>Expected figures that were not read, and read figures of the expected sections that nobody wrote.</summary>
    public static (IReadOnlyList<string> Missing, IReadOnlyList<string> Invented) Match(JsonArray expected, IEnumerable<Statement> read)
    {
        var left = read.ToList();
        List<string> missing = [];
        var sections = new HashSet<string>(StringComparer.Ordinal);
        foreach (var figure in expected)
        {
            sections.Add(Section(figure!["section"]!.ToString()));
            var found = left.FindIndex(statement => Same(figure, statement));
            if (found >= 0) left.RemoveAt(found);
            else missing.Add($"{figure["kind"]} {figure["item"]}: {figure["value"]} {figure["unit"]} in “{figure["quote"]}”");
        }
        return (missing, [.. left.Where(s => sections.Contains(Section(s.Section))).Select(static s => $"{s.Kind} {s.Item}: {s.Figure.Printed} in “{s.Quote}”")]);
    }

    private static bool Same(JsonNode figure, Statement statement)
    {
        var (quote, other) = (Characters.Key(figure["quote"]!.ToString()), Characters.Key(statement.Quote));
        return Number(figure["value"]!.ToString()) == Number(statement.Figure.Printed)
            && figure["kind"]!.ToString().Replace("_", "", StringComparison.Ordinal).Equals(statement.Kind.ToString(), StringComparison.OrdinalIgnoreCase)
            && (figure["year"] is null || statement.Year is null || (int)figure["year"]! == statement.Year)
            && (other.Contains(quote, StringComparison.Ordinal) || quote.Contains(other, StringComparison.Ordinal));
    }

    /// <summary>A fall is negative by its value; its digits are printed without a sign.</summary>
    private static string Number(string printed) => Characters.Key(printed).TrimStart('-');

    /// <summary>The outermost heading.</summary>
    private static string Section(string section) => Characters.Key(section.Split('/')[0]);
}

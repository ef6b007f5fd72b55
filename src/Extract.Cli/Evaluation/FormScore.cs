using System.Text.Json;

namespace Extract.Cli.Evaluation;

/// <summary>Compares forms, their funds and indicators, accounts and document facts with the gold. Keys the gold has not are not compared.</summary>
internal sealed class FormScore
{
    /// <summary>Names under which a gold file keeps what the records call otherwise.</summary>
    private static readonly Dictionary<string, string> OurName = new(StringComparer.Ordinal)
    {
        ["competent_department"] = "department",
        ["description"] = "explanation",
        ["类"] = "class",
        ["款"] = "section",
        ["项"] = "item",
    };

    /// <summary>The document's own facts: the gold's name of each, and ours.</summary>
    private static readonly (string Gold, string Ours)[] DocumentFacts =
        [("title", "title"), ("unit", "filer"), ("region", "region"), ("fiscal_year", "fiscal_year"), ("unit_of_amount", "unit")];

    public Tally Document { get; } = new();

    public Tally Funds { get; } = new();

    public Tally Indicators { get; } = new();

    public Tally Texts { get; } = new();

    public Tally Accounts { get; } = new();

    public void Compare(JsonElement gold, JsonElement ours)
    {
        if (gold.TryGetProperty("document", out var facts) && facts.ValueKind == JsonValueKind.Object)
            foreach (var (name, our) in DocumentFacts)
                if (facts.TryGetProperty(name, out var value)) Document.Count($"document.{our}", Text(value), Text(ours.GetProperty("document").GetProperty(our)));
        if (gold.TryGetProperty("accounts", out var accounts)) Rows("accounts", accounts, ours.GetProperty("accounts"), Accounts, ["year", "unit", "quote"]);
        if (!gold.TryGetProperty("self_evaluations", out var forms)) return;
        var read = ours.GetProperty("self_evaluations").EnumerateArray().ToArray();
        var position = 0;
        foreach (var form in forms.EnumerateArray())
        {
            var index = form.TryGetProperty("index", out var number) ? number.GetInt32() : position + 1;
            var match = read.FirstOrDefault(r => r.GetProperty("index").GetInt32() == index);
            Form($"self_evaluations[{index}]", form, match);
            position++;
        }
    }

    private void Form(string path, JsonElement gold, JsonElement ours)
    {
        foreach (var property in gold.EnumerateObject())
        {
            var name = OurName.GetValueOrDefault(property.Name, property.Name);
            if (name is "budget" or "funds") Rows($"{path}.funds", property.Value, Member(ours, "funds"), Funds, ["note"]);
            else if (name == "indicators") Rows($"{path}.indicators", property.Value, Member(ours, "indicators"), Indicators, ["note"]);
            else if (name is not ("index" or "note" or "project_level")) Texts.Count($"{path}.{name}", Text(property.Value), ours.ValueKind == JsonValueKind.Object ? Text(Member(ours, name)) : null);
        }
    }

    /// <summary>Rows in order, aligned so that most cells agree; every cell of a gold row is counted, and a row too many is a difference.</summary>
    private static void Rows(string path, JsonElement gold, JsonElement ours, Tally tally, string[] left)
    {
        var golds = gold.EnumerateArray().ToArray();
        var read = ours.ValueKind == JsonValueKind.Array ? ours.EnumerateArray().ToArray() : [];
        var match = Align(golds.Length, read.Length, (g, r) => Cells(golds[g], left).Count(c => Compared.Same(c.Gold, Text(Member(read[r], c.Name)))));
        for (var g = 0; g < golds.Length; g++)
            foreach (var (name, value) in Cells(golds[g], left))
                tally.Count($"{path}[{g + 1}].{name}", value, match[g] < 0 ? null : Text(Member(read[match[g]], name)));
        for (var r = 0; r < read.Length; r++)
            if (!match.Contains(r)) tally.Differences.Add(new Difference($"{path}: +{r + 1}", "", read[r].GetRawText().ReplaceLineEndings("")));
    }

    private static IEnumerable<(string Name, string Gold)> Cells(JsonElement row, string[] left) => row.EnumerateObject()
        .Where(p => !left.Contains(p.Name)).Select(p => (OurName.GetValueOrDefault(p.Name, p.Name), Text(p.Value)));

    /// <summary>For each gold row the row read for it, or -1: the alignment in order with the greatest sum (Needleman and Wunsch 1970, gaps free).</summary>
    private static int[] Align(int golds, int ours, Func<int, int, int> same)
    {
        var best = new int[golds + 1, ours + 1];
        var pair = new int[golds, ours];
        for (var g = golds - 1; g >= 0; g--)
        {
            for (var r = ours - 1; r >= 0; r--)
            {
                pair[g, r] = same(g, r);
                best[g, r] = Math.Max(pair[g, r] + best[g + 1, r + 1], Math.Max(best[g + 1, r], best[g, r + 1]));
            }
        }
        var match = Enumerable.Repeat(-1, golds).ToArray();
        for (int g = 0, r = 0; g < golds && r < ours;)
        {
            if (pair[g, r] > 0 && best[g, r] == pair[g, r] + best[g + 1, r + 1]) match[g++] = r++;
            else if (best[g, r] == best[g + 1, r]) g++;
            else r++;
        }
        return match;
    }

    private static JsonElement Member(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : default;

    /// <summary>A value as text: null is an absent cell, a list is its texts one after the other.</summary>
    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.Array => string.Concat(value.EnumerateArray().Select(Text)),
        JsonValueKind.Object => Text(Member(value, "text")),
        _ => "",
    };
}

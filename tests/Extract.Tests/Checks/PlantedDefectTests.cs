using Extract.Checks;
using Extract.Diagnostics;
using Extract.Documents;
using Extract.Records;
using Xunit.Abstractions;

namespace Extract.Tests.Checks;

/// <summary>Defects planted one at a time: found at the right place, and nothing else called an error.</summary>
public sealed class PlantedDefectTests(ITestOutputHelper output)
{
    private static readonly string[] Folders = ["final_accounts", "budgets"];

    private static readonly string[] OfForms = ["changed digit", "swapped lanes", "unit slip", "shifted row", "copied sentence"];

    private static Disclosure Drawn => AccountDrawn.Told().Share("住房保障支出", "12.00%").Disclosure;

    [Fact]
    public void Defects_planted_in_a_drawn_account_are_found() => Assert.True(Recall([Drawn], 200, OfForms) >= 0.95);

    [Fact]
    public void An_account_that_agrees_gives_no_error_and_rounding_gives_none() => Assert.Equal(0, ErrorsByRounding([Drawn], 100));

    [SharedFact]
    public void Defects_planted_in_published_accounts_and_budgets_are_found() => Assert.True(Recall(Published(), 500, PlantedDefects.Kinds) >= 0.95);

    [SharedFact]
    public void Published_accounts_changed_by_rounding_alone_give_no_error() => Assert.Equal(0, ErrorsByRounding(Published(), 200));

    private static List<Disclosure> Published()
    {
        var files = Folders.SelectMany(static folder => Directory.GetFiles(SharedFiles.PathOf(Path.Combine("real", folder)), "*.pdf")).Order(StringComparer.Ordinal);
        return [.. files.Select(static path => Extraction.Read(Readers.Open(Path.GetFileName(path), File.ReadAllBytes(path)))).Where(static disclosure => disclosure.Facts.Count(static fact => fact.Entry.Figure is not null) > 50)];
    }

    private double Recall(List<Disclosure> documents, int places, IReadOnlyList<string> kinds)
    {
        var benches = documents.Select(static (disclosure, i) => new PlantedDefects(disclosure, 7 + i)).ToList();
        var counts = kinds.ToDictionary(static kind => kind, static _ => (Planted: 0, Found: 0));
        for (var i = 0; i < places; i++)
        {
            var kind = kinds[i % kinds.Count];
            if (PlantIn(benches, i / kinds.Count, kind) is not var (bench, planted)) continue;
            var found = bench.IsFound(planted);
            if (!found) output.WriteLine($"missed {kind}: {string.Join(", ", planted.Places.Take(2))}");
            counts[kind] = (counts[kind].Planted + 1, counts[kind].Found + (found ? 1 : 0));
        }
        foreach (var (kind, (planted, found)) in counts) output.WriteLine($"{kind}: {found} of {planted}");
        var (all, right) = (counts.Values.Sum(static count => count.Planted), counts.Values.Sum(static count => count.Found));
        output.WriteLine($"all: {right} of {all}");
        Assert.True(all > 0);
        return right / (double)all;
    }

    /// <summary>The defect in the document whose turn it is, else in the next that has a place for it.</summary>
    private static (PlantedDefects Bench, Planted Planted)? PlantIn(List<PlantedDefects> benches, int turn, string kind)
    {
        for (var i = 0; i < benches.Count; i++)
        {
            var bench = benches[(turn + i) % benches.Count];
            if (bench.Plant(kind) is { } planted) return (bench, planted);
        }
        return null;
    }

    private int ErrorsByRounding(List<Disclosure> documents, int places)
    {
        var errors = 0;
        var benches = documents.Select(static (disclosure, i) => new PlantedDefects(disclosure, 70 + i)).ToList();
        for (var i = 0; i < places; i++)
        {
            var bench = benches[i % benches.Count];
            if (bench.Round() is not { } rounded) continue;
            foreach (var finding in bench.NewErrors(rounded.Disclosure))
            {
                errors++;
                output.WriteLine($"{finding.Check} {finding.Subject} {finding.Formula}");
            }
        }
        return errors + (documents.Count == 1 ? benches[0].Clean.Findings.Count(static finding => finding is { Verdict: Verdict.Fails, Severity: Severity.Error }) : 0);
    }
}

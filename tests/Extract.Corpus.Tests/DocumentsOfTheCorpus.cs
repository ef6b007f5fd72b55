using System.Text.Json;
using System.Text.Json.Nodes;
using Extract.Checks;
using Extract.Diagnostics;
using Extract.Tests.Tables.Broken;
using Extract.Text;

namespace Extract.Corpus.Tests;

/// <summary>Every document of corpus/ end to end, against what is written beside it.</summary>
public sealed class DocumentsOfTheCorpus
{
    public static TheoryData<string> Names => Corpus.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_cell_of_every_form_is_as_its_author_wrote_it(string name) =>
        Empty(Expectations.Differences(Corpus.Expected(name)["self_evaluations"]!.AsArray(), Corpus.Read(name).SelfEvaluations));

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_figure_of_its_sentences_is_read(string name) =>
        Empty(Statements.Match(Corpus.Expected(name)["figures"]!.AsArray(), Corpus.Read(name).Statements).Missing);

    [Theory]
    [MemberData(nameof(Names))]
    public void No_figure_is_invented_in_the_sections_of_final_accounts(string name)
    {
        if (Corpus.Expected(name)["accounts"] is null) return;
        Empty(Statements.Match(Corpus.Expected(name)["figures"]!.AsArray(), Corpus.Read(name).Statements).Invented);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_item_of_expenditure_is_read_with_its_amount_rate_and_reason(string name)
    {
        var expected = Corpus.Expected(name)["accounts"]?.AsArray() ?? [];
        string[] known = [.. expected.Select(static a => Line(a!["类"], a["款"], a["项"], a["amount"], a["completion_rate"], a["comparison"], a["reason"]))];
        string[] read = [.. Corpus.Read(name).Accounts.Select(static a => Line(a.Class, a.Section, a.Item, a.Amount.Text, a.CompletionRate.Text, a.Comparison, a.Reason))];
        Assert.Equal(known, read);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void It_says_whose_it_is_and_for_which_year(string name)
    {
        var (expected, about) = (Corpus.Expected(name)["document"]!, Corpus.Read(name).About);
        Assert.Equal(Characters.Key(expected["unit"]!.ToString()), Characters.Key(about.Filer.Text));
        Assert.Equal(expected["region"]!.ToString(), about.Region);
        Assert.Equal((int?)expected["fiscal_year"], about.FiscalYear);
        Assert.Equal(expected["unit_of_amount"]!.ToString(), about.Unit);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Its_errors_are_the_planted_ones_and_no_others(string name)
    {
        var planted = Corpus.Expected(name)["findings"]!.AsArray();
        var failures = Checker.Run(Corpus.Read(name)).Findings.Where(static f => f.Verdict == Verdict.Fails).ToList();
        var errors = failures.Where(static f => f.Severity == Severity.Error);
        List<string> differences = [];
        foreach (var plant in planted)
            if (!failures.Any(failure => Finds(failure, plant!))) differences.Add($"missed: {plant!.ToJsonString()}");
        foreach (var error in errors)
            if (!planted.Any(plant => Finds(error, plant!))) differences.Add($"not planted: {error.Check} {error.Subject}: {error.Formula}");
        Empty(differences);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void No_character_is_lost_or_placed_twice(string name)
    {
        var (lost, doubled) = Ink.Of(Corpus.Read(name));
        Empty([.. lost.Select(static at => "lost " + at), .. doubled.Select(static at => "twice " + at)]);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Reading_it_again_says_the_same(string name) => Assert.Equal(Everything(name), Everything(name));

    /// <summary>A finding is a planted one if it is of its check and states, or computes, its value; a planted cause must be the one given.</summary>
    private static bool Finds(Finding finding, JsonNode planted) =>
        finding.Check == planted["check"]!.ToString()
        && (finding.Stated == planted["stated"]!.ToString() || finding.Computed == planted["stated"]!.ToString())
        && (planted["cause"]!.ToString().Length == 0 || planted["cause"]!.ToString() == finding.Cause);

    private static string Everything(string name)
    {
        var read = Corpus.Read(name);
        return JsonSerializer.Serialize(new { read.About, read.Tables, read.Statements, read.Accounts, read.SelfEvaluations, Checker.Run(read).Findings });
    }

    private static string Line(params object?[] parts) => string.Join(" | ", parts.Select(static part => Characters.Key(part?.ToString() ?? "")));

    private static void Empty(IReadOnlyList<string> differences) =>
        Assert.True(differences.Count == 0, $"{differences.Count}:\n" + string.Join('\n', differences.Take(40)));
}

using Extract.Checks;
using Extract.Diagnostics;
using Xunit.Abstractions;

namespace Extract.Tests.Checks;

public sealed class CatalogueTests(ITestOutputHelper output)
{
    public static TheoryData<string> Ids => [.. Catalogue.Entries.Where(static entry => !entry.IsBetween).Select(static entry => entry.Id)];

    public static TheoryData<string> Rounded => [.. Examples.All.Where(static pair => pair.Value.Rounds is not null).Select(static pair => pair.Key)];

    [Fact]
    public void Every_check_has_an_example_that_holds_and_one_that_fails() =>
        Assert.Equal(Catalogue.Entries.Where(static entry => !entry.IsBetween).Select(static entry => entry.Id).Order(), Examples.All.Keys.Order());

    [Fact]
    public void Every_check_that_can_round_has_an_example_that_only_rounds()
    {
        foreach (var entry in Catalogue.Entries.Where(static entry => !entry.IsBetween))
            output.WriteLine($"{entry.Id}: holds, fails{(Examples.All[entry.Id].Rounds is null ? "" : ", rounds")}");
        Assert.Empty(Catalogue.Entries.Where(static entry => !entry.IsBetween && CanRound(entry) && Examples.All[entry.Id].Rounds is null).Select(static entry => entry.Id));
    }

    /// <summary>Amounts and percentages are rounded; counts, words and the points of forms are not.</summary>
    private static bool CanRound(CatalogueEntry entry) =>
        entry.Id[0] != 'P' && entry.Shape is Shape.Sum or Shape.Same or Shape.Ratio or Shape.AtMost && entry.Tolerance is Tolerance.Sum or Tolerance.Equal or Tolerance.Percent or Tolerance.Order;

    [Fact]
    public void Ids_are_unique_and_every_sentence_stands_in_both_languages()
    {
        Assert.Equal(Catalogue.Entries.Length, Catalogue.Entries.Select(static entry => entry.Id).Distinct().Count());
        foreach (var entry in Catalogue.Entries)
            foreach (var sentence in (Sentence[])[entry.Title, entry.Formula, entry.Where])
                Assert.True(sentence.Chinese.Length > 0 && sentence.English.Length > 0, entry.Id);
    }

    [Theory, MemberData(nameof(Ids))]
    public void It_holds_where_it_should(string id)
    {
        var verdicts = Examples.All[id].Holds.Apply(id);
        Assert.All(verdicts, static judgement => Assert.Equal(Verdict.Holds, judgement.Verdict));
        // N-15 has nothing to apply to where no value grows from zero.
        Assert.True(verdicts.Count > 0 || id == "N-15");
    }

    [Theory, MemberData(nameof(Ids))]
    public void It_fails_where_it_should(string id)
    {
        // A page that is only a picture fails nothing: it could not be read.
        var verdict = id == "E-12" ? Verdict.CannotRun : Verdict.Fails;
        Assert.Contains(Examples.All[id].Fails.Apply(id), judgement => judgement.Verdict == verdict);
        Assert.Contains(Examples.All[id].Fails.Report.Findings, finding => finding.Check == id && finding.Verdict == verdict);
    }

    [Theory, MemberData(nameof(Rounded))]
    public void Rounding_is_a_note_and_never_more(string id)
    {
        var findings = Examples.All[id].Rounds!.Report.Findings.Where(finding => finding.Check == id).ToList();
        Assert.NotEmpty(findings);
        Assert.All(findings, static finding => Assert.Equal(Verdict.HoldsWithinRounding, finding.Verdict));
        Assert.All(findings, static finding => Assert.Equal(Severity.Note, finding.Severity));
    }

    [Theory, MemberData(nameof(Ids))]
    public void The_report_counts_every_application_once_and_says_the_same_twice(string id)
    {
        var first = Examples.All[id].Fails.Report;
        var again = Examples.All[id].Fails.Report;
        var coverage = first.Coverage;
        Assert.Equal(coverage.Run, coverage.Held + coverage.HeldWithinRounding + coverage.Failed + coverage.CannotRun);
        Assert.Equal(first.Findings.Length, coverage.Run - coverage.Held);
        Assert.Equal(first.Findings.Length, first.Findings.Select(static finding => finding.Id).Distinct().Count());
        Assert.Equal(first.Findings.Select(static finding => finding.Id), again.Findings.Select(static finding => finding.Id));
    }
}

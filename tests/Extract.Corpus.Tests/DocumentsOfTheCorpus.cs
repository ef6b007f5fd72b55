namespace Extract.Corpus.Tests;

/// <summary>Every document of corpus/ end to end, against what is written beside it.</summary>
public sealed class DocumentsOfTheCorpus
{
    public static TheoryData<string> Names => Corpus.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_cell_of_every_form_is_as_its_author_wrote_it(string name)
    {
        var differences = Expectations.Differences(Corpus.Expected(name)["self_evaluations"]!.AsArray(), Corpus.Read(name).SelfEvaluations);
        Assert.True(differences.Count == 0, string.Join('\n', differences.Take(40)));
    }
}

using Extract.Cli.Evaluation.Sentences;
using Extract.Documents;
using Xunit.Abstractions;

namespace Extract.Tests.Records;

/// <summary>
/// Figures of sentences against those noted by eye, document by document: number, sign, unit, item, measure, year, and the whole of a
/// share or the plan of a completion rate. What differs is printed.
/// </summary>
public class NotedFigures(ITestOutputHelper output)
{
    private const double Least = 0.97;

    public static TheoryData<string> Documents =>
        [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "SentenceGold"), "*.figures").Select(static file => Path.GetFileNameWithoutExtension(file)!).Order(StringComparer.Ordinal)];

    [SharedTheory]
    [MemberData(nameof(Documents))]
    public void The_figures_of_a_published_documents_sentences_are_read_as_a_person_reads_them(string name)
    {
        var gold = SentenceGold.Read(Path.Combine(AppContext.BaseDirectory, "SentenceGold", name + ".figures"));
        var file = gold.Find(SharedFiles.Folder!);
        Assert.NotNull(file);
        var score = SentenceScore.Of(gold, Extraction.Read(Readers.Open(Path.GetFileName(file), File.ReadAllBytes(file))));
        foreach (var difference in score.Differences) output.WriteLine($"{difference.Path}: {difference.Gold} | {difference.Ours}");
        output.WriteLine($"{name}: {score.Noted} noted, {score.Read} read, {score.Right} right; recall {score.Recall:P1}, precision {score.Precision:P1}");
        Assert.True(score.Recall >= Least, $"recall {score.Recall:P1}");
        Assert.True(score.Precision >= Least, $"precision {score.Precision:P1}");
    }
}

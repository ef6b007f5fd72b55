using Extract.Cli.Evaluation.Pdf;
using Extract.Pdf;
using Xunit.Abstractions;

namespace Extract.Tests.Pdf;

/// <summary>Published documents read by us and by poppler's pdftotext: the same characters on the same places.</summary>
public class ExactnessTests(ITestOutputHelper output)
{
    private void Agree(string folder, double characters, double words)
    {
        var all = new PageComparison();
        foreach (var path in Directory.GetFiles(SharedFiles.PathOf(folder), "*.pdf", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var theirs = Poppler.Words(path);
            Assert.NotNull(theirs);
            var pages = 0;
            foreach (var page in PdfDocument.Open(File.ReadAllBytes(path)).Pages()) all.Add($"{Path.GetFileName(path)}:{page.Number}", page, theirs[pages++]);
            Assert.Equal(theirs.Count, pages);
        }
        foreach (var (kind, (count, example)) in all.Classes) output.WriteLine($"{count,7}  {kind}: {example}");
        Assert.True(all.Agreed >= characters * all.Characters, $"{all.Agreed} of {all.Characters} characters");
        Assert.True(all.WordsWhole >= words * all.Words, $"{all.WordsWhole} of {all.Words} words");
    }

    [PopplerFact]
    public void Chinese_budgets_and_accounts_agree_with_another_reader() => Agree("real", 0.999, 0.99);

    [PopplerFact]
    public void The_documents_of_the_table_competition_agree_with_another_reader() => Agree("tables", 0.995, 0.99);
}

/// <summary>A comparison with pdftotext; skipped, saying so, where that is not installed or the published documents are not at hand.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PopplerFactAttribute : FactAttribute
{
    public PopplerFactAttribute()
    {
        if (SharedFiles.Folder is null) Skip = "The folder ../shared with the published documents is not here.";
        else if (!(Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(static f => File.Exists(Path.Combine(f, "pdftotext")))) Skip = "pdftotext (poppler-utils) is not installed.";
    }
}

using System.Text.Json;
using Extract.Cli;
using Extract.Cli.Commands;
using Extract.Tests.Store;

namespace Extract.Tests.Cli;

/// <summary>The doors with the product's own reading behind them, on the documents of the corpus.</summary>
public sealed class ProductAtTheDoor : IDisposable
{
    private readonly Folder folder = new();

    public void Dispose() => folder.Dispose();

    private static string Documents
    {
        get
        {
            var at = new DirectoryInfo(AppContext.BaseDirectory);
            while (at is not null && !File.Exists(Path.Combine(at.FullName, "Extract.sln"))) at = at.Parent;
            return Path.Combine(at!.FullName, "corpus", "documents");
        }
    }

    [Fact]
    public void The_records_and_tables_of_every_document_of_the_corpus_fit_their_schemas()
    {
        var files = Directory.GetFiles(Documents);
        Assert.True(files.Length >= 8);
        foreach (var (file, output) in files.SelectMany(f => new[] { (f, "records"), (f, "tables") }))
        {
            var run = Run.With(Pipeline.Product, "", output, file);
            Assert.Equal(0, run.Code);
            using var schema = JsonDocument.Parse(SchemaCommand.Read(output)!);
            using var value = JsonDocument.Parse(run.Out);
            Assert.Equal([], new JsonSchemaSubset(schema.RootElement).Errors(value.RootElement));
        }
    }

    [Fact]
    public void The_corpus_gives_the_same_store_for_one_worker_and_for_four()
    {
        foreach (var jobs in new[] { "1", "4" })
        {
            Assert.Equal(0, Run.With(Pipeline.Product, "", "ingest", Documents, "--db", folder.Path(jobs), "--jobs", jobs).Code);
        }
        string Digest(string db) => Run.Of("query", "--saved", "digest", "--db", folder.Path(db)).Out;
        Assert.Equal(Digest("1"), Digest("4"));
        Assert.Equal(0, Run.With(Pipeline.Product, "", "ingest", Documents, "--db", folder.Path("1")).Code);
        Assert.Equal(Digest("1"), Digest("4"));
    }

    [Fact]
    public void Every_check_of_the_catalogue_is_listed_in_both_languages()
    {
        var chinese = Run.With(Pipeline.Product, "", "checks", "--format", "json");
        var english = Run.With(Pipeline.Product, "", "checks", "--format", "json", "--lang", "en");
        using var zh = JsonDocument.Parse(chinese.Out);
        using var en = JsonDocument.Parse(english.Out);
        Assert.Equal(Extract.Checks.Catalogue.Entries.Length, zh.RootElement.GetProperty("checks").GetArrayLength());
        Assert.All(zh.RootElement.GetProperty("checks").EnumerateArray(), c => Assert.Contains(c.GetProperty("says").GetString()!, ch => ch is >= '\u4e00' and <= '\u9fff'));
        // English may quote a form's own word (未完成), but is not made of Chinese.
        Assert.All(en.RootElement.GetProperty("checks").EnumerateArray(), c => Assert.True(c.GetProperty("says").GetString()!.Count(char.IsAsciiLetter) > 8));
        using var schema = JsonDocument.Parse(SchemaCommand.Read("checks")!);
        Assert.Equal([], new JsonSchemaSubset(schema.RootElement).Errors(zh.RootElement));
    }

    [Fact]
    public void Every_finding_is_a_sentence_in_both_languages()
    {
        var run = Run.With(Pipeline.Product, "", "check", Documents, "--format", "json");
        using var report = JsonDocument.Parse(run.Out);
        var findings = report.RootElement.GetProperty("documents").EnumerateArray().SelectMany(d => d.GetProperty("findings").EnumerateArray()).ToArray();
        Assert.NotEmpty(findings);
        Assert.All(findings, finding =>
        {
            Assert.NotEmpty(finding.GetProperty("says").GetString()!);
            Assert.DoesNotContain('{', finding.GetProperty("cause").GetString()!);
        });
    }
}

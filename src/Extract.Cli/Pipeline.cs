using Extract.Checks;
using Extract.Cli.Commands;
using Extract.Documents;
using Extract.Layout;
using Extract.Records;
using Extract.Store;
using Extract.Tables;
using Extract.Text;

namespace Extract.Cli;

/// <summary>The way from bytes to findings, as the doors see it; the tests of the doors draw their own.</summary>
/// <param name="Version">What reads: other facts may come of another version.</param>
/// <param name="Open">Bytes to a document: its name, its content, the password should it be locked.</param>
/// <param name="Read">A document to what it discloses.</param>
/// <param name="Check">What it discloses to what the checks find.</param>
/// <param name="Say">A finding in words.</param>
/// <param name="Catalogue">Every check in words.</param>
internal sealed record Pipeline(
    string Version,
    Func<string, ReadOnlyMemory<byte>, string, CancellationToken, Document> Open,
    Func<Document, CancellationToken, Disclosure> Read,
    Func<Disclosure, Report> Check,
    Func<Finding, FindingSentences> Say,
    IReadOnlyList<CatalogueLine> Catalogue)
{
    /// <summary>The product's own.</summary>
    public static readonly Pipeline Product = new(
        BuildOf(typeof(Disclosure).Assembly, typeof(Readers).Assembly),
        static (file, bytes, password, cancellation) => Released(Readers.Open(file, bytes, password, cancellation)),
        Extraction.Read,
        static disclosure => Released(disclosure, Checker.Run),
        FindingWords.Say,
        [.. Checks.Catalogue.Entries.Select(FindingWords.Line)]);

    private static Document Released(Document document)
    {
        var portion = Portion.Of(document);
        Leftovers.Release(document.Sheets.Sum(static sheet => sheet.Runs.Count) / 4);
        return portion;
    }

    private static Report Released(Disclosure disclosure, Func<Disclosure, Report> check)
    {
        var rows = disclosure.Tables.Sum(static grid => grid.RowCount) + disclosure.Paragraphs.Length;
        Leftovers.Release(rows);
        var report = check(disclosure);
        Leftovers.Release(rows);
        return report;
    }

    /// <summary>
    /// The extraction's version, with the first digits of what the reading assemblies were compiled to: builds are deterministic, and
    /// a reader that was changed without a new version must not pass for the old one.
    /// </summary>
    private static string BuildOf(params System.Reflection.Assembly[] assemblies) =>
        $"{Extraction.Version}+" + string.Concat(assemblies.Select(a => a.ManifestModule.ModuleVersionId.ToString("N")[..6]));
}

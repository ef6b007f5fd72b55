using Extract.Layout;
using Extract.Records;
using Extract.Records.Facts;
using Extract.Records.SelfEvaluations;
using Extract.Tables;
using Extract.Text;

namespace Extract;

/// <summary>The pipeline on one screen: a document becomes a disclosure.</summary>
public static class Extraction
{
    /// <summary>Changes whenever the same document could give other records: stored records of an older version are replaced.</summary>
    public const int Version = 2;

    /// <summary>Document → regions → grids → records. Pure: the same document gives the same disclosure on every machine.</summary>
    /// <param name="document">What a reader made of a file.</param>
    /// <param name="cancellation">Stops between two regions of the document.</param>
    public static Disclosure Read(Document document, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(document);
        var rebuilt = Reconstruction.Rebuild(document, cancellation);
        Leftovers.Release(rebuilt.Grids.Sum(static grid => grid.RowCount));
        var forms = SelfEvaluationReader.Read(rebuilt.Grids);
        var prose = Prose.Build(rebuilt.Prose);
        var paragraphs = prose.AddRange(CellProse.Of(rebuilt.Grids));
        var about = About.Read(new AboutSource(prose, forms, [.. rebuilt.Grids.Select(static grid => grid.Title)], [.. rebuilt.Grids.Select(static grid => grid.Unit)]));
        var narrative = Narrative.Read(paragraphs, new NarrativeContext(about.FiscalYear, about.Unit, about.Filer.Text) { IsBudget = about.Kind == DisclosureKind.Budget });
        var facts = FactReader.Read(rebuilt.Grids, forms.SelectMany(static form => form.Grids).ToHashSet(), about);
        return new Disclosure(
            document,
            about,
            paragraphs,
            rebuilt.Grids,
            facts.Facts,
            narrative.Statements,
            Accounts.Read(prose, about.Unit),
            ReportHead.Complete(forms, prose, narrative.Statements),
            [.. rebuilt.Diagnostics, .. facts.Diagnostics, .. SelfEvaluationReader.Doubts(forms)]);
    }
}

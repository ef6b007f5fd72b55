using Extract.Records;
using Extract.Records.SelfEvaluations;
using Extract.Tables;
using Extract.Text;

namespace Extract;

/// <summary>The pipeline on one screen: a document becomes a disclosure.</summary>
public static class Extraction
{
    /// <summary>Document → regions → grids → records. Pure: the same document gives the same disclosure on every machine.</summary>
    public static Disclosure Read(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var rebuilt = Reconstruction.Rebuild(document);
        var evaluations = SelfEvaluationReader.Read(rebuilt.Grids);
        return new Disclosure(
            document,
            new DocumentFacts(DisclosureKind.Unknown, Printed.Blank, Printed.Blank, "", null, ""),
            [],
            rebuilt.Grids,
            [],
            [],
            [],
            evaluations,
            rebuilt.Diagnostics);
    }
}

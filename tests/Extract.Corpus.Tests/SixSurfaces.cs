using System.Collections.Immutable;
using System.Globalization;
using Extract.Corpus.Tests.Renditions;
using Extract.Records;
using Xunit.Abstractions;

namespace Extract.Corpus.Tests;

/// <summary>
/// One form on all its surfaces, side by side: drawn in Word and in Excel, saved by an office for Word and Excel of old, printed, and the text that is
/// left of the print. The table says how many cells of its record differ on each.
/// </summary>
[Collection(OfficeRenditions.Name)]
public sealed class SixSurfaces(OfficeRenditions office, ITestOutputHelper output)
{
    private static readonly string[] Surfaces = ["docx", "doc", "xlsx", "xls", "pdf", "raw", "plain"];

    /// <summary>So many documents, of so many families of forms, lose nothing on any surface.</summary>
    private const int LeastDocuments = 10;
    private const int LeastFamilies = 5;

    [PopplerFact]
    public void Ten_documents_of_five_families_give_one_record_on_every_surface()
    {
        var exact = new List<(string Document, string Family)>();
        Print("document", "family", "cells", [.. Surfaces]);
        foreach (var name in Corpus.Names.Cast<object[]>().Select(static row => (string)row[0]))
        {
            var expected = Corpus.Expected(name)["self_evaluations"]!.AsArray();
            var drawn = RenditionsOfTheCorpus.Read(name, "docx", RenditionsOfTheCorpus.Word(name, Look.Wide)).SelfEvaluations;
            var differences = Array.ConvertAll(Surfaces, surface => Expectations.Differences(expected, On(surface, name)).Count);
            Print(Path.GetFileNameWithoutExtension(name), drawn[0].Family, Expectations.Cells(expected).ToString(CultureInfo.InvariantCulture), Array.ConvertAll(differences, static count => count.ToString(CultureInfo.InvariantCulture)));
            if (Array.TrueForAll(differences, static count => count == 0)) exact.Add((name, drawn[0].Family));
        }
        var families = exact.Select(static document => document.Family).Where(static family => family != "unknown").Distinct().ToList();
        output.WriteLine($"{exact.Count} of {Corpus.Names.Count} exact on every surface, of {families.Count} families: {string.Join(", ", families)}");
        Assert.True(exact.Count >= LeastDocuments && families.Count >= LeastFamilies, $"{exact.Count} documents of {families.Count} families");
    }

    private ImmutableArray<SelfEvaluation> On(string surface, string name)
    {
        var look = Look.Wide.Name;
        return (surface switch
        {
            "docx" => RenditionsOfTheCorpus.Read(name, surface, RenditionsOfTheCorpus.Word(name, Look.Wide)),
            "xlsx" => RenditionsOfTheCorpus.Read(name, surface, RenditionsOfTheCorpus.Excel(name, old: false)),
            "xls" => RenditionsOfTheCorpus.Read(name, surface, office.Sheets(name)),
            "raw" => RenditionsOfTheCorpus.Read(name, "txt", office.Text(name, look, "-raw")),
            "plain" => RenditionsOfTheCorpus.Read(name, "txt", office.Text(name, look, "")),
            _ => RenditionsOfTheCorpus.Read(name, surface, office.Bytes(name, look, surface)),
        }).SelfEvaluations;
    }

    private void Print(string document, string family, string cells, string[] rest) => output.WriteLine($"{document,-28}{family,-32}{cells,6}" + string.Concat(rest.Select(static text => $"{text,7}")));
}

using Extract.Documents;
using Extract.Layout;
using Extract.Records;
using Extract.Records.SelfEvaluations;
using Extract.Tables;
using Extract.Text;

namespace Extract.Tests.Records;

/// <summary>What a document tells in sentences, and short ways to read a sentence drawn in a test.</summary>
internal sealed record Told(Paragraph[] Paragraphs, NarrativeReading Reading, DocumentFacts About)
{
    public static readonly NarrativeContext Context = new(2023, "万元", "");

    /// <summary>Reads a file as the pipeline does.</summary>
    public static Told File(string path)
    {
        var document = Readers.Open(Path.GetFileName(path), System.IO.File.ReadAllBytes(path));
        var rebuilt = Reconstruction.Rebuild(document);
        var prose = Prose.Build(rebuilt.Prose);
        var about = Extract.Records.About.Read(new AboutSource(
            prose, SelfEvaluationReader.Read(rebuilt.Grids), [.. rebuilt.Grids.Select(static g => g.Title)], [.. rebuilt.Grids.Select(static g => g.Unit)]));
        Paragraph[] all = [.. prose, .. CellProse.Of(rebuilt.Grids)];
        return new Told(all, Narrative.Read(all, new NarrativeContext(about.FiscalYear, about.Unit, about.Filer.Text) { IsBudget = about.Kind == DisclosureKind.Budget }), about);
    }

    /// <summary>The statements of one paragraph under a section.</summary>
    public static Statement[] Sentence(string text, string section = "") => [.. Reading1(text, section).Statements];

    /// <summary>Everything numeric of one paragraph.</summary>
    public static NarrativeReading Reading1(string text, string section = "") => Narrative.Read([Cell(text, section)], Context);

    public static Paragraph Cell(string text, string section = "") =>
        Prose.Of(new Printed(Characters.Compact(text), [new TextPlace(1, 1, 1, 400)]), section);

    /// <summary>A statement on one line: kind item=value unit, and what it is of.</summary>
    public static string Line(Statement s) =>
        $"{s.Kind} {s.Item} = {s.Figure.Value.ToString(System.Globalization.CultureInfo.InvariantCulture)}{s.Figure.Unit.Name}" + (s.Of.Length > 0 ? $" / {s.Of}" : "");
}

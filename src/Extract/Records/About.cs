using Extract.Figures;
using Extract.Layout;
using Extract.Records.Facts;
using Extract.Records.Sentences;
using Extract.Text;

namespace Extract.Records;

/// <summary>What a document's facts are read from.</summary>
/// <param name="Paragraphs">Its running text in order, headings among it.</param>
/// <param name="SelfEvaluations">Its self-evaluation forms.</param>
/// <param name="TableTitles">The titles of its tables, in order.</param>
/// <param name="TableUnits">The units its tables state, one entry a table.</param>
internal sealed record AboutSource(
    IReadOnlyList<Paragraph> Paragraphs, IReadOnlyList<SelfEvaluation> SelfEvaluations, IReadOnlyList<Printed> TableTitles, IReadOnlyList<string> TableUnits);

/// <summary>What a document says about itself: kind, title, filer, region, fiscal year, unit. What is not printed stays blank.</summary>
internal static class About
{
    /// <summary>Reads the facts. Titles and labelled fields are stronger than forms, forms than running text.</summary>
    public static DocumentFacts Read(AboutSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var title = DocumentTitle.Read(source);
        var filer = Filers.Read(source, title);
        var marks = MarkSurvey.Of(source.Paragraphs);
        var year = YearOf(title.Text) ?? FormYear(source.SelfEvaluations) ?? marks.Year;
        return new DocumentFacts(KindOf(source, title.Text), title, filer, RegionNames.Of(filer.Text, source.Paragraphs), year, UnitOf(source, marks));
    }

    private static DisclosureKind KindOf(AboutSource source, string title)
    {
        var kind = Named(title);
        if (kind != DisclosureKind.Unknown) return kind;
        foreach (var paragraph in source.Paragraphs)
            if (paragraph.IsHeading && Named(paragraph.Text) is DisclosureKind.FinalAccounts) return DisclosureKind.FinalAccounts;
        if (source.SelfEvaluations.Count > 0) return DisclosureKind.SelfEvaluation;
        foreach (var table in source.TableTitles)
            if ((kind = Named(table.Text)) != DisclosureKind.Unknown) return kind;
        return kind;
    }

    private static DisclosureKind Named(string title) => title switch
    {
        _ when Has(title, "评价报告") && !Has(title, "自评") => DisclosureKind.EvaluationReport,
        _ when Has(title, "自评") || Has(title, "绩效目标完成情况") => DisclosureKind.SelfEvaluation,
        _ when Has(title, "决算") => DisclosureKind.FinalAccounts,
        _ when Has(title, "预算") || Has(title, "绩效目标申报") => DisclosureKind.Budget,
        _ => DisclosureKind.Unknown,
    };

    private static bool Has(string text, string word) => text.Contains(word, StringComparison.Ordinal);

    private static int? YearOf(string title)
    {
        foreach (var mark in MarkReader.Read(title))
            if (mark.Kind == MarkKind.Year) return (int)mark.Value;
        return null;
    }

    /// <summary>The year most forms name; of equally many, the later.</summary>
    private static int? FormYear(IReadOnlyList<SelfEvaluation> forms)
    {
        var counts = new SortedDictionary<int, int>();
        foreach (var form in forms)
            if (form.FiscalYear is { } year) counts[year] = counts.GetValueOrDefault(year) + 1;
        int? best = null;
        foreach (var (year, count) in counts)
            if (best is null || count >= counts[best.Value]) best = year;
        return best;
    }

    private static string UnitOf(AboutSource source, MarkSurvey marks)
    {
        var counts = new SortedDictionary<string, int>(marks.Units, StringComparer.Ordinal);
        foreach (var unit in source.TableUnits)
            if (Unit.Of(unit).Dimension == Dimension.Money) counts[Unit.Of(unit).Name] = counts.GetValueOrDefault(Unit.Of(unit).Name) + 10;
        foreach (var form in source.SelfEvaluations)
        {
            foreach (var fund in form.Funds)
                if (Unit.Of(fund.Unit).Dimension == Dimension.Money) counts[fund.Unit] = counts.GetValueOrDefault(fund.Unit) + 3;
        }
        var best = "";
        foreach (var (unit, count) in counts)
            if (best.Length == 0 || count > counts[best]) best = unit;
        return best;
    }
}

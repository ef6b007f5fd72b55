using System.Collections.Immutable;
using Extract.Figures;
using Extract.Layout;
using Extract.Records.Sentences;
using Extract.Text;

namespace Extract.Records;

/// <summary>What is known of a document before its sentences are read; blank where it is not.</summary>
/// <param name="FiscalYear">The year of figures whose sentence names none.</param>
/// <param name="Unit">The unit of amounts printed without one.</param>
/// <param name="Filer">The filer's name, left out of items.</param>
internal sealed record NarrativeContext(int? FiscalYear, string Unit, string Filer)
{
    /// <summary>Nothing known.</summary>
    public static readonly NarrativeContext None = new(null, "", "");
}

/// <summary>Digits of running text that state nothing, and what they are.</summary>
/// <param name="Kind">Year, date, code, citation ….</param>
/// <param name="Text">The expression as printed.</param>
/// <param name="Paragraph">Counts the paragraphs from 0.</param>
/// <param name="Start">Where it starts in the paragraph's text.</param>
/// <param name="Places">Where it was printed.</param>
internal sealed record NonFigure(MarkKind Kind, string Text, int Paragraph, int Start, ImmutableArray<Place> Places);

/// <summary>
/// Everything numeric that running text says: each number is one statement or one non-figure, none is both and none is lost.
/// </summary>
internal sealed record NarrativeReading(ImmutableArray<Statement> Statements, ImmutableArray<NonFigure> NonFigures);

/// <summary>Sentences as statements.</summary>
internal static class Narrative
{
    /// <summary>How far around a number its sentence is looked at.</summary>
    private const int LongestSentence = 500;

    /// <summary>
    /// Reads every paragraph: types years, dates, codes, citations, names and rules, and binds each remaining number to item, kind,
    /// measure, year, whole or base, qualifier and quote. Headings give non-figures only.
    /// </summary>
    public static NarrativeReading Read(IReadOnlyList<Paragraph> paragraphs, NarrativeContext context)
    {
        var statements = ImmutableArray.CreateBuilder<Statement>();
        var others = ImmutableArray.CreateBuilder<NonFigure>();
        var topic = Topic.None;
        var (section, sentences) = ("", 0);
        for (var i = 0; i < paragraphs.Count; i++)
        {
            var paragraph = paragraphs[i];
            if (paragraph.Section != section || paragraph.IsHeading) topic = Topic.None;
            section = paragraph.Section;
            var source = new Source(paragraph.Text);
            var bound = paragraph.IsHeading ? [] : ParagraphReader.Read(source, context, ref topic);
            bound.RemoveAll(b => IsRule(source.Text, b.Mark.Start));
            var targets = IsTargetSection(paragraph);
            foreach (var b in bound) statements.Add(State(paragraph, i, sentences, b, targets, context));
            AddOthers(paragraph, i, source, bound, others);
            sentences += bound.Count == 0 ? 1 : bound[^1].Sentence + 1;
            Continue(ref topic, paragraph.Text);
        }
        return new NarrativeReading(statements.ToImmutable(), others.ToImmutable());
    }

    /// <summary>A paragraph that ends with a colon or semicolon lists what follows: its whole and subject go on.</summary>
    private static void Continue(ref Topic topic, string text)
    {
        var (whole, last) = (topic.Whole, topic.LastWhole);
        var lists = text.Length > 0 && text[^1] is '：' or ':' or '；' or ';' or '，' or '、';
        topic = Topic.None;
        if (!lists) return;
        topic.Whole = whole;
        topic.LastWhole = last;
    }

    private static Statement State(Paragraph paragraph, int index, int sentences, Bound bound, bool targets, NarrativeContext context)
    {
        var mark = bound.Mark;
        var printed = paragraph.Text.Substring(mark.Start, mark.Length);
        var figure = new Figure(printed, bound.Value, mark.Decimals, bound.Unit);
        var quote = paragraph.Text[bound.QuoteStart..Math.Max(bound.QuoteEnd, mark.End)].Trim();
        var measure = bound.Measure ?? (targets ? Measure.Target : Measure.Actual);
        return new Statement(
            paragraph.Section, bound.Item, bound.Year ?? context.FiscalYear, bound.Kind, measure, figure, bound.Of, quote, mark.Qualifier,
            paragraph.PlaceOf(mark.Start, mark.Length))
        {
            Sentence = sentences + bound.Sentence,
            Paragraph = index,
            Start = mark.Start,
            UnitPrinted = bound.UnitPrinted,
            Within = bound.Within,
        };
    }

    private static void AddOthers(Paragraph paragraph, int index, Source source, List<Bound> bound, ImmutableArray<NonFigure>.Builder others)
    {
        var stated = bound.ConvertAll(static b => b.Mark.Start).ToHashSet();
        foreach (var mark in source.Marks)
        {
            if (stated.Contains(mark.Start)) continue;
            var kind = mark.Kind == MarkKind.Figure ? MarkKind.Rule : mark.Kind;
            others.Add(new NonFigure(kind, paragraph.Text.Substring(mark.Start, mark.Length), index, mark.Start, paragraph.PlaceOf(mark.Start, mark.Length)));
        }
    }

    /// <summary>A section of goals states targets, unless it tells what was reached.</summary>
    private static bool IsTargetSection(Paragraph paragraph)
    {
        var title = paragraph.Section.AsSpan(paragraph.Section.LastIndexOf('/') + 1);
        if (title.IndexOf("目标", StringComparison.Ordinal) < 0 && title.IndexOf("指标值", StringComparison.Ordinal) < 0) return false;
        foreach (var word in (ReadOnlySpan<string>)["完成", "实现", "情况", "实际"])
            if (title.IndexOf(word, StringComparison.Ordinal) >= 0) return false;
        foreach (var word in (ReadOnlySpan<string>)["实现情况", "完成情况", "实际完成"])
            if (paragraph.Text.Contains(word, StringComparison.Ordinal)) return false;
        return true;
    }

    /// <summary>True where the sentence around <paramref name="at"/> states how scores are given.</summary>
    private static bool IsRule(string text, int at)
    {
        var start = text.LastIndexOf('。', at, Math.Min(at, LongestSentence)) + 1;
        if (start == 0) start = Math.Max(0, at - LongestSentence);
        var length = Math.Min(LongestSentence, text.Length - at);
        var end = text.IndexOf('。', at, length);
        var sentence = text.AsSpan(start, (end < 0 ? at + length : end) - start);
        foreach (var word in Words.ScoringRules)
            if (sentence.IndexOf(word, StringComparison.Ordinal) >= 0) return true;
        return false;
    }
}

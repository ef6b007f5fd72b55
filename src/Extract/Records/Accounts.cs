using System.Collections.Immutable;
using Extract.Layout;
using Extract.Records.Sentences;
using Extract.Text;

namespace Extract.Records;

/// <summary>The functional items (类/款/项) a narrative gives a paragraph each, or several in one.</summary>
internal static class Accounts
{
    private const string ItemMark = "(项)";

    /// <summary>What the sentence says of the final amount against the budget.</summary>
    private static readonly string[] Comparisons = ["小于", "大于", "等于", "低于", "高于", "超过", "持平", "略小于", "略大于", "一致", "少于", "多于"];

    private static readonly string[] Reasons =
        ["主要原因是", "主要原因为", "主要原因系", "主要原因:", "原因是", "原因为", "原因:", "主要是由于", "主要由于", "主要是因为", "主要是", "主要原因"];

    /// <summary>
    /// The accounts of all paragraphs, in order: one for each （项） that an amount follows. A class or section not named again is
    /// that of the account before under the same headings. Glossary entries, which state no amount, give none.
    /// </summary>
    /// <param name="paragraphs">The narrative's paragraphs.</param>
    /// <param name="unit">The unit of amounts printed without one.</param>
    public static ImmutableArray<Account> Read(IReadOnlyList<Paragraph> paragraphs, string unit)
    {
        var accounts = ImmutableArray.CreateBuilder<Account>();
        var (section, above) = ("", (Class: "", Section: ""));
        foreach (var paragraph in paragraphs)
        {
            if (paragraph.Section != section) above = ("", "");
            section = paragraph.Section;
            if (paragraph.IsHeading) continue;
            var known = accounts.Count;
            if (paragraph.Text.Contains('项', StringComparison.Ordinal)) Read(paragraph, unit, ref above, accounts);
            if (accounts.Count == known && paragraph.Text.Contains('元', StringComparison.Ordinal)) accounts.AddRange(AccountLines.Read(paragraph));
        }
        return accounts.ToImmutable();
    }

    private static void Read(Paragraph paragraph, string unit, ref (string Class, string Section) above, ImmutableArray<Account>.Builder accounts)
    {
        var source = new Source(paragraph.Text);
        var text = source.Text;
        if (text.IndexOf(ItemMark, StringComparison.Ordinal) < 0) return;
        var topic = Topic.None;
        var bound = ParagraphReader.Read(source, new NarrativeContext(null, unit, ""), ref topic);
        var start = 0;
        for (var mark = text.IndexOf(ItemMark, StringComparison.Ordinal); mark >= 0;)
        {
            var next = text.IndexOf(ItemMark, mark + 1, StringComparison.Ordinal);
            var end = next < 0 ? text.Length : HeaderStart(text, mark, next);
            var header = new Header(source, start, mark);
            above = (header.Class ?? above.Class, header.Section ?? (header.Class is null ? above.Section : ""));
            if (Account(paragraph, source, bound, header, above, end) is { } account) accounts.Add(account);
            start = end;
            mark = next;
        }
    }

    /// <summary>Where the words that name the next item start: behind the last full stop or semicolon before it.</summary>
    private static int HeaderStart(string text, int mark, int next)
    {
        var stop = text.LastIndexOfAny(['。', ';'], next - 1, next - mark);
        return stop < 0 ? mark + ItemMark.Length : stop + 1;
    }

    /// <summary>The names before a （项）.</summary>
    private sealed class Header
    {
        public Header(Source source, int start, int mark)
        {
            var text = source.Text;
            var (classAt, sectionAt) = (At(text, "(类)", start, mark), At(text, "(款)", start, mark));
            var first = Skip(source, start, mark);
            Class = classAt < 0 ? null : source.Printed(first, classAt).Trim('“', '”', ' ');
            var from = classAt < 0 ? first : classAt + 3;
            Section = sectionAt < 0 ? null : Clean(source, from, sectionAt);
            ItemStart = Math.Max(from, sectionAt < 0 ? from : sectionAt + 3);
            if (ItemStart < mark && text[ItemStart] is '-' or '—') ItemStart++;
            Item = Clean(source, ItemStart, mark);
            Mark = mark;
        }

        public string? Class { get; }

        public string? Section { get; }

        public string Item { get; }

        public int ItemStart { get; }

        public int Mark { get; }

        private static string Clean(Source source, int start, int end) => source.Printed(start, end).Trim('-', '—', ' ', '、', '“', '”');

        private static int At(string text, string word, int start, int end)
        {
            var at = text.LastIndexOf(word, end, end - start + 1, StringComparison.Ordinal);
            return at < start ? -1 : at;
        }

        /// <summary>Behind the entry's number and whatever sentence stands before the name.</summary>
        private static int Skip(Source source, int start, int mark)
        {
            var stop = source.Text.LastIndexOfAny(['。', ';', ':'], mark, mark - start + 1);
            if (stop >= start) start = stop + 1;
            var phrase = new Phrase(source, start, mark);
            phrase.TrimOpeners("");
            return phrase.Start;
        }
    }

    private static Account? Account(Paragraph paragraph, Source source, List<Bound> bound, Header header, (string Class, string Section) above, int end)
    {
        var own = bound.FindAll(b => b.Mark.Start > header.Mark && b.Mark.Start < end);
        var amount = own.Find(b => b is { Kind: StatementKind.Amount, Measure: null or Measure.Actual });
        var budget = own.Find(b => b is { Kind: StatementKind.Amount, Measure: Measure.OpeningBudget or Measure.AdjustedBudget or Measure.Budget });
        if (amount is null && budget is null) return null;
        var rate = own.Find(b => b.Kind == StatementKind.CompletionRate);
        var quoteStart = header.ItemStart;
        return new Account(
            above.Class, above.Section, header.Item, Number(paragraph, amount), (amount ?? budget)!.Unit.Name, Number(paragraph, budget), Rate(paragraph, rate),
            Comparison(source, header.Mark, end), Reason(source, header.Mark, end), paragraph.Text[quoteStart..end].Trim());
    }

    private static Printed Number(Paragraph paragraph, Bound? bound) => bound is null
        ? Printed.Blank
        : new Printed(paragraph.Text.Substring(bound.Mark.Start, bound.Mark.Length), paragraph.PlaceOf(bound.Mark.Start, bound.Mark.Length));

    /// <summary>The rate with its %.</summary>
    private static Printed Rate(Paragraph paragraph, Bound? rate)
    {
        if (rate is null) return Printed.Blank;
        var length = rate.Mark.Length;
        var end = rate.Mark.Start + length;
        var behind = TimeMarks.Spaces(paragraph.Text, end);
        if (behind < paragraph.Text.Length && Characters.Fold(paragraph.Text[behind]) == '%') length = behind + 1 - rate.Mark.Start;
        return new Printed(Characters.Key(paragraph.Text.Substring(rate.Mark.Start, length)), paragraph.PlaceOf(rate.Mark.Start, length));
    }

    /// <summary>决算数小于预算数, 决算数与全年预算数持平: up to 的 or the clause's end.</summary>
    private static string Comparison(Source source, int start, int end)
    {
        var text = source.Text;
        for (var at = text.IndexOf("决算数", start, end - start, StringComparison.Ordinal); at >= 0; at = text.IndexOf("决算数", at + 3, end - at - 3, StringComparison.Ordinal))
        {
            var stop = text.AsSpan(at, end - at).IndexOfAny(",。;:的");
            var close = stop < 0 ? end : at + stop;
            if (text.AsSpan(at, close - at).IndexOf("主要原因", StringComparison.Ordinal) is var reason and > 0) close = at + reason;
            foreach (var word in Comparisons)
                if (text.AsSpan(at, close - at).IndexOf(word, StringComparison.Ordinal) > 0) return source.Paragraph[at..close].Trim();
        }
        return "";
    }

    /// <summary>What stands behind 主要原因是, up to the full stop.</summary>
    private static string Reason(Source source, int start, int end)
    {
        foreach (var word in Reasons)
        {
            var at = source.Text.IndexOf(word, start, end - start, StringComparison.Ordinal);
            if (at < 0 || word == "主要是" && source.Text[at..].StartsWith("主要是用于", StringComparison.Ordinal)) continue;
            at += word.Length;
            while (at < end && source.Text[at] is ':' or ' ' or '是') at++;
            var stop = source.Text.IndexOf('。', at, end - at);
            return source.Paragraph[at..(stop < 0 ? end : stop)].Trim();
        }
        return "";
    }
}

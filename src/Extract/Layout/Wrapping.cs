using Extract.Text;

namespace Extract.Layout;

/// <summary>
/// Joins wrapped lines into paragraphs. A line was wrapped where the first word of the next would not have fitted; a line that
/// stops short has ended its paragraph.
/// </summary>
internal static class Wrapping
{
    /// <summary>How far, in ems, a wrapped line may stop before the usual right edge: the width of a short number and its comma.</summary>
    private const double Slack = 3;

    /// <summary>In text with one paragraph a line, a line this long (in ems) that ends in mid sentence was cut by a page break.</summary>
    private const double LeastCut = 20;

    /// <summary>The stretches of each paragraph, in order.</summary>
    public static List<List<Stretch>> Join(List<Stretch> stretches)
    {
        SetMargins(stretches);
        var measure = Measure(stretches);
        var paragraphs = new List<List<Stretch>>();
        foreach (var stretch in stretches)
        {
            if (paragraphs.Count > 0 && Continues(paragraphs[^1], stretch, measure)) paragraphs[^1].Add(stretch);
            else paragraphs.Add([stretch]);
        }
        return paragraphs;
    }

    /// <summary>The usual right edge of wrapped lines in ems, and whether lines are wrapped at all.</summary>
    private readonly record struct Edge(double Right, bool Wrapped);

    /// <summary>How far a line reaches from its page's left margin, in ems: an indent at its start does not make it short.</summary>
    private static double Reach(Line line) => line.Right - line.Margin;

    private static void SetMargins(List<Stretch> stretches)
    {
        var margins = new Dictionary<int, double>();
        foreach (var stretch in stretches)
            margins[stretch.Line.Page] = Math.Min(stretch.Line.Left, margins.GetValueOrDefault(stretch.Line.Page, double.MaxValue));
        foreach (var stretch in stretches) stretch.Line.Margin = margins[stretch.Line.Page];
    }

    private static Edge Measure(List<Stretch> stretches)
    {
        var widths = new List<double>();
        foreach (var stretch in stretches)
            if (stretch.Start == 0) widths.Add(Reach(stretch.Line));
        if (widths.Count < 4) return new Edge(double.MaxValue, false);
        widths.Sort();
        var long90 = widths[Math.Min(widths.Count - 1, widths.Count * 9 / 10)];
        var upper = widths.FindAll(w => w >= long90 * 0.6);
        var right = upper[upper.Count / 2];
        var near = upper.FindAll(w => Math.Abs(w - right) <= 3.5).Count;
        return new Edge(right, right is >= 10 and <= 80 && upper.Count >= 4 && near * 10 >= upper.Count * 6);
    }

    private static bool Continues(List<Stretch> paragraph, Stretch next, Edge edge)
    {
        var last = paragraph[^1];
        if (next.StartsParagraph || last.End < last.Line.Text.TrimEnd().Length || next.Line.IsDeclaredApart(last.Line) || next.Line.IsSetApart(last.Line)) return false;
        var text = last.Text.TrimEnd();
        if (text.Length == 0) return false;
        var end = text[^1];
        var head = next.Text.TrimStart();
        if (head.Length > 0 && (CannotStart(head[0]) || char.IsAsciiDigit(end) && StartsWithUnit(head))) return true;
        if (end is not ('、' or '（' or '(' or '第') && StartsEntry(head)) return false;
        if (IsOpen(end)) return true;
        if (IsField(text) && IsField(head)) return false;
        if (IsTitle(paragraph, text) && Titles.IsEnd(text) && !IsRestOfTitle(head)) return false;
        var width = Reach(last.Line);
        if (!edge.Wrapped) return !Ends(end) && width >= LeastCut && !IsTitle(paragraph, text);
        var full = width + FirstWord(head) > edge.Right - Slack;
        if (!full) return false;
        return !Ends(end) || next.Line.Left - last.Line.Left < 1.5;
    }

    private static bool StartsEntry(ReadOnlySpan<char> head) => Enumerators.Read(head, 0, out var numbering) > 0 && numbering != Numbering.None;

    /// <summary>True for an entry of an outline that has no end of sentence in it: it may fill its line and still be a title.</summary>
    private static bool IsTitle(List<Stretch> paragraph, ReadOnlySpan<char> text) =>
        paragraph.Count == 1 && text.Length <= 40 && StartsEntry(text) && text.IndexOfAny("。，：,") < 0;

    /// <summary>True for a field of a head: 填报单位：….</summary>
    private static bool IsField(ReadOnlySpan<char> text)
    {
        var colon = text.IndexOfAny('：', ':');
        return colon is > 1 and <= 14 && text.IndexOfAny('。', '，') < 0;
    }

    /// <summary>True for the last words of a title that did not fit its line.</summary>
    private static bool IsRestOfTitle(ReadOnlySpan<char> head) => head.Length <= 8 && Titles.IsEnd(head.TrimEnd());

    /// <summary>True for marks behind which a sentence goes on.</summary>
    private static bool IsOpen(char c) => c is '，' or '、' or '（' or '“' or '《' or '〔' or '及' or '和' or '与';

    /// <summary>True for marks that no line of a new paragraph starts with.</summary>
    private static bool CannotStart(char c) => c is '。' or '，' or '、' or '；' or '：' or '）' or '”' or '》' or '！' or '？' or '％';

    /// <summary>True where a line starts with the unit of the number the last one ended with.</summary>
    private static bool StartsWithUnit(ReadOnlySpan<char> head) =>
        head.StartsWith("万元", StringComparison.Ordinal) || head.StartsWith("亿元", StringComparison.Ordinal) || head[0] is '元' or '%';

    private static bool Ends(char c) => c is '。' or '！' or '？' or '!' or '?' or '；' or ';' or '：' or ':';

    /// <summary>The width in ems of what cannot be broken at the start of a line: one wide character, or a number or Latin word.</summary>
    private static double FirstWord(ReadOnlySpan<char> text)
    {
        var i = 0;
        while (i < text.Length && !Characters.IsWide(text[i]) && !Characters.IsSpace(text[i])) i++;
        return i == 0 ? 1 : i * 0.5;
    }
}

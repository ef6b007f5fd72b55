using System.Buffers;
using System.Collections.Immutable;
using Extract.Layout;
using Extract.Records.Sentences;
using Extract.Text;

namespace Extract.Records.Facts;

/// <summary>Finds a document's title: among its first lines, else in the heading of a part, else over its forms.</summary>
internal static class DocumentTitle
{
    /// <summary>How many paragraphs may stand before the title.</summary>
    private const int FirstLines = 25;

    private const int Longest = 60;

    private static readonly SearchValues<char> Marks = SearchValues.Create("。，；：:|、");

    /// <summary>What titles of disclosures end with, a bracketed note left out.</summary>
    private static readonly string[] Ends =
    [
        "决算", "预算", "决算说明", "决算情况说明", "决算公开", "预算公开", "决算公开文件", "预算公开文件", "决算公开报表", "预算公开报表", "决算情况", "收支决算", "决算批复", "决算报告", "预算说明", "预算情况说明", "决算公开说明",
        "自评报告", "自评表", "自评情况", "评价报告", "完成情况表", "申报表", "自评情况表", "自评结果", "绩效目标表", "评分表", "打分表", "得分表", "考核表", "自评指标表",
    ];

    /// <summary>The title as printed; blank if there is none.</summary>
    public static Printed Read(AboutSource source) =>
        FirstLine(source.Paragraphs) ?? PartHeading(source.Paragraphs) ?? FormTitle(source) ?? Printed.Blank;

    private static Printed? FirstLine(IReadOnlyList<Paragraph> paragraphs)
    {
        for (var i = 0; i < Math.Min(paragraphs.Count, FirstLines); i++)
        {
            var paragraph = paragraphs[i];
            if (paragraph.IsHeading) return null;
            if (Labelled(paragraph) is { } named) return named;
            if (!IsTitle(paragraph.Text)) continue;
            var first = i;
            // A cover sets a title over several lines; what stands right above it without a mark belongs to it.
            while (first > 0 && (first == i || !HasYear(paragraphs, first, i) || IsRest(paragraphs[first].Text) || IsBroken(paragraphs, first)) && IsCoverLine(paragraphs[first - 1])) first--;
            return Join(paragraphs, first, i);
        }
        return null;
    }

    /// <summary>The last words of a name that did not fit its line: 资源局.</summary>
    private static bool IsRest(string text) => text.Length <= 6 && text[^1] is '局' or '委' or '部' or '院' or '室' or '会' or '府' or '处' or '心' or '所' or '校' or '站';

    /// <summary>A name broken over two lines of a cover (…县委 / 某某工作部2024年度) is printed in one piece elsewhere in the document.</summary>
    private static bool IsBroken(IReadOnlyList<Paragraph> paragraphs, int line)
    {
        var text = paragraphs[line].Text;
        var year = MarkReader.Read(text).FirstOrDefault(static mark => mark.Kind == MarkKind.Year);
        var head = year.Length == 0 ? text : text[..year.Start].TrimEnd();
        if (head.Length < 2 || paragraphs[line - 1].Text.Length < 2) return false;
        var name = paragraphs[line - 1].Text + head;
        for (var i = line + 1; i < paragraphs.Count; i++)
            if (paragraphs[i].Text.Contains(name, StringComparison.Ordinal)) return true;
        return false;
    }

    private static bool HasYear(IReadOnlyList<Paragraph> paragraphs, int first, int last)
    {
        for (var i = first; i <= last; i++)
            foreach (var mark in MarkReader.Read(paragraphs[i].Text))
                if (mark.Kind == MarkKind.Year) return true;
        return false;
    }

    /// <summary>标题: … of a web page's head.</summary>
    private static Printed? Labelled(Paragraph paragraph)
    {
        var text = paragraph.Text;
        if (!text.StartsWith("标题", StringComparison.Ordinal) || text.Length < 5 || Characters.Fold(text[2]) != ':') return null;
        var start = 3;
        while (start < text.Length && text[start] == ' ') start++;
        return new Printed(text[start..], paragraph.PlaceOf(start, text.Length - start));
    }

    private static bool IsTitle(string text)
    {
        var body = WithoutNote(text);
        if (body.Length is < 4 or > Longest || body.IndexOfAny("。，；：:") >= 0) return false;
        foreach (var end in Ends)
            if (body.EndsWith(end, StringComparison.Ordinal)) return true;
        return false;
    }

    private static bool IsCoverLine(Paragraph paragraph) =>
        !paragraph.IsHeading && paragraph.Text.Length is > 2 and <= Longest && paragraph.Text.AsSpan().IndexOfAny(Marks) < 0 && !IsTitle(paragraph.Text);

    /// <summary>The title without a note in brackets behind it: （2023年度）, （1）.</summary>
    private static ReadOnlySpan<char> WithoutNote(string text)
    {
        var body = text.AsSpan();
        if (body.Length > 0 && body[^1] is '）' or ')' && body.LastIndexOfAny('（', '(') is var open and > 3) body = body[..open];
        return body;
    }

    private static Printed Join(IReadOnlyList<Paragraph> paragraphs, int first, int last)
    {
        var (text, places) = ("", ImmutableArray.CreateBuilder<Place>());
        for (var i = first; i <= last; i++)
        {
            text += paragraphs[i].Text;
            places.AddRange(paragraphs[i].PlaceOf(0, paragraphs[i].Text.Length));
        }
        return new Printed(text, places.ToImmutable());
    }

    /// <summary>第二部分 2023年度单位决算情况说明: the heading of a part that names the accounts.</summary>
    private static Printed? PartHeading(IReadOnlyList<Paragraph> paragraphs)
    {
        foreach (var paragraph in paragraphs)
        {
            if (!paragraph.IsHeading) continue;
            var length = Enumerators.Read(paragraph.Text, 0, out var numbering);
            if (numbering != Numbering.Part || !IsTitle(paragraph.Text[length..])) continue;
            return new Printed(paragraph.Text[length..].Trim(), paragraph.PlaceOf(length, paragraph.Text.Length - length));
        }
        return null;
    }

    private static Printed? FormTitle(AboutSource source)
    {
        foreach (var form in source.SelfEvaluations)
            if (!form.Title.IsBlank) return form.Title;
        foreach (var title in source.TableTitles)
            if (!title.IsBlank && IsTitle(title.Text)) return title;
        return null;
    }
}

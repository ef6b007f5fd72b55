using System.Buffers;
using Extract.Layout;
using Extract.Records.Sentences;
using Extract.Text;

namespace Extract.Records.Facts;

/// <summary>Finds the body that discloses.</summary>
internal static class Filers
{
    private const int FirstLines = 30;

    private static readonly SearchValues<char> Marks = SearchValues.Create("。，；：:、|《》“”");

    /// <summary>Labels before a filer's name, longest first.</summary>
    private static readonly string[] Labels =
    [
        "填报单位名称", "预算单位名称", "部门(单位)名称", "部门(单位)", "编制单位", "公开单位", "填报单位", "预算单位", "单位名称", "部门名称", "公开部门", "填报部门", "项目单位", "实施单位", "主管部门", "预算主管部门", "预算部门", "编制部门", "部门",
    ];

    /// <summary>Labels before the body that published the page: the filer's, or the one above it.</summary>
    private static readonly string[] Publishers = ["发布机构", "发布单位", "来源"];

    /// <summary>What stands behind a filer's name in a title.</summary>
    private static readonly string[] Subjects =
        ["部门决算", "单位决算", "部门预算", "单位预算", "财政收支", "收入支出", "收支", "本级", "“三公”", "决算", "预算", "部门整体支出", "单位整体支出", "整体支出", "项目支出", "绩效"];

    /// <summary>What the names of public bodies end with.</summary>
    private static readonly string[] Ends =
    [
        "委员会", "办公室", "办公厅", "人民政府", "检察院", "法院", "办事处", "管委会", "指挥部", "联合会", "协会", "学校", "中学", "小学", "大学", "学院", "医院", "图书馆", "博物馆", "研究院", "研究所", "工作部",
        "中心", "总队", "支队", "大队", "服务站", "管理站", "局", "厅", "委", "部", "院", "馆", "会", "处", "所", "站", "队", "社", "办", "乡", "镇",
    ];

    /// <summary>The filer's name as printed; blank if there is none.</summary>
    public static Printed Read(AboutSource source, Printed title) =>
        Labelled(source.Paragraphs, Labels) ?? Overview(source.Paragraphs) ?? CoverLine(source.Paragraphs) ?? InTitle(title) ?? OfForms(source.SelfEvaluations) ?? InText(source.Paragraphs)
        ?? Labelled(source.Paragraphs, Publishers) ?? Printed.Blank;

    private static Printed? Labelled(IReadOnlyList<Paragraph> paragraphs, string[] labels)
    {
        for (var i = 0; i < Math.Min(paragraphs.Count, FirstLines); i++)
        {
            var folded = Characters.Fold(paragraphs[i].Text);
            foreach (var label in labels)
            {
                if (BehindLabel(folded, label) is not { } start) continue;
                var end = folded.IndexOf("单位:", start, StringComparison.Ordinal);
                if (end < 0) end = folded.Length;
                var name = paragraphs[i].Text[start..end].Trim();
                if (name.Length is < 2 or > 40 || name.AsSpan().IndexOfAny("。，；") >= 0) continue;
                return new Printed(name, paragraphs[i].PlaceOf(start, end - start));
            }
        }
        return null;
    }

    /// <summary>Where the words behind a label and its colon start; the label may be set wide (部 门：).</summary>
    private static int? BehindLabel(string folded, string label)
    {
        var at = 0;
        foreach (var c in label)
        {
            while (at < folded.Length && folded[at] == ' ') at++;
            if (at >= folded.Length || folded[at++] != c) return null;
        }
        return at < folded.Length && folded[at] == ':' ? at + 1 : null;
    }

    /// <summary>第一部分 …局概况: the heading of the part that introduces the body.</summary>
    private static Printed? Overview(IReadOnlyList<Paragraph> paragraphs)
    {
        foreach (var paragraph in paragraphs)
        {
            var length = Enumerators.Read(paragraph.Text, 0, out var numbering);
            if (numbering != Numbering.Part) continue;
            foreach (var word in (ReadOnlySpan<string>)["单位概况", "部门概况", "概况"])
            {
                if (!paragraph.Text.EndsWith(word, StringComparison.Ordinal)) continue;
                var start = length;
                while (start < paragraph.Text.Length && paragraph.Text[start] is ' ' or '　') start++;
                var end = paragraph.Text.Length - word.Length;
                if (end > start && IsBody(paragraph.Text.AsSpan(start, end - start))) return new Printed(paragraph.Text[start..end], paragraph.PlaceOf(start, end - start));
                break;
            }
        }
        return null;
    }

    /// <summary>A line of the cover that is nothing but a body's name.</summary>
    private static Printed? CoverLine(IReadOnlyList<Paragraph> paragraphs)
    {
        for (var i = 0; i < Math.Min(paragraphs.Count, 8) && !paragraphs[i].IsHeading; i++)
            if (IsBody(paragraphs[i].Text)) return new Printed(paragraphs[i].Text, paragraphs[i].PlaceOf(0, paragraphs[i].Text.Length));
        return null;
    }

    private static bool IsBody(ReadOnlySpan<char> name)
    {
        if (name.Length is < 3 or > 40 || name.IndexOfAny(Marks) >= 0 || name.IndexOfAnyInRange('0', '9') >= 0) return false;
        foreach (var end in Ends)
            if (name.EndsWith(end, StringComparison.Ordinal)) return true;
        return false;
    }

    /// <summary>…局2024年度部门决算; 2015年度…人民政府决算说明.</summary>
    private static Printed? InTitle(Printed title)
    {
        var marks = MarkReader.Read(title.Text);
        var year = marks.FirstOrDefault(static m => m.Kind == MarkKind.Year);
        var start = year.Start >= 3 || year.Length == 0 ? 0 : year.End;
        var end = year.Start >= 3 ? year.Start : title.Text.Length;
        foreach (var subject in Subjects)
        {
            var at = title.Text.IndexOf(subject, start, end - start, StringComparison.Ordinal);
            if (at > start) end = Math.Min(end, at);
        }
        return IsBody(title.Text.AsSpan(start, Math.Max(0, end - start))) ? new Printed(title.Text[start..end], title.Places) : null;
    }

    /// <summary>The implementing unit all forms name, else the department they name most.</summary>
    private static Printed? OfForms(IReadOnlyList<SelfEvaluation> forms)
    {
        var unit = Most(forms, static form => form.ImplementingUnit, out var share);
        if (unit is not null && share * 2 > forms.Count) return unit;
        return Most(forms, static form => form.Department, out _) ?? unit;
    }

    private static Printed? Most(IReadOnlyList<SelfEvaluation> forms, Func<SelfEvaluation, Printed> field, out int count)
    {
        var counts = new Dictionary<string, (int Count, Printed First)>(StringComparer.Ordinal);
        foreach (var form in forms)
        {
            var printed = field(form);
            if (printed.IsBlank) continue;
            var seen = counts.GetValueOrDefault(printed.Text, (0, printed));
            counts[printed.Text] = (seen.Item1 + 1, seen.Item2);
        }
        Printed? best = null;
        count = 0;
        foreach (var (times, first) in counts.Values)
            if (times > count) (best, count) = (first, times);
        return best;
    }

    /// <summary>2023年度，…中心机关运行经费支出: the body a sentence on operating costs or the establishment names.</summary>
    private static Printed? InText(IReadOnlyList<Paragraph> paragraphs)
    {
        foreach (var paragraph in paragraphs)
        {
            foreach (var word in (ReadOnlySpan<string>)["机关运行经费", "机关本级", "部门决算包括", "内设", "本级决算"])
            {
                var at = paragraph.Text.IndexOf(word, StringComparison.Ordinal);
                if (at < 4) continue;
                var start = paragraph.Text.LastIndexOfAny(['。', '，', '；', '：', '度', '年'], at - 1) + 1;
                if (IsBody(paragraph.Text.AsSpan(start, at - start))) return new Printed(paragraph.Text[start..at], paragraph.PlaceOf(start, at - start));
            }
        }
        return null;
    }
}

using Extract.Text;

namespace Extract.Layout;

/// <summary>
/// Divides a document into regions. Rules are the strongest evidence and come first; a form is known by its project's name and the head of
/// its indicators; what white space alone divides is told apart by the tables it gives; the rest is running text.
/// </summary>
internal static class Regions
{
    /// <summary>How far below a project's name the head of its indicators may stand, in lines.</summary>
    private const int LongestForm = 600;

    /// <summary>The regions in reading order. A form's region reaches to the next form: what the form does not take is divided again.</summary>
    public static List<Region> Of(Document document)
    {
        var lines = Flow.Of(document);
        var rules = document.Sheets.ToDictionary(static sheet => sheet.Number, static sheet => sheet.Rules);
        var forms = FormStarts(lines);
        var regions = new List<Region>();
        var at = 0;
        foreach (var (start, titles, end) in forms)
        {
            Divide(lines.GetRange(at, start - at), rules, regions);
            regions.Add(new Region(RegionKind.Form, lines.GetRange(start, end - start), [], titles));
            at = end;
        }
        Divide(lines.GetRange(at, lines.Count - at), rules, regions);
        return regions;
    }

    /// <summary>The lines a form left over, divided.</summary>
    public static List<Region> Divide(IReadOnlyList<FlowLine> lines)
    {
        var regions = new List<Region>();
        Divide([.. lines], [], regions);
        return regions;
    }

    private static void Divide(List<FlowLine> lines, Dictionary<int, IReadOnlyList<Rule>> rules, List<Region> regions)
    {
        var at = 0;
        while (at < lines.Count)
        {
            var end = at;
            if (lines[at].Kind == LineKind.Ruled)
            {
                while (end < lines.Count && lines[end].Kind == LineKind.Ruled && lines[end].Sheet == lines[at].Sheet && lines[end].Top - lines[at].Top == end - at) end++;
                var bottom = lines[end - 1].Top + 1;
                var own = rules.GetValueOrDefault(lines[at].Sheet, []).Where(rule => Inside(rule, lines[at].Top, bottom)).ToList();
                regions.Add(new Region(RegionKind.Ruled, lines.GetRange(at, end - at), own, 0));
            }
            else
            {
                while (end < lines.Count && lines[end].Kind == lines[at].Kind) end++;
                regions.Add(new Region(lines[at].Kind == LineKind.Free ? RegionKind.Spaced : RegionKind.Prose, lines.GetRange(at, end - at), [], 0));
            }
            at = end;
        }
    }

    private static bool Inside(Rule rule, double top, double bottom) =>
        rule.Vertical ? rule.From >= top - 0.01 && rule.To <= bottom + 0.01 : rule.At >= top - 0.01 && rule.At <= bottom + 0.01;

    /// <summary>Where forms start, how many title lines they have, and where the next begins.</summary>
    private static List<(int Start, int Titles, int End)> FormStarts(List<FlowLine> lines)
    {
        var anchors = new List<int>();
        for (var i = 0; i < lines.Count; i++)
            if (IsAnchor(lines, i)) anchors.Add(i);
        anchors.RemoveAll(anchor => !HasIndicators(lines, anchor, anchors) && !IsTitled(lines, anchor, anchors));
        var starts = anchors.ConvertAll(anchor => (Anchor: anchor, Start: TitleStart(lines, anchor)));
        var forms = new List<(int Start, int Titles, int End)>();
        for (var f = 0; f < starts.Count; f++)
        {
            var end = f + 1 < starts.Count ? starts[f + 1].Start : lines.Count;
            for (var i = starts[f].Anchor; i < end; i++)
                if (lines[i].Kind == LineKind.Ruled || IsPart(lines[i].Key)) end = i;
            forms.Add((starts[f].Start, starts[f].Anchor - starts[f].Start, end));
        }
        return forms;
    }

    /// <summary>第五部分 …: a document's part begins; no form reaches over it.</summary>
    private static bool IsPart(string key) =>
        key.Length is > 3 and < 24 && key[0] == '第' && key.IndexOf("部分", StringComparison.Ordinal) is 2 or 3;

    private static bool IsAnchor(List<FlowLine> lines, int i)
    {
        if (lines[i].Kind == LineKind.Ruled) return false;
        var key = lines[i].Key;
        if (key.StartsWith("一、基本情况", StringComparison.Ordinal)) key = key["一、基本情况".Length..];
        if (key.StartsWith("项目名称", StringComparison.Ordinal) || key.StartsWith("项目(政策)名称", StringComparison.Ordinal)) return true;
        if (IsHeadOfIndicators(lines, i)) return true;
        return lines[i].Kind == LineKind.Marked && key.Length is 3 or 4 && key.EndsWith("名称", StringComparison.Ordinal) && i > 0
            && lines[i - 1].Key.Length < 40 && (lines[i - 1].Key.Contains("年度", StringComparison.Ordinal) || lines[i - 1].Key.Contains('表', StringComparison.Ordinal));
    }

    /// <summary>A form that names no project begins with the head of its indicators, right below its title.</summary>
    private static bool IsHeadOfIndicators(List<FlowLine> lines, int i)
    {
        var key = lines[i].Key;
        if (!key.StartsWith("绩效指标一级指标", StringComparison.Ordinal) && !key.StartsWith("一级指标", StringComparison.Ordinal)) return false;
        for (var above = i - 1; above >= Math.Max(0, i - 3); above--)
        {
            var title = lines[above].Key;
            if (title.Contains("单位:", StringComparison.Ordinal) && title.Length < 14) continue;
            return title.Length < 42 && title.EndsWith('表') && (title.Contains("自评", StringComparison.Ordinal) || title.Contains("绩效", StringComparison.Ordinal) || title.Contains("评分", StringComparison.Ordinal));
        }
        return false;
    }

    private static bool HasIndicators(List<FlowLine> lines, int anchor, List<int> anchors)
    {
        var next = anchors.Find(a => a > anchor);
        var end = Math.Min(next == 0 ? lines.Count : next, anchor + LongestForm);
        for (var i = anchor; i < end; i++)
            if (lines[i].Key.Contains("一级指标", StringComparison.Ordinal) || lines[i].Key.Contains("三级指标", StringComparison.Ordinal)) return true;
        return false;
    }

    /// <summary>The document's last form may be cut before its indicators: its title says what it is.</summary>
    private static bool IsTitled(List<FlowLine> lines, int anchor, List<int> anchors)
    {
        if (anchor != anchors[^1]) return false;
        for (var i = TitleStart(lines, anchor); i < anchor; i++)
            if (lines[i].Key.Contains("自评表", StringComparison.Ordinal) || lines[i].Key.Contains("绩效", StringComparison.Ordinal) && lines[i].Key.Contains('表', StringComparison.Ordinal)) return true;
        return false;
    }

    /// <summary>Titles stand right above: short lines with 表 or the year in them.</summary>
    private static int TitleStart(List<FlowLine> lines, int anchor)
    {
        var start = anchor;
        while (start > 0 && anchor - start < 4)
        {
            var line = lines[start - 1];
            var key = line.Key;
            var title = key.Contains('表', StringComparison.Ordinal) || key.Contains("年度)", StringComparison.Ordinal) || key.StartsWith("一、基本情况", StringComparison.Ordinal)
                || key.StartsWith("附件", StringComparison.Ordinal) && key.Length < 8
                || key.Length < 14 && (key.StartsWith("单位:", StringComparison.Ordinal) || key.StartsWith("金额单位:", StringComparison.Ordinal));
            if (line.Kind == LineKind.Ruled || key.Length > 42 || !title || key.Contains('。', StringComparison.Ordinal)) break;
            start--;
        }
        return start;
    }
}

using Extract.Forms;
using Extract.Text;

namespace Extract.Layout;

/// <summary>
/// Finds the forms of a document's lines. A form opens with a label of its first part, most often its project's name, or with the head of its
/// indicators, right below a title; and it heads indicators further down.
/// </summary>
internal static class FormStarts
{
    /// <summary>How far below its first label the head of a form's indicators may stand, in lines.</summary>
    private const int LongestForm = 600;

    /// <summary>The project's name stands within so many lines below a form's first label.</summary>
    private const int FirstLabels = 8;

    /// <summary>Where forms start, how many title lines they have, and where the next begins.</summary>
    public static List<(int Start, int Titles, int End)> Of(List<FlowLine> lines)
    {
        var anchors = new List<int>();
        for (var i = 0; i < lines.Count; i++)
            if (IsAnchor(lines, i) && !IsOfLast(lines, anchors, i)) anchors.Add(i);
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

    /// <summary>Another label of the form that opened right above: no title stands between.</summary>
    private static bool IsOfLast(List<FlowLine> lines, List<int> anchors, int i) =>
        anchors.Count > 0 && i - anchors[^1] < FirstLabels && IsBelowTitle(lines, anchors[^1]) && !lines.GetRange(anchors[^1] + 1, i - anchors[^1] - 1).Exists(static line => IsTitle(line.Key));

    /// <summary>第五部分 …: a document's part begins; no form reaches over it.</summary>
    private static bool IsPart(string key) =>
        key.Length is > 3 and < 24 && key[0] == '第' && key.IndexOf("部分", StringComparison.Ordinal) is 2 or 3;

    private static bool IsAnchor(List<FlowLine> lines, int i)
    {
        if (lines[i].Kind == LineKind.Ruled) return false;
        var key = lines[i].Key;
        if (key.StartsWith("一、基本情况", StringComparison.Ordinal)) key = key["一、基本情况".Length..];
        if (key.StartsWith("项目名称", StringComparison.Ordinal) || key.StartsWith("项目(政策)名称", StringComparison.Ordinal)) return true;
        if (IsBelowTitle(lines, i)) return true;
        return lines[i].Kind == LineKind.Marked && key.Length is 3 or 4 && key.EndsWith("名称", StringComparison.Ordinal) && i > 0
            && lines[i - 1].Key.Length < 40 && (lines[i - 1].Key.Contains("年度", StringComparison.Ordinal) || lines[i - 1].Key.Contains('表', StringComparison.Ordinal));
    }

    /// <summary>A form that does not begin with its project's name: another label, or the head of its indicators, stands right below its title.</summary>
    private static bool IsBelowTitle(List<FlowLine> lines, int i)
    {
        if (!OpensLabel(lines, i) && !OpensIndicators(lines, i)) return false;
        for (var above = i - 1; above >= Math.Max(0, i - 4); above--)
        {
            var title = lines[above].Key;
            if (title is "一、基本情况" or "一、项目基本情况" || IsPartOfBlockName(title) || title.Length < 14 && (title.Contains("单位:", StringComparison.Ordinal) || title.EndsWith("年度)", StringComparison.Ordinal))) continue;
            return IsTitle(title);
        }
        return false;
    }

    /// <summary>绩效, 指标: lines of the name of the block that the form begins with, wrapped in a narrow column.</summary>
    private static bool IsPartOfBlockName(string key) => key is "绩效指标" or "绩效" or "指标" or "绩" or "效" or "指" or "标";

    private static bool IsTitle(string key)
    {
        if (key.Length >= 48) return false;
        var open = key.IndexOf('(', StringComparison.Ordinal);
        return (key.EndsWith('表') || open > 0 && key[open - 1] == '表' && key[^1] == ')') && Array.Exists(TitleWords, word => key.Contains(word, StringComparison.Ordinal));
    }

    private static readonly string[] TitleWords = ["自评", "绩效", "评分", "考核"];

    /// <summary>True for a line that opens with a label of a form's first part, whole or broken over lines of its own (部门名 / 称).</summary>
    private static bool OpensLabel(List<FlowLine> lines, int i)
    {
        var word = "";
        for (var next = i; next < Math.Min(lines.Count, i + MostPieces); next++)
        {
            if (lines[next].Kind == LineKind.Ruled || lines[next].Runs.Count == 0) return false;
            var piece = FirstWord(lines[next]);
            word += piece;
            if (Labels.Of(word) is { } label) return IsFirstPart(label);
            // The label goes on: nothing else stands on its line.
            if (word.Length >= LongestBroken || piece.Length != lines[next].Key.Length) return false;
        }
        return false;
    }

    /// <summary>A label is broken into so many lines at most.</summary>
    private const int MostPieces = 8;

    /// <summary>Labels that are broken have fewer characters.</summary>
    private const int LongestBroken = 10;

    private static bool IsFirstPart(Label label) => label.Rank is > 0 and < Labels.MiddleRank && label.Field != Field.FiscalYear;

    private static string FirstWord(FlowLine line)
    {
        var text = line.Runs[0].Text.TrimStart();
        var space = text.AsSpan().IndexOfAny(" \u3000");
        var word = Characters.Key(space < 0 ? text : text[..space]);
        var colon = word.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 ? word[..colon] : word;
    }

    private static readonly string[] IndicatorOpenings = ["绩效指标一级指标", "一级指标"];

    /// <summary>True for a line that opens the head of indicators; the label beside it and the head itself may be broken over lines (绩效 / 指标 / 一级指 / 标).</summary>
    private static bool OpensIndicators(List<FlowLine> lines, int i)
    {
        var key = lines[i].Key;
        for (var next = i + 1; next < lines.Count && next < i + 5 && key.Length > 0; next++)
        {
            if (!Array.Exists(IndicatorOpenings, opening => opening.Length > key.Length && opening.StartsWith(key, StringComparison.Ordinal))) break;
            key += lines[next].Key;
        }
        return Array.Exists(IndicatorOpenings, opening => key.StartsWith(opening, StringComparison.Ordinal));
    }

    private static bool HasIndicators(List<FlowLine> lines, int anchor, List<int> anchors)
    {
        var next = anchors.Find(a => a > anchor);
        var end = Math.Min(next == 0 ? lines.Count : next, anchor + LongestForm);
        for (var i = anchor; i < end; i++)
            if (HeaderWords.NamesIndicators(lines[i].Key) || i + 1 < end && HeaderWords.NamesIndicators(AcrossEnd(lines[i].Key, lines[i + 1].Key))) return true;
        return false;
    }

    /// <summary>The characters about a line's end: a head may be broken there.</summary>
    private static string AcrossEnd(string line, string next) => string.Concat(line.AsSpan(Math.Max(0, line.Length - LongestPiece)), next.AsSpan(0, Math.Min(LongestPiece, next.Length)));

    /// <summary>The names of levels' heads have pieces of at most so many characters.</summary>
    private const int LongestPiece = 6;

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

using System.Collections.Immutable;
using Extract.Figures;

namespace Extract.Records.Sentences;

/// <summary>Numbers with their units and the words that qualify them. Reads folded text.</summary>
internal static class FigureMarks
{
    /// <summary>Words directly before a number that qualify it, longest first.</summary>
    private static readonly string[] Before =
    [
        "不得低于", "不得超过", "不低于", "不少于", "不超过", "不高于", "不小于", "不大于", "不多于", "至少", "最多", "低于", "高于", "少于", "多于", "大于", "小于",
        "超过", "逾", "接近", "大约", "约", "近", "超", "\\geq", "\\leq", "\\ge", "\\le", ">=", "<=", "≥", "≤", "≧", "≦", ">", "<",
    ];

    /// <summary>Words directly behind a unit that qualify the number, longest first.</summary>
    private static readonly string[] Behind =
    [
        "(含)以上", "(含)以下", "及以上", "及以下", "以上", "以下", "以内", "之内", "左右", "上下", "(含)", "内",
    ];

    /// <summary>Nouns a threshold describes things by.</summary>
    private static readonly string[] Described = ["单价", "单位价值", "单台价值", "价值", "单项", "原值", "限额", "规模"];

    /// <summary>Classifiers that make a numeral in words a count. Those of fixed phrases (级, 类, 年) are left out.</summary>
    private static readonly string[] Classifiers =
        ["个月", "个", "家", "件", "份", "期", "名", "人次", "批次", "辆", "场", "次", "篇", "套", "台", "所", "处", "笔", "户", "种", "项", "门", "册", "天"];

    /// <summary>Phrases that are written like a count and are names.</summary>
    private static readonly string[] Slogans = ["八项规定", "六项规定", "十项规定", "四个意识", "四个自信", "两个维护", "两个确立", "三个代表", "四个全面", "两个一百年", "三个务必", "四个伟大", "两个毫不动摇", "四个服务", "三个区分", "两个结合", "四个最严"];

    /// <summary>What a reference to things already named starts with: 以上三项.</summary>
    private static readonly string[] Pointers = ["第", "以上", "上述", "前", "该", "这", "此", "下列", "以下", "各", "每", "任", "同", "另"];

    /// <summary>Words whose first character is a classifier: 116.87本年收入 counts no books.</summary>
    private static readonly string[] NoUnits =
    [
        "本年", "本单", "本部", "本级", "本乡", "本区", "本市", "本项", "本期", "支出", "支付", "部门", "期末", "期初", "期间", "所有", "所属", "处置", "处理", "处罚", "名称", "人员", "人均", "人才", "人民",
        "位于", "家庭", "条例", "条件", "年末", "年初", "级别", "台账", "分别", "分配", "县级", "县区", "镇级", "村级", "次年", "日常", "月均", "组织", "对外", "对个", "对附", "站点", "项目支", "课题", "种类", "类别", "只有", "只能", "集中", "集体", "集团", "门诊", "页码", "张某", "件数", "单位", "周期", "点击", "度假",
    ];

    /// <summary>The number at <paramref name="i"/> with its unit; a bare or malformed one where it has none.</summary>
    public static Mark Read(string text, string printed, int i)
    {
        var length = Scan(text, printed, i, out var value, out var decimals);
        if (length == 0) return Mark.Of(MarkKind.Malformed, i, EndOfNumber(text, i));
        var leadEnd = Lead(text, i, out var qualifier);
        var end = i + length;
        var at = TimeMarks.Spaces(text, end);
        if (at < text.Length && text[at] is '余' or '多' or '几' && HasUnit(text, at + 1))
        {
            qualifier = text[at].ToString();
            at++;
        }
        var unitLength = UnitLength(text, at);
        if (unitLength == 0 && UnitOfRange(text, i, end) is { } shared) return new Mark(MarkKind.Figure, i, length, end, value, decimals, shared, qualifier, leadEnd);
        if (unitLength == 0) return new Mark(MarkKind.Bare, i, length, end, value, decimals, Unit.None, qualifier, leadEnd);
        var unit = Unit.Of(text.Substring(at, unitLength));
        if (unit.Dimension == Dimension.Count) unit = unit with { Name = printed.Substring(at, unitLength) };
        end = at + unitLength;
        var tail = Tail(text, end);
        if (tail.Length > 0)
        {
            qualifier = tail;
            end += tail.Length;
        }
        var kind = unit.Dimension == Dimension.Money && tail.Length > 0 && IsDescribed(text, leadEnd) ? MarkKind.Threshold : MarkKind.Figure;
        return new Mark(kind, i, length, end, value, decimals, unit, qualifier, leadEnd);
    }

    /// <summary>
    /// Adds the figure in words at <paramref name="i"/> (万分之三, 百分之95, 两个) and answers where it ends; 0 if there is none.
    /// </summary>
    public static int ReadNumerals(string text, int i, ImmutableArray<Mark>.Builder marks)
    {
        if (!IsNumeral(text[i])) return 0;
        var end = i + 1;
        while (end < text.Length && IsNumeral(text[end])) end++;
        if (end - i > 1 && text[i] is '百' or '千' or '万' && string.CompareOrdinal(text, i + 1, "分之", 0, 2) == 0) end = i + 1;
        if (string.CompareOrdinal(text, end, "分之", 0, 2) == 0 && end == i + 1) return Ratio(text, i, marks);
        return Count(text, i, end, marks);
    }

    /// <summary>True where a unit stands at <paramref name="at"/>.</summary>
    public static bool HasUnit(string text, int at) => at < text.Length && UnitLength(text, at) > 0;

    /// <summary>The unit that the first number of a range or pair shares with the second: 1-3次, 80—90%, 减少1267.86、2570.97万元.</summary>
    private static Unit? UnitOfRange(string text, int start, int end)
    {
        var at = TimeMarks.Spaces(text, end);
        if (at >= text.Length) return null;
        var pair = text[at] is '、' or '和' && text.AsSpan(start, end - start).Contains('.') || text[at] is ',' or '，' && FigureReader.FirstOfList(text.AsSpan(start)) == end - start;
        if (!pair && text[at] is not ('-' or '—' or '–' or '~' or '至')) return null;
        if (pair) at++;
        while (at < text.Length && text[at] is '-' or '—' or '–' or '~' or '至' or ' ') at++;
        var length = FigureReader.Scan(text.AsSpan(at), out _, out _, out _);
        var behind = TimeMarks.Spaces(text, at + length);
        return length > 0 && UnitLength(text, behind) is var unit and > 0 ? Unit.Of(text.Substring(behind, unit)) : null;
    }

    private static int Ratio(string text, int i, ImmutableArray<Mark>.Builder marks)
    {
        var unit = text[i] switch { '百' => Unit.Percent, '千' => Unit.Of("‰"), '万' => Unit.Of("‱"), _ => Unit.None };
        if (unit.Dimension != Dimension.Ratio) return i + 3;
        var at = i + 3;
        var end = at;
        while (end < text.Length && IsNumeral(text[end])) end++;
        decimal value;
        var decimals = 0;
        if (end > at && ChineseNumerals.Read(text[at..end]) is { } numeral) value = numeral;
        else if (at < text.Length && FigureReader.Scan(text.AsSpan(at), out value, out decimals, out _) is var length and > 0) end = at + length;
        else return at;
        var lead = Lead(text, i, out var qualifier);
        var tail = Tail(text, end);
        marks.Add(new Mark(MarkKind.Figure, i, end - i, end + tail.Length, value, decimals, unit, tail.Length > 0 ? tail : qualifier, lead));
        return end + tail.Length;
    }

    private static int Count(string text, int i, int end, ImmutableArray<Mark>.Builder marks)
    {
        if (ChineseNumerals.Read(text[i..end]) is not (> 1 and < 10_000 and var value) || InQuotes(text, i)) return end;
        foreach (var slogan in Slogans)
            if (string.CompareOrdinal(text, i, slogan, 0, slogan.Length) == 0) return i + slogan.Length;
        foreach (var pointer in Pointers)
            if (text.AsSpan(0, i).EndsWith(pointer, StringComparison.Ordinal)) return end;
        foreach (var classifier in Classifiers)
        {
            if (string.CompareOrdinal(text, end, classifier, 0, classifier.Length) != 0) continue;
            // 两项、三项制度 and the like count; 三次方, 二期工程 do not: a classifier must be followed by what is counted, or end the clause.
            var behind = end + classifier.Length;
            if (classifier == "次" && behind < text.Length && text[behind] is '会' or '全') return end;
            if (classifier == "期" && behind < text.Length && text[behind] is '工' or '建' or '项') return end;
            marks.Add(new Mark(MarkKind.Figure, i, end - i, behind, value, 0, Unit.Of(classifier), "", Lead(text, i, out var qualifier)) { Qualifier = qualifier });
            return behind;
        }
        return end;
    }

    private static bool InQuotes(string text, int i)
    {
        for (var back = i - 1; back >= 0 && i - back < 12; back--)
        {
            if (text[back] == '”') return false;
            if (text[back] == '“') return true;
        }
        return false;
    }

    private static bool IsNumeral(char c) => c is '零' or '〇' or '一' or '二' or '两' or '三' or '四' or '五' or '六' or '七' or '八' or '九' or '十' or '百' or '千' or '万';

    /// <summary>
    /// The number's characters; 0 where they break its rules. A full-width comma before digits that are no group of thousands is
    /// punctuation: 17批，20 and 3935.41，20.
    /// </summary>
    private static int Scan(string text, string printed, int i, out decimal value, out int decimals)
    {
        var length = FigureReader.Scan(text.AsSpan(i), out value, out decimals, out var malformed);
        if (!malformed) return length;
        if (FigureReader.FirstOfList(text.AsSpan(i)) is var first and > 0) return FigureReader.Scan(text.AsSpan(i, first), out value, out decimals, out _);
        var comma = printed.IndexOf('，', i);
        if (comma < 0 || comma >= EndOfNumber(text, i)) return 0;
        length = FigureReader.Scan(text.AsSpan(i, comma - i), out value, out decimals, out malformed);
        return malformed ? 0 : length;
    }

    private static int EndOfNumber(string text, int i)
    {
        var end = i + 1;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] is '.' or ',' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]))) end++;
        return end;
    }

    private static int Lead(string text, int i, out string qualifier)
    {
        var end = i;
        while (end > 0 && text[end - 1] == ' ') end--;
        foreach (var word in Before)
        {
            if (!text.AsSpan(0, end).EndsWith(word, StringComparison.Ordinal)) continue;
            qualifier = word;
            end -= word.Length;
            while (end > 0 && text[end - 1] == ' ') end--;
            return end;
        }
        qualifier = "";
        return end;
    }

    private static string Tail(string text, int end)
    {
        foreach (var word in Behind)
        {
            if (string.CompareOrdinal(text, end, word, 0, word.Length) != 0) continue;
            // 内 of 内容, 内部 is no qualifier.
            if (word == "内" && end + 1 < text.Length && text[end + 1] is '容' or '部' or '外' or '设' or '控' or '涵' or '地' or '蒙') continue;
            return word;
        }
        return "";
    }

    private static bool IsDescribed(string text, int leadEnd)
    {
        foreach (var word in Described)
            if (text.AsSpan(0, leadEnd).EndsWith(word, StringComparison.Ordinal)) return true;
        return false;
    }

    private static bool IsNoUnit(string text, int at)
    {
        foreach (var word in NoUnits)
            if (string.CompareOrdinal(text, at, word, 0, word.Length) == 0) return true;
        return false;
    }

    /// <summary>Characters of the unit at <paramref name="at"/>: the longest that is one.</summary>
    private static int UnitLength(string text, int at)
    {
        for (var length = Math.Min(UnitNames.Longest + 1, text.Length - at); length > 0; length--)
        {
            var name = text.Substring(at, length);
            if (IsNoUnit(text, at)) return 0;
            if (Unit.Of(name).Dimension is Dimension.Money or Dimension.Ratio || name is "万" or "亿" || UnitNames.IsCounter(name)) return length;
        }
        return 0;
    }
}

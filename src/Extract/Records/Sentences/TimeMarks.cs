namespace Extract.Records.Sentences;

/// <summary>Years, dates, clock times and spans of years. Reads folded text.</summary>
internal static class TimeMarks
{
    /// <summary>Words before a number of years that make it a span and no count.</summary>
    private static readonly string[] Spans = ["近", "未来", "前", "过去", "每", "今后", "后", "最近", "连续", "往"];

    /// <summary>What may follow a year that is printed without 年.</summary>
    private static readonly string[] AfterBareYear = ["决算", "预算", "本年", "全年", "部门", "收入", "支出", "财政"];

    /// <summary>What may follow a month or a year to say which part of it.</summary>
    private static readonly string[] Parts = ["底", "初", "末", "中旬", "上旬", "下旬", "份"];

    /// <summary>The year, date, time or span at <paramref name="i"/>; null if there is none.</summary>
    public static Mark? Read(string text, int i)
    {
        if (!char.IsAsciiDigit(text[i])) return null;
        if (IsYear(text, i)) return Year(text, i);
        return Month(text, i) ?? Clock(text, i) ?? Span(text, i);
    }

    /// <summary>True for four digits, 1949 to 2099, alone.</summary>
    public static bool IsYear(string text, int i)
    {
        if (i + 4 > text.Length || EndOfDigits(text, i) != i + 4 || i > 1 && text[i - 1] is '.' or ',' && char.IsAsciiDigit(text[i - 2]) && !Layout.Enumerators.StartsWithYear(text.AsSpan(i))) return false;
        if (i + 5 < text.Length && text[i + 4] is '.' or ',' && char.IsAsciiDigit(text[i + 5]) && !IsDotted(text, i)) return false;
        return int.Parse(text.AsSpan(i, 4), System.Globalization.CultureInfo.InvariantCulture) is >= 1949 and <= 2099;
    }

    private static Mark? Year(string text, int i)
    {
        var year = decimal.Parse(text.AsSpan(i, 4), System.Globalization.CultureInfo.InvariantCulture);
        var end = i + 4;
        if (Dotted(text, i) is { } dotted) return Mark.Of(MarkKind.Date, i, dotted, year);
        var at = Spaces(text, end);
        if (Joined(text, at) is { } second)
        {
            var behind = Spaces(text, second + 4);
            if (behind < text.Length && text[behind] == '年') behind = BehindYear(text, behind);
            else behind = second + 4;
            return Mark.Of(MarkKind.Year, i, behind, decimal.Parse(text.AsSpan(second, 4), System.Globalization.CultureInfo.InvariantCulture));
        }
        if (at < text.Length && text[at] == '年')
        {
            end = BehindYear(text, at);
            var month = Spaces(text, end);
            if (text[end - 1] == '年' && month < text.Length && char.IsAsciiDigit(text[month]) && Month(text, month) is { } date)
                return Mark.Of(MarkKind.Date, i, date.End, year);
            return Mark.Of(MarkKind.Year, i, end, year);
        }
        foreach (var word in AfterBareYear)
            if (string.CompareOrdinal(text, at, word, 0, word.Length) == 0) return Mark.Of(MarkKind.Year, i, end, year);
        return null;
    }

    /// <summary>Behind 年, 年度, 年底, 年末.</summary>
    private static int BehindYear(string text, int at)
    {
        at++;
        if (at < text.Length && text[at] is '底' or '末') return at + 1;
        return at < text.Length && text[at] == '度' ? at + 1 : at;
    }

    /// <summary>Where the second year of a span of years starts: 2023-2025年, 2020年至2023年 (the second is the later).</summary>
    private static int? Joined(string text, int at)
    {
        var i = at;
        if (i < text.Length && text[i] == '年') i++;
        if (i >= text.Length || text[i] is not ('-' or '—' or '–' or '~' or '至' or '、' or '到')) return null;
        while (i < text.Length && text[i] is '-' or '—' or '–' or '~' or '至' or '、' or '到' or ' ') i++;
        if (i >= text.Length || !IsYear(text, i)) return null;
        var behind = Spaces(text, i + 4);
        return behind < text.Length && (text[behind] == '年' || text[behind] == ')') ? i : null;
    }

    private static bool IsDotted(string text, int i) => Dotted(text, i) is not null;

    /// <summary>Behind 2019-08-02, 2019.8.2 or 2019/8/2.</summary>
    private static int? Dotted(string text, int i)
    {
        var end = i + 4;
        for (var part = 0; part < 2; part++)
        {
            if (end + 1 >= text.Length || text[end] is not ('-' or '.' or '/') || !char.IsAsciiDigit(text[end + 1])) return null;
            var digits = EndOfDigits(text, end + 1);
            if (digits - end > 3) return null;
            end = digits;
        }
        return end;
    }

    /// <summary>12月31日, 4月16至19日, 1-9月, 12月底.</summary>
    private static Mark? Month(string text, int i)
    {
        var end = EndOfDigits(text, i);
        if (end - i > 2) return null;
        var at = Spaces(text, end);
        if (at + 1 < text.Length && text[at] is '-' or '—' or '–' or '~' or '至')
        {
            var second = Spaces(text, at + 1);
            if (second < text.Length && text[second] is '-' or '—') second = Spaces(text, second + 1);
            var digits = EndOfDigits(text, second);
            var month = Spaces(text, digits);
            if (digits > second && digits - second <= 2 && month < text.Length && text[month] == '月') at = month;
        }
        if (at >= text.Length || text[at] != '月') return null;
        end = at + 1;
        foreach (var part in Parts)
            if (string.CompareOrdinal(text, end, part, 0, part.Length) == 0) return Mark.Of(MarkKind.Date, i, end + part.Length);
        return Mark.Of(MarkKind.Date, i, Day(text, end));
    }

    /// <summary>Behind the day or days that follow a month; the month's end if there is none.</summary>
    private static int Day(string text, int month)
    {
        var i = Spaces(text, month);
        var end = EndOfDigits(text, i);
        if (end == i || end - i > 2) return month;
        var at = Spaces(text, end);
        if (at < text.Length && text[at] == '日') at++;
        else if (at >= text.Length || text[at] is not ('-' or '—' or '~' or '至' or '、')) return month;
        var next = at < text.Length && text[at] is '-' or '—' or '~' or '至' or '、' ? Spaces(text, at + 1) : at;
        var second = EndOfDigits(text, next);
        if (next > at && second > next && second - next <= 2 && second < text.Length && text[second] == '日') return second + 1;
        return text[at - 1] == '日' ? at : month;
    }

    private static Mark? Clock(string text, int i)
    {
        var end = EndOfDigits(text, i);
        if (end - i > 2 || end + 2 >= text.Length + 0 || text[end] != ':') return null;
        var minutes = EndOfDigits(text, end + 1);
        if (minutes - end != 3 || text[end + 1] > '5' || minutes < text.Length && text[minutes] is '%' or '.') return null;
        return i > 0 && text[i - 1] is not (' ' or '日' or '午') ? null : Mark.Of(MarkKind.Clock, i, minutes);
    }

    private static Mark? Span(string text, int i)
    {
        var end = EndOfDigits(text, i);
        var at = Spaces(text, end);
        if (end - i > 2 || at >= text.Length || text[at] != '年') return null;
        var lead = text.AsSpan(0, i).TrimEnd();
        foreach (var word in Spans)
            if (lead.EndsWith(word, StringComparison.Ordinal)) return Mark.Of(MarkKind.Period, i, at + 1);
        return at + 1 < text.Length && text[at + 1] is '来' or '期' ? Mark.Of(MarkKind.Period, i, at + 1) : null;
    }

    internal static int Spaces(string text, int i)
    {
        while (i < text.Length && text[i] == ' ') i++;
        return i;
    }

    internal static int EndOfDigits(string text, int i)
    {
        while (i < text.Length && char.IsAsciiDigit(text[i])) i++;
        return i;
    }
}

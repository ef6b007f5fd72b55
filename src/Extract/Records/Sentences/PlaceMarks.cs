using System.Collections.Immutable;

namespace Extract.Records.Sentences;

/// <summary>Digits that number, address or name something: entries, references, codes, telephone numbers, names. Reads folded text.</summary>
internal static class PlaceMarks
{
    private static readonly string[] Phones = ["电话", "手机", "传真", "热线", "联系方式"];

    private static readonly string[] Codes = ["编码", "代码", "编号", "文号", "账号", "帐号", "证号", "邮编", "邮政编码"];

    private static readonly string[] References = ["表", "图", "附件", "附表", "附录", "附", "序号", "要素", "要点", "专栏", "注", "续表"];

    private static readonly string[] LatinUnits = ["km", "kg", "cm", "mm", "m", "kw", "kW", "kWh", "MW", "GB", "TB", "t"];

    /// <summary>Adds the mark at <paramref name="i"/> and answers where it ends; 0 if the digits are none of these.</summary>
    public static int Read(string text, string printed, int i, ImmutableArray<Mark>.Builder marks)
    {
        var found = Ordinal(text, i) ?? Fraction(text, i) ?? Name(text, i) ?? Phone(text, i) ?? Code(text, i) ?? Reference(text, i) ?? Factor(text, printed, i);
        if (found is not { } mark) return 0;
        marks.Add(mark);
        return mark.End;
    }

    /// <summary>第2 …, 1. and 1、 at the start of an entry, (1).</summary>
    private static Mark? Ordinal(string text, int i)
    {
        var end = TimeMarks.EndOfDigits(text, i);
        if (end == i) return null;
        var before = i - 1;
        while (before >= 0 && text[before] == ' ') before--;
        if (before >= 0 && text[before] == '第') return Mark.Of(MarkKind.Ordinal, i, end);
        if (end - i > 2 || end >= text.Length) return null;
        if (before >= 0 && text[before] == '(' && text[end] == ')') return Mark.Of(MarkKind.Ordinal, i, end);
        var starts = before < 0 || text[before] is '。' or ';' or ':' or '!' or '?' or '》' || text[i - 1] == ' ' && !char.IsAsciiDigit(text[before]);
        var listed = text[end] == '.' && (end + 1 >= text.Length || !char.IsAsciiDigit(text[end + 1]) || Layout.Enumerators.StartsWithYear(text.AsSpan(end + 1)));
        if (listed || starts && text[end] == '.' && StartsWithMonth(text, end + 1)) return Mark.Of(MarkKind.Ordinal, i, end);
        return starts && text[end] is '、' or ')' ? Mark.Of(MarkKind.Ordinal, i, end) : null;
    }

    /// <summary>True for 4月 behind an entry's number: 1.4月 is no number.</summary>
    private static bool StartsWithMonth(string text, int i)
    {
        var end = TimeMarks.EndOfDigits(text, i);
        return end > i && end - i <= 2 && end < text.Length && text[end] == '月';
    }

    private static Mark? Fraction(string text, int i)
    {
        var end = TimeMarks.EndOfDigits(text, i);
        if (end == i || end - i > 3 || end + 1 >= text.Length || text[end] != '/') return null;
        var second = TimeMarks.EndOfDigits(text, end + 1);
        if (second == end + 1 || second < text.Length && text[second] is '/' or '.' || text[second - 1] == '年') return null;
        return Mark.Of(MarkKind.Fraction, i, second);
    }

    /// <summary>Digits with a Latin letter behind them: 5G/6G, 3D.</summary>
    private static Mark? Name(string text, int i)
    {
        var end = TimeMarks.EndOfDigits(text, i);
        if (end == i || end >= text.Length || !char.IsAsciiLetter(text[end])) return null;
        var word = end;
        while (word < text.Length && char.IsAsciiLetter(text[word])) word++;
        foreach (var unit in LatinUnits)
            if (text.AsSpan(end, word - end).SequenceEqual(unit)) return null;
        while (word < text.Length && (char.IsAsciiLetterOrDigit(text[word]) || text[word] is '/' or '-' && word + 1 < text.Length && char.IsAsciiLetterOrDigit(text[word + 1]))) word++;
        return Mark.Of(MarkKind.Name, i, word);
    }

    /// <summary>020-87682542, 13800000000, and digits behind 电话.</summary>
    private static Mark? Phone(string text, int i)
    {
        var end = TimeMarks.EndOfDigits(text, i);
        if (end == i) return null;
        if (end - i is 3 or 4 && text[i] == '0' && end + 1 < text.Length && text[end] == '-')
        {
            var number = TimeMarks.EndOfDigits(text, end + 1);
            if (number - end - 1 is 7 or 8) return Mark.Of(MarkKind.Phone, i, number);
        }
        if (end - i == 11 && text[i] == '1' && (end >= text.Length || text[end] is not ('.' or '元' or '万'))) return Mark.Of(MarkKind.Phone, i, end);
        if (string.CompareOrdinal(text, end, "热线", 0, 2) == 0) return Mark.Of(MarkKind.Phone, i, end);
        return end - i >= 3 && Follows(text, i, Phones) ? Mark.Of(MarkKind.Phone, i, end) : null;
    }

    /// <summary>科目编码2010301, 243001 - a filer's name, and anything of eight digits or more that is no amount.</summary>
    private static Mark? Code(string text, int i)
    {
        var end = TimeMarks.EndOfDigits(text, i);
        if (end == i) return null;
        if (end - i >= 3 && Follows(text, i, Codes)) return Mark.Of(MarkKind.Code, i, end);
        // (208类), (05款), (01项): the code of a level in the brackets that name it.
        if (i > 0 && text[i - 1] == '(' && end - i is 2 or 3 && end + 1 < text.Length && text[end] is '类' or '款' or '项' && text[end + 1] == ')') return Mark.Of(MarkKind.Code, i, end);
        var next = TimeMarks.Spaces(text, end);
        if (end - i >= 9 && (end >= text.Length || text[end] is not ('.' or ',') && next < text.Length && !FigureMarks.HasUnit(text, next))) return Mark.Of(MarkKind.Code, i, end);
        var hyphened = end - i is 3 or 5 or 6 or 7 && next < text.Length && text[next] is '-' or '—';
        if (!hyphened) return null;
        var name = TimeMarks.Spaces(text, next + 1);
        return name < text.Length && text[name] >= '\u4E00' ? Mark.Of(MarkKind.Code, i, end) : null;
    }

    /// <summary>表1-3, 附件2.</summary>
    private static Mark? Reference(string text, int i)
    {
        var end = TimeMarks.EndOfDigits(text, i);
        if (end == i || end - i > 3 || !Follows(text, i, References)) return null;
        var behind = end;
        while (behind + 1 < text.Length && text[behind] is '-' or '—' or '.' or '、' && char.IsAsciiDigit(text[behind + 1]) && !TimeMarks.IsYear(text, behind + 1))
            behind = TimeMarks.EndOfDigits(text, behind + 1);
        return behind > end || !FigureMarks.HasUnit(text, TimeMarks.Spaces(text, end)) ? Mark.Of(MarkKind.Reference, i, behind) : null;
    }

    /// <summary>The factor of a formula: *100%.</summary>
    private static Mark? Factor(string text, string printed, int i)
    {
        var before = i - 1;
        while (before >= 0 && text[before] == ' ') before--;
        if (before < 0 || printed[before] is not ('*' or '×' or '÷' or '＊')) return null;
        var end = TimeMarks.EndOfDigits(text, i);
        if (end == i) return null;
        return Mark.Of(MarkKind.Rule, i, end < text.Length && text[end] == '%' ? end + 1 : end);
    }

    private static bool Follows(string text, int i, string[] words)
    {
        var lead = text.AsSpan(0, i).TrimEnd();
        lead = lead.TrimEnd(':').TrimEnd(' ');
        foreach (var word in words)
            if (lead.EndsWith(word, StringComparison.Ordinal)) return true;
        return false;
    }
}

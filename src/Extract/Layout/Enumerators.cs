using Extract.Text;

namespace Extract.Layout;

/// <summary>How an entry of an outline is numbered, outermost first.</summary>
internal enum Numbering
{
    /// <summary>Not numbered.</summary>
    None,

    /// <summary>第一部分.</summary>
    Part,

    /// <summary>Markdown's #.</summary>
    Hash,

    /// <summary>一、.</summary>
    Chinese,

    /// <summary>（一） or ㈠.</summary>
    BracketedChinese,

    /// <summary>1. or 1、.</summary>
    Arabic,

    /// <summary>（1） or 1）.</summary>
    BracketedArabic,

    /// <summary>①.</summary>
    Circled,
}

/// <summary>Reads the number an outline's entry starts with.</summary>
internal static class Enumerators
{
    /// <summary>Characters the entry's number takes at <paramref name="at"/>, 0 if there is none.</summary>
    public static int Read(ReadOnlySpan<char> text, int at, out Numbering numbering)
    {
        numbering = Numbering.None;
        if (at >= text.Length) return 0;
        var first = Characters.Fold(text[at]);
        var length = first switch
        {
            '第' => Part(text, at, out numbering),
            '#' => Hash(text, at, out numbering),
            '(' => Bracketed(text, at, out numbering),
            _ when IsNumeral(first) => Chinese(text, at, out numbering),
            _ when char.IsAsciiDigit(first) => Arabic(text, at, out numbering),
            _ => Symbol(first, out numbering),
        };
        return length;
    }

    /// <summary>True for the digits of Chinese numbering.</summary>
    public static bool IsNumeral(char c) => c is '一' or '二' or '三' or '四' or '五' or '六' or '七' or '八' or '九' or '十';

    private static int Part(ReadOnlySpan<char> text, int at, out Numbering numbering)
    {
        numbering = Numbering.None;
        var i = Numerals(text, at + 1);
        if (i == at + 1 || i - at > 4) return 0;
        if (text[i..].StartsWith("部分", StringComparison.Ordinal)) numbering = Numbering.Part;
        return numbering == Numbering.Part ? i + 2 - at : 0;
    }

    private static int Hash(ReadOnlySpan<char> text, int at, out Numbering numbering)
    {
        var i = at;
        while (i < text.Length && text[i] == '#') i++;
        var marked = i - at <= 6 && i < text.Length && text[i] == ' ';
        numbering = marked ? Numbering.Hash : Numbering.None;
        return marked ? i + 1 - at : 0;
    }

    private static int Bracketed(ReadOnlySpan<char> text, int at, out Numbering numbering)
    {
        numbering = Numbering.None;
        var i = Numerals(text, at + 1);
        var found = Numbering.BracketedChinese;
        if (i == at + 1)
        {
            i = Digits(text, at + 1);
            found = Numbering.BracketedArabic;
        }
        if (i == at + 1 || i - at > 4 || i >= text.Length || Characters.Fold(text[i]) != ')') return 0;
        numbering = found;
        return i + 1 - at;
    }

    private static int Chinese(ReadOnlySpan<char> text, int at, out Numbering numbering)
    {
        var i = Numerals(text, at);
        while (i < text.Length && text[i] == ' ') i++;
        var marked = i - at <= 4 && i < text.Length && text[i] == '、';
        numbering = marked ? Numbering.Chinese : Numbering.None;
        return marked ? i + 1 - at : 0;
    }

    private static int Arabic(ReadOnlySpan<char> text, int at, out Numbering numbering)
    {
        numbering = Numbering.None;
        var i = Digits(text, at);
        if (i - at > 2 || i >= text.Length) return 0;
        var mark = Characters.Fold(text[i]);
        if (mark == ')')
        {
            numbering = Numbering.BracketedArabic;
            return i + 1 - at;
        }
        if (mark is not ('.' or '、')) return 0;
        // 1.2 is a number; 1.2015年 is an entry that starts with a year.
        if (i + 1 < text.Length && char.IsAsciiDigit(text[i + 1]) && !StartsWithYear(text[(i + 1)..])) return 0;
        numbering = Numbering.Arabic;
        return i + 1 - at;
    }

    private static int Symbol(char c, out Numbering numbering)
    {
        numbering = c switch
        {
            >= '㈠' and <= '㈩' => Numbering.BracketedChinese,
            >= '⑴' and <= '⒇' => Numbering.BracketedArabic,
            >= '⒈' and <= '⒛' => Numbering.Arabic,
            >= '①' and <= '⑳' => Numbering.Circled,
            _ => Numbering.None,
        };
        return numbering == Numbering.None ? 0 : 1;
    }

    /// <summary>True for a year of four digits followed by 年.</summary>
    public static bool StartsWithYear(ReadOnlySpan<char> text)
    {
        if (text.Length < 5 || text[0] is not ('1' or '2') || Digits(text, 0) != 4) return false;
        return text[4] == '年' || text[4] == ' ' && text.Length > 5 && text[5] == '年';
    }

    private static int Numerals(ReadOnlySpan<char> text, int i)
    {
        while (i < text.Length && IsNumeral(text[i])) i++;
        return i;
    }

    private static int Digits(ReadOnlySpan<char> text, int i)
    {
        while (i < text.Length && char.IsAsciiDigit(Characters.Fold(text[i]))) i++;
        return i;
    }
}

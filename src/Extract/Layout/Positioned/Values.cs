using System.Buffers;
using Extract.Text;

namespace Extract.Layout.Positioned;

/// <summary>What stands in a body of figures: numbers with what belongs to them, dashes, marks for "none".</summary>
internal static class Values
{
    private static readonly SearchValues<char> Figures = SearchValues.Create("0123456789.,");

    /// <summary>True for text of which digits are the greater part, and for the marks that stand where a number is missing.</summary>
    public static bool IsValue(string text)
    {
        int digits = 0, letters = 0, marks = 0;
        foreach (var raw in text)
        {
            var c = Characters.Fold(raw);
            if (char.IsAsciiDigit(c)) digits++;
            else if (char.IsLetter(c)) letters++;
            else if (!Characters.IsSpace(c)) marks++;
        }
        if (digits > 0) return letters <= digits && letters <= 4;
        if (letters == 0) return marks is > 0 and <= 4 && text.AsSpan().IndexOfAny("●•○■") < 0;
        return letters <= 3 && text.Length <= 5 && IsNone(text);
    }

    /// <summary>True for a number printed as money is: with decimals behind a point, or its thousands parted by commas.</summary>
    public static bool IsAmount(string text)
    {
        if (text.Length < 4 || !char.IsAsciiDigit(text[^1])) return false;
        var body = text.AsSpan(text[0] is '-' or '+' ? 1 : 0);
        return body.Length > 3 && char.IsAsciiDigit(body[0]) && body.IndexOfAny('.', ',') > 0 && body.IndexOfAnyExcept(Figures) < 0;
    }

    /// <summary>True for a calendar year alone: it heads columns as often as it fills them.</summary>
    public static bool IsYear(string text)
    {
        var key = Characters.Key(text).TrimEnd('年', '*');
        return key.Length == 4 && key[0] is '1' or '2' && key.All(char.IsAsciiDigit) && string.CompareOrdinal(key, "1900") >= 0 && string.CompareOrdinal(key, "2100") < 0;
    }

    private static bool IsNone(string text) =>
        Characters.Key(text).Trim('.', '/', '*').ToUpperInvariant() is "NA" or "N.A" or "N/A" or "ND" or "X" or "无" or "NIL" or "NS";
}

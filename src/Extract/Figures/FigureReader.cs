using System.Globalization;
using Extract.Text;

namespace Extract.Figures;

/// <summary>
/// The one door at which characters become a number. Reads full-width digits, grouped thousands (1,234.50; 1，234.50), a sign before,
/// △ ▲ or brackets for negatives, a unit behind; spaces and line ends between digits are the typesetter's. Grouping is checked: a
/// comma in the wrong place (84,82) makes no number.
/// </summary>
public static class FigureReader
{
    /// <summary>More digits than any public account prints; beyond it the characters stay words.</summary>
    public const int MostDigits = 22;

    /// <summary>Reads a whole cell: blank, dash, number (with or without a unit behind it) or words.</summary>
    public static Entry Read(string text) => Read(text, Unit.None);

    /// <summary>Reads a whole cell whose column or table states <paramref name="unit"/>; a unit printed in the cell itself is stronger.</summary>
    public static Entry Read(string text, Unit unit)
    {
        ArgumentNullException.ThrowIfNull(text);
        var key = Characters.Key(text);
        if (key.Length == 0) return Entry.Blank;
        if (IsDash(key)) return new Entry(EntryKind.Dash, null);
        var negative = false;
        var body = key.AsSpan();
        if (body.Length > 2 && body[0] == '(' && body[^1] == ')')
        {
            negative = true;
            body = body[1..^1];
        }
        var length = Scan(body, out var value, out var decimals, out var malformed);
        if (length == 0) return new Entry(EntryKind.Words, null, malformed && body.Length <= 24);
        var printed = key[..(negative ? key.Length : length)];
        var rest = body[length..].ToString();
        if (rest.Length > 0)
        {
            if (negative || !IsUnit(rest)) return new Entry(EntryKind.Words, null, malformed);
            unit = Unit.Of(rest);
        }
        return new Entry(EntryKind.Number, new Figure(printed, negative ? -value : value, decimals, unit));
    }

    /// <summary>
    /// Reads the number at the start of <paramref name="text"/> (white space already removed, characters folded) and answers how
    /// many characters it takes; 0 where there is none, or where what is there breaks the rules (<paramref name="malformed"/>).
    /// </summary>
    public static int Scan(ReadOnlySpan<char> text, out decimal value, out int decimals, out bool malformed)
    {
        value = 0;
        decimals = 0;
        malformed = false;
        var i = 0;
        var negative = false;
        if (i < text.Length && text[i] is '-' or '+' or '−' or '△' or '▲' or '－')
        {
            negative = text[i] != '+';
            i++;
        }
        Span<char> digits = stackalloc char[MostDigits + 2];
        var count = 0;
        var start = i;
        var groups = 0;
        var sinceGroup = 0;
        while (i < text.Length && (char.IsAsciiDigit(text[i]) || IsComma(text[i]) && i + 1 < text.Length && char.IsAsciiDigit(text[i + 1])))
        {
            if (IsComma(text[i]))
            {
                // The first group has one to three digits, every other exactly three.
                if (groups == 0 ? i == start || i - start > 3 : sinceGroup != 3) malformed = true;
                groups++;
                sinceGroup = 0;
            }
            else
            {
                if (count >= MostDigits) { malformed = true; return 0; }
                digits[count++] = text[i];
                sinceGroup++;
            }
            i++;
        }
        if (count == 0) return 0;
        if (groups > 0 && sinceGroup != 3) malformed = true;
        if (i + 1 < text.Length && text[i] == '.' && char.IsAsciiDigit(text[i + 1]))
        {
            digits[count++] = '.';
            i++;
            while (i < text.Length && char.IsAsciiDigit(text[i]))
            {
                if (count >= MostDigits) { malformed = true; return 0; }
                digits[count++] = text[i++];
                decimals++;
            }
            // A second point, or a comma behind decimals, is a misprint: 1.234.5
            if (i + 1 < text.Length && (text[i] == '.' || IsComma(text[i])) && char.IsAsciiDigit(text[i + 1])) malformed = true;
        }
        if (malformed) return 0;
        if (!decimal.TryParse(digits[..count], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value)) return 0;
        if (negative) value = -value;
        return i;
    }

    /// <summary>
    /// How many characters the first number takes where a comma parts it from a second (4125.49,4143.91: both have decimals, so the comma
    /// groups nothing); 0 where there is no such list.
    /// </summary>
    internal static int FirstOfList(ReadOnlySpan<char> text)
    {
        var comma = text.IndexOfAny(',', '，');
        while (comma > 0 && comma + 1 < text.Length && text[..comma].IndexOf('.') < 0 && text[(comma + 1)..].IndexOfAny(',', '，') is var next and >= 0) comma += 1 + next;
        if (comma <= 0 || Scan(text[..comma], out _, out var decimals, out _) != comma || decimals == 0) return 0;
        return Scan(text[(comma + 1)..], out _, out decimals, out _) > 0 && decimals > 0 ? comma : 0;
    }

    /// <summary>True for the dashes that say "none": one or more of - – — ─ 一 is not among them.</summary>
    public static bool IsDash(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return IsDash(key.AsSpan());
    }

    /// <inheritdoc cref="IsDash(string)"/>
    internal static bool IsDash(ReadOnlySpan<char> key)
    {
        if (key.Length is 0 or > 4) return false;
        foreach (var c in key)
            if (c is not ('-' or '–' or '—' or '―' or '─' or '－' or '−')) return false;
        return true;
    }

    /// <summary>True for what can stand behind a number as its unit: money, ratio, or a short classifier without digits.</summary>
    private static bool IsUnit(string rest)
    {
        if (rest is "万" or "亿") return true;
        if (Unit.Of(rest).Dimension is Dimension.Money or Dimension.Ratio) return true;
        return UnitNames.IsCounter(rest);
    }

    private static bool IsComma(char c) => c is ',' or '，';
}

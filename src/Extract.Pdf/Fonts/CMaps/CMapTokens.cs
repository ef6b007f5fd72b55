using System.Text;

namespace Extract.Pdf.Fonts.CMaps;

/// <summary>What a token of a CMap file is.</summary>
internal enum CMapToken
{
    /// <summary>Nothing is left.</summary>
    End,

    /// <summary>A string in angle brackets.</summary>
    Hex,

    /// <summary>An integer.</summary>
    Number,

    /// <summary>A name, without its solidus.</summary>
    Name,

    /// <summary>[.</summary>
    ArrayStart,

    /// <summary>].</summary>
    ArrayEnd,

    /// <summary>An operator.</summary>
    Operator,

    /// <summary>Anything else: dictionaries, strings in parentheses.</summary>
    Other,
}

/// <summary>Splits the little of PostScript that CMap files are written in.</summary>
internal ref struct CMapTokens(ReadOnlySpan<byte> text)
{
    private readonly ReadOnlySpan<byte> text = text;
    private int at;

    /// <summary>The characters of the token, without its marks.</summary>
    public ReadOnlySpan<byte> Raw { get; private set; }

    /// <summary>The next token.</summary>
    public CMapToken Next()
    {
        SkipSpace();
        if (at >= text.Length) return CMapToken.End;
        var c = text[at++];
        switch (c)
        {
            case (byte)'[': return CMapToken.ArrayStart;
            case (byte)']': return CMapToken.ArrayEnd;
            case (byte)'<' when at < text.Length && text[at] != '<': return Until((byte)'>', CMapToken.Hex);
            case (byte)'<' or (byte)'>':
                if (at < text.Length && text[at] == c) at++;
                return CMapToken.Other;
            case (byte)'(': return Until((byte)')', CMapToken.Other);
            case (byte)')' or (byte)'{' or (byte)'}': return CMapToken.Other;
            case (byte)'/':
                Word(at);
                return CMapToken.Name;
            default:
                Word(at - 1);
                return c is >= (byte)'0' and <= (byte)'9' or (byte)'-' or (byte)'+' ? CMapToken.Number : CMapToken.Operator;
        }
    }

    /// <summary>The value of a string of up to four bytes, the last four of a longer one, and how many bytes it has.</summary>
    public readonly uint Code(out int length)
    {
        uint code = 0;
        var digits = 0;
        foreach (var c in Raw)
        {
            if (!char.IsAsciiHexDigit((char)c)) continue;
            code = unchecked(code << 4) | Digit(c);
            digits++;
        }
        length = (digits + 1) / 2;
        return (digits & 1) == 0 ? code : unchecked(code << 4);
    }

    /// <summary>The value of a number; large ones are cut.</summary>
    public readonly int Number()
    {
        long value = 0;
        foreach (var c in Raw)
            if (char.IsAsciiDigit((char)c)) value = Math.Min(value * 10 + (c - '0'), int.MaxValue);
            else if (c == '.') break;
        return Raw.Length > 0 && Raw[0] == '-' ? (int)-value : (int)value;
    }

    /// <summary>The characters of a name.</summary>
    public readonly string Name() => Encoding.Latin1.GetString(Raw);

    /// <summary>A string as UTF-16, big end first; a single byte is a character. NUL and byte order marks are left out,
    /// unless there is nothing else: a range may begin there.</summary>
    public readonly string Characters()
    {
        var characters = new StringBuilder();
        var (unit, digits, any) = (0, 0, false);
        foreach (var c in Raw)
        {
            if (!char.IsAsciiHexDigit((char)c)) continue;
            unit = unit << 4 | (int)Digit(c);
            if (++digits < 4) continue;
            if (unit is not (0 or 0xFEFF)) characters.Append((char)unit);
            any = true;
            (unit, digits) = (0, 0);
        }
        if (characters.Length == 0 && (digits is > 0 and <= 2 || any)) characters.Append((char)unit);
        return characters.ToString();
    }

    private static uint Digit(byte c) => c <= '9' ? (uint)(c - '0') : (uint)((c | 0x20) - 'a' + 10);

    private static bool IsSpace(byte c) => c is 0 or 9 or 10 or 12 or 13 or 32;

    private static bool IsMark(byte c) => c is (byte)'<' or (byte)'>' or (byte)'[' or (byte)']' or (byte)'(' or (byte)')' or (byte)'/' or (byte)'%' or (byte)'{' or (byte)'}';

    private CMapToken Until(byte mark, CMapToken token)
    {
        var length = text[at..].IndexOf(mark);
        Raw = length < 0 ? text[at..] : text.Slice(at, length);
        at = length < 0 ? text.Length : at + length + 1;
        return token;
    }

    private void Word(int start)
    {
        for (at = start; at < text.Length && !IsSpace(text[at]) && !IsMark(text[at]);) at++;
        Raw = text[start..at];
    }

    private void SkipSpace()
    {
        for (; at < text.Length; at++)
        {
            if (text[at] == '%')
                while (at + 1 < text.Length && text[at + 1] is not (10 or 13)) at++;
            else if (!IsSpace(text[at])) return;
        }
    }
}

using System.Text;

namespace Extract.Pdf.Fonts.Programs;

/// <summary>The tokens of a Type 1 file's PostScript.</summary>
internal ref struct Type1Tokens(ReadOnlySpan<byte> text)
{
    private readonly ReadOnlySpan<byte> text = text;
    private ReadOnlySpan<byte> token;
    private int at;

    /// <summary>The token opens or closes an array or a procedure.</summary>
    public readonly bool IsMark => token.Length == 1 && token[0] is (byte)'[' or (byte)']' or (byte)'{' or (byte)'}';

    /// <summary>Moves to the next token; false at the end.</summary>
    public bool Next()
    {
        while (at < text.Length && (text[at] <= 32 || text[at] == '%'))
        {
            if (text[at] == '%')
                while (at + 1 < text.Length && text[at + 1] is not (10 or 13)) at++;
            at++;
        }
        if (at >= text.Length) return false;
        var start = at++;
        if (!Ends(text[start]) || text[start] == '/')
            while (at < text.Length && !Ends(text[at])) at++;
        token = text[start..at];
        return true;
    }

    public readonly bool Is(ReadOnlySpan<byte> word) => token.SequenceEqual(word);

    /// <summary>The token as a name, without its solidus; null where it is none.</summary>
    public readonly string? Name() => token.Length is > 1 and < 256 && token[0] == '/' ? Encoding.Latin1.GetString(token[1..]) : null;

    public readonly string Text() => Encoding.Latin1.GetString(token);

    /// <summary>The token as a whole number, also with a radix (8#101); -1 where it is none.</summary>
    public readonly int Radix()
    {
        var hash = token.IndexOf((byte)'#');
        var radix = hash > 0 ? Digits(token[..hash], 10) : 10;
        return radix is >= 2 and <= 36 ? Digits(token[(hash + 1)..], radix) : -1;
    }

    /// <summary>The first token as a whole number.</summary>
    public int First() => Next() ? Radix() : -1;

    /// <summary>The bytes behind the one space that follows the token.</summary>
    public ReadOnlySpan<byte> Skip(int length)
    {
        var start = Math.Min(at + 1, text.Length);
        at = Math.Min(start + length, text.Length);
        return text[start..at];
    }

    private static int Digits(ReadOnlySpan<byte> digits, int radix)
    {
        var value = 0;
        foreach (var c in digits)
        {
            var digit = char.IsAsciiDigit((char)c) ? c - '0' : char.IsAsciiLetter((char)c) ? (c | 0x20) - 'a' + 10 : radix;
            if (digit >= radix || value > 1_000_000) return -1;
            value = value * radix + digit;
        }
        return digits.Length == 0 ? -1 : value;
    }

    private static bool Ends(byte c) => c <= 32 || c is (byte)'/' or (byte)'[' or (byte)']' or (byte)'{' or (byte)'}' or (byte)'(' or (byte)')' or (byte)'<' or (byte)'>' or (byte)'%';
}

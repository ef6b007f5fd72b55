namespace Extract.Pdf.Structure;

/// <summary>Kinds of token of ISO 32000-2, 7.2.</summary>
internal enum TokenKind : byte
{
    End,
    Number,
    Name,
    String,
    ArrayOpen,
    ArrayClose,
    DictionaryOpen,
    DictionaryClose,
    Keyword,
}

/// <summary>Cuts bytes into tokens. Nothing is an error to it: what fits no rule is skipped or taken as a keyword.</summary>
/// <param name="data">What is read.</param>
/// <param name="text">Takes the bytes of each string.</param>
internal ref struct Lexer(ReadOnlySpan<byte> data, ByteSink text)
{
    private static readonly double[] Tenths = [1, 1e-1, 1e-2, 1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8, 1e-9, 1e-10, 1e-11, 1e-12, 1e-13, 1e-14, 1e-15, 1e-16, 1e-17, 1e-18];

    private readonly ReadOnlySpan<byte> data = data;
    private readonly ByteSink text = text;

    /// <summary>Where the next token is looked for.</summary>
    public int Position { get; set; }

    /// <summary>The value of a number.</summary>
    public double Number { get; private set; }

    /// <summary>The number was written without a point.</summary>
    public bool IsInteger { get; private set; }

    /// <summary>The bytes of a keyword, or of a name behind its solidus.</summary>
    public ReadOnlySpan<byte> Word { get; private set; }

    /// <summary>The bytes of the last string.</summary>
    public readonly ReadOnlySpan<byte> String => text.Written;

    public readonly ReadOnlySpan<byte> Data => data;

    /// <summary>Reads the next token.</summary>
    public TokenKind Next()
    {
        SkipWhite();
        if (Position >= data.Length) return TokenKind.End;
        var b = data[Position];
        if (ByteClass.IsDigit(b) || b is (byte)'-' or (byte)'.' or (byte)'+') return NumberOrKeyword();
        switch (b)
        {
            case (byte)'/':
                Position++;
                Word = Regular();
                return TokenKind.Name;
            case (byte)'(':
                Literal();
                return TokenKind.String;
            case (byte)'<':
                if (Position + 1 < data.Length && data[Position + 1] == '<') return Two(TokenKind.DictionaryOpen);
                Hexadecimal();
                return TokenKind.String;
            case (byte)'>':
                return Position + 1 < data.Length && data[Position + 1] == '>' ? Two(TokenKind.DictionaryClose) : One();
            case (byte)'[':
                Position++;
                return TokenKind.ArrayOpen;
            case (byte)']':
                Position++;
                return TokenKind.ArrayClose;
            case (byte)'{' or (byte)'}' or (byte)')':
                return One();
            default:
                Word = Regular();
                return TokenKind.Keyword;
        }
    }

    /// <summary>Skips white space and comments.</summary>
    public void SkipWhite()
    {
        while (Position < data.Length)
        {
            var b = data[Position];
            if (ByteClass.IsWhite(b))
            {
                Position++;
            }
            else if (b == '%')
            {
                var rest = data[Position..].IndexOfAny((byte)'\r', (byte)'\n');
                Position = rest < 0 ? data.Length : Position + rest;
            }
            else
            {
                return;
            }
        }
    }

    /// <summary>Behind an integer: reads “G R” and answers with G, or reads nothing.</summary>
    public bool TryReference(out int generation)
    {
        generation = 0;
        var at = Position;
        while (at < data.Length && ByteClass.IsWhite(data[at])) at++;
        var digits = at;
        while (at < data.Length && ByteClass.IsDigit(data[at]) && at - digits < 6) generation = generation * 10 + data[at++] - '0';
        if (at == digits) return false;
        var gap = at;
        while (at < data.Length && ByteClass.IsWhite(data[at])) at++;
        if (at == gap || at >= data.Length || data[at] != 'R' || (at + 1 < data.Length && ByteClass.IsRegular(data[at + 1]))) return false;
        Position = at + 1;
        return true;
    }

    private TokenKind One()
    {
        Word = data.Slice(Position++, 1);
        return TokenKind.Keyword;
    }

    private TokenKind Two(TokenKind kind)
    {
        Position += 2;
        return kind;
    }

    private ReadOnlySpan<byte> Regular()
    {
        var start = Position;
        var at = start;
        while (at < data.Length && ByteClass.IsRegular(data[at])) at++;
        Position = at;
        return data[start..at];
    }

    private TokenKind NumberOrKeyword()
    {
        var (start, at) = (Position, Position);
        var negative = false;
        // Some writers print two signs; Acrobat takes them for one.
        for (; at < data.Length && data[at] is (byte)'-' or (byte)'+'; at++) negative |= data[at] == '-';
        var (whole, digits) = Digits(ref at);
        IsInteger = true;
        if (at < data.Length && data[at] == '.')
        {
            at++;
            var (fraction, places) = Digits(ref at);
            digits += places;
            whole += fraction * (places < Tenths.Length ? Tenths[places] : Math.Pow(10, -places));
            IsInteger = false;
        }
        if (digits == 0 && (at >= data.Length || ByteClass.IsRegular(data[at])) && at - start < 2)
        {
            // “-”, “.” and what follows: no number, unless it stands alone, then 0.
            var rest = at;
            while (rest < data.Length && ByteClass.IsRegular(data[rest])) rest++;
            if (rest > at)
            {
                Word = data[start..rest];
                Position = rest;
                return TokenKind.Keyword;
            }
        }
        // 12-34 and 1.2.3 are numbers with rubbish behind; 12abc is a number and a keyword.
        while (at < data.Length && (data[at] is (byte)'-' or (byte)'.' || ByteClass.IsDigit(data[at]))) at++;
        Position = at;
        Number = negative ? -whole : whole;
        return TokenKind.Number;
    }

    private readonly (double Value, int Count) Digits(ref int at)
    {
        unchecked
        {
            var start = at;
            long value = 0;
            var end = Math.Min(data.Length, at + 18);
            for (; at < end && ByteClass.IsDigit(data[at]); at++) value = value * 10 + (data[at] - '0');
            double wide = value;
            for (; at < data.Length && ByteClass.IsDigit(data[at]); at++) wide = wide * 10 + (data[at] - '0');
            return (wide, at - start);
        }
    }

    /// <summary>( … ) with balanced brackets and escapes (7.3.4.2).</summary>
    private void Literal()
    {
        text.Clear();
        var depth = 1;
        var at = Position + 1;
        while (at < data.Length)
        {
            var plain = data[at..].IndexOfAny("()\\\r"u8);
            if (plain < 0) plain = data.Length - at;
            text.Add(data.Slice(at, plain));
            at += plain;
            if (at >= data.Length) break;
            var b = data[at++];
            if (b == '\\')
            {
                at = Escape(at);
                continue;
            }
            if (b == '\r')
            {
                text.Add((byte)'\n');
                if (at < data.Length && data[at] == '\n') at++;
                continue;
            }
            depth += b == '(' ? 1 : -1;
            if (depth == 0) break;
            text.Add(b);
        }
        Position = at;
    }

    private readonly int Escape(int at)
    {
        if (at >= data.Length) return at;
        var b = data[at++];
        switch (b)
        {
            case (byte)'n': text.Add((byte)'\n'); break;
            case (byte)'r': text.Add((byte)'\r'); break;
            case (byte)'t': text.Add((byte)'\t'); break;
            case (byte)'b': text.Add((byte)'\b'); break;
            case (byte)'f': text.Add((byte)'\f'); break;
            case (byte)'\n': break;
            case (byte)'\r':
                if (at < data.Length && data[at] == '\n') at++;
                break;
            case >= (byte)'0' and <= (byte)'7':
                var value = b - '0';
                for (var i = 0; i < 2 && at < data.Length && data[at] is >= (byte)'0' and <= (byte)'7'; i++) value = value * 8 + data[at++] - '0';
                text.Add((byte)(value & 0xFF));
                break;
            default: text.Add(b); break;
        }
        return at;
    }

    /// <summary>&lt; … &gt;: what is no digit is passed over, a digit missing at the end is 0 (7.3.4.3).</summary>
    private void Hexadecimal()
    {
        text.Clear();
        var at = Position + 1;
        var high = -1;
        for (; at < data.Length && data[at] != '>'; at++)
        {
            var digit = ByteClass.Hex(data[at]);
            if (digit < 0) continue;
            if (high < 0)
            {
                high = digit;
            }
            else
            {
                text.Add((byte)(high << 4 | digit));
                high = -1;
            }
        }
        if (high >= 0) text.Add((byte)(high << 4));
        Position = Math.Min(at + 1, data.Length);
    }
}

using System.Globalization;

namespace Extract.Documents.Excel.Formats;

/// <summary>A part of a format code.</summary>
internal enum TokenKind
{
    Literal,
    Digit,
    Point,
    Comma,
    Percent,
    Exponent,
    Slash,
    General,
    Text,
    Date,
    Elapsed,
    Noon,
}

/// <summary>A part of a format code and its characters.</summary>
internal readonly record struct Token(TokenKind Kind, string Text);

/// <summary>When a section is used: [&gt;=100].</summary>
internal sealed record Condition(char Sign, double Limit, bool OrEqual)
{
    /// <summary>True where it never holds for a positive number.</summary>
    public bool IsNegativeOnly => Sign == '<' && Limit <= 0;

    public bool Holds(double value) => Sign switch
    {
        '<' => value < Limit || OrEqual && value == Limit,
        '>' => value > Limit || OrEqual && value == Limit,
        '=' => value == Limit,
        _ => value != Limit,
    };
}

/// <summary>One section of a format code: positive; negative; zero; text.</summary>
internal sealed class FormatSection
{
    private static readonly string[] Noons = ["AM/PM", "A/P", "上午/下午"];

    private FormatSection()
    {
    }

    public List<Token> Tokens { get; } = [];

    public Condition? Condition { get; private set; }

    /// <summary>True where it shows a date or a time.</summary>
    public bool IsDate { get; private set; }

    /// <summary>Which digits of the language it asks for: [DBNum1] to [DBNum3]; 0 for Arabic ones.</summary>
    public int Native { get; private set; }

    /// <summary>True where it shows a text.</summary>
    public bool HasText => Tokens.Exists(static token => token.Kind == TokenKind.Text);

    /// <summary>The sections of a code.</summary>
    public static List<FormatSection> Parse(string code)
    {
        var sections = new List<FormatSection>();
        var at = 0;
        do
        {
            var section = new FormatSection();
            at = section.Read(code, at);
            section.IsDate = section.Tokens.Exists(static token => token.Kind is TokenKind.Date or TokenKind.Elapsed or TokenKind.Noon);
            sections.Add(section);
        }
        while (at <= code.Length && sections.Count < 4 && at > 0);
        return sections;
    }

    /// <summary>Reads a section and answers where the next starts; 0 where there is none.</summary>
    private int Read(string code, int at)
    {
        while (at < code.Length)
        {
            var c = code[at];
            if (c == ';') return at + 1;
            at = c switch
            {
                '"' => Quoted(code, at),
                '\\' or '!' when at + 1 < code.Length => Literal(code[at + 1].ToString(), at + 2),
                '_' or '*' when at + 1 < code.Length => at + 2,
                '[' => Bracket(code, at),
                _ => Plain(code, at, c),
            };
        }
        return 0;
    }

    private int Literal(string text, int next)
    {
        Tokens.Add(new(TokenKind.Literal, text));
        return next;
    }

    private int Quoted(string code, int at)
    {
        var close = code.IndexOf('"', at + 1);
        if (close < 0) close = code.Length;
        return Literal(code[(at + 1)..close], Math.Min(code.Length, close + 1));
    }

    private int Bracket(string code, int at)
    {
        var close = code.IndexOf(']', at);
        if (close < 0) return Literal("[", at + 1);
        var inside = code[(at + 1)..close];
        if (inside.StartsWith('$'))
        {
            // [$¥-804]: a currency sign and a language.
            var dash = inside.IndexOf('-', StringComparison.Ordinal);
            if (dash < 0) dash = inside.Length;
            if (dash > 1) Literal(inside[1..dash], 0);
        }
        else if (inside.Length > 0 && inside.Trim('h', 'H') is "" || inside.Length > 0 && inside.Trim('m', 'M') is "" || inside.Length > 0 && inside.Trim('s', 'S') is "")
        {
            Tokens.Add(new(TokenKind.Elapsed, inside.ToLowerInvariant()));
        }
        else if (inside.Length == 6 && inside.StartsWith("DBNum", StringComparison.OrdinalIgnoreCase) && inside[5] is >= '1' and <= '3')
        {
            Native = inside[5] - '0';
        }
        else if (inside.Length > 1 && inside[0] is '<' or '>' or '=')
        {
            var digits = inside.TrimStart('<', '>', '=');
            var sign = inside.StartsWith("<>", StringComparison.Ordinal) ? '!' : inside[0];
            if (double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var limit)) Condition = new Condition(sign, limit, inside.Contains('='));
        }
        return close + 1;
    }

    private int Plain(string code, int at, char c)
    {
        foreach (var noon in Noons)
            if (code.AsSpan(at).StartsWith(noon, StringComparison.OrdinalIgnoreCase)) return Add(TokenKind.Noon, noon, at + noon.Length);
        if (code.AsSpan(at).StartsWith("General", StringComparison.OrdinalIgnoreCase)) return Add(TokenKind.General, "", at + 7);
        if (code.AsSpan(at).StartsWith("G/通用格式", StringComparison.Ordinal)) return Add(TokenKind.General, "", at + 6);
        switch (char.ToLowerInvariant(c))
        {
            case '0' or '#' or '?': return Add(TokenKind.Digit, c.ToString(), at + 1);
            case '.': return Add(TokenKind.Point, ".", at + 1);
            case ',': return Add(TokenKind.Comma, ",", at + 1);
            case '%': return Add(TokenKind.Percent, "%", at + 1);
            case '/': return Add(TokenKind.Slash, "/", at + 1);
            case '@': return Add(TokenKind.Text, "@", at + 1);
            case 'e' when at + 1 < code.Length && code[at + 1] is '+' or '-' && Tokens.Exists(static token => token.Kind == TokenKind.Digit):
                return Add(TokenKind.Exponent, code[at + 1].ToString(), at + 2);
            case 'y' or 'm' or 'd' or 'h' or 's' or 'a' or 'e':
                var end = at;
                while (end < code.Length && char.ToLowerInvariant(code[end]) == char.ToLowerInvariant(c)) end++;
                if (char.ToLowerInvariant(c) == 'a' && end - at < 3) return Literal(code[at..end], end);
                return Add(TokenKind.Date, code[at..end].ToLowerInvariant(), end);
            default: return Literal(c.ToString(), at + 1);
        }
    }

    private int Add(TokenKind kind, string text, int next)
    {
        Tokens.Add(new(kind, text));
        return next;
    }
}

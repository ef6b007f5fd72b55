using System.Globalization;
using System.Text;

namespace Extract.Documents.Excel.Formats;

/// <summary>Numbers through a section's digit placeholders. Excel shows fifteen significant digits at most, which is what decimal keeps of a double.</summary>
internal static class NumberText
{
    /// <summary>A number that is not negative, as the section shows it.</summary>
    public static string Show(FormatSection section, double value)
    {
        var tokens = section.Tokens;
        if (tokens.Exists(static token => token.Kind == TokenKind.Exponent)) return Scientific(tokens, value);
        var slash = tokens.FindIndex(static token => token.Kind == TokenKind.Slash);
        if (slash > 0 && tokens.FindLastIndex(slash, static token => token.Kind == TokenKind.Digit) >= 0) return Fraction(tokens, slash, value);
        if (!tokens.Exists(static token => token.Kind == TokenKind.Digit)) return Words(tokens, value, section.Native);
        foreach (var token in tokens)
            if (token.Kind == TokenKind.Percent) value *= 100;
        for (var k = Scale(tokens); k > 0; k--) value /= 1000;
        return NativeDigits.Each(Fixed(tokens, value), section.Native);
    }

    /// <summary>General: up to eleven characters, the point included; very large and very small numbers with an exponent.</summary>
    public static string General(double value)
    {
        var magnitude = Math.Abs(value);
        if (magnitude == 0) return "0";
        if (magnitude >= 1e11 || magnitude < 1e-9) return Exponential(value);
        var whole = magnitude < 1 ? 1 : (int)Math.Floor(Math.Log10(magnitude)) + 1;
        if (whole > 1 && magnitude < Math.Pow(10, whole - 1)) whole--;
        var rounded = Math.Round((decimal)value, Math.Clamp(10 - whole, 0, 9), MidpointRounding.AwayFromZero);
        return rounded.ToString("0.#########", CultureInfo.InvariantCulture);
    }

    private static string Exponential(double value)
    {
        var text = value.ToString("0.#####E+00", CultureInfo.InvariantCulture);
        return text;
    }

    /// <summary>A section without digits: General, a text sign, words; one that only asks for the digits of the language is General.</summary>
    private static string Words(List<Token> tokens, double value, int native)
    {
        var text = new StringBuilder();
        if (tokens.Count == 0 && native > 0) return NativeDigits.Spell(General(value), native);
        foreach (var token in tokens)
            text.Append(token.Kind switch
            {
                TokenKind.General or TokenKind.Text => NativeDigits.Spell(General(value), native),
                TokenKind.Literal or TokenKind.Percent or TokenKind.Point or TokenKind.Comma or TokenKind.Slash => token.Text,
                _ => "",
            });
        return text.ToString();
    }

    /// <summary>How many commas stand behind the last digit of the whole part, or of all: each divides by a thousand.</summary>
    private static int Scale(List<Token> tokens)
    {
        var scale = 0;
        for (var i = 0; i < tokens.Count; i++)
            if (tokens[i].Kind == TokenKind.Comma && !DigitFollows(tokens, i) && i > 0 && tokens[i - 1].Kind is TokenKind.Digit or TokenKind.Comma) scale++;
        return scale;
    }

    private static bool DigitFollows(List<Token> tokens, int at)
    {
        while (++at < tokens.Count && tokens[at].Kind != TokenKind.Point)
            if (tokens[at].Kind == TokenKind.Digit) return true;
        return false;
    }

    private static string Fixed(List<Token> tokens, double value)
    {
        var point = tokens.FindIndex(static token => token.Kind == TokenKind.Point);
        var decimals = point < 0 ? 0 : tokens.Skip(point).Count(static token => token.Kind == TokenKind.Digit);
        var (whole, fraction) = Digits(value, Math.Min(decimals, 28));
        var left = Whole(tokens[..(point < 0 ? tokens.Count : point)], whole);
        return point < 0 ? left : left + Decimals(tokens[point..], fraction);
    }

    /// <summary>The digits before and behind the point, rounded half away from zero.</summary>
    private static (string Whole, string Fraction) Digits(double value, int decimals)
    {
        if (value >= 7e27) return (value.ToString("F0", CultureInfo.InvariantCulture), new string('0', decimals));
        var number = (decimal)value;
        // Scaled and back, a value keeps no more digits than it had: a rounding here rounds what is stored.
        var text = Math.Round(number, decimals, MidpointRounding.AwayFromZero).ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        var point = text.IndexOf('.', StringComparison.Ordinal);
        var whole = point < 0 ? text : text[..point];
        return (whole == "0" ? "" : whole, point < 0 ? "" : text[(point + 1)..]);
    }

    /// <summary>Digits into placeholders from the right, words between them kept where they stand; the first placeholder takes what is left.</summary>
    private static string Whole(List<Token> tokens, string digits)
    {
        var first = tokens.FindIndex(static token => token.Kind == TokenKind.Digit);
        var grouped = first >= 0 && tokens.FindIndex(first, static token => token.Kind == TokenKind.Comma) is > 0 and var comma && DigitFollows(tokens, comma);
        var text = new List<string>();
        var (left, count) = (digits.Length, 0);
        void Put(char c)
        {
            if (grouped && count > 0 && count % 3 == 0) text.Add(",");
            text.Add(c.ToString());
            count++;
        }
        for (var i = tokens.Count - 1; i >= 0; i--)
        {
            var token = tokens[i];
            if (token.Kind is TokenKind.Literal or TokenKind.Percent or TokenKind.Slash) text.Add(token.Text);
            if (token.Kind == TokenKind.General) text.Add("");
            if (token.Kind != TokenKind.Digit) continue;
            if (left > 0) Put(digits[--left]);
            else if (token.Text == "0") Put('0');
            else if (token.Text == "?") text.Add(" ");
            while (i == first && left > 0) Put(digits[--left]);
        }
        text.Reverse();
        return string.Concat(text);
    }

    private static string Decimals(List<Token> tokens, string digits)
    {
        var last = digits.TrimEnd('0').Length;
        var text = new StringBuilder();
        var at = 0;
        foreach (var token in tokens)
        {
            if (token.Kind == TokenKind.Digit)
            {
                var shown = at < last || token.Text == "0";
                if (at < digits.Length && shown) text.Append(digits[at]);
                else if (token.Text == "?") text.Append(' ');
                at++;
            }
            else if (token.Kind is TokenKind.Literal or TokenKind.Percent or TokenKind.Point or TokenKind.Slash)
            {
                text.Append(token.Text);
            }
        }
        return text.ToString();
    }

    private static string Scientific(List<Token> tokens, double value)
    {
        var at = tokens.FindIndex(static token => token.Kind == TokenKind.Exponent);
        var point = tokens.FindIndex(static token => token.Kind == TokenKind.Point);
        var width = Math.Max(1, tokens.Take(point >= 0 && point < at ? point : at).Count(static token => token.Kind == TokenKind.Digit));
        var exponent = value == 0 ? 0 : (int)Math.Floor(Math.Log10(value));
        exponent = width > 1 ? (int)Math.Floor(exponent / (double)width) * width : exponent;
        var decimals = point >= 0 && point < at ? tokens.Skip(point).Take(at - point).Count(static token => token.Kind == TokenKind.Digit) : 0;
        var mantissa = value == 0 ? 0 : value / Math.Pow(10, exponent);
        if (Math.Round(mantissa, Math.Min(15, decimals), MidpointRounding.AwayFromZero) >= Math.Pow(10, width))
        {
            exponent += width;
            mantissa = value / Math.Pow(10, exponent);
        }
        var sign = exponent < 0 ? "-" : tokens[at].Text == "+" ? "+" : "";
        var places = tokens.Skip(at).TakeWhile(token => token.Kind is TokenKind.Exponent or TokenKind.Digit).Count(static token => token.Kind == TokenKind.Digit);
        var rest = string.Concat(tokens.Skip(at + 1 + places).Where(static token => token.Kind == TokenKind.Literal).Select(static token => token.Text));
        return Fixed(tokens[..at], mantissa) + "E" + sign + Math.Abs(exponent).ToString("D" + Math.Max(1, places).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) + rest;
    }

    /// <summary>The fraction nearest to the value whose denominator has no more digits than there are placeholders, or is the one given.</summary>
    private static string Fraction(List<Token> tokens, int slash, double value)
    {
        var first = slash;
        while (first > 0 && tokens[first - 1].Kind == TokenKind.Digit) first--;
        var mixed = tokens.Take(first).Any(static token => token.Kind == TokenKind.Digit);
        var below = string.Concat(tokens.Skip(slash + 1).TakeWhile(static token => token.Kind is TokenKind.Digit or TokenKind.Literal).Select(static token => token.Text)).Trim();
        var whole = mixed ? Math.Floor(value) : 0;
        var part = value - whole;
        long numerator = 0, denominator = 1;
        if (int.TryParse(below, CultureInfo.InvariantCulture, out var given) && given > 0) (numerator, denominator) = ((long)Math.Round(part * given), given);
        else
        {
            var best = double.MaxValue;
            for (var d = 1; d <= (int)Math.Pow(10, Math.Clamp(below.Length, 1, 3)) - 1; d++)
            {
                var n = Math.Round(part * d);
                if (Math.Abs(part - n / d) >= best - 1e-12) continue;
                (best, numerator, denominator) = (Math.Abs(part - n / d), (long)n, d);
            }
        }
        if (mixed && numerator == denominator) (whole, numerator) = (whole + 1, 0);
        var text = numerator == 0 && mixed ? "" : FormattableString.Invariant($"{numerator}/{denominator}");
        if (!mixed) return text;
        return whole == 0 && text.Length > 0 ? text : (whole.ToString("F0", CultureInfo.InvariantCulture) + " " + text).Trim();
    }
}

using System.Collections.Immutable;
using System.Globalization;
using Extract.Text;

namespace Extract.Records.SelfEvaluations;

/// <summary>What is read out of the longer texts of a form.</summary>
internal static class FormTexts
{
    /// <summary>The first year 20xx of a text.</summary>
    public static int? YearIn(string text)
    {
        for (var i = 0; i + 4 <= text.Length; i++)
        {
            if (text[i] != '2' || text[i + 1] != '0' || !char.IsAsciiDigit(text[i + 2]) || !char.IsAsciiDigit(text[i + 3])) continue;
            if (i > 0 && char.IsAsciiDigit(text[i - 1]) || i + 4 < text.Length && char.IsAsciiDigit(text[i + 4])) continue;
            return int.Parse(text.AsSpan(i, 4), CultureInfo.InvariantCulture);
        }
        return null;
    }

    /// <summary>Problems and improvements, where one text holds both: 整改措施： (or 改进措施：) divides them.</summary>
    public static (Printed Problems, Printed Improvements) Problems(Printed problems, Printed improvements, Printed both)
    {
        if (!both.IsBlank && problems.IsBlank && improvements.IsBlank)
        {
            foreach (var word in (ReadOnlySpan<string>)["整改措施", "改进措施"])
            {
                var at = both.Text.IndexOf(word, StringComparison.Ordinal);
                if (at < 0) continue;
                var behind = at + word.Length;
                while (behind < both.Text.Length && both.Text[behind] is ':' or '：') behind++;
                return (new Printed(both.Text[..at], both.Places), new Printed(both.Text[behind..], both.Places));
            }
            return (both, improvements);
        }
        return (WithoutEmptyItems(problems), WithoutEmptyItems(improvements));
    }

    /// <summary>A form's empty list numbers behind its text (无。1. 2.) say nothing.</summary>
    private static Printed WithoutEmptyItems(Printed printed)
    {
        var end = printed.Text.Length;
        while (true)
        {
            var i = end;
            while (i > 0 && printed.Text[i - 1] == ' ') i--;
            if (i < 2 || printed.Text[i - 1] is not ('.' or '、' or '．')) break;
            var digits = i - 1;
            while (digits > 0 && char.IsAsciiDigit(printed.Text[digits - 1])) digits--;
            if (digits == i - 1 || digits == 0 || i - 1 - digits > 2) break;
            end = digits;
        }
        return end == printed.Text.Length ? printed : new Printed(printed.Text[..end].TrimEnd(), printed.Places);
    }

    /// <summary>The numbered rules under 说明, one each; a list printed twice is read once.</summary>
    public static ImmutableArray<Printed> Rules(Printed printed)
    {
        if (printed.IsBlank) return [];
        var rules = ImmutableArray.CreateBuilder<Printed>();
        var text = printed.Text.TrimStart(':', '：');
        var number = 1;
        var at = Start(text, 0, 1);
        while (at >= 0)
        {
            var next = Start(text, at + 2, number + 1);
            var again = Start(text, at + 2, 1);
            var end = next < 0 ? again < 0 ? text.Length : again : next;
            var rule = text[at..end];
            var heading = next < 0 ? rule.LastIndexOf("说明", StringComparison.Ordinal) : -1;
            if (heading > 0 && rule.Length - heading < 6) rule = rule[..heading];
            rules.Add(new Printed(rule.Trim(), printed.Places));
            if (next < 0) break;
            (at, number) = (next, number + 1);
        }
        return rules.Count > 0 ? rules.ToImmutable() : [printed];
    }

    /// <summary>Where the list item of a number starts: “3.” not inside a figure.</summary>
    private static int Start(string text, int from, int number)
    {
        var mark = number.ToString(CultureInfo.InvariantCulture);
        for (var at = from; at < text.Length; at++)
        {
            at = text.IndexOf(mark, at, StringComparison.Ordinal);
            if (at < 0) return -1;
            var behind = at + mark.Length;
            if (behind >= text.Length || text[behind] is not ('.' or '、' or '．')) continue;
            if (at > 0 && (char.IsAsciiDigit(text[at - 1]) || text[at - 1] == '.')) continue;
            if (behind + 1 < text.Length && char.IsAsciiDigit(text[behind + 1]) && text[behind] == '.') continue;
            return at;
        }
        return -1;
    }
}

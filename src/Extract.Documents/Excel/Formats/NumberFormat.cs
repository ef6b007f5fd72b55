using System.Collections.Concurrent;
using System.Globalization;

namespace Extract.Documents.Excel.Formats;

/// <summary>
/// A number format (ISO/IEC 29500-1 §18.8.31): how a stored number is shown. Sections, conditions, scaling commas (万元 formats such as
/// 0\.0,), percent, exponents, fractions, dates. The same on every machine: names of months are English, dates without a form of their
/// own are written as a Chinese Excel writes them.
/// </summary>
internal sealed class NumberFormat
{
    private static readonly ConcurrentDictionary<string, NumberFormat> Known = new(StringComparer.Ordinal);

    private readonly List<FormatSection> sections;

    private NumberFormat(string code) => sections = FormatSection.Parse(code);

    /// <summary>The format of a code. A code longer than any real one is taken as General.</summary>
    public static NumberFormat Of(string code)
    {
        if (code.Length > 512) code = "General";
        if (Known.Count > 4096) Known.Clear();
        return Known.GetOrAdd(code, static c => new NumberFormat(c));
    }

    /// <summary>The number as it is shown.</summary>
    public string Show(double value, bool from1904)
    {
        if (!double.IsFinite(value)) return value.ToString(CultureInfo.InvariantCulture);
        var at = SectionOf(value);
        if (at < 0) return "########";
        var section = sections[at];
        // The section for negative numbers says itself how they are marked; every other shows the sign.
        var signed = value < 0 && !(at == 1 && section.Condition is null && Numeric > 1) && section.Condition is not { IsNegativeOnly: true };
        var text = section.IsDate ? DateText.Show(section, value, from1904) : NumberText.Show(section, Math.Abs(value));
        return signed && !section.IsDate ? "-" + text : text;
    }

    /// <summary>A text as it is shown.</summary>
    public string Show(string text)
    {
        var section = sections.Count == 4 ? sections[3] : sections[^1];
        if (sections.Count < 4 && !section.HasText) return text;
        return string.Concat(section.Tokens.Select(token => token.Kind == TokenKind.Text ? text : token.Kind == TokenKind.Literal ? token.Text : ""));
    }

    /// <summary>How many sections are for numbers.</summary>
    private int Numeric => Math.Min(3, sections.Count);

    private int SectionOf(double value)
    {
        if (sections.Count == 1 && sections[0].Condition is null) return 0;
        var conditional = sections.Exists(static section => section.Condition is not null);
        if (!conditional)
        {
            if (sections.Count == 2 && sections[1].HasText) return 0;
            return value < 0 && Numeric > 1 ? 1 : value == 0 && Numeric > 2 && !sections[2].HasText ? 2 : 0;
        }
        for (var i = 0; i < Numeric; i++)
        {
            var condition = sections[i].Condition ?? (i, sections.Count) switch
            {
                (0, _) when Numeric > 2 => new Condition('>', 0, false),
                (1, _) when Numeric > 2 => new Condition('<', 0, false),
                _ => null,
            };
            if (condition is null || condition.Holds(value)) return i;
        }
        return -1;
    }
}

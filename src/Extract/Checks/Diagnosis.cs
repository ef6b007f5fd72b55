using System.Globalization;
using Extract.Checks.Shapes;
using Extract.Figures;

namespace Extract.Checks;

/// <summary>
/// One-step hypotheses for a failed check. Those that close the gap are its likely cause; several equally good ones are reported as
/// ambiguous. The stronger kind (a slip of unit, an exchange) is asked before the weaker (a digit), and no value is ever changed.
/// </summary>
internal static class Diagnosis
{
    // 元/角 … 元/万元/亿元, and a shifted decimal point.
    private static readonly decimal[] UnitFactors = [10m, 100m, 10_000m, 100_000_000m];

    /// <summary>The likely cause of a total that its parts do not make.</summary>
    public static Cause Of(Sum sum)
    {
        if (!sum.KnownCause.IsNone) return sum.KnownCause;
        var slack = sum.Hard;
        var gap = sum.Stated.Value - sum.Total;
        var strong = new List<Cause>();
        var weak = new List<Cause>();
        var digits = new List<Cause>();
        foreach (var other in sum.Others)
            if (other.Value != 0 && Math.Abs(gap - other.Value) <= slack + other.Half) strong.Add(new("missing_item", [other.Figure.Printed]));
        for (var i = 0; i < sum.Parts.Length; i++)
        {
            var part = sum.Parts[i];
            var signed = i >= sum.Parts.Length - sum.Minus ? -part.Value : part.Value;
            if (signed == 0) continue;
            if (Math.Abs(gap + signed) <= slack) weak.Add(new("double_count", [part.Figure.Printed]));
            if (Math.Abs(gap + 2 * signed) <= slack) weak.Add(new("sign", [part.Figure.Printed]));
            AddUnitSlips(strong, part, gap, signed, slack);
            foreach (var (swapped, value) in Swaps(part.Figure))
                if (Math.Abs(gap - (value - part.Figure.Value) * part.Figure.Unit.Factor * Math.Sign(signed) * Math.Sign(part.Value)) <= slack)
                    digits.Add(new("transposed_digits", [part.Figure.Printed, part.AsPrinted(swapped)]));
        }
        if (strong.Count == 0 && weak.Count == 0 && sum.Parts.Length > 1)
            foreach (var part in sum.Parts)
                if (part.Value == sum.Stated.Value && part.Value != 0) strong.Add(new("parent_in_child", [part.Figure.Printed]));
        if (sum.Total != 0) AddUnitSlips(strong, sum.Stated, -gap, sum.Stated.Value, slack);
        if (sum.Stated.Place is not null) digits.AddRange(DigitCauses(sum.Stated.Figure, sum.Total, slack));
        return First(strong, weak, digits);
    }

    /// <summary>The likely cause of two prints of one quantity that differ.</summary>
    public static Cause Of(Same same)
    {
        if (!same.KnownCause.IsNone) return same.KnownCause;
        var strong = new List<Cause>();
        foreach (var factor in UnitFactors)
        {
            if (same.Stated.Value * factor == same.Other.Value) strong.Add(new("unit_slip", [same.Stated.Figure.Printed, Factor(factor)]));
            if (same.Stated.Value == same.Other.Value * factor) strong.Add(new("unit_slip", [same.Other.Figure.Printed, Factor(factor)]));
        }
        if (same.Stated.Value == -same.Other.Value) strong.Add(new("sign", [same.Stated.Figure.Printed]));
        return First(strong, DigitCauses(same.Stated.Figure, same.Other.Value, 0, same.Other.Figure.Printed));
    }

    /// <summary>The likely cause of a percentage that its operands do not give.</summary>
    public static Cause Of(Ratio ratio, Quotient quotient)
    {
        if (!ratio.KnownCause.IsNone) return ratio.KnownCause;
        var stated = ratio.Stated;
        var unit = stated.Figure.Unit.Factor;
        var strong = new List<Cause>();
        if ((stated.Interval * 100).Meets(quotient.Range) || Numbers.Round(quotient.Value, stated.Figure.Decimals) == stated.Figure.Value && quotient.Value != 0)
            strong.Add(new("ratio_as_percent", [stated.Figure.Printed, Numbers.Write(quotient.Value / unit, stated.Figure.Decimals)]));
        foreach (var (cause, other) in ratio.Hypotheses())
            if (stated.Interval.Meets(other.Range)) strong.Add(new(cause, [.. other.Operands.Reverse().Select(static term => term.Figure.Printed)]));
        var weak = new List<Cause>();
        if (stated.Value != 0 && (-stated.Interval).Meets(quotient.Range)) weak.Add(new("sign", [stated.Figure.Printed]));
        foreach (var factor in (ReadOnlySpan<decimal>)[10m, 10_000m, 100_000_000m])
        {
            if ((stated.Interval * factor).Meets(quotient.Range)) weak.Add(new("unit_slip", [stated.Figure.Printed, Factor(factor)]));
            else if (stated.Interval.Meets(quotient.Range * factor)) weak.Add(new("unit_slip", [quotient.Operands[0].Figure.Printed, Factor(factor)]));
        }
        var digits = new List<Cause>();
        foreach (var (swapped, value) in Swaps(stated.Figure))
            if (Interval.Rounded(value * unit, stated.Step).Meets(quotient.Range)) digits.Add(new("transposed_digits", [stated.Figure.Printed, stated.AsPrinted(swapped)]));
        if (digits.Count == 0 && OneDigitApart(stated.Figure, Numbers.Round(quotient.Value / unit, stated.Figure.Decimals) * unit))
            digits.Add(new("misprinted_digit", [stated.Figure.Printed, stated.AsPrinted(Numbers.Write(quotient.Value / unit, stated.Figure.Decimals))]));
        return First(strong, weak, digits, SwapsInOperands(stated, quotient));
    }

    /// <summary>Operands of a part over a whole in which two neighbouring digits, exchanged, give the percentage printed.</summary>
    private static List<Cause> SwapsInOperands(Term stated, Quotient quotient)
    {
        var causes = new List<Cause>();
        if (quotient.Operands is not [var part, var whole] || Quotient.Of(part, whole)?.Value != quotient.Value) return causes;
        foreach (var term in (ReadOnlySpan<Term>)[part, whole])
            foreach (var (swapped, value) in Swaps(term.Figure))
            {
                var right = term with { Figure = term.Figure with { Value = value, Printed = swapped } };
                var other = ReferenceEquals(term, part) ? Quotient.Of(right, whole) : Quotient.Of(part, right);
                if (other is not null && stated.Interval.Meets(other.Range)) causes.Add(new("transposed_digits", [term.Figure.Printed, swapped]));
            }
        return causes;
    }

    /// <summary>The likely cause of a score that its rule does not give.</summary>
    public static Cause Of(Score score)
    {
        if (!score.KnownCause.IsNone) return score.KnownCause;
        var candidate = Numbers.Round(score.Candidates[0].Value, score.Stated.Figure.Decimals);
        return First(DigitCauses(score.Stated.Figure, candidate, 0));
    }

    /// <summary>True where the computed value, written as the stated one is, differs from it in exactly one digit of at least three.</summary>
    public static bool OneDigitApart(Figure stated, decimal computed)
    {
        var value = computed / stated.Unit.Factor;
        if (!IsOneDigit(stated.Value - value, stated.Decimals) || Numbers.Round(value, stated.Decimals) != value) return false;
        var left = Numbers.Write(Math.Abs(stated.Value), stated.Decimals);
        var right = Numbers.Write(Math.Abs(value), stated.Decimals);
        if (left.Length != right.Length || left.Count(char.IsAsciiDigit) < 3 || Math.Sign(stated.Value) != Math.Sign(value)) return false;
        var apart = 0;
        for (var i = 0; i < left.Length; i++) apart += left[i] == right[i] ? 0 : 1;
        return apart == 1;
    }

    /// <summary>True for a difference that changing one digit can make: one digit and zeros.</summary>
    private static bool IsOneDigit(decimal difference, int decimals)
    {
        var places = Math.Abs(difference);
        for (var d = 0; d < decimals && places < 1e15m; d++) places *= 10;
        if (places is 0 or >= 1e15m) return places > 0;
        var whole = (long)places;
        while (whole > 9 && whole % 10 == 0) whole /= 10;
        return whole <= 9;
    }

    private static List<Cause> DigitCauses(Figure stated, decimal computed, decimal slack, string other = "")
    {
        var causes = new List<Cause>();
        foreach (var (swapped, value) in Swaps(stated))
            if (Math.Abs(value * stated.Unit.Factor - computed) <= slack) causes.Add(new("transposed_digits", [stated.Printed, Term.AsPrinted(stated, swapped)]));
        if (causes.Count == 0 && OneDigitApart(stated, computed))
            causes.Add(new("misprinted_digit", [stated.Printed, other.Length > 0 ? other : Term.AsPrinted(stated, Numbers.Write(computed / stated.Unit.Factor, stated.Decimals))]));
        return causes;
    }

    private static void AddUnitSlips(List<Cause> causes, Term term, decimal gap, decimal signed, decimal slack)
    {
        foreach (var factor in UnitFactors)
        {
            if (Math.Abs(gap - signed * (factor - 1)) <= slack + term.Half * factor) causes.Add(new("unit_slip", [term.Figure.Printed, Factor(factor)]));
            // A part that the factor makes too small to see would only be left out.
            if (Math.Abs(signed / factor) > slack && Math.Abs(gap - signed * (1 / factor - 1)) <= slack) causes.Add(new("unit_slip", [term.Figure.Printed, "1/" + Factor(factor)]));
        }
    }

    /// <summary>The printed number with each pair of unequal neighbouring digits exchanged (over the point too).</summary>
    private static IEnumerable<(string Printed, decimal Value)> Swaps(Figure figure)
    {
        var text = Numbers.Write(figure.Value, figure.Decimals).ToCharArray();
        var previous = -1;
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsAsciiDigit(text[i])) continue;
            if (previous >= 0 && text[previous] != text[i])
            {
                (text[previous], text[i]) = (text[i], text[previous]);
                yield return (new string(text), decimal.Parse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture));
                (text[previous], text[i]) = (text[i], text[previous]);
            }
            previous = i;
        }
    }

    private static Cause First(params ReadOnlySpan<List<Cause>> tiers)
    {
        foreach (var found in tiers)
        {
            // Two operands that print the same are one explanation.
            var tier = found.DistinctBy(static cause => (cause.Key, string.Join('|', cause.Arguments))).ToList();
            if (tier.Count == 1) return tier[0];
            if (tier.Count > 1) return new("ambiguous", [tier.Count.ToString(CultureInfo.InvariantCulture), .. tier.Select(static cause => cause.Key).Distinct()]);
        }
        return Cause.None;
    }

    private static string Factor(decimal factor) => factor.ToString("0", CultureInfo.InvariantCulture);
}

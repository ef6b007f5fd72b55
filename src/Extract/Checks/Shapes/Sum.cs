using System.Collections.Immutable;
using System.Text;
using Extract.Diagnostics;

namespace Extract.Checks.Shapes;

/// <summary>
/// A stated total against the sum of its parts, after XBRL Calculations 1.1: the half-steps of all operands add to the hard limit,
/// (n+1)/2 of the last place; the soft limit is four standard deviations of as many uniform roundings, 4·ulp·√((n+1)/12). Between
/// the two it still holds, but says so.
/// </summary>
/// <param name="Subject">What it is about.</param>
/// <param name="Stated">The stated total.</param>
/// <param name="Parts">The addends, the subtracted ones last.</param>
internal sealed record Sum(string Subject, Term Stated, ImmutableArray<Term> Parts) : Instance(Subject)
{
    /// <summary>How many of the last parts are subtracted.</summary>
    public int Minus { get; init; }

    /// <summary>Parts that stand in the form and print nothing: unknown, never zero, unless the others already make the total.</summary>
    public ImmutableArray<Operand> Blanks { get; init; } = [];

    /// <summary>True where other identities of the same table, blanks among their parts, prove that its blanks are none; the formula says so (∅).</summary>
    public bool BlanksAreNone { get; init; }

    /// <summary>True where the list need not exhaust its whole (其中): then the parts may fall short, but not exceed.</summary>
    public bool Open { get; init; }

    /// <summary>Figures of the same block that are not among the parts: candidates for a missing addend.</summary>
    public ImmutableArray<Term> Others { get; init; } = [];

    public override ImmutableArray<Operand> Operands => [Stated.Operand, .. Parts.Select(static part => part.Operand), .. Blanks];

    private decimal Signed(int index) => index >= Parts.Length - Minus ? -Parts[index].Value : Parts[index].Value;

    /// <summary>The sum, in the base unit.</summary>
    public decimal Total
    {
        get
        {
            decimal sum = 0;
            for (var i = 0; i < Parts.Length; i++) sum += Signed(i);
            return sum;
        }
    }

    /// <summary>The most that rounding can explain.</summary>
    public decimal Hard => Stated.Half + Parts.Sum(static part => part.Half);

    /// <summary>What rounding explains but once in some ten thousand times.</summary>
    public decimal Soft => 4 * Numbers.Root(Square(Stated) + Parts.Sum(Square));

    // The variance of a rounding error uniform over one step is step²/12.
    private static decimal Square(Term term) => term.Half * term.Half * 4 / 12;

    public override Judgement Judge()
    {
        var gap = Stated.Value - Total;
        if (gap == 0) return Say(Verdict.Holds);
        if (Math.Abs(gap) <= Hard)
        {
            return Say(Verdict.HoldsWithinRounding) with
            {
                Severity = Severity.Note,
                Cause = Math.Abs(gap) > Soft ? new Cause("suspicious_rounding", [Numbers.Short(Soft / Factor)]) : Cause.None,
            };
        }
        var allPositive = Minus == 0 && Parts.All(static part => part.Value >= 0);
        if (Blanks.Length > 0 && !BlanksAreNone && !(allPositive && gap < 0)) return Say(Verdict.CannotRun);
        if (Open && gap > 0 && allPositive && !Diagnosis.OneDigitApart(Stated.Figure, Total)) return Say(Verdict.Holds);
        return Say(Verdict.Fails) with { Cause = Diagnosis.Of(this) };
    }

    private decimal Factor => Stated.Figure.Unit.Factor;

    private Judgement Say(Verdict verdict)
    {
        var decimals = Math.Max(Stated.Figure.Decimals, Parts.IsEmpty ? 0 : Parts.Max(static part => part.Figure.Decimals));
        var total = Total / Factor;
        var computed = Numbers.WriteBeside(total, Stated.Figure.Value, Math.Min(decimals, Stated.Figure.Decimals + 2));
        var text = new StringBuilder();
        for (var i = 0; i < Parts.Length; i++)
        {
            if (i > 0) text.Append(i >= Parts.Length - Minus ? " − " : " + ");
            text.Append(Parts[i].Figure.Value < 0 && i > 0 ? $"({Parts[i].Shown})" : Parts[i].Shown);
            if (Parts[i].Figure.Unit.Factor != Factor) text.Append(Parts[i].Figure.Unit.Name);
        }
        if (BlanksAreNone && Blanks.Length > 0) text.Append(text.Length > 0 ? " + " : "").Append(Blanks.Length > 1 ? $"{Blanks.Length}∅" : "∅");
        else foreach (var _ in Blanks) text.Append(text.Length > 0 ? " + ?" : "?");
        text.Append(" = ").Append(computed);
        if (verdict != Verdict.Holds || total != Stated.Figure.Value)
            text.Append(verdict switch { Verdict.Fails => " ≠ ", Verdict.Holds => " ≤ ", _ => " ≈ " }).Append(Stated.Shown);
        return new Judgement(verdict, text.ToString())
        {
            Stated = Stated.Figure.Printed,
            Computed = Stated.AsPrinted(computed),
            Gap = Stated.AsPrinted(Numbers.Short(Stated.Figure.Value - total)),
            Slack = Numbers.Short(Hard / Factor),
            Unit = Stated.Figure.Unit.Name,
        };
    }
}

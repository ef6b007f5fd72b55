using System.Collections.Immutable;
using Extract.Diagnostics;

namespace Extract.Checks.Shapes;

/// <summary>
/// One quantity printed more than once. It must be equal after scaling units; a coarser print may round the finer one (half of the
/// coarser place). One last digit apart, and a coarser print that was cut, are notes: never a pass, never a failure.
/// </summary>
internal sealed record Same(string Subject, Term Stated, Term Other) : Instance(Subject)
{
    /// <summary>The places that print the stated value once more.</summary>
    public ImmutableArray<Term> Again { get; init; } = [];

    /// <summary>What else the verdict rests on, shown with it.</summary>
    public ImmutableArray<Term> Also { get; init; } = [];

    /// <summary>A second formula, shown behind the comparison.</summary>
    public string Explanation { get; init; } = "";

    public override ImmutableArray<Operand> Operands =>
        [.. Stated.Operands, .. Again.Select(static term => term.Operand), .. Other.Operands, .. Also.Select(static term => term.Operand)];

    public override Judgement Judge()
    {
        var gap = Stated.Value - Other.Value;
        if (gap == 0) return Say(Verdict.Holds);
        var (coarse, fine) = Stated.Step >= Other.Step ? (Stated, Other) : (Other, Stated);
        if (coarse.Half == 0) return Say(Verdict.Fails) with { Cause = Diagnosis.Of(this) };
        if (coarse.Step > fine.Step)
        {
            if (Math.Abs(gap) <= coarse.Half) return Say(Verdict.HoldsWithinRounding) with { Severity = Severity.Note };
            if (coarse.Cut.Contains(fine.Value)) return Note("truncated");
        }
        // One unit apart says nothing where the last place is the number itself: 1 % is not 2 %.
        var fineEnough = coarse.Figure.Decimals > 0 || Math.Abs(coarse.Figure.Value) >= 1000;
        if (fineEnough && Math.Abs(gap) <= coarse.Step) return Note("last_digit");
        return Say(Verdict.Fails) with { Cause = Diagnosis.Of(this) };
    }

    private Judgement Note(string cause) =>
        Say(Verdict.HoldsWithinRounding) with { Severity = Severity.Note, Cause = new Cause(cause, []) };

    private Judgement Say(Verdict verdict)
    {
        var factor = Stated.Figure.Unit.Factor;
        var other = Other.Figure.Unit.Factor == factor ? Other.Figure.Printed : Other.Figure.Printed + Other.Figure.Unit.Name;
        var sign = verdict switch { Verdict.Fails => " ≠ ", Verdict.Holds => " = ", _ => " ≈ " };
        return new Judgement(verdict, Stated.Figure.Printed + (Other.Figure.Unit.Factor == factor ? "" : Stated.Figure.Unit.Name) + sign + other + (Explanation.Length > 0 ? "; " + Explanation : ""))
        {
            Stated = Stated.Figure.Printed,
            Computed = Stated.AsPrinted(Numbers.Write(Other.Value / factor, Math.Max(Stated.Figure.Decimals, Other.Figure.Decimals))),
            Gap = Stated.AsPrinted(Numbers.Short((Stated.Value - Other.Value) / factor)),
            Slack = Numbers.Short(Math.Max(Stated.Half, Other.Half) / factor),
            Unit = Stated.Figure.Unit.Name,
        };
    }
}

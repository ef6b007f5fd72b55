using System.Collections.Immutable;
using Extract.Diagnostics;
using Extract.Figures;

namespace Extract.Checks.Shapes;

/// <summary>A score that a rule works out: the points it gives, all points the operands' roundings allow, and how it was formed.</summary>
internal sealed record Expected(decimal Value, Interval Range, string Formula);

/// <summary>
/// A printed score against the score its rule gives: nearest at the printed decimals, else within the operands' roundings, else cut
/// instead of rounded (note), else rounded to half points (note), else it fails. Points are exact; only the rule's result is rounded.
/// </summary>
internal sealed record Score(string Subject, Term Stated, ImmutableArray<Term> Inputs, ImmutableArray<Expected> Candidates) : Instance(Subject)
{
    public override ImmutableArray<Operand> Operands => [Stated.Operand, .. Inputs.Select(static term => term.Operand)];

    private Interval Nearest => Interval.Rounded(Stated.Value, Stated.Figure.Step);

    private Interval Cut => Interval.Truncated(Stated.Value, Stated.Figure.Step);

    public override Judgement Judge()
    {
        if (Candidates.IsEmpty) return new Judgement(Verdict.CannotRun, "? = " + Stated.Figure.Printed);
        foreach (var candidate in Candidates)
            if (Numbers.Round(candidate.Value, Stated.Figure.Decimals) == Stated.Value) return Say(Verdict.Holds, candidate);
        // A cut of exactly what the rule gives explains more than the roundings of its operands.
        foreach (var candidate in Candidates)
            if (Cut.Contains(candidate.Value)) return Note("truncated", candidate);
        foreach (var candidate in Candidates)
            if (Nearest.Meets(candidate.Range)) return Say(Verdict.HoldsWithinRounding, candidate) with { Severity = Severity.Note };
        foreach (var candidate in Candidates)
            if (Cut.Meets(candidate.Range)) return Note("truncated", candidate);
        foreach (var candidate in Candidates)
            if (Stated.Value % 0.5m == 0 && Interval.Rounded(Stated.Value, 0.5m).Meets(candidate.Range)) return Note("half_points", candidate);
        return Say(Verdict.Fails, Candidates[0]) with { Cause = Diagnosis.Of(this) };
    }

    private Judgement Note(string cause, Expected expected) =>
        Say(Verdict.HoldsWithinRounding, expected) with { Severity = Severity.Note, Cause = new Cause(cause, []) };

    private Judgement Say(Verdict verdict, Expected expected)
    {
        var computed = Numbers.WriteBeside(expected.Value, Stated.Value, Stated.Figure.Decimals);
        var relation = verdict switch { Verdict.Fails => " ≠ " + Stated.Figure.Printed, Verdict.Holds => "", _ => " ≈ " + Stated.Figure.Printed };
        return new Judgement(verdict, $"{expected.Formula} = {computed}{relation}")
        {
            Stated = Stated.Figure.Printed,
            Computed = computed,
            Gap = Numbers.Short(Stated.Value - expected.Value),
            Slack = Numbers.Short(Stated.Figure.Step / 2 + expected.Range.Slack),
            Unit = "分",
        };
    }
}

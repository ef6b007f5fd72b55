using System.Collections.Immutable;
using Extract.Diagnostics;

namespace Extract.Checks.Shapes;

/// <summary>One amount must not exceed another; it fails only when the lowest of the left exceeds the highest of the right.</summary>
internal sealed record AtMost(string Subject, Term Left, Term Right) : Instance(Subject)
{
    public override ImmutableArray<Operand> Operands => [.. Left.Operands, .. Right.Operands];

    public override Judgement Judge()
    {
        if (Left.Value <= Right.Value) return Say(Verdict.Holds, "≤");
        if (Left.Interval.Low <= Right.Interval.High) return Say(Verdict.HoldsWithinRounding, "≈") with { Severity = Severity.Note };
        return Say(Verdict.Fails, "＞");
    }

    private Judgement Say(Verdict verdict, string sign)
    {
        var factor = Left.Figure.Unit.Factor;
        var right = Right.Figure.Unit.Factor == factor ? Right.Figure.Printed : Right.Figure.Printed + Right.Figure.Unit.Name;
        return new Judgement(verdict, $"{Left.Figure.Printed} {sign} {right}")
        {
            Stated = Left.Figure.Printed,
            Computed = Numbers.Write(Right.Value / factor, Math.Max(Left.Figure.Decimals, Right.Figure.Decimals)),
            Gap = Numbers.Short((Left.Value - Right.Value) / factor),
            Slack = Numbers.Short((Left.Half + Right.Half) / factor),
            Unit = Left.Figure.Unit.Name,
        };
    }
}

using System.Collections.Immutable;
using Extract.Diagnostics;
using Extract.Figures;

namespace Extract.Checks.Shapes;

/// <summary>A quotient worked out from printed figures: its value, all the values its operands' roundings allow, and how it was formed.</summary>
/// <param name="Value">The quotient of the printed values (1 for 100 %).</param>
/// <param name="Range">Every quotient the operands' intervals allow.</param>
/// <param name="Formula">481.12 ÷ 550.80.</param>
/// <param name="Operands">The operands.</param>
internal sealed record Quotient(decimal Value, Interval Range, string Formula, ImmutableArray<Term> Operands)
{
    /// <summary>Part over whole, both possibly sums; null where the whole may be zero.</summary>
    public static Quotient? Of(ImmutableArray<Term> parts, Term whole)
    {
        if (whole.Value == 0) return null;
        var part = parts.Aggregate(Interval.Point(0), static (sum, term) => sum + term.Interval);
        if (Interval.Divide(part, whole.Interval) is not { } range) return null;
        var formula = parts.Length == 1 ? Shown(parts[0], whole) : "(" + string.Join(" + ", parts.Select(term => Shown(term, whole))) + ")";
        return new Quotient(parts.Sum(static term => term.Value) / whole.Value, range, $"{formula} ÷ {Shown(whole, parts[0])}", [.. parts, whole]);
    }

    /// <summary>Part over whole.</summary>
    public static Quotient? Of(Term part, Term whole) => Of([part], whole);

    /// <summary>A change over the value before it, known from the value after it: c ÷ (a − c); the extremes lie in the corners.</summary>
    public static Quotient? Growth(Term current, Term change)
    {
        var prior = current.Value - change.Value;
        if (prior == 0 || (current.Interval - change.Interval).Contains(0)) return null;
        decimal low = decimal.MaxValue, high = decimal.MinValue;
        foreach (var c in (ReadOnlySpan<decimal>)[change.Interval.Low, change.Interval.High])
        {
            foreach (var a in (ReadOnlySpan<decimal>)[current.Interval.Low, current.Interval.High])
            {
                if (a - c == 0) return null;
                low = Math.Min(low, c / (a - c));
                high = Math.Max(high, c / (a - c));
            }
        }
        var subtracted = change.Value < 0 ? $"({change.Shown})" : change.Shown;
        var formula = $"{change.Shown} ÷ ({Shown(current, change)} − {subtracted})";
        return new Quotient(change.Value / prior, new Interval(low, high), formula, [change, current]);
    }

    /// <summary>The growth from one printed value to another.</summary>
    public static Quotient? GrowthFrom(Term prior, Term current)
    {
        if (prior.Value == 0 || Interval.Divide(current.Interval, prior.Interval) is not { } range) return null;
        var formula = $"({Shown(current, prior)} − {Shown(prior, current)}) ÷ {Shown(prior, current)}";
        return new Quotient(current.Value / prior.Value - 1, range - Interval.Point(1), formula, [current, prior]);
    }

    private static string Shown(Term term, Term beside) =>
        term.Figure.Unit.Factor == beside.Figure.Unit.Factor ? term.Shown : term.Shown + term.Figure.Unit.Name;
}

/// <summary>
/// A printed percentage against the quotient it states: the nearest rounding, else within what the operands' roundings allow, else
/// cut instead of rounded (note), else a last share plugged to reach 100 (note), else it fails. Where the sentence leaves the
/// operands open, every candidate is tried and the one that fits is named. Nothing is ever divided by zero.
/// </summary>
internal sealed record Ratio(string Subject, Term Stated, ImmutableArray<Quotient> Candidates) : Instance(Subject)
{
    /// <summary>How many shares the closed list has that this one completes to exactly 100; 0 where it completes none.</summary>
    public int Plugs { get; init; }

    /// <summary>True where a completion above 100 % may be printed as 100 %.</summary>
    public bool MayBeCapped { get; init; }

    /// <summary>Quotients that would explain a failure: the exchange of budget and final, other denominators. Asked for only when it fails.</summary>
    public Func<IEnumerable<(string Cause, Quotient Quotient)>> Hypotheses { get; init; } = static () => [];

    private Quotient First => Candidates[0];

    public override ImmutableArray<Operand> Operands => [Stated.Operand, .. Chosen.Operands.Select(static term => term.Operand)];

    private Quotient Chosen => Candidates.FirstOrDefault(Fits) ?? Candidates.FirstOrDefault(candidate => Stated.Cut.Meets(candidate.Range)) ?? First;

    private bool Fits(Quotient quotient) => Stated.Interval.Meets(quotient.Range);

    /// <summary>True where the quotient, rounded as printed, is what is printed.</summary>
    private bool RoundsTo(Quotient quotient) => Numbers.Round(quotient.Value / Stated.Figure.Unit.Factor, Stated.Figure.Decimals) == Stated.Figure.Value;

    public override Judgement Judge()
    {
        if (Candidates.IsEmpty) return new Judgement(Verdict.CannotRun, "? = " + Stated.Figure.Printed);
        var chosen = Chosen;
        if (RoundsTo(chosen)) return Say(Verdict.Holds, chosen);
        if (Fits(chosen)) return Say(Verdict.HoldsWithinRounding, chosen) with { Severity = Severity.Note };
        if (MayBeCapped && Stated.Value == 1 && chosen.Value > 1) return Note("capped", chosen);
        if (Stated.Cut.Meets(chosen.Range)) return Note("truncated", chosen);
        if (Plugs > 0 && Math.Abs(chosen.Value - Stated.Value) <= Plugs * Stated.Step / 2) return Note("plugged", chosen);
        return Say(Verdict.Fails, chosen) with { Cause = Diagnosis.Of(this, chosen) };
    }

    private Judgement Note(string cause, Quotient chosen) =>
        Say(Verdict.HoldsWithinRounding, chosen) with { Severity = Severity.Note, Cause = new Cause(cause, []) };

    private Judgement Say(Verdict verdict, Quotient chosen)
    {
        var factor = Stated.Figure.Unit.Factor;
        var sign = Stated.Figure.Unit.Name;
        var computed = verdict == Verdict.Fails
            ? Numbers.WriteBeside(chosen.Value / factor, Stated.Figure.Value, Math.Max(2, Stated.Figure.Decimals))
            : Numbers.WriteBeside(chosen.Value / factor, Stated.Figure.Value, Stated.Figure.Decimals);
        var relation = verdict switch { Verdict.Fails => $" ≠ {Stated.Shown}{sign}", Verdict.Holds => "", _ => $" ≈ {Stated.Shown}{sign}" };
        return new Judgement(verdict, $"{chosen.Formula} = {computed}{sign}{relation}")
        {
            Stated = Stated.Figure.Printed,
            Computed = Stated.AsPrinted(computed),
            Gap = Stated.AsPrinted(Numbers.Short(Stated.Figure.Value - chosen.Value / factor)),
            Slack = Numbers.Short((Stated.Half + chosen.Range.Slack) / factor),
            Unit = sign,
        };
    }
}

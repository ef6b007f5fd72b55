using System.Collections.Immutable;
using Extract.Diagnostics;

namespace Extract.Checks.Shapes;

/// <summary>What a shape makes of its operands; the strings are those of <see cref="Finding"/>.</summary>
/// <param name="Verdict">The verdict.</param>
/// <param name="Formula">The formula with the printed numbers in it.</param>
internal sealed record Judgement(Verdict Verdict, string Formula)
{
    public string Stated { get; init; } = "";

    public string Computed { get; init; } = "";

    public string Gap { get; init; } = "";

    public string Slack { get; init; } = "";

    public string Unit { get; init; } = "";

    /// <summary>The severity this outcome has whatever the catalogue says (a truncation is a note); null for the catalogue's.</summary>
    public Severity? Severity { get; init; }

    public Cause Cause { get; init; } = Cause.None;
}

/// <summary>A check applied once: what it is about, what it looks at, and the shape that judges.</summary>
internal abstract record Instance(string Subject)
{
    /// <summary>Every value the check looks at, in the order shown.</summary>
    public abstract ImmutableArray<Operand> Operands { get; }

    /// <summary>The severity when failing, where this instance's differs from the catalogue's.</summary>
    public Severity? FailSeverity { get; init; }

    /// <summary>The cause already known to whoever chose the operands; stronger than a diagnosis.</summary>
    public Cause KnownCause { get; init; } = Cause.None;

    /// <summary>The verdict.</summary>
    public abstract Judgement Judge();
}

/// <summary>An application that lacks an operand: it cannot run, and says what it lacks.</summary>
internal sealed record Unable(string Subject, string Formula, ImmutableArray<Operand> Seen) : Instance(Subject)
{
    public override ImmutableArray<Operand> Operands => Seen;

    public override Judgement Judge() => new(Verdict.CannotRun, Formula);
}

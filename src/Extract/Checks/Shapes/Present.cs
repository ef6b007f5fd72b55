using System.Collections.Immutable;

namespace Extract.Checks.Shapes;

/// <summary>
/// Something printed must be there, be well formed, or say the same as its neighbour: an enumeration or a text, not arithmetic.
/// Whoever chose the operands states the outcome; the formula shows what was compared.
/// </summary>
internal sealed record Present(string Subject, bool Holds, string Formula, ImmutableArray<Operand> Seen) : Instance(Subject)
{
    /// <summary>What is printed, where something is.</summary>
    public string Stated { get; init; } = "";

    /// <summary>What should be there, where that is known.</summary>
    public string Expected { get; init; } = "";

    public override ImmutableArray<Operand> Operands => Seen;

    public override Judgement Judge() => new(Holds ? Verdict.Holds : Verdict.Fails, Formula)
    {
        Stated = Stated,
        Computed = Expected,
        Cause = Holds ? Cause.None : KnownCause,
    };
}

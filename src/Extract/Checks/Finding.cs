using System.Collections.Immutable;
using Extract.Diagnostics;
using Extract.Text;

namespace Extract.Checks;

/// <summary>What came of applying a check once. Passed and not run never look alike.</summary>
public enum Verdict
{
    /// <summary>It holds exactly.</summary>
    Holds,

    /// <summary>It holds, given how the figures were rounded.</summary>
    HoldsWithinRounding,

    /// <summary>It fails.</summary>
    Fails,

    /// <summary>An operand is missing, ambiguous or not trusted.</summary>
    CannotRun,
}

/// <summary>What an operand is in its check.</summary>
public enum Role
{
    /// <summary>The value the document states.</summary>
    Stated,

    /// <summary>A part of a sum.</summary>
    Part,

    /// <summary>A whole, or a divisor.</summary>
    Whole,

    /// <summary>Anything else the check looks at.</summary>
    Other,
}

/// <summary>One value a check looked at: what was printed, as what, quoted from where.</summary>
public sealed record Operand(string Label, string Printed, Role Role, string Quote, Place? Place);

/// <summary>A check applied once, with its verdict.</summary>
/// <param name="Id">A stable fingerprint of document, check and operands' addresses: the same on every machine and every run.</param>
/// <param name="Check">The catalogue's id (N-33).</param>
/// <param name="Verdict">What came of it.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Subject">What it is about, in the document's words: 项目3 预算执行率.</param>
/// <param name="Formula">The formula with the printed numbers in it.</param>
/// <param name="Stated">The stated value as printed; empty where there is none.</param>
/// <param name="Computed">The value computed, written at the precision of the stated one (one place more where that would hide the gap).</param>
/// <param name="Gap">Stated minus computed; empty where there is none.</param>
/// <param name="Slack">The rounding allowed; empty where there is none.</param>
/// <param name="Unit">The unit of the four.</param>
/// <param name="Cause">The likely cause (a key of <c>Causes</c>), or empty.</param>
/// <param name="CauseArguments">What the cause's sentence is filled with.</param>
/// <param name="Operands">What it looked at.</param>
public sealed record Finding(
    string Id,
    string Check,
    Verdict Verdict,
    Severity Severity,
    string Subject,
    string Formula,
    string Stated,
    string Computed,
    string Gap,
    string Slack,
    string Unit,
    string Cause,
    ImmutableArray<string> CauseArguments,
    ImmutableArray<Operand> Operands);

/// <summary>How many instances of checks were run and what came of them: the first line of every report.</summary>
public sealed record Coverage(int Run, int Held, int HeldWithinRounding, int Failed, int CannotRun);

/// <summary>The outcome of checking one document: what did not simply hold, and the count of everything.</summary>
/// <param name="Findings">Failures first by severity, then notes, then what could not run; holds are counted, not listed.</param>
/// <param name="Coverage">The counts.</param>
public sealed record Report(ImmutableArray<Finding> Findings, Coverage Coverage)
{
    /// <summary>The ids of the checks that had nothing in the document to apply to, in the catalogue's order: not run, and not passed.</summary>
    public ImmutableArray<string> Unapplied { get; init; } = [];
}

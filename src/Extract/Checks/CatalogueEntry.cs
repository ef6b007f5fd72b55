using Extract.Checks.Shapes;
using Extract.Diagnostics;

namespace Extract.Checks;

/// <summary>The shape of a check: what is code.</summary>
public enum Shape
{
    /// <summary>A total and its parts.</summary>
    Sum,

    /// <summary>One quantity printed more than once.</summary>
    Same,

    /// <summary>A percentage and the amounts it is of.</summary>
    Ratio,

    /// <summary>One amount not above another.</summary>
    AtMost,

    /// <summary>Something printed is there, well formed, or agrees with its neighbour.</summary>
    Present,

    /// <summary>A score and the rule that gives it.</summary>
    Score,
}

/// <summary>How rounding is allowed for.</summary>
public enum Tolerance
{
    /// <summary>SUM: the half-steps of all operands, a hard and a soft limit.</summary>
    Sum,

    /// <summary>EQ: exact after scaling units; one last digit apart is a note.</summary>
    Equal,

    /// <summary>PCT: interval division; nearest, then cut, then plugged.</summary>
    Percent,

    /// <summary>INT: exact.</summary>
    Exact,

    /// <summary>ORD: fails only when the lowest left exceeds the highest right.</summary>
    Order,

    /// <summary>TXT: words or an enumeration.</summary>
    Words,

    /// <summary>SCORE: points; half of the printed step.</summary>
    Score,
}

/// <summary>A sentence in the two languages of the doors.</summary>
public sealed record Sentence(string Chinese, string English);

/// <summary>A check as data: what must hold, where, how strictly; its shape is code.</summary>
/// <param name="Id">A stable id, never reused.</param>
/// <param name="Shape">Its shape.</param>
/// <param name="Tolerance">How rounding is allowed for.</param>
/// <param name="Severity">The severity when it fails; an instance may lower it, and rounding is never above a note.</param>
/// <param name="Title">The sentence of what must hold.</param>
/// <param name="Formula">The formula in words.</param>
/// <param name="Where">Where it applies.</param>
public sealed record CatalogueEntry(
    string Id, Shape Shape, Tolerance Tolerance, Severity Severity, Sentence Title, Sentence Formula, Sentence Where)
{
    /// <summary>True for a check of the reading itself, which a doubtful table does not silence.</summary>
    internal bool IsOfReading => Id.StartsWith("E-", StringComparison.Ordinal) || Id.StartsWith("TT-", StringComparison.Ordinal);

    /// <summary>The applications of the check in one disclosure.</summary>
    internal Func<Dossier, IEnumerable<Instance>> Select { get; init; } = static _ => [];

    /// <summary>The applications of a check between several documents.</summary>
    internal Func<IReadOnlyList<Volume>, IEnumerable<(Volume Of, Instance Instance)>> SelectBetween { get; init; } = static _ => [];

    /// <summary>True for a check that needs more than one document.</summary>
    public bool IsBetween { get; init; }
}

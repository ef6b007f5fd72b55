using System.Collections.Immutable;
using Extract.Figures;
using Extract.Text;

namespace Extract.Checks;

/// <summary>
/// An operand that is a number: what it is called, the figure with the precision its column proves, and where it stands.
/// Values and intervals are in the base unit of the figure's dimension.
/// </summary>
internal sealed record Term(string Label, Figure Figure, Role Role, string Quote, Place? Place)
{
    /// <summary>True for what is not rounded: counts, weights, scores given in full.</summary>
    public bool IsPoint { get; init; }

    /// <summary>The value in the base unit.</summary>
    public decimal Value => Figure.BaseValue;

    /// <summary>One unit of the last printed place, in the base unit.</summary>
    public decimal Step => Figure.Step * Figure.Unit.Factor;

    /// <summary>Half of the last printed place, or 0 where nothing was rounded.</summary>
    public decimal Half => IsPoint || Figure.IsExact ? 0 : Step / 2;

    /// <summary>The amounts the printed value can stand for.</summary>
    public Interval Interval => new(Value - Half, Value + Half);

    /// <summary>The amounts it can stand for if it was cut and not rounded.</summary>
    public Interval Cut => Half == 0 ? Interval.Point(Value) : Interval.Truncated(Value, Step);

    /// <summary>The number in a formula: as printed, with the sign that words gave it (减少 9.5 is -9.5).</summary>
    public string Shown => Figure.Value < 0 && Figure.Printed.Length > 0 && char.IsAsciiDigit(Figure.Printed[0]) ? "-" + Figure.Printed : Figure.Printed;

    /// <summary>True where words gave the sign and the digits print none.</summary>
    private bool IsSignedByWords => Shown.Length > Figure.Printed.Length;

    /// <summary>A value worked out for this one, written as this one is: without the sign where words say 减少.</summary>
    public string AsPrinted(string computed) => AsPrinted(Figure, computed);

    /// <inheritdoc cref="AsPrinted(string)"/>
    public static string AsPrinted(Figure figure, string computed)
    {
        if (!new Term("", figure, Role.Other, "", null).IsSignedByWords || computed.All(static c => c is '0' or '.')) return computed;
        return computed.StartsWith('-') ? computed[1..] : "-" + computed;
    }

    /// <summary>The terms this one adds, where it is a sum of several; each is shown where it stands.</summary>
    public ImmutableArray<Term> Added { get; init; } = [];

    /// <summary>The operands shown to people: the term itself, or those it adds.</summary>
    public ImmutableArray<Operand> Operands => Added.IsDefaultOrEmpty ? [Operand] : [.. Added.Select(term => term.Operand with { Role = Role })];

    /// <summary>The operand shown to people.</summary>
    public Operand Operand => new(Label, Figure.Printed, Role, Quote, Place);

    /// <summary>The same number in another part.</summary>
    public Term As(Role role) => this with { Role = role };
}

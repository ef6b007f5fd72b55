using Extract.Text;

namespace Extract.Figures;

/// <summary>
/// A number as printed: its characters, its value in the printed unit, how many decimals were printed, and the unit.
/// Two figures of the same value and different decimals are different figures.
/// </summary>
/// <param name="Printed">The characters of the number, without its unit.</param>
/// <param name="Value">The value in the printed unit.</param>
/// <param name="Decimals">Decimals printed, or the precision its column proves for it.</param>
/// <param name="Unit">The unit.</param>
public sealed record Figure(string Printed, decimal Value, int Decimals, Unit Unit)
{
    /// <summary>The smallest amount of money that exists: 0.01 元.</summary>
    public const decimal GrainOfMoney = 0.01m;

    /// <summary>One unit of the last printed place, in the printed unit.</summary>
    public decimal Step => StepOf(Decimals);

    /// <summary>The value in the base unit of its dimension (元 for money, 1 for ratios).</summary>
    public decimal BaseValue => Value * Unit.Factor;

    /// <summary>True where nothing smaller than the last printed place exists: counts printed whole, money printed to the 分.</summary>
    public bool IsExact => Unit.Dimension switch
    {
        Dimension.Money => Step * Unit.Factor <= GrainOfMoney,
        Dimension.Count => Unit.Factor == 1m && Decimals == 0,
        _ => false,
    };

    /// <summary>The amounts it can stand for, in the base unit: value ± half a step, or the point where nothing smaller exists.</summary>
    public Interval Interval => IsExact ? Figures.Interval.Point(BaseValue) : Figures.Interval.Rounded(BaseValue, Step * Unit.Factor);

    /// <summary>The amounts it can stand for if it was cut and not rounded, in the base unit.</summary>
    public Interval TruncatedInterval => IsExact ? Figures.Interval.Point(BaseValue) : Figures.Interval.Truncated(BaseValue, Step * Unit.Factor);

    /// <summary>The same figure in another unit of the same printing.</summary>
    public Figure In(Unit unit) => this with { Unit = unit };

    /// <summary>10 to the power of minus <paramref name="decimals"/>.</summary>
    public static decimal StepOf(int decimals) => new(1, 0, 0, false, (byte)Math.Clamp(decimals, 0, 28));

    /// <inheritdoc/>
    public override string ToString() => Printed + Unit.Name;
}

/// <summary>What a cell holds. Not a number is three different things: a dash says none, a blank says nothing, words are words.</summary>
public enum EntryKind
{
    /// <summary>Nothing printed: unknown, never zero.</summary>
    Blank,

    /// <summary>A dash: none.</summary>
    Dash,

    /// <summary>A number.</summary>
    Number,

    /// <summary>Anything else, "/" and "无" among it.</summary>
    Words,
}

/// <summary>What a cell holds, read at the one door.</summary>
/// <param name="Kind">Which of the four.</param>
/// <param name="Figure">The number, where it is one.</param>
/// <param name="Malformed">True for words that look like a number and break its rules (84,82; 1.2.3): reported, never guessed.</param>
public readonly record struct Entry(EntryKind Kind, Figure? Figure, bool Malformed = false)
{
    /// <summary>Nothing printed.</summary>
    public static readonly Entry Blank = new(EntryKind.Blank, null);

    /// <summary>Reads what a cell or phrase prints.</summary>
    public static Entry Of(Printed printed)
    {
        ArgumentNullException.ThrowIfNull(printed);
        return FigureReader.Read(printed.Text);
    }
}

namespace Extract.Figures;

/// <summary>
/// The amounts a printed figure can stand for, after XBRL Calculations 1.1 (Recommendation 2023-02-22): value ± half of the last
/// printed place, ends included; truncated figures reach one whole place up, that end excluded. Sums add ends; quotients divide them.
/// </summary>
/// <param name="Low">The lowest amount.</param>
/// <param name="High">The highest amount.</param>
/// <param name="LowOpen">True where the lowest amount itself is excluded.</param>
/// <param name="HighOpen">True where the highest amount itself is excluded.</param>
public readonly record struct Interval(decimal Low, decimal High, bool LowOpen = false, bool HighOpen = false)
{
    /// <summary>One exact amount.</summary>
    public static Interval Point(decimal value) => new(value, value);

    /// <summary>The amounts that round to <paramref name="value"/> at <paramref name="step"/> (one unit of the last printed place).</summary>
    public static Interval Rounded(decimal value, decimal step) => new(value - step / 2, value + step / 2);

    /// <summary>The amounts that are cut to <paramref name="value"/> at <paramref name="step"/>: towards zero, open where they were cut.</summary>
    public static Interval Truncated(decimal value, decimal step) => value switch
    {
        > 0 => new(value, value + step, HighOpen: true),
        < 0 => new(value - step, value, LowOpen: true),
        _ => new(-step, step, true, true),
    };

    /// <summary>Half the width: the rounding this interval allows.</summary>
    public decimal Slack => (High - Low) / 2;

    /// <summary>True when the two have an amount in common.</summary>
    public bool Meets(Interval other)
    {
        var low = Math.Max(Low, other.Low);
        var high = Math.Min(High, other.High);
        if (low != high) return low < high;
        return Contains(low) && other.Contains(low);
    }

    /// <summary>True when the amount lies inside.</summary>
    public bool Contains(decimal value) =>
        (value > Low || value == Low && !LowOpen) && (value < High || value == High && !HighOpen);

    /// <summary>All sums of one amount of each.</summary>
    public static Interval operator +(Interval a, Interval b) => new(a.Low + b.Low, a.High + b.High, a.LowOpen || b.LowOpen, a.HighOpen || b.HighOpen);

    /// <summary>All differences of one amount of each.</summary>
    public static Interval operator -(Interval a, Interval b) => a + -b;

    /// <summary>The amounts with their signs turned.</summary>
    public static Interval operator -(Interval a) => new(-a.High, -a.Low, a.HighOpen, a.LowOpen);

    /// <summary>All amounts multiplied by an exact factor.</summary>
    public static Interval operator *(Interval a, decimal factor) => factor < 0
        ? new(a.High * factor, a.Low * factor, a.HighOpen, a.LowOpen)
        : new(a.Low * factor, a.High * factor, a.LowOpen, a.HighOpen);

    /// <summary>All quotients; null where the divisor may be zero.</summary>
    public static Interval? Divide(Interval dividend, Interval divisor)
    {
        if (divisor.Low <= 0 && divisor.High >= 0) return null;
        Span<decimal> ends =
        [
            dividend.Low / divisor.Low, dividend.Low / divisor.High, dividend.High / divisor.Low, dividend.High / divisor.High,
        ];
        var low = ends[0];
        var high = ends[0];
        foreach (var end in ends[1..])
        {
            low = Math.Min(low, end);
            high = Math.Max(high, end);
        }
        return new Interval(low, high);
    }

    /// <summary>The named form of the unary operator.</summary>
    public static Interval Negate(Interval item) => -item;

    /// <summary>The named form of the sum.</summary>
    public static Interval Add(Interval left, Interval right) => left + right;

    /// <summary>The named form of the difference.</summary>
    public static Interval Subtract(Interval left, Interval right) => left - right;

    /// <summary>The named form of the product.</summary>
    public static Interval Multiply(Interval left, decimal right) => left * right;
}

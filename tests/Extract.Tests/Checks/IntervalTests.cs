using FsCheck;
using FsCheck.Fluent;
using Interval = Extract.Figures.Interval;

namespace Extract.Tests.Checks;

/// <summary>Laws of intervals: whatever the exact amounts were, the interval of what is printed holds them.</summary>
public sealed class IntervalTests
{
    private static Gen<decimal> Exact => Gen.Choose(-2_000_000_000, 2_000_000_000).Select(static n => n / 1_000_000m);

    private static void Check(Func<decimal, decimal, bool> law) =>
        Prop.ForAll(Exact.Two().Select(static pair => (pair.Item1, pair.Item2)).ToArbitrary(), pair => law(pair.Item1, pair.Item2)).QuickCheckThrowOnFailure();

    private static Interval Printed(decimal exact) => Interval.Rounded(Math.Round(exact, 2, MidpointRounding.AwayFromZero), 0.01m);

    private static decimal Cut(decimal exact) => Math.Truncate(exact * 100) / 100;

    [Fact]
    public void A_rounded_print_holds_the_amount_it_was_rounded_from() => Check(static (a, _) => Printed(a).Contains(a));

    [Fact]
    public void A_cut_print_holds_the_amount_it_was_cut_from() => Check(static (a, _) => Interval.Truncated(Cut(a), 0.01m).Contains(a));

    [Fact]
    public void Sums_and_differences_of_prints_hold_those_of_the_amounts() =>
        Check(static (a, b) => (Printed(a) + Printed(b)).Contains(a + b) && (Printed(a) - Printed(b)).Contains(a - b));

    [Fact]
    public void Quotients_of_prints_hold_those_of_the_amounts_and_zero_never_divides() => Check(static (a, b) =>
        Interval.Divide(Printed(a), Printed(b)) is not { } quotient ? Printed(b).Contains(0) : quotient.Contains(a / b));

    [Fact]
    public void Two_prints_of_one_amount_meet() => Check(static (a, _) => Printed(a).Meets(Interval.Rounded(Math.Round(a, 1, MidpointRounding.AwayFromZero), 0.1m)));
}

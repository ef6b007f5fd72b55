using System.Collections.Immutable;
using Extract.Checks;
using Extract.Checks.Shapes;
using Extract.Figures;

namespace Extract.Tests.Checks;

/// <summary>The worked vectors of rounding: what was printed, and what it comes to.</summary>
public sealed class ShapeTests
{
    private static Term Term(string printed, Role role = Role.Part) => new(printed, FigureReader.Read(printed).Figure!, role, "", null);

    private static Ratio Ratio(string part, string whole, string percent) => new("", Term(percent, Role.Stated), [Quotient.Of(Term(part), Term(whole))!]);

    [Theory]
    [InlineData("9746.50", "10210.34", "95.45%", Verdict.HoldsWithinRounding, "truncated")]
    [InlineData("9746.50", "9759.38", "99.86%", Verdict.HoldsWithinRounding, "truncated")]
    [InlineData("2.48", "7.69", "32.24%", Verdict.HoldsWithinRounding, "")]
    [InlineData("49.20", "50.00", "98.41%", Verdict.HoldsWithinRounding, "")]
    [InlineData("20.00", "20.00", "99.98%", Verdict.HoldsWithinRounding, "")]
    [InlineData("423.25", "499.86", "84.68%", Verdict.HoldsWithinRounding, "")]
    [InlineData("481.12", "550.80", "86.80%", Verdict.Fails, "")]
    [InlineData("481.12", "550.80", "87.35%", Verdict.Holds, "")]
    [InlineData("423.25", "499.86", "100%", Verdict.Fails, "")]
    public void A_percentage_is_rounded_cut_or_wrong(string part, string whole, string percent, Verdict verdict, string cause)
    {
        var judgement = Ratio(part, whole, percent).Judge();
        Assert.Equal(verdict, judgement.Verdict);
        Assert.Equal(cause, judgement.Cause.Key);
    }

    [Fact]
    public void A_failed_share_shows_what_it_should_be()
    {
        var judgement = Ratio("481.12", "550.80", "86.80%").Judge();
        Assert.Equal(("86.80", "87.35", "-0.5493", "%"), (judgement.Stated, judgement.Computed, judgement.Gap, judgement.Unit));
        Assert.Equal("481.12 ÷ 550.80 = 87.35% ≠ 86.80%", judgement.Formula);
    }

    [Fact]
    public void A_last_share_plugged_to_reach_100_is_a_note()
    {
        var ratio = new Ratio("", Term("33.35%", Role.Stated), [Quotient.Of(Term("1000.00"), Term("3000.00"))!]);
        Assert.Equal(Verdict.Fails, ratio.Judge().Verdict);
        var plugged = (ratio with { Plugs = 4 }).Judge();
        Assert.Equal((Verdict.HoldsWithinRounding, "plugged"), (plugged.Verdict, plugged.Cause.Key));
    }

    [Fact]
    public void Zero_never_divides()
    {
        Assert.Null(Quotient.Of(Term("5.00"), Term("0.00")));
        Assert.Null(Quotient.Growth(Term("5.00"), Term("5.00")));
        Assert.Null(Quotient.GrowthFrom(Term("0.00"), Term("5.00")));
        Assert.Equal(Verdict.CannotRun, new Ratio("", Term("5%"), []).Judge().Verdict);
    }

    [Fact]
    public void Growth_is_measured_against_the_value_before()
    {
        Assert.Equal(Verdict.Holds, Growth("3963.37", "244.42", "6.57%"));
        Assert.Equal(Verdict.HoldsWithinRounding, Growth("22.79", "0.04", "0.17%"));
        Assert.Equal(Verdict.Fails, Growth("2.14", "1.14", "1.14%"));
        Assert.Equal(Verdict.Holds, new Ratio("", Term("-6.11%", Role.Stated), [Quotient.GrowthFrom(Term("155.5"), Term("146"))!]).Judge().Verdict);

        static Verdict Growth(string current, string change, string rate) => new Ratio("", Term(rate, Role.Stated), [Quotient.Growth(Term(current), Term(change))!]).Judge().Verdict;
    }

    [Theory]
    [InlineData("236.63万元", "236.64万元", Verdict.HoldsWithinRounding, "last_digit")]
    [InlineData("89.97万元", "89.974万元", Verdict.HoldsWithinRounding, "")]
    [InlineData("99.9", "99.98", Verdict.HoldsWithinRounding, "truncated")]
    [InlineData("290万元", "290.00万元", Verdict.Holds, "")]
    [InlineData("1亿元", "10000.00万元", Verdict.Holds, "")]
    [InlineData("10.51件", "10.54件", Verdict.Fails, "misprinted_digit")]
    [InlineData("22份", "23份", Verdict.Fails, "")]
    public void One_quantity_printed_twice(string stated, string other, Verdict verdict, string cause)
    {
        var judgement = new Same("", Term(stated, Role.Stated), Term(other)).Judge();
        Assert.Equal(verdict, judgement.Verdict);
        Assert.Equal(cause, judgement.Cause.Key);
    }

    [Theory]
    [InlineData("9.91", 9.9183, Verdict.HoldsWithinRounding, "truncated")]
    [InlineData("9.3", 9.379, Verdict.HoldsWithinRounding, "truncated")]
    [InlineData("9.8", 9.841, Verdict.Holds, "")]
    [InlineData("9.531", 9.531, Verdict.Holds, "")]
    [InlineData("9.0", 9.2, Verdict.HoldsWithinRounding, "half_points")]
    [InlineData("8.4", 9.379, Verdict.Fails, "")]
    public void A_score_is_rounded_cut_taken_to_half_points_or_wrong(string score, double expected, Verdict verdict, string cause)
    {
        var judgement = new Score("", Term(score, Role.Stated), [], [new Expected((decimal)expected, Interval.Point((decimal)expected), "")]).Judge();
        Assert.Equal(verdict, judgement.Verdict);
        Assert.Equal(cause, judgement.Cause.Key);
    }

    [Fact]
    public void An_amount_above_its_bound_within_rounding_is_no_failure()
    {
        Assert.Equal(Verdict.HoldsWithinRounding, new AtMost("", Term("21.08"), Term("21.07")).Judge().Verdict);
        Assert.Equal(Verdict.Fails, new AtMost("", Term("42.14"), Term("21.07")).Judge().Verdict);
    }

    [Fact]
    public void The_root_is_exact_enough_for_limits()
    {
        foreach (var value in (decimal[])[0.0001m, 2m, 31m / 12, 1_000_000m])
            Assert.True(Math.Abs(Numbers.Root(value) * Numbers.Root(value) - value) < 0.0000001m);
        Assert.Equal(0m, Numbers.Root(0));
    }

    [Fact]
    public void What_lacks_an_operand_cannot_run()
    {
        ImmutableArray<Operand> seen = [Term("5%").Operand];
        Assert.Equal(Verdict.CannotRun, new Unable("", "1667.03 ÷ ? = 95.43%", seen).Judge().Verdict);
    }
}

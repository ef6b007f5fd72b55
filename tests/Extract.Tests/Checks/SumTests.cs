using System.Collections.Immutable;
using Extract.Checks;
using Extract.Checks.Shapes;
using Extract.Figures;
using FsCheck;
using FsCheck.Fluent;

namespace Extract.Tests.Checks;

/// <summary>Laws of sums of rounded figures, over generated amounts.</summary>
public sealed class SumTests
{
    private static Term Term(decimal value, int decimals, Role role = Role.Part) =>
        new("", new Figure(value.ToString(System.Globalization.CultureInfo.InvariantCulture), value, decimals, Unit.TenThousandYuan), role, "", null);

    private static Sum Sum(decimal stated, int decimals, IEnumerable<decimal> parts) => new("", Term(stated, decimals, Role.Stated), [.. parts.Select(part => Term(part, decimals))]);

    private static decimal Rounded(decimal exact, int decimals) => Math.Round(exact, decimals, MidpointRounding.AwayFromZero);

    /// <summary>Exact amounts with six decimals, and how many decimals are printed.</summary>
    private static Gen<(decimal[] Exact, int Decimals)> Tables =>
        from count in Gen.Choose(1, 40)
        from exact in Gen.Choose(0, int.MaxValue).Select(static n => n / 1_000_000m).ArrayOf(count)
        from decimals in Gen.Choose(0, 4)
        select (exact, decimals);

    private static void Check(Gen<(decimal[] Exact, int Decimals)> tables, Func<decimal[], int, bool> law) =>
        Prop.ForAll(tables.ToArbitrary(), table => law(table.Exact, table.Decimals)).QuickCheckThrowOnFailure();

    [Fact]
    public void Rounding_the_parts_and_the_total_of_an_exact_sum_never_makes_it_fail() => Check(Tables, static (exact, decimals) =>
        Sum(Rounded(exact.Sum(), decimals), decimals, exact.Select(part => Rounded(part, decimals))).Judge().Verdict is Verdict.Holds or Verdict.HoldsWithinRounding);

    [Fact]
    public void An_error_beyond_the_hard_limit_always_makes_it_fail() => Check(Tables, static (exact, decimals) =>
    {
        // The printed sum may itself be off by the hard limit, so that a planted error of twice the limit and one place must show.
        var parts = exact.Select(part => Rounded(part, decimals)).ToArray();
        var step = Figure.StepOf(decimals);
        var planted = (parts.Length + 1) * step + step;
        return Sum(Rounded(exact.Sum(), decimals) + planted, decimals, parts).Judge().Verdict == Verdict.Fails;
    });

    [Fact]
    public void A_rounding_is_never_above_a_note() => Check(Tables, static (exact, decimals) =>
    {
        var judgement = Sum(Rounded(exact.Sum(), decimals), decimals, exact.Select(part => Rounded(part, decimals))).Judge();
        return judgement.Verdict == Verdict.Holds || judgement.Severity == Diagnostics.Severity.Note;
    });

    [Theory]
    [InlineData(3, 0.02, Verdict.HoldsWithinRounding)]
    [InlineData(3, 0.03, Verdict.Fails)]
    [InlineData(30, 0.15, Verdict.HoldsWithinRounding)]
    [InlineData(30, 0.16, Verdict.Fails)]
    public void The_hard_limit_is_half_a_place_for_each_operand(int parts, double gap, Verdict verdict) =>
        Assert.Equal(verdict, Sum(parts + (decimal)gap, 2, Enumerable.Repeat(1m, parts)).Judge().Verdict);

    [Fact]
    public void Between_the_soft_and_the_hard_limit_it_holds_but_says_so()
    {
        // n = 30: hard 0.155, soft 4 × 0.01 × √(31/12) = 0.0643.
        Assert.Equal("", Sum(30.06m, 2, Enumerable.Repeat(1m, 30)).Judge().Cause.Key);
        Assert.Equal("suspicious_rounding", Sum(30.07m, 2, Enumerable.Repeat(1m, 30)).Judge().Cause.Key);
    }

    [Fact]
    public void A_blank_part_is_unknown_unless_the_others_make_the_total()
    {
        var blank = ImmutableArray.Create(new Operand("其他资金", "", Role.Part, "", null));
        Assert.Equal(Verdict.Holds, (Sum(5, 2, [2m, 3m]) with { Blanks = blank }).Judge().Verdict);
        Assert.Equal(Verdict.CannotRun, (Sum(6, 2, [2m, 3m]) with { Blanks = blank }).Judge().Verdict);
        Assert.Equal(Verdict.Fails, (Sum(4, 2, [2m, 3m]) with { Blanks = blank }).Judge().Verdict);
    }

    [Fact]
    public void Units_are_scaled_before_adding()
    {
        var sum = new Sum("", Term(36.17m, 2, Role.Stated) with { Figure = new Figure("36.17", 36.17m, 2, Unit.HundredMillionYuan) }, [Term(327_500m, 0), Term(29_700m, 0)]);
        Assert.Equal(Verdict.Fails, sum.Judge().Verdict);
        Assert.Equal("35.72", sum.Judge().Computed);
    }
}

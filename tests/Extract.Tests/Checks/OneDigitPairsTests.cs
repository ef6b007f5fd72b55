using System.Globalization;
using Extract.Checks;
using Extract.Figures;

namespace Extract.Tests.Checks;

public sealed class OneDigitPairsTests
{
    private static Figure Of(decimal value, string unit) => new(value.ToString("F2", CultureInfo.InvariantCulture), value, 2, Unit.Of(unit));

    [Fact]
    public void The_pairs_are_those_that_comparing_each_with_each_gives()
    {
        var random = new Random(5);
        var figures = Enumerable.Range(0, 300).Select(_ => Of(random.Next(100, 4000) / 100m * (random.Next(8) == 0 ? -1 : 1), random.Next(3) == 0 ? "元" : "万元")).ToList();
        var expected = new List<(int, int)>();
        for (var i = 0; i < figures.Count; i++)
            for (var j = i + 1; j < figures.Count; j++)
                if (figures[i].Unit == figures[j].Unit && Diagnosis.OneDigitApart(figures[i], figures[j].BaseValue)) expected.Add((i, j));
        Assert.NotEmpty(expected);
        Assert.Equal(expected, OneDigitPairs.Of(figures, static figure => figure));
    }

    [Fact]
    public void A_round_number_of_very_many_things_pairs_with_none() =>
        Assert.Empty(OneDigitPairs.Of([.. Enumerable.Range(0, 60).Select(static i => Of(i % 2 == 0 ? 100 : 200, "万元"))], static figure => figure));
}

using Extract.Checks;
using Extract.Forms.Statutory;

namespace Extract.Tests.Checks;

public sealed class ClassificationTests
{
    [Theory]
    [InlineData("210", 2012, "医疗卫生支出")]
    [InlineData("210", 2018, "医疗卫生与计划生育支出")]
    [InlineData("210", 2024, "卫生健康支出")]
    [InlineData("30113", 2024, "住房公积金")]
    public void A_code_has_the_name_of_its_year(string code, int year, string name) => Assert.Equal([name], Classification.NamesOf(code, year));

    [Fact]
    public void What_is_not_listed_for_a_year_has_no_name()
    {
        Assert.Empty(Classification.NamesOf("30113", 2016));
        Assert.Empty(Classification.NamesOf("224", 2018));
        Assert.Empty(Classification.NamesOf("2010101", 2024));
        Assert.False(Classification.IsOfUnknownClass("2010101"));
        Assert.True(Classification.IsOfUnknownClass("2950101"));
    }

    [Fact]
    public void A_class_named_as_no_year_names_it_fails()
    {
        var named = AccountDrawn.With(("T3|205|教育支出|90.00|55.00|35.00", "205|公共安全支出|90.00|55.00|35.00")).Apply("U-05");
        Assert.Contains(named, static judgement => judgement.Verdict == Verdict.Fails && judgement.Computed == "教育支出");
    }

    [Fact]
    public void A_shortened_name_is_the_name() =>
        Assert.All(AccountDrawn.With(("T3|205|教育支出|90.00|55.00|35.00", "205|教育|90.00|55.00|35.00"), ("T2|205|教育支出|95.00|85.00|10.00", "205|教育|95.00|85.00|10.00")).Apply("U-05"), static judgement => Assert.Equal(Verdict.Holds, judgement.Verdict));
}

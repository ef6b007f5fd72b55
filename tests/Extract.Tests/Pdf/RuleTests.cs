using Extract.Pdf;

namespace Extract.Tests.Pdf;

/// <summary>However a program draws a line, a person sees one line; what nobody sees is none.</summary>
public class RuleTests
{
    private static PdfRule[] Rules(string content) => SeenPage.Only(MadePdf.Page(content)).Rules;

    private static void IsOneLineAcross(PdfRule[] rules, double at, double from, double to)
    {
        var rule = Assert.Single(rules);
        Assert.False(rule.Vertical);
        Assert.Equal((at, from, to), (Math.Round(rule.At, 2), Math.Round(rule.From, 2), Math.Round(rule.To, 2)));
    }

    [Theory]
    [InlineData("50 100 m 250 100 l S")]
    [InlineData("0.5 w 250 100 m 50 100 l s")]
    [InlineData("50 99.75 200 0.5 re f")]
    [InlineData("50 100.25 200 -0.5 re f*")]
    [InlineData("50 99.75 m 250 99.75 l 250 100.25 l 50 100.25 l h f")]
    [InlineData("50 100 200 0 re f")]
    [InlineData("q 2 0 0 2 0 0 cm 25 50 m 125 50 l S Q")]
    [InlineData("50 100 m 120 100 l S 120 100 m 250 100 l S")]
    [InlineData("50 99.75 0.5 0.5 re f 50.5 99.75 199 0.5 re f 249.5 99.75 0.5 0.5 re f")]
    [InlineData("50 100 m 250 100 l S 50 100 m 250 100 l S")]
    [InlineData("50 99.52 200 0.96 re f 0.14 w 50 100.42 m 250 100.42 l S")]
    [InlineData("q 200 0 0 0.5 50 99.75 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q 50 100 m 250 100 l S")]
    public void A_line_across_is_one_rule_however_it_is_drawn(string content) => IsOneLineAcross(Rules(content), 300, 50, 250);

    [Fact]
    public void A_line_down_is_a_rule_from_top_to_bottom()
    {
        var rule = Assert.Single(Rules("1.5 w 80 350 m 80 150 l S"));
        Assert.Equal(new PdfRule(true, 80, 50, 250, 1.5, 0, false), rule);
    }

    [Fact]
    public void A_stroked_rectangle_is_four_rules()
    {
        var rules = Rules("50 100 200 80 re S");
        Assert.Equal([220, 300], rules.Where(static r => !r.Vertical).Select(static r => r.At));
        Assert.Equal([50, 250], rules.Where(static r => r.Vertical).Select(static r => r.At));
    }

    [Fact]
    public void A_frame_filled_between_two_rectangles_is_four_rules()
    {
        var rules = Rules("50 100 200 80 re 50.5 100.5 199 79 re f*");
        Assert.Equal(4, rules.Length);
        Assert.All(rules, static r => Assert.Equal(0.5, r.Thickness, 3));
    }

    [Fact]
    public void A_double_line_is_two_rules() => Assert.Equal([299, 301], Rules("0.4 w 50 101 m 250 101 l S 50 99 m 250 99 l S").Select(static r => r.At));

    [Fact]
    public void Dashes_are_one_dashed_rule_by_pattern_and_by_pieces()
    {
        Assert.True(Assert.Single(Rules("[3 2] 0 d 50 100 m 250 100 l S")).Dashed);
        var pieces = string.Concat(Enumerable.Range(0, 40).Select(static i => $"{50 + 5 * i} 99.75 3 0.5 re f "));
        var rule = Assert.Single(Rules(pieces));
        Assert.True(rule.Dashed);
        Assert.Equal((50, 248), (rule.From, rule.To));
        Assert.False(Assert.Single(Rules("[] 0 d 50 100 m 250 100 l S")).Dashed);
    }

    [Fact]
    public void What_the_clip_cuts_away_is_not_seen()
    {
        IsOneLineAcross(Rules("q 100 0 50 400 re W n 50 100 m 250 100 l S Q"), 300, 100, 150);
        Assert.Empty(Rules("q 100 200 50 50 re W n 50 100 m 250 100 l S Q"));
        IsOneLineAcross(Rules("q 100 200 50 50 re W n Q 50 100 m 250 100 l S"), 300, 50, 250);
        IsOneLineAcross(Rules("-50 100 m 900 100 l S"), 300, 0, 600);
    }

    [Fact]
    public void A_line_of_the_colour_of_its_ground_is_not_seen_and_on_another_ground_it_is()
    {
        Assert.Empty(Rules("1 G 50 100 m 250 100 l S"));
        Assert.Single(Rules("0.2 0.4 0.6 rg 40 50 300 100 re f 1 G 50 100 m 250 100 l S"));
        Assert.Empty(Rules("0.2 0.4 0.6 rg 40 50 300 100 re f 0.2 0.4 0.6 RG 50 100 m 250 100 l S"));
    }

    [Fact]
    public void A_line_under_an_area_painted_later_is_not_seen()
    {
        Assert.Empty(Rules("50 100 m 250 100 l S 1 g 40 50 300 100 re f"));
        Assert.Single(Rules("1 g 40 50 300 100 re f 50 100 m 250 100 l S"));
    }

    [Fact]
    public void Slants_curves_and_specks_are_no_rules()
    {
        Assert.Empty(Rules("50 100 m 250 200 l S"));
        Assert.Empty(Rules("50 100 m 100 200 150 200 200 100 c S"));
        Assert.Empty(Rules("50 100 1 1 re f 80 100 2 2 re f"));
        Assert.Empty(Rules("/G gs 50 100 m 250 100 l S".Replace("/G gs", "", StringComparison.Ordinal).Replace("S", "n", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_shaded_area_is_a_fill_with_its_colour()
    {
        var page = SeenPage.Only(MadePdf.Page("1 0.5 0 rg 50 100 200 80 re f 0 0 0 0.2 k 300 100 m 500 100 l 500 180 l 300 180 l f"));
        Assert.Equal([new PdfFill(new PdfBox(50, 220, 250, 300), 0xFF8000), new PdfFill(new PdfBox(300, 220, 500, 300), 0xCCCCCC)], page.Fills);
        Assert.Empty(page.Rules);
    }

    [Fact]
    public void A_thick_stroke_is_an_area()
    {
        var page = SeenPage.Only(MadePdf.Page("20 w 0.9 G 50 100 m 250 100 l S"));
        Assert.Equal(new PdfBox(50, 290, 250, 310), Assert.Single(page.Fills).Box);
        Assert.Empty(page.Rules);
    }

    [Fact]
    public void An_area_that_is_all_but_transparent_is_not_seen()
    {
        var page = SeenPage.Only(MadePdf.Page("/T gs 50 100 200 80 re f 50 100 m 250 100 l S", "<< /ExtGState << /T << /ca 0 /CA 0 >> >> >>"));
        Assert.Empty(page.Fills);
        Assert.Empty(page.Rules);
    }
}

using Extract.Pdf;

namespace Extract.Tests.Pdf;

/// <summary>
/// Pages of word processors, spreadsheets, printer drivers and typesetters: how many lines run across and down, counted on the drawing
/// that a person compared with the page.
/// </summary>
public class SeenRuleTests
{
    [SharedTheory]
    [InlineData("real/budgets", 0, 8, 0, 0)]
    [InlineData("real/budgets", 1, 12, 19, 10)]
    [InlineData("real/final_accounts", 0, 9, 14, 10)]
    [InlineData("real/budgets", 9, 5, 14, 4)]
    [InlineData("real/budgets", 14, 12, 26, 4)]
    [InlineData("real/budgets", 3, 10, 10, 10)]
    [InlineData("real/budgets", 7, 4, 8, 5)]
    [InlineData("real/budgets", 11, 6, 8, 5)]
    [InlineData("real/budgets", 5, 9, 13, 10)]
    [InlineData("real/final_accounts", 2, 7, 11, 10)]
    [InlineData("real/final_accounts", 1, 7, 7, 10)]
    [InlineData("tables/icdar2013-eu", 0, 1, 44, 15)]
    [InlineData("tables/icdar2013-eu", 2, 1, 17, 17)]
    [InlineData("tables/icdar2013-eu", 3, 4, 16, 4)]
    [InlineData("tables/icdar2013-eu", 7, 1, 5, 5)]
    [InlineData("tables/icdar2013-eu", 9, 1, 13, 3)]
    [InlineData("tables/icdar2013-eu", 13, 2, 12, 1)]
    [InlineData("tables/icdar2013-eu", 24, 2, 28, 15)]
    [InlineData("hard/pdf", 15, 1, 10, 1)]
    [InlineData("hard/pdf", 4, 1, 14, 17)]
    public void A_page_has_the_lines_that_were_seen_on_it(string folder, int file, int number, int across, int down)
    {
        var path = Directory.GetFiles(SharedFiles.PathOf(folder), "*.pdf").Order(StringComparer.Ordinal).ElementAt(file);
        var page = Assert.Single(PdfDocument.Open(File.ReadAllBytes(path)).Pages(number, number).Select(static p => p.Rules.ToArray()));
        Assert.Equal((across, down), (page.Count(static r => !r.Vertical), page.Count(static r => r.Vertical)));
    }
}

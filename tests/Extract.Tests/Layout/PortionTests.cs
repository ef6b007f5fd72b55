using Extract.Diagnostics;
using Extract.Layout;
using Extract.Tests.Documents;
using Extract.Text;

namespace Extract.Tests.Layout;

public sealed class PortionTests
{
    /// <summary>A workbook of two sheets with twenty rows of three cells each: a row weighs four, its cells and its line.</summary>
    private static Document Workbook()
    {
        static string Cells(string name) => "<sheetData>" + string.Concat(Enumerable.Range(1, 20).Select(r => $"<row r='{r}'>" + string.Concat("ABC".Select(c => $"<c r='{c}{r}' t='str'><v>{name}{c}{r}</v></c>")) + "</row>")) + "</sheetData>";
        return OfficeFile.Open(OfficeFile.Xlsx([("一", Cells("甲")), ("二", Cells("乙"))]));
    }

    [Fact]
    public void What_is_small_enough_is_taken_whole()
    {
        var document = Workbook();
        Assert.Same(document, Portion.Of(document));
        Assert.Same(document, Portion.Of(document, 160));
    }

    [Fact]
    public void What_is_too_large_is_cut_between_two_rows_and_says_so_wherever_the_cut_falls()
    {
        var document = Workbook();
        var all = OfficeFile.Texts(document).ToList();
        for (var most = 0; most < 160; most++)
        {
            var cut = Portion.Of(document, most);
            var texts = OfficeFile.Texts(cut).ToList();
            Assert.Equal(most / 4 * 3, texts.Count);
            Assert.Equal(all.Take(texts.Count), texts);
            Assert.Contains(cut.Diagnostics, static d => d.Kind == DiagnosticKinds.LimitReached);
            Assert.All(cut.Sheets, static sheet => Assert.NotEmpty(sheet.Runs));
        }
    }

    [Fact]
    public void No_rule_reaches_below_the_cut()
    {
        var document = Workbook();
        var ruled = document with { Sheets = [document.Sheets[0] with { Rules = [new(true, 0, 0, 1e6, RuleSource.Declared), new(false, 1e5, 0, 10, RuleSource.Declared)] }, document.Sheets[1]] };
        var cut = Assert.Single(Portion.Of(ruled, 40).Sheets);
        Assert.Equal(document.Sheets[0].Runs[30].Box.Top, Assert.Single(cut.Rules).To);
    }
}

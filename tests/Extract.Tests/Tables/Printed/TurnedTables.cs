using Extract.Tables;
using Extract.Text;

namespace Extract.Tests.Tables.Printed;

/// <summary>Tables turned against their page, turned pages, and text that stands sideways in a cell.</summary>
public sealed class TurnedTables
{
    private static readonly string[][] Rows =
    [
        ["Function", "Total", "Basic", "Project"], ["Education", "1,205.60", "905.60", "300.00"], ["Health", "236.63", "236.63", "0.00"], ["Housing support", "461.08", "461.08", "0.00"], ["Urban and rural", "3,845.25", "1,585.59", "2,259.66"],
    ];

    private static readonly string[] Prose = ["The following page shows what was spent in the year under", "review, by function, before transfers between the units that", "belong to the department and report their accounts with it."];

    private static string Key(Grid grid) => string.Join('\n', grid.ToRows().Select(static row => string.Join('|', row.Select(static cell => cell.Text))));

    private static string Meant => string.Join('\n', Rows.Select(static row => string.Join('|', row)));

    private static DrawnPdf Page(string matrix, double left, double top) => new DrawnPdf().Turned(matrix, pdf => pdf.Text(left, top + 12, "Table 3: Expenditure by function").Table(left, top, [120, 80, 80, 80], Rows));

    [Theory]
    [InlineData("0 1 -1 0 600 0")]
    [InlineData("0 -1 1 0 0 800")]
    [InlineData("-1 0 0 -1 600 800")]
    public void A_table_drawn_turned_on_an_upright_page_is_read_as_it_stands(string matrix)
    {
        var grid = Assert.Single(Page(matrix, 100, 400).Grids());
        Assert.Equal(Meant, Key(grid));
        Assert.Equal(("Table 3: Expenditure by function", 1), (grid.Title.Text, grid.HeaderRows));
    }

    [Theory]
    [InlineData(90, "0 1 -1 0 600 0")]
    [InlineData(180, "-1 0 0 -1 600 800")]
    [InlineData(270, "0 -1 1 0 0 800")]
    public void A_page_that_is_to_be_shown_turned_is_read_as_it_is_shown(int rotate, string matrix)
    {
        var page = $"/MediaBox [0 0 600 800] /Rotate {rotate}";
        Assert.Equal(Meant, Key(Assert.Single(Page(matrix, 100, 400).Grids(page))));
        Assert.Equal(Meant, Key(Assert.Single(Page("1 0 0 1 0 0", 100, 400).Grids(page))));
    }

    [Fact]
    public void Cells_of_a_turned_table_keep_their_places_on_the_page()
    {
        var grid = Assert.Single(Page("0 1 -1 0 600 0", 100, 400).Grids());
        var (first, last) = (Assert.IsType<PagePlace>(grid.Cells[0].Printed.Place), Assert.IsType<PagePlace>(grid.Cells[^1].Printed.Place));
        // What reads from left to right runs up the page, and what reads downward goes to the right.
        Assert.True(first.Top > last.Top && first.Left < last.Left);
        Assert.True(first.Right - first.Left < first.Bottom - first.Top);
    }

    [Fact]
    public void A_turned_table_below_upright_text_and_the_text_are_both_read()
    {
        var pdf = new DrawnPdf().Paragraph(60, 780, Prose.Concat(Prose).Concat(Prose).Concat(Prose))
            .Turned("0 1 -1 0 560 0", static drawn => drawn.Text(60, 340, "Table 3: Expenditure by function").Table(60, 330, [120, 80, 80, 80], Rows));
        var rebuilt = Reconstruction.Rebuild(pdf.Open());
        Assert.Equal(Meant, Key(Assert.Single(rebuilt.Grids)));
        Assert.Equal("Table 3: Expenditure by function", rebuilt.Grids[0].Title.Text);
        Assert.Equal(Prose.Concat(Prose).Concat(Prose).Concat(Prose), rebuilt.Prose.Select(static run => run.Text).SkipLast(1));
    }

    [Fact]
    public void The_page_number_of_a_turned_page_stands_in_no_table()
    {
        var grid = Assert.Single(Page("0 1 -1 0 600 0", 100, 400).Text(295, 20, "17").Grids());
        Assert.Equal(Meant, Key(grid));
    }

    [Theory]
    [InlineData("0 1 -1 0 88 492")]
    [InlineData("0 -1 1 0 80 536")]
    public void A_label_that_stands_sideways_fills_its_merged_cell(string matrix)
    {
        var pdf = new DrawnPdf();
        for (var r = 0; r <= 4; r++) pdf.Line(r is 0 or 1 or 4 ? 70 : 100, 560 - r * 18, 360, 560 - r * 18);
        foreach (var x in (double[])[70, 100, 220, 290, 360]) pdf.Line(x, 560, x, 488);
        pdf.Text(74, 547, "Kind").Text(104, 547, "Function").Text(224, 547, "Basic").Text(294, 547, "Project");
        for (var r = 1; r < 4; r++) pdf.Text(104, 547 - r * 18, Rows[r][0]).Text(224, 547 - r * 18, Rows[r][2]).Text(294, 547 - r * 18, Rows[r][3]);
        var grid = Assert.Single(pdf.TextBy(matrix, "Current", 9).Grids());
        var label = grid.Cells.Single(static cell => cell.Row == 1 && cell.Column == 0);
        Assert.Equal(("Current", 3, 1), (label.Text, label.Rows, label.Columns));
        Assert.Equal("Education|905.60|300.00", string.Join('|', grid.ToRows()[1].Skip(1).Select(static cell => cell.Text)));
        Assert.Equal("Current / Health", grid.RowLabels[1]);
    }

    [Fact]
    public void Nothing_of_a_turned_page_is_lost_or_read_twice()
    {
        var document = Page("0 -1 1 0 0 800", 100, 400).TextBy("0 1 -1 0 30 300", "Draft of the year").Text(295, 20, "17").Open();
        var rebuilt = Reconstruction.Rebuild(document);
        var read = rebuilt.Grids.SelectMany(static grid => grid.Cells).Select(static cell => cell.Text).Concat(rebuilt.Prose.Select(static run => run.Text)).Append(rebuilt.Grids[0].Title.Text);
        Assert.Equal(Ink(document.Sheets[0].Runs.Select(static run => run.Text)), Ink(read.SkipLast(1).Append("17")));
    }

    private static string Ink(IEnumerable<string> texts) => string.Concat(string.Concat(texts).Where(static c => !char.IsWhiteSpace(c)).Order());
}

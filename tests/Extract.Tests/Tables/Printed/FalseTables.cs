using Extract.Documents;
using Extract.Tables;

namespace Extract.Tests.Tables.Printed;

/// <summary>What looks like a table and is none: charts, contents pages, lists, running text.</summary>
public sealed class FalseTables
{
    [Fact]
    public void A_bar_chart_with_figures_on_its_bars_and_a_scale_is_no_table()
    {
        var pdf = new DrawnPdf().Line(100, 700, 500, 700).Line(100, 700, 100, 560).Line(500, 700, 500, 560);
        for (var k = 0; k <= 10; k++) pdf.Line(100 + 40 * k, 700, 100 + 40 * k, 556).Text(100 + 40 * k - (k == 0 ? 5 : k == 10 ? 13 : 8), 542, $"{10 * k}%", 9);
        for (var r = 0; r < 5; r++)
        {
            var y = 680 - 25 * r;
            pdf.Fill(100, y, 120 - 5 * r, 10).Fill(220 - 5 * r, y, 180, 10).Text(72, y + 1, $"{2001 + 4 * r}", 9).Text(150, y + 1, $"{30 - r}.5", 9).Text(290, y + 1, $"{49 - r}.0", 9);
        }
        Assert.Empty(pdf.Grids());
    }

    [Fact]
    public void A_line_chart_with_grid_lines_and_scales_is_no_table()
    {
        var pdf = new DrawnPdf().Line(100, 600, 100, 400);
        for (var k = 0; k <= 5; k++) pdf.Line(100, 400 + 40 * k, 400, 400 + 40 * k).Text(78, 397 + 40 * k, $"{20 * k}", 9);
        for (var k = 0; k <= 6; k++) pdf.Line(100 + 50 * k, 400, 100 + 50 * k, 396).Text(91 + 50 * k, 382, $"{2015 + k}", 9);
        for (var k = 0; k < 6; k++) pdf.Text(120 + 50 * k, 420 + 20 * k, $"{k * 13 + 7}", 9);
        Assert.Empty(pdf.Grids());
    }

    [Fact]
    public void Years_over_columns_that_are_parted_below_them_head_a_table()
    {
        var pdf = new DrawnPdf().Line(60, 700, 540, 700).Line(60, 682, 540, 682).Line(60, 664, 540, 664).Line(60, 592, 540, 592);
        foreach (var x in (double[])[60, 140, 240, 340, 440, 540]) pdf.Line(x, 700, x, 592);
        for (var k = 0; k < 4; k++)
        {
            pdf.Line(190 + 100 * k, 682, 190 + 100 * k, 592).Text(179 + 100 * k, 687, $"{2021 + k}").Text(150 + 100 * k, 669, "Number").Text(200 + 100 * k, 669, "Rate");
            for (var r = 0; r < 4; r++) pdf.Text(150 + 100 * k, 651 - 18 * r, $"{11 * r + k}").Text(200 + 100 * k, 651 - 18 * r, $"{r}.{k}");
        }
        for (var r = 0; r < 4; r++) pdf.Text(64, 651 - 18 * r, ((string[])["Austria", "Germany", "Hungary", "Spain"])[r]);
        var grid = Assert.Single(pdf.Grids());
        Assert.Equal((6, 9, 2), (grid.RowCount, grid.ColumnCount, grid.HeaderRows));
        Assert.Equal("2022 / Rate", grid.ColumnNames[4]);
    }

    [Fact]
    public void A_contents_page_a_list_and_running_text_are_no_tables()
    {
        var pdf = new DrawnPdf();
        string[] heads = ["Duties of the department", "Organisation and its units", "Summary of the accounts", "Income by source", "Expenditure by function", "Explanation of terms"];
        for (var k = 0; k < heads.Length; k++) pdf.Text(60, 740 - 16 * k, heads[k]).Text(200, 740 - 16 * k, new string('.', 90)).Text(500, 740 - 16 * k, $"{3 + 4 * k}");
        for (var k = 0; k < 6; k++) pdf.Text(60, 600 - 16 * k, $"{k + 1}.").Text(80, 600 - 16 * k, "An item of a list that says in one line what it has to say.");
        pdf.Paragraph(60, 480, Enumerable.Repeat("In the year the department spent 1,205.60 on schools, 236.63 on health and 461.08 on housing,", 8));
        Assert.Empty(pdf.Grids());
    }

    /// <summary>
    /// Pages of the published documents that were looked at and hold no table: their running text, contents pages, lists, covers. The number
    /// of each is counted from 1; the others of the document hold tables.
    /// </summary>
    [SharedFact]
    public void No_table_is_read_on_pages_of_prose()
    {
        var (pages, tables) = (0, new List<string>());
        foreach (var line in File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "prose.pages")))
        {
            var (file, list) = (line[..line.LastIndexOf(' ')], line[(line.LastIndexOf(' ') + 1)..].Split(','));
            var path = SharedFiles.PathOf("real/" + file);
            var grids = PageReading.Grids(Readers.Open(path, File.ReadAllBytes(path)));
            foreach (var range in list.Select(static part => part.Split('-').Select(int.Parse).ToArray()))
                for (var page = range[0]; page <= range[^1]; page++, pages++)
                    tables.AddRange(grids.Where(grid => grid.Pages.Contains(page)).Select(grid => $"{file} {page}: {grid.Cells[0].Text}"));
        }
        Assert.Empty(tables);
        Assert.True(pages > 150, $"{pages} pages");
    }

    [SharedFact]
    public void No_table_is_read_in_published_texts_that_are_prose_throughout()
    {
        var files = Directory.GetFiles(SharedFiles.PathOf("real/text"), "*.txt");
        Assert.NotEmpty(files);
        Assert.All(files, static file => Assert.Empty(Extraction.Read(Readers.Open(file, File.ReadAllBytes(file))).Tables));
    }
}

using Extract.Tables;

namespace Extract.Tests.Tables.Printed;

/// <summary>Text in columns is read one column after the other.</summary>
public sealed class ReadingOrderTests
{
    private static readonly string[] Left =
    [
        "the first column begins with this line and", "goes on with a second one that is as long", "and with a third that nobody would take for", "a cell of any table that was ever printed", "before the fifth line ends the left column",
    ];

    private static readonly string[] Right =
    [
        "the second column has its own lines beside", "those of the first and is read behind them", "from its first line to its last one, though", "each of them stands on the same level as one", "of the other column and close to its end",
    ];

    private static string[] Prose(DrawnPdf pdf) => [.. Reconstruction.Rebuild(pdf.Open()).Prose.Select(static run => run.Text)];

    [Fact]
    public void Two_columns_are_read_one_after_the_other() =>
        Assert.Equal([.. Left, .. Right], Prose(new DrawnPdf().Paragraph(60, 700, Left).Paragraph(320, 700, Right)));

    [Fact]
    public void Columns_need_not_stand_on_the_same_lines() =>
        Assert.Equal([.. Left, .. Right], Prose(new DrawnPdf().Paragraph(60, 700, Left).Paragraph(320, 694, Right)));

    [Fact]
    public void A_title_and_a_line_over_both_columns_part_what_is_above_from_what_is_below() => Assert.Equal(
        ["A title that stands over both of the columns of the page", .. Left, .. Right, "A line that runs over both columns and on to the right margin of the page as notes do", .. Right, .. Left],
        Prose(new DrawnPdf().Text(150, 730, "A title that stands over both of the columns of the page").Paragraph(60, 700, Left).Paragraph(320, 700, Right)
            .Text(60, 600, "A line that runs over both columns and on to the right margin of the page as notes do").Paragraph(60, 590, Right).Paragraph(320, 590, Left)));

    [Fact]
    public void A_table_beside_text_is_read_where_its_column_is_read()
    {
        string[][] rows = [["Function", "Total", "Basic"], ["Education", "1,205.60", "905.60"], ["Health", "236.63", "236.63"], ["Housing", "461.08", "461.08"]];
        var rebuilt = Reconstruction.Rebuild(new DrawnPdf().Paragraph(60, 700, [.. Left, .. Left, .. Left]).Paragraph(320, 700, Right)
            .Text(320, 612, "Table 4: Outlays").Table(320, 606, [80, 60, 60], rows).Open());
        var grid = Assert.Single(rebuilt.Grids);
        Assert.Equal("Table 4: Outlays", grid.Title.Text);
        Assert.Equal(rows.Select(static row => string.Join('|', row)), grid.ToRows().Select(static row => string.Join('|', row.Select(static cell => cell.Text))));
        Assert.Equal([.. Left, .. Left, .. Left, .. Right, "Table 4: Outlays"], rebuilt.Prose.Select(static run => run.Text));
    }

    [Fact]
    public void Labels_and_their_values_are_read_line_by_line() => Assert.Equal(
        ["Department:", "Works office", "Year:", "2024", "Prepared by:", "Accounts section"],
        Prose(new DrawnPdf().Text(60, 700, "Department:").Text(200, 700, "Works office").Text(60, 640, "Year:").Text(200, 640, "2024").Text(60, 580, "Prepared by:").Text(200, 580, "Accounts section")));
}

namespace Extract.Tests.Tables.Printed;

/// <summary>Columns that rules make too narrow for their figures: a figure goes on below, and is one figure all the same.</summary>
public sealed class NarrowColumns
{
    // Type of 10 points: a digit is 5.56 points wide, so that three of them and a margin of 4 on each side fill a column of 27.
    private static DrawnPdf Page(string[][] rows, double width) => new DrawnPdf().Text(50, 730, "Funds").Table(50, 700, [120, width, width], [.. rows.Select(static row => row.Select(static _ => "").ToArray())], 36).Cells(50, 700, [120, width, width], rows, 36);

    [Fact]
    public void A_figure_that_its_column_breaks_is_one_figure_in_one_row()
    {
        var grid = Assert.Single(Page([["Source", "Plan", "Paid"], ["Total", "250/.00", "242/.00"], ["Other", "860/0", "912/0"]], 27).Grids());

        Assert.Equal([["Source", "Plan", "Paid"], ["Total", "250.00", "242.00"], ["Other", "8600", "9120"]], grid.ToRows().Select(static row => row.Select(static cell => cell.Text).ToArray()));
    }

    [Fact]
    public void Figures_below_each_other_with_room_beside_them_are_two_rows()
    {
        var grid = Assert.Single(Page([["Source", "Plan", "Paid"], ["Total/Grant", "250/260", "242/251"], ["Other/Own", "86/87", "91/92"]], 60).Grids());

        Assert.Equal(["Plan", "250", "260", "86", "87"], grid.ToRows().Select(static row => row[1].Text));
    }
}

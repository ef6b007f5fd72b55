using Extract.Documents;
using Extract.Tables;
using Extract.Tests.Tables.Surfaces;

namespace Extract.Tests.Tables.Printed;

/// <summary>Tables side by side are kept as one printed grid and split into their lanes; columns and rows have full names.</summary>
public sealed class LaneTests
{
    private static Grid Read(string kind) => Assert.Single(Extraction.Read(TableTypesetter.Set(SurfaceTables.All[kind])).Tables);

    private static string[] Texts(Grid grid) => [.. grid.ToRows().Select(static row => string.Join('|', row.Select(static cell => cell.Text)))];

    [Fact]
    public void Income_beside_expenditure_is_two_lanes_with_the_names_that_stand_over_them()
    {
        var grid = Read("two lanes");
        Assert.Equal(["收入", "支出"], grid.Lanes.Select(static lane => lane.Name));
        Assert.Equal([0, 2], grid.Lanes.Select(static lane => lane.Column));
        Assert.Equal(["收入|", "项目|决算数", "一、财政拨款收入|9,746.50", "二、上级补助收入|", "三、事业收入|108.00", "四、其他收入|", "本年收入合计|9,854.50", "年初结转和结余|12.88", "总计|9,867.38"], Texts(grid.Lanes[0].Grid));
        Assert.Equal(["支出 / 项目", "支出 / 决算数"], grid.Lanes[1].Grid.ColumnNames.AsEnumerable());
        Assert.Equal(10, grid.RowCount);
    }

    [Fact]
    public void Accounts_in_three_columns_of_accounts_are_three_lanes()
    {
        var lanes = Read("three lanes").Lanes;
        Assert.Equal(3, lanes.Length);
        Assert.Equal(["科目|决算数", "房屋购建|0.00", "设备购置|39.76", "软件购置|0.00", "资本合计|39.76"], Texts(lanes[2].Grid));
        Assert.All(lanes, static lane => Assert.Equal(1, lane.Grid.HeaderRows));
    }

    [Theory]
    [InlineData("plain")]
    [InlineData("spanning head")]
    [InlineData("empty cells")]
    public void A_table_of_one_stub_has_no_lanes(string kind) => Assert.Empty(Read(kind).Lanes);

    [Fact]
    public void Words_behind_figures_that_no_head_repeats_begin_no_lane()
    {
        var grid = Assert.Single(new DrawnPdf().Table(60, 700, [60, 120, 80, 120, 60], [["No", "Project", "Budget", "Unit", "Rate"], ["1", "Roads", "120.00", "Works office", "98%"], ["2", "Bridges", "80.50", "Works office", "91%"], ["3", "Schools", "60.00", "Education office", "88%"]]).Grids());
        Assert.Empty(grid.Lanes);
        Assert.Equal((1, 2), (grid.HeaderRows, grid.StubColumns));
        Assert.Equal(["1 / Roads", "2 / Bridges", "3 / Schools"], grid.RowLabels.AsEnumerable());
    }

    [Fact]
    public void Lanes_lose_no_ink_of_the_printed_grid()
    {
        foreach (var grid in (Grid[])[Read("two lanes"), Read("three lanes")])
            Assert.Equal(string.Concat(grid.Cells.Where(cell => cell.Row >= grid.HeaderRows).Select(static cell => cell.Text)).Order(),
                string.Concat(grid.Lanes.SelectMany(lane => lane.Grid.Cells.Where(cell => cell.Row >= grid.HeaderRows)).Select(static cell => cell.Text)).Order());
    }

    [Fact]
    public void Spanning_heads_are_part_of_the_names_of_their_columns()
    {
        var grid = Read("spanning head");
        Assert.Equal(["科目名称", "本年支出合计", "一般公共预算财政拨款 / 基本支出", "一般公共预算财政拨款 / 项目支出", "其他资金 / 上级补助", "其他资金 / 经营收入"], grid.ColumnNames.AsEnumerable());
        Assert.Equal(["教育支出", "卫生健康支出", "农林水支出", "住房保障支出"], grid.RowLabels.AsEnumerable());
    }

    [Fact]
    public void Codes_and_names_are_the_stub_and_the_row_that_numbers_the_columns_names_none()
    {
        var grid = Assert.Single(new DrawnPdf().Table(60, 700, [80, 140, 80, 80], [["Code", "Account", "Total", "Basic"], ["", "", "1", "2"], ["205", "Education", "1,205.60", "905.60"], ["20502", "Schools", "1,100.00", "805.60"], ["210", "Health", "236.63", "236.63"]]).Grids());
        Assert.Equal(["Code", "Account", "Total", "Basic"], grid.ColumnNames.AsEnumerable());
        Assert.Equal((2, 2), (grid.HeaderRows, grid.StubColumns));
        Assert.Equal("20502 / Schools", grid.RowLabels[1]);
    }

    [SharedFact]
    public void Every_published_table_of_two_and_three_lanes_is_split()
    {
        foreach (var file in Directory.GetFiles(SharedFiles.PathOf("real/final_accounts"), "*.pdf"))
        {
            var grids = PageReading.Grids(Readers.Open(file, File.ReadAllBytes(file)));
            foreach (var title in (string[])["收入支出决算总表", "财政拨款收入支出决算总表"])
                Assert.Equal(["收入", "支出"], grids.Single(grid => grid.Title.Text == title).Lanes.Select(static lane => lane.Name));
            Assert.Equal(2, grids.Single(static grid => grid.Title.Text == "一般公共预算财政拨款基本支出决算表").Lanes.Length);
            Assert.All(grids.Where(static grid => grid.Title.Text is "收入决算表" or "支出决算表" || grid.Title.Text.Contains("三公", StringComparison.Ordinal)), static grid => Assert.Empty(grid.Lanes));
        }
    }
}

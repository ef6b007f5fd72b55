using System.Text;
using Extract.Documents;
using Extract.Tables;

namespace Extract.Tests.Documents;

/// <summary>Tables pasted as text whose cells end with bars.</summary>
public sealed class BarredTexts
{
    private static readonly string[][] Grid = [["项目", "预算数", "决算数"], ["合计", "1.80", "1.52"], ["公务接待费", "1.80", "1.52"], ["公务用车购置费", "", ""]];

    private static string[][] Read(string text)
    {
        var grid = Assert.Single(Reconstruction.Rebuild(Readers.Open("drawn.txt", Encoding.UTF8.GetBytes(text))).Grids);
        return [.. Enumerable.Range(0, grid.RowCount).Select(row => Enumerable.Range(0, grid.ColumnCount).Select(column => grid.Cells.FirstOrDefault(cell => cell.Row == row && cell.Column == column)?.Text ?? "").ToArray())];
    }

    [Theory]
    [InlineData("| {0} | {1} | {2} |")]
    [InlineData("{0} | {1} | {2} |")]
    public void Rows_closed_by_bars_are_rows_of_cells(string form) =>
        Assert.Equal(Grid, Read(string.Join('\n', Grid.Select(row => string.Format(System.Globalization.CultureInfo.InvariantCulture, form, row[0], row[1], row[2])))));

    [Fact]
    public void A_bar_behind_each_cell_of_a_broken_table_is_no_ink()
    {
        var lines = "项目支出绩效自评表\n项目名称\n水质监测\n一级指标\n二级指标\n三级指标\n年度指标值\n实际完成值\n分值\n得分\n产出指标\n数量指标\n采样点数\n≥12个\n12个\n50\n50\n总分\n100\n100".Split('\n');
        var bare = Extraction.Read(Readers.Open("drawn.txt", Encoding.UTF8.GetBytes(string.Join('\n', lines))));
        var barred = Extraction.Read(Readers.Open("drawn.txt", Encoding.UTF8.GetBytes(string.Join('\n', lines.Select(static line => line + " |")))));
        var row = Assert.Single(Assert.Single(barred.SelfEvaluations).Indicators);
        Assert.Equal(("采样点数", "12个", "50"), (row.Level3.Text, row.Actual.Text, row.Score.Text));
        Assert.Equal(bare.SelfEvaluations[0].Indicators[0].Target.Text, row.Target.Text);
    }

    [Fact]
    public void Bars_that_only_close_what_merged_cells_left_empty_set_no_columns()
    {
        var disclosure = Extraction.Read(Readers.Open("drawn.txt", Encoding.UTF8.GetBytes("""
            | 项目支出绩效自评表 | ||||||
            | 项目名称 |
            水质监测 |
            ||||||
            | 主管部门 | 某局 | 实施单位 | 某站 | ||||
            | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 |
            | 产出指标 | 数量指标 | 采样点数 | ≥12个 | 12个 | 50 | 50 |
            | 总分 | 100 | 100 | |||||
            | 其他说明 | 无 | ||||||
            """)));
        var form = Assert.Single(disclosure.SelfEvaluations);
        Assert.Equal(("水质监测", "某站", "采样点数"), (form.ProjectName.Text, form.ImplementingUnit.Text, Assert.Single(form.Indicators).Level3.Text));
    }

    [Fact]
    public void A_bar_in_running_text_makes_no_table() =>
        Assert.Empty(Reconstruction.Rebuild(Readers.Open("drawn.txt", "首页 | 政务公开 | 决算公开\n某某局2023年度部门决算公布如下。"u8.ToArray())).Grids);
}

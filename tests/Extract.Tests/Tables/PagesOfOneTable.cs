using Extract.Tests.Tables.Broken;

namespace Extract.Tests.Tables;

/// <summary>Tables that a page cuts in two.</summary>
public sealed class PagesOfOneTable
{
    [Fact]
    public void Whole_rows_on_the_two_sides_of_a_page_stay_two_rows_where_the_table_has_no_points()
    {
        var grid = Assert.Single(Reading.Of("""
            | 二级指标 | 三级指标 | 目标值 | 完成值 |
            |---|---|---|---|
            | 数量指标 | 编制专题报告 | 12份 | 12份 |
            | 时效指标 | 项目完成时间 | 2024年底前 | 2024年底前 |

            | | | | |
            |---|---|---|---|
            | | 办理审查时限 | 1个工作日 | 1个工作日 |
            """).Tables);
        Assert.Equal(["二级指标|三级指标|目标值|完成值", "数量指标|编制专题报告|12份|12份", "时效指标|项目完成时间|2024年底前|2024年底前", "|办理审查时限|1个工作日|1个工作日"],
            grid.ToRows().Select(static row => string.Join('|', row.Select(static cell => cell.Text))));
    }

    [Fact]
    public void The_rest_of_a_row_behind_a_page_is_joined_to_its_row()
    {
        var grid = Assert.Single(Reading.Of("""
            | 二级指标 | 三级指标 | 目标值 | 完成值 |
            |---|---|---|---|
            | 数量指标 | 编制专题报告 | 12份 | 12份 |
            | 时效指标 | 专利权质押登记办 | 1个工作日 | 1个工作日 |

            | | | | |
            |---|---|---|---|
            | | 理审查时限 | | |
            """).Tables);
        Assert.Equal("时效指标|专利权质押登记办理审查时限|1个工作日|1个工作日", string.Join('|', grid.ToRows()[^1].Select(static cell => cell.Text)));
    }
}

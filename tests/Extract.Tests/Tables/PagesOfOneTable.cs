using Extract.Tests.Tables.Broken;
using Extract.Text;

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

    [Fact]
    public void A_page_that_names_a_project_begins_another_form_and_goes_on_with_none()
    {
        string[][] Form(string name) => [["项目名称", name, "主管部门", "某局"], ["一级指标", "二级指标", "三级指标", "目标值"], ["产出", "数量", "编制报告", "12份"], ["效益", "社会效益", "群众满意", "90%"]];
        Assert.Equal(["道路养护", "校舍维修"], Tables(Form("道路养护"), Form("校舍维修")).Select(static table => table.ToRows()[0][1].Text));
        // A head that is printed again on each page names the project again, too.
        var rest = Form("道路养护");
        (rest[2], rest[3]) = (["产出", "质量", "验收合格率", "100%"], ["产出", "时效", "完成时间", "12月"]);
        Assert.Single(Tables(Form("道路养护"), rest));
    }

    /// <summary>The tables of pages that each hold one, its cells drawn.</summary>
    private static System.Collections.Immutable.ImmutableArray<Extract.Tables.Grid> Tables(params string[][][] pages) =>
        Extraction.Read(new Document("f.pdf", "", DocumentFormat.Pdf, [.. pages.Select(static (rows, i) => Page(i + 1, rows))], TextLayer.Full, [])).Tables;

    private static Sheet Page(int number, string[][] rows)
    {
        const double wide = 8, high = 2, em = 10;
        var (runs, rules) = (new List<Run>(), new List<Rule>());
        for (var r = 0; r < rows.Length; r++)
            for (var c = 0; c < rows[r].Length; c++)
            {
                var (x, y) = (4 + c * wide, 4 + r * high);
                var box = new Box(x + 0.5, y + 0.5, x + 0.5 + rows[r][c].Length, y + 1.5);
                runs.Add(new Run(rows[r][c], box, new PagePlace(number, box.Left * em, box.Top * em, box.Right * em, box.Bottom * em)));
                foreach (var at in (double[])[y, y + high]) rules.Add(new Rule(false, at, x, x + wide, RuleSource.Drawn));
                foreach (var at in (double[])[x, x + wide]) rules.Add(new Rule(true, at, y, y + high, RuleSource.Drawn));
            }
        return new Sheet(number, runs, rules) { EmPoints = em, Width = 8 + rows[0].Length * wide, Height = 8 + rows.Length * high };
    }
}

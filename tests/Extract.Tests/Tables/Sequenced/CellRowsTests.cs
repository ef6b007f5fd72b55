using Extract.Forms;
using Extract.Tables.Sequenced;

namespace Extract.Tests.Tables.Sequenced;

/// <summary>Rows of tables printed cell after cell: where lines end says which cells stand on one level.</summary>
public sealed class CellRowsTests
{
    private static readonly Field[] Scored = [Field.Level1, Field.Level2, Field.Level3, Field.Target, Field.Actual, Field.Weight, Field.Score, Field.Reason];

    [Fact]
    public void A_wrapped_name_takes_whole_lines_and_its_values_begin_one() =>
        Assert.Equal(
            [
                "产出指标|数量指标|养护农村公路里程|≥420公里|428公里|15|15|",
                "||处置水毁路段数量|≥20处|23处|10|10|",
                "|质量指标|优良率|≥85%|87.6%|10|10|",
            ],
            Rows(
                """
                产出指标 数量指标 养护农村公路
                里程
                ≥420 公里 428 公里 15 15
                处置水毁路段
                数量
                ≥20 处 23 处 10 10
                质量指标 优良率 ≥85% 87.6% 10 10
                """, Scored));

    [Fact]
    public void A_wrapped_reason_is_not_the_next_row_s_name() =>
        Assert.Equal(
            [
                "产出指标|时效指标|汛前检测完成率|≥95%|90%|10|9.47|两座桥因汛情推迟检测",
                "效益指标|社会效益指标|病害桥梁处置率|≥90%|92%|20|20|",
                "|可持续影响指标|长期监测机制|长期有效|长期有效|10|10|",
            ],
            Rows(
                """
                产出指标 时效指标 汛前检测完
                成率
                ≥95% 90% 10 9.47 两座桥因汛
                情推迟检测
                效益指标 社会效益指
                标
                病害桥梁处
                置率
                ≥90% 92% 20 20
                可持续影响
                指标
                长期监测机
                制
                长期有效 长期有效 10 10
                """, Scored));

    [Fact]
    public void A_row_that_a_page_cuts_goes_on_behind_it() =>
        Assert.Equal(
            [
                "产出指标|数量指标|培训人次|≥320人|356人|15|15|",
                "||现场技术指导的农村供水工程处数|≥40处|41处|15|15|",
                "|质量指标|参训人员考核合格率|≥95%|97%|10|10|",
            ],
            Rows(
                """
                产出指标 数量指标 培训人次 ≥320 人 356 人 15 15
                现场技术指 ≥40 处 41 处 15 15
                FF导的农村供
                水工程处数
                质量指标 参训人员考
                核合格率
                ≥95% 97% 10 10
                """.Replace("FF", "\f", StringComparison.Ordinal), Scored));

    [Fact]
    public void Points_stand_beside_each_level_s_name() =>
        Assert.Equal(
            ["投入|20|项目立项|12|立项规范性|6|程序完备的得满分。|6", "||||目标合理性|6|依据充分的得满分。|5", "过程|25|业务管理|25|制度健全性|25|制度健全的得满分。|25"],
            Rows(
                """
                投入 20 项目立项 12 立项规范性 6 程序完备的
                得满分。
                6
                目标合理性 6 依据充分的
                得满分。
                5
                过程 25 业务管理 25 制度健全性 25 制度健全的
                得满分。
                25
                """, [Field.Level1, Field.Weight, Field.Level2, Field.Weight, Field.Level3, Field.Weight, Field.Criterion, Field.Score]));

    [Fact]
    public void An_amount_too_wide_for_its_column_is_one_amount() =>
        Assert.Equal(
            ["年度资金总额|5200.00|5460.00|5350.80", "其他资金|200.00|460.00|350.80"],
            Rows(
                """
                年度资金总额 5200.00 5460.
                00
                5350.80
                其他资金 200.00 460.00 350.80
                """, [Field.Source, Field.Initial, Field.Adjusted, Field.Executed]));

    [Fact]
    public void Words_printed_twice_side_by_side_are_two_cells() =>
        Assert.Equal(
            ["效益|经济效益|不适用|不适用", "|社会效益|沿河环境|得到提升", "满意度|其他满意度|不适用|不适用"],
            Rows("效益 经济效益 不适用 不适用\n社会效益 沿河环境 得到提升\n满意度 其他满意度 不适用 不适用", [Field.Level1, Field.Level2, Field.Level3, Field.Target]));

    [Fact]
    public void Every_atom_is_in_one_cell()
    {
        const string text = "产出指标 数量指标 养护农村公路\n里程\n≥420 公里 428 公里 15 15\n质量指标 优良率 ≥85% 87.6% 10 10";
        var stream = SequencedText.Stream(text);
        var columns = SequencedText.Columns(Scored);
        var alignment = CellRows.Read(stream, 0, stream.Count, columns);
        Assert.NotNull(alignment);
        Assert.Equal(Enumerable.Range(0, stream.Count), alignment.Stretches.OrderBy(static s => s.From).SelectMany(static s => Enumerable.Range(s.From, s.To - s.From)));
    }

    [Fact]
    public void Running_text_makes_no_rows()
    {
        var stream = SequencedText.Stream("为加强农村公路养护，\n2023 年全县共投入资金。\n下一步将继续推进\n各项工作落实到位，\n确保道路\n安全畅通。");
        Assert.Null(CellRows.Read(stream, 0, stream.Count, SequencedText.Columns(Scored)));
    }

    private static string[] Rows(string text, Field[] fields)
    {
        var stream = SequencedText.Stream(text);
        var alignment = CellRows.Read(stream, 0, stream.Count, SequencedText.Columns(fields));
        Assert.NotNull(alignment);
        return SequencedText.Rows(stream, alignment, fields.Length);
    }
}

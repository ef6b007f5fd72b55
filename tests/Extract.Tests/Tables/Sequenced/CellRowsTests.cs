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
    public void A_unit_that_a_narrow_column_breaks_is_one_unit() =>
        Assert.Equal(
            ["产出指标|数量指标|接入查询平台的县级档案馆|≥|45|个|45个|10|10", "|时效指标|跨馆查档办理时限|≤|2|个工作日|2个工作日|10|10"],
            Rows(
                """
                产出指标
                数量指标
                接入查询平台
                的县级档案馆
                ≥ 45 个 45 个 10 10
                时效指标
                跨馆查档办理
                时限
                ≤ 2
                个工
                作日
                2 个工作日 10 10
                """, [Field.Level1, Field.Level2, Field.Level3, Field.Operator, Field.Target, Field.Unit, Field.Actual, Field.Weight, Field.Score]));

    private static readonly Field[] Measured = [Field.Level1, Field.Level2, Field.Level3, Field.Operator, Field.Target, Field.Unit, Field.Actual, Field.Weight, Field.Score];

    [Fact]
    public void Words_printed_twice_are_two_cells_however_their_lines_break() =>
        Assert.Equal(
            ["产出指标|质量指标|优良率|≥|85|%|87.6%|10|10", "效益指标|可持续影响指标|建立农村公路养护长效机制||长期有效||长期有效|15|15"],
            Rows(
                """
                产出指标 质量指标 优良率 ≥ 85 % 87.6% 10 10
                效益指标
                可持续影响指标
                建立农村公路养护长效
                机制
                长期有效
                长期有
                效
                15 15
                """, Measured));

    [Fact]
    public void A_date_behind_a_date_is_another_cell_however_their_lines_break() =>
        Assert.Equal(
            ["产出指标|数量指标|培训人次|≥150人次|162人次|10|10|", "|时效指标|完成时间|2018年12月底前|2018年10月底|10|10|"],
            Rows("产出指标 数量指标 培训人次 ≥150 人次 162 人次 10 10\n时效指标 完成时间\n2018 年 12\n月底前\n2018 年\n10 月底\n10 10", Scored));

    [Fact]
    public void A_unit_is_that_of_a_number() =>
        Assert.Equal(
            ["产出指标|时效指标|拨付平均时长|≤|30|日|26日|10|10", "效益指标|经济效益指标|月工资增长幅度|≥|5|%|5.8%|10|10", "|可持续影响指标|建立跟踪回访制度||已建立||已建立|10|10"],
            Rows(
                """
                产出指标 时效指标 拨付平均时长 ≤ 30 日 26 日 10 10
                效益指标 经济效益指标 月工资增长幅度 ≥ 5 % 5.8% 10 10
                可持续影响指标 建立跟踪回访制度 已建立 已建立 10 10
                """, Measured));

    [Fact]
    public void Grades_from_the_best_to_the_worst_are_one_value() =>
        Assert.Equal(
            ["产出指标|数量指标|培训人次|≥320|356", "效益指标|可持续影响指标|建立供水工程长效管护机制|优良中低差|优"],
            Rows(
                """
                产出指标 数量指标 培训人次 ≥320 356
                效益指标
                可持续影响指标
                建立供水工程长效管
                护机制
                优良中
                低差
                优
                """, [Field.Level1, Field.Level2, Field.Level3, Field.Target, Field.Actual]));

    [Fact]
    public void What_came_of_an_aim_is_told_in_its_words() =>
        Assert.Equal(
            ["项目完成指标|成本指标|改造总成本|≤|460|万元|452.8万元", "效益指标|社会效益指标|改善周边居民购物环境||有所改善||三个市场周边交通秩序明显改善"],
            Rows(
                """
                项目完成指标 成本指标 改造总成本 ≤ 460 万元 452.8 万元
                效益指标
                社会效益
                指标
                改善周边居民购物环境 有所改善
                三个市场周边交通秩序
                明显改善
                """, Measured[..7]));

    [Fact]
    public void A_bound_may_have_its_word_behind_the_number() =>
        Assert.Equal(
            ["产出|质量|水面清理达标率||达到95%以上|", "|成本|保洁服务总成本|不高于|86|万元", "效益|社会效益|沿河环境||得到提升|"],
            Rows("产出\n质量 水面清理达标率 达到 95%以上\n成本 保洁服务总成本 不高于 86 万元\n效益\n社会效益 沿河环境 得到提升", [Field.Level1, Field.Level2, Field.Level3, Field.Operator, Field.Target, Field.Unit]));

    [Fact]
    public void An_amount_broken_before_its_unit_is_one_amount() =>
        Assert.Equal(
            ["合计|320.00万|286.40万", "其中:财政拨款|300.00万|286.40万", "其它资金|10|0"],
            Rows("合计\n320.00\n万\n286.40 万\n其中：财政拨\n款\n300.00\n万\n286.40 万\n其它资金 10 0", [Field.Source, Field.Budget, Field.Executed]));

    [Fact]
    public void A_name_that_a_page_cuts_behind_的_goes_on_though_a_level_is_named_so() =>
        Assert.Equal("满意度指标|服务对象满意度指标|市场经营商户对改造工作的满意度|≥|90.00|%|93.50|10|10|",
            Rows(
                """
                产出指标
                数量指标
                改造农贸
                市场家数
                ≥ 16 家 17 10 10
                质量指标
                消防设施
                改造工程
                合格率
                ≥ 95.00 % 100.00 15 15
                满意度指标
                服务对象
                满意度指
                标
                市场经营
                商户对改
                造工作的
                ≥ 90.00 % 93.50 10 10
                """ + "\n\f满意度", [.. Measured, Field.Reason])[^1]);

    [Fact]
    public void Points_of_a_level_stand_at_the_middle_of_its_rows() =>
        Assert.Equal(
            ["投入|20|项目立项|12|立项规范性|6|程序完备的得满分。|6", "||||绩效目标合理性|6|目标与任务相符的得满分。|5", "||资金落实|8|资金到位率|8|全部到位的得满分。|8"],
            Rows(
                """
                投入 20
                项目立项 12
                立项规范性 6 程序完备的得满分。 6
                绩效目标合理性 6
                目标与任务相符的得
                满分。
                5
                资金落实 8 资金到位率 8 全部到位的得满分。 8
                """, [Field.Level1, Field.Weight, Field.Level2, Field.Weight, Field.Level3, Field.Weight, Field.Criterion, Field.Score]));

    [Fact]
    public void A_row_set_in_the_middle_is_set_at_the_top_where_a_page_cuts_it() =>
        Assert.Equal(
            [
                "产出指标|数量指标|农村公路日常养护里程|≥420公里|428公里|15|15|",
                "|质量指标|路面技术状况优良路率|≥85%|87.6%|10|10|",
                "效益指标|社会效益指标|保障沿线群众安全便捷出行程度|≥10%|8%|15|12|雨季边坡塌方增多",
            ],
            Rows(
                """
                产出指标
                数量指标
                农村公路日常
                养护里程
                ≥420 公里 428 公里 15 15
                质量指标
                路面技术状况
                优良路率
                ≥85% 87.6% 10 10
                效益指标 社会效益指标 保障沿线群众
                安全便捷出行
                ≥10% 8% 15 12 雨季边坡塌
                """ + "\n\f程度\n方增多", Scored));

    [Fact]
    public void A_dash_on_a_line_of_its_own_is_a_cell() =>
        Assert.Equal(
            ["A项目决策(15)|A1项目立项(5)|A11立项依据充分性|-|项目立项是否符合规划和部门职责。|充分|3|3", "||A12立项程序规范性|-|项目设立过程是否符合相关要求。|规范|2|2"],
            Rows(
                """
                A 项目决策
                (15)
                A1 项目立项
                (5)
                A11 立项依据
                充分性
                -
                项目立项是否符合
                规划和部门职责。
                充分 3 3
                A12 立项程序
                规范性
                -
                项目设立过程是否
                符合相关要求。
                规范 2 2
                """, [Field.Level1, Field.Level2, Field.Level3, Field.Level4, Field.Explanation, Field.Target, Field.Weight, Field.Score]));

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

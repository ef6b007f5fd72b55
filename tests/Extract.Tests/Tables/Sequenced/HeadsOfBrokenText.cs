using Extract.Forms;
using Extract.Tables.Sequenced;
using Extract.Tests.Tables.Broken;

namespace Extract.Tests.Tables.Sequenced;

/// <summary>Heads of tables and labels of forms in text that keeps no columns.</summary>
public sealed class HeadsOfBrokenText
{
    [Fact]
    public void A_second_row_of_heads_gives_each_level_a_column_of_points() =>
        Assert.Equal([Field.Level1, Field.Weight, Field.Level2, Field.Weight, Field.Level3, Field.Weight, Field.Explanation, Field.Score],
            Heads("一级指标 二级指标 三级指标 指标说明 自评得分\n名称 权重 名称 权重 名称 权重\n过程 20 资金管理 12 资金支出率 6 考察支出。 6"));

    [Fact]
    public void Points_beside_each_level_are_columns_of_their_own() =>
        Assert.Equal([Field.Level1, Field.Weight, Field.Level2, Field.Weight, Field.Level3, Field.Weight, Field.Criterion, Field.Score, Field.Reason],
            Heads("一级指标 分值 二级指标 分值 三级指标 分值 评价标准 得分 扣分说明\n投入 20 项目立项 12 立项规范性 6 完备。 6"));

    [Theory]
    [InlineData("未完成原因和\n改进措施", Field.Reason)]
    [InlineData("考核得分", Field.Score)]
    [InlineData("年度计划值", Field.Target)]
    public void A_local_word_heads_its_column(string word, object field) =>
        Assert.Contains((Field)field, Heads($"一级指标 二级指标 三级指标 {word}\n产出指标 数量指标 开设班次 24"));

    [Theory]
    [InlineData("部门（单位）名称 安麓省气象中心")]
    [InlineData("部门名\n称\n安麓省气象中心")]
    public void A_form_that_names_no_project_is_known_by_the_label_below_its_title(string label)
    {
        var form = Assert.Single(Reading.Of($"部门整体支出绩效目标表\n（2024 年度）\n{label}\n年度总体目标 保障观测站网稳定运行。\n年度绩效指标 一级指标 二级指标 三级指标 指标值\n产出指标 数量指标 观测站数量 ≥86 个\n质量指标 数据可用率 ≥98%").SelfEvaluations);
        Assert.Equal("安麓省气象中心", form.Department.Text);
        Assert.Equal("保障观测站网稳定运行。", form.YearGoal.Text);
        Assert.Equal(2, form.Indicators.Length);
    }

    [Fact]
    public void A_goal_of_one_line_ends_where_the_sentence_beside_it_begins()
    {
        var stream = SequencedText.Stream("疏浚渠道 58 公里，维修泵站 14 座。 疏浚渠道 60.5 公里，维修泵站 14 座，新增面积 2.75 万\n亩。");
        var second = GoalSplit.Find(stream, 0, stream.Count);
        Assert.Equal("疏浚渠道58公里,维修泵站14座。", stream.KeyOf(0, second).ToString());
    }

    private static Field[] Heads(string text)
    {
        var stream = SequencedText.Stream(text);
        return [.. HeaderReader.Read(stream, 0, stream.Count, HeaderWords.OfBrokenIndicators).Heads.Select(static head => head.Field)];
    }
}

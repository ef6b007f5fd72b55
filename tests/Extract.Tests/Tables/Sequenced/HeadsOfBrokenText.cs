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

    [Theory]
    [InlineData("对 12.6 公里河道开展常态化保洁，保持\n水面清洁。", "对12.6公里河道开展常态化保洁,保持水面清洁。")]
    [InlineData("对 12.6 公里河道开展常态化保洁\n河道保洁全面完成。", "对12.6公里河道开展常态化保洁")]
    [InlineData("对 12.6 公里河道开展常态化保洁\n已完成。", "对12.6公里河道开展常态化保洁")]
    public void One_sentence_over_filled_lines_is_a_goal_whose_completion_is_blank(string text, string goal)
    {
        var stream = SequencedText.Stream(text);
        Assert.Equal(goal, stream.KeyOf(0, GoalSplit.Find(stream, 0, stream.Count)).ToString());
    }

    [Theory]
    [InlineData("实施单 云岭县公路养护中心\n位\n", "联系电 5550188\n话")]
    [InlineData("实施单\n位\n云岭县公路养护中心\n", "联系电话 5550188")]
    public void A_label_is_whole_though_its_value_stands_before_its_rest(string unit, string phone)
    {
        var form = Assert.Single(Reading.Of($"项目支出绩效自评表\n（2023 年度）\n项目名称 农村公路养护\n主管部门 云岭县交通局 {unit}年度目标： 养护里程不少于 420 公里。\n绩效指标\n一级指标 二级指标 三级指标 指标值 完成值 权重 得分\n产出指标 数量指标 养护里程 ≥420 公里 428 公里 60 60\n质量指标 优良率 ≥85% 87.6% 40 40\n总分 100 100\n填报\n人\n柏望舒 {phone}").SelfEvaluations);
        Assert.Equal(("云岭县交通局", "云岭县公路养护中心", "柏望舒", "5550188"), (form.Department.Text, form.ImplementingUnit.Text, form.FilledBy.Text, form.Phone.Text));
    }

    [Fact]
    public void A_page_that_cuts_two_goals_holds_the_first_lines_of_both()
    {
        var stream = SequencedText.Stream("面向各县供水工程单位开展技术服 举办培训班四期，现场指导多处供水\n\f务，举办培训班不少于四期，全年\n推广水质监测技术。\n工程，全年任务完成。");
        var cut = GoalSplit.FindCut(stream, 0, stream.Count);
        Assert.NotNull(cut);
        var (done, page, rest) = cut.Value;
        Assert.Equal("面向各县供水工程单位开展技术服务,举办培训班不少于四期,全年推广水质监测技术。", string.Concat(stream.KeyOf(0, done), stream.KeyOf(page, rest)));
        Assert.Equal("举办培训班四期,现场指导多处供水工程,全年任务完成。", string.Concat(stream.KeyOf(done, page), stream.KeyOf(rest, stream.Count)));
    }

    [Fact]
    public void Labels_and_heads_broken_over_lines_of_their_own_open_and_end_a_form()
    {
        var form = Assert.Single(Reading.Of("部门预算项目绩效自评表\n（2023 年度）\n一、基本情况\n项目名\n称\n农村公路养护\n主管部\n门\n云岭县交通局\n年度目标： 养护里程不少于 420 公里。\n绩效\n指标\n一级指\n标\n二级指\n标\n三级指\n标\n指标值\n完成值\n权重 得分\n产出指\n标\n数量指\n标\n养护里程 ≥420 公里 428 公里 60 60\n质量指\n标\n优良率 ≥85% 87.6% 40 40\n总分 100 100\n项目负责\n人\n岑知远\n财务负责\n人\n杜临").SelfEvaluations);
        Assert.Equal(("农村公路养护", "云岭县交通局", "岑知远", "杜临"), (form.ProjectName.Text, form.Department.Text, form.ProjectLeader.Text, form.FinanceLeader.Text));
        Assert.Equal(["数量指标 养护里程 60", "质量指标 优良率 40"], form.Indicators.Select(static row => $"{row.Level2.Text} {row.Level3.Text} {row.Score.Text}"));
    }

    private static Field[] Heads(string text)
    {
        var stream = SequencedText.Stream(text);
        return [.. HeaderReader.Read(stream, 0, stream.Count, HeaderWords.OfBrokenIndicators).Heads.Select(static head => head.Field)];
    }
}

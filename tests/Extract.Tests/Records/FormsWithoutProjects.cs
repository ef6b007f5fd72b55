using Extract.Tests.Tables.Broken;

namespace Extract.Tests.Records;

/// <summary>Forms that name a body and no project, and neither weigh nor score.</summary>
public sealed class FormsWithoutProjects
{
    private const string Rows = """
        | 主管部门 | 寒溪省公路事务中心 | | | |
        | 一级指标 | 二级指标 | 三级指标 | 预期指标值 | 实际完成指标值 |
        | 产出指标 | 数量指标 | 养护普通公路里程 | ≥860公里 | 872公里 |
        | 产出指标 | 时效指标 | 年度养护任务按期完成率 | 100% | 96% |
        | 效益指标 | 社会效益指标 | 公路使用者满意度 | ≥90% | 93.5% |
        """;

    [Fact]
    public void A_table_under_the_title_of_a_self_evaluation_that_says_what_was_done_is_one()
    {
        var form = Assert.Single(Reading.Of("项目支出绩效自评表\n\n" + Rows).SelfEvaluations);

        Assert.Equal("寒溪省公路事务中心", form.Department.Text);
        Assert.Equal(["860 872公里", "100 96%", "90 93.5%"], form.Indicators.Select(static row => $"{row.Target.Text} {row.Actual.Text}"));
    }

    [Fact]
    public void A_table_of_indicators_under_another_title_is_none() =>
        Assert.Empty(Reading.Of("公路养护任务一览表\n\n" + Rows.Replace("主管部门", "制表单位", StringComparison.Ordinal)).SelfEvaluations);
}

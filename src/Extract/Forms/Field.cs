namespace Extract.Forms;

/// <summary>What a label or a column of a form means.</summary>
public enum Field
{
    /// <summary>A label printed beside a block, which names it and holds no value.</summary>
    Stub,

    /// <summary>项目名称.</summary>
    ProjectName,

    /// <summary>项目代码, 项目编码.</summary>
    ProjectCode,

    /// <summary>主管部门.</summary>
    Department,

    /// <summary>实施单位, 预算单位.</summary>
    ImplementingUnit,

    /// <summary>A label whose value no record needs (项目级次, 项目类别).</summary>
    Other,

    /// <summary>评价年度, 预算年度.</summary>
    FiscalYear,

    /// <summary>金额单位.</summary>
    AmountUnit,

    /// <summary>年度目标.</summary>
    YearGoal,

    /// <summary>年度目标完成情况.</summary>
    GoalCompletion,

    /// <summary>总体完成率.</summary>
    GoalRate,

    /// <summary>项目实施内容及过程概述.</summary>
    Overview,

    /// <summary>The name of a source of money: 总额, 财政资金.</summary>
    Source,

    /// <summary>年初预算.</summary>
    Initial,

    /// <summary>全年预算数, 调整后预算数.</summary>
    Adjusted,

    /// <summary>What was added to the opening budget during the year, or taken from it: 年中追加（减）.</summary>
    Adjustment,

    /// <summary>预算数 that says no more.</summary>
    Budget,

    /// <summary>到位数.</summary>
    Received,

    /// <summary>执行数.</summary>
    Executed,

    /// <summary>执行率.</summary>
    Rate,

    /// <summary>一级指标.</summary>
    Level1,

    /// <summary>二级指标.</summary>
    Level2,

    /// <summary>三级指标.</summary>
    Level3,

    /// <summary>四级指标.</summary>
    Level4,

    /// <summary>指标解释, 指标说明.</summary>
    Explanation,

    /// <summary>指标公式.</summary>
    Formula,

    /// <summary>评分标准, 评价标准.</summary>
    Criterion,

    /// <summary>指标性质, 符号.</summary>
    Operator,

    /// <summary>指标值, 目标值.</summary>
    Target,

    /// <summary>度量单位.</summary>
    Unit,

    /// <summary>完成值.</summary>
    Actual,

    /// <summary>单项指标完成情况: 完成 or 未完成.</summary>
    Completed,

    /// <summary>指标完成率.</summary>
    CompletionRate,

    /// <summary>权重, 分值.</summary>
    Weight,

    /// <summary>得分.</summary>
    Score,

    /// <summary>未完成原因分析.</summary>
    Reason,

    /// <summary>佐证材料 and other columns no record needs.</summary>
    Evidence,

    /// <summary>合计, 总分.</summary>
    Total,

    /// <summary>评价结论.</summary>
    Conclusion,

    /// <summary>存在问题.</summary>
    Problems,

    /// <summary>改进措施.</summary>
    Improvements,

    /// <summary>存在问题原因及整改措施 under one label.</summary>
    ProblemsAndImprovements,

    /// <summary>项目负责人.</summary>
    ProjectLeader,

    /// <summary>财务负责人.</summary>
    FinanceLeader,

    /// <summary>填报人.</summary>
    FilledBy,

    /// <summary>联系电话.</summary>
    Phone,

    /// <summary>填报日期.</summary>
    Date,

    /// <summary>说明: the form's printed rules.</summary>
    Rules,

    /// <summary>序号: the number of a row.</summary>
    Ordinal,
}

using System.Collections.Frozen;

namespace Extract.Forms;

/// <summary>The words printed above the columns of indicator and budget tables, as keys.</summary>
internal static class HeaderWords
{
    private static readonly (Field Field, string[] Names)[] Indicators =
    [
        (Field.Level1, ["一级指标", "一级指标名称", "一级"]),
        (Field.Level2, ["二级指标", "二级指标名称", "二级"]),
        (Field.Level3, ["三级指标", "三级指标名称", "三级", "指标名称", "指标内容", "绩效指标名称"]),
        (Field.Level4, ["四级指标", "四级指标名称"]),
        (Field.Explanation, ["指标说明", "指标解释", "指标内容说明"]),
        (Field.Formula, ["指标公式", "计算公式", "计算方法"]),
        (Field.Criterion, ["评分标准", "评价标准", "评分规则"]),
        (Field.Operator, ["指标性质", "符号", "指标符号", "运算符号", "计算符号"]),
        (Field.Target, ["指标值", "目标值", "值", "年度指标值", "预期指标值", "预期指标值(包含数字及文字描述)", "年度目标值", "绩效目标值", "计划指标值",
            "评价年度预期值", "预期值", "年初目标值", "年初指标值", "预期目标值", "指标目标值", "计划值"]),
        (Field.Unit, ["度量单位", "计量单位", "单位(文字描述)", "指标单位", "单位"]),
        (Field.Actual, ["完成值", "实际完成值", "全年完成值", "全年实际值", "实际值", "单项指标实际完成值", "实际完成指标值", "实际完成指标值(包含数字及文字描述)",
            "评价年度实现值", "实现值", "年度完成值", "全年实际完成值", "指标完成值", "实际完成情况", "完成情况"]),
        (Field.Completed, ["单项指标完成情况", "指标完成情况", "是否完成"]),
        (Field.CompletionRate, ["指标完成率", "完成率", "完成率(%)", "指标完成(%)", "完成比例", "指标完成率(%)"]),
        (Field.Weight, ["权重", "分值", "指标分值", "权重分", "指标权重", "标准分", "分值权重", "权重(%)", "分值(权重)", "权重分值", "分值(分)"]),
        (Field.Score, ["得分", "自评得分", "评价得分", "自评分", "指标得分", "评分", "得分(分)"]),
        (Field.Reason, ["未完成原因分析", "未达标原因分析", "偏差原因分析及改进措施", "偏差原因分析", "原因分析", "未完成原因及改进措施", "未完成原因", "备注",
            "未完成原因分析及改进措施", "偏差原因及改进措施", "未达标原因及改进措施", "偏差原因"]),
        (Field.Evidence, ["参考佐证材料", "佐证材料", "参考佐证材料(说明:本栏为参考佐证材料,部门提供材料能证明对应指标即可,无关不用提供。)"]),
    ];

    private static readonly (Field Field, string[] Names)[] Funds =
    [
        (Field.Source, ["年度预算数(万元)", "年度预算数(元)", "年度预算数", "资金来源", "项目资金(万元)", "年度资金(万元)", "资金名称"]),
        (Field.Initial, ["年初预算", "年初预算数", "年初预算数(万元)", "年初预算(万元)"]),
        (Field.Adjusted, ["调整后预算数", "调整后预算", "全年预算数", "全年预算", "调整预算数", "全年预算数(A)", "全年预算数(万元)", "调整后预算数(万元)"]),
        (Field.Budget, ["预算数", "预算金额", "预算数(万元)", "预算安排数"]),
        (Field.Received, ["到位数", "资金到位数", "实际到位", "实际到位数", "到位资金"]),
        (Field.Executed, ["预算执行数", "执行数", "全年执行数", "实际执行数", "全年执行数(B)", "实际支出数", "支出数", "执行数(万元)", "全年执行数(万元)"]),
        (Field.Rate, ["预算执行率", "执行率", "预算执行率(%)", "执行率(%)", "执行率(B/A)", "预算执行进度(%)", "预算执行进度", "资金执行率"]),
        (Field.Weight, ["权重", "分值", "标准分"]),
        (Field.Score, ["得分", "自评得分"]),
        (Field.Reason, ["原因", "未完成原因", "偏差原因", "备注", "原因说明"]),
    ];

    /// <summary>Words that head several columns: their members stand in their place.</summary>
    public static readonly FrozenSet<string> Groups = new[] { "预期指标值", "评价指标", "绩效指标", "年度指标值" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The members of a group head, in the group's place when they are printed below it.</summary>
    public static readonly FrozenSet<Field> GroupMembers = new[] { Field.Operator, Field.Target, Field.Unit }.ToFrozenSet();

    /// <summary>The words of indicator tables.</summary>
    public static readonly FrozenDictionary<string, Field> OfIndicators = Index(Indicators);

    /// <summary>The words of budget tables.</summary>
    public static readonly FrozenDictionary<string, Field> OfFunds = Index(Funds);

    /// <summary>The longest word, in characters.</summary>
    public const int Longest = 48;

    private static FrozenDictionary<string, Field> Index((Field Field, string[] Names)[] table)
    {
        var words = new Dictionary<string, Field>(StringComparer.Ordinal);
        foreach (var (field, names) in table)
            foreach (var name in names) words.TryAdd(name, field);
        return words.ToFrozenDictionary(StringComparer.Ordinal);
    }
}

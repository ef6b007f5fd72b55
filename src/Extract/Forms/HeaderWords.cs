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
        (Field.Adjustment, ["年中调整", "年中调整数", "年中追加", "年中追加数", "年中追加(减)", "年中追加(调减)", "预算追加数", "追加预算数", "追加(减)预算数", "预算调整数(+/-)", "调增(减)数", "年中调整(+/-)", "本年追加", "年中增减", "年中追减", "调整(追加)数"]),
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

    // Words that local forms print above the names of their indicators.
    private static readonly FrozenDictionary<string, Field> LevelWords = Index(
    [
        (Field.Level1, ["指标类别", "指标维度", "绩效类别", "评价维度", "评价类别", "考核类别", "指标大类"]),
        (Field.Level2, ["指标类型", "指标分类", "指标小类", "评价内容", "绩效内容", "考核内容", "考核项目", "评价项目"]),
        (Field.Level3, ["具体指标", "考核指标", "指标", "明细指标", "绩效指标名称", "评价指标名称", "考核要点", "指标名称及内容"]),
    ]);

    // Words of local forms as a reader of broken text knows them: it has no cells to ask the last words of.
    private static readonly (Field Field, string[] Starts, string[] Ends)[] Composed =
    [
        (Field.Target, ["年度", "年初", "全年", "预期", "计划", "绩效", "评价", "考核", "指标"], ["指标值", "目标值", "计划值", "预期值", "标准值"]),
        (Field.Actual, ["实际", "年度", "全年", "指标", "年末", "评价"], ["完成值", "完成数", "完成情况", "达成值", "实际值", "实现值", "实际完成值", "完成指标值"]),
        (Field.Weight, ["", "指标", "标准", "评价"], ["满分", "满分值", "标准分值", "权数"]),
        (Field.Score, ["考核", "评价", "自评", "指标", "实际", "综合", "评定"], ["得分", "评分", "分数", "得分值"]),
        (Field.Reason, ["未完成", "未达标", "未达成", "偏差", "扣分", "差异"], ["原因", "原因分析", "原因说明", "情况说明", "说明"]),
        (Field.Reason, ["考核", "评分", "得分", "评价", "自评", "完成情况", "其他"], ["说明"]),
        (Field.Criterion, ["评分", "计分", "评价", "扣分", "赋分", "考核", "自评"], ["标准", "细则", "办法", "方法", "规则", "要点"]),
        (Field.Explanation, ["指标"], ["内涵", "释义", "含义", "定义"]),
        (Field.Evidence, ["证明", "依据", "佐证", "支撑"], ["材料"]),
        (Field.Evidence, ["资料", "数据"], ["来源"]),
        (Field.Completed, ["完成", "达成"], ["与否"]),
        (Field.Ordinal, [""], ["序号", "编号"]),
    ];

    private static readonly string[] Measures = ["改进措施", "整改措施", "改进建议", "改进意见", "改进情况"];

    /// <summary>The words of indicator tables, those of local forms among them, for reading heads piece by piece.</summary>
    public static readonly FrozenDictionary<string, Field> OfBrokenIndicators = Compose();

    private static FrozenDictionary<string, Field> Compose()
    {
        var words = OfIndicators.ToDictionary(StringComparer.Ordinal);
        foreach (var (word, field) in LevelWords)
            if (word.Length > 3) words.TryAdd(word, field);
        foreach (var (field, starts, ends) in Composed)
            foreach (var start in starts)
                foreach (var end in ends) words.TryAdd(start + end, field);
        foreach (var (word, field) in words.ToArray())
            if (field == Field.Reason && word.Contains("原因", StringComparison.Ordinal) && !word.EndsWith("措施", StringComparison.Ordinal))
                foreach (var joined in Measures)
                    foreach (var and in (ReadOnlySpan<char>)['及', '和', '与', '、']) words.TryAdd(word + and + joined, field);
        return words.ToFrozenDictionary(StringComparer.Ordinal);
    }

    // Heads of levels that name indicators wherever they stand.
    private static readonly string[] NamesOfLevels = ["一级指标", "三级指标", .. LevelWords.Keys.Where(static word => word.Length > 3 && word.Contains("指标", StringComparison.Ordinal))];

    /// <summary>True for a line that names the levels of indicators.</summary>
    public static bool NamesIndicators(string key) => Array.Exists(NamesOfLevels, word => key.Contains(word, StringComparison.Ordinal));

    /// <summary>The words that begin the head of an indicator table.</summary>
    public static readonly string[] LevelHeads = ["一级指标", "二级指标", "三级指标", .. LevelWords.Keys.Where(static word => word.Length > 3).Order(StringComparer.Ordinal)];

    private static readonly (Field Field, string Start)[] LevelStarts = [(Field.Level1, "一级指标"), (Field.Level2, "二级指标"), (Field.Level3, "三级指标"), (Field.Level4, "四级指标")];

    // Asked in this order: 评分标准 before 评分, 完成率 before 完成.
    private static readonly (Field Field, string[] Ends)[] IndicatorEnds =
    [
        (Field.Criterion, ["评分标准", "评价标准", "评分细则", "计分标准", "评分办法", "评分方法", "计分方法", "评分规则", "评价要点", "评分要点", "扣分标准", "赋分标准"]),
        (Field.Explanation, ["指标解释", "指标说明", "指标内涵", "指标释义", "指标含义", "指标定义"]),
        (Field.Formula, ["计算公式", "指标公式", "计算方法", "计算方式"]),
        (Field.Evidence, ["佐证材料", "证明材料", "依据材料", "资料来源", "数据来源", "评分依据", "得分依据", "评价依据", "自评依据"]),
        (Field.Reason, ["原因分析", "改进措施", "扣分原因", "扣分说明", "原因", "偏差说明", "得分说明", "评分说明", "情况说明", "说明", "备注"]),
        (Field.Completed, ["是否完成", "完成与否", "是否达成"]),
        (Field.CompletionRate, ["完成率", "完成比例", "完成程度"]),
        (Field.Actual, ["完成值", "实际值", "实现值", "完成情况", "完成数", "实际完成", "实际完成指标值", "达成值", "实际完成指标"]),
        (Field.Target, ["指标值", "目标值", "预期值", "计划值", "标准值"]),
        (Field.Weight, ["分值", "权重", "满分", "标准分", "权数", "满分值", "权重分"]),
        (Field.Score, ["得分", "评分", "自评分", "自评分数", "打分", "评分值", "得分值", "评定分"]),
        (Field.Unit, ["计量单位", "度量单位"]),
    ];

    private static readonly (Field Field, string[] Ends)[] FundEnds =
    [
        (Field.Rate, ["执行率", "执行进度", "支出率", "支付率", "完成率"]),
        (Field.Initial, ["年初预算", "年初预算数", "年初预算金额"]),
        (Field.Adjusted, ["全年预算", "全年预算数", "调整后预算", "调整后预算数", "调整预算数"]),
        (Field.Received, ["到位数", "到位资金", "到位金额", "实际到位"]),
        (Field.Executed, ["执行数", "支出数", "执行金额", "支出金额", "实际支出", "实际执行"]),
        (Field.Budget, ["预算数", "预算金额", "预算安排"]),
        (Field.Weight, ["分值", "权重", "满分"]),
        (Field.Score, ["得分"]),
    ];

    /// <summary>
    /// The column that a head of a table with cells of its own stands for: by its word, by its word without brackets behind it (权重（100分）), by its last
    /// words (二级指标自评得分); null for none.
    /// </summary>
    /// <param name="key">The head as compared; a group's word before it is taken off.</param>
    /// <param name="ofFunds">True for budget tables, false for indicator tables.</param>
    public static Field? Of(string key, bool ofFunds)
    {
        var words = ofFunds ? OfFunds : OfIndicators;
        if (key.Length is 0 or > Longest) return null;
        if (words.TryGetValue(key, out var field) || !ofFunds && LevelWords.TryGetValue(key, out field)) return field;
        foreach (var group in Groups)
            if (!ofFunds && key.Length > group.Length && key.StartsWith(group, StringComparison.Ordinal) && words.TryGetValue(key[group.Length..], out field)) return field;
        var bare = WithoutBrackets(key);
        if (bare.Length < key.Length && words.TryGetValue(bare, out field)) return field;
        if (bare.Length is 0 or > 16) return null;
        if (!ofFunds)
            foreach (var (level, start) in LevelStarts)
                if (bare.StartsWith(start, StringComparison.Ordinal)) return Ended(bare, start.Length) ?? (bare.Length <= 8 ? level : null);
        foreach (var (named, ends) in ofFunds ? FundEnds : IndicatorEnds)
            foreach (var end in ends)
                if (bare.EndsWith(end, StringComparison.Ordinal)) return named;
        return null;
    }

    /// <summary>一级指标分值 and 三级指标得分 are no levels but their points.</summary>
    private static Field? Ended(string key, int from) => key[from..] switch
    {
        "分值" or "权重" or "满分" => Field.Weight,
        "得分" or "评分" => Field.Score,
        "解释" or "说明" => Field.Explanation,
        _ => null,
    };

    private static string WithoutBrackets(string key)
    {
        while (key.Length > 2 && key[^1] == ')' && key.LastIndexOf('(') is > 0 and var open) key = key[..open];
        return key;
    }

    private static FrozenDictionary<string, Field> Index((Field Field, string[] Names)[] table)
    {
        var words = new Dictionary<string, Field>(StringComparer.Ordinal);
        foreach (var (field, names) in table)
            foreach (var name in names) words.TryAdd(name, field);
        return words.ToFrozenDictionary(StringComparer.Ordinal);
    }
}

namespace Extract.Forms;

/// <summary>A label of a self-evaluation form: what it means, where it stands in the order of the form, and the names it is printed under.</summary>
/// <param name="Field">What it means.</param>
/// <param name="Rank">Its place in the order in which forms print their parts; equal ranks may stand in any order.</param>
/// <param name="Names">Its printed names as keys (no white space, ASCII punctuation); one that ends in * may be followed by a bracket.</param>
internal sealed record Label(Field Field, int Rank, params string[] Names);

/// <summary>The labels of the self-evaluation forms known: 财预〔2020〕10号's form and its provincial descendants.</summary>
internal static class Labels
{
    /// <summary>Goals, overview and budget: forms print them in different orders.</summary>
    public const int MiddleRank = 20;

    /// <summary>The indicators come after them.</summary>
    public const int IndicatorsRank = 50;

    public static readonly Label[] All =
    [
        new(Field.Stub, 0, "一、基本情况", "一、项目基本情况"),
        new(Field.ProjectName, 1, "项目名称", "项目(政策)名称", "政策和项目名称", "专项名称", "项目支出名称"),
        new(Field.ProjectCode, 2, "项目代码", "项目编码", "项目编号"),
        new(Field.Other, 3, "项目级次", "项目类别", "项目属性", "项目类型", "资金性质"),
        new(Field.Department, 3, "主管部门", "主管部门及代码", "项目主管部门", "主管预算部门", "预算部门", "主管单位"),
        new(Field.ImplementingUnit, 3, "实施单位*", "项目实施单位*", "项目单位*", "预算单位*", "实施主管单位", "资金使用单位*", "填报单位*", "填报单位名称", "项目承担单位*"),
        new(Field.AmountUnit, 4, "金额单位"),
        new(Field.FiscalYear, 4, "评价年度", "预算年度", "年度"),
        new(Field.Other, 4, "评价金额", "联系邮箱", "实施文件依据", "所属“财政事权”", "财政事权名称"),
        new(Field.Stub, MiddleRank, "项目基本情况"),
        new(Field.Stub, MiddleRank, "1.项目年度目标完成情况", "三、目标完成情况", "二、目标完成情况", "年度总体目标", "年度目标完成情况", "年度总体目标完成情况", "项目年度目标完成情况", "总体目标", "年度绩效目标"),
        new(Field.Overview, MiddleRank, "2.项目实施内容及过程概述", "项目实施内容及过程概述", "项目概述", "项目实施情况"),
        new(Field.Stub, MiddleRank, "预算执行情况*", "二、预算执行情况*", "三、预算执行情况*", "项目资金*", "资金情况*", "预算执行情况", "项目资金(万元)", "年度预算申请*", "部门预算情况*", "部门资金情况*", "年度主要任务*", "年度重点工作任务*"),
        new(Field.Stub, 49, "绩效指标*", "四、年度绩效指标完成情况", "绩效指标完成情况*", "三、绩效指标*", "四、绩效指标*", "年度绩效指标完成情况", "年度绩效指标"),
        new(Field.Total, 60, "合计*", "总分*", "总计*", "自评总分", "自评得分合计", "得分合计", "总得分", "合计得分", "评价总分"),
        new(Field.Conclusion, 70, "评价结论", "自评结论", "五、评价结论"),
        new(Field.ProblemsAndImprovements, 71, "五、存在问题原因及整改措施", "存在问题原因及整改措施", "存在问题及改进措施", "存在问题与改进措施", "存在的问题及改进措施"),
        new(Field.Problems, 72, "存在问题", "存在的问题", "主要问题"),
        new(Field.Improvements, 73, "改进措施", "整改措施", "下一步改进措施", "改进建议"),
        new(Field.ProjectLeader, 80, "项目负责人"),
        new(Field.FinanceLeader, 81, "财务负责人"),
        new(Field.FilledBy, 82, "填报人", "填表人", "填报人姓名", "填表人姓名", "联系人"),
        new(Field.Phone, 83, "联系电话", "联系方式", "电话"),
        new(Field.Date, 84, "填报日期", "填表日期", "填报时间", "日期"),
        new(Field.Rules, 90, "说明", "填表说明", "填报说明", "注"),
    ];

    /// <summary>Labels that are known only where the file keeps its cells apart: in running text their words mean too much else.</summary>
    public static readonly Label[] OfCells =
    [
        new(Field.Department, 3, "一级预算单位", "一级预算部门", "预算主管部门", "主管部门名称", "部门名称", "部门(单位)名称", "单位(部门)名称", "预算部门名称", "省级预算部门名称", "市级预算部门名称",
            "县级预算部门名称", "区级预算部门名称", "预算部门(单位)名称", "部门(单位)", "被评价部门", "项目主管单位", "主管部门(单位)", "部门(单位)全称"),
        new(Field.ImplementingUnit, 3, "申请单位", "申报单位", "项目申请单位", "项目申报单位", "具体实施单位", "项目执行单位", "自评单位", "评价单位", "单位名称", "预算单位名称", "项目实施主体", "项目使用单位", "用款单位", "编制单位"),
        new(Field.FiscalYear, 4, "预算年份", "项目年度", "所属年度", "自评年度", "考核年度"),
        new(Field.Other, 4, "实施期限", "项目期限", "项目期", "项目起止时间", "起止时间", "是否新增项目", "分配方式", "政策依据", "测算依据", "立项依据", "项目立项依据", "项目状态", "项目性质", "资金用途",
            "长期目标", "中期目标", "实施期目标", "实施期总目标", "部门职能", "部门职能概述", "单位职能概述", "部门概况", "主要职责", "项目负责人及电话", "项目负责人及联系电话", "立项必要性", "项目实施进度计划"),
        new(Field.Stub, MiddleRank, "预算安排情况*", "资金到位情况*", "资金执行情况*"),
        new(Field.Overview, MiddleRank, "项目概况", "项目主要内容", "项目内容", "项目实施内容"),
        new(Field.Total, 60, "得分总计", "总计得分", "自评总得分", "综合得分", "总评分", "总分值"),
        new(Field.Conclusion, 70, "评价等级", "自评等级", "绩效等级", "评价结果", "自评结果"),
        new(Field.Problems, 72, "存在问题及原因", "存在的问题及原因", "存在的主要问题", "问题及原因分析", "存在问题及原因分析"),
        new(Field.Improvements, 73, "改进措施及建议", "下一步工作措施", "改进意见", "整改措施及建议", "有关建议", "下一步改进工作的意见及建议"),
        new(Field.Other, 75, "审核意见", "主管部门审核意见", "财政部门审核意见", "主管部门意见", "其他需要说明的问题", "其他说明的问题", "其他说明", "单位负责人", "部门负责人", "主管部门负责人", "填表单位", "审核人", "复核人"),
    ];

    /// <summary>The label a key names, colon and bracket behind it aside; null where it names none.</summary>
    public static Label? Of(string key)
    {
        var name = key.TrimEnd(':');
        if (ByName.TryGetValue(name, out var label)) return label;
        var open = name.IndexOf('(', StringComparison.Ordinal);
        return open > 1 && name[^1] == ')' && ByName.TryGetValue(name[..open], out label) ? label : null;
    }

    /// <summary>The label whose name a key is but for a first or last character lost in printing (目名称); null where it is none.</summary>
    public static Label? Misprinted(string key)
    {
        if (key.Length < 3) return null;
        foreach (var (name, label) in ByName)
            if (name.Length == key.Length + 1 && label.Rank is > 0 and < MiddleRank && (name.EndsWith(key, StringComparison.Ordinal) || name.StartsWith(key, StringComparison.Ordinal))) return label;
        return null;
    }

    /// <summary>The left head of the goal block.</summary>
    public static readonly string[] GoalHeads =
        ["项目年度目标", "年度预期目标", "年度目标", "预期目标", "年初设定目标", "预期总体目标", "年度总体目标", "年初绩效目标", "年初设定绩效目标"];

    /// <summary>The right head of the goal block.</summary>
    public static readonly string[] CompletionHeads =
        ["年度目标完成情况", "具体完成情况", "实际完成目标", "实际完成情况", "全年实际完成情况", "目标实际完成情况", "年度总体目标完成情况", "目标完成情况", "完成情况", "是否如期实现预期总体目标"];

    /// <summary>The third head of the goal block, where there is one.</summary>
    public static readonly string[] GoalRateHeads = ["总体完成率(%)", "总体完成率", "完成率(%)"];

    private static readonly string[] GoalHeadsOfCells = [.. GoalHeads, "年度绩效目标", "本年度目标", "本年度绩效目标", "当年绩效目标", "项目年度绩效目标", "年度整体绩效目标", "整体绩效目标", "年初预期目标", "年度工作目标"];

    private static readonly string[] CompletionHeadsOfCells = [.. CompletionHeads, "年度绩效目标完成情况", "绩效目标完成情况", "年度目标实际完成情况", "全年完成情况", "实际完成", "目标实现情况", "总体目标完成情况"];

    /// <summary>What the label of a goal in a cell of its own means: the goal, its completion, its rate; null for none of them.</summary>
    public static Field? GoalOf(string key)
    {
        var name = key.TrimEnd(':');
        var open = name.IndexOf('(', StringComparison.Ordinal);
        if (open > 1 && name[^1] == ')' && Array.IndexOf(GoalRateHeads, name) < 0) name = name[..open];
        return Array.IndexOf(GoalHeadsOfCells, name) >= 0 ? Field.YearGoal
            : Array.IndexOf(CompletionHeadsOfCells, name) >= 0 ? Field.GoalCompletion
            : Array.IndexOf(GoalRateHeads, name) >= 0 ? Field.GoalRate : null;
    }

    /// <summary>True for the head of goals of more than the year: 中期目标（2022年—2024年）.</summary>
    public static bool IsGoalBeyondYear(string key) =>
        key.Length < 30 && (key.StartsWith("中期目标", StringComparison.Ordinal) || key.StartsWith("长期目标", StringComparison.Ordinal) || key.StartsWith("实施期目标", StringComparison.Ordinal) || key.StartsWith("实施期总目标", StringComparison.Ordinal) || key.StartsWith("中长期目标", StringComparison.Ordinal));

    private static readonly Dictionary<string, Label> ByName = Index();

    private static Dictionary<string, Label> Index()
    {
        var index = new Dictionary<string, Label>(StringComparer.Ordinal);
        foreach (var label in All.Concat(OfCells))
            foreach (var name in label.Names) index.TryAdd(name.TrimEnd('*'), label);
        return index;
    }
}

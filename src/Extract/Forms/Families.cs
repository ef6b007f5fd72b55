using System.Collections.Frozen;
using Extract.Text;

namespace Extract.Forms;

/// <summary>What a self-evaluation form shows of itself, and by which its family is told.</summary>
internal sealed class FormSigns
{
    /// <summary>The columns its indicator table heads.</summary>
    public HashSet<Field> Indicators { get; } = [];

    /// <summary>The columns its budget table heads, and the measures its labels name.</summary>
    public HashSet<Field> Funds { get; } = [];

    /// <summary>The labels it prints.</summary>
    public HashSet<Field> Labels { get; } = [];

    /// <summary>True where operator, value and unit stand below one head (预期指标值: 符号, 值, 单位).</summary>
    public bool HasTargetGroup { get; set; }

    /// <summary>True where the names of levels print their points, or columns beside them do.</summary>
    public bool HasLevelPoints { get; set; }

    /// <summary>True where the form is a whole body's: its sources are 基本支出 and 项目支出, it lists the year's tasks, or its title says so.</summary>
    public bool IsOfDepartment { get; set; }

    /// <summary>True where the title names goals and no evaluation of them.</summary>
    public bool IsTitledGoals { get; set; }

    /// <summary>Takes what a title says.</summary>
    public void Read(string title)
    {
        var key = Characters.Key(title);
        IsOfDepartment |= key.Contains("整体支出", StringComparison.Ordinal) || key.Contains("部门整体", StringComparison.Ordinal);
        IsTitledGoals |= (key.Contains("目标", StringComparison.Ordinal) || key.Contains("申报表", StringComparison.Ordinal))
            && !key.Contains("自评", StringComparison.Ordinal) && !key.Contains("评价", StringComparison.Ordinal) && !key.Contains("完成", StringComparison.Ordinal);
    }
}

/// <summary>A family of forms as data: the columns and labels that tell it from the others.</summary>
/// <param name="Id">Its name in records; never changed, never reused.</param>
/// <param name="With">Columns its indicator table has, all of them.</param>
/// <param name="Without">Columns its indicator table has not.</param>
internal sealed record Family(string Id, Field[] With, Field[] Without)
{
    /// <summary>Further signs, each sufficient; none asks for nothing.</summary>
    public Func<FormSigns, bool>[] Any { get; init; } = [];

    /// <summary>True where the signs are this family's.</summary>
    public bool Fits(FormSigns signs) =>
        Array.TrueForAll(With, signs.Indicators.Contains) && !Array.Exists(Without, signs.Indicators.Contains) && (Any.Length == 0 || Array.Exists(Any, any => any(signs)));
}

/// <summary>
/// The families of self-evaluation forms, the most particular first. The central form is that of 财预〔2020〕10号; the others are provincial
/// forms, forms of goals alone (财预〔2015〕88号), and scoring tables. What fits none is read by its header words all the same.
/// </summary>
internal static class Families
{
    /// <summary>The name of what fits none.</summary>
    public const string Unknown = "unknown";

    private static readonly Field[] Results = [Field.Actual, Field.Score, Field.Completed, Field.CompletionRate];

    /// <summary>The families in the order in which they are asked.</summary>
    public static readonly Family[] All =
    [
        // 绩效目标申报表: targets without results, of a project or a body.
        new("department-goals", [Field.Target], Results) { Any = [static signs => signs.IsOfDepartment] },
        new("goal-declaration", [Field.Target], Results) { Any = [static signs => signs.IsTitledGoals, static signs => !signs.Funds.Contains(Field.Executed)] },
        // 部门整体支出绩效自评表.
        new("department-self-evaluation", [Field.Score], []) { Any = [static signs => signs.IsOfDepartment] },
        new("department-self-evaluation", [Field.Target, Field.Actual], []) { Any = [static signs => signs.IsOfDepartment] },
        // 指标评分表: four levels, or each indicator explained, with its formula and criterion.
        new("scoring-table", [Field.Level4], []),
        new("scoring-table", [Field.Criterion, Field.Score], [Field.Actual]) { Any = [static signs => !signs.HasLevelPoints] },
        new("scoring-table", [Field.Explanation, Field.Score], [Field.Actual]) { Any = [static signs => !signs.HasLevelPoints] },
        // 评分表 whose maxima stand in the names of the levels, or beside them.
        new("score-sheet", [Field.Score], []) { Any = [static signs => signs.HasLevelPoints && !signs.Indicators.Contains(Field.Target)] },
        // Sichuan 2023: operator, value and unit in columns of their own, an overview beside the goals.
        new("project-self-evaluation-2023", [Field.Target, Field.Actual], [Field.Completed]) { Any = [static signs => signs.Labels.Contains(Field.Overview)] },
        new("project-self-evaluation-2023", [Field.Operator, Field.Target, Field.Unit, Field.Actual, Field.Score], [Field.Completed]) { Any = [static signs => !signs.HasTargetGroup] },
        // Hebei: 预期指标值 as 符号, 值 and 单位, and whether each indicator was completed.
        new("budget-project-self-evaluation", [Field.Target, Field.Actual, Field.Completed], []),
        new("budget-project-self-evaluation", [Field.Target, Field.Actual, Field.Score], []) { Any = [static signs => signs.HasTargetGroup] },
        // Guangdong: a report's tables, with the completion of each indicator.
        new("self-evaluation-report", [Field.Target, Field.Actual, Field.CompletionRate], []),
        // Mianyang 2018: expected and actual values, no points.
        new("goal-completion-2018", [Field.Target, Field.Actual], [Field.Weight, Field.Score]),
        // 财预〔2020〕10号 and its descendants.
        new("self-evaluation", [Field.Target, Field.Actual, Field.Weight, Field.Score], []),
        new("self-evaluation", [Field.Level3, Field.Target, Field.Actual, Field.Score], []),
    ];

    /// <summary>The ids, <see cref="Unknown"/> included.</summary>
    public static readonly FrozenSet<string> Ids = All.Select(static family => family.Id).Append(Unknown).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The family of what shows these signs.</summary>
    public static string Of(FormSigns signs) => Array.Find(All, family => family.Fits(signs))?.Id ?? Unknown;
}

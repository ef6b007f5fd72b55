namespace Extract.Forms.Statutory;

/// <summary>The columns of statutory forms under one name each, however a province words them.</summary>
public static class ColumnNames
{
    /// <summary>合计, 小计 of the row.</summary>
    public const string Total = "合计";

    /// <summary>基本支出.</summary>
    public const string Basic = "基本支出";

    /// <summary>项目支出.</summary>
    public const string Project = "项目支出";

    /// <summary>人员经费.</summary>
    public const string Staff = "人员经费";

    /// <summary>公用经费.</summary>
    public const string Public = "公用经费";

    /// <summary>一般公共预算财政拨款.</summary>
    public const string General = "一般公共预算财政拨款";

    /// <summary>政府性基金预算财政拨款.</summary>
    public const string Fund = "政府性基金预算财政拨款";

    /// <summary>国有资本经营预算财政拨款.</summary>
    public const string Capital = "国有资本经营预算财政拨款";

    /// <summary>财政拨款收入.</summary>
    public const string GrantIncome = "财政拨款收入";

    /// <summary>年初结转和结余.</summary>
    public const string Opening = "年初结转和结余";

    /// <summary>本年收入.</summary>
    public const string Income = "本年收入";

    /// <summary>年末结转和结余.</summary>
    public const string Closing = "年末结转和结余";

    /// <summary>因公出国（境）费.</summary>
    public const string Travel = "因公出国（境）费";

    /// <summary>公务用车购置及运行维护费.</summary>
    public const string Vehicles = "公务用车购置及运行维护费";

    /// <summary>公务用车购置费.</summary>
    public const string Purchase = "公务用车购置费";

    /// <summary>公务用车运行维护费.</summary>
    public const string Running = "公务用车运行维护费";

    /// <summary>公务接待费.</summary>
    public const string Reception = "公务接待费";

    /// <summary>预算数.</summary>
    public const string Budget = "预算数";

    /// <summary>决算数.</summary>
    public const string Final = "决算数";

    /// <summary>“三公”经费小计 where conferences and training stand beside.</summary>
    public const string ThreePublic = "“三公”经费";

    private static readonly (string Word, string Name)[] Words =
    [
        ("年初", Opening), ("上年结转", Opening), ("年末", Closing), ("结转下年", Closing),
        ("上级补助", "上级补助收入"), ("附属单位上缴", "附属单位上缴收入"), ("上缴上级", "上缴上级支出"), ("附属单位补助", "对附属单位补助支出"), ("附属单位补贴", "对附属单位补助支出"),
        ("教育收费", "教育收费"), ("经营收入", "经营收入"), ("事业收入", "事业收入"), ("财政拨款收入", GrantIncome), ("其他收入", "其他收入"),
        ("人员经费", Staff), ("公用经费", Public), ("基本支出", Basic), ("项目支出", Project), ("经营支出", "经营支出"), ("机动经费", "单位预留机动经费"),
        ("一般公共预算", General), ("公共财政预算", General), ("政府性基金", Fund), ("国有资本经营", Capital), ("本年收入", Income),
    ];

    private static readonly (string Word, string Name)[] Expenses =
    [
        ("因公出国", Travel), ("出国", Travel), ("公务接待", Reception), ("会议费", "会议费"), ("培训费", "培训费"), ("机关运行经费", "机关运行经费"),
        ("购置及运行", Vehicles), ("购置和运行", Vehicles), ("购置与运行", Vehicles), ("购置", Purchase), ("运行", Running), ("公务用车", Vehicles),
    ];

    /// <summary>The name of a column with these headers, outermost first.</summary>
    /// <param name="form">Its form.</param>
    /// <param name="path">Header keys from the top down, notes in brackets left out.</param>
    public static string Of(Form form, IReadOnlyList<string> path)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(path);
        if (path.Count == 0) return "";
        var leaf = path[^1];
        if (form.Kind == FormKind.ThreePublic) return Expense(path);
        if (leaf is not ("合计" or "小计" or "总计" or "计"))
            return leaf.EndsWith("合计", StringComparison.Ordinal) && form.Kind is FormKind.Income or FormKind.Expenditure ? Total : Known(leaf) ?? leaf;
        // 小计 below 基本支出 is 基本支出; below a heading over all columns it is the row's total.
        return path.Count > 1 && Known(path[^2]) is { } group && form.Parts.Contains(group) ? group : Total;
    }

    /// <summary>预算数 or 决算数, where the headers say which; else empty.</summary>
    /// <param name="path">Header keys.</param>
    public static string MeasureOf(IReadOnlyList<string> path)
    {
        ArgumentNullException.ThrowIfNull(path);
        for (var i = path.Count - 1; i >= 0; i--)
        {
            if (path[i].Contains("决算", StringComparison.Ordinal) || path[i].Contains("执行数", StringComparison.Ordinal)) return Final;
            if (path[i].Contains("预算数", StringComparison.Ordinal)) return Budget;
        }
        return "";
    }

    private static string Expense(IReadOnlyList<string> path)
    {
        for (var i = path.Count - 1; i >= 0; i--)
        {
            foreach (var (word, name) in Expenses)
                if (path[i].Contains(word, StringComparison.Ordinal)) return name;
            if (i > 0 && path[i] is "小计" && path[i - 1].Contains("三公", StringComparison.Ordinal)) return ThreePublic;
        }
        return Total;
    }

    private static string? Known(string header)
    {
        foreach (var (word, name) in Words)
            if (header.Contains(word, StringComparison.Ordinal)) return name;
        return null;
    }
}

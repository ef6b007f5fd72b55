using System.Collections.Frozen;

namespace Extract.Forms;

/// <summary>The names of a project's sources of money, and the measures that stand in their place in forms of label and value.</summary>
internal static class FundSources
{
    private static readonly string[] Names =
    [
        "总额", "资金总额", "年度资金总额", "合计", "财政资金", "财政拨款", "当年财政拨款", "当年财政拨款资金", "上年结转资金", "上年结转", "财政专户管理资金", "单位资金", "其他资金", "其它资金", "其他", "其它",
        "中央财政资金", "中央补助", "中央财政补助资金", "省级财政资金", "省级资金", "市级财政资金", "县级财政资金", "区级财政资金", "本级财政资金", "地方财政资金", "地方资金",
        "一般公共预算资金", "一般公共预算", "政府性基金预算资金", "政府性基金", "国有资本经营预算", "事业收入", "经营收入", "自有资金", "社会资金", "上级补助", "专户资金", "省本级", "转移支付至市县",
        "上级资金", "本级资金", "结转资金", "社会投入资金", "银行贷款", "债券资金", "单位自筹资金", "自筹资金",
    ];

    // Known only as labels in cells: elsewhere these words name other things.
    private static readonly string[] NamesOfCells =
    [
        "中期资金总额", "实施期资金总额", "项目总金额", "本年度项目金额", "项目资金总额", "本年资金总额", "当年资金总额", "年度资金", "一般公共预算拨款", "一般公共预算财政拨款", "政府性基金拨款", "政府性基金预算拨款", "国有资本经营预算拨款",
        "纳入专户管理的非税收入拨款", "财政专户管理的教育收费", "财政专户拨款", "非税收入拨款", "事业收入资金", "基本支出", "项目支出", "人员经费", "公用经费", "本年财政拨款", "财政拨款资金", "社会资本", "中央资金", "市级资金", "县级资金",
        "区级资金", "上级财政资金", "其他收入", "单位自有资金", "上级补助收入", "本年一般公共预算拨款", "年末结转资金",
    ];

    private static readonly FrozenSet<string> OfCells = Names.Except(["总额", "合计", "其他", "其它", "经营收入", "省本级"]).Concat(NamesOfCells).ToFrozenSet(StringComparer.Ordinal);

    // Sources of several years together: no part of the year's total, and not the total either.
    private static readonly string[] BeyondYear = ["中期", "实施期", "长期", "项目总金额", "项目总投资"];

    /// <summary>True for the money of more than the year.</summary>
    public static bool IsBeyondYear(string key) => Array.Exists(BeyondYear, word => key.StartsWith(word, StringComparison.Ordinal));

    /// <summary>
    /// A source that labels an amount: the name of a source, with or without 其中, a bracket and a colon behind (本年度项目金额（万元）：), and where in the key the amount
    /// starts that is printed behind it in the same cell (其中：财政拨款：100); its length where none is. Null for what names no source.
    /// </summary>
    public static (string Name, int Amount)? LabelOf(string key)
    {
        var end = key.Length;
        while (end > 0 && (char.IsAsciiDigit(key[end - 1]) || key[end - 1] is '.' or ',')) end--;
        var amount = end < key.Length && end > 0 && key[end - 1] == ':' ? end : key.Length;
        if (end < key.Length && amount == key.Length) return null;
        var name = Strip(key.AsSpan(0, amount)).ToString();
        if (name.Length > 2 && name[^1] == ')' && name.IndexOf('(', StringComparison.Ordinal) is > 0 and var open) name = name[..open];
        return OfCells.Contains(name) ? (name, amount) : null;
    }

    /// <summary>The names as keys.</summary>
    public static readonly FrozenSet<string> All = Names.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The names as they may be printed, for completing one that a line or page cuts.</summary>
    public static readonly string[] Printed = [.. Names.Where(static name => name.Length > 2), .. Names.Select(static name => "其中:" + name)];

    /// <summary>The same with the names that are known in cells only.</summary>
    public static readonly string[] PrintedInCells = [.. Printed, .. NamesOfCells, .. NamesOfCells.Select(static name => "其中:" + name)];

    /// <summary>The longest name with 其中: before it and a colon behind.</summary>
    public const int Longest = 16;

    /// <summary>A printed source as a key: without 其中：, a dash or colon around it.</summary>
    public static string Strip(string key) => Strip(key.AsSpan()).ToString();

    private static ReadOnlySpan<char> Strip(ReadOnlySpan<char> key)
    {
        var start = key.StartsWith("其中") ? 2 : 0;
        while (start < key.Length && key[start] is ':' or '-' or '、' or ',' or '—') start++;
        var end = key.Length;
        while (end > start && key[end - 1] is ':' or '-') end--;
        return key[start..end];
    }

    /// <summary>True for text that starts with the name of a source, or with its first characters.</summary>
    public static bool StartsWithSource(ReadOnlySpan<char> key)
    {
        var names = All.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var length = 3; length <= Math.Min(10, key.Length); length++)
            if (names.Contains(key[..length])) return true;
        if (key.Length < 3) return false;
        foreach (var name in Printed)
            if (name.AsSpan().StartsWith(key[..Math.Min(4, key.Length)])) return true;
        return false;
    }

    /// <summary>True for the name of a source in a cell of its own.</summary>
    public static bool IsSourceInCell(string key) => OfCells.Contains(Strip(key)) || All.Contains(Strip(key));

    /// <summary>True for the name of a source.</summary>
    public static bool IsSource(ReadOnlySpan<char> key) => All.GetAlternateLookup<ReadOnlySpan<char>>().Contains(Strip(key));

    /// <summary>The measure a label of a label-and-value form stands for: 预算数 → Budget, 到位数 → Received, 执行数 → Executed.</summary>
    public static Field? MeasureOf(ReadOnlySpan<char> key) => Strip(key) switch
    {
        "预算数" or "预算金额" or "年初预算数" or "全年预算数" => Field.Budget,
        "到位数" or "到位资金" or "资金到位数" => Field.Received,
        "执行数" or "支出数" or "全年执行数" or "实际执行数" => Field.Executed,
        _ => null,
    };

    /// <summary>The measure of a row whose label stands before pairs of source and amount: 预算计划安排, 实际分配下达, 实际支出金额.</summary>
    public static Field? RowMeasureOf(ReadOnlySpan<char> key) => Strip(key) switch
    {
        "预算计划安排" or "预算安排" or "计划安排" => Field.Budget,
        "实际分配下达" or "实际下达" or "资金下达" or "实际到位" => Field.Received,
        "实际支出金额" or "实际支出" or "资金支出" => Field.Executed,
        _ => null,
    };
}

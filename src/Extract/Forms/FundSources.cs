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

    /// <summary>The names as keys.</summary>
    public static readonly FrozenSet<string> All = Names.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The names as they may be printed, for completing one that a line or page cuts.</summary>
    public static readonly string[] Printed = [.. Names.Where(static name => name.Length > 2), .. Names.Select(static name => "其中:" + name)];

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

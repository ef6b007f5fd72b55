using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;

namespace Extract.Checks;

/// <summary>A likely cause: a key of <see cref="Causes"/> and what its sentence is filled with.</summary>
internal sealed record Cause(string Key, ImmutableArray<string> Arguments)
{
    public static readonly Cause None = new("", []);

    public bool IsNone => Key.Length == 0;
}

/// <summary>
/// The sentences of likely causes, as data. A cause explains a finding and never changes a value. {0}, {1} … are the arguments of the
/// finding: figures as printed, never words of one language.
/// </summary>
public static class Causes
{
    private static readonly (string Key, string Chinese, string English)[] All =
    [
        ("unit_slip", "可能是单位错位：{0} 按 {1} 倍计后相符", "likely a slip of unit: it holds with {0} taken times {1}"),
        ("ratio_as_percent", "可能把比值直接印成了百分数：{0} 应为 {1}", "likely a ratio printed as a percentage: {0} for {1}"),
        ("transposed_digits", "可能是相邻数字颠倒：{0} 应为 {1}", "likely two neighbouring digits transposed: {0} for {1}"),
        ("misprinted_digit", "只差一位数字，可能是笔误：{0} 与 {1}", "one digit differs, likely a misprint: {0} and {1}"),
        ("missing_item", "差额正好等于未列入合计的 {0}", "the gap equals {0}, which is not among the parts"),
        ("double_count", "可能重复计算了 {0}", "{0} is likely counted twice"),
        ("sign", "可能是正负号错误：{0}", "likely a wrong sign: {0}"),
        ("wrong_denominator", "可能用错了分母：以 {0} 为分母则相符", "likely another denominator: it holds with {0}"),
        ("other_print", "以另处所印的 {0} 计则相符，此处印作 {1}", "it holds with {0}, which is printed elsewhere for {1}"),
        ("budget_final_swapped", "可能预算数与决算数互换：{0} 是预算数，决算数为 {1}", "budget and final are likely swapped: {0} is the budget, the final amount is {1}"),
        ("copied_sentence", "可能照抄了另一处的句子：{0}", "likely copied from another sentence: {0}"),
        ("taken_from_form", "与另一张表的数相同，可能取自该表：{0}（{1}）", "the same as another form's figure and likely taken from it: {0} ({1})"),
        ("parent_in_child", "下级印成了上级的合计：{0}", "a part prints the whole's total: {0}"),
        ("column_shifted", "“{0}”一列整体错开一行后多数关系成立", "most identities hold with the column “{0}” moved by one row"),
        ("columns_exchanged", "“{0}”与“{1}”两列互换后多数关系成立", "most identities hold with the columns “{0}” and “{1}” exchanged"),
        ("truncated", "末位截断而未四舍五入", "the last digit was cut, not rounded"),
        ("plugged", "为使占比合计等于 100% 而调整了末位", "the last digit was set so that the shares add to 100 %"),
        ("capped", "超过 100% 时按 100% 填列", "above 100 % and printed as 100 %"),
        ("half_points", "得分按 0.5 分取整", "the score is rounded to half points"),
        ("last_digit", "同一数只差末位一个单位", "the same figure, one unit apart in the last place"),
        ("suspicious_rounding", "差额在可能的舍入范围内，但超出通常的 {0}", "within what rounding can explain, but beyond its usual {0}"),
        ("strict_limit", "指标值为“{0}”，完成值恰好等于界限 {1}", "the target is “{0}” and the actual value equals its limit {1}"),
        ("zero_base", "上年数为零，增长率没有意义", "the prior value is zero; a growth rate has no meaning"),
        ("ambiguous", "有 {0} 种同样可能的解释", "{0} explanations are equally likely"),
    ];

    private static readonly FrozenDictionary<string, (string Chinese, string English)> Sentences =
        All.ToFrozenDictionary(static cause => cause.Key, static cause => (cause.Chinese, cause.English), StringComparer.Ordinal);

    /// <summary>Every key, in the order of the catalogue of causes.</summary>
    public static ImmutableArray<string> Keys { get; } = [.. All.Select(static cause => cause.Key)];

    /// <summary>The sentence of a cause with its arguments filled in; empty for an empty or unknown key.</summary>
    /// <param name="key">A key of <see cref="Keys"/>.</param>
    /// <param name="arguments">The finding's arguments.</param>
    /// <param name="english">True for English, false for Chinese.</param>
    public static string Say(string key, ImmutableArray<string> arguments, bool english)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (!Sentences.TryGetValue(key, out var sentence)) return "";
        var template = english ? sentence.English : sentence.Chinese;
        var filled = new object[Math.Max(3, arguments.IsDefault ? 0 : arguments.Length)];
        Array.Fill(filled, "");
        for (var i = 0; !arguments.IsDefault && i < arguments.Length; i++) filled[i] = arguments[i];
        return string.Format(CultureInfo.InvariantCulture, template, filled);
    }
}

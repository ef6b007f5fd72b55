using System.Buffers;
using System.Collections.Frozen;

namespace Extract.Forms;

/// <summary>
/// The names of first- and second-level indicators: the framework of 财预〔2020〕10号 and 财预〔2021〕101号, its older and local wordings.
/// </summary>
internal static class Levels
{
    private static readonly string[] First =
    [
        "产出指标", "效益指标", "满意度指标", "成本指标", "项目完成指标", "完成指标", "产出", "效益", "满意度", "过程", "投入", "决策", "预算执行率", "预算执行",
        "过程指标", "投入指标", "决策指标", "管理指标", "绩效指标", "效果指标", "影响力指标", "项目产出", "项目效益", "项目决策", "项目管理", "项目过程",
        "项目效果", "效果", "预算执行率指标", "项目投入", "履职效能", "管理效率", "社会效应", "可持续性", "运行成本", "……", "…", "...",
    ];

    private static readonly (string Name, string Parent)[] Second =
    [
        ("数量指标", "产出"), ("质量指标", "产出"), ("时效指标", "产出"), ("成本指标", "产出"), ("产出数量", "产出"), ("产出质量", "产出"), ("产出时效", "产出"), ("产出成本", "产出"),
        ("数量", "产出"), ("质量", "产出"), ("时效", "产出"), ("成本", "产出"), ("数量目标", "产出"), ("质量目标", "产出"), ("时效目标", "产出"),
        ("经济效益指标", "效益"), ("社会效益指标", "效益"), ("生态效益指标", "效益"), ("可持续影响指标", "效益"), ("经济效益", "效益"), ("社会效益", "效益"),
        ("生态效益", "效益"), ("可持续影响", "效益"), ("环境效益指标", "效益"), ("可持续发展指标", "效益"), ("社会影响指标", "效益"), ("可持续性影响指标", "效益"),
        ("可持续性指标", "效益"), ("综合效益", "效益"), ("综合效益指标", "效益"), ("行政效能指标", "效益"),
        ("满意度指标", "满意度"), ("服务对象满意度指标", "满意度"), ("服务对象满意度", "满意度"), ("受益对象满意度", "满意度"), ("社会公众满意度", "满意度"), ("受益对象满意度指标", "满意度"),
        ("社会公众满意度指标", "满意度"), ("帮扶对象满意度指标", "满意度"), ("群众满意度指标", "满意度"), ("公众满意度指标", "满意度"), ("职工满意度指标", "满意度"),
        ("经济成本指标", "成本"), ("社会成本指标", "成本"), ("生态环境成本指标", "成本"), ("经济成本", "成本"), ("社会成本", "成本"), ("生态环境成本", "成本"), ("生态成本指标", "成本"),
        ("预算执行率", "预算执行"), ("预算执行", "预算执行"), ("资金管理", "过程"), ("事项管理", "过程"), ("业务管理", "过程"), ("财务管理", "过程"), ("组织实施", "过程"), ("项目管理", "过程"),
        ("项目立项", "决策"), ("绩效目标", "决策"), ("资金投入", "决策"), ("资金落实", "投入"), ("预算管理", "过程"), ("其他满意度", "满意度"), ("其他满意度指标", "满意度"), ("……", ""), ("…", ""), ("...", ""),
    ];

    /// <summary>Names of the first level.</summary>
    public static readonly FrozenSet<string> FirstNames = First.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Names of the second level.</summary>
    public static readonly FrozenSet<string> SecondNames = Second.Select(static pair => pair.Name).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Parents = Second.DistinctBy(static pair => pair.Name).ToFrozenDictionary(static pair => pair.Name, static pair => pair.Parent, StringComparer.Ordinal);

    /// <summary>The word that names the first level a second-level name belongs to (产出, 效益, 满意度 …); empty where it is not known.</summary>
    public static string ParentOf(string second) => Parents.GetValueOrDefault(WithoutPoints(second), "");

    /// <summary>First-level names that may be cut by a line or a page.</summary>
    public static readonly string[] LongFirst = [.. First.Where(static name => name.Length > 3)];

    /// <summary>Second-level names that may be cut by a line or a page.</summary>
    public static readonly string[] LongSecond = [.. Second.Select(static pair => pair.Name).Where(static name => name.Length > 3)];

    /// <summary>All of them.</summary>
    public static readonly string[] AllNames = [.. LongFirst.Concat(LongSecond).Distinct()];

    private static readonly SearchValues<char> PointMarks = SearchValues.Create("0123456789.分%");

    /// <summary>The longest name, in characters.</summary>
    public const int Longest = 14;

    /// <summary>A name without the points in brackets behind it: 产出指标(50分), A政策制定(15).</summary>
    public static string WithoutPoints(string key) => WithoutPoints(key.AsSpan()) is { } bare && bare.Length < key.Length ? bare.ToString() : key;

    /// <inheritdoc cref="WithoutPoints(string)"/>
    public static ReadOnlySpan<char> WithoutPoints(ReadOnlySpan<char> key)
    {
        if (key.Length < 3 || key[^1] != ')') return key;
        var open = key.LastIndexOf('(');
        return open > 0 && key[(open + 1)..^1].IndexOfAnyExcept(PointMarks) < 0 ? key[..open] : key;
    }

    /// <summary>The points in brackets behind a name (相关性(5分) has 5), as printed; empty where it has none.</summary>
    public static string PointsIn(string key)
    {
        var bare = WithoutPoints(key.AsSpan()).Length;
        if (bare == key.Length) return "";
        var points = key.AsSpan(bare + 1, key.Length - bare - 2).TrimEnd('分');
        return points.IndexOfAnyExceptInRange('0', '9') is var at && (at < 0 || at > 0 && points[at] == '.') ? points.ToString() : "";
    }

    /// <summary>True for the name of a row that has a weight and a score and nothing between: 预算执行率.</summary>
    public static bool IsBare(ReadOnlySpan<char> key) => key is "预算执行率" or "预算执行率指标" or "预算执行";

    /// <summary>True for the first-level names of the framework itself.</summary>
    public static bool IsUsualFirst(ReadOnlySpan<char> key) =>
        key is "产出指标" or "效益指标" or "满意度指标" or "成本指标" or "项目完成指标" or "产出" or "效益" or "效果" or "满意度" or "过程" or "投入" or "决策" or "预算执行率" or "……" or "…" or "...";

    /// <summary>True for a name of either level.</summary>
    public static bool IsName(ReadOnlySpan<char> key) =>
        FirstNames.GetAlternateLookup<ReadOnlySpan<char>>().Contains(key) || SecondNames.GetAlternateLookup<ReadOnlySpan<char>>().Contains(key);

    /// <summary>True for text that goes on behind a level's name that ends in 指标.</summary>
    public static bool OpensWithName(ReadOnlySpan<char> key)
    {
        var at = key.IndexOf("指标");
        return at is > 1 and < 10 && key.Length > at + 2 && IsName(key[..(at + 2)]);
    }

    /// <summary>True for a name of either level, or the first characters of one.</summary>
    public static bool IsStartOfName(ReadOnlySpan<char> key)
    {
        if (key.Length < 2) return false;
        foreach (var name in AllNames)
            if (name.AsSpan().StartsWith(key)) return true;
        return false;
    }

    /// <summary>True for a name written with its place in a coded scheme: A, B2, C11, C221 before the name.</summary>
    public static bool IsCoded(ReadOnlySpan<char> key) => CodeLength(key) > 0;

    /// <summary>The code before a name (C221 of “C221新增…”): one capital and up to four digits; empty if there is none.</summary>
    public static string CodeOf(string key) => key[..CodeLength(key)];

    private static int CodeLength(ReadOnlySpan<char> key)
    {
        if (key.Length < 2 || key[0] is < 'A' or > 'H') return 0;
        var digits = 1;
        while (digits < key.Length && digits < 5 && char.IsAsciiDigit(key[digits])) digits++;
        return digits < key.Length && Text.Characters.IsWide(key[digits]) || digits > 1 && digits < key.Length && char.IsAsciiLetterUpper(key[digits]) ? digits : 0;
    }
}

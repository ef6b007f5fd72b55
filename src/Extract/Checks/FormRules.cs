using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Extract.Text;

namespace Extract.Checks;

/// <summary>
/// The scoring rules a form prints about itself (说明). Limits and factors are read from the sentences; where a form prints none,
/// nothing here replaces the general rule.
/// </summary>
/// <param name="FullFrom">The execution rate from which the execution line scores in full (0.95), or null.</param>
/// <param name="FullPoints">The points it then scores.</param>
/// <param name="RateFactor">The points for a rate of 1 below it, or null.</param>
/// <param name="UnfinishedBelowWeight">未完成 requires a score below the weight.</param>
/// <param name="FinishedWhenReached">完成 may be said only where the target is reached.</param>
/// <param name="ReducedFromExcess">The excess over the target (0.3) from which the score must be reduced, or null.</param>
/// <param name="LevelPoints">The points of first-level indicators: 产出指标 50.</param>
internal sealed partial record FormRules(
    decimal? FullFrom, decimal? FullPoints, decimal? RateFactor, bool UnfinishedBelowWeight, bool FinishedWhenReached, decimal? ReducedFromExcess,
    ImmutableArray<(string Level, decimal Points, Printed Rule)> LevelPoints)
{
    /// <summary>The rule that scores the execution line, as printed.</summary>
    public Printed ExecutionRule { get; init; } = Printed.Blank;

    /// <summary>The rule that asks for a reduction, as printed.</summary>
    public Printed ExcessRule { get; init; } = Printed.Blank;

    /// <summary>The rule by which an indicator that was missed scores its share of the target, as printed; blank where the form has none.</summary>
    public Printed ShareRule { get; init; } = Printed.Blank;

    /// <summary>The rule on 完成 and 未完成, as printed.</summary>
    public Printed FinishedRule { get; init; } = Printed.Blank;

    /// <summary>Reads the printed rules.</summary>
    public static FormRules Read(ImmutableArray<Printed> rules)
    {
        var read = new FormRules(null, null, null, false, false, null, []);
        if (rules.IsDefault) return read;
        foreach (var rule in rules)
        {
            var key = Characters.Key(rule.Text);
            read = Execution(read, rule, key);
            if (key.Contains("未完成", StringComparison.Ordinal) && BelowWeight().IsMatch(key)) read = read with { UnfinishedBelowWeight = true };
            if (Share().IsMatch(key) && !key.Contains("执行进度", StringComparison.Ordinal)) read = read with { ShareRule = rule };
            if (Reached().IsMatch(key)) read = read with { FinishedWhenReached = true, FinishedRule = rule };
            if (Excess().Match(key) is { Success: true } excess && key.Contains("调减", StringComparison.Ordinal))
                read = read with { ReducedFromExcess = Number(excess.Groups[1].Value) / 100, ExcessRule = rule };
            if (read.LevelPoints.IsEmpty && key.Contains("一级指标", StringComparison.Ordinal))
                read = read with { LevelPoints = [.. Levels().Matches(key).Select(match => (match.Groups[1].Value, Number(match.Groups[2].Value), rule))] };
        }
        return read;
    }

    private static FormRules Execution(FormRules read, Printed rule, string key)
    {
        if (!key.Contains("得分", StringComparison.Ordinal)) return read;
        if (Full().Match(key) is { Success: true } full)
            read = read with { FullFrom = Number(full.Groups[1].Value) / 100, FullPoints = Number(full.Groups[2].Value), ExecutionRule = rule };
        if (Proportional().Match(key) is { Success: true } proportional)
            read = read with { RateFactor = Number(proportional.Groups[1].Value), ExecutionRule = rule };
        return read;
    }

    private static decimal Number(string text) => decimal.Parse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);

    // 当“预算执行进度≥95%”时，…得分…为10分
    [GeneratedRegex(@"执行(?:进度|率)[^。;]{0,4}?(?:≥|>=|不低于|大于等于|大于或等于|达到)(\d{1,3}(?:\.\d+)?)%[^。;]{0,40}?得分[^。;\d]{0,10}?(\d{1,3}(?:\.\d+)?)分", RegexOptions.CultureInvariant)]
    private static partial Regex Full();

    // 得分=预算执行进度*10
    [GeneratedRegex(@"得分=[^。;=]{0,8}执行(?:进度|率)[””""]?[*×xX](\d{1,3}(?:\.\d+)?)", RegexOptions.CultureInvariant)]
    private static partial Regex Proportional();

    [GeneratedRegex(@"得分(?:应|须|必须|要)?(?:小于|低于|少于)[^。;]{0,6}(?:分值|权重)", RegexOptions.CultureInvariant)]
    private static partial Regex BelowWeight();

    // 未完成指标值的，按B/A（正向）或A/B（反向）*该指标分值记分; 按完成值与指标值的比例计分
    [GeneratedRegex(@"(?:未完成|未达到|未达标|未达)[^。;]{0,20}?按(?:照)?[^。;]{0,14}?(?:[AB]/[AB]|比例|实际完成值/[^。;]{0,8}值)[^。;]{0,24}?(?:记分|计分|得分|分值|评分)", RegexOptions.CultureInvariant)]
    private static partial Regex Share();

    [GeneratedRegex(@"实际完成值达到[^。;]{0,20}才能填[“”""]?完成", RegexOptions.CultureInvariant)]
    private static partial Regex Reached();

    [GeneratedRegex(@"偏离度?(?:达到|超过|大于|≥|在)*(\d{1,3}(?:\.\d+)?)%", RegexOptions.CultureInvariant)]
    private static partial Regex Excess();

    [GeneratedRegex(@"([一-龥]{2,8}(?:指标|执行率))(\d{1,3}(?:\.\d+)?)分", RegexOptions.CultureInvariant)]
    private static partial Regex Levels();
}

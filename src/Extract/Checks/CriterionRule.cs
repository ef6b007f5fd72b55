using System.Globalization;
using System.Text.RegularExpressions;
using Extract.Text;

namespace Extract.Checks;

/// <summary>
/// A criterion (评分标准) that says how an indicator's score falls where its target is missed: by its share of the target, or by so much for each
/// so many points below a limit.
/// </summary>
/// <param name="ByShare">The score is the weight times the share reached.</param>
/// <param name="Limit">What scores in full, where the criterion names it; else the target does.</param>
/// <param name="Step">For each so many points missed.</param>
/// <param name="Cut">So much is cut off: a share of the weight, or points.</param>
/// <param name="CutIsShare">True where the cut is a share of the weight.</param>
internal sealed partial record CriterionRule(bool ByShare, decimal? Limit, decimal Step, decimal Cut, bool CutIsShare)
{
    /// <summary>Reads a criterion; null where it says neither.</summary>
    public static CriterionRule? Read(string criterion)
    {
        var key = Characters.Key(criterion);
        if (key.Length is 0 or > 300) return null;
        var limit = Full().Match(key) is { Success: true } full ? Number(full.Groups[1].Value) : (decimal?)null;
        if (Falling().Match(key) is { Success: true } falling)
        {
            var step = falling.Groups[1].Length > 0 ? Number(falling.Groups[1].Value) : 1;
            var share = falling.Groups[3].Value.StartsWith('%');
            return step <= 0 ? null : new CriterionRule(false, limit, step, Number(falling.Groups[2].Value) / (share ? 100 : 1), share);
        }
        return Shared().IsMatch(key) ? new CriterionRule(true, limit, 1, 0, false) : null;
    }

    /// <summary>The points the rule gives; <paramref name="missed"/> is by how many units of the target it was missed, <paramref name="share"/> the share of it that was reached.</summary>
    public decimal Points(decimal weight, decimal missed, decimal share) =>
        Math.Clamp(ByShare ? weight * share : weight - missed / Step * Cut * (CutIsShare ? weight : 1), 0, Math.Max(0, weight));

    private static decimal Number(string text) => decimal.Parse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?:达到|等于|≥|不低于|大于等于)(\d{1,6}(?:\.\d+)?)%?(?:及以上|以上)?[^。;]{0,4}?得?满分", RegexOptions.CultureInvariant)]
    private static partial Regex Full();

    // 每降低1%，扣除5%权重分; 每低1个百分点扣0.5分; 每减少 1 分钟，扣除 10%权重分
    [GeneratedRegex(@"每(?:降低|下降|减少|低于|低|少|差)(\d{1,4}(?:\.\d+)?)?(?:%|个百分点|个|分钟|天|项|次|件|人|家)[,，]?扣(?:除|减)?(?:该指标|指标|相应)?(\d{1,3}(?:\.\d+)?)(%(?:权重分|权重|分值|的权重分|的分值)?|分)", RegexOptions.CultureInvariant)]
    private static partial Regex Falling();

    [GeneratedRegex(@"(?:否则|未完成|未达到|未达标|不足)[^。;]{0,10}?按(?:照)?(?:实际)?(?:完成)?(?:率|的)?比例[^。;]{0,6}?(?:得分|计分|记分|扣分|给分)", RegexOptions.CultureInvariant)]
    private static partial Regex Shared();
}

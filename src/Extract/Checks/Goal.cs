using Extract.Figures;
using Extract.Forms;
using Extract.Records;
using Extract.Text;

namespace Extract.Checks;

/// <summary>Whether a target was reached.</summary>
internal enum Reach
{
    /// <summary>The two cannot be compared.</summary>
    Unknown,

    /// <summary>Reached.</summary>
    Reached,

    /// <summary>Equal to a limit that the operator excludes (＞ 100 with 100).</summary>
    AtLimit,

    /// <summary>Not reached.</summary>
    Missed,
}

/// <summary>A target understood: the operator, its limit, and for a range the upper limit.</summary>
/// <param name="Sign">≥ ≤ ＝ ＞ ＜, or empty where nothing says which way.</param>
/// <param name="InWords">True where words or a range said it, not a sign.</param>
/// <param name="Limit">The limit.</param>
/// <param name="Upper">The upper limit of a range.</param>
internal sealed record Goal(string Sign, bool InWords, Term Limit, Term? Upper)
{
    private static readonly (string Word, string Sign)[] Behind =
        [("及以上", "≥"), ("以上", "≥"), ("及以下", "≤"), ("以下", "≤"), ("以内", "≤"), ("之内", "≤"), ("内", "≤")];

    /// <summary>Reads the target of an indicator; null for one in words, or blank.</summary>
    public static Goal? Read(Indicator indicator)
    {
        var key = Characters.Key(indicator.Target.Text);
        if (key.Length == 0) return null;
        var printed = Characters.Key(indicator.Operator);
        var sign = Operators.SignOf(printed) ?? "";
        if (sign == "定性") return null;
        var inWords = sign.Length > 0 && printed.Length > 1 && Characters.IsWide(printed[0]);
        if (sign.Length == 0)
        {
            var (length, _) = Operators.Split(key);
            sign = length > 0 ? Operators.SignOf(key[..length]) ?? "" : "";
            inWords = sign.Length > 0 && Characters.IsWide(key[0]) && key[0] is not ('≥' or '≤' or '≧' or '≦');
            if (length > 0) key = key[length..];
        }
        foreach (var (word, behind) in Behind)
        {
            if (!key.EndsWith(word, StringComparison.Ordinal)) continue;
            key = key[..^word.Length];
            if (sign.Length == 0) (sign, inWords) = (behind, true);
            break;
        }
        // A sign with nothing to reach.
        if (key.Length == 0) return null;
        var unit = Unit.Of(indicator.Unit);
        if (RangeOf(key, unit) is { } range)
            return new Goal("", true, Make(indicator, range.Low), Make(indicator, range.High));
        return Number(key, unit) is { } figure ? new Goal(sign, inWords, Make(indicator, figure), null) : null;
    }

    /// <summary>Reads the actual value of an indicator; null where it is no number.</summary>
    public static Term? ReadActual(Indicator indicator, string name)
    {
        var key = Characters.Key(indicator.Actual.Text);
        if (key.Length == 0) return null;
        var (length, _) = Operators.Split(key);
        if (length > 0) key = key[length..];
        if (key.Length > 2 && key[0] is '约' or '达' or '共') key = key[1..];
        var figure = Number(key, Unit.None) ?? (SaysNone(key) ? new Figure(indicator.Actual.Text, 0, 0, Unit.None) : null);
        return figure is null ? null : new Term(name + " 完成值", figure, Role.Part, indicator.Actual.Text, indicator.Actual.Place) { IsPoint = true };
    }

    /// <summary>Whether <paramref name="actual"/> reaches the target.</summary>
    public Reach Judge(Term actual)
    {
        if (Compare(actual, Limit) is not { } order) return Reach.Unknown;
        if (Upper is { } upper)
            return Compare(actual, upper) is { } above ? order >= 0 && above <= 0 ? Reach.Reached : Reach.Missed : Reach.Unknown;
        return Sign switch
        {
            "≥" => order >= 0 ? Reach.Reached : Reach.Missed,
            "≤" => order <= 0 ? Reach.Reached : Reach.Missed,
            "＝" => order == 0 ? Reach.Reached : Reach.Missed,
            "＞" => order > 0 ? Reach.Reached : order == 0 ? Reach.AtLimit : Reach.Missed,
            "＜" => order < 0 ? Reach.Reached : order == 0 ? Reach.AtLimit : Reach.Missed,
            _ => order == 0 ? Reach.Reached : Reach.Unknown,
        };
    }

    /// <summary>The deviation of the actual value from the target in the direction that exceeds it, 0.3 for 30 %; null where it has none.</summary>
    public decimal? Excess(Term actual)
    {
        if (Limit.Figure.Value <= 0 || Compare(actual, Limit) is null) return null;
        var ratio = Scaled(actual) / Scaled(Limit);
        return Sign switch { "≥" or "＞" => ratio - 1, "≤" or "＜" => 1 - ratio, _ => null };
    }

    private static int? Compare(Term actual, Term limit)
    {
        var (a, b) = (actual.Figure.Unit, limit.Figure.Unit);
        if (a.Dimension == Dimension.None && a.Factor == 1 || b.Dimension == Dimension.None && b.Factor == 1)
            return actual.Figure.Value.CompareTo(limit.Figure.Value);
        if (a.Dimension != b.Dimension && a.Dimension != Dimension.None && b.Dimension != Dimension.None) return null;
        if (a.Dimension == Dimension.Count && b.Dimension == Dimension.Count && a.Factor == b.Factor && a.Name != b.Name) return null;
        return actual.Value.CompareTo(limit.Value);
    }

    private static decimal Scaled(Term term) => term.Figure.Value;

    private static Term Make(Indicator indicator, Figure figure) =>
        new((indicator.Level4.IsBlank ? indicator.Level3.Text : indicator.Level4.Text) + " 指标值", figure, Role.Whole, indicator.Target.Text, indicator.Target.Place) { IsPoint = true };

    private static Figure? Number(string key, Unit unit)
    {
        if (FigureReader.Read(key, unit).Figure is { } figure) return figure;
        return ChineseNumerals.ReadRatio(key) is { } ratio ? new Figure(key, ratio.Value, 0, ratio.Unit) : null;
    }

    /// <summary>90%-95%, 90～95%: two numbers, the second not below the first.</summary>
    private static (Figure Low, Figure High)? RangeOf(string key, Unit unit)
    {
        var at = key.IndexOfAny(['-', '~', '—', '–', '至'], 1);
        if (at <= 0 || at == key.Length - 1) return null;
        if (Number(key[(at + 1)..], unit) is not { } high || Number(key[..at], unit) is not { } low) return null;
        if (low.Unit.Dimension == Dimension.None) low = low.In(high.Unit);
        return high.Value > low.Value && high.Unit.Dimension == low.Unit.Dimension ? (low, high) : null;
    }

    /// <summary>零差错, 未发生, 无投诉: none of what is counted.</summary>
    private static bool SaysNone(string key) =>
        key.Length <= 12 && (key.Contains("零差错", StringComparison.Ordinal) || key.Contains("零投诉", StringComparison.Ordinal) || key.Contains("零事故", StringComparison.Ordinal) || key is "零");
}

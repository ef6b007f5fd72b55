using Extract.Figures;
using Extract.Text;

namespace Extract.Forms;

/// <summary>Comparison operators of indicators: the signs, and the words that stand for them.</summary>
public static class Operators
{
    private static readonly (string Printed, string Sign)[] Signs =
    [
        ("≥", "≥"), ("≧", "≥"), (">=", "≥"), ("≤", "≤"), ("≦", "≤"), ("<=", "≤"), ("=", "＝"), (">", "＞"), ("<", "＜"), ("定性", "定性"),
        ("不低于", "≥"), ("不少于", "≥"), ("不小于", "≥"), ("大于等于", "≥"), ("大于或等于", "≥"), ("不超过", "≤"), ("不高于", "≤"), ("不大于", "≤"), ("不多于", "≤"),
        ("小于等于", "≤"), ("小于或等于", "≤"), ("等于", "＝"), ("大于", "＞"), ("高于", "＞"), ("超过", "＞"), ("小于", "＜"), ("低于", "＜"), ("少于", "＜"),
        ("至少", "≥"), ("最多", "≤"), ("优于", "＞"), ("达到", "≥"),
    ];

    /// <summary>The sign of a printed operator (≥ ≤ ＝ ＞ ＜ 定性), or null where it is none.</summary>
    public static string? SignOf(string printed)
    {
        ArgumentNullException.ThrowIfNull(printed);
        var key = Characters.Key(printed);
        foreach (var (name, sign) in Signs)
            if (key == name) return sign;
        return null;
    }

    /// <summary>
    /// A target printed whole, taken apart: ≥50个 is ≥, 50, 个; 22份 is "", 22, 份; 低于万分之三 is 低于, 万分之三; anything that is not
    /// an operator, one number and one unit stays whole.
    /// </summary>
    /// <returns>Lengths in <paramref name="target"/> (compacted text): the operator's, then the number's; the rest is the unit. Zero lengths where there is none.</returns>
    public static (int Operator, int Number) Split(string target)
    {
        ArgumentNullException.ThrowIfNull(target);
        var key = Characters.Fold(target);
        var sign = 0;
        foreach (var (name, _) in Signs)
            if (name.Length > sign && name != "定性" && key.StartsWith(name, StringComparison.Ordinal)) sign = name.Length;
        while (sign > 0 && sign < key.Length && key[sign] == ' ') sign++;
        var rest = key.AsSpan(sign);
        var number = FigureReader.Scan(rest, out _, out _, out _);
        if (number > 0)
        {
            var unit = rest[number..].ToString().Trim();
            if (unit.Length == 0) return (sign, number);
            var dimension = Unit.Of(unit).Dimension;
            if (dimension is Dimension.Money or Dimension.Ratio || UnitNames.IsCounter(unit)) return (sign, number);
            return (0, 0);
        }
        return sign > 0 && ChineseNumerals.ReadRatio(rest.ToString()) is not null ? (sign, rest.Length) : (0, 0);
    }
}

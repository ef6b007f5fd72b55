using System.Collections.Frozen;
using Extract.Figures;
using Extract.Text;

namespace Extract.Forms;

/// <summary>Comparison operators of indicators: the signs, and the words that stand for them.</summary>
public static class Operators
{
    private static readonly (string Printed, string Sign)[] Signs =
    [
        ("≥", "≥"), ("≧", "≥"), (">=", "≥"), ("≤", "≤"), ("≦", "≤"), ("<=", "≤"), ("=", "＝"), (">", "＞"), ("<", "＜"), ("定性", "定性"),
        ("不低于", "≥"), ("不少于", "≥"), ("不小于", "≥"), ("大于等于", "≥"), ("大于或等于", "≥"), ("大于或者等于", "≥"), ("等于或大于", "≥"), ("高于或等于", "≥"), ("不超过", "≤"), ("不高于", "≤"), ("不大于", "≤"), ("不多于", "≤"),
        ("小于等于", "≤"), ("小于或等于", "≤"), ("小于或者等于", "≤"), ("等于或小于", "≤"), ("低于或等于", "≤"), ("不超", "≤"), ("不得超过", "≤"), ("不得低于", "≥"), ("不得少于", "≥"), ("不少于或等于", "≥"), ("等于", "＝"), ("大于", "＞"), ("高于", "＞"), ("超过", "＞"), ("小于", "＜"), ("低于", "＜"), ("少于", "＜"),
        ("至少", "≥"), ("最多", "≤"), ("优于", "＞"), ("达到", "≥"),
    ];

    private static readonly FrozenDictionary<string, string> SignByName = Signs.ToFrozenDictionary(static pair => pair.Printed, static pair => pair.Sign, StringComparer.Ordinal);

    /// <summary>The sign of a printed operator (≥ ≤ ＝ ＞ ＜ 定性), or null where it is none.</summary>
    public static string? SignOf(string printed)
    {
        ArgumentNullException.ThrowIfNull(printed);
        return SignByName.GetValueOrDefault(Characters.Key(printed));
    }

    /// <summary>True for text (as compared) that is an operator and nothing else.</summary>
    internal static bool IsSign(ReadOnlySpan<char> key) => key.Length <= 6 && SignByName.GetAlternateLookup<ReadOnlySpan<char>>().ContainsKey(key);

    /// <summary>
    /// A target printed whole, taken apart: ≥50个 is ≥, 50, 个; 22份 is "", 22, 份; 低于万分之三 is 低于, 万分之三; anything that is not
    /// an operator, one number and one unit stays whole.
    /// </summary>
    /// <returns>Lengths in <paramref name="target"/> (compacted text): the operator's, then the number's; the rest is the unit. Zero lengths where there is none.</returns>
    public static (int Operator, int Number) Split(string target)
    {
        ArgumentNullException.ThrowIfNull(target);
        return Split(Characters.Fold(target).AsSpan());
    }

    /// <summary>The same, for text whose characters are folded already.</summary>
    internal static (int Operator, int Number) Split(ReadOnlySpan<char> key)
    {
        var sign = 0;
        foreach (var (name, _) in Signs)
            if (name.Length > sign && key.StartsWith(name) && name != "定性") sign = name.Length;
        while (sign > 0 && sign < key.Length && key[sign] == ' ') sign++;
        var rest = key[sign..];
        var number = FigureReader.Scan(rest, out _, out _, out _);
        if (number > 0)
        {
            var unit = rest[number..].Trim();
            return unit.IsEmpty || Unit.IsMeasure(unit) ? (sign, number) : (0, 0);
        }
        return sign > 0 && ChineseNumerals.ReadRatio(rest.ToString()) is not null ? (sign, rest.Length) : (0, 0);
    }
}

namespace Extract.Figures;

/// <summary>Chinese numerals where they are figures: 两个, 十二, 三百零五, 二〇二三, 万分之三, 百分之九十五.</summary>
public static class ChineseNumerals
{
    /// <summary>The whole number written by all of <paramref name="text"/>, or null.</summary>
    public static decimal? Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length is 0 or > 16) return null;
        var positional = true;
        foreach (var c in text)
        {
            if (Digit(c) >= 0) continue;
            positional = false;
            if (Power(c) == 0) return null;
        }
        decimal total = 0, section = 0, digit = 0;
        if (positional)
        {
            foreach (var c in text) total = total * 10 + Digit(c);
            return text.Length == 1 || text.Length >= 2 && text.IndexOf('两', StringComparison.Ordinal) < 0 ? total : null;
        }
        var seen = false;
        foreach (var c in text)
        {
            var d = Digit(c);
            if (d >= 0)
            {
                digit = d;
                seen = true;
                continue;
            }
            var power = Power(c);
            if (power >= 10_000)
            {
                total = (total + section + digit) * power;
                section = 0;
            }
            else
            {
                section += (seen ? digit : 1) * power;
            }
            digit = 0;
            seen = false;
        }
        return total + section + digit;
    }

    /// <summary>
    /// A ratio in words, 百分之九十五 or 万分之三: its value in the printed denominator and that denominator's unit (% ‰ ‱); null for
    /// anything else.
    /// </summary>
    public static (decimal Value, Unit Unit)? ReadRatio(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var unit = text switch
        {
            _ when text.StartsWith("百分之", StringComparison.Ordinal) => Unit.Percent,
            _ when text.StartsWith("千分之", StringComparison.Ordinal) => Unit.Of("‰"),
            _ when text.StartsWith("万分之", StringComparison.Ordinal) => Unit.Of("‱"),
            _ => Unit.None,
        };
        if (unit.Dimension != Dimension.Ratio) return null;
        return Read(text[3..]) is { } value ? (value, unit) : null;
    }

    private static int Digit(char c) => c switch
    {
        '零' or '〇' or '○' => 0,
        '一' or '壹' => 1,
        '二' or '两' or '贰' => 2,
        '三' or '叁' => 3,
        '四' or '肆' => 4,
        '五' or '伍' => 5,
        '六' or '陆' => 6,
        '七' or '柒' => 7,
        '八' or '捌' => 8,
        '九' or '玖' => 9,
        _ => -1,
    };

    private static int Power(char c) => c switch
    {
        '十' or '拾' => 10,
        '百' or '佰' => 100,
        '千' or '仟' => 1_000,
        '万' => 10_000,
        '亿' => 100_000_000,
        _ => 0,
    };
}

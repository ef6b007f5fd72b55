using System.Globalization;
using System.Text;

namespace Extract.Documents.Excel.Formats;

/// <summary>
/// Numbers in the digits of the language, which [DBNum1] (一二三), [DBNum2] (壹贰叁) and [DBNum3] (１２３) ask for: digit by digit where the
/// format has placeholders, spelt with 十, 百, 千, 万 and 亿 where it has none, as a Chinese Excel shows them.
/// </summary>
internal static class NativeDigits
{
    private static readonly string[] Digits = ["", "○一二三四五六七八九", "零壹贰叁肆伍陆柒捌玖", "０１２３４５６７８９"];
    private static readonly string[] Places = ["", "十百千", "拾佰仟", "十百千"];

    /// <summary>Every digit of a text in the form.</summary>
    public static string Each(string shown, int form) =>
        form == 0 ? shown : string.Concat(shown.Select(c => char.IsAsciiDigit(c) ? Digits[form][c - '0'] : c));

    /// <summary>A number in words; what stands behind its point digit by digit. A number with an exponent stays.</summary>
    /// <param name="shown">Arabic digits, perhaps with a point.</param>
    /// <param name="form">Which digits.</param>
    /// <param name="shortTen">True where ten is 十 and not 一十, as in dates.</param>
    public static string Spell(string shown, int form, bool shortTen = false)
    {
        var point = shown.IndexOf('.', StringComparison.Ordinal);
        var whole = point < 0 ? shown : shown[..point];
        if (form == 0 || !ulong.TryParse(whole, NumberStyles.None, CultureInfo.InvariantCulture, out var value) || shown.Contains('E', StringComparison.Ordinal)) return shown;
        var words = value == 0 ? Digits[form][..1] : Words(value, form);
        if (shortTen && words.Length > 1 && words[0] == Digits[form][1] && words[1] == Places[form][0]) words = words[1..];
        return point < 0 ? words : words + Each(shown[point..], form);
    }

    /// <summary>Groups of four places from the highest: 亿, 万, none; a zero for what is left out between.</summary>
    private static string Words(ulong value, int form)
    {
        var text = new StringBuilder();
        if (value >= 100_000_000) text.Append(Words(value / 100_000_000, form)).Append('亿');
        var rest = (int)(value % 100_000_000);
        if (rest >= 10_000) Group(rest / 10_000, form, text).Append('万');
        if (rest % 10_000 > 0) Group(rest % 10_000, form, text);
        return text.ToString();
    }

    private static StringBuilder Group(int group, int form, StringBuilder text)
    {
        var gap = text.Length > 0 && group < 1000;
        var started = false;
        for (int place = 3, unit = 1000; place >= 0; place--, unit /= 10)
        {
            var digit = group / unit % 10;
            if (digit == 0)
            {
                gap |= started;
                continue;
            }
            if (gap) text.Append(Digits[form][0]);
            (gap, started) = (false, true);
            text.Append(Digits[form][digit]);
            if (place > 0) text.Append(Places[form][place - 1]);
        }
        return text;
    }
}

using System.Globalization;
using System.Text;

namespace Extract.Documents.Word;

/// <summary>Numbers of lists in the forms of ST_NumberFormat (ISO/IEC 29500-1 §17.18.59) that Chinese documents use.</summary>
internal static class ListNumbers
{
    private const string Digits = "〇一二三四五六七八九";
    private const string LegalDigits = "零壹贰叁肆伍陆柒捌玖";
    private const string Stems = "甲乙丙丁戊己庚辛壬癸";
    private const string Branches = "子丑寅卯辰巳午未申酉戌亥";

    /// <summary>The number in the form; a form that is not known is Arabic.</summary>
    public static string Format(int number, string form)
    {
        var plain = number.ToString(CultureInfo.InvariantCulture);
        return form switch
        {
            "none" or "bullet" => "",
            "decimalZero" => number is >= 0 and < 10 ? "0" + plain : plain,
            "upperRoman" => Roman(number),
            "lowerRoman" => Roman(number).ToLowerInvariant(),
            "upperLetter" => Letters(number, 'A'),
            "lowerLetter" => Letters(number, 'a'),
            "ordinal" => plain + ".",
            "decimalFullWidth" or "decimalFullWidth2" => string.Concat(plain.Select(static c => (char)(c + 0xFEE0))),
            "decimalEnclosedCircle" or "decimalEnclosedCircleChinese" => Enclosed(number, '①', 20, plain),
            "decimalEnclosedParen" => Enclosed(number, '⑴', 20, $"({plain})"),
            "decimalEnclosedFullstop" => Enclosed(number, '⒈', 20, plain + "."),
            "ideographEnclosedCircle" => Enclosed(number, '㊀', 10, plain),
            "ideographDigital" or "japaneseDigitalTenThousand" or "taiwaneseDigital" => string.Concat(plain.Select(static c => c == '-' ? c : Digits[c - '0'])),
            "chineseCounting" or "chineseCountingThousand" or "japaneseCounting" or "taiwaneseCounting" or "taiwaneseCountingThousand" => Counting(number, Digits.Replace('〇', '零'), "十百千", true),
            "chineseLegalSimplified" or "ideographLegalTraditional" => Counting(number, LegalDigits, "拾佰仟", false),
            "ideographTraditional" => number is >= 1 and <= 10 ? Stems[number - 1].ToString() : plain,
            "ideographZodiac" => number is >= 1 and <= 12 ? Branches[number - 1].ToString() : plain,
            _ => plain,
        };
    }

    private static string Enclosed(int number, char first, int most, string other) => number >= 1 && number <= most ? ((char)(first + number - 1)).ToString() : other;

    private static string Letters(int number, char first) => number is < 1 or > 780 ? "" : new string((char)(first + (number - 1) % 26), (number - 1) / 26 + 1);

    private static string Roman(int number)
    {
        if (number is < 1 or > 3999) return number.ToString(CultureInfo.InvariantCulture);
        ReadOnlySpan<int> values = [1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1];
        string[] signs = ["M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"];
        var text = new StringBuilder();
        for (var i = 0; i < values.Length; i++)
            for (; number >= values[i]; number -= values[i]) text.Append(signs[i]);
        return text.ToString();
    }

    /// <summary>一 … 十, 十一, 二十, 一百零一: places below ten thousand.</summary>
    private static string Counting(int number, string digits, string places, bool shortTen)
    {
        if (number is < 1 or > 9999) return number.ToString(CultureInfo.InvariantCulture);
        var text = new StringBuilder();
        var gap = false;
        for (int place = 3, unit = 1000; place >= 0; place--, unit /= 10)
        {
            var digit = number / unit % 10;
            if (digit == 0)
            {
                gap |= text.Length > 0;
                continue;
            }
            if (gap) text.Append(digits[0]);
            gap = false;
            if (!(shortTen && place == 1 && digit == 1 && text.Length == 0)) text.Append(digits[digit]);
            if (place > 0) text.Append(places[place - 1]);
        }
        return text.ToString();
    }
}

using Extract.Figures;
using Extract.Forms;
using Extract.Text;

namespace Extract.Tables.Sequenced;

/// <summary>
/// A column of a row grammar: what may stand in it and at what cost, and what leaving it out costs. Costs are in the manner of negative
/// log-likelihoods: 0 is what the form expects, 3 is odd, 10 and more is all but impossible.
/// </summary>
internal sealed class Column(Field means, bool operatorApart)
{
    private const double Impossible = 20;

    public Field Field => means;

    /// <summary>Where its cells start, in ems, in a form set in columns of spaces; null where columns mean nothing.</summary>
    public double? Left { get; init; }

    /// <summary>True for the points of the level to its left, merged down as its name is.</summary>
    public bool IsOfLevel { get; init; }

    /// <summary>The most atoms one cell of it is made of.</summary>
    public int MostAtoms => means switch
    {
        Field.Level1 or Field.Level2 or Field.Source => 6,
        Field.Level3 or Field.Level4 or Field.Explanation => 16,
        Field.Reason or Field.Criterion or Field.Formula or Field.Evidence => 24,
        Field.Target or Field.Actual => 12,
        Field.Operator or Field.Stub => 3,
        _ => 2,
    };

    /// <summary>The cost of a row without it.</summary>
    public double Skip => means switch
    {
        Field.Level1 or Field.Level2 or Field.Reason or Field.Stub or Field.Evidence => 0,
        Field.Weight when IsOfLevel => 0,
        Field.Level4 or Field.Formula or Field.Criterion => 0.5,
        Field.Level3 or Field.Source => 6,
        Field.Explanation or Field.Operator => 3,
        Field.Executed or Field.Initial or Field.Adjusted or Field.Budget or Field.Received => 0.8,
        Field.Target => 4,
        Field.Actual => 2.8,
        Field.Score => 2.5,
        Field.CompletionRate => 2,
        Field.Weight => 5,
        Field.Unit or Field.Completed => 1.5,
        _ => 1,
    };

    /// <summary>True for columns of running words, whose cells wrap.</summary>
    public bool Wraps => means is Field.Level1 or Field.Level2 or Field.Level3 or Field.Level4 or Field.Explanation or Field.Reason or Field.Criterion
        or Field.Formula or Field.Evidence or Field.Target or Field.Actual or Field.Source or Field.Operator or Field.Stub;

    /// <summary>True for columns that carry values and not names.</summary>
    public bool IsValue => means is not (Field.Level1 or Field.Level2 or Field.Level3 or Field.Level4 or Field.Explanation or Field.Source or Field.Stub
        or Field.Formula or Field.Criterion);

    /// <summary>True where an atom cannot go on with a cell of this column: an operator ends a name.</summary>
    public bool EndsBefore(ReadOnlySpan<char> atom) =>
        (operatorApart || means is not (Field.Target or Field.Actual)) && means != Field.Operator && atom.Length == 1 && (atom[0] is '≥' or '≤' or '>' or '<' or '=' or '≧' or '≦');

    /// <summary>What it costs that these characters (as compared) are a whole cell of this column.</summary>
    public double Emit(ReadOnlySpan<char> key) => means switch
    {
        Field.Stub => key.IsEmpty ? 0 : 10,
        // Only a text that marks its cells prints an empty one, and that is no word.
        Field.Level3 or Field.Level4 or Field.Explanation or Field.Criterion or Field.Formula or Field.Evidence or Field.Target or Field.Actual or Field.Reason when key.IsEmpty => Impossible,
        Field.Ordinal => key.Length < 4 && key.IndexOfAnyExceptInRange('0', '9') < 0 ? 0 : Impossible,
        Field.Level1 => Level(key, Levels.FirstNames, 9),
        Field.Level2 => Level(key, Levels.SecondNames, 7),
        Field.Level3 or Field.Level4 => Name(key),
        Field.Explanation or Field.Criterion or Field.Formula or Field.Evidence => Words(key) + 0.5,
        Field.Operator => Operators.IsSign(key) ? 0 : Impossible,
        Field.Target => Target(key),
        Field.Unit => UnitOf(key),
        Field.Actual => Actual(key),
        Field.Completed => key is "完成" or "未完成" or "已完成" or "部分完成" or "是" or "否" or "达成" or "未达成" or "全部完成" ? 0 : 10,
        Field.CompletionRate or Field.Rate => Rate(key),
        Field.Weight => Points(key, 2.5),
        Field.Score => Points(key, 0),
        Field.Source => Source(key),
        Field.Reason => Reason(key),
        _ => Amount(key),
    };

    private static double Level(ReadOnlySpan<char> key, System.Collections.Frozen.FrozenSet<string> names, double unknown)
    {
        if (key.Length > 24) return Impossible;
        var text = Levels.WithoutPoints(key);
        var known = names.GetAlternateLookup<ReadOnlySpan<char>>();
        if (known.Contains(text)) return unknown > 8 && !Levels.IsUsualFirst(text) ? 1 : unknown < 8 && known.Contains([.. text, .. "指标"]) || text.Length == 2 ? 0.8 : 0;
        if (Levels.IsCoded(text)) return 0.5;
        if (text.IndexOf("指标") is > 1 and var first && first + 4 < text.Length && Levels.IsName(text[..(first + 2)]) && Levels.IsName(text[(first + 2)..])) return unknown;
        // A form may use a name of the framework one level lower: 产出, 项目产出.
        if (Levels.IsName(text)) return text.Length > 2 ? 2 : 4;
        if (text.EndsWith("指标") && text.Length is > 2 and <= 12 && !HeaderWords.OfIndicators.GetAlternateLookup<ReadOnlySpan<char>>().ContainsKey(text)) return unknown / 3;
        return unknown + 0.3 * text.Length;
    }

    private static double Name(ReadOnlySpan<char> key)
    {
        var cost = Words(key);
        if (cost >= Impossible) return cost;
        if (Levels.OpensWithName(key)) cost += 3.5;
        if (key[^1] == '的') cost += 2;
        if (Levels.IsName(key)) cost += key.EndsWith("指标") ? 1.6 : 0.8;
        return cost;
    }

    /// <summary>Words that can make a phrase of their own: not a number, not an operator, no punctuation left dangling.</summary>
    private static double Words(ReadOnlySpan<char> key)
    {
        if (key.IsEmpty) return Impossible;
        var wordy = false;
        var open = 0;
        var unbalanced = 0;
        foreach (var c in key)
        {
            if (c >= '\u2E80' || char.IsAsciiLetter(c)) wordy = true;
            if (IsOpening(c)) open++;
            else if (IsClosing(c) && --open < 0) (open, unbalanced) = (0, unbalanced + 1);
        }
        if (!wordy || key.Length <= 3 && Operators.IsSign(key)) return 14;
        var cost = 1.5 * (unbalanced + open);
        if (IsContinuing(key[0])) cost += 4;
        if (key[0] is '≥' or '≤' or '>' or '<' or '=') cost += 8;
        if (key[0] == '(') cost += 1.5;
        if (IsOpening(key[^1]) || key[^1] is '、' or ',' or ':') cost += 3;
        return cost;
    }

    private double Target(ReadOnlySpan<char> key)
    {
        if (key.IsEmpty) return 4;
        if (Operators.IsSign(key)) return 12;
        if (NumberEnd(key) == key.Length) return 0;
        var (sign, number) = Operators.Split(WithoutBound(key));
        if (number > 0 && (sign > 0 || WithoutBound(key).Length == key.Length || !operatorApart)) return operatorApart && sign > 0 ? 2 : 0.2;
        return IsLonePunctuation(key) ? 2 : Quality(key);
    }

    /// <summary>达到95%以上 without the word behind its number.</summary>
    private static ReadOnlySpan<char> WithoutBound(ReadOnlySpan<char> key) =>
        key.Length > 3 && (key.EndsWith("以上") || key.EndsWith("以下") || key.EndsWith("以内") || key.EndsWith("左右")) ? key[..^2] : key;

    private static double Actual(ReadOnlySpan<char> key)
    {
        if (key.IsEmpty) return 4;
        if (key.Length > 1 && Operators.IsSign(key) && key is not "定性") return 10;
        if (NumberEnd(key) == key.Length) return 0;
        if (char.IsAsciiDigit(key[0]) && !ContainsWords(key)) return 0.3;
        if (Operators.Split(key).Number > 0) return 0.2;
        return IsLonePunctuation(key) ? 1.5 : Quality(key);
    }

    /// <summary>A value in words: an appraisal is short and says how well; anything else is less likely a value than a name.</summary>
    private static double Quality(ReadOnlySpan<char> key)
    {
        if (key[^1] is ':' or '、' or ',') return 5;
        if (key.Length > 2 && key.IndexOfAnyExcept(Grades) < 0) return IsScale(key) ? 0.5 : 5;
        if (char.IsAsciiDigit(key[0])) return key.Length <= 16 && key.IndexOfAny("年月日前") >= 0 && key.IndexOfAny('≥', '≤', '=') < 0 ? 0.8 : 6;
        if (IsAppraisal(key)) return key.Length <= 4 ? 0.6 : 1.2;
        return key.IndexOfAny(':', ';') > 0 ? 1 : 2.8;
    }

    /// <summary>优良中低差: grades from the best to the worst are one value, and no grades in another order are.</summary>
    internal static bool IsScale(ReadOnlySpan<char> key)
    {
        if (key.Length < 3 || key.IndexOfAnyExcept(Grades) >= 0) return false;
        for (var i = 1; i < key.Length; i++)
            if (Grade(key[i]) >= Grade(key[i - 1])) return false;
        return true;
    }

    private static readonly System.Buffers.SearchValues<char> Grades = System.Buffers.SearchValues.Create("优高好良中低差");

    private static int Grade(char c) => c switch { '优' or '高' or '好' => 5, '良' => 4, '中' => 3, '低' => 2, _ => 1 };

    /// <summary>True for a short phrase that says how well.</summary>
    internal static bool IsAppraisal(ReadOnlySpan<char> key)
    {
        if (key.Length > 8) return false;
        foreach (var word in Appraisals)
            if (key.Contains(word, StringComparison.Ordinal)) return true;
        return false;
    }

    /// <summary>True for a few characters that say how well and no more: 不断提升.</summary>
    internal static bool IsBareAppraisal(ReadOnlySpan<char> key)
    {
        if (key.Length is < 2 or > 4) return false;
        foreach (var word in Appraisals)
            if (word.Length == 2 && key.EndsWith(word)) return true;
        return false;
    }

    private static readonly string[] Appraisals =
        ["良好", "优：", "优:", "优", "良", "明显", "显著", "提升", "提高", "改善", "有效", "效果", "达标", "合格", "增强", "长期", "持续", "完成", "较", "是", "无", "好", "高", "达成", "全部", "及时", "正常", "稳定", "逐步", "满意"];

    private static double UnitOf(ReadOnlySpan<char> key)
    {
        if (key.Length > 8) return Impossible;
        if (Unit.IsMeasure(key) || key is "百分比" or "百分点") return 0;
        return ContainsWords(key) && key.Length <= 4 ? 2 : 12;
    }

    private static double Points(ReadOnlySpan<char> key, double none)
    {
        if (key.Length is 0 or > 8) return Impossible;
        if (key is "/" || FigureReader.IsDash(key)) return 1;
        var number = FigureReader.Scan(key, out var value, out var decimals, out _);
        if (number == 0 || number < key.Length && key[number..] is not "分" and not "%") return Impossible;
        if (value is < 0 or > 100) return 8;
        return (value == 0 ? none : 0) + (value > 40 ? 0.5 : 0) + (decimals > 2 ? 0.4 : 0) + (key[^1] == '%' ? 2 : 0);
    }

    private static double Rate(ReadOnlySpan<char> key)
    {
        if (key is "/" || FigureReader.IsDash(key)) return 1;
        var number = FigureReader.Scan(key, out _, out var decimals, out _);
        if (number == 0) return 14;
        if (number == key.Length) return decimals > 0 ? 1 : 1.5;
        return key[number..] is "%" ? 0 : 12;
    }

    private static double Amount(ReadOnlySpan<char> key)
    {
        if (key.Length is 0 or > 24) return Impossible;
        if (key is "/" || FigureReader.IsDash(key)) return 1.5;
        var number = FigureReader.Scan(key, out _, out _, out _);
        if (number == 0) return 14;
        if (number == key.Length) return 0;
        return key[number..] is "万" or "万元" or "元" or "亿元" ? 0.2 : 12;
    }

    private static double Source(ReadOnlySpan<char> key)
    {
        if (key.Length is 0 or > 20 || char.IsAsciiDigit(key[0]) || key.IndexOf("其中") > 0) return Impossible;
        if (FundSources.IsSource(key) || FundSources.MeasureOf(key) is not null || FundSources.LabelOf(key.ToString()) is var (_, amount) && amount == key.Length) return 0;
        return key.EndsWith("资金") || key.EndsWith("拨款") || key.EndsWith("收入") ? 1 : 9;
    }

    private static double Reason(ReadOnlySpan<char> key)
    {
        if (key is "无" or "/" or "-" or "—") return 0.2;
        if (FundSources.StartsWithSource(key) || key.StartsWith('/')) return 6;
        // A value that a number begins with its unit, and goes on, is several cells.
        if (FigureReader.Scan(key, out _, out _, out _) is > 0 and var number && number < key.Length && key[number] is '%' or '/') return 7;
        return ContainsWords(key) ? 1 + (IsContinuing(key[0]) ? 3 : 0) : 8;
    }

    /// <summary>Where the number at the start ends, its unit included; 0 if there is none.</summary>
    internal static int NumberEnd(ReadOnlySpan<char> key)
    {
        var number = FigureReader.Scan(key, out _, out _, out _);
        if (number == 0 || number == key.Length) return number;
        return Unit.IsMeasure(key[number..]) ? key.Length : 0;
    }

    private static bool ContainsWords(ReadOnlySpan<char> key)
    {
        foreach (var c in key)
            if (c >= '\u2E80' && DisplayWidth.Of(c) == 2 && !IsPunctuation(c) || char.IsAsciiLetter(c)) return true;
        return false;
    }

    private static bool IsLonePunctuation(ReadOnlySpan<char> key) => key.Length == 1 && IsPunctuation(key[0]);

    /// <summary>True for a mark that cannot start a phrase.</summary>
    internal static bool IsContinuing(char c) => c is '、' or ',' or ';' or ':' or ')' or '》' or '”' or '。' or '%' or '’' or '】' or '〉' or '」' or '!' or '?' or '…' || c is '.';

    internal static bool IsOpening(char c) => c is '(' or '《' or '“' or '‘' or '【' or '〈' or '[' or '「';

    private static bool IsClosing(char c) => c is ')' or '》' or '”' or '’' or '】' or '〉' or ']' or '」';

    private static bool IsPunctuation(char c) => IsContinuing(c) || IsOpening(c) || IsClosing(c) || c is '-' or '—' or '/';
}

using Extract.Figures;

namespace Extract.Records.Sentences;

/// <summary>What digits (or numerals in words) of running text are.</summary>
internal enum MarkKind
{
    /// <summary>A number that states an amount, a ratio or a count.</summary>
    Figure,

    /// <summary>A number with neither a unit nor words that prove one.</summary>
    Bare,

    /// <summary>Digits that look like a number and break its rules: 84,82.</summary>
    Malformed,

    /// <summary>2023年度; 2023-2025年.</summary>
    Year,

    /// <summary>2023年12月31日; 4月16至19日; 12月底.</summary>
    Date,

    /// <summary>15:20.</summary>
    Clock,

    /// <summary>近3年.</summary>
    Period,

    /// <summary>A telephone number.</summary>
    Phone,

    /// <summary>A code: 科目编码2010301, 243001 - ….</summary>
    Code,

    /// <summary>〔2021〕87号.</summary>
    DocumentNumber,

    /// <summary>Digits in the title of a cited document: 《…（2023-2025年）》.</summary>
    Citation,

    /// <summary>Digits of a name: 5G/6G, a web address, “2023天府行”.</summary>
    Name,

    /// <summary>第2次; 1. and (1) before an entry.</summary>
    Ordinal,

    /// <summary>表1-3, 附件2.</summary>
    Reference,

    /// <summary>1/3.</summary>
    Fraction,

    /// <summary>An amount that describes a class of things: 单价50万元以上通用设备.</summary>
    Threshold,

    /// <summary>A number of a formula or a scoring rule: *100%, 每降低1%扣5%.</summary>
    Rule,
}

/// <summary>Digits of a paragraph and what they are. Positions count characters of the paragraph's text.</summary>
/// <param name="Kind">What they are.</param>
/// <param name="Start">The first character of the number, or of the whole expression where it is no figure.</param>
/// <param name="Length">Characters of the number, or of the whole expression.</param>
/// <param name="End">Behind the unit and the words that qualify it.</param>
/// <param name="Value">The number; the year of a year or date (0 if it has none).</param>
/// <param name="Decimals">Decimals printed.</param>
/// <param name="Unit">The unit printed behind it.</param>
/// <param name="Qualifier">以上, 不低于, 余, 约 …; empty if none.</param>
/// <param name="LeadEnd">Where the words before the number and its qualifier end.</param>
internal readonly record struct Mark(
    MarkKind Kind, int Start, int Length, int End, decimal Value, int Decimals, Unit Unit, string Qualifier, int LeadEnd)
{
    /// <summary>An expression that is no figure.</summary>
    public static Mark Of(MarkKind kind, int start, int end, decimal value = 0) =>
        new(kind, start, end - start, end, value, 0, Unit.None, "", start);
}

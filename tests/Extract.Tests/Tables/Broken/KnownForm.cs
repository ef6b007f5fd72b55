using System.Collections.Immutable;

namespace Extract.Tests.Tables.Broken;

/// <summary>A source of money whose every cell is known. A cell the form leaves empty is "".</summary>
internal sealed record KnownFund(
    string Source, string Initial, string Adjusted, string Executed, string Rate, string Weight, string Score);

/// <summary>An indicator whose every cell is known. The operator is as printed (≥, 不低于); a cell the form leaves empty is "".</summary>
internal sealed record KnownIndicator(
    string Level1, string Level2, string Level3, string Operator, string Target, string Unit,
    string Actual, string Weight, string Score, string Reason);

/// <summary>A self-evaluation form as its author knew it, before any typesetter touched it.</summary>
internal sealed record KnownForm(
    string Code,
    string Name,
    string Department,
    string Unit,
    int Year,
    string Goal,
    string Completion,
    string Overview,
    ImmutableArray<KnownFund> Funds,
    ImmutableArray<KnownIndicator> Indicators,
    string TotalWeight,
    string TotalScore,
    string Conclusion,
    string Problems,
    string Improvements,
    string Leader,
    string Accountant);

/// <summary>How a form words its head, its columns and its foot.</summary>
internal enum Wording
{
    /// <summary>The provincial form of 2023: 年初预算, 调整后预算数, 预算执行数, 预算执行率, 权重, 得分; 评价结论 at the foot.</summary>
    Provincial,

    /// <summary>The central form of 2020: 年初预算数, 全年预算数, 全年执行数, 分值, 执行率, 得分; 总分 at the foot.</summary>
    Central,
}

/// <summary>How an indicator's target stands in its row.</summary>
internal enum TargetStyle
{
    /// <summary>Operator and value in columns of their own: ≥ | 550.</summary>
    Split,

    /// <summary>Operator, value and unit of measure in columns of their own: ≥ | 550 | 人次.</summary>
    SplitWithUnit,

    /// <summary>In one cell with a sign: ≥550人次.</summary>
    Whole,

    /// <summary>In one cell with the operator in words: 不低于550人次.</summary>
    Words,

    /// <summary>In one cell without an operator: 550人次.</summary>
    Bare,
}

/// <summary>In which order an extractor emits the cells of a row whose label takes several lines.</summary>
internal enum Order
{
    /// <summary>Cell by cell: every label line before the values' line (the content order of a word processor's PDF).</summary>
    LabelBefore,

    /// <summary>Line by line, cells centred: the values' line stands in the middle of the label's lines.</summary>
    LabelAround,

    /// <summary>Line by line, cells set at the top: the first label line is on the values' line.</summary>
    LabelAfter,

    /// <summary>Cell by cell, a wrapped label drawn last: the values' line before every label line.</summary>
    ValuesFirst,
}

/// <summary>What was done to a form on its way to broken text. A text carries every kind that really occurs in it.</summary>
[Flags]
internal enum Perturbations
{
    None = 0,
    LabelBefore = 1 << 0,
    LabelAround = 1 << 1,
    LabelAfter = 1 << 2,
    ValuesFirst = 1 << 3,
    SplitLevelNames = 1 << 4,
    PageBreakInRow = 1 << 5,
    PageBreakInHeader = 1 << 6,
    PageBreakBetweenRows = 1 << 7,
    RepeatedHeader = 1 << 8,
    PageNumberLines = 1 << 9,
    NoReasonColumn = 1 << 10,
    WrappedReasons = 1 << 11,
    NoOperatorColumn = 1 << 12,
    WordOperators = 1 << 13,
    UnitColumn = 1 << 14,
    DoubleSpacing = 1 << 15,
    SpacedDigits = 1 << 16,
    NoTotalRow = 1 << 17,
    EmptyCells = 1 << 18,
    CentralWording = 1 << 19,
    NarrowLabels = 1 << 20,
}

using System.Collections.Immutable;
using Extract.Diagnostics;
using Extract.Figures;
using Extract.Forms.Statutory;
using Extract.Layout;
using Extract.Tables;
using Extract.Text;

namespace Extract.Records;

/// <summary>What kind of disclosure a document is.</summary>
public enum DisclosureKind
{
    /// <summary>Could not be told.</summary>
    Unknown,

    /// <summary>决算.</summary>
    FinalAccounts,

    /// <summary>预算.</summary>
    Budget,

    /// <summary>绩效自评表 or 自评报告.</summary>
    SelfEvaluation,

    /// <summary>绩效评价报告 by a third party or a finance bureau.</summary>
    EvaluationReport,
}

/// <summary>What a document says about itself. A value that is not printed is blank (or null for the year).</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Title">Its title.</param>
/// <param name="Filer">The body that discloses (单位).</param>
/// <param name="Region">The province, city or county it belongs to, as printed in its text or its filer's name.</param>
/// <param name="FiscalYear">The year it accounts for.</param>
/// <param name="Unit">The unit most of its amounts are in.</param>
public sealed record DocumentFacts(DisclosureKind Kind, Printed Title, Printed Filer, string Region, int? FiscalYear, string Unit);

/// <summary>An address in a statutory form and what stands there.</summary>
/// <param name="Form">The form's national name.</param>
/// <param name="Row">The row's label without numbering; for the three public expenses, the expense.</param>
/// <param name="Column">The column under its one name; for the three public expenses, 预算数 or 决算数.</param>
/// <param name="Code">The row's account code, or empty.</param>
/// <param name="Year">The fiscal year.</param>
/// <param name="Printed">What the cell prints.</param>
/// <param name="Entry">What it holds: a figure has the form's unit and the precision of its column.</param>
/// <param name="Grid">The table it stands in, as an index into the disclosure's tables.</param>
public sealed record Fact(
    string Form, string Row, string Column, string Code, int? Year, Printed Printed, Entry Entry, int Grid)
{
    /// <summary>Which form.</summary>
    public FormKind Kind { get; init; }

    /// <summary>True for a budget's form.</summary>
    public bool IsBudget { get; init; }

    /// <summary>The lane of a form of several, from 0: income is 0 and expenditure 1.</summary>
    public int Lane { get; init; }

    /// <summary>The row of the table, from 0.</summary>
    public int Line { get; init; }

    /// <summary>The column of the table, from 0.</summary>
    public int At { get; init; }

    /// <summary>The level of its code (类 1, 款 2, 项 3), else of its row's numbering; 0 for neither.</summary>
    public int Level { get; init; }

    /// <summary>True for 其中: a part that need not exhaust its whole.</summary>
    public bool IsOfWhich { get; init; }

    /// <summary>The label of the rows' group, where one is printed beside several rows.</summary>
    public string Group { get; init; } = "";

    /// <summary>The printed headers of the column, outermost first.</summary>
    public string Header { get; init; } = "";
}

/// <summary>What a figure stated in a sentence says of its item.</summary>
public enum StatementKind
{
    /// <summary>An amount of money.</summary>
    Amount,

    /// <summary>A part of a whole, in %.</summary>
    Share,

    /// <summary>A growth or fall, in %.</summary>
    Growth,

    /// <summary>A growth or fall, as an amount or a count; negative for a fall.</summary>
    Change,

    /// <summary>A part of a plan that was reached, in %.</summary>
    CompletionRate,

    /// <summary>Things counted.</summary>
    Count,
}

/// <summary>Which of an item's amounts a sentence states.</summary>
public enum Measure
{
    /// <summary>What happened: 决算数, 支出, 收入.</summary>
    Actual,

    /// <summary>年初预算.</summary>
    OpeningBudget,

    /// <summary>全年预算, 调整后预算.</summary>
    AdjustedBudget,

    /// <summary>预算 without saying which.</summary>
    Budget,

    /// <summary>A target.</summary>
    Target,
}

/// <summary>A figure stated in a sentence, bound to its item, year, unit, section and quote.</summary>
/// <param name="Section">The headings it stands under, joined by "/": 五、…/（一）….</param>
/// <param name="Item">What it is of: 本年收入合计, 基本支出.</param>
/// <param name="Year">The year it is of.</param>
/// <param name="Kind">What it says.</param>
/// <param name="Measure">Which of the item's amounts.</param>
/// <param name="Figure">The number: its printed characters, value, decimals, unit. A change or growth in words of falling is negative.</param>
/// <param name="Of">For a share its whole, for a change or growth the year or item it is measured against, for a completion rate the plan; empty if not said.</param>
/// <param name="Quote">The clause it stands in, compacted.</param>
/// <param name="Qualifier">以上, 不低于, 余, 约, 超 … if printed; else empty.</param>
/// <param name="Places">Where the number itself stands.</param>
public sealed record Statement(
    string Section,
    string Item,
    int? Year,
    StatementKind Kind,
    Measure Measure,
    Figure Figure,
    string Of,
    string Quote,
    string Qualifier,
    ImmutableArray<Place> Places)
{
    /// <summary>Counts the sentences of the document from 0: statements of one sentence share it.</summary>
    public int Sentence { get; init; }

    /// <summary>Counts the paragraphs of the document from 0.</summary>
    public int Paragraph { get; init; }

    /// <summary>Where the number starts in its paragraph's text.</summary>
    public int Start { get; init; }

    /// <summary>False where no unit was printed and the sentence proves the one given (支出决算数为 3935.41).</summary>
    public bool UnitPrinted { get; init; } = true;

    /// <summary>The item whose parts are listed where it stands (其中：); empty outside a list.</summary>
    public string Within { get; init; } = "";
}

/// <summary>One functional item (类/款/项) of the section on general-budget expenditure.</summary>
/// <param name="Class">类.</param>
/// <param name="Section">款.</param>
/// <param name="Item">项.</param>
/// <param name="Amount">The final amount as printed.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Budget">The budget, where it is printed.</param>
/// <param name="CompletionRate">完成预算, with its %.</param>
/// <param name="Comparison">决算数小于预算数, 大于, 等于, 持平; as printed.</param>
/// <param name="Reason">The reason printed.</param>
/// <param name="Quote">The sentence.</param>
public sealed record Account(
    string Class, string Section, string Item, Printed Amount, string Unit, Printed Budget, Printed CompletionRate,
    string Comparison, string Reason, string Quote);

/// <summary>A source of money of a self-evaluation: one row of its budget block, every value as printed.</summary>
/// <param name="Source">总额, 财政资金, 其他资金 …, without a leading 其中：.</param>
/// <param name="Initial">年初预算.</param>
/// <param name="Adjusted">调整后预算数, 全年预算数.</param>
/// <param name="Budget">A single 预算数 that is neither.</param>
/// <param name="Received">到位数.</param>
/// <param name="Executed">执行数.</param>
/// <param name="Rate">执行率.</param>
/// <param name="Weight">权重, 分值.</param>
/// <param name="Score">得分.</param>
public sealed record Fund(
    Printed Source, Printed Initial, Printed Adjusted, Printed Budget, Printed Received, Printed Executed,
    Printed Rate, Printed Weight, Printed Score)
{
    /// <summary>What the year added to the opening budget, or took from it, where the form has a column for it.</summary>
    public Printed Adjustment { get; init; } = Printed.Blank;

    /// <summary>The reason column, where the form has one.</summary>
    public Printed Reason { get; init; } = Printed.Blank;

    /// <summary>The unit of its amounts (万元), as the form states it.</summary>
    public string Unit { get; init; } = "";

    /// <summary>The head of the list it stands in, where the form divides the same money more than once (按收入性质分, 按支出性质分); else empty.</summary>
    public string Nature { get; init; } = "";
}

/// <summary>One row of a self-evaluation's indicators, every value as printed; a merged level name is repeated on every row it covers.</summary>
public sealed record Indicator(
    Printed Level1, Printed Level2, Printed Level3, Printed Level4, Printed Explanation, string Operator, Printed Target, string Unit,
    Printed Actual, Printed Completed, Printed CompletionRate, Printed Weight, Printed Score, Printed Reason)
{
    /// <summary>The place shown for the row: its name's, or its first cell's.</summary>
    public Place? Place => Level4.Place ?? Level3.Place ?? Target.Place ?? Level2.Place ?? Level1.Place ?? Score.Place;

    /// <summary>The target as the form prints it, operator and unit included; the same as <see cref="Target"/> where they have columns of their own.</summary>
    public Printed TargetPrinted { get; init; } = Printed.Blank;

    /// <summary>The operator's own place, where it has a column.</summary>
    public Place? OperatorPlace { get; init; }

    /// <summary>The points that columns beside the levels give the first, second and third; empty where the form has no such columns.</summary>
    public ImmutableArray<Printed> LevelPoints { get; init; } = [];

    /// <summary>指标公式, where the form has it.</summary>
    public Printed Formula { get; init; } = Printed.Blank;

    /// <summary>评分标准, where the form has it.</summary>
    public Printed Criterion { get; init; } = Printed.Blank;
}

/// <summary>A main task of a body's year, in a form of the whole body: its name and its money by column.</summary>
/// <param name="Name">The task; blank for the row of totals.</param>
/// <param name="Amounts">The amounts that are numbers, each with its column's head (总额, 财政拨款, 其他资金).</param>
public sealed record DepartmentTask(Printed Name, ImmutableArray<(string Head, Printed Amount)> Amounts)
{
    /// <summary>True for the row of totals.</summary>
    public bool IsTotal { get; init; }
}

/// <summary>One project's self-evaluation form (绩效自评表) or a policy's scoring table.</summary>
public sealed record SelfEvaluation(
    int Index,
    string Family,
    Printed Title,
    Printed ProjectCode,
    Printed ProjectName,
    Printed Department,
    Printed ImplementingUnit,
    int? FiscalYear,
    Printed YearGoal,
    Printed GoalCompletion,
    Printed Overview,
    ImmutableArray<Fund> Funds,
    ImmutableArray<Indicator> Indicators,
    Printed TotalWeight,
    Printed TotalScore,
    Printed Conclusion,
    Printed Problems,
    Printed Improvements,
    Printed ProjectLeader,
    Printed FinanceLeader,
    Printed FilledBy,
    Printed Phone,
    Printed Date)
{
    /// <summary>The points the heading of the indicator block gives it (绩效指标（90分）); null if not printed.</summary>
    public decimal? IndicatorPoints { get; init; }

    /// <summary>The points the heading of the budget block gives it (预算执行情况（10分）); null if not printed.</summary>
    public decimal? ExecutionPoints { get; init; }

    /// <summary>The form's own printed rules (说明), one a line; empty where it prints none.</summary>
    public ImmutableArray<Printed> Rules { get; init; } = [];

    /// <summary>总体完成率, where the form prints it beside its goals: one a goal row.</summary>
    public ImmutableArray<Printed> GoalRates { get; init; } = [];

    /// <summary>The main tasks of a body's year, where its form lists them.</summary>
    public ImmutableArray<DepartmentTask> Tasks { get; init; } = [];

    /// <summary>The grids the form was read from, as indexes into the disclosure's tables.</summary>
    public ImmutableArray<int> Grids { get; init; } = [];

    /// <summary>How sure the reconstruction is, in [0,1].</summary>
    public double Confidence { get; init; } = 1;

    /// <summary>True where the file ends inside the form: sums over its rows cannot be checked.</summary>
    public bool IsCut { get; init; }
}

/// <summary>Everything read from one document: what a filer published, as records.</summary>
public sealed record Disclosure(
    Document Document,
    DocumentFacts About,
    ImmutableArray<Paragraph> Paragraphs,
    ImmutableArray<Grid> Tables,
    ImmutableArray<Fact> Facts,
    ImmutableArray<Statement> Statements,
    ImmutableArray<Account> Accounts,
    ImmutableArray<SelfEvaluation> SelfEvaluations,
    ImmutableArray<Diagnostic> Diagnostics);

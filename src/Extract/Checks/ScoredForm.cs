using System.Collections.Immutable;
using Extract.Figures;
using Extract.Forms;
using Extract.Records;
using Extract.Text;

namespace Extract.Checks;

/// <summary>A money column of a form's budget block.</summary>
internal enum FundColumn
{
    Initial,
    Adjusted,
    Budget,
    Received,
    Executed,
}

/// <summary>A row of the budget block with its cells read as figures; null where a cell holds no number.</summary>
internal sealed record FundRow(Fund Fund, string Source, ImmutableArray<Term?> Amounts, Term? Rate, Term? Weight, Term? Score)
{
    public Term? this[FundColumn column] => Amounts[(int)column];

    /// <summary>What was added to the opening budget during the year.</summary>
    public Term? Adjustment { get; init; }

    /// <summary>What the rate is measured against: the adjusted budget, else the only budget printed, else the opening one.</summary>
    public Term? Plan => this[FundColumn.Adjusted] ?? this[FundColumn.Budget] ?? this[FundColumn.Initial];

    public Term? Executed => this[FundColumn.Executed];

    /// <summary>The cell of a column as printed.</summary>
    public Printed Printed(FundColumn column) => column switch
    {
        FundColumn.Initial => Fund.Initial,
        FundColumn.Adjusted => Fund.Adjusted,
        FundColumn.Budget => Fund.Budget,
        FundColumn.Received => Fund.Received,
        _ => Fund.Executed,
    };
}

/// <summary>An indicator row with its points read as figures and its target understood.</summary>
internal sealed record IndicatorRow(Indicator Indicator, string Name, Term? Weight, Term? Score, Goal? Goal, Term? Actual)
{
    /// <summary>True for the line that scores the budget's execution among the indicators.</summary>
    public bool IsExecution => Levels.WithoutPoints(Characters.Key(Indicator.Level1.Text)) is "预算执行率" or "预算执行" or "预算执行率指标" || Name is "预算执行率";
}

/// <summary>
/// A self-evaluation with its cells read as figures. The precision of a figure is that of its column: decimals are raised to the
/// most the column shows, weights and scores together being one column of points.
/// </summary>
internal sealed class ScoredForm
{
    private static readonly string[] TotalNames =
        ["总额", "资金总额", "年度资金总额", "合计", "预算总额", "项目资金总额", "总计", "年度资金", "项目资金", "预算数", "资金合计", "小计", "本年资金总额"];

    private readonly Dictionary<Printed, ImmutableArray<Mention>> _mentions = new(ReferenceEqualityComparer.Instance);

    public ScoredForm(SelfEvaluation evaluation, Disclosure disclosure)
    {
        Evaluation = evaluation;
        Name = evaluation.ProjectName.IsBlank
            ? evaluation.Title.IsBlank ? FormattableString.Invariant($"自评表{evaluation.Index}") : evaluation.Title.Text
            : evaluation.ProjectName.Text;
        Rules = FormRules.Read(evaluation.Rules);
        var points = PointDecimals(evaluation);
        var money = new int[5];
        foreach (var fund in evaluation.Funds)
            for (var column = 0; column < 5; column++)
                money[column] = Math.Max(money[column], Decimals(Cell(fund, (FundColumn)column)));
        var unit = MoneyUnit(evaluation, disclosure.About.Unit);
        Funds = [.. evaluation.Funds.Select(fund => Row(fund, money, points, unit))];
        Indicators = [.. evaluation.Indicators.Select(indicator => Row(indicator, points))];
        TotalWeight = Points(evaluation.TotalWeight, "权重合计", Role.Stated, points);
        TotalScore = Points(evaluation.TotalScore, "总分", Role.Stated, points);
        Headers = [.. evaluation.Grids.Where(index => index >= 0 && index < disclosure.Tables.Length)
            .SelectMany(index => disclosure.Tables[index].Cells.Where(cell => cell.Row < disclosure.Tables[index].HeaderRows))
            .Select(static cell => Characters.Key(cell.Text))];
    }

    public SelfEvaluation Evaluation { get; }

    /// <summary>The project's name, as printed.</summary>
    public string Name { get; }

    public FormRules Rules { get; }

    public ImmutableArray<FundRow> Funds { get; }

    public ImmutableArray<IndicatorRow> Indicators { get; }

    public Term? TotalWeight { get; }

    public Term? TotalScore { get; }

    /// <summary>The words printed in the header rows of its grids, as keys.</summary>
    public ImmutableArray<string> Headers { get; }

    /// <summary>True where the indicators have a column for reasons.</summary>
    public bool AsksForReasons => Headers.Any(static word => HeaderWords.OfIndicators.TryGetValue(word, out var column) && column == Field.Reason && word != "备注");

    /// <summary>The row of the total, where the block has one row or names one.</summary>
    public FundRow? Total => Funds.FirstOrDefault(row => TotalNames.Contains(row.Source)) ?? (Funds.Length == 1 ? Funds[0] : null);

    /// <summary>The rows of sources below the total.</summary>
    public IEnumerable<FundRow> Sources => Funds.Where(row => !ReferenceEquals(row, Total));

    /// <summary>The weight of the budget's execution, printed in the budget block; null where the form scores it as an indicator or not at all.</summary>
    public FundRow? Execution => Funds.FirstOrDefault(static row => row.Weight is not null && row.Score is not null) ?? Funds.FirstOrDefault(static row => row.Weight is not null || row.Score is not null);

    /// <summary>The numbers a text of the form mentions, read once.</summary>
    public ImmutableArray<Mention> Mentions(Printed text)
    {
        if (text.IsBlank) return [];
        if (!_mentions.TryGetValue(text, out var mentions)) _mentions[text] = mentions = Mention.In(text);
        return mentions;
    }

    /// <summary>What a row of the form is called: project and row.</summary>
    public string Subject(string row) => Name + " " + row;

    /// <summary>The unit of bare amounts: the form's, else the one its own cells print (10 beside 300.00万), else the document's.</summary>
    private static Unit MoneyUnit(SelfEvaluation evaluation, string documentUnit)
    {
        foreach (var fund in evaluation.Funds)
            if (Unit.Of(fund.Unit) is { Dimension: Dimension.Money } stated) return stated;
        foreach (var fund in evaluation.Funds)
            for (var column = FundColumn.Initial; column <= FundColumn.Executed; column++)
                if (FigureReader.Read(Cell(fund, column).Text).Figure?.Unit is { } printed && printed.AsMoney is { Dimension: Dimension.Money } money) return money;
        return Unit.Of(documentUnit) is { Dimension: Dimension.Money } unit ? unit : Unit.None;
    }

    private static FundRow Row(Fund fund, int[] money, int points, Unit unit)
    {
        var source = FundSources.Strip(Characters.Key(fund.Source.Text));
        var amounts = ImmutableArray.CreateBuilder<Term?>(5);
        for (var column = FundColumn.Initial; column <= FundColumn.Executed; column++)
        {
            var cell = Cell(fund, column);
            amounts.Add(FigureReader.Read(cell.Text, unit).Figure is { } figure
                ? new Term(source + " " + Word(column), Raise(figure.In(figure.Unit.AsMoney), money[(int)column]), Role.Other, cell.Text, cell.Place)
                : null);
        }
        var adjustment = FigureReader.Read(fund.Adjustment.Text, unit).Figure is { } change
            ? new Term(source + " 年中调整", Raise(change.In(change.Unit.AsMoney), money.Max()), Role.Part, fund.Adjustment.Text, fund.Adjustment.Place) : null;
        return new FundRow(fund, source, amounts.MoveToImmutable(), Rate(fund.Rate, source), Points(fund.Weight, source + " 权重", Role.Whole, points),
            Points(fund.Score, source + " 得分", Role.Part, points))
        { Adjustment = adjustment };
    }

    private static IndicatorRow Row(Indicator indicator, int points)
    {
        var name = FirstNonBlank(indicator.Level4, indicator.Level3, indicator.Level2, indicator.Level1);
        return new IndicatorRow(
            indicator, name, Points(indicator.Weight, name + " 权重", Role.Whole, points), Points(indicator.Score, name + " 得分", Role.Part, points),
            Goal.Read(indicator), Goal.ReadActual(indicator, name));
    }

    private static string FirstNonBlank(params ReadOnlySpan<Printed> names)
    {
        foreach (var name in names)
            if (!name.IsBlank && !FigureReader.IsDash(Characters.Key(name.Text))) return name.Text;
        return "";
    }

    /// <summary>The execution rate: with or without its %, or as a plain ratio not above 1.</summary>
    private static Term? Rate(Printed cell, string source)
    {
        if (FigureReader.Read(cell.Text).Figure is not { } figure) return null;
        if (figure.Unit.Dimension == Dimension.None && figure.Value > 1 || figure.Value == 0) figure = figure.In(Unit.Percent);
        return new Term(source + " 执行率", figure, Role.Stated, cell.Text, cell.Place);
    }

    private static Term? Points(Printed cell, string label, Role role, int decimals)
    {
        if (FigureReader.Read(cell.Text).Figure is not { } figure) return null;
        if (figure.Unit.Dimension == Dimension.Count) figure = figure.In(Unit.None);
        return new Term(label, Raise(figure, decimals), role, cell.Text, cell.Place) { IsPoint = true };
    }

    private static Figure Raise(Figure figure, int decimals) => figure.Decimals >= decimals ? figure : figure with { Decimals = decimals };

    private static int PointDecimals(SelfEvaluation evaluation)
    {
        var most = Math.Max(Decimals(evaluation.TotalScore), Decimals(evaluation.TotalWeight));
        foreach (var fund in evaluation.Funds) most = Math.Max(most, Math.Max(Decimals(fund.Weight), Decimals(fund.Score)));
        foreach (var indicator in evaluation.Indicators) most = Math.Max(most, Math.Max(Decimals(indicator.Weight), Decimals(indicator.Score)));
        return most;
    }

    private static int Decimals(Printed cell) => cell.IsBlank ? 0 : FigureReader.Read(cell.Text).Figure?.Decimals ?? 0;

    private static Printed Cell(Fund fund, FundColumn column) => column switch
    {
        FundColumn.Initial => fund.Initial,
        FundColumn.Adjusted => fund.Adjusted,
        FundColumn.Budget => fund.Budget,
        FundColumn.Received => fund.Received,
        _ => fund.Executed,
    };

    /// <summary>The column's name in the field's words.</summary>
    public static string Word(FundColumn column) => column switch
    {
        FundColumn.Initial => "年初预算",
        FundColumn.Adjusted => "全年预算",
        FundColumn.Budget => "预算数",
        FundColumn.Received => "到位数",
        _ => "执行数",
    };
}

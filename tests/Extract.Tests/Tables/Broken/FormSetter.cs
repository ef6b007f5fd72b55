namespace Extract.Tests.Tables.Broken;

/// <summary>The measures of a form: display columns of its columns that wrap, and which columns it has.</summary>
internal sealed record Measures(
    Wording Wording, TargetStyle Target, bool Reasons, int Level1, int Level2, int Label, int Operator, int Reason, int Source, bool Spaced);

/// <summary>Sets a known form into rows of wrapped cells.</summary>
internal sealed class FormSetter(KnownForm form, Measures measures, Order order)
{
    public const int LabelColumn = 3;
    private const int TextWidth = 84;

    private bool Central => measures.Wording == Wording.Central;

    /// <summary>Title, project, units, goals: what stands above the budget.</summary>
    public IReadOnlyList<SetRow> Head() =>
    [
        Row(Central ? "项目支出绩效自评表" : $"部门预算项目支出绩效自评表（{form.Year} 年度）"),
        .. Optional(Central, Row($"（{form.Year}年度）")),
        Row("项目名称", Central ? form.Name : $"{form.Code}-{form.Name}"),
        Central ? Row("主管部门", form.Department, "实施单位", form.Unit) : Row("主管部门", form.Department, "实施单位", "（盖章）", form.Unit),
        .. Central ? [] : Goals(),
    ];

    private static SetRow[] Optional(bool really, SetRow row) => really ? [row] : [];

    private SetRow[] Goals() =>
    [
        Row([.. Column("项目基本情况", 8), .. Column("1.项目年度目标完成情况", 8), "项目年度目标", "年度目标完成情况"], 4),
        Lines(form.Goal, 46), Lines(form.Completion, 46),
        Row([.. Column("2.项目实施内容及过程概述", 8)], 1), Lines(form.Overview, TextWidth),
    ];

    /// <summary>The budget block with its header.</summary>
    public IReadOnlyList<SetRow> Budget()
    {
        string[] names = Central
            ? ["年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"]
            : ["年初预算", "调整后预算数", "预算执行数", "预算执行率", "权重", "得分", "原因"];
        var stub = Central ? "项目资金（万元）" : "预算执行情况（10分）";
        var corner = Central ? "" : "年度预算数（万元）";
        var header = new List<SetCell> { Cell(0, stub, 8, 0), Cell(1, corner, 10, 1) };
        for (var i = 0; i < names.Length; i++) header.Add(Cell(2 + i, names[i], 12, 2 + i));
        var rows = new List<SetRow> { new(header, true) };
        for (var i = 0; i < form.Funds.Length; i++) rows.Add(Fund(form.Funds[i], i == 1));
        return rows;
    }

    private SetRow Fund(KnownFund fund, bool first)
    {
        string[] values = Central
            ? [fund.Initial, fund.Adjusted, fund.Executed, fund.Weight, fund.Rate, fund.Score]
            : [fund.Initial, fund.Adjusted, fund.Executed, fund.Rate, fund.Weight, fund.Score];
        var cells = new List<SetCell> { Cell(LabelColumn, first ? "其中：" + fund.Source : fund.Source, measures.Source, 1) };
        for (var i = 0; i < values.Length; i++) cells.Add(Cell(4 + i, values[i], TextWidth, 4 + i));
        return new(WrappedLast(cells), IsFund: true);
    }

    /// <summary>The header of the indicator block.</summary>
    public SetRow IndicatorHeader(bool stub)
    {
        var cells = new List<SetCell>();
        if (stub) cells.Add(Cell(0, Central ? "绩效指标" : "绩效指标（90分）", 8, 0));
        cells.Add(Cell(1, "一级指标", Math.Max(8, measures.Level1), 1));
        cells.Add(Cell(2, "二级指标", measures.Level2, 2));
        cells.Add(Cell(LabelColumn, "三级指标", measures.Label, 3));
        if (measures.Target is TargetStyle.Split or TargetStyle.SplitWithUnit) cells.Add(Cell(4, "指标性质", measures.Operator, 4));
        cells.Add(Cell(5, Central ? "年度指标值" : "指标值", Central ? 10 : measures.Operator + 2, 5));
        if (measures.Target == TargetStyle.SplitWithUnit) cells.Add(Cell(6, "度量单位", 8, 6));
        cells.Add(Cell(7, Central ? "实际完成值" : "完成值", Central ? 10 : 6, 7));
        cells.Add(Cell(8, Central ? "分值" : "权重", 4, 8));
        cells.Add(Cell(9, "得分", 4, 9));
        if (measures.Reasons) cells.Add(Cell(10, Central ? "偏差原因分析及改进措施" : "未完成原因分析", measures.Reason, 10));
        return new(cells, true);
    }

    /// <summary>The indicator rows; a level name is printed with the first row it covers.</summary>
    public IReadOnlyList<SetRow> Indicators()
    {
        var rows = new List<SetRow>();
        for (var i = 0; i < form.Indicators.Length; i++)
        {
            var row = form.Indicators[i];
            var before = i > 0 ? form.Indicators[i - 1] : null;
            var cells = new List<SetCell>();
            var first1 = row.Level1 != before?.Level1;
            var first2 = first1 || row.Level2 != before?.Level2;
            if (first1) cells.Add(Cell(1, row.Level1, measures.Level1, 1) with { Merged = Spans(i, static x => x.Level1) });
            if (first2) cells.Add(Cell(2, row.Level2, measures.Level2, 2) with { Merged = Spans(i, static x => x.Level2) });
            cells.Add(Cell(LabelColumn, row.Level3, measures.Label, 3));
            foreach (var (column, text) in Targets(row)) cells.Add(Cell(column, text, TextWidth, column));
            cells.Add(Cell(7, row.Actual, TextWidth, 7));
            cells.Add(Cell(8, row.Weight, TextWidth, 8));
            cells.Add(Cell(9, row.Score, TextWidth, 9));
            if (measures.Reasons) cells.Add(Cell(10, row.Reason, order == Order.LabelBefore ? measures.Reason : TextWidth, 10));
            rows.Add(new(WrappedLast(cells), IsIndicator: true));
        }
        return rows;
    }

    private bool Spans(int row, Func<KnownIndicator, string> name) =>
        row + 1 < form.Indicators.Length && name(form.Indicators[row + 1]) == name(form.Indicators[row]);

    private (int Column, string Text)[] Targets(KnownIndicator row) => measures.Target switch
    {
        TargetStyle.Split => [(4, row.Operator), (5, row.Target)],
        TargetStyle.SplitWithUnit => [(4, row.Operator), (5, row.Target), (6, row.Unit)],
        _ => [(5, row.Operator + row.Target + row.Unit)],
    };

    /// <summary>Total, conclusion, problems, signatures: what stands below the indicators.</summary>
    public IReadOnlyList<SetRow> Foot()
    {
        var rows = new List<SetRow>();
        if (form.TotalWeight.Length > 0)
            rows.Add(new([Cell(1, Central ? "总分" : "合计", 8, 1), Cell(8, form.TotalWeight, 8, 8), Cell(9, form.TotalScore, 8, 9)]));
        if (!Central)
        {
            rows.AddRange([Row("评价结论"), Lines(form.Conclusion, TextWidth)]);
            rows.AddRange([Row("存在问题", form.Problems), Row("改进措施", form.Improvements)]);
        }
        rows.Add(Row($"项目负责人：{form.Leader}", $"财务负责人：{form.Accountant}"));
        return rows;
    }

    /// <summary>Where wrapped labels are drawn last, they take their turn after the row's values.</summary>
    private List<SetCell> WrappedLast(List<SetCell> cells)
    {
        if (order != Order.ValuesFirst) return cells;
        var label = cells.FindIndex(static c => c.Column == LabelColumn);
        if (cells[label].Lines.Length > 1) cells[label] = cells[label] with { Rank = 99 };
        return cells;
    }

    private SetCell Cell(int column, string text, int width, int rank) => new(column, Column(text, width), rank);

    private string[] Column(string text, int width) => LineBreaking.Wrap(measures.Spaced ? LineBreaking.SpaceDigits(text) : text, width);

    private SetRow Lines(string text, int width) => new([Cell(0, text, width, 0)]);

    private static SetRow Row(params string[] texts) => new([.. texts.Select(static (text, i) => new SetCell(i, [text], i))]);

    /// <summary>Lines of narrow stubs one below the other, then <paramref name="heads"/> heads on one line.</summary>
    private static SetRow Row(string[] texts, int heads)
    {
        var stubs = texts[..^(heads == 4 ? 2 : 0)];
        var cells = new List<SetCell> { new(0, stubs, 0) };
        if (heads == 4) cells.AddRange(texts[^2..].Select(static (text, i) => new SetCell(1 + i, [text], 1 + i)));
        return new(cells);
    }
}

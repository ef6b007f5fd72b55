using System.Collections.Immutable;
using Extract.Checks.Shapes;
using Extract.Diagnostics;
using Extract.Figures;
using Extract.Forms;

namespace Extract.Checks.Selectors;

/// <summary>Operands from the budget block of a self-evaluation.</summary>
internal static class FundSelectors
{
    // Sources printed below a grant, each a part of it and not of the total beside it.
    private static readonly string[] PartsOfGrants =
        ["中央财政资金", "中央补助", "中央财政补助资金", "省级财政资金", "省级资金", "市级财政资金", "县级财政资金", "区级财政资金", "地方财政资金", "地方资金", "本级财政资金", "省本级", "一般公共预算资金", "一般公共预算", "政府性基金", "政府性基金预算资金", "国有资本经营预算"];

    private static readonly string[] Grants = ["财政资金", "财政拨款", "当年财政拨款", "当年财政拨款资金"];

    /// <summary>P-12: the total of a column and its sources.</summary>
    public static IEnumerable<Instance> Totals(Dossier dossier)
    {
        foreach (var form in dossier.Forms)
        {
            if (form.Total is not { } total) continue;
            var sources = form.Sources.Where(static row => row.Fund.Nature.Length == 0 && !FundSources.IsBeyondYear(row.Source)).ToList();
            if (sources.Any(static row => Grants.Contains(row.Source))) sources.RemoveAll(static row => PartsOfGrants.Contains(row.Source));
            if (sources.Count == 0) continue;
            for (var column = FundColumn.Initial; column <= FundColumn.Executed; column++)
            {
                if (total[column] is not { } stated) continue;
                var parts = sources.Where(row => row[column] is not null).Select(row => row[column]!.As(Role.Part)).ToImmutableArray();
                if (parts.IsEmpty) continue;
                // A dash or 无 says none; only a blank cell is unknown, unless the source is blank throughout and another column does without it.
                var blanks = sources.Where(row => row[column] is null && row.Printed(column).IsBlank && !IsNone(row, total, sources))
                    .Select(row => new Operand(row.Source, "", Role.Part, "", row.Fund.Source.Place)).ToImmutableArray();
                yield return new Sum(form.Subject(ScoredForm.Word(column)), stated.As(Role.Stated), parts) { Blanks = blanks };
            }
        }
    }

    /// <summary>A source that prints no amount at all, and that the total of some column does not miss, is none.</summary>
    private static bool IsNone(FundRow source, FundRow total, List<FundRow> sources)
    {
        for (var column = FundColumn.Initial; column <= FundColumn.Executed; column++)
            if (source[column] is not null) return false;
        for (var column = FundColumn.Initial; column <= FundColumn.Executed; column++)
        {
            if (total[column] is not { Value: not 0 } stated) continue;
            var parts = sources.Select(row => row[column]).OfType<Term>().ToImmutableArray();
            if (new Sum("", stated, parts) is var sum && stated.Value == sum.Total) return true;
        }
        return false;
    }

    /// <summary>P-14: the annual budget is the opening one and what the year added to it.</summary>
    public static IEnumerable<Instance> Adjustments(Dossier dossier)
    {
        foreach (var (form, row) in Rows(dossier))
            if (row is { Adjustment: { } change } && row[FundColumn.Adjusted] is { } adjusted && row[FundColumn.Initial] is { } initial)
                yield return new Sum(form.Subject(row.Source + " 全年预算"), adjusted.As(Role.Stated), [initial.As(Role.Part), change]);
    }

    /// <summary>P-09: the execution rate and its two amounts, row by row; a row of zeros has no rate.</summary>
    public static IEnumerable<Instance> Rates(Dossier dossier)
    {
        foreach (var (form, row) in Rows(dossier))
        {
            if (row.Rate is not { } rate || IsZero(row)) continue;
            var subject = form.Subject(row.Source + " 执行率");
            if (row.Plan is not { } plan || row.Executed is not { } executed)
            {
                yield return new Unable(subject, $"{row.Executed?.Figure.Printed ?? "?"} ÷ {row.Plan?.Figure.Printed ?? "?"} = {rate.Figure.Printed}{rate.Figure.Unit.Name}", Seen(rate, row));
                continue;
            }
            if (Quotient.Of(executed.As(Role.Part), plan.As(Role.Whole)) is not { } quotient) continue;
            yield return new Ratio(subject, rate, [quotient]) { Hypotheses = () => Alternatives(row, executed, plan) };
        }
    }

    private static IEnumerable<(string, Quotient)> Alternatives(FundRow row, Term executed, Term plan)
    {
        foreach (var column in (FundColumn[])[FundColumn.Initial, FundColumn.Budget, FundColumn.Received])
            if (row[column] is { } other && other.Value != plan.Value && Quotient.Of(executed, other.As(Role.Whole)) is { } quotient)
                yield return ("wrong_denominator", quotient with { Operands = [other] });
        if (Quotient.Of(plan, executed) is { } inverse) yield return ("budget_final_swapped", inverse);
    }

    /// <summary>P-11: money executed against a budget of nothing.</summary>
    public static IEnumerable<Instance> ZeroBudgets(Dossier dossier)
    {
        foreach (var (form, row) in Rows(dossier))
        {
            if (row.Plan is not { Value: 0 } plan || row.Executed is not { } executed || executed.Value == 0) continue;
            yield return new Present(form.Subject(row.Source + " 执行率"), row.Rate is null, $"{executed.Figure.Printed} ÷ 0", Seen(row.Rate, row)) { Stated = row.Rate?.Figure.Printed ?? "" };
        }
    }

    /// <summary>P-15: a row of zeros prints 0 %, or nothing.</summary>
    public static IEnumerable<Instance> ZeroRows(Dossier dossier)
    {
        foreach (var (form, row) in Rows(dossier))
            if (IsZero(row) && row.Rate is { } rate)
                yield return new Present(form.Subject(row.Source + " 执行率"), rate.Value == 0, $"0 ÷ 0 → {rate.Figure.Printed}{rate.Figure.Unit.Name}", Seen(rate, row)) { Stated = rate.Figure.Printed, Expected = "0" };
    }

    /// <summary>P-13: executed not above the budget.</summary>
    public static IEnumerable<Instance> Overspending(Dossier dossier)
    {
        foreach (var (form, row) in Rows(dossier))
            if (row is { Plan: { } plan, Executed: { } executed })
                yield return new AtMost(form.Subject(row.Source + " 执行数"), executed.As(Role.Part), plan.As(Role.Whole));
    }

    /// <summary>P-16: a low rate has its reason, in forms with a column for it.</summary>
    public static IEnumerable<Instance> Reasons(Dossier dossier)
    {
        // The explanation limit of the Sichuan form (2023).
        const decimal limit = 0.9m;
        foreach (var form in dossier.Forms)
        {
            var hasColumn = form.Headers.Contains("原因") || form.Funds.Any(static row => !row.Fund.Reason.IsBlank);
            if (!hasColumn || form.Total is not { Rate: { } rate } row || rate.Interval.Low >= limit) continue;
            var explained = form.Funds.Any(static fund => !fund.Fund.Reason.IsBlank) || !form.Evaluation.Problems.IsBlank && form.Evaluation.Problems.Text != "无";
            yield return new Present(form.Subject("预算执行率原因"), explained, $"{rate.Figure.Printed}{rate.Figure.Unit.Name} < 90%", Seen(rate, row)) { Stated = row.Fund.Reason.Text };
        }
    }

    /// <summary>P-10: the points of the execution line.</summary>
    public static IEnumerable<Instance> ExecutionScores(Dossier dossier)
    {
        foreach (var form in dossier.Forms)
        {
            if (ExecutionLine(form) is not ({ } weight, { } score)) continue;
            var row = form.Execution ?? form.Total;
            var subject = form.Subject("预算执行得分");
            var candidates = Expectations(form, row, weight).ToImmutableArray();
            var inputs = new[] { row?.Rate?.As(Role.Part), row?.Executed?.As(Role.Part), row?.Plan?.As(Role.Whole), weight }.OfType<Term>().ToImmutableArray();
            var rule = form.Rules.ExecutionRule;
            var full = score.Value == weight.Value;
            if (candidates.IsEmpty) yield return new Unable(subject, $"? × {weight.Figure.Printed} = {score.Figure.Printed}", [score.Operand, weight.Operand]);
            // A full score at an unfull rate may follow a stepped local rule that the form does not print.
            else yield return new Score(subject, score.As(Role.Stated), inputs, candidates) { FailSeverity = full && rule.IsBlank ? Severity.Warning : null };
        }
    }

    private static (Term?, Term?) ExecutionLine(ScoredForm form)
    {
        if (form.Execution is { Weight: { } weight, Score: { } score }) return (weight, score);
        var line = form.Indicators.FirstOrDefault(static row => row.IsExecution);
        return (line?.Weight, line?.Score);
    }

    private static IEnumerable<Expected> Expectations(ScoredForm form, FundRow? row, Term weight)
    {
        if (row?.Rate is { } rate) yield return Expect(form, rate.Value, rate.Interval, rate.Figure.Printed + rate.Figure.Unit.Name, weight);
        if (row is { Executed: { } executed, Plan: { } plan } && Quotient.Of(executed, plan) is { } quotient)
            yield return Expect(form, quotient.Value, quotient.Range, quotient.Formula, weight);
    }

    private static Expected Expect(ScoredForm form, decimal rate, Interval range, string shown, Term weight)
    {
        var rules = form.Rules;
        if (rules is { FullFrom: { } limit, FullPoints: { } points } && rate >= limit)
            return new Expected(points, Interval.Point(points), $"{shown} ≥ {Numbers.Short(limit * 100)}% →");
        var factor = rules.RateFactor ?? weight.Value;
        var low = Math.Clamp(range.Low * factor, 0, Math.Max(0, weight.Value));
        var high = Math.Clamp(range.High * factor, 0, Math.Max(0, weight.Value));
        return new Expected(Math.Min(weight.Value, Math.Max(0, rate * factor)), new Interval(low, high), $"{shown} × {Numbers.Short(factor)}");
    }

    /// <summary>P-04: the weight of execution is the one its heading or the form's rules print.</summary>
    public static IEnumerable<Instance> ExecutionWeights(Dossier dossier)
    {
        foreach (var form in dossier.Forms)
        {
            if (ExecutionLine(form).Item1 is not { } weight) continue;
            if (form.Evaluation.ExecutionPoints is { } heading)
                yield return new Same(form.Subject("预算执行权重"), weight.As(Role.Stated), Given(heading, "预算执行情况", weight));
            foreach (var (level, points, rule) in form.Rules.LevelPoints)
                if (level.EndsWith("执行率", StringComparison.Ordinal))
                    yield return new Same(form.Subject("预算执行权重"), weight.As(Role.Stated), Given(points, level, weight) with { Quote = rule.Text, Place = rule.Place });
        }
    }

    /// <summary>Points a heading or a rule gives.</summary>
    internal static Term Given(decimal points, string label, Term like) =>
        new(label, new Figure(Numbers.Short(points), points, like.Figure.Decimals, like.Figure.Unit), Role.Whole, label, null) { IsPoint = true };

    private static IEnumerable<(ScoredForm Form, FundRow Row)> Rows(Dossier dossier) =>
        dossier.Forms.SelectMany(static form => form.Funds.Select(row => (form, row)));

    private static bool IsZero(FundRow row) => row is { Plan.Value: 0 } && row.Executed is null or { Value: 0 };

    private static ImmutableArray<Operand> Seen(Term? rate, FundRow row) =>
        [.. new[] { rate?.As(Role.Stated), row.Executed?.As(Role.Part), row.Plan?.As(Role.Whole) }.OfType<Term>().Select(static term => term.Operand)];
}

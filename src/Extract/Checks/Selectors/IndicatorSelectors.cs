using System.Collections.Immutable;
using Extract.Checks.Shapes;
using Extract.Diagnostics;
using Extract.Figures;
using Extract.Forms;
using Extract.Text;

namespace Extract.Checks.Selectors;

/// <summary>Operands from the indicator rows of a self-evaluation: target, actual value, score, and what the row says of itself.</summary>
internal static class IndicatorSelectors
{
    /// <summary>P-17: at least.</summary>
    public static IEnumerable<Instance> AtLeast(Dossier dossier) => Targets(dossier, static goal => goal is { InWords: false, Sign: "≥" or "＞" });

    /// <summary>P-18: at most.</summary>
    public static IEnumerable<Instance> AtMostTargets(Dossier dossier) => Targets(dossier, static goal => goal is { InWords: false, Sign: "≤" or "＜" });

    /// <summary>P-19: equal, which is also what a bare number asks for.</summary>
    public static IEnumerable<Instance> Equal(Dossier dossier) => Targets(dossier, static goal => goal is { InWords: false, Sign: "＝" or "" });

    /// <summary>P-20: an operator in words, or a range.</summary>
    public static IEnumerable<Instance> InWords(Dossier dossier) => Targets(dossier, static goal => goal.InWords);

    private static IEnumerable<Instance> Targets(Dossier dossier, Func<Goal, bool> mine)
    {
        foreach (var (form, row) in Rows(dossier))
        {
            if (row.Goal is not { } goal || !mine(goal) || row.Indicator.Actual.IsBlank) continue;
            // The same words on both sides (≥95%, 2024年底前) say that it was reached.
            if (Characters.Key(row.Indicator.Actual.Text) == Characters.Key(row.Indicator.Target.Text) && row.Actual is null) continue;
            var subject = form.Subject(row.Name);
            if (row.Actual is not { } actual)
            {
                yield return new Unable(subject, $"? {Shown(goal)}", Operands(row));
                continue;
            }
            var reach = goal.Judge(actual);
            var formula = $"{actual.Figure.Printed} {Relation(reach)} {Shown(goal)}" + (row is { Score: { } score, Weight: { } weight } ? $" → {score.Figure.Printed}/{weight.Figure.Printed}" : "");
            if (reach == Reach.Unknown)
            {
                yield return new Unable(subject, formula, Operands(row));
                continue;
            }
            if (reach == Reach.Missed && ByPrintedRule(form, row, goal, actual, subject) is { } scored)
            {
                yield return scored;
                continue;
            }
            // A row that admits 未完成 and scores in full is P-22's.
            var claimed = ClaimsFull(row);
            if (claimed && reach != Reach.Reached && Flag(row) == false) continue;
            yield return new Present(subject, reach == Reach.Reached || !claimed, formula, Operands(row))
            {
                Stated = row.Score?.Figure.Printed ?? row.Indicator.CompletionRate.Text,
                Expected = row.Weight is { } most ? "< " + most.Figure.Printed : "< 100%",
                FailSeverity = reach == Reach.AtLimit || IsDoubtful(row, goal) ? Severity.Warning : null,
                KnownCause = reach == Reach.AtLimit ? new Cause("strict_limit", [goal.Sign + goal.Limit.Figure.Printed, actual.Figure.Printed]) : Cause.None,
            };
        }
    }

    /// <summary>
    /// The score of a missed target by the rule that the form prints: the indicator's own criterion, else the rule of its notes. Null where it prints
    /// none, or where the score is more than any rule gives (the full score of a missed target is judged without it).
    /// </summary>
    private static Score? ByPrintedRule(ScoredForm form, IndicatorRow row, Goal goal, Term actual, string subject)
    {
        if (row is not { Score: { } score, Weight: { Value: > 0 } weight } || score.Value >= weight.Value || goal.Upper is not null || goal.Limit.Figure.Value <= 0 || actual.Figure.Value <= 0) return null;
        if (actual.Figure.Unit != goal.Limit.Figure.Unit && actual.Figure.Unit.Dimension != Dimension.None && goal.Limit.Figure.Unit.Dimension != Dimension.None) return null;
        var rule = CriterionRule.Read(row.Indicator.Criterion.Text) ?? (form.Rules.ShareRule.IsBlank ? null : new CriterionRule(true, null, 1, 0, false));
        if (rule is null) return null;
        var upper = goal.Sign is "≤" or "＜";
        var (limit, value) = (upper ? goal.Limit.Figure.Value : Math.Min(goal.Limit.Figure.Value, rule.Limit is > 0 and var named ? named : goal.Limit.Figure.Value), actual.Figure.Value);
        var share = upper ? limit / value : value / limit;
        var points = rule.Points(weight.Value, Math.Max(0, upper ? value - limit : limit - value), Math.Min(1, share));
        var formula = rule.ByShare ? $"{(upper ? goal.Limit : actual).Figure.Printed} ÷ {(upper ? actual : goal.Limit).Figure.Printed} × {weight.Figure.Printed}"
            : $"{weight.Figure.Printed} − |{Numbers.Short(limit)} − {actual.Figure.Printed}| ÷ {Numbers.Short(rule.Step)} × {Numbers.Short(rule.CutIsShare ? rule.Cut * 100 : rule.Cut)}{(rule.CutIsShare ? "% × " + weight.Figure.Printed : "")}";
        var step = actual.Figure.Step / limit * weight.Value / 2;
        var range = rule.ByShare ? new Interval(Math.Max(0, points - step), Math.Min(weight.Value, points + step)) : Interval.Point(points);
        return new Score(subject, score.As(Role.Stated), [actual, goal.Limit, weight], [new Expected(points, range, formula)]) { FailSeverity = Severity.Warning };
    }

    /// <summary>Full score; without scores, a completion of 100 %.</summary>
    private static bool ClaimsFull(IndicatorRow row)
    {
        if (row is { Score: { } score, Weight: { } weight }) return weight.Value > 0 && score.Value >= weight.Value;
        return row.Score is null && FigureReader.Read(row.Indicator.CompletionRate.Text).Figure is { } rate && rate.Value >= 100;
    }

    /// <summary>Points in time, words, and a bare number leave room for another reading: then a miss is a warning.</summary>
    private static bool IsDoubtful(IndicatorRow row, Goal goal) =>
        goal.InWords || goal.Sign.Length == 0 || goal.Sign == "＝" || Levels.WithoutPoints(Characters.Key(row.Indicator.Level2.Text)).StartsWith("时效", StringComparison.Ordinal)
        || row.Name.Contains("时间", StringComparison.Ordinal) || row.Name.Contains("时限", StringComparison.Ordinal) || row.Name.Contains("期限", StringComparison.Ordinal)
        || row.Actual!.Figure.Unit != goal.Limit.Figure.Unit && row.Actual.Figure.Unit.Dimension != Dimension.None && goal.Limit.Figure.Unit.Dimension != Dimension.None;

    internal static string Shown(Goal goal) => goal.Upper is { } upper ? $"{goal.Limit.Figure.Printed}–{upper.Figure.Printed}" : goal.Sign + goal.Limit.Figure.Printed;

    private static string Relation(Reach reach) => reach switch { Reach.Reached => "⊨", Reach.Unknown => "?", _ => "⊭" };

    /// <summary>P-23: 完成 and 未完成 agree with target and actual value; the form's own rules decide the severity.</summary>
    public static IEnumerable<Instance> Completed(Dossier dossier)
    {
        foreach (var (form, row) in Rows(dossier))
        {
            if (Flag(row) is not { } done) continue;
            var flag = Characters.Key(row.Indicator.Completed.Text);
            var subject = form.Subject(row.Name);
            var operands = Operands(row).Insert(0, new Operand("完成情况", flag, Role.Stated, flag, row.Indicator.Completed.Place));
            if (row is { Goal: { } goal, Actual: { } actual } && goal.Judge(actual) is var reach and not Reach.Unknown)
            {
                yield return new Present(subject, done == (reach == Reach.Reached), $"{actual.Figure.Printed} {Relation(reach)} {Shown(goal)}, {flag}", operands)
                {
                    Stated = flag,
                    Expected = reach == Reach.Reached ? "完成" : "未完成",
                    FailSeverity = form.Rules.FinishedWhenReached && reach == Reach.Missed ? Severity.Error : null,
                };
            }
        }
    }

    /// <summary>What the row says of itself: 完成 or 未完成; null where it says neither.</summary>
    private static bool? Flag(IndicatorRow row) => Characters.Key(row.Indicator.Completed.Text) switch
    {
        "完成" or "已完成" or "是" => true,
        "未完成" or "否" => false,
        _ => null,
    };

    /// <summary>P-22: a score below its weight has a reason, in forms with a column for it; a row that admits 未完成 does not score in full.</summary>
    public static IEnumerable<Instance> Reasons(Dossier dossier)
    {
        foreach (var form in dossier.Forms)
        {
            foreach (var row in form.Indicators)
            {
                if (row.IsExecution || row is not { Score: { } score, Weight: { } weight }) continue;
                if (Flag(row) == false)
                    yield return new Present(form.Subject(row.Name), score.Value < weight.Value, $"{row.Indicator.Completed.Text}: {score.Figure.Printed} < {weight.Figure.Printed}",
                        [score.As(Role.Stated).Operand, weight.Operand, new Operand("完成情况", row.Indicator.Completed.Text, Role.Other, row.Indicator.Completed.Text, row.Indicator.Completed.Place)])
                    {
                        Stated = score.Figure.Printed,
                        Expected = "< " + weight.Figure.Printed,
                        FailSeverity = form.Rules.UnfinishedBelowWeight ? Severity.Error : null,
                    };
                else if (form.AsksForReasons && score.Value < weight.Value && dossier.IsReasonUncertain(form, row.Indicator.Reason))
                    yield return new Unable(form.Subject(row.Name), $"{score.Figure.Printed} < {weight.Figure.Printed}", [score.As(Role.Stated).Operand, weight.Operand]);
                else if (form.AsksForReasons && score.Value < weight.Value)
                    yield return new Present(form.Subject(row.Name), !row.Indicator.Reason.IsBlank, $"{score.Figure.Printed} < {weight.Figure.Printed}", [score.As(Role.Stated).Operand, weight.Operand]) { Stated = score.Figure.Printed };
            }
        }
    }

    /// <summary>P-24: where the form asks for it, a target exceeded by so much scores less than its weight.</summary>
    public static IEnumerable<Instance> Excesses(Dossier dossier)
    {
        foreach (var (form, row) in Rows(dossier))
        {
            if (form.Rules.ReducedFromExcess is not { } limit || row is not { Goal: { } goal, Actual: { } actual, Score: { } score, Weight: { } weight }) continue;
            if (goal.Sign is not ("≥" or "＞") || goal.Excess(actual) is not { } excess || excess < limit) continue;
            var formula = $"({actual.Figure.Printed} − {goal.Limit.Figure.Printed}) ÷ {goal.Limit.Figure.Printed} = {Numbers.Write(excess * 100, 2)}% ≥ {Numbers.Short(limit * 100)}% → {score.Figure.Printed} < {weight.Figure.Printed}";
            yield return new Present(form.Subject(row.Name), score.Value < weight.Value, formula,
                Operands(row).Add(new Operand("说明", form.Rules.ExcessRule.Text, Role.Other, form.Rules.ExcessRule.Text, form.Rules.ExcessRule.Place)))
            { Stated = score.Figure.Printed, Expected = "< " + weight.Figure.Printed };
        }
    }

    /// <summary>P-31: a cost indicator whose limit is the whole budget reports what was executed.</summary>
    public static IEnumerable<Instance> Costs(Dossier dossier)
    {
        foreach (var (form, row) in Rows(dossier))
        {
            if (row is not { Goal: { Sign: "≤" or "＜" } goal, Actual: { } actual } || form.Total is not { Plan: { } plan, Executed: { } executed }) continue;
            if (!Characters.Key(row.Indicator.Level2.Text).Contains("成本", StringComparison.Ordinal) && !Characters.Key(row.Indicator.Level1.Text).Contains("成本", StringComparison.Ordinal)) continue;
            if (InMoneyOf(plan, goal.Limit) is not { } limit || limit.Value != plan.Value || InMoneyOf(plan, actual) is not { } cost) continue;
            yield return new Same(form.Subject(row.Name), cost with { Role = Role.Stated, IsPoint = false }, executed.As(Role.Whole));
        }
    }

    /// <summary>A bare number taken in the unit of the money beside it.</summary>
    private static Term? InMoneyOf(Term money, Term bare) => bare.Figure.Unit.Dimension switch
    {
        Dimension.Money => bare,
        Dimension.None when bare.Figure.Unit.Factor == 1 => bare with { Figure = bare.Figure.In(money.Figure.Unit) },
        _ => null,
    };

    /// <summary>P-39: a completion rate is the actual value over the target.</summary>
    public static IEnumerable<Instance> CompletionRates(Dossier dossier)
    {
        foreach (var (form, row) in Rows(dossier))
        {
            if (FigureReader.Read(row.Indicator.CompletionRate.Text).Figure is not { } figure || row is not { Goal: { Upper: null } goal, Actual: { } actual }) continue;
            if (goal.Sign is "≤" or "＜" || goal.Limit.Value == 0 || goal.Judge(actual) == Reach.Unknown && goal.Sign.Length > 0) continue;
            if (figure.Unit.Dimension == Dimension.None) figure = figure.In(Unit.Percent);
            var stated = new Term(row.Name + " 完成率", figure, Role.Stated, row.Indicator.CompletionRate.Text, row.Indicator.CompletionRate.Place);
            var limit = actual.Figure.Unit.Dimension == Dimension.None ? goal.Limit with { Figure = goal.Limit.Figure.In(Unit.None) } : goal.Limit;
            var reached = goal.Limit.Figure.Unit.Dimension == Dimension.None ? actual with { Figure = actual.Figure.In(Unit.None) } : actual;
            if (Quotient.Of(reached, limit) is { } quotient) yield return new Ratio(form.Subject(row.Name + " 完成率"), stated, [quotient]) { MayBeCapped = true };
        }
    }

    internal static IEnumerable<(ScoredForm Form, IndicatorRow Row)> Rows(Dossier dossier) =>
        dossier.Forms.SelectMany(static form => form.Indicators.Select(row => (form, row)));

    internal static ImmutableArray<Operand> Operands(IndicatorRow row)
    {
        var seen = ImmutableArray.CreateBuilder<Operand>();
        var indicator = row.Indicator;
        seen.Add(new Operand(row.Name + " 完成值", indicator.Actual.Text, Role.Stated, indicator.Actual.Text, indicator.Actual.Place ?? indicator.Place));
        if (!indicator.Target.IsBlank) seen.Add(new Operand(row.Name + " 指标值", indicator.Operator + indicator.Target.Text, Role.Whole, indicator.Target.Text, indicator.Target.Place));
        if (row.Score is { } score) seen.Add(score.Operand);
        if (row.Weight is { } weight) seen.Add(weight.Operand);
        return seen.ToImmutable();
    }
}

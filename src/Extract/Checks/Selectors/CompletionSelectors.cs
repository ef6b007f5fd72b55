using System.Collections.Immutable;
using Extract.Checks.Shapes;
using Extract.Records;

namespace Extract.Checks.Selectors;

/// <summary>A final amount that is really the budget: the document states another final amount, and the completion rate is their quotient.</summary>
/// <param name="Printed">The statement whose figure is the budget.</param>
/// <param name="Final">The final amount stated elsewhere.</param>
/// <param name="Rate">The completion rate printed beside it.</param>
internal sealed record Swap(Statement Printed, Statement Final, Statement Rate);

/// <summary>Operands of completion rates in sentences: 完成预算, 完成率.</summary>
internal static class CompletionSelectors
{
    /// <summary>Finds budgets printed as final amounts, before any other check takes them at their word.</summary>
    public static ImmutableArray<Swap> Swaps(Said said)
    {
        var found = ImmutableArray.CreateBuilder<Swap>();
        foreach (var rate in said.All.Where(static statement => statement.Kind == StatementKind.CompletionRate && statement.Measure == Measure.Actual))
        {
            if (Actual(said, rate) is not { Kind: StatementKind.Amount } printed || Budget(said, rate) is not null) continue;
            var stated = said.Term(printed, Role.Whole);
            foreach (var other in said.Of(said.Key(printed), printed))
            {
                if (ReferenceEquals(other, printed) || !Said.IsActual(other) || other.Kind != StatementKind.Amount || other.Year != printed.Year) continue;
                var final = said.Term(other, Role.Part);
                if (Math.Abs(final.Value - stated.Value) <= stated.Step || Quotient.Of(final, stated) is not { } quotient) continue;
                if (!said.Term(rate, Role.Stated).Interval.Meets(quotient.Range)) continue;
                found.Add(new Swap(printed, other, rate));
                break;
            }
        }
        return found.ToImmutable();
    }

    /// <summary>N-17: 完成预算 x % is final over budget.</summary>
    public static IEnumerable<Instance> Rates(Dossier dossier)
    {
        var said = dossier.Said;
        foreach (var swap in dossier.Swaps)
        {
            var stated = said.Term(swap.Printed, Role.Stated);
            var final = said.Term(swap.Final, Role.Whole);
            yield return new Same(swap.Printed.Item, stated, final)
            {
                Also = [said.Term(swap.Rate, Role.Other)],
                Explanation = $"{final.Figure.Printed} ÷ {stated.Figure.Printed} = {swap.Rate.Figure.Printed}%",
                KnownCause = new Cause("budget_final_swapped", [stated.Figure.Printed, final.Figure.Printed]),
            };
        }
        var swapped = dossier.Swaps.Select(static swap => swap.Rate).ToHashSet<Statement>(ReferenceEqualityComparer.Instance);
        foreach (var rate in said.All.Where(static statement => statement.Kind == StatementKind.CompletionRate && statement.Measure == Measure.Actual))
        {
            // The goal texts of forms are read against their budget block.
            if (dossier.IsInForm(rate)) continue;
            if (swapped.Contains(rate) || Target(said, rate) is not null) continue;
            if (Actual(said, rate) is not { Kind: StatementKind.Amount } actual) continue;
            var stated = said.Term(rate, Role.Stated);
            var part = said.Term(actual, Role.Part);
            if (Budget(said, rate) is not { } budget)
            {
                if (part.Value == 0 && stated.Value == 0) continue;
                yield return new Unable(rate.Item, $"{part.Figure.Printed} ÷ ? = {stated.Figure.Printed}%", [stated.Operand, part.Operand]);
                continue;
            }
            var whole = said.Term(budget, Role.Whole);
            if (Quotient.Of(part, whole) is not { } quotient) continue;
            yield return new Ratio(actual.Item, stated, [quotient]) { Hypotheses = () => Alternatives(said, rate, part, whole) };
        }
    }

    private static IEnumerable<(string, Quotient)> Alternatives(Said said, Statement rate, Term part, Term whole)
    {
        if (Quotient.Of(whole, part) is { } inverse) yield return ("budget_final_swapped", inverse);
        foreach (var other in said.Paragraph(rate).Where(Said.IsBudget))
        {
            var term = said.Term(other, Role.Whole);
            if (term.Value != whole.Value && Quotient.Of(part, term) is { } named) yield return ("wrong_denominator", named with { Operands = [term] });
        }
    }

    /// <summary>N-19: 完成 100 % and a difference in one sentence.</summary>
    public static IEnumerable<Instance> Contradictions(Dossier dossier)
    {
        var said = dossier.Said;
        foreach (var rate in said.All.Where(static statement => statement is { Kind: StatementKind.CompletionRate, Measure: Measure.Actual, Figure.Value: 100 }))
        {
            if (Budget(said, rate) is not { } budget) continue;
            var change = said.Sentence(rate).FirstOrDefault(static statement => statement.Kind == StatementKind.Change && statement.Figure.Value != 0);
            if (change is null || change.Of.Length > 0 && !change.Of.Contains("预算", StringComparison.Ordinal)) continue;
            var whole = said.Term(budget, Role.Whole);
            var part = said.Term(change, Role.Part);
            if (Quotient.Of([whole, part], whole) is { } quotient) yield return new Ratio(rate.Item, said.Term(rate, Role.Stated), [quotient]);
        }
    }

    /// <summary>P-39 in sentences: a completion rate of a target is what was reached over the target; several things reached are added.</summary>
    public static IEnumerable<Instance> OfTargets(Dossier dossier)
    {
        foreach (var (rate, target, reached) in Targets(dossier.Said))
        {
            var said = dossier.Said;
            var whole = said.Term(target, Role.Whole) with { IsPoint = true };
            var parts = reached.Select(statement => said.Term(statement, Role.Part) with { IsPoint = statement.Kind == StatementKind.Count }).ToImmutableArray();
            var candidates = ImmutableArray.CreateBuilder<Quotient>();
            if (Quotient.Of(parts, whole) is { } all) candidates.Add(all);
            if (parts.Length > 1 && Quotient.Of(parts[^1], whole) is { } last) candidates.Add(last);
            if (candidates.Count > 0) yield return new Ratio(target.Item + " 完成率", said.Term(rate, Role.Stated), candidates.ToImmutable()) { MayBeCapped = true };
        }
    }

    /// <summary>Amounts that a completion rate proves to be the sum of what a paragraph lists: 32.75 + 2.97 of 质押融资总额.</summary>
    public static IEnumerable<(Statement Target, ImmutableArray<Statement> Parts)> ProvenSums(Said said)
    {
        foreach (var (rate, target, reached) in Targets(said))
        {
            if (reached.Length < 2 || target.Kind != StatementKind.Amount) continue;
            var parts = reached.Select(statement => said.Term(statement, Role.Part)).ToImmutableArray();
            if (Quotient.Of(parts, said.Term(target, Role.Whole) with { IsPoint = true }) is { } quotient && said.Term(rate, Role.Stated).Interval.Meets(quotient.Range))
                yield return (target, reached);
        }
    }

    /// <summary>A rate with the target before it and everything reached between the two that is counted in the target's unit.</summary>
    private static IEnumerable<(Statement Rate, Statement Target, ImmutableArray<Statement> Reached)> Targets(Said said)
    {
        foreach (var rate in said.All.Where(static statement => statement.Kind == StatementKind.CompletionRate && statement.Measure == Measure.Actual))
        {
            if (Target(said, rate) is not { } target) continue;
            var between = said.Paragraph(rate).Where(statement => Said.IsActual(statement) && said.Distance(target, statement) > 0 && said.Distance(statement, rate) > 0).ToList();
            var alike = between.FindAll(statement => said.Term(statement, Role.Part).Figure.Unit == said.Term(target, Role.Part).Figure.Unit);
            if (alike.Count == 0 && between.Count == 1 && target.Kind == StatementKind.Count) alike = between;
            if (alike.Count > 0) yield return (rate, target, [.. alike]);
        }
    }

    /// <summary>P-40: a deviation is what a completion rate in the same sentence has above or below 100 %.</summary>
    public static IEnumerable<Instance> Deviations(Dossier dossier)
    {
        var said = dossier.Said;
        foreach (var deviation in said.All.Where(static statement => statement.Kind == StatementKind.Share && statement.Item.EndsWith("偏离度", StringComparison.Ordinal)))
        {
            if (said.Sentence(deviation).LastOrDefault(statement => statement.Kind == StatementKind.CompletionRate && said.Distance(statement, deviation) is > 0 and <= 2) is not { } rate) continue;
            var completed = said.Term(rate, Role.Part);
            var expected = completed with { Label = rate.Item + " 完成率 − 100%", Figure = completed.Figure with { Value = Math.Abs(completed.Figure.Value - 100), Printed = $"|{completed.Figure.Printed} − 100|" } };
            yield return new Same(deviation.Item, said.Term(deviation, Role.Stated), expected);
        }
    }

    /// <summary>P-25 in sentences: what was reached is counted in the target's unit.</summary>
    public static IEnumerable<Instance> Units(Dossier dossier)
    {
        foreach (var (_, target, reached) in Targets(dossier.Said))
        {
            if (target.Kind != StatementKind.Count || reached.Length != 1) continue;
            var (wanted, got) = (target.Figure.Unit.Name, reached[0].Figure.Unit.Name);
            var same = wanted == got || wanted.EndsWith(got, StringComparison.Ordinal) || got.EndsWith(wanted, StringComparison.Ordinal);
            yield return new Present(target.Item, same, $"{target.Figure.Printed}{wanted}, {reached[0].Figure.Printed}{got}",
                [dossier.Said.Term(reached[0], Role.Stated).Operand, dossier.Said.Term(target, Role.Whole).Operand])
            { Stated = got, Expected = wanted };
        }
    }

    private static Statement? Target(Said said, Statement rate) => said.Paragraph(rate)
        .LastOrDefault(statement => statement.Measure == Measure.Target && statement.Kind is StatementKind.Count or StatementKind.Amount && said.Distance(statement, rate) > 0);

    /// <summary>The amount a rate completes: the nearest before it in its sentence, of its own item where one is named so.</summary>
    private static Statement? Actual(Said said, Statement rate)
    {
        var before = said.Sentence(rate).Where(statement => Said.IsActual(statement) && said.Distance(statement, rate) > 0).ToList();
        var key = said.Key(rate);
        return before.FindLast(statement => said.Key(statement) == key) ?? (before.Count == 1 ? before[0] : null);
    }

    /// <summary>The budget a rate is measured against: named by it, else the nearest budget before it in its sentence, else in its paragraph.</summary>
    private static Statement? Budget(Said said, Statement rate)
    {
        var budgets = said.Paragraph(rate).Where(statement => Said.IsBudget(statement) && said.Distance(statement, rate) > 0).ToList();
        var key = said.Key(rate);
        var own = budgets.FindAll(statement => said.Key(statement) == key);
        if (own.Count > 0) budgets = own;
        else budgets = budgets.FindAll(statement => statement.Sentence == rate.Sentence);
        if (rate.Of.Contains("年初", StringComparison.Ordinal)) return budgets.FindLast(static statement => statement.Measure == Measure.OpeningBudget) ?? budgets.LastOrDefault();
        if (rate.Of.Contains("全年", StringComparison.Ordinal) || rate.Of.Contains("调整", StringComparison.Ordinal))
            return budgets.FindLast(static statement => statement.Measure == Measure.AdjustedBudget) ?? budgets.LastOrDefault();
        return budgets.LastOrDefault();
    }
}

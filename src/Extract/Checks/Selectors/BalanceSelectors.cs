using Extract.Checks.Shapes;
using Extract.Diagnostics;
using Extract.Figures;
using Extract.Forms.Statutory;
using Extract.Records;

namespace Extract.Checks.Selectors;

/// <summary>The balance that a section tells in sentences: total income and expenditure, the year's, what was carried in and out.</summary>
internal static class BalanceSelectors
{
    private sealed record Told(Statement? Income, Statement? YearIncome, Statement? Opening, Statement? Surplus, Statement? Spent, Statement? YearSpent, Statement? Distribution, Statement? Closing);

    private static IEnumerable<Told> Each(Dossier dossier)
    {
        if (dossier.Disclosure.About.Kind != DisclosureKind.FinalAccounts) yield break;
        foreach (var part in dossier.Said.All.GroupBy(static statement => Said.Part(statement), StringComparer.Ordinal))
        {
            var mine = part.Where(statement => statement is { Kind: StatementKind.Amount, Measure: Measure.Actual } && statement.Qualifier.Length == 0 && !dossier.IsMisnamed(statement)).ToList();
            Statement? First(Func<string, bool> fits) => mine.Find(statement => fits(dossier.Said.Key(statement)));
            // By the printed name: a key leaves out words that tell these rows apart (非财政拨款结余).
            Statement? InRole(RowRole role) => mine.Find(statement => RowNames.RoleOf(statement.Item) == role);
            var told = new Told(
                First(static key => key.EndsWith("总收入", StringComparison.Ordinal) || key.EndsWith("收入总计", StringComparison.Ordinal)), First(static key => key is "本年收入" or "本年收入合计"),
                InRole(RowRole.Opening) ?? First(static key => key.EndsWith("年初结转和结余", StringComparison.Ordinal)), InRole(RowRole.SurplusUsed),
                First(static key => key.EndsWith("总支出", StringComparison.Ordinal) || key.EndsWith("支出总计", StringComparison.Ordinal) && !key.Contains("收入支出", StringComparison.Ordinal)),
                First(static key => key is "本年支出" or "本年支出合计"), InRole(RowRole.Distribution), InRole(RowRole.Closing));
            if (told.YearIncome is not null || told.YearSpent is not null) yield return told;
        }
    }

    private static Sum Add(Dossier dossier, Statement whole, Statement?[] parts, int minus)
    {
        var terms = parts.OfType<Statement>().Select(statement => dossier.Said.Term(statement, Role.Part)).ToList();
        return new Sum(whole.Item, dossier.Said.Term(whole, Role.Stated), [.. terms]) { Minus = minus };
    }

    /// <summary>N-03: total income is the year's, what was carried in and the surplus used; total expenditure the year's, what was distributed and what is left.</summary>
    public static IEnumerable<Instance> Totals(Dossier dossier)
    {
        foreach (var told in Each(dossier))
        {
            if (told is { Income: { } income, YearIncome: { } year, Opening: { } opening }) yield return Add(dossier, income, [year, told.Surplus, opening], 0);
            if (told is { Spent: { } spent, YearSpent: { } spentYear, Closing: { } closing }) yield return Add(dossier, spent, [spentYear, told.Distribution, closing], 0);
        }
    }

    /// <summary>N-01: total income and total expenditure are one.</summary>
    public static IEnumerable<Instance> Ends(Dossier dossier)
    {
        foreach (var told in Each(dossier))
            if (told is { Income: { } income, Spent: { } spent }) yield return new Same(spent.Item, dossier.Said.Term(spent, Role.Stated), dossier.Said.Term(income, Role.Whole));
    }

    /// <summary>N-02: what is left follows from the rest.</summary>
    public static IEnumerable<Instance> Closings(Dossier dossier)
    {
        foreach (var told in Each(dossier))
        {
            if (told is not { Closing: { } closing, YearSpent: { } spent }) continue;
            var taken = told.Distribution is { } distributed ? new[] { spent, distributed } : [spent];
            Statement?[]? added = told.Income is { } income ? [income] : told is { YearIncome: { } year, Opening: { } opening } ? [year, opening, told.Surplus] : null;
            if (added is not null) yield return Add(dossier, closing, [.. added, .. taken], taken.Length);
        }
    }

    /// <summary>N-13: what fell by 100 % is gone.</summary>
    public static IEnumerable<Instance> Vanished(Dossier dossier)
    {
        var said = dossier.Said;
        foreach (var growth in said.All.Where(static statement => statement is { Kind: StatementKind.Growth, Figure.Value: -100 }))
        {
            var left = said.Paragraph(growth).LastOrDefault(statement => Said.IsActual(statement) && statement.Kind == StatementKind.Amount && said.Key(statement) == said.Key(growth) && said.Distance(statement, growth) > 0 && statement.Year == growth.Year);
            if (left is null) continue;
            yield return new Present(growth.Item, left.Figure.Value == 0, $"-100%, {left.Figure.Printed}{left.Figure.Unit.Name}", [said.Term(growth, Role.Stated).Operand, said.Term(left, Role.Part).Operand]) { Stated = growth.Figure.Printed, FailSeverity = Severity.Error };
        }
    }

    /// <summary>U-01 in sentences: a zero in 亿元 among amounts in 万元 has another's unit.</summary>
    public static IEnumerable<Instance> Units(Dossier dossier)
    {
        if (dossier.Disclosure.About.Kind is not (DisclosureKind.FinalAccounts or DisclosureKind.Budget)) yield break;
        foreach (var part in dossier.Said.All.GroupBy(static statement => Said.Part(statement), StringComparer.Ordinal))
        {
            var money = part.Where(static statement => statement.Kind == StatementKind.Amount && statement.Figure.Unit.Dimension == Dimension.Money).ToList();
            var usual = money.GroupBy(static statement => statement.Figure.Unit.Factor).OrderByDescending(static group => group.Count()).FirstOrDefault();
            if (usual is null || usual.Count() < 3) continue;
            foreach (var statement in money)
            {
                var odd = statement.Figure.Value == 0 && statement.Figure.Unit.Factor >= usual.Key * 1000;
                if (odd || statement.Figure.Unit.Factor != usual.Key)
                    yield return new Present(statement.Item, !odd, statement.Figure.Printed + statement.Figure.Unit.Name, [dossier.Said.Term(statement, Role.Stated).Operand]) { Stated = statement.Figure.Printed + statement.Figure.Unit.Name, Expected = usual.First().Figure.Unit.Name, FailSeverity = Severity.Error };
            }
        }
    }
}

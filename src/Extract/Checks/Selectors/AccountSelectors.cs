using System.Collections.Immutable;
using Extract.Checks.Shapes;
using Extract.Figures;
using Extract.Records;

namespace Extract.Checks.Selectors;

/// <summary>Operands from the functional items (类/款/项) of the section on general-budget expenditure.</summary>
internal static class AccountSelectors
{
    // A text states one budget for the year's start and one after changes, perhaps twice.
    private const int MostBudgets = 8;

    /// <summary>N-10: the items of a class add to the class, and all items to the expenditure.</summary>
    public static IEnumerable<Instance> Totals(Dossier dossier)
    {
        var accounts = dossier.Disclosure.Accounts;
        if (accounts.IsDefaultOrEmpty) yield break;
        var items = accounts.Select(static account => (Account: account, Term: Amount(account))).ToList();
        if (items.Exists(static item => item.Term is null)) yield break;
        // The items restate one column of a table: 45 among 1667.03 is 45.00.
        var decimals = items.Max(static item => item.Term!.Figure.Decimals);
        items = items.ConvertAll(item => (item.Account, (Term?)(item.Term! with { Figure = item.Term.Figure with { Decimals = decimals } })));
        foreach (var group in items.GroupBy(static item => Names.Key(item.Account.Class), StringComparer.Ordinal))
        {
            var name = group.Key.EndsWith("支出", StringComparison.Ordinal) ? group.Key : group.Key + "支出";
            if (Whole(dossier, name) is { } whole) yield return new Sum(whole.Label, whole.As(Role.Stated), [.. group.Select(static item => item.Term!)]);
        }
        if (Budgets(dossier) is { } budgets) yield return budgets;
        // One item among classes that are told without theirs is no list of items.
        if (items.Count < 2) yield break;
        if (Whole(dossier, "一般公共预算支出") is { } all) yield return new Sum(all.Label, all.As(Role.Stated), [.. items.Select(static item => item.Term!)]);
    }

    /// <summary>The items' budgets add to the budget stated for them all: the opening one or the year's, whichever the items state.</summary>
    private static Sum? Budgets(Dossier dossier)
    {
        var accounts = dossier.Disclosure.Accounts;
        var terms = accounts.Select(static account => FigureReader.Read(account.Budget.Text, Unit.Of(account.Unit)).Figure is { } figure ? new Term(account.Item + " 预算", figure, Role.Part, account.Quote, account.Budget.Place) : null).ToList();
        if (terms.Contains(null)) return null;
        var wholes = dossier.Said.Of("一般公共预算支出").Where(statement => Said.IsBudget(statement) && !RepeatSelectors.IsAccount(statement) && statement.Figure.Value != 0).Take(MostBudgets).Select(statement => dossier.Said.Term(statement, Role.Stated)).ToList();
        if (wholes.Count == 0) return null;
        var sums = wholes.ConvertAll(whole => new Sum(whole.Label + " 预算", whole, [.. terms.OfType<Term>()]));
        return sums.Find(static sum => sum.Judge().Verdict != Verdict.Fails) ?? sums[0];
    }

    private static Term? Whole(Dossier dossier, string key) =>
        dossier.Said.Of(key).FirstOrDefault(statement => Said.IsActual(statement) && statement.Kind == StatementKind.Amount && !dossier.IsMisnamed(statement) && !RepeatSelectors.IsAccount(statement)) is { } statement
            ? dossier.Said.Term(statement, Role.Whole)
            : null;

    /// <summary>N-17 on items: 完成预算 x % of the budget the sentence prints.</summary>
    public static IEnumerable<Instance> Rates(Dossier dossier)
    {
        foreach (var account in Each(dossier))
        {
            if (FigureReader.Read(account.CompletionRate.Text).Figure is not { } figure || Amount(account) is not { } amount) continue;
            if (FigureReader.Read(account.Budget.Text, Unit.Of(account.Unit)).Figure is not { } budget) continue;
            var whole = new Term(account.Item + " 预算", budget, Role.Whole, account.Quote, account.Budget.Place);
            if (Quotient.Of(amount, whole) is not { } quotient) continue;
            yield return new Ratio(account.Item, Rate(account, figure), [quotient]) { Hypotheses = () => Quotient.Of(whole, amount) is { } turned ? [("budget_final_swapped", turned)] : [] };
        }
    }

    /// <summary>N-18: 决算数大于, 小于, 等于预算数 agrees with the completion rate, and with the budget where it is printed.</summary>
    public static IEnumerable<Instance> Comparisons(Dossier dossier)
    {
        foreach (var account in Each(dossier))
        {
            if (SignOf(account.Comparison) is not { } said || FigureReader.Read(account.CompletionRate.Text).Figure is not { } rate) continue;
            var stated = Rate(account, rate);
            // 100.00 after rounding may be a little less or more.
            var agree = said == Math.Sign(rate.Value - 100) || rate.Value == 100 && said != 0 && rate.Decimals > 0;
            yield return new Present(account.Item, agree, $"{account.Comparison}, {rate.Printed}%",
                [stated.Operand, new Operand("比较", account.Comparison, Role.Other, account.Quote, account.Amount.Place)])
            { Stated = account.Comparison };
        }
    }

    private static int? SignOf(string comparison) => comparison switch
    {
        _ when comparison.Contains("小于", StringComparison.Ordinal) || comparison.Contains("低于", StringComparison.Ordinal) => -1,
        _ when comparison.Contains("大于", StringComparison.Ordinal) || comparison.Contains("高于", StringComparison.Ordinal) => 1,
        _ when comparison.Contains("等于", StringComparison.Ordinal) || comparison.Contains("持平", StringComparison.Ordinal) => 0,
        _ => null,
    };

    private static Term Rate(Account account, Figure figure) =>
        new(account.Item + " 完成预算", figure.Unit.Dimension == Dimension.Ratio ? figure : figure.In(Unit.Percent), Role.Stated, account.Quote, account.CompletionRate.Place);

    private static Term? Amount(Account account) =>
        FigureReader.Read(account.Amount.Text, Unit.Of(account.Unit)).Figure is { } figure ? new Term(account.Item, figure, Role.Part, account.Quote, account.Amount.Place) : null;

    private static ImmutableArray<Account> Each(Dossier dossier) => dossier.Disclosure.Accounts.IsDefault ? [] : dossier.Disclosure.Accounts;
}

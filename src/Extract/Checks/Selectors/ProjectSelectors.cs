using Extract.Checks.Shapes;
using Extract.Diagnostics;
using Extract.Figures;
using Extract.Forms.Statutory;
using Extract.Records;

namespace Extract.Checks.Selectors;

/// <summary>Projects told in sentences against project expenditure.</summary>
internal static class ProjectSelectors
{
    private static readonly string[] Complete = ["分别为", "分别是", "具体为", "全部用于", "具体包括"];
    private static readonly string[] Lists = ["其中", "包括", "主要用于", "用于"];

    /// <summary>
    /// N-39: the amount of the projects evaluated is within project expenditure, on one basis. Evaluated amounts are usually budgets:
    /// where the text does not print which, the two are not compared.
    /// </summary>
    public static IEnumerable<Instance> Evaluated(Dossier dossier)
    {
        var said = dossier.Said;
        var amount = said.All.FirstOrDefault(static statement => statement.Kind == StatementKind.Amount && statement.Item.Contains("自评", StringComparison.Ordinal) && statement.Figure.Unit.Dimension == Dimension.Money && statement.Figure.Value != 0
            && statement.Qualifier.Length == 0 && (statement.Item.Contains("项目", StringComparison.Ordinal) || statement.Item.Contains("金额", StringComparison.Ordinal)));
        if (amount is null || dossier.IsInForm(amount)) yield break;
        var stated = said.Term(amount, Role.Stated);
        var spent = dossier.Statutory.Table(FormKind.Expenditure) is { IsBudget: false } table ? table.Term(table.Total?.At(ColumnNames.Project), Role.Whole) : null;
        var whole = spent ?? (said.All.FirstOrDefault(static statement => Said.IsActual(statement) && statement.Kind == StatementKind.Amount && statement.Item == "项目支出") is { } told ? said.Term(told, Role.Whole) : null);
        if (whole is null) yield break;
        var basis = amount.Item + amount.Quote;
        var final = amount.Measure == Measure.Actual && !basis.Contains("预算金额", StringComparison.Ordinal) && (basis.Contains("执行", StringComparison.Ordinal) || basis.Contains("支出金额", StringComparison.Ordinal) || basis.Contains("决算", StringComparison.Ordinal));
        if (final) yield return new AtMost(amount.Item, stated, whole) { FailSeverity = Severity.Warning };
        // A budget within what was spent is within its budget too; beyond it there is no saying.
        else if (stated.Value <= whole.Value) yield return new AtMost(amount.Item, stated, whole);
        else yield return new Unable(amount.Item, $"{stated.Shown} ≤ ?; {whole.Label} {whole.Shown}", [stated.Operand, whole.Operand]);
    }

    /// <summary>N-44: projects listed behind the project expenditure are within it, and make it up where the list is said to be complete.</summary>
    public static IEnumerable<Instance> Listed(Dossier dossier)
    {
        foreach (var sentence in dossier.Said.Sentences)
        {
            var amounts = sentence.Where(static statement => statement is { Kind: StatementKind.Amount, Measure: Measure.Actual, Qualifier.Length: 0, Figure.Unit.Dimension: Dimension.Money }).ToList();
            var at = amounts.FindIndex(statement => IsWhole(dossier.Said.Key(statement)) && !dossier.IsMisnamed(statement));
            if (at < 0 || Between(dossier, amounts, at) is not { } words) continue;
            var parts = amounts.Skip(at + 1).TakeWhile(static statement => !IsOther(statement.Item)).ToList();
            if (parts.Count < 2) continue;
            var open = !Complete.Any(word => words.Contains(word, StringComparison.Ordinal));
            yield return new Sum(amounts[at].Item, dossier.Said.Term(amounts[at], Role.Stated), [.. parts.Select(part => dossier.Said.Term(part, Role.Part))]) { Open = open };
        }
    }

    internal static bool IsWhole(string key) => key is "项目支出" or "项目支出合计" or "项目支出总额" or "项目支出共计" || key.EndsWith("预算项目支出", StringComparison.Ordinal);

    /// <summary>What a sentence tells beside its projects: another kind of expenditure begins.</summary>
    private static bool IsOther(string item) => item.Contains("基本支出", StringComparison.Ordinal) || item.Contains("经营支出", StringComparison.Ordinal) || item.Contains("上缴", StringComparison.Ordinal) || item.Contains("人员经费", StringComparison.Ordinal)
        || item.Contains("公用经费", StringComparison.Ordinal) || item.Contains("合计", StringComparison.Ordinal) || item.Contains("总计", StringComparison.Ordinal) || item.EndsWith("支出决算", StringComparison.Ordinal);

    /// <summary>The words between the whole and the first amount behind it, where they begin a list.</summary>
    private static string? Between(Dossier dossier, List<Statement> amounts, int at)
    {
        var (whole, paragraphs) = (amounts[at], dossier.Disclosure.Paragraphs);
        if (at + 2 >= amounts.Count || paragraphs.IsDefault || whole.Paragraph < 0 || whole.Paragraph >= paragraphs.Length) return null;
        var text = paragraphs[whole.Paragraph].Text;
        var from = Math.Min(text.Length, whole.Start + whole.Figure.Printed.Length);
        var to = Math.Clamp(amounts[at + 1].Start, from, text.Length);
        var words = text[from..to];
        return Lists.Concat(Complete).Any(word => words.Contains(word, StringComparison.Ordinal)) ? words : null;
    }
}

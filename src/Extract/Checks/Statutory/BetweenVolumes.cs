using System.Collections.Immutable;
using Extract.Checks.Shapes;
using Extract.Diagnostics;
using Extract.Forms.Statutory;

namespace Extract.Checks.Statutory;

/// <summary>Checks between documents: a final account and the budget published for its year, a department and its units.</summary>
internal static class BetweenVolumes
{
    private static readonly string[] Expenses =
        [ColumnNames.Total, ColumnNames.Travel, ColumnNames.Vehicles, ColumnNames.Purchase, ColumnNames.Running, ColumnNames.Reception];

    /// <summary>X-20: the budget column of the three public expenses is the published budget's, for the same body, year and scope.</summary>
    public static IEnumerable<(Volume Of, Instance Instance)> Budgets(IReadOnlyList<Volume> volumes)
    {
        foreach (var final in volumes)
        {
            if (final.IsBudget || final.ThreePublic is not { IsBudget: false } table || final.Filer.Length == 0 || final.Year is null) continue;
            var budgets = volumes.Where(other => other.IsBudget && other.ThreePublic is not null && other.Year == final.Year && Volume.Key(other.Filer) == Volume.Key(final.Filer)).ToList();
            if (budgets.Count == 0) continue;
            var subject = $"{final.Filer} {final.Year} {table.Name}";
            // A department counts its units' money, a unit its own: the two are not compared.
            if (budgets.Find(other => other.IsDepartment == final.IsDepartment || other.IsDepartment is null || final.IsDepartment is null) is not { } budget)
            {
                yield return (final, new Unable(subject, $"{final.Title} / {budgets[0].Title}", []));
                continue;
            }
            foreach (var expense in Expenses)
            {
                var stated = table.Term(table.Facts.FirstOrDefault(fact => fact.Row == expense && fact.Column == ColumnNames.Budget), Role.Stated);
                var published = budget.ThreePublic!.Term(budget.ThreePublic.Facts.FirstOrDefault(fact => fact.Row == expense && fact.Column == ColumnNames.Budget), Role.Whole);
                if (stated is not null && published is not null) yield return (final, new Same($"{subject} {expense}", In(final, stated), In(budget, published)) { FailSeverity = Severity.Warning });
            }
        }
    }

    /// <summary>X-19: a department's classes of expenditure are the sums of its units', where the volumes of all units it lists are there.</summary>
    public static IEnumerable<(Volume Of, Instance Instance)> Departments(IReadOnlyList<Volume> volumes)
    {
        foreach (var department in volumes)
        {
            if (department is not { IsBudget: false, IsDepartment: true, Expenditure: { } table } || department.Units.IsEmpty) continue;
            var units = department.Units.Select(name => volumes.FirstOrDefault(other => other is { IsBudget: false, IsDepartment: not true, Expenditure: not null } && other.Year == department.Year && !ReferenceEquals(other, department) && Volume.Key(other.Filer) == name)).ToList();
            var found = units.OfType<Volume>().Distinct().ToList();
            if (found.Count == 0) continue;
            var subject = $"{department.Filer} {department.Year} {table.Name}";
            if (units.Contains(null))
            {
                yield return (department, new Unable(subject, $"{found.Count} / {units.Count}: {string.Join("、", department.Units.Where((_, i) => units[i] is null))} ?", []));
                continue;
            }
            foreach (var row in table.Rows.Where(static row => row.Code.Length == 3))
            {
                if (table.Term(row.Main, Role.Stated) is not { } stated) continue;
                var parts = found.Select(unit => unit.Expenditure!.Term(unit.Expenditure.Coded(row.Code)?.Main, Role.Part) is { } term ? In(unit, term) : null).OfType<Term>().ToImmutableArray();
                // What units pay one another is in both and in the department once: the department may be less.
                yield return (department, new Sum($"{subject} {row.Code} {row.Name}", In(department, stated), parts) { FailSeverity = Severity.Warning });
            }
        }
    }

    private static Term In(Volume volume, Term term) => term with { Label = $"{volume.Title} {term.Label}" };
}

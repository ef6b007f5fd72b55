using System.Collections.Immutable;
using Extract.Checks.Shapes;
using Extract.Figures;

namespace Extract.Checks.Selectors;

/// <summary>Operands from the ordinary money tables of a report. The author's own numbering decides what adds to what, never the amounts.</summary>
internal static class GridSelectors
{
    /// <summary>G-01: the total row is the sum of the rows of the outermost level.</summary>
    public static IEnumerable<Instance> Totals(Dossier dossier)
    {
        foreach (var grid in dossier.Grids)
        {
            var totals = grid.Rows.Where(static row => row.Kind == RowKind.Total).ToList();
            if (totals.Count != 1) continue;
            var lines = Outermost(grid);
            for (var column = 0; column < grid.Columns; column++)
            {
                if (!grid.IsSummed(column) || grid.At(totals[0], column, Role.Stated) is not { } stated) continue;
                if (lines is null || lines.Count == 0) yield return new Unable(grid.Subject(totals[0], column), "? = " + stated.Figure.Printed, [stated.Operand]);
                else yield return Add(grid, totals[0], column, stated, lines);
            }
        }
    }

    /// <summary>G-02: a numbered group, or a subtotal, is the sum of the rows of the next level below it.</summary>
    public static IEnumerable<Instance> Groups(Dossier dossier)
    {
        foreach (var grid in dossier.Grids)
        {
            foreach (var (head, lines) in GroupsOf(grid))
                for (var column = 0; column < grid.Columns; column++)
                    if (grid.IsSummed(column) && grid.At(head, column, Role.Stated) is { } stated && lines.Exists(line => grid.At(line, column, Role.Part) is not null))
                        yield return Add(grid, head, column, stated, lines);
        }
    }

    /// <summary>G-03: the balance of a row is its budget less its spending.</summary>
    public static IEnumerable<Instance> Balances(Dossier dossier)
    {
        foreach (var grid in dossier.Grids)
        {
            if (Columns(grid) is not ({ } budget, { } spent)) continue;
            var balance = One(grid, static header => header.Contains("结余", StringComparison.Ordinal) || header.Contains("余额", StringComparison.Ordinal) || header.Contains("剩余", StringComparison.Ordinal));
            if (balance is not { } at) continue;
            foreach (var row in grid.Rows)
            {
                if (grid.At(row, at, Role.Stated) is not { } stated) continue;
                var plan = grid.At(row, budget, Role.Whole);
                var cost = grid.At(row, spent, Role.Part);
                if (plan is null && cost is null) continue;
                var parts = new[] { plan, cost }.OfType<Term>().ToImmutableArray();
                var blanks = plan is null || cost is null ? ImmutableArray.Create(new Operand(grid.Headers[plan is null ? budget : spent], "", Role.Other, "", null)) : [];
                yield return new Sum(grid.Subject(row, at), stated, parts) { Minus = cost is null ? 0 : 1, Blanks = blanks };
            }
        }
    }

    /// <summary>G-04: the execution rate of a row is its spending over its budget.</summary>
    public static IEnumerable<Instance> Rates(Dossier dossier)
    {
        foreach (var grid in dossier.Grids)
        {
            if (Columns(grid) is not ({ } budget, { } spent)) continue;
            if (One(grid, static header => header.Contains("执行率", StringComparison.Ordinal) || header.Contains("支出率", StringComparison.Ordinal) || header.Contains("支出进度", StringComparison.Ordinal)) is not { } at) continue;
            foreach (var row in grid.Rows)
            {
                if (grid.At(row, at, Role.Stated) is not { } stated) continue;
                if (stated.Figure.Unit.Dimension != Dimension.Ratio) stated = stated with { Figure = stated.Figure.In(Unit.Percent) };
                if (grid.At(row, budget, Role.Whole) is { } plan && grid.At(row, spent, Role.Part) is { } cost && Quotient.Of(cost, plan) is { } quotient)
                    yield return new Ratio(grid.Subject(row, at), stated, [quotient]);
            }
        }
    }

    private static (int? Budget, int? Spent) Columns(PlainGrid grid) =>
        (One(grid, static header => header.Contains("预算", StringComparison.Ordinal) && !IsDerived(header)),
            One(grid, static header => !header.Contains("预算", StringComparison.Ordinal) && !IsDerived(header) && (header.Contains("支出", StringComparison.Ordinal) || header.Contains("执行", StringComparison.Ordinal))));

    private static bool IsDerived(string header) =>
        header.Contains('率', StringComparison.Ordinal) || header.Contains("进度", StringComparison.Ordinal) || header.Contains("结余", StringComparison.Ordinal) || header.Contains("余额", StringComparison.Ordinal) || header.Contains('占', StringComparison.Ordinal);

    /// <summary>The only column whose header is so; null where none or several are.</summary>
    private static int? One(PlainGrid grid, Func<string, bool> is_)
    {
        int? found = null;
        for (var column = 0; column < grid.Columns; column++)
        {
            if (!is_(grid.Headers[column])) continue;
            if (found is not null) return null;
            found = column;
        }
        return found;
    }

    private static Sum Add(PlainGrid grid, PlainRow head, int column, Term stated, List<PlainRow> lines)
    {
        var parts = lines.Select(line => grid.At(line, column, Role.Part)).OfType<Term>().ToImmutableArray();
        var blanks = lines.Where(line => line.Cells[column].IsBlank).Select(static line => new Operand(line.Label, "", Role.Part, "", null)).ToImmutableArray();
        var others = grid.Rows.Where(row => row.Kind == RowKind.Line && !lines.Contains(row) && row != head).Select(row => grid.At(row, column, Role.Other)).OfType<Term>().ToImmutableArray();
        return new Sum(grid.Subject(head, column), stated, parts) { Blanks = blanks, Others = others };
    }

    /// <summary>The rows that the total adds; null where the numbering leaves it open.</summary>
    private static List<PlainRow>? Outermost(PlainGrid grid)
    {
        var lines = grid.Rows.Where(static row => row.Kind == RowKind.Line).ToList();
        var subtotals = grid.Rows.Where(static row => row.Kind == RowKind.Subtotal).ToList();
        if (subtotals.Count > 0) return lines.Exists(static row => row.Level is 1 or 2) ? null : subtotals;
        if (lines.Count == 0) return null;
        var levels = lines.Select(static row => row.Level).Distinct().ToList();
        if (levels.Count == 1) return lines;
        if (levels.Contains(0)) return null;
        var least = levels.Min();
        return lines[0].Level == least ? lines.FindAll(row => row.Level == least) : null;
    }

    private static IEnumerable<(PlainRow Head, List<PlainRow> Lines)> GroupsOf(PlainGrid grid)
    {
        var rows = grid.Rows;
        for (var i = 0; i < rows.Count; i++)
        {
            if (rows[i].Kind != RowKind.Line || rows[i].Level == 0) continue;
            var below = new List<PlainRow>();
            for (var j = i + 1; j < rows.Count && rows[j].Kind != RowKind.Total && (rows[j].Kind != RowKind.Line || rows[j].Level > rows[i].Level); j++)
                if (rows[j].Kind == RowKind.Line) below.Add(rows[j]);
            if (below.Count == 0) continue;
            var least = below.Min(static row => row.Level);
            if (below[0].Level == least) yield return (rows[i], below.FindAll(row => row.Level == least));
        }
        var since = new List<PlainRow>();
        foreach (var row in rows)
        {
            if (row.Kind == RowKind.Line) since.Add(row);
            if (row.Kind != RowKind.Subtotal) continue;
            if (since.Count > 0 && since.TrueForAll(line => line.Level == since[0].Level)) yield return (row, [.. since]);
            since.Clear();
        }
    }
}

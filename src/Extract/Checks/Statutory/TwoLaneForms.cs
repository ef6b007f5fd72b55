using Extract.Forms.Statutory;
using Extract.Records;

namespace Extract.Checks.Statutory;

/// <summary>Checks inside 收入支出总表 and 财政拨款收入支出总表: income on the left, expenditure on the right.</summary>
internal static class TwoLaneForms
{
    public static void Read(FormTable table, Instances found)
    {
        if (table.Kind is not (FormKind.IncomeAndExpenditure or FormKind.Grants)) return;
        var grants = table.Kind == FormKind.Grants;
        Lane(table, 0, 0, found, grants ? ("T4-01", "T4-04", "T4-03") : ("T1-01", "T1-03", "T1-06"));
        for (var lane = 1; lane < table.Lanes; lane++)
            Lane(table, lane, LaneOfTotals(table, lane), found, grants ? ("T4-08", "T4-05", "T4-09") : ("T1-02", "T1-04", "T1-06"));
        Ends(table, grants ? "T4-06" : "T1-05", found);
        foreach (var row in table.Rows.Where(static row => row.Lane > 0)) Across(table, row, found, grants ? "T4-02" : "T3-01");
        if (grants) Funds(table, found);
        else Carried(table, found);
    }

    /// <summary>The lane in which the totals of a lane stand: its own, or the last of expenditure where their label reaches over several.</summary>
    private static int LaneOfTotals(FormTable table, int lane)
    {
        for (var at = lane; at < table.Lanes; at++)
            if (table.Row(RowRole.Total, at) is not null) return at;
        return lane;
    }

    private static void Lane(FormTable table, int lane, int totals, Instances found, (string Lines, string Total, string OfWhich) ids)
    {
        var rows = table.Lane(lane).ToList();
        var lines = Outermost(rows.FindAll(static row => row.IsLine));
        var year = table.Row(RowRole.OfYear, totals);
        var total = table.Row(RowRole.Total, totals);
        var balances = table.Lane(totals).Where(static row => row.Role is RowRole.SurplusUsed or RowRole.Opening or RowRole.Distribution or RowRole.Closing).ToList();
        foreach (var column in rows.SelectMany(static row => row.Cells).Select(static fact => fact.Column).Distinct())
        {
            var stated = Cell(year, column, lane == totals);
            if (stated is not null)
                found.Add(ids.Lines, Instances.Sum(table, table.Subject(year!, column), stated, lines.Select(row => row.At(column))));
            else if (total is not null)
                found.Add(ids.Lines, Instances.Sum(table, table.Subject(total, column), Cell(total, column, lane == totals), lines.Concat(lane == totals ? balances : []).Select(row => row.At(column))));
            if (stated is not null && total is not null && lane == totals)
                found.Add(ids.Total, Instances.Sum(table, table.Subject(total, column), total.At(column), [stated, .. balances.Select(row => row.At(column))]));
            foreach (var head in rows) Below(table, rows, head, column, ids, found);
        }
    }

    private static Fact? Cell(FormRow? row, string column, bool own) => row is null ? null : own ? row.At(column) : row.At(column) ?? row.Main;

    /// <summary>The parts printed below a line (1. 2. 3.) and below a balance.</summary>
    private static void Below(FormTable table, List<FormRow> rows, FormRow head, string column, (string Lines, string Total, string OfWhich) ids, Instances found)
    {
        if (head.Role is RowRole.Opening or RowRole.Closing)
        {
            var parts = rows.FindAll(row => row.Group == head.Name && row.Line > head.Line && row.Role == RowRole.Line);
            if (parts.Count > 0) found.Add(ids.OfWhich, Instances.Sum(table, table.Subject(head, column), head.At(column), parts.Select(row => row.Cells.FirstOrDefault(fact => fact.Column == column)), null, table.Kind != FormKind.Grants || parts.Exists(static row => row.IsOfWhich)));
            return;
        }
        if (head.Role != RowRole.Line || head.Level == 0 || head.IsOfWhich) return;
        var below = rows.SkipWhile(row => row != head).Skip(1).TakeWhile(row => row.Role == RowRole.Line && (row.Level > head.Level || row.IsOfWhich)).ToList();
        if (below.Count == 0) return;
        var open = below.Exists(static row => row.IsOfWhich);
        var next = open ? below : below.FindAll(row => row.Level == below.Min(static other => other.Level));
        found.Add(ids.Lines, Instances.Sum(table, table.Subject(head, column), head.At(column), next.Select(row => row.Cells.FirstOrDefault(fact => fact.Column == column)), null, open));
    }

    private static List<FormRow> Outermost(List<FormRow> lines)
    {
        var numbered = lines.FindAll(static row => row.Level > 0);
        if (numbered.Count == 0) return lines;
        var least = numbered.Min(static row => row.Level);
        return lines.FindAll(row => row.Level == least || row.Level == 0);
    }

    /// <summary>收入总计 = 支出总计, in each column both lanes have; else in the only column of the one and the total of the other.</summary>
    private static void Ends(FormTable table, string id, Instances found)
    {
        if (table.Row(RowRole.Total) is not { } income) return;
        var expenditure = Enumerable.Range(1, Math.Max(0, table.Lanes - 1)).Select(lane => table.Row(RowRole.Total, lane)).FirstOrDefault(static row => row is not null);
        if (expenditure is null) return;
        var shared = income.Cells.Where(fact => expenditure.At(fact.Column) is not null).ToList();
        if (shared.Count > 0)
            foreach (var fact in shared) found.Add(id, Instances.Same(table.Subject(income, fact.Column), (table, fact), (table, expenditure.At(fact.Column))));
        else
            found.Add(id, Instances.Same(table.Subject(income, ""), (table, income.Main), (table, expenditure.Main)));
    }

    private static void Across(FormTable table, FormRow row, Instances found, string id)
    {
        if (row.At(ColumnNames.Total) is not { } total) return;
        var parts = row.Cells.Where(fact => fact != total && !fact.IsOfWhich).ToList();
        if (parts.Count > 1) found.Add(id, Instances.Sum(table, table.Subject(row, ""), total, parts));
    }

    /// <summary>T4-07: each fund's opening balance and income are its expenditure and closing balance.</summary>
    private static void Funds(FormTable table, Instances found)
    {
        var year = table.Row(RowRole.OfYear, 1);
        var spent = year ?? table.Row(RowRole.Total, 1);
        if (spent is null || spent.Cells.Length < 3) return;
        foreach (var (column, word) in (ReadOnlySpan<(string, string)>)[(ColumnNames.General, "一般公共预算"), (ColumnNames.Fund, "政府性基金"), (ColumnNames.Capital, "国有资本经营")])
        {
            var income = table.Lane(0).FirstOrDefault(row => row.IsLine && row.Name.Contains(word, StringComparison.Ordinal));
            var opening = table.Lane(0).FirstOrDefault(row => row.Group.Length > 0 && row.Name.Contains(word, StringComparison.Ordinal));
            var closing = year is null ? null : table.Row(RowRole.Closing, 1);
            if (income is null || spent.At(column) is not { } stated) continue;
            var general = opening is null ? table.Row(RowRole.Opening) : null;
            if (general is not null && column != ColumnNames.General) continue;
            found.Add("T4-07", Instances.Sum(table, table.Subject(spent, column), stated, [income.Main, opening?.Main ?? general?.Main], [closing?.At(column)]));
        }
    }

    /// <summary>T1-07: the closing balance out of all the rest.</summary>
    private static void Carried(FormTable table, Instances found)
    {
        if (table.Row(RowRole.OfYear) is not { } income || table.Row(RowRole.OfYear, 1) is not { } spent || table.Row(RowRole.Closing, 1) is not { } closing) return;
        foreach (var fact in closing.Cells)
        {
            if (fact.Entry.Figure is null) continue;
            found.Add("T1-07", Instances.Sum(table, table.Subject(closing, fact.Column), fact,
                [income.At(fact.Column), table.Row(RowRole.Opening)?.At(fact.Column), table.Row(RowRole.SurplusUsed)?.At(fact.Column)],
                [spent.At(fact.Column), table.Row(RowRole.Distribution, 1)?.At(fact.Column)]));
        }
    }
}

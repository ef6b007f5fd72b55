using Extract.Checks.Shapes;
using Extract.Diagnostics;
using Extract.Forms.Statutory;
using Extract.Records;

namespace Extract.Checks.Statutory;

/// <summary>Checks inside a form whose rows are accounts: each row across, each column down its 类, 款 and 项.</summary>
internal static class CodedForms
{
    /// <summary>The ids of one kind of form.</summary>
    private sealed record Ids(string Across, string Total, string Levels, string Balance = "");

    private static Ids? IdsOf(FormKind kind) => kind switch
    {
        FormKind.Income => new("T2-01", "T2-02", "T2-03"),
        FormKind.Expenditure => new("T3-01", "T3-02", "T3-03"),
        FormKind.GeneralBudget or FormKind.GrantExpenditure or FormKind.ByEconomicClass or FormKind.ProjectExpenditure => new("T5-01", "T5-02", "T5-02", "T5-03"),
        FormKind.BasicExpenditure or FormKind.GrantBasicExpenditure or FormKind.OperatingExpenses => new("T6-03", "T6-03", "T6-04"),
        FormKind.GovernmentFunds => new("T8-02", "T8-03", "T8-03", "T8-01"),
        FormKind.StateCapital => new("T9-01", "T9-02", "T9-02", "T9-01"),
        FormKind.Procurement => new("T5-02", "T5-02", "T5-02"),
        _ => null,
    };

    public static void Read(FormTable table, Instances found)
    {
        if (IdsOf(table.Kind) is not { } ids) return;
        foreach (var row in table.Rows) Across(table, row, ids, found);
        var coded = table.Rows.Where(static row => row.Code.Length > 0).ToList();
        if (coded.Count == 0) ByDepth(table, ids, found);
        else Down(table, coded, ids, found);
        if (coded.Count > 0) Codes(table, coded, found);
        if (table.Kind is FormKind.BasicExpenditure or FormKind.GrantBasicExpenditure) Economic(table, coded, found);
    }

    private static void Across(FormTable table, FormRow row, Ids ids, Instances found)
    {
        var total = row.At(ColumnNames.Total);
        var parts = PartsOf(table, row);
        if (total is not null && parts.Count > 1) found.Add(ids.Across, Instances.Sum(table, table.Subject(row, ""), total, parts));
        if (row.At(ColumnNames.Basic) is { } basic && row.At(ColumnNames.Staff) is { } staff && row.At(ColumnNames.Public) is { } operating)
            found.Add(ids.Across, Instances.Sum(table, table.Subject(row, ColumnNames.Basic), basic, [staff, operating]));
        if (ids.Balance.Length > 0 && total is not null && row.At(ColumnNames.Opening) is { } opening && row.At(ColumnNames.Income) is { } income && row.At(ColumnNames.Closing) is { } closing)
            found.Add(ids.Balance, Instances.Sum(table, table.Subject(row, "本年支出"), total, [opening, income], [closing]));
    }

    /// <summary>The columns that the total column adds: those the form names, and any other that is not a breakdown, a balance or income.</summary>
    private static List<Fact> PartsOf(FormTable table, FormRow row)
    {
        var hasBasic = row.At(ColumnNames.Basic) is not null;
        return [.. row.Cells.Where(fact => !fact.IsOfWhich && fact.Column is not (ColumnNames.Total or ColumnNames.Opening or ColumnNames.Income or "教育收费")
            && (table.Kind is FormKind.Expenditure || fact.Column != ColumnNames.Closing)
            && !(hasBasic && fact.Column is ColumnNames.Staff or ColumnNames.Public))];
    }

    private static void Down(FormTable table, List<FormRow> coded, Ids ids, Instances found)
    {
        var tree = Tree(coded);
        var roots = tree[""].ToList();
        var outer = roots.ToHashSet<FormRow>(ReferenceEqualityComparer.Instance);
        var inner = coded.FindAll(row => !outer.Contains(row));
        var columns = table.Facts.Select(static fact => (fact.Lane, fact.Column)).Distinct().ToList();
        foreach (var column in columns.Select(static pair => pair.Column).Distinct())
        {
            if (table.Total is { } total)
                found.Add(ids.Total, Instances.Sum(table, table.Subject(total, column), total.At(column), roots.Select(row => row.At(column)), null, false, inner.Select(row => row.At(column))));
            foreach (var parent in coded)
            {
                var children = tree[parent.Code].ToList();
                if (children.Count > 0 && parent.At(column) is not null)
                    found.Add(ids.Levels, Instances.Sum(table, table.Subject(parent, column), parent.At(column), children.Select(row => row.At(column))));
            }
        }
    }

    /// <summary>The rows right below each printed code: of the next level, else the outermost below it; the outermost of all under "".</summary>
    private static ILookup<string, FormRow> Tree(List<FormRow> coded)
    {
        var known = coded.Select(static row => row.Code).ToHashSet(StringComparer.Ordinal);
        return coded.ToLookup(row => Enumerable.Range(1, row.Code.Length - 1).Select(shorter => row.Code[..^shorter]).FirstOrDefault(known.Contains) ?? "", StringComparer.Ordinal);
    }

    /// <summary>A form without codes: the column its name starts in is a row's level.</summary>
    private static void ByDepth(FormTable table, Ids ids, Instances found)
    {
        var rows = table.Rows.Where(static row => row.Role == RowRole.Line && row.Level > 0).ToList();
        foreach (var column in table.Facts.Select(static fact => fact.Column).Distinct())
        {
            if (table.Total is { } total)
                found.Add(ids.Total, Instances.Sum(table, table.Subject(total, column), total.At(column), rows.Where(row => row.Level == 1 && !row.IsOfWhich).Select(row => row.At(column))));
            for (var i = 0; i < rows.Count; i++)
            {
                var below = rows.Skip(i + 1).TakeWhile(row => row.Level > rows[i].Level).ToList();
                if (below.Count == 0) continue;
                var next = below.Min(static row => row.Level);
                var children = below.FindAll(row => row.Level == next);
                found.Add(ids.Levels, Instances.Sum(table, table.Subject(rows[i], column), rows[i].Cells.FirstOrDefault(fact => fact.Column == column), children.Select(row => row.Cells.FirstOrDefault(fact => fact.Column == column)), null, children.Exists(static row => row.IsOfWhich)));
            }
        }
    }

    /// <summary>T2-04, T6-05, T8-04, T9-02: no code twice, no code without its class where classes are printed, each of the form's own domain.</summary>
    private static void Codes(FormTable table, List<FormRow> coded, Instances found)
    {
        var economic = table.Kind is FormKind.BasicExpenditure or FormKind.GrantBasicExpenditure or FormKind.OperatingExpenses;
        var id = economic ? "T6-05" : table.Kind == FormKind.GovernmentFunds ? "T8-04" : "T2-04";
        var known = coded.Select(static row => row.Code).ToHashSet(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var classes = coded.Exists(static row => row.Code.Length == 3);
        foreach (var row in coded)
        {
            var fresh = seen.Add(row.Code);
            var parent = AccountCodes.ParentOf(row.Code);
            var rooted = !classes || parent.Length == 0 || known.Contains(parent) || known.Contains(row.Code[..3]) && economic;
            var domain = economic ? AccountCodes.IsEconomic(row.Code) : IsOfDomain(table.Kind, row.Code);
            var holds = fresh && rooted && domain;
            found.Add(id, new Present(table.Subject(row, ""), holds, row.Code + " " + row.Name, [new Operand(table.Subject(row, ""), row.Code, Role.Stated, row.Name, row.Cells[0].Printed.Place)]) { Stated = row.Code, FailSeverity = Severity.Warning });
        }
    }

    private static bool IsOfDomain(FormKind kind, string code) => kind switch
    {
        FormKind.GovernmentFunds => code[0] == '2' && code[..3] is not ("201" or "202" or "203" or "204" or "223"),
        FormKind.StateCapital => code[..3] is "223" or "208" or "230" or "231",
        _ => AccountCodes.IsFunctional(code),
    };

    /// <summary>T6-01 and T6-02: 人员经费合计, 公用经费合计 and the groups they add; 合计 where it is printed.</summary>
    private static void Economic(FormTable table, List<FormRow> coded, Instances found)
    {
        var classes = coded.FindAll(static row => row.Code.Length == 3);
        var staff = table.Rows.FirstOrDefault(static row => row.Role == RowRole.StaffTotal);
        var operating = table.Rows.FirstOrDefault(static row => row.Role == RowRole.PublicTotal);
        if (staff is not null) found.Add("T6-01", Instances.Sum(table, table.Subject(staff, ""), staff.Main, classes.Where(static row => AccountCodes.IsStaff(row.Code)).Select(static row => row.Main)));
        if (operating is not null) found.Add("T6-02", Instances.Sum(table, table.Subject(operating, ""), operating.Main, classes.Where(static row => !AccountCodes.IsStaff(row.Code)).Select(static row => row.Main)));
        if (table.Total is { } total && staff is not null && operating is not null) found.Add("T6-03", Instances.Sum(table, table.Subject(total, ""), total.Main, [staff.Main, operating.Main]));
        foreach (var row in classes)
        {
            // A class of staff has nothing under public funds, and the other way round.
            var wrong = row.At(AccountCodes.IsStaff(row.Code) ? ColumnNames.Public : ColumnNames.Staff);
            if (wrong is null) continue;
            var value = wrong.Entry.Figure?.Value ?? 0;
            found.Add("T6-05", new Present(table.Subject(row, wrong.Column), value == 0, $"{row.Code} {wrong.Column} {wrong.Printed.Text}", [table.Blank(wrong) with { Role = Role.Stated }]) { Stated = wrong.Printed.Text, FailSeverity = Severity.Warning });
        }
    }
}

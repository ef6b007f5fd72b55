using System.Collections.Immutable;
using Extract.Checks.Shapes;
using Extract.Diagnostics;
using Extract.Forms.Statutory;
using Extract.Records;

namespace Extract.Checks.Statutory;

/// <summary>Checks across the forms of one document: one quantity in two forms, parts of one form within another.</summary>
internal static class CrossForms
{
    private static readonly (string Code, string Column, FormKind Of)[] Expenses =
    [
        ("30212", ColumnNames.Travel, FormKind.BasicExpenditure), ("30217", ColumnNames.Reception, FormKind.BasicExpenditure),
        ("30231", ColumnNames.Running, FormKind.BasicExpenditure), ("31013", ColumnNames.Purchase, FormKind.BasicExpenditure),
    ];

    // 30110 pays for administrative (01) and institution (02) staff alike.
    private static readonly (string[] Functional, string Economic)[] Twins =
    [
        (["2080505"], "30108"), (["2080506"], "30109"), (["2210201"], "30113"), (["2101101", "2101102"], "30110"),
    ];

    public static void Read(FormSet forms, Instances found)
    {
        var (all, income, spent, grants) = (forms.Table(FormKind.IncomeAndExpenditure), forms.Table(FormKind.Income), forms.Table(FormKind.Expenditure), forms.Table(FormKind.Grants));
        var (general, basic, three) = (forms.Table(FormKind.GeneralBudget), forms.Table(FormKind.BasicExpenditure), forms.Table(FormKind.ThreePublic));
        if (all is not null && income is not null) WithIncome(all, income, found);
        if (all is not null && spent is not null) WithExpenditure(all, spent, found);
        if (grants is not null) WithGrants(grants, all, income, found);
        if (grants is not null && general is not null) GeneralInGrants(grants, general, found);
        if (grants is not null) FundInGrants(forms, grants, found);
        if (grants is not null && spent is not null) Within(grants, spent, all, found);
        if (general is not null && basic is not null) BasicInGeneral(general, basic, found);
        if (general is not null && spent is not null) GeneralInExpenditure(forms, general, spent, found);
        if (general is not null && income is not null && grants is not null) Spending(general, income, grants, found);
        if (basic is not null && three is not null) Public(basic, three, found);
        if (all is not null && grants is not null && spent is not null) Difference(all, grants, spent, found);
        if (grants is not null && spent is not null && general is not null) Whole(forms, grants, general, found);
    }

    private static Fact? YearOf(FormTable table, int lane) => Enumerable.Range(lane, Math.Max(1, lane == 0 ? 1 : table.Lanes - lane))
        .Select(at => (table.Row(RowRole.OfYear, at) ?? table.Row(RowRole.Total, at))?.Main).FirstOrDefault(static fact => fact is not null);

    private static string Pair(FormTable a, FormTable b, string what) => $"{what}：{a.Name}、{b.Name}";

    /// <summary>The one row of a form that prints only its total.</summary>
    private static FormRow? TotalOf(FormTable table) => table.Total ?? (table.Rows.Length == 1 ? table.Rows[0] : null);

    private static void WithIncome(FormTable all, FormTable income, Instances found)
    {
        if (TotalOf(income) is not { } total) return;
        found.Add("X-01", Instances.Same(Pair(all, income, "本年收入合计"), (all, YearOf(all, 0)), (income, total.Main)));
        foreach (var line in all.Lane(0).Where(static row => row.IsLine && row.Main is not null))
        {
            var key = Source(line.Key);
            var cell = total.Cells.FirstOrDefault(fact => fact.Column != ColumnNames.Total && Source(RowNames.Key(fact.Column)) == key);
            if (cell is not null) found.Add("X-03", Instances.Same(Pair(all, income, line.Name), (all, line.Main), (income, cell)));
        }
    }

    private static string Source(string key) => key.Replace("事业单位经营收入", "经营收入", StringComparison.Ordinal);

    private static void WithExpenditure(FormTable all, FormTable spent, Instances found)
    {
        if (TotalOf(spent) is { } total) found.Add("X-02", Instances.Same(Pair(all, spent, "本年支出合计"), (all, YearOf(all, 1)), (spent, total.Main)));
        foreach (var row in spent.Rows.Where(static row => row.Code.Length == 3))
        {
            var line = Enumerable.Range(1, Math.Max(0, all.Lanes - 1)).Select(lane => all.Named(row.Key, lane)).FirstOrDefault(static line => line is not null);
            if (line is not null) found.Add("X-04", Instances.Same(Pair(all, spent, row.Name), (all, line.Main), (spent, row.Main)));
        }
    }

    private static void WithGrants(FormTable grants, FormTable? all, FormTable? income, Instances found)
    {
        var year = YearOf(grants, 0);
        if (income is not null && TotalOf(income)?.At(ColumnNames.GrantIncome) is { } granted)
            found.Add("X-05", Instances.Same(Pair(grants, income, "财政拨款收入"), (grants, year), (income, granted)));
        if (all is null) return;
        foreach (var word in (ReadOnlySpan<string>)["一般公共预算", "政府性基金", "国有资本经营"])
        {
            FormRow? Line(FormTable table) => table.Lane(0).FirstOrDefault(row => row.Role == RowRole.Line && row.Group.Length == 0 && row.Name.Contains(word, StringComparison.Ordinal));
            if (Line(grants) is { } grant && Line(all) is { } line) found.Add("X-05", Instances.Same(Pair(grants, all, line.Name), (grants, grant.Main), (all, line.Main)));
        }
        foreach (var (role, lane) in (ReadOnlySpan<(RowRole, int)>)[(RowRole.Opening, 0), (RowRole.Closing, 1)])
            if (grants.Row(role, lane)?.Main is { } part && all.Row(role, lane)?.Main is { } whole)
                found.Add("X-16", Instances.AtMost(Pair(grants, all, part.Row), (grants, part), (all, whole)));
    }

    private static Fact? FundColumn(FormTable grants, string column) => (grants.Row(RowRole.OfYear, 1) ?? grants.Row(RowRole.Total, 1))?.At(column);

    private static void GeneralInGrants(FormTable grants, FormTable general, Instances found)
    {
        var year = FundColumn(grants, ColumnNames.General);
        if (TotalOf(general)?.Main is { } total && year is not null) found.Add("X-06", Instances.Same(Pair(grants, general, "一般公共预算财政拨款支出"), (grants, year), (general, total)));
        foreach (var row in general.Rows.Where(static row => row.Code.Length == 3))
            if (grants.Named(row.Key, 1)?.At(ColumnNames.General) is { } cell) found.Add("X-07", Instances.Same(Pair(grants, general, row.Name), (grants, cell), (general, row.Main)));
    }

    private static void FundInGrants(FormSet forms, FormTable grants, Instances found)
    {
        foreach (var (id, kind, column, word) in (ReadOnlySpan<(string, FormKind, string, string)>)[("X-08", FormKind.GovernmentFunds, ColumnNames.Fund, "政府性基金"), ("X-09", FormKind.StateCapital, ColumnNames.Capital, "国有资本经营")])
        {
            if (forms.Table(kind) is not { } table || FundColumn(grants, column) is not { } stated) continue;
            var total = TotalOf(table);
            if (total?.At(ColumnNames.Total) is { } spent) found.Add(id, Instances.Same(Pair(grants, table, stated.Column), (grants, stated), (table, spent)));
            var line = grants.Lane(0).FirstOrDefault(row => row.IsLine && row.Name.Contains(word, StringComparison.Ordinal));
            if (total?.At(ColumnNames.Income) is { } income) found.Add(id, Instances.Same(Pair(grants, table, "本年收入"), (grants, line?.Main), (table, income)));
            var nothing = stated.Entry.Figure is null or { Value: 0 };
            var empty = table.IsEmpty || table.Facts.All(static fact => fact.Entry.Figure is null or { Value: 0 });
            var shown = stated.Printed.IsBlank ? "∅" : stated.Printed.Text;
            var operands = stated.Printed.Place is null && empty ? ImmutableArray<Operand>.Empty : [grants.Blank(stated) with { Role = Role.Stated }];
            found.Add("X-18", new Present(Pair(grants, table, stated.Column), nothing == empty, $"{shown}, {table.Name}: {(empty ? "∅" : "≠ ∅")}", operands) { Stated = stated.Printed.Text });
        }
    }

    /// <summary>X-10: a class in the grants' form is within the class of all expenditure.</summary>
    private static void Within(FormTable grants, FormTable spent, FormTable? all, Instances found)
    {
        foreach (var row in spent.Rows.Where(static row => row.Code.Length == 3))
        {
            if (grants.Named(row.Key, 1)?.Main is { } part) found.Add("X-10", Instances.AtMost(Pair(grants, spent, row.Name), (grants, part), (spent, row.Main)));
            if (all?.Named(row.Key, 1)?.Main is { } line && all is not null) found.Add("X-10", Instances.AtMost(Pair(spent, all, row.Name), (spent, row.Main), (all, line)));
        }
    }

    /// <summary>Basic expenditure of the form by economic class: its 合计, else 人员经费 and 公用经费 together.</summary>
    internal static Term? BasicTotal(FormTable basic, Role role)
    {
        if (basic.Term(TotalOf(basic)?.Main, role) is { } total) return total;
        var staff = basic.Term(basic.Rows.FirstOrDefault(static row => row.Role == RowRole.StaffTotal)?.Main, role);
        var operating = basic.Term(basic.Rows.FirstOrDefault(static row => row.Role == RowRole.PublicTotal)?.Main, role);
        return staff is null || operating is null ? null : Instances.Added([staff, operating], basic.Name + " 人员经费 + 公用经费", role);
    }

    private static void BasicInGeneral(FormTable general, FormTable basic, Instances found)
    {
        if (general.Term(TotalOf(general)?.At(ColumnNames.Basic), Role.Stated) is { } stated && BasicTotal(basic, Role.Whole) is { } other)
            found.Add("X-11", new Same(Pair(general, basic, "基本支出"), stated, other));
        foreach (var (functional, economic) in Twins)
        {
            var items = functional.Select(general.Coded).OfType<FormRow>().Select(row => general.Term(row.At(ColumnNames.Basic), Role.Part)).OfType<Term>().ToImmutableArray();
            if (items.IsEmpty || basic.Term(basic.Coded(economic)?.Main, Role.Stated) is not { } twin) continue;
            // Institutions pay part of these from project money or their own: a difference is to be explained, not wrong.
            Instance instance = items.Length == 1 ? new Same(Pair(basic, general, twin.Label), twin, items[0]) : new Sum(Pair(basic, general, twin.Label), twin, items);
            found.Add("X-22", instance with { FailSeverity = Severity.Note });
        }
    }

    private static void GeneralInExpenditure(FormSet forms, FormTable general, FormTable spent, Instances found)
    {
        foreach (var row in general.Rows.Where(static row => row.Code.Length == 7))
        {
            if (spent.Coded(row.Code) is not { } whole) continue;
            foreach (var column in (ReadOnlySpan<string>)[ColumnNames.Basic, ColumnNames.Project])
                found.Add("X-12", Instances.AtMost(Pair(general, spent, $"{row.Code} {column}"), (general, row.At(column)), (spent, whole.At(column))));
        }
        if (TotalOf(general) is not { } total || TotalOf(spent) is not { } all) return;
        found.Add("X-14", Instances.AtMost(Pair(general, spent, ColumnNames.Basic), (general, total.At(ColumnNames.Basic)), (spent, all.At(ColumnNames.Basic))));
        var parts = new List<Term>();
        foreach (var table in (FormTable?[])[general, forms.Table(FormKind.GovernmentFunds), forms.Table(FormKind.StateCapital)])
            if (table is not null && table.Term(TotalOf(table)?.At(ColumnNames.Project), Role.Part) is { } term) parts.Add(term);
        if (parts.Count > 0 && spent.Term(all.At(ColumnNames.Project), Role.Whole) is { } project)
            found.Add("X-14", new AtMost(Pair(general, spent, ColumnNames.Project), Instances.Added(parts, ColumnNames.Project, Role.Part), project));
    }

    /// <summary>X-13: a class spends no more of grants than the year's grants for it and what was carried over.</summary>
    private static void Spending(FormTable general, FormTable income, FormTable grants, Instances found)
    {
        if (grants.Row(RowRole.Opening)?.Main is not { } carried) return;
        foreach (var row in general.Rows.Where(static row => row.Code.Length == 3))
        {
            if (income.Term(income.Coded(row.Code)?.At(ColumnNames.GrantIncome), Role.Whole) is not { } granted || general.Term(row.Main, Role.Part) is not { } spent) continue;
            var opening = grants.TermOrNone(carried, Role.Whole);
            if (opening is null && spent.Interval.Low > granted.Interval.High)
                found.Add("X-13", new Unable(Pair(general, income, row.Name), $"{spent.Shown} ≤ {granted.Shown} + ?", [spent.Operand, granted.Operand]));
            else
                found.Add("X-13", new AtMost(Pair(general, income, row.Name), spent, opening is null || opening.Value == 0 ? granted : Instances.Added([granted, opening], row.Name, Role.Whole)) { FailSeverity = Severity.Warning });
        }
    }

    /// <summary>X-17: what basic expenditure pays for the three is within the three, which count project money too.</summary>
    private static void Public(FormTable basic, FormTable three, Instances found)
    {
        var measure = basic.IsBudget ? ColumnNames.Budget : ColumnNames.Final;
        foreach (var (code, expense, _) in Expenses)
        {
            if (basic.Coded(code)?.Main is not { } part || part.Entry.Figure is null or { Value: 0 }) continue;
            var whole = three.Facts.FirstOrDefault(fact => fact.Row == expense && fact.Column == measure);
            if (Instances.AtMost(Pair(basic, three, expense), (basic, part), (three, whole)) is { } instance) found.Add("X-17", instance with { FailSeverity = Severity.Warning });
        }
    }

    /// <summary>X-15: all expenditure exceeds the grants' by what income and balances of other money explain.</summary>
    private static void Difference(FormTable all, FormTable grants, FormTable spent, Instances found)
    {
        if (all.IsBudget || all.Row(RowRole.OfYear) is null || grants.Row(RowRole.OfYear) is null) return;
        var whole = spent.Term(TotalOf(spent)?.Main, Role.Stated);
        Term? Of(FormTable table, RowRole role, int lane) => table.Row(role, lane)?.Main is { } fact ? table.TermOrNone(fact, Role.Part) : null;
        var plus = new[] { Of(grants, RowRole.OfYear, 1), Of(all, RowRole.OfYear, 0), Of(all, RowRole.SurplusUsed, 0), Of(all, RowRole.Opening, 0), Of(grants, RowRole.Closing, 1) };
        var minus = new[] { Of(grants, RowRole.OfYear, 0), Of(all, RowRole.Distribution, 1), Of(grants, RowRole.Opening, 0), Of(all, RowRole.Closing, 1) };
        if (whole is null || plus[0] is null || plus[1] is null || minus[0] is null) return;
        var added = plus.OfType<Term>().Where(static term => term.Value != 0).ToList();
        var taken = minus.OfType<Term>().Where(static term => term.Value != 0).ToList();
        found.Add("X-15", new Sum(Pair(spent, grants, "本年支出合计"), whole, [.. added, .. taken]) { Minus = taken.Count });
    }

    /// <summary>X-21: the grants' expenditure is that of the three budgets.</summary>
    private static void Whole(FormSet forms, FormTable grants, FormTable general, Instances found)
    {
        if (grants.Term(YearOf(grants, 1), Role.Stated) is not { } stated || general.Term(TotalOf(general)?.Main, Role.Part) is not { } first) return;
        var parts = new List<Term> { first };
        var blanks = ImmutableArray.CreateBuilder<Operand>();
        foreach (var (kind, column) in (ReadOnlySpan<(FormKind, string)>)[(FormKind.GovernmentFunds, ColumnNames.Fund), (FormKind.StateCapital, ColumnNames.Capital)])
        {
            if (forms.Table(kind) is not { } table) continue;
            if (table.Term(TotalOf(table)?.At(ColumnNames.Total) ?? TotalOf(table)?.Main, Role.Part) is { } term) parts.Add(term);
            else if (!table.IsEmpty) blanks.Add(new Operand(table.Name, "", Role.Part, "", null));
        }
        found.Add("X-21", new Sum(Pair(grants, general, "财政拨款支出"), stated, [.. parts]) { Blanks = blanks.ToImmutable() });
    }
}

using Extract.Checks.Selectors;
using Extract.Checks.Shapes;
using Extract.Figures;
using Extract.Forms.Statutory;
using Extract.Records;

namespace Extract.Checks.Statutory;

/// <summary>What sentences restate of the forms (N-01 to N-09, N-20, N-21): the section decides which form is meant.</summary>
internal static class RestatedForms
{
    /// <summary>The form a section of the text explains.</summary>
    public static FormKind KindOf(string section)
    {
        bool Has(string word) => section.Contains(word, StringComparison.Ordinal);
        return section switch
        {
            _ when Has("三公") => FormKind.ThreePublic,
            _ when Has("政府性基金") => FormKind.GovernmentFunds,
            _ when Has("国有资本") => FormKind.StateCapital,
            _ when Has("机关运行经费支出预算") => FormKind.OperatingExpenses,
            _ when Has("基本支出") => Has("一般公共预算") || Has("公共财政预算") || !Has("财政拨款") ? FormKind.BasicExpenditure : FormKind.GrantBasicExpenditure,
            _ when Has("机关运行") || Has("其他重要") || Has("绩效") => FormKind.None,
            _ when Has("一般公共预算") || Has("公共财政预算") => FormKind.GeneralBudget,
            _ when Has("财政拨款") && (Has("收入支出") || Has("收支")) => FormKind.Grants,
            _ when Has("财政拨款支出") => FormKind.GrantExpenditure,
            _ when Has("收入支出") || Has("收支") => FormKind.IncomeAndExpenditure,
            _ when Has("收入决算") || Has("收入预算") => FormKind.Income,
            _ when Has("支出决算") || Has("支出预算") => FormKind.Expenditure,
            _ => FormKind.None,
        };
    }

    public static IEnumerable<Instance> Restated(Dossier dossier, string id)
    {
        foreach (var statement in dossier.Said.All)
        {
            if (statement.Kind != StatementKind.Amount || statement.Qualifier.Length > 0 || dossier.IsMisnamed(statement) || RestatedElsewhere(statement)) continue;
            if (statement.Year is { } year && year != dossier.Disclosure.About.FiscalYear) continue;
            var (found, table, term) = Cell(dossier, statement);
            if (found != id || term is null || table is null) continue;
            var stated = dossier.Said.Term(statement, Role.Stated);
            // A figure of the text restates the table: it has the table's precision.
            if (stated.Figure.Unit.Factor == term.Figure.Unit.Factor && stated.Figure.Decimals < term.Figure.Decimals && stated.Figure.Unit.Dimension == Dimension.Money)
                stated = stated with { Figure = stated.Figure with { Decimals = term.Figure.Decimals } };
            yield return new Same($"{statement.Item}：{table.Name}", stated, term) { KnownCause = TakenFrom(dossier, table, stated, term) };
        }
    }

    private static bool RestatedElsewhere(Statement statement) => RepeatSelectors.IsAccount(statement) || statement.Of.Length > 0;

    private static (string Id, FormTable? Table, Term? Term) Cell(Dossier dossier, Statement statement)
    {
        var kind = KindOf(Said.Part(statement));
        var forms = dossier.Statutory;
        var actual = statement.Measure == Measure.Actual;
        var key = RowNames.Key(statement.Item);
        (string, FormTable?, Term?) At(string id, FormKind of, Func<FormTable, Fact?> pick) => forms.Table(of) is { } table ? (id, table, table.Term(pick(table), Role.Whole)) : ("", null, null);
        var total = key.Contains("收入支出总计", StringComparison.Ordinal) || key.Contains("收、支总计", StringComparison.Ordinal) || key.Contains("收支总计", StringComparison.Ordinal);
        if (kind == FormKind.ThreePublic) return Expense(dossier, statement, key);
        if (!actual) return ("", null, null);
        return kind switch
        {
            FormKind.IncomeAndExpenditure when total => At("N-01", kind, static table => table.Row(RowRole.Total)?.Main),
            FormKind.Grants when total => At("N-06", kind, static table => table.Row(RowRole.Total)?.Main),
            FormKind.Income or FormKind.Expenditure or FormKind.IncomeAndExpenditure when key == "本年收入合计" => At("N-02", FormKind.IncomeAndExpenditure, static table => table.Row(RowRole.OfYear)?.Main),
            FormKind.Income or FormKind.Expenditure or FormKind.IncomeAndExpenditure when key == "本年支出合计" => At("N-02", FormKind.IncomeAndExpenditure, static table => table.Row(RowRole.OfYear, 1)?.Main),
            FormKind.IncomeAndExpenditure when RowNames.RoleOf(key) is RowRole.Opening or RowRole.SurplusUsed => At("N-02", kind, table => table.Row(RowNames.RoleOf(key))?.Main),
            FormKind.IncomeAndExpenditure when RowNames.RoleOf(key) is RowRole.Closing or RowRole.Distribution => At("N-02", kind, table => table.Row(RowNames.RoleOf(key), 1)?.Main),
            FormKind.IncomeAndExpenditure when key.Contains("预算总计", StringComparison.Ordinal) && !key.Contains("财政", StringComparison.Ordinal) && !key.Contains("资金", StringComparison.Ordinal) => At("N-01", kind, static table => table.Row(RowRole.Total)?.Main),
            FormKind.IncomeAndExpenditure when key.StartsWith("财政拨款收入", StringComparison.Ordinal) && key.EndsWith("总计", StringComparison.Ordinal) => At("N-06", FormKind.Grants, static table => table.Row(RowRole.Total)?.Main),
            FormKind.IncomeAndExpenditure => At("N-02", kind, table => Enumerable.Range(1, Math.Max(0, table.Lanes - 1)).Select(lane => table.Named(key, lane)).FirstOrDefault(static row => row is not null)?.Main),
            FormKind.Income when key.EndsWith("本年收入预算合计", StringComparison.Ordinal) => At("N-02", kind, static table => TotalOf(table)?.Main),
            FormKind.Expenditure when key.EndsWith("本年支出预算合计", StringComparison.Ordinal) => At("N-02", kind, static table => TotalOf(table)?.Main),
            FormKind.Income => At("N-04", kind, table => Column(table, key)),
            FormKind.Expenditure => At("N-05", kind, table => Column(table, key)),
            FormKind.GrantExpenditure when key is "财政拨款预算" or "财政拨款" => At("N-07", kind, static table => TotalOf(table)?.Main),
            FormKind.GrantExpenditure => At("N-07", kind, table => Only(table, key)?.Main),
            FormKind.OperatingExpenses when key.Contains("机关运行经费", StringComparison.Ordinal) => At("N-07", kind, static table => TotalOf(table)?.Main),
            FormKind.GeneralBudget when key is "一般公共预算财政拨款" or "一般公共预算" => At("N-07", kind, static table => table.Total?.Main),
            FormKind.GeneralBudget => At("N-07", kind, table => table.Rows.FirstOrDefault(row => row.Code.Length == 3 && row.Key == key)?.Main),
            FormKind.BasicExpenditure or FormKind.GrantBasicExpenditure => Basic(dossier, kind, key),
            _ => ("", null, null),
        };
    }

    private static Fact? Column(FormTable table, string key) =>
        TotalOf(table)?.Cells.FirstOrDefault(fact => fact.Column != ColumnNames.Total && RowNames.Key(fact.Column) == key);

    private static FormRow? TotalOf(FormTable table) => table.Total ?? (table.Rows.Length == 1 ? table.Rows[0] : null);

    /// <summary>The item of a name that no other row has.</summary>
    private static FormRow? Only(FormTable table, string key)
    {
        var named = table.Rows.Where(row => row.Code.Length == 7 && row.Key == key).Take(2).ToList();
        return named.Count == 1 ? named[0] : null;
    }

    private static (string, FormTable?, Term?) Basic(Dossier dossier, FormKind kind, string key)
    {
        if (dossier.Statutory.Table(kind) is not { } table) return ("", null, null);
        Term? Classes(bool staff)
        {
            var terms = table.Rows.Where(row => row.Code.Length == 3 && AccountCodes.IsStaff(row.Code) == staff).Select(row => table.Term(row.Main, Role.Whole)).ToList();
            return terms.Count == 0 || terms.Contains(null) ? null : Instances.Added([.. terms.OfType<Term>()], table.Name, Role.Whole);
        }
        Term? Of(RowRole role, string column) => table.Term(table.Rows.FirstOrDefault(row => row.Role == role)?.Main ?? table.Total?.At(column), Role.Whole) ?? Classes(role == RowRole.StaffTotal);
        return key switch
        {
            _ when key.EndsWith("人员经费", StringComparison.Ordinal) => ("N-20", table, Of(RowRole.StaffTotal, ColumnNames.Staff)),
            _ when key.EndsWith("公用经费", StringComparison.Ordinal) => ("N-20", table, Of(RowRole.PublicTotal, ColumnNames.Public)),
            _ when key.EndsWith("基本", StringComparison.Ordinal) => ("N-20", table, CrossForms.BasicTotal(table, Role.Whole)),
            _ => ("", null, null),
        };
    }

    private static (string, FormTable?, Term?) Expense(Dossier dossier, Statement statement, string key)
    {
        if (dossier.Statutory.Table(FormKind.ThreePublic) is not { } table) return ("", null, null);
        if (ExpenseOf(key) is not { } expense) return ("", null, null);
        var measure = statement.Measure == Measure.Actual && !table.IsBudget ? ColumnNames.Final : ColumnNames.Budget;
        var fact = table.Facts.FirstOrDefault(fact => fact.Row == expense && fact.Column == measure);
        if (expense == ColumnNames.Total) fact = table.Facts.FirstOrDefault(other => other.Row == ColumnNames.ThreePublic && other.Column == measure) ?? fact;
        return ("N-21", table, table.Term(fact, Role.Whole));
    }

    private static string? ExpenseOf(string key)
    {
        bool Has(string word) => key.Contains(word, StringComparison.Ordinal);
        // Conferences and training stand beside the three where a province asks for them.
        foreach (var beside in (ReadOnlySpan<string>)["会议费", "培训费"])
            if (key.EndsWith(beside, StringComparison.Ordinal) || key.EndsWith(beside + "预算", StringComparison.Ordinal)) return beside;
        if (Has("外事") || Has("国内") || Has("外宾") || Has("批") || Has("会议") || Has("培训")) return null;
        if (Has("出国")) return Has("团组") ? null : ColumnNames.Travel;
        if (Has("接待")) return key.StartsWith("公务接待", StringComparison.Ordinal) ? ColumnNames.Reception : null;
        if (Has("用车")) return Has("购置") ? Has("运行") ? ColumnNames.Vehicles : ColumnNames.Purchase : Has("运行") ? ColumnNames.Running : null;
        return Has("三公") ? ColumnNames.Total : null;
    }

    /// <summary>Where the stated figure, or what it exceeds the form's by, is another form's: the text was taken from there.</summary>
    private static Cause TakenFrom(Dossier dossier, FormTable table, Term stated, Term term)
    {
        if (table.Kind != FormKind.BasicExpenditure || stated.Value == term.Value) return Cause.None;
        if (dossier.Statutory.Table(FormKind.Expenditure) is not { } spent || spent.Term(spent.Total?.At(ColumnNames.Basic), Role.Other) is not { } basic) return Cause.None;
        if (basic.Value == stated.Value) return new Cause("taken_from_form", [basic.Figure.Printed, spent.Name]);
        var all = CrossForms.BasicTotal(table, Role.Whole);
        return all is not null && basic.Value != all.Value && Math.Abs(basic.Value - all.Value - (stated.Value - term.Value)) <= 2 * stated.Step
            ? new Cause("taken_from_form", [basic.Figure.Printed, spent.Name]) : Cause.None;
    }

    /// <summary>N-08 and N-09: the items of section five and the item rows of the form, matched by class, section and name.</summary>
    public static IEnumerable<Instance> Items(Dossier dossier, string id)
    {
        if (dossier.Disclosure.Accounts.IsDefaultOrEmpty || dossier.Statutory.Table(FormKind.GeneralBudget) is not { } table) yield break;
        var items = table.Rows.Where(static row => row.Code.Length == 7).ToLookup(static row => row.Key, StringComparer.Ordinal);
        if (items.Count == 0) yield break;
        var told = new HashSet<FormRow>();
        // A text that groups its items otherwise than the form is not told item by item.
        if (dossier.Disclosure.Accounts.Count(account => Match(table, items, account) is not null) * 2 < dossier.Disclosure.Accounts.Length)
        {
            if (id == "N-08") yield return new Unable(table.Name, $"{dossier.Disclosure.Accounts.Length} / {items.Count}", []);
            yield break;
        }
        foreach (var account in dossier.Disclosure.Accounts)
            if (Match(table, items, account) is { } found) told.Add(found);
        foreach (var account in dossier.Disclosure.Accounts)
        {
            var row = Match(table, items, account);
            if (FigureReader.Read(account.Amount.Text, Unit.Of(account.Unit)).Figure is not { } figure) continue;
            if (row is not null && table.Term(row.Main, Role.Whole) is { } whole)
            {
                var stated = new Term(account.Item, figure with { Decimals = Math.Max(figure.Decimals, figure.Unit.Factor == whole.Figure.Unit.Factor ? whole.Figure.Decimals : 0) }, Role.Stated, account.Quote, account.Amount.Place);
                if (id == "N-09") yield return new Same($"{account.Item}：{table.Name}", stated, whole);
            }
            else if (row is null && figure.Value != 0 && id == "N-08")
            {
                if (Renamed(table, told, figure) is { } renamed)
                {
                    told.Add(renamed);
                    yield return new Present(account.Item, false, $"{account.Item} {figure.Printed}, {renamed.Code} {renamed.Name} {renamed.Main!.Printed.Text}",
                        [new Operand(account.Item, figure.Printed, Role.Stated, account.Quote, account.Amount.Place), table.Term(renamed.Main, Role.Whole)!.Operand])
                    { Stated = account.Item, Expected = renamed.Name };
                    continue;
                }
                yield return new Present(account.Item, false, $"{account.Item} {figure.Printed}, {table.Name}: ∅", [new Operand(account.Item, figure.Printed, Role.Stated, account.Quote, account.Amount.Place)]) { Stated = account.Item };
            }
        }
        if (id != "N-08") yield break;
        foreach (var row in table.Rows.Where(static row => row.Code.Length == 7))
        {
            if (row.Main?.Entry.Figure is not { } amount || amount.Value == 0) continue;
            yield return new Present(table.Subject(row, ""), told.Contains(row), $"{row.Code} {row.Name} {amount.Printed}", [table.Term(row.Main, Role.Stated)!.Operand]) { Stated = row.Name };
        }
    }

    /// <summary>The one item of the form that the text does not tell and that has the amount: told under another name.</summary>
    private static FormRow? Renamed(FormTable table, HashSet<FormRow> told, Figure figure)
    {
        var same = table.Rows.Where(row => row.Code.Length == 7 && !told.Contains(row) && row.Main?.Entry.Figure is { } amount && amount.BaseValue == figure.BaseValue).Take(2).ToList();
        return same.Count == 1 ? same[0] : null;
    }

    private static FormRow? Match(FormTable table, ILookup<string, FormRow> items, Account account)
    {
        var key = RowNames.Key(account.Item);
        var named = items[key].ToList();
        if (named.Count < 2) return named.Count == 1 ? named[0] : null;
        var section = RowNames.Key(account.Section);
        var within = named.FindAll(row => table.Coded(row.Code[..5])?.Key == section);
        if (within.Count != 1 && account.Class.Length > 0) within = named.FindAll(row => table.Coded(row.Code[..3])?.Key == RowNames.Key(account.Class));
        return within.Count == 1 ? within[0] : null;
    }
}

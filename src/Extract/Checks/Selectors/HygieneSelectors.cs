using System.Buffers;
using System.Text.RegularExpressions;
using Extract.Checks.Shapes;
using Extract.Figures;
using Extract.Forms.Statutory;
using Extract.Records;
using Extract.Text;

namespace Extract.Checks.Selectors;

/// <summary>Structure, units and hygiene of a final account or budget.</summary>
internal static partial class HygieneSelectors
{
    private static readonly FormKind[] FinalForms =
    [
        FormKind.IncomeAndExpenditure, FormKind.Income, FormKind.Expenditure, FormKind.Grants, FormKind.GeneralBudget, FormKind.BasicExpenditure, FormKind.ThreePublic,
        FormKind.GovernmentFunds, FormKind.StateCapital,
    ];

    private static readonly FormKind[] BudgetForms =
    [
        FormKind.IncomeAndExpenditure, FormKind.Income, FormKind.Expenditure, FormKind.Grants, FormKind.GeneralBudget, FormKind.BasicExpenditure, FormKind.ThreePublic, FormKind.GovernmentFunds,
    ];

    private static readonly string[] Disclosures = ["因公出国", "公务接待", "机关运行经费", "政府采购", "车辆", "绩效", "国有资产"];

    private static readonly SearchValues<char> Stops = SearchValues.Create("，。；、（(");

    private static readonly FormKind[] Explained =
        [FormKind.IncomeAndExpenditure, FormKind.Income, FormKind.Expenditure, FormKind.Grants, FormKind.GeneralBudget, FormKind.BasicExpenditure, FormKind.ThreePublic];

    // A disclosure of one subject (the three public expenses) prints one form, or two, and owes no other.
    private const int LeastForms = 3;

    /// <summary>True for a whole account or budget: what it must contain can be asked of it.</summary>
    private static bool IsWhole(Dossier dossier) => dossier.Statutory.Tables.Select(static table => table.Kind).Distinct().Count() >= LeastForms;

    private static bool IsAccount(Dossier dossier) => dossier.Disclosure.About.Kind is DisclosureKind.FinalAccounts or DisclosureKind.Budget;

    /// <summary>S-01: the forms of the family are there; none found is said as such, not as a defect of each.</summary>
    public static IEnumerable<Instance> Forms(Dossier dossier)
    {
        if (!IsAccount(dossier) || !IsWhole(dossier)) yield break;
        var budget = dossier.Statutory.Tables.All(static table => table.IsBudget);
        foreach (var kind in budget ? BudgetForms : FinalForms)
        {
            var table = dossier.Statutory.Table(kind);
            var form = Form.Of(kind);
            yield return new Present(budget ? form.BudgetName : form.FinalName, table is not null, budget ? form.BudgetName : form.FinalName, []);
        }
    }

    /// <summary>S-03 and S-08: what has to be told is told somewhere in the text.</summary>
    public static IEnumerable<Instance> Told(Dossier dossier)
    {
        if (dossier.Disclosure.About.Kind != DisclosureKind.FinalAccounts || !IsWhole(dossier)) yield break;
        foreach (var word in Disclosures)
        {
            var found = WordingSelectors.Each(dossier).Any(pair => pair.Paragraph.Text.Contains(word, StringComparison.Ordinal));
            yield return new Present(word, found, word, []);
        }
    }

    /// <summary>S-03: the sections that explain the forms are there and not empty.</summary>
    public static IEnumerable<Instance> Sections(Dossier dossier)
    {
        if (dossier.Disclosure.About.Kind != DisclosureKind.FinalAccounts || !IsWhole(dossier)) yield break;
        var told = WordingSelectors.Each(dossier).Where(static pair => !pair.Paragraph.IsHeading).Select(static pair => Statutory.RestatedForms.KindOf(First(pair.Paragraph.Section))).ToHashSet();
        foreach (var kind in Explained)
            if (told.Count > 2) yield return Section(kind, told.Contains(kind));
    }

    private static Present Section(FormKind kind, bool found) => new(Form.Of(kind).FinalName + "情况说明", found, Form.Of(kind).FinalName, []);

    private static string First(string section) => section.IndexOf('/', StringComparison.Ordinal) is var end and >= 0 ? section[..end] : section;

    /// <summary>S-05: titles of tables name the fiscal year, where they name one.</summary>
    public static IEnumerable<Instance> Years(Dossier dossier)
    {
        if (!IsAccount(dossier) || dossier.Disclosure.About.FiscalYear is not { } year || dossier.Disclosure.Tables.IsDefault) yield break;
        foreach (var grid in dossier.Disclosure.Tables)
        {
            if (Year().Match(Characters.Fold(grid.Title.Text)) is not { Success: true } match) continue;
            var printed = match.Groups[1].Value;
            yield return new Present(grid.Title.Text, printed == year.ToString(System.Globalization.CultureInfo.InvariantCulture), grid.Title.Text, [new Operand(grid.Title.Text, printed, Role.Stated, grid.Title.Text, grid.Title.Place)]) { Stated = printed };
        }
    }

    /// <summary>S-06: the filer's name is written one way: same beginning and end, and nothing else between.</summary>
    public static IEnumerable<Instance> Names(Dossier dossier)
    {
        var filer = dossier.Disclosure.About.Filer.Text;
        if (!IsAccount(dossier) || filer.Length < 8) yield break;
        var (head, tail) = (filer[..(filer.Length / 2)], filer[^3..]);
        var told = new HashSet<string>(StringComparer.Ordinal);
        var same = 0;
        foreach (var (paragraph, _) in WordingSelectors.Each(dossier))
        {
            for (var at = paragraph.Text.IndexOf(head, StringComparison.Ordinal); at >= 0; at = paragraph.Text.IndexOf(head, at + head.Length, StringComparison.Ordinal))
            {
                if (string.CompareOrdinal(paragraph.Text, at, filer, 0, filer.Length) == 0)
                {
                    same++;
                    continue;
                }
                var room = Math.Min(filer.Length - head.Length + 3, paragraph.Text.Length - at - head.Length);
                var end = paragraph.Text.IndexOf(tail, at + head.Length, room, StringComparison.Ordinal);
                if (end < 0) continue;
                var name = paragraph.Text[at..(end + tail.Length)];
                if (name.AsSpan().IndexOfAny(Stops) >= 0 || Math.Abs(name.Length - filer.Length) > 1 || !told.Add(name)) continue;
                yield return new Present(filer, false, $"{filer}, {name}", [WordingSelectors.Seen(paragraph, at, name.Length)]) { Stated = name, Expected = filer };
            }
        }
        if (same > 0) yield return new Present(filer, true, filer, []);
    }

    /// <summary>S-07: nothing of the template is left: XX, 增加（减少）, empty brackets.</summary>
    public static IEnumerable<Instance> Remnants(Dossier dossier)
    {
        if (!IsAccount(dossier)) yield break;
        var clean = 0;
        foreach (var (paragraph, _) in WordingSelectors.Each(dossier))
        {
            var match = Remnant().Match(paragraph.Text);
            if (!match.Success)
            {
                clean++;
                continue;
            }
            yield return new Present(paragraph.Section, false, match.Value, [WordingSelectors.Seen(paragraph, match.Index, match.Length)]) { Stated = match.Value };
        }
        foreach (var cell in Cells(dossier))
            if (Remnant().Match(cell.Text) is { Success: true } match) yield return new Present(cell.Text, false, match.Value, [new Operand(cell.Text, match.Value, Role.Stated, cell.Text, cell.Printed.Place)]) { Stated = match.Value };
        if (clean > 0) yield return new Present(dossier.Disclosure.About.Title.Text, true, "", []);
    }

    private static IEnumerable<Tables.Cell> Cells(Dossier dossier) => dossier.Disclosure.Tables.IsDefault ? [] : dossier.Disclosure.Tables.SelectMany(static grid => grid.Cells);

    /// <summary>S-09: a form printed twice under one title says the same.</summary>
    public static IEnumerable<Instance> Twice(Dossier dossier)
    {
        foreach (var group in dossier.Statutory.Tables.GroupBy(static table => (table.Kind, table.IsBudget)))
        {
            var first = group.First();
            foreach (var other in group.Skip(1))
            {
                var titles = (Title(dossier, first.Index), Title(dossier, other.Index));
                if (titles.Item1 != titles.Item2) continue;
                var same = first.Facts.Length == other.Facts.Length && first.Facts.Zip(other.Facts).All(static pair => pair.First.Printed.Text == pair.Second.Printed.Text);
                var place = other.Facts.Select(static fact => fact.Printed.Place).FirstOrDefault(static place => place is not null);
                yield return new Present(first.Name, same, $"{first.Name} × 2", place is null ? [] : [new Operand(other.Name, other.Name, Role.Stated, "", place)]);
            }
        }
    }

    private static string Title(Dossier dossier, int grid) => Characters.Key(dossier.Disclosure.Tables[grid].Title.Text);

    /// <summary>U-01: a form states the unit of its money.</summary>
    public static IEnumerable<Instance> Units(Dossier dossier)
    {
        foreach (var table in dossier.Statutory.Tables)
        {
            var grid = dossier.Disclosure.Tables[table.Index];
            var stated = Unit.Of(grid.Unit).Dimension == Dimension.Money || table.Facts.Any(static fact => fact.Header.Contains("元)", StringComparison.Ordinal));
            var operand = new Operand(table.Name, grid.Title.Text, Role.Stated, grid.Title.Text, grid.Title.Place ?? table.Facts.Select(static fact => fact.Printed.Place).FirstOrDefault(static place => place is not null));
            yield return new Present(table.Name, stated, table.Name + " " + grid.Unit, [operand]) { Stated = grid.Unit };
        }
    }

    /// <summary>U-02: one number of decimals in a column; no more than two in percentages.</summary>
    public static IEnumerable<Instance> Decimals(Dossier dossier)
    {
        foreach (var table in dossier.Statutory.Tables)
        {
            foreach (var column in table.Facts.Where(static fact => fact.Entry.Figure is not null).GroupBy(static fact => fact.At))
            {
                var printed = column.Select(static fact => (Fact: fact, Decimals: FigureReader.Read(fact.Printed.Text).Figure?.Decimals ?? 0)).ToList();
                var most = printed.Max(static pair => pair.Decimals);
                var odd = printed.Find(pair => pair.Decimals != most && pair.Fact.Entry.Figure!.Value != 0).Fact;
                yield return new Present($"{table.Name} {column.First().Column}", odd is null, odd?.Printed.Text ?? "", odd is null ? [] : [table.Term(odd, Role.Stated)!.Operand]) { Stated = odd?.Printed.Text ?? "" };
            }
        }
    }

    /// <summary>U-03: percentages carry their sign, amounts their 元.</summary>
    public static IEnumerable<Instance> Signs(Dossier dossier)
    {
        if (!IsAccount(dossier)) yield break;
        foreach (var statement in dossier.Said.All)
        {
            if (dossier.IsInForm(statement)) continue;
            var ratio = statement.Kind is StatementKind.Share or StatementKind.Growth or StatementKind.CompletionRate;
            if (!ratio && statement.Kind is not (StatementKind.Amount or StatementKind.Change)) continue;
            var bare = !statement.UnitPrinted || statement.Figure.Unit is { Dimension: Dimension.None } || ratio && statement.Figure.Unit.Dimension != Dimension.Ratio;
            yield return new Present(statement.Item, !bare, statement.Quote, [dossier.Said.Term(statement, Role.Stated).Operand]) { Stated = statement.Figure.Printed + statement.Figure.Unit.Name };
        }
    }

    /// <summary>U-05: a code has one name in all forms of the document.</summary>
    public static IEnumerable<Instance> CodeNames(Dossier dossier)
    {
        var rows = dossier.Statutory.Tables.SelectMany(static table => table.Rows.Where(static row => row.Code.Length > 0 && row.Name.Length > 0).Select(row => (Table: table, Row: row)));
        foreach (var code in rows.GroupBy(static pair => pair.Row.Code))
        {
            var first = code.First();
            foreach (var other in code.Skip(1))
            {
                var same = RowNames.Key(first.Row.Name) == RowNames.Key(other.Row.Name);
                yield return new Present(other.Table.Subject(other.Row, ""), same, $"{code.Key}: {first.Row.Name}, {other.Row.Name}", [new Operand(other.Table.Name, other.Row.Name, Role.Stated, other.Row.Name, other.Row.Cells[0].Printed.Place)]) { Stated = other.Row.Name, Expected = first.Row.Name };
            }
        }
    }

    /// <summary>U-06: no negative amount but in balances and other income.</summary>
    public static IEnumerable<Instance> Negatives(Dossier dossier)
    {
        foreach (var table in dossier.Statutory.Tables)
        {
            foreach (var fact in table.Facts)
            {
                if (fact.Entry.Figure is not { } figure) continue;
                var allowed = fact.Row.Contains('余', StringComparison.Ordinal) || fact.Column.Contains('余', StringComparison.Ordinal) || fact.Row.Contains("其他收入", StringComparison.Ordinal) || fact.Column.Contains("其他收入", StringComparison.Ordinal);
                if (figure.Value >= 0 || allowed) continue;
                yield return new Present($"{table.Name} {fact.Code} {fact.Row} {fact.Column}", false, fact.Printed.Text, [table.Term(fact, Role.Stated)!.Operand]) { Stated = fact.Printed.Text };
            }
            if (!table.IsEmpty) yield return new Present(table.Name, true, table.Name, []);
        }
    }

    /// <summary>E-03: value columns hold numbers, dashes or nothing; no words and no codes.</summary>
    public static IEnumerable<Instance> Values(Dossier dossier)
    {
        foreach (var table in dossier.Statutory.Tables)
        {
            var words = table.Facts.Where(static fact => fact.Entry.Kind == EntryKind.Words && !fact.Entry.Malformed && Characters.Key(fact.Printed.Text) is not ("/" or "无" or "不适用" or "…" or "*")).ToList();
            foreach (var fact in words) yield return new Present($"{table.Name} {fact.Row} {fact.Column}", false, fact.Printed.Text, [table.Blank(fact) with { Role = Role.Stated }]) { Stated = fact.Printed.Text };
            if (words.Count == 0) yield return new Present(table.Name, true, table.Name, []);
        }
    }

    [GeneratedRegex("([12][0-9]{3})年")]
    private static partial Regex Year();

    [GeneratedRegex("(?<![A-Za-z])[XＸ×x]{2,}(?![A-Za-z])|[增上][长加升][（(][减下][少降][）)]|[减下][少降][（(][增上][长加升][）)]|[增上][长加升]/[减下][少降]|[大高]于[（(][小低]于[）)]|[小低]于[（(][大高]于[）)]|（ *）|\\( *\\)|。。。")]
    private static partial Regex Remnant();
}

using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Extract.Checks.Shapes;
using Extract.Checks.Statutory;
using Extract.Figures;
using Extract.Forms.Statutory;
using Extract.Layout;
using Extract.Records;

namespace Extract.Checks.Selectors;

/// <summary>What the text says of the three public expenses beside their amounts.</summary>
internal static partial class ExpenseSelectors
{
    // 元 for a person received and for a vehicle kept a year: wider than any rule of any province, so only what cannot be is shown.
    private static readonly (decimal Low, decimal High) PerPerson = (2, 5_000);
    private static readonly (decimal Low, decimal High) PerVehicle = (200, 300_000);

    private static readonly (string Money, string Count, string Unit, (decimal Low, decimal High) Range)[] Paid =
        [("国内+接待", "国内+接待", "人次", PerPerson), ("外事+接待|外宾+接待", "外事+接待|外宾", "人次", PerPerson), ("公务用车运行-购置", "公务用车+保有量", "辆", PerVehicle)];

    /// <summary>N-25: an item said to be as budgeted is what the form budgets for it; the clause must name the budget, not the year before.</summary>
    public static IEnumerable<Instance> AsBudgeted(Dossier dossier)
    {
        if (dossier.Statutory.Table(FormKind.ThreePublic) is not { IsBudget: false } table) yield break;
        foreach (var (paragraph, _) in WordingSelectors.Each(dossier))
        {
            if (RestatedForms.KindOf(paragraph.Section) != FormKind.ThreePublic) continue;
            foreach (Match match in Unchanged().Matches(paragraph.Text))
            {
                if (ExpenseBefore(paragraph, match.Index) is not { } expense) continue;
                Term? Of(string measure, Role role) => table.TermOrNone(table.Facts.FirstOrDefault(fact => fact.Row == expense && fact.Column == measure), role);
                var said = WordingSelectors.Seen(paragraph, match.Index, match.Length);
                if (Of(ColumnNames.Final, Role.Stated) is not { } final || Of(ColumnNames.Budget, Role.Whole) is not { } budget)
                    yield return new Unable(expense, $"{expense} {match.Value}: ?", [said]);
                else yield return new Same(expense, final, budget) { Also = [new Term(match.Value, final.Figure with { Printed = match.Value }, Role.Other, said.Quote, said.Place)] };
            }
        }
    }

    /// <summary>The expense named last before a position of the paragraph, else by its heading.</summary>
    private static string? ExpenseBefore(Paragraph paragraph, int at)
    {
        var before = paragraph.Text[..at];
        var sentence = before[(before.LastIndexOfAny(['。', '；']) + 1)..];
        return Named(sentence) ?? Named(before) ?? Named(paragraph.Section);
    }

    private static string? Named(string text)
    {
        (int At, string Name)? last = null;
        foreach (var (word, name) in (ReadOnlySpan<(string, string)>)
            [("出国", ColumnNames.Travel), ("公务接待", ColumnNames.Reception), ("用车购置及运行", ColumnNames.Vehicles), ("用车购置和运行", ColumnNames.Vehicles), ("用车购置费", ColumnNames.Purchase), ("用车运行", ColumnNames.Running)])
            if (text.LastIndexOf(word, StringComparison.Ordinal) is var at and >= 0 && (last is null || at > last.Value.At)) last = (at, name);
        return last?.Name;
    }

    /// <summary>N-28: money for a person received and for a vehicle kept lies where it can.</summary>
    public static IEnumerable<Instance> Units(Dossier dossier)
    {
        var said = dossier.Said;
        foreach (var part in said.All.GroupBy(static statement => Said.Part(statement), StringComparer.Ordinal))
        {
            if (RestatedForms.KindOf(part.Key) != FormKind.ThreePublic) continue;
            var mine = part.Where(statement => Said.IsActual(statement) && statement.Qualifier.Length == 0 && !dossier.IsMisnamed(statement)).ToList();
            Statement? Count(string name, string unit) => mine.FindLast(statement => statement.Kind == StatementKind.Count && statement.Figure.Unit.Name == unit && statement.Figure.Value > 0 && ListSelectors.Is(said.Key(statement), name));
            Statement? Money(string name) => mine.FindLast(statement => statement.Kind == StatementKind.Amount && ListSelectors.Is(said.Key(statement), name));
            foreach (var (money, count, unit, range) in Paid)
                if (Money(money) is { } amount && Count(count, unit) is { } things && Each(said, amount, things, range) is { } instance) yield return instance;
        }
    }

    private static Present? Each(Said said, Statement amount, Statement things, (decimal Low, decimal High) range)
    {
        var money = said.Term(amount, Role.Stated);
        if (money.Figure.Unit.Dimension != Dimension.Money || money.Value == 0) return null;
        var each = money.Value / things.Figure.Value;
        return new Present(amount.Item, each >= range.Low && each <= range.High, $"{amount.Figure.Printed}{money.Figure.Unit.Name} ÷ {things.Figure.Printed}{things.Figure.Unit.Name} = {Numbers.Write(each, 2)} 元", ImmutableArray.Create(money.Operand, said.Term(things, Role.Other).Operand))
        {
            Stated = Numbers.Write(each, 2),
            Expected = $"{Numbers.Short(range.Low)}–{Numbers.Short(range.High)}",
        };
    }

    [GeneratedRegex("与[^，。；]{0,6}预算数?[^，。；、]{0,6}(?:持平|一致|无变化|无增减|相同|相等|无差异)|决算数?[等持][于平](?:年初|全年)?预算数?|较[^，。；]{0,4}预算数?无?(?:持平|变化|增减)", RegexOptions.CultureInvariant)]
    private static partial Regex Unchanged();
}

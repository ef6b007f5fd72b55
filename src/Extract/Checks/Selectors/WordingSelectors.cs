using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Extract.Checks.Shapes;
using Extract.Forms.Statutory;
using Extract.Layout;
using Extract.Records;

namespace Extract.Checks.Selectors;

/// <summary>Checks of what sentences say beside their figures.</summary>
internal static partial class WordingSelectors
{
    private static readonly (string Domain, string[] Words)[] Domains =
    [
        ("住房", ["住房", "公积金", "购房", "提租", "租金"]), ("医疗", ["医疗", "医保"]), ("养老", ["养老", "年金", "退休"]),
    ];

    /// <summary>N-45: a completion rate of the opening budget where that budget is zero.</summary>
    public static IEnumerable<Instance> ZeroOpening(Dossier dossier)
    {
        var said = dossier.Said;
        foreach (var rate in said.All.Where(static statement => statement is { Kind: StatementKind.CompletionRate, Measure: Measure.Actual } && statement.Of.Contains("年初", StringComparison.Ordinal) && statement.Figure.Value != 0))
        {
            var budgets = said.Paragraph(rate).Where(statement => Said.IsBudget(statement) && said.Distance(statement, rate) > 0).ToList();
            var opening = budgets.FindLast(static statement => statement.Measure == Measure.OpeningBudget);
            if (opening is null) continue;
            var stated = said.Term(rate, Role.Stated);
            var final = said.Sentence(rate).LastOrDefault(statement => Said.IsActual(statement) && statement.Kind == StatementKind.Amount && said.Distance(statement, rate) > 0);
            var fits = budgets.Find(other => other.Measure != Measure.OpeningBudget && final is not null && Quotient.Of(said.Term(final, Role.Part), said.Term(other, Role.Whole)) is { } quotient && (stated.Interval.Meets(quotient.Range) || stated.Cut.Meets(quotient.Range)));
            yield return new Present(rate.Item, opening.Figure.Value != 0, $"年初预算 {opening.Figure.Printed}, 完成年初预算 {rate.Figure.Printed}%",
                [stated.Operand, said.Term(opening, Role.Whole).Operand, .. fits is null ? [] : ImmutableArray.Create(said.Term(fits, Role.Whole).Operand)])
            {
                Stated = rate.Figure.Printed,
                KnownCause = fits is null ? Cause.None : new Cause("wrong_denominator", [fits.Figure.Printed]),
            };
        }
    }

    /// <summary>N-43: the purpose told of an item belongs to the item's own domain.</summary>
    public static IEnumerable<Instance> Purposes(Dossier dossier)
    {
        if (dossier.Disclosure.Accounts.IsDefaultOrEmpty) yield break;
        foreach (var account in dossier.Disclosure.Accounts)
        {
            var at = account.Quote.IndexOf("主要用于", StringComparison.Ordinal);
            if (at < 0 || DomainOf(account.Item) is not { } own) continue;
            var end = account.Quote.IndexOf('。', at);
            var purpose = account.Quote[at..(end < 0 ? account.Quote.Length : end)];
            var fits = own.Words.Any(word => purpose.Contains(word, StringComparison.Ordinal)) || !Domains.Any(other => other.Domain != own.Domain && other.Words.Any(word => purpose.Contains(word, StringComparison.Ordinal)));
            yield return new Present(account.Item, fits, $"{account.Item}: {purpose}", [new Operand(account.Item, purpose, Role.Stated, account.Quote, account.Amount.Place ?? account.Budget.Place)]) { Stated = purpose };
        }
    }

    private static (string Domain, string[] Words)? DomainOf(string item)
    {
        foreach (var domain in Domains)
            if (domain.Words.Any(word => item.Contains(word, StringComparison.Ordinal))) return domain;
        return null;
    }

    /// <summary>N-42: 主要原因： is followed by a reason.</summary>
    public static IEnumerable<Instance> Reasons(Dossier dossier)
    {
        foreach (var (paragraph, index) in Each(dossier))
        {
            for (var at = paragraph.Text.IndexOf("主要原因", StringComparison.Ordinal); at >= 0; at = paragraph.Text.IndexOf("主要原因", at + 4, StringComparison.Ordinal))
            {
                var rest = paragraph.Text.AsSpan(at + 4).TrimStart("是为系：: ");
                // Where the paragraph breaks off the reason may stand in the next.
                var holds = rest.Length > 0 ? rest[0] is not ('。' or '；' or ';') : index + 1 < dossier.Disclosure.Paragraphs.Length && !dossier.Disclosure.Paragraphs[index + 1].IsHeading;
                yield return new Present(paragraph.Section, holds, paragraph.Text[at..Math.Min(paragraph.Text.Length, at + 20)], [Seen(paragraph, at, 4)]);
            }
        }
    }

    /// <summary>N-37: projects by grade add to the projects evaluated.</summary>
    public static IEnumerable<Instance> Grades(Dossier dossier)
    {
        var said = dossier.Said;
        var counts = said.All.Where(static statement => statement is { Kind: StatementKind.Count, Measure: Measure.Actual } && statement.Figure.Unit.Name == "个").ToList();
        var graded = counts.FindAll(static statement => statement.Item.Contains("评级为", StringComparison.Ordinal));
        var whole = counts.Find(static statement => statement.Item.StartsWith("绩效自评", StringComparison.Ordinal) && statement.Item.Contains("项目", StringComparison.Ordinal) && !statement.Item.Contains("评级", StringComparison.Ordinal));
        if (whole is not null && graded.Count > 1) yield return new Sum(whole.Item, said.Term(whole, Role.Stated), [.. graded.Select(statement => said.Term(statement, Role.Part))]);
    }

    /// <summary>N-38: where all projects are graded 优 their average score is one.</summary>
    public static IEnumerable<Instance> Averages(Dossier dossier)
    {
        var said = dossier.Said;
        var average = said.All.FirstOrDefault(static statement => statement.Figure.Unit.Name == "分" && statement.Item.Contains("平均得分", StringComparison.Ordinal));
        var best = said.All.FirstOrDefault(static statement => statement.Item.Contains("评级为“优”", StringComparison.Ordinal));
        var whole = said.All.FirstOrDefault(static statement => statement is { Kind: StatementKind.Count } && statement.Item.StartsWith("绩效自评的项目", StringComparison.Ordinal) && statement.Figure.Unit.Name == "个");
        if (average is null || best is null || whole is null || best.Figure.Value != whole.Figure.Value) yield break;
        yield return new Present(average.Item, average.Figure.Value >= 90, $"{average.Figure.Printed}, 优 {best.Figure.Printed} / {whole.Figure.Printed}", [said.Term(average, Role.Stated).Operand, said.Term(best, Role.Other).Operand]) { Stated = average.Figure.Printed };
    }

    /// <summary>N-41: a text that says there is none of a budget, and its form; S-02 turns it round.</summary>
    public static IEnumerable<Instance> Nothing(Dossier dossier)
    {
        foreach (var (kind, none) in Absences)
        {
            if (dossier.Statutory.Table(kind) is not { } table || Statement(dossier, none) is not var (paragraph, at)) continue;
            var empty = table.Facts.All(static fact => fact.Entry.Figure is null or { Value: 0 });
            yield return new Present(table.Name, empty, paragraph.Text[at..Math.Min(paragraph.Text.Length, at + 30)], [Seen(paragraph, at, 1)]);
        }
    }

    /// <summary>S-02: an empty form has a statement that it is empty.</summary>
    public static IEnumerable<Instance> Empty(Dossier dossier)
    {
        foreach (var (kind, none) in Absences)
        {
            if (dossier.Statutory.Table(kind) is not { IsEmpty: true } table) continue;
            var told = Statement(dossier, none);
            yield return new Present(table.Name, told is not null, table.Name + ": ∅", told is var (paragraph, at) ? [Seen(paragraph, at, 1)] : []);
        }
    }

    private static readonly (FormKind Kind, Regex None)[] Absences =
    [
        (FormKind.GovernmentFunds, NoFunds()), (FormKind.StateCapital, NoCapital()), (FormKind.ThreePublic, NoExpenses()),
    ];

    /// <summary>无政府性基金…, 没有使用国有资本经营…, …，故本表为空.</summary>
    private static (Paragraph, int)? Statement(Dossier dossier, Regex none)
    {
        foreach (var (paragraph, _) in Each(dossier))
            if (none.Match(paragraph.Text) is { Success: true } match) return (paragraph, match.Index);
        return null;
    }

    [GeneratedRegex("(?<![事业])(无|没有|不存在|未安排|未发生|未使用)[^，。；：（）()]{0,10}政府性基金|政府性基金[^。；：]{0,30}(为空表?|空表|没有|未安排|未发生|不存在|无此|无数据)")]
    private static partial Regex NoFunds();

    [GeneratedRegex("(?<![事业])(无|没有|不存在|未安排|未发生|未使用)[^，。；：（）()]{0,10}国有资本经营|国有资本经营[^。；：]{0,30}(为空表?|空表|没有|未安排|未发生|不存在|无此|无数据)")]
    private static partial Regex NoCapital();

    [GeneratedRegex("(?<![事业])(无|没有|未安排|未发生)(财政拨款|一般公共预算财政拨款)?[“\"]?三公[”\"]?经费|三公[”\"]?经费[^。；：]{0,30}(为空表?|空表)")]
    private static partial Regex NoExpenses();

    internal static IEnumerable<(Paragraph Paragraph, int Index)> Each(Dossier dossier)
    {
        if (dossier.Disclosure.Paragraphs.IsDefault) yield break;
        for (var i = 0; i < dossier.Disclosure.Paragraphs.Length; i++) yield return (dossier.Disclosure.Paragraphs[i], i);
    }

    internal static Operand Seen(Paragraph paragraph, int at, int length) =>
        new(paragraph.Section, paragraph.Text.Substring(at, Math.Min(length, paragraph.Text.Length - at)), Role.Stated, paragraph.Text[Math.Max(0, at - 20)..Math.Min(paragraph.Text.Length, at + length + 20)], paragraph.PlaceOf(at, length) is { IsEmpty: false } places ? places[0] : null);
}

using Extract.Checks.Shapes;
using Extract.Figures;
using Extract.Records;

namespace Extract.Checks.Selectors;

/// <summary>Operands of amounts and what their sentences list of them, where no template words them.</summary>
internal static class OfWhichSelectors
{
    private const int MostParts = 256;

    /// <summary>
    /// N-03: an amount and what its 其中 lists, or what its sentence lists after it. A list need not be exhaustive: it may fall short,
    /// but not exceed; and a whole that is its parts' sum but for one digit is a misprint of it.
    /// </summary>
    public static IEnumerable<Instance> All(Dossier dossier)
    {
        foreach (var paragraph in dossier.Said.Paragraphs)
        {
            // What the template lists has checks of its own.
            if (paragraph.Any(statement => IsMoney(statement) && ListSelectors.IsTemplateWhole(dossier.Said.Key(statement)))) continue;
            if (Marked(dossier, paragraph) is { } marked) yield return marked;
            else foreach (var sum in Unmarked(dossier, paragraph)) yield return sum;
        }
    }

    private static Sum? Marked(Dossier dossier, IGrouping<int, Statement> paragraph)
    {
        if (Layout(dossier, paragraph) is not { } layout) return null;
        var (text, at) = layout;
        var mark = text.IndexOf("其中", StringComparison.Ordinal);
        if (mark < 0 || text.IndexOf("其中", mark + 2, StringComparison.Ordinal) >= 0) return null;
        var statements = paragraph.ToList();
        var parts = statements.FindAll(statement => at[statement] > mark && IsMoney(statement));
        if (parts.Count < 2 || HasNestedSum(parts)) return null;
        if (statements.FindLast(statement => at[statement] < mark) is not { } last) return null;
        var before = statements.FindAll(statement => at[statement] < mark && IsMoney(statement) && statement.Sentence >= last.Sentence - 1);
        if (before.Count == 0) return null;
        var whole = before.MaxBy(statement => dossier.Said.Term(statement, Role.Whole).Value)!;
        if (ProjectSelectors.IsWhole(dossier.Said.Key(whole))) return null;
        var sum = List(dossier, whole, parts);
        var oneSentence = parts.TrueForAll(part => part.Sentence == whole.Sentence) && before.Count == 1 && text.IndexOf('；', mark) < 0;
        return IsClosed(sum) || oneSentence ? sum : null;
    }

    /// <summary>True where one part is the sum of parts behind it: a list within the list, whose levels only the amounts would tell.</summary>
    private static bool HasNestedSum(List<Statement> parts)
    {
        // Nobody lists so many parts of one amount in a paragraph.
        if (parts.Count > MostParts) return true;
        for (var i = 0; i + 2 < parts.Count; i++)
        {
            decimal sum = 0;
            for (var j = i + 1; j < parts.Count; j++)
            {
                sum += parts[j].Figure.BaseValue;
                if (j > i + 1 && sum == parts[i].Figure.BaseValue) return true;
            }
        }
        return false;
    }

    private static IEnumerable<Sum> Unmarked(Dossier dossier, IGrouping<int, Statement> paragraph)
    {
        foreach (var sentence in paragraph.GroupBy(static statement => statement.Sentence))
        {
            var amounts = sentence.Where(IsMoney).ToList();
            if (amounts.Count > MostParts) continue;
            for (var i = 0; i + 2 < amounts.Count; i++)
            {
                if (ProjectSelectors.IsWhole(dossier.Said.Key(amounts[i]))) continue;
                var sum = List(dossier, amounts[i], amounts.GetRange(i + 1, amounts.Count - i - 1));
                if (!IsClosed(sum)) continue;
                yield return sum;
                break;
            }
        }
    }

    /// <summary>The amounts of a list share one precision: 20 among 1350.77 is 20.00.</summary>
    private static Sum List(Dossier dossier, Statement whole, List<Statement> parts)
    {
        var decimals = parts.Max(static part => part.Figure.Decimals);
        var terms = parts.Select(part => dossier.Said.Term(part, Role.Part)).Select(term => term with { Figure = term.Figure with { Decimals = Math.Max(decimals, term.Figure.Decimals) } });
        return new Sum(whole.Item, dossier.Said.Term(whole, Role.Stated), [.. terms]) { Open = true };
    }

    /// <summary>The list makes up its whole, or would but for one misprinted digit.</summary>
    private static bool IsClosed(Sum sum) => Math.Abs(sum.Stated.Value - sum.Total) <= sum.Hard || Diagnosis.OneDigitApart(sum.Stated.Figure, sum.Total);

    private static bool IsMoney(Statement statement) => statement is { Kind: StatementKind.Amount, Measure: not Measure.Target, Figure.Unit.Dimension: Dimension.Money } && statement.Figure.Value != 0;

    /// <summary>The paragraph's text and where each of its statements stands in it; null where they cannot all be found again.</summary>
    private static (string Text, Dictionary<Statement, int> At)? Layout(Dossier dossier, IGrouping<int, Statement> paragraph)
    {
        var paragraphs = dossier.Disclosure.Paragraphs;
        if (paragraphs.IsDefault || paragraph.Key < 0 || paragraph.Key >= paragraphs.Length) return null;
        var text = Text.Characters.Key(paragraphs[paragraph.Key].Text);
        var at = new Dictionary<Statement, int>(ReferenceEqualityComparer.Instance);
        var from = 0;
        foreach (var statement in paragraph)
        {
            var found = text.IndexOf(Text.Characters.Key(statement.Figure.Printed), from, StringComparison.Ordinal);
            if (found < 0) return null;
            at[statement] = found;
            from = found + statement.Figure.Printed.Length;
        }
        return (text, at);
    }
}

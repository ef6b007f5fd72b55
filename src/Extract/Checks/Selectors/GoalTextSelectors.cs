using System.Collections.Immutable;
using Extract.Checks.Shapes;
using Extract.Diagnostics;
using Extract.Figures;
using Extract.Text;

namespace Extract.Checks.Selectors;

/// <summary>Operands from what a form says in its text cells: goals, completion, overview, conclusion, and the texts of its indicators.</summary>
internal static class GoalTextSelectors
{
    /// <summary>P-32: budget, executed amount and execution rate restated in the goal texts are those of the budget block.</summary>
    public static IEnumerable<Instance> Restated(Dossier dossier)
    {
        foreach (var form in dossier.Forms)
        {
            if (form.Total is not { } total) continue;
            var found = new List<(Term Text, Term Cell)>();
            foreach (var (mention, mentions) in Texts(form).Select(form.Mentions).SelectMany(static all => all.Select(mention => (mention, all))))
            {
                if (mention.IsBound) continue;
                var column = ColumnOf(mention);
                if (column == FundColumn.Executed && total.Executed is { } executed) found.Add((mention.Term("执行数", Role.Stated), executed));
                else if (column == FundColumn.Budget && total.Plan is { } plan)
                {
                    // 年初 and 全年 are often both called 预算数: either may be meant.
                    var text = mention.Term("预算数", Role.Stated);
                    var meant = new[] { total[FundColumn.Adjusted], total[FundColumn.Budget], total[FundColumn.Initial] }.OfType<Term>().FirstOrDefault(term => term.Value == text.Value);
                    found.Add((text, meant ?? plan));
                }
                // A rate beside its own two amounts is N-17's.
                else if (IsRate(mention) && Amounts(mentions, mention) is null && total is { Rate: { } rate, Plan: not { Value: 0 } }) found.Add((mention.Term("执行率", Role.Stated), rate));
            }
            foreach (var group in found.GroupBy(static pair => (pair.Cell, pair.Text.Value)))
            {
                var texts = group.Select(static pair => pair.Text).ToList();
                yield return new Same(form.Subject(group.Key.Cell.Label), texts[0], group.Key.Cell.As(Role.Whole)) { Again = [.. texts.Skip(1)] };
            }
        }
    }

    /// <summary>N-17 inside the goal texts: 完成预算的 x % of the two amounts the same sentence gives.</summary>
    public static IEnumerable<Instance> Completions(Dossier dossier)
    {
        foreach (var form in dossier.Forms)
        {
            var texts = Texts(form).Select(form.Mentions).ToList();
            foreach (var mentions in texts)
            {
                foreach (var rate in mentions)
                {
                    if (!IsRate(rate) || rate.IsBound) continue;
                    if (Amounts(mentions, rate) is not ({ } executed, { } budget)) continue;
                    if (Quotient.Of(executed.Term("执行数", Role.Part), budget.Term("预算数", Role.Whole)) is not { } quotient) continue;
                    yield return new Ratio(form.Subject("完成预算"), rate.Term("完成预算", Role.Stated), [quotient]) { KnownCause = Copied(texts, rate, executed, budget, quotient) };
                }
            }
        }
    }

    /// <summary>The executed amount and the budget that a rate's own sentence gives before it; null where it does not give both.</summary>
    private static (Mention Executed, Mention Budget)? Amounts(ImmutableArray<Mention> mentions, Mention rate)
    {
        var before = mentions.Where(mention => mention.Sentence == rate.Sentence).TakeWhile(mention => mention != rate).ToList();
        var executed = before.FindLast(static mention => ColumnOf(mention) == FundColumn.Executed);
        var budget = before.FindLast(static mention => ColumnOf(mention) == FundColumn.Budget);
        return executed is null || budget is null ? null : (executed, budget);
    }

    /// <summary>The same two amounts stand in another text with a percentage that fits: this sentence repeats them without having worked it out.</summary>
    private static Cause Copied(List<ImmutableArray<Mention>> texts, Mention rate, Mention executed, Mention budget, Quotient quotient)
    {
        foreach (var mentions in texts)
        {
            if (mentions.Contains(rate) || !mentions.Any(mention => mention.Figure == executed.Figure) || !mentions.Any(mention => mention.Figure == budget.Figure)) continue;
            if (mentions.FirstOrDefault(mention => IsRate(mention) && mention.Term("", Role.Stated).Interval.Meets(quotient.Range)) is { } right)
                return new Cause("copied_sentence", [right.Quote]);
        }
        return Cause.None;
    }

    /// <summary>U-08 between text and grid: a sentence that names an indicator states the indicator's own value.</summary>
    public static IEnumerable<Instance> Indicators(Dossier dossier)
    {
        foreach (var form in dossier.Forms)
        {
            var aims = form.Mentions(form.Evaluation.YearGoal);
            var results = form.Mentions(form.Evaluation.GoalCompletion).AddRange(form.Mentions(form.Evaluation.Overview)).AddRange(form.Mentions(form.Evaluation.Conclusion));
            if (aims.IsEmpty && results.IsEmpty) continue;
            foreach (var row in form.Indicators)
            {
                var name = Names.Key(row.Name);
                if (name.Length < 4) continue;
                foreach (var instance in Against(form, row, name, row.Goal?.Limit, aims)) yield return instance;
                foreach (var instance in Against(form, row, name, row.Actual, results)) yield return instance;
            }
        }
    }

    private static IEnumerable<Instance> Against(ScoredForm form, IndicatorRow row, string name, Term? cell, ImmutableArray<Mention> mentions)
    {
        if (cell is null) yield break;
        for (var i = 0; i < mentions.Length; i++)
        {
            var mention = mentions[i];
            // X 6.78 件，同比增长 33.99%: the growth is X增长率.
            var said = mention.IsGrowth && i > 0 && mentions[i - 1].Sentence == mention.Sentence ? mentions[i - 1].Key + "增长率" : mention.Key;
            if (said.Length < 4 || said != name && !said.EndsWith(name, StringComparison.Ordinal)) continue;
            var limit = ReferenceEquals(cell, row.Goal?.Limit);
            if (mention.IsBound && !limit) continue;
            var text = mention.Term(row.Name, Role.Stated);
            if (cell.Figure.Unit.Dimension == Dimension.None) text = text with { Figure = text.Figure.In(cell.Figure.Unit) };
            else if (text.Figure.Unit.Dimension == Dimension.None) text = text with { Figure = text.Figure.In(cell.Figure.Unit) };
            if (text.Figure.Unit.Dimension != cell.Figure.Unit.Dimension) continue;
            yield return new Same(form.Subject(row.Name), text, cell with { Role = Role.Whole, IsPoint = false }) { FailSeverity = Severity.Warning };
        }
    }

    /// <summary>The texts of a form that restate its budget.</summary>
    internal static IEnumerable<Printed> Texts(ScoredForm form)
    {
        var evaluation = form.Evaluation;
        foreach (var text in (Printed[])[evaluation.YearGoal, evaluation.GoalCompletion, evaluation.Overview, evaluation.Conclusion])
            if (!text.IsBlank) yield return text;
    }

    /// <summary>Budget, Executed, or null for a mention that is neither. Only amounts of money, and only where the clause says no more than that.</summary>
    private static FundColumn? ColumnOf(Mention mention)
    {
        if (mention.Figure.Unit.Dimension != Dimension.Money) return null;
        var name = Names.OfVerb(mention.Lead);
        if (name.Length > 24) return null;
        if (EndsWithAny(name, "预算执行数", "预算执行度", "预算执行", "全年执行数", "执行数", "实际执行", "执行金额", "预算支出数", "实际支出", "已支出")) return FundColumn.Executed;
        return EndsWithAny(name, "年预算数", "年度预算数", "预算数", "预算金额", "全年预算", "预算总额", "预算资金", "调整后预算") ? FundColumn.Budget : null;
    }

    private static bool IsRate(Mention mention) =>
        mention.Figure.Unit.Name == "%" && EndsWithAny(Names.OfVerb(mention.Lead), "预算执行率", "资金执行率", "完成预算", "资金支出率", "预算执行进度", "预算完成率") && !mention.Lead.Contains("部门", StringComparison.Ordinal);

    private static bool EndsWithAny(string text, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
            if (text.EndsWith(word, StringComparison.Ordinal)) return true;
        return false;
    }
}

using System.Collections.Immutable;
using Extract.Checks.Shapes;
using Extract.Diagnostics;
using Extract.Records;

namespace Extract.Checks.Selectors;

/// <summary>A rate of growth with what its sentence gives beside it: the value now, the change, the value before.</summary>
internal sealed record GrowthOperands(Statement Growth, Statement? Current, Statement? Change, Statement? Prior);

/// <summary>Operands of changes and growth in sentences.</summary>
internal static class GrowthSelectors
{
    /// <summary>N-13 and N-30: a rate of growth is the change over the value before.</summary>
    public static IEnumerable<Instance> Rates(Dossier dossier, string id)
    {
        var said = dossier.Said;
        foreach (var growth in All(dossier))
        {
            if ((IsOperating(growth.Growth.Item) ? "N-30" : "N-13") != id) continue;
            var subject = growth.Growth.Item + " 增长率";
            var stated = said.Term(growth.Growth, Role.Stated);
            var current = growth.Current is { } now ? said.Term(now, Role.Part) : null;
            var quotients = ImmutableArray.CreateBuilder<Quotient>();
            if (growth.Prior is { } prior && current is not null && Quotient.GrowthFrom(said.Term(prior, Role.Whole), current) is { } from) quotients.Add(from);
            else if (growth.Change is { } change && current is not null && Quotient.Growth(current, said.Term(change, Role.Part)) is { } by) quotients.Add(by);
            if (quotients.Count > 0)
            {
                yield return new Ratio(subject, stated, quotients.ToImmutable()) { Hypotheses = () => OverNow(said, growth, current) };
                continue;
            }
            // Only a sentence that gives the change claims something that could be worked out.
            if (growth.Change is { } known && !HasZeroBase(said, growth))
                yield return new Unable(subject, $"{known.Figure.Printed} ÷ ? = {stated.Figure.Printed}%", [stated.Operand, said.Term(known, Role.Part).Operand]);
        }
    }

    /// <summary>The change taken of the value now instead of the value before.</summary>
    private static IEnumerable<(string, Quotient)> OverNow(Said said, GrowthOperands growth, Term? current)
    {
        if (growth.Change is { } change && current is not null && Quotient.Of(said.Term(change, Role.Part), current) is { } quotient) yield return ("wrong_denominator", quotient with { Operands = [current] });
    }

    /// <summary>N-13 for amounts: the change is the value now less the value before, where both are printed.</summary>
    public static IEnumerable<Instance> Changes(Dossier dossier)
    {
        var said = dossier.Said;
        foreach (var change in said.All.Where(static statement => statement.Kind == StatementKind.Change))
        {
            if (Around(dossier, change) is not ({ } current, { } prior)) continue;
            yield return new Sum(change.Item + " 增减额", said.Term(change, Role.Stated), [said.Term(current, Role.Part), said.Term(prior, Role.Whole)]) { Minus = 1 };
        }
    }

    /// <summary>N-14: a sentence's change and its rate point the same way.</summary>
    public static IEnumerable<Instance> Directions(Dossier dossier)
    {
        foreach (var growth in All(dossier))
        {
            if (growth.Change is not { } change || change.Figure.Value == 0 || growth.Growth.Figure.Value == 0) continue;
            var agree = Math.Sign(change.Figure.Value) == Math.Sign(growth.Growth.Figure.Value);
            yield return new Present(growth.Growth.Item, agree, $"{change.Figure.Printed}{change.Figure.Unit.Name}, {growth.Growth.Figure.Printed}%",
                [dossier.Said.Term(growth.Growth, Role.Stated).Operand, dossier.Said.Term(change, Role.Part).Operand])
            { Stated = growth.Growth.Figure.Printed };
        }
    }

    /// <summary>N-15: nothing grows by a percentage from zero.</summary>
    public static IEnumerable<Instance> ZeroBases(Dossier dossier)
    {
        foreach (var growth in All(dossier))
        {
            if (!HasZeroBase(dossier.Said, growth)) continue;
            var conventional = growth.Growth.Figure.Value == 100;
            yield return new Present(growth.Growth.Item, false, $"{growth.Current!.Figure.Printed} − {growth.Change?.Figure.Printed ?? growth.Current.Figure.Printed} = 0",
                [dossier.Said.Term(growth.Growth, Role.Stated).Operand, dossier.Said.Term(growth.Current, Role.Part).Operand])
            {
                Stated = growth.Growth.Figure.Printed,
                KnownCause = new Cause("zero_base", []),
                FailSeverity = conventional ? Severity.Note : Severity.Warning,
            };
        }
    }

    private static bool HasZeroBase(Said said, GrowthOperands growth)
    {
        if (growth.Current is not { } current || growth.Growth.Figure.Value == 0) return false;
        if (growth.Prior is { } prior) return prior.Figure.Value == 0;
        return growth.Change is { } change && change.Figure.Value != 0 && said.Term(change, Role.Part).Value == said.Term(current, Role.Part).Value;
    }

    private static bool IsOperating(string item) => item.Contains("机关运行", StringComparison.Ordinal);

    private static IEnumerable<GrowthOperands> All(Dossier dossier)
    {
        var said = dossier.Said;
        foreach (var growth in said.All.Where(static statement => statement.Kind == StatementKind.Growth && statement.Measure == Measure.Actual && statement.Qualifier.Length == 0))
        {
            var key = dossier.Said.Key(growth);
            if (InList(said, growth, key) is { } listed)
            {
                yield return listed;
                continue;
            }
            var change = said.Sentence(growth).LastOrDefault(statement => statement.Kind == StatementKind.Change && said.Distance(statement, growth) is > 0 and <= 2 && Alike(said, statement, key));
            var (current, prior) = Around(dossier, change ?? growth);
            yield return new GrowthOperands(growth, current ?? Current(dossier, growth, key, change), change, prior);
        }
    }

    /// <summary>各减少1267.86、2570.97万元，各下降23.51%、38.28%: what each of several is of is told by their order alone; null where there is one.</summary>
    private static GrowthOperands? InList(Said said, Statement growth, string key)
    {
        List<Statement> Of(IEnumerable<Statement> among, Predicate<Statement> kind) => [.. among.Where(statement => kind(statement) && said.Key(statement) == key && statement.Year == growth.Year)];
        var growths = Of(said.Sentence(growth), static statement => statement.Kind == StatementKind.Growth);
        if (growths.Count < 2 || !growths.TrueForAll(other => other.Of == growth.Of)) return null;
        var at = growths.FindIndex(other => ReferenceEquals(other, growth));
        var changes = Of(said.Sentence(growth), static statement => statement.Kind == StatementKind.Change);
        var amounts = Of(said.Paragraph(growth), static statement => statement.Kind == StatementKind.Amount && Said.IsActual(statement)).FindAll(statement => said.Distance(statement, growths[0]) > 0);
        return new GrowthOperands(growth, amounts.Count == growths.Count ? amounts[at] : null, changes.Count == growths.Count ? changes[at] : null, null);
    }

    private static bool Alike(Said said, Statement statement, string key) => said.Key(statement) == key || Names.Stem(statement.Item) == Names.Stem(key) || statement.Item.Length == 0;

    /// <summary>The two printed values a change lies between: the same item in two years, or planned and carried out, in one sentence.</summary>
    private static (Statement? Current, Statement? Prior) Around(Dossier dossier, Statement change)
    {
        var key = dossier.Said.Key(change);
        var amounts = dossier.Said.Sentence(change).Where(statement => Said.IsActual(statement) && dossier.Said.Distance(statement, change) > 0 && dossier.Said.Key(statement) == key && !dossier.IsMisnamed(statement)).ToList();
        var current = amounts.FindLast(statement => statement.Year is null || statement.Year == change.Year);
        var prior = change.Of.Contains("预算", StringComparison.Ordinal)
            ? dossier.Said.Sentence(change).LastOrDefault(statement => Said.IsBudget(statement) && dossier.Said.Distance(statement, change) > 0 && dossier.Said.Key(statement) == key)
            : amounts.FindLast(statement => statement.Year is not null && statement.Year < change.Year);
        return current is null || prior is null ? (null, null) : (current, prior);
    }

    /// <summary>
    /// The value now: of the item itself, in the sentence, else the paragraph, else the section where that says it one way. A sentence that
    /// states nothing but a plan speaks of how the plan changed.
    /// </summary>
    private static Statement? Current(Dossier dossier, Statement growth, string key, Statement? change)
    {
        var said = dossier.Said;
        var unit = change?.Figure.Unit.Dimension;
        bool IsOf(Statement statement) => said.Distance(statement, growth) > 0 && statement.Year == growth.Year && !dossier.IsMisnamed(statement)
            && said.Key(statement) == key && (unit is null || statement.Figure.Unit.Dimension == unit || statement.Figure.Unit.Dimension == Figures.Dimension.None);
        bool Fits(Statement statement) => Said.IsActual(statement) && IsOf(statement);
        if (said.Sentence(growth).LastOrDefault(Fits) is { } here) return here;
        if (said.Sentence(growth).LastOrDefault(statement => Said.IsBudget(statement) && IsOf(statement)) is { } planned) return planned;
        if (said.Paragraph(growth).LastOrDefault(Fits) is { } before) return before;
        var elsewhere = said.Of(key).Where(statement => Fits(statement) && Said.Part(statement) == Said.Part(growth)).ToList();
        return elsewhere.Count > 0 && elsewhere.TrueForAll(statement => said.Term(statement, Role.Part).Value == said.Term(elsewhere[0], Role.Part).Value) ? elsewhere[^1] : null;
    }
}

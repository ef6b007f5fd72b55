using Extract.Checks.Shapes;
using Extract.Records;

namespace Extract.Checks.Selectors;

/// <summary>U-07: an amount a thousand times its column's next that no identity of its table confirms.</summary>
internal static class OutlierSelectors
{
    private const int FewestRows = 5;
    private const decimal Times = 1000;

    public static IEnumerable<Instance> Magnitudes(Dossier dossier)
    {
        var confirmed = dossier.Statutory.Confirmed;
        foreach (var table in dossier.Statutory.Tables)
        {
            foreach (var column in table.Facts.Where(static fact => fact.Entry.Figure is { Value: > 0 } && fact.Code.Length > 0).GroupBy(static fact => (fact.Lane, fact.Column)))
            {
                var items = Leaves([.. column]).OrderByDescending(static fact => fact.Entry.Figure!.BaseValue).ToList();
                if (items.Count < FewestRows) continue;
                var (first, second) = (items[0], items[1]);
                var far = first.Entry.Figure!.BaseValue > Times * second.Entry.Figure!.BaseValue;
                // What its row and its class add up to is large, and not a slip.
                if (far && first.Printed.Place is { } place && confirmed.Contains(place)) continue;
                yield return new Present($"{table.Name} {column.Key.Column}", !far, far ? $"{first.Printed.Text} > {Times:0} × {second.Printed.Text}" : "", far ? [table.Term(first, Role.Stated)!.Operand, table.Term(second, Role.Other)!.Operand] : []) { Stated = far ? first.Printed.Text : "" };
            }
        }
    }

    /// <summary>The rows of a column that no other row divides.</summary>
    private static IEnumerable<Fact> Leaves(List<Fact> column)
    {
        var parents = column.SelectMany(static fact => Enumerable.Range(1, fact.Code.Length - 1).Select(shorter => fact.Code[..^shorter])).ToHashSet(StringComparer.Ordinal);
        return column.Where(fact => !parents.Contains(fact.Code));
    }
}

using Extract.Forms;

namespace Extract.Tables.Sequenced.Blocks;

/// <summary>
/// Labels of amounts in the cells of a table that has no heads (预算数： … 执行数： … over 其中：财政资金 … 其中：财政资金 …): the row and the lane of each. A lane
/// names every source once; above the sources stand measures, or the money of all years beside that of the year.
/// </summary>
internal static class AmountLabels
{
    /// <summary>The rows and lanes of labels in the order in which they were printed; one below another where they form no lanes.</summary>
    public static (int Row, int Lane)[] Of(IReadOnlyList<string> keys)
    {
        var names = keys.Select(NameOf).ToList();
        var count = names.GroupBy(static name => name).ToDictionary(static group => group.Key, static group => group.Count());
        var lanes = Math.Max(count.Values.DefaultIfEmpty(0).Max(), keys.Count(static key => FundSources.MeasureOf(key) is not null));
        var tops = names.Where(name => count[name] == 1).ToList();
        if (lanes < 2 || tops.Count != lanes && tops.Count != 0 || count.Values.Any(times => times != 1 && times != lanes)) return [.. keys.Select(static (_, k) => (k, 0))];
        var rows = names.Where(name => count[name] > 1).Distinct().ToList();
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. names.Select(name => count[name] == 1 ? (0, tops.IndexOf(name)) : (rows.IndexOf(name) + (tops.Count > 0 ? 1 : 0), seen[name] = seen.GetValueOrDefault(name, -1) + 1))];
    }

    /// <summary>
    /// Which amount belongs to which label; -1 for none. Where there are as many amounts as labels they were printed row by row, or lane by lane if all
    /// their labels were; otherwise an amount is its label's right behind it.
    /// </summary>
    /// <param name="places">Rows and lanes of the labels.</param>
    /// <param name="ends">The piece behind each label.</param>
    /// <param name="amounts">The pieces with which the amounts begin.</param>
    public static int[] Match(IReadOnlyList<(int Row, int Lane)> places, IReadOnlyList<int> ends, IReadOnlyList<int> amounts)
    {
        if (amounts.Count != places.Count) return [.. ends.Select(end => amounts.ToList().IndexOf(end))];
        var byLanes = places.SequenceEqual(places.OrderBy(static place => place.Lane).ThenBy(static place => place.Row));
        var order = (byLanes ? places.OrderBy(static place => place.Lane).ThenBy(static place => place.Row) : places.OrderBy(static place => place.Row).ThenBy(static place => place.Lane)).ToList();
        return [.. places.Select(place => order.IndexOf(place))];
    }

    private static string NameOf(string key) => FundSources.MeasureOf(key) is { } measure ? measure.ToString() : FundSources.LabelOf(key)?.Name ?? FundSources.Strip(key);
}

using Extract.Figures;
using Extract.Records;

namespace Extract.Checks;

/// <summary>
/// Statements by a key, in reading order. A sentence refers to what stands near it: of a group of very many statements only those
/// around the one that asks are given, so that a document of any length is checked in time proportional to it.
/// </summary>
internal sealed class Grouped<TKey>
    where TKey : notnull
{
    /// <summary>Statements looked at on each side of the one that asks: far more than a sentence or a page holds.</summary>
    private const int Side = 128;

    private readonly Said _said;
    private readonly Dictionary<TKey, List<Statement>> _groups = [];
    private readonly ILookup<TKey, Statement> _lookup;

    public Grouped(Said said, Func<Statement, TKey> keyOf)
    {
        _said = said;
        _lookup = said.All.ToLookup(keyOf);
        foreach (var group in _lookup) _groups[group.Key] = [.. group];
    }

    /// <summary>The groups, in the order of their first statements.</summary>
    public IEnumerable<IGrouping<TKey, Statement>> Groups => _lookup;

    /// <summary>Every statement of a key.</summary>
    public IReadOnlyList<Statement> All(TKey key) => _groups.TryGetValue(key, out var group) ? group : [];

    /// <summary>The statements of a key that stand around another.</summary>
    public IEnumerable<Statement> Around(TKey key, Statement near)
    {
        if (!_groups.TryGetValue(key, out var group)) return [];
        if (group.Count <= 2 * Side) return group;
        var at = _said.Order(near);
        var (low, high) = (0, group.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_said.Order(group[middle]) < at) low = middle + 1;
            else high = middle;
        }
        var from = Math.Max(0, low - Side);
        return group.GetRange(from, Math.Min(group.Count, low + Side) - from);
    }
}

/// <summary>The final amounts of one part of a document by size: which of them lie in an interval is found without looking at the others.</summary>
internal sealed class NearbyAmounts
{
    // More candidates than this explain nothing.
    private const int Most = 64;

    private readonly Said _said;
    private readonly List<(decimal Value, Statement Statement)> _bySize;

    public NearbyAmounts(Said said, IEnumerable<Statement> amounts)
    {
        _said = said;
        _bySize = [.. amounts.Select(statement => (said.Term(statement, Role.Whole).Value, statement)).DistinctBy(static pair => pair.Value)];
        _bySize.Sort(static (a, b) => a.Value.CompareTo(b.Value));
    }

    public IEnumerable<Statement> In(Interval interval)
    {
        var (low, high) = (0, _bySize.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_bySize[middle].Value < interval.Low) low = middle + 1;
            else high = middle;
        }
        return _bySize.Skip(low).TakeWhile(pair => pair.Value <= interval.High).Take(Most).Select(static pair => pair.Statement).OrderBy(_said.Order);
    }
}

namespace Extract.Tables.Sequenced;

/// <summary>
/// Names of a level merged down over rows, given to the rows they begin with. The lines of the level's column are put together to names: a
/// name goes on on the next line where together they are a name of the framework, or where the first alone is none. Set at the top a name
/// stands at its first row; set in the middle the rows between are divided so that every name stands at the middle of its own.
/// </summary>
internal sealed class SpacedLevels(AtomStream stream, Column column, Piece[] pieces, IReadOnlyList<int> starts, int end, Setting setting)
{
    /// <summary>A name: its lines.</summary>
    private readonly record struct Name(int First, int Last);

    /// <summary>Gives every piece of the column to a row. <paramref name="above"/> are the rows at which names of the level above begin; rows at which this level's begin are the answer.</summary>
    public List<int> Read(List<int> above, Action<int, Piece> give)
    {
        var begins = new SortedSet<int>(above);
        for (var g = 0; g < above.Count; g++)
        {
            var (from, to) = (above[g], g + 1 < above.Count ? above[g + 1] : starts.Count);
            var names = Names(from == 0 ? 0 : starts[from], to < starts.Count ? starts[to] : end);
            if (names.Count == 0) continue;
            var rows = setting == Setting.Top ? [.. names.Select(name => RowOf(name.First))] : Centred(names, from, to);
            for (var k = 0; k < names.Count; k++)
            {
                begins.Add(rows[k]);
                for (var i = names[k].First; i <= names[k].Last; i++)
                    if (!pieces[i].IsEmpty) give(rows[k], pieces[i]);
            }
        }
        return [.. begins];
    }

    private int RowOf(int line)
    {
        var row = 0;
        while (row + 1 < starts.Count && starts[row + 1] <= line) row++;
        return row;
    }

    private int End(int row) => row + 1 < starts.Count ? starts[row + 1] : end;

    /// <summary>The names on the lines of a range: the cheapest way to put them together.</summary>
    private List<Name> Names(int from, int to)
    {
        var filled = Enumerable.Range(from, to - from).Where(i => !pieces[i].IsEmpty).ToList();
        var costs = new double[filled.Count + 1];
        var back = new int[filled.Count + 1];
        for (var n = 1; n <= filled.Count; n++)
        {
            costs[n] = double.PositiveInfinity;
            var key = "";
            for (var k = n - 1; k >= Math.Max(0, n - 8); k--)
            {
                key = stream.KeyOf(pieces[filled[k]].From, pieces[filled[k]].To).ToString() + key;
                var holes = filled[n - 1] - filled[k] - (n - 1 - k);
                var cost = costs[k] + 0.5 + Math.Min(9, column.Emit(key)) + 3 * holes + (setting == Setting.Top ? Inside(filled[k]) + 2 * starts.Count(start => start > filled[k] && start <= filled[n - 1]) : 0);
                if (cost < costs[n]) (costs[n], back[n]) = (cost, k);
            }
        }
        var names = new List<Name>();
        for (var n = filled.Count; n > 0; n = back[n]) names.Insert(0, new Name(filled[back[n]], filled[n - 1]));
        return names;
    }

    /// <summary>Set at the top, a name begins with a row.</summary>
    private double Inside(int line) => starts.Contains(line) ? 0 : 3;

    /// <summary>The first rows of names that stand at the middle (or the foot) of the rows they are merged over.</summary>
    private int[] Centred(List<Name> names, int from, int to)
    {
        var costs = new double[names.Count + 1, to - from + 1];
        var back = new int[names.Count + 1, to - from + 1];
        for (var k = 0; k <= names.Count; k++)
            for (var r = 0; r <= to - from; r++) costs[k, r] = double.PositiveInfinity;
        costs[0, 0] = 0;
        for (var k = 1; k <= names.Count; k++)
            for (var r = k; r <= to - from; r++)
                for (var p = k - 1; p < r; p++)
                {
                    if (double.IsPositiveInfinity(costs[k - 1, p])) continue;
                    var cost = costs[k - 1, p] + Off(names[k - 1], from + p, from + r - 1);
                    if (cost < costs[k, r]) (costs[k, r], back[k, r]) = (cost, p);
                }
        var rows = new int[names.Count];
        if (double.IsPositiveInfinity(costs[names.Count, to - from])) return [.. names.Select(name => RowOf(name.First))];
        for (var (k, r) = (names.Count, to - from); k > 0; k--) rows[k - 1] = from + (r = back[k, r]);
        return rows;
    }

    private double Off(Name name, int first, int last)
    {
        var (top, bottom) = (starts[first], End(last) - 1);
        var off = setting == Setting.Bottom ? Math.Abs(bottom - name.Last) : Math.Max(0, Math.Abs((name.First + name.Last - top - bottom) / 2.0) - 0.5);
        return off + (name.First < top ? top - name.First : 0) + (name.Last > bottom ? name.Last - bottom : 0);
    }
}

using Extract.Figures;

namespace Extract.Tables.Sequenced;

/// <summary>Puts amounts that stand behind their labels into a grid: a column for each label and one for its amount, the rate behind them.</summary>
internal static class LabelledFunds
{
    /// <summary>
    /// Fills a block of measures (预算数, 到位数, 执行数) with the sources below them; false, and nothing is added, where not all of the range is labels
    /// and amounts, and a rate behind a row.
    /// </summary>
    public static bool Fill(AtomStream stream, int from, int to, GridBuilder grid)
    {
        var (pairs, rates) = Read(stream, from, to);
        if (pairs.Count == 0 || pairs[0].Measure is null) return false;
        var rows = LabelledAmounts.Rows(pairs);
        var last = 2 * rows.Max(static row => row.Count);
        for (var r = 0; r < rows.Count; r++)
        {
            Add(stream, rows[r], r, grid);
            foreach (var rate in rates)
                if (rows[r].Exists(pair => pair.To <= rate) && (r + 1 == rows.Count || rows[r + 1][0].From > rate)) grid.Add(r, last, stream.Print(rate, rate + 1));
        }
        return true;
    }

    /// <summary>Adds sources with an amount each, behind the rows that are there; what follows them in the range stays with the last.</summary>
    public static void FillSources(AtomStream stream, int from, int to, GridBuilder grid)
    {
        var pairs = LabelledAmounts.Of(stream, from, to);
        foreach (var row in LabelledAmounts.Rows(pairs)) Add(stream, row, grid.Rows, grid);
        if (pairs[^1].To < to) grid.Add(grid.Rows, 0, stream.Print(pairs[^1].To, to), 1, 2);
    }

    private static void Add(AtomStream stream, List<LabelledAmount> row, int at, GridBuilder grid)
    {
        for (var k = 0; k < row.Count; k++)
        {
            grid.Add(at, 2 * k, stream.Print(row[k].From, row[k].Amount));
            grid.Add(at, 2 * k + 1, stream.Print(row[k].Amount, row[k].To));
        }
    }

    /// <summary>The pairs of a range and the rates behind them; no pairs where anything else stands there.</summary>
    private static (List<LabelledAmount> Pairs, List<int> Rates) Read(AtomStream stream, int from, int to)
    {
        var (pairs, rates) = (new List<LabelledAmount>(), new List<int>());
        for (var i = from; i < to;)
        {
            var more = LabelledAmounts.Of(stream, i, to);
            if (more.Count > 0)
            {
                pairs.AddRange(more);
                i = more[^1].To;
            }
            else if (pairs.Count > 0 && pairs[^1].To == i && IsRate(stream.KeyOf(i, i + 1))) rates.Add(i++);
            else return ([], []);
        }
        return (pairs, rates);
    }

    private static bool IsRate(ReadOnlySpan<char> key) => LabelledAmounts.IsAmount(key) || FigureReader.Scan(key, out _, out _, out _) is > 0 and var n && key[n..] is "%";
}

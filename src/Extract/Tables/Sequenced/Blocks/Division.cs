namespace Extract.Tables.Sequenced.Blocks;

/// <summary>
/// Divides rows among the merged cells of one column. Two orders are kept: that of the cells printed in front of their rows, and that of the cells
/// printed apart from them, before the table or behind it. How the two come together is what the rows say.
/// </summary>
/// <param name="count">How many cells there are.</param>
/// <param name="rows">How many rows.</param>
/// <param name="fits">What it costs that a cell covers a row.</param>
/// <param name="begins">What it costs that a cell begins with a row.</param>
internal sealed class Division(int count, int rows, Func<int, int, double> fits, Func<int, int, double> begins)
{
    /// <summary>What it costs that a cell printed before another stands below it.</summary>
    private const double Inverted = 0.4;

    /// <summary>A cell without a row.</summary>
    private const double Surplus = 8;

    private readonly double[,] fit = Table(count, rows, fits);
    private readonly double[,] begin = Table(count, rows, begins);

    private static double[,] Table(int count, int rows, Func<int, int, double> cost)
    {
        var table = new double[count, rows];
        for (var k = 0; k < count; k++)
            for (var row = 0; row < rows; row++) table[k, row] = cost(k, row);
        return table;
    }

    /// <summary>Sets rows and spans of the cells, of which some were printed in front of their rows; returns what that costs.</summary>
    public double Set(List<BlockCell> cells, List<int> inRows)
    {
        var apart = Enumerable.Range(0, count).Except(inRows).ToList();
        // More names than rows: the last have none.
        while (inRows.Count + apart.Count > rows) (apart.Count > 0 ? apart : inRows).RemoveAt((apart.Count > 0 ? apart : inRows).Count - 1);
        var (best, from) = Search(inRows, apart);
        var (i, j, end) = (inRows.Count, apart.Count, rows);
        foreach (var cell in cells) (cell.Row, cell.Rows) = (rows - 1, 1);
        while (i + j > 0)
        {
            var (start, ofRows) = from[i, j, end];
            var k = ofRows ? inRows[--i] : apart[--j];
            (cells[k].Row, cells[k].Rows) = (start, end - start);
            end = start;
        }
        return best[inRows.Count, apart.Count, rows] + Surplus * (count - inRows.Count - apart.Count);
    }

    private (double[,,] Best, (int Start, bool OfRows)[,,] From) Search(List<int> inRows, List<int> apart)
    {
        var best = new double[inRows.Count + 1, apart.Count + 1, rows + 1];
        var from = new (int, bool)[inRows.Count + 1, apart.Count + 1, rows + 1];
        for (var i = 0; i <= inRows.Count; i++)
            for (var j = 0; j <= apart.Count; j++)
                for (var to = 0; to <= rows; to++)
                {
                    best[i, j, to] = i + j == 0 && to == 0 ? 0 : double.PositiveInfinity;
                    if (i > 0) Extend(inRows[i - 1], (i - 1, j), true, apart.Take(j));
                    if (j > 0) Extend(apart[j - 1], (i, j - 1), false, inRows.Take(i));

                    void Extend(int k, (int I, int J) before, bool ofRows, IEnumerable<int> above)
                    {
                        var cost = Inverted * above.Count(other => other > k && !ofRows);
                        for (var start = to - 1; start >= 0; start--)
                        {
                            cost += fit[k, start];
                            var total = best[before.I, before.J, start] + cost + begin[k, start];
                            if (total < best[i, j, to]) (best[i, j, to], from[i, j, to]) = (total, (start, ofRows));
                        }
                    }
                }
        return (best, from);
    }
}

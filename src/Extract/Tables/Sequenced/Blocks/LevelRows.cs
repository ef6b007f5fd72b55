using Extract.Forms;

namespace Extract.Tables.Sequenced.Blocks;

/// <summary>
/// Gives the names of merged levels the rows they cover. Their cells were printed apart from their rows: each name takes the next rows in order,
/// as many as fit it best by what the rows name and measure; a name of the first level begins where one of the second does.
/// </summary>
internal static class LevelRows
{
    /// <summary>What it costs that a cell is not in the row beside which it was printed; weights for what stands before and behind.</summary>
    public delegate double Neighbourhood(BlockCell cell, int row, double before, double behind);

    /// <summary>Sets rows and spans of all levels' cells, and of their points.</summary>
    public static double Set(Plan plan, List<BlockCell>[] cells, int rows, Neighbourhood beside)
    {
        var words = new RowWords(plan, cells, rows);
        var cost = 0.0;
        List<BlockCell>? below = null;
        for (var level = Field.Level3; level >= Field.Level1; level--)
        {
            var s = plan.IndexOf(Part.Indicators, level);
            if (s < 0 || !plan.IsMerged(plan.Slots[s]) || cells[s].Count == 0) continue;
            var own = cells[s];
            var under = below;
            double Fits(int k, int row) => under is null ? LevelFit.OfRow(own[k].Key, words, row) : LevelFit.OfLevel(own[k].Key, under.Find(cell => cell.Row <= row && row < cell.Row + cell.Rows)?.Key);
            bool MayBegin(int row) => under is null || row == 0 || under.Exists(cell => cell.Row == row);
            cost += Divide(own, rows, Fits, (k, row) => beside(own[k], row, 0.3, 1) + (MayBegin(row) ? 0 : 3));
            below = own;
        }
        for (var s = 0; s < cells.Length; s++)
        {
            if (plan.Slots[s].PointsOf is not (> 0 and var of)) continue;
            var levels = cells[plan.IndexOf(Part.Indicators, Field.Level1 + of - 1)];
            for (var k = 0; k < cells[s].Count; k++)
                (cells[s][k].Row, cells[s][k].Rows) = k < levels.Count ? (levels[k].Row, levels[k].Rows) : (rows - 1, 1);
        }
        return cost;
    }

    /// <summary>Divides the rows among cells in order: every cell takes one row at least.</summary>
    private static double Divide(List<BlockCell> own, int rows, Func<int, int, double> fits, Func<int, int, double> begins)
    {
        var count = Math.Min(own.Count, rows);
        var best = new double[count + 1, rows + 1];
        var from = new int[count + 1, rows + 1];
        for (var k = 0; k <= count; k++)
            for (var to = 0; to <= rows; to++) best[k, to] = k == 0 && to == 0 ? 0 : double.PositiveInfinity;
        for (var k = 1; k <= count; k++)
            for (var start = k - 1; start < rows; start++)
            {
                var cost = best[k - 1, start] + begins(k - 1, start);
                for (var to = start + 1; to <= rows && !double.IsPositiveInfinity(cost); to++)
                {
                    cost += fits(k - 1, to - 1);
                    if (cost < best[k, to]) (best[k, to], from[k, to]) = (cost, start);
                }
            }
        var end = rows;
        for (var k = count; k > 0; k--)
        {
            (own[k - 1].Row, own[k - 1].Rows) = (from[k, end], end - from[k, end]);
            end = from[k, end];
        }
        for (var k = count; k < own.Count; k++) own[k].Row = rows - 1;
        return best[count, rows] + 8 * (own.Count - count);
    }
}

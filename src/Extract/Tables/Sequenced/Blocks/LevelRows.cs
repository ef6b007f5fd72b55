using Extract.Forms;

namespace Extract.Tables.Sequenced.Blocks;

/// <summary>
/// Gives the names of merged levels the rows they cover. A name printed in front of its row begins there; those printed apart from the
/// rows take, in their order, the rows that are left, as many as fit them best by what the rows name and measure. A name of the first level begins
/// where one of the second does.
/// </summary>
internal static class LevelRows
{
    /// <summary>What it costs that a cell is not in the row beside which it was printed; weights for what stands before and behind.</summary>
    public delegate double Neighbourhood(BlockCell cell, int row, double before, double behind);

    /// <summary>Sets rows and spans of all levels' cells, and of their points; <paramref name="follows"/> tells the row of what is printed right behind a cell.</summary>
    public static double Set(Plan plan, List<BlockCell>[] cells, int rows, Neighbourhood beside, Func<BlockCell, int> follows)
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
            var division = new Division(own.Count, rows, Fits, (k, row) => beside(own[k], row, 0.3, 1) + (MayBegin(row) ? 0 : 3) + (follows(own[k]) is var there && there >= 0 && there != row ? 2 : 0));
            var inRows = Enumerable.Range(0, own.Count).Where(k => follows(own[k]) is var row && row >= 0 && MayBegin(row)).ToList();
            cost += division.Set(own, inRows);
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
}

using Extract.Forms;

namespace Extract.Tables.Sequenced.Blocks;

/// <summary>What a reading costs once all text is read: columns of one table that have not as many cells, labels that have no value.</summary>
internal static class Ending
{
    /// <summary>The cost of counts that do not agree.</summary>
    public static double Cost(int[] counts, Plan plan, int bare, int rows)
    {
        var cost = 0.0;
        for (var s = 1; s < counts.Length; s++)
            if (plan.Slots[s].IsSingle && counts[s] == 0) cost += plan.Slots[s].Empty;
        if (plan.IndexOf(Part.Label, Field.Source) is >= 0 and var amounts) cost += plan.Signs.Count(sign => sign.Slot == amounts) - counts[amounts];
        return cost + Funds(counts, plan) + (rows == 0 ? Rows(counts, plan, bare).Cost : Cost(counts, rows, plan, bare));
    }

    private static double Funds(int[] counts, Plan plan)
    {
        var source = plan.IndexOf(Part.Funds, Field.Source);
        if (source < 0) return 0;
        var (rows, cost) = (counts[source], counts[source] == 0 ? 10.0 : 0);
        for (var s = 0; s < counts.Length; s++)
            if (plan.Slots[s].Part == Part.Funds && s != source) cost += counts[s] > rows ? 5 * (counts[s] - rows) : (rows - counts[s]) * (plan.Slots[s].Field is Field.Weight or Field.Score or Field.Rate or Field.Reason ? 0.15 : 0.6);
        return cost;
    }

    /// <summary>How many rows the indicators have, as their columns agree best, and what is left of disagreement.</summary>
    public static (int Rows, double Cost) Rows(int[] counts, Plan plan, int bare)
    {
        var most = 0;
        for (var s = 0; s < counts.Length; s++)
            if (plan.Slots[s].IsFull) most = Math.Max(most, counts[s]);
        var best = (Rows: 0, Cost: most == 0 ? 20 : double.PositiveInfinity);
        for (var rows = 1; rows <= most; rows++)
        {
            var cost = Cost(counts, rows, plan, bare);
            if (cost < best.Cost) best = (rows, cost);
        }
        return best;
    }

    private static double Cost(int[] counts, int rows, Plan plan, int bare)
    {
        var cost = 0.0;
        for (var s = 0; s < counts.Length; s++)
            if (plan.Slots[s].Part == Part.Indicators) cost += Cost(counts, s, rows, plan, bare);
        return cost;
    }

    private static double Cost(int[] counts, int s, int rows, Plan plan, int bare)
    {
        if (plan.IsBlank(s)) return 0;
        var (slot, count) = (plan.Slots[s], counts[s]);
        var cost = 6.0 * Math.Max(0, count - rows);
        if (slot.PointsOf > 0) return cost + 2 * Math.Abs(count - counts[plan.IndexOf(Part.Indicators, Field.Level1 + slot.PointsOf - 1)]);
        if (!slot.IsFull || plan.IsMerged(slot)) return cost + (count == 0 && slot.Field is Field.Level1 or Field.Level2 ? 4 : 0);
        var wanted = slot.Field is Field.Weight or Field.Score ? rows : rows - bare;
        // A column may be blank from head to foot: its form asks for more than its filer has to say.
        return cost + Math.Min(slot.Missing * Math.Max(0, wanted - count), count == 0 ? Math.Max(8, 2 * slot.Missing) : double.PositiveInfinity);
    }
}

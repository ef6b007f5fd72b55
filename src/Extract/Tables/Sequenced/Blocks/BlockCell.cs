namespace Extract.Tables.Sequenced.Blocks;

/// <summary>A cell that was read: the pieces of its text in order, and its row once it is known.</summary>
internal sealed class BlockCell(int slot, string key, int order)
{
    public int Slot => slot;

    /// <summary>Its characters as compared.</summary>
    public string Key { get; private set; } = key;

    /// <summary>Where it stands among all that was read.</summary>
    public int Order => order;

    public List<int> Pieces { get; } = [];

    /// <summary>Its row in its table, from 0; -1 where it is not known.</summary>
    public int Row { get; set; } = -1;

    /// <summary>How many rows it covers.</summary>
    public int Rows { get; set; } = 1;

    /// <summary>True where nothing printed tells its row, and the points that rows lost were asked.</summary>
    public bool IsReconciled { get; set; }

    public void Add(int piece, string text)
    {
        if (Pieces.Count > 0) Key += text;
        Pieces.Add(piece);
    }

    /// <summary>The cells of a reading by their slots, in order.</summary>
    public static List<BlockCell>[] Of(IReadOnlyList<Woven> woven, Piece[] pieces, Plan plan)
    {
        var cells = new List<BlockCell>[plan.Slots.Count];
        for (var s = 0; s < cells.Length; s++) cells[s] = [];
        for (var w = 0; w < woven.Count; w++)
        {
            var (piece, slot, isNew) = woven[w];
            if (isNew || cells[slot].Count == 0) cells[slot].Add(new BlockCell(slot, pieces[piece].Key, w));
            cells[slot][^1].Add(piece, pieces[piece].Key);
        }
        for (var s = 0; s < cells.Length; s++)
            if (plan.IsMerged(plan.Slots[s])) cells[s] = LevelOrder.Of(cells[s], plan.IsCoded);
        return cells;
    }
}

namespace Extract.Tables.Sequenced.Blocks;

/// <summary>A way to read the text so far: how many cells each slot has, what its last cell holds, and how it came to this.</summary>
internal sealed class Thread
{
    public required double Cost { get; set; }

    /// <summary>The reading of the pieces before; null for none.</summary>
    public Thread? Before { get; init; }

    /// <summary>The piece that was read last.</summary>
    public int Piece { get; init; } = -1;

    /// <summary>The slot it went to, and whether it began a cell there.</summary>
    public int Slot { get; init; }

    public bool IsNew { get; init; }

    /// <summary>The slot of what stands right before: the last piece's, or the one that a sign behind it heads.</summary>
    public int Last { get; set; }

    /// <summary>True where a sign stands right before.</summary>
    public bool AfterSign { get; set; }

    /// <summary>True where heads of several columns stand in the block that is being read: its lines run across them.</summary>
    public bool Across { get; set; }

    /// <summary>The row with which the block that is being read began, and the one before; 0 where that is none of a table.</summary>
    public (int Here, int Before) FlowRow { get; init; }

    /// <summary>For every slot: its cells, the width of its last line, on which line and page that stands, its widest line.</summary>
    public required int[] Numbers { get; init; }

    public Span<int> Counts => Numbers.AsSpan(0, Open.Length);

    /// <summary>The width of the last line of each slot's last cell.</summary>
    public Span<int> LineWidth => Numbers.AsSpan(Open.Length, Open.Length);

    /// <summary>The line on which it stands.</summary>
    public Span<int> LineOf => Numbers.AsSpan(2 * Open.Length, Open.Length);

    /// <summary>The page on which it stands.</summary>
    public Span<int> PageOf => Numbers.AsSpan(3 * Open.Length, Open.Length);

    /// <summary>The widest line of each slot.</summary>
    public Span<int> Widest => Numbers.AsSpan(4 * Open.Length, Open.Length);

    /// <summary>The text of each slot's last cell.</summary>
    public required CellText?[] Open { get; init; }

    public ulong Hash { get; init; }

    public static Thread Start(int slots) => new() { Cost = 0, Numbers = new int[5 * slots], Open = new CellText?[slots] };

    /// <summary>What every piece was read as, from the first.</summary>
    public List<Woven> Path()
    {
        var path = new List<Woven>();
        for (var thread = this; thread is { Piece: >= 0 }; thread = thread.Before) path.Add(new Woven(thread.Piece, thread.Slot, thread.IsNew));
        path.Reverse();
        return path;
    }

    /// <summary>The reading one piece on; <paramref name="row"/> is the row that it begins, if it is a table's.</summary>
    public Thread Next(int index, Piece piece, CellText text, int slot, bool isNew, double cost, ulong hash, int row)
    {
        var next = new Thread
        {
            Cost = cost,
            Before = this,
            Piece = index,
            Slot = slot,
            IsNew = isNew,
            Last = slot == Plan.Rest ? Last : slot,
            Hash = hash,
            FlowRow = piece.FlowStart ? (row, FlowRow.Here) : FlowRow,
            Numbers = [.. Numbers],
            Open = [.. Open],
        };
        if (isNew) next.Counts[slot]++;
        next.Across = Across && !piece.FlowStart;
        next.Open[slot] = isNew ? text : Open[slot]!.With(index, piece.Key);
        // A space between the pieces of a line is half an em or a quarter.
        next.LineWidth[slot] = !isNew && LineOf[slot] == piece.Line ? LineWidth[slot] + piece.Width : piece.Width;
        next.LineOf[slot] = piece.Line;
        next.PageOf[slot] = piece.Page;
        next.Widest[slot] = Math.Max(Widest[slot], next.LineWidth[slot]);
        return next;
    }
}

namespace Extract.Tables.Sequenced.Blocks;

/// <summary>How wide the columns of a reading are: as their widest lines, one that stands alone far beyond the others left out.</summary>
internal static class ColumnWidths
{
    /// <summary>The widths of all slots, in display columns; 0 where a slot has no text.</summary>
    public static int[] Of(List<Woven> woven, Piece[] pieces, Plan plan)
    {
        var lines = new List<int>[plan.Slots.Count];
        var lineOf = new int[lines.Length];
        for (var s = 0; s < lines.Length; s++) (lines[s], lineOf[s]) = ([], -1);
        foreach (var (index, slot, isNew) in woven)
        {
            var piece = pieces[index];
            if (!isNew && lineOf[slot] == piece.Line) lines[slot][^1] += piece.Width;
            else lines[slot].Add(piece.Width);
            lineOf[slot] = piece.Line;
        }
        return [.. lines.Select(Width)];
    }

    private static int Width(List<int> lines)
    {
        if (lines.Count == 0) return 0;
        lines.Sort();
        return lines.Count > 3 && lines[^1] > lines[^2] + 2 ? lines[^2] : lines[^1];
    }
}

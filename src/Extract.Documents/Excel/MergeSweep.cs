namespace Extract.Documents.Excel;

/// <summary>
/// The merged ranges that reach into a row, as the rows go down. Ranges that overlap one that is open are no ranges a spreadsheet would
/// write, and are left out: so there are never more than a row has columns.
/// </summary>
internal sealed class MergeSweep(List<CellRange> merges)
{
    private readonly List<CellRange> open = [];
    private int next;

    /// <summary>Goes down to a row; rows only ever go down.</summary>
    public void MoveTo(int row)
    {
        if (open.Count > 0) open.RemoveAll(merge => merge.Bottom < row);
        for (; next < merges.Count && merges[next].Top <= row; next++)
        {
            var merge = merges[next];
            if (merge.Bottom < row) continue;
            var at = Find(merge.Left);
            var overlaps = at >= 0 && open[at].Right >= merge.Left || at + 1 < open.Count && open[at + 1].Left <= merge.Right;
            if (!overlaps) open.Insert(at + 1, merge);
        }
    }

    /// <summary>The range that holds the column in this row.</summary>
    public CellRange? At(int column) => Find(column) is >= 0 and var at && open[at].Right >= column ? open[at] : null;

    /// <summary>True for a cell that is in a range and not its first: nobody is shown it.</summary>
    public bool Covers(int row, int column) => At(column) is { } merge && (merge.Top != row || merge.Left != column);

    /// <summary>True where a range reaches over the line to the left of the column.</summary>
    public bool Crosses(int column) => open.Count > 0 && At(column) is { } merge && merge.Left < column;

    /// <summary>The last open range that starts at the column or before it; -1 where there is none.</summary>
    private int Find(int column)
    {
        var (low, high) = (0, open.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (open[middle].Left <= column) low = middle + 1;
            else high = middle;
        }
        return low - 1;
    }
}

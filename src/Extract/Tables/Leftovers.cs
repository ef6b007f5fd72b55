namespace Extract.Tables;

/// <summary>
/// What a stage leaves behind. A table of a million cells is laid out, divided and rebuilt one stage after the other; left to itself the collector lets
/// the leavings of all stages lie beside each other, which doubles the memory. Small documents are not touched.
/// </summary>
public static class Leftovers
{
    /// <summary>From so many rows a collection costs less than the memory it gives back.</summary>
    private const int ManyRows = 50_000;

    /// <summary>Gives back what earlier stages left, where there are rows enough for it to matter.</summary>
    /// <param name="rows">Rows or lines of what is read.</param>
    public static void Release(int rows)
    {
        if (rows >= ManyRows) GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
    }
}

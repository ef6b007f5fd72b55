namespace Extract.Layout.Positioned;

/// <summary>Sorting by a place on the page. What a file prints is mostly in order already: then nothing is moved and nothing allocated.</summary>
internal static class Sorting
{
    /// <summary>Sorts from the least key to the greatest; what has the same key keeps its order.</summary>
    public static void By<T>(Span<T> items, Func<T, double> key)
    {
        if (IsSorted(items, key)) return;
        var keys = new Key[items.Length];
        for (var i = 0; i < keys.Length; i++) keys[i] = new Key(key(items[i]), i);
        keys.AsSpan().Sort(items);
    }

    private static bool IsSorted<T>(ReadOnlySpan<T> items, Func<T, double> key)
    {
        var last = double.NegativeInfinity;
        foreach (var item in items)
        {
            var at = key(item);
            if (at < last) return false;
            last = at;
        }
        return true;
    }

    private readonly record struct Key(double At, int Index) : IComparable<Key>
    {
        public int CompareTo(Key other) => At < other.At ? -1 : At > other.At ? 1 : Index.CompareTo(other.Index);
    }
}

using System.Collections;

namespace Extract.Documents.Containers;

/// <summary>A list that grows by pieces: a million entries are never copied to make room for more, and no more than one piece is free.</summary>
internal sealed class Chunks<T> : IReadOnlyList<T>
{
    private const int Bits = 14;
    private const int Size = 1 << Bits;

    private readonly List<T[]> pieces = [];

    /// <inheritdoc/>
    public int Count { get; private set; }

    /// <inheritdoc/>
    public T this[int index]
    {
        get => pieces[index >> Bits][index & (Size - 1)];
        set => pieces[index >> Bits][index & (Size - 1)] = value;
    }

    /// <summary>Adds an entry at the end.</summary>
    public void Add(T item)
    {
        if (Count >> Bits == pieces.Count) pieces.Add(new T[pieces.Count == 0 ? 64 : Size]);
        var piece = pieces[^1];
        var at = Count & (Size - 1);
        if (at == piece.Length)
        {
            // Only the first piece starts small.
            Array.Resize(ref piece, Math.Min(Size, piece.Length * 4));
            pieces[^1] = piece;
        }
        piece[at] = item;
        Count++;
    }

    /// <summary>Puts the entries in order.</summary>
    public void Sort(Comparison<T> comparison)
    {
        var all = this.ToArray();
        Array.Sort(all, comparison);
        for (var i = 0; i < all.Length; i++) this[i] = all[i];
    }

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator()
    {
        for (var i = 0; i < Count; i++) yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

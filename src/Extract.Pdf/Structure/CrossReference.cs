namespace Extract.Pdf.Structure;

/// <summary>Where an object stands: at a byte of the file, or at an index of an object stream.</summary>
/// <param name="Stream">The object stream that holds it; -1 for an object of its own.</param>
/// <param name="At">The byte, or the index inside the stream.</param>
/// <param name="Generation">Its generation; 0 inside a stream.</param>
internal readonly record struct ObjectPlace(int Stream, int At, int Generation);

/// <summary>Everything the cross-reference sections say: where objects stand, and the trailer's entries, newest first.</summary>
internal sealed class CrossReference
{
    /// <summary>More objects than any file of 200 MiB has in earnest.</summary>
    public const int MostObjects = 4_000_000;

    private readonly Dictionary<int, ObjectPlace> places = [];

    public int Count => places.Count;

    public IEnumerable<int> Numbers => places.Keys;

    /// <summary>Where the object stands, if anywhere.</summary>
    public bool TryFind(int number, out ObjectPlace place) => places.TryGetValue(number, out place) && place.At >= 0;

    /// <summary>Keeps what a newer section said of the object.</summary>
    public void AddOlder(int number, ObjectPlace place)
    {
        if (places.Count < MostObjects) places.TryAdd(number, place);
    }

    /// <summary>Replaces what was said of the object before.</summary>
    public void Put(int number, ObjectPlace place)
    {
        if (places.Count < MostObjects || places.ContainsKey(number)) places[number] = place;
    }

    /// <summary>The object is free: it stands nowhere, whatever older sections say.</summary>
    public void AddFree(int number) => AddOlder(number, new ObjectPlace(-1, -1, 0));

    public void Remove(int number) => places.Remove(number);
}

namespace Extract.Pdf.Objects;

/// <summary>One of the nine kinds of object of ISO 32000-2, 7.3. Containers answer with what a reference points to, never with the reference.</summary>
internal abstract class PdfObject
{
    /// <summary>The number as a double, or <paramref name="otherwise"/> where this is none.</summary>
    public double Number(double otherwise = 0) => this is PdfNumber number ? number.Value : otherwise;

    /// <summary>The number cut to an int, or <paramref name="otherwise"/> where this is none.</summary>
    public int Integer(int otherwise = 0) => this is PdfNumber number ? number.Int : otherwise;

    /// <summary>The name, or null where this is none.</summary>
    public string? Name => (this as PdfName)?.Value;
}

/// <summary>null, also what stands for every object that is missing.</summary>
internal sealed class PdfNull : PdfObject
{
    public static readonly PdfNull Instance = new();
}

/// <summary>true or false.</summary>
internal sealed class PdfBool : PdfObject
{
    public static readonly PdfBool True = new(true);
    public static readonly PdfBool False = new(false);

    private PdfBool(bool value) => Value = value;

    public bool Value { get; }
}

/// <summary>An integer or a real.</summary>
internal sealed class PdfNumber(double value) : PdfObject
{
    private static readonly PdfNumber[] Small = [.. Enumerable.Range(-1, 1026).Select(static i => new PdfNumber(i))];

    public double Value { get; } = value;

    /// <summary>The value cut to the range of an int.</summary>
    public int Int => double.IsNaN(Value) ? 0 : (int)Math.Clamp(Value, int.MinValue, int.MaxValue);

    /// <summary>The number of this value; small integers are shared.</summary>
    public static PdfNumber Of(double value) =>
        value is >= -1 and <= 1024 && value == Math.Floor(value) ? Small[(int)value + 1] : new(value);
}

/// <summary>A name without its solidus, number signs resolved. Bytes are read as Latin-1; the text is shared within a file.</summary>
internal sealed class PdfName(string value) : PdfObject
{
    public string Value { get; } = value;
}

/// <summary>A string, decrypted.</summary>
internal sealed class PdfString(byte[] bytes) : PdfObject
{
    public byte[] Bytes { get; } = bytes;
}

/// <summary>A reference to an indirect object.</summary>
internal sealed class PdfReference(int number, int generation) : PdfObject
{
    public int ObjectNumber { get; } = number;

    public int Generation { get; } = generation;
}

/// <summary>An array.</summary>
/// <param name="items">What was written, references included.</param>
/// <param name="source">Follows the references.</param>
internal sealed class PdfArray(List<PdfObject> items, IObjectSource source) : PdfObject
{
    public int Count => items.Count;

    /// <summary>The item there, references followed; null's object behind the end.</summary>
    public PdfObject this[int index] => (uint)index < (uint)items.Count ? source.Resolve(items[index]) : PdfNull.Instance;

    /// <summary>The item as written.</summary>
    public PdfObject Written(int index) => items[index];
}

/// <summary>A dictionary.</summary>
/// <param name="items">What was written, references included.</param>
/// <param name="source">Follows the references.</param>
internal sealed class PdfDictionary(Dictionary<string, PdfObject> items, IObjectSource source) : PdfObject
{
    /// <summary>Keys in the order written.</summary>
    public IReadOnlyCollection<string> Keys => items.Keys;

    public IObjectSource Source => source;

    /// <summary>The value of the key, references followed; null's object where there is none.</summary>
    public PdfObject this[string key] => items.TryGetValue(key, out var item) ? source.Resolve(item) : PdfNull.Instance;

    /// <summary>The value as written, or null.</summary>
    public PdfObject? Written(string key) => items.GetValueOrDefault(key);

    public PdfDictionary? Dictionary(string key) => this[key].AsDictionary();

    public PdfArray? Array(string key) => this[key] as PdfArray;

    public PdfStream? Stream(string key) => this[key] as PdfStream;

    public string? NameOf(string key) => this[key].Name;

    internal Dictionary<string, PdfObject> Items => items;
}

/// <summary>A stream: its dictionary, and its bytes as they stand in the file (encrypted where the file is).</summary>
/// <param name="dictionary">The dictionary.</param>
/// <param name="raw">The bytes between stream and endstream.</param>
/// <param name="number">The number of the object; 0 for a stream made by the reader.</param>
/// <param name="generation">Its generation.</param>
internal sealed class PdfStream(PdfDictionary dictionary, ReadOnlyMemory<byte> raw, int number, int generation) : PdfObject
{
    public PdfDictionary Dictionary { get; } = dictionary;

    public ReadOnlyMemory<byte> Raw { get; } = raw;

    public int ObjectNumber { get; } = number;

    public int Generation { get; } = generation;

    /// <summary>
    /// The bytes behind all filters, within the limits of the document; a damaged stream gives what could be saved, an image's own
    /// compression (DCT, JPX, CCITT, JBIG2) ends the chain with nothing. Not kept: whoever calls twice decodes twice.
    /// </summary>
    public ReadOnlyMemory<byte> Decode() => Dictionary.Source.Decode(this);
}

/// <summary>What containers need of the file they stand in.</summary>
internal interface IObjectSource
{
    /// <summary>What the object stands for: itself, or behind any number of references (guarded) what they point to; null's object where nothing is.</summary>
    PdfObject Resolve(PdfObject written);

    /// <summary>Decrypts and decodes.</summary>
    ReadOnlyMemory<byte> Decode(PdfStream stream);
}

/// <summary>Views of an object.</summary>
internal static class PdfObjects
{
    /// <summary>The dictionary, also a stream's own; null for any other kind.</summary>
    public static PdfDictionary? AsDictionary(this PdfObject item) => item as PdfDictionary ?? (item as PdfStream)?.Dictionary;

    /// <summary>The numbers of an array, at most <paramref name="most"/>; anything else in it counts as 0.</summary>
    public static double[] Numbers(this PdfArray array, int most = 64)
    {
        var numbers = new double[Math.Min(array.Count, most)];
        for (var i = 0; i < numbers.Length; i++) numbers[i] = array[i].Number();
        return numbers;
    }
}

namespace Extract.Pdf.Content;

/// <summary>The operands before an operator: numbers, the last name, where the last dictionary and array began. Used again for every operator.</summary>
internal sealed class Operands
{
    /// <summary>No operator takes more; a DeviceN colour has up to 32.</summary>
    private const int Most = 40;

    private readonly double[] numbers = new double[Most];

    public int Count { get; private set; }

    /// <summary>The first name and the last one.</summary>
    public string? FirstName { get; private set; }

    public string? LastName { get; private set; }

    /// <summary>Where the first dictionary begins in the content; -1 for none.</summary>
    public int DictionaryAt { get; set; } = -1;

    /// <summary>An array came, with something in it other than 0.</summary>
    public bool ArrayHasInk { get; set; }

    /// <summary>A string came.</summary>
    public bool HasString { get; set; }

    public void Add(double number)
    {
        if (Count < Most) numbers[Count++] = number;
    }

    public void Add(string name)
    {
        FirstName ??= name;
        LastName = name;
    }

    /// <summary>The operand counted from the first; 0 where it is missing.</summary>
    public double this[int index] => index < Count ? numbers[index] : 0;

    /// <summary>The last numbers, as many as asked for, if there are so many.</summary>
    public bool Last(int count, out ReadOnlySpan<double> last)
    {
        last = Count >= count ? numbers.AsSpan(Count - count, count) : default;
        return Count >= count;
    }

    public ReadOnlySpan<double> All => numbers.AsSpan(0, Count);

    public void Clear()
    {
        Count = 0;
        FirstName = LastName = null;
        DictionaryAt = -1;
        ArrayHasInk = HasString = false;
    }
}

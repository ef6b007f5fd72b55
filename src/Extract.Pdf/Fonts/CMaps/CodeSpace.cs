namespace Extract.Pdf.Fonts.CMaps;

/// <summary>Which codes have how many bytes (ISO 32000-2, 9.7.6.3).</summary>
internal sealed class CodeSpace
{
    /// <summary>Every code has two bytes.</summary>
    public static readonly CodeSpace TwoBytes = Of((2, 0, 0xFFFF));

    private readonly List<(int Length, uint Low, uint High)> ranges = [];
    private readonly byte[] lengths = new byte[256];
    private int shortest;

    /// <summary>A length in <see cref="lengths"/> that only the bytes behind the first can tell.</summary>
    private const byte Several = 255;

    public bool IsEmpty => ranges.Count == 0;

    /// <summary>The ranges as added.</summary>
    public IReadOnlyList<(int Length, uint Low, uint High)> Ranges => ranges;

    public static CodeSpace Of(params (int Length, uint Low, uint High)[] ranges)
    {
        var space = new CodeSpace();
        foreach (var (length, low, high) in ranges) space.Add(length, low, high);
        return space;
    }

    /// <summary>Adds a range of codes of 1 to 4 bytes.</summary>
    public void Add(int length, uint low, uint high)
    {
        if (length is < 1 or > 4 || ranges.Count >= 1024) return;
        ranges.Add((length, low, high));
        shortest = shortest == 0 ? length : Math.Min(shortest, length);
        var shift = 8 * (length - 1);
        for (var first = low >> shift & 255; first <= (high >> shift & 255); first++)
            lengths[first] = lengths[first] == 0 || lengths[first] == length ? (byte)length : Several;
    }

    /// <summary>Reads a code and moves behind it. Bytes that fit no range are taken as many as the shortest codes have.</summary>
    public int Next(ReadOnlySpan<byte> text, ref int at)
    {
        var length = (int)lengths[text[at]];
        if (length == Several) length = Fitting(text[at..]);
        if (length == 0) length = Math.Max(shortest, 1);
        uint code = 0;
        for (var end = Math.Min(at + length, text.Length); at < end; at++) code = code << 8 | text[at];
        return unchecked((int)code);
    }

    private int Fitting(ReadOnlySpan<byte> text)
    {
        uint code = 0;
        for (var length = 1; length <= 4 && length <= text.Length; length++)
        {
            code = code << 8 | text[length - 1];
            foreach (var range in ranges)
                if (range.Length == length && Holds(range.Low, range.High, code, length)) return length;
        }
        return 0;
    }

    /// <summary>Each byte of the code lies between the same bytes of the ends: a range is a box, not a stretch.</summary>
    private static bool Holds(uint low, uint high, uint code, int length)
    {
        for (var shift = 0; shift < 8 * length; shift += 8)
        {
            var part = code >> shift & 255;
            if (part < (low >> shift & 255) || part > (high >> shift & 255)) return false;
        }
        return true;
    }
}

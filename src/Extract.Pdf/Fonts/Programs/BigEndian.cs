namespace Extract.Pdf.Fonts.Programs;

/// <summary>Numbers of a font file, big end first. What lies outside the bytes is 0: a damaged offset finds nothing and breaks nothing.</summary>
internal readonly struct BigEndian(ReadOnlyMemory<byte> bytes)
{
    public int Length => bytes.Length;

    public ReadOnlyMemory<byte> Memory => bytes;

    public ReadOnlySpan<byte> Span => bytes.Span;

    public int Byte(long at) => at >= 0 && at < bytes.Length ? bytes.Span[(int)at] : 0;

    public int UInt16(long at) => Byte(at) << 8 | Byte(at + 1);

    public int Int16(long at) => unchecked((short)UInt16(at));

    public long UInt32(long at) => (long)UInt16(at) << 16 | (long)UInt16(at + 2);

    /// <summary>A number of 1 to 4 bytes.</summary>
    public long Number(long at, int size)
    {
        long value = 0;
        for (var i = 0; i < size; i++) value = value << 8 | (long)Byte(at + i);
        return value;
    }

    /// <summary>The part from there, as much of it as there is.</summary>
    public BigEndian Slice(long at, long length)
    {
        if (at < 0 || at >= bytes.Length || length <= 0) return default;
        return new BigEndian(bytes.Slice((int)at, (int)Math.Min(length, bytes.Length - at)));
    }
}

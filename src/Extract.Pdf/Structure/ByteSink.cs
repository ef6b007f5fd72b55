namespace Extract.Pdf.Structure;

/// <summary>A buffer that grows as bytes come and is used again; it refuses to grow past a limit.</summary>
internal sealed class ByteSink
{
    private byte[] bytes = [];

    public int Length { get; private set; }

    /// <summary>The most it may hold.</summary>
    public int Limit { get; set; } = int.MaxValue / 2;

    /// <summary>Bytes were refused.</summary>
    public bool Overflowed { get; private set; }

    public ReadOnlySpan<byte> Written => bytes.AsSpan(0, Length);

    public ReadOnlyMemory<byte> WrittenMemory => bytes.AsMemory(0, Length);

    public byte[] ToArray() => bytes.AsSpan(0, Length).ToArray();

    public void Clear()
    {
        Length = 0;
        Overflowed = false;
    }

    /// <summary>False where the limit is reached.</summary>
    public bool Add(byte b)
    {
        if (Length == bytes.Length && !Grow(1)) return false;
        bytes[Length++] = b;
        return true;
    }

    /// <summary>Adds as many of the bytes as the limit allows; false where that is not all.</summary>
    public bool Add(ReadOnlySpan<byte> more)
    {
        var take = more.Length;
        if (Length + take > bytes.Length && !Grow(take)) take = Math.Max(0, Math.Min(take, bytes.Length - Length));
        more[..take].CopyTo(bytes.AsSpan(Length));
        Length += take;
        return take == more.Length;
    }

    /// <summary>Repeats what stands <paramref name="distance"/> bytes back; source and target may overlap.</summary>
    public bool Repeat(int distance, int count)
    {
        if (Length + count > bytes.Length && !Grow(count)) return false;
        if (distance >= count)
        {
            bytes.AsSpan(Length - distance, count).CopyTo(bytes.AsSpan(Length));
        }
        else
        {
            for (var i = 0; i < count; i++) bytes[Length + i] = bytes[Length + i - distance];
        }
        Length += count;
        return true;
    }

    /// <summary>Room to write into; <see cref="Advance"/> says how much of it was used. Empty where the limit is reached.</summary>
    public Span<byte> Room(int atLeast)
    {
        if (bytes.Length - Length < atLeast) Grow(atLeast);
        return bytes.AsSpan(Length);
    }

    public void Advance(int count) => Length += count;

    /// <summary>Drops what stands behind a length.</summary>
    public void Truncate(int length)
    {
        Length = Math.Min(Length, length);
        Overflowed = false;
    }

    /// <summary>Notes that more was to come than the limit allows.</summary>
    public bool Refuse() => Overflowed = true;

    /// <summary>Drops a large buffer, so that one large stream is not kept for a whole document.</summary>
    public void Shrink(int most)
    {
        if (bytes.Length > most) bytes = [];
        Clear();
    }

    private bool Grow(int count)
    {
        var wanted = (long)Length + count;
        if (wanted > Limit)
        {
            Overflowed = true;
            wanted = Limit;
        }
        if (wanted > bytes.Length)
            Array.Resize(ref bytes, (int)Math.Min(Limit, Math.Max(wanted, Math.Max(256, Math.Min(bytes.Length * 2L, bytes.Length + (64L << 20))))));
        return !Overflowed;
    }
}

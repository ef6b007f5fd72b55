namespace Extract.Pdf.Fonts.Programs;

/// <summary>An INDEX of a CFF file: pieces of data by number (Adobe Technical Note 5176, 5).</summary>
internal readonly struct CffIndex
{
    private readonly BigEndian file;
    private readonly long offsets;
    private readonly int size;

    /// <summary>The index that begins there; empty where its numbers make no sense.</summary>
    public CffIndex(BigEndian file, long at)
    {
        this.file = file;
        offsets = at + 3;
        size = file.Byte(at + 2);
        Count = at >= 0 ? file.UInt16(at) : 0;
        End = at + 2;
        if (Count == 0) return;
        if (size is < 1 or > 4 || offsets + (Count + 1L) * size > file.Length) Count = 0;
        else End = Data + file.Number(offsets + (long)Count * size, size);
    }

    public int Count { get; }

    /// <summary>What follows the index.</summary>
    public long End { get; }

    private long Data => offsets + (Count + 1L) * size - 1;

    /// <summary>A piece; empty where there is none.</summary>
    public BigEndian this[int number]
    {
        get
        {
            if ((uint)number >= (uint)Count) return default;
            var start = file.Number(offsets + (long)number * size, size);
            return file.Slice(Data + start, file.Number(offsets + (number + 1L) * size, size) - start);
        }
    }
}

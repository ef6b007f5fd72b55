using System.Buffers.Binary;

namespace Extract.Documents.Excel.Xls;

/// <summary>A record of a workbook stream: its kind, where it starts, its bytes.</summary>
internal readonly ref struct BiffRecord(int kind, int start, ReadOnlySpan<byte> data)
{
    public int Kind { get; } = kind;

    /// <summary>Where its header stands in the stream.</summary>
    public int Start { get; } = start;

    public ReadOnlySpan<byte> Data { get; } = data;

    /// <summary>Two bytes as a number; 0 behind the record's end.</summary>
    public int Word(int at) => at + 2 <= Data.Length ? BinaryPrimitives.ReadUInt16LittleEndian(Data[at..]) : 0;

    /// <summary>Four bytes as a number; 0 behind the record's end.</summary>
    public uint Long(int at) => at + 4 <= Data.Length ? BinaryPrimitives.ReadUInt32LittleEndian(Data[at..]) : 0;

    /// <summary>A floating-point number; 0 behind the record's end.</summary>
    public double Double(int at) => at + 8 <= Data.Length ? BinaryPrimitives.ReadDoubleLittleEndian(Data[at..]) : 0;

    /// <summary>A byte; 0 behind the record's end.</summary>
    public int Byte(int at) => at < Data.Length ? Data[at] : 0;
}

/// <summary>The records of a workbook stream in order (MS-XLS 2.1.4).</summary>
internal sealed class BiffRecords(byte[] stream)
{
    private int next;

    /// <summary>Where the next record starts.</summary>
    public int Position => next;

    /// <summary>The kind of the record that follows; -1 at the end.</summary>
    public int Following => next + 4 <= stream.Length ? BinaryPrimitives.ReadUInt16LittleEndian(stream.AsSpan(next)) : -1;

    /// <summary>Goes to the next record; false at the end. A record that the file cuts is given as far as it goes.</summary>
    public bool Read(out BiffRecord record)
    {
        record = default;
        if (next + 4 > stream.Length) return false;
        var header = stream.AsSpan(next);
        var length = Math.Min(BinaryPrimitives.ReadUInt16LittleEndian(header[2..]), header.Length - 4);
        record = new BiffRecord(BinaryPrimitives.ReadUInt16LittleEndian(header), next, header.Slice(4, length));
        next += 4 + length;
        return true;
    }

    /// <summary>The record's bytes and those of the records that continue it, apart: a text may change its width where they meet.</summary>
    public List<ReadOnlyMemory<byte>> WithContinuations(BiffRecord record)
    {
        const int Continue = 0x3C;
        var parts = new List<ReadOnlyMemory<byte>> { stream.AsMemory(record.Start + 4, record.Data.Length) };
        while (Following == Continue && Read(out var more)) parts.Add(stream.AsMemory(more.Start + 4, more.Data.Length));
        return parts;
    }
}

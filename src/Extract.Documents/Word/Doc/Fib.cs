using System.Buffers.Binary;

namespace Extract.Documents.Word.Doc;

/// <summary>Bytes of a stream with bounds: what lies outside reads as zero, so that a file that lies about itself reads as an empty one.</summary>
internal readonly struct Slab(ReadOnlyMemory<byte> bytes)
{
    public int Length => bytes.Length;

    public ReadOnlySpan<byte> Span => bytes.Span;

    public int Byte(long at) => at >= 0 && at < bytes.Length ? bytes.Span[(int)at] : 0;

    public int Word(long at) => at >= 0 && at + 2 <= bytes.Length ? BinaryPrimitives.ReadUInt16LittleEndian(bytes.Span[(int)at..]) : 0;

    public long Long(long at) => at >= 0 && at + 4 <= bytes.Length ? BinaryPrimitives.ReadUInt32LittleEndian(bytes.Span[(int)at..]) : 0;

    /// <summary>The part from <paramref name="at"/>, shorter where the bytes end.</summary>
    public ReadOnlyMemory<byte> Part(long at, long length) =>
        at < 0 || length <= 0 || at >= bytes.Length ? default : bytes.Slice((int)at, (int)Math.Min(length, bytes.Length - at));
}

/// <summary>The file information block of Word 97–2003 (MS-DOC 2.5): where everything else stands.</summary>
internal sealed class Fib(Slab document)
{
    /// <summary>Where the pairs of position and length start (fibRgFcLcb).</summary>
    private const int Pairs = 154;

    /// <summary>The version of the format; Word 97 and later write 193 or more.</summary>
    public int Version => document.Word(2);

    /// <summary>True for a Word file: Word 97 has one mark, Word 6 and 95 have others for the scripts of East Asia.</summary>
    public bool IsWord => document.Word(0) is 0xA5EC or 0xA5DC || document.Word(0) >> 8 == 0xA6 && Version is >= 0x65 and < 0x69;

    /// <summary>True where the text is encrypted or obfuscated.</summary>
    public bool IsEncrypted => (document.Word(10) & 0x8100) != 0;

    /// <summary>The stream that holds the tables of properties.</summary>
    public string TableStream => (document.Word(10) & 0x200) != 0 ? "1Table" : "0Table";

    /// <summary>How many characters each part of the text has, in the order of the text: body, footnotes, headers, macros, comments, endnotes, text boxes, those of headers.</summary>
    public int Characters(int part) => (int)Math.Min(document.Long(76 + part * 4L), int.MaxValue);

    /// <summary>Where a structure stands in the table stream.</summary>
    public (long At, long Length) Pair(int index) => (document.Long(Pairs + index * 8L), document.Long(Pairs + index * 8L + 4));
}

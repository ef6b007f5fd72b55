using System.IO.Compression;
using System.Text;

namespace Extract.Pdf.Fonts.CMaps;

/// <summary>
/// The predefined CMaps and collections in one resource: a list of names, then a Brotli block for each, so that a document pays only for
/// the CMaps it uses. Numbers are 7 bits a byte; ranges are kept column by column, each as the difference to the range before.
/// </summary>
internal static class CMapArchive
{
    private static readonly Lazy<(byte[] Bytes, Dictionary<string, (int At, int Length)> Entries)> File = new(ReadFile);

    /// <summary>The names of the entries.</summary>
    public static IEnumerable<string> Names => File.Value.Entries.Keys;

    /// <summary>An entry, unpacked; null where there is none.</summary>
    public static BinaryReader? Open(string name)
    {
        if (!File.Value.Entries.TryGetValue(name, out var entry)) return null;
        using var packed = new BrotliStream(new MemoryStream(File.Value.Bytes, entry.At, entry.Length), CompressionMode.Decompress);
        var unpacked = new MemoryStream();
        packed.CopyTo(unpacked);
        unpacked.Position = 0;
        return new BinaryReader(unpacked, Encoding.UTF8);
    }

    /// <summary>Reads what <see cref="WriteRanges"/> wrote.</summary>
    public static IEnumerable<(uint Low, uint High, int Value)> ReadRanges(BinaryReader reader)
    {
        var count = reader.Read7BitEncodedInt();
        var ranges = new (uint Low, uint High, int Value)[count];
        uint next = 0;
        for (var i = 0; i < count; i++) next = ranges[i].Low = unchecked(next + (uint)reader.Read7BitEncodedInt());
        for (var i = 0; i < count; i++) ranges[i].High = unchecked(ranges[i].Low + (uint)reader.Read7BitEncodedInt());
        var expected = 0;
        for (var i = 0; i < count; i++)
        {
            var folded = unchecked((uint)reader.Read7BitEncodedInt());
            ranges[i].Value = unchecked(expected + (int)(folded >> 1 ^ (uint)-(int)(folded & 1)));
            expected = unchecked(ranges[i].Value + (int)(ranges[i].High - ranges[i].Low) + 1);
        }
        return ranges;
    }

    /// <summary>Writes ranges in order.</summary>
    public static void WriteRanges(BinaryWriter writer, IReadOnlyList<CodeRange> ranges)
    {
        writer.Write7BitEncodedInt(ranges.Count);
        uint before = 0;
        foreach (var range in ranges)
        {
            writer.Write7BitEncodedInt(unchecked((int)(range.Low - before)));
            before = range.Low;
        }
        foreach (var range in ranges) writer.Write7BitEncodedInt(unchecked((int)(range.High - range.Low)));
        var expected = 0;
        foreach (var range in ranges)
        {
            var difference = unchecked(range.Value - expected);
            writer.Write7BitEncodedInt(unchecked(difference << 1 ^ difference >> 31));
            expected = unchecked(range.Value + (int)(range.High - range.Low) + 1);
        }
    }

    private static (byte[], Dictionary<string, (int, int)>) ReadFile()
    {
        using var resource = FontData.Open("cmaps.bin");
        var bytes = new byte[resource.Length];
        resource.ReadExactly(bytes);
        using var reader = new BinaryReader(new MemoryStream(bytes), Encoding.UTF8);
        var count = reader.Read7BitEncodedInt();
        var lengths = new (string Name, int Length)[count];
        for (var i = 0; i < count; i++) lengths[i] = (reader.ReadString(), reader.Read7BitEncodedInt());
        var at = (int)reader.BaseStream.Position;
        var entries = new Dictionary<string, (int, int)>(StringComparer.Ordinal);
        foreach (var (name, length) in lengths)
        {
            entries[name] = (at, length);
            at += length;
        }
        return (bytes, entries);
    }
}

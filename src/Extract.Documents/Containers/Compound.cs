using System.Buffers.Binary;
using System.Text;

namespace Extract.Documents.Containers;

/// <summary>
/// A compound file (MS-CFB): the container of Word and Excel until 2003. Streams are taken out whole; a chain of sectors that leaves the
/// file, or comes back to where it was, ends there, so that a cut or damaged file gives what is left of it.
/// </summary>
internal sealed class Compound
{
    private const uint LastSector = 0xFFFF_FFFA;
    private const int HeaderLength = 512;
    private const int MostEntries = 65_536;

    private readonly ReadOnlyMemory<byte> bytes;
    private readonly int sectorLength;
    private readonly List<uint> next = [];
    private readonly Dictionary<string, (uint Start, long Size)> streams = new(StringComparer.OrdinalIgnoreCase);
    private readonly long smallest;
    private byte[] small = [];
    private byte[] smallNext = [];

    private Compound(ReadOnlyMemory<byte> bytes)
    {
        this.bytes = bytes;
        sectorLength = 1 << Word(30);
        smallest = Long(56);
    }

    /// <summary>Opens a compound file; null where it is damaged beyond its directory.</summary>
    public static Compound? Open(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length < HeaderLength) return null;
        var compound = new Compound(bytes);
        if (compound.Word(30) is not (9 or 12)) return null;
        compound.ReadTable();
        return compound.ReadDirectory() ? compound : null;
    }

    /// <summary>The names of the streams at the top.</summary>
    public IReadOnlyCollection<string> Names => streams.Keys;

    /// <summary>The bytes of a stream, as many as the file still has; null where there is none.</summary>
    public byte[]? Stream(string name)
    {
        if (!streams.TryGetValue(name, out var stream)) return null;
        return stream.Size < smallest ? Small(stream.Start, stream.Size) : Chain(stream.Start, stream.Size);
    }

    private int Word(int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes.Span[at..]);

    private uint Long(int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes.Span[at..]);

    private ReadOnlySpan<byte> Sector(uint number)
    {
        var at = (number + 1L) * sectorLength;
        return at >= bytes.Length ? default : bytes.Span.Slice((int)at, (int)Math.Min(sectorLength, bytes.Length - at));
    }

    /// <summary>The sectors of the allocation table are listed in the header, and in sectors behind it.</summary>
    private void ReadTable()
    {
        var most = bytes.Length / sectorLength + 1;
        for (var i = 0; i < 109; i++) AddTable(Long(76 + i * 4), most);
        var list = Long(68);
        for (var steps = 0; list < LastSector && steps < most; steps++)
        {
            var sector = Sector(list);
            if (sector.Length < sectorLength) return;
            for (var i = 0; i + 8 <= sectorLength; i += 4) AddTable(BinaryPrimitives.ReadUInt32LittleEndian(sector[i..]), most);
            list = BinaryPrimitives.ReadUInt32LittleEndian(sector[(sectorLength - 4)..]);
        }
    }

    private void AddTable(uint number, int most)
    {
        if (number >= LastSector || next.Count > most) return;
        var sector = Sector(number);
        for (var i = 0; i + 4 <= sector.Length; i += 4) next.Add(BinaryPrimitives.ReadUInt32LittleEndian(sector[i..]));
    }

    /// <summary>The bytes of a chain of sectors, up to a length.</summary>
    private byte[] Chain(uint start, long length)
    {
        length = Math.Min(length, bytes.Length);
        var result = new byte[length];
        var filled = 0;
        // No chain has more sectors than the file: one that does goes in a circle.
        for (var (sector, steps) = (start, 0L); filled < length && sector < LastSector && steps <= next.Count; steps++)
        {
            var part = Sector(sector);
            part = part[..(int)Math.Min(part.Length, length - filled)];
            part.CopyTo(result.AsSpan(filled));
            filled += part.Length;
            if (part.IsEmpty || sector >= next.Count) break;
            sector = next[(int)sector];
        }
        return filled == length ? result : result[..filled];
    }

    /// <summary>The bytes of a short stream: sectors of 64 bytes inside the root's stream.</summary>
    private byte[] Small(uint start, long length)
    {
        var result = new byte[Math.Min(length, small.Length)];
        var filled = 0;
        for (var (sector, steps) = (start, 0); filled < result.Length && sector < LastSector && steps <= smallNext.Length / 4; steps++)
        {
            var at = sector * 64L;
            if (at >= small.Length) break;
            var count = (int)Math.Min(Math.Min(64, result.Length - filled), small.Length - at);
            small.AsSpan((int)at, count).CopyTo(result.AsSpan(filled));
            filled += count;
            if (sector * 4L + 4 > smallNext.Length) break;
            sector = BinaryPrimitives.ReadUInt32LittleEndian(smallNext.AsSpan((int)sector * 4));
        }
        return filled == result.Length ? result : result[..filled];
    }

    /// <summary>The directory is a tree of entries; the streams right below its root are the document's.</summary>
    private bool ReadDirectory()
    {
        var directory = Chain(Long(48), Math.Min(bytes.Length, MostEntries * 128L));
        if (directory.Length < 128 || directory[66] != 5) return false;
        small = Chain(Entry(directory, 0, 116), Entry(directory, 0, 120));
        smallNext = Chain(Long(60), Long(64) * (long)sectorLength);
        var (open, seen) = (new Stack<uint>([Entry(directory, 0, 76)]), new HashSet<uint>());
        while (open.TryPop(out var number))
        {
            if (number >= directory.Length / 128 || !seen.Add(number)) continue;
            var at = (int)number * 128;
            var length = Math.Clamp(BinaryPrimitives.ReadUInt16LittleEndian(directory.AsSpan(at + 64)) - 2, 0, 62);
            var name = Encoding.Unicode.GetString(directory, at, length & ~1);
            if (directory[at + 66] == 2) streams.TryAdd(name, (Entry(directory, at, 116), Entry(directory, at, 120)));
            else if (directory[at + 66] == 1) streams.TryAdd(name, (LastSector, 0));
            open.Push(Entry(directory, at, 68));
            open.Push(Entry(directory, at, 72));
        }
        return true;
    }

    private static uint Entry(byte[] directory, int at, int field) => BinaryPrimitives.ReadUInt32LittleEndian(directory.AsSpan(at + field));
}

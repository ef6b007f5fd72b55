using NPOI.POIFS.FileSystem;

namespace Extract.Documents.Containers;

/// <summary>A compound file (MS-CFB): the container of Word and Excel until 2003. Its streams are taken out whole.</summary>
internal sealed class Compound : IDisposable
{
    private readonly NPOIFSFileSystem files;

    private Compound(NPOIFSFileSystem files) => this.files = files;

    /// <summary>Opens a compound file; null where it is damaged beyond its streams.</summary>
    public static Compound? Open(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            // The number of sectors the header claims is checked against the file before a library makes room for them.
            if (bytes.Length < 512 || !IsPlausible(bytes.Span)) return null;
            return new Compound(new NPOIFSFileSystem(new Bytes(bytes)));
        }
        catch (Exception trouble) when (IsOfFile(trouble))
        {
            return null;
        }
    }

    /// <summary>The names of the streams and storages at the top.</summary>
    public IReadOnlyCollection<string> Names => files.Root.EntryNames;

    /// <summary>The bytes of a stream; null where there is none, or it is damaged.</summary>
    public byte[]? Stream(string name)
    {
        try
        {
            if (!files.Root.HasEntry(name) || files.Root.GetEntry(name) is not DocumentEntry entry) return null;
            using var stream = new NDocumentInputStream(entry);
            var bytes = new byte[Math.Clamp(entry.Size, 0, Readers.MostBytes)];
            var read = 0;
            for (int n; read < bytes.Length && (n = stream.Read(bytes, read, Math.Min(1 << 16, bytes.Length - read))) > 0;) read += n;
            return read == bytes.Length ? bytes : bytes[..read];
        }
        catch (Exception trouble) when (IsOfFile(trouble))
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => files.Close();

    private static bool IsPlausible(ReadOnlySpan<byte> bytes)
    {
        int Word(int at, ReadOnlySpan<byte> b) => b[at] | b[at + 1] << 8;
        long Long(int at, ReadOnlySpan<byte> b) => System.Buffers.Binary.BinaryPrimitives.ReadUInt32LittleEndian(b[at..]);
        var shift = Word(30, bytes);
        if (shift is not (9 or 12)) return false;
        var sectors = (bytes.Length >> shift) + 1L;
        return Long(44, bytes) <= sectors && Long(64, bytes) <= sectors && Long(72, bytes) <= sectors;
    }

    /// <summary>What the library throws over damaged sectors, chains and directories.</summary>
    private static bool IsOfFile(Exception trouble) => Trouble.IsOfFile(trouble)
        || trouble is IndexOutOfRangeException or NullReferenceException or InvalidCastException or OutOfMemoryException or ArithmeticException or NotImplementedException;
}

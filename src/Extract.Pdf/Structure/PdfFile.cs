using System.Globalization;
using Extract.Pdf.Filters;
using Extract.Pdf.Objects;
using Extract.Pdf.Security;

namespace Extract.Pdf.Structure;

/// <summary>
/// The objects of one file, found through its cross-reference and, where that is missing or lies, by scanning. Used by one thread at a
/// time; what it keeps is bounded.
/// </summary>
internal sealed class PdfFile : IObjectSource
{
    /// <summary>References to references, and objects needed to read an object (a stream's Length).</summary>
    private const int Deepest = 16;

    /// <summary>Objects kept, by the bytes they were read from.</summary>
    private const int MostKept = 1 << 20;

    private readonly ReadOnlyMemory<byte> data;
    private readonly CancellationToken cancellation;
    private readonly int shift;
    private readonly ObjectParser parser;
    private readonly Dictionary<int, PdfObject> kept = [];
    private readonly ObjectStreams streams;
    private CrossReference places = new();
    private StandardSecurity? security;
    private int keptBytes;
    private int depth;
    private bool rebuilt;

    public PdfFile(ReadOnlyMemory<byte> data, PdfOptions options, CancellationToken cancellation)
    {
        (this.data, this.cancellation) = (data, cancellation);
        Options = options;
        Filters = new FilterChain(options, Troubles, cancellation);
        parser = new ObjectParser(this, Names);
        streams = new ObjectStreams(this, parser);
        shift = Math.Max(0, data.Span[..Math.Min(1024, data.Length)].IndexOf("%PDF-"u8));
        Trailer = Open();
        if (!rebuilt && !Locked && !PageTree.Looks(Trailer)) Rebuild();
    }

    public PdfOptions Options { get; }

    public NamePool Names { get; } = new();

    public Troubles Troubles { get; } = new();

    public FilterChain Filters { get; }

    /// <summary>The newest trailer; empty where the file has none.</summary>
    public PdfDictionary Trailer { get; private set; }

    /// <summary>The file cannot be read for want of a password or of a known way of encryption.</summary>
    public bool Locked => security is { Opened: false };

    /// <summary>Numbers of all objects.</summary>
    public IEnumerable<int> Numbers => places.Numbers.Order();

    public int ObjectCount => places.Count;

    /// <inheritdoc/>
    public PdfObject Resolve(PdfObject written)
    {
        for (var hops = 0; written is PdfReference reference; hops++)
        {
            if (hops >= Deepest) return PdfNull.Instance;
            written = Load(reference.ObjectNumber);
        }
        return written;
    }

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> Decode(PdfStream stream)
    {
        var sink = new ByteSink();
        DecodeInto(stream, sink);
        return sink.ToArray();
    }

    /// <summary>Decrypts and decodes behind what the sink holds already. False where an image's compression ends the chain.</summary>
    public bool DecodeInto(PdfStream stream, ByteSink sink)
    {
        var raw = security is { } lockedBy && stream.ObjectNumber > 0 ? lockedBy.Decrypt(stream) : stream.Raw;
        return Filters.Decode(stream.Dictionary, raw, sink);
    }

    /// <summary>An image's bytes behind decryption and every filter but its own compression.</summary>
    public ReadOnlyMemory<byte> ImageBytes(PdfStream stream)
    {
        var sink = new ByteSink();
        var raw = security is { } lockedBy && stream.ObjectNumber > 0 ? lockedBy.Decrypt(stream) : stream.Raw;
        Filters.DecodeImage(stream.Dictionary, raw, sink);
        return sink.ToArray();
    }

    /// <summary>The object of the number, from where the cross-reference says it stands.</summary>
    public PdfObject Load(int number)
    {
        if (kept.TryGetValue(number, out var known)) return known;
        cancellation.ThrowIfCancellationRequested();
        if (depth >= Deepest || !places.TryFind(number, out var place)) return PdfNull.Instance;
        depth++;
        try
        {
            var item = place.Stream >= 0 ? streams.Find(place.Stream, place.At, number) : ReadAt(number, place);
            if (item is null && !rebuilt)
            {
                Rebuild();
                item = places.TryFind(number, out place) ? place.Stream >= 0 ? streams.Find(place.Stream, place.At, number) : ReadAt(number, place) : null;
            }
            Keep(number, item ?? PdfNull.Instance);
            return item ?? PdfNull.Instance;
        }
        finally
        {
            depth--;
        }
    }

    /// <summary>An object stream stands at a byte of its own; one inside another is not followed.</summary>
    public PdfStream? LoadObjectStream(int number) =>
        places.TryFind(number, out var place) && place.Stream < 0 ? Load(number) as PdfStream : null;

    /// <summary>Finds all objects anew by scanning; false where that was done before.</summary>
    public bool Rebuild()
    {
        if (rebuilt) return false;
        rebuilt = true;
        Troubles.Add(PdfTroubleKind.Rebuilt, "xref");
        var found = new Rebuilding(data, parser);
        found.Scan(this);
        (places, keptBytes) = (found.Places, 0);
        kept.Clear();
        streams.Forget();
        if (found.Trailer is { } trailer) Trailer = trailer;
        security ??= StandardSecurity.Of(Trailer, Options.Password, Troubles);
        kept.Clear();
        foreach (var (number, at) in found.ObjectStreams)
        {
            // Of two streams under one number only the later is found again.
            if (!places.TryFind(number, out var place) || place.At != at) continue;
            foreach (var (member, index) in streams.Members(number))
                if (!places.TryFind(member, out var other) || other.Stream >= 0 || other.At < at) places.Put(member, new ObjectPlace(number, index, 0));
        }
        if (Trailer.Written("Root") is null) FindRoot();
        return true;
    }

    private PdfDictionary Open()
    {
        Trailer = new PdfDictionary(new(StringComparer.Ordinal), this);
        var read = new CrossReferenceReader(data, shift, parser, this).Read();
        if (read is not var (found, trailer))
        {
            Rebuild();
            return Trailer;
        }
        (places, Trailer) = (found, trailer);
        security = StandardSecurity.Of(trailer, Options.Password, Troubles);
        // What was read on the way to the key was read without it.
        if (security is not null) kept.Clear();
        return Trailer;
    }

    private PdfObject? ReadAt(int number, ObjectPlace place)
    {
        var item = ObjectReading.At(data, place.At, parser, Decryption, out var written);
        if (written == number) return item;
        if (shift == 0 || place.At + shift >= data.Length) return null;
        item = ObjectReading.At(data, place.At + shift, parser, Decryption, out written);
        return written == number ? item : null;
    }

    private StringDecryption? Decryption(int number, int generation) =>
        security is { } lockedBy ? bytes => lockedBy.DecryptString(bytes, number, generation) : null;

    private void Keep(int number, PdfObject item)
    {
        var cost = Cost(item);
        if (keptBytes > MostKept - cost)
        {
            kept.Clear();
            keptBytes = 0;
        }
        keptBytes += cost;
        kept[number] = item;
    }

    private static int Cost(PdfObject item) => item switch
    {
        PdfArray array => 64 + Math.Min(MostKept / 2, array.Count * 24),
        PdfDictionary dictionary => 256 + Math.Min(MostKept / 2, dictionary.Keys.Count * 64),
        PdfStream stream => 320 + stream.Dictionary.Keys.Count * 64,
        PdfString text => 48 + Math.Min(MostKept / 2, text.Bytes.Length),
        _ => 48,
    };

    /// <summary>No trailer names a root: the catalogue may stand in an object stream.</summary>
    private void FindRoot()
    {
        foreach (var number in Numbers)
            if (Load(number) is PdfDictionary { } candidate && candidate.NameOf("Type") == "Catalog")
            {
                var items = new Dictionary<string, PdfObject>(Trailer.Items, StringComparer.Ordinal) { ["Root"] = new PdfReference(number, 0) };
                Trailer = new PdfDictionary(items, this);
                return;
            }
        Troubles.Add(PdfTroubleKind.NotPdf, string.Create(CultureInfo.InvariantCulture, $"{ObjectCount} objects, no catalogue"));
    }
}

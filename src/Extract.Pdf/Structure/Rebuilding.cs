using Extract.Pdf.Objects;

namespace Extract.Pdf.Structure;

/// <summary>
/// Finds objects by scanning for “N G obj”, where the cross-reference is missing or wrong. A later object replaces an earlier one of
/// the same number, as an update would.
/// </summary>
internal sealed class Rebuilding(ReadOnlyMemory<byte> data, ObjectParser parser)
{
    /// <summary>How far behind “obj” a dictionary is searched for its type.</summary>
    private const int Look = 512;

    public CrossReference Places { get; } = new();

    /// <summary>Object streams in the order of the file, with their byte.</summary>
    public List<(int Number, int At)> ObjectStreams { get; } = [];

    /// <summary>The last trailer that names a root; one made of the catalogue found where there is none.</summary>
    public PdfDictionary? Trailer { get; private set; }

    private int catalogue = -1;

    public void Scan(IObjectSource source)
    {
        var span = data.Span;
        for (var at = 0; at < span.Length;)
        {
            var found = span[at..].IndexOf("obj"u8);
            if (found < 0) break;
            Note(span, at + found);
            at += found + 3;
        }
        for (var at = 0; span[at..].IndexOf("trailer"u8) is >= 0 and var found; at += found + 7)
        {
            var lexer = parser.Over(span, at + found + 7);
            if (parser.Read(ref lexer) is PdfDictionary read && read.Written("Root") is not null) Trailer = read;
        }
        if (Trailer is null && catalogue >= 0)
            Trailer = new PdfDictionary(new(StringComparer.Ordinal) { ["Root"] = new PdfReference(catalogue, 0) }, source);
    }

    /// <summary>Called with the byte of “obj”: reads the two integers before it backwards.</summary>
    private void Note(ReadOnlySpan<byte> span, int at)
    {
        var back = at;
        if (!IntegerBefore(span, ref back, out var generation) || !IntegerBefore(span, ref back, out var number)) return;
        if (back > 0 && ByteClass.IsRegular(span[back - 1])) return;
        if (generation > 65535) return;
        Places.Put(number, new ObjectPlace(-1, back, generation));
        var head = span.Slice(at, Math.Min(Look, span.Length - at));
        var end = head.IndexOf("stream"u8);
        if (end >= 0) head = head[..end];
        end = head.IndexOf("endobj"u8);
        if (end >= 0) head = head[..end];
        if (head.IndexOf("/ObjStm"u8) >= 0) ObjectStreams.Add((number, back));
        else if (head.IndexOf("/XRef"u8) >= 0) NoteTrailer(back);
        else if (head.IndexOf("/Catalog"u8) >= 0) catalogue = number;
    }

    private void NoteTrailer(int at)
    {
        if (ObjectReading.At(data, at, parser, null, out _) is PdfStream { Dictionary: var read } && read.Written("Root") is not null) Trailer = read;
    }

    private static bool IntegerBefore(ReadOnlySpan<byte> span, ref int at, out int value)
    {
        value = 0;
        var end = at;
        while (end > 0 && ByteClass.IsWhite(span[end - 1])) end--;
        var start = end;
        while (start > 0 && end - start < 9 && ByteClass.IsDigit(span[start - 1])) start--;
        if (start == end) return false;
        for (var i = start; i < end; i++) value = value * 10 + span[i] - '0';
        at = start;
        return true;
    }
}

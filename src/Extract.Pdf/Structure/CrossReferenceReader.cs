using Extract.Pdf.Objects;

namespace Extract.Pdf.Structure;

/// <summary>
/// Reads cross-reference tables, streams and hybrids, from the newest section through Prev to the oldest (ISO 32000-2, 7.5.4, 7.5.8).
/// </summary>
/// <param name="data">The file.</param>
/// <param name="shift">Bytes of junk before the header: offsets may be counted from behind it.</param>
/// <param name="parser">Reads trailers and streams.</param>
/// <param name="file">Decodes cross-reference streams.</param>
internal sealed class CrossReferenceReader(ReadOnlyMemory<byte> data, int shift, ObjectParser parser, IObjectSource file)
{
    /// <summary>Incremental updates; a file with more is hostile.</summary>
    private const int MostSections = 4096;

    private readonly CrossReference places = new();
    private readonly HashSet<int> seen = [];
    private PdfDictionary? trailer;

    /// <summary>The sections reached from startxref, and the newest trailer; null where they cannot be read and the file must be scanned.</summary>
    public (CrossReference Places, PdfDictionary Trailer)? Read()
    {
        if (Start() is not { } at) return null;
        var waiting = new Stack<int>();
        waiting.Push(at);
        while (waiting.TryPop(out at))
        {
            if (seen.Count >= MostSections) return null;
            if (!seen.Add(at)) continue;
            var section = Section(at) ?? (shift > 0 ? Section(at + shift) : null);
            if (section is null)
            {
                if (trailer is null) return null;
                // An older section that cannot be read loses objects: better to look for them all.
                return null;
            }
            trailer ??= section;
            if (section["Prev"] is PdfNumber previous) waiting.Push(previous.Int);
            // Entries of a hybrid's stream come before those of Prev (7.5.8.4).
            if (section["XRefStm"] is PdfNumber hybrid) waiting.Push(hybrid.Int);
        }
        return trailer is null ? null : (places, trailer);
    }

    /// <summary>The number behind the last startxref.</summary>
    private int? Start()
    {
        var span = data.Span;
        var found = span.LastIndexOf("startxref"u8);
        if (found < 0) return null;
        var lexer = parser.Over(span, found + 9);
        return lexer.Next() == TokenKind.Number && lexer.Number is >= 0 and < int.MaxValue ? (int)lexer.Number : null;
    }

    private PdfDictionary? Section(int at)
    {
        var span = data.Span;
        if (at < 0 || at >= span.Length) return null;
        var lexer = parser.Over(span, at);
        var token = lexer.Next();
        if (token == TokenKind.Keyword && lexer.Word.SequenceEqual("xref"u8)) return Table(ref lexer);
        if (token != TokenKind.Number || !lexer.IsInteger) return null;
        return Entries(ObjectReading.At(data, at, parser, null, out _) as PdfStream);
    }

    private PdfDictionary? Table(ref Lexer lexer)
    {
        while (true)
        {
            var token = lexer.Next();
            if (token == TokenKind.Keyword && lexer.Word.SequenceEqual("trailer"u8)) return parser.Read(ref lexer) as PdfDictionary;
            if (token != TokenKind.Number || lexer.Number is < 0 or > int.MaxValue) return null;
            var first = (int)lexer.Number;
            if (lexer.Next() != TokenKind.Number || lexer.Number < 0) return null;
            var count = (int)Math.Min(lexer.Number, int.MaxValue - first - 1);
            for (var i = 0; i < count; i++)
            {
                var before = lexer.Position;
                if (lexer.Next() != TokenKind.Number)
                {
                    // Fewer entries than promised.
                    lexer.Position = before;
                    break;
                }
                var offset = lexer.Number;
                if (lexer.Next() != TokenKind.Number) return null;
                var generation = (int)Math.Clamp(lexer.Number, 0, 65535);
                if (lexer.Next() != TokenKind.Keyword) return null;
                if (lexer.Word is [(byte)'n'])
                {
                    if (offset > 0 && offset < data.Length) places.AddOlder(first + i, new ObjectPlace(-1, (int)offset, generation));
                }
                else
                {
                    places.AddFree(first + i);
                }
            }
        }
    }

    /// <summary>Entries of a cross-reference stream (7.5.8.2).</summary>
    private PdfDictionary? Entries(PdfStream? stream)
    {
        if (stream is null || stream.Dictionary.Array("W") is not { Count: >= 3 } widths) return null;
        var (w0, w1, w2) = (widths[0].Integer(), widths[1].Integer(), widths[2].Integer());
        if (w0 is < 0 or > 8 || w1 is < 1 or > 8 || w2 is < 0 or > 8) return null;
        var body = file.Decode(stream).Span;
        var step = w0 + w1 + w2;
        var sections = stream.Dictionary.Array("Index");
        var at = 0;
        for (var s = 0; s < Math.Max(1, (sections?.Count ?? 0) / 2); s++)
        {
            var first = sections?[2 * s].Integer() ?? 0;
            var count = sections?[2 * s + 1].Integer() ?? stream.Dictionary["Size"].Integer();
            if (first < 0) return null;
            for (var i = 0; i < count && at + step <= body.Length && first <= int.MaxValue - 1 - i; i++, at += step)
                Entry(first + i, w0 == 0 ? 1 : Field(body.Slice(at, w0)), Field(body.Slice(at + w0, w1)), Field(body.Slice(at + w0 + w1, w2)));
        }
        return stream.Dictionary;
    }

    private void Entry(int number, long kind, long second, long third)
    {
        if (kind == 0) places.AddFree(number);
        else if (kind == 1 && second > 0 && second < data.Length) places.AddOlder(number, new ObjectPlace(-1, (int)second, (int)Math.Clamp(third, 0, 65535)));
        else if (kind == 2 && second is > 0 and < int.MaxValue && third is >= 0 and < int.MaxValue) places.AddOlder(number, new ObjectPlace((int)second, (int)third, 0));
    }

    private static long Field(ReadOnlySpan<byte> bytes)
    {
        unchecked
        {
            long value = 0;
            foreach (var b in bytes) value = value << 8 | b;
            return value;
        }
    }
}

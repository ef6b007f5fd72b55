using Extract.Pdf.Objects;

namespace Extract.Pdf.Structure;

/// <summary>Reads “N G obj … endobj” where it stands.</summary>
internal static class ObjectReading
{
    /// <summary>Makes the decryption of an object's strings from its number and generation.</summary>
    public delegate StringDecryption? DecryptionOf(int number, int generation);

    /// <summary>The object at a byte of the file; null where none begins there.</summary>
    /// <param name="data">The file.</param>
    /// <param name="at">The byte.</param>
    /// <param name="parser">Builds the object.</param>
    /// <param name="decryption">Decrypts its strings.</param>
    /// <param name="number">The number it says it has.</param>
    public static PdfObject? At(ReadOnlyMemory<byte> data, int at, ObjectParser parser, DecryptionOf? decryption, out int number)
    {
        number = -1;
        var lexer = parser.Over(data.Span, at);
        if (lexer.Next() != TokenKind.Number || lexer.Number is < 0 or > int.MaxValue) return null;
        var written = (int)lexer.Number;
        if (lexer.Next() != TokenKind.Number) return null;
        var generation = (int)Math.Clamp(lexer.Number, 0, 65535);
        if (lexer.Next() != TokenKind.Keyword || !lexer.Word.StartsWith("obj"u8)) return null;
        // “obj123”: the keyword ends where the object begins.
        lexer.Position -= lexer.Word.Length - 3;
        number = written;
        var item = parser.Read(ref lexer, decryption?.Invoke(written, generation));
        if (item is not PdfDictionary dictionary) return item;
        var before = lexer.Position;
        if (lexer.Next() != TokenKind.Keyword || !lexer.Word.StartsWith("stream"u8))
        {
            lexer.Position = before;
            return item;
        }
        return new PdfStream(dictionary, Body(data, lexer.Position - (lexer.Word.Length - 6), dictionary), written, generation);
    }

    /// <summary>The bytes behind “stream”: as long as Length says if endstream follows there, else up to the next endstream or endobj.</summary>
    private static ReadOnlyMemory<byte> Body(ReadOnlyMemory<byte> data, int at, PdfDictionary dictionary)
    {
        var span = data.Span;
        while (at < span.Length && span[at] == ' ') at++;
        if (at < span.Length && span[at] == '\r') at++;
        if (at < span.Length && span[at] == '\n') at++;
        var length = dictionary["Length"].Integer(-1);
        if (length >= 0 && length <= span.Length - at && EndsAt(span, at + length)) return data.Slice(at, length);
        var rest = span[at..];
        var end = rest.IndexOf("endstream"u8);
        if (end < 0) end = rest.IndexOf("endobj"u8);
        if (end < 0) return data[at..];
        if (end > 0 && rest[end - 1] == '\n') end--;
        if (end > 0 && rest[end - 1] == '\r') end--;
        return data.Slice(at, end);
    }

    private static bool EndsAt(ReadOnlySpan<byte> span, int at)
    {
        for (var spare = 0; spare < 8 && at < span.Length && ByteClass.IsWhite(span[at]); spare++) at++;
        return span[at..].StartsWith("endstream"u8) || span[at..].StartsWith("endobj"u8);
    }
}

using Extract.Pdf.Objects;

namespace Extract.Pdf.Structure;

/// <summary>Turns bytes of a string as written into the bytes meant: decryption, where the file has one.</summary>
internal delegate byte[] StringDecryption(ReadOnlySpan<byte> written);

/// <summary>Builds objects from tokens (ISO 32000-2, 7.3). What is out of place is passed over.</summary>
/// <param name="source">Given to containers, to follow references.</param>
/// <param name="names">The names of the file.</param>
internal sealed class ObjectParser(IObjectSource source, NamePool names)
{
    /// <summary>Containers inside containers; what is deeper is read as null.</summary>
    public const int DeepestNesting = 256;

    private readonly ByteSink text = new();

    /// <summary>A lexer that shares this parser's buffer.</summary>
    public Lexer Over(ReadOnlySpan<byte> data, int at = 0) => new(data, text) { Position = at };

    /// <summary>Reads the object that starts at the lexer's position; null's object at the end.</summary>
    public PdfObject Read(ref Lexer lexer, StringDecryption? decrypt = null) => Read(ref lexer, lexer.Next(), decrypt, 0);

    private PdfObject Read(ref Lexer lexer, TokenKind token, StringDecryption? decrypt, int depth)
    {
        switch (token)
        {
            case TokenKind.Number:
                if (lexer.IsInteger && lexer.Number is >= 0 and <= int.MaxValue)
                {
                    var number = (int)lexer.Number;
                    if (lexer.TryReference(out var generation)) return new PdfReference(number, generation);
                }
                return PdfNumber.Of(lexer.Number);
            case TokenKind.Name:
                return names[lexer.Word];
            case TokenKind.String:
                return new PdfString(decrypt is null ? lexer.String.ToArray() : decrypt(lexer.String));
            case TokenKind.ArrayOpen:
                return ReadArray(ref lexer, decrypt, depth + 1);
            case TokenKind.DictionaryOpen:
                return ReadDictionary(ref lexer, decrypt, depth + 1);
            case TokenKind.Keyword:
                return lexer.Word switch
                {
                    [(byte)'t', (byte)'r', (byte)'u', (byte)'e'] => PdfBool.True,
                    [(byte)'f', (byte)'a', (byte)'l', (byte)'s', (byte)'e'] => PdfBool.False,
                    _ => PdfNull.Instance,
                };
            default:
                return PdfNull.Instance;
        }
    }

    private PdfObject ReadArray(ref Lexer lexer, StringDecryption? decrypt, int depth)
    {
        if (depth > DeepestNesting) return SkipToEnd(ref lexer);
        var items = new List<PdfObject>();
        while (true)
        {
            var before = lexer.Position;
            var token = lexer.Next();
            if (token is TokenKind.ArrayClose or TokenKind.End) break;
            if (token == TokenKind.DictionaryClose || IsEnd(token, lexer.Word))
            {
                lexer.Position = before;
                break;
            }
            items.Add(Read(ref lexer, token, decrypt, depth));
        }
        items.TrimExcess();
        return new PdfArray(items, source);
    }

    private PdfObject ReadDictionary(ref Lexer lexer, StringDecryption? decrypt, int depth)
    {
        if (depth > DeepestNesting) return SkipToEnd(ref lexer);
        var items = new Dictionary<string, PdfObject>(StringComparer.Ordinal);
        while (true)
        {
            var before = lexer.Position;
            var token = lexer.Next();
            if (token is TokenKind.DictionaryClose or TokenKind.End) break;
            if (token != TokenKind.Name)
            {
                if (!IsEnd(token, lexer.Word)) continue;
                lexer.Position = before;
                break;
            }
            var key = names[lexer.Word].Value;
            before = lexer.Position;
            token = lexer.Next();
            if (token is TokenKind.DictionaryClose or TokenKind.End) break;
            if (IsEnd(token, lexer.Word))
            {
                lexer.Position = before;
                break;
            }
            items.TryAdd(key, Read(ref lexer, token, decrypt, depth));
        }
        return new PdfDictionary(items, source);
    }

    /// <summary>An object too deep ends the reading of everything around it: the rest is hostile or rubbish.</summary>
    private static PdfNull SkipToEnd(ref Lexer lexer)
    {
        lexer.Position = lexer.Data.Length;
        return PdfNull.Instance;
    }

    /// <summary>The container was never closed.</summary>
    private static bool IsEnd(TokenKind token, ReadOnlySpan<byte> word) =>
        token == TokenKind.Keyword && (word.SequenceEqual("endobj"u8) || word.SequenceEqual("stream"u8) || word.SequenceEqual("endstream"u8) || word.SequenceEqual("obj"u8));
}

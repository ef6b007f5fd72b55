using Extract.Pdf.Objects;

namespace Extract.Pdf.Structure;

/// <summary>Objects inside object streams (ISO 32000-2, 7.5.7). The last few streams stay decoded.</summary>
internal sealed class ObjectStreams(PdfFile file, ObjectParser parser)
{
    private const int MostKept = 6;
    private const int MostMembers = 1_000_000;

    private readonly List<(int Number, ReadOnlyMemory<byte> Bytes, (int Number, int At)[] Members)> open = [];

    /// <summary>The object at the index of a stream, or, where another number stands there, the one of that number.</summary>
    public PdfObject? Find(int stream, int index, int number)
    {
        if (Open(stream) is not var (bytes, members)) return null;
        if (index >= members.Length || members[index].Number != number) index = Array.FindIndex(members, m => m.Number == number);
        if (index < 0 || members[index].At >= bytes.Length) return null;
        var lexer = parser.Over(bytes.Span, members[index].At);
        return parser.Read(ref lexer);
    }

    /// <summary>Numbers and indexes of what the stream holds.</summary>
    public IEnumerable<(int Number, int Index)> Members(int stream) =>
        Open(stream) is var (_, members) ? members.Select(static (m, i) => (m.Number, i)) : [];

    public void Forget() => open.Clear();

    private (ReadOnlyMemory<byte> Bytes, (int Number, int At)[] Members)? Open(int number)
    {
        for (var i = open.Count - 1; i >= 0; i--)
        {
            var known = open[i];
            if (known.Number != number) continue;
            if (i < open.Count - 1)
            {
                open.RemoveAt(i);
                open.Add(known);
            }
            return (known.Bytes, known.Members);
        }
        if (file.LoadObjectStream(number) is not { } stream) return null;
        var bytes = file.Decode(stream);
        var members = Head(bytes.Span, stream.Dictionary);
        if (open.Count >= MostKept) open.RemoveAt(0);
        open.Add((number, bytes, members));
        return (bytes, members);
    }

    private (int Number, int At)[] Head(ReadOnlySpan<byte> bytes, PdfDictionary dictionary)
    {
        var first = Math.Max(0, dictionary["First"].Integer());
        var promised = Math.Clamp(dictionary["N"].Integer(), 0, MostMembers);
        var members = new List<(int, int)>(Math.Min(promised, 1024));
        var lexer = parser.Over(bytes);
        for (var i = 0; i < promised; i++)
        {
            if (lexer.Next() != TokenKind.Number || lexer.Number is < 0 or > int.MaxValue) break;
            var number = (int)lexer.Number;
            if (lexer.Next() != TokenKind.Number || lexer.Number < 0 || lexer.Number + first > int.MaxValue) break;
            members.Add((number, (int)lexer.Number + first));
        }
        return [.. members];
    }
}

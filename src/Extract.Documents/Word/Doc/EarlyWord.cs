using System.Text;
using Extract.Documents.Composing;
using Extract.Documents.Containers;
using Extract.Text;

namespace Extract.Documents.Word.Doc;

/// <summary>
/// Word 6 and 95: the plain text, a paragraph or a cell a line. Their text stands in the document's stream in one byte a character, or two
/// where the code page has two; a fast-saved one has a piece table in the same stream.
/// </summary>
internal static class EarlyWord
{
    /// <summary>Reads the text of the body.</summary>
    public static void Read(Slab document, Composer composer)
    {
        var isComplex = (document.Word(10) & 4) != 0;
        var (from, length) = (document.Long(0x18), document.Long(0x34));
        var bytes = new List<byte>();
        var pieces = isComplex ? PieceTable.Read(document, (document.Long(0x160), document.Long(0x164))) : [];
        // The scripts of East Asia may be written in UTF-16 (fExtChar).
        var isWide = (document.Word(10) & 0x1000) != 0;
        var width = isWide ? 2 : 1;
        if (pieces.Count == 0) bytes.AddRange(document.Part(from, length * width).Span);
        foreach (var piece in pieces)
        {
            // In this version a piece's offset is what it says, and all pieces are of one width.
            var offset = piece.IsWide ? piece.Offset : piece.Offset * 2;
            bytes.AddRange(document.Part(offset, (Math.Min(piece.End, length) - piece.Start) * width).Span);
        }
        Lines((isWide ? System.Text.Encoding.Unicode : Encoding(document)).GetString([.. bytes]), composer);
    }

    /// <summary>The script of the fonts is the text's; the language of a document made elsewhere may be nobody's.</summary>
    private static Encoding Encoding(Slab document)
    {
        var fonts = new Slab(document.Part(document.Long(0xD0), document.Long(0xD4)));
        var counts = new Dictionary<int, int>();
        for (long at = 2; at < fonts.Length; at += fonts.Byte(at) + 1)
            if (PageOf(fonts.Byte(at + 4)) is > 0 and var page) counts[page] = counts.GetValueOrDefault(page) + 1;
        return counts.Count > 0 ? CodePages.Of(counts.MaxBy(static pair => pair.Value).Key) : Encoding(document.Word(6));
    }

    /// <summary>The code page of a font's character set; 0 for Western and symbol fonts.</summary>
    private static int PageOf(int characterSet) => characterSet switch
    {
        128 => 932,
        129 => 949,
        134 => 936,
        136 => 950,
        161 => 1253,
        162 => 1254,
        177 => 1255,
        178 => 1256,
        186 => 1257,
        204 => 1251,
        222 => 874,
        238 => 1250,
        _ => 0,
    };

    private static Encoding Encoding(int language) => CodePages.Of((language & 0x3FF, language) switch
    {
        (4, 0x0404 or 0x0C04) => 950,
        (4, _) => 936,
        (0x11, _) => 932,
        (0x12, _) => 949,
        (0x19, _) => 1251,
        _ => 1252,
    });

    private static void Lines(string text, Composer composer)
    {
        var line = new StringBuilder();
        var fields = new Stack<bool>();
        var number = 0;
        foreach (var c in text)
        {
            switch (c)
            {
                case '\u0013': fields.Push(true); break;
                case '\u0014' or '\u0015':
                    if (fields.Count > 0) fields.Pop();
                    if (c == '\u0014') fields.Push(false);
                    break;
                case '\r' or '\a' or '\v' or '\f':
                    if (c != '\v') number++;
                    composer.Add(new TextLine(line.ToString(), new PathPlace($"paragraph[{News.Number(number)}]")));
                    line.Clear();
                    if (c == '\f') composer.Break();
                    break;
                default:
                    if (!fields.Contains(true) && c is '\t' or >= ' ') line.Append(c);
                    break;
            }
        }
        if (line.Length > 0) composer.Add(new TextLine(line.ToString(), new PathPlace($"paragraph[{News.Number(number + 1)}]")));
    }
}

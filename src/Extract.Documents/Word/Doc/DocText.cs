using Extract.Documents.Containers;

namespace Extract.Documents.Word.Doc;

/// <summary>The characters of a document by their position, and the properties of the bytes they stand in.</summary>
internal sealed class DocText
{
    private readonly Slab document;
    private readonly Slab data;
    private readonly List<Piece> pieces;
    private readonly FormattedPages characters;
    private readonly FormattedPages paragraphs;
    private readonly DocLists lists;
    private readonly DocStyles styles;

    public DocText(Slab document, Slab table, Slab data, Fib fib)
    {
        (this.document, this.data) = (document, data);
        pieces = PieceTable.Read(table, fib.Pair(33));
        characters = FormattedPages.Read(document, table, fib.Pair(12), false);
        paragraphs = FormattedPages.Read(document, table, fib.Pair(13), true);
        styles = DocStyles.Read(table, fib.Pair(1), data);
        lists = DocLists.Read(table, fib.Pair(73), fib.Pair(74));
    }

    /// <summary>How many characters there are.</summary>
    public int Length => pieces.Count == 0 ? 0 : pieces[^1].End;

    /// <summary>Characters of one piece with the same properties.</summary>
    internal readonly record struct Stretch(Piece Piece, int End, bool IsDeleted, bool IsHidden, bool IsSpecial, char Symbol);

    /// <summary>The stretch that starts at a position; null behind the last piece.</summary>
    public Stretch? StretchAt(int position, int end)
    {
        var found = Find(position);
        if (found < 0) return null;
        var piece = pieces[found];
        var offset = piece.OffsetOf(position);
        var width = piece.IsWide ? 2 : 1;
        var run = characters.At(offset);
        // Up to the end of the run, or, where there is none, up to the next page of runs at the latest.
        var reach = run is { } known ? (int)Math.Min((known.To - offset + width - 1) / width, int.MaxValue / 2) : 256;
        var stop = Math.Min(Math.Min(piece.End, end), position + Math.Max(1, reach));
        var (deleted, hidden, special, symbol) = (false, false, false, '\uFFFD');
        foreach (var list in (ReadOnlySpan<ReadOnlyMemory<byte>>)[run?.Properties ?? default, piece.Change])
        {
            var rest = list.Span;
            for (int step; (step = Sprm.Next(rest, out var sprm)) > 0; rest = rest[step..])
            {
                switch (sprm.Code)
                {
                    case Sprm.Deleted: deleted = sprm.IsOn; break;
                    case Sprm.Vanish: hidden = sprm.IsOn; break;
                    case Sprm.Special: special = sprm.IsOn; break;
                    case Sprm.Symbol: symbol = Symbols.Of("Symbol", (int)(sprm.Long >> 16)); break;
                }
            }
        }
        return new Stretch(piece, stop, deleted, hidden, special, symbol);
    }

    /// <summary>A character of a stretch.</summary>
    public char Character(Stretch stretch, int position)
    {
        var offset = stretch.Piece.OffsetOf(position);
        if (stretch.Piece.IsWide) return (char)document.Word(offset);
        return Western[document.Byte(offset)];
    }

    /// <summary>The properties of the paragraph whose mark stands at a position.</summary>
    public ParagraphProperties Paragraph(int position, Stretch stretch)
    {
        var properties = new ParagraphProperties();
        if (paragraphs.At(stretch.Piece.OffsetOf(position)) is { Properties.Length: >= 2 } run)
        {
            properties.Style = run.Properties.Span[0] | run.Properties.Span[1] << 8;
            properties.Apply(run.Properties.Span[2..], data);
        }
        properties.Apply(stretch.Piece.Change.Span, data);
        return properties;
    }

    /// <summary>The automatic number before a paragraph.</summary>
    public string Number(ParagraphProperties properties)
    {
        var (list, level) = styles.ListOf(properties.Style);
        return (properties.List ?? list) is > 0 and var number ? lists.Next(number, properties.Level ?? level ?? 0) : "";
    }

    private static readonly char[] Western = CodePages.Western.GetString([.. Enumerable.Range(0, 256).Select(static b => (byte)b)]).ToCharArray();

    private int Find(int position)
    {
        var (low, high) = (0, pieces.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (pieces[middle].Start <= position) low = middle + 1;
            else high = middle;
        }
        return low > 0 && position < pieces[low - 1].End ? low - 1 : -1;
    }
}

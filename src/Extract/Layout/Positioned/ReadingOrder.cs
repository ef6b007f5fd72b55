using Extract.Text;

namespace Extract.Layout.Positioned;

/// <summary>What comes next on a page: a line, or the table of that number.</summary>
internal readonly record struct PageItem(TextLine? Line, int Table);

/// <summary>
/// The order in which a page is read: from the top down, but where paragraphs stand beside each other, one column after the other. The white
/// before the right one of such paragraphs is a gutter (Breuel 2003); what crosses it, a title, a table as wide as the page, parts the
/// columns above from those below.
/// </summary>
internal static class ReadingOrder
{
    /// <summary>Columns are no closer than this.</summary>
    private const double Gutter = 0.8;

    /// <summary>So much of two paragraphs stands side by side, at least.</summary>
    private const double Beside = 2.5;

    /// <summary>Columns inside columns go no deeper than this.</summary>
    private const int Deepest = 4;

    /// <summary>The lines and tables of a page in reading order; a line that two columns share is cut at the gutter.</summary>
    public static List<PageItem> Of(IReadOnlyList<TextLine> lines, IReadOnlyList<Box> tables)
    {
        var items = new List<PageItem>();
        List<Piece> boxes = [.. tables.Select(static (box, i) => new Piece(box, null, i))];
        if (Between(Paragraphs.Of(lines)) is not null) Read([.. lines.SelectMany(static line => line.Phrases).Select(static phrase => new Piece(phrase.Box, phrase, -1)), .. boxes], items, 0);
        else Down(lines, boxes, items);
        return items;
    }

    private static void Read(IReadOnlyList<Piece> pieces, List<PageItem> items, int depth)
    {
        var paragraphs = Paragraphs.Of(LinesOf(pieces));
        if (depth == Deepest || Between(paragraphs) is not { } x)
        {
            Down(pieces, items);
            return;
        }
        var running = paragraphs.SelectMany(static phrases => phrases).Select(static phrase => phrase.Words[0]).ToHashSet();
        var across = pieces.Where(piece => Crosses(piece.Box, x)).OrderBy(static piece => piece.Box.CentreY).ToList();
        var bands = pieces.Where(piece => !Crosses(piece.Box, x)).ToLookup(piece => across.Count(other => other.Box.CentreY < piece.Box.CentreY));
        var plain = new List<Piece>();
        for (var band = 0; band <= across.Count; band++)
        {
            var (left, right) = (bands[band].Where(piece => piece.Box.CentreX < x).ToList(), bands[band].Where(piece => piece.Box.CentreX >= x).ToList());
            if (left.Count > 0 && right.Count > 0 && bands[band].Any(piece => piece.Phrase is { } phrase && running.Contains(phrase.Words[0])))
            {
                Down(plain, items);
                plain.Clear();
                Read(left, items, depth + 1);
                Read(right, items, depth + 1);
            }
            else
            {
                plain.AddRange(bands[band]);
            }
            if (band < across.Count) plain.Add(across[band]);
        }
        Down(plain, items);
    }

    private static List<TextLine> LinesOf(IEnumerable<Piece> pieces) => TextLine.Of(pieces.Where(static piece => piece.Phrase is not null).SelectMany(static piece => piece.Phrase!.Words));

    /// <summary>Where the right one of the two paragraphs begins that stand beside each other the longest; null where none do.</summary>
    private static double? Between(List<IReadOnlyList<Phrase>> paragraphs)
    {
        if (paragraphs.Count < 2) return null;
        var boxes = paragraphs.ConvertAll(static phrases => Boxes.Union(phrases.Select(static phrase => phrase.Box)));
        double? gutter = null;
        var most = Beside;
        foreach (var left in boxes)
            foreach (var right in boxes)
            {
                if (right.Left - left.Right < Gutter || Boxes.OverlapY(left, right) <= most) continue;
                (gutter, most) = (right.Left - Gutter / 2, Boxes.OverlapY(left, right));
            }
        return gutter;
    }

    private static bool Crosses(Box box, double x) => box.Left < x && box.Right > x;

    /// <summary>From the top down.</summary>
    private static void Down(IReadOnlyList<Piece> pieces, List<PageItem> items) => Down(LinesOf(pieces), pieces, items);

    /// <summary>Lines, and tables among the pieces, from the top down.</summary>
    private static void Down(IReadOnlyList<TextLine> lines, IReadOnlyList<Piece> pieces, List<PageItem> items)
    {
        var at = 0;
        foreach (var table in pieces.Where(static piece => piece.Phrase is null).OrderBy(static piece => piece.Box.Top).ThenBy(static piece => piece.Box.Left))
        {
            while (at < lines.Count && lines[at].Box.CentreY < table.Box.Top + 0.2) items.Add(new PageItem(lines[at++], -1));
            items.Add(new PageItem(null, table.Table));
        }
        while (at < lines.Count) items.Add(new PageItem(lines[at++], -1));
    }

    private sealed record Piece(Box Box, Phrase? Phrase, int Table);
}

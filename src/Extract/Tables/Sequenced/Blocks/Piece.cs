namespace Extract.Tables.Sequenced.Blocks;

/// <summary>A piece of text between spaces, as the reading of blocks sees it.</summary>
/// <param name="Key">Its characters as compared.</param>
/// <param name="Width">Its width in display columns.</param>
/// <param name="First">The width of what a line end cannot divide at its start: a character with the marks that cling to it, a word, a number.</param>
/// <param name="Line">Counts the lines.</param>
/// <param name="LineStart">True for the first of its line.</param>
/// <param name="FlowStart">True where a blank line or a page's top stands before it.</param>
/// <param name="Page">Counts the pages.</param>
/// <param name="Loose">True where the space before it is one that a typesetter puts between Chinese and Western letters, or before a mark: it divides nothing by itself.</param>
internal readonly record struct Piece(string Key, int Width, int First, int Line, bool LineStart, bool FlowStart, int Page, bool Loose)
{
    /// <summary>The pieces of a stream, one for each of its atoms.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="flows">The lines that open a flow.</param>
    public static Piece[] Of(AtomStream stream, HashSet<int> flows)
    {
        var pieces = new Piece[stream.Count];
        var page = 0;
        for (var i = 0; i < pieces.Length; i++)
        {
            var atom = stream[i];
            var key = stream.KeyOf(i, i + 1).ToString();
            var loose = !atom.LineStart && i > 0 && (IsWestern(stream.KeyOf(i - 1, i)[^1]) != IsWestern(key[0]) || Column.IsContinuing(key[0]));
            pieces[i] = new Piece(key, atom.Width, FirstWidth(key), atom.Line, atom.LineStart, atom.LineStart && flows.Contains(atom.Line), page += atom.PageStart ? 1 : 0, loose);
        }
        return pieces;
    }

    private static bool IsWestern(char c) => char.IsAsciiLetterOrDigit(c) || c is '.' or '%' or ',';

    private static int FirstWidth(string key)
    {
        var (n, width) = (0, 0);
        while (n < key.Length && (Column.IsOpening(key[n]) || n == 0 && key[n] is '≥' or '≤' or '=' or '<' or '>')) width += WidthOf(key[n++]);
        if (n < key.Length && IsWestern(key[n]))
            while (n < key.Length && IsWestern(key[n])) width += WidthOf(key[n++]);
        else if (n < key.Length) width += WidthOf(key[n++]);
        while (n < key.Length && Column.IsContinuing(key[n])) width += WidthOf(key[n++]);
        return width;
    }

    // Keys are folded: their punctuation is narrow though it was printed wide.
    private static int WidthOf(char c) => char.IsAsciiLetterOrDigit(c) || c is '.' or '%' or '-' or '/' ? 1 : 2;
}

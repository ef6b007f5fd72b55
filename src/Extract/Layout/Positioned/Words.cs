using Extract.Text;

namespace Extract.Layout.Positioned;

/// <summary>
/// From glyphs to words, whatever order the file prints them in: glyphs whose middles lie on one level make a strand, a strand is cut
/// where it is white (after O'Gorman's docstrum: distances within a line are much shorter than between lines).
/// </summary>
internal static class Words
{
    /// <summary>White wider than this, in the type's own size, ends a word: less than a space, more than a letter's side bearing.</summary>
    private const double Space = 0.16;

    /// <summary>The same glyph within this distance, in its own size, was printed to look bold.</summary>
    private const double Echo = 0.2;

    /// <summary>The words of a surface, from top to bottom, each strand from left to right.</summary>
    public static List<Word> Of(IReadOnlyList<Run> runs)
    {
        var glyphs = Pieces(runs);
        Sorting.By(glyphs, static glyph => glyph.Run.Box.CentreY);
        var words = new List<Word>(glyphs.Length);
        var from = 0;
        for (var i = 1; i <= glyphs.Length; i++)
        {
            if (i < glyphs.Length && IsLevel(glyphs[from].Run.Box, glyphs[i - 1].Run.Box, glyphs[i].Run.Box)) continue;
            if (i > from) Cut(glyphs.AsSpan(from, i - from), words);
            from = i;
        }
        return Raised.Attach(words);
    }

    /// <summary>Runs cut at the white space inside them.</summary>
    private static Glyph[] Pieces(IReadOnlyList<Run> runs)
    {
        var glyphs = new List<Glyph>(runs.Count);
        foreach (var run in runs)
        {
            var from = -1;
            for (var i = 0; i <= run.Text.Length; i++)
            {
                var white = i == run.Text.Length || Characters.IsSpace(run.Text[i]) || char.IsControl(run.Text[i]);
                if (!white && from < 0) from = i;
                if (!white || from < 0) continue;
                glyphs.Add(new Glyph(run.Slice(from, i - from)));
                from = -1;
            }
        }
        return [.. glyphs];
    }

    /// <summary>Glyphs of one strand: their middles are closer to each other than to the next, and never further apart than a third of the type.</summary>
    private static bool IsLevel(Box first, Box last, Box next)
    {
        var size = Math.Min(next.Bottom - next.Top, last.Bottom - last.Top);
        return next.CentreY - last.CentreY <= 0.15 * size && next.CentreY - first.CentreY <= 0.33 * size;
    }

    /// <summary>The words of a strand: it is cut where it is white.</summary>
    private static void Cut(Span<Glyph> level, List<Word> words)
    {
        Sorting.By(level, static glyph => glyph.Run.Box.Left);
        var strand = level[..Once(level)];
        var from = 0;
        var right = strand[0].Run.Box.Right;
        for (var i = 1; i <= strand.Length; i++)
        {
            if (i < strand.Length && strand[i].Run.Box.Left - right <= Space * Height(strand[i]))
            {
                right = Math.Max(right, strand[i].Run.Box.Right);
                continue;
            }
            words.Add(Word.Of(strand[from..i].ToArray()));
            from = i;
            if (i < strand.Length) right = strand[i].Run.Box.Right;
        }
    }

    /// <summary>Every glyph once, from left to right, at the head of the strand: one that stands almost where the same glyph stands is that glyph's echo.</summary>
    /// <returns>How many are left.</returns>
    private static int Once(Span<Glyph> strand)
    {
        var count = 0;
        foreach (var glyph in strand)
        {
            var box = glyph.Run.Box;
            var reach = Echo * Height(glyph);
            var at = count - 1;
            while (at >= 0 && box.Left - strand[at].Run.Box.Left < reach && !(strand[at].Run.Text == glyph.Run.Text && Math.Abs(strand[at].Run.Box.Top - box.Top) < reach)) at--;
            if (at >= 0 && box.Left - strand[at].Run.Box.Left < reach) strand[at].Add(glyph.Run);
            else strand[count++] = glyph;
        }
        return count;
    }

    private static double Height(Glyph glyph) => glyph.Run.Box.Bottom - glyph.Run.Box.Top;
}

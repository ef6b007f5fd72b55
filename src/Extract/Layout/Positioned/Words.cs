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
        var words = new List<Word>();
        foreach (var level in Strands([.. Pieces(runs)]))
        {
            level.Sort(static (a, b) => a.Run.Box.Left.CompareTo(b.Run.Box.Left));
            var strand = Once(level);
            var from = 0;
            var right = strand[0].Run.Box.Right;
            for (var i = 1; i <= strand.Count; i++)
            {
                if (i < strand.Count && strand[i].Run.Box.Left - right <= Space * Height(strand[i]))
                {
                    right = Math.Max(right, strand[i].Run.Box.Right);
                    continue;
                }
                words.Add(Word.Of(strand.GetRange(from, i - from)));
                from = i;
                if (i < strand.Count) right = strand[i].Run.Box.Right;
            }
        }
        return Raised.Attach(words);
    }

    /// <summary>Runs cut at the white space inside them.</summary>
    private static IEnumerable<Glyph> Pieces(IReadOnlyList<Run> runs)
    {
        foreach (var run in runs)
        {
            var from = -1;
            for (var i = 0; i <= run.Text.Length; i++)
            {
                var white = i == run.Text.Length || Characters.IsSpace(run.Text[i]) || char.IsControl(run.Text[i]);
                if (!white && from < 0) from = i;
                if (!white || from < 0) continue;
                yield return new Glyph(run.Slice(from, i - from));
                from = -1;
            }
        }
    }

    /// <summary>Every glyph once, from left to right: one that stands almost where the same glyph stands is that glyph's echo.</summary>
    private static List<Glyph> Once(List<Glyph> strand)
    {
        var once = new List<Glyph>(strand.Count);
        foreach (var glyph in strand)
        {
            var box = glyph.Run.Box;
            var reach = Echo * Height(glyph);
            var at = once.Count - 1;
            while (at >= 0 && box.Left - once[at].Run.Box.Left < reach && !(once[at].Run.Text == glyph.Run.Text && Math.Abs(once[at].Run.Box.Top - box.Top) < reach)) at--;
            if (at >= 0 && box.Left - once[at].Run.Box.Left < reach) once[at].Echoes.Add(glyph.Run);
            else once.Add(glyph);
        }
        return once;
    }

    /// <summary>Glyphs of one level: the middles of a strand are closer to each other than to the next, and never further apart than a third of the type.</summary>
    private static IEnumerable<List<Glyph>> Strands(List<Glyph> glyphs)
    {
        var ordered = glyphs.OrderBy(static glyph => glyph.Run.Box.CentreY).ToList();
        var from = 0;
        for (var i = 1; i <= ordered.Count; i++)
        {
            if (i < ordered.Count)
            {
                var centre = ordered[i].Run.Box.CentreY;
                var size = Math.Min(Height(ordered[i]), Height(ordered[i - 1]));
                if (centre - ordered[i - 1].Run.Box.CentreY <= 0.15 * size && centre - ordered[from].Run.Box.CentreY <= 0.33 * size) continue;
            }
            yield return ordered.GetRange(from, i - from);
            from = i;
        }
    }

    private static double Height(Glyph glyph) => glyph.Run.Box.Bottom - glyph.Run.Box.Top;
}

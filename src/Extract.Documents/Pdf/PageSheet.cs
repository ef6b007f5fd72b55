using Extract.Pdf;
using Extract.Text;

namespace Extract.Documents.Pdf;

/// <summary>
/// One page as a sheet: points are divided by the em, and glyphs that one show operation set side by side are one run. Nothing else is
/// joined, split or left out, but white space, what is cut off by its cell, what runs aslant over the page (watermarks), and a glyph
/// printed again on the very same place.
/// </summary>
internal sealed class PageSheet
{
    /// <summary>The em of a page without text, in points: the body size of most Chinese documents.</summary>
    private const double UsualEm = 10.5;

    /// <summary>Glyphs of one run may stand apart, or overlap, by this share of the size.</summary>
    private const double Apart = 0.15;

    /// <summary>A space up to this share of the size stands between words of one run; a wider one ends it.</summary>
    private const double WordSpace = 0.45;

    /// <summary>Boxes that differ by less than this many points are the same box.</summary>
    private const double SameBox = 0.05;

    private readonly PdfPage page;
    private readonly double em;
    private readonly List<Run> runs = [];
    private readonly System.Text.StringBuilder text = new();
    private readonly HashSet<(string Text, long X, long Y)> printed = [];
    private PdfBox box;
    private PdfGlyph last;
    private bool spaced;

    private PageSheet(PdfPage page) => (this.page, em) = (page, BodySize(page));

    /// <summary>The sheet of a page.</summary>
    public static Sheet Of(PdfPage page) => new PageSheet(page).Build();

    private Sheet Build()
    {
        foreach (ref readonly var glyph in page.Glyphs) Take(glyph);
        Flush();
        var rules = new List<Rule>(page.Rules.Length);
        foreach (ref readonly var rule in page.Rules) rules.Add(new Rule(rule.Vertical, rule.At / em, rule.From / em, rule.To / em, RuleSource.Drawn));
        var fills = new List<Fill>(page.Fills.Length);
        foreach (ref readonly var fill in page.Fills) fills.Add(new Fill(InEms(fill.Box), fill.Colour));
        var images = new List<Box>(page.Images.Length);
        foreach (ref readonly var image in page.Images) images.Add(InEms(image.Box));
        return new Sheet(page.Number, runs, rules)
        {
            Fills = fills,
            Images = images,
            EmPoints = em,
            Width = page.Width / em,
            Height = page.Height / em,
        };
    }

    private void Take(in PdfGlyph glyph)
    {
        if ((glyph.Marks & (PdfGlyphMarks.Clipped | PdfGlyphMarks.Slanted)) != 0) return;
        if (string.IsNullOrWhiteSpace(glyph.Text))
        {
            // One narrow space may stand inside a run; it is written when the next glyph comes.
            if (spaced || glyph.Box.Width > WordSpace * glyph.Size || !Continues(glyph)) Flush();
            else (spaced, last) = (true, glyph);
            return;
        }
        if (IsPrinted(glyph)) return;
        if (text.Length > 0 && !Continues(glyph)) Flush();
        if (spaced && text.Length > 0) text.Append(' ');
        box = text.Length == 0 ? glyph.Box : box.With(glyph.Box);
        text.Append(glyph.Text);
        (last, spaced) = (glyph, false);
    }

    private bool Continues(in PdfGlyph glyph)
    {
        const PdfGlyphMarks across = PdfGlyphMarks.Rotated | PdfGlyphMarks.Vertical;
        if (text.Length == 0 || (glyph.Marks & PdfGlyphMarks.Follows) == 0 || ((glyph.Marks | last.Marks) & across) != 0) return false;
        if (glyph.Font != last.Font || glyph.Size != last.Size || Math.Abs(glyph.Box.Top - last.Box.Top) > 0.01 || Math.Abs(glyph.Box.Bottom - last.Box.Bottom) > 0.01) return false;
        return Math.Abs(glyph.Box.Left - last.Box.Right) <= Apart * glyph.Size;
    }

    /// <summary>Bold made by printing twice on the same place shows one glyph.</summary>
    private bool IsPrinted(in PdfGlyph glyph)
    {
        var (x, y) = (Math.Round(glyph.Box.Left / SameBox), Math.Round(glyph.Box.Bottom / SameBox));
        return Math.Abs(x) < 1e9 && Math.Abs(y) < 1e9 && !printed.Add((glyph.Text, (long)x, (long)y));
    }

    private void Flush()
    {
        if (text.Length > 0) runs.Add(new Run(text.ToString(), InEms(box), new PagePlace(page.Number, Hundredth(box.Left), Hundredth(box.Top), Hundredth(box.Right), Hundredth(box.Bottom))) { Turn = TurnOf(last.Marks) });
        text.Clear();
        spaced = false;
    }

    private static int TurnOf(PdfGlyphMarks marks) =>
        (marks & PdfGlyphMarks.RunsDown) != 0 ? 1 : (marks & PdfGlyphMarks.Inverted) != 0 ? 2 : (marks & PdfGlyphMarks.RunsUp) != 0 ? 3 : 0;

    private Box InEms(in PdfBox points) => new(points.Left / em, points.Top / em, points.Right / em, points.Bottom / em);

    /// <summary>Places are shown to people and stored: hundredths of a point are more than any page has.</summary>
    private static double Hundredth(double points) => Math.Round(points, 2);

    /// <summary>The size most characters of the page have, to a tenth of a point.</summary>
    private static double BodySize(PdfPage page)
    {
        var counts = new Dictionary<int, int>();
        foreach (ref readonly var glyph in page.Glyphs)
        {
            if (string.IsNullOrWhiteSpace(glyph.Text) || !(glyph.Size is > 1 and < 400)) continue;
            var size = (int)Math.Round(glyph.Size * 10);
            counts[size] = counts.GetValueOrDefault(size) + 1;
        }
        var (best, most) = (0, 0);
        foreach (var (size, count) in counts)
            if (count > most || (count == most && size < best)) (best, most) = (size, count);
        return most == 0 ? UsualEm : best / 10.0;
    }
}

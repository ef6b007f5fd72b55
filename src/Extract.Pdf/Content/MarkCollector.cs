using System.Globalization;
using Extract.Pdf.Structure;

namespace Extract.Pdf.Content;

/// <summary>Gathers what a page shows, cut to the clip, in painting order, up to a limit.</summary>
internal sealed class MarkCollector(PdfPage page, int most, Troubles troubles)
{
    /// <summary>A line that was painted: what, when, and whether it is a dot, which alone is no line.</summary>
    internal readonly record struct Painted(PdfRule Rule, int Order, bool Dot);

    private int order;

    /// <summary>Lines as painted; merged and judged when the page is done.</summary>
    public List<Painted> Rules { get; } = [];

    /// <summary>When each fill of the page was painted, and whether it hides what is under it.</summary>
    public List<(int Order, bool Opaque)> FillOrders { get; } = [];

    public List<PdfGlyph> Glyphs => page.GlyphList;

    public void Clear()
    {
        Rules.Clear();
        FillOrders.Clear();
        order = 0;
    }

    public void Rule(in PdfBox clip, in PdfRule rule, bool dot)
    {
        var (low, high, first, last) = rule.Vertical ? (clip.Left, clip.Right, clip.Top, clip.Bottom) : (clip.Top, clip.Bottom, clip.Left, clip.Right);
        var half = rule.Thickness / 2 + 0.01;
        if (!(rule.At + half >= low && rule.At - half <= high)) return;
        var (from, to) = (Math.Max(rule.From, first), Math.Min(rule.To, last));
        if (!(to > from) || IsFull(Rules.Count)) return;
        Rules.Add(new Painted(rule with { From = from, To = to }, order++, dot));
    }

    public void Fill(in PdfBox clip, in PdfBox box, int colour, double alpha)
    {
        var seen = box.Within(clip);
        if (seen.IsEmpty || IsFull(page.FillList.Count)) return;
        page.FillList.Add(new PdfFill(seen, Blend(colour, alpha)));
        FillOrders.Add((order++, alpha > 0.98));
    }

    public void Image(in PdfBox clip, PdfImage image)
    {
        var seen = image.Box.Within(clip);
        if (!(seen.Right >= seen.Left && seen.Bottom >= seen.Top) || IsFull(page.ImageList.Count)) return;
        page.ImageList.Add(image with { Box = seen });
        order++;
    }

    /// <summary>False where the page has had all the glyphs it may have.</summary>
    public bool Glyph(in PdfGlyph glyph)
    {
        if (IsFull(page.GlyphList.Count)) return false;
        page.GlyphList.Add(glyph);
        return true;
    }

    private bool IsFull(int count)
    {
        if (count < most) return false;
        troubles.Add(PdfTroubleKind.LimitReached, string.Create(CultureInfo.InvariantCulture, $"marks of a page {most}"));
        return true;
    }

    /// <summary>What is seen of a colour on paper.</summary>
    private static int Blend(int colour, double alpha)
    {
        if (alpha >= 1) return colour;
        int Part(int shift) => (int)(255 + ((colour >> shift & 0xFF) - 255) * alpha) << shift;
        return Part(16) | Part(8) | Part(0);
    }
}

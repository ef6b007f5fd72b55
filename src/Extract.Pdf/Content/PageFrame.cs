using Extract.Pdf.Objects;
using Extract.Pdf.Structure;

namespace Extract.Pdf.Content;

/// <summary>The page as displayed: its size, and the way from its user space there (ISO 32000-2, 7.7.3.3, 14.11.2).</summary>
internal readonly record struct PageFrame(double Width, double Height, Matrix ToPage)
{
    /// <summary>Pages larger than this (200 inches times a generous UserUnit) are nonsense.</summary>
    private const double Most = 1e6;

    public static PageFrame Of(PageNode page)
    {
        var media = Rectangle(page.MediaBox) ?? (0, 0, 612, 792);
        var box = media;
        if (Rectangle(page.CropBox) is { } crop)
        {
            var cut = (Left: Math.Max(media.Left, crop.Left), Bottom: Math.Max(media.Bottom, crop.Bottom), Right: Math.Min(media.Right, crop.Right), Top: Math.Min(media.Top, crop.Top));
            if (cut.Right > cut.Left && cut.Top > cut.Bottom) box = cut;
        }
        var unit = page.Dictionary["UserUnit"].Number(1);
        if (!(unit > 0 && unit <= 1000)) unit = 1;
        var (width, height) = (unit * (box.Right - box.Left), unit * (box.Top - box.Bottom));
        var turn = ((page.Rotate / 90 % 4) + 4) % 4;
        return turn switch
        {
            1 => new(height, width, new Matrix(0, unit, unit, 0, -unit * box.Bottom, -unit * box.Left)),
            2 => new(width, height, new Matrix(-unit, 0, 0, unit, unit * box.Right, -unit * box.Bottom)),
            3 => new(height, width, new Matrix(0, -unit, -unit, 0, unit * box.Top, unit * box.Right)),
            _ => new(width, height, new Matrix(unit, 0, 0, -unit, -unit * box.Left, unit * box.Top)),
        };
    }

    /// <summary>A rectangle of two opposite corners in any order; null where it has no area.</summary>
    private static (double Left, double Bottom, double Right, double Top)? Rectangle(PdfObject item)
    {
        if (item is not PdfArray { Count: >= 4 } array) return null;
        var n = array.Numbers(4);
        var box = (Left: Math.Min(n[0], n[2]), Bottom: Math.Min(n[1], n[3]), Right: Math.Max(n[0], n[2]), Top: Math.Max(n[1], n[3]));
        return box.Right - box.Left > 0 && box.Top - box.Bottom > 0 && box.Right - box.Left < Most && box.Top - box.Bottom < Most && Math.Abs(box.Left) < Most && Math.Abs(box.Bottom) < Most ? box : null;
    }
}

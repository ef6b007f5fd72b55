using System.Runtime.InteropServices;

namespace Extract.Pdf;

/// <summary>A box on the page as displayed (cropped, rotated): points, origin top left, y down.</summary>
public readonly record struct PdfBox(double Left, double Top, double Right, double Bottom)
{
    /// <summary>Its width in points.</summary>
    public double Width => Right - Left;

    /// <summary>Its height in points.</summary>
    public double Height => Bottom - Top;

    /// <summary>The part that lies in the other box too; its sides are crossed where there is none.</summary>
    public PdfBox Within(in PdfBox other) =>
        new(Math.Max(Left, other.Left), Math.Max(Top, other.Top), Math.Min(Right, other.Right), Math.Min(Bottom, other.Bottom));

    /// <summary>The least box around both.</summary>
    public PdfBox With(in PdfBox other) =>
        new(Math.Min(Left, other.Left), Math.Min(Top, other.Top), Math.Max(Right, other.Right), Math.Max(Bottom, other.Bottom));

    /// <summary>True where it has no inside.</summary>
    public bool IsEmpty => !(Right > Left && Bottom > Top);
}

/// <summary>What is special about a glyph.</summary>
[Flags]
public enum PdfGlyphMarks
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Not painted: text mode 3 or 7, or fully transparent; the text behind a scan.</summary>
    Invisible = 1,

    /// <summary>Its font says it is bold, or it is both filled and stroked.</summary>
    Bold = 2,

    /// <summary>Its baseline does not run to the right.</summary>
    Rotated = 4,

    /// <summary>No Unicode value can be had; Text is U+FFFD.</summary>
    Unknown = 8,

    /// <summary>Its font writes down.</summary>
    Vertical = 16,

    /// <summary>It begins where the glyph before it ended, in one show operation.</summary>
    Follows = 32,

    /// <summary>Cut off by the clip: a cell too small for its text. Not seen.</summary>
    Clipped = 64,

    /// <summary>Its baseline runs along neither side of the page: a watermark, a label of a chart.</summary>
    Slanted = 128,

    /// <summary>Its baseline runs up the page: turned a quarter to the left.</summary>
    RunsUp = 256,

    /// <summary>Its baseline runs down the page: turned a quarter to the right.</summary>
    RunsDown = 512,

    /// <summary>It stands on its head.</summary>
    Inverted = 1024,
}

/// <summary>A glyph as shown.</summary>
/// <param name="Text">Its characters: mostly one, several for a ligature.</param>
/// <param name="Box">From its origin to where its advance ends, from the font's descent to its ascent.</param>
/// <param name="Size">The size of its font in points on the page.</param>
/// <param name="Font">Its font, the same number for the same font of a document.</param>
/// <param name="Colour">0xRRGGBB of its filling.</param>
/// <param name="Marks">What is special.</param>
public readonly record struct PdfGlyph(string Text, PdfBox Box, double Size, int Font, int Colour, PdfGlyphMarks Marks);

/// <summary>A straight line across or down, as seen: a stroke, or a thin filled area; pieces that touch are one.</summary>
/// <param name="Vertical">Runs down.</param>
/// <param name="At">Its middle: x when vertical, else y.</param>
/// <param name="From">Where it starts along its direction.</param>
/// <param name="To">Where it ends.</param>
/// <param name="Thickness">How thick it is in points; 0 for the thinnest line a device can draw.</param>
/// <param name="Colour">0xRRGGBB.</param>
/// <param name="Dashed">Printed with gaps.</param>
public readonly record struct PdfRule(bool Vertical, double At, double From, double To, double Thickness, int Colour, bool Dashed);

/// <summary>A filled rectangle too thick for a rule, in painting order.</summary>
public readonly record struct PdfFill(PdfBox Box, int Colour);

/// <summary>An image, undecoded.</summary>
/// <param name="Box">Where it is painted.</param>
/// <param name="PixelWidth">Its columns of pixels.</param>
/// <param name="PixelHeight">Its rows of pixels.</param>
/// <param name="Filter">The compression it stands in: DCTDecode, JPXDecode, CCITTFaxDecode, JBIG2Decode …; empty for none.</param>
public readonly record struct PdfImage(PdfBox Box, int PixelWidth, int PixelHeight, string Filter)
{
    internal Objects.PdfStream? Stream { get; init; }

    /// <summary>
    /// Its bytes in that compression: decrypted, and decoded up to it, each time it is asked. Empty for an inline image. To be asked
    /// while the document is read.
    /// </summary>
    public ReadOnlyMemory<byte> Read() => Stream is { } stream && stream.Dictionary.Source is Structure.PdfFile file ? file.ImageBytes(stream) : default;
}

/// <summary>Whether the text a page shows is there as text.</summary>
public enum PdfTextLayer
{
    /// <summary>All of it, or there is nothing to read.</summary>
    Full,

    /// <summary>Some glyphs are unknown, or most of the page is an image.</summary>
    Partial,

    /// <summary>None of it: a scan, or glyphs nobody can tell.</summary>
    None,
}

/// <summary>What one page shows. It is filled anew for each page of a document: take what you need before asking for the next.</summary>
public sealed class PdfPage
{
    internal readonly List<PdfGlyph> GlyphList = [];
    internal readonly List<PdfRule> RuleList = [];
    internal readonly List<PdfFill> FillList = [];
    internal readonly List<PdfImage> ImageList = [];

    internal PdfPage()
    {
    }

    /// <summary>Its number, from 1.</summary>
    public int Number { get; internal set; }

    /// <summary>Width in points as displayed.</summary>
    public double Width { get; internal set; }

    /// <summary>Height in points as displayed.</summary>
    public double Height { get; internal set; }

    /// <summary>Glyphs in the order shown.</summary>
    public ReadOnlySpan<PdfGlyph> Glyphs => CollectionsMarshal.AsSpan(GlyphList);

    /// <summary>Lines, those across from top to bottom, then those down from left to right.</summary>
    public ReadOnlySpan<PdfRule> Rules => CollectionsMarshal.AsSpan(RuleList);

    /// <summary>Filled areas in painting order.</summary>
    public ReadOnlySpan<PdfFill> Fills => CollectionsMarshal.AsSpan(FillList);

    /// <summary>Images in painting order.</summary>
    public ReadOnlySpan<PdfImage> Images => CollectionsMarshal.AsSpan(ImageList);

    /// <summary>Whether its text could be read.</summary>
    public PdfTextLayer TextLayer { get; internal set; }

    /// <summary>Glyphs whose characters nobody can tell.</summary>
    public int UnknownGlyphs { get; internal set; }

    internal void Clear()
    {
        GlyphList.Clear();
        RuleList.Clear();
        FillList.Clear();
        ImageList.Clear();
        (UnknownGlyphs, TextLayer) = (0, PdfTextLayer.Full);
    }
}

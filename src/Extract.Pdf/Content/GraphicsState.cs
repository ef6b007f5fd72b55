using Extract.Pdf.Fonts;

namespace Extract.Pdf.Content;

/// <summary>The part of the graphics state that decides what is seen (ISO 32000-2, 8.4, 9.3). Copied by q, restored by Q.</summary>
internal struct GraphicsState
{
    /// <summary>User space to the page as displayed.</summary>
    public Matrix Ctm;

    /// <summary>What lies outside is not seen: the bounds of all clipping paths.</summary>
    public PdfBox Clip;

    public double LineWidth;
    public bool Dashed;
    public Colour Fill;
    public Colour Stroke;

    /// <summary>Constant alpha of filling and stroking.</summary>
    public double FillAlpha;
    public double StrokeAlpha;

    public Font? Font;
    public int FontId;
    public double FontSize;
    public double CharacterSpacing;
    public double WordSpacing;
    public double HorizontalScale;
    public double Leading;
    public double Rise;
    public int TextMode;

    public static GraphicsState Initial(in PageFrame frame) => new()
    {
        Ctm = frame.ToPage,
        Clip = new PdfBox(0, 0, frame.Width, frame.Height),
        LineWidth = 1,
        Fill = Colour.Black,
        Stroke = Colour.Black,
        FillAlpha = 1,
        StrokeAlpha = 1,
        HorizontalScale = 1,
        FontId = -1,
    };
}

/// <summary>A colour as it will be seen, and the space its next operands are of.</summary>
internal readonly record struct Colour(int Rgb, ColourSpace Space)
{
    public static readonly Colour Black = new(0, ColourSpace.Gray);
}

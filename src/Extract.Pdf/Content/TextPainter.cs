using Extract.Pdf.Fonts;

namespace Extract.Pdf.Content;

/// <summary>The text object: the text matrix, and strings shown with it (ISO 32000-2, 9.4).</summary>
internal sealed class TextPainter(MarkCollector marks)
{
    /// <summary>Glyphs a page may show, seen or not.</summary>
    private const int MostShown = 20_000_000;

    /// <summary>A gap in a TJ array up to this share of the size is kerning; a wider one separates.</summary>
    private const double Kerning = 0.12;

    /// <summary>A baseline that rises more than this along its way is no line of a page laid askew.</summary>
    private const double Slant = 0.1;

    /// <summary>A baseline that rises less than this along its way runs to the right.</summary>
    private const double Askew = 0.05;

    private Matrix text = Matrix.Identity;
    private Matrix line = Matrix.Identity;
    private bool follows;
    private int shown;
    private double pageWidth;
    private double pageHeight;

    /// <summary>The page has shown too much; nothing more is taken.</summary>
    public bool Exhausted => shown > MostShown;

    public void NextPage(in PageFrame frame) => (shown, pageWidth, pageHeight) = (0, frame.Width, frame.Height);

    public void Begin() => text = line = Matrix.Identity;

    public void Set(in Matrix matrix) => text = line = matrix;

    public void Move(double x, double y) => text = line = new Matrix(1, 0, 0, 1, x, y).Then(line);

    /// <summary>A new show operation begins.</summary>
    public void StartShow() => follows = false;

    /// <summary>A number of a TJ array: thousandths of the size, backwards.</summary>
    public void Adjust(in GraphicsState state, double amount)
    {
        var move = -amount / 1000 * state.FontSize;
        if (state.Font is { Vertical: true }) Advance(0, move);
        else Advance(move * state.HorizontalScale, 0);
        if (Math.Abs(amount) > Kerning * 1000) follows = false;
    }

    /// <summary>Shows a string; a hidden one only moves on.</summary>
    public void Show(in GraphicsState state, ReadOnlySpan<byte> bytes, bool visible)
    {
        if (state.Font is not { } font || bytes.IsEmpty || Exhausted) return;
        var pen = new Pen(state, text, font);
        var marksOf = MarksOf(state, font, pen.ToPage);
        var (size, scale) = (state.FontSize, state.HorizontalScale);
        double dx = 0, dy = 0;
        for (var at = 0; at < bytes.Length;)
        {
            var from = at;
            var code = font.NextCode(bytes, ref at);
            if (at <= from) at = from + 1;
            var glyph = font.GlyphOf(code);
            var spacing = state.CharacterSpacing + (at - from == 1 && code == 32 ? state.WordSpacing : 0);
            if (visible && glyph.Text.Length > 0) Emit(state, pen, glyph, dx, dy, marksOf);
            if (font.Vertical) dy += glyph.Down * size + spacing;
            else dx += (glyph.Width * size + spacing) * scale;
            follows = Math.Abs(spacing) <= Kerning * Math.Abs(size);
            shown++;
        }
        Advance(dx, dy);
    }

    private void Advance(double dx, double dy) => text = new Matrix(1, 0, 0, 1, dx, dy).Then(text);

    private void Emit(in GraphicsState state, in Pen pen, in FontGlyph glyph, double dx, double dy, PdfGlyphMarks marksOf)
    {
        var box = pen.Box(glyph, dx, dy);
        var (x, y) = ((box.Left + box.Right) / 2, (box.Top + box.Bottom) / 2);
        var clip = state.Clip;
        // Off the page there is nothing to see; a NaN is nowhere.
        if (!(x >= 0 && x <= pageWidth && y >= 0 && y <= pageHeight)) return;
        // A glyph belongs to what is seen if its middle does.
        if (!(x >= clip.Left && x <= clip.Right && y >= clip.Top && y <= clip.Bottom)) marksOf |= PdfGlyphMarks.Clipped;
        if (glyph.Unknown) marksOf |= PdfGlyphMarks.Unknown;
        if (follows) marksOf |= PdfGlyphMarks.Follows;
        marks.Glyph(new PdfGlyph(glyph.Text, box, pen.Size, state.FontId, state.TextMode is 1 or 5 ? state.Stroke.Rgb : state.Fill.Rgb, marksOf));
    }

    private static PdfGlyphMarks MarksOf(in GraphicsState state, Font font, in Matrix toPage)
    {
        var found = PdfGlyphMarks.None;
        if (state.TextMode is 3 or 7 || (state.FillAlpha <= 0.02 && state.TextMode is 0 or 4)) found |= PdfGlyphMarks.Invisible;
        if (font.Bold || state.TextMode is 2 or 6) found |= PdfGlyphMarks.Bold;
        if (font.Vertical) found |= PdfGlyphMarks.Vertical;
        if (!(toPage.A > 0 && Math.Abs(toPage.B) < Askew * toPage.A)) found |= PdfGlyphMarks.Rotated | TurnOf(toPage);
        if (Math.Min(Math.Abs(toPage.A), Math.Abs(toPage.B)) > Slant * Math.Max(Math.Abs(toPage.A), Math.Abs(toPage.B))) found |= PdfGlyphMarks.Slanted;
        return found;
    }

    /// <summary>Which way a baseline runs that does not run to the right; none for one aslant, nor for glyphs shown in a mirror.</summary>
    private static PdfGlyphMarks TurnOf(in Matrix toPage)
    {
        // The page's y runs down: upright glyphs have a negative determinant.
        if (!(toPage.A * toPage.D - toPage.B * toPage.C < 0)) return PdfGlyphMarks.None;
        if (Math.Abs(toPage.A) < Slant * Math.Abs(toPage.B)) return toPage.B < 0 ? PdfGlyphMarks.RunsUp : PdfGlyphMarks.RunsDown;
        return toPage.A < 0 && Math.Abs(toPage.B) < Slant * -toPage.A ? PdfGlyphMarks.Inverted : PdfGlyphMarks.None;
    }

    /// <summary>Where glyphs of one string go.</summary>
    private readonly ref struct Pen
    {
        public readonly Matrix ToPage;
        public readonly double Size;
        private readonly double across;
        private readonly double fontSize;
        private readonly double rise;
        private readonly bool vertical;
        private readonly bool level;

        public Pen(in GraphicsState state, in Matrix text, Font font)
        {
            ToPage = text.Then(state.Ctm);
            (fontSize, rise, vertical) = (state.FontSize, state.Rise, font.Vertical);
            across = fontSize * state.HorizontalScale;
            level = ToPage.B == 0 && ToPage.C == 0;
            Size = Math.Abs(fontSize) * Math.Sqrt(ToPage.C * ToPage.C + ToPage.D * ToPage.D);
        }

        public PdfBox Box(in FontGlyph glyph, double dx, double dy)
        {
            double left, right, bottom, top;
            if (vertical)
            {
                // The box hangs from the vertical origin: as wide as the glyph, as high as its advance down.
                left = dx - glyph.OriginX * across;
                right = left + glyph.Width * across;
                top = dy;
                bottom = dy + glyph.Down * fontSize;
            }
            else
            {
                left = dx;
                right = dx + glyph.Width * across;
                bottom = rise + glyph.Descent * fontSize;
                top = rise + glyph.Ascent * fontSize;
            }
            if (!level) return ToPage.Bounds(left, bottom, right, top);
            var (x0, x1) = (ToPage.A * left + ToPage.E, ToPage.A * right + ToPage.E);
            var (y0, y1) = (ToPage.D * top + ToPage.F, ToPage.D * bottom + ToPage.F);
            return new PdfBox(Math.Min(x0, x1), Math.Min(y0, y1), Math.Max(x0, x1), Math.Max(y0, y1));
        }
    }
}

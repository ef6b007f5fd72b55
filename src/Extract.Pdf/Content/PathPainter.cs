namespace Extract.Pdf.Content;

/// <summary>
/// Takes the current path and, when it is painted, says what a person sees of it: rules for strokes and thin filled areas, fills for
/// the others. Points are held as displayed.
/// </summary>
internal sealed class PathPainter(MarkCollector marks)
{
    /// <summary>Points of one path; a map's outline has fewer.</summary>
    private const int MostPoints = 1 << 20;

    /// <summary>A filled area up to this thick (points) is a line, if it is longer than thick.</summary>
    private const double ThinFill = 3;

    /// <summary>A stroke thicker than this is an area.</summary>
    private const double ThickStroke = 6;

    /// <summary>How far from straight a line may be and still be meant straight.</summary>
    private const double Slant = 0.35;

    private readonly List<(double X, double Y, bool Curved)> points = [];
    private readonly List<(int Start, bool Closed, bool Rectangle)> parts = [];

    /// <summary>Set by W: the path becomes part of the clip when it is painted.</summary>
    public bool Clips { get; set; }

    public void Move(double x, double y) => Begin(x, y, rectangle: false);

    public void Line(double x, double y)
    {
        if (parts.Count == 0 || parts[^1].Closed) Begin(points.Count > 0 ? points[parts[^1].Start].X : x, points.Count > 0 ? points[parts[^1].Start].Y : y, rectangle: false);
        if (points.Count < MostPoints) points.Add((x, y, false));
    }

    public void Curve((double X, double Y) first, (double X, double Y) second, (double X, double Y) end)
    {
        if (parts.Count == 0) Begin(first.X, first.Y, rectangle: false);
        if (points.Count >= MostPoints) return;
        points.Add((first.X, first.Y, true));
        points.Add((second.X, second.Y, true));
        points.Add((end.X, end.Y, true));
    }

    public (double X, double Y) Current => points.Count > 0 ? (points[^1].X, points[^1].Y) : (0, 0);

    public void Close()
    {
        if (parts.Count > 0) parts[^1] = parts[^1] with { Closed = true };
    }

    public void Rectangle(in Matrix ctm, double x, double y, double width, double height)
    {
        var (x0, y0) = ctm.Apply(x, y);
        var (x1, y1) = ctm.Apply(x + width, y);
        var (x2, y2) = ctm.Apply(x + width, y + height);
        var (x3, y3) = ctm.Apply(x, y + height);
        Begin(x0, y0, rectangle: true);
        if (points.Count >= MostPoints) return;
        points.Add((x1, y1, false));
        points.Add((x2, y2, false));
        points.Add((x3, y3, false));
        Close();
    }

    /// <summary>Paints and forgets the path; narrows the clip where that was asked.</summary>
    public void Paint(ref GraphicsState state, bool fill, bool stroke, bool visible)
    {
        if (visible && parts.Count > 0)
        {
            if (fill && state.FillAlpha > 0.02) Fill(state);
            if (stroke && state.StrokeAlpha > 0.02) Stroke(state);
        }
        if (Clips && points.Count > 0) state.Clip = state.Clip.Within(Bounds(0, points.Count));
        Clips = false;
        points.Clear();
        parts.Clear();
    }

    private void Begin(double x, double y, bool rectangle)
    {
        if (points.Count >= MostPoints) return;
        if (parts.Count > 0 && parts[^1].Start == points.Count - 1 && !parts[^1].Closed)
        {
            // A move directly after a move replaces it.
            points[^1] = (x, y, false);
            parts[^1] = (points.Count - 1, false, rectangle);
            return;
        }
        parts.Add((points.Count, false, rectangle));
        points.Add((x, y, false));
    }

    private int End(int part) => part + 1 < parts.Count ? parts[part + 1].Start : points.Count;

    private PdfBox Bounds(int start, int end)
    {
        var (left, top) = (double.MaxValue, double.MaxValue);
        var (right, bottom) = (double.MinValue, double.MinValue);
        for (var i = start; i < end; i++)
        {
            var (x, y, _) = points[i];
            if (x < left) left = x;
            if (x > right) right = x;
            if (y < top) top = y;
            if (y > bottom) bottom = y;
        }
        return new PdfBox(left, top, right, bottom);
    }

    private void Fill(in GraphicsState state)
    {
        if (parts.Count == 2 && Frame(state)) return;
        for (var part = 0; part < parts.Count; part++)
        {
            var (start, end) = (parts[part].Start, End(part));
            if (end - start < 2) continue;
            var box = Bounds(start, end);
            Area(state, box, solid: parts[part].Rectangle || IsRectangle(start, end, box));
        }
    }

    /// <summary>One rectangle just inside another, filled between them: four lines.</summary>
    private bool Frame(in GraphicsState state)
    {
        var outer = Bounds(parts[0].Start, End(0));
        var inner = Bounds(parts[1].Start, End(1));
        if (outer.Width < inner.Width) (outer, inner) = (inner, outer);
        if (!IsRectangle(parts[0].Start, End(0), Bounds(parts[0].Start, End(0))) || !IsRectangle(parts[1].Start, End(1), Bounds(parts[1].Start, End(1)))) return false;
        var (left, top, right, bottom) = (inner.Left - outer.Left, inner.Top - outer.Top, outer.Right - inner.Right, outer.Bottom - inner.Bottom);
        if (Math.Min(Math.Min(left, top), Math.Min(right, bottom)) < 0 || Math.Max(Math.Max(left, top), Math.Max(right, bottom)) > ThinFill || inner.IsEmpty) return false;
        Area(state, outer with { Bottom = inner.Top }, solid: true);
        Area(state, outer with { Top = inner.Bottom }, solid: true);
        Area(state, outer with { Right = inner.Left }, solid: true);
        Area(state, outer with { Left = inner.Right }, solid: true);
        return true;
    }

    /// <summary>Every side runs straight across or down along the bounds.</summary>
    private bool IsRectangle(int start, int end, in PdfBox box)
    {
        if (end - start is < 4 or > 6) return false;
        for (var i = start; i < end; i++)
        {
            var (x, y, curved) = points[i];
            if (curved) return false;
            if (Math.Min(Math.Abs(x - box.Left), Math.Abs(x - box.Right)) > 0.05 || Math.Min(Math.Abs(y - box.Top), Math.Abs(y - box.Bottom)) > 0.05) return false;
        }
        return true;
    }

    private void Area(in GraphicsState state, PdfBox box, bool solid)
    {
        var (width, height) = (box.Width, box.Height);
        var colour = state.Fill.Rgb;
        if (Math.Min(width, height) <= ThinFill)
        {
            // Corner squares and dots belong to the line they touch, whichever way it runs.
            var dot = Math.Max(width, height) <= ThinFill && Math.Max(width, height) < 2 * Math.Min(width, height);
            if (width >= height || dot) marks.Rule(state.Clip, new PdfRule(false, (box.Top + box.Bottom) / 2, box.Left, box.Right, height, colour, false), dot);
            if (width < height || dot) marks.Rule(state.Clip, new PdfRule(true, (box.Left + box.Right) / 2, box.Top, box.Bottom, width, colour, false), dot);
        }
        else if (solid)
        {
            marks.Fill(state.Clip, box, colour, state.FillAlpha);
        }
    }

    private void Stroke(in GraphicsState state)
    {
        var thickness = state.LineWidth * state.Ctm.Scale;
        for (var part = 0; part < parts.Count; part++)
        {
            var (start, closed, _) = parts[part];
            var end = End(part);
            for (var i = start + 1; i < end; i++)
                if (!points[i].Curved) Segment(state, points[i - 1], points[i], thickness);
            if (closed && end - start > 1) Segment(state, points[end - 1], points[start], thickness);
        }
    }

    private void Segment(in GraphicsState state, (double X, double Y, bool) from, (double X, double Y, bool) to, double thickness)
    {
        var (across, down) = (Math.Abs(to.X - from.X), Math.Abs(to.Y - from.Y));
        var horizontal = across >= down;
        var (length, slant) = horizontal ? (across, down) : (down, across);
        if (length <= 0 || slant > Slant || slant * 8 > length) return;
        if (thickness > ThickStroke || (thickness > ThinFill && length < 4 * thickness))
        {
            var half = thickness / 2;
            var box = horizontal
                ? new PdfBox(Math.Min(from.X, to.X), (from.Y + to.Y) / 2 - half, Math.Max(from.X, to.X), (from.Y + to.Y) / 2 + half)
                : new PdfBox((from.X + to.X) / 2 - half, Math.Min(from.Y, to.Y), (from.X + to.X) / 2 + half, Math.Max(from.Y, to.Y));
            if (Math.Min(box.Width, box.Height) > ThinFill) marks.Fill(state.Clip, box, state.Stroke.Rgb, state.StrokeAlpha);
            return;
        }
        var rule = horizontal
            ? new PdfRule(false, (from.Y + to.Y) / 2, Math.Min(from.X, to.X), Math.Max(from.X, to.X), thickness, state.Stroke.Rgb, state.Dashed)
            : new PdfRule(true, (from.X + to.X) / 2, Math.Min(from.Y, to.Y), Math.Max(from.Y, to.Y), thickness, state.Stroke.Rgb, state.Dashed);
        marks.Rule(state.Clip, rule, dot: false);
    }
}

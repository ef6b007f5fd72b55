namespace Extract.Pdf.Content;

/// <summary>x' = a x + c y + e, y' = b x + d y + f (ISO 32000-2, 8.3.3).</summary>
internal readonly struct Matrix(double a, double b, double c, double d, double e, double f)
{
    public static readonly Matrix Identity = new(1, 0, 0, 1, 0, 0);

    public readonly double A = a;
    public readonly double B = b;
    public readonly double C = c;
    public readonly double D = d;
    public readonly double E = e;
    public readonly double F = f;

    /// <summary>The length a unit square's side has on the average.</summary>
    public double Scale => Math.Sqrt(Math.Abs(A * D - B * C));

    /// <summary>First this one, then the outer one.</summary>
    public Matrix Then(in Matrix outer) => new(
        A * outer.A + B * outer.C, A * outer.B + B * outer.D,
        C * outer.A + D * outer.C, C * outer.B + D * outer.D,
        E * outer.A + F * outer.C + outer.E, E * outer.B + F * outer.D + outer.F);

    public (double X, double Y) Apply(double x, double y) => (A * x + C * y + E, B * x + D * y + F);

    /// <summary>The bounds of a rectangle after the matrix.</summary>
    public PdfBox Bounds(double left, double bottom, double right, double top)
    {
        var (x0, x1, x2, x3) = (A * left + C * bottom, A * right + C * bottom, A * left + C * top, A * right + C * top);
        var (y0, y1, y2, y3) = (B * left + D * bottom, B * right + D * bottom, B * left + D * top, B * right + D * top);
        return new PdfBox(
            E + Math.Min(Math.Min(x0, x1), Math.Min(x2, x3)), F + Math.Min(Math.Min(y0, y1), Math.Min(y2, y3)),
            E + Math.Max(Math.Max(x0, x1), Math.Max(x2, x3)), F + Math.Max(Math.Max(y0, y1), Math.Max(y2, y3)));
    }
}

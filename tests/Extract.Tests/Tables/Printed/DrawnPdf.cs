using System.Globalization;
using System.Text;
using Extract.Documents;
using Extract.Tables;
using Extract.Tests.Pdf;
using Extract.Text;

namespace Extract.Tests.Tables.Printed;

/// <summary>Draws a page of a PDF: text and lines, in points from the lower left corner, as the file counts.</summary>
internal sealed class DrawnPdf
{
    private readonly StringBuilder content = new();

    /// <summary>What is drawn from here on is turned: the matrix of the drawing.</summary>
    public DrawnPdf Turned(string matrix, Action<DrawnPdf> draw)
    {
        content.Append(CultureInfo.InvariantCulture, $"q {matrix} cm\n");
        draw(this);
        content.Append("Q\n");
        return this;
    }

    public DrawnPdf Text(double x, double y, string text, double size = 10)
    {
        content.Append(CultureInfo.InvariantCulture, $"BT /F1 {size} Tf {x} {y} Td ({text}) Tj ET\n");
        return this;
    }

    /// <summary>Text by its matrix: 0 1 -1 0 x y runs up.</summary>
    public DrawnPdf TextBy(string matrix, string text, double size = 10)
    {
        content.Append(CultureInfo.InvariantCulture, $"BT /F1 {size} Tf {matrix} Tm ({text}) Tj ET\n");
        return this;
    }

    public DrawnPdf Line(double x0, double y0, double x1, double y1)
    {
        content.Append(CultureInfo.InvariantCulture, $"{x0} {y0} m {x1} {y1} l S\n");
        return this;
    }

    public DrawnPdf Fill(double x, double y, double width, double height)
    {
        content.Append(CultureInfo.InvariantCulture, $"0.6 0.8 0.9 rg {x} {y} {width} {height} re f 0 g\n");
        return this;
    }

    /// <summary>Rules about every cell of a table of equal rows, and its texts; the first row on top.</summary>
    public DrawnPdf Table(double left, double top, double[] widths, string[][] rows, double height = 18)
    {
        var right = left + widths.Sum();
        for (var r = 0; r <= rows.Length; r++) Line(left, top - r * height, right, top - r * height);
        var x = left;
        for (var c = 0; c <= widths.Length; c++)
        {
            Line(x, top, x, top - rows.Length * height);
            if (c == widths.Length) break;
            for (var r = 0; r < rows.Length; r++)
                if (rows[r][c].Length > 0) Text(x + 4, top - (r + 1) * height + 5, rows[r][c]);
            x += widths[c];
        }
        return this;
    }

    /// <summary>The texts of a table's cells at the top of each, a slash between their lines.</summary>
    public DrawnPdf Cells(double left, double top, double[] widths, string[][] rows, double height)
    {
        for (var r = 0; r < rows.Length; r++)
        {
            var x = left;
            for (var c = 0; c < widths.Length; x += widths[c++])
            {
                var lines = rows[r][c].Split('/');
                for (var k = 0; k < lines.Length; k++) Text(x + 4, top - r * height - 11 - 12 * k, lines[k]);
            }
        }
        return this;
    }

    /// <summary>Lines of running text, one under the other.</summary>
    public DrawnPdf Paragraph(double x, double top, IEnumerable<string> lines, double pitch = 13)
    {
        var y = top;
        foreach (var line in lines) Text(x, y -= pitch, line);
        return this;
    }

    public Document Open(string page = "/MediaBox [0 0 600 800]") => Readers.Open("drawn.pdf", MadePdf.Page(content.ToString(), page: page).Classic());

    public IReadOnlyList<Grid> Grids(string page = "/MediaBox [0 0 600 800]") => PageReading.Grids(Open(page));
}

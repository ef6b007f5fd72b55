using System.Globalization;
using System.Text;
using Extract.Store;
using Extract.Tables;
using Extract.Text;

namespace Extract.Cli.Display;

/// <summary>One sheet drawn as it was read: fills, images as outlines, rules and runs, over the size of its page.</summary>
internal static class SheetSvg
{
    /// <summary>Points an em is drawn at where the surface has no size of its own.</summary>
    private const double UsualEm = 10.5;

    /// <summary>Where the baseline of a run stands in its box, from the top.</summary>
    private const double Baseline = 0.8;

    /// <summary>Writes the sheet's picture into a folder, named by its number.</summary>
    public static void Write(string folder, Sheet sheet, IReadOnlyList<SeenTable>? tables = null) =>
        File.WriteAllText(Path.Combine(folder, Invariant($"page-{sheet.Number:000}.svg")), Draw(sheet, tables));

    /// <summary>The sheet, and over it what was seen of its tables: regions, cells, spans, rivers, borders that no rule draws.</summary>
    public static string Draw(Sheet sheet, IReadOnlyList<SeenTable>? tables = null)
    {
        var em = sheet.EmPoints > 0 ? sheet.EmPoints : UsualEm;
        var width = sheet.Width > 0 ? sheet.Width : sheet.Runs.Select(static r => r.Box.Right).DefaultIfEmpty(40).Max() + 2;
        var height = sheet.Height > 0 ? sheet.Height : sheet.Runs.Select(static r => r.Box.Bottom).DefaultIfEmpty(20).Max() + 2;
        var svg = new StringBuilder();
        svg.Append(Invariant($"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width * em:0.##}pt\" height=\"{height * em:0.##}pt\" viewBox=\"0 0 {width * em:0.##} {height * em:0.##}\">\n"));
        svg.Append(Invariant($"<rect width=\"{width * em:0.##}\" height=\"{height * em:0.##}\" fill=\"#fff\"/>\n"));
        foreach (var fill in sheet.Fills) svg.Append(Invariant($"<rect class=\"fill\" {Place(fill.Box, em)} fill=\"#{fill.Colour:x6}\"/>\n"));
        foreach (var image in sheet.Images) svg.Append(Invariant($"<rect class=\"image\" {Place(image, em)} fill=\"none\" stroke=\"#7a7\" stroke-dasharray=\"4 2\"/>\n"));
        foreach (var rule in sheet.Rules) svg.Append(Line(rule, em));
        foreach (var run in sheet.Runs) svg.Append(Words(run, em));
        foreach (var table in tables ?? []) Table(svg, table, em);
        return svg.Append("</svg>\n").ToString();
    }

    private static void Table(StringBuilder svg, SeenTable table, double em)
    {
        svg.Append(Invariant($"<rect class=\"region\" {Place(table.Region, em)} fill=\"none\" stroke=\"#06c\" stroke-width=\"1.2\"><title>{Names.Of(table.Evidence)} {table.Confidence:0.###}</title></rect>\n"));
        foreach (var river in table.Rivers) svg.Append(Invariant($"<rect class=\"river\" {Place(river, em)} fill=\"#3ad\" fill-opacity=\"0.18\"/>\n"));
        foreach (var cell in table.Cells) svg.Append(Invariant($"<rect class=\"cell\" {Place(cell, em)} fill=\"none\" stroke=\"#2a2\" stroke-width=\"0.5\"/>\n"));
        foreach (var span in table.Spans) svg.Append(Invariant($"<rect class=\"span\" {Place(span, em)} fill=\"#f80\" fill-opacity=\"0.12\" stroke=\"#f80\" stroke-width=\"0.8\"/>\n"));
        if (table.Header is { } header) svg.Append(Invariant($"<rect class=\"header\" {Place(header, em)} fill=\"#06c\" fill-opacity=\"0.07\"/>\n"));
        foreach (var lane in table.Lanes) svg.Append(Invariant($"<rect class=\"lane\" {Place(lane, em)} fill=\"none\" stroke=\"#0a7\" stroke-width=\"2\" stroke-dasharray=\"8 3\"/>\n"));
        foreach (var border in table.Borders) svg.Append(Line(border, em).Replace("class=\"rule\"", "class=\"border\"", StringComparison.Ordinal).Replace("#c22", "#a3c", StringComparison.Ordinal));
    }

    private static string Line(Rule rule, double em)
    {
        var (at, from, to) = (rule.At * em, rule.From * em, rule.To * em);
        return rule.Vertical
            ? Invariant($"<line class=\"rule\" x1=\"{at:0.##}\" y1=\"{from:0.##}\" x2=\"{at:0.##}\" y2=\"{to:0.##}\" stroke=\"#c22\" stroke-width=\"0.6\"/>\n")
            : Invariant($"<line class=\"rule\" x1=\"{from:0.##}\" y1=\"{at:0.##}\" x2=\"{to:0.##}\" y2=\"{at:0.##}\" stroke=\"#c22\" stroke-width=\"0.6\"/>\n");
    }

    private static string Words(Run run, double em)
    {
        var (left, top, width, height) = (run.Box.Left * em, run.Box.Top * em, (run.Box.Right - run.Box.Left) * em, (run.Box.Bottom - run.Box.Top) * em);
        if (run.Turn != 0) return Turned(run, left, top, width, height);
        return Invariant($"<text x=\"{left:0.##}\" y=\"{top + height * Baseline:0.##}\" font-size=\"{height * 0.9:0.##}\" textLength=\"{width:0.##}\" lengthAdjust=\"spacingAndGlyphs\" fill=\"#124\">{Escape(run.Text)}</text>\n");
    }

    /// <summary>Text that does not stand upright, turned about the corner where its line begins.</summary>
    private static string Turned(Run run, double left, double top, double width, double height)
    {
        var (length, size) = run.Turn == 2 ? (width, height) : (height, width);
        var (x, y) = run.Turn switch
        {
            1 => (left + size * (1 - Baseline), top),
            2 => (left + width, top + size * (1 - Baseline)),
            _ => (left + size * Baseline, top + height),
        };
        return Invariant($"<text transform=\"translate({x:0.##} {y:0.##}) rotate({90 * run.Turn})\" font-size=\"{size * 0.9:0.##}\" textLength=\"{length:0.##}\" lengthAdjust=\"spacingAndGlyphs\" fill=\"#124\">{Escape(run.Text)}</text>\n");
    }

    private static string Place(Box box, double em) =>
        Invariant($"x=\"{box.Left * em:0.##}\" y=\"{box.Top * em:0.##}\" width=\"{Math.Max(0, box.Right - box.Left) * em:0.##}\" height=\"{Math.Max(0, box.Bottom - box.Top) * em:0.##}\"");

    private static string Escape(string text)
    {
        var safe = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            _ = c switch
            {
                '&' => safe.Append("&amp;"),
                '<' => safe.Append("&lt;"),
                '>' => safe.Append("&gt;"),
                // XML 1.0 has no way to write these.
                < ' ' or '\uFFFE' or '\uFFFF' => safe.Append('\uFFFD'),
                _ => safe.Append(c),
            };
        }
        return safe.ToString();
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

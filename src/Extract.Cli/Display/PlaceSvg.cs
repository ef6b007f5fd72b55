using System.Globalization;
using System.Text;
using Extract.Checks;
using Extract.Text;

namespace Extract.Cli.Display;

/// <summary>A finding's operands drawn where they stand: the part of the page around them, the stated value in red, the others in blue.</summary>
internal static class PlaceSvg
{
    /// <summary>Ems of the page shown around the operands.</summary>
    private const double Around = 4;

    /// <summary>Ems across without a mark: a text may run on over hundreds.</summary>
    private const double MostBeside = 60;

    /// <summary>Characters drawn as one: in a longer piece the letters of another face would drift from their places.</summary>
    private const int Piece = 16;

    /// <summary>The widest page shown whole, in ems.</summary>
    private const double WidestPage = 96;

    /// <summary>Ems without a mark that a picture may hold.</summary>
    private const double MostBetween = 30;

    /// <summary>Ems shown above and below: two lines or three.</summary>
    private const double Above = 3;

    /// <summary>The least width shown, in ems: enough to read the row's label.</summary>
    private const double LeastWidth = 44;

    /// <summary>A picture for each part of a page the operands stand in, the stated value's first; none where the document's pages or the operands' places are not known.</summary>
    /// <param name="surfaces">The document's surfaces.</param>
    /// <param name="operands">What the finding looked at.</param>
    public static IEnumerable<(Place Page, string Svg)> Draw(IReadOnlyList<Sheet> surfaces, IReadOnlyList<Operand> operands)
    {
        var placed = operands.Where(static operand => operand.Place is not null).Select(operand => (Operand: operand, Sheet: SheetOf(surfaces, operand.Place!))).Where(static pair => pair.Sheet is not null)
            .OrderBy(static pair => pair.Operand.Role != Role.Stated).GroupBy(static pair => pair.Sheet!);
        foreach (var group in placed)
        {
            var sheet = group.Key;
            var marks = group.SelectMany(pair => Boxes(sheet, pair.Operand.Place!, pair.Operand.Printed).Select(box => (Box: box, Stated: pair.Operand.Role == Role.Stated))).ToList();
            // One place may be the stated value and another operand's too: it is marked as stated.
            marks = [.. marks.OrderByDescending(static mark => mark.Stated).DistinctBy(static mark => mark.Box)];
            foreach (var near in Apart(marks))
                yield return (group.First().Operand.Place!, Svg(sheet, View(sheet, near.ConvertAll(static mark => mark.Box)), near));
        }
    }

    /// <summary>Marks that stand too far from one another for one picture are drawn in several, the stated value's first.</summary>
    private static IEnumerable<List<(Box Box, bool Stated)>> Apart(List<(Box Box, bool Stated)> marks)
    {
        var groups = new List<List<(Box Box, bool Stated)>>();
        foreach (var mark in marks.OrderBy(static mark => mark.Box.Top).ThenBy(static mark => mark.Box.Left))
        {
            var near = groups.Find(group => mark.Box.Top - group.Max(static other => other.Box.Bottom) <= MostBetween
                && mark.Box.Left - group.Max(static other => other.Box.Right) <= MostBeside && group.Min(static other => other.Box.Left) - mark.Box.Right <= MostBeside);
            if (near is null) groups.Add([mark]);
            else near.Add(mark);
        }
        return groups.OrderByDescending(static group => group.Exists(static mark => mark.Stated));
    }

    private static Sheet? SheetOf(IReadOnlyList<Sheet> surfaces, Place place) => place switch
    {
        PagePlace page => surfaces.FirstOrDefault(sheet => sheet.Number == page.Page),
        TextPlace text => surfaces.FirstOrDefault(sheet => sheet.Runs.Any(run => run.Place is TextPlace other && other.Line == text.Line)),
        _ => surfaces.FirstOrDefault(sheet => sheet.Runs.Any(run => run.Place == place)),
    };

    /// <summary>Where a place is on the sheet; of a place that holds more than the number (a paragraph, a cell), the part that prints it.</summary>
    private static IEnumerable<Box> Boxes(Sheet sheet, Place place, string printed)
    {
        if (place is PagePlace page && sheet.EmPoints > 0)
            return [new Box(page.Left / sheet.EmPoints, page.Top / sheet.EmPoints, page.Right / sheet.EmPoints, page.Bottom / sheet.EmPoints)];
        if (place is not TextPlace text) return sheet.Runs.Where(run => run.Place == place).Select(run => PartOf(run, printed));
        var boxes = new List<Box>();
        foreach (var run in sheet.Runs)
        {
            if (run.Place is not TextPlace at || at.Line != text.Line || at.ToColumn < text.FromColumn || at.FromColumn > text.ToColumn) continue;
            var column = (run.Box.Right - run.Box.Left) / Math.Max(1, at.ToColumn - at.FromColumn + 1);
            boxes.Add(run.Box with { Left = run.Box.Left + Math.Max(0, text.FromColumn - at.FromColumn) * column, Right = run.Box.Right - Math.Max(0, at.ToColumn - text.ToColumn) * column });
        }
        return boxes;
    }

    private static Box PartOf(Run run, string printed)
    {
        var at = printed.Length == 0 || printed.Length >= run.Text.Length ? -1 : run.Text.IndexOf(printed, StringComparison.Ordinal);
        return at < 0 ? run.Box : run.Slice(at, printed.Length).Box;
    }

    private static Box View(Sheet sheet, List<Box> marks)
    {
        var view = new Box(marks.Min(static box => box.Left) - Around, marks.Min(static box => box.Top) - Above, marks.Max(static box => box.Right) + Around, marks.Max(static box => box.Bottom) + Above);
        var lacking = LeastWidth - (view.Right - view.Left);
        if (lacking > 0) view = view with { Left = view.Left - lacking * 0.75, Right = view.Right + lacking * 0.25 };
        // A page is shown over its whole width where that can be read: a row is nothing without its label.
        if (sheet.Width is > 0 and <= WidestPage) return view with { Left = 0, Right = sheet.Width, Top = Math.Max(0, view.Top), Bottom = sheet.Height > 0 ? Math.Min(sheet.Height, view.Bottom) : view.Bottom };
        var right = sheet.Width > 0 ? sheet.Width : view.Right;
        if (view.Left < 0) view = view with { Left = 0, Right = Math.Min(right, view.Right - view.Left) };
        return view with { Top = Math.Max(0, view.Top), Right = Math.Min(right, view.Right), Bottom = sheet.Height > 0 ? Math.Min(sheet.Height, view.Bottom) : view.Bottom };
    }

    private static string Svg(Sheet sheet, Box view, List<(Box Box, bool Stated)> marks)
    {
        var (width, height) = (view.Right - view.Left, view.Bottom - view.Top);
        var svg = new StringBuilder();
        svg.Append(Invariant($"<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"{view.Left:0.##} {view.Top:0.##} {width:0.##} {height:0.##}\" width=\"{width * 13:0}\" font-family=\"'Noto Sans CJK SC','Microsoft YaHei','PingFang SC',sans-serif\" style=\"border:1px solid #d0d7de;background:#fff\">\n"));
        foreach (var (box, stated) in marks)
            svg.Append(Invariant($"<rect x=\"{box.Left - 0.15:0.##}\" y=\"{box.Top - 0.1:0.##}\" width=\"{Math.Max(0.3, box.Right - box.Left) + 0.3:0.##}\" height=\"{Math.Max(0.3, box.Bottom - box.Top) + 0.2:0.##}\" fill=\"{(stated ? "#ffd7d5" : "#ddf4ff")}\" stroke=\"{(stated ? "#b3261e" : "#0969da")}\" stroke-width=\"0.08\"/>\n"));
        foreach (var rule in sheet.Rules)
            if (rule.Vertical ? rule.At >= view.Left && rule.At <= view.Right && rule.To >= view.Top && rule.From <= view.Bottom : rule.At >= view.Top && rule.At <= view.Bottom && rule.To >= view.Left && rule.From <= view.Right)
                svg.Append(rule.Vertical
                    ? Invariant($"<line x1=\"{rule.At:0.##}\" y1=\"{rule.From:0.##}\" x2=\"{rule.At:0.##}\" y2=\"{rule.To:0.##}\" stroke=\"#8c959f\" stroke-width=\"0.05\"/>\n")
                    : Invariant($"<line x1=\"{rule.From:0.##}\" y1=\"{rule.At:0.##}\" x2=\"{rule.To:0.##}\" y2=\"{rule.At:0.##}\" stroke=\"#8c959f\" stroke-width=\"0.05\"/>\n"));
        foreach (var run in sheet.Runs)
            for (var at = 0; at < run.Text.Length; at += Piece)
                if (run.Slice(at, Math.Min(Piece, run.Text.Length - at)) is var part && part.Box.Right >= view.Left && part.Box.Left <= view.Right && part.Box.Bottom >= view.Top && part.Box.Top <= view.Bottom) Words(svg, part);
        return svg.Append("</svg>\n").ToString();
    }

    private static void Words(StringBuilder svg, Run run)
    {
        var (width, height) = (run.Box.Right - run.Box.Left, run.Box.Bottom - run.Box.Top);
        svg.Append(Invariant($"<text x=\"{run.Box.Left:0.##}\" y=\"{run.Box.Top + height * 0.82:0.##}\" font-size=\"{Math.Max(0.4, height * 0.88):0.##}\" textLength=\"{width:0.##}\" lengthAdjust=\"spacingAndGlyphs\" fill=\"#1d2733\">")).Append(Html.Text(run.Text)).Append("</text>\n");
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

using Extract.Text;

namespace Extract.Layout.Positioned;

/// <summary>
/// What separates cells on a surface: rules joined to whole strokes (dashes, pieces drawn cell by cell), and the edges of shades, which the
/// eye takes for rules. Distances in ems.
/// </summary>
internal static class Separators
{
    /// <summary>Strokes closer than this are one: the two edges of a thin fill, a stroke drawn twice.</summary>
    public const double Same = 0.12;

    /// <summary>Gaps up to this inside a stroke are closed: dashes, corners left open.</summary>
    private const double Dash = 0.45;

    /// <summary>A shade lower or narrower than this is a mark, not a cell.</summary>
    private const double LeastShade = 0.5;

    /// <summary>The whole strokes of a sheet.</summary>
    public static List<Rule> Of(Sheet sheet) => Joined([.. sheet.Rules, .. Edges(sheet)]);

    /// <summary>Strokes of one level that touch, or nearly, as one.</summary>
    public static List<Rule> Joined(IEnumerable<Rule> rules)
    {
        var joined = new List<Rule>();
        foreach (var level in Levels(rules))
        {
            var pieces = level.OrderBy(static rule => rule.From).ToList();
            var at = pieces.Average(static rule => rule.At);
            var open = pieces[0] with { At = at };
            foreach (var piece in pieces.Skip(1))
            {
                if (piece.From - open.To <= Dash) open = open with { To = Math.Max(open.To, piece.To) };
                else
                {
                    joined.Add(open);
                    open = piece with { At = at };
                }
            }
            joined.Add(open);
        }
        joined.RemoveAll(static rule => rule.To - rule.From < LeastShade);
        return joined;
    }

    /// <summary>Rules of one direction by level: a new level begins where the next lies further than a stroke is thick.</summary>
    private static IEnumerable<List<Rule>> Levels(IEnumerable<Rule> rules)
    {
        foreach (var direction in rules.GroupBy(static rule => rule.Vertical))
        {
            var open = new List<Rule>();
            foreach (var rule in direction.OrderBy(static rule => rule.At))
            {
                if (open.Count > 0 && rule.At - open[0].At > Same)
                {
                    yield return open;
                    open = [];
                }
                open.Add(rule);
            }
            if (open.Count > 0) yield return open;
        }
    }

    /// <summary>
    /// Edges at which the colour changes. A shade as large as the page is paper; white paint is paper too; shades that abut in one colour have
    /// no edge between them.
    /// </summary>
    private static List<Rule> Edges(Sheet sheet)
    {
        var shades = sheet.Fills.Where(fill => IsShade(fill.Box, sheet)).ToList();
        var rules = new List<Rule>();
        foreach (var colour in shades.GroupBy(static fill => fill.Colour))
        {
            if (colour.Key == 0xFFFFFF) continue;
            var boxes = Merged([.. colour.Select(static fill => fill.Box).Distinct()]);
            foreach (var box in boxes)
            {
                rules.Add(new Rule(false, box.Top, box.Left, box.Right, RuleSource.Drawn));
                rules.Add(new Rule(false, box.Bottom, box.Left, box.Right, RuleSource.Drawn));
                rules.Add(new Rule(true, box.Left, box.Top, box.Bottom, RuleSource.Drawn));
                rules.Add(new Rule(true, box.Right, box.Top, box.Bottom, RuleSource.Drawn));
            }
        }
        return rules;
    }

    private static bool IsShade(Box box, Sheet sheet) =>
        box.Right - box.Left >= LeastShade && box.Bottom - box.Top >= LeastShade
        && !(sheet.Width > 0 && box.Right - box.Left > 0.9 * sheet.Width && box.Bottom - box.Top > 0.5 * sheet.Height);

    /// <summary>Boxes of one colour that abut with a whole edge, as one: first beside each other, then below each other.</summary>
    private static List<Box> Merged(List<Box> boxes)
    {
        for (var pass = 0; pass < 2; pass++)
        {
            boxes = Run(boxes, static box => (box.Top, box.Bottom, box.Left, box.Right), static (a, b, from, to) => new Box(from, a, to, b));
            boxes = Run(boxes, static box => (box.Left, box.Right, box.Top, box.Bottom), static (a, b, from, to) => new Box(a, from, b, to));
        }
        return boxes;
    }

    private static List<Box> Run(List<Box> boxes, Func<Box, (double A, double B, double From, double To)> axes, Func<double, double, double, double, Box> back)
    {
        var merged = new List<Box>();
        (double A, double B, double From, double To)? open = null;
        foreach (var next in boxes.Select(axes).OrderBy(static k => Math.Round(k.A / Same)).ThenBy(static k => Math.Round(k.B / Same)).ThenBy(static k => k.From))
        {
            if (open is { } o && Math.Abs(o.A - next.A) < Same && Math.Abs(o.B - next.B) < Same && next.From - o.To < 0.03)
            {
                open = (Math.Min(o.A, next.A), Math.Max(o.B, next.B), o.From, Math.Max(o.To, next.To));
                continue;
            }
            if (open is { } done) merged.Add(back(done.A, done.B, done.From, done.To));
            open = next;
        }
        if (open is { } last) merged.Add(back(last.A, last.B, last.From, last.To));
        return merged;
    }
}

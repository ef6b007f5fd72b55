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
    /// Edges at which the colour changes. A shade as large as the page is paper; white paint is paper too; where shades of one colour abut or
    /// overlap there is no edge to be seen.
    /// </summary>
    private static List<Rule> Edges(Sheet sheet)
    {
        var rules = new List<Rule>();
        foreach (var colour in sheet.Fills.Where(fill => fill.Colour != 0xFFFFFF && IsShade(fill.Box, sheet)).GroupBy(static fill => fill.Colour))
        {
            var paint = new Paint([.. colour.Select(static fill => fill.Box).Distinct()]);
            rules.AddRange(paint.Edges());
        }
        return rules;
    }

    private static bool IsShade(Box box, Sheet sheet) =>
        box.Right - box.Left >= LeastShade && box.Bottom - box.Top >= LeastShade
        && !(sheet.Width > 0 && box.Right - box.Left > 0.9 * sheet.Width && box.Bottom - box.Top > 0.5 * sheet.Height);
}

namespace Extract.Pdf.Content;

/// <summary>
/// From lines as painted to lines as seen: what a later area covers or what has the colour of its ground goes; pieces that touch become
/// one; short pieces at even distances become a dashed one; what remains shorter than a letter is no line.
/// </summary>
internal sealed class RuleMerging(MarkCollector marks, PdfPage page)
{
    /// <summary>Lines at the same place to within this many points are the same line: less than the two of a double line are apart.</summary>
    private const double SamePlace = 0.25;

    /// <summary>Lines painted over each other overlap by more than this; lines side by side do not.</summary>
    private const double Overlap = 0.03;

    /// <summary>What several lines painted over each other make is no thicker than this, or they are several.</summary>
    private const double Thickest = 3;

    /// <summary>Pieces closer than this touch: between them runs at most a thick line that crosses theirs.</summary>
    private const double Touching = 1.75;

    /// <summary>Dashes: each at most this long, the gap between two at most that.</summary>
    private const double LongestDash = 8;
    private const double LongestGap = 6;

    /// <summary>The least line that is kept.</summary>
    private const double Shortest = 3;

    private const long MostComparisons = 20_000_000;

    private readonly List<Piece> pieces = [];

    private record struct Piece(PdfRule Rule, bool Dot);

    /// <summary>Fills the page's rules.</summary>
    public void Run()
    {
        pieces.Clear();
        // On a page with more lines times areas than this nobody sees which covers which.
        var judge = (long)marks.Rules.Count * page.FillList.Count < MostComparisons;
        foreach (var painted in marks.Rules)
            if (!judge || IsSeen(painted)) pieces.Add(new Piece(painted.Rule, painted.Dot));
        pieces.Sort(static (a, b) => (a.Rule.Vertical.CompareTo(b.Rule.Vertical), a.Rule.At.CompareTo(b.Rule.At), a.Rule.From.CompareTo(b.Rule.From), a.Rule.To.CompareTo(b.Rule.To)) switch
        {
            (not 0 and var way, _, _, _) => way,
            (_, not 0 and var at, _, _) => at,
            (_, _, not 0 and var from, _) => from,
            (_, _, _, var to) => to,
        });
        for (var start = 0; start < pieces.Count;)
        {
            var end = start + 1;
            var first = pieces[start].Rule;
            var (near, far) = (first.At - first.Thickness / 2, first.At + first.Thickness / 2);
            while (end < pieces.Count && pieces[end].Rule is var next && next.Vertical == first.Vertical && IsSame(first, next, near, far))
            {
                far = Math.Max(far, next.At + next.Thickness / 2);
                end++;
            }
            Line(start, end);
            start = end;
        }
    }

    /// <summary>At the same place, or painted over each other: a hairline along the edge of a bar is part of the bar.</summary>
    private static bool IsSame(in PdfRule first, in PdfRule next, double near, double far) =>
        next.At - first.At <= SamePlace || (next.At - next.Thickness / 2 < far - Overlap && Math.Max(far, next.At + next.Thickness / 2) - near <= Thickest);

    /// <summary>Joins the pieces of one line.</summary>
    private void Line(int start, int end)
    {
        if (end - start > 1) pieces.Sort(start, end - start, ByStart.Instance);
        var (rule, only, dashes) = (pieces[start].Rule, pieces[start].Dot, 1);
        var lastLength = rule.To - rule.From;
        for (var i = start + 1; i < end; i++)
        {
            var next = pieces[i].Rule;
            var (gap, length) = (next.From - rule.To, next.To - next.From);
            var dashed = gap > Touching && gap <= LongestGap && lastLength <= LongestDash && length <= LongestDash && next.Colour == rule.Colour;
            if (gap > Touching && !dashed)
            {
                Keep(rule, only, dashes);
                (rule, only, dashes, lastLength) = (next, pieces[i].Dot, 1, length);
                continue;
            }
            if (dashed) dashes++;
            only &= pieces[i].Dot;
            rule = rule with
            {
                To = Math.Max(rule.To, next.To),
                At = next.Thickness > rule.Thickness ? next.At : rule.At,
                Thickness = Math.Max(rule.Thickness, next.Thickness),
                Dashed = rule.Dashed && next.Dashed,
                Colour = length > rule.To - rule.From ? next.Colour : rule.Colour,
            };
            lastLength = length;
        }
        Keep(rule, only, dashes);
    }

    private void Keep(in PdfRule rule, bool dots, int dashes)
    {
        var length = rule.To - rule.From;
        if (length < Shortest || (dots && dashes < 4 && length < 3 * Shortest)) return;
        // Two or three short pieces are letters drawn as boxes rather than a dashed line.
        if (dashes is 2 or 3 && length < 3 * LongestGap) return;
        page.RuleList.Add(dashes > 3 ? rule with { Dashed = true } : rule);
    }

    /// <summary>A line is seen if it is not of the colour of what lies under it and no area painted later lies over it.</summary>
    private bool IsSeen(in MarkCollector.Painted painted)
    {
        var rule = painted.Rule;
        var middle = (rule.From + rule.To) / 2;
        var ground = 0xFFFFFF;
        var fills = page.FillList;
        for (var i = fills.Count - 1; i >= 0; i--)
        {
            var box = fills[i].Box;
            var (when, opaque) = marks.FillOrders[i];
            var (low, high, first, last) = rule.Vertical ? (box.Left, box.Right, box.Top, box.Bottom) : (box.Top, box.Bottom, box.Left, box.Right);
            if (when > painted.Order)
            {
                if (opaque && rule.At - rule.Thickness / 2 > low + 0.1 && rule.At + rule.Thickness / 2 < high - 0.1 && rule.From >= first - 0.1 && rule.To <= last + 0.1) return false;
                continue;
            }
            if (rule.At < low - 0.1 || rule.At > high + 0.1 || middle < first || middle > last) continue;
            ground = fills[i].Colour;
            // The edge of a shaded cell is paper on the other side: there only a line that is both colours is unseen.
            if (Near(ground, rule.Colour) && (rule.At < low + 0.5 || rule.At > high - 0.5)) ground = 0xFFFFFF;
            break;
        }
        return !Near(ground, rule.Colour);
    }

    private static bool Near(int one, int other)
    {
        static int Apart(int a, int b, int shift) => Math.Abs((a >> shift & 0xFF) - (b >> shift & 0xFF));
        return Math.Max(Apart(one, other, 16), Math.Max(Apart(one, other, 8), Apart(one, other, 0))) <= 6;
    }

    private sealed class ByStart : IComparer<Piece>
    {
        public static readonly ByStart Instance = new();

        public int Compare(Piece a, Piece b) => a.Rule.From != b.Rule.From ? a.Rule.From.CompareTo(b.Rule.From) : b.Rule.To.CompareTo(a.Rule.To);
    }
}

using Extract.Layout.Positioned;
using Extract.Text;

namespace Extract.Tables.Positioned;

/// <summary>A head: the columns it stands over and its words.</summary>
internal sealed record Head(int First, int Last, List<Word> Words)
{
    public Box Box => Boxes.Union(Words.Select(static word => word.Box));
}

/// <summary>
/// Heads that alignment alone shows: which columns a head stands over is told by the rule below it, by what it covers, or by what its middle
/// is the middle of (Hurst 2000: heads are centred over what they govern). Heads of one column stacked tightly are one head.
/// </summary>
internal sealed class Heads(ColumnInk columns, IReadOnlyList<Rule> rules)
{
    /// <summary>The header's lines, from top to bottom, as rows of heads.</summary>
    public List<(List<TextLine> Lines, List<Head> Heads)> Rows(IReadOnlyList<TextLine> lines)
    {
        var rows = new List<(List<TextLine> Lines, List<Head> Heads)>();
        for (var i = lines.Count - 1; i >= 0; i--)
        {
            var heads = Of(lines[i], rows.Count > 0);
            if (rows.Count > 0 && Stack(heads, rows[0].Heads, lines[i], rows[0].Lines[0]))
            {
                rows[0] = ([lines[i], .. rows[0].Lines], Joined(heads, rows[0].Heads));
                continue;
            }
            rows.Insert(0, ([lines[i]], heads));
        }
        return rows;
    }

    /// <summary>The heads of one line.</summary>
    public List<Head> Of(TextLine line, bool mayCentre)
    {
        var phrases = Phrases(line);
        var heads = new List<Head>();
        for (var p = 0; p < phrases.Count; p++)
        {
            var (first, last) = Covered(phrases[p].Box);
            if (Underlined(phrases[p].Box, line) is { } under) (first, last) = (Math.Min(first, under.First), Math.Max(last, under.Last));
            else if (mayCentre)
            {
                var floor = p == 0 ? 0 : Covered(phrases[p - 1].Box).Last + 1;
                var ceiling = p + 1 < phrases.Count ? Covered(phrases[p + 1].Box).First - 1 : columns.Count - 1;
                (first, last) = Centred(phrases[p].Box, first, last, Math.Min(floor, first), Math.Max(ceiling, last));
            }
            if (heads.Count > 0 && heads[^1].Last >= first)
            {
                if (heads[^1].First >= first || heads[^1].Last >= last) { heads[^1] = new Head(heads[^1].First, Math.Max(last, heads[^1].Last), [.. heads[^1].Words, .. phrases[p].Words]); continue; }
                first = heads[^1].Last + 1;
            }
            heads.Add(new Head(first, last, [.. phrases[p].Words]));
        }
        return heads;
    }

    /// <summary>Words of one line apart where they stand over different columns and the white between them lies between the columns.</summary>
    private List<Phrase> Phrases(TextLine line)
    {
        var phrases = new List<Phrase>();
        foreach (var phrase in TextLine.Parted(line.Words, 0.45 * line.Size))
        {
            if (phrases.Count > 0 && Covered(phrases[^1].Box) is var a && Covered(phrase.Box) is var b && a == b && a.First == a.Last)
                phrases[^1] = new Phrase([.. phrases[^1].Words, .. phrase.Words]);
            else phrases.Add(phrase);
        }
        return phrases;
    }

    private (int First, int Last) Covered(Box box)
    {
        int first = -1, last = -1;
        for (var c = 0; c < columns.Count; c++)
        {
            var overlap = Boxes.Overlap(box.Left, box.Right, columns[c].Left, columns[c].Right);
            if (overlap <= Math.Min(0.5, 0.3 * (columns[c].Right - columns[c].Left))) continue;
            if (first < 0) first = c;
            last = c;
        }
        if (first >= 0) return (first, last);
        var nearest = columns.Of(box.CentreX);
        return (nearest, nearest);
    }

    /// <summary>The columns over which a rule runs right below the line, under the phrase and no other.</summary>
    private (int First, int Last)? Underlined(Box box, TextLine line)
    {
        foreach (var rule in rules)
        {
            if (rule.Vertical || rule.At < line.Box.CentreY || rule.At > line.Box.Bottom + 0.9 * line.Size) continue;
            if (box.CentreX < rule.From || box.CentreX > rule.To || rule.To - rule.From < box.Right - box.Left - 0.5) continue;
            var others = Phrases(line).Count(phrase => phrase.Box.CentreX > rule.From && phrase.Box.CentreX < rule.To);
            if (others > 1) continue;
            var under = Enumerable.Range(0, columns.Count).Where(c => (columns[c].Left + columns[c].Right) / 2 is var x && x > rule.From && x < rule.To).ToList();
            if (under.Count > 1 && under.Count < columns.Count) return (under[0], under[^1]);
        }
        return null;
    }

    /// <summary>The fewest neighbouring columns whose middle is the phrase's, if they are several and its own column's middle is not.</summary>
    private (int First, int Last) Centred(Box box, int first, int last, int floor, int ceiling)
    {
        var own = first == last ? Math.Abs(Middle(first, last) - box.CentreX) : double.PositiveInfinity;
        var near = 0.25 * Math.Max(1, columns[first].Right - columns[first].Left);
        if (own < near || first == last && (Math.Abs(columns[first].Left - box.Left) < 0.4 || Math.Abs(columns[first].Right - box.Right) < 0.4)) return (first, last);
        var best = (First: first, Last: last, Off: first == last ? near : Math.Abs(Middle(first, last) - box.CentreX));
        for (var a = Math.Max(floor, first == 0 ? 0 : 1); a <= first; a++)
            for (var b = last; b <= ceiling; b++)
            {
                var off = Math.Abs(Middle(a, b) - box.CentreX) + 0.05 * (b - a);
                if (a != b && off < best.Off - 0.1) best = (a, b, off);
            }
        return best.Off < 1 ? (best.First, best.Last) : (first, last);
    }

    private double Middle(int first, int last) => (columns[first].Left + columns[last].Right) / 2;

    /// <summary>True where the upper line's heads only go on in the lower ones: each stands over what one of them stands over, tightly.</summary>
    private static bool Stack(List<Head> upper, List<Head> lower, TextLine line, TextLine next)
    {
        if (next.Box.Top - line.Box.Bottom > 0.75 * line.Size) return false;
        return upper.TrueForAll(head => lower.Exists(below => below.First == head.First && below.Last == head.Last)
            || head.First == head.Last && !lower.Exists(below => below.First <= head.Last && below.Last >= head.First));
    }

    private static List<Head> Joined(List<Head> upper, List<Head> lower)
    {
        var joined = upper.ConvertAll(head => lower.Find(below => below.First == head.First && below.Last == head.Last) is { } below
            ? head with { Words = [.. head.Words, .. below.Words] } : head);
        joined.AddRange(lower.Where(below => !upper.Exists(head => head.First == below.First && head.Last == below.Last)));
        joined.Sort(static (a, b) => a.First.CompareTo(b.First));
        return joined;
    }
}

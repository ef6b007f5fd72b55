using Extract.Layout.Positioned;
using Extract.Text;

namespace Extract.Tables.Positioned;

/// <summary>A head: the columns it stands over, the header's rows it takes, its words.</summary>
internal sealed record Head(int First, int Last, List<Word> Words)
{
    public int Row { get; init; }

    public int Rows { get; init; } = 1;

    public Box Box => Boxes.Union(Words.Select(static word => word.Box));
}

/// <summary>A header as alignment shows it.</summary>
/// <param name="Top">A y inside its first row.</param>
/// <param name="Borders">The y between its rows, from top to bottom.</param>
/// <param name="Heads">Its heads.</param>
internal sealed record Header(double Top, IReadOnlyList<double> Borders, IReadOnlyList<Head> Heads);

/// <summary>
/// Heads that alignment alone shows: which columns a head stands over is told by the rule below it, by what it covers, or by what its middle
/// is the middle of (Hurst 2000: heads are centred over what they govern). Heads over several columns make the header's rows; a head of one
/// column takes every row that no such head takes above it.
/// </summary>
internal sealed class Heads(ColumnInk columns, IReadOnlyList<Rule> rules)
{
    /// <summary>The header of the lines; heads behind the rule below them say what theirs stand over.</summary>
    public Header Of(IReadOnlyList<TextLine> lines, IReadOnlyList<TextLine> next)
    {
        var all = new List<Head>();
        for (var i = 0; i < lines.Count; i++) all.AddRange(Of(lines[i], i < lines.Count - 1 || next.Count > 0));
        var known = all.Concat(next.SelectMany(line => Of(line, false))).ToList();
        all = TwoRows.Divided(all, columns) ?? all.ConvertAll(head => Governs(head, known));
        var levels = Levels(all.Where(static head => head.Last > head.First));
        var heads = new List<Head>();
        for (var level = 0; level < levels.Count; level++) heads.AddRange(levels[level].Select(head => head with { Row = level }));
        var borders = new List<double>();
        var single = all.Where(static head => head.Last == head.First).GroupBy(static head => head.First)
            .Select(column => (Column: column.Key, Words: column.SelectMany(static head => head.Words).ToList(), Row: Below(levels, column.Key))).ToList();
        // Where nothing stands below the last heads over several columns, the rows of single heads are behind a rule, in the next band.
        var rows = levels.Count + (single.Exists(head => head.Row == levels.Count) || levels.Count == 0 ? 1 : 0);
        heads.AddRange(single.Select(head => new Head(head.Column, head.Column, head.Words) { Row = head.Row, Rows = rows - head.Row }));
        for (var level = 0; level + 1 < rows; level++)
        {
            var bottom = levels[level].Max(static head => head.Box.Bottom);
            var below = heads.Where(head => head.Row == level + 1).Select(static head => head.Box.Top).DefaultIfEmpty(bottom + 0.2).Min();
            borders.Add((bottom + below) / 2);
        }
        return new Header(lines.Min(static line => line.Box.Top) + 0.2, borders, heads);
    }

    /// <summary>
    /// A head that keeps inside one column and has another head clearly below it there is a head over several: over as many neighbours, with
    /// heads of their own beside that one and none beside itself, as put it in their middle.
    /// </summary>
    private Head Governs(Head head, List<Head> all)
    {
        if (head.First != head.Last) return head;
        var size = head.Words[0].Size;
        var below = all.Where(other => other != head && other.First <= head.First && other.Last >= head.First && other.Box.Top > head.Box.CentreY).MinBy(static other => other.Box.Top);
        if (below is null) return head;
        // The lines of a wrapped head are set about one middle; what stands as tightly above another and well aside of it is over several.
        var tight = below.Box.Top - head.Box.Bottom < 0.4 * size;
        if (tight && Math.Abs(below.Box.CentreX - head.Box.CentreX) < size) return head;
        if (IsFull(head, below, size)) return head;
        bool Free(int column) => column >= 0 && column < columns.Count && all.Exists(other => other.First == column && other.Last == column && Math.Abs(other.Box.CentreY - below.Box.CentreY) < 0.9 * size)
            && !all.Exists(other => other != head && other.First <= column && other.Last >= column && other.Box.Top < below.Box.Top - 0.75 * size && other.Box.Bottom > head.Box.Top);
        Box Leaf(int column) => all.Where(other => other != head && other.First == column && other.Last == column).MinBy(other => Math.Abs(other.Box.CentreY - below.Box.CentreY))!.Box;
        var (from, to) = (head.First, head.First);
        while (from > 1 && Free(from - 1)) from--;
        while (Free(to + 1)) to++;
        // A row of its own stands over several columns: a wrapped line would follow closely.
        var apart = to > from && below.First == below.Last && below.Box.Top - head.Box.Bottom > 0.8 * size;
        var best = (First: head.First, Last: head.First, Off: apart ? double.PositiveInfinity : Math.Abs(columns.Centre(head.First, head.First) - head.Box.CentreX));
        for (var a = from; a <= head.First; a++)
            for (var b = head.First; b <= to; b++)
            {
                if (apart && a == b) continue;
                var off = apart ? Math.Abs((Leaf(a).Left + Leaf(b).Right) / 2 - head.Box.CentreX) : Math.Abs(columns.Centre(a, b) - head.Box.CentreX);
                if (off < best.Off + (b - a > best.Last - best.First ? 0.25 : -0.05)) best = (a, b, off);
            }
        return tight && best.Off > 0.5 * Math.Abs(below.Box.CentreX - head.Box.CentreX) ? head : head with { First = best.First, Last = best.Last };
    }

    /// <summary>The wrapping test about one middle: the next line goes on in the same leading, and its first character would not have fitted the column.</summary>
    private bool IsFull(Head head, Head below, double size) =>
        below.Box.Top - head.Box.Bottom < 0.5 * size && Math.Abs(below.Box.CentreX - head.Box.CentreX) < 0.3 * size
        && below.Box.Right - below.Box.Left < 0.6 * (head.Box.Right - head.Box.Left)
        && head.Box.Right - head.Box.Left + (Characters.IsWide(below.Words[0].Text[0]) ? size : below.Words[0].Box.Right - below.Words[0].Box.Left) > columns[head.First].Right - columns[head.First].Left;

    /// <summary>The row below the last head that stands over the column and others.</summary>
    private static int Below(List<List<Head>> levels, int column) => levels.FindLastIndex(level => level.Exists(head => head.First <= column && head.Last >= column)) + 1;

    /// <summary>Heads over several columns by rows: one that stands below another over a part of its columns is a row further down.</summary>
    private static List<List<Head>> Levels(IEnumerable<Head> spanning)
    {
        var levels = new List<List<Head>>();
        foreach (var head in spanning.OrderBy(static head => head.Box.CentreY))
        {
            var above = levels.FindLastIndex(level => level.Exists(other => other.First <= head.Last && other.Last >= head.First && other.Box.CentreY < head.Box.CentreY - 0.3));
            var same = above < 0 ? null : levels[above].Find(other => other.First == head.First && other.Last == head.Last);
            if (same is not null) levels[above][levels[above].IndexOf(same)] = same with { Words = [.. same.Words, .. head.Words] };
            else if (above + 1 < levels.Count) levels[above + 1].Add(head);
            else levels.Add([head]);
        }
        return levels;
    }

    /// <summary>The heads of one line.</summary>
    public List<Head> Of(TextLine line, bool mayCentre)
    {
        var phrases = Phrases(line);
        var heads = new List<Head>();
        for (var p = 0; p < phrases.Count; p++)
        {
            var (first, last) = Covered(phrases[p].Box);
            if (columns.Holds(phrases[p].Box.Left, phrases[p].Box.Right)) first = last = columns.Of(phrases[p].Box.CentreX);
            if (Underlined(phrases[p].Box, line) is { } under) (first, last) = (Math.Min(first, under.First), Math.Max(last, under.Last));
            else if (mayCentre && first < last)
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
}

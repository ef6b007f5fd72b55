using Extract.Text;

namespace Extract.Layout.Positioned;

/// <summary>
/// Areas that only white shows: neighbouring lines of several phrases that leave the same river open. Paragraphs, lists and contents pages
/// are told apart by what they are: long phrases under each other, marks before text, leaders before page numbers.
/// </summary>
internal static class AlignedAreas
{
    /// <summary>Lines of a table are no further apart than this, in their type's size.</summary>
    private const double Apart = 2.6;

    /// <summary>White that stays open is at least this wide.</summary>
    private const double Least = 0.7;

    /// <summary>So many rows after each other may fill the same one column.</summary>
    private const int Rows = 30;

    /// <summary>The areas among the lines that no ruled area took.</summary>
    public static List<(int From, int To)> Of(IReadOnlyList<TextLine> lines, IReadOnlyList<Rule> strokes)
    {
        var areas = new List<(int From, int To)>();
        for (var i = 0; i < lines.Count; i++)
        {
            if (!IsDivided(lines[i])) continue;
            var end = End(lines, i);
            // A single row may be the rest of a table that began on the page before.
            if (end - i >= 2 || i == 0 && lines[0].Phrases.Count > 2 && (lines.Count == 1 || lines[1].Box.Top - lines[0].Box.Bottom > lines[0].Size)) areas.Add((Start(lines, i, end, areas.Count > 0 ? areas[^1].To : 0, strokes), end));
            i = Math.Max(i, end - 1);
        }
        return areas;
    }

    /// <summary>Behind the last line that goes on with the area whose last line is <paramref name="last"/>: rows below its last rule.</summary>
    public static int Extended(IReadOnlyList<TextLine> lines, int last)
    {
        var from = last;
        while (from >= 0 && from > last - 4 && !IsDivided(lines[from])) from--;
        return from < 0 || !IsDivided(lines[from]) ? last + 1 : Math.Max(last + 1, End(lines, from));
    }

    /// <summary>The first line above the area whose first line is <paramref name="first"/> that leaves its rivers open: rows above its first rule.</summary>
    public static int ExtendedUp(IReadOnlyList<TextLine> lines, int first)
    {
        var from = first;
        while (from < lines.Count && from < first + 4 && !IsDivided(lines[from])) from++;
        if (from >= lines.Count || !IsDivided(lines[from])) return first;
        var white = White(lines[from]);
        while (first > 0 && IsDivided(lines[first - 1]) && lines[first].Box.Top - lines[first - 1].Box.Bottom < (Apart - 1) * lines[first].Size)
        {
            white = Common(white, White(lines[first - 1]));
            if (white.Count == 0) break;
            first--;
        }
        return first;
    }

    /// <summary>True for a line of several phrases that is no item of a list and no line of a contents page.</summary>
    public static bool IsDivided(TextLine line)
    {
        if (line.Phrases.Count < 2 || line.Key.Contains("单位:", StringComparison.Ordinal)) return false;
        return line.Phrases.Count > 2 || !IsMark(line.Phrases[0].Text);
    }

    /// <summary>Behind the last line that leaves a river of the lines before it open.</summary>
    private static int End(IReadOnlyList<TextLine> lines, int start)
    {
        var open = Open(lines[start]);
        var white = White(lines[start]);
        var box = lines[start].Box;
        var last = start + 1;
        var columns = lines[start].Phrases.Select(static phrase => phrase.Box.Left).ToList();
        for (var i = start + 1; i < lines.Count; i++)
        {
            var pitch = (lines[i].Box.Top - lines[i - 1].Box.Bottom) / Math.Max(lines[i].Size, lines[i - 1].Size);
            if (pitch > Apart - 1) break;
            if (lines[i].Phrases.Count > 1 || IsTight(lines[i], white))
            {
                // What stands beyond the ends of a line is open too: its row fills no cells there.
                var whole = Boxes.Union(box, lines[i].Box);
                var kept = Common(open, Open(lines[i]));
                var rivers = kept.FindAll(gap => gap.From >= whole.Left && gap.To <= whole.Right);
                if ((rivers.Count == 0 || lines[i].Phrases.Count == 1) && IsTight(lines[i], white))
                {
                    // Its label ends right before its figure: the river is there, and narrow in this line alone.
                    (box, last) = (whole, i + 1);
                    continue;
                }
                if (rivers.Count == 0 || !IsDivided(lines[i])) break;
                (open, white, box, last) = (kept, rivers, whole, i + 1);
                columns.AddRange(lines[i].Phrases.Select(static phrase => phrase.Box.Left));
            }
            else if (i - last < Rows && columns.Count(left => Math.Abs(left - lines[i].Box.Left) < 0.1) > 1 && lines[i].Box.Left > white[0].To - 0.1 && lines[i].Box.Right < box.Right + 1)
            {
                // A row that fills one column alone, and not the first; the last rows of a page may.
                if (i + 1 == lines.Count) last = lines.Count;
            }
            else if (lines[i].Box.Top < lines[i - 1].Box.Bottom - 0.1 * lines[i].Size)
            {
                // It stands beside the line above: one row, its cells set each about its own middle.
                continue;
            }
            else if (i - last >= (lines[i].Box.Right < white[0].From ? 5 : 2) || lines[i].Box.Right > box.Right + 1 || lines[i].Box.Left < box.Left - 1 && !IsLabel(lines, i, white) || Covers(lines[i], white) && IsLong(lines[i], box))
            {
                break;
            }
        }
        // Single phrases below the last divided line belong to it only where they go on with one of its cells.
        while (last < lines.Count && lines[last].Phrases.Count == 1 && (GoesOn(lines[last - 1], lines[last], white) || IsAbout(lines, last, white))) last++;
        // At the foot of a page a row may print its label alone.
        if (last < lines.Count && lines.Count - last <= 2 && lines.Skip(last).All(line => line.Phrases.Count == 1 && line.Box.Left > box.Left - 1 && line.Box.Right < white[0].From)
            && lines[last].Box.Top - lines[last - 1].Box.Bottom < lines[last].Size) last = lines.Count;
        return last;
    }

    /// <summary>
    /// The first line of heads above the area: lines set tightly above it, or parted from it by a rule alone, that stand over its columns; the
    /// first column's own head need not be among them. A line across the middle of the area, or over its first column alone, is a title.
    /// </summary>
    private static int Start(IReadOnlyList<TextLine> lines, int at, int end, int floor, IReadOnlyList<Rule> strokes)
    {
        var first = lines[at].Phrases[0].Box;
        var box = Boxes.Union(lines.Take(end).Skip(at).Select(static line => line.Box));
        var gaps = Enumerable.Range(at + 1, end - at - 1).Select(i => lines[i].Box.Top - lines[i - 1].Box.Bottom).Order().ToList();
        var pitch = gaps.Count < 2 ? 0 : gaps[gaps.Count / 2];
        while (at > floor)
        {
            var (line, next) = (lines[at - 1], lines[at]);
            var gap = next.Box.Top - line.Box.Bottom;
            var ruled = strokes.Any(rule => !rule.Vertical && rule.At > line.Box.CentreY && rule.At < next.Box.CentreY && Boxes.Overlap(rule.From, rule.To, box.Left, box.Right) > 0.6 * (box.Right - box.Left));
            if (gap > (ruled ? 1.5 : 1.2) * next.Size && !(gap < 1.2 * pitch && IsGroup(line, next)) || line.Box.Left < box.Left - 2 || line.Box.Right > box.Right + 2) break;
            // Lines that overlap are heads of one header, each set about its own middle.
            var heads = gap < 0.1 * next.Size || (line.Phrases.Count > 1 ? IsDivided(line) : line.Box.Left > first.Right - 0.5);
            if (!heads || line.Key.Contains("单位:", StringComparison.Ordinal)) break;
            at--;
        }
        return at;
    }

    /// <summary>True for a line whose phrases each stand about the middle of several heads below it, none of them the first.</summary>
    private static bool IsGroup(TextLine line, TextLine heads)
    {
        var below = heads.Phrases;
        return line.Size < 1.1 * heads.Size && !line.Key.EndsWith('表') && line.Phrases.All(phrase => Enumerable.Range(1, Math.Max(0, below.Count - 1)).Any(first =>
            Enumerable.Range(first + 1, below.Count - first - 1).Any(last => Math.Abs((below[first].Box.Left + below[last].Box.Right) / 2 - phrase.Box.CentreX) < 0.25 * line.Size)));
    }

    private static bool GoesOn(TextLine line, TextLine next, List<(double From, double To)> white) =>
        next.Box.Top - line.Box.Bottom < 0.45 * line.Size && !white.Exists(gap => next.Box.Left < gap.From && next.Box.Right > gap.To) && line.Phrases.Any(phrase => Math.Abs(phrase.Box.Left - next.Box.Left) < 1.2)
        && next.Box.Right - next.Box.Left < 20;

    /// <summary>The last line of a cell whose row is set about its middle: it overlaps the row's figures, and they the line of the cell above them.</summary>
    private static bool IsAbout(IReadOnlyList<TextLine> lines, int last, List<(double From, double To)> white)
    {
        if (last < 2 || lines[last].Box.Top >= lines[last - 1].Box.Bottom || lines[last - 1].Box.Top >= lines[last - 2].Box.Bottom) return false;
        var box = lines[last].Box;
        return lines[last - 2].Phrases.Any(phrase => Math.Abs(phrase.Box.Left - box.Left) < 0.5 || Math.Abs(phrase.Box.CentreX - box.CentreX) < 0.5)
            && !white.Exists(gap => box.Left < gap.From && box.Right > gap.To);
    }

    /// <summary>A line left of every river that begins where the rows right below it do, further left than the heads above: the rest of a row that the page before cut.</summary>
    private static bool IsLabel(IReadOnlyList<TextLine> lines, int at, List<(double From, double To)> white)
    {
        for (var i = at + 1; i < Math.Min(lines.Count, at + 3); i++)
            if (lines[i].Phrases.Count > 1 && Math.Abs(lines[i].Box.Left - lines[at].Box.Left) < 2) return lines[at].Box.Right < white[0].To - Least;
        return false;
    }

    /// <summary>True where the line prints an amount right behind every river, however closely the words before it come.</summary>
    private static bool IsTight(TextLine line, List<(double From, double To)> white) =>
        white.TrueForAll(gap => Enumerable.Range(1, line.Words.Count - 1).Any(i =>
            Values.IsAmount(line.Words[i].Text) && line.Words[i].Box.Left > gap.From && line.Words[i - 1].Box.Right < gap.To && line.Words[i].Box.Left - line.Words[i - 1].Box.Right > 0.4 * line.Size));

    private static bool Covers(TextLine line, List<(double From, double To)> white) => white.TrueForAll(gap => line.Box.Left < gap.From && line.Box.Right > gap.To);

    private static bool IsLong(TextLine line, Box box) => line.Box.Right - line.Box.Left > 0.7 * (box.Right - box.Left);

    /// <summary>The white of a line, and what lies beyond its ends.</summary>
    private static List<(double From, double To)> Open(TextLine line) => [(double.NegativeInfinity, line.Box.Left), .. White(line), (line.Box.Right, double.PositiveInfinity)];

    /// <summary>The white between the phrases of a line; none between the two characters of a word set wide.</summary>
    private static List<(double From, double To)> White(TextLine line)
    {
        var white = new List<(double From, double To)>();
        for (var i = 1; i < line.Phrases.Count; i++)
            if (line.Phrases.Count == 2 || !TextLine.IsSpelled(line.Phrases, i - 1)) white.Add((line.Phrases[i - 1].Box.Right, line.Phrases[i].Box.Left));
        return white;
    }

    private static List<(double From, double To)> Common(List<(double From, double To)> a, List<(double From, double To)> b)
    {
        var common = new List<(double From, double To)>();
        foreach (var (from, to) in a)
            foreach (var (start, end) in b)
                if (Boxes.Overlap(from, to, start, end) >= Least) common.Add((Math.Max(from, start), Math.Min(to, end)));
        return common;
    }

    /// <summary>What stands before an item of a list: a bullet, a number with its stop, a letter in brackets.</summary>
    private static bool IsMark(string text)
    {
        var key = Characters.Key(text);
        if (key.Length is 0 or > 5) return key.Length == 0;
        if (key.Length == 1 && !char.IsLetterOrDigit(key[0])) return true;
        return key[^1] is '.' or ')' or '、' or ':' && key.AsSpan(0, key.Length - 1).IndexOfAnyExceptInRange('0', 'z') < 0 || key[0] == '(' && key[^1] == ')' && !key.AsSpan().ContainsAnyInRange('0', '9');
    }
}

namespace Extract.Layout.Positioned;

/// <summary>A stretch of x that (almost) no line of a region crosses.</summary>
/// <param name="From">Where the white begins.</param>
/// <param name="To">Where it ends.</param>
/// <param name="Lines">How many lines have ink on both sides of it.</param>
internal readonly record struct River(double From, double To, int Lines)
{
    public double Middle => (From + To) / 2;

    public double Width => To - From;

    /// <summary>How many pieces of lines lie across it: heads over several columns, text that overflows.</summary>
    public int Crossed { get; init; }
}

/// <summary>
/// Columns by white rivers (Breuel 2002's white-space covers, in one dimension): the lines that are cut into most pieces show them; titles,
/// section heads and heads over several columns cross rivers and do not close them.
/// </summary>
internal static class Rivers
{
    /// <summary>The share of lines that may cross a river: text that overflows its cell, a misplaced head.</summary>
    private const double Crossing = 0.1;

    /// <summary>White narrower than this, in the type's size, stands inside phrases: the space of a narrow type.</summary>
    private const double Narrow = 0.3;

    /// <summary>The rivers between the words of the lines, from left to right. Widths are judged in the lines' own type size.</summary>
    public static List<River> Of(IReadOnlyList<TextLine> lines)
    {
        // Heads over several columns close the rivers between these; heads of columns without a figure are all that shows them.
        var whole = Fullest(lines);
        var body = Body(whole);
        if (body.Count == 0) return [];
        var (all, below) = (Of(body, body, lines), BelowHeads(whole));
        if (below.Count == whole.Count) return all;
        var own = Headed(Of(Body(below), body, lines), below, lines);
        return own.Count > all.Count ? own : all;
    }

    /// <summary>The rivers with those beside heads that stand clear of every column below them: columns in which nothing is filled in.</summary>
    private static List<River> Headed(List<River> rivers, List<TextLine> below, IReadOnlyList<TextLine> lines)
    {
        // Labels whose lines stand beside their figures are ink of their column too.
        // A head set apart from the column it heads stands where that column has no other: only more heads than columns show columns.
        var lined = lines.Where(line => line.Box.Top < below[0].Box.Top).Select(static line => TextLine.Parted(line.Words, 1.2 * line.Size)).ToList();
        var columns = Ink([.. lines.Where(line => line.Box.Bottom > below[0].Box.Top)], rivers).Select(static ink => (ink.From, ink.To, Head: false)).ToList();
        lined = lined.ConvertAll(line => Spelled(line, columns));
        if (columns.Count < 2 || lined.Count == 0 || lined.Max(static line => line.Count) <= columns.Count) return rivers;
        // Lines of two heads stand over groups of columns. Words spread over a line of a wrapped head belong to what its other lines head.
        var boxes = lined.Skip(lined.FindIndex(static line => line.Count > 2)).SelectMany(static line => line).Select(static phrase => phrase.Box).OrderBy(static box => box.Left).ToList();
        var known = boxes.FindAll(box => columns.Exists(column => Boxes.Overlap(column.From, column.To, box.Left, box.Right) >= 0));
        foreach (var box in boxes.Where(box => !known.Exists(other => Boxes.OverlapX(other, box) >= 0)))
        {
            if (columns[^1] is { Head: true } last && box.Left < last.To) columns[^1] = last with { To = Math.Max(last.To, box.Right) };
            else columns.Add((box.Left, box.Right, true));
        }
        if (!columns.Exists(static column => column.Head)) return rivers;
        columns.Sort(static (a, b) => a.From.CompareTo(b.From));
        return [.. columns.Zip(columns.Skip(1), (left, right) => !left.Head && !right.Head && rivers.FindIndex(river => river.From >= left.To - 0.01 && river.To <= right.From + 0.01) is >= 0 and var at
            ? rivers[at] : new River(left.To, right.From, below.Count))];
    }

    /// <summary>A word of two ideographs set wide (项　　目) is one head, unless columns below part them (类, 款, 项).</summary>
    private static List<Phrase> Spelled(List<Phrase> heads, List<(double From, double To, bool Head)> columns)
    {
        var spelled = new List<Phrase>();
        for (var i = 0; i < heads.Count; i++)
        {
            var pair = TextLine.IsSpelled(heads, i) && (Under(heads[i]) is var first && first == Under(heads[i + 1]) || first < 0 || Under(heads[i + 1]) < 0);
            spelled.Add(pair ? new Phrase([.. heads[i].Words, .. heads[++i].Words]) : heads[i]);
        }
        return spelled;

        int Under(Phrase head) => columns.FindIndex(column => Boxes.Overlap(column.From, column.To, head.Box.Left, head.Box.Right) > 0);
    }

    /// <summary>How far the ink of each column between the rivers reaches.</summary>
    private static IEnumerable<(double From, double To)> Ink(List<TextLine> lines, List<River> rivers)
    {
        var words = lines.SelectMany(static line => line.Words).ToLookup(word => rivers.Count(river => river.Middle < word.Box.CentreX));
        return Enumerable.Range(0, rivers.Count + 1).Where(words.Contains).Select(column => (words[column].Min(static word => word.Box.Left), words[column].Max(static word => word.Box.Right)));
    }

    private static List<River> Of(List<TextLine> body, List<TextLine> divided, IReadOnlyList<TextLine> lines)
    {
        if (body.Count == 0) return [];
        var size = body.Select(static line => line.Size).Order().ElementAt(body.Count / 2);
        var least = size * (body.Count >= 6 ? 0.45 : body.Count >= 3 ? 0.6 : 0.9);
        var allowed = (int)(Crossing * body.Count);
        // Where many words begin or end flush beside it, white is a river though it is narrow.
        var narrow = body.Count >= 6 ? Narrow * size : least;
        var ink = body.Select(line => Ink(line, Math.Min(0.4 * size, narrow))).ToList();
        var rivers = new List<River>();
        var pieces = lines.SelectMany(line => Ink(line, Math.Min(0.4 * size, narrow))).ToList();
        foreach (var (from, to) in White(ink, allowed, narrow).SelectMany(white => Around(ink, white, narrow)).Where(white => white.To - white.From >= least || IsFlush(body, white, size)))
            rivers.Add(Clear(new River(from, to, body.Count(line => line.Box.Left < from + 0.01 && line.Box.Right > to - 0.01 && !Crosses(line, from, to))), pieces));
        DropLone(rivers, divided);
        return rivers;
    }

    /// <summary>True where the words right behind the white begin at one place, or those right before it end at one.</summary>
    private static bool IsFlush(List<TextLine> body, (double From, double To) white, double size)
    {
        var (lefts, rights, beside) = (0, 0, 0);
        foreach (var line in body)
        {
            var next = line.Words.FirstOrDefault(word => word.Box.Left > white.To - 0.01);
            var last = line.Words.LastOrDefault(word => word.Box.Right < white.From + 0.01);
            if (next is null || last is null) continue;
            beside++;
            if (next.Box.Left - white.To < 0.1 * size) lefts++;
            if (white.From - last.Box.Right < 0.1 * size) rights++;
        }
        return beside >= 6 && Math.Max(lefts, rights) * 4 >= beside * 3;
    }

    /// <summary>
    /// The part of a river that the fewest of all lines cross, the widest of such parts: heads wider than their columns reach into rivers.
    /// </summary>
    private static River Clear(River river, List<(double From, double To)> pieces)
    {
        var inside = pieces.FindAll(piece => piece.From < river.To && piece.To > river.From);
        if (inside.Count == 0) return river;
        var edges = inside.SelectMany(static piece => ((double[])[piece.From, piece.To])).Append(river.From).Append(river.To).Where(x => x >= river.From && x <= river.To).Distinct().Order().ToList();
        var best = (From: river.From, To: river.To, Crossing: int.MaxValue);
        for (var i = 1; i < edges.Count; i++)
        {
            var (from, to) = (edges[i - 1], edges[i]);
            if (to - from < 0.1) continue;
            var crossing = inside.Count(piece => piece.From < to - 0.01 && piece.To > from + 0.01);
            if (crossing < best.Crossing || crossing == best.Crossing && to - from > best.To - best.From) best = (from, to, crossing);
        }
        return river with { From = best.From, To = best.To, Crossed = best.Crossing };
    }

    /// <summary>What only one line of several fills is no column but part of a phrase: of the rivers beside it the one that more crosses, or the narrower, is none.</summary>
    private static void DropLone(List<River> rivers, List<TextLine> lines)
    {
        if (lines.Count < 3) return;
        for (var i = 0; i <= rivers.Count && rivers.Count > 0; i++)
        {
            var from = i == 0 ? double.NegativeInfinity : rivers[i - 1].Middle;
            var to = i == rivers.Count ? double.PositiveInfinity : rivers[i].Middle;
            if (lines.Count(line => line.Words.Any(word => word.Box.CentreX > from && word.Box.CentreX < to)) > 1) continue;
            var drop = i == 0 ? 0 : i == rivers.Count || rivers[i - 1].Crossed > rivers[i].Crossed || rivers[i - 1].Crossed == rivers[i].Crossed && rivers[i - 1].Width < rivers[i].Width ? i - 1 : i;
            rivers.RemoveAt(drop);
            i = Math.Max(-1, i - 2);
        }
    }

    /// <summary>A column that few lines fill lies in the river like an island: there is a river on either side of it.</summary>
    private static IEnumerable<(double From, double To)> Around(List<List<(double From, double To)>> ink, (double From, double To) white, double least)
    {
        var islands = ink.SelectMany(static line => line).Where(piece => piece.From > white.From + 0.01 && piece.To < white.To - 0.01).OrderBy(static piece => piece.From).ToList();
        var from = white.From;
        for (var i = 0; i < islands.Count;)
        {
            var (start, end) = islands[i];
            while (++i < islands.Count && islands[i].From < end + least) end = Math.Max(end, islands[i].To);
            if (start - from < least) continue;
            yield return (from, start);
            from = end;
        }
        if (white.To - from >= least) yield return (from, white.To);
    }

    /// <summary>Of lines that overlap, heads each set about its own middle, the one of most pieces.</summary>
    private static List<TextLine> Fullest(IReadOnlyList<TextLine> lines)
    {
        var fullest = new List<TextLine>();
        var bottom = double.NegativeInfinity;
        foreach (var line in lines)
        {
            if (line.Box.Top > bottom - 0.1 * line.Size) fullest.Add(line);
            else if (line.Phrases.Count > fullest[^1].Phrases.Count) fullest[^1] = line;
            bottom = line.Box.Bottom;
        }
        return fullest;
    }

    /// <summary>The lines from the first figure on, where several lines hold figures: what stands above may be heads over several columns.</summary>
    private static List<TextLine> BelowHeads(List<TextLine> lines)
    {
        var figures = lines.FindAll(static line => line.Phrases.Skip(1).Any(static phrase => Values.IsValue(phrase.Text) && !Values.IsYear(phrase.Text)));
        return figures.Count < 3 ? lines : lines.GetRange(lines.IndexOf(figures[0]), lines.Count - lines.IndexOf(figures[0]));
    }

    /// <summary>Lines of at least half as many pieces as the most divided ones (their upper quarter) have.</summary>
    private static List<TextLine> Body(IReadOnlyList<TextLine> lines)
    {
        var divided = lines.Where(static line => line.Phrases.Count > 1).ToList();
        if (divided.Count == 0) return [];
        var most = divided.Select(static line => line.Phrases.Count).OrderDescending().ElementAt(divided.Count / 4);
        return [.. divided.Where(line => line.Phrases.Count * 2 >= most)];
    }

    private static bool Crosses(TextLine line, double from, double to) =>
        line.Words.Any(word => word.Box.Left < to - 0.01 && word.Box.Right > from + 0.01);

    /// <summary>A line's words with its small spaces closed.</summary>
    private static List<(double From, double To)> Ink(TextLine line, double space)
    {
        var ink = new List<(double From, double To)>();
        foreach (var word in line.Words)
        {
            if (ink.Count > 0 && word.Box.Left - ink[^1].To <= space) ink[^1] = (ink[^1].From, Math.Max(ink[^1].To, word.Box.Right));
            else ink.Add((word.Box.Left, word.Box.Right));
        }
        return ink;
    }

    /// <summary>Stretches that at most <paramref name="allowed"/> lines cover, at least <paramref name="least"/> wide, by one sweep over the edges.</summary>
    private static List<(double From, double To)> White(IReadOnlyList<List<(double From, double To)>> ink, int allowed, double least)
    {
        var edges = ink.SelectMany(static line => line).SelectMany(static piece => ((double At, int Step)[])[(piece.From, 1), (piece.To, -1)])
            .OrderBy(static edge => edge.At).ThenByDescending(static edge => edge.Step).ToList();
        var white = new List<(double From, double To)>();
        var covering = 0;
        var from = double.NaN;
        foreach (var (at, step) in edges)
        {
            covering += step;
            if (step > 0 && covering == allowed + 1)
            {
                if (!double.IsNaN(from) && at - from >= least) white.Add((from, at));
                from = double.NaN;
            }
            else if (step < 0 && covering == allowed)
            {
                from = at;
            }
        }
        return white;
    }
}

using Extract.Figures;
using Extract.Text;

namespace Extract.Layout.Positioned;

/// <summary>
/// Lines of text whose columns are parted by runs of blanks, as pages of ink: a line is as high as its type and a quarter of that apart from
/// the next, a character as wide as its display columns. One blank stands inside a phrase; beside an amount it may part two cells whose columns stand close.
/// </summary>
internal static class SpacedText
{
    /// <summary>The height of the type, where lines are 1 apart.</summary>
    private const double Type = 0.8;

    /// <summary>What a blank line between rows adds.</summary>
    private const double Leading = 0.6;

    /// <summary>The em of a surface that has none, in points: the usual size of type.</summary>
    private const double UsualEm = 10.5;

    /// <summary>So many lines about a line of several runs can belong to its table, or be its title.</summary>
    private const int Around = 8;

    /// <summary>A stretch of more lines than this is cut, as pages are.</summary>
    private const int Longest = 1000;

    /// <summary>Lines that are read together: as pages of ink where some of them are divided, else none of these.</summary>
    public static IEnumerable<(IReadOnlyList<FlowLine> Lines, IReadOnlyList<Surface> Pages)> Stretches(IReadOnlyList<FlowLine> lines)
    {
        var at = 0;
        while (at < lines.Count)
        {
            var divided = at;
            while (divided < lines.Count && lines[divided].Runs.Count < 2) divided++;
            var from = divided == lines.Count ? divided : Math.Max(at, divided - Around);
            if (from > at) yield return (Slice(lines, at, from), []);
            if (from == lines.Count) break;
            var last = divided;
            var end = divided + 1;
            for (; end < lines.Count && end <= last + 2 * Around; end++)
                if (lines[end].Runs.Count > 1) last = end;
            end = Math.Min(lines.Count, last + Around);
            var stretch = Slice(lines, from, end);
            yield return (stretch, Pages(stretch));
            at = end;
        }
    }

    private static List<FlowLine> Slice(IReadOnlyList<FlowLine> lines, int from, int to) => [.. lines.Skip(from).Take(to - from)];

    private static List<Surface> Pages(List<FlowLine> lines)
    {
        var pages = new List<Surface>();
        for (var at = 0; at < lines.Count;)
        {
            var end = at + 1;
            while (end < lines.Count && lines[end].Sheet == lines[at].Sheet && end - at < Longest) end++;
            pages.Add(Page(pages.Count + 1, lines.GetRange(at, end - at)));
            at = end;
        }
        return pages;
    }

    private static Surface Page(int number, List<FlowLine> lines)
    {
        var columns = TextColumns.Of(lines);
        var tops = Tops(lines);
        var origins = new Dictionary<Word, Run>(ReferenceEqualityComparer.Instance);
        var words = new List<Word>();
        for (var i = 0; i < lines.Count; i++)
        {
            var lefts = columns.Lefts(lines[i]);
            for (var r = 0; r < lefts.Length; r++)
                foreach (var word in WordsOf(lines[i].Runs[r], columns, lefts[r], tops[i]))
                {
                    origins[word] = lines[i].Runs[r];
                    words.Add(word);
                }
        }
        return new Surface(new Sheet(number, [], []) { EmPoints = UsualEm }, words, origins);
    }

    /// <summary>
    /// The y of each line. Blank lines that stand between most rows are the rows' leading and set them as far apart as looser lines are in
    /// print; more of them part what is above from what is below.
    /// </summary>
    private static double[] Tops(List<FlowLine> lines)
    {
        var blanks = Enumerable.Range(0, lines.Count).Select(i => i == 0 ? 0 : (int)Math.Max(0, lines[i].Top - lines[i - 1].Top - 1)).ToArray();
        var usual = Enumerable.Range(1, lines.Count - 1).Where(i => lines[i].Runs.Count > 1 && lines[i - 1].Runs.Count > 1).GroupBy(i => blanks[i])
            .OrderByDescending(static same => same.Count()).ThenBy(static same => same.Key).Select(static same => same.Key).FirstOrDefault();
        var tops = new double[lines.Count];
        for (var i = 1; i < tops.Length; i++)
            tops[i] = tops[i - 1] + 1 + (blanks[i] == 0 ? 0 : blanks[i] <= Math.Max(1, usual) ? Leading : blanks[i]);
        return tops;
    }

    private static IEnumerable<Word> WordsOf(Run run, TextColumns columns, double left, double top)
    {
        var pieces = new List<(Run Run, double Left, double Right)>();
        for (var i = 0; i < run.Text.Length;)
        {
            var end = i;
            while (end < run.Text.Length && !Characters.IsSpace(run.Text[end])) end++;
            if (end > i) pieces.Add((run.Slice(i, end - i), left + columns.Width(run.Text.AsSpan(0, i)), left + columns.Width(run.Text.AsSpan(0, end))));
            i = end + 1;
        }
        for (var i = 0; i < pieces.Count; i++)
        {
            var (piece, from, to) = pieces[i];
            if (i + 1 < pieces.Count && !IsFigure(piece.Text) && !IsFigure(pieces[i + 1].Run.Text)) to = Math.Max(to, pieces[i + 1].Left - 0.01);
            yield return Word.Of([new Glyph(piece with { Box = new Box(from, top, to, top + Type) })]);
        }
    }

    private static bool IsFigure(string text) => text.AsSpan().IndexOfAny('.', ',') > 0 && FigureReader.Read(text).Kind == EntryKind.Number;
}

using Extract.Figures;
using Extract.Text;

namespace Extract.Layout.Positioned;

/// <summary>
/// Lines of text whose columns are parted by runs of blanks, as pages of ink: a line is as high as its type and a quarter of that apart from
/// the next, a character as wide as its display columns. One blank stands inside a phrase, unless figures stand on both sides of it.
/// </summary>
internal static class SpacedText
{
    /// <summary>The height of the type, where lines are 1 apart.</summary>
    private const double Type = 0.8;

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
            var origins = new Dictionary<Word, Run>(ReferenceEqualityComparer.Instance);
            var words = new List<Word>();
            foreach (var run in lines.GetRange(at, end - at).SelectMany(static line => line.Runs))
                foreach (var word in WordsOf(run))
                {
                    origins[word] = run;
                    words.Add(word);
                }
            pages.Add(new Surface(new Sheet(pages.Count + 1, [], []) { EmPoints = UsualEm }, words, origins));
            at = end;
        }
        return pages;
    }

    private static IEnumerable<Word> WordsOf(Run run)
    {
        var pieces = new List<Run>();
        for (var i = 0; i < run.Text.Length;)
        {
            var end = i;
            while (end < run.Text.Length && !Characters.IsSpace(run.Text[end])) end++;
            if (end > i) pieces.Add(run.Slice(i, end - i));
            i = end + 1;
        }
        for (var i = 0; i < pieces.Count; i++)
        {
            var box = pieces[i].Box with { Bottom = pieces[i].Box.Top + Type };
            if (i + 1 < pieces.Count && !(IsFigure(pieces[i].Text) && IsFigure(pieces[i + 1].Text))) box = box with { Right = Math.Max(box.Right, pieces[i + 1].Box.Left - 0.01) };
            yield return Word.Of([new Glyph(pieces[i] with { Box = box })]);
        }
    }

    private static bool IsFigure(string text) => FigureReader.Read(text).Kind == EntryKind.Number && text.Length > 2;
}

using Extract.Text;

namespace Extract.Layout;

/// <summary>How a line separates what it holds.</summary>
internal enum LineKind
{
    /// <summary>By white space, or not at all.</summary>
    Free,

    /// <summary>A cell mark stands before it.</summary>
    Marked,

    /// <summary>Rules run along it.</summary>
    Ruled,
}

/// <summary>A line of a surface: its runs from left to right, and how it is set off.</summary>
/// <param name="Sheet">The surface's number.</param>
/// <param name="Top">Its y, in ems.</param>
/// <param name="Runs">Its runs; none for an empty marked cell.</param>
/// <param name="Kind">How it separates what it holds.</param>
/// <param name="Gap">Blank lines before it beyond what is usual between the document's lines.</param>
/// <param name="PageStart">True for the first line of a surface but the document's first.</param>
internal sealed record FlowLine(int Sheet, double Top, IReadOnlyList<Run> Runs, LineKind Kind, int Gap, bool PageStart)
{
    /// <summary>The characters of the line without white space, folded.</summary>
    /// <remarks>Kept for running text, which is asked again and again; made anew for lines of tables, of which there may be a million.</remarks>
    public string Key => key ?? (Kind == LineKind.Ruled ? Make() : key = Make());

    private string? key;

    private string Make() => Runs.Count == 0 ? "" : Characters.Key(Runs.Count == 1 ? Runs[0].Text : string.Concat(Runs.Select(static run => run.Text)));
}

/// <summary>The lines of a document in reading order, page numbers taken out.</summary>
internal static class Flow
{
    /// <summary>Lines over all surfaces; a page number's line is furniture and is left out.</summary>
    public static List<FlowLine> Of(Document document)
    {
        var lines = new List<FlowLine>();
        foreach (var sheet in document.Sheets) AddSheet(sheet, lines);
        return WithGaps(lines);
    }

    /// <summary>True for a line that holds nothing but the page's number between dashes.</summary>
    public static bool IsPageNumber(FlowLine line)
    {
        if (line.Kind != LineKind.Free) return false;
        var key = line.Key;
        if (key.Length is < 3 or > 14) return false;
        if (key[0] == '第' && key[^1] == '页') return key.AsSpan().ContainsAnyInRange('0', '9');
        var digits = key.Trim('-', '—', '–', '─');
        return digits.Length is > 0 and < 5 && digits.Length < key.Length && key[0] != digits[0] && key[^1] != digits[^1] && digits.All(char.IsAsciiDigit);
    }

    private static void AddSheet(Sheet sheet, List<FlowLine> lines)
    {
        var marks = new HashSet<double>();
        var ruled = new HashSet<double>();
        foreach (var rule in sheet.Rules)
        {
            if (!rule.Vertical) continue;
            if (rule.At == 0 && rule.Source == RuleSource.Declared) marks.Add(rule.From);
            else for (var top = Math.Floor(rule.From); top < rule.To; top++) ruled.Add(top);
        }
        var first = true;
        foreach (var (top, runs) in RunsByTop(sheet.Runs, marks, ruled))
        {
            var kind = ruled.Contains(top) ? LineKind.Ruled : marks.Contains(top) ? LineKind.Marked : LineKind.Free;
            lines.Add(new FlowLine(sheet.Number, top, runs, kind, 0, first && lines.Count > 0));
            first = false;
        }
    }

    /// <summary>The runs of each line from top to bottom, lines without runs among them where rules or marks stand there.</summary>
    private static IEnumerable<(double Top, IReadOnlyList<Run> Runs)> RunsByTop(IReadOnlyList<Run> runs, HashSet<double> marks, HashSet<double> ruled)
    {
        var tops = new List<(double Top, int From)>();
        var sorted = true;
        var at = 0;
        foreach (var run in runs)
        {
            if (tops.Count == 0 || tops[^1].Top != run.Box.Top)
            {
                sorted &= tops.Count == 0 || tops[^1].Top < run.Box.Top;
                tops.Add((run.Box.Top, at));
            }
            at++;
        }
        if (!sorted)
        {
            var byTop = runs.ToLookup(static run => run.Box.Top);
            foreach (var top in runs.Select(static run => run.Box.Top).Concat(marks).Concat(ruled).Distinct().Order()) yield return (top, [.. byTop[top]]);
            yield break;
        }
        // Runs in the order of their lines, as sheets of a million cells give them, are not copied: a line is a stretch of them.
        var bare = marks.Concat(ruled).Distinct().Order().ToList();
        var (next, line) = (0, 0);
        while (next < bare.Count || line < tops.Count)
        {
            if (line == tops.Count || next < bare.Count && bare[next] < tops[line].Top)
            {
                yield return (bare[next++], []);
                continue;
            }
            if (next < bare.Count && bare[next] == tops[line].Top) next++;
            var end = line + 1 < tops.Count ? tops[line + 1].From : runs.Count;
            yield return (tops[line].Top, new Stretched(runs, tops[line].From, end - tops[line].From));
            line++;
        }
    }

    /// <summary>A stretch of a list, not copied.</summary>
    private sealed class Stretched(IReadOnlyList<Run> runs, int from, int count) : IReadOnlyList<Run>
    {
        public int Count => count;

        public Run this[int index] => runs[from + index];

        public IEnumerator<Run> GetEnumerator()
        {
            for (var i = 0; i < count; i++) yield return runs[from + i];
        }

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }

    /// <summary>Measures the space above each line against what is usual: documents set double-spaced have a blank line everywhere.</summary>
    private static List<FlowLine> WithGaps(List<FlowLine> lines)
    {
        var counts = new Dictionary<int, int>();
        for (var i = 1; i < lines.Count; i++)
            if (lines[i].Sheet == lines[i - 1].Sheet) counts[Blank(lines, i)] = counts.GetValueOrDefault(Blank(lines, i)) + 1;
        var usual = counts.Count == 0 ? 0 : counts.MaxBy(static pair => pair.Value).Key;
        var result = new List<FlowLine>(lines.Count);
        var pageStart = false;
        for (var i = 0; i < lines.Count; i++)
        {
            var gap = i == 0 || lines[i].PageStart ? 0 : Math.Max(0, Blank(lines, i) - usual);
            pageStart |= lines[i].PageStart;
            if (IsPageNumber(lines[i]))
            {
                pageStart |= i > 0;
                continue;
            }
            var starts = pageStart && result.Count > 0;
            result.Add(lines[i].Gap == gap && lines[i].PageStart == starts ? lines[i] : lines[i] with { Gap = gap, PageStart = starts });
            pageStart = false;
        }
        return result;
    }

    private static int Blank(List<FlowLine> lines, int i) => lines[i].Sheet != lines[i - 1].Sheet ? 0 : (int)Math.Max(0, lines[i].Top - lines[i - 1].Top - 1);
}

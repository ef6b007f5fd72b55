using System.Text;

namespace Extract.Layout.Positioned;

/// <summary>Page headers, footers and numbers: what stands at the same edge of many pages, or is nothing but a page's number.</summary>
internal static class Furniture
{
    /// <summary>So many lines from either edge of a page can be furniture.</summary>
    private const int Edge = 2;

    /// <summary>The part of the page's height that is its margin above or below.</summary>
    private const double Margin = 0.115;

    /// <summary>The words of each page that are furniture.</summary>
    public static List<HashSet<Word>> Of(IReadOnlyList<Surface> pages)
    {
        var edges = pages.Select(static page => Edges(page, page.Lines)).ToList();
        var known = edges.SelectMany(static (lines, page) => lines.Select(line => (Key: Key(line), Page: page))).Distinct()
            .GroupBy(static e => e.Key).Where(group => group.Count() >= Math.Max(3, 0.3 * pages.Count)).Select(static group => group.Key).ToHashSet();
        return [.. edges.Select(lines => lines
            .Where(line => known.Contains(Key(line)) || IsPageNumber(line))
            .SelectMany(static line => line.Words).ToHashSet())];
    }

    /// <summary>Lines in the margins that white sets off from what the page says; a table's head printed again stands tightly above its rows.</summary>
    private static List<TextLine> Edges(Surface page, IReadOnlyList<TextLine> lines)
    {
        var edges = new List<TextLine>();
        for (var i = Math.Min(Edge, lines.Count) - 1; i >= 0; i--)
            if (edges.Count > 0 || i + 1 == lines.Count || IsSetOff(lines[i], lines[i + 1])) edges.Add(lines[i]);
        var foot = edges.Count;
        for (var i = Math.Max(Edge, lines.Count - Edge); i < lines.Count; i++)
            if (edges.Count > foot || IsSetOff(lines[i - 1], lines[i]) || i + 1 == lines.Count && IsDashedNumber(lines[i])) edges.Add(lines[i]);
        return [.. edges.Where(line => IsAtEdge(line, page) && !line.Key.Contains("单位:", StringComparison.Ordinal) && !page.Frames.Any(frame => RuledAreas.IsGrid(frame) && frame.Box.Holds(line.Box.CentreX, line.Box.CentreY)))];
    }

    private static bool IsSetOff(TextLine above, TextLine below) => below.Box.Top - above.Box.Bottom > 0.9 * Math.Min(above.Size, below.Size);

    private static bool IsAtEdge(TextLine line, Surface page) =>
        page.Sheet.Height <= 0 || line.Box.CentreY < Margin * page.Sheet.Height || line.Box.CentreY > (1 - Margin) * page.Sheet.Height;

    /// <summary>What a line says but its digits, and about where it stands.</summary>
    private static (string Text, long Level) Key(TextLine line)
    {
        var key = new StringBuilder();
        foreach (var c in line.Key)
            if (!char.IsAsciiDigit(c)) key.Append(c);
        return (key.ToString(), (long)Math.Round(line.Box.CentreY / 2));
    }

    /// <summary>A page's number between dashes stands for nothing else, however close to the text it is set.</summary>
    private static bool IsDashedNumber(TextLine line) =>
        line.Key.Length > 2 && line.Key[0] is '-' or '—' or '–' or '─' && line.Key[^1] == line.Key[0] && IsPageNumber(line);

    /// <summary>A line at the foot or head of the page that holds the page's number and what stands around it.</summary>
    private static bool IsPageNumber(TextLine line)
    {
        var key = line.Key;
        if (key.Length is 0 or > 14) return false;
        if (key[0] == '第' && key[^1] == '页') return key.AsSpan().ContainsAnyInRange('0', '9');
        var digits = key.Trim('-', '—', '–', '─', '·', '~');
        return digits.Length is > 0 and < 5 && digits.All(char.IsAsciiDigit);
    }
}

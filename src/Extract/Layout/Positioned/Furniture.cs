using System.Text;

namespace Extract.Layout.Positioned;

/// <summary>Page headers, footers and numbers: what stands at the same edge of many pages, or is nothing but a page's number.</summary>
internal static class Furniture
{
    /// <summary>So many lines from either edge of a page can be furniture.</summary>
    private const int Edge = 2;

    /// <summary>The words of each page that are furniture.</summary>
    public static List<HashSet<Word>> Of(IReadOnlyList<Surface> pages)
    {
        var edges = pages.Select(static page => Edges(TextLine.Of(page.Words))).ToList();
        var known = edges.SelectMany(static (lines, page) => lines.Select(line => (Key: Key(line), Page: page))).Distinct()
            .GroupBy(static e => e.Key).Where(group => group.Count() >= Math.Max(3, 0.3 * pages.Count)).Select(static group => group.Key).ToHashSet();
        return [.. edges.Select((lines, page) => lines
            .Where(line => known.Contains(Key(line)) || IsPageNumber(line, pages[page]))
            .SelectMany(static line => line.Words).ToHashSet())];
    }

    private static List<TextLine> Edges(List<TextLine> lines) => lines.Count <= 2 * Edge ? lines : [.. lines[..Edge], .. lines[^Edge..]];

    /// <summary>What a line says but its digits, and about where it stands.</summary>
    private static (string Text, long Level) Key(TextLine line)
    {
        var key = new StringBuilder();
        foreach (var c in line.Key)
            if (!char.IsAsciiDigit(c)) key.Append(c);
        return (key.ToString(), (long)Math.Round(line.Box.CentreY / 2));
    }

    /// <summary>A line at the foot or head of the page that holds the page's number and what stands around it.</summary>
    private static bool IsPageNumber(TextLine line, Surface page)
    {
        if (page.Sheet.Height > 0 && line.Box.CentreY > 0.1 * page.Sheet.Height && line.Box.CentreY < 0.88 * page.Sheet.Height) return false;
        var key = line.Key;
        if (key.Length is 0 or > 14) return false;
        if (key[0] == '第' && key[^1] == '页') return key.AsSpan().ContainsAnyInRange('0', '9');
        var digits = key.Trim('-', '—', '–', '─', '·', '~');
        return digits.Length is > 0 and < 5 && digits.All(char.IsAsciiDigit);
    }
}

namespace Extract.Documents.Plain;

/// <summary>
/// Where pages end: at a form feed; behind a line that holds nothing but a page number between dashes; and, in text whose form feeds
/// were washed into spaces, before a line that starts with a single space where other lines start with none.
/// </summary>
internal static class Pages
{
    /// <summary>The lines of each page. The number lines stay, for the layout to take out.</summary>
    public static IEnumerable<List<Line>> Divide(List<Line> lines)
    {
        var washed = FeedsWereWashed(lines);
        var page = new List<Line>();
        foreach (var line in lines)
        {
            var text = line.Text;
            var feed = text.IndexOf('\f', StringComparison.Ordinal);
            while (feed >= 0)
            {
                if (feed > 0) page.Add(line with { Text = text[..feed] });
                if (page.Count > 0) yield return page;
                page = [];
                text = text[(feed + 1)..];
                feed = text.IndexOf('\f', StringComparison.Ordinal);
            }
            if (washed && IsWashed(text) && HasInk(page))
            {
                yield return page;
                page = [];
            }
            page.Add(line with { Text = text });
            if (!IsNumberLine(text)) continue;
            yield return page;
            page = [];
        }
        if (page.Count > 0) yield return page;
    }

    /// <summary>- 12 -, — 12 —, 第 12 页, 第12页 共30页.</summary>
    internal static bool IsNumberLine(string text)
    {
        var line = text.AsSpan().Trim();
        if (line.Length is < 3 or > 16) return false;
        if (line[0] == '第' && (line[^1] == '页')) return line.ContainsAnyInRange('0', '9');
        if (!IsDash(line[0]) || !IsDash(line[^1])) return false;
        var digits = 0;
        foreach (var c in line)
        {
            if (char.IsAsciiDigit(c)) digits++;
            else if (!IsDash(c) && c != ' ') return false;
        }
        return digits is >= 1 and <= 4;
    }

    private static bool FeedsWereWashed(List<Line> lines)
    {
        int washed = 0, inked = 0;
        foreach (var line in lines)
        {
            if (line.Text.Contains('\f', StringComparison.Ordinal)) return false;
            if (line.IsBlank) continue;
            inked++;
            if (IsWashed(line.Text)) washed++;
        }
        return washed > 0 && washed * 8 < inked;
    }

    private static bool IsWashed(string text) => text.Length > 1 && text[0] == ' ' && !char.IsWhiteSpace(text[1]);

    private static bool HasInk(List<Line> page) => page.Exists(static line => !line.IsBlank);

    private static bool IsDash(char c) => c is '-' or '—' or '–' or '－' or '─' or '―';
}

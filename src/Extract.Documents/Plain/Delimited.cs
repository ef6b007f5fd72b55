using Extract.Text;

namespace Extract.Documents.Plain;

/// <summary>
/// Tables written with separators: bars (| a | b |, a | b |), tabs (several a line), box-drawing characters. Bars and tabs are laid out as
/// a renderer shows them, every column as wide as its widest cell; box drawings keep their columns.
/// </summary>
internal static class Delimited
{
    /// <summary>Fewer lines that end with a bar are text.</summary>
    private const int LeastOpen = 3;

    /// <summary>Lays out the delimited table that starts at <paramref name="at"/> and answers how many lines it takes; 0 if none does.</summary>
    public static int Take(int page, List<Line> lines, int at, List<Run> runs, List<Rule> rules)
    {
        if (BoxDrawing.IsBoxLine(lines[at].Text)) return BoxDrawing.Take(page, lines, at, runs, rules);
        if (Bars(lines[at].Text) > 0) return TakeBars(page, lines, at, runs, rules);
        if (TabsInside(lines[at].Text) >= 2)
        {
            var rows = 0;
            while (at + rows < lines.Count && TabsInside(lines[at + rows].Text) >= 2) rows++;
            if (rows >= 2) return TakeRows(page, lines, at, static text => TabsInside(text) >= 2, SplitTabs, RuleSource.Declared, runs, rules);
        }
        return 0;
    }

    /// <summary>|---|:--:| and the like.</summary>
    public static bool IsMarkdownRule(string text)
    {
        var line = text.AsSpan().Trim();
        if (line.Length < 3 || line[0] != '|') return false;
        var dashes = 0;
        foreach (var c in line)
        {
            if (c == '-') dashes++;
            else if (c is not ('|' or ':' or ' ')) return false;
        }
        return dashes > 0;
    }

    private static bool IsBarred(string text)
    {
        var line = text.AsSpan().Trim();
        return line.Length >= 2 && line[0] == '|' && line[^1] == '|';
    }

    /// <summary>Tabs of a line that separate cells: all of them, where there is ink and it is not just a cell mark before text.</summary>
    private static int TabsInside(string text)
    {
        var tabs = 0;
        foreach (var c in text)
            if (c == '\t') tabs++;
        if (tabs < 2) return 0;
        var trimmed = text.AsSpan().Trim();
        // A lone text among marks (a cell mark before, washed marks behind) is one cell, not a row.
        return trimmed.Contains('\t') || tabs >= 5 ? tabs : 0;
    }

    /// <summary>
    /// Rows closed on both sides (| a | b |) or on the right (a | b |); or the cells of a table copied off a page, one a line (a |) or with
    /// what its merged cells left empty at the end of the row (a | b | ||||): their columns are lost and their order is not.
    /// </summary>
    private static int TakeBars(int page, List<Line> lines, int at, List<Run> runs, List<Rule> rules)
    {
        var (count, closed, rows, packed, uneven) = (0, 0, 0, 0, false);
        for (; at + count < lines.Count && Bars(lines[at + count].Text) is var bars and > 0; count++)
        {
            var text = lines[at + count].Text;
            if (IsBarred(text)) closed++;
            if (bars > 1) rows++;
            if (TrailingBars(text) > 2) packed++;
            uneven |= bars != Bars(lines[at].Text);
        }
        var broken = uneven && 2 * packed > count;
        if (closed == count && !broken) return TakeRows(page, lines, at, static text => IsBarred(text), SplitBars, RuleSource.Drawn, runs, rules);
        if (closed == 0 && 2 * rows >= count && !broken && count >= LeastOpen)
            return TakeRows(page, lines, at, static text => Bars(text) > 0, static text => Split(text, 0, text.LastIndexOf('|'), '|'), RuleSource.Drawn, runs, rules);
        if (count < LeastOpen) return closed > 0 ? TakeRows(page, lines, at, static text => IsBarred(text), SplitBars, RuleSource.Drawn, runs, rules) : 0;
        foreach (var line in lines.GetRange(at, count))
        {
            foreach (var (start, length) in Split(line.Text, 0, line.Text.LastIndexOf('|'), '|'))
            {
                if (length == 0) continue;
                var (column, width) = (DisplayWidth.Of(line.Text.AsSpan(0, start)), DisplayWidth.Of(line.Text.AsSpan(start, length)));
                runs.Add(new Run(line.Text.Substring(start, length), new Box(column / 2.0, line.Number, (column + width) / 2.0, line.Number + 1),
                    new TextPlace(page, line.Number, column + 1, column + width)));
            }
        }
        return count;
    }

    /// <summary>How many bars a line has that ends with one; 0 for any other.</summary>
    private static int Bars(string text)
    {
        var line = text.AsSpan().TrimEnd();
        return line.Length > 0 && line[^1] == '|' ? line.Count('|') : 0;
    }

    /// <summary>How many bars end a line with nothing between them.</summary>
    private static int TrailingBars(string text)
    {
        var bars = 0;
        for (var i = text.Length - 1; i >= 0 && (text[i] == '|' || Characters.IsSpace(text[i])); i--)
            if (text[i] == '|') bars++;
        return bars;
    }

    private static int TakeRows(int page, List<Line> lines, int at, Func<string, bool> belongs,
        Func<string, List<(int Start, int Length)>> split, RuleSource source, List<Run> runs, List<Rule> rules)
    {
        var count = 0;
        var rows = new List<(Line Line, int Height, List<(int Start, int Length)> Cells)>();
        while (at + count < lines.Count && belongs(lines[at + count].Text))
        {
            var line = lines[at + count++];
            if (!IsMarkdownRule(line.Text)) rows.Add((line, 1, split(line.Text)));
            else if (rows.Count > 0) rows[^1] = rows[^1] with { Height = rows[^1].Height + 1 };
        }
        var widths = new List<int>();
        foreach (var (line, _, cells) in rows)
            for (var c = 0; c < cells.Count; c++)
            {
                var width = DisplayWidth.Of(line.Text.AsSpan(cells[c].Start, cells[c].Length)) + 2;
                if (c == widths.Count) widths.Add(width);
                else widths[c] = Math.Max(widths[c], width);
            }
        foreach (var (line, height, cells) in rows) LayRow(page, line, height, cells, widths, source, runs, rules);
        return count;
    }

    private static void LayRow(int page, Line line, int height, List<(int Start, int Length)> cells, List<int> widths, RuleSource source, List<Run> runs, List<Rule> rules)
    {
        double left = 0;
        double top = line.Number;
        var bottom = top + height;
        for (var c = 0; c < widths.Count; c++)
        {
            rules.Add(new Rule(true, left, top, bottom, source));
            if (c < cells.Count && cells[c].Length > 0)
            {
                var (start, length) = cells[c];
                var text = line.Text.Substring(start, length);
                var column = DisplayWidth.Of(line.Text.AsSpan(0, start));
                var width = DisplayWidth.Of(text);
                runs.Add(new Run(text, new Box(left + 0.5, top, left + 0.5 + width / 2.0, top + 1),
                    new TextPlace(page, line.Number, column + 1, column + width)));
            }
            left += widths[c] / 2.0;
        }
        rules.Add(new Rule(true, left, top, bottom, source));
        rules.Add(new Rule(false, top, 0, left, source));
        rules.Add(new Rule(false, bottom, 0, left, source));
    }

    private static List<(int Start, int Length)> SplitBars(string text)
    {
        var first = text.IndexOf('|', StringComparison.Ordinal);
        var last = text.LastIndexOf('|');
        return Split(text, first + 1, last, '|');
    }

    private static List<(int Start, int Length)> SplitTabs(string text) => Split(text, 0, text.Length, '\t');

    private static List<(int Start, int Length)> Split(string text, int from, int to, char separator)
    {
        var cells = new List<(int Start, int Length)>();
        var start = from;
        for (var i = from; i <= to; i++)
        {
            if (i < to && (text[i] != separator || separator == '|' && i > 0 && text[i - 1] == '\\')) continue;
            var (a, b) = (start, i);
            while (a < b && Characters.IsSpace(text[a])) a++;
            while (b > a && Characters.IsSpace(text[b - 1])) b--;
            cells.Add((a, b - a));
            start = i + 1;
        }
        return cells;
    }
}

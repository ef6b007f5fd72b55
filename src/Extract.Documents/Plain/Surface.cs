using Extract.Text;

namespace Extract.Documents.Plain;

/// <summary>Lays the lines of a page out as a surface: an em is one line down and two columns across.</summary>
internal static class Surface
{
    /// <summary>How far apart tab stops are, in columns.</summary>
    private const int TabStop = 8;

    /// <summary>The page as a sheet of runs and rules.</summary>
    public static Sheet Lay(int number, List<Line> lines)
    {
        var runs = new List<Run>();
        var rules = new List<Rule>();
        var at = 0;
        while (at < lines.Count)
        {
            var taken = Delimited.Take(number, lines, at, runs, rules);
            if (taken == 0 && (!lines[at].IsBlank || lines[at].Text.StartsWith('\t'))) LayLine(number, lines[at], runs, rules);
            at += Math.Max(1, taken);
        }
        return new Sheet(number, runs, rules);
    }

    /// <summary>One free line: runs between tabs and gaps of two columns or more. A tab before text is a cell mark: a rule down its left.</summary>
    private static void LayLine(int page, Line line, List<Run> runs, List<Rule> rules)
    {
        var text = line.Text;
        var column = 0;
        var i = 0;
        while (i < text.Length)
        {
            var c = text[i];
            if (Characters.IsSpace(c))
            {
                if (c == '\t')
                {
                    column = (column / TabStop + 1) * TabStop;
                    if (i == 0) rules.Add(new Rule(true, 0, line.Number, line.Number + 1, RuleSource.Declared));
                }
                else
                {
                    column += Math.Max(1, DisplayWidth.Of(c));
                }
                i++;
                continue;
            }
            if (BookmarkAt(text, i) is var mark and > 0)
            {
                i += mark;
                continue;
            }
            var end = EndOfRun(text, i);
            var piece = text[i..end];
            var width = DisplayWidth.Of(piece);
            runs.Add(new Run(piece, new Box(column / 2.0, line.Number, (column + width) / 2.0, line.Number + 1),
                new TextPlace(page, line.Number, column + 1, column + width)));
            column += width;
            i = end;
        }
    }

    /// <summary>The length of a converter's bookmark ([bookmark: _GoBack]) that starts here: a mark of the file, not ink; 0 if there is none.</summary>
    private static int BookmarkAt(string text, int at)
    {
        if (!text.AsSpan(at).StartsWith("[bookmark:")) return 0;
        var close = text.IndexOf(']', at);
        return close < 0 || close - at > 64 ? 0 : close + 1 - at;
    }

    /// <summary>A run ends before a tab, an ideographic gap or two spaces; single spaces are inside it.</summary>
    private static int EndOfRun(string text, int start)
    {
        var end = start;
        for (var i = start; i < text.Length; i++)
        {
            if (!Characters.IsSpace(text[i]))
            {
                end = i + 1;
                continue;
            }
            if (text[i] == '\t' || i + 1 < text.Length && Characters.IsSpace(text[i + 1])) break;
        }
        return end;
    }
}

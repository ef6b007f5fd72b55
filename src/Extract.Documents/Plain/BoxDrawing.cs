using Extract.Text;

namespace Extract.Documents.Plain;

/// <summary>Tables drawn with the characters of U+2500–257F: every stroke becomes a rule at its display column.</summary>
internal static class BoxDrawing
{
    /// <summary>True for a line that starts with a box-drawing character and holds another.</summary>
    public static bool IsBoxLine(string text)
    {
        var line = text.AsSpan().Trim();
        return line.Length >= 2 && IsBox(line[0]) && IsBox(line[^1]);
    }

    /// <summary>Lays out the box lines from <paramref name="at"/> and answers how many there are.</summary>
    public static int Take(int page, List<Line> lines, int at, List<Run> runs, List<Rule> rules)
    {
        var count = 0;
        while (at + count < lines.Count && IsBoxLine(lines[at + count].Text)) count++;
        var wide = WidthOfStroke(lines, at, count);
        for (var i = at; i < at + count; i++) LayLine(page, lines[i], wide, runs, rules);
        return count;
    }

    /// <summary>Fonts draw these characters one or two columns wide; the one under which the right-hand strokes line up is the author's.</summary>
    private static int WidthOfStroke(List<Line> lines, int at, int count)
    {
        var ends = new HashSet<int>[] { [], [] };
        for (var i = at; i < at + count; i++)
            for (var w = 1; w <= 2; w++) ends[w - 1].Add(Columns(lines[i].Text.TrimEnd(), w));
        return ends[1].Count < ends[0].Count ? 2 : 1;
    }

    private static int Columns(string text, int wide)
    {
        var columns = 0;
        foreach (var c in text) columns += IsBox(c) ? wide : Math.Max(1, DisplayWidth.Of(c));
        return columns;
    }

    private static void LayLine(int page, Line line, int wide, List<Run> runs, List<Rule> rules)
    {
        var column = 0;
        var start = -1;
        var startColumn = 0;
        for (var i = 0; i <= line.Text.Length; i++)
        {
            var c = i < line.Text.Length ? line.Text[i] : '│';
            var box = IsBox(c);
            if (box && start >= 0)
            {
                AddRun(page, line, start, i, startColumn, runs);
                start = -1;
            }
            if (!box && start < 0 && !Characters.IsSpace(c)) (start, startColumn) = (i, column);
            if (i == line.Text.Length) break;
            if (box) AddStrokes(c, column, wide, line.Number, rules);
            column += box ? wide : Math.Max(1, DisplayWidth.Of(c));
        }
    }

    private static void AddRun(int page, Line line, int start, int end, int column, List<Run> runs)
    {
        var text = line.Text[start..end].TrimEnd();
        var width = DisplayWidth.Of(text);
        runs.Add(new Run(text, new Box(column / 2.0, line.Number, (column + width) / 2.0, line.Number + 1),
            new TextPlace(page, line.Number, column + 1, column + width)));
    }

    /// <summary>The four arms of a box character, from the middle of its cell outwards.</summary>
    private static void AddStrokes(char c, int column, int wide, int line, List<Rule> rules)
    {
        var x = (column + wide / 2.0) / 2.0;
        var y = line + 0.5;
        var (left, right, up, down) = Arms(c);
        if (up) rules.Add(new Rule(true, x, line, y, RuleSource.Drawn));
        if (down) rules.Add(new Rule(true, x, y, line + 1, RuleSource.Drawn));
        if (left) rules.Add(new Rule(false, y, column / 2.0, x, RuleSource.Drawn));
        if (right) rules.Add(new Rule(false, y, x, (column + wide) / 2.0, RuleSource.Drawn));
    }

    private static (bool Left, bool Right, bool Up, bool Down) Arms(char c) => c switch
    {
        '─' or '━' or '═' or '┄' or '┈' => (true, true, false, false),
        '│' or '┃' or '║' or '┆' or '┊' => (false, false, true, true),
        '┌' or '┏' or '╔' or '╭' => (false, true, false, true),
        '┐' or '┓' or '╗' or '╮' => (true, false, false, true),
        '└' or '┗' or '╚' or '╰' => (false, true, true, false),
        '┘' or '┛' or '╝' or '╯' => (true, false, true, false),
        '├' or '┣' or '╠' => (false, true, true, true),
        '┤' or '┫' or '╣' => (true, false, true, true),
        '┬' or '┳' or '╦' => (true, true, false, true),
        '┴' or '┻' or '╩' => (true, true, true, false),
        _ => (true, true, true, true),
    };

    private static bool IsBox(char c) => c is >= '\u2500' and <= '\u257F';
}

using Extract.Text;

namespace Extract.Tables;

/// <summary>
/// Rebuilds a grid from rules: they are snapped to common lines, the lines cut the region into elementary cells, cells between which no
/// rule runs are one, and every run goes to the cell that holds its middle. Distances in ems.
/// </summary>
internal static class RuledGrid
{
    /// <summary>Rules closer than this are one line: less than a character, more than a double border.</summary>
    private const double Snap = 0.3;

    /// <summary>Rebuilds the grid of a region's runs and rules.</summary>
    public static GridBuilder Rebuild(IEnumerable<Run> runs, IReadOnlyList<Rule> rules)
    {
        var xs = Lines(rules, true);
        var ys = Lines(rules, false);
        var evidence = rules.Any(static rule => rule.Source == RuleSource.Drawn) ? Evidence.Drawn : Evidence.Declared;
        var grid = new GridBuilder("", evidence);
        var (columns, rows) = (xs.Count - 1, ys.Count - 1);
        if (columns < 1 || rows < 1) return grid;
        var anchors = Merge(xs, ys, rules);
        var texts = new Printed?[anchors.Length];
        foreach (var run in runs)
        {
            var cell = anchors[Slot(ys, run.Box.CentreY) * columns + Slot(xs, run.Box.CentreX)];
            var printed = new Printed(Characters.Compact(run.Text), [run.Place]);
            texts[cell] = texts[cell] is { } there ? GridBuilder.Join(there, printed) : printed;
        }
        grid.Expect(anchors.Length);
        for (var r = 0; r < rows; r++)
            for (var c = 0; c < columns; c++)
            {
                if (anchors[r * columns + c] != r * columns + c) continue;
                var (height, width) = Extent(anchors, r, c, rows, columns);
                grid.Add(r, c, texts[r * columns + c] ?? Printed.Blank, height, width);
            }
        return grid;
    }

    private static List<double> Lines(IReadOnlyList<Rule> rules, bool vertical)
    {
        var all = rules.Where(rule => rule.Vertical == vertical).Select(static rule => rule.At).Order();
        var lines = new List<double>();
        foreach (var at in all)
            if (lines.Count == 0 || at - lines[^1] > Snap) lines.Add(at);
        return lines;
    }

    /// <summary>For each elementary cell the first cell of the merged cell it belongs to.</summary>
    private static int[] Merge(List<double> xs, List<double> ys, IReadOnlyList<Rule> rules)
    {
        var (columns, rows) = (xs.Count - 1, ys.Count - 1);
        var rightWalls = new float[rows * columns];
        var bottomWalls = new float[rows * columns];
        foreach (var rule in rules)
        {
            var (across, along) = rule.Vertical ? (xs, ys) : (ys, xs);
            var line = Nearest(across, rule.At);
            if (line == 0 || line == across.Count - 1) continue;
            for (var k = Math.Max(0, Slot(along, rule.From)); k < along.Count - 1 && along[k] < rule.To; k++)
            {
                var covered = (Math.Min(rule.To, along[k + 1]) - Math.Max(rule.From, along[k])) / (along[k + 1] - along[k]);
                if (rule.Vertical) rightWalls[k * columns + line - 1] += (float)covered;
                else bottomWalls[(line - 1) * columns + k] += (float)covered;
            }
        }
        var anchors = new int[rows * columns];
        for (var i = 0; i < anchors.Length; i++) anchors[i] = i;
        for (var r = 0; r < rows; r++)
            for (var c = 0; c < columns; c++)
            {
                var i = r * columns + c;
                if (c > 0 && rightWalls[i - 1] < 0.5) anchors[i] = anchors[i - 1];
                else if (r > 0 && bottomWalls[i - columns] < 0.5) anchors[i] = anchors[i - columns];
            }
        return anchors;
    }

    private static (int Height, int Width) Extent(int[] anchors, int row, int column, int rows, int columns)
    {
        var anchor = row * columns + column;
        int height = 1, width = 1;
        while (row + height < rows && anchors[(row + height) * columns + column] == anchor) height++;
        while (column + width < columns && anchors[row * columns + column + width] == anchor) width++;
        return (height, width);
    }

    private static int Slot(List<double> lines, double at)
    {
        var found = lines.BinarySearch(at);
        if (found < 0) found = ~found - 1;
        return Math.Clamp(found, 0, lines.Count - 2);
    }

    private static int Nearest(List<double> lines, double at)
    {
        var slot = Slot(lines, at);
        return Math.Abs(lines[slot] - at) <= Math.Abs(lines[slot + 1] - at) ? slot : slot + 1;
    }
}

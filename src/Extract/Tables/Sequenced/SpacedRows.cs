using Extract.Forms;

namespace Extract.Tables.Sequenced;

/// <summary>How the cells of a row stand to each other down the page.</summary>
internal enum Setting
{
    /// <summary>Every cell begins on the row's first line.</summary>
    Top,

    /// <summary>Every cell has its middle at the row's middle.</summary>
    Middle,

    /// <summary>Every cell ends on the row's last line.</summary>
    Bottom,
}

/// <summary>
/// Rows of a table whose columns are kept by spaces: a row takes neighbouring lines, and what it is depends on them alone, so the cheapest
/// division of all lines is found by dynamic programming over where rows end. A row is cheap where its cells are what their columns expect,
/// where wrapped cells fill their lines, and where all its cells are set alike: the setting that explains the table most cheaply is taken.
/// Names of the levels above the row's own are given to rows afterwards.
/// </summary>
internal sealed class SpacedRows
{
    /// <summary>The most lines a row takes.</summary>
    private const int Tallest = 48;

    /// <summary>Rows that cost more than this on average were not understood.</summary>
    private const double Accepted = 14;

    /// <summary>A cell's place is known: what it prints may be odd, but no more than this.</summary>
    private const double Dearest = 8;

    /// <summary>What words say counts for so much beside where they stand.</summary>
    private const double Words = 0.7;

    /// <summary>A blank cell is seen to be blank, not taken to be: it costs this part of what leaving its column out would.</summary>
    private const double Blank = 0.3;

    private readonly AtomStream stream;
    private readonly Column[] columns;
    private readonly List<SpacedLine> lines;
    private readonly int[] content;
    private readonly int[] levels;
    private readonly int[] widths;
    private readonly Dictionary<(int Column, int From, int To), double> cells = [];

    private SpacedRows(AtomStream stream, Column[] columns, List<SpacedLine> lines)
    {
        (this.stream, this.columns, this.lines) = (stream, columns, lines);
        var deepest = Array.FindLastIndex(columns, static c => c.Field is Field.Level1 or Field.Level2 or Field.Level3 or Field.Level4);
        levels = [.. Enumerable.Range(0, columns.Length).Where(c => c < deepest && columns[c].Field is Field.Level1 or Field.Level2 or Field.Level3)];
        levels = [.. levels.Where(c => c != deepest)];
        content = [.. Enumerable.Range(0, columns.Length).Where(c => columns[c].Field != Field.Stub && !levels.Contains(c))];
        widths = [.. Enumerable.Range(0, columns.Length).Select(Width)];
    }

    /// <summary>The rows of lines; null where they make none that the columns' grammar accepts.</summary>
    public static Alignment? Read(AtomStream stream, Column[] columns, List<SpacedLine> lines)
    {
        if (lines.Count == 0) return new Alignment([], 0, 0, RowOrder.TopLines);
        var rows = new SpacedRows(stream, columns, lines);
        (List<int> Starts, double Cost, Setting Setting)? best = null;
        foreach (var setting in (ReadOnlySpan<Setting>)[Setting.Top, Setting.Middle, Setting.Bottom])
        {
            var (starts, cost) = rows.Divide(setting);
            if (best is null || cost < best.Value.Cost) best = (starts, cost, setting);
        }
        var found = best!.Value;
        return found.Cost > Accepted * found.Starts.Count ? null : new Alignment(rows.Stretches(found.Starts, found.Setting), found.Starts.Count, found.Cost, RowOrder.TopLines);
    }

    /// <summary>The width of a column in display columns: that of its widest line that another follows in its cell, 0 where no cell seems wrapped.</summary>
    private int Width(int column)
    {
        var widest = 0;
        for (var i = 0; i + 1 < lines.Count; i++)
            if (!lines[i].Pieces[column].IsEmpty && !lines[i + 1].Pieces[column].IsEmpty) widest = Math.Max(widest, WidthOf(lines[i].Pieces[column]));
        return widest;
    }

    private int WidthOf(Piece piece) => stream.WidthOf(piece.From, piece.To) + piece.To - piece.From - 1;

    /// <summary>The cheapest division into rows.</summary>
    private (List<int> Starts, double Cost) Divide(Setting setting)
    {
        var costs = new double[lines.Count + 1];
        var back = new int[lines.Count + 1];
        for (var end = 1; end <= lines.Count; end++)
        {
            costs[end] = double.PositiveInfinity;
            for (var start = end - 1; start >= Math.Max(0, end - Tallest); start--)
            {
                if (double.IsPositiveInfinity(costs[start])) continue;
                var cost = costs[start] + Row(start, end, setting);
                if (cost < costs[end]) (costs[end], back[end]) = (cost, start);
            }
        }
        var starts = new List<int>();
        for (var end = lines.Count; end > 0; end = back[end]) starts.Insert(0, back[end]);
        return (starts, costs[^1]);
    }

    /// <summary>What a row costs that takes the lines of a range.</summary>
    private double Row(int start, int end, Setting setting)
    {
        var cost = 0.4;
        var any = false;
        foreach (var c in content)
        {
            var (first, last) = Extent(c, start, end);
            if (first < 0)
            {
                cost += Blank * columns[c].Skip;
                continue;
            }
            any = true;
            cost += Cell(c, first, last) + Off(first, last, start, end, setting);
        }
        if (!any) cost += 8;
        foreach (var c in levels)
            if (setting == Setting.Top)
                for (var i = start + 1; i < end; i++)
                    if (!lines[i].Pieces[c].IsEmpty && lines[i - 1].Pieces[c].IsEmpty && !lines[i].PageStart) cost += 3;
        return cost;
    }

    private (int First, int Last) Extent(int column, int start, int end)
    {
        var (first, last) = (-1, -1);
        for (var i = start; i < end; i++)
        {
            if (lines[i].Pieces[column].IsEmpty) continue;
            if (first < 0) first = i;
            last = i;
        }
        return (first, last);
    }

    /// <summary>How far a cell's lines stand from where the setting wants them; a page break inside the row sets its parts apart.</summary>
    private double Off(int first, int last, int start, int end, Setting setting)
    {
        var cut = -1;
        for (var i = start + 1; i < end && cut < 0; i++)
            if (lines[i].PageStart) cut = i;
        if (cut >= 0)
        {
            // Behind the break a cell that began before it goes on; one that only begins there is not set as its row is.
            if (setting == Setting.Top) return first >= cut ? 4 : 1.5 * (first - start);
            return 0.5;
        }
        return setting switch
        {
            Setting.Top => 1.5 * Math.Min(4, first - start),
            Setting.Bottom => 1.5 * Math.Min(4, end - 1 - last),
            _ => 1.5 * Math.Min(4, Math.Max(0, Math.Abs((first + last) / 2.0 - (start + end - 1) / 2.0) - 0.5)),
        };
    }

    /// <summary>What a cell costs that takes the pieces of a column on a range of lines.</summary>
    private double Cell(int column, int first, int last)
    {
        if (cells.TryGetValue((column, first, last), out var known)) return known;
        var key = "";
        var cost = 0.0;
        var before = -1;
        for (var i = first; i <= last; i++)
        {
            var piece = lines[i].Pieces[column];
            if (piece.IsEmpty)
            {
                if (i == first || !lines[i].PageStart) cost += 2.5;
                continue;
            }
            if (before >= 0) cost += Break(column, lines[before].Pieces[column], piece);
            key += stream.KeyOf(piece.From, piece.To).ToString();
            before = i;
        }
        cost += Words * Math.Min(Dearest, columns[column].Emit(key));
        return cells[(column, first, last)] = cost;
    }

    /// <summary>What a break between two lines of a cell costs: room left on a line that was broken all the same.</summary>
    private double Break(int column, Piece line, Piece next)
    {
        if (!columns[column].Wraps) return 4;
        var room = widths[column] - WidthOf(line) - RowTexts.Unit(stream, next.From);
        return room < 0 ? 0 : Math.Min(7, 1.2 + 0.9 * room);
    }

    private List<Stretch> Stretches(List<int> starts, Setting setting)
    {
        var stretches = new List<Stretch>();
        for (var r = 0; r < starts.Count; r++)
        {
            var end = r + 1 < starts.Count ? starts[r + 1] : lines.Count;
            foreach (var c in content) Add(stretches, r, c, starts[r], end);
        }
        for (var c = 0; c < columns.Length; c++)
            if (columns[c].Field == Field.Stub) Add(stretches, 0, c, 0, lines.Count);
        var above = new List<int> { 0 };
        foreach (var c in levels)
            above = new SpacedLevels(stream, columns[c], [.. lines.Select(line => line.Pieces[c])], starts, lines.Count, setting)
                .Read(above, (row, piece) => stretches.Add(new Stretch(row, c, piece.From, piece.To)));
        stretches.Sort(static (a, b) => a.From.CompareTo(b.From));
        return stretches;
    }

    private void Add(List<Stretch> stretches, int row, int column, int start, int end)
    {
        for (var i = start; i < end; i++)
            if (lines[i].Pieces[column] is { IsEmpty: false } piece) stretches.Add(new Stretch(row, column, piece.From, piece.To));
    }
}

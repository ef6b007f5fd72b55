using Extract.Forms;

namespace Extract.Tables.Sequenced;

/// <summary>Where a wrapped name stands to the line of its values, in a form read line by line.</summary>
internal enum NameOrder
{
    /// <summary>Every line of the name before the values; a page may leave its rest behind them.</summary>
    Before,

    /// <summary>The values at the middle of the name's lines.</summary>
    Around,

    /// <summary>The values on the name's first line.</summary>
    After,

    /// <summary>The values on a line of their own before the name.</summary>
    Behind,
}

/// <summary>
/// Rows of a table in which every row has its values on one line. That line anchors the row; the lines between two anchors are divided
/// between the rows above and below, by dynamic programming over the anchors, so that names are filled to the column's width, level
/// names are whole, and wrapped names stand to their values as the order of the form has it. Widths and order are those of the cheapest division.
/// </summary>
internal sealed class AnchoredRows
{
    /// <summary>Rows that cost more than this on average are not what this grammar expects: another reads them.</summary>
    private const double Accepted = 1.6;

    private const double Dearest = 8.5;

    private readonly AtomStream stream;
    private readonly Column[] columns;
    private readonly List<TailedLine> lines;
    private readonly int[] anchors;
    private readonly int name;
    private readonly int reason;
    private readonly RowTexts texts;

    private AnchoredRows(AtomStream stream, int from, int to, Column[] columns, int name)
    {
        (this.stream, this.columns, this.name) = (stream, columns, name);
        lines = LineTails.Of(stream, from, to, columns, name);
        anchors = [.. Enumerable.Range(0, lines.Count).Where(i => lines[i].IsAnchor)];
        reason = Array.FindIndex(columns, static c => c.Field == Field.Reason);
        texts = new RowTexts(stream, lines, columns, name);
    }

    /// <summary>The rows of a form's tables, all in the order that explains them best together; null where some table has no such rows.</summary>
    public static Alignment[]? Read(IReadOnlyList<(AtomStream Stream, int From, int To, Column[] Columns)> tables)
    {
        var readers = new List<AnchoredRows>();
        foreach (var (stream, from, to, columns) in tables)
        {
            var name = Array.FindIndex(columns, static c => c.Field is Field.Level3 or Field.Source);
            if (name < 0 || columns.Any(static c => c.Field is Field.Level4 or Field.Explanation or Field.Completed or Field.Criterion or Field.Stub or Field.Ordinal)) return null;
            if (columns.Count(static c => c.Field == Field.Source) > 1) return null;
            var reader = new AnchoredRows(stream, from, to, columns, name);
            if (reader.anchors.Length == 0) return null;
            readers.Add(reader);
        }
        Alignment[]? best = null;
        foreach (var order in Enum.GetValues<NameOrder>())
        {
            var all = readers.Select(reader => reader.Best(order)).ToArray();
            if (best is null || all.Sum(static a => a.Cost) < best.Sum(static a => a.Cost) - 0.01) best = all;
        }
        return best is not null && best.All(static a => a.Cost <= Accepted * a.Rows + 2) ? best : null;
    }

    private Alignment Best(NameOrder order)
    {
        // A line's name may stand behind two pieces of level names.
        var widths = lines.SelectMany(l => Enumerable.Range(0, Math.Min(3, l.Tail - l.From)).Select(n => stream.WidthOf(l.From + n, l.Tail)))
            .Append(0).GroupBy(static w => w).OrderByDescending(static g => g.Count()).ThenByDescending(static g => g.Key).Take(16).Select(static g => g.Key);
        Alignment? best = null;
        foreach (var width in widths)
        {
            var divided = Divide(order, width);
            if (best is null || divided.Cost < best.Cost) best = divided;
        }
        return best!;
    }

    /// <summary>The cheapest division for one order and one width of the names' column: cost[k] is that of the rows so far, k lines behind the last.</summary>
    private Alignment Divide(NameOrder order, int width)
    {
        var back = new int[anchors.Length][];
        double[] costs = [0];
        for (var r = 0; r < anchors.Length; r++)
        {
            var start = r == 0 ? 0 : anchors[r - 1] + 1;
            var end = r + 1 < anchors.Length ? anchors[r + 1] : lines.Count;
            var behind = end - anchors[r] - 1;
            var next = new double[behind + 1];
            back[r] = new int[behind + 1];
            for (var k = 0; k <= behind; k++)
            {
                next[k] = double.PositiveInfinity;
                if (r + 1 == anchors.Length && k < behind) continue;
                for (var p = 0; p < costs.Length; p++)
                {
                    if (double.IsPositiveInfinity(costs[p])) continue;
                    var cost = costs[p] + Row(order, width, r, start + p, anchors[r] + 1 + k, null);
                    if (cost < next[k]) (next[k], back[r][k]) = (cost, p);
                }
            }
            costs = next;
        }
        var stretches = new List<Stretch>();
        var dearest = 0.0;
        for (var (r, k) = (anchors.Length - 1, costs.Length - 1); r >= 0; r--)
        {
            var p = back[r][k];
            dearest = Math.Max(dearest, Row(order, width, r, (r == 0 ? 0 : anchors[r - 1] + 1) + p, anchors[r] + 1 + k, stretches));
            k = p;
        }
        stretches.Sort(static (a, b) => a.From.CompareTo(b.From));
        // One row that does not fit is enough to say that the grammar is another's.
        return new Alignment(stretches, anchors.Length, costs[^1] + (dearest > Dearest ? 100 : 0), order == NameOrder.Around ? RowOrder.CentredLines : order == NameOrder.After ? RowOrder.TopLines : RowOrder.Cells);
    }

    /// <summary>What a row costs that takes the lines of a range, and its cells where they are wanted.</summary>
    private double Row(NameOrder order, int width, int r, int from, int to, List<Stretch>? into)
    {
        var anchor = anchors[r];
        var behind = to - anchor - 1;
        var reasons = order == NameOrder.Before && behind > 0 && !lines[anchor + 1].PageStart;
        // A reason that the line of values opens at its end goes on below it; one that stands there whole does not.
        var opened = reason < 0 ? default : lines[anchor].Values.Find(v => v.Column == reason);
        if (reasons && (reason < 0 || opened.To > opened.From && opened.To != lines[anchor].To)) return double.PositiveInfinity;
        var text = texts.Of(r, from, reasons ? anchor + 1 : to);
        var cost = text.Cost + Filled(text, width);
        cost += order switch
        {
            NameOrder.Before => NameFirst(text) + (reasons ? ReasonLines(anchor + 1, to, width, opened) : behind > 0 ? 0.8 : text.NameLines.Count > 1 && text.NameLines[^1].Line == anchor ? 3 : 0),
            NameOrder.Around => 2 * Math.Abs(text.NamesBefore(anchor) - text.NamesBehind(anchor)) + 0.7 * Math.Abs(anchor - from - behind),
            NameOrder.After => 3 * (anchor - from) + (text.HasNameOn(anchor) ? 0 : 6),
            _ => 4 * text.NamesBefore(anchor) + (text.HasNameOn(anchor) ? 4 * text.NamesBehind(anchor) : 0),
        };
        if (into is null) return cost;
        foreach (var value in lines[anchor].Values) into.Add(value with { Row = r });
        foreach (var stretch in text.Stretches) into.Add(stretch with { Row = r });
        for (var l = from; l < to; l++)
            foreach (var rest in lines[l].Rests) into.Add(rest with { Row = r });
        for (var l = anchor + 1; reasons && l < to; l++) into.Add(new Stretch(r, reason, lines[l].From, lines[l].To));
        return cost;
    }

    /// <summary>Printed before its values, a row's name stands behind the names of its levels.</summary>
    private double NameFirst(RowText text)
    {
        if (text.NameLines.Count == 0) return 0;
        var levels = text.Stretches.Where(stretch => stretch.Column != name).GroupBy(static stretch => stretch.Column);
        return levels.Any(level => level.Min(static stretch => stretch.From) > text.NameLines[0].From) ? 2 : 0;
    }

    /// <summary>A name fills its lines: one with room for what follows it was not broken there, and none is wider than the column.</summary>
    private static double Filled(RowText text, int width)
    {
        if (width == 0) return text.NameLines.Count > 1 ? 3 * (text.NameLines.Count - 1) : 0;
        var cost = 0.0;
        for (var i = 0; i < text.NameLines.Count; i++)
        {
            var own = text.NameLines[i].Width;
            if (own > width) cost += i > 0 || text.NameLines.Count > 1 ? 4 : 1.5;
            if (i + 1 == text.NameLines.Count) break;
            var room = width - own - text.NameLines[i + 1].Unit;
            if (room >= 0) cost += Math.Min(7, 1.2 + 0.9 * room);
        }
        return cost;
    }

    private double ReasonLines(int from, int to, int width, Stretch opened)
    {
        var widest = 0;
        for (var l = from; l < to; l++) widest = Math.Max(widest, stream.WidthOf(lines[l].From, lines[l].To));
        var begun = opened.To > opened.From;
        var cost = begun ? 0.2 + BrokenAt(opened, widest, lines[from].From) : 0.9 + (widest > width - 4 ? 4 : 0) + (to - from == 1 ? 1.5 : 0);
        for (var l = from; l < to; l++)
        {
            if (l > from && lines[l].PageStart) cost += 4;
            if (Levels.IsStartOfName(stream.KeyOf(lines[l].From, lines[l].From + 1))) cost += 5;
            if (l + 1 == to) break;
            var room = widest - stream.WidthOf(lines[l].From, lines[l].To) - RowTexts.Unit(stream, lines[l + 1].From);
            if (room >= 0) cost += Math.Min(5, 1 + 0.8 * room);
        }
        var whole = string.Concat(stream.KeyOf(opened.From, opened.To), stream.KeyOf(lines[from].From, lines[to - 1].To));
        return cost + columns[reason].Emit(whole) * 0.3;
    }

    /// <summary>What it costs that a reason's first line was broken: it is as wide as those below it, or there was no room for what follows.</summary>
    private double BrokenAt(Stretch line, int widest, int next)
    {
        var own = stream.WidthOf(line.From, line.To);
        var room = Math.Max(widest, own) - own - RowTexts.Unit(stream, next);
        return room < 0 ? 0 : Math.Min(7, 1.2 + 0.9 * room);
    }
}

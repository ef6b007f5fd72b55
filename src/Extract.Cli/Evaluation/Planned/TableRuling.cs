using Extract.Text;

namespace Extract.Cli.Evaluation.Planned;

/// <summary>The rules and shades of one page of a planned table.</summary>
internal sealed class TableRuling(PlannedTable table, double[] lefts)
{
    public List<Rule> Rules { get; } = [];

    public List<Fill> Fills { get; } = [];

    /// <summary>Rules and shades of the part of the table that a page shows.</summary>
    /// <param name="tops">Where each row begins and ends.</param>
    /// <param name="top">Where the part begins.</param>
    /// <param name="bottom">Where it ends.</param>
    /// <param name="opens">It shows the header.</param>
    /// <param name="closes">It shows the last row.</param>
    public void Draw(Dictionary<int, (double Top, double Bottom)> tops, double top, double bottom, bool opens, bool closes)
    {
        var (left, right) = (lefts[0], lefts[^1]);
        var header = tops.TryGetValue(table.HeaderRows - 1, out var head) ? head.Bottom : top;
        switch (table.Kind)
        {
            case TableKind.Ruled:
                Grid(tops);
                break;
            case TableKind.ThreeLine:
                if (opens) Across(top, left, right);
                if (opens) Across(header, left, right);
                if (opens) Heads(tops);
                if (closes) Across(bottom, left, right);
                break;
            case TableKind.HeaderRule:
                if (opens) Across(header, left, right);
                if (opens) Heads(tops);
                break;
            case TableKind.RowRules:
                Across(top, left, right);
                foreach (var row in tops) Below(row.Key, row.Value.Bottom);
                break;
            case TableKind.Frame:
                Across(top, left, right);
                Across(bottom, left, right);
                Down(left, top, bottom);
                Down(right, top, bottom);
                break;
            case TableKind.Shaded:
                Fills.Add(new Fill(new Box(left, top, right, header), 0xD0D8E8));
                foreach (var (row, extent) in tops.Where(pair => pair.Key >= table.HeaderRows && pair.Key % 2 == 0)) Fills.Add(new Fill(new Box(left, extent.Top, right, extent.Bottom), 0xF2F2F2));
                break;
        }
    }

    /// <summary>A rule below a row, but for the columns that a cell goes on in.</summary>
    private void Below(int row, double at)
    {
        var open = table.Cells.Where(cell => cell.Row <= row && cell.Row + cell.Rows > row + 1).SelectMany(static cell => Enumerable.Range(cell.Column, cell.Columns)).ToHashSet();
        for (var c = 0; c < table.Columns;)
        {
            var first = c;
            while (c < table.Columns && !open.Contains(c)) c++;
            if (c > first) Across(at, lefts[first], lefts[c]);
            else c++;
        }
    }

    /// <summary>Short rules under heads over several columns.</summary>
    private void Heads(Dictionary<int, (double Top, double Bottom)> tops)
    {
        foreach (var cell in table.Cells.Where(static cell => cell.Row == 0 && cell.Columns > 1)) Across(tops[0].Bottom, lefts[cell.Column] + 0.3, lefts[cell.Column + cell.Columns] - 0.3);
    }

    /// <summary>Every cell's borders, drawn cell by cell.</summary>
    private void Grid(Dictionary<int, (double Top, double Bottom)> tops)
    {
        var open = table.Has(Hardships.OpenCorners) ? 0.12 : 0;
        var covered = new HashSet<(int Row, int Column)>();
        foreach (var cell in table.Cells)
            for (var r = 0; r < cell.Rows; r++)
                for (var c = 0; c < cell.Columns; c++) covered.Add((cell.Row + r, cell.Column + c));
        var boxes = table.Cells.Where(cell => tops.ContainsKey(cell.Row)).Select(static cell => (cell.Row, cell.Column, cell.Rows, cell.Columns)).ToList();
        foreach (var row in tops.Keys)
            for (var c = 0; c < table.Columns; c++)
                if (!covered.Contains((row, c))) boxes.Add((row, c, 1, 1));
        foreach (var (row, column, rows, columns) in boxes)
        {
            var (l, t, r, b) = (lefts[column], tops[row].Top, lefts[column + columns], tops[row + rows - 1].Bottom);
            Across(t, l + open, r - open);
            Across(b, l + open, r - open);
            Down(l, t + open, b - open);
            Down(r, t + open, b - open);
        }
        if (!table.Has(Hardships.DoubleBorder)) return;
        var (first, last) = (tops.Values.Min(static e => e.Top), tops.Values.Max(static e => e.Bottom));
        Across(first - 0.2, lefts[0] - 0.2, lefts[^1] + 0.2);
        Across(last + 0.2, lefts[0] - 0.2, lefts[^1] + 0.2);
        Down(lefts[0] - 0.2, first - 0.2, last + 0.2);
        Down(lefts[^1] + 0.2, first - 0.2, last + 0.2);
    }

    private void Across(double at, double from, double to) => Stroke(false, at, from, to);

    private void Down(double at, double from, double to) => Stroke(true, at, from, to);

    private void Stroke(bool vertical, double at, double from, double to)
    {
        if (table.Has(Hardships.Dashes))
        {
            for (var x = from; x < to; x += 0.5) Rules.Add(new Rule(vertical, at, x, Math.Min(to, x + 0.3), RuleSource.Drawn));
            return;
        }
        Rules.Add(new Rule(vertical, at, from, to, RuleSource.Drawn));
        if (table.Has(Hardships.ThinFills)) Rules.Add(new Rule(vertical, at + 0.05, from, to, RuleSource.Drawn));
    }
}

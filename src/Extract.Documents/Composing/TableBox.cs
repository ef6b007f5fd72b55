using Extract.Text;

namespace Extract.Documents.Composing;

/// <summary>A declared table as boxes and rules: the rules run where two cells meet, and are absent inside a cell that spans.</summary>
internal sealed class TableBox
{
    /// <summary>The narrowest column, in ems: rules nearer than a third of an em would pass for one.</summary>
    private const double Narrowest = 0.8;

    private readonly TableBlock table;
    private readonly double[] widths;
    private readonly int[] heights;
    private readonly Dictionary<TableBlock, TableBox> nested = new(ReferenceEqualityComparer.Instance);
    private readonly int[] owners;

    public TableBox(TableBlock table)
    {
        // A table inside a cell has an empty paragraph behind it, which is no row of its own.
        this.table = table with { Cells = [.. table.Cells.Select(static cell => cell.Content.Any(static block => block is TableBlock) ? cell with { Content = [.. cell.Content.Where(static block => block is not TextLine { Text: "" })] } : cell)] };
        foreach (var inner in this.table.Cells.SelectMany(static cell => cell.Content).OfType<TableBlock>()) nested[inner] = new TableBox(inner);
        widths = Measure();
        heights = Heights();
        owners = Owners();
    }

    /// <summary>The width in ems.</summary>
    public double Width => widths.Sum();

    /// <summary>The height in lines.</summary>
    public int Height => heights.Sum();

    /// <summary>Puts the table into the box; what is higher than the table is given to its last row.</summary>
    public void Place(double left, double right, int top, int height, List<Run> runs, List<Rule> rules)
    {
        var xs = new double[widths.Length + 1];
        var scale = (right - left) / Width;
        xs[0] = left;
        for (var c = 0; c < widths.Length; c++) xs[c + 1] = c == widths.Length - 1 ? right : xs[c] + widths[c] * scale;
        var ys = new int[heights.Length + 1];
        ys[0] = top;
        for (var r = 0; r < heights.Length; r++) ys[r + 1] = r == heights.Length - 1 ? top + height : ys[r] + heights[r];
        Verticals(xs, ys, rules);
        Horizontals(xs, ys, rules);
        foreach (var cell in table.Cells) Fill(cell, xs, ys, runs, rules);
    }

    private void Fill(CellBlock cell, double[] xs, int[] ys, List<Run> runs, List<Rule> rules)
    {
        var (left, right) = (xs[cell.Column], xs[cell.Column + cell.Columns]);
        var (at, bottom) = (ys[cell.Row], ys[cell.Row + cell.Rows]);
        for (var i = 0; i < cell.Content.Count; i++)
        {
            if (cell.Content[i] is TableBlock inner)
            {
                var box = nested[inner];
                var height = i == cell.Content.Count - 1 ? bottom - at : box.Height;
                if (at > ys[cell.Row]) rules.Add(new Rule(false, at, left, right, RuleSource.Declared));
                box.Place(left, right, at, height, runs, rules);
                at += height;
                if (at < bottom) rules.Add(new Rule(false, at, left, right, RuleSource.Declared));
            }
            else if (cell.Content[i] is TextLine line)
            {
                var text = line.Text.Trim();
                if (text.Length > 0) runs.Add(new Run(text, new Box(left + 0.1, at, Math.Min(right - 0.1, left + 0.1 + DisplayWidth.Of(text) / 2.0), at + 1), line.Place));
                at++;
            }
        }
    }

    private double[] Measure()
    {
        var result = table.Widths.Select(static width => Math.Clamp(width, Narrowest, 200)).ToArray();
        foreach (var cell in table.Cells)
        {
            var least = cell.Content.OfType<TableBlock>().Select(inner => nested[inner].Width).DefaultIfEmpty().Max();
            var there = result.AsSpan(cell.Column, cell.Columns).ToArray().Sum();
            if (least > there) result[cell.Column + cell.Columns - 1] += least - there;
        }
        return result;
    }

    private int[] Heights()
    {
        var result = new int[table.Rows];
        Array.Fill(result, 1);
        foreach (var cell in table.Cells)
            if (cell.Rows == 1) result[cell.Row] = Math.Max(result[cell.Row], HeightOf(cell));
        foreach (var cell in table.Cells)
        {
            if (cell.Rows == 1) continue;
            var there = result.AsSpan(cell.Row, cell.Rows).ToArray().Sum();
            if (HeightOf(cell) > there) result[cell.Row + cell.Rows - 1] += HeightOf(cell) - there;
        }
        return result;
    }

    private int HeightOf(CellBlock cell) => cell.Content.Sum(block => block is TableBlock inner ? nested[inner].Height : 1);

    /// <summary>For each elementary cell the number of the cell that covers it; -1 where the table has none.</summary>
    private int[] Owners()
    {
        var result = new int[table.Rows * widths.Length];
        Array.Fill(result, -1);
        for (var i = 0; i < table.Cells.Count; i++)
        {
            var cell = table.Cells[i];
            for (var r = cell.Row; r < cell.Row + cell.Rows; r++) Array.Fill(result, i, r * widths.Length + cell.Column, cell.Columns);
        }
        return result;
    }

    private int Owner(int row, int column) => row < 0 || column < 0 || row >= table.Rows || column >= widths.Length ? -1 : owners[row * widths.Length + column];

    private void Verticals(double[] xs, int[] ys, List<Rule> rules)
    {
        for (var c = 0; c < xs.Length; c++)
            for (var r = 0; r < table.Rows; r++)
            {
                var from = r;
                while (r < table.Rows && Owner(r, c - 1) != Owner(r, c)) r++;
                if (r > from) rules.Add(new Rule(true, xs[c], ys[from], ys[r], RuleSource.Declared));
            }
    }

    private void Horizontals(double[] xs, int[] ys, List<Rule> rules)
    {
        for (var r = 0; r < ys.Length; r++)
            for (var c = 0; c < widths.Length; c++)
            {
                var from = c;
                while (c < widths.Length && Owner(r - 1, c) != Owner(r, c)) c++;
                if (c > from) rules.Add(new Rule(false, ys[r], xs[from], xs[c], RuleSource.Declared));
            }
    }
}

using Extract.Text;

namespace Extract.Tests.Tables.Printed;

/// <summary>Sets a planned table on pages, as glyphs with boxes and strokes, the way word processors and LaTeX do.</summary>
internal sealed class TableTypesetter
{
    private const double Pitch = 1.25;
    private const double PageHeight = 70;
    private const double Margin = 6;
    private const double Points = 10.5;

    private readonly PlannedTable table;
    private readonly Random random;
    private readonly List<Sheet> sheets = [];
    private readonly double[] lefts;
    private readonly double padding;
    private readonly double leading;
    private readonly double width;
    private List<Run> runs = [];
    private List<Rule> rules = [];
    private List<Fill> fills = [];

    private TableTypesetter(PlannedTable table)
    {
        this.table = table;
        random = new Random(table.Seed * 31 + 7);
        padding = table.Kind == TableKind.Ruled ? 0.3 + 0.5 * random.NextDouble() : 0.45 + random.NextDouble();
        leading = table.Kind == TableKind.Ruled ? 0.3 + 0.6 * random.NextDouble() : 0.15 + 0.5 * random.NextDouble();
        lefts = Lefts();
        width = Math.Max(60, lefts[^1] + Margin);
    }

    public static Document Set(PlannedTable table)
    {
        var setter = new TableTypesetter(table);
        setter.Set();
        return new Document($"{table.Seed}.pdf", "", Extract.Text.DocumentFormat.Pdf, setter.sheets, TextLayer.Full, []);
    }

    /// <summary>The width of a character, in ems.</summary>
    public static double Advance(char c) => c switch
    {
        _ when DisplayWidth.Of(c) == 2 || Characters.IsWide(c) => 1,
        ' ' => 0.28,
        'i' or 'l' or 'j' or 't' or 'f' or 'r' or 'I' or '.' or ',' or ';' or ':' or '(' or ')' or '-' => 0.32,
        'm' or 'w' or 'M' or 'W' => 0.82,
        >= 'A' and <= 'Z' => 0.68,
        _ => 0.52,
    };

    private static double WidthOf(string text) => text.Sum(Advance);

    /// <summary>Column borders: as wide as their widest cell; heads over several columns widen the last of them.</summary>
    private double[] Lefts()
    {
        var widths = new double[table.Columns];
        foreach (var cell in table.Cells.Where(static cell => cell.Columns == 1))
            if (!table.Has(Hardships.Overflow) || cell.Column > 0 || cell.Lines.Length > 1 || cell.Lines[0].Length < 15)
                widths[cell.Column] = Math.Max(widths[cell.Column], cell.Lines.Max(WidthOf) + cell.Indent + 2 * padding);
        foreach (var cell in table.Cells.Where(static cell => cell.Columns > 1))
        {
            var own = Enumerable.Range(cell.Column, cell.Columns).Sum(c => widths[c]);
            if (cell.Lines.Max(WidthOf) + 2 * padding > own) widths[cell.Column + cell.Columns - 1] += cell.Lines.Max(WidthOf) + 2 * padding - own;
        }
        var lefts = new double[table.Columns + 1];
        lefts[0] = Margin;
        for (var c = 0; c < widths.Length; c++) lefts[c + 1] = lefts[c] + Math.Max(2.2, widths[c]);
        return lefts;
    }

    private void Set()
    {
        var y = 4.0;
        Words(table.IsChinese ? "三、本年度支出情况如下表所示，详见各项说明。" : "The following table shows what was spent in the year under review.", Margin, y);
        y += 3;
        Words(table.Title, (lefts[0] + lefts[^1]) / 2 - WidthOf(table.Title) / 2, y);
        y += 1.8;
        if (table.IsChinese) Words("单位：万元", Math.Max(Margin, lefts[^1] - WidthOf("单位：万元")), y);
        y += 1.6;
        var row = 0;
        while (row < table.Rows)
        {
            var rows = Fits(row, y, row > 0 && table.Has(Hardships.RepeatedHeader));
            var closes = row + rows == table.Rows;
            y = Part(row, rows, y, row > 0 && table.Has(Hardships.RepeatedHeader), closes);
            row += rows;
            if (!closes)
            {
                Finish();
                y = 5;
            }
        }
        Words(table.IsChinese ? "注：本表反映部门本年度支出情况，数据可能因四舍五入存在尾差。" : "Figures may not add up to totals because they were rounded.", Margin, y + 0.6);
        Words(table.IsChinese ? "四、其他需要说明的情况均已在上文列示。" : "All amounts are stated before transfers between the units.", Margin, y + 4);
        Finish();
    }

    private void Finish()
    {
        var number = (sheets.Count + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
        Words(number, width / 2, PageHeight - 3);
        if (table.Has(Hardships.Watermark)) Watermark();
        if (table.Has(Hardships.ShuffledGlyphs)) Shuffle(runs);
        sheets.Add(new Sheet(sheets.Count + 1, runs, rules) { Fills = fills, EmPoints = Points, Width = width, Height = PageHeight });
        (runs, rules, fills) = ([], [], []);
    }

    /// <summary>How many rows fit; merged cells are not cut.</summary>
    private int Fits(int row, double y, bool repeated)
    {
        if (repeated) y += Enumerable.Range(0, table.HeaderRows).Sum(HeightOf);
        var last = row;
        for (var r = row; r < table.Rows && y + HeightOf(r) < PageHeight - 6; r++)
        {
            y += HeightOf(r);
            if (!table.Cells.Any(cell => cell.Row <= r && cell.Row + cell.Rows > r + 1)) last = r + 1;
        }
        return Math.Max(1, last - row);
    }

    private double HeightOf(int row)
    {
        var lines = table.Cells.Where(cell => cell.Row == row && cell.Rows == 1).Select(static cell => cell.Lines.Length).DefaultIfEmpty(1).Max();
        foreach (var cell in table.Cells.Where(cell => cell.Rows > 1 && cell.Row + cell.Rows - 1 == row)) lines = Math.Max(lines, cell.Lines.Length - cell.Rows + 1);
        return lines * Pitch + leading;
    }

    private double Part(int from, int count, double top, bool repeated, bool closes)
    {
        var rows = Enumerable.Range(from, count).ToList();
        if (repeated) rows.InsertRange(0, Enumerable.Range(0, table.HeaderRows));
        var tops = new Dictionary<int, (double Top, double Bottom)>();
        var y = top;
        foreach (var row in rows)
        {
            tops[row] = (y, y + HeightOf(row));
            y += HeightOf(row);
        }
        foreach (var cell in table.Cells.Where(cell => tops.ContainsKey(cell.Row))) Set(cell, tops[cell.Row].Top, tops[cell.Row + cell.Rows - 1].Bottom);
        Rules(tops, top, y, from == 0 || repeated, closes);
        return y;
    }

    private void Set(PlannedCell cell, double top, double bottom)
    {
        var (left, right) = (lefts[cell.Column] + padding + cell.Indent, lefts[cell.Column + cell.Columns] - padding);
        var height = cell.Lines.Length * Pitch;
        var y = table.Kind == TableKind.Ruled || cell.Row < table.HeaderRows ? (top + bottom - height) / 2 : top + leading / 2;
        foreach (var line in cell.Lines)
        {
            var x = cell.Setting switch
            {
                Setting.Left => left,
                Setting.Right => right - WidthOf(line),
                _ => (left + right - WidthOf(line)) / 2,
            };
            Words(line, x, y);
            if (table.Has(Hardships.FakeBold) && cell.Row < table.HeaderRows) Words(line, x + 0.03, y);
            y += Pitch;
        }
    }

    private void Words(string text, double x, double y)
    {
        var start = x;
        var from = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            var ends = i == text.Length || text[i] == ' ' || i > from && table.Has(Hardships.GlyphRuns);
            if (ends && i > from)
            {
                runs.Add(Run(text[from..i], start, x, y));
                (from, start) = (i, x);
            }
            if (i == text.Length) break;
            x += Advance(text[i]);
            if (text[i] == ' ') (from, start) = (i + 1, x);
        }
    }

    private Run Run(string text, double left, double right, double y) => new(
        text, new Box(left, y, right, y + 1), new PagePlace(sheets.Count + 1, left * Points, y * Points, right * Points, (y + 1) * Points));

    private void Rules(Dictionary<int, (double Top, double Bottom)> tops, double top, double bottom, bool opens, bool closes)
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
            case TableKind.Shaded:
                fills.Add(new Fill(new Box(left, top, right, header), 0xD0D8E8));
                foreach (var (row, extent) in tops.Where(pair => pair.Key >= table.HeaderRows && pair.Key % 2 == 0)) fills.Add(new Fill(new Box(left, extent.Top, right, extent.Bottom), 0xF2F2F2));
                break;
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
            for (var x = from; x < to; x += 0.5) rules.Add(new Rule(vertical, at, x, Math.Min(to, x + 0.3), RuleSource.Drawn));
            return;
        }
        rules.Add(new Rule(vertical, at, from, to, RuleSource.Drawn));
        if (table.Has(Hardships.ThinFills)) rules.Add(new Rule(vertical, at + 0.05, from, to, RuleSource.Drawn));
    }

    private void Watermark()
    {
        var text = table.IsChinese ? "仅供公开使用" : "DRAFT";
        for (var i = 0; i < text.Length; i++)
        {
            var (x, y) = (width / 2 - 15 + 6 * i, PageHeight / 2 + 8 - 4 * i);
            runs.Add(new Run(text[i].ToString(), new Box(x, y, x + 5, y + 5), new PagePlace(sheets.Count + 1, x * Points, y * Points, (x + 5) * Points, (y + 5) * Points)));
        }
    }

    private void Shuffle(List<Run> list)
    {
        for (var i = list.Count - 1; i > 0; i--)
        {
            var k = random.Next(i + 1);
            (list[i], list[k]) = (list[k], list[i]);
        }
    }
}

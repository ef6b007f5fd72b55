using Extract.Text;

namespace Extract.Cli.Evaluation.Planned;

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
    private TableRuling ruling;

    private TableTypesetter(PlannedTable table)
    {
        this.table = table;
        random = new Random(table.Seed * 31 + 7);
        padding = table.Kind == TableKind.Ruled ? 0.3 + 0.5 * random.NextDouble() : 0.45 + random.NextDouble();
        leading = IsBoxed ? 0.3 + 0.6 * random.NextDouble() : 0.15 + 0.5 * random.NextDouble();
        lefts = Lefts();
        ruling = new TableRuling(table, lefts);
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
            if (!cell.Overflows)
                widths[cell.Column] = Math.Max(widths[cell.Column], Math.Max(cell.Width, cell.Lines.Max(WidthOf) + cell.Indent) + 2 * padding);
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
        y += table.Has(Hardships.TightUnit) ? 1 + 0.1 * random.NextDouble() : 1.6;
        var next = new Piece(0, 0, 0);
        while (next.Row < table.Rows)
        {
            var repeated = next is not { Row: 0, From: 0 } && table.Has(Hardships.RepeatedHeader);
            var (pieces, rest) = Fits(next, y, repeated);
            y = Part(pieces, y, repeated, rest.Row == table.Rows);
            next = rest;
            if (next.Row == table.Rows) break;
            Finish();
            y = 5;
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
        sheets.Add(new Sheet(sheets.Count + 1, runs, ruling.Rules) { Fills = ruling.Fills, EmPoints = Points, Width = width, Height = PageHeight });
        (runs, ruling) = ([], new TableRuling(table, lefts));
    }

    /// <summary>What a page holds of a row: lines from one to another; all of them where the row is whole.</summary>
    private readonly record struct Piece(int Row, int From, int To);

    /// <summary>The rows that fit, and where the next page goes on; merged cells are not cut, other rows only where the table says so.</summary>
    private (List<Piece> Pieces, Piece Next) Fits(Piece start, double y, bool repeated)
    {
        const double foot = PageHeight - 6;
        if (repeated) y += Enumerable.Range(0, table.HeaderRows).Sum(HeightOf);
        var pieces = new List<Piece>();
        var whole = 0;
        for (var r = start.Row; r < table.Rows; r++)
        {
            var piece = new Piece(r, r == start.Row ? start.From : 0, LinesOf(r));
            var height = (piece.To - piece.From) * Pitch + leading;
            if (y + height >= foot && pieces.Count > 0)
            {
                var lines = (int)((foot - y - leading) / Pitch);
                if (!table.Has(Hardships.CutRows) || whole < pieces.Count || lines < 1 || piece.To - piece.From < 2 || r < table.HeaderRows || IsMerged(r)) break;
                lines = Math.Min(lines, piece.To - piece.From - 1);
                pieces.Add(piece with { To = piece.From + lines });
                return (pieces, new Piece(r, piece.From + lines, piece.To));
            }
            pieces.Add(piece);
            y += height;
            if (!table.Cells.Any(cell => cell.Row <= r && cell.Row + cell.Rows > r + 1)) whole = pieces.Count;
        }
        whole = Math.Max(1, whole);
        return (pieces.GetRange(0, whole), new Piece(start.Row + whole, 0, 0));
    }

    private bool IsMerged(int row) => table.Cells.Any(cell => cell.Rows > 1 && cell.Row <= row && cell.Row + cell.Rows > row);

    private int LinesOf(int row)
    {
        var lines = table.Cells.Where(cell => cell.Row == row && cell.Rows == 1).Select(static cell => cell.Lines.Length).DefaultIfEmpty(1).Max();
        foreach (var cell in table.Cells.Where(cell => cell.Rows > 1 && cell.Row + cell.Rows - 1 == row)) lines = Math.Max(lines, cell.Lines.Length - cell.Rows + 1);
        return lines;
    }

    private double HeightOf(int row) => LinesOf(row) * Pitch + leading;

    private double Part(List<Piece> own, double top, bool repeated, bool closes)
    {
        var pieces = repeated ? [.. Enumerable.Range(0, table.HeaderRows).Select(r => new Piece(r, 0, LinesOf(r))), .. own] : own;
        var tops = new Dictionary<int, (double Top, double Bottom)>();
        var y = top;
        foreach (var piece in pieces)
        {
            var bottom = y + (piece.To - piece.From) * Pitch + leading;
            tops[piece.Row] = (y, bottom);
            y = bottom;
        }
        foreach (var piece in pieces)
            foreach (var cell in table.Cells.Where(cell => cell.Row == piece.Row)) Set(cell, piece, tops[cell.Row].Top, tops[cell.Row + cell.Rows - 1].Bottom);
        ruling.Draw(tops, top, y, own[0] is { Row: 0, From: 0 } || repeated, closes);
        return y;
    }

    private void Set(PlannedCell cell, Piece piece, double top, double bottom)
    {
        var isCut = piece.From > 0 || piece.To < LinesOf(piece.Row);
        var lines = isCut ? [.. cell.Lines.Skip(piece.From).Take(piece.To - piece.From)] : cell.Lines;
        var (left, right) = (lefts[cell.Column] + padding + cell.Indent, lefts[cell.Column + cell.Columns] - padding);
        var centred = !isCut && (IsBoxed || cell.Row < table.HeaderRows);
        var y = centred ? (top + bottom - lines.Length * Pitch) / 2 : top + leading / 2;
        foreach (var line in lines)
        {
            var x = cell.Setting switch
            {
                Setting.Left => left,
                Setting.Right => right - WidthOf(line),
                _ => (left + right - WidthOf(line)) / 2,
            };
            Words(line, x, y);
            if (table.Has(Hardships.FakeBold) && (cell.Row < table.HeaderRows || cell.Row == table.Rows - 1)) Words(line, x + 0.03, y);
            y += Pitch;
        }
    }

    /// <summary>Rows are closed by rules: their text is set in the middle.</summary>
    private bool IsBoxed => table.Kind is TableKind.Ruled or TableKind.RowRules;

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

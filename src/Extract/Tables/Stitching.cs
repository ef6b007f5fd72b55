using System.Collections.Immutable;
using Extract.Forms;
using Extract.Tables.Sequenced;
using Extract.Text;

namespace Extract.Tables;

/// <summary>
/// Makes one grid of the parts that pages cut a table into: a part goes on with the grid before it where it repeats its header, or where
/// its first row is the empty header that a converter put there. A row cut by the page is joined.
/// </summary>
internal static class Stitching
{
    /// <summary>True where <paramref name="next"/> goes on with <paramref name="grid"/>.</summary>
    public static bool Continues(Grid grid, Grid next)
    {
        if (IndicatorPage.HeadsOf(next) is { } heads)
            return IndicatorPage.HeadsOf(grid) is { } first && first.Intersect(heads).Count() >= Math.Max(first.Count, heads.Count) - 1;
        if (next.ColumnCount != grid.ColumnCount || next.RowCount < 2) return false;
        return IsBlank(next, 0) || SameRow(grid, next);
    }

    /// <summary>One grid of a grid and the parts that go on with it.</summary>
    public static Grid Join(IReadOnlyList<Grid> parts)
    {
        if (IndicatorPage.HeadsOf(parts[0]) is not null) return IndicatorPage.Join(parts);
        var cells = parts[0].Cells.ToBuilder();
        var rows = parts[0].RowCount;
        foreach (var part in parts.Skip(1))
        {
            foreach (var cell in part.Cells)
            {
                if (cell.Row > 0) cells.Add(cell with { Row = cell.Row - 1 + rows });
                else if (!cell.Printed.IsBlank) Repeat(cells, cell);
            }
            rows += part.RowCount - 1;
        }
        return parts[0] with { Cells = cells.ToImmutable(), RowCount = rows, Pages = [.. parts.SelectMany(static part => part.Pages).Distinct().Order()] };
    }

    /// <summary>A repeated head is printed once more in the header's cell: its place is kept.</summary>
    private static void Repeat(ImmutableArray<Cell>.Builder cells, Cell cell)
    {
        for (var i = 0; i < cells.Count; i++)
            if (cells[i].Row == cell.Row && cells[i].Column == cell.Column)
                cells[i] = cells[i] with { Printed = new Printed(cells[i].Text, cells[i].Printed.Places.AddRange(cell.Printed.Places)) };
    }

    private static bool IsBlank(Grid grid, int row) => grid.Cells.Where(cell => cell.Row == row).All(static cell => cell.Printed.IsBlank);

    private static bool SameRow(Grid grid, Grid next)
    {
        var a = grid.Cells.Where(static cell => cell.Row == 0).Select(static cell => Characters.Key(cell.Text));
        var b = next.Cells.Where(static cell => cell.Row == 0).Select(static cell => Characters.Key(cell.Text));
        return a.SequenceEqual(b) && !IsBlank(next, 0);
    }
}

/// <summary>One page of an indicator table: its rows by field. A head that spans two columns leaves one of them without a name.</summary>
internal sealed class IndicatorPage
{
    private readonly List<Field> fields;
    private readonly List<Printed[]> rows = [];
    private readonly Printed[] header;

    private IndicatorPage(Grid grid, List<Field> named)
    {
        var printed = grid.ToRows();
        var width = grid.ColumnCount;
        fields = Fit(named, printed, width);
        header = new Printed[width];
        var heads = printed[0].Where(static p => !p.IsBlank).ToList();
        var n = 0;
        for (var c = 0; c < width; c++) header[c] = fields[c] == Field.Stub || n >= heads.Count ? Printed.Blank : heads[n++];
        foreach (var row in printed.Skip(1)) rows.Add(Settle(row));
    }

    /// <summary>The fields of a grid's header, where its first row is the header of an indicator table; else null.</summary>
    public static List<Field>? HeadsOf(Grid grid)
    {
        var fields = new List<Field>();
        var levels = 0;
        foreach (var cell in grid.Cells.Where(static cell => cell.Row == 0))
        {
            if (cell.Printed.IsBlank) continue;
            // A head of two rows is told cell by cell.
            if (cell.Rows > 1) return null;
            if (!HeaderWords.OfIndicators.TryGetValue(Characters.Key(cell.Text), out var field)) return null;
            if (field is Field.Level1 or Field.Level2 or Field.Level3 or Field.Level4) levels++;
            fields.Add(field);
        }
        return fields.Count >= 3 && levels >= 2 && fields.Distinct().Count() == fields.Count ? fields : null;
    }

    /// <summary>All pages as one grid.</summary>
    public static Grid Join(IReadOnlyList<Grid> parts)
    {
        var first = HeadsOf(parts[0])!;
        var pages = parts.Select(part => new IndicatorPage(part, HeadsOf(part) ?? first)).ToList();
        var columns = Columns(pages);
        var grid = new GridBuilder(parts[0].Block, parts[0].Evidence) { Title = parts[0].Title, Unit = parts[0].Unit, HeaderRows = 1, Confidence = parts[0].Confidence };
        for (var c = 0; c < columns.Count; c++) grid.Add(0, c, pages[0].Head(columns[c]));
        var body = new List<Printed[]>();
        foreach (var page in pages)
        {
            if (page != pages[0])
                for (var c = 0; c < columns.Count; c++) grid.Add(0, c, new Printed("", page.Head(columns[c]).Places));
            var seam = page != pages[0];
            foreach (var row in page.rows)
            {
                var next = columns.ConvertAll(field => page.Value(row, field)).ToArray();
                if (seam && body.Count > 0 && PageSeam.Join(body, next, columns)) continue;
                seam = false;
                body.Add(next);
            }
        }
        for (var r = 0; r < body.Count; r++)
            for (var c = 0; c < columns.Count; c++) grid.Add(r + 1, c, body[r][c]);
        return grid.Build();
    }

    private static List<Field> Columns(List<IndicatorPage> pages)
    {
        var columns = pages[0].fields.Where(static field => field != Field.Stub).ToList();
        foreach (var page in pages.Skip(1))
            foreach (var field in page.fields)
                if (field != Field.Stub && !columns.Contains(field)) columns.Add(field);
        var deepest = columns.FindLastIndex(static field => field is Field.Level1 or Field.Level2 or Field.Level3 or Field.Level4);
        if (pages.Exists(static page => page.fields.Contains(Field.Stub))) columns.Insert(deepest, Field.Stub);
        return columns;
    }

    private Printed Head(Field field) => Value(header, field);

    private Printed Value(Printed[] row, Field field)
    {
        var c = fields.IndexOf(field);
        return c < 0 ? Printed.Blank : row[c];
    }

    /// <summary>Finds which columns have no head of their own: the reading whose cells fit their columns best.</summary>
    private static List<Field> Fit(List<Field> named, Printed[][] printed, int width)
    {
        var fields = named.ToList();
        var deepest = named.FindLastIndex(static field => field is Field.Level1 or Field.Level2 or Field.Level3 or Field.Level4);
        while (fields.Count < width)
        {
            List<Field> best = [];
            var cost = double.PositiveInfinity;
            for (var at = 0; at <= fields.Count; at++)
            {
                var trial = fields.ToList();
                trial.Insert(at, Field.Stub);
                // Where cells do not tell, a group stands before the deepest level.
                var here = Misfit(trial, printed) + 0.3 * Math.Abs(at - deepest) + (at < printed[0].Length && printed[0][at].IsBlank ? 0 : 0.1);
                if (here < cost) (best, cost) = (trial, here);
            }
            fields = best;
        }
        return fields;
    }

    private static double Misfit(List<Field> fields, Printed[][] printed)
    {
        var columns = fields.ConvertAll(static field => new Column(field, true));
        var cost = 0.0;
        foreach (var row in printed.Skip(1))
            for (var c = 0; c < Math.Min(fields.Count, row.Length); c++)
            {
                if (row[c].IsBlank || fields[c] == Field.Stub) continue;
                var key = Characters.Key(row[c].Text);
                // The points of a level's name may stand alone behind a page break.
                cost += key[0] == '(' && !columns[c].IsValue ? 0.5 : Math.Min(10, columns[c].Emit(key));
            }
        return cost;
    }

    /// <summary>Where a head spans the nameless column and its own, a cell that fills only the first of the two spans both.</summary>
    private Printed[] Settle(Printed[] row)
    {
        var stub = fields.IndexOf(Field.Stub);
        if (stub < 0 || stub + 1 >= fields.Count || !row[stub + 1].IsBlank) return row;
        if (fields[stub + 1] is not (Field.Level1 or Field.Level2 or Field.Level3 or Field.Level4)) return row;
        var settled = (Printed[])row.Clone();
        (settled[stub + 1], settled[stub]) = (row[stub], Printed.Blank);
        return settled;
    }
}

/// <summary>Joins what a page break cut in an indicator table.</summary>
internal static class PageSeam
{
    /// <summary>Takes the first row of a page into the rows before it where it is the rest of the last one; true if nothing of it is left.</summary>
    public static bool Join(List<Printed[]> body, Printed[] next, List<Field> columns)
    {
        var last = body[^1];
        var deepest = columns.FindLastIndex(static field => field is Field.Level1 or Field.Level2 or Field.Level3 or Field.Level4);
        var rest = Anchors(columns).All(column => next[column].IsBlank)
            && next.Take(deepest + 1).All(static cell => !Levels.IsCoded(Characters.Key(cell.Text)));
        if (rest)
        {
            for (var c = 0; c < columns.Count; c++)
            {
                if (next[c].IsBlank) continue;
                var target = c <= deepest ? Owner(last, next[c], c, deepest) : c;
                last[target] = Mend(body, last[target], next[c]);
            }
            return true;
        }
        // A new row: the end of a merged level cell may still stand before it.
        for (var c = 0; c < deepest; c++)
        {
            if (next[c].IsBlank || Levels.IsCoded(Characters.Key(next[c].Text)) || !CanEnd(next[c].Text, columns[c])) continue;
            var owner = body.FindLastIndex(row => !row[c].IsBlank);
            if (owner < 0) continue;
            body[owner][c] = GridBuilder.Join(body[owner][c], next[c]);
            next[c] = Printed.Blank;
        }
        return false;
    }

    /// <summary>The columns that a row fills: its weight and score, or, where the table has neither, its target and actual value.</summary>
    private static List<int> Anchors(List<Field> columns)
    {
        var points = Enumerable.Range(0, columns.Count).Where(c => columns[c] is Field.Weight or Field.Score).ToList();
        return points.Count > 0 ? points : [.. Enumerable.Range(0, columns.Count).Where(c => columns[c] is Field.Target or Field.Actual)];
    }

    /// <summary>The end of a level's name: its points in brackets, or, of a nameless group, a word too short to be a name.</summary>
    private static bool CanEnd(string text, Field field) => text[0] is '(' or '（' || field == Field.Stub && text.Length <= 2;

    /// <summary>
    /// Two parts of one phrase. A character printed both before and behind the break (服务|务中心) is one character where the rest of the
    /// table writes the phrase with one and never with two; both places are kept.
    /// </summary>
    private static Printed Mend(List<Printed[]> body, Printed first, Printed second)
    {
        var joined = GridBuilder.Join(first, second);
        var (a, b) = (first.Text, second.Text);
        if (a.Length < 3 || b.Length < 3 || a[^1] != b[0]) return joined;
        var (twice, once) = (a[^2..] + b[..2], a[^2..] + b[1..3]);
        var texts = body.SelectMany(static row => row).Where(cell => !ReferenceEquals(cell, first)).Select(static cell => cell.Text).ToList();
        return texts.Exists(text => text.Contains(once, StringComparison.Ordinal)) && !texts.Exists(text => text.Contains(twice, StringComparison.Ordinal))
            ? joined with { Text = a + b[1..] } : joined;
    }

    /// <summary>The level cell whose name the fragment completes: where several could, the one that makes a known name.</summary>
    private static int Owner(Printed[] last, Printed fragment, int column, int deepest)
    {
        for (var c = 0; c <= deepest; c++)
            if (!last[c].IsBlank && Levels.SecondNames.Contains(Characters.Key(last[c].Text + fragment.Text))) return c;
        return column;
    }
}

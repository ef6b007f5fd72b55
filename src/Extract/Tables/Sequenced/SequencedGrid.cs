using System.Collections.Immutable;
using System.Globalization;
using Extract.Diagnostics;
using Extract.Forms;
using Extract.Layout;
using Extract.Text;

namespace Extract.Tables.Sequenced;

/// <summary>A form rebuilt: its blocks as grids, what went wrong, and how many of the lines given it took.</summary>
internal sealed record SequencedForm(ImmutableArray<Grid> Grids, ImmutableArray<Diagnostic> Diagnostics, int Lines);

/// <summary>
/// Rebuilds a self-evaluation form where geometry is gone: the form's skeleton of labels is found in the stream of words, the words between
/// two labels are the first one's value, and budget and indicator rows are aligned with their row grammar. Every atom ends in one cell.
/// </summary>
internal sealed class SequencedGrid
{
    private readonly AtomStream stream;
    private readonly bool marked;
    private readonly List<Grid> grids = [];
    private readonly List<(RowAligner Rows, Action<Alignment> Finish)> tables = [];
    private readonly List<Diagnostic> diagnostics = [];
    private readonly Printed title;
    private readonly int body;
    private readonly bool endsDocument;
    private string unit = "";

    private SequencedGrid(IReadOnlyList<FlowLine> lines, int titleLines, bool endsDocument)
    {
        this.endsDocument = endsDocument;
        lines = TornLabels.Joined(SpacedLabels.Joined(Spacing.Counted(lines)));
        stream = Atoms.Of(lines);
        marked = lines.Count(static line => line.Kind == LineKind.Marked) * 2 > lines.Count;
        body = 0;
        while (body < stream.Count && stream[body].Line < titleLines) body++;
        title = stream.Print(0, body);
    }

    /// <summary>
    /// Rebuilds the form that <paramref name="lines"/> start with, of which the first <paramref name="titleLines"/> are its title. Where the
    /// document ends with these lines, a form without its end is one the file cuts.
    /// </summary>
    public static SequencedForm Rebuild(IReadOnlyList<FlowLine> lines, int titleLines, bool endsDocument)
    {
        var grid = new SequencedGrid(lines, titleLines, endsDocument);
        return grid.Build(lines.Count);
    }

    private SequencedForm Build(int lineCount)
    {
        var chain = Skeleton.Find(stream, marked).Where(mark => mark.From >= body).ToList();
        if (chain.Count == 0) return new SequencedForm([], [], 0);
        var end = EndOfForm(chain);
        var head = new GridBuilder("head", Evidence.Sequenced) { Title = title };
        if (!title.IsBlank) head.Add(0, 0, title, 1, 2);
        Leftover(body, chain[0].From, head);
        unit = UnitIn(stream.KeyOf(0, end).ToString());
        for (var k = 0; k < chain.Count; k++)
        {
            var mark = chain[k];
            var to = k + 1 < chain.Count ? chain[k + 1].From : end;
            switch (mark.Field)
            {
                case Field.YearGoal when mark.Heads.Count > 0: Goals(mark, to); break;
                case Field.Executed when mark.Heads.Count == 0: LabelledFunds.FillSources(stream, mark.To, to, head); break;
                case Field.Executed: Funds(WithoutStubs(mark, head), to); break;
                case Field.Level1:
                    Indicators(WithoutStubs(mark, head), to, k + 1 < chain.Count && chain[k + 1].Field == Field.Total ? chain[k + 1] : null,
                    k + 2 < chain.Count ? chain[k + 2].From : end, k + 1 == chain.Count && end == stream.Count); break;
                case Field.Total when k > 0 && chain[k - 1].Field == Field.Level1: break;
                default: Value(mark, to, head); break;
            }
        }
        var alignments = RowAligner.Settle([.. tables.Select(static table => table.Rows)]);
        foreach (var (table, alignment) in tables.Zip(alignments)) table.Finish(alignment);
        grids.Insert(0, head.Build());
        if (endsDocument && end == stream.Count && EndsInsideSentence(chain[^1])) diagnostics.Add(new(DiagnosticKinds.FormCut, [title.Text, "句末 / the end of its last sentence"], title.Place));
        if (!chain.Exists(static mark => mark.Field == Field.Level1))
            diagnostics.Add(new(DiagnosticKinds.FormCut, [title.Text, "一级指标/三级指标 (indicator header)"], title.Place));
        var lines = end == stream.Count ? lineCount : stream[end].Line;
        return new SequencedForm([.. grids.Where(static grid => grid.RowCount > 0)], [.. diagnostics], lines);
    }

    /// <summary>Pieces of the table's label that stand among its heads are the label's, not the heads'.</summary>
    private Mark WithoutStubs(Mark mark, GridBuilder head)
    {
        var stubs = mark.Heads.Where(static h => h.Field == Field.Other).ToList();
        if (stubs.Count == 0) return mark;
        var row = head.Rows;
        foreach (var stub in stubs) head.Add(row, 0, PrintHead(stub), 1, 2);
        return mark with { Heads = [.. mark.Heads.Where(static h => h.Field != Field.Other)] };
    }

    /// <summary>Signatures end a form with their line, or with the one below where a label takes its lines whole; what follows them belongs to what comes next.</summary>
    private int EndOfForm(List<Mark> chain)
    {
        var last = chain[^1];
        if (last.Field is not (Field.ProjectLeader or Field.FinanceLeader or Field.FilledBy or Field.Phone or Field.Date)) return stream.Count;
        var end = stream.EndOfLine(last.To - 1, stream.Count);
        return end < stream.Count && Skeleton.FillsLines(stream, last.From, last.To) ? stream.EndOfLine(end, stream.Count) : end;
    }

    /// <summary>A label and its value.</summary>
    private void Value(Mark mark, int to, GridBuilder head)
    {
        var row = head.Rows;
        head.Add(row, 0, stream.Print(mark.From, mark.To));
        head.Add(row, 1, stream.Print(SkipColon(mark.To, to), to));
        if (SkipColon(mark.To, to) > mark.To) head.Add(row, 0, stream.Print(mark.To, mark.To + 1));
    }

    private int SkipColon(int from, int to) => from < to && stream.KeyOf(from, from + 1) is ":" ? from + 1 : from;

    private void Leftover(int from, int to, GridBuilder head)
    {
        if (from >= to) return;
        var printed = stream.Print(from, to);
        if (printed.IsBlank) return;
        head.Add(head.Rows, 0, printed, 1, 2);
    }

    private void Goals(Mark mark, int to)
    {
        var grid = new GridBuilder("goals", Evidence.Sequenced) { Title = title, HeaderRows = 1 };
        for (var c = 0; c < mark.Heads.Count; c++) grid.Add(0, c, PrintHead(mark.Heads[c]));
        var row = 1;
        if (marked)
        {
            var column = 0;
            foreach (var (from, end) in MarkedCells(mark.To, to)) grid.Add(row, Math.Min(column++, mark.Heads.Count - 1), stream.Print(from, end));
        }
        else if (SideBySide(mark, to) is { } lines)
        {
            // The rest of the label beside the goals is kept behind them.
            foreach (var line in lines)
                for (var c = 0; c < line.Pieces.Length; c++)
                    if (line.Pieces[c] is { IsEmpty: false } piece) grid.Add(row, (c + mark.Heads.Count) % (mark.Heads.Count + 1), stream.Print(piece.From, piece.To));
        }
        else if (Boundary(mark, to) is { } boundary)
        {
            for (var i = mark.To; i < to; i++) grid.Add(row, stream.BoxOf(i).Left < boundary ? 0 : 1, stream.Print(i, i + 1));
        }
        else
        {
            var from = mark.To;
            if (mark.Heads.Count == 2 && GoalSplit.FindTwoRows(stream, from, to) is var (first, second, third))
            {
                grid.Add(row, 0, stream.Print(from, first));
                grid.Add(row++, 1, stream.Print(first, second));
                grid.Add(row, 0, stream.Print(second, third));
                grid.Add(row, 1, stream.Print(third, to));
                from = to;
            }
            else if (mark.Heads.Count == 2 && GoalSplit.FindCut(stream, from, to) is var (done, page, rest))
            {
                grid.Add(row, 0, stream.Print(from, done));
                grid.Add(row, 1, stream.Print(done, page));
                grid.Add(row, 0, stream.Print(page, rest));
                grid.Add(row, 1, stream.Print(rest, to));
                from = to;
            }
            while (from < to)
            {
                var rate = mark.Heads.Count > 2 ? NextRate(from, to) : to;
                var middle = GoalSplit.Find(stream, from, rate);
                grid.Add(row, 0, stream.Print(from, middle));
                grid.Add(row, 1, stream.Print(middle, rate));
                if (rate < to) grid.Add(row, 2, stream.Print(rate, rate + 1));
                from = rate + 1;
                row++;
            }
        }
        grids.Add(grid.Build());
    }

    /// <summary>The lines of goals that stand beside each other in columns of spaces; null where columns mean nothing.</summary>
    private List<SpacedLine>? SideBySide(Mark mark, int to)
    {
        if (mark.To == to || !SpacedLines.AreApart(stream, mark.Heads)) return null;
        Column[] columns = [new Column(Field.Stub, false), .. mark.Heads.Select(static head => new Column(head.Field, false))];
        return SpacedLines.Of(stream, mark.To, to, columns, [null, .. mark.Heads.Select(head => ((double, double)?)(stream.BoxOf(head.Atoms[0]).Left, stream.BoxOf(head.Atoms[^1]).Right))])[0];
    }

    /// <summary>
    /// Where two goal cells stand side by side in columns of spaces: the left edge of the second one's head, if the heads stand well apart,
    /// every word keeps to one side, and some line has words on both. Null where columns mean nothing.
    /// </summary>
    private double? Boundary(Mark mark, int to)
    {
        if (mark.Heads.Count != 2) return null;
        var (first, second) = (mark.Heads[0].Atoms[^1], mark.Heads[1].Atoms[0]);
        var left = stream.BoxOf(second).Left;
        if (stream[first].Line != stream[second].Line || left - stream.BoxOf(first).Right < LeastGap) return null;
        var both = false;
        for (var i = mark.To; i < to; i++)
        {
            var box = stream.BoxOf(i);
            if (box.Left < left - 1 && box.Right > left) return null;
            both |= i > mark.To && stream[i].Line == stream[i - 1].Line && box.Left >= left - 1 && stream.BoxOf(i - 1).Right < box.Left - 0.5;
        }
        return both ? left - 1 : null;
    }

    /// <summary>True where the heads of a table stand on one line, each well apart from the next: a form set in columns of spaces.</summary>
    private bool StandApart(List<Head> heads)
    {
        for (var h = 1; h < heads.Count; h++)
        {
            var (before, here) = (heads[h - 1].Atoms[^1], heads[h].Atoms[0]);
            if (stream[before].Line != stream[here].Line || stream.BoxOf(here).Left - stream.BoxOf(before).Right < 1) return false;
        }
        return true;
    }

    /// <summary>Columns of spaces stand at least this far apart, in ems: a space between words is half of one.</summary>
    private const double LeastGap = 1.5;

    /// <summary>Non-empty marked cells of a range; paragraphs without a mark belong to the cell before them.</summary>
    private IEnumerable<(int From, int To)> MarkedCells(int from, int to)
    {
        for (var i = from; i < to;)
        {
            var end = i + 1;
            while (end < to && !stream[end].Mark) end++;
            if (!stream.KeyOf(i, end).IsEmpty) yield return (i, end);
            i = end;
        }
    }

    /// <summary>The next line that holds nothing but a number; or a number at the end of a line, behind a sentence.</summary>
    private int NextRate(int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (stream.EndOfLine(i, to) != i + 1 || !stream[i].LineStart && (i == from || stream.KeyOf(i - 1, i) is not [.., '。' or ';'])) continue;
            var key = stream.KeyOf(i, i + 1);
            if (Figures.FigureReader.Scan(key, out _, out _, out _) is > 0 and var n && (n == key.Length || key[n..] is "%")) return i;
        }
        return to;
    }

    private Printed PrintHead(Head head)
    {
        var printed = Printed.Blank;
        foreach (var atom in head.Atoms)
        {
            var own = stream.Print(atom, atom + 1);
            // The block's points belong to its own name; printed among the heads they are kept by their place alone.
            printed = HeaderReader.IsPieceOfPoints(own.Text) ? new Printed(printed.Text, printed.Places.AddRange(own.Places)) : GridBuilder.Join(printed, own);
        }
        return printed;
    }

    private void Funds(Mark mark, int to)
    {
        var paired = mark.From == mark.To;
        var columns = new List<Column>();
        var grid = new GridBuilder("funds", Evidence.Sequenced) { Title = title, Unit = unit, HeaderRows = paired ? 0 : 1 };
        if (marked) columns.Add(new Column(Field.Stub, false));
        if (paired)
        {
            foreach (var head in mark.Heads)
            {
                columns.Add(new Column(Field.Source, false));
                columns.Add(new Column(head.Field, false));
            }
            columns.Add(new Column(Field.Rate, false));
        }
        else
        {
            if (!mark.Heads.Exists(static head => head.Field == Field.Source)) columns.Add(new Column(Field.Source, false));
            columns.AddRange(mark.Heads.Select(static head => new Column(head.Field, false)));
            var shift = columns.Count - mark.Heads.Count;
            for (var c = 0; c < mark.Heads.Count; c++) grid.Add(0, c + shift, PrintHead(mark.Heads[c]));
        }
        if (paired && !marked && LabelledFunds.Fill(stream, mark.To, to, grid))
        {
            grids.Add(grid.Build());
            return;
        }
        var (lists, end) = (paired || marked ? to : NatureLists.Find(stream, mark.To, to), to);
        to = lists;
        if (!paired && !marked && Spaced(stream, mark.To, to, mark.Heads, columns) is { } spaced)
        {
            Done(spaced);
            return;
        }
        tables.Add((RowAligner.For(stream, mark.To, to, [.. columns], marked), Done));

        void Done(Alignment alignment)
        {
            var certain = alignment.Order == RowOrder.Cells && !marked ? UncertainFunds.Placed(stream, alignment, columns) : alignment;
            Fill(grid, certain, stream, [.. columns], paired ? 0 : 1);
            if (lists < end) NatureLists.Fill(stream, lists, end, grid);
            if (alignment.Order == RowOrder.Cells && !marked) diagnostics.AddRange(UncertainFunds.Of(stream, alignment, [.. columns]));
            Judge(grid, alignment, "预算执行 / budget");
            grids.Add(grid.Build());
        }
    }

    /// <summary>
    /// The rows of a table whose columns spaces keep; null for any other. What stands left of the first head is the label beside the table,
    /// printed over several lines: it is kept in a last column of its own.
    /// </summary>
    private Alignment? Spaced(AtomStream rows, int from, int to, List<Head> heads, List<Column> columns)
    {
        if (from == to || heads.Exists(static head => head.Atoms.Count == 0) || !SpacedLines.AreApart(stream, heads) || !SpacedLines.AreDivided(rows, from, to)) return null;
        var shift = columns.Count - heads.Count;
        var edges = new List<(double Left, double Right)?> { null };
        for (var c = 0; c < columns.Count; c++) edges.Add(c < shift ? null : (heads[c - shift].Atoms.Min(atom => stream.BoxOf(atom).Left), heads[c - shift].Atoms.Max(atom => stream.BoxOf(atom).Right)));
        Column[] all = [new Column(Field.Stub, false), .. columns];
        var ways = SpacedLines.Of(rows, from, to, all, [.. edges]);
        var (kept, anew) = (SpacedRows.Read(rows, all, ways[0]), SpacedRows.Read(rows, all, ways[1]));
        // Columns stand below their heads, unless the body says clearly that the heads were moved.
        var alignment = kept is null || anew is not null && anew.Cost < 0.9 * kept.Cost - 2 ? anew : kept;
        if (alignment is null) return null;
        columns.Add(all[0]);
        return alignment with { Stretches = [.. alignment.Stretches.Select(stretch => stretch with { Column = stretch.Column == 0 ? columns.Count - 1 : stretch.Column - 1 })] };
    }

    private void Indicators(Mark mark, int to, Mark? total, int afterTotal, bool last)
    {
        var heads = mark.Heads;
        var operatorApart = heads.Exists(static head => head.Field == Field.Operator);
        var apart = StandApart(heads);
        var deepest = heads.FindLastIndex(static head => HeaderReader.IsLevel(head.Field));
        var columns = heads.Select((head, h) => new Column(head.Field, operatorApart) { Left = apart ? stream.BoxOf(head.Atoms[0]).Left : null, IsOfLevel = head.Field == Field.Weight && h < deepest }).ToList();
        if (marked) columns.Insert(0, new Column(Field.Stub, false));
        var shift = columns.Count - heads.Count;
        var grid = new GridBuilder("indicators", Evidence.Sequenced) { Title = title, HeaderRows = 1 };
        for (var c = 0; c < heads.Count; c++) grid.Add(0, c + shift, PrintHead(heads[c]));
        var rows = WithoutRepeatedHeads(mark.To, to, heads, shift, grid);
        if (!marked && Spaced(rows, 0, rows.Count, heads, columns) is { } spaced)
        {
            Done(spaced);
            return;
        }
        tables.Add((RowAligner.For(rows, 0, rows.Count, [.. columns], marked), Done));

        void Done(Alignment alignment)
        {
            Fill(grid, alignment, rows, [.. columns], 1);
            if (total is not null) Total(grid, columns, total, afterTotal);
            grid.IsCut = last && endsDocument && IsUnfinished(grid, columns, shift);
            if (grid.IsCut) diagnostics.Add(new(DiagnosticKinds.FormCut, [title.Text, "合计 / total"], title.Place));
            Judge(grid, alignment, "绩效指标 / indicators");
            grids.Add(grid.Build());
        }
    }

    /// <summary>True where the form's last text is of a sentence's length and stops without a mark that ends one.</summary>
    private bool EndsInsideSentence(Mark mark) =>
        mark.Field is Field.Overview or Field.Conclusion or Field.Problems or Field.Improvements or Field.ProblemsAndImprovements
        && stream.KeyOf(mark.To, stream.Count) is { Length: > 24 } text && !(text[^1] is '。' or ';' or '!' or '?' or ')' or '”' or '…' or '.' or ':') && !char.IsAsciiDigit(text[^1]);

    /// <summary>Tables with points close with their total; tables without close with a row that has what the rows above it have.</summary>
    private static bool IsUnfinished(GridBuilder grid, List<Column> columns, int shift)
    {
        if (columns.Exists(static column => column.Field is Field.Weight or Field.Score)) return true;
        var rows = grid.Build().ToRows();
        return rows.Length > 2 && Enumerable.Range(shift, columns.Count - shift)
            .Any(c => columns[c].Field is Field.Target or Field.Actual && rows[^1][c].IsBlank && rows[1..^1].All(row => !row[c].IsBlank));
    }

    /// <summary>Takes headers that a new page repeats out of the rows; their words are printed in the header's cells once more.</summary>
    private AtomStream WithoutRepeatedHeads(int from, int to, List<Head> heads, int shift, GridBuilder grid)
    {
        var kept = new List<Atom>();
        var pageStart = false;
        for (var i = from; i < to;)
        {
            if (stream[i].LineStart && stream.KeyOf(i, i + 1).StartsWith("一级"))
            {
                var (again, end) = HeaderReader.Read(stream, i, to, HeaderWords.OfBrokenIndicators);
                if (again.Count >= Math.Max(3, heads.Count - 2))
                {
                    foreach (var head in again)
                    {
                        var column = heads.FindIndex(h => h.Field == head.Field);
                        // A head that the first header lacks is kept by its place, and said.
                        grid.Add(0, Math.Max(0, column) + shift, new Printed("", PrintHead(head).Places));
                        if (column < 0 && head.Field != Field.Other) diagnostics.Add(new(DiagnosticKinds.Unplaced, [PrintHead(head).Text], PrintHead(head).Place));
                    }
                    pageStart |= stream[i].PageStart;
                    i = end;
                    pageStart = true;
                    continue;
                }
            }
            kept.Add(pageStart ? stream[i] with { PageStart = true } : stream[i]);
            pageStart = false;
            i++;
        }
        return new AtomStream(kept);
    }

    private static void Fill(GridBuilder grid, Alignment alignment, AtomStream rows, Column[] columns, int header)
    {
        foreach (var stretch in alignment.Stretches)
            grid.Add(stretch.Row + header, stretch.Column, Whole(columns[stretch.Column], rows.Print(stretch.From, stretch.To)));
        for (var r = 0; r < alignment.Rows; r++)
            for (var c = 0; c < columns.Length; c++) grid.Add(r + header, c, Printed.Blank);
    }

    /// <summary>A number broken over lines is one number.</summary>
    private static Printed Whole(Column column, Printed printed) =>
        !column.Wraps && printed.Text.IndexOf(' ', StringComparison.Ordinal) > 0 && printed.Text.Replace(" ", "", StringComparison.Ordinal) is var text && Column.NumberEnd(Characters.Fold(text)) == text.Length
            ? printed with { Text = text } : printed;

    private void Total(GridBuilder grid, List<Column> columns, Mark total, int to)
    {
        var row = grid.Rows;
        var weight = columns.FindIndex(static column => column.Field == Field.Weight);
        var score = columns.FindIndex(static column => column.Field == Field.Score);
        grid.Add(row, 0, stream.Print(total.From, total.To));
        var cells = new List<(int From, int To)>();
        for (var i = SkipColon(total.To, to); i < to; i++)
        {
            if (stream.KeyOf(i, i + 1).IsEmpty) continue;
            cells.Add((i, i + 1));
        }
        var scored = stream.KeyOf(total.From, total.To).Contains('分');
        int[] points = [.. Enumerable.Range(0, columns.Count).Where(c => columns[c].Field is Field.Weight or Field.Score)];
        if (points.Length > 2 && cells.Count == points.Length)
        {
            for (var n = 0; n < cells.Count; n++) grid.Add(row, points[n], stream.Print(cells[n].From, cells[n].To));
            return;
        }
        for (var n = 0; n < cells.Count; n++)
        {
            var column = n switch
            {
                0 when cells.Count > 1 && weight >= 0 && score >= 0 => Math.Min(weight, score),
                1 when weight >= 0 && score >= 0 => Math.Max(weight, score),
                0 when cells.Count == 1 && (scored || weight < 0) && score >= 0 => score,
                0 when weight >= 0 => weight,
                _ => columns.Count - 1,
            };
            grid.Add(row, column, stream.Print(cells[n].From, cells[n].To));
        }
    }

    /// <summary>How sure: the cost a row on average, 1 where every row is what the form expects. A doubtful reconstruction says so.</summary>
    private void Judge(GridBuilder grid, Alignment alignment, string block)
    {
        // Cell marks that do not match their row are the file's own disorder and cost more than they mislead.
        var perRow = alignment.Rows == 0 ? 10 : alignment.Cost / alignment.Rows / (marked ? 2 : 1);
        grid.Confidence = Math.Round(Math.Exp(-perRow / 12), 3);
        if (perRow <= 8) return;
        diagnostics.Add(new(DiagnosticKinds.Doubtful, [grid.Confidence.ToString("0.00", CultureInfo.InvariantCulture), $"{title.Text} · {block}"], title.Place));
    }

    /// <summary>The unit of the form's amounts, as its budget head or its own label prints it.</summary>
    internal static string UnitIn(string key)
    {
        if (key.Contains("(万元)", StringComparison.Ordinal) || key.Contains("单位:万元", StringComparison.Ordinal) || key.Contains("金额单位万元", StringComparison.Ordinal)) return "万元";
        return key.Contains("(元)", StringComparison.Ordinal) || key.Contains("单位:元", StringComparison.Ordinal) ? "元" : "";
    }
}

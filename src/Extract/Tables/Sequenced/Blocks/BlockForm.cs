using System.Globalization;
using Extract.Diagnostics;
using Extract.Forms;
using Extract.Layout;
using Extract.Text;

namespace Extract.Tables.Sequenced.Blocks;

/// <summary>
/// Rebuilds a form whose text was taken off the page block by block: columns, or pieces of them, one below another, as programs print a page that
/// go by its white space and do not see its rules (pdftotext without -layout and -raw). The form's words say which columns there are; a search
/// gives every piece of text to one of them; names of levels fall to the rows they fit.
/// </summary>
internal sealed class BlockForm
{
    /// <summary>A reading less sure than this is none.</summary>
    private const double LeastConfidence = 0.3;

    /// <summary>No form of one project is longer, in pieces of text.</summary>
    private const int MostPieces = 1200;

    /// <summary>A reading less sure than this says so.</summary>
    private const double Doubtful = 0.5;

    private readonly AtomStream stream;
    private readonly Plan plan;
    private readonly List<BlockCell>[] cells;
    private readonly Printed title;
    private readonly string unit;

    private BlockForm(AtomStream stream, Plan plan, List<BlockCell>[] cells, Printed title, string unit) =>
        (this.stream, this.plan, this.cells, this.title, this.unit) = (stream, plan, cells, title, unit);

    /// <summary>The form that the lines hold, if they were printed in blocks; null otherwise.</summary>
    /// <param name="lines">A form's lines, and what follows it.</param>
    /// <param name="titleLines">How many of them are its title.</param>
    public static SequencedForm? Of(IReadOnlyList<FlowLine> lines, int titleLines) => IsPrintedInBlocks(lines) ? Rebuild(lines, titleLines) : null;

    /// <summary>Blocks are set off by blank lines, and white space divides no line.</summary>
    private static bool IsPrintedInBlocks(IReadOnlyList<FlowLine> lines) =>
        lines.All(static line => line.Kind == LineKind.Free) && Flows(lines).Count is > 1 and var flows && flows > 0.25 * lines.Count && lines.Count(static line => line.Runs.Count > 1) * 20 <= lines.Count;

    /// <summary>The lines that a blank line or a page's top sets off from those above.</summary>
    private static HashSet<int> Flows(IReadOnlyList<FlowLine> lines) =>
        [.. Enumerable.Range(1, Math.Max(0, lines.Count - 1)).Where(i => lines[i].Sheet != lines[i - 1].Sheet || lines[i].PageStart || lines[i].Top - lines[i - 1].Top > 1.5)];

    private static SequencedForm? Rebuild(IReadOnlyList<FlowLine> lines, int titleLines)
    {
        var stream = Atoms.Of(lines);
        var body = 0;
        while (body < stream.Count && stream[body].Line < titleLines) body++;
        var pieces = Piece.Of(stream, Flows(lines));
        var plan = Plan.Of(pieces, body);
        if (!plan.IsForm || pieces.Length - body > MostPieces || Best(pieces, plan, body) is not var (cells, rows, confidence)) return null;
        var form = new BlockForm(stream, plan, cells, stream.Print(0, body), SequencedGrid.UnitIn(stream.KeyOf(0, stream.Count).ToString()));
        if (confidence < LeastConfidence) return null;
        Grid[] grids = [form.Head(body), form.Goals(), form.Funds(confidence), form.Indicators(rows, confidence)];
        var doubts = form.Unplaced().Select(form.Print).Select(static text => new Diagnostic(DiagnosticKinds.Unplaced, [text.Text], text.Place)).ToList();
        doubts.AddRange(cells.SelectMany(static column => column).Where(static cell => cell.IsReconciled).Select(form.Print).Select(static text => new Diagnostic(DiagnosticKinds.Reconciled, [text.Text], text.Place)));
        if (confidence < Doubtful) doubts.Add(new(DiagnosticKinds.Doubtful, [confidence.ToString("0.00", CultureInfo.InvariantCulture), form.title.Text], form.title.Place));
        return new SequencedForm([.. grids.Where(static grid => grid.RowCount > 0)], [.. doubts], lines.Count);
    }

    /// <summary>The reading whose text and whose levels fit best, its number of indicators, and how sure it is.</summary>
    private static (List<BlockCell>[] Cells, int Rows, double Confidence)? Best(Piece[] pieces, Plan plan, int body)
    {
        (List<BlockCell>[] Cells, int Rows, double Confidence)? best = null;
        var least = double.PositiveInfinity;
        foreach (var (woven, rows, cost) in Weaver.Read(pieces, plan, body))
        {
            var cells = BlockCell.Of(woven, pieces, plan);
            var (funds, indicators, doubt) = Rows.Set(plan, pieces, woven, cells, rows);
            // The same text is read every time: what costs least fits best, however many rows it makes.
            if (cost + doubt >= least) continue;
            least = cost + doubt;
            best = (cells, rows, Math.Round(Math.Exp(-least / (4.0 * Math.Max(1, funds + indicators))), 3));
        }
        return best;
    }

    /// <summary>Labels with their values, and what belongs to no cell.</summary>
    private Grid Head(int body)
    {
        var head = new GridBuilder("head", Evidence.Sequenced) { Title = title };
        if (body > 0) head.Add(0, 0, title, 1, 2);
        foreach (var sign in plan.Signs.Where(sign => plan.Slots[sign.Slot] is { Part: Part.Label, Field: not (Field.Source or Field.Rate) })) Label(head, sign, head.Rows);
        Amounts(head);
        foreach (var sign in plan.Signs.Where(sign => sign.Slot == Plan.Rest && !plan.IsTotal(sign) && !IsNatures(sign))) head.Add(head.Rows, 0, stream.Print(sign.From, sign.To), 1, 2);
        foreach (var cell in cells[Plan.Rest].Concat(Unplaced())) head.Add(head.Rows, 0, Print(cell), 1, 2);
        return head.Build();
    }

    /// <summary>Cells of a table that could stand in any of several rows.</summary>
    private IEnumerable<BlockCell> Unplaced() => cells.Where((_, s) => plan.Slots[s].Part is Part.Funds or Part.Indicators).SelectMany(static column => column).Where(static cell => cell.Row < 0);

    /// <summary>Labels of amounts in their rows and lanes, each with its amount behind it.</summary>
    private void Amounts(GridBuilder head)
    {
        var slot = plan.IndexOf(Part.Label, Field.Source);
        if (slot < 0) return;
        var signs = plan.Signs.Where(sign => sign.Slot == slot).ToList();
        var places = AmountLabels.Of([.. signs.Select(Key)]);
        var amounts = AmountLabels.Match(places, [.. signs.Select(static sign => sign.To)], [.. cells[slot].Select(static cell => cell.Pieces[0])]);
        var top = head.Rows;
        for (var k = 0; k < signs.Count; k++)
        {
            head.Add(top + places[k].Row, 2 * places[k].Lane, stream.Print(signs[k].From, signs[k].To));
            if (amounts[k] >= 0) head.Add(top + places[k].Row, 2 * places[k].Lane + 1, Print(cells[slot][amounts[k]]));
        }
        // The rate stands right of the total.
        if (plan.IndexOf(Part.Label, Field.Rate) is >= 0 and var rate && cells[rate].Count > 0) head.Add(top, 2 * (places.Max(static place => place.Lane) + 1), Print(cells[rate][0]));
        for (var k = 0; k < cells[slot].Count; k++)
            if (Array.IndexOf(amounts, k) < 0) head.Add(head.Rows, 0, Print(cells[slot][k]), 1, 2);
    }

    private bool IsNatures(Sign sign) => sign.Slot == Plan.Rest && NatureLists.IsHead(stream.KeyOf(sign.From, sign.From + 1));

    private string Key(Sign sign) => stream.KeyOf(sign.From, sign.To).ToString();

    private void Label(GridBuilder head, Sign sign, int row)
    {
        head.Add(row, 0, stream.Print(sign.From, sign.To));
        if (cells[sign.Slot].Count > 0) head.Add(row, 1, Print(cells[sign.Slot][0]));
    }

    private Grid Goals()
    {
        var (grid, columns) = Table("goals", Part.Goals);
        foreach (var (slot, column) in columns)
            foreach (var cell in cells[slot]) grid.Add(1, column, Print(cell));
        return grid.Build();
    }

    private Grid Funds(double confidence)
    {
        var (grid, columns) = Table("funds", Part.Funds);
        (grid.Unit, grid.Confidence) = (unit, confidence);
        Fill(grid, columns);
        foreach (var sign in plan.Signs.Where(IsNatures)) NatureLists.Fill(stream, sign.From, sign.To, grid);
        return grid.Build();
    }

    private Grid Indicators(int rows, double confidence)
    {
        var (grid, columns) = Table("indicators", Part.Indicators);
        grid.Confidence = confidence;
        Fill(grid, columns);
        foreach (var sign in plan.Signs.Where(plan.IsTotal)) grid.Add(rows + 1, 0, stream.Print(sign.From, sign.To));
        for (var s = 0; s < cells.Length; s++)
            if (plan.Slots[s].Part == Part.Total && cells[s].Count > 0) grid.Add(rows + 1, columns[plan.Above(plan.Slots[s])], Print(cells[s][0]));
        return grid.Build();
    }

    /// <summary>A table with the heads of its columns; heads that a new page repeats are kept by their places.</summary>
    private (GridBuilder Grid, Dictionary<int, int> Columns) Table(string block, Part part)
    {
        var grid = new GridBuilder(block, Evidence.Sequenced) { Title = title, HeaderRows = 1 };
        var columns = new Dictionary<int, int>();
        for (var s = 0; s < plan.Slots.Count; s++)
            if (plan.Slots[s].Part == part) columns[s] = columns.Count;
        var seen = new HashSet<int>();
        foreach (var sign in plan.Signs)
        {
            if (!columns.TryGetValue(sign.Slot, out var column)) continue;
            var printed = stream.Print(sign.From, sign.To);
            grid.Add(0, column, seen.Add(sign.Slot) ? printed : new Printed("", printed.Places));
        }
        return (grid, columns);
    }

    private void Fill(GridBuilder grid, Dictionary<int, int> columns)
    {
        foreach (var (slot, column) in columns)
            foreach (var cell in cells[slot].Where(static cell => cell.Row >= 0)) grid.Add(cell.Row + 1, column, Print(cell), cell.Rows);
    }

    private Printed Print(BlockCell cell)
    {
        var printed = Printed.Blank;
        for (var k = 0; k < cell.Pieces.Count;)
        {
            var to = k + 1;
            while (to < cell.Pieces.Count && cell.Pieces[to] == cell.Pieces[to - 1] + 1) to++;
            printed = GridBuilder.Join(printed, stream.Print(cell.Pieces[k], cell.Pieces[to - 1] + 1));
            k = to;
        }
        return printed;
    }
}

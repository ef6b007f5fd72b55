using Extract.Documents.Containers;
using Extract.Text;

namespace Extract.Documents.Excel;

/// <summary>
/// Lays a worksheet out as a surface: a row is one em high, a column <see cref="Em"/> ems wide. Around the cells of a table run rules,
/// absent inside merged ranges; cells that a merge covers are not shown.
/// </summary>
internal sealed class SheetLayout
{
    /// <summary>How wide a column is laid out.</summary>
    private const double Em = 6;

    private readonly SheetDraft draft;
    private readonly List<SheetRow> rows;
    private readonly SheetRuns runs;
    private readonly List<Rule> rules = [];
    private MergeSweep sweep;
    private int reached;
    private int top;

    private SheetLayout(SheetDraft draft)
    {
        this.draft = draft;
        draft.Sort();
        rows = SheetRow.Of(draft);
        runs = new SheetRuns(draft);
        sweep = new MergeSweep(draft.Merges);
    }

    /// <summary>The surface of a worksheet, and how many characters its merges cover.</summary>
    public static (Sheet Sheet, int Covered) Lay(SheetDraft draft, int number, CancellationToken cancellation)
    {
        var layout = new SheetLayout(draft);
        var covered = 0;
        long laid = 0;
        foreach (var band in SheetBands.Of(draft, layout.rows))
        {
            cancellation.ThrowIfCancellationRequested();
            laid += (long)band.Count * Math.Max(1, band.Right - band.Left + 1);
            if (laid > SheetDraft.MostCells) throw new SizeLimitException("cells", SheetDraft.MostCells);
            // Lines stand apart from a table, and a table from the next.
            if (layout.top > 0) layout.top++;
            layout.Begin(band);
            covered += band.IsTable ? layout.Table(band) : layout.Lines(band);
        }
        return (new Sheet(number, layout.runs, layout.rules), covered);
    }

    /// <summary>A table beside another starts at a row that was passed: its merged ranges are gone through once more.</summary>
    private void Begin(SheetBand band)
    {
        if (band.First < reached) sweep = new MergeSweep(draft.Merges);
        reached = band.First + band.Count;
    }

    /// <summary>Rows outside of tables: each cell a run, its lines one below the other.</summary>
    private int Lines(SheetBand band)
    {
        var covered = 0;
        for (var i = band.First; i < band.First + band.Count; i++)
        {
            sweep.MoveTo(rows[i].Row);
            var height = 1;
            for (var c = 0; c < rows[i].Cells; c++)
            {
                var cell = draft.Cells[rows[i].FirstCell + c];
                if (sweep.Covers(cell.Row, cell.Column))
                {
                    covered += cell.Text.Length;
                    continue;
                }
                height = Math.Max(height, runs.AddLines(rows[i].FirstCell + c, top, cell.Column * Em));
            }
            top += height;
        }
        return covered;
    }

    private int Table(SheetBand band)
    {
        var columns = band.Right - band.Left + 1;
        var walls = new int[columns + 1];
        Array.Fill(walls, -1);
        var covered = 0;
        for (var i = 0; i < band.Count; i++)
        {
            var row = rows[band.First + i];
            sweep.MoveTo(row.Row);
            Verticals(band, i, walls);
            Horizontal(band, i, i == 0 ? null : rows[band.First + i - 1].Row);
            covered += Cells(row, band);
            top++;
        }
        for (var c = 0; c <= columns; c++) Close(walls, c);
        rules.Add(new Rule(false, top, X(0), X(columns), RuleSource.Declared));
        return covered;
    }

    /// <summary>A rule down the left of column <paramref name="c"/> of a table. It starts away from the margin, where a rule would be a cell mark.</summary>
    private static double X(int c) => 1 + c * Em;

    private int Cells(SheetRow row, SheetBand band)
    {
        var covered = 0;
        for (var c = 0; c < row.Cells; c++)
        {
            var cell = draft.Cells[row.FirstCell + c];
            if (cell.Column < band.Left || cell.Column > band.Right) continue;
            if (sweep.Covers(cell.Row, cell.Column))
            {
                covered += cell.Text.Length;
                continue;
            }
            if (cell.Text.AsSpan().IsWhiteSpace()) continue;
            runs.Add(row.FirstCell + c, top, X(Math.Clamp(cell.Column, band.Left, band.Right) - band.Left) + 0.1, Em - 0.2);
        }
        return covered;
    }

    /// <summary>Rules down: each runs on until a merged range crosses it.</summary>
    private void Verticals(SheetBand band, int row, int[] walls)
    {
        for (var c = 0; c < walls.Length; c++)
        {
            if (sweep.Crosses(band.Left + c)) Close(walls, c);
            else if (walls[c] < 0) walls[c] = top;
        }
    }

    private void Close(int[] walls, int c)
    {
        if (walls[c] >= 0) rules.Add(new Rule(true, X(c), walls[c], top, RuleSource.Declared));
        walls[c] = -1;
    }

    /// <summary>The rule above a row, with gaps where a merged range reaches from the row above into this one.</summary>
    private void Horizontal(SheetBand band, int row, int? above)
    {
        var from = -1;
        for (var c = 0; c <= band.Right - band.Left + 1; c++)
        {
            var open = c > band.Right - band.Left || above is { } upper && sweep.At(band.Left + c) is { } merge && merge.Top <= upper;
            if (open && from >= 0)
            {
                rules.Add(new Rule(false, top, X(from), X(c), RuleSource.Declared));
                from = -1;
            }
            else if (!open && from < 0)
            {
                from = c;
            }
        }
    }
}

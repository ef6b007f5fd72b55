using System.Globalization;
using Extract.Tables;

namespace Extract.Cli.Evaluation.Planned;

/// <summary>A planned table and what was read of its pages.</summary>
internal sealed class PlannedReading
{
    private readonly List<PlannedCell> wrong = [];

    private PlannedReading(PlannedTable table, IReadOnlyList<Grid> read)
    {
        Table = table;
        Grids = read;
        Grid = read.MaxBy(static g => g.Cells.Length);
        var cells = Grid?.Cells.ToDictionary(static cell => (cell.Row, cell.Column)) ?? [];
        foreach (var cell in table.Cells)
        {
            // Without rules nothing shows how far down a cell goes.
            if (cells.TryGetValue((cell.Row, cell.Column), out var found) && found.Text == cell.Text && found.Columns == cell.Columns
                && (cell.Rows == 1 || found.Rows == cell.Rows || table.Kind != TableKind.Ruled)) Right++;
            else wrong.Add(cell);
        }
    }

    public PlannedTable Table { get; }

    /// <summary>Every grid that was read of the pages: one, if all is well.</summary>
    public IReadOnlyList<Grid> Grids { get; }

    /// <summary>The largest of them.</summary>
    public Grid? Grid { get; }

    /// <summary>Cells read with their text, place and width.</summary>
    public int Right { get; }

    public int All => Table.Cells.Count;

    /// <summary>How sure each grid was and how right: the largest is the table, any other is none.</summary>
    public IEnumerable<Judged> Judged => Grids.Select(grid => ReferenceEquals(grid, Grid)
        ? new Judged(grid.Confidence, (double)Right / All, Right == All && grid.RowCount == Table.Rows && grid.ColumnCount == Table.Columns) : new Judged(grid.Confidence, 0, false));

    /// <summary>Plans the table of the seed, sets it and reads it back.</summary>
    public static PlannedReading Of(int seed)
    {
        var table = TablePlanner.Make(seed);
        return new PlannedReading(table, PageReading.Grids(TableTypesetter.Set(table)));
    }

    /// <summary>What was wrong, on one line.</summary>
    public string Describe() => string.Create(
        CultureInfo.InvariantCulture,
        $"seed {Table.Seed} {Table.Kind} {(Table.IsChinese ? "zh" : "en")} {Table.Rows}x{Table.Columns} [{Table.Hardships}] {Right}/{All}, {Grids.Count} grids, {Grid?.RowCount}x{Grid?.ColumnCount}, {Grid?.Confidence:0.00}; first wrong: ")
        + string.Join("; ", wrong.Take(3).Select(cell => $"({cell.Row},{cell.Column},{cell.Rows}x{cell.Columns}) {cell.Text} <> {Grid?.Cells.FirstOrDefault(c => c.Row == cell.Row && c.Column == cell.Column)}"));

    /// <summary>A line a kind and below it a line a hardship: tables, cells, shares read exactly.</summary>
    public static IEnumerable<IReadOnlyList<string>> ByKind(IReadOnlyList<PlannedReading> readings)
    {
        foreach (var kind in Enum.GetValues<TableKind>())
        {
            var own = readings.Where(reading => reading.Table.Kind == kind).ToList();
            if (own.Count == 0) continue;
            yield return Row(kind.ToString(), own);
            foreach (var hardship in Enum.GetValues<Hardships>().Skip(1))
                if (own.Where(reading => reading.Table.Has(hardship)).ToList() is { Count: > 0 } hard) yield return Row("  " + hardship, hard);
        }
    }

    private static string[] Row(string name, List<PlannedReading> readings)
    {
        var (right, all) = (readings.Sum(static reading => reading.Right), readings.Sum(static reading => reading.All));
        string Percent(int part, int whole) => (100.0 * part / whole).ToString("0.00", CultureInfo.InvariantCulture);
        return [name, readings.Count.ToString(CultureInfo.InvariantCulture), all.ToString(CultureInfo.InvariantCulture), Percent(right, all), Percent(readings.Count(static r => r.Right == r.All), readings.Count)];
    }
}

using Extract.Tables;
using Extract.Text;

namespace Extract.Cli.Evaluation.Grids;

/// <summary>How many were right, of how many that are and how many that were said to be.</summary>
internal readonly record struct Agreement(int Right, int True, int Said)
{
    public double Recall => True == 0 ? 1 : (double)Right / True;

    public double Precision => Said == 0 ? True == 0 ? 1 : 0 : (double)Right / Said;

    /// <summary>The harmonic mean of precision and recall; 0 where nothing is right.</summary>
    public double F1 => Recall + Precision == 0 ? 0 : 2 * Recall * Precision / (Recall + Precision);

    public static Agreement operator +(Agreement a, Agreement b) => new(a.Right + b.Right, a.True + b.True, a.Said + b.Said);
}

/// <summary>The score of one document's grids against the truth.</summary>
/// <param name="Cells">Adjacency relations.</param>
/// <param name="Regions">Tables found: boxes that share most of their area.</param>
/// <param name="Exact">Tables all of whose relations are right and that have no other.</param>
/// <param name="Worst">Per true table, its F1.</param>
/// <param name="Said">Per grid, how sure it was and how right; a grid that is no table has nothing right.</param>
internal sealed record GridScore(Agreement Cells, Agreement Regions, int Exact, IReadOnlyList<double> Worst, IReadOnlyList<Judged> Said)
{
    /// <summary>Two boxes are one table where they share this part of what both cover together.</summary>
    private const double SameTable = 0.6;

    /// <summary>Matches tables one to one, those that share most relations first.</summary>
    public static GridScore Of(IReadOnlyList<TrueTable> truth, IReadOnlyList<Grid> grids)
    {
        var wanted = truth.Select(static table => CellRelations.Of(table.Cells)).ToList();
        var said = grids.Select(static grid => CellRelations.Of([.. grid.Cells.Select(Scored)])).ToList();
        var pairs = from t in Enumerable.Range(0, truth.Count)
                    from g in Enumerable.Range(0, grids.Count)
                    where truth[t].Regions.Count == 0 || truth[t].Regions.Any(region => grids[g].Pages.Contains(region.Place.Page))
                    let shared = CellRelations.Shared(wanted[t], said[g])
                    where shared > 0
                    orderby shared descending
                    select (Truth: t, Grid: g, Shared: shared);
        var found = new Agreement?[truth.Count];
        var taken = new HashSet<int>();
        var judged = grids.Select(static grid => new Judged(grid.Confidence, 0, false)).ToArray();
        foreach (var (t, g, shared) in pairs)
        {
            if (found[t] is not null || !taken.Add(g)) continue;
            var agreement = new Agreement(shared, wanted[t].Values.Sum(), said[g].Values.Sum());
            found[t] = agreement;
            judged[g] = judged[g] with { Cells = agreement.F1, IsExact = agreement.Right == agreement.True && agreement.Right == agreement.Said };
        }
        var tables = found.Select((agreement, t) => agreement ?? new Agreement(0, wanted[t].Values.Sum(), 0)).ToList();
        var extra = Enumerable.Range(0, grids.Count).Where(g => !taken.Contains(g)).Sum(g => said[g].Values.Sum());
        return new GridScore(
            tables.Aggregate(new Agreement(0, 0, extra), static (a, b) => a + b), Detection(truth, grids),
            tables.Count(static table => table.Right == table.True && table.Right == table.Said), [.. tables.Select(static table => table.F1)], judged);
    }

    /// <summary>A cell as it is compared.</summary>
    public static ScoredCell Scored(Cell cell) => new(cell.Row, cell.Row + cell.Rows - 1, cell.Column, cell.Column + cell.Columns - 1, CellRelations.Normalise(cell.Text));

    private static Agreement Detection(IReadOnlyList<TrueTable> truth, IReadOnlyList<Grid> grids)
    {
        var places = truth.SelectMany(static table => table.Regions).Select(static region => region.Place).ToList();
        var said = grids.SelectMany(Places).ToList();
        var right = places.Count(place => said.Exists(box => Shared(place, box) >= SameTable));
        return new Agreement(right, places.Count, said.Count);
    }

    private static IEnumerable<PagePlace> Places(Grid grid) =>
        grid.Cells.SelectMany(static cell => cell.Printed.Places).OfType<PagePlace>().GroupBy(static place => place.Page).Select(static page => new PagePlace(
            page.Key, page.Min(static p => p.Left), page.Min(static p => p.Top), page.Max(static p => p.Right), page.Max(static p => p.Bottom)));

    private static double Shared(PagePlace a, PagePlace b)
    {
        if (a.Page != b.Page) return 0;
        var both = Math.Max(0, Math.Min(a.Right, b.Right) - Math.Max(a.Left, b.Left)) * Math.Max(0, Math.Min(a.Bottom, b.Bottom) - Math.Max(a.Top, b.Top));
        var all = Area(a) + Area(b) - both;
        return all <= 0 ? 0 : both / all;
    }

    private static double Area(PagePlace place) => (place.Right - place.Left) * (place.Bottom - place.Top);
}

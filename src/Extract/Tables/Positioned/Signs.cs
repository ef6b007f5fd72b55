using Extract.Layout.Positioned;
using Extract.Text;

namespace Extract.Tables.Positioned;

/// <summary>What a rebuilt grid shows of how well it may have been read: each sign in [0,1], 0 where nothing speaks against it.</summary>
/// <param name="Undrawn">The share of the borders between columns that no rule draws.</param>
/// <param name="Narrow">How much narrower than an em the narrowest river is that gave a column.</param>
/// <param name="Levels">Undrawn columns under heads of two levels or more: which columns a head stands over is known by its middle only.</param>
/// <param name="Stacked">The share of undrawn columns whose head takes several lines: it may be heads of two levels.</param>
/// <param name="Twofold">Two undrawn columns: little is there to tell rows and text by.</param>
/// <param name="Lone">The share of rows below the header that print one cell only: a label that may go on with its neighbour.</param>
/// <param name="Mixed">In columns of figures, the share of cells that are none.</param>
/// <param name="Straddling">The share of words that do not stand clear of their cell's borders.</param>
/// <param name="Headless">Undrawn columns that no row heads.</param>
internal readonly record struct Signs(
    double Undrawn, double Narrow, double Levels, double Stacked, double Twofold, double Lone, double Mixed, double Straddling, double Headless)
{
    /// <summary>The signs of a grid of which so many rows are header.</summary>
    public static Signs Of(PositionedGrid grid, int header)
    {
        var undrawn = Open(grid.Sketch);
        var filled = grid.Cells.Where(static cell => cell.Words.Count > 0).ToList();
        var body = filled.Where(cell => cell.Row >= header).ToList();
        var rows = body.GroupBy(static cell => cell.Row).Select(static row => row.Count()).ToList();
        var stacked = filled.Count(cell => cell.Row < header && cell.Column > 0 && cell.Words.Count > 1 && cell.Lines.Count > 1);
        return new Signs(
            undrawn,
            grid.Rivers.Count == 0 ? 0 : undrawn * Math.Clamp(1 - grid.Rivers.Min(static river => river.Width), 0, 1),
            header > 1 ? undrawn : 0,
            undrawn * Share(stacked, grid.Columns),
            grid.Columns == 2 ? undrawn : 0,
            grid.Columns < 2 ? 0 : Share(rows.Count(static count => count == 1), rows.Count),
            Mix(body),
            Share(filled.Sum(static cell => cell.Words.Count(word => !IsClear(word, cell.Box))), grid.Area.Words.Count),
            header == 0 ? undrawn : 0);
    }

    /// <summary>Each sign where it is worse.</summary>
    public Signs Or(Signs other) => new(
        Math.Max(Undrawn, other.Undrawn), Math.Max(Narrow, other.Narrow), Math.Max(Levels, other.Levels), Math.Max(Stacked, other.Stacked), Math.Max(Twofold, other.Twofold),
        Math.Max(Lone, other.Lone), Math.Max(Mixed, other.Mixed), Math.Max(Straddling, other.Straddling),
        // Only the first page of a table need print its header.
        Math.Min(Headless, other.Headless));

    private static double Open(Sketch sketch)
    {
        var inner = sketch.Xs.Skip(1).SkipLast(1).ToList();
        return inner.Count == 0 ? 0 : inner.Average(x => x.Level is { } level ? 1 - Math.Min(1, level.Covers(sketch.Ys[0].At, sketch.Ys[^1].At)) : 1);
    }

    private static double Mix(List<SeenCell> body)
    {
        var (mixed, all) = (0, 0);
        foreach (var column in body.Where(static cell => cell.Column > 0).GroupBy(static cell => cell.Column))
        {
            var (values, cells) = (column.Count(static cell => cell.IsValue), column.Count());
            if (values * 2 >= cells) (mixed, all) = (mixed + cells - values, all + cells);
        }
        return Share(mixed, all);
    }

    private static bool IsClear(Word word, Box cell) =>
        word.Box.Left > cell.Left - 0.2 && word.Box.Right < cell.Right + 0.2 && word.Box.CentreY > cell.Top && word.Box.CentreY < cell.Bottom;

    private static double Share(int part, int whole) => whole == 0 ? 0 : (double)part / whole;
}


namespace Extract.Tables.Positioned;

/// <summary>
/// How sure a grid is, in [0,1]. It rests on three things: the share of borders between filled neighbours that a rule draws, how wide the
/// white is where none does, and the share of words that stand clear of every border.
/// </summary>
internal static class Confidence
{
    /// <summary>What a border known only by white is worth beside a drawn one.</summary>
    private const double White = 0.8;

    public static double Of(PositionedGrid grid)
    {
        var (sketch, borders, drawn) = (grid.Sketch, 0, 0.0);
        foreach (var x in sketch.Xs.Skip(1).SkipLast(1))
        {
            borders++;
            drawn += x.Level is { } level ? White + (1 - White) * Math.Min(1, level.Covers(sketch.Ys[0].At, sketch.Ys[^1].At)) : White;
        }
        foreach (var y in sketch.Ys.Skip(1).SkipLast(1))
        {
            borders++;
            drawn += y.Level is { } level ? White + (1 - White) * Math.Min(1, level.Covers(sketch.Xs[0].At, sketch.Xs[^1].At)) : White;
        }
        var clear = 0;
        var words = 0;
        foreach (var cell in grid.Cells)
            foreach (var word in cell.Words)
            {
                words++;
                if (word.Box.Left > cell.Box.Left - 0.2 && word.Box.Right < cell.Box.Right + 0.2 && word.Box.CentreY > cell.Box.Top && word.Box.CentreY < cell.Box.Bottom) clear++;
            }
        return borders == 0 || words == 0 ? White : Math.Round(drawn / borders * clear / words, 3);
    }
}

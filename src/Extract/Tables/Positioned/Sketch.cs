
namespace Extract.Tables.Positioned;

/// <summary>A border of a grid being rebuilt: where it is, and the rules that run on it; none where only alignment says so.</summary>
internal sealed record Border(double At, RuleLevel? Level);

/// <summary>A grid being rebuilt: its borders, the walls between its elementary cells, and what was seen on the way.</summary>
internal sealed class Sketch(List<Border> xs, List<Border> ys)
{
    private readonly double[] lefts = [.. xs.Select(static x => x.At)];
    private readonly double[] tops = [.. ys.Select(static y => y.At)];

    public List<Border> Xs { get; } = xs;

    public List<Border> Ys { get; } = ys;

    public int Columns => Xs.Count - 1;

    public int Rows => Ys.Count - 1;

    /// <summary>Whether a wall stands to the right of row r, column c.</summary>
    public bool[,] Right { get; } = new bool[ys.Count - 1, Math.Max(0, xs.Count - 2)];

    /// <summary>Whether a wall stands below row r, column c.</summary>
    public bool[,] Below { get; } = new bool[Math.Max(0, ys.Count - 2), xs.Count - 1];

    public int Row(double y) => Slot(tops, y);

    public int Column(double x) => Slot(lefts, x);

    /// <summary>Takes away the walls between the columns of a row.</summary>
    public void Span(int row, int first, int last)
    {
        for (var c = first; c < last; c++) Right[row, c] = false;
    }

    /// <summary>Puts up walls where rules run, and on borders that only alignment shows.</summary>
    public void RaiseWalls()
    {
        for (var r = 0; r < Rows; r++)
            for (var c = 0; c < Columns - 1; c++)
                Right[r, c] = Xs[c + 1].Level is not { } level || level.Covers(Ys[r].At, Ys[r + 1].At) > 0.5;
        for (var r = 0; r < Rows - 1; r++)
            for (var c = 0; c < Columns; c++)
                Below[r, c] = Ys[r + 1].Level is not { } level || level.Covers(Xs[c].At, Xs[c + 1].At) > 0.5;
    }

    /// <summary>The rectangles that walls enclose, in row order: from each free corner as far right, then as far down, as no wall stands between.</summary>
    public List<(int Row, int Column, int Rows, int Columns)> Cells()
    {
        var taken = new bool[Rows, Columns];
        var cells = new List<(int Row, int Column, int Rows, int Columns)>();
        for (var r = 0; r < Rows; r++)
            for (var c = 0; c < Columns; c++)
            {
                if (taken[r, c]) continue;
                var width = 1;
                while (c + width < Columns && !Right[r, c + width - 1] && !taken[r, c + width]) width++;
                var height = 1;
                while (r + height < Rows && Opens(r + height, c, width)) height++;
                for (var i = r; i < r + height; i++)
                    for (var k = c; k < c + width; k++) taken[i, k] = true;
                cells.Add((r, c, height, width));
            }
        return cells;
    }

    /// <summary>True where the row belongs to the cell above it: nothing between, no wall inside, and walls or no way out at its sides.</summary>
    private bool Opens(int row, int column, int width)
    {
        for (var c = column; c < column + width; c++)
            if (Below[row - 1, c] || c > column && Right[row, c - 1]) return false;
        return true;
    }

    private static int Slot(double[] borders, double at)
    {
        int low = 0, high = borders.Length - 2;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (at < borders[middle + 1]) high = middle;
            else low = middle + 1;
        }
        return Math.Max(0, low);
    }
}

using Extract.Layout.Positioned;

namespace Extract.Tables.Positioned;

/// <summary>The columns of a grid being rebuilt: their borders, and how far their ink reaches.</summary>
internal sealed class ColumnInk
{
    private readonly IReadOnlyList<double> borders;
    private readonly (double Left, double Right)[] ink;
    private readonly Dictionary<TextLine, Dictionary<int, List<Word>>> fills = [];

    /// <summary>Measures the columns between the borders by the words that lie wholly inside one.</summary>
    public ColumnInk(IReadOnlyList<double> borders, IEnumerable<TextLine> lines)
    {
        this.borders = borders;
        ink = new (double Left, double Right)[borders.Count - 1];
        Array.Fill(ink, (double.MaxValue, double.MinValue));
        foreach (var word in lines.SelectMany(static line => line.Words))
        {
            var column = Of(word.Box.CentreX);
            if (word.Box.Left < borders[column] - 0.2 || word.Box.Right > borders[column + 1] + 0.2) continue;
            ink[column] = (Math.Min(ink[column].Left, word.Box.Left), Math.Max(ink[column].Right, word.Box.Right));
        }
        for (var c = 0; c < ink.Length; c++)
            if (ink[c].Left > ink[c].Right) ink[c] = (borders[c], borders[c + 1]);
    }

    public int Count => ink.Length;

    public (double Left, double Right) this[int column] => ink[column];

    /// <summary>The middle of neighbouring columns, between their outer borders; an outermost column ends with its ink.</summary>
    public double Centre(int first, int last) =>
        ((first == 0 ? Math.Max(borders[0], ink[0].Left) : borders[first]) + (last == ink.Length - 1 ? Math.Min(borders[^1], ink[last].Right) : borders[last + 1])) / 2;

    /// <summary>True where the stretch keeps between the borders of one column.</summary>
    public bool Holds(double from, double to) => Of(from + 0.2) is var column && Of(to - 0.2) == column && from > borders[0] - 1 && to < borders[^1] + 1;

    /// <summary>The column between whose borders x lies; the outer ones reach for ever.</summary>
    public int Of(double x)
    {
        int low = 0, high = borders.Count - 2;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (x < borders[middle + 1]) high = middle;
            else low = middle + 1;
        }
        return low;
    }

    /// <summary>What of a line stands in each column.</summary>
    public Dictionary<int, List<Word>> Fill(TextLine line)
    {
        if (!fills.TryGetValue(line, out var fill)) fills[line] = fill = Filled(line);
        return fill;
    }

    private Dictionary<int, List<Word>> Filled(TextLine line)
    {
        var fill = new Dictionary<int, List<Word>>();
        foreach (var word in line.Words)
        {
            var column = Of(word.Box.CentreX);
            if (!fill.TryGetValue(column, out var words)) fill[column] = words = [];
            words.Add(word);
        }
        return fill;
    }
}

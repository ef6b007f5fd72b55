using Extract.Text;

namespace Extract.Tables;

/// <summary>Collects the cells of a grid that is being rebuilt.</summary>
internal sealed class GridBuilder(string block, Evidence evidence)
{
    private readonly SortedDictionary<(int Row, int Column), Cell> cells = [];

    public Printed Title { get; set; } = Printed.Blank;

    public string Unit { get; set; } = "";

    public double Confidence { get; set; } = 1;

    public int HeaderRows { get; set; }

    public bool IsCut { get; set; }

    public int Rows { get; private set; }

    public int Columns { get; private set; }

    public bool IsEmpty => cells.Count == 0;

    /// <summary>Adds a cell. Text added to a cell that is there is joined behind it; places without text are kept with its own.</summary>
    public void Add(int row, int column, Printed printed, int rows = 1, int columns = 1)
    {
        if (cells.TryGetValue((row, column), out var there))
            printed = Join(there.Printed, printed);
        cells[(row, column)] = new Cell(row, column, Math.Max(rows, there?.Rows ?? 1), Math.Max(columns, there?.Columns ?? 1), printed);
        Rows = Math.Max(Rows, row + rows);
        Columns = Math.Max(Columns, column + columns);
    }

    /// <summary>Two stretches of one phrase as one, as a person would type it. A stretch without text lends its places: a head printed once more.</summary>
    public static Printed Join(Printed first, Printed second)
    {
        var places = first.Places.AddRange(second.Places);
        return first.IsBlank || second.IsBlank ? new(first.Text + second.Text, places) : new(Characters.Compact(first.Text + "\n" + second.Text), places);
    }

    public Grid Build()
    {
        var pages = cells.Values.SelectMany(static cell => cell.Printed.Places).Select(PageOf).Where(static page => page > 0).Distinct().Order();
        return new Grid(Title, block, Unit, evidence, Confidence, HeaderRows, Rows, Columns, [.. cells.Values], [.. pages]) { IsCut = IsCut };
    }

    private static int PageOf(Place place) => place switch
    {
        TextPlace text => text.Page,
        PagePlace page => page.Page,
        _ => 0,
    };
}

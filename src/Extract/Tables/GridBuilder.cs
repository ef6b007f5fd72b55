using Extract.Text;

namespace Extract.Tables;

/// <summary>Collects the cells of a grid that is being rebuilt.</summary>
internal sealed class GridBuilder(string block, Evidence evidence)
{
    // In the order of rows and columns. Cells come in that order but for the few that are added behind; a sheet has a million.
    private readonly List<Cell> cells = [];

    public Printed Title { get; set; } = Printed.Blank;

    public string Unit { get; set; } = "";

    public double Confidence { get; set; } = 1;

    public int HeaderRows { get; set; }

    public bool IsCut { get; set; }

    public int Rows { get; private set; }

    public int Columns { get; private set; }

    /// <summary>Makes room for so many cells at once.</summary>
    public void Expect(int count) => cells.EnsureCapacity(count);

    public bool IsEmpty => cells.Count == 0;

    /// <summary>Adds a cell. Text added to a cell that is there is joined behind it; places without text are kept with its own.</summary>
    public void Add(int row, int column, Printed printed, int rows = 1, int columns = 1)
    {
        var at = Find(row, column);
        if (at >= 0)
        {
            var there = cells[at];
            cells[at] = new Cell(row, column, Math.Max(rows, there.Rows), Math.Max(columns, there.Columns), Join(there.Printed, printed));
        }
        else
        {
            cells.Insert(~at, new Cell(row, column, Math.Max(rows, 1), Math.Max(columns, 1), printed));
        }
        Rows = Math.Max(Rows, row + rows);
        Columns = Math.Max(Columns, column + columns);
    }

    /// <summary>Where the cell stands in the list; the complement of where it would, if it does not.</summary>
    private int Find(int row, int column)
    {
        if (cells.Count == 0 || cells[^1].Row < row || cells[^1].Row == row && cells[^1].Column < column) return ~cells.Count;
        var (low, high) = (0, cells.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = cells[middle].Row != row ? cells[middle].Row.CompareTo(row) : cells[middle].Column.CompareTo(column);
            if (order == 0) return middle;
            if (order < 0) low = middle + 1;
            else high = middle - 1;
        }
        return ~low;
    }

    /// <summary>Two stretches of one phrase as one, as a person would type it. A stretch without text lends its places: a head printed once more.</summary>
    public static Printed Join(Printed first, Printed second)
    {
        var places = first.Places.AddRange(second.Places);
        return first.IsBlank || second.IsBlank ? new(first.Text + second.Text, places) : new(Characters.Compact(first.Text + "\n" + second.Text), places);
    }

    public Grid Build()
    {
        var pages = cells.SelectMany(static cell => cell.Printed.Places).Select(PageOf).Where(static page => page > 0).Distinct().Order();
        return new Grid(Title, block, Unit, evidence, Confidence, HeaderRows, Rows, Columns, [.. cells], [.. pages]) { IsCut = IsCut };
    }

    private static int PageOf(Place place) => place switch
    {
        TextPlace text => text.Page,
        PagePlace page => page.Page,
        _ => 0,
    };
}

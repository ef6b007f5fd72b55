namespace Extract.Text;

/// <summary>
/// Where something was printed, in the file's own terms. Carried from the reader to the finding and never searched for again.
/// </summary>
public abstract record Place
{
    /// <summary>The part of this place that holds <paramref name="length"/> characters of <paramref name="text"/> from <paramref name="start"/>.</summary>
    /// <remarks>A format whose places cannot be divided (a Word path, a sheet's cell) answers with the whole place.</remarks>
    public virtual Place Slice(string text, int start, int length) => this;
}

/// <summary>A place in a text file. Pages, lines and columns count from 1; a wide character takes two columns.</summary>
/// <param name="Page">The page, as form feeds and page-number lines divide the file.</param>
/// <param name="Line">The line of the file, whatever the page.</param>
/// <param name="FromColumn">The first display column.</param>
/// <param name="ToColumn">The last display column, included.</param>
public sealed record TextPlace(int Page, int Line, int FromColumn, int ToColumn) : Place
{
    /// <inheritdoc/>
    public override Place Slice(string text, int start, int length)
    {
        ArgumentNullException.ThrowIfNull(text);
        var from = FromColumn + DisplayWidth.Of(text.AsSpan(0, start));
        return this with { FromColumn = from, ToColumn = from + Math.Max(1, DisplayWidth.Of(text.AsSpan(start, length))) - 1 };
    }
}

/// <summary>A place on a page of a fixed layout: a box in points, origin top left, y down.</summary>
public sealed record PagePlace(int Page, double Left, double Top, double Right, double Bottom) : Place
{
    /// <inheritdoc/>
    /// <remarks>The part of the box the characters take, by their display widths.</remarks>
    public override Place Slice(string text, int start, int length)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (start == 0 && length == text.Length) return this;
        double total = Math.Max(1, DisplayWidth.Of(text));
        var from = Left + (Right - Left) * DisplayWidth.Of(text.AsSpan(0, start)) / total;
        return this with { Left = from, Right = from + (Right - Left) * DisplayWidth.Of(text.AsSpan(start, length)) / total };
    }
}

/// <summary>A cell of a spreadsheet: sheet name, row and column. A sheet has millions of them, so the address is spelt when it is asked for.</summary>
public sealed record CellPlace : Place
{
    private readonly double stored = double.NaN;

    /// <summary>The cell of a row and column, both from 0.</summary>
    public CellPlace(string sheet, int row, int column) => (Sheet, Row, Column) = (sheet, row, column);

    /// <summary>The cell of an A1 address.</summary>
    public CellPlace(string sheet, string cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        Sheet = sheet;
        var letters = 0;
        while (letters < cell.Length && char.IsAsciiLetterUpper(cell[letters])) Column = Column * 26 + cell[letters++] - 'A' + 1;
        Column--;
        Row = int.TryParse(cell.AsSpan(letters), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var row) ? row - 1 : -1;
    }

    /// <summary>The sheet's name.</summary>
    public string Sheet { get; }

    /// <summary>The row, from 0.</summary>
    public int Row { get; }

    /// <summary>The column, from 0.</summary>
    public int Column { get; }

    /// <summary>The address in the sheet's own notation: C12.</summary>
    public string Cell
    {
        get
        {
            var letters = "";
            for (var n = Column + 1; n > 0; n = (n - 1) / 26) letters = (char)('A' + (n - 1) % 26) + letters;
            return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{letters}{Row + 1}");
        }
    }

    /// <summary>The number the file holds, where the cell shows less than it (a rounded amount, a percentage, a date, an amount in 万元); else null.</summary>
    public double? Stored
    {
        get => double.IsNaN(stored) ? null : stored;
        init => stored = value ?? double.NaN;
    }
}

/// <summary>A path inside a word-processor document: table, row and cell, or paragraph, counted from 1.</summary>
public sealed record PathPlace(string Path) : Place;

using Extract.Documents.Containers;

namespace Extract.Documents.Excel;

/// <summary>
/// What a worksheet holds, packed: a cell with text is a few bytes beside its string, a row of bordered cells a few more, whatever the
/// file spends on them. Rows come in their order, or are put in it at the end.
/// </summary>
internal sealed class SheetDraft(string name)
{
    /// <summary>The most cells of a document.</summary>
    public const int MostCells = 20_000_000;

    private readonly List<CellRange> merges = [];
    private readonly List<(int Row, ushort From, ushort To)> borders = [];
    private readonly Chunks<(int Row, ushort Column, string Text, double Stored)> cells = new();
    private bool isSorted = true;

    /// <summary>The sheet's name.</summary>
    public string Name { get; } = name;

    /// <summary>Cells with text, in the order of rows and columns once sorted.</summary>
    public Chunks<(int Row, ushort Column, string Text, double Stored)> Cells => cells;

    /// <summary>Stretches of bordered cells.</summary>
    public List<(int Row, ushort From, ushort To)> Borders => borders;

    /// <summary>Merged ranges.</summary>
    public List<CellRange> Merges => merges;

    /// <summary>Rows that are hidden, as stretches.</summary>
    public List<(int From, int To)> HiddenRows { get; } = [];

    /// <summary>Columns that are hidden, as stretches.</summary>
    public List<(int From, int To)> HiddenColumns { get; } = [];

    /// <summary>Formulas whose result the file does not hold.</summary>
    public int Unsolved { get; set; }

    /// <summary>Adds a cell. <paramref name="stored"/> is the number behind it, or NaN.</summary>
    public void Add(int row, int column, string text, double stored, bool bordered)
    {
        if (text.Length > 0)
        {
            isSorted &= cells.Count == 0 || cells[^1].Row < row || cells[^1].Row == row && cells[^1].Column < column;
            cells.Add((row, (ushort)column, text, stored));
        }
        if (bordered) Border(row, column);
    }

    /// <summary>Adds a merged range; one that is no range is left out.</summary>
    public void Merge(CellRange range)
    {
        if (!range.IsOne) merges.Add(range);
    }

    /// <summary>Hides a row.</summary>
    public void HideRow(int row)
    {
        if (HiddenRows.Count > 0 && HiddenRows[^1].To == row - 1) HiddenRows[^1] = (HiddenRows[^1].From, row);
        else HiddenRows.Add((row, row));
    }

    /// <summary>Puts everything in the order of the sheet.</summary>
    public void Sort()
    {
        if (!isSorted) cells.Sort(static (a, b) => a.Row != b.Row ? a.Row.CompareTo(b.Row) : a.Column.CompareTo(b.Column));
        borders.Sort(static (a, b) => a.Row != b.Row ? a.Row.CompareTo(b.Row) : a.From.CompareTo(b.From));
        merges.Sort(static (a, b) => a.Top != b.Top ? a.Top.CompareTo(b.Top) : a.Left.CompareTo(b.Left));
        isSorted = true;
    }

    private void Border(int row, int column)
    {
        if (borders.Count > 0 && borders[^1] is var last && last.Row == row && last.To + 1 == column) borders[^1] = (row, last.From, (ushort)column);
        else borders.Add((row, (ushort)column, (ushort)column));
    }
}

using Extract.Text;

namespace Extract.Documents.Composing;

/// <summary>How a cell joins its neighbours.</summary>
internal enum CellMerge
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>It is the first of a column of merged cells.</summary>
    First,

    /// <summary>It goes on with the cell above.</summary>
    Rest,

    /// <summary>It goes on with the cell to its left.</summary>
    Left,
}

/// <summary>Collects a table row by row, as word processors write them: cells from left to right with spans and merge marks.</summary>
internal sealed class TableDraft
{
    /// <summary>Borders nearer than this, in ems, are one: a third of a character of the usual size.</summary>
    private const double Sliver = 0.29;

    private readonly List<Slot> slots = [];
    private readonly List<Slot> row = [];
    private int column;
    private bool skipped;

    private sealed record Slot(int Row, int Column, int Columns, CellMerge Merge, IReadOnlyList<Block> Content);

    /// <summary>The widths of the grid's columns in ems.</summary>
    public List<double> Widths { get; } = [];

    /// <summary>The row that is open, from 0.</summary>
    public int Row { get; private set; }

    /// <summary>How many cells the open row has.</summary>
    public int CellsOfRow => row.Count;

    /// <summary>How many characters stand in cells that a merge covers: the file keeps them, and nobody is shown them.</summary>
    public int Covered { get; private set; }

    /// <summary>True where the open row is deleted.</summary>
    public bool IsRowDeleted
    {
        get => skipped;
        set => skipped = value;
    }

    /// <summary>True where the open row is hidden.</summary>
    public bool IsRowHidden { get; set; }

    public void StartRow()
    {
        row.Clear();
        (column, skipped, IsRowHidden) = (0, false, false);
    }

    /// <summary>Leaves columns of the grid free.</summary>
    public void Skip(int columns) => column += columns;

    public void Add(int columns, CellMerge merge, IReadOnlyList<Block> content) => AddAt(column, columns, merge, content);

    /// <summary>Adds a cell where it starts.</summary>
    public void AddAt(int start, int columns, CellMerge merge, IReadOnlyList<Block> content)
    {
        if (merge == CellMerge.Left && row.Count > 0)
        {
            var left = row[^1];
            row[^1] = left with { Columns = left.Columns + columns };
            Covered += Ink(content);
        }
        else
        {
            row.Add(new Slot(Row, start, columns, merge == CellMerge.Left ? CellMerge.None : merge, content));
        }
        column = start + columns;
    }

    public void EndRow()
    {
        if (IsRowHidden) Covered += row.Sum(static slot => Ink(slot.Content));
        if (skipped || IsRowHidden || row.Count == 0) return;
        slots.AddRange(row);
        Row++;
    }

    /// <summary>The table; null where it has no cells.</summary>
    public TableBlock? Build()
    {
        if (slots.Count == 0) return null;
        var columns = slots.Max(static slot => slot.Column + slot.Columns);
        while (Widths.Count < columns) Widths.Add(Widths.Count == 0 ? 4 : Math.Max(1, Widths.Average()));
        if (Widths.Count > columns) Widths.RemoveRange(columns, Widths.Count - columns);
        Narrow();
        var open = new Dictionary<int, int>();
        var cells = new List<CellBlock>();
        foreach (var slot in slots)
        {
            if (slot.Merge == CellMerge.Rest && open.TryGetValue(slot.Column, out var above) && cells[above] is var upper
                && upper.Row + upper.Rows == slot.Row && upper.Columns == slot.Columns)
            {
                cells[above] = upper with { Rows = upper.Rows + 1 };
                Covered += Ink(slot.Content);
                continue;
            }
            // What is merged with a cell that is not there, or not as wide, starts by itself.
            if (slot.Merge is CellMerge.First or CellMerge.Rest) open[slot.Column] = cells.Count;
            else open.Remove(slot.Column);
            cells.Add(new CellBlock(slot.Row, slot.Column, 1, slot.Columns, slot.Content));
        }
        return new TableBlock(Row, Widths, cells);
    }

    /// <summary>
    /// Columns too narrow for a character come of rows whose borders were dragged a little apart: their two borders are one, unless a cell
    /// stands between them.
    /// </summary>
    private void Narrow()
    {
        var map = new int[Widths.Count + 1];
        var kept = new List<double>();
        var (first, width) = (0, 0.0);
        for (var c = 1; c <= Widths.Count; c++)
        {
            width += Math.Max(0, Widths[c - 1]);
            var end = c;
            if (width > Sliver || slots.Exists(slot => slot.Column >= first && slot.Column + slot.Columns <= end))
            {
                kept.Add(width);
                (first, width) = (c, 0);
            }
            map[c] = kept.Count;
        }
        if (kept.Count == Widths.Count) return;
        for (var i = 0; i < slots.Count; i++)
        {
            var slot = slots[i];
            var (from, to) = (map[slot.Column], map[slot.Column + slot.Columns]);
            slots[i] = slot with { Column = from, Columns = Math.Max(1, to - from) };
        }
        Widths.Clear();
        Widths.AddRange(kept);
    }

    /// <summary>How many characters the content shows.</summary>
    public static int Ink(IReadOnlyList<Block> content)
    {
        var ink = 0;
        foreach (var block in content)
            ink += block is TextLine line ? line.Text.Count(static c => !Characters.IsSpace(c)) : block is TableBlock table ? table.Cells.Sum(static cell => Ink(cell.Content)) : 0;
        return ink;
    }
}

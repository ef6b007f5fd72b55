using Extract.Documents.Composing;

namespace Extract.Documents.Word.Doc;

/// <summary>A table of which cells and rows come one after the other; at its end their borders give the grid.</summary>
internal sealed class OpenTable(string path)
{
    private readonly List<(RowDefinition? Definition, List<List<Block>> Cells)> rows = [];
    private List<List<Block>> row = [];
    private List<Block> cell = [];

    /// <summary>How many tables stand in the open cell.</summary>
    public int Inner { get; set; }

    /// <summary>The place of the cell that is open.</summary>
    public string CellPath => $"{path}/row[{Containers.News.Number(rows.Count + 1)}]/cell[{Containers.News.Number(row.Count + 1)}]";

    /// <summary>True where nothing was put into it.</summary>
    public bool IsEmpty => rows.Count == 0 && row.Count == 0 && cell.Count == 0;

    public void Add(Block block) => cell.Add(block);

    public void EndCell()
    {
        row.Add(cell);
        cell = [];
        Inner = 0;
    }

    public void EndRow(RowDefinition? definition)
    {
        // Text between the last cell's end and the row's is of no cell: it is kept with the last.
        if (cell.Exists(static block => block is TableBlock || block is TextLine { Text.Length: > 0 }))
        {
            if (row.Count > 0) row[^1].AddRange(cell);
            else row.Add(cell);
        }
        cell = [];
        if (row.Count > 0) rows.Add((definition, row));
        row = [];
        Inner = 0;
    }

    /// <summary>The table; null where it has no cells.</summary>
    public (TableBlock? Table, int Covered) Build()
    {
        if (cell.Count > 0) EndCell();
        if (row.Count > 0) EndRow(null);
        var draft = new TableDraft();
        var borders = rows.ConvertAll(static r => Borders(r.Definition, r.Cells.Count));
        var grid = borders.SelectMany(static b => b).Distinct().Order().ToList();
        for (var i = 1; i < grid.Count; i++) draft.Widths.Add((grid[i] - grid[i - 1]) / 210.0);
        for (var r = 0; r < rows.Count; r++)
        {
            draft.StartRow();
            var set = 0;
            for (var c = 0; c < rows[r].Cells.Count; c++)
            {
                var (from, to) = (grid.BinarySearch(borders[r][c]), grid.BinarySearch(borders[r][c + 1]));
                draft.AddAt(from, to - from, Merge(rows[r].Definition, c, ref set), rows[r].Cells[c]);
            }
            draft.EndRow();
        }
        return (draft.Build(), draft.Covered);
    }

    /// <summary>
    /// A set of horizontally merged cells is marked 1, 2, 2 … by some writers and 2, 1, 1 … by others: a mark like the set's first starts the next set.
    /// </summary>
    private static CellMerge Merge(RowDefinition? definition, int c, ref int set)
    {
        if (definition is null || c >= definition.Across.Count) return CellMerge.None;
        var across = definition.Across[c];
        if (across != 0 && set != 0 && across != set) return CellMerge.Left;
        set = across;
        return definition.Down[c] switch
        {
            0 => CellMerge.None,
            1 => CellMerge.Rest,
            _ => CellMerge.First,
        };
    }

    /// <summary>A row's borders, made to rise, and as many as its cells need.</summary>
    private static List<int> Borders(RowDefinition? definition, int cells)
    {
        var borders = definition is { Borders.Count: > 0 } ? definition.Borders.Take(cells + 1).ToList() : [0];
        for (var i = 1; i < borders.Count; i++) borders[i] = Math.Max(borders[i], borders[i - 1] + 1);
        while (borders.Count < cells + 1) borders.Add(borders[^1] + 1000);
        return borders;
    }
}

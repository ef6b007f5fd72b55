namespace Extract.Documents.Excel;

/// <summary>A stretch of rows that is one table, or lines outside of any.</summary>
/// <param name="First">The first row, in the list of rows.</param>
/// <param name="Count">How many rows.</param>
/// <param name="IsTable">True for a table.</param>
/// <param name="Left">A table's first column.</param>
/// <param name="Right">A table's last column.</param>
internal readonly record struct SheetBand(int First, int Count, bool IsTable, int Left, int Right);

/// <summary>
/// Divides a worksheet into tables and what stands between them. Lines around cells say what a table is; where a stretch of rows has none,
/// rows of several cells are one. Rows that a single merged cell fills, before a table, are its title and its unit.
/// </summary>
internal sealed class SheetBands
{
    private readonly SheetDraft draft;
    private readonly List<SheetRow> rows;
    private readonly Dictionary<int, CellRange> merges = [];
    private readonly List<SheetBand> bands = [];

    private SheetBands(SheetDraft draft, List<SheetRow> rows)
    {
        (this.draft, this.rows) = (draft, rows);
        foreach (var merge in draft.Merges) merges.TryAdd(Key(merge.Top, merge.Left), merge);
    }

    /// <summary>The bands of a sheet from top to bottom.</summary>
    public static List<SheetBand> Of(SheetDraft draft, List<SheetRow> rows)
    {
        var bands = new SheetBands(draft, rows);
        var at = 0;
        while (at < rows.Count)
        {
            var end = bands.BlockEnd(at);
            bands.Divide(at, end);
            at = end;
        }
        return bands.bands;
    }

    private static int Key(int row, int column) => unchecked(row * CellAddress.MostColumns + column);

    /// <summary>Behind the last row that no empty row parts from the one at <paramref name="at"/>.</summary>
    private int BlockEnd(int at)
    {
        var reach = rows[at].Row;
        var end = at;
        while (end < rows.Count && rows[end].Row <= reach + 1)
        {
            reach = Math.Max(reach, rows[end].Row);
            for (var c = 0; c < rows[end].Cells; c++)
                if (MergeAt(rows[end], c) is { } merge) reach = Math.Max(reach, merge.Bottom);
            end++;
        }
        return end;
    }

    private void Divide(int at, int end)
    {
        var bordered = false;
        for (var i = at; i < end; i++) bordered |= rows[i].IsBordered;
        while (at < end)
        {
            var start = at;
            while (at < end && !(bordered ? rows[at].IsBordered : rows[at].Cells > 1)) at++;
            Free(start, at);
            start = at;
            while (at < end && (bordered ? rows[at].IsBordered || GoesOn(start, at) : true)) at++;
            if (!bordered)
                while (at > start && rows[at - 1].Cells < 2) at--;
            if (at > start) Table(start, at);
            if (!bordered)
            {
                Free(at, end);
                return;
            }
        }
    }

    /// <summary>A row without lines right below a table is of it where it fills at least half of its columns, or holds a number in one.</summary>
    private bool GoesOn(int start, int at)
    {
        if (at == start || rows[at].Cells < 2) return false;
        int left = int.MaxValue, right = 0;
        for (var i = start; i < at; i++)
            if (rows[i].IsBordered) (left, right) = (Math.Min(left, rows[i].Left), Math.Max(right, rows[i].Right));
        var number = false;
        for (var c = 0; c < rows[at].Cells; c++)
        {
            var cell = draft.Cells[rows[at].FirstCell + c];
            if (cell.Column < left || cell.Column > right) return false;
            number |= !double.IsNaN(cell.Stored);
        }
        return number || rows[at].Cells * 2 >= right - left + 1;
    }

    private void Free(int start, int end)
    {
        while (start < end && rows[start].Cells == 0) start++;
        if (end > start) bands.Add(new SheetBand(start, end - start, false, 0, 0));
    }

    private void Table(int start, int end)
    {
        while (start < end && rows[start].Cells == 0) start++;
        while (end > start && rows[end - 1].Cells == 0) end--;
        if (start == end) return;
        var (left, right) = Extent(start, end);
        var titles = start;
        while (titles < end && IsTitle(rows[titles], left, right)) titles++;
        if (titles > start && titles < end)
        {
            Free(start, titles);
            (start, (left, right)) = (titles, Extent(titles, end));
        }
        // A frame around lines of text is no table; nor is a line of its own without lines around it (编制部门： … 单位：元).
        if (left == right && end - start < 2 || titles == end || end - start == 1 && !rows[start].IsBordered) Free(start, end);
        else Beside(start, end, left, right);
    }

    /// <summary>Tables side by side: a column that no cell, line or merged range touches parts two that have lines of their own.</summary>
    private void Beside(int start, int end, int left, int right)
    {
        var used = Used(start, end, left, right);
        for (var from = left; from <= right;)
        {
            var to = from;
            while (to <= right && (used[to - left] || to == from)) to++;
            bands.Add(new SheetBand(start, end - start, true, from, to - 1));
            while (to <= right && !used[to - left]) to++;
            from = to;
        }
    }

    /// <summary>The columns that something touches; all of them where the table has no lines.</summary>
    private bool[] Used(int start, int end, int left, int right)
    {
        var used = new bool[right - left + 1];
        var lined = false;
        void Mark(int from, int to)
        {
            for (var c = Math.Max(from, left); c <= Math.Min(to, right); c++) used[c - left] = true;
        }
        for (var i = start; i < end; i++)
        {
            lined |= rows[i].IsBordered;
            for (var b = 0; b < rows[i].Borders; b++) Mark(draft.Borders[rows[i].FirstBorder + b].From, draft.Borders[rows[i].FirstBorder + b].To);
            for (var c = 0; c < rows[i].Cells; c++)
            {
                var column = draft.Cells[rows[i].FirstCell + c].Column;
                Mark(column, MergeAt(rows[i], c) is { } merge ? merge.Right : column);
            }
        }
        if (!lined) Array.Fill(used, true);
        return used;
    }

    /// <summary>The columns that hold text, merged cells to their ends.</summary>
    private (int Left, int Right) Extent(int start, int end)
    {
        int left = int.MaxValue, right = 0, mergedRight = 0, borderRight = 0;
        for (var i = start; i < end; i++)
        {
            borderRight = Math.Max(borderRight, rows[i].Right);
            for (var c = 0; c < rows[i].Cells; c++)
            {
                var column = draft.Cells[rows[i].FirstCell + c].Column;
                (left, right) = (Math.Min(left, column), Math.Max(right, column));
                if (MergeAt(rows[i], c) is { } merge) mergedRight = Math.Max(mergedRight, merge.Right);
            }
        }
        // A title merged wider than its table does not widen it.
        return (left, Math.Max(right, borderRight > 0 ? Math.Min(mergedRight, borderRight) : Math.Min(mergedRight, right)));
    }

    /// <summary>A row that one cell fills from the first column to the last.</summary>
    private bool IsTitle(SheetRow row, int left, int right) =>
        row.Cells == 1 && left < right && MergeAt(row, 0) is { } merge && merge.Left <= left && merge.Right >= right;

    private CellRange? MergeAt(SheetRow row, int cell) =>
        merges.Count > 0 && merges.TryGetValue(Key(row.Row, draft.Cells[row.FirstCell + cell].Column), out var merge) ? merge : null;
}

namespace Extract.Documents.Excel;

/// <summary>A row that holds text, or lines around its cells.</summary>
/// <param name="Row">Its number from 0.</param>
/// <param name="FirstCell">Its first cell in the draft's list.</param>
/// <param name="Cells">How many cells with text it has.</param>
/// <param name="FirstBorder">Its first stretch of bordered cells in the draft's list.</param>
/// <param name="Borders">How many such stretches it has.</param>
/// <param name="Left">The first bordered column; -1 where there is none.</param>
/// <param name="Right">The last bordered column.</param>
internal readonly record struct SheetRow(int Row, int FirstCell, int Cells, int FirstBorder, int Borders, int Left, int Right)
{
    /// <summary>True where a line is drawn around a cell of it.</summary>
    public bool IsBordered => Left >= 0;

    /// <summary>The rows of a sorted draft.</summary>
    public static List<SheetRow> Of(SheetDraft draft)
    {
        var rows = new List<SheetRow>();
        var (cell, border) = (0, 0);
        while (cell < draft.Cells.Count || border < draft.Borders.Count)
        {
            var row = Math.Min(cell < draft.Cells.Count ? draft.Cells[cell].Row : int.MaxValue, border < draft.Borders.Count ? draft.Borders[border].Row : int.MaxValue);
            var first = cell;
            while (cell < draft.Cells.Count && draft.Cells[cell].Row == row) cell++;
            var (left, right, firstBorder) = (-1, -1, border);
            for (; border < draft.Borders.Count && draft.Borders[border].Row == row; border++)
            {
                if (left < 0) left = draft.Borders[border].From;
                right = Math.Max(right, draft.Borders[border].To);
            }
            rows.Add(new SheetRow(row, first, cell - first, firstBorder, border - firstBorder, left, right));
        }
        return rows;
    }
}

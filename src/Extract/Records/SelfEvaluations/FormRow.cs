using Extract.Figures;
using Extract.Forms;
using Extract.Tables;
using Extract.Text;

namespace Extract.Records.SelfEvaluations;

/// <summary>A row of a form's grid: a cell merged down prints on every row it covers, a cell merged across on its first column only.</summary>
internal sealed class FormRow
{
    private readonly Printed[] cells;
    private readonly string?[] keys;
    private readonly int[] spans;

    private FormRow(Printed[] cells)
    {
        this.cells = cells;
        keys = new string?[cells.Length];
        spans = new int[cells.Length];
        Array.Fill(spans, 1);
    }

    /// <summary>The rows of a grid.</summary>
    public static FormRow[] Of(Grid grid)
    {
        var rows = Array.ConvertAll(grid.ToRows(), static row => new FormRow(row));
        foreach (var cell in grid.Cells)
        {
            for (var r = cell.Row; r < cell.Row + cell.Rows; r++)
            {
                rows[r].cells[cell.Column] = cell.Printed;
                rows[r].spans[cell.Column] = cell.Columns;
                for (var c = cell.Column + 1; c < cell.Column + cell.Columns; c++) rows[r].spans[c] = 0;
            }
        }
        return rows;
    }

    /// <summary>How many columns.</summary>
    public int Width => cells.Length;

    /// <summary>What a column prints.</summary>
    public Printed this[int column] => cells[column];

    /// <summary>Every column.</summary>
    public IReadOnlyList<Printed> Cells => cells;

    /// <summary>What a column prints, as compared.</summary>
    public string Key(int column) => keys[column] ??= Characters.Key(cells[column].Text);

    /// <summary>True where nothing is printed.</summary>
    public bool IsBlank => Array.TrueForAll(cells, static cell => cell.IsBlank);

    /// <summary>The first cell with text, as compared; empty where there is none.</summary>
    public string FirstKey => Array.FindIndex(cells, static cell => !cell.IsBlank) is >= 0 and var first ? Key(first) : "";

    /// <summary>The column right of a cell, whatever it spans.</summary>
    public int After(int column) => column + spans[column];

    /// <summary>The first column of the cell that covers a column.</summary>
    public int Anchor(int column)
    {
        for (var c = Math.Min(column, cells.Length - 1); c >= 0; c--)
            if (spans[c] > 0) return c;
        return column;
    }

    /// <summary>The next column with text, or -1.</summary>
    public int Next(int column) => column + 1 < cells.Length ? Array.FindIndex(cells, column + 1, static cell => !cell.IsBlank) : -1;

    /// <summary>The cell of the first column with this field; blank where there is none.</summary>
    public Printed At(Field?[] fields, Field field)
    {
        var c = Array.IndexOf(fields, field);
        return c < 0 || c >= cells.Length ? Printed.Blank : Under(fields, c);
    }

    /// <summary>The cell below a head, where rows divide the width otherwise than the head does: one that starts left of it.</summary>
    private Printed Under(Field?[] fields, int column)
    {
        if (!cells[column].IsBlank) return cells[column];
        var anchor = Anchor(column);
        if (anchor < column && fields[anchor] is null) return cells[anchor];
        return cells[column];
    }

    /// <summary>True where a cell holds a number.</summary>
    public bool HasNumber => Array.Exists(cells, static cell => !cell.IsBlank && Entry.Of(cell).Kind == EntryKind.Number);

    /// <summary>What each cell stands for as a head.</summary>
    public Field?[] Heads(Func<string, Field?> field)
    {
        var heads = new Field?[cells.Length];
        for (var c = 0; c < cells.Length; c++)
            if (!cells[c].IsBlank) heads[c] = field(Key(c));
        return heads;
    }

    /// <summary>True where the column prints the same cell in both rows: it is merged down.</summary>
    public bool SharesCell(FormRow below, int column) => ReferenceEquals(cells[column], below.cells[column]) && !cells[column].IsBlank;
}

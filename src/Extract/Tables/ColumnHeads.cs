using System.Collections.Immutable;
using Extract.Layout.Positioned;
using Extract.Text;

namespace Extract.Tables;

/// <summary>What a column holds below its heads.</summary>
internal enum ColumnKind
{
    /// <summary>Nothing.</summary>
    Blank,

    /// <summary>Mostly words: names of rows, remarks.</summary>
    Words,

    /// <summary>Whole numbers before words: codes and the numbers of rows.</summary>
    Codes,

    /// <summary>Figures, and the marks that stand where one is missing.</summary>
    Figures,
}

/// <summary>A grid read by columns: what stands over each, and what it holds.</summary>
internal sealed class ColumnHeads
{
    /// <summary>What stands between the heads of one column, from the top down, in its full name.</summary>
    private const string Under = " / ";

    private readonly Grid grid;
    private readonly Cell?[,] cover;
    private readonly bool[] numbering;
    private readonly bool[] whole;

    public ColumnHeads(Grid grid)
    {
        this.grid = grid;
        cover = grid.Cover();
        var rows = grid.Cells.Where(cell => cell.Row < grid.HeaderRows && !cell.Printed.IsBlank).ToLookup(static cell => cell.Row);
        numbering = [.. Enumerable.Range(0, grid.HeaderRows).Select(r => r > 0 && HeaderRows.IsNumbering([.. rows[r]]))];
        (Kinds, whole) = Read(grid);
        for (var c = 0; c + 1 < Kinds.Length; c++)
            if (Kinds[c] == ColumnKind.Figures && whole[c] && Kinds[c + 1] == ColumnKind.Words) Kinds[c] = ColumnKind.Codes;
        // 类 | 款 | 项: the parts of one code.
        for (var c = Kinds.Length - 2; c >= 0; c--)
            if (Kinds[c] == ColumnKind.Figures && Kinds[c + 1] == ColumnKind.Codes && whole[c]) Kinds[c] = ColumnKind.Codes;
    }

    /// <summary>What each column holds.</summary>
    public ColumnKind[] Kinds { get; }

    /// <summary>The heads over a column from the top down; one that stands over it in several rows is there once.</summary>
    public static IEnumerable<Cell> Over(Cell?[,] cover, int rows, int column)
    {
        Cell? last = null;
        for (var r = 0; r < Math.Min(rows, cover.GetLength(0)); r++)
        {
            if (cover[r, column] is not { } cell || ReferenceEquals(cell, last) || cell.Printed.IsBlank) continue;
            yield return last = cell;
        }
    }

    /// <summary>The full names of the columns: 一般公共预算财政拨款 / 基本支出. Empty where nothing heads a column.</summary>
    public ImmutableArray<string> Names() => [.. Enumerable.Range(0, grid.ColumnCount).Select(c => string.Join(Under, Heads(c).Select(static cell => cell.Text)))];

    /// <summary>The full names of the rows below the header: 人员经费 / 基本工资; a label merged over rows is in the name of each.</summary>
    public ImmutableArray<string> Labels() => LabelsOf(Stub());

    /// <summary>How many leading columns name the rows.</summary>
    public int Stub()
    {
        if (grid.ColumnCount == 0 || Kinds[0] == ColumnKind.Figures && !whole[0]) return 0;
        // A form left empty: what its first head stands over.
        if (Kinds[0] == ColumnKind.Blank) return grid.HeaderRows > 0 && cover[0, 0] is { } head && head.Columns < grid.ColumnCount ? head.Columns : 1;
        var stub = 1;
        while (stub < grid.ColumnCount && Kinds[stub] is ColumnKind.Words or ColumnKind.Codes) stub++;
        return stub < grid.ColumnCount ? stub : 1;
    }

    /// <summary>The lowest head of a column without what it puts in brackets, as a key; empty where it has none.</summary>
    public string Leaf(int column)
    {
        var key = Characters.Key(Heads(column).LastOrDefault()?.Text ?? "");
        var open = key.IndexOf('(', StringComparison.Ordinal);
        return open > 0 ? key[..open] : key;
    }

    /// <summary>The head that stands over exactly these columns, the uppermost if several do; null where none does.</summary>
    public Cell? Spanning(int first, int last) =>
        Enumerable.Range(0, grid.HeaderRows).Select(r => cover[r, first]).FirstOrDefault(cell => cell is { Printed.IsBlank: false } && cell.Column == first && cell.Column + cell.Columns == last + 1);

    private IEnumerable<Cell> Heads(int column) => Over(cover, grid.HeaderRows, column).Where(cell => !numbering[cell.Row] && !IsCaption(cell));

    /// <summary>The table's own title (收入支出决算总表), its number and its unit stand over every column and name none.</summary>
    private bool IsCaption(Cell cell) =>
        cell.Columns == grid.ColumnCount && grid.ColumnCount > 1 && (cell.Text.Contains('表', StringComparison.Ordinal) || cell.Text.Contains("单位：", StringComparison.Ordinal) || cell.Text.Contains("单位:", StringComparison.Ordinal));

    private ImmutableArray<string> LabelsOf(int stub) => [.. Enumerable.Range(grid.HeaderRows, grid.RowCount - grid.HeaderRows).Select(r => Label(r, stub))];

    private string Label(int row, int stub)
    {
        var parts = new List<string>();
        Cell? last = null;
        for (var c = 0; c < stub; c++)
            if (cover[row, c] is { } cell && !ReferenceEquals(cell, last) && !cell.Printed.IsBlank) parts.Add((last = cell).Text);
        return string.Join(Under, parts);
    }

    /// <summary>What each column holds below the header, and whether all of it is written in digits alone.</summary>
    private static (ColumnKind[] Kinds, bool[] Whole) Read(Grid grid)
    {
        var (words, figures, whole) = (new int[grid.ColumnCount], new int[grid.ColumnCount], new bool[grid.ColumnCount]);
        Array.Fill(whole, true);
        foreach (var cell in grid.Cells)
        {
            if (cell.Columns > 1 || cell.Row < grid.HeaderRows || cell.Printed.IsBlank) continue;
            if (Values.IsValue(cell.Text)) figures[cell.Column]++;
            else words[cell.Column]++;
            whole[cell.Column] &= cell.Text.All(char.IsAsciiDigit);
        }
        return ([.. words.Select((n, c) => n + figures[c] == 0 ? ColumnKind.Blank : n > figures[c] ? ColumnKind.Words : ColumnKind.Figures)], whole);
    }
}

using System.Collections.Immutable;
using Extract.Text;

namespace Extract.Tables;

/// <summary>What a grid was rebuilt from, strongest first.</summary>
public enum Evidence
{
    /// <summary>The file declares its cells.</summary>
    Declared,

    /// <summary>Drawn rules partition the region.</summary>
    Drawn,

    /// <summary>White rivers and common edges.</summary>
    Aligned,

    /// <summary>Only the order of words, aligned with a form's skeleton.</summary>
    Sequenced,
}

/// <summary>One cell: where it starts, how far it spans, what it prints and where.</summary>
/// <param name="Row">First row, from 0.</param>
/// <param name="Column">First column, from 0.</param>
/// <param name="Rows">Rows spanned, at least 1.</param>
/// <param name="Columns">Columns spanned, at least 1.</param>
/// <param name="Printed">What it prints; blank where it is empty.</param>
public sealed record Cell(int Row, int Column, int Rows, int Columns, Printed Printed)
{
    /// <summary>The cell's characters.</summary>
    public string Text => Printed.Text;
}

/// <summary>What was reconstructed: cells in rows and columns, with the evidence for it and how sure it is.</summary>
/// <param name="Title">The title printed above it; blank if none.</param>
/// <param name="Block">For a form printed in several blocks, the block's name (基本情况, 预算执行, 绩效指标 …); else empty.</param>
/// <param name="Unit">The unit stated above it or in its header (万元), as printed; empty if none.</param>
/// <param name="Evidence">What it was rebuilt from.</param>
/// <param name="Confidence">How sure, in [0,1]; see the reconstruction for what it rests on.</param>
/// <param name="HeaderRows">How many leading rows are header.</param>
/// <param name="RowCount">Rows.</param>
/// <param name="ColumnCount">Columns.</param>
/// <param name="Cells">Cells in row order, then column order.</param>
/// <param name="Pages">The sheets it stands on.</param>
public sealed record Grid(
    Printed Title,
    string Block,
    string Unit,
    Evidence Evidence,
    double Confidence,
    int HeaderRows,
    int RowCount,
    int ColumnCount,
    ImmutableArray<Cell> Cells,
    ImmutableArray<int> Pages)
{
    /// <summary>A statutory form, or a sheet of many self-evaluations, has fewer rows: what has more is a register, and is not asked whether it is one.</summary>
    internal const int MostRowsOfAForm = 20_000;

    /// <summary>True where the file ends inside it: rows that belong to it are missing.</summary>
    public bool IsCut { get; init; }

    /// <summary>
    /// The full name of each column, from its heads from the top down: 一般公共预算财政拨款 / 基本支出. Empty where nothing heads the column;
    /// a row that only numbers the columns names none.
    /// </summary>
    public ImmutableArray<string> ColumnNames => new ColumnHeads(this).Names();

    /// <summary>The full name of each row below the header, from its stub: a label merged over several rows is in the name of each.</summary>
    public ImmutableArray<string> RowLabels => new ColumnHeads(this).Labels();

    /// <summary>How many leading columns name the rows: labels, codes, numbers of rows.</summary>
    public int StubColumns => new ColumnHeads(this).Stub();

    /// <summary>The tables it prints side by side, from left to right; none where it is one table.</summary>
    public ImmutableArray<Lane> Lanes => Tables.Lanes.Of(this);

    /// <summary>The cell that covers each position; null where none does.</summary>
    internal Cell?[,] Cover()
    {
        var cover = new Cell?[RowCount, ColumnCount];
        foreach (var cell in Cells)
            for (var r = cell.Row; r < Math.Min(RowCount, cell.Row + cell.Rows); r++)
                for (var c = cell.Column; c < Math.Min(ColumnCount, cell.Column + cell.Columns); c++)
                    cover[r, c] = cell;
        return cover;
    }

    /// <summary>The grid as rows of printed text; a spanned position repeats nothing and is empty.</summary>
    public Printed[][] ToRows() => ToRows(RowCount);

    /// <summary>The first rows, so many at most.</summary>
    internal Printed[][] ToRows(int most)
    {
        var rows = new Printed[Math.Min(most, RowCount)][];
        for (var r = 0; r < rows.Length; r++)
        {
            rows[r] = new Printed[ColumnCount];
            Array.Fill(rows[r], Printed.Blank);
        }
        foreach (var cell in Cells)
            if (cell.Row < rows.Length) rows[cell.Row][cell.Column] = cell.Printed;
        return rows;
    }
}

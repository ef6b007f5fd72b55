namespace Extract.Tests.Tables.Broken;

/// <summary>A cell set into lines. <paramref name="Rank"/> is its turn among the cells of its row when an extractor goes cell by cell.</summary>
/// <param name="Column">Its column, for left to right.</param>
/// <param name="Lines">Its lines; none for an empty cell.</param>
/// <param name="Rank">Its turn in content order.</param>
/// <param name="Merged">True for a level name that spans several rows and is printed once, with the first of them.</param>
internal sealed record SetCell(int Column, string[] Lines, int Rank, bool Merged = false);

/// <summary>A row of cells, as tall as its tallest cell, in lines.</summary>
internal sealed record SetRow(IReadOnlyList<SetCell> Cells, bool IsHeader = false, bool IsIndicator = false, bool IsFund = false)
{
    /// <summary>True for a row of a source of money or of an indicator.</summary>
    public bool IsData => IsFund || IsIndicator;

    public int Height => Cells.Count == 0 ? 1 : Cells.Max(static c => Math.Max(1, c.Lines.Length));

    /// <summary>The most lines any cell but a merged one takes: what may be cut by a page.</summary>
    public SetCell? Label => Cells.FirstOrDefault(static c => c.Column == FormSetter.LabelColumn);
}

/// <summary>Where the page ends: before line <paramref name="Line"/> of row <paramref name="Row"/>; line 0 is the row's top edge.</summary>
internal readonly record struct PageEnd(int Row, int Line);

/// <summary>How a page's end shows in extracted text.</summary>
internal enum PageMark
{
    /// <summary>The next page begins with a space.</summary>
    LeadingSpace,

    /// <summary>A line “- 12 -” between blank lines.</summary>
    NumberLine,

    /// <summary>A form feed.</summary>
    FormFeed,
}

/// <summary>A line of a cell at its height on the row: 0 is the first line's height, halves occur where cells are centred.</summary>
internal readonly record struct Fragment(int Column, int Rank, double Y, string Text);

/// <summary>
/// Emits set rows as an extractor does. Cell by cell (<see cref="Order.LabelBefore"/>, <see cref="Order.ValuesFirst"/>) pieces at one
/// height share a line and a step of less than a line is a single line end even where lines are spaced; line by line
/// (<see cref="Order.LabelAround"/>, <see cref="Order.LabelAfter"/>) pieces are sorted by height first. What is no data row is emitted cell by
/// cell unless <paramref name="woven"/>: then the lines of header cells interleave as those of rows do.
/// </summary>
internal sealed class Emission(Order order, bool doubled, PageMark mark, bool woven)
{
    private readonly System.Text.StringBuilder _text = new();
    private (int Row, double Y)? _last;
    private int _page = 11;

    public bool Doubled => doubled;

    public override string ToString() => _text.ToString();

    public void Emit(IReadOnlyList<SetRow> rows, PageEnd? end, SetRow? repeatedHeader)
    {
        for (var r = 0; r < rows.Count; r++)
        {
            if (end is { } at && at.Row == r)
            {
                if (at.Line > 0) EmitPart(rows[r], r, 0, at.Line);
                EndPage();
                if (repeatedHeader is not null) EmitPart(repeatedHeader, -1 - r, 0, int.MaxValue);
                EmitPart(rows[r], r, at.Line, int.MaxValue);
            }
            else
            {
                EmitPart(rows[r], r, 0, int.MaxValue);
            }
        }
    }

    /// <summary>The pieces of a row that stand between two heights, in the order the extractor meets them.</summary>
    public IReadOnlyList<Fragment> Part(SetRow row, double from, double to)
    {
        var pieces = new List<Fragment>();
        var byCell = order is Order.LabelBefore or Order.ValuesFirst || !row.IsData && !woven;
        foreach (var cell in row.Cells)
        {
            var top = order == Order.LabelAfter ? 0 : (row.Height - cell.Lines.Length) / 2.0;
            for (var i = 0; i < cell.Lines.Length; i++)
            {
                // A merged name belongs to many rows; a cut through the first of them leaves it above the cut.
                var y = top + i;
                var shown = cell.Merged && byCell ? Math.Min(y, 0.25) : y;
                if (shown >= from && shown < to) pieces.Add(new(cell.Column, cell.Rank, y, cell.Lines[i]));
            }
        }
        return byCell
            ? [.. pieces.OrderBy(static p => p.Rank).ThenBy(static p => p.Y)]
            : [.. pieces.OrderBy(static p => p.Y).ThenBy(static p => p.Column)];
    }

    private void EmitPart(SetRow row, int index, double from, double to)
    {
        foreach (var piece in Part(row, from, to))
        {
            if (_last is { } last) _text.Append(Between(last, (index, piece.Y)));
            _text.Append(piece.Text);
            _last = (index, piece.Y);
        }
    }

    private string Between((int Row, double Y) last, (int Row, double Y) next)
    {
        var step = last.Row == next.Row ? Math.Abs(next.Y - last.Y) : 1;
        return step < 0.01 ? " " : step < 0.99 || !doubled ? "\n" : "\n\n";
    }

    private void EndPage()
    {
        _page++;
        _text.Append(mark switch
        {
            PageMark.LeadingSpace => "\n ",
            PageMark.FormFeed => "\n\f",
            _ => $"\n\n\n\n- {_page} -\n\n",
        });
        _last = null;
    }
}

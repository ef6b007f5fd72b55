using System.Collections;
using Extract.Documents.Containers;
using Extract.Text;

namespace Extract.Documents.Excel;

/// <summary>
/// The runs of a worksheet, made when they are asked for: what is kept of each is where it was laid, and which cell it shows. A sheet of
/// millions of cells is then a few bytes a cell.
/// </summary>
internal sealed class SheetRuns(SheetDraft draft) : IReadOnlyList<Run>
{
    private readonly Chunks<Slot> slots = new();

    /// <summary>Where a line of a cell was laid.</summary>
    /// <param name="Cell">The cell in the draft's list.</param>
    /// <param name="Line">Which of its lines; -1 for all of them as one run.</param>
    /// <param name="Top">Its y in ems.</param>
    /// <param name="Left">Its x in ems.</param>
    /// <param name="Most">How wide it may be; 0 for as wide as it is.</param>
    private readonly record struct Slot(int Cell, int Line, int Top, float Left, float Most);

    /// <inheritdoc/>
    public int Count => slots.Count;

    /// <inheritdoc/>
    public Run this[int index] => Make(slots[index]);

    /// <summary>Adds a cell as one run.</summary>
    public void Add(int cell, int top, double left, double most) => slots.Add(new Slot(cell, -1, top, (float)left, (float)most));

    /// <summary>Adds the lines of a cell that hold something, one below the other, and answers how many lines it has.</summary>
    public int AddLines(int cell, int top, double left)
    {
        var text = draft.Cells[cell].Text;
        var lines = 0;
        foreach (var line in text.AsSpan().Split('\n'))
        {
            if (!text.AsSpan(line).IsWhiteSpace()) slots.Add(new Slot(cell, lines, top + lines, (float)left, 0));
            lines++;
        }
        return lines;
    }

    /// <inheritdoc/>
    public IEnumerator<Run> GetEnumerator()
    {
        foreach (var slot in slots) yield return Make(slot);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private Run Make(Slot slot)
    {
        var cell = draft.Cells[slot.Cell];
        var text = (slot.Line < 0 ? cell.Text : cell.Text.Split('\n')[slot.Line]).Trim();
        var width = DisplayWidth.Of(text) / 2.0;
        if (slot.Most > 0) width = Math.Min(width, slot.Most);
        var place = new CellPlace(draft.Name, cell.Row, cell.Column) { Stored = double.IsNaN(cell.Stored) ? null : cell.Stored };
        return new Run(text, new Box(slot.Left, slot.Top, slot.Left + width, slot.Top + 1), place);
    }
}

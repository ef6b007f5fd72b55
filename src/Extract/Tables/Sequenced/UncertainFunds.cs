using Extract.Diagnostics;
using Extract.Forms;

namespace Extract.Tables.Sequenced;

/// <summary>
/// Rows of a budget, printed cell after cell, in which blank cells have left no trace: two amounts below three heads of amounts could be any two
/// of them. The record keeps the reading that the columns' grammar ranks first, and the row is named.
/// </summary>
internal static class UncertainFunds
{
    /// <summary>What is to be said of the rows of a table.</summary>
    public static IEnumerable<Diagnostic> Of(AtomStream stream, Alignment alignment, Column[] columns)
    {
        var amounts = columns.Count(static column => IsAmount(column.Field));
        var names = alignment.Stretches.Where(stretch => columns[stretch.Column].Field == Field.Source).ToLookup(static stretch => stretch.Row);
        foreach (var row in alignment.Stretches.Where(stretch => IsAmount(columns[stretch.Column].Field)).GroupBy(static stretch => stretch.Row))
        {
            var cells = row.OrderBy(static stretch => stretch.From).ToList();
            if (cells.Count >= amounts) continue;
            var name = string.Concat(names[row.Key].OrderBy(static stretch => stretch.From).Select(stretch => stream.Print(stretch.From, stretch.To).Text));
            yield return new(DiagnosticKinds.UncertainColumns, [name, string.Join(' ', cells.Select(cell => stream.Print(cell.From, cell.To).Text))], stream.Print(cells[0].From, cells[0].To).Place);
        }
    }

    private static bool IsAmount(Field field) => field is Field.Initial or Field.Adjusted or Field.Adjustment or Field.Budget or Field.Received or Field.Executed;
}

using Extract.Diagnostics;
using Extract.Figures;
using Extract.Forms;

namespace Extract.Tables.Sequenced;

/// <summary>
/// Rows of a budget, printed cell after cell, in which blank cells have left no trace: two amounts below three heads of amounts could be any two
/// of them. The row is named. What was spent is what a report of execution does not leave blank: it is the last of several amounts; of those before
/// it the text does not say what they are, and they are kept beside the columns. A lone amount keeps the place that the columns' grammar ranks first, but for one beside
/// a rate, which is of what was spent.
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

    /// <summary>The rows with the amounts that no column can be told for in a last column of their own, which is added where there are any.</summary>
    public static Alignment Placed(AtomStream stream, Alignment alignment, List<Column> columns)
    {
        var amounts = Enumerable.Range(0, columns.Count).Where(c => IsAmount(columns[c].Field)).ToList();
        if (amounts.Count < 2 || columns[amounts[^1]].Field != Field.Executed) return alignment;
        var placed = new Dictionary<Stretch, int>();
        var rated = alignment.Stretches.Where(stretch => columns[stretch.Column].Field == Field.Rate && IsSpent(stream.KeyOf(stretch.From, stretch.To))).Select(static stretch => stretch.Row).ToHashSet();
        foreach (var row in alignment.Stretches.Where(stretch => amounts.Contains(stretch.Column)).GroupBy(static stretch => stretch.Row))
        {
            var cells = row.OrderBy(static stretch => stretch.From).ToList();
            if (cells.Count >= amounts.Count || cells.Count < 2 && !rated.Contains(row.Key)) continue;
            foreach (var cell in cells) placed[cell] = cell == cells[^1] ? amounts[^1] : columns.Count;
        }
        if (placed.Count == 0) return alignment;
        if (placed.ContainsValue(columns.Count)) columns.Add(new Column(Field.Stub, false));
        return alignment with { Stretches = alignment.Stretches.ConvertAll(stretch => placed.TryGetValue(stretch, out var column) ? stretch with { Column = column } : stretch) };
    }

    /// <summary>True for a rate of something spent.</summary>
    private static bool IsSpent(ReadOnlySpan<char> rate) => FigureReader.Scan(rate, out var value, out _, out _) > 0 && value > 0;

    private static bool IsAmount(Field field) => field is Field.Initial or Field.Adjusted or Field.Adjustment or Field.Budget or Field.Received or Field.Executed;
}

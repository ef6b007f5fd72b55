using Extract.Checks.Shapes;
using Extract.Records;

namespace Extract.Checks.Statutory;

/// <summary>
/// TT-01: layout moves (a column one row off, two columns exchanged) that heal most of what fails in a table. A move explains; it
/// never changes what is stored, and digits are never touched.
/// </summary>
internal static class Moves
{
    private const int FewestRows = 5;

    /// <summary>The move that heals the table; null where none does.</summary>
    /// <param name="table">The table.</param>
    /// <param name="failed">How many of its identities fail as printed.</param>
    public static Instance? Find(FormTable table, int failed)
    {
        var columns = table.Facts.GroupBy(static fact => (fact.Lane, fact.At)).Select(static group => group.OrderBy(static fact => fact.Line).ToList()).ToList();
        (int Left, Cause Cause, List<Fact> Cells)? best = null;
        void Try(Dictionary<Fact, Fact> takes, Cause cause, List<Fact> cells)
        {
            var left = FailuresOf(table, takes);
            if (left * 4 <= failed && (best is null || left < best.Value.Left)) best = (left, cause, cells);
        }
        foreach (var column in columns)
        {
            if (column.Count < FewestRows) continue;
            foreach (var step in (ReadOnlySpan<int>)[1, -1]) Try(Shifted(column, step), new Cause("column_shifted", [column[0].Column]), column);
        }
        for (var i = 0; i < columns.Count; i++)
            for (var j = i + 1; j < columns.Count; j++)
                if (columns[i].Count == columns[j].Count && columns[i].Count >= 2)
                    Try(Exchanged(columns[i], columns[j]), new Cause("columns_exchanged", [columns[i][0].Column, columns[j][0].Column]), [.. columns[i], .. columns[j]]);
        if (best is not { } found) return null;
        var operands = found.Cells.Where(static fact => fact.Entry.Figure is not null).Select(fact => table.Term(fact, Role.Stated)!.Operand);
        return new Present(table.Name, false, $"{failed} → {found.Left}", [.. operands]) { KnownCause = found.Cause };
    }

    private static Dictionary<Fact, Fact> Shifted(List<Fact> column, int step)
    {
        var takes = new Dictionary<Fact, Fact>(ReferenceEqualityComparer.Instance);
        for (var i = 0; i < column.Count; i++) takes[column[i]] = column[(i + step + column.Count) % column.Count];
        return takes;
    }

    private static Dictionary<Fact, Fact> Exchanged(List<Fact> left, List<Fact> right)
    {
        var takes = new Dictionary<Fact, Fact>(ReferenceEqualityComparer.Instance);
        for (var i = 0; i < left.Count; i++) (takes[left[i]], takes[right[i]]) = (right[i], left[i]);
        return takes;
    }

    private static int FailuresOf(FormTable table, Dictionary<Fact, Fact> takes)
    {
        var moved = table.Facts.Select(fact => takes.TryGetValue(fact, out var other) ? fact with { Printed = other.Printed, Entry = other.Entry } : fact);
        var trial = new FormTable(moved.GroupBy(static fact => fact.Grid).Single());
        return FormSet.Inside(trial).All.Count(static pair => pair.Instance.Judge().Verdict == Verdict.Fails);
    }
}

using Extract.Checks.Shapes;
using Extract.Diagnostics;
using Extract.Forms.Statutory;
using Extract.Records;

namespace Extract.Checks.Statutory;

/// <summary>Checks inside the form of the three public expenses.</summary>
internal static class ThreePublicForm
{
    public static void Read(FormTable table, Instances found)
    {
        if (table.Kind != FormKind.ThreePublic) return;
        foreach (var row in table.Rows)
        {
            foreach (var measure in row.Cells.Select(static fact => fact.Column).Distinct())
            {
                Fact? Of(string expense) => row.Cells.FirstOrDefault(fact => fact.Row == expense && fact.Column == measure);
                var id = measure == ColumnNames.Budget ? "T7-01" : "T7-02";
                string Subject(string expense) => $"{table.Name} {(row.Name.Length > 0 ? row.Name + " " : "")}{expense} {measure}";
                var three = new[] { Of(ColumnNames.Travel), Of(ColumnNames.Vehicles), Of(ColumnNames.Reception) };
                var meetings = new[] { Of("会议费"), Of("培训费") };
                var total = Of(ColumnNames.Total);
                if (Of(ColumnNames.ThreePublic) is { } sub)
                {
                    found.Add(id, Instances.Sum(table, Subject(ColumnNames.ThreePublic), sub, three));
                    found.Add(id, Instances.Sum(table, Subject(ColumnNames.Total), total, [sub, .. meetings]));
                }
                else
                {
                    // 合计 below the heading 三公经费 adds the three; beside it, conferences and training too.
                    var narrow = total is null || total.Header.Contains("三公", StringComparison.Ordinal) || meetings[0] is null;
                    found.Add(id, Instances.Sum(table, Subject(ColumnNames.Total), total, narrow ? three : [.. three, .. meetings]));
                }
                found.Add("T7-03", Instances.Sum(table, Subject(ColumnNames.Vehicles), Of(ColumnNames.Vehicles), [Of(ColumnNames.Purchase), Of(ColumnNames.Running)]));
            }
            Spent(table, row, found);
        }
        Blanks(table, found);
    }

    /// <summary>T7-05: what was spent is within the budget, or is to be explained.</summary>
    private static void Spent(FormTable table, FormRow row, Instances found)
    {
        foreach (var final in row.Cells.Where(static fact => fact.Column == ColumnNames.Final))
        {
            var budget = row.Cells.FirstOrDefault(fact => fact.Row == final.Row && fact.Column == ColumnNames.Budget);
            if (Instances.AtMost($"{table.Name} {final.Row}", (table, final), (table, budget)) is { } instance) found.Add("T7-05", instance with { FailSeverity = Severity.Warning });
        }
    }

    /// <summary>T7-04: the blanks are proven to be none by the sums they stand in.</summary>
    private static void Blanks(FormTable table, Instances found)
    {
        var blanks = table.Facts.Where(static fact => fact.Entry.Kind == Figures.EntryKind.Blank).ToList();
        if (blanks.Count == 0 || table.IsEmpty) return;
        var operands = blanks.Select(table.Blank).ToArray();
        var proven = found.HasBlanksProven;
        // A total that its printed parts do not reach leaves something to the blanks.
        if (found.Of("T7-01").Concat(found.Of("T7-02")).OfType<Sum>().FirstOrDefault(static sum => sum.Blanks.Length > 0 && sum.Stated.Value - sum.Total > sum.Hard) is { } lacking)
            found.Add("T7-04", new Present(table.Name, false, $"{lacking.Stated.Figure.Printed} ≠ {string.Join(" + ", lacking.Parts.Select(static part => part.Figure.Printed))} + ∅", [.. operands]));
        else found.Add("T7-04", proven ? new Present(table.Name, true, $"{blanks.Count}∅", [.. operands]) : new Unable(table.Name, $"{blanks.Count} × ?", [.. operands]));
    }
}

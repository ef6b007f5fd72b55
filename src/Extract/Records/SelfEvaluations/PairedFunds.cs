using Extract.Figures;
using Extract.Forms;
using Extract.Text;

namespace Extract.Records.SelfEvaluations;

/// <summary>
/// Budget blocks of label and value: the first row's labels are measures (预算数, 到位数, 执行数), the rows below name sources. The row of
/// the measures themselves is the total; its source is not printed and is called 合计.
/// </summary>
internal static class PairedFunds
{
    private const string Total = "合计";

    /// <summary>How many rows from here are such a block, which is read then; 0 where none begins here.</summary>
    public static int At(EvaluationDraft draft, ReadOnlySpan<FormRow> rows)
    {
        if (Measures(rows[0]) < 2) return 0;
        var taken = 1;
        while (taken < rows.Length && IsSourceRow(rows[taken])) taken++;
        // A row of measures alone has no amounts yet: a header, not a block.
        if (taken == 1 && !rows[0].HasNumber) return 0;
        Read(draft, rows[..taken].ToArray());
        return Math.Max(2, taken);
    }

    private static int Measures(FormRow row)
    {
        var count = 0;
        for (var c = 0; c < row.Width; c++)
            if (!row[c].IsBlank && FundSources.MeasureOf(row.Key(c)) is not null) count++;
        return count;
    }

    private static bool IsSourceRow(FormRow row)
    {
        for (var c = 0; c < row.Width; c++)
            if (!row[c].IsBlank && FundSources.IsSource(row.Key(c)) && row.After(c) < row.Width) return Measures(row) == 0;
        return false;
    }

    /// <summary>Reads the rows of the block.</summary>
    public static void Read(EvaluationDraft draft, FormRow[] rows)
    {
        var measures = new Dictionary<int, Field>();
        foreach (var row in rows)
        {
            var source = Printed.Blank;
            var total = false;
            for (var c = 0; c < row.Width; c++)
            {
                if (row[c].IsBlank) continue;
                if (FundSources.MeasureOf(row.Key(c)) is { } measure)
                {
                    measures[row.After(c)] = measure;
                    draft.Signs.Funds.Add(measure);
                    total = true;
                }
                else if (FundSources.IsSource(row.Key(c)))
                {
                    source = FundTable.SourceName(row[c]);
                }
            }
            if (!total && source.IsBlank) continue;
            var name = total ? Printed.Blank : source;
            var unit = FundTable.UnitBeside(row) ?? "";
            Put(draft, name, Field.Source, name, unit);
            foreach (var (c, measure) in measures)
                if (c < row.Width && !row[c].IsBlank) Put(draft, name, measure, row[c], unit);
            // A rate merged down the block is the total's.
            var rate = row.Anchor(row.Width - 1);
            if (rate > 0 && !measures.ContainsKey(rate) && !measures.ContainsKey(rate + 1) && FigureReader.Read(row[rate].Text).Kind == EntryKind.Number && (total || !rows[0].SharesCell(row, rate)))
                Put(draft, name, Field.Rate, row[rate], unit);
        }
    }

    /// <summary>Keeps a value of a source's row; the row is made when it is first named.</summary>
    public static void Put(EvaluationDraft draft, Printed source, Field measure, Printed value, string unit)
    {
        var name = source.IsBlank ? new Printed(Total, []) : source;
        var at = draft.Funds.FindIndex(fund => fund.Source.Text == name.Text);
        if (at < 0)
        {
            at = draft.Funds.Count;
            draft.Funds.Add(new Fund(name, Printed.Blank, Printed.Blank, Printed.Blank, Printed.Blank, Printed.Blank, Printed.Blank, Printed.Blank, Printed.Blank) { Unit = unit });
        }
        var fund = draft.Funds[at];
        draft.Funds[at] = measure switch
        {
            Field.Budget => fund with { Budget = value },
            Field.Received => fund with { Received = value },
            Field.Executed => fund with { Executed = value },
            Field.Rate => fund with { Rate = value },
            _ => fund,
        };
    }
}

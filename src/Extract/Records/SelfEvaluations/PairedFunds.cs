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

    /// <summary>Reads the rows of the block.</summary>
    public static void Read(EvaluationDraft draft, Printed[][] rows)
    {
        var measures = new Dictionary<int, Field>();
        foreach (var row in rows)
        {
            var source = Printed.Blank;
            var total = false;
            for (var c = 0; c < row.Length; c++)
            {
                var key = Characters.Key(row[c].Text);
                if (FundSources.MeasureOf(key) is { } measure)
                {
                    measures[c + 1] = measure;
                    total = true;
                }
                else if (!row[c].IsBlank && FundSources.IsSource(key))
                {
                    source = GridReading.SourceName(row[c]);
                }
            }
            if (!total && source.IsBlank) continue;
            var name = total ? Printed.Blank : source;
            Put(draft, name, Field.Source, name, "");
            foreach (var (c, measure) in measures)
                if (c < row.Length && !row[c].IsBlank) Put(draft, name, measure, row[c], "");
            var rate = row.Length - 1;
            if (rate > 0 && !measures.ContainsKey(rate) && !measures.ContainsKey(rate + 1) && Figures.FigureReader.Read(row[rate].Text).Kind == Figures.EntryKind.Number)
                Put(draft, name, Field.Rate, row[rate], "");
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

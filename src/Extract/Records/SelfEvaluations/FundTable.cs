using Extract.Figures;
using Extract.Forms;
using Extract.Text;

namespace Extract.Records.SelfEvaluations;

/// <summary>The budget table of a form: a row a source. Below it a body's form may divide the same money by its nature, two lists side by side.</summary>
internal sealed class FundTable(EvaluationDraft draft, string unitAbove)
{
    private string unit = "";
    private Field?[] fields = [];
    private readonly Dictionary<int, string> natures = [];

    private string UnitOfAmounts => unitAbove.Length > 0 ? unitAbove : unit;

    /// <summary>How many rows from here are the table's header; 0 where none begins here.</summary>
    public int Open(FormRow row, FormRow? next)
    {
        if (row.HasNumber) return 0;
        var heads = row.Heads(static key => HeaderWords.Of(key, ofFunds: true));
        if (heads.Count(static f => f is not null) < 3 || !heads.Contains(Field.Executed)) return 0;
        // The block's name, merged down its rows, is no column of sources: they stand in the last column before the amounts.
        var named = Array.IndexOf(heads, Field.Source);
        var amounts = Array.FindIndex(heads, static f => f is not (null or Field.Source));
        if (named >= 0 && named != amounts - 1 && next is not null && row.SharesCell(next, named)) heads[named] = null;
        if (!heads.Contains(Field.Source) && amounts > 0) heads[row.Anchor(amounts - 1)] = Field.Source;
        fields = heads;
        unit = row.Cells.Any(static cell => UnitIn(cell) is not null) ? "万元" : "";
        natures.Clear();
        foreach (var field in fields)
            if (field is { } known) draft.Signs.Funds.Add(known);
        return 1;
    }

    /// <summary>Reads a row of the table.</summary>
    public void Read(FormRow row)
    {
        if (row.IsBlank || Natures(row)) return;
        if (natures.Count > 0 && Pairs(row)) return;
        var source = row.At(fields, Field.Source);
        var fund = new Fund(
            SourceName(source), row.At(fields, Field.Initial), row.At(fields, Field.Adjusted), row.At(fields, Field.Budget), row.At(fields, Field.Received),
            row.At(fields, Field.Executed), row.At(fields, Field.Rate), row.At(fields, Field.Weight), row.At(fields, Field.Score))
        {
            Adjustment = row.At(fields, Field.Adjustment),
            Reason = row.At(fields, Field.Reason),
            Unit = UnitOfAmounts,
        };
        if (!source.IsBlank || Array.Exists([fund.Initial, fund.Adjusted, fund.Budget, fund.Executed], static cell => !cell.IsBlank)) draft.Funds.Add(fund);
    }

    /// <summary>按收入性质分：, 按支出性质分：: the heads of two lists side by side.</summary>
    private bool Natures(FormRow row)
    {
        var found = false;
        for (var c = 0; c < row.Width; c++)
        {
            var key = row.Key(c).TrimEnd(':');
            if (key.Length is < 3 or > 10 || key[0] != '按' || !key.EndsWith('分')) continue;
            natures[c] = key;
            found = true;
        }
        return found;
    }

    /// <summary>Sources with their amounts, each under the head to its left or above it.</summary>
    private bool Pairs(FormRow row)
    {
        var found = false;
        for (var c = 0; c < row.Width; c++)
        {
            if (row[c].IsBlank || FundSources.LabelOf(row.Key(c)) is null) continue;
            var nature = natures.Where(pair => pair.Key <= c).OrderByDescending(static pair => pair.Key).Select(static pair => pair.Value).FirstOrDefault("");
            if (Label(row, c, nature) is >= 0 and var last) c = last;
            found = true;
        }
        return found;
    }

    /// <summary>A source that labels an amount in the same cell or the next; answers the last column taken, -1 where it labels none.</summary>
    public int Label(FormRow row, int column, string nature = "")
    {
        var key = row.Key(column);
        if (FundSources.LabelOf(key) is not var (name, amount)) return -1;
        var source = NameOf(row[column], name);
        // Two lanes of the same sources: the money of all years before that of the year.
        if (nature.Length == 0 && Enumerable.Range(column + 1, row.Width - column - 1).Any(c => FundSources.LabelOf(row.Key(c))?.Name == name)) return Math.Min(row.After(column), row.Width) - 1;
        if (amount < key.Length)
        {
            Add(source, new Printed(key[amount..], row[column].Places), nature, UnitBeside(row));
            return column;
        }
        var value = row.After(column);
        if (value >= row.Width || row[value].IsBlank && nature.Length == 0) return -1;
        if (!row[value].IsBlank && FigureReader.Read(row[value].Text).Kind is not (EntryKind.Number or EntryKind.Dash)) return -1;
        Add(source, row[value], nature, UnitBeside(row));
        return value;
    }

    private void Add(Printed source, Printed amount, string nature, string? beside)
    {
        if (amount.IsBlank) return;
        draft.Funds.Add(new Fund(source, Printed.Blank, Printed.Blank, amount, Printed.Blank, Printed.Blank, Printed.Blank, Printed.Blank, Printed.Blank) { Unit = UnitIn(source) ?? (beside is null || UnitOfAmounts.Length > 0 ? UnitOfAmounts : beside), Nature = nature });
        draft.Signs.Funds.Add(Field.Budget);
    }

    /// <summary>本年度项目金额（万元） states the unit itself.</summary>
    internal static string? UnitBeside(FormRow row) => row.Cells.Select(UnitIn).FirstOrDefault(static unit => unit is not null);

    private static string? UnitIn(Printed source) => source.Text.Contains("万元）", StringComparison.Ordinal) || source.Text.Contains("万元)", StringComparison.Ordinal) ? "万元" : null;

    private static Printed NameOf(Printed printed, string name)
    {
        var source = SourceName(printed).Text;
        var at = source.IndexOf(name, StringComparison.Ordinal);
        if (at < 0) return new Printed(name, printed.Places);
        var end = at + name.Length;
        if (end < source.Length && source[end] is '(' or '（' && source.IndexOfAny([')', '）'], end) is > 0 and var close) end = close + 1;
        return new Printed(source[at..end], printed.Places);
    }

    /// <summary>A source without 其中： before it and without a colon behind.</summary>
    public static Printed SourceName(Printed source)
    {
        var text = source.Text;
        var start = text.StartsWith("其中", StringComparison.Ordinal) ? 2 : 0;
        while (start < text.Length && text[start] is ':' or '：' or '-' or '－' or '—' or ' ' or '、') start++;
        return new Printed(text[start..].TrimEnd(':', '：', ' '), source.Places);
    }
}

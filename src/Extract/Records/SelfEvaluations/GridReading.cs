using System.Globalization;
using Extract.Figures;
using Extract.Forms;
using Extract.Tables;
using Extract.Text;

namespace Extract.Records.SelfEvaluations;

/// <summary>Reads one grid into a draft: finds the heads of its parts, and gives each part's rows to who reads them.</summary>
internal sealed class GridReading
{
    private enum Part
    {
        Labels,
        Goals,
        Funds,
        Tasks,
        Indicators,
    }

    private readonly EvaluationDraft draft;
    private readonly Grid grid;
    private readonly FormRow[] rows;
    private readonly IndicatorTable indicators;
    private readonly FundTable funds;
    private readonly TaskTable tasks;
    private Part part = Part.Labels;
    private Field?[] goals = [];

    public GridReading(EvaluationDraft draft, Grid grid)
    {
        (this.draft, this.grid) = (draft, grid);
        rows = FormRow.Of(grid);
        indicators = new IndicatorTable(draft);
        funds = new FundTable(draft, grid.Unit);
        tasks = new TaskTable(draft);
    }

    public void Read()
    {
        if (grid.Block == "funds" && grid.HeaderRows == 0)
        {
            PairedFunds.Read(draft, rows);
            return;
        }
        for (var r = 0; r < rows.Length; r++)
        {
            var header = HeaderAt(r);
            if (header > 0)
            {
                r += header - 1;
                continue;
            }
            switch (part)
            {
                case Part.Indicators when !EndsIndicators(rows[r]): indicators.Read(rows[r]); break;
                case Part.Funds when !EndsFunds(rows[r]): funds.Read(rows[r]); break;
                case Part.Tasks when !EndsFunds(rows[r]): tasks.Read(rows[r]); break;
                case Part.Goals when !EndsGoals(rows[r]): Goal(rows[r]); break;
                default:
                    part = Part.Labels;
                    r += PairedFunds.At(draft, rows.AsSpan(r)) is > 1 and var taken ? taken - 1 : LabelRow(rows[r]);
                    break;
            }
        }
        LevelNames.FillUp(draft.Indicators);
    }

    /// <summary>How many rows from here are the header of a part; the part is open then.</summary>
    private int HeaderAt(int r)
    {
        var next = r + 1 < rows.Length ? rows[r + 1] : null;
        if (indicators.Open(rows[r], next) is > 0 and var height) return Open(Part.Indicators, height);
        if (tasks.Open(rows[r], next) is > 0 and var tall) return Open(Part.Tasks, tall);
        if (funds.Open(rows[r], next) is > 0 and var taller) return Open(Part.Funds, taller);
        var heads = GoalFields(rows[r]);
        if (!heads.Contains(Field.YearGoal) || !heads.Contains(Field.GoalCompletion) && !heads.Contains(Field.Other) || rows[r].Cells.Any(static cell => cell.Text.Length > 24)) return 0;
        goals = heads;
        return Open(Part.Goals, 1);
    }

    private int Open(Part opened, int height)
    {
        part = opened;
        return height;
    }

    private static Field?[] GoalFields(FormRow row)
    {
        var heads = row.Heads(static key => Labels.GoalOf(key) ?? (Labels.IsGoalBeyondYear(key) ? Field.Other : null));
        // The block's name may be worded like the head of a column beside it: the last of each is the column's.
        for (var c = 0; c < heads.Length; c++)
            if (heads[c] is not null && Array.LastIndexOf(heads, heads[c]) > c) heads[c] = null;
        return heads;
    }

    private static bool EndsIndicators(FormRow row)
    {
        var key = row.FirstKey;
        var colon = key.IndexOf(':', StringComparison.Ordinal);
        return key.Length > 0 && Labels.Of(colon > 1 ? key[..colon] : key) is { Rank: >= 70 };
    }

    private static bool EndsFunds(FormRow row)
    {
        var key = row.FirstKey;
        if (key.Length == 0) return false;
        return Labels.Of(key) is { Rank: >= Labels.MiddleRank, Field: not (Field.Stub or Field.Total) } || Labels.GoalOf(key) is not null;
    }

    /// <summary>A label anywhere in the row: the block's own name may stand before it, merged down.</summary>
    private static bool EndsGoals(FormRow row)
    {
        for (var c = 0; c < row.Width; c++)
            if (!row[c].IsBlank && Labels.Of(row.Key(c)) is { Rank: >= Labels.MiddleRank } label && label.Field is not (Field.Stub or Field.Total)) return true;
        return false;
    }

    private void Goal(FormRow row)
    {
        draft.Set(Field.YearGoal, row.At(goals, Field.YearGoal));
        draft.Set(Field.GoalCompletion, row.At(goals, Field.GoalCompletion));
        if (row.At(goals, Field.GoalRate) is { IsBlank: false } rate) draft.GoalRates.Add(rate);
    }

    /// <summary>Labels and their values: in one cell with a colon, or in neighbouring cells. Takes no further row.</summary>
    private int LabelRow(FormRow row)
    {
        for (var c = 0; c < row.Width; c++)
        {
            if (row[c].IsBlank) continue;
            var key = row.Key(c);
            if (FundSources.RowMeasureOf(key) is { } measure)
            {
                c = MeasureRow(row, c + 1, measure);
                continue;
            }
            Points(key);
            if (funds.Label(row, c) is >= 0 and var amount)
            {
                c = amount;
                continue;
            }
            var colon = key.IndexOf(':', StringComparison.Ordinal);
            if (colon > 1 && colon + 1 < key.Length && (Labels.Of(key[..colon])?.Field ?? Labels.GoalOf(key[..colon])) is { } inner)
            {
                Keep(inner, Behind(row[c]));
                continue;
            }
            if (Labels.GoalOf(key) is { } goal and not Field.GoalRate && row.Next(c) is var value && value > c)
            {
                draft.Set(goal, row[value]);
                c = value;
                continue;
            }
            if ((Labels.Of(key) ?? (c == 0 ? Labels.Misprinted(key) : null)) is not { Field: not Field.Stub } label || row.Next(c) is not (var next and > 0) || IsLabel(row, next)) continue;
            Keep(label.Field, row[next]);
            c = next;
        }
        return 0;
    }

    /// <summary>A value that is worded like a label of its own (名称：单位名称) is none where a value stands behind it.</summary>
    private static bool IsLabel(FormRow row, int c) => Labels.Of(row.Key(c)) is not null;

    private void Keep(Field field, Printed value)
    {
        if (field == Field.Total)
        {
            if (draft.TotalScore.IsBlank) draft.TotalScore = value;
        }
        else draft.Set(field, value);
    }

    private static Printed Behind(Printed cell)
    {
        var at = cell.Text.IndexOfAny([':', '：']);
        return new Printed(cell.Text[(at + 1)..].Trim(), cell.Places);
    }

    /// <summary>预算执行情况（10分） and 绩效指标（90分） give the points of their blocks.</summary>
    private void Points(string key)
    {
        var open = key.LastIndexOf('(');
        if (open < 2 || !key.EndsWith("分)", StringComparison.Ordinal) || !decimal.TryParse(key.AsSpan(open + 1, key.Length - open - 3), NumberStyles.Number, CultureInfo.InvariantCulture, out var points)) return;
        if (key.StartsWith("预算执行", StringComparison.Ordinal)) draft.ExecutionPoints = points;
        else if (key.StartsWith("绩效指标", StringComparison.Ordinal)) draft.IndicatorPoints = points;
    }

    /// <summary>A measure before pairs of source and amount; an amount without a source is the total's.</summary>
    private int MeasureRow(FormRow row, int from, Field measure)
    {
        var source = Printed.Blank;
        var last = from;
        for (var c = from; c < row.Width; c++)
        {
            if (row[c].IsBlank) continue;
            last = c;
            if (FundSources.IsSource(row.Key(c))) source = FundTable.SourceName(row[c]);
            else if (Entry.Of(row[c]).Kind == EntryKind.Number) PairedFunds.Put(draft, source, measure, row[c], grid.Unit);
            else break;
        }
        return last;
    }
}

using System.Collections.Immutable;
using System.Globalization;
using Extract.Figures;
using Extract.Forms;
using Extract.Tables;
using Extract.Text;

namespace Extract.Records.SelfEvaluations;

/// <summary>Reads self-evaluations from grids, whatever they were rebuilt from: by labels, by header words, row by row.</summary>
internal static class SelfEvaluationReader
{
    /// <summary>The self-evaluations of a document's grids, in order.</summary>
    public static ImmutableArray<SelfEvaluation> Read(ImmutableArray<Grid> grids)
    {
        var result = ImmutableArray.CreateBuilder<SelfEvaluation>();
        EvaluationDraft? draft = null;
        void Close()
        {
            if (draft is { IsEmpty: false }) result.Add(draft.ToRecord(result.Count + 1));
            draft = null;
        }
        for (var g = 0; g < grids.Length; g++)
        {
            var grid = grids[g];
            if (grid.Evidence == Evidence.Sequenced)
            {
                if (grid.Block == "head") Close();
                draft ??= new EvaluationDraft { Title = grid.Title };
                Take(draft, grid, g);
                continue;
            }
            var own = new EvaluationDraft { Title = grid.Title };
            Take(own, grid, g);
            if (own.Indicators.Count == 0)
            {
                // A form printed as several tables: its head and budget wait for its indicators.
                if (!own[Field.ProjectName].IsBlank) Close();
                if (!own[Field.ProjectName].IsBlank) draft = own;
                else if (draft is not null) Take(draft, grid, g);
                continue;
            }
            // A head that waits takes the indicators that name no project of their own.
            if (draft is { Indicators.Count: 0 } && own[Field.ProjectName].IsBlank) Take(draft, grid, g);
            else if (IsEvaluation(own))
            {
                Close();
                draft = own;
            }
        }
        Close();
        return result.ToImmutable();
    }

    private static void Take(EvaluationDraft draft, Grid grid, int index)
    {
        draft.Grids.Add(index);
        draft.Confidence = Math.Min(draft.Confidence, grid.Confidence);
        draft.IsCut |= grid.IsCut;
        new GridReading(draft, grid).Read();
    }

    /// <summary>A ruled table is an evaluation where it names a project, or weighs and scores its indicators.</summary>
    private static bool IsEvaluation(EvaluationDraft draft) =>
        draft.Indicators.Count > 0 && (!draft[Field.ProjectName].IsBlank || draft.Indicators.Exists(static i => !i.Weight.IsBlank && !i.Score.IsBlank));
}

/// <summary>Reads one grid into a draft.</summary>
internal sealed class GridReading
{
    private enum Part
    {
        Labels,
        Goals,
        Funds,
        Indicators,
    }

    private readonly EvaluationDraft draft;
    private readonly Grid grid;
    private readonly Printed[][] rows;
    private Part part = Part.Labels;
    private Field?[] fields = [];
    private readonly LevelNames levels = new();

    public GridReading(EvaluationDraft draft, Grid grid)
    {
        (this.draft, this.grid) = (draft, grid);
        rows = grid.ToRows();
        foreach (var cell in grid.Cells)
            for (var r = 1; r < cell.Rows; r++) rows[cell.Row + r][cell.Column] = cell.Printed;
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
                case Part.Indicators when !EndsIndicators(rows[r]): Indicator(rows[r]); break;
                case Part.Funds when !EndsFunds(rows[r]): FundRow(rows[r]); break;
                case Part.Goals when !EndsFunds(rows[r]): Goal(rows[r]); break;
                default:
                    part = Part.Labels;
                    LabelRow(rows[r]);
                    break;
            }
        }
        LevelNames.FillUp(draft.Indicators);
    }

    /// <summary>How many rows from here are the header of a part; the part is open then.</summary>
    private int HeaderAt(int r)
    {
        var here = FieldsOf(rows[r], HeaderWords.OfIndicators);
        var levelsHere = here.Count(IsLevel);
        if (levelsHere >= 2 && here.Count(static f => f is not null) >= 3) return Open(Part.Indicators, here, 1);
        if (r + 1 < rows.Length && here.Count(static f => f is not null) >= 3)
        {
            var next = FieldsOf(rows[r + 1], HeaderWords.OfIndicators);
            if (next.Count(IsLevel) + levelsHere >= 2 && Array.Exists(next, IsLevel))
                return Open(Part.Indicators, [.. here.Zip(next, static (a, b) => b ?? a)], 2);
        }
        var funds = FieldsOf(rows[r], HeaderWords.OfFunds);
        if (funds.Count(static f => f is not null) >= 3 && funds.Contains(Field.Executed)) return Open(Part.Funds, WithSources(funds, r), 1);
        var goals = GoalFields(rows[r]);
        return goals.Contains(Field.YearGoal) && goals.Contains(Field.GoalCompletion) && !Array.Exists(rows[r], static cell => cell.Text.Length > 24) ? Open(Part.Goals, goals, 1) : 0;
    }

    /// <summary>The block's name, merged down its rows, is no column of sources: they stand in the last column before the amounts.</summary>
    private Field?[] WithSources(Field?[] funds, int r)
    {
        var named = Array.IndexOf(funds, Field.Source);
        var amounts = Array.FindIndex(funds, static f => f is not (null or Field.Source));
        if (named < 0 || named == amounts - 1 || r + 1 >= rows.Length || !ReferenceEquals(rows[r][named], rows[r + 1][named])) return funds;
        funds[named] = null;
        funds[amounts - 1] = Field.Source;
        return funds;
    }

    private int Open(Part opened, Field?[] columns, int height)
    {
        part = opened;
        fields = columns;
        if (opened == Part.Funds && !fields.Contains(Field.Source))
        {
            var first = Array.FindIndex(fields, static f => f is not null);
            if (first > 0) fields[first - 1] = Field.Source;
        }
        return height;
    }

    private static bool IsLevel(Field? field) => field is Field.Level1 or Field.Level2 or Field.Level3 or Field.Level4;

    private static Field?[] FieldsOf(Printed[] row, System.Collections.Frozen.FrozenDictionary<string, Field> words) =>
        Array.ConvertAll(row, cell => !cell.IsBlank && words.TryGetValue(HeaderKey(cell.Text), out var field) ? (Field?)field : null);

    private static Field?[] GoalFields(Printed[] row)
    {
        var heads = Array.ConvertAll(row, static cell =>
        {
            var key = Characters.Key(cell.Text);
            return Array.IndexOf(Labels.GoalHeads, key) >= 0 ? Field.YearGoal
                : Array.IndexOf(Labels.CompletionHeads, key) >= 0 ? Field.GoalCompletion
                : Array.IndexOf(Labels.GoalRateHeads, key) >= 0 ? (Field?)Field.GoalRate : null;
        });
        // The block's name may be worded like the head of a column beside it: the last of each is the column's.
        for (var c = 0; c < heads.Length; c++)
            if (heads[c] is not null && Array.LastIndexOf(heads, heads[c]) > c) heads[c] = null;
        return heads;
    }

    /// <summary>A head's key; the words of its group stand before a member's own.</summary>
    private static string HeaderKey(string text)
    {
        var key = Characters.Key(text);
        foreach (var group in HeaderWords.Groups)
            if (key.Length > group.Length && key.StartsWith(group, StringComparison.Ordinal) && HeaderWords.OfIndicators.ContainsKey(key[group.Length..])) return key[group.Length..];
        return key;
    }

    private static bool EndsIndicators(Printed[] row)
    {
        var first = Array.Find(row, static cell => !cell.IsBlank);
        if (first is null) return false;
        var key = Characters.Key(first.Text);
        var colon = key.IndexOf(':', StringComparison.Ordinal);
        var label = Labels.Of(colon > 1 ? key[..colon] : key);
        return label is { Rank: >= 70 };
    }

    private static bool EndsFunds(Printed[] row)
    {
        var first = Array.Find(row, static cell => !cell.IsBlank);
        return first is not null && Labels.Of(Characters.Key(first.Text)) is { Rank: >= Labels.MiddleRank } label && label.Field is not (Field.Stub or Field.Total);
    }

    private Printed Cell(Printed[] row, Field field)
    {
        var c = Array.IndexOf(fields, field);
        return c < 0 || c >= row.Length ? Printed.Blank : row[c];
    }

    private void Goal(Printed[] row)
    {
        draft.Set(Field.YearGoal, Cell(row, Field.YearGoal));
        draft.Set(Field.GoalCompletion, Cell(row, Field.GoalCompletion));
        if (Cell(row, Field.GoalRate) is { IsBlank: false } rate) draft.GoalRates.Add(rate);
    }

    private void FundRow(Printed[] row)
    {
        var source = Cell(row, Field.Source);
        if (Array.TrueForAll(row, static cell => cell.IsBlank)) return;
        draft.Funds.Add(new Fund(
            SourceName(source), Cell(row, Field.Initial), Cell(row, Field.Adjusted), Cell(row, Field.Budget), Cell(row, Field.Received),
            Cell(row, Field.Executed), Cell(row, Field.Rate), Cell(row, Field.Weight), Cell(row, Field.Score))
        {
            Reason = Cell(row, Field.Reason),
            Unit = grid.Unit,
        });
    }

    /// <summary>A source without 其中： before it and without a colon behind.</summary>
    internal static Printed SourceName(Printed source)
    {
        var text = source.Text;
        var start = text.StartsWith("其中", StringComparison.Ordinal) ? 2 : 0;
        while (start < text.Length && text[start] is ':' or '：' or '-' or '－' or '—' or ' ' or '、') start++;
        return new Printed(text[start..].TrimEnd(':', '：', ' '), source.Places);
    }

    private void Indicator(Printed[] row)
    {
        var first = Array.Find(row, static cell => !cell.IsBlank);
        if (first is null) return;
        if (Labels.Of(Characters.Key(first.Text)) is { Field: Field.Total })
        {
            if (draft.TotalWeight.IsBlank) draft.TotalWeight = Cell(row, Field.Weight);
            if (draft.TotalScore.IsBlank) draft.TotalScore = Cell(row, Field.Score);
            return;
        }
        levels.Read(Cell(row, Field.Level1), Cell(row, Field.Level2), Cell(row, Field.Level3), Cell(row, Field.Level4), fields.Contains(Field.Level4));
        if (!HasValue(row)) return;
        draft.Indicators.Add(levels.Apply(Values(row)));
    }

    /// <summary>A row is an indicator where it says more than its levels' names.</summary>
    private bool HasValue(Printed[] row)
    {
        for (var c = 0; c < Math.Min(row.Length, fields.Length); c++)
            if (!row[c].IsBlank && fields[c] is { } field && !IsLevel(field) && field is not (Field.Stub or Field.Evidence)) return true;
        return !fields.Contains(Field.Level4) && Array.IndexOf(fields, Field.Level3) is >= 0 and var name && !row[name].IsBlank && !fields.Contains(Field.CompletionRate);
    }

    private Indicator Values(Printed[] row)
    {
        var target = Cell(row, Field.Target);
        var sign = Cell(row, Field.Operator);
        var (unit, value) = (Cell(row, Field.Unit).Text, target);
        if (!fields.Contains(Field.Unit) && Operators.Split(target.Text) is { Number: > 0 } split)
        {
            value = new Printed(target.Text.Substring(split.Operator, split.Number).Trim(), target.Places);
            unit = target.Text[(split.Operator + split.Number)..].Trim();
            if (sign.IsBlank) sign = new Printed(target.Text[..split.Operator].Trim(), target.Places);
        }
        return new Indicator(Printed.Blank, Printed.Blank, Printed.Blank, Printed.Blank, Cell(row, Field.Explanation), sign.Text, value, unit,
            Cell(row, Field.Actual), Cell(row, Field.Completed), Cell(row, Field.CompletionRate), Cell(row, Field.Weight), Cell(row, Field.Score), Cell(row, Field.Reason))
        {
            TargetPrinted = target,
            OperatorPlace = sign.Place,
            Formula = Cell(row, Field.Formula),
            Criterion = Cell(row, Field.Criterion),
        };
    }

    /// <summary>Labels and their values: in one cell with a colon, or in neighbouring cells.</summary>
    private void LabelRow(Printed[] row)
    {
        for (var c = 0; c < row.Length; c++)
        {
            if (row[c].IsBlank) continue;
            var key = Characters.Key(row[c].Text);
            if (FundSources.RowMeasureOf(key) is { } measure)
            {
                c = MeasureRow(row, c + 1, measure);
                continue;
            }
            Points(key);
            var colon = key.IndexOf(':', StringComparison.Ordinal);
            if (colon > 1 && colon + 1 < key.Length && Labels.Of(key[..colon]) is { } inner)
            {
                Keep(inner.Field, Behind(row[c]));
                continue;
            }
            if (GoalField(key) is { } goal && Next(row, c) is var value && value > c)
            {
                draft.Set(goal, row[value]);
                c = value;
                continue;
            }
            if ((Labels.Of(key) ?? (c == 0 ? Labels.Misprinted(key) : null)) is not { Field: not Field.Stub } label || Next(row, c) is not (var next and > 0) || Labels.Of(Characters.Key(row[next].Text)) is not null) continue;
            Keep(label.Field, row[next]);
            c = next;
        }
    }

    private void Keep(Field field, Printed value)
    {
        if (field == Field.Total)
        {
            if (draft.TotalScore.IsBlank) draft.TotalScore = value;
        }
        else draft.Set(field, value);
    }

    private static Field? GoalField(string key) => Array.IndexOf(Labels.GoalHeads, key) >= 0 ? Field.YearGoal : Array.IndexOf(Labels.CompletionHeads, key) >= 0 ? Field.GoalCompletion : null;

    private static int Next(Printed[] row, int c)
    {
        for (var n = c + 1; n < row.Length; n++)
            if (!row[n].IsBlank) return n;
        return -1;
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
    private int MeasureRow(Printed[] row, int from, Field measure)
    {
        var source = Printed.Blank;
        var last = from;
        for (var c = from; c < row.Length; c++)
        {
            if (row[c].IsBlank) continue;
            last = c;
            if (FundSources.IsSource(Characters.Key(row[c].Text))) source = SourceName(row[c]);
            else if (Entry.Of(row[c]).Kind == EntryKind.Number) PairedFunds.Put(draft, source, measure, row[c], grid.Unit);
            else break;
        }
        return last;
    }
}

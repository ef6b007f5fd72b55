using System.Collections.Immutable;
using Extract.Forms;
using Extract.Text;

namespace Extract.Records.SelfEvaluations;

/// <summary>The indicator table of a form: its columns by their heads, its rows as indicators.</summary>
internal sealed class IndicatorTable(EvaluationDraft draft)
{
    private static readonly Field[] Values = [Field.Target, Field.Actual, Field.Weight, Field.Score];

    private readonly LevelNames levels = new();
    private readonly int[] levelPoints = [-1, -1, -1];
    private Field?[] fields = [];

    /// <summary>How many rows from here are the table's header, whose columns are taken; 0 where none begins here.</summary>
    public int Open(FormRow row, FormRow? next)
    {
        var here = Heads(row);
        var (named, heads) = (here.Count(IsLevel), here.Count(static f => f is not null));
        if (heads < 3 && named == 0 || row.HasNumber) return 0;
        var below = next is null ? [] : Heads(next);
        if (named >= 2 && heads >= 3 || named == 1 && heads >= 4 && Values.Count(value => here.Contains(value)) >= 2)
        {
            // Heads of a second row below a group's: 符号, 值, 单位.
            if (next is null || below.Any(IsLevel) && !IsRepeated(row, next, here) || !IsHeadRow(row, next, below)) return Take(here, 1);
            draft.Signs.HasTargetGroup |= below.Contains(Field.Operator) && here.Contains(Field.Target) && !here.Contains(Field.Operator);
            return Take([.. here.Zip(below, static (a, b) => IsLevel(a) ? a : b ?? a)], 2);
        }
        if (next is null || heads < 3 || !below.Any(IsLevel) || below.Count(IsLevel) + named < 2) return 0;
        return Take([.. here.Zip(below, static (a, b) => b ?? a)], 2);
    }

    /// <summary>The name of the block beside its heads (绩效指标完成情况) is none of them.</summary>
    private static Field?[] Heads(FormRow row) =>
        row.Heads(static key => Labels.Of(key) is { Field: Field.Stub } && !HeaderWords.OfIndicators.ContainsKey(key) ? null : HeaderWords.Of(key, ofFunds: false));

    private static bool IsLevel(Field? field) => field is Field.Level1 or Field.Level2 or Field.Level3 or Field.Level4;

    /// <summary>True where the levels' heads of the row below are the row's own, merged down.</summary>
    private static bool IsRepeated(FormRow row, FormRow next, Field?[] here)
    {
        for (var c = 0; c < here.Length; c++)
            if (IsLevel(here[c]) && row.SharesCell(next, c)) return true;
        return false;
    }

    /// <summary>True for a row of heads: every cell that the row above does not share is one, and there is such a cell.</summary>
    private static bool IsHeadRow(FormRow row, FormRow next, Field?[] below)
    {
        var any = false;
        for (var c = 0; c < next.Width; c++)
        {
            if (next[c].IsBlank || row.SharesCell(next, c)) continue;
            // 名称 and 权重 below the head of a level that spans both.
            if (below[c] is null && next.Key(c) is not ("名称" or "内容" or "指标名称")) return false;
            any = true;
        }
        return any;
    }

    private int Take(Field?[] heads, int height)
    {
        fields = heads;
        Array.Fill(levelPoints, -1);
        // Points beside each level: those of the deepest are the indicator's.
        var deepest = Array.FindLastIndex(fields, IsLevel);
        if (fields.Count(static f => f == Field.Weight) > 1)
        {
            for (var c = 1; c < fields.Length; c++)
            {
                if (fields[c] != Field.Weight || c > deepest || LevelBefore(c) is not (>= 0 and < 3 and var level)) continue;
                levelPoints[level] = c;
                fields[c] = null;
            }
        }
        foreach (var field in fields)
            if (field is { } known) draft.Signs.Indicators.Add(known);
        draft.Signs.HasLevelPoints |= Array.Exists(levelPoints, static c => c >= 0);
        return height;
    }

    /// <summary>The level of the nearest head to the left, from 0.</summary>
    private int LevelBefore(int column)
    {
        for (var c = column - 1; c >= 0; c--)
            if (fields[c] is { } field) return IsLevel(field) ? field - Field.Level1 : -1;
        return -1;
    }

    /// <summary>Reads a row: an indicator, the total, or names of levels alone.</summary>
    public void Read(FormRow row)
    {
        if (row.IsBlank) return;
        if (IsTotal(row))
        {
            if (draft.TotalWeight.IsBlank) draft.TotalWeight = Weight(row);
            if (draft.TotalScore.IsBlank) draft.TotalScore = row.At(fields, Field.Score);
            return;
        }
        levels.Read(row.At(fields, Field.Level1), row.At(fields, Field.Level2), row.At(fields, Field.Level3), row.At(fields, Field.Level4), fields.Contains(Field.Level4));
        if (!HasValue(row)) return;
        draft.Indicators.Add(WithPointsOfName(levels.Apply(Value(row)) with { LevelPoints = PointsOf(row) }));
    }

    /// <summary>True for the row of the total, whose name may stand behind the block's own, merged down its rows.</summary>
    private bool IsTotal(FormRow row)
    {
        var deepest = Array.FindLastIndex(fields, IsLevel);
        for (var c = 0; c <= Math.Min(deepest, row.Width - 1); c++)
        {
            if (row[c].IsBlank) continue;
            if (Labels.Of(row.Key(c)) is { Field: Field.Total }) return true;
            if (fields[c] is not null) return false;
        }
        return false;
    }

    private Printed Weight(FormRow row)
    {
        var weight = row.At(fields, Field.Weight);
        for (var l = 0; l < levelPoints.Length && weight.IsBlank; l++)
            if (levelPoints[l] >= 0) weight = row[levelPoints[l]];
        return weight;
    }

    private ImmutableArray<Printed> PointsOf(FormRow row) =>
        Array.TrueForAll(levelPoints, static c => c < 0) ? [] : [.. levelPoints.Select(c => c < 0 ? Printed.Blank : row[c])];

    /// <summary>Where no column weighs the indicators, the points in the indicator's own name do: 相关性(5分).</summary>
    private Indicator WithPointsOfName(Indicator indicator)
    {
        if (fields.Contains(Field.Weight)) return indicator;
        var name = indicator.Level4.IsBlank ? indicator.Level3 : indicator.Level4;
        return Levels.PointsIn(Characters.Key(name.Text)) is { Length: > 0 } points ? indicator with { Weight = new Printed(points, name.Places) } : indicator;
    }

    /// <summary>A row is an indicator where it says more than its levels' names.</summary>
    private bool HasValue(FormRow row)
    {
        for (var c = 0; c < Math.Min(row.Width, fields.Length); c++)
            if (!row[c].IsBlank && fields[c] is { } field && !IsLevel(field) && field is not (Field.Stub or Field.Evidence)) return true;
        return !fields.Contains(Field.Level4) && Array.IndexOf(fields, Field.Level3) is >= 0 and var name && !row[name].IsBlank && !fields.Contains(Field.CompletionRate);
    }

    private Indicator Value(FormRow row)
    {
        var target = row.At(fields, Field.Target);
        var sign = row.At(fields, Field.Operator);
        var (unit, value) = (row.At(fields, Field.Unit).Text, target);
        if (!fields.Contains(Field.Unit) && Operators.Split(target.Text) is { Number: > 0 } split)
        {
            value = new Printed(target.Text.Substring(split.Operator, split.Number).Trim(), target.Places);
            unit = target.Text[(split.Operator + split.Number)..].Trim();
            if (sign.IsBlank) sign = new Printed(target.Text[..split.Operator].Trim(), target.Places);
        }
        return new Indicator(Printed.Blank, Printed.Blank, Printed.Blank, Printed.Blank, row.At(fields, Field.Explanation), sign.Text, value, unit,
            row.At(fields, Field.Actual), row.At(fields, Field.Completed), row.At(fields, Field.CompletionRate), row.At(fields, Field.Weight), row.At(fields, Field.Score), row.At(fields, Field.Reason))
        {
            TargetPrinted = target,
            OperatorPlace = sign.Place,
            Formula = row.At(fields, Field.Formula),
            Criterion = row.At(fields, Field.Criterion),
        };
    }
}

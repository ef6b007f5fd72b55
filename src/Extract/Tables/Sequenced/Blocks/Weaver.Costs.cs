using Extract.Forms;

namespace Extract.Tables.Sequenced.Blocks;

/// <content>What a step costs: the text in its cell, the cell's beginning or going on, and the way from the piece before.</content>
internal sealed partial class Weaver
{
    private double Ink(Thread thread, int i, int s, bool isNew)
    {
        var open = thread.Open[s];
        if (!isNew) return Costs(s, open!.With(i, pieces[i].Key)).Begun - Costs(s, open!).Begun;
        var cost = Costs(s, texts[i]).Begun;
        return open is null ? cost : cost + Costs(s, open).Whole - Costs(s, open).Begun;
    }

    private (double Begun, double Whole) Costs(int s, CellText text) => text.In(slots[s], s);

    /// <summary>What beginning a cell costs: a line that is full is sooner gone on with, and no column has more cells than rows have names.</summary>
    private double Fresh(Thread thread, Piece piece, int s)
    {
        var slot = slots[s];
        // A total stands below all rows; that of a level's points below as many as the level has names.
        var cost = slot.Part == Part.Total && slot.PointsOf == 0 && rows > 0 ? 1.0 * Math.Max(0, rows - thread.Counts[plan.Above(slot)]) : 0.0;
        if (!headed[s] && slot.Part != Part.Total && (thread.Counts[s] == 0 || slot.Field == Field.Reason)) cost += slot.Part == Part.Label ? 1.5 : 1;
        // A reason above its head stands in the row that is being read.
        if (!headed[s] && slot is { Part: Part.Indicators, Field: Field.Reason } && (thread.AfterSign || slots[thread.Last].Part != Part.Indicators)) cost += 6;
        // Behind the word of the totals stand totals.
        if (ended && slot.IsFull) cost += 1;
        if (thread.Open[s] is { } before)
        {
            var near = thread.Last == s || !piece.FlowStart || thread.PageOf[s] != piece.Page;
            if (near && slot.Wraps && piece.LineStart && !IsValue(piece.Key) && !(IsSentences(slot) && before[^1] == '。') && (slot.Field is not (Field.Target or Field.Actual) || !IsValue(before)) && thread.LineWidth[s] + piece.First > WidthOf(thread, s) && (slot.Field is not (Field.Level1 or Field.Level2 or Field.Source) || Costs(s, before).Whole > 1) && piece.Key[0] is not ('≥' or '≤' or '=')) cost += 1.2;
            if (slot.Field != Field.Source && IsUnfinished(before)) cost += 5;
            if (ends && IsSentences(slot) && piece.LineStart && before[^1] != '。') cost += 1;
            if (s == names && EndsName(before)) cost -= 0.7;
            if (slot.Wraps && piece.LineStart && pairs.Contains((before[^1], piece.Key[0]))) cost += 0.9;
        }
        if (plan.IsCoded && slot.Part == Part.Indicators) cost += Coded(piece, s);
        if (plan.HavePoints && piece.LineStart) cost += Nested(thread, piece, slot.Field);
        // The points of a level stand right of its names.
        if (slot.PointsOf > 0 && slot.Part == Part.Indicators && thread.Counts[s] + 1 > thread.Counts[plan.IndexOf(Part.Indicators, Field.Level1 + slot.PointsOf - 1)]) cost += 2.5;
        // The total is the last cell of its column.
        if (totals[s] > 0 && thread.Counts[totals[s]] > 0) cost += 4;
        // Rows are numbered from one on.
        if (slot.Field == Field.Ordinal && piece.Key != (thread.Counts[s] + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)) cost += 8;
        // A level does not follow itself, but where a page repeats it.
        if (plan.IsMerged(slot) && thread.Open[s] == piece.Key && thread.PageOf[s] == piece.Page && !plan.IsCoded) cost += 1.5;
        // Words printed twice side by side are an aim and that it was met.
        if (slot.Field == Field.Actual && thread.Last != s && slots[thread.Last].Field == Field.Target && thread.Open[thread.Last] == piece.Key && !IsValue(piece.Key)) cost -= 1.5;
        // 成本指标 names a second level, unless others do that name its parts.
        if (costLevel && piece.Key == "成本指标") cost += slot.Field == Field.Level2 ? 2 : -0.4;
        if (slot.Wraps && widths[s] > 0 && piece.Width > widths[s] + 2) cost += 2;
        if (slot.Wraps && Column.IsContinuing(piece.Key[0])) cost += 6;
        if (slot.Part == Part.Funds && s != source && source >= 0 && thread.Counts[s] + 1 > thread.Counts[source]) cost += 1.2;
        if (s == names && bare > 0 && rows > bare && thread.Counts[s] >= rows - bare) cost += 1.5;
        if (slot.IsFull && s != names && thread.Counts[s] + 1 > thread.Counts[names] + bare) cost += 2.5;
        return cost;
    }

    /// <summary>Where names open with codes, a code names the level of its own length, and the merged levels have no other names.</summary>
    private double Coded(Piece piece, int s)
    {
        if (!Slot.IsCodedStart(piece.Key)) return plan.IsMerged(slots[s]) || s == names && !IsValue(piece.Key) && piece.Key != "-" ? 5 : 0;
        var code = Levels.CodeOf(piece.Key) is { Length: > 0 } own ? own : piece.Key;
        return plan.LevelOf(code) == s ? -0.5 : 9;
    }

    /// <summary>A level has no fewer points than a level under it.</summary>
    private double Nested(Thread thread, Piece piece, Field field)
    {
        if (field is not (Field.Level1 or Field.Level2)) return 0;
        var other = plan.IndexOf(Part.Indicators, field == Field.Level1 ? Field.Level2 : Field.Level1);
        if (other < 0 || thread.Open[other] is not { } open || thread.Last != other) return 0;
        var (own, beside) = (PointsOf(piece.Key), PointsOf(open));
        if (own == 0 || beside == 0 || own == beside) return 0;
        return own > beside == (field == Field.Level1) ? -0.5 : 3;
    }

    /// <summary>The points in brackets behind a name, so far as they are read; 0 for none.</summary>
    private static decimal PointsOf(string name) =>
        name.LastIndexOf('(') is > 1 and var open && decimal.TryParse(name.AsSpan(open + 1).TrimEnd("分)"), System.Globalization.NumberStyles.AllowDecimalPoint, System.Globalization.CultureInfo.InvariantCulture, out var points) ? points : 0;

    /// <summary>What going on with a cell costs: a line ends where the next character finds no room.</summary>
    private double On(Thread thread, Piece piece, int s)
    {
        var slot = slots[s];
        if (!slot.Wraps) return thread.LineOf[s] == piece.Line ? 0 : IsRestOfNumber(thread, piece, s) ? 0.2 : 2;
        if (thread.LineOf[s] == piece.Line) return 0;
        // A line seldom runs through two columns, and then it does not go back to what it left.
        if (!piece.LineStart) return thread.Last == s ? 0.5 : 3;
        var cost = Elsewhere(thread, piece, s) + (plan.IsCoded && Slot.IsCodedStart(piece.Key) ? 8 : 0) + (plan.HavePoints && piece.Key.LastIndexOf('(') > 1 && PointsOf(piece.Key) > 0 ? 2 : 0);
        // A name ends with its points.
        if (plan.IsMerged(slot) && thread.Open[s]![^1] == ')' && Levels.PointsIn(thread.Open[s]!.ToString()).Length > 0) cost += 6;
        if (IsValue(piece.Key)) cost += slot.Field is Field.Target or Field.Actual ? piece.Key[0] is '≥' or '≤' or '=' || IsValue(thread.Open[s]!) && !Operators.IsSign(thread.Open[s]!) ? 8 : 1.5 : slot.Part == Part.Goals || slot.Field == Field.Reason && !piece.FlowStart ? 1 : 3.5;
        // A value beside its label has the form's width.
        if (slot.Part == Part.Label) return cost + (Awaits(thread, piece, s) ? 1.5 : 0) + (thread.Open[s]![^1] == '。' ? 0.6 : 0) + 0.12 * Math.Max(0, WidestValue - thread.LineWidth[s]);
        var room = WidthOf(thread, s) - thread.LineWidth[s] - piece.First;
        if (IsSentences(slot) && thread.Open[s]![^1] == '。') cost += 1.5;
        // Goals of several sentences stand side by side, a sentence and its completion in turn.
        if (slot.Part == Part.Goals && thread.Open[s]![^1] == '。') cost += slots[thread.Last].Part != Part.Goals ? 3 : thread.Last != s && piece.FlowStart ? 0.2 : 0.8;
        if (s == names && piece.Key.Length < 6 && Column.IsAppraisal(piece.Key)) cost += 0.8;
        // A new sentence begins a line whatever room there is.
        if (room < 0 || slot.Part == Part.Goals && thread.Open[s]![^1] == '。') return cost;
        return cost + (slot.Part == Part.Goals ? 0.5 + 0.1 * Math.Min(room, 30) : widths[s] > 0 ? 3 + Math.Min(room, 6) * 0.5 : 1.5 + Math.Min(room, 6) * 0.3);
    }

    /// <summary>True where a label below in the same column waits for a value that the text says to be its own.</summary>
    private bool Awaits(Thread thread, Piece piece, int s)
    {
        for (var below = s + 1; below < slots.Length; below++)
            if (slots[below].IsTelling && headed[below] && thread.Counts[below] == 0 && plan.ColumnOf(below) == plan.ColumnOf(s) && slots[below].Whole(piece.Key) == 0) return true;
        return false;
    }

    /// <summary>5460.0 and 0 below it: a column too narrow breaks a number behind its point.</summary>
    private static bool IsRestOfNumber(Thread thread, Piece piece, int s) =>
        thread.Last == s && !piece.FlowStart && piece.Key.Length < 3 && piece.Key.All(char.IsAsciiDigit) && thread.Open[s] is { } open && open.ToString().LastIndexOf('.') is > 0 and var point && open.Length - point + piece.Key.Length <= 4;

    /// <summary>A cell stands in one block, unless a page ends in it; where lines run through the columns it is a cell of the row that is being read.</summary>
    private double Elsewhere(Thread thread, Piece piece, int s)
    {
        var cost = piece.FlowStart ? piece.Page != thread.PageOf[s] ? 0.3 : slots[s].Part == Part.Goals && slots[thread.Last].Part == Part.Goals && thread.Open[s]![^1] == '。' ? thread.Last == s ? 2 : 0.8 : 2.5 : 0;
        var last = thread.Last;
        // The name of a level begins the row whose name stands behind it.
        if (last != s && thread.IsNew && !thread.AfterSign && s == names && plan.IsMerged(slots[last])) cost += 2;
        if (slots[s].Part == Part.Goals && thread.AfterSign && plan.Slots[last].Part != Part.Rest) cost += 3;
        return last != s && slots[s].IsFull && slots[last].IsFull && thread.Counts[s] != thread.Counts[last] ? cost + 2 : cost;
    }

    private static bool IsSentences(Slot slot) => slot.Field is Field.Criterion or Field.Explanation;

    /// <summary>True for text that ends as names of indicators do.</summary>
    private static bool EndsName(string text) => text[^1] is '率' or '度' or '数' or '量' || Array.Exists(NameEnds, end => text.EndsWith(end, StringComparison.Ordinal));

    private static readonly string[] NameEnds = ["时长", "里程", "成本", "标准", "时间", "情况", "制度", "机制", "面积", "长度", "人次", "金额", "效果", "水平", "能力", "收入", "占比", "比例", "周期", "时限", "环境", "影响", "质量"];

    /// <summary>True for text that is a value as it stands: a number with or without its unit, an operator.</summary>
    private static bool IsValue(string key) => key[0] is '≥' or '≤' or '=' || key is "/" or "—" || Operators.IsSign(key) || Column.NumberEnd(key) is > 0 and var end && end == key.Length;

    private int WidthOf(Thread thread, int s) => widths[s] > 0 ? widths[s] : thread.Widest[s];

    private static bool IsUnfinished(string text)
    {
        var open = 0;
        foreach (var c in text)
        {
            if (Column.IsOpening(c)) open++;
            else if (c is ')' or '》' or '”' or '】') open--;
        }
        return open > 0 || text[^1] is '、' or ',' or ':';
    }

    /// <summary>The names of levels say themselves where they belong.</summary>
    private bool IsLevel(int s, CellText text) => slots[s].Field is Field.Level1 or Field.Level2 && plan.IsMerged(slots[s]) && Costs(s, text).Begun < 1;

    /// <summary>What it costs that text goes on here: below what stands above, or right of what stands left.</summary>
    private double Move(Thread thread, Piece piece, int s, bool isNew)
    {
        var last = thread.Last;
        var (slot, before) = (slots[s], slots[last]);
        if (slot.Part == Part.Label) return OfLabel(thread, piece, s, isNew);
        if (!piece.LineStart) return Beside(thread, piece, s, isNew);
        // The cells of a column that stand in one block follow each other; a block of its own is sooner the next cell of the row.
        if (thread.AfterSign && before.Part == Part.Goals && thread.Counts[last] == 0)
        {
            // In one block with its head stands the head's own cell.
            if (!piece.FlowStart) return last == s ? 0 : 2;
            // Of heads side by side the left one's cell comes first.
            var left = last;
            while (slots[left - 1].Part == Part.Goals && thread.Counts[left - 1] == 0) left--;
            if (left < last) return s == left ? 0 : slots[s].Part == Part.Goals ? 1.5 : 2.5;
            if (last != s) return 2.5;
        }
        if (last == s) return isNew && !thread.AfterSign ? piece.FlowStart ? IsRowwise(slot) ? 0.8 : 0.3 : thread.Across ? 0.3 : 0 : 0;
        // Below a head that stands alone its column begins.
        if (thread.AfterSign && last != s && before.Part == Part.Indicators && thread.Counts[last] == 0 && !plan.RunsAcross(last) && isNew) return 4;
        // Funds stand above goals, goals above indicators: text comes back up with a head of its own.
        var up = last != Plan.Rest && slot.Part is Part.Funds or Part.Goals && before.Part is Part.Indicators or Part.Total ? s == source && slot.Whole(piece.Key) == 0 ? 1 : 4.0 : 0;
        // A goal is printed before what became of it, unless something says otherwise.
        if (isNew && slot.Field == Field.GoalCompletion && slots[s - 1] is { Part: Part.Goals } && thread.Counts[s - 1] == 0) up += 0.3;
        // What became of a goal stands beside it.
        if (isNew && slot.Field == Field.GoalCompletion && before.Part == Part.Label && thread.Counts[s - 1] > 0) up += 1.5;
        // Text that goes on below what stands beside it does so in a block of its own, or where lines run across.
        if (!isNew) return up + (slot.Part != before.Part ? 1.5 : slot.Part == Part.Goals && piece.FlowStart ? 0.2 : piece.FlowStart || thread.Across || slot.Part == Part.Goals ? 0.8 : 2);
        if (before.Part == slot.Part || slot.Part == Part.Total && before.Part == Part.Indicators)
        {
            if (s > last && (thread.Counts[s] + 1 == thread.Counts[last] || !IsRowwise(before) || !IsRowwise(slot))) return (piece.FlowStart ? 0.1 : thread.Across ? 0.2 : 0.4) + (slot.Part == Part.Funds ? 0.05 * (s - last) : 0);
            // The next column of the same rows.
            if (piece.FlowStart && IsRowwise(slot) && thread.FlowRow.Here > 0 && thread.Counts[s] + 1 == thread.FlowRow.Here) return s > last ? 0.1 : 0.3 + Behind(thread, s);
            if (s < last) return (thread.Counts[s] == thread.Counts[last] ? 0.4 : piece.FlowStart ? 0.6 : 1.2) + Behind(thread, s);
        }
        return up + (piece.FlowStart ? 0.6 : 1.2) + (slot.Part == Part.Funds && before.Part != Part.Funds ? 1.5 : 0);
    }

    private static bool IsRowwise(Slot slot) => slot.IsFull || slot.Part == Part.Funds && slot.Field != Field.Reason;

    /// <summary>Text goes back to the left when the rows it began there are done: columns to the right that are behind speak against it.</summary>
    private double Behind(Thread thread, int s)
    {
        if (!IsRowwise(slots[s])) return 0;
        var lag = 0;
        for (var right = s + 1; right < slots.Length; right++)
            if (slots[right].Part == slots[s].Part && IsRowwise(slots[right]) && headed[right]) lag += Math.Max(0, thread.Counts[s] - thread.Counts[right]);
        return slots[s].IsFull ? Math.Min(5, 1.2 * lag) : Math.Min(2, 0.4 * lag);
    }

    /// <summary>Right of another piece on the same line.</summary>
    private double Beside(Thread thread, Piece piece, int s, bool isNew)
    {
        var last = thread.Last;
        if (last == s) return !isNew ? piece.Loose ? 0 : 1.5 : 7;
        var (slot, before) = (slots[s], slots[last]);
        if (before.Part != slot.Part && last != Plan.Rest && slot.Part != Part.Total) return 6;
        if (s < last) return 7;
        var cost = piece.Loose ? 1.5 : 0.7;
        if (isNew && slot.IsFull && before.IsFull && !thread.AfterSign && thread.Counts[s] + 1 != thread.Counts[last]) cost += 3;
        return cost;
    }

    /// <summary>A label's value stands right behind it, or in the turn of the labels that wait for theirs.</summary>
    private double OfLabel(Thread thread, Piece piece, int s, bool isNew)
    {
        if (slots[s].IsAmounts) return !isNew ? 0 : thread.AfterSign && thread.Last == s ? 0 : piece.LineStart ? 0.6 : 6;
        if (!isNew) return thread.Last != s || thread.AfterSign ? piece.LineStart ? 4 : 8 : piece.LineStart ? piece.FlowStart ? 3 : 0 : piece.Loose ? 0 : 0.8;
        if (thread.Last == s && !piece.LineStart) return 0;
        if (!piece.LineStart) return 6;
        // In turn among all labels, or among those of its own column of labels.
        var (all, own) = (true, true);
        for (var other = 1; other < s; other++)
        {
            if (slots[other].Part != Part.Label || !headed[other] || thread.Counts[other] > 0) continue;
            all = false;
            own &= plan.ColumnOf(other) != plan.ColumnOf(s);
        }
        // Right behind a label, or behind a column of labels of which it is the first that waits.
        if (thread.AfterSign && plan.ColumnOf(thread.Last) == plan.ColumnOf(s) && slots[thread.Last].Part == Part.Label) return own ? 0 : 1.2;
        // Labels one below another, their values one below another.
        if (own && !piece.FlowStart && slots[thread.Last].Part == Part.Label && plan.ColumnOf(thread.Last) == plan.ColumnOf(s)) return 0.4;
        // Below the heads of the goals stand the goals.
        if (thread.AfterSign && slots[thread.Last].Part == Part.Goals && plan.Slots[s].Field == Field.Overview) return 2.5;
        return (piece.FlowStart ? 0.8 : 1.2) + (all ? 0 : own ? 0.3 : 2.5);
    }
}

using Extract.Forms;

namespace Extract.Tables.Sequenced;

/// <summary>The heads of a form's goals in broken text.</summary>
internal static class GoalHeads
{
    /// <summary>Adds what may be such heads: a goal's and its completion's side by side, a goal of more years beside the year's, or a goal's label alone.</summary>
    public static void Find(AtomStream stream, List<Mark> marks)
    {
        FindPairs(stream, marks);
        FindBeyondYear(stream, marks);
        FindAlone(stream, marks);
    }

    /// <summary>年度目标： and the goal behind it: a label with its value.</summary>
    private static void FindAlone(AtomStream stream, List<Mark> marks)
    {
        for (var i = 0; i < stream.Count; i++)
            if (stream[i].LineStart && stream.KeyOf(i, i + 1) is [.., ':'] key && Labels.GoalOf(key.ToString()) is Field.YearGoal or Field.GoalCompletion)
                marks.Add(new Mark(Labels.GoalOf(key.ToString())!.Value, Labels.MiddleRank, i, i + 1, 10, []));
    }

    /// <summary>中期目标（2022年—2024年） and 年度目标 side by side.</summary>
    private static void FindBeyondYear(AtomStream stream, List<Mark> marks)
    {
        for (var i = 0; i < stream.Count; i++)
        {
            if (!Labels.IsGoalBeyondYear(stream.KeyOf(i, i + 1).ToString())) continue;
            for (var to = i + 1; to < Math.Min(stream.Count, i + 8); to++)
            {
                if (!Labels.IsGoalBeyondYear(stream.KeyOf(i, to).ToString())) break;
                foreach (var right in Labels.GoalHeads)
                {
                    var at = stream.OffsetOf(to);
                    if (!stream.Key.AsSpan(at).StartsWith(right) || at + right.Length < stream.Key.Length && stream.OffsetOf(stream.AtomAt(at + right.Length)) != at + right.Length) continue;
                    marks.Add(new Mark(Field.YearGoal, Labels.MiddleRank, i, stream.AtomAt(at + right.Length - 1) + 1, 30 + right.Length,
                        [new Head(Field.Other, [.. Enumerable.Range(i, to - i)]), HeadOf(stream, Field.YearGoal, at, right.Length)]));
                }
            }
        }
    }

    private static void FindPairs(AtomStream stream, List<Mark> marks)
    {
        foreach (var left in Labels.GoalHeads)
            for (var at = Skeleton.Next(stream, left, 0); at >= 0; at = Skeleton.Next(stream, left, at + 1))
            {
                var from = stream.AtomAt(at);
                if (stream.OffsetOf(from) != at) continue;
                foreach (var right in Labels.CompletionHeads)
                {
                    if (!stream.Key.AsSpan(at + left.Length).StartsWith(right)) continue;
                    var behind = at + left.Length + right.Length;
                    var heads = new List<Head> { HeadOf(stream, Field.YearGoal, at, left.Length), HeadOf(stream, Field.GoalCompletion, at + left.Length, right.Length) };
                    foreach (var rate in Labels.GoalRateHeads)
                    {
                        if (!stream.Key.AsSpan(behind).StartsWith(rate)) continue;
                        heads.Add(HeadOf(stream, Field.GoalRate, behind, rate.Length));
                        behind += rate.Length;
                        break;
                    }
                    if (behind < stream.Key.Length && stream.OffsetOf(stream.AtomAt(behind)) != behind) continue;
                    marks.Add(new Mark(Field.YearGoal, Labels.MiddleRank, from, stream.AtomAt(behind - 1) + 1, 30 + right.Length, heads));
                }
            }
    }

    private static Head HeadOf(AtomStream stream, Field field, int at, int length)
    {
        var from = stream.AtomAt(at);
        var to = stream.AtomAt(at + length - 1);
        return new Head(field, [.. Enumerable.Range(from, to - from + 1)]);
    }
}

using Extract.Forms;

namespace Extract.Tables.Sequenced;

/// <summary>The heads of a form's budget in broken text.</summary>
internal static class FundHeads
{
    /// <summary>Adds what may be such heads: those of a table, the first measure of pairs of label and amount, or the first source that labels an amount.</summary>
    public static void Find(AtomStream stream, List<Mark> marks)
    {
        for (var i = 0; i < stream.Count; i++)
        {
            var key = stream.KeyOf(i, i + 1);
            if (LabelledAmounts.OpensSources(stream, i) is { } block)
            {
                marks.Add(new Mark(Field.Executed, Labels.MiddleRank, block.From, block.From, 9, []));
                marks.Add(new Mark(Field.Executed, Skeleton.FirstPart, block.From, block.From, 9, []));
            }
            if (!stream[i].LineStart && !stream[i].Mark && (key.IsEmpty || key[^1] != ':')) continue;
            if (key.Length < 2) continue;
            if (key[0] is '年' or '项' or '资' or '预' or '全')
            {
                var (heads, to) = HeaderReader.Read(stream, i, stream.Count, HeaderWords.OfFunds);
                // The label beside the table may be worded like the head of its sources.
                if (heads.FindLast(static head => head.Field == Field.Source) is { } sources && sources.Atoms[0] > i)
                    (heads, to) = HeaderReader.Read(stream, sources.Atoms[0], stream.Count, HeaderWords.OfFunds);
                if (Skeleton.Columns(heads) >= 3 && heads.Exists(static head => head.Field == Field.Executed) || IsOneMeasure(heads) && OpensSource(stream, to))
                    marks.Add(new Mark(Field.Executed, Labels.MiddleRank, heads[0].Atoms[0] > i && heads[0].Field == Field.Source ? heads[0].Atoms[0] : i, to, 30 + 2 * heads.Count, heads));
            }
            if (MeasureAt(stream, i) is (Field.Budget, _) && PairedMeasures(stream, i) is { Count: >= 2 } measures)
                marks.Add(new Mark(Field.Executed, Labels.MiddleRank, i, i, 30, measures));
        }
    }

    /// <summary>资金来源 and 预算数: sources, and one amount of each.</summary>
    private static bool IsOneMeasure(List<Head> heads) => heads is [{ Field: Field.Source }, { Field: Field.Initial or Field.Adjusted or Field.Budget or Field.Received or Field.Executed }];

    /// <summary>True where the name of a source begins, whole or broken over lines, and an amount stands behind it.</summary>
    private static bool OpensSource(AtomStream stream, int from)
    {
        for (var to = from + 1; to < Math.Min(stream.Count, from + LongestName); to++)
            if (FundSources.LabelOf(stream.KeyOf(from, to).ToString()) is not null && LabelledAmounts.IsAmount(stream.KeyOf(to, to + 1))) return true;
        return false;
    }

    /// <summary>The name of a source is broken over fewer lines.</summary>
    private const int LongestName = 8;

    /// <summary>Label-and-value forms: 预算数 295.00 到位数 295.00 执行数 295.00; the labels of the first row are the measures of the columns.</summary>
    private static List<Head> PairedMeasures(AtomStream stream, int from)
    {
        var heads = new List<Head>();
        for (var (i, seen) = (from, 0); i < stream.Count && seen < 7; i++, seen++)
        {
            if (MeasureAt(stream, i) is not { } measure) continue;
            if (!heads.Exists(head => head.Field == measure.Field)) heads.Add(new Head(measure.Field, []));
            i = measure.To - 1;
        }
        return heads.Exists(static head => head.Field == Field.Executed) ? heads : [];
    }

    /// <summary>The measure whose label begins at an atom, whole or broken over lines (预算 / 数：).</summary>
    private static (Field Field, int To)? MeasureAt(AtomStream stream, int from)
    {
        for (var to = from + 1; to <= Math.Min(stream.Count, from + 4); to++)
        {
            if (to > from + 1 && !stream[to - 1].LineStart || stream.OffsetOf(to - 1) - stream.OffsetOf(from) > 8) break;
            if (FundSources.MeasureOf(stream.KeyOf(from, to)) is { } measure) return (measure, to);
        }
        return null;
    }
}

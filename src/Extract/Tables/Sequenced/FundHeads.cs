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
                if (Skeleton.Columns(heads) >= 3 && heads.Exists(static head => head.Field == Field.Executed))
                    marks.Add(new Mark(Field.Executed, Labels.MiddleRank, heads[0].Atoms[0] > i && heads[0].Field == Field.Source ? heads[0].Atoms[0] : i, to, 30 + 2 * heads.Count, heads));
            }
            if (FundSources.MeasureOf(key) == Field.Budget && PairedMeasures(stream, i) is { Count: >= 2 } measures)
                marks.Add(new Mark(Field.Executed, Labels.MiddleRank, i, i, 30, measures));
        }
    }

    /// <summary>Label-and-value forms: 预算数 295.00 到位数 295.00 执行数 295.00; the labels of the first row are the measures of the columns.</summary>
    private static List<Head> PairedMeasures(AtomStream stream, int from)
    {
        var heads = new List<Head>();
        for (var i = from; i < Math.Min(stream.Count, from + 7); i++)
            if (FundSources.MeasureOf(stream.KeyOf(i, i + 1)) is { } measure && !heads.Exists(head => head.Field == measure))
                heads.Add(new Head(measure, []));
        return heads.Exists(static head => head.Field == Field.Executed) ? heads : [];
    }
}

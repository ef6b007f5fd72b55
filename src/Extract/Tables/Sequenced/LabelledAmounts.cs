using Extract.Figures;
using Extract.Forms;

namespace Extract.Tables.Sequenced;

/// <summary>A label of an amount and the amount behind it, which may be blank.</summary>
/// <param name="From">The label's first atom.</param>
/// <param name="Amount">Behind the label's last atom: where the amount begins.</param>
/// <param name="To">Behind the amount.</param>
/// <param name="Name">The source or measure that the label names.</param>
/// <param name="Measure">What it measures; null for a source.</param>
internal sealed record LabelledAmount(int From, int Amount, int To, string Name, Field? Measure);

/// <summary>
/// Amounts that stand behind their labels (预算数：250.00 到位数：250.00, below them 其中：财政资金 250.00 其中：财政资金 250.00). A label names what
/// is behind it, so a blank amount leaves nothing uncertain: the next label stands in its place. Sources of one row have one name.
/// </summary>
internal static class LabelledAmounts
{
    /// <summary>A label is wrapped over so many lines at most.</summary>
    private const int LongestLabel = 6;

    /// <summary>The pairs that follow one another from an atom on, as far as they go.</summary>
    public static List<LabelledAmount> Of(AtomStream stream, int from, int to)
    {
        var found = new List<LabelledAmount>();
        for (var i = from; i < to && Label(stream, i, to) is { } label; i = found[^1].To)
        {
            var end = label.To;
            if (end < to && IsAmount(stream.KeyOf(end, end + 1))) end++;
            found.Add(new LabelledAmount(i, label.To, end, label.Name, label.Measure));
        }
        return found;
    }

    /// <summary>The sources with an amount each that begin at an atom: a label with a colon, and no second amount behind the first.</summary>
    public static (int From, int To)? OpensSources(AtomStream stream, int from)
    {
        if (stream.KeyOf(from, from + 1).Length < 3) return null;
        if (Label(stream, from, stream.Count) is not { Measure: null } label || !stream.KeyOf(from, label.To).EndsWith(':')) return null;
        var pairs = Of(stream, from, stream.Count);
        if (pairs[0].To == pairs[0].Amount || pairs.Exists(pair => pair.Measure is not null)) return null;
        var end = pairs[^1].To;
        return end < stream.Count && IsAmount(stream.KeyOf(end, end + 1)) ? null : (from, end);
    }

    /// <summary>The pairs in rows: measures of one row differ, sources of one row are one source, or the money of all years before that of the year.</summary>
    public static List<List<LabelledAmount>> Rows(IReadOnlyList<LabelledAmount> pairs)
    {
        var rows = new List<List<LabelledAmount>>();
        foreach (var pair in pairs)
        {
            if (rows.Count == 0 || !Goes(rows[^1], pair, rows.Max(static row => row.Count))) rows.Add([]);
            rows[^1].Add(pair);
        }
        return rows;
    }

    private static bool Goes(List<LabelledAmount> row, LabelledAmount pair, int widest)
    {
        if (pair.Measure is { } measure) return row.TrueForAll(other => other.Measure is not null && other.Measure != measure);
        if (row.Exists(static other => other.Measure is not null)) return false;
        return row[^1].Name == pair.Name && (row.Count < widest || widest == 1) || row.Count == 1 && FundSources.IsBeyondYear(row[0].Name) && !FundSources.IsBeyondYear(pair.Name);
    }

    /// <summary>The longest label that begins at an atom.</summary>
    private static (int To, string Name, Field? Measure)? Label(AtomStream stream, int from, int to)
    {
        (int, string, Field?)? best = null;
        for (var end = from + 1; end <= Math.Min(to, from + LongestLabel); end++)
        {
            var key = stream.KeyOf(from, end);
            if (key.Length > 24) break;
            if (FundSources.MeasureOf(key) is { } measure) best = (end, measure.ToString(), measure);
            else if (FundSources.IsSource(key)) best = (end, FundSources.Strip(key.ToString()), null);
            else if (FundSources.LabelOf(key.ToString()) is var (name, amount) && amount == key.Length && key[^1] == ':') best = (end, name, null);
        }
        return best;
    }

    /// <summary>True for a number of money, or what stands for none.</summary>
    internal static bool IsAmount(ReadOnlySpan<char> key)
    {
        if (key.IsEmpty) return false;
        if (key is "/" or "-" || FigureReader.IsDash(key)) return true;
        var number = FigureReader.Scan(key, out _, out _, out _);
        return number > 0 && (number == key.Length || key[number..] is "万" or "万元" or "元" or "亿元");
    }
}

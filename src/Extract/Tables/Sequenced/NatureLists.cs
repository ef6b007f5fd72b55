using Extract.Forms;

namespace Extract.Tables.Sequenced;

/// <summary>
/// The two lists below a body's budget, side by side: its money by where it comes from (按收入性质分：) and by what it is for (按支出性质分：). Each line
/// prints a cell of the first list, of the second, or of both; whose a lone one is, its name says.
/// </summary>
internal static class NatureLists
{
    private static readonly string[] Expenditures = ["基本支出", "项目支出", "人员经费", "公用经费", "人员支出", "公用支出", "经营支出", "对附属单位补助支出", "上缴上级支出"];

    /// <summary>Where such lists begin in a range; its end where none do.</summary>
    public static int Find(AtomStream stream, int from, int to)
    {
        while (from < to && !IsHead(stream.KeyOf(from, from + 1))) from++;
        return from;
    }

    /// <summary>What the head of such a list begins with.</summary>
    public const string Name = "按";

    /// <summary>True for the head of such a list.</summary>
    public static bool IsHead(ReadOnlySpan<char> key) => key.Length is > 3 and < 12 && key[0] == '按' && key.TrimEnd(':').EndsWith("分");

    /// <summary>Adds the lists behind the rows of a grid: a column for each list's names, one for amounts printed apart from them.</summary>
    public static void Fill(AtomStream stream, int from, int to, GridBuilder grid)
    {
        var row = grid.Rows;
        var heads = new List<string>();
        for (; from < to && IsHead(stream.KeyOf(from, from + 1)); from++)
        {
            grid.Add(row, 2 * heads.Count, stream.Print(from, from + 1));
            heads.Add(stream.KeyOf(from, from + 1).ToString());
        }
        var spent = heads.FindIndex(static head => head.Contains("支出", StringComparison.Ordinal));
        var (last, column) = (int.MaxValue, 0);
        while (from < to)
        {
            if (Item(stream, from, to) is not var (label, end, name))
            {
                grid.Add(row, column, stream.Print(from, from + 1));
                from++;
                continue;
            }
            var list = spent >= 0 && Expenditures.Contains(name) ? spent : heads.FindIndex(head => heads.IndexOf(head) != spent);
            if (list <= last) row++;
            (last, column) = (list, 2 * Math.Max(0, list));
            grid.Add(row, column, stream.Print(from, label));
            if (label < end) grid.Add(row, column + 1, stream.Print(label, end));
            from = end;
        }
    }

    /// <summary>The label that begins at an atom, the amount printed in it or behind it, and what it names.</summary>
    private static (int Label, int End, string Name)? Item(AtomStream stream, int from, int to)
    {
        for (var label = from + 1; label <= Math.Min(to, from + 4); label++)
        {
            var key = stream.KeyOf(from, label).ToString();
            if (FundSources.LabelOf(key) is not var (name, amount)) continue;
            var apart = amount == key.Length && label < to && LabelledAmounts.IsAmount(stream.KeyOf(label, label + 1));
            return (label, apart ? label + 1 : label, name);
        }
        return null;
    }
}

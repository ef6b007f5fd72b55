using System.Buffers;
using Extract.Figures;
using Extract.Layout.Positioned;
using Extract.Text;

namespace Extract.Tables.Positioned;

/// <summary>The title and the unit of a table, as the lines above it print them.</summary>
/// <param name="Title">The title; blank if none.</param>
/// <param name="Unit">The unit of its money; empty if none.</param>
/// <param name="Lines">How many lines right above the table they and what stands with them take.</param>
internal sealed record Caption(Printed Title, string Unit, int Lines)
{
    public static readonly Caption None = new(Printed.Blank, "", 0);
}

/// <summary>Reads captions.</summary>
internal static class Captions
{
    /// <summary>A title has no more characters than this.</summary>
    private const int Longest = 60;

    /// <summary>Lines between a table and its title: the unit, the filer, the year.</summary>
    private const int Between = 4;

    private static readonly SearchValues<char> Stops = SearchValues.Create(")(、,;。");

    /// <summary>Reads the caption of a table that stands right below the last of <paramref name="above"/>.</summary>
    public static Caption Read(IReadOnlyList<TextLine> above)
    {
        var unit = "";
        for (var i = above.Count - 1; i >= 0 && i > above.Count - 2 - Between; i--)
        {
            var line = above[i];
            var own = UnitOf(line);
            if (own is not null && unit.Length == 0) unit = own;
            if (IsTitle(line) || i > 0 && IsWrapped(above[i - 1], line) && line.Key.EndsWith('表')) return Titled(above, i, unit);
            // Anything but the unit, the filer or the year ends the caption.
            if (own is null && !IsBeside(line) && !IsRestOfBeside(above, i)) return new Caption(Printed.Blank, unit, above.Count - 1 - i);
        }
        return new Caption(Printed.Blank, unit, Math.Min(above.Count, Between));
    }

    /// <summary>The unit of money stated in the line (单位：万元; 金额单位：元); null where the line states none.</summary>
    public static string? UnitOf(TextLine line)
    {
        var key = line.Key;
        for (var at = key.IndexOf("单位:", StringComparison.Ordinal); at >= 0; at = key.IndexOf("单位:", at + 1, StringComparison.Ordinal))
        {
            var rest = key.AsSpan(at + 3);
            var end = rest.IndexOfAny(Stops);
            var unit = (end < 0 ? rest : rest[..end]).ToString();
            foreach (var length in (int[])[unit.Length, 2, 1])
                if (length <= unit.Length && length > 0 && Unit.Of(unit[..length]).Dimension == Dimension.Money) return unit[..length];
        }
        return null;
    }

    /// <summary>
    /// The title from its last line upward: a wrapped title goes on above in the same type.
    /// </summary>
    private static Caption Titled(IReadOnlyList<TextLine> above, int last, string unit)
    {
        var first = last;
        while (first > 0 && last - first < 2 && IsWrapped(above[first - 1], above[first])) first--;
        var lines = above.Skip(first).Take(last - first + 1).ToList();
        var text = Characters.Compact(string.Join('\n', lines.Select(static line => Characters.IsWide(line.Key[0]) ? line.Key : line.Text)));
        return new Caption(new Printed(text, [.. lines.Select(static line => PlaceOf(line))]), unit, above.Count - first);
    }

    /// <summary>A title names its table: it ends in 表 or begins with Table; it is no sentence.</summary>
    private static bool IsTitle(TextLine line)
    {
        var key = line.Key;
        if (key.Length is < 2 or > Longest || key[^1] is '。' or ';' or ',' or ':' || UnitOf(line) is not null) return false;
        if (key.Contains('。', StringComparison.Ordinal) || IsNumber(key)) return false;
        if (key.StartsWith("注:", StringComparison.Ordinal) || key.StartsWith('(')) return key.Contains("表)", StringComparison.Ordinal) && key.Length < 20;
        var named = key.Contains('表', StringComparison.Ordinal) || key.StartsWith("Table", StringComparison.OrdinalIgnoreCase);
        return named || line.Size > 1.25 && key.Length > 3 && line.Phrases.Count == 1;
    }

    /// <summary>公开表三, 公开12表, 附表1, 表五: the form's number, not its title.</summary>
    private static bool IsNumber(string key)
    {
        if (key.Length < 2) return false;
        foreach (var c in key)
            if (c is not ('公' or '开' or '附' or '件' or '表' or '续' or '(' or ')' or '-') && !char.IsAsciiDigit(c) && !"一二三四五六七八九十".Contains(c, StringComparison.Ordinal)) return false;
        return true;
    }

    private static bool IsWrapped(TextLine above, TextLine below)
    {
        if (Math.Abs(above.Size - below.Size) > 0.05 * below.Size || below.Box.Top - above.Box.Bottom > 0.9 * below.Size) return false;
        // The upper line was full: it is the longer one by far, and both are set about one middle.
        return Math.Abs(above.Box.CentreX - below.Box.CentreX) < 1.5 * below.Size && above.Box.Right - above.Box.Left > 1.5 * (below.Box.Right - below.Box.Left)
            && !above.Key.Contains('。', StringComparison.Ordinal) && above.Key.Length <= Longest && !above.Key.EndsWith('表');
    }

    /// <summary>What may stand between a title and its table: the filer, the form's number, the year, 续表.</summary>
    private static bool IsBeside(TextLine line)
    {
        var key = line.Key;
        return key.Length < 40 && (key.StartsWith("部门", StringComparison.Ordinal) || key.StartsWith("编制", StringComparison.Ordinal) || key.StartsWith("填报", StringComparison.Ordinal) || key.StartsWith("单位", StringComparison.Ordinal)
            || key.Contains('续', StringComparison.Ordinal) || key.Contains("公开", StringComparison.Ordinal) || IsNumber(key) || key.EndsWith("年度", StringComparison.Ordinal) || key.EndsWith("年)", StringComparison.Ordinal) || key is "(%)");
    }

    /// <summary>The second line of a long name of a filer: short, with what it goes on from right above.</summary>
    private static bool IsRestOfBeside(IReadOnlyList<TextLine> above, int at) =>
        above[at].Key.Length < 24 && !above[at].Key.Contains('。', StringComparison.Ordinal)
        && Enumerable.Range(1, 2).Any(up => at - up >= 0 && (UnitOf(above[at - up]) is not null || IsBeside(above[at - up])) && above[at].Box.Top - above[at - up].Box.Bottom < above[at].Size);

    public static Place PlaceOf(TextLine line) => Places.Union(line.Words);
}

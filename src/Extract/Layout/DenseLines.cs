using Extract.Text;

namespace Extract.Layout;

/// <summary>
/// Cuts lines that hold several paragraphs (a whole notice on one line, as web pages give it) where an outline's entry starts behind
/// the end of a sentence, and cuts an entry's title from the text that follows it on the same line.
/// </summary>
internal static class DenseLines
{
    /// <summary>Shorter lines hold one paragraph.</summary>
    private const int LeastDense = 120;

    /// <summary>A longer run of characters is no title.</summary>
    private const int LongestTitle = 45;

    /// <summary>The paragraphs of the line, in order.</summary>
    public static IEnumerable<Stretch> Cut(Line line)
    {
        var text = line.Text;
        if (text.Length < LeastDense) return [new Stretch(line, 0, text.Length, false)];
        var cuts = new List<Stretch>();
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (!StartsEntry(text, i, out var numbering, out var length)) continue;
            if (i > start) cuts.Add(new Stretch(line, start, i, cuts.Count > 0));
            start = i;
            if (numbering is Numbering.Chinese or Numbering.BracketedChinese && TitleEnd(text, i + length) is { } end && end < text.Length)
            {
                cuts.Add(new Stretch(line, start, end, true));
                start = end;
                i = end - 1;
            }
            else
            {
                i += length - 1;
            }
        }
        if (start < text.Length) cuts.Add(new Stretch(line, start, text.Length, cuts.Count > 0));
        return cuts;
    }

    private static bool StartsEntry(string text, int i, out Numbering numbering, out int length)
    {
        numbering = Numbering.None;
        length = 0;
        if (i > 0 && text[i] is not ('(' or '（') && !IsBoundary(text, i)) return false;
        length = Enumerators.Read(text, i, out numbering);
        return numbering switch
        {
            Numbering.Chinese or Numbering.Part => i == 0 || IsBoundary(text, i),
            Numbering.BracketedChinese => i == 0 || IsBoundary(text, i) || Titles.IsEnd(text.AsSpan(0, i)),
            Numbering.Arabic => (i == 0 || IsBoundary(text, i)) && !FollowsNumber(text, i),
            _ => false,
        };
    }

    /// <summary>True behind the end of a sentence, a colon or white space.</summary>
    private static bool IsBoundary(string text, int i) => text[i - 1] is '。' or '；' or ';' or '：' or ':' or '！' or '？' || Characters.IsSpace(text[i - 1]);

    private static bool FollowsNumber(string text, int i)
    {
        while (i > 0 && Characters.IsSpace(text[i - 1])) i--;
        return i > 0 && (char.IsAsciiDigit(text[i - 1]) || text[i - 1] is '表' or '图' or '第');
    }

    /// <summary>Where the title that starts at <paramref name="start"/> ends; null where what stands there is no title.</summary>
    private static int? TitleEnd(string text, int start)
    {
        var from = start;
        while (from < text.Length && Characters.IsSpace(text[from])) from++;
        for (var i = from; i < text.Length && i - from <= LongestTitle; i++)
        {
            var c = text[i];
            if (c is '。' or '，' or ',' or '；') return null;
            var ends = Characters.IsSpace(c) || c is '：' or ':'
                || i > from && (Enumerators.StartsWithYear(text.AsSpan(i)) || Enumerators.Read(text, i, out var numbering) > 0 && numbering is Numbering.BracketedChinese or Numbering.Arabic);
            if (!ends) continue;
            if (Titles.IsEnd(text.AsSpan(from, i - from))) return c is '：' or ':' ? i + 1 : i;
            if (!Characters.IsSpace(c) && !char.IsAsciiDigit(c)) return null;
        }
        return null;
    }
}

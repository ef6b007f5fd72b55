namespace Extract.Records.Sentences;

/// <summary>What a change is measured against, as the words before the number say: 比2022年度, 较上年, 与2023年相比, 同比.</summary>
/// <param name="Start">Where the comparing words start.</param>
/// <param name="End">Where they end.</param>
/// <param name="Base">The year or item compared with, as printed.</param>
/// <param name="Year">Its year, if one is named.</param>
internal readonly record struct Comparison(int Start, int End, string Base, int? Year)
{
    /// <summary>True where the base is a time: a year, or 上年.</summary>
    public bool IsTime => Year is not null || Base.Length > 0 && Base[0] is '上' or '去';

    /// <summary>What may follow a year or period that is compared with.</summary>
    private static readonly string[] Tails = ["当年预算执行数", "预算执行数", "决算执行数", "决算数", "预算数", "决算", "预算", "同期数", "同期", "支出决算", "支出数", "执行数", "全年", "年初预算", "度", "实际支出", "支出", "收入", "增速", "水平", "数"];

    /// <summary>The comparison in the characters from <paramref name="start"/> to <paramref name="end"/> of folded text; null if there is none.</summary>
    /// <param name="source">The paragraph.</param>
    /// <param name="start">The first character to look at.</param>
    /// <param name="end">Behind the last.</param>
    /// <param name="bare">True where 与, 由 or 从 compares without 相比 behind it.</param>
    public static Comparison? Find(Source source, int start, int end, bool bare = false)
    {
        var text = source.Text;
        for (var i = start; i < end; i++)
        {
            if (text[i] is '同' or '环' && i + 1 < end && text[i + 1] == '比') return new Comparison(i, i + 2, source.Paragraph.Substring(i, 2), null);
            if (text[i] is not ('比' or '较' or '与' or '同' or '和' or '由' or '从') || i > start && text[i] == '比' && text[i - 1] is '占' or '对' or '可' or '相') continue;
            var at = TimeMarks.Spaces(text, text[i] == '较' && i + 1 < end && text[i + 1] == '之' ? i + 2 : i + 1);
            if (BaseEnd(source, at, end, out var year) is not { } baseEnd) continue;
            var behind = baseEnd;
            foreach (var word in (ReadOnlySpan<string>)["相比较", "相比", "对比", "比较", "比"])
            {
                if (string.CompareOrdinal(text, behind, word, 0, word.Length) != 0) continue;
                behind += word.Length;
                break;
            }
            if (!bare && text[i] is '与' or '同' or '和' or '由' or '从' && behind == baseEnd) continue;
            return new Comparison(i, behind, source.Paragraph[at..baseEnd].Trim(), year);
        }
        return null;
    }

    private static int? BaseEnd(Source source, int at, int end, out int? year)
    {
        var text = source.Text;
        year = null;
        int? found = null;
        if (source.MarkAt(at) is { Kind: MarkKind.Year or MarkKind.Date } mark)
        {
            found = mark.End;
            year = mark.Value > 0 ? (int)mark.Value : null;
        }
        if (found is null)
        {
            foreach (var word in Words.Bases)
            {
                if (string.CompareOrdinal(text, at, word, 0, word.Length) != 0) continue;
                found = at + word.Length;
                break;
            }
        }
        if (found is not { } tail || tail > end) return null;
        foreach (var word in Tails)
        {
            var from = TimeMarks.Spaces(text, tail);
            if (string.CompareOrdinal(text, from, word, 0, word.Length) != 0 || from + word.Length > end) continue;
            return from + word.Length;
        }
        return tail;
    }
}

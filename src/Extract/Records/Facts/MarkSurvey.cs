using Extract.Figures;
using Extract.Layout;
using Extract.Records.Sentences;

namespace Extract.Records.Facts;

/// <summary>The years and money units of running text, counted.</summary>
/// <param name="Year">The year named most; null if none is.</param>
/// <param name="Units">How often each unit of money is printed.</param>
internal sealed record MarkSurvey(int? Year, IDictionary<string, int> Units)
{
    /// <summary>Surveys the paragraphs.</summary>
    public static MarkSurvey Of(IReadOnlyList<Paragraph> paragraphs)
    {
        var years = new SortedDictionary<int, int>();
        var units = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var paragraph in paragraphs)
        {
            foreach (var mark in MarkReader.Read(paragraph.Text))
            {
                if (mark.Kind == MarkKind.Year && !IsCompared(paragraph.Text, mark.Start)) years[(int)mark.Value] = years.GetValueOrDefault((int)mark.Value) + 1;
                if (mark.Kind == MarkKind.Figure && mark.Unit.Dimension == Dimension.Money) units[mark.Unit.Name] = units.GetValueOrDefault(mark.Unit.Name) + 1;
            }
        }
        int? best = null;
        foreach (var (year, count) in years)
            if (best is null || count > years[best.Value]) best = year;
        return new MarkSurvey(best, units);
    }

    /// <summary>比2021年度, 较2021年决算数: the year compared with is not the year accounted for.</summary>
    private static bool IsCompared(string text, int at)
    {
        while (at > 0 && text[at - 1] == ' ') at--;
        return at > 0 && text[at - 1] is '比' or '较' or '与' or '同';
    }
}

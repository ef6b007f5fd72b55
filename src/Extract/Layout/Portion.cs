using Extract.Diagnostics;
using Extract.Text;

namespace Extract.Layout;

/// <summary>
/// As much of a document as the memory of one reading can rebuild (768 MiB). A cell costs the reader a few bytes and the tables made of it about a
/// kilobyte: a workbook that can be opened whole may be too large to be understood whole. Pages that stand on paper are read as they are.
/// </summary>
public static class Portion
{
    /// <summary>The most cells and lines that are taken, a line counted beside its cells: 200,000 lines of five cells are read whole.</summary>
    public const int MostRuns = 1_200_000;

    /// <summary>The document, or its first surfaces and rows where it has more, with a word that the rest was not read.</summary>
    /// <param name="document">What a reader made of a file.</param>
    /// <param name="most">The most cells and lines.</param>
    public static Document Of(Document document, int most = MostRuns)
    {
        ArgumentNullException.ThrowIfNull(document);
        if (document.Sheets.Sum(static sheet => (long)Taken(sheet, int.MaxValue).Weight) <= most || document.Sheets.All(static sheet => sheet.EmPoints > 0)) return document;
        var sheets = new List<Sheet>();
        var left = most;
        foreach (var sheet in document.Sheets)
        {
            var (count, weight) = Taken(sheet, left);
            if (count < sheet.Runs.Count)
            {
                if (Top(sheet, count) is { Runs.Count: > 0 } top) sheets.Add(top);
                break;
            }
            sheets.Add(sheet);
            left -= weight;
        }
        var limit = new Diagnostic(DiagnosticKinds.LimitReached, ["cells and lines / 单元格和行", most.ToString(System.Globalization.CultureInfo.InvariantCulture)], sheets.Count > 0 ? sheets[^1].Runs[^1].Place : null);
        return document with { Sheets = [.. sheets], Diagnostics = [.. document.Diagnostics, limit] };
    }

    /// <summary>How many cells at the top of a surface weigh no more than that with their lines, and what they weigh.</summary>
    private static (int Count, int Weight) Taken(Sheet sheet, int most)
    {
        var weight = 0;
        for (var i = 0; i < sheet.Runs.Count; i++)
        {
            var own = i == 0 || sheet.Runs[i].Box.Top != sheet.Runs[i - 1].Box.Top ? 2 : 1;
            if (weight + own > most) return (i, weight);
            weight += own;
        }
        return (sheet.Runs.Count, weight);
    }

    /// <summary>The whole rows at the top of a surface that have no more cells than that.</summary>
    private static Sheet Top(Sheet sheet, int most)
    {
        var bottom = sheet.Runs[most].Box.Top;
        var count = most;
        while (count > 0 && sheet.Runs[count - 1].Box.Bottom > bottom) count--;
        var runs = new Run[count];
        for (var i = 0; i < count; i++) runs[i] = sheet.Runs[i];
        return sheet with
        {
            Runs = runs,
            Rules = [.. sheet.Rules.Where(rule => (rule.Vertical ? rule.From : rule.At) <= bottom).Select(rule => rule.Vertical && rule.To > bottom ? rule with { To = bottom } : rule)],
            Fills = [.. sheet.Fills.Where(fill => fill.Box.Top < bottom)],
            Images = [.. sheet.Images.Where(image => image.Top < bottom)],
        };
    }
}

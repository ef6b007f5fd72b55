using Extract.Records;
using Extract.Text;

namespace Extract.Tests.Tables.Broken;

/// <summary>
/// Conservation of ink: every printed character of a document ends in a cell, a paragraph or a diagnostic, and in one cell at most. A page's
/// number belongs to the page, and Markdown's ** to the letters between them.
/// </summary>
internal static class Ink
{
    /// <summary>Characters that ended nowhere, and characters that ended in two cells; each as “line:column character”.</summary>
    public static (IReadOnlyList<string> Lost, IReadOnlyList<string> Doubled) Of(Disclosure disclosure)
    {
        var cells = new Dictionary<(int Line, int Column), int>();
        foreach (var cell in disclosure.Tables.SelectMany(static t => t.Cells)) Count(cells, cell.Printed.Places);
        var other = new Dictionary<(int Line, int Column), int>();
        foreach (var table in disclosure.Tables) Count(other, table.Title.Places);
        foreach (var paragraph in disclosure.Paragraphs) Count(other, paragraph.PlaceOf(0, paragraph.Text.Length));
        foreach (var diagnostic in disclosure.Diagnostics)
            if (diagnostic.Place is { } place) Count(other, [place]);
        List<string> lost = [], doubled = [];
        foreach (var (at, c) in Printed(disclosure.Document))
        {
            var inCells = cells.GetValueOrDefault(at);
            if (inCells > 1) doubled.Add($"{at.Line}:{at.Column} {c}");
            if (inCells == 0 && !other.ContainsKey(at)) lost.Add($"{at.Line}:{at.Column} {c}");
        }
        return (lost, doubled);
    }

    private static IEnumerable<((int Line, int Column) At, char Character)> Printed(Document document)
    {
        foreach (var run in document.Sheets.SelectMany(static s => s.Runs))
        {
            var place = (TextPlace)run.Place;
            var column = place.FromColumn;
            if (IsPageNumber(run.Text)) continue;
            var text = run.Text.Replace("**", "  ", StringComparison.Ordinal);
            foreach (var c in text)
            {
                if (!Characters.IsSpace(c) && DisplayWidth.Of(c) > 0) yield return ((place.Line, column), c);
                column += DisplayWidth.Of(c);
            }
        }
    }

    /// <summary>“- 12 -” belongs to the page, not to what is on it.</summary>
    private static bool IsPageNumber(string text) =>
        text.Trim() is { Length: >= 3 } t && (t[0] is '-' or '—') && (t[^1] is '-' or '—') && t.All(static c => c is '-' or '—' or ' ' || char.IsAsciiDigit(c));

    private static void Count(Dictionary<(int Line, int Column), int> counts, IEnumerable<Place> places)
    {
        foreach (var place in places.OfType<TextPlace>())
            for (var column = place.FromColumn; column <= place.ToColumn; column++)
                counts[(place.Line, column)] = counts.GetValueOrDefault((place.Line, column)) + 1;
    }
}

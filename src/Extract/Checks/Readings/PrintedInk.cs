using System.Globalization;
using Extract.Text;

namespace Extract.Checks.Readings;

/// <summary>
/// The digits of a document's surfaces by where they stand, to ask two things: what is printed at a place, and which digits came to
/// stand in no cell and no sentence. Surfaces are asked line by line (bands of a page), so that a document of any length takes time
/// in proportion to it.
/// </summary>
internal sealed class PrintedInk
{
    /// <summary>The height of a band of a page, in points: about a line.</summary>
    private const double Band = 12;

    /// <summary>What a box may miss of a character's middle, in points.</summary>
    private const double Near = 0.75;

    private readonly Dictionary<string, List<Run>> _runs = new(StringComparer.Ordinal);
    private readonly Document _document;

    public PrintedInk(Document document)
    {
        _document = document;
        foreach (var sheet in document.Sheets)
            foreach (var run in sheet.Runs)
                foreach (var key in KeysOf(run.Place)) List(_runs, key).Add(run);
    }

    /// <summary>The digits and points printed at the places, in order of the surface; null where the place names nothing that can be asked.</summary>
    public string DigitsAt(IEnumerable<Place> places) => string.Concat(places.Select(DigitsAt));

    private string DigitsAt(Place place)
    {
        var runs = KeysOf(place).SelectMany(key => _runs.TryGetValue(key, out var list) ? list : []).Distinct<Run>(ReferenceEqualityComparer.Instance).ToList();
        if (place is PagePlace) runs = [.. runs.OrderBy(static run => Math.Round(run.Box.CentreY, 1)).ThenBy(static run => run.Box.Left)];
        var found = new List<char>();
        foreach (var run in runs)
            for (var i = 0; i < run.Text.Length; i++)
                if (IsDigit(run.Text[i]) && Holds(place, run.Place.Slice(run.Text, i, 1))) found.Add(Characters.Fold(run.Text[i]));
        return new string([.. found]);
    }

    /// <summary>The numbers of each sheet that none of the places holds; page numbers and what stands in the margins are not counted.</summary>
    /// <param name="placed">Every place a cell or a sentence has.</param>
    public IEnumerable<(Sheet Sheet, Run Run, string Number)> Lost(IEnumerable<Place> placed)
    {
        var index = new Dictionary<string, List<Place>>(StringComparer.Ordinal);
        foreach (var place in placed)
            foreach (var key in KeysOf(place)) List(index, key).Add(place);
        foreach (var sheet in _document.Sheets)
        {
            foreach (var run in sheet.Runs)
            {
                if (Furniture.IsPart(sheet, run)) continue;
                for (var i = 0; i < run.Text.Length; i++)
                {
                    if (!IsDigit(run.Text[i])) continue;
                    var end = i;
                    while (end < run.Text.Length && (IsDigit(run.Text[end]) || run.Text[end] is '.' or ',')) end++;
                    if (!IsHeld(index, run.Place.Slice(run.Text, i, 1))) yield return (sheet, run, run.Text[i..end]);
                    i = end;
                }
            }
        }
    }

    private static bool IsHeld(Dictionary<string, List<Place>> index, Place digit)
    {
        foreach (var key in KeysOf(digit))
            if (index.TryGetValue(key, out var list) && list.Exists(place => Holds(place, digit))) return true;
        return false;
    }

    private static bool Holds(Place whole, Place part) => (whole, part) switch
    {
        (TextPlace a, TextPlace b) => a.Line == b.Line && a.FromColumn <= b.FromColumn && b.FromColumn <= a.ToColumn,
        (PagePlace a, PagePlace b) => a.Page == b.Page && (b.Left + b.Right) / 2 is var x && x >= a.Left - Near && x <= a.Right + Near && (b.Top + b.Bottom) / 2 is var y && y >= a.Top - Near && y <= a.Bottom + Near,
        (CellPlace a, CellPlace b) => a.Sheet == b.Sheet && a.Cell == b.Cell,
        (PathPlace a, PathPlace b) => a.Path == b.Path,
        _ => false,
    };

    private static IEnumerable<string> KeysOf(Place place)
    {
        switch (place)
        {
            case TextPlace text:
                yield return text.Line.ToString(CultureInfo.InvariantCulture);
                break;
            case PagePlace page:
                for (var band = (int)Math.Floor((page.Top - Near) / Band); band <= (int)Math.Floor((page.Bottom + Near) / Band); band++)
                    yield return string.Create(CultureInfo.InvariantCulture, $"{page.Page}:{band}");
                break;
            case CellPlace cell:
                yield return cell.Sheet + "!" + cell.Cell;
                break;
            case PathPlace path:
                yield return path.Path;
                break;
        }
    }

    private static List<T> List<T>(Dictionary<string, List<T>> lists, string key)
    {
        if (!lists.TryGetValue(key, out var list)) lists[key] = list = [];
        return list;
    }

    private static bool IsDigit(char c) => c is >= '0' and <= '9' or >= '０' and <= '９';
}

using Extract.Text;

namespace Extract.Layout.Positioned;

/// <summary>Where words are printed.</summary>
internal static class Places
{
    /// <summary>The place that holds all the words: their common box on the page.</summary>
    public static Place Union(IReadOnlyList<Word> words)
    {
        var first = words[0].Runs[0].Place;
        if (first is TextPlace line) return Union(line, words);
        if (first is not PagePlace place || words is [{ Runs.Count: 1 }]) return first;
        var (left, top, right, bottom) = (place.Left, place.Top, place.Right, place.Bottom);
        foreach (var word in words)
            foreach (var run in word.Runs)
            {
                if (run.Place is not PagePlace other) continue;
                (left, top) = (Math.Min(left, other.Left), Math.Min(top, other.Top));
                (right, bottom) = (Math.Max(right, other.Right), Math.Max(bottom, other.Bottom));
            }
        return new PagePlace(place.Page, left, top, right, bottom);
    }

    /// <summary>From the first to the last column, where all are of one line of text.</summary>
    private static TextPlace Union(TextPlace place, IReadOnlyList<Word> words)
    {
        foreach (var other in words.SelectMany(static word => word.Runs).Select(static run => run.Place).OfType<TextPlace>())
            if (other.Line == place.Line) place = place with { FromColumn = Math.Min(place.FromColumn, other.FromColumn), ToColumn = Math.Max(place.ToColumn, other.ToColumn) };
        return place;
    }
}

namespace Extract.Layout.Positioned;

/// <summary>Note marks and indices: small words set high or low against the end of another belong to it.</summary>
internal static class Raised
{
    /// <summary>A word smaller than this part of its neighbour can be its mark.</summary>
    private const double Small = 0.85;

    /// <summary>The words with every mark written onto the word it touches.</summary>
    public static List<Word> Attach(List<Word> words)
    {
        if (!Differ(words)) return words;
        var levels = words.Select(static (word, i) => (Word: word, Index: i)).ToLookup(static w => (int)Math.Floor(w.Word.Box.CentreY));
        var owner = new Dictionary<int, int>();
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i].Text.Length > 6) continue;
            var level = (int)Math.Floor(words[i].Box.CentreY);
            for (var near = level - 1; near <= level + 1 && !owner.ContainsKey(i); near++)
                foreach (var (word, index) in levels[near])
                {
                    if (index == i || !Touches(word, words[i])) continue;
                    owner[i] = index;
                    break;
                }
        }
        return owner.Count == 0 ? words : Join(words, owner);
    }

    /// <summary>True where the smallest word could be a mark of the largest.</summary>
    private static bool Differ(List<Word> words)
    {
        var (least, most) = (double.PositiveInfinity, 0.0);
        foreach (var word in words)
        {
            if (word.Size < least) least = word.Size;
            if (word.Size > most) most = word.Size;
        }
        return least < Small * most;
    }

    private static bool Touches(Word word, Word mark)
    {
        var gap = mark.Box.Left - word.Box.Right;
        return mark.Size < Small * word.Size && gap > -0.3 * mark.Size && gap < 0.16 * word.Size
            && Boxes.OverlapY(word.Box, mark.Box) > 0.25 * mark.Size && Math.Abs(word.Box.CentreY - mark.Box.CentreY) > 0.05 * word.Size;
    }

    private static List<Word> Join(List<Word> words, Dictionary<int, int> owner)
    {
        var joined = words.ToArray();
        foreach (var (mark, index) in owner.OrderBy(pair => words[pair.Key].Box.Left))
        {
            var at = index;
            // A mark of a mark belongs to the word below them; each goes one step, so no ring can be followed for ever.
            for (var steps = 0; steps < 3 && owner.TryGetValue(at, out var next); steps++) at = next;
            if (!owner.ContainsKey(at)) joined[at] = joined[at].With(words[mark]);
            else owner = owner.Where(pair => pair.Key != mark).ToDictionary();
        }
        return [.. joined.Where((_, i) => !owner.ContainsKey(i))];
    }
}

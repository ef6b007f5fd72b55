namespace Extract.Layout.Positioned;

/// <summary>
/// Phrases that are lines of paragraphs: long, under each other, with one left edge, and either set flush right or beside nothing shorter. In
/// text set in columns every line has several phrases, and none of them is a cell.
/// </summary>
internal static class Paragraphs
{
    /// <summary>A line of running text is at least this long, in its type's size.</summary>
    private const double Long = 14;

    /// <summary>So many lines make a paragraph.</summary>
    private const int Least = 3;

    /// <summary>The words of the page that are not in paragraphs, as lines again.</summary>
    public static List<TextLine> Without(IReadOnlyList<TextLine> lines)
    {
        var running = Of(lines).SelectMany(static paragraph => paragraph).ToHashSet();
        return running.Count == 0 ? [.. lines] : TextLine.Of(lines.SelectMany(static line => line.Phrases).Where(phrase => !running.Contains(phrase)).SelectMany(static phrase => phrase.Words));
    }

    /// <summary>The paragraphs of a page, each as its lines' phrases; lines of two columns need not stand on one level.</summary>
    public static List<IReadOnlyList<Phrase>> Of(IReadOnlyList<TextLine> lines)
    {
        var chains = new List<Chain>();
        var open = new List<Chain>();
        foreach (var line in lines)
        {
            var next = new List<Chain>();
            foreach (var phrase in line.Phrases)
            {
                if (open.Find(above => above.GoesOnWith(phrase, line.Size)) is not { } chain) chains.Add(chain = new Chain());
                open.Remove(chain);
                chain.Add(phrase, line);
                next.Add(chain);
            }
            next.AddRange(open.Where(chain => chain.Reaches(line)));
            open = next;
        }
        return [.. chains.Select(static chain => chain.Paragraph).Where(static phrases => phrases.Count > 0)];
    }

    /// <summary>Phrases under each other.</summary>
    private sealed class Chain
    {
        private int flush;
        private int alone;
        private int paragraph;
        private readonly List<Phrase> phrases = [];

        /// <summary>As far as it is one; empty where it is none.</summary>
        public List<Phrase> Paragraph => phrases.GetRange(0, paragraph);

        public bool Reaches(TextLine line) => line.Box.Top - phrases[^1].Box.Bottom < 1.3 * line.Size;

        public bool GoesOnWith(Phrase phrase, double size) =>
            phrases[^1] is var last && phrase.Box.Top - last.Box.Bottom < 1.3 * size && Math.Abs(last.Box.Left - phrase.Box.Left) < 2.6 * size && IsLong(last, size);

        public void Add(Phrase phrase, TextLine line)
        {
            if (phrases.Count > 0 && Math.Abs(phrases[^1].Box.Right - phrase.Box.Right) < 0.35 * line.Size) flush++;
            if (line.Phrases.All(other => other == phrase || IsLong(other, line.Size))) alone++;
            phrases.Add(phrase);
            if (phrases.Count >= Least && (flush * 2 >= phrases.Count - 1 || alone >= phrases.Count - 1)) paragraph = phrases.Count;
        }

        private static bool IsLong(Phrase phrase, double size) => phrase.Box.Right - phrase.Box.Left > Long * size && phrase.Text.Length > 12;
    }
}

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
        var running = new HashSet<Phrase>();
        var open = new List<Chain>();
        foreach (var line in lines)
        {
            var next = new List<Chain>();
            foreach (var phrase in line.Phrases)
            {
                var chain = open.Find(above => above.GoesOnWith(phrase, line.Size)) ?? new Chain();
                open.Remove(chain);
                chain.Add(phrase, line);
                next.Add(chain);
                if (chain.IsParagraph) running.UnionWith(chain.Phrases);
            }
            open = next;
        }
        return running.Count == 0 ? [.. lines] : TextLine.Of(lines.SelectMany(static line => line.Phrases).Where(phrase => !running.Contains(phrase)).SelectMany(static phrase => phrase.Words));
    }

    /// <summary>Phrases under each other.</summary>
    private sealed class Chain
    {
        private int flush;
        private int alone;

        public List<Phrase> Phrases { get; } = [];

        public bool IsParagraph => Phrases.Count >= Least && (flush * 2 >= Phrases.Count - 1 || alone >= Phrases.Count - 1);

        public bool GoesOnWith(Phrase phrase, double size) =>
            Phrases[^1] is var last && phrase.Box.Top - last.Box.Bottom < 1.3 * size && Math.Abs(last.Box.Left - phrase.Box.Left) < 2.6 * size && IsLong(last, size);

        public void Add(Phrase phrase, TextLine line)
        {
            if (Phrases.Count > 0 && Math.Abs(Phrases[^1].Box.Right - phrase.Box.Right) < 0.35 * line.Size) flush++;
            if (line.Phrases.All(other => other == phrase || IsLong(other, line.Size))) alone++;
            Phrases.Add(phrase);
        }

        private static bool IsLong(Phrase phrase, double size) => phrase.Box.Right - phrase.Box.Left > Long * size && phrase.Text.Length > 12;
    }
}

using Extract.Text;

namespace Extract.Layout.Positioned;

/// <summary>A page as ink: its words, its strokes, and the strokes that hang together, in the frame in which most of its text stands upright.</summary>
internal sealed class Surface
{
    private readonly Sheet page;
    private readonly IReadOnlyDictionary<Word, Run>? origins;
    private IReadOnlyList<TextLine>? lines;

    /// <summary>The page as most of its text stands.</summary>
    public Surface(Sheet page)
    {
        this.page = page;
        Frame = Turning.Of(page, Turning.Usual(page.Runs));
        Sheet = Frame.Seen(page);
        (var text, Stamps) = Positioned.Stamps.Apart(Sheet.Runs);
        Sideways = SidewaysWord.Of(Sheet, text);
        Words = Positioned.Words.Of(Sideways.Count == 0 ? text : [.. text.Where(static run => run.Turn == 0)]);
        Strokes = Separators.Of(Sheet);
        Frames = RuleFrames.Of(Strokes);
    }

    /// <summary>Lines of text as ink: words, and the runs they come from.</summary>
    public Surface(Sheet page, IReadOnlyList<Word> words, IReadOnlyDictionary<Word, Run> origins)
        : this(page, default, words) => this.origins = origins;

    /// <summary>Words of the page that stand upright in a frame, and the page's strokes.</summary>
    private Surface(Sheet page, Turning frame, IReadOnlyList<Word> words)
    {
        (this.page, Frame, Words, Sideways, Stamps) = (page, frame, words, [], []);
        Sheet = frame.Seen(page);
        Strokes = Separators.Of(Sheet);
        Frames = RuleFrames.Of(Strokes);
    }

    /// <summary>The page as it is seen here: turned, where most of its text is.</summary>
    public Sheet Sheet { get; }

    /// <summary>How the page was turned.</summary>
    public Turning Frame { get; }

    public IReadOnlyList<Word> Words { get; }

    /// <summary>The words as lines.</summary>
    public IReadOnlyList<TextLine> Lines => lines ??= TextLine.Of(Words);

    /// <summary>What stands in another direction than the words: labels along an axis, in a narrow merged cell, a table turned against its page.</summary>
    public IReadOnlyList<SidewaysWord> Sideways { get; }

    /// <summary>What is printed across the text and is no part of it.</summary>
    public IReadOnlyList<Run> Stamps { get; }

    public IReadOnlyList<Rule> Strokes { get; }

    public IReadOnlyList<RuleFrame> Frames { get; }

    /// <summary>True for a sheet that states where on a page its runs stand.</summary>
    public static bool IsPositioned(Sheet sheet) => sheet.EmPoints > 0;

    /// <summary>What stands sideways here and in none of these tables, as surfaces of its own, one for each direction.</summary>
    public IEnumerable<Surface> Aside(IReadOnlySet<SidewaysWord> taken) => Sideways
        .Where(word => !taken.Contains(word))
        .GroupBy(static word => word.Turn)
        .OrderBy(static turned => turned.Key)
        .Select(turned => new Surface(page, Turning.Of(page, (Frame.Turn + turned.Key) & 3), [.. turned.Select(static word => word.Word)]));

    /// <summary>The runs of a line outside tables: its phrases; of lines of text, the runs they were, or what is left of them.</summary>
    public IEnumerable<Run> RunsOf(TextLine line)
    {
        if (origins is null) return line.Phrases.Select(static phrase => new Run(phrase.Text, phrase.Box, Places.Union(phrase.Words)));
        return line.Words.GroupBy(word => origins[word], ReferenceEqualityComparer.Instance).SelectMany(own =>
            Ink((Run)own.Key!) == own.Sum(static word => word.Text.Length) ? [(Run)own.Key!] : own.Select(static word => word.Runs[0]));
    }

    private static int Ink(Run run) => run.Text.Count(static c => !Characters.IsSpace(c));

    /// <summary>The part of the page inside the box: words by their middles, strokes cut at its edges.</summary>
    public TableArea Area(AreaEvidence evidence, Box box) => new(
        evidence, box, [.. Words.Where(word => box.Holds(word.Box.CentreX, word.Box.CentreY))], [.. Strokes.Select(rule => Cut(rule, box.Grown(RuleFrames.Reach))).OfType<Rule>()])
    {
        Sideways = Sideways.Count == 0 ? [] : [.. Sideways.Where(word => box.Holds(word.Box.CentreX, word.Box.CentreY))],
    };

    private static Rule? Cut(Rule rule, Box box)
    {
        var (low, high, from, to) = rule.Vertical ? (box.Left, box.Right, box.Top, box.Bottom) : (box.Top, box.Bottom, box.Left, box.Right);
        if (rule.At < low || rule.At > high) return null;
        var cut = rule with { From = Math.Max(rule.From, from), To = Math.Min(rule.To, to) };
        return cut.To - cut.From > RuleFrames.Reach ? cut : null;
    }
}

using Extract.Text;

namespace Extract.Layout.Positioned;

/// <summary>A page as ink: its words, its strokes, and the strokes that hang together.</summary>
internal sealed class Surface
{
    public Surface(Sheet sheet)
    {
        Sheet = sheet;
        (var text, Stamps) = Positioned.Stamps.Apart(sheet.Runs);
        Words = Positioned.Words.Of(text);
        Strokes = Separators.Of(sheet);
        Frames = RuleFrames.Of(Strokes);
    }

    public Sheet Sheet { get; }

    public IReadOnlyList<Word> Words { get; }

    /// <summary>What is printed across the text and is no part of it.</summary>
    public IReadOnlyList<Run> Stamps { get; }

    public IReadOnlyList<Rule> Strokes { get; }

    public IReadOnlyList<RuleFrame> Frames { get; }

    /// <summary>True for a sheet that states where on a page its runs stand.</summary>
    public static bool IsPositioned(Sheet sheet) => sheet.EmPoints > 0;

    /// <summary>The part of the page inside the box: words by their middles, strokes cut at its edges.</summary>
    public TableArea Area(AreaEvidence evidence, Box box) => new(
        evidence, box, [.. Words.Where(word => box.Holds(word.Box.CentreX, word.Box.CentreY))], [.. Strokes.Select(rule => Cut(rule, box.Grown(RuleFrames.Reach))).OfType<Rule>()]);

    private static Rule? Cut(Rule rule, Box box)
    {
        var (low, high, from, to) = rule.Vertical ? (box.Left, box.Right, box.Top, box.Bottom) : (box.Top, box.Bottom, box.Left, box.Right);
        if (rule.At < low || rule.At > high) return null;
        var cut = rule with { From = Math.Max(rule.From, from), To = Math.Min(rule.To, to) };
        return cut.To - cut.From > RuleFrames.Reach ? cut : null;
    }
}

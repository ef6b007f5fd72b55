using System.Text;
using Extract.Text;

namespace Extract.Layout.Positioned;

/// <summary>Words that belong together on a line: no white between them is wide enough to part two cells.</summary>
internal sealed class Phrase(IReadOnlyList<Word> words)
{
    public IReadOnlyList<Word> Words { get; } = words;

    public Box Box { get; } = Boxes.Of(words);

    /// <summary>Its words, a space between them.</summary>
    public string Text => text ??= Words.Count == 1 ? Words[0].Text : string.Join(' ', Words.Select(static word => word.Text));

    private string? text;

    /// <inheritdoc/>
    public override string ToString() => Text;
}

/// <summary>Words on one level.</summary>
internal sealed class TextLine
{
    /// <summary>White wider than this, in the type's size, may part two cells; spaces of justified text stay below it.</summary>
    private const double Parting = 0.75;

    private IReadOnlyList<Phrase>? phrases;

    public TextLine(IReadOnlyList<Word> words)
    {
        var ordered = words.ToArray();
        Array.Sort(ordered, static (a, b) => a.Box.Left != b.Box.Left ? a.Box.Left.CompareTo(b.Box.Left) : a.Box.Right.CompareTo(b.Box.Right));
        Words = ordered;
        Box = Boxes.Of(ordered);
        var sizes = Array.ConvertAll(ordered, static word => word.Size);
        Array.Sort(sizes);
        Size = sizes[sizes.Length / 2];
    }

    /// <summary>From left to right.</summary>
    public IReadOnlyList<Word> Words { get; }

    public IReadOnlyList<Phrase> Phrases => phrases ??= Parted(Words, Parting * Size);

    public Box Box { get; }

    /// <summary>The usual size of its type, in ems.</summary>
    public double Size { get; }

    /// <summary>The words of all phrases, a space between them.</summary>
    public string Text => string.Join(' ', Phrases.Select(static phrase => phrase.Text));

    /// <summary>The characters without white space, folded.</summary>
    public string Key => key ??= Characters.Key(Text);

    private string? key;

    /// <summary>Cut where the white between words is wider than <paramref name="gap"/>.</summary>
    public static List<Phrase> Parted(IReadOnlyList<Word> words, double gap)
    {
        var phrases = new List<Phrase>();
        var open = new List<Word>();
        var right = double.NegativeInfinity;
        foreach (var word in words)
        {
            if (open.Count > 0 && word.Box.Left - right > gap)
            {
                phrases.Add(new Phrase(open));
                open = [];
            }
            open.Add(word);
            right = Math.Max(right, word.Box.Right);
        }
        if (open.Count > 0) phrases.Add(new Phrase(open));
        return phrases;
    }

    /// <summary>
    /// Words as lines from top to bottom: a word is of the line whose first word it stands beside for at least half of the smaller of the two.
    /// </summary>
    public static List<TextLine> Of(IEnumerable<Word> words)
    {
        var lines = new List<TextLine>();
        var open = new List<Word>();
        foreach (var word in words.OrderBy(static word => word.Box.CentreY))
        {
            if (open.Count > 0 && Boxes.OverlapY(open[0].Box, word.Box) < 0.5 * Math.Min(open[0].Size, word.Size))
            {
                lines.Add(new TextLine(open));
                open = [];
            }
            open.Add(word);
        }
        if (open.Count > 0) lines.Add(new TextLine(open));
        return lines;
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var phrase in Phrases) text.Append(text.Length == 0 ? "" : " | ").Append(phrase.Text);
        return text.ToString();
    }
}

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

    /// <summary>A line of these words, which are its own from now on.</summary>
    private TextLine(Word[] words)
    {
        if (!IsOrdered(words)) Array.Sort(words, Compare);
        Words = words;
        Box = Boxes.Of(words);
        Size = SizeOf(words);
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

    /// <summary>Cut where the white between words is wider than <paramref name="gap"/>, and between two amounts: no phrase prints one after the other.</summary>
    public static List<Phrase> Parted(IReadOnlyList<Word> words, double gap)
    {
        var phrases = new List<Phrase>();
        var from = 0;
        var right = double.NegativeInfinity;
        for (var i = 0; i < words.Count; i++)
        {
            if (i > from && (words[i].Box.Left - right > gap || Values.IsAmount(words[i].Text) && Values.IsAmount(words[i - 1].Text)))
            {
                phrases.Add(new Phrase(Slice(words, from, i)));
                from = i;
            }
            right = Math.Max(right, words[i].Box.Right);
        }
        if (words.Count > from) phrases.Add(new Phrase(Slice(words, from, words.Count)));
        return phrases;
    }

    /// <summary>True where two ideographs, each by itself, may be one word set wide (项　　目): no third stands beside them (类, 款, 项).</summary>
    public static bool IsSpelled(IReadOnlyList<Phrase> phrases, int first)
    {
        return IsLone(first) && IsLone(first + 1) && !IsLone(first - 1) && !IsLone(first + 2);

        bool IsLone(int i) => i >= 0 && i < phrases.Count && phrases[i].Text is [var only] && Characters.IsWide(only) && char.IsLetter(only);
    }

    private static IReadOnlyList<Word> Slice(IReadOnlyList<Word> words, int from, int to)
    {
        if (to - from == words.Count) return words;
        var slice = new Word[to - from];
        for (var i = 0; i < slice.Length; i++) slice[i] = words[from + i];
        return slice;
    }

    /// <summary>The lines without some words; lines of which a part is left are made anew.</summary>
    public static List<TextLine> Without(IReadOnlyList<TextLine> lines, IReadOnlySet<Word> taken)
    {
        if (taken.Count == 0) return [.. lines];
        var left = new List<TextLine>(lines.Count);
        foreach (var line in lines)
        {
            var gone = line.Words.Count(taken.Contains);
            if (gone > 0 && gone < line.Words.Count) return Of(lines.SelectMany(static own => own.Words).Where(word => !taken.Contains(word)));
            if (gone == 0) left.Add(line);
        }
        return left;
    }

    /// <summary>
    /// Words as lines from top to bottom: a word is of the line whose first word it stands beside for at least half of the smaller of the two.
    /// </summary>
    public static List<TextLine> Of(IEnumerable<Word> words)
    {
        var ordered = words.ToArray();
        Sorting.By(ordered, static word => word.Box.CentreY);
        var lines = new List<TextLine>();
        var from = 0;
        for (var i = 1; i <= ordered.Length; i++)
        {
            if (i < ordered.Length && Boxes.OverlapY(ordered[from].Box, ordered[i].Box) >= 0.5 * Math.Min(ordered[from].Size, ordered[i].Size)) continue;
            lines.Add(new TextLine(ordered[from..i]));
            from = i;
        }
        return lines;
    }

    private static int Compare(Word a, Word b) => a.Box.Left != b.Box.Left ? a.Box.Left.CompareTo(b.Box.Left) : a.Box.Right.CompareTo(b.Box.Right);

    private static bool IsOrdered(Word[] words)
    {
        for (var i = 1; i < words.Length; i++)
            if (Compare(words[i - 1], words[i]) > 0) return false;
        return true;
    }

    private static double SizeOf(Word[] words)
    {
        var sizes = words.Length <= 64 ? stackalloc double[words.Length] : new double[words.Length];
        for (var i = 0; i < sizes.Length; i++) sizes[i] = words[i].Size;
        sizes.Sort();
        return sizes[sizes.Length / 2];
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var phrase in Phrases) text.Append(text.Length == 0 ? "" : " | ").Append(phrase.Text);
        return text.ToString();
    }
}

using System.Text;
using Extract.Text;

namespace Extract.Layout.Positioned;

/// <summary>Glyphs that touch: what stands between two white gaps of a line.</summary>
internal sealed class Word
{
    private readonly Glyph[] glyphs;
    private IReadOnlyList<Run>? runs;

    private Word(Box box, string text, Glyph[] glyphs) => (Box, Text, this.glyphs) = (box, text, glyphs);

    /// <summary>Its extent in ems.</summary>
    public Box Box { get; }

    /// <summary>Its characters.</summary>
    public string Text { get; }

    /// <summary>The runs it was made of, from left to right; a glyph printed twice is here twice and in the text once.</summary>
    public IReadOnlyList<Run> Runs => runs ??= Printed();

    /// <summary>The size of its type: its height.</summary>
    public double Size => Box.Bottom - Box.Top;

    private List<Run> Printed()
    {
        var printed = new List<Run>(glyphs.Length);
        foreach (var glyph in glyphs)
        {
            printed.Add(glyph.Run);
            printed.AddRange(glyph.Echoes);
        }
        return printed;
    }

    /// <summary>The word that these glyphs make.</summary>
    /// <param name="glyphs">From left to right.</param>
    public static Word Of(params Glyph[] glyphs)
    {
        if (glyphs is [var only]) return new Word(only.Run.Box, only.Run.Text, glyphs);
        var box = glyphs[0].Run.Box;
        var text = new StringBuilder();
        foreach (var glyph in glyphs)
        {
            box = Boxes.Union(box, glyph.Run.Box);
            text.Append(glyph.Run.Text);
        }
        return new Word(box, text.ToString(), glyphs);
    }

    /// <summary>This word with another written onto its end: a raised note mark, a lowered index.</summary>
    public Word With(Word mark) => new(Boxes.Union(Box, mark.Box) with { Top = Box.Top, Bottom = Box.Bottom }, Text + mark.Text, [.. glyphs, .. mark.glyphs]);

    /// <summary>The parts of the word on either side of x; null where a glyph lies across it, or all on one side.</summary>
    public (Word Left, Word Right)? CutAt(double x)
    {
        var at = 0;
        while (at < glyphs.Length && glyphs[at].Run.Box.CentreX < x) at++;
        if (at == 0 || at == glyphs.Length) return null;
        var reach = 0.25 * Size;
        if (glyphs[at - 1].Run.Box.Right > x + reach || glyphs[at].Run.Box.Left < x - reach) return null;
        return (Of(glyphs[..at]), Of(glyphs[at..]));
    }

    /// <inheritdoc/>
    public override string ToString() => Text;
}

/// <summary>A run as ink, with the runs that print the same once more on top of it (bold made by printing twice).</summary>
internal sealed class Glyph(Run run)
{
    private List<Run>? echoes;

    public Run Run { get; } = run;

    public IReadOnlyList<Run> Echoes => echoes ?? (IReadOnlyList<Run>)[];

    /// <summary>Takes a run that prints it once more.</summary>
    public void Add(Run echo) => (echoes ??= []).Add(echo);
}

/// <summary>Arithmetic of boxes.</summary>
internal static class Boxes
{
    public static Box Union(Box a, Box b) => new(Math.Min(a.Left, b.Left), Math.Min(a.Top, b.Top), Math.Max(a.Right, b.Right), Math.Max(a.Bottom, b.Bottom));

    public static Box Union(IEnumerable<Box> boxes) => boxes.Aggregate(Union);

    /// <summary>The box of all the words.</summary>
    public static Box Of(IReadOnlyList<Word> words)
    {
        var box = words[0].Box;
        for (var i = 1; i < words.Count; i++) box = Union(box, words[i].Box);
        return box;
    }

    /// <summary>How long two stretches run beside each other; negative for the gap between them.</summary>
    public static double Overlap(double from, double to, double start, double end) => Math.Min(to, end) - Math.Max(from, start);

    public static double OverlapX(Box a, Box b) => Overlap(a.Left, a.Right, b.Left, b.Right);

    public static double OverlapY(Box a, Box b) => Overlap(a.Top, a.Bottom, b.Top, b.Bottom);

    public static bool Holds(this Box box, double x, double y) => x >= box.Left && x <= box.Right && y >= box.Top && y <= box.Bottom;

    public static Box Grown(this Box box, double by) => new(box.Left - by, box.Top - by, box.Right + by, box.Bottom + by);
}

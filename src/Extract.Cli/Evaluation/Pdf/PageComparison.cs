using System.Globalization;
using System.Text;
using Extract.Pdf;

namespace Extract.Cli.Evaluation.Pdf;

/// <summary>Compares the characters and the boxes of words of one page with another reader's, and says in classes how they differ.</summary>
internal sealed class PageComparison
{
    /// <summary>How far a side of a word's box may be off, in points.</summary>
    private const double Near = 1;

    /// <summary>Glyphs of the same text this close (share of the size) are one printed several times.</summary>
    private const double SamePlace = 0.1;

    public long Characters { get; private set; }

    public long Agreed { get; private set; }

    public long Words { get; private set; }

    public long WordsAcross { get; private set; }

    public long WordsWhole { get; private set; }

    public long WordsMissed { get; private set; }

    /// <summary>Differences by class, with an example of each.</summary>
    public SortedDictionary<string, (long Count, string Example)> Classes { get; } = new(StringComparer.Ordinal);

    public void Add(string where, PdfPage page, List<PopplerWord> words)
    {
        var glyphs = new List<PdfGlyph>();
        foreach (var glyph in page.Glyphs)
            if (!string.IsNullOrWhiteSpace(glyph.Text)) glyphs.Add(glyph);
        Compare(where, glyphs, words, page);
        var ordered = glyphs.OrderBy(static g => g.Box.Top + g.Box.Bottom).ToArray();
        var middles = Array.ConvertAll(ordered, static g => (g.Box.Top + g.Box.Bottom) / 2);
        foreach (var word in words) Box(where, word, ordered, middles);
    }

    private void Compare(string where, List<PdfGlyph> glyphs, List<PopplerWord> words, PdfPage page)
    {
        var balance = new Dictionary<Rune, int>();
        var theirs = 0;
        foreach (var word in words)
            foreach (var rune in Folded(word.Text))
            {
                if (IsOff(word, page))
                {
                    Note("only there: more than half of it off the page", 1, where, rune);
                    continue;
                }
                balance[rune] = balance.GetValueOrDefault(rune) - 1;
                theirs++;
            }
        foreach (var glyph in glyphs)
            foreach (var rune in Folded(glyph.Text)) balance[rune] = balance.GetValueOrDefault(rune) + 1;
        var (more, less) = (0, 0);
        foreach (var (rune, count) in balance)
        {
            if (count == 0) continue;
            var surplus = count > 0 ? Math.Min(count, Repeated(glyphs, rune)) : 0;
            if (surplus > 0) Note("printed again on the same place, shown once by the other", surplus, where, rune);
            var rest = count - surplus;
            if (rest > 0) more += rest;
            if (rest < 0) less -= rest;
            if (rest != 0) Note(ClassOf(rune, rest, page), Math.Abs(rest), where, rune);
        }
        Characters += theirs;
        Agreed += Math.Max(0, theirs - Math.Max(more, less));
    }

    private static bool IsOff(PopplerWord word, PdfPage page)
    {
        var (x, y) = ((word.Left + word.Right) / 2, (word.Top + word.Bottom) / 2);
        return x < 0 || y < 0 || x > page.Width || y > page.Height;
    }

    private static string ClassOf(Rune rune, int count, PdfPage page)
    {
        var side = count > 0 ? "only here" : "only there";
        if (rune.Value == 0xFFFD) return $"{side}: marked as unknown (the other reader shows the code as if it were a character)";
        if (rune.Value is < 32 or (>= 0x7F and < 0xA0)) return $"{side}: control characters";
        if (rune.Value is >= 0xE000 and < 0xF900) return $"{side}: private use";
        if (rune.Value is 0xAD or 0x200B or 0xFEFF or (>= 0x300 and < 0x370)) return $"{side}: accents apart (the other reader writes the combining form), soft hyphens, zero-width characters";
        return $"{side}: " + (page.UnknownGlyphs > 0 ? "letters of a page with unknown glyphs" : "letters");
    }

    /// <summary>How many of the glyphs with this character stand where the same stood before.</summary>
    private static int Repeated(List<PdfGlyph> glyphs, Rune rune)
    {
        var text = rune.ToString();
        var same = glyphs.FindAll(g => g.Text.Contains(text, StringComparison.Ordinal));
        var repeated = 0;
        for (var i = 1; i < same.Count && same.Count < 4000; i++)
            for (var j = Math.Max(0, i - 400); j < i; j++)
                if (Math.Abs(same[i].Box.Left - same[j].Box.Left) < SamePlace * same[i].Size + 0.1 && Math.Abs(same[i].Box.Bottom - same[j].Box.Bottom) < SamePlace * same[i].Size + 0.1)
                {
                    repeated++;
                    break;
                }
        return repeated;
    }

    private void Box(string where, PopplerWord word, PdfGlyph[] ordered, double[] middles)
    {
        Words++;
        var at = Array.BinarySearch(middles, word.Top - 0.5);
        if (at < 0) at = ~at;
        var near = new List<PdfGlyph>();
        for (; at < ordered.Length && middles[at] <= word.Bottom + 0.5; at++)
            if (ordered[at].Box.Right >= word.Left - 1.5 && ordered[at].Box.Left <= word.Right + 1.5) near.Add(ordered[at]);
        if ((Spelled(word, near) ?? Covered(word, near)) is not var (found, first))
        {
            WordsMissed++;
            Note("words: nothing here (fields without appearance; text off the page)", 1, where, word.Text);
            return;
        }
        var across = Math.Abs(found.Left - word.Left) <= Near && Math.Abs(found.Right - word.Right) <= Near;
        // The other reader gives a word the height of its first character, whatever follows.
        var down = (Math.Abs(found.Top - word.Top) <= Near && Math.Abs(found.Bottom - word.Bottom) <= Near)
            || (Math.Abs(first.Top - word.Top) <= Near && Math.Abs(first.Bottom - word.Bottom) <= Near);
        if (across) WordsAcross++;
        if (across && down) WordsWhole++;
        if (!across) Note("words: sides differ (turned or overlapping words; widths of a font put in its place)", 1, where, string.Create(CultureInfo.InvariantCulture, $"{word.Text} [{found.Left - word.Left:0.0} {found.Right - word.Right:0.0}]"));
        else if (!down) Note("words: height differs (the font's own ascent and descent here; there those of the font put in its place)", 1, where, string.Create(CultureInfo.InvariantCulture, $"{word.Text} [{first.Top - word.Top:0.0} {first.Bottom - word.Bottom:0.0}]"));
    }

    /// <summary>The glyphs that spell the word from left to right; null where they do not.</summary>
    private static (PdfBox Box, PdfBox First)? Spelled(PopplerWord word, List<PdfGlyph> near)
    {
        near.Sort(static (a, b) => a.Box.Left != b.Box.Left ? a.Box.Left.CompareTo(b.Box.Left) : a.Box.Top.CompareTo(b.Box.Top));
        (PdfBox Box, PdfBox First)? found = null;
        var next = 0;
        for (var at = 0; at < word.Text.Length;)
        {
            while (next < near.Count && !word.Text.AsSpan(at).StartsWith(near[next].Text, StringComparison.Ordinal)) next++;
            if (next == near.Count) return null;
            var box = near[next].Box;
            if (found is null && Math.Abs(box.Left - word.Left) > Near && near.Skip(next + 1).Any(g => g.Text == near[next].Text && Math.Abs(g.Box.Left - word.Left) <= Near))
            {
                next++;
                continue;
            }
            found = found is var (all, first) ? (all.With(box), first) : (box, box);
            at += near[next++].Text.Length;
        }
        return found;
    }

    /// <summary>The glyphs whose middles lie in the word's box: for words that run down, and letters written otherwise.</summary>
    private static (PdfBox Box, PdfBox First)? Covered(PopplerWord word, List<PdfGlyph> near)
    {
        (PdfBox Box, PdfBox First)? found = null;
        foreach (var glyph in near)
        {
            var x = (glyph.Box.Left + glyph.Box.Right) / 2;
            if (x >= word.Left - 0.2 && x <= word.Right + 0.2) found = found is var (all, first) ? (all.With(glyph.Box), first) : (glyph.Box, glyph.Box);
        }
        return found;
    }

    /// <summary>Ligatures, full-width forms and compatibility spaces are the same characters to both readers.</summary>
    private static IEnumerable<Rune> Folded(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune)) continue;
            if (rune.Value is >= 0xFB00 and <= 0xFB06)
            {
                foreach (var letter in Ligatures[rune.Value - 0xFB00].EnumerateRunes()) yield return letter;
                continue;
            }
            yield return rune;
        }
    }

    private static readonly string[] Ligatures = ["ff", "fi", "fl", "ffi", "ffl", "ft", "st"];

    private void Note(string kind, int count, string where, object example)
    {
        var (known, first) = Classes.GetValueOrDefault(kind);
        var shown = known < 6 * 1000 && (first?.Length ?? 0) < 160 ? $"{first}{(first is null ? "" : "; ")}{where} {Show(example)}" : first;
        Classes[kind] = (known + count, shown ?? "");
    }

    private static string Show(object example) => example is Rune rune
        ? string.Create(CultureInfo.InvariantCulture, $"{(rune.Value >= 32 ? rune.ToString() : "")} U+{rune.Value:X4}")
        : Shown.Line(example.ToString() ?? "");
}

using System.Collections.Immutable;
using System.Text;
using Extract.Text;

namespace Extract.Layout;

/// <summary>Running text as paragraphs under their headings.</summary>
internal static class Prose
{
    /// <summary>
    /// Joins wrapped lines into paragraphs (also over page breaks), tells headings from text and gives each paragraph the path of
    /// headings it stands under. Every character of the runs but white space, Markdown's marks and page numbers is in exactly one paragraph.
    /// </summary>
    /// <param name="runs">The runs of the running text in reading order, over all pages; tables and forms taken out.</param>
    public static ImmutableArray<Paragraph> Build(IReadOnlyList<Run> runs)
    {
        var stretches = new List<Stretch>();
        foreach (var line in Lines(runs)) stretches.AddRange(DenseLines.Cut(line));
        var outline = new Outline();
        var paragraphs = ImmutableArray.CreateBuilder<Paragraph>();
        var joined = Wrapping.Join(stretches);
        for (var i = 0; i < joined.Count; i++)
        {
            var numbering = Compaction.Of(joined[i], out var text, out var pieces);
            if (i + 1 < joined.Count && IsAccountAlone(text) && Compaction.Of(joined[i + 1], out var told, out _) == Numbering.None && TellsOfAccount(told))
                numbering = Compaction.Of([.. joined[i], .. joined[++i]], out text, out pieces);
            if (text.Length > 0) paragraphs.Add(outline.Place(numbering, text, pieces));
        }
        return paragraphs.ToImmutable();
    }

    /// <summary>True for a line that only names a functional item, …（类）…（款）…（项）。, whose figures are set below it.</summary>
    private static bool IsAccountAlone(string text)
    {
        if (text.Length > 120) return false;
        var name = Characters.Fold(text).TrimEnd('。', ':', ' ');
        return name.EndsWith(')') && name.Length > 3 && name[^2] == '项' && name.IndexOf('。', StringComparison.Ordinal) < 0;
    }

    private static bool TellsOfAccount(string text)
    {
        foreach (var word in (ReadOnlySpan<string>)["年初预算", "全年预算", "调整预算", "预算数", "预算为", "支出决算", "决算数", "本年支出", "主要用于", "20"])
            if (text.StartsWith(word, StringComparison.Ordinal)) return true;
        return false;
    }

    /// <summary>The runs of one cell or form field as one paragraph under <paramref name="section"/>, the field's label.</summary>
    public static Paragraph Of(IReadOnlyList<Run> runs, string section)
    {
        var stretches = new List<Stretch>();
        foreach (var line in Line.Of(runs)) stretches.Add(new Stretch(line, 0, line.Text.Length, false));
        Compaction.Of(stretches, out var text, out var pieces);
        return new Paragraph(section, text, pieces);
    }

    /// <summary>
    /// Text already printed as one (a cell's, a form field's) as a paragraph under <paramref name="section"/>. Where the text has
    /// several places and their columns say how the characters fall to them, each character keeps its own; else all have all.
    /// </summary>
    public static Paragraph Of(Printed printed, string section)
    {
        ArgumentNullException.ThrowIfNull(printed);
        var pieces = ImmutableArray.CreateBuilder<Piece>();
        var at = 0;
        for (var i = 0; i < printed.Places.Length && at < printed.Text.Length; i++)
        {
            var place = printed.Places[i];
            var length = i == printed.Places.Length - 1 ? printed.Text.Length - at : Fits(printed.Text.AsSpan(at), place);
            if (length == 0) continue;
            pieces.Add(new Piece(at, new Run(printed.Text.Substring(at, length), default, place), 0, length));
            at += length;
        }
        return new Paragraph(section, printed.Text, pieces.ToImmutable());
    }

    /// <summary>How many of the characters the place's columns hold.</summary>
    private static int Fits(ReadOnlySpan<char> text, Place place)
    {
        if (place is not TextPlace(_, _, var from, var to)) return text.Length;
        var columns = to - from + 1;
        var i = 0;
        while (i < text.Length && (columns -= DisplayWidth.Of(text[i])) >= 0) i++;
        return i;
    }

    private static List<Line> Lines(IReadOnlyList<Run> runs)
    {
        var lines = Line.Of(runs);
        lines.RemoveAll(line => IsPageNumber(line.Text));
        return lines;
    }

    /// <summary>True for - 11 -, — 3 —, 第 3 页 and the like, alone on a line.</summary>
    private static bool IsPageNumber(string line)
    {
        var key = new StringBuilder();
        foreach (var c in line)
            if (!Characters.IsSpace(c)) key.Append(Characters.Fold(c));
        if (key.Length is < 3 or > 12) return false;
        var dashed = key[0] is '-' or '—' or '–' or '·' && key[^1] == key[0];
        var paged = key[0] == '第' && key[^1] == '页' || key[0] == '共' && key[^1] == '页';
        if (!dashed && !paged) return false;
        for (var i = 1; i < key.Length - 1; i++)
            if (!char.IsAsciiDigit(key[i]) && key[i] is not ('-' or '—' or '–' or '页' or '共' or '第' or '/')) return false;
        return true;
    }
}

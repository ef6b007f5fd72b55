using Extract.Figures;
using Extract.Forms;
using Extract.Layout;
using Extract.Text;

namespace Extract.Tables.Sequenced;

/// <summary>Cuts lines into atoms: at white space, behind a label's colon, and between a number and the label glued to it.</summary>
internal static class Atoms
{
    /// <summary>The atoms of lines. A marked line's run is one atom, for its cell is known; an empty marked line is an empty atom.</summary>
    public static AtomStream Of(IReadOnlyList<FlowLine> lines)
    {
        var atoms = new List<Atom>();
        var previous = LineKind.Free;
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            var marked = line.Kind == LineKind.Marked;
            if (line.Runs.Count == 0)
            {
                var empty = new Run("", new Box(0, line.Top, 0, line.Top + 1), new TextPlace(line.Sheet, (int)line.Top, 1, 1));
                atoms.Add(new Atom(empty, 0, 0, 0, i, true, line.PageStart, line.Gap, true));
                previous = LineKind.Marked;
                continue;
            }
            var first = true;
            // A line without a mark behind a marked one is the same cell's next paragraph.
            var whole = marked || previous == LineKind.Marked && line.Kind == LineKind.Free && line.Gap == 0;
            foreach (var run in line.Runs)
                foreach (var (start, length) in whole ? [(0, run.Text.Length)] : Cut(run.Text))
                {
                    atoms.Add(new Atom(run, start, length, WidthOf(run.Text.AsSpan(start, length)), i, first, first && line.PageStart, first ? line.Gap : 0, first && marked));
                    first = false;
                }
            if (marked || !whole) previous = line.Kind;
        }
        return new AtomStream(atoms);
    }

    private static IEnumerable<(int Start, int Length)> Cut(string text)
    {
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && !Characters.IsSpace(text[i]))
            {
                if (start < 0) start = i;
                continue;
            }
            if (start < 0 || GoesOn(text, start, i)) continue;
            foreach (var part in Divide(text, start, i)) yield return part;
            start = -1;
        }
    }

    /// <summary>A date set with spaces (2023 年 8 月底前) is one expression.</summary>
    private static bool GoesOn(string text, int start, int end)
    {
        var next = end;
        while (next < text.Length && Characters.IsSpace(text[next])) next++;
        if (next >= text.Length || next - end > 1 || !char.IsAsciiDigit(Characters.Fold(text[start]))) return false;
        var piece = Characters.Fold(text[start..end]);
        var (last, first) = (piece[^1], Characters.Fold(text[next]));
        if (piece.Length < 4 || !piece.StartsWith("20", StringComparison.Ordinal) || !char.IsAsciiDigit(piece[2]) || !char.IsAsciiDigit(piece[3])) return false;
        return piece.Length == 4 ? first == '年' : last == '年' ? char.IsAsciiDigit(first) : last == '月' ? IsDay(text.AsSpan(next)) : char.IsAsciiDigit(last) && first is ('月' or '日');
    }

    /// <summary>One or two digits and no more: a year behind a month is another date's.</summary>
    private static bool IsDay(ReadOnlySpan<char> text)
    {
        var digits = 0;
        while (digits < text.Length && char.IsAsciiDigit(Characters.Fold(text[digits]))) digits++;
        return digits is 1 or 2;
    }

    private static IEnumerable<(int Start, int Length)> Divide(string text, int start, int end)
    {
        var key = Characters.Key(text[start..end]);
        var colon = key.IndexOf(':', StringComparison.Ordinal);
        if (colon > 1 && colon + 1 < key.Length && LabelNames.IsLabel(key[..colon]))
        {
            yield return (start, colon + 1);
            yield return (start + colon + 1, end - start - colon - 1);
            yield break;
        }
        var number = FigureReader.Scan(key, out _, out var decimals, out _);
        if (number > 0 && decimals > 0 && number < key.Length && (key.AsSpan(number).StartsWith("其中") || FundSources.IsSource(key.AsSpan(number))))
        {
            yield return (start, number);
            yield return (start + number, end - start - number);
            yield break;
        }
        yield return (start, end - start);
    }

    private static int WidthOf(ReadOnlySpan<char> text)
    {
        var width = 0;
        foreach (var c in text)
            if (!Characters.IsSpace(c)) width += DisplayWidth.Of(c);
        return width;
    }
}

/// <summary>The names of labels, for telling whether a phrase before a colon is one.</summary>
internal static class LabelNames
{
    private static readonly HashSet<string> Names = new(Labels.All.SelectMany(static label => label.Names).Select(static name => name.TrimEnd('*')), StringComparer.Ordinal);

    /// <summary>True for a label's name, with or without a bracket behind it.</summary>
    public static bool IsLabel(string key)
    {
        if (Names.Contains(key)) return true;
        var open = key.IndexOf('(', StringComparison.Ordinal);
        return open > 1 && Names.Contains(key[..open]);
    }
}

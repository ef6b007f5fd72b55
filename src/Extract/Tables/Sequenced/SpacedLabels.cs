using Extract.Forms;
using Extract.Layout;
using Extract.Text;

namespace Extract.Tables.Sequenced;

/// <summary>
/// The label beside a block of a form set in columns of spaces is wrapped, and its later lines stand before those of the block. They are put
/// behind its first, so that a form's labels are whole and stand before what they name, as cell after cell would print them.
/// </summary>
internal static class SpacedLabels
{
    /// <summary>A label is wrapped over so many lines at most.</summary>
    private const int Tallest = 5;

    /// <summary>The lines with the labels at their left edge put together; the same lines where columns of spaces are not what divides them.</summary>
    public static IReadOnlyList<FlowLine> Joined(IReadOnlyList<FlowLine> lines)
    {
        if (lines.Count(static line => line.Kind == LineKind.Free && line.Runs.Count > 1) * 3 < lines.Count) return lines;
        var joined = lines.ToList();
        for (var i = 0; i < joined.Count; i++)
        {
            if (First(joined[i]) is not { } first || Last(joined, i, first) is not (var last and > 0)) continue;
            var label = new List<Run> { first };
            for (var k = i + 1; k <= last; k++)
            {
                if (First(joined[k]) is not { } rest || !Beside(first, rest)) continue;
                label.Add(rest);
                joined[k] = joined[k] with { Runs = Without(joined[k].Runs, rest) };
            }
            joined[i] = joined[i] with { Runs = [.. label, .. Without(joined[i].Runs, first)] };
        }
        joined.RemoveAll(static line => line.Runs.Count == 0 && line.Kind == LineKind.Free);
        return joined;
    }

    /// <summary>The line on which the label that begins on line <paramref name="at"/> ends; 0 where none is wrapped there.</summary>
    private static int Last(List<FlowLine> lines, int at, Run first)
    {
        var key = Characters.Key(first.Text);
        if (key.Length < 2 || !Opens(key)) return 0;
        var whole = 0;
        for (var k = at + 1; k < Math.Min(lines.Count, at + Tallest); k++)
        {
            if (First(lines[k]) is not { } rest || !Beside(first, rest)) continue;
            key += Characters.Key(rest.Text);
            if (!Opens(key)) break;
            if (Labels.Of(key) is not null) whole = k;
        }
        return whole;
    }

    /// <summary>True for a label, or the first characters of one; one may have a bracket behind it.</summary>
    private static bool Opens(string key)
    {
        var open = key.IndexOf('(', StringComparison.Ordinal);
        if (open > 1) return Labels.Of(key[..open]) is not null && key.IndexOf(')', StringComparison.Ordinal) is var close && (close < 0 || close == key.Length - 1);
        return Array.Exists(Labels.All, label => Array.Exists(label.Names, name => name.StartsWith(key, StringComparison.Ordinal)));
    }

    /// <summary>The first word of a line, where it stands at the page's left edge.</summary>
    private static Run? First(FlowLine line)
    {
        if (line.Kind != LineKind.Free || line.Runs.Count == 0 || line.Runs[0].Box.Left > 1) return null;
        var space = line.Runs[0].Text.IndexOf(' ', StringComparison.Ordinal);
        return space < 0 ? line.Runs[0] : line.Runs[0].Slice(0, space);
    }

    private static bool Beside(Run first, Run rest) => Math.Abs(first.Box.Left - rest.Box.Left) <= 0.5;

    /// <summary>The runs without the word that the first of them begins with.</summary>
    private static List<Run> Without(IReadOnlyList<Run> runs, Run word)
    {
        var rest = runs[0].Text.Length == word.Text.Length ? null : runs[0].Slice(word.Text.Length + 1, runs[0].Text.Length - word.Text.Length - 1);
        return [.. rest is null ? [] : (Run[])[rest], .. runs.Skip(1)];
    }
}

using Extract.Text;

namespace Extract.Layout.Positioned;

/// <summary>
/// How the columns of a text are counted. People who type a table see wide characters take two columns; programs that print a page as text
/// count every character as one. The count under which the lines' runs begin and end together is the author's.
/// </summary>
internal sealed class TextColumns
{
    /// <summary>Ems a column takes.</summary>
    private const double Column = 0.5;

    /// <summary>Lines so far from each other can show that they keep the same columns.</summary>
    private const int Near = 4;

    private readonly bool counted;

    private TextColumns(bool counted) => this.counted = counted;

    /// <summary>The count that the divided lines keep best; display widths where both are kept as well.</summary>
    public static TextColumns Of(IReadOnlyList<FlowLine> lines)
    {
        var divided = lines.Where(static line => line.Runs.Count > 1).ToList();
        var (seen, counted) = (new TextColumns(false), new TextColumns(true));
        return counted.Kept(divided) > seen.Kept(divided) ? counted : seen;
    }

    /// <summary>How wide the text is, in ems.</summary>
    public double Width(ReadOnlySpan<char> text) => Column * (counted ? text.Length : DisplayWidth.Of(text));

    /// <summary>Where each run of the line begins, in ems.</summary>
    public double[] Lefts(FlowLine line)
    {
        var lefts = new double[line.Runs.Count];
        var saved = 0.0;
        for (var i = 0; i < lefts.Length; i++)
        {
            lefts[i] = line.Runs[i].Box.Left - saved;
            if (counted) saved += Column * (DisplayWidth.Of(line.Runs[i].Text) - line.Runs[i].Text.Length);
        }
        return lefts;
    }

    /// <summary>How many runs behind the first of their line begin or end where a run of a near line does.</summary>
    private int Kept(List<FlowLine> lines)
    {
        var edges = lines.ConvertAll(line => Lefts(line).Select((left, i) => (Left: left, Right: left + Width(line.Runs[i].Text))).ToArray());
        var kept = 0;
        for (var i = 0; i < edges.Count; i++)
            foreach (var (left, right) in edges[i].Skip(1))
                for (var k = Math.Max(0, i - Near); k < i; k++)
                    if (edges[k].Skip(1).Any(other => other.Left == left || other.Right == right))
                    {
                        kept++;
                        break;
                    }
        return kept;
    }
}

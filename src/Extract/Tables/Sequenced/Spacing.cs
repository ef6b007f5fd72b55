using Extract.Layout;

namespace Extract.Tables.Sequenced;

/// <summary>
/// How a text that sets columns with spaces counts them. A terminal gives a wide character two columns; a program that lays a page out as
/// text gives every character one. The count under which the pieces of neighbouring lines start at the same columns is the text's own.
/// </summary>
internal static class Spacing
{
    /// <summary>Pieces are compared with those of so many lines above.</summary>
    private const int Above = 3;

    /// <summary>So many starts must agree before another count than a terminal's is believed.</summary>
    private const int Least = 4;

    /// <summary>The lines with their runs where the text's own count puts them.</summary>
    public static IReadOnlyList<FlowLine> Counted(IReadOnlyList<FlowLine> lines)
    {
        int byCharacters = 0, byWidth = 0;
        var recent = new Queue<(List<double> Characters, List<double> Width)>();
        foreach (var line in lines)
        {
            if (line.Kind != LineKind.Free || line.Runs.Count < 2) continue;
            var starts = (Characters: Lefts(line).Skip(1).ToList(), Width: line.Runs.Skip(1).Select(static run => run.Box.Left).ToList());
            byCharacters += starts.Characters.Count(start => recent.Any(above => above.Characters.Contains(start)));
            byWidth += starts.Width.Count(start => recent.Any(above => above.Width.Contains(start)));
            recent.Enqueue(starts);
            if (recent.Count > Above) recent.Dequeue();
        }
        return byCharacters >= Least && byCharacters * 4 > byWidth * 5 ? [.. lines.Select(Even)] : lines;
    }

    private static FlowLine Even(FlowLine line) => line.Kind != LineKind.Free || line.Runs.Count == 0 ? line
        : line with { Runs = [.. line.Runs.Zip(Lefts(line), static (run, left) => run with { Box = run.Box with { Left = left, Right = left + run.Text.Length / 2.0 }, IsEven = true })] };

    /// <summary>Where runs start if each character takes half an em; the white between them is what it is.</summary>
    private static List<double> Lefts(FlowLine line)
    {
        var lefts = new List<double>();
        for (var r = 0; r < line.Runs.Count; r++)
            lefts.Add(r == 0 ? line.Runs[0].Box.Left : lefts[r - 1] + line.Runs[r - 1].Text.Length / 2.0 + line.Runs[r].Box.Left - line.Runs[r - 1].Box.Right);
        return lefts;
    }
}

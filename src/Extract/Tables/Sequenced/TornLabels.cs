using Extract.Forms;
using Extract.Layout;
using Extract.Text;

namespace Extract.Tables.Sequenced;

/// <summary>
/// A label that a narrow cell breaks, with its value on the level of its first line: the text prints the value between the two (实施单 云岭省水务中心, and
/// 位 below). The value is put behind the label's rest, so that labels are whole; how many lines there are stays what it was.
/// </summary>
internal static class TornLabels
{
    private const int ShortestLabel = 4;

    /// <summary>The lines with such labels put together. Where spaces keep columns apart, what stands below a word says itself whose rest it is.</summary>
    public static IReadOnlyList<FlowLine> Joined(IReadOnlyList<FlowLine> lines)
    {
        List<FlowLine>? joined = null;
        for (var i = 0; i + 1 < lines.Count; i++)
        {
            if (lines[i] is not { Kind: LineKind.Free, Runs: [var broken] } || lines[i + 1] is not { Kind: LineKind.Free, Runs: [{ Text.Length: < ShortestLabel, Box.Left: < 0.5 } rest] }) continue;
            if (Torn(broken.Text, Characters.Key(rest.Text)) is not { } end) continue;
            joined ??= [.. lines];
            joined[i] = lines[i] with { Runs = [broken.Slice(0, end)] };
            joined[i + 1] = lines[i + 1] with { Runs = [rest, broken.Slice(end + 1, broken.Text.Length - end - 1)] };
        }
        return joined ?? lines;
    }

    /// <summary>Where the last word ends that makes a label with what stands below it; null where a line has none, or nothing behind it.</summary>
    private static int? Torn(string line, string rest)
    {
        for (var end = line.LastIndexOf(' '); end > 0; end = line.LastIndexOf(' ', end - 1))
        {
            var word = Characters.Key(line[(line.LastIndexOf(' ', end - 1) + 1)..end]);
            if (word.Length + rest.Length >= ShortestLabel && Labels.Of(word) is null && IsOfHeadOrFoot(Labels.Of(word + rest))) return end;
        }
        return null;
    }

    private static bool IsOfHeadOrFoot(Label? label) => label is { Rank: > 0 and < Labels.MiddleRank or >= 80 and < 90 };
}

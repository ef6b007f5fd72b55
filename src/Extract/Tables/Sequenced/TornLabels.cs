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

    /// <summary>The lines with such labels put together.</summary>
    public static IReadOnlyList<FlowLine> Joined(IReadOnlyList<FlowLine> lines)
    {
        List<FlowLine>? joined = null;
        for (var i = 0; i + 1 < lines.Count; i++)
        {
            if (lines[i].Kind != LineKind.Free || lines[i + 1] is not { Kind: LineKind.Free, Runs: [{ Text.Length: < ShortestLabel } rest] }) continue;
            if (Torn(lines[i], Characters.Key(rest.Text)) is not var (run, end)) continue;
            joined ??= [.. lines];
            var broken = lines[i].Runs[run];
            joined[i] = lines[i] with { Runs = [.. lines[i].Runs.Take(run), broken.Slice(0, end)] };
            joined[i + 1] = lines[i + 1] with { Runs = [rest, .. end + 1 < broken.Text.Length ? (Run[])[broken.Slice(end + 1, broken.Text.Length - end - 1)] : [], .. lines[i].Runs.Skip(run + 1)] };
        }
        return joined ?? lines;
    }

    /// <summary>The last word of a line that makes a label with what stands below it: its run, and where it ends; null where a line has none, or nothing behind it.</summary>
    private static (int Run, int End)? Torn(FlowLine line, string rest)
    {
        for (var run = line.Runs.Count - 1; run >= 0; run--)
        {
            var text = line.Runs[run].Text;
            for (var end = run == line.Runs.Count - 1 ? text.LastIndexOf(' ') : text.Length; end > 0; end = text.LastIndexOf(' ', end - 1))
            {
                var start = text.LastIndexOf(' ', end - 1) + 1;
                var word = Characters.Key(text[start..end]);
                if (word.Length + rest.Length >= ShortestLabel && Labels.Of(word) is null && IsOfHeadOrFoot(Labels.Of(word + rest))) return (run, end);
                if (start == 0) break;
            }
        }
        return null;
    }

    private static bool IsOfHeadOrFoot(Label? label) => label is { Rank: > 0 and < Labels.MiddleRank or >= 80 and < 90 };
}

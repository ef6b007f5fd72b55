using Extract.Records;

namespace Extract.Cli.Evaluation.Sentences;

/// <summary>
/// Statements against noted figures, both in the order of the text: pairs of the same number are aligned so that as many as possible agree,
/// and a figure is read right where sign, item, measure, year and whole or plan agree too.
/// </summary>
internal sealed class SentenceScore
{
    private const int SameNumber = 4;
    private const int AllRight = 5;

    /// <summary>Figures noted.</summary>
    public int Noted { get; private init; }

    /// <summary>Statements read.</summary>
    public int Read { get; private init; }

    /// <summary>Figures whose number was read, whatever it was taken for.</summary>
    public int Seen { get; private init; }

    /// <summary>Figures read right in everything.</summary>
    public int Right { get; private init; }

    /// <summary>What is missing, false, or read as something else.</summary>
    public List<Difference> Differences { get; } = [];

    /// <summary>Right of noted.</summary>
    public double Recall => Noted == 0 ? 1 : (double)Right / Noted;

    /// <summary>Right of read.</summary>
    public double Precision => Read == 0 ? 1 : (double)Right / Read;

    /// <summary>Scores the statements of a document.</summary>
    public static SentenceScore Of(SentenceGold gold, Disclosure disclosure)
    {
        var read = disclosure.Statements.OrderBy(static s => s.Paragraph).ThenBy(static s => s.Start).ToList();
        if (gold.Until.Length > 0 && read.FindIndex(s => s.Section.StartsWith(gold.Until, StringComparison.Ordinal)) is var end and >= 0) read.RemoveRange(end, read.Count - end);
        var pairs = Align(gold.Figures, read);
        var optional = pairs.Where(p => gold.Figures[p.Noted].IsOptional && gold.Figures[p.Noted].Difference(read[p.Read]).Length == 0).ToArray();
        var needed = pairs.Where(p => !gold.Figures[p.Noted].IsOptional).ToArray();
        var score = new SentenceScore
        {
            Noted = gold.Figures.Count(static f => !f.IsOptional),
            Read = read.Count - optional.Length,
            Seen = needed.Length,
            Right = needed.Count(p => gold.Figures[p.Noted].Difference(read[p.Read]).Length == 0),
        };
        score.Explain(gold.Figures, read, pairs);
        return score;
    }

    private void Explain(IReadOnlyList<NotedFigure> noted, List<Statement> read, List<(int Noted, int Read)> pairs)
    {
        var (notedSeen, readSeen) = (pairs.Select(static p => p.Noted).ToHashSet(), pairs.Select(static p => p.Read).ToHashSet());
        foreach (var (n, r) in pairs)
            if (noted[n].Difference(read[r]) is { Length: > 0 } difference) Differences.Add(new Difference("differs:" + difference, $"{noted[n]}", Line(read[r])));
        for (var n = 0; n < noted.Count; n++)
            if (!notedSeen.Contains(n) && !noted[n].IsOptional) Differences.Add(new Difference("missed", $"{noted[n]}", ""));
        for (var r = 0; r < read.Count; r++)
            if (!readSeen.Contains(r)) Differences.Add(new Difference("not noted", "", Line(read[r])));
    }

    private static string Line(Statement s) => $"{s.Figure} {s.Item} {NotedFigure.MeasureOf(s)} {s.Year} {s.Of}  “{s.Quote}”";

    /// <summary>The alignment in order with the most agreement (longest common subsequence with weights).</summary>
    private static List<(int Noted, int Read)> Align(IReadOnlyList<NotedFigure> noted, List<Statement> read)
    {
        var best = new int[noted.Count + 1, read.Count + 1];
        for (var n = noted.Count - 1; n >= 0; n--)
            for (var r = read.Count - 1; r >= 0; r--)
                best[n, r] = Math.Max(Math.Max(best[n + 1, r], best[n, r + 1]), Weight(noted[n], read[r]) is var weight and > 0 ? weight + best[n + 1, r + 1] : 0);
        var pairs = new List<(int, int)>();
        for (var (n, r) = (0, 0); n < noted.Count && r < read.Count;)
        {
            if (Weight(noted[n], read[r]) is var weight and > 0 && best[n, r] == weight + best[n + 1, r + 1]) pairs.Add((n++, r++));
            else if (best[n, r] == best[n + 1, r]) n++;
            else r++;
        }
        return pairs;
    }

    private static int Weight(NotedFigure noted, Statement read) => !noted.IsNumberOf(read) ? 0 : noted.Difference(read).Length == 0 ? SameNumber + AllRight : SameNumber;
}

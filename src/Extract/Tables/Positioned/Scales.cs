using Extract.Figures;
using Extract.Layout.Positioned;
using Extract.Text;

namespace Extract.Tables.Positioned;

/// <summary>
/// The scale of a chart's axis: figures at equal steps, printed at equal distances, whose middles lie on ticks and grid lines. What heads the
/// columns or names the rows of a table may rise as evenly, years or numbers of columns, but stands between its lines and one to a cell.
/// </summary>
internal static class Scales
{
    /// <summary>So many figures make a scale.</summary>
    private const int Least = 4;

    /// <summary>How far a label's middle may lie from its tick, in its type's size.</summary>
    private const double OnTick = 0.2;

    /// <summary>A tick ends no further from its label, in its type's size.</summary>
    private const double Near = 1.5;

    /// <summary>True where the grid holds the scale of a chart.</summary>
    public static bool IsIn(PositionedGrid grid) =>
        grid.Area.Lines.Exists(line => Runs([.. line.Phrases], static phrase => phrase.Box.CentreX).Any(scale => IsAxis(scale, grid, true)))
        || Downward(grid.Area).Any(column => Runs(column, static phrase => phrase.Box.CentreY).Any(scale => IsAxis(scale, grid, false)));

    /// <summary>Figures under each other, flush right or about one middle.</summary>
    private static IEnumerable<List<Phrase>> Downward(TableArea area)
    {
        var figures = area.Lines.SelectMany(static line => line.Phrases).Where(static phrase => Value(phrase) is not null).ToList();
        foreach (var edge in (Func<Phrase, double>[])[static phrase => phrase.Box.Right, static phrase => phrase.Box.CentreX])
            foreach (var column in figures.GroupBy(phrase => (int)Math.Round(edge(phrase) / 0.5)).Where(static column => column.Count() >= Least))
                yield return [.. column.OrderBy(static phrase => phrase.Box.Top)];
    }

    /// <summary>Neighbouring phrases that are figures at equal steps and equal distances.</summary>
    private static IEnumerable<List<Phrase>> Runs(List<Phrase> phrases, Func<Phrase, double> at)
    {
        for (var from = 0; from + Least <= phrases.Count; from++)
        {
            if (Value(phrases[from]) is not { } first || Value(phrases[from + 1]) is not { } second || first == second) continue;
            var (step, pitch, end) = (second - first, at(phrases[from + 1]) - at(phrases[from]), from + 2);
            while (end < phrases.Count && Value(phrases[end]) is { } next && next - Value(phrases[end - 1]) == step && Math.Abs(at(phrases[end]) - at(phrases[end - 1]) - pitch) < 0.1 + 0.05 * pitch) end++;
            if (end - from < Least) continue;
            yield return phrases.GetRange(from, end - from);
            from = end - 2;
        }
    }

    private static bool IsAxis(List<Phrase> scale, PositionedGrid grid, bool across)
    {
        if (IsWalled(scale, grid.Area.Rules, across)) return false;
        var ticked = scale.Count(label => grid.Area.Rules.Any(rule => rule.Vertical == across && IsTick(rule, label)));
        if (ticked * 4 > scale.Count * 3) return true;
        // Labels that share cells with the next stand in no columns.
        var cells = scale.ConvertAll(label => grid.Cells.FirstOrDefault(cell => cell.Words.Contains(label.Words[0])));
        var shared = Enumerable.Range(1, scale.Count - 1).Count(i => cells[i] is { } cell && ReferenceEquals(cell, cells[i - 1]));
        return across && grid.Area.Evidence != AreaEvidence.Aligned && shared > 1 && shared * 3 >= scale.Count;
    }

    /// <summary>True where rules part the labels from each other: they stand in cells.</summary>
    private static bool IsWalled(List<Phrase> scale, IReadOnlyList<Rule> rules, bool across) => scale.Zip(scale.Skip(1)).Any(pair => rules.Any(rule => across
        ? rule.Vertical && rule.At > pair.First.Box.Right && rule.At < pair.Second.Box.Left && rule.From < pair.First.Box.CentreY && rule.To > pair.First.Box.CentreY
        : !rule.Vertical && rule.At > pair.First.Box.Bottom && rule.At < pair.Second.Box.Top && rule.From < pair.First.Box.CentreX && rule.To > pair.First.Box.CentreX));

    private static bool IsTick(Rule rule, Phrase label)
    {
        var size = label.Words[0].Size;
        var (at, from, to) = rule.Vertical ? (label.Box.CentreX, label.Box.Top, label.Box.Bottom) : (label.Box.CentreY, label.Box.Left, label.Box.Right);
        // A rule through the label strikes it out or parts cells beside it; a tick ends before it. Below a head it parts the columns of that head.
        return Math.Abs(rule.At - at) < OnTick * size && (rule.To <= from + 0.1 && rule.To > from - Near * size || !rule.Vertical && rule.From >= to - 0.1 && rule.From < to + Near * size);
    }

    private static decimal? Value(Phrase phrase) => FigureReader.Read(phrase.Text).Figure?.Value;
}

using Extract.Figures;
using Extract.Layout.Positioned;
using Extract.Text;

namespace Extract.Tables.Positioned;

/// <summary>
/// The scale of a chart's axis: figures at equal steps, printed at equal distances, whose middles lie on ticks and grid lines. What heads the
/// columns or names the rows of a table may rise as evenly, years or numbers of columns, but stands between its lines and one to a cell.
/// </summary>
internal sealed class Scales
{
    /// <summary>So many figures make a scale.</summary>
    private const int Least = 4;

    /// <summary>How far a label's middle may lie from its tick, in its type's size.</summary>
    private const double OnTick = 0.2;

    /// <summary>A tick ends no further from its label, in its type's size.</summary>
    private const double Near = 1.5;

    private readonly PositionedGrid grid;

    // A page may hold tens of thousands of labels and rules: figures are read once, rules found by where they are.
    private readonly Dictionary<Phrase, decimal?> values = new(ReferenceEqualityComparer.Instance);
    private readonly Rule[]?[] rules = new Rule[]?[2];
    private Dictionary<Word, SeenCell>? cells;

    private Scales(PositionedGrid grid) => this.grid = grid;

    /// <summary>True where the grid holds the scale of a chart.</summary>
    public static bool IsIn(PositionedGrid grid)
    {
        var scales = new Scales(grid);
        return grid.Area.Lines.Exists(line => scales.Runs(line.Phrases, static phrase => phrase.Box.CentreX).Any(scale => scales.IsAxis(scale, true)))
            || scales.Downward().Any(column => scales.Runs(column, static phrase => phrase.Box.CentreY).Any(scale => scales.IsAxis(scale, false)));
    }

    /// <summary>Figures under each other, flush right or about one middle.</summary>
    private IEnumerable<List<Phrase>> Downward()
    {
        var figures = grid.Area.Lines.SelectMany(static line => line.Phrases).Where(phrase => Value(phrase) is not null).ToList();
        foreach (var edge in (Func<Phrase, double>[])[static phrase => phrase.Box.Right, static phrase => phrase.Box.CentreX])
            foreach (var column in figures.GroupBy(phrase => (int)Math.Round(edge(phrase) / 0.5)).Where(static column => column.Count() >= Least))
                yield return [.. column.OrderBy(static phrase => phrase.Box.Top)];
    }

    /// <summary>Neighbouring phrases that are figures at equal steps and equal distances.</summary>
    private IEnumerable<List<Phrase>> Runs(IReadOnlyList<Phrase> phrases, Func<Phrase, double> at)
    {
        for (var from = 0; from + Least <= phrases.Count; from++)
        {
            // Where they stand is known before what they say.
            if (!IsEven(phrases, at, from) || Value(phrases[from]) is not { } first || Value(phrases[from + 1]) is not { } second || first == second) continue;
            var (step, pitch, end) = (second - first, at(phrases[from + 1]) - at(phrases[from]), from + 2);
            while (end < phrases.Count && Value(phrases[end]) is { } next && next - Value(phrases[end - 1]) == step && IsPitch(at(phrases[end]) - at(phrases[end - 1]), pitch)) end++;
            if (end - from < Least) continue;
            yield return [.. Enumerable.Range(from, end - from).Select(i => phrases[i])];
            from = end - 2;
        }
    }

    private static bool IsEven(IReadOnlyList<Phrase> phrases, Func<Phrase, double> at, int from)
    {
        var pitch = at(phrases[from + 1]) - at(phrases[from]);
        for (var i = from + 2; i < from + Least; i++)
            if (!IsPitch(at(phrases[i]) - at(phrases[i - 1]), pitch)) return false;
        return true;
    }

    private static bool IsPitch(double distance, double pitch) => Math.Abs(distance - pitch) < 0.1 + 0.05 * pitch;

    private bool IsAxis(List<Phrase> scale, bool across)
    {
        if (IsWalled(scale, across)) return false;
        var ticked = scale.Count(label => IsTicked(label, across));
        if (ticked * 4 > scale.Count * 3) return true;
        if (!across || grid.Area.Evidence == AreaEvidence.Aligned) return false;
        // Labels that share cells with the next stand in no columns.
        var own = scale.ConvertAll(CellOf);
        var shared = Enumerable.Range(1, scale.Count - 1).Count(i => own[i] is { } cell && ReferenceEquals(cell, own[i - 1]));
        return shared > 1 && shared * 3 >= scale.Count;
    }

    /// <summary>True where rules part the labels from each other: they stand in cells.</summary>
    private bool IsWalled(List<Phrase> scale, bool across) => scale.Zip(scale.Skip(1)).Any(pair =>
    {
        var (first, second) = (pair.First.Box, pair.Second.Box);
        var (low, high, middle) = across ? (first.Right, second.Left, first.CentreY) : (first.Bottom, second.Top, first.CentreX);
        return From(low, across).TakeWhile(rule => rule.At < high).Any(rule => rule.At > low && rule.From < middle && rule.To > middle);
    });

    private bool IsTicked(Phrase label, bool across)
    {
        var size = label.Words[0].Size;
        var (at, from, to) = across ? (label.Box.CentreX, label.Box.Top, label.Box.Bottom) : (label.Box.CentreY, label.Box.Left, label.Box.Right);
        // A rule through the label strikes it out or parts cells beside it; a tick ends before it. Below a head it parts the columns of that head.
        return From(at - 2 * OnTick * size, across).TakeWhile(rule => rule.At < at + 2 * OnTick * size)
            .Any(rule => Math.Abs(rule.At - at) < OnTick * size && (rule.To <= from + 0.1 && rule.To > from - Near * size || !across && rule.From >= to - 0.1 && rule.From < to + Near * size));
    }

    /// <summary>The rules of a direction that lie at or behind a place, in the order of their places.</summary>
    private ArraySegment<Rule> From(double place, bool vertical)
    {
        var ordered = rules[vertical ? 1 : 0] ??= [.. grid.Area.Rules.Where(rule => rule.Vertical == vertical).OrderBy(static rule => rule.At)];
        var (low, high) = (0, ordered.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (ordered[middle].At < place) low = middle + 1;
            else high = middle;
        }
        return new ArraySegment<Rule>(ordered, low, ordered.Length - low);
    }

    private SeenCell? CellOf(Phrase label)
    {
        if (cells is null)
        {
            cells = new(ReferenceEqualityComparer.Instance);
            foreach (var cell in grid.Cells)
                foreach (var word in cell.Words) cells.TryAdd(word, cell);
        }
        return cells.GetValueOrDefault(label.Words[0]);
    }

    private decimal? Value(Phrase phrase)
    {
        if (!values.TryGetValue(phrase, out var value)) values[phrase] = value = phrase.Text.Any(static c => char.IsAsciiDigit(Characters.Fold(c))) ? FigureReader.Read(phrase.Text).Figure?.Value : null;
        return value;
    }
}

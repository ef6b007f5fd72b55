using Extract.Forms;
using Extract.Layout.Positioned;
using Extract.Text;

namespace Extract.Tables.Positioned;

/// <summary>
/// From an area to the borders of its grid. Rules come first; where they leave a part open, rivers give its columns and lines its rows. Each
/// step adds borders and takes none away.
/// </summary>
internal sealed class Drafting
{
    /// <summary>Ink this far beyond the outermost rule lies in a column or row of its own.</summary>
    private const double Beyond = 0.35;

    private readonly TableArea area;
    private readonly List<Border> xs;
    private readonly List<Border> ys;
    private readonly List<List<TextLine>> bands = [];

    /// <summary>How many lines at the top print a known header again; what stands below them is body, figures or not.</summary>
    private readonly int repeated;

    /// <summary>The first band that prints figures; -1 where none does.</summary>
    private int firstFigures = -1;

    private Drafting(TableArea area, IReadOnlyList<string> heads)
    {
        this.area = area;
        while (repeated < Math.Min(heads.Count, area.Lines.Count) && area.Lines[repeated].Key == heads[repeated]) repeated++;
        if (repeated < heads.Count) repeated = 0;
        var ink = Boxes.Union(Printed(area));
        var across = RuleLevel.Of(area.Rules, false);
        var down = RuleLevel.Of(area.Rules, true);
        xs = Closed(down, ink.Left, ink.Right);
        ys = Closed(across, ink.Top, ink.Bottom);
        Collapse(xs, 1.3, static box => (box.Left, box.Right));
        Collapse(ys, 0.7, static box => (box.Top, box.Bottom));
    }

    /// <summary>Headers that alignment showed.</summary>
    public List<Header> Headers { get; } = [];

    /// <summary>The rivers that became borders.</summary>
    public List<River> Rivers { get; } = [];

    /// <summary>The columns' ink.</summary>
    public ColumnInk Ink { get; private set; } = null!;

    /// <summary>The borders of the area's grid.</summary>
    public static (Sketch Sketch, Drafting Seen) Of(TableArea area, IReadOnlyList<string> heads)
    {
        var draft = new Drafting(area, heads);
        draft.AddRivers();
        draft.Ink = new ColumnInk([.. draft.xs.Select(static x => x.At)], area.Lines);
        draft.AddRows();
        var sketch = new Sketch(draft.xs, draft.ys);
        return (sketch, draft);
    }

    private static IEnumerable<Box> Printed(TableArea area) => area.Words.Select(static word => word.Box).Concat(area.Sideways.Select(static word => word.Box));

    private static List<Border> Closed(List<RuleLevel> levels, double from, double to)
    {
        var borders = levels.ConvertAll(static level => new Border(level.At, level));
        if (borders.Count == 0 || borders[0].At > from + Beyond) borders.Insert(0, new Border(from - 0.1, null));
        if (borders.Count == 1 || borders[^1].At < to - Beyond) borders.Add(new Border(Math.Max(to, borders[0].At) + 0.1, null));
        return borders;
    }

    /// <summary>
    /// A strip between two borders too narrow for text and without any is one border: widely set double rules, the padding about a shade.
    /// </summary>
    private void Collapse(List<Border> borders, double narrow, Func<Box, (double From, double To)> extent)
    {
        var inks = Printed(area).Select(extent).OrderBy(static ink => ink.From).ToList();
        for (var i = borders.Count - 2; i >= 0 && borders.Count > 2; i--)
        {
            var (low, high) = (borders[i], borders[i + 1]);
            if (high.At - low.At >= narrow || inks.Exists(ink => Boxes.Overlap(ink.From, ink.To, low.At, high.At) > 0.25 * (high.At - low.At))) continue;
            var outer = i == 0 ? low : i + 2 == borders.Count ? high : null;
            var level = low.Level is null ? high.Level : high.Level is null ? low.Level : low.Level.With(high.Level);
            borders[i] = new Border(outer?.At ?? level?.At ?? (low.At + high.At) / 2, level);
            borders.RemoveAt(i + 1);
        }
    }

    private void AddRivers()
    {
        var inner = xs.Skip(1).SkipLast(1).Any(static x => x.Level is not null);
        for (var c = xs.Count - 2; c >= 0; c--)
        {
            var (left, right) = (xs[c], xs[c + 1]);
            var lines = TextLine.Of(area.Words.Where(word => word.Box.CentreX > left.At && word.Box.CentreX <= right.At));
            if (lines.Count == 0) continue;
            var rivers = Layout.Positioned.Rivers.Of(lines);
            if (inner && IsWalled(left) && IsWalled(right)) rivers.RemoveAll(river => river.Lines < 3 || river.Lines < 0.5 * lines.Count || river.Width < 0.7 * lines[0].Size);
            xs.InsertRange(c + 1, rivers.Select(static river => new Border(river.Middle, null)));
            Rivers.AddRange(rivers);
        }
    }

    private bool IsWalled(Border border) => border.Level is { } level && level.Covers(ys[0].At, ys[^1].At) > 0.6;

    private void AddRows()
    {
        var all = area.Lines;
        var at = 0;
        for (var r = 0; r + 1 < ys.Count; r++)
        {
            var from = at;
            while (at < all.Count && (all[at].Box.CentreY < ys[r + 1].At || r + 2 == ys.Count)) at++;
            bands.Add(all.GetRange(from, at - from));
        }
        firstFigures = bands.FindIndex(band => band.Exists(line => Ink.Fill(line).Any(pair => pair.Key > 0 && IsFigure(pair.Value))));
        for (var r = bands.Count - 1; r >= 0; r--) SplitBand(r, repeated == 0 ? firstFigures < 0 || r <= firstFigures : Known(r) > 0);
    }

    private static bool IsFigure(List<Word> words) => string.Join(' ', words.Select(static word => word.Text)) is var text && Values.IsValue(text) && !Values.IsYear(text);

    /// <summary>How many of the band's lines belong to a header printed again.</summary>
    private int Known(int band) => Math.Clamp(repeated - bands.Take(band).Sum(static lines => lines.Count), 0, bands[band].Count);

    private void SplitBand(int band, bool mayHead)
    {
        var lines = bands[band];
        if (lines.Count == 0) return;
        var heads = mayHead && Rivers.Count > 0;
        if (lines.Count == 1 || !HoldsRows(band, lines))
        {
            if (heads && band + 1 < bands.Count) Insert(band, AddHeader(lines, mayHead && band + 1 < firstFigures ? bands[band + 1] : []));
            return;
        }
        var rows = new TextRows(lines, Ink);
        var first = !mayHead ? 0 : repeated > 0 ? Known(band) : rows.BodyStart;
        if (first == lines.Count) first = 0;
        var body = rows.Body(first);
        var borders = first == 0 ? [] : AddHeader(lines.GetRange(0, first), []);
        if (first > 0) borders.Add(Between(lines.GetRange(0, first), body[0]));
        borders.AddRange(body.Zip(body.Skip(1), Between));
        Insert(band, borders);
    }

    private List<double> AddHeader(List<TextLine> lines, List<TextLine> below)
    {
        var header = new Heads(Ink, area.Rules).Of(lines, below);
        Headers.Add(header);
        return [.. header.Borders];
    }

    private static double Between(List<TextLine> above, List<TextLine> below) =>
        (above.Max(static line => line.Box.Bottom) + below.Min(static line => line.Box.Top)) / 2;

    /// <summary>
    /// A band between two rules holds several rows where a column prints a figure on each of several lines; where rules give no rows at all,
    /// also where most lines fill several columns.
    /// </summary>
    private bool HoldsRows(int band, List<TextLine> lines)
    {
        var figures = new int[Ink.Count];
        var several = 0;
        var above = new Dictionary<int, List<Word>>();
        foreach (var line in lines)
        {
            var fill = Ink.Fill(line);
            if (fill.Count > 1) several++;
            foreach (var (column, words) in fill)
            {
                var broken = above.TryGetValue(column, out var before) && IsWalled(xs[column + 1]) && BrokenFigure.GoesOn(before, words, xs[column].At, xs[column + 1].At);
                if (!broken && IsEntry(string.Join(' ', words.Select(static word => word.Text))) && !IsInSentence(line, words)) figures[column]++;
                above[column] = words;
            }
        }
        var filled = figures.Skip(1).Count(static n => n > 0);
        var repeated = figures.Skip(1).Count(static n => n > 1);
        if (repeated > 0 && repeated * 2 >= filled) return true;
        var share = lines.Count / (double)bands.Sum(static b => b.Count);
        return Ink.Count > 1 && several >= 2 && share >= 0.6 && bands.Count <= 3 && lines.Count >= 3 && !(IsWalled(xs[0]) && bands.Count > 1);
    }

    /// <summary>True for a figure that fills a cell of its own: not a part of a date, which wraps, nor one in the middle of words (档 18640 人次，; 5210 人次，群众), nor a sign (≥) above its figure.</summary>
    private static bool IsEntry(string text) => Values.IsValue(text) && !Operators.IsSign(Characters.Key(text)) && text.AsSpan().IndexOfAny('年', '月', '日') < 0 && !char.IsLetter(text[0]) && text[^1] is not ('，' or '、' or '；' or '。')
        && !(text.AsSpan().IndexOfAny('，', '；', '。') >= 0 && text.Any(char.IsLetter));

    /// <summary>True for a figure that words run up to, or on from, over the border of its column: it stands in a sentence of a cell that spans columns.</summary>
    private static bool IsInSentence(TextLine line, List<Word> figure)
    {
        var all = line.Words.OrderBy(static word => word.Box.Left).ToList();
        var (first, last) = (all.IndexOf(figure[0]), all.IndexOf(figure[^1]));
        return first > 0 && Touch(all[first - 1], all[first]) || last >= 0 && last + 1 < all.Count && Touch(all[last], all[last + 1]);

        static bool Touch(Word left, Word right) =>
            right.Box.Left - left.Box.Right < 0.35 * left.Size && (Characters.IsWide(left.Text[^1]) || Characters.IsWide(right.Text[0]));
    }

    private void Insert(int band, List<double> borders) => ys.InsertRange(band + 1, borders.Select(static y => new Border(y, null)));
}

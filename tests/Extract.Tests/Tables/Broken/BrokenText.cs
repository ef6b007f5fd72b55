namespace Extract.Tests.Tables.Broken;

/// <summary>A form as an extractor left it, the form as it was, and what happened in between.</summary>
internal sealed record BrokenText(int Seed, string Text, KnownForm Truth, Perturbations Kinds);

/// <summary>
/// Makes broken texts from seeds. What no reader could resolve from the order of words alone is not made:
/// <list type="bullet">
/// <item>in the rows of one form wrapped labels keep one order (before, around, after, values first): mixed at will, the line between two
/// values' lines could belong to either;</item>
/// <item>a page cut that leaves label lines behind their values is made only where the last of them is visibly short of the column, and a page
/// ends between rows only after a label whose last line is visibly short: a line that happens to fill its column to the end says nothing
/// of whether the phrase goes on;</item>
/// <item>reasons wrap only where cells are emitted one by one, in a column visibly narrower than the labels, and never in a row cut by a page:
/// line by line, two wrapped cells side by side share their lines without a mark between them;</item>
/// <item>one cell of “≥ 5 10 10” is left empty only where its neighbours tell which (see <see cref="FormGenerator"/>);</item>
/// <item>at most one page end in a form's tables: two cuts in one centred row leave no line count to reason from.</item>
/// </list>
/// </summary>
internal static class BrokenTexts
{
    /// <param name="seed">What makes the form and its damage.</param>
    /// <param name="woven">
    /// True to interleave the wrapped cells of headers line by line as well. Such a header can still be told from the shape of the rows below it,
    /// but no longer by its words; these texts are counted apart.
    /// </param>
    public static BrokenText Make(int seed, bool woven = false)
    {
        var random = new Random(seed);
        var order = (Order)random.Next(4);
        var central = random.Next(100) < 30;
        var style = central ? (TargetStyle)random.Next(5) : random.Next(100) < 55 ? TargetStyle.Split : (TargetStyle)random.Next(5);
        var reasons = order != Order.ValuesFirst && random.Next(100) < 65;
        var form = new FormGenerator(random).Make(
            central ? Wording.Central : Wording.Provincial, style, reasons, random.Next(100) < 30, random.Next(100) < 88);
        var label = random.Next(100) < 25 ? random.Next(5, 8) * 2 : random.Next(8, 18) * 2;
        var measures = new Measures(
            central ? Wording.Central : Wording.Provincial, style, reasons, random.Next(100) < 55 ? 8 : 10, Level2(random), label,
            random.Next(1, 5) * 2, Math.Max(6, Math.Min(label - 6, random.Next(4, 9) * 2)), random.Next(4, 9) * 2, random.Next(100) < 40);
        // A reason may wrap only if its column is visibly narrower than the label's.
        if (reasons && measures.Reason > label - 6) measures = measures with { Reason = 60 };
        var mark = (PageMark)random.Next(3);
        return Set(seed, random, form, measures, order, new Emission(order, random.Next(100) < 50, mark, woven), mark);
    }

    private static int Level2(Random random) => random.Next(100) switch { < 25 => 8, < 50 => 10, < 70 => 12, < 85 => 14, _ => 18 };

    private static BrokenText Set(int seed, Random random, KnownForm form, Measures measures, Order order, Emission emission, PageMark mark)
    {
        var setter = new FormSetter(form, measures, order);
        var header = setter.IndicatorHeader(true);
        var indicators = setter.Indicators();
        var top = setter.Head().Concat(setter.Budget()).Append(header).ToList();
        var rows = top.Concat(indicators).Concat(setter.Foot()).ToList();
        var choice = random.Next(100);
        PageEnd? end = choice switch
        {
            < 35 => InRow(random, rows, order, emission, measures),
            < 50 => InHeader(random, rows, top.Count - 1),
            < 75 => BetweenRows(random, rows, top.Count, measures),
            _ => null,
        };
        var repeated = end is { } at && at.Row >= top.Count && random.Next(100) < 45;
        emission.Emit(rows, end, repeated ? setter.IndicatorHeader(false) : null);
        var kinds = Kinds(form, measures, order, rows, indicators) | (emission.Doubled ? Perturbations.DoubleSpacing : 0)
            | (repeated ? Perturbations.RepeatedHeader : 0) | (end is null ? 0 : OfEnd(rows, end.Value))
            | (end is not null && mark == PageMark.NumberLine ? Perturbations.PageNumberLines : 0);
        return new(seed, emission + "\n", form, kinds);
    }

    private static Perturbations OfEnd(List<SetRow> rows, PageEnd end) =>
        end.Line == 0 ? Perturbations.PageBreakBetweenRows : rows[end.Row].IsHeader ? Perturbations.PageBreakInHeader : Perturbations.PageBreakInRow;

    private static PageEnd? InRow(Random random, List<SetRow> rows, Order order, Emission emission, Measures measures)
    {
        var places = new List<PageEnd>();
        for (var r = 0; r < rows.Count; r++)
        {
            if (!rows[r].IsIndicator || rows[r].Label!.Lines.Length < 2 || rows[r].Cells.Any(static c => c.Column == 10 && c.Lines.Length > 1)) continue;
            for (var line = 1; line < rows[r].Height; line++)
            {
                var above = emission.Part(rows[r], 0, line);
                var below = emission.Part(rows[r], line, int.MaxValue);
                if (!above.Any(static p => p.Column == FormSetter.LabelColumn) || !below.Any(static p => p.Column == FormSetter.LabelColumn)) continue;
                // Values first: their line must stand above the cut, or the label's first line would follow the row before.
                if (order == Order.ValuesFirst ? above.Any(static p => p.Column == 8) : order == Order.LabelAfter || Short(rows[r].Label!, measures.Label))
                    places.Add(new(r, line));
            }
        }
        return places.Count == 0 ? null : places[random.Next(places.Count)];
    }

    private static PageEnd? InHeader(Random random, List<SetRow> rows, int header) =>
        rows[header].Height < 2 ? null : new(header, random.Next(1, rows[header].Height));

    private static PageEnd? BetweenRows(Random random, List<SetRow> rows, int first, Measures measures)
    {
        var places = new List<PageEnd>();
        for (var r = first; r < rows.Count && rows[r].IsIndicator; r++)
            if (r == first || Short(rows[r - 1].Label!, measures.Label) && !rows[r - 1].Cells.Any(static c => c.Column == 10 && c.Lines.Length > 1))
                places.Add(new(r, 0));
        return places.Count == 0 ? null : places[random.Next(places.Count)];
    }

    /// <summary>True where the last line of a cell ends visibly before its column does.</summary>
    private static bool Short(SetCell cell, int width) => Extract.Text.DisplayWidth.Of(cell.Lines[^1]) <= width - 4;

    private static Perturbations Kinds(KnownForm form, Measures measures, Order order, List<SetRow> rows, IReadOnlyList<SetRow> indicators)
    {
        var kinds = Perturbations.None;
        void Note(bool really, Perturbations kind) => kinds |= really ? kind : 0;
        Note(indicators.Any(static r => r.Label!.Lines.Length > 1), order switch
        {
            Order.LabelBefore => Perturbations.LabelBefore,
            Order.LabelAround => Perturbations.LabelAround,
            Order.LabelAfter => Perturbations.LabelAfter,
            _ => Perturbations.ValuesFirst,
        });
        Note(indicators.Any(static r => r.Cells.Any(static c => c.Column is 1 or 2 && c.Lines.Length > 1)), Perturbations.SplitLevelNames);
        Note(!measures.Reasons, Perturbations.NoReasonColumn);
        Note(rows.Any(static r => r.IsIndicator && r.Cells.Any(static c => c.Column == 10 && c.Lines.Length > 1)), Perturbations.WrappedReasons);
        Note(measures.Target is TargetStyle.Whole or TargetStyle.Words or TargetStyle.Bare, Perturbations.NoOperatorColumn);
        Note(measures.Target == TargetStyle.Words, Perturbations.WordOperators);
        Note(measures.Target == TargetStyle.SplitWithUnit, Perturbations.UnitColumn);
        Note(measures.Spaced, Perturbations.SpacedDigits);
        Note(form.TotalWeight.Length == 0, Perturbations.NoTotalRow);
        Note(form.Indicators.Any(static i => i.Actual.Length == 0 || i.Score.Length == 0), Perturbations.EmptyCells);
        Note(measures.Wording == Wording.Central, Perturbations.CentralWording);
        Note(measures.Label <= 14, Perturbations.NarrowLabels);
        return kinds;
    }
}

using Extract.Layout.Positioned;

namespace Extract.Tables.Positioned;

/// <summary>
/// Corrects the walls by what is printed: white between two phrases is a wall where the rule is missing, and a phrase that runs across a
/// border known only by alignment spans it.
/// </summary>
internal static class Walls
{
    /// <summary>White this wide about a level of rules parts two cells even where the rule is not drawn.</summary>
    private const double Parting = 0.6;

    /// <summary>Ink reaching this far to both sides crosses a border.</summary>
    private const double Across = 0.25;

    public static void Complete(Sketch sketch, TableArea area, Drafting seen)
    {
        var rows = Rows(sketch, area);
        for (var r = 0; r < sketch.Rows; r++)
        {
            foreach (var line in rows[r])
            {
                Part(sketch, r, line);
                Span(sketch, r, line);
            }
        }
        foreach (var header in seen.Headers)
            foreach (var head in header.Heads) Place(sketch, sketch.Row(header.Top), head);
        PartFigures(sketch, rows);
    }

    /// <summary>Takes away the walls inside a head, unless rules are drawn there.</summary>
    private static void Place(Sketch sketch, int start, Head head)
    {
        var (top, bottom) = (start + head.Row, Math.Min(start + head.Row + head.Rows, sketch.Rows) - 1);
        for (var r = top; r <= bottom; r++)
        {
            for (var c = head.First; c < head.Last; c++)
                if (!IsDrawn(sketch, r, c)) sketch.Right[r, c] = false;
            for (var c = head.First; r < bottom && c <= head.Last; c++)
                if (sketch.Ys[r + 1].Level is not { } level || level.Covers(sketch.Xs[c].At, sketch.Xs[c + 1].At) <= 0.5) sketch.Below[r, c] = false;
        }
    }

    /// <summary>The lines in each elementary row.</summary>
    public static List<List<TextLine>> Rows(Sketch sketch, TableArea area)
    {
        var rows = new List<TextLine>[sketch.Rows];
        for (var r = 0; r < rows.Length; r++) rows[r] = [];
        // A border may run through a line: the words above it and those below stand in different rows, and make other lines there.
        var cut = new HashSet<int>();
        foreach (var line in area.Lines)
        {
            var row = sketch.Row(line.Words[0].Box.CentreY);
            rows[row].Add(line);
            foreach (var word in line.Words)
                if (sketch.Row(word.Box.CentreY) is var other && other != row) cut.UnionWith([row, other]);
        }
        foreach (var row in cut) rows[row] = TextLine.Of(area.Words.Where(word => sketch.Row(word.Box.CentreY) == row));
        return [.. rows];
    }

    private static bool IsDrawn(Sketch sketch, int row, int column) =>
        sketch.Xs[column + 1].Level is { } level && level.Covers(sketch.Ys[row].At, sketch.Ys[row + 1].At) > 0.5;

    /// <summary>Puts a wall where a rule is missing between two phrases.</summary>
    private static void Part(Sketch sketch, int row, TextLine line)
    {
        for (var k = 1; k < line.Words.Count; k++)
        {
            var (before, after) = (line.Words[k - 1].Box, line.Words[k].Box);
            if (after.Left - before.Right < Parting * line.Size) continue;
            var (first, last) = (sketch.Column(before.CentreX), sketch.Column(after.CentreX));
            if (Enumerable.Range(first, last - first).Any(c => sketch.Right[row, c] || IsMerged(sketch, row, c) && !Values.IsValue(line.Words[k].Text))) continue;
            for (var c = first; c < last; c++)
                if (sketch.Xs[c + 1].At > before.Right - 0.1 && sketch.Xs[c + 1].At < after.Left + 0.1) sketch.Right[row, c] = true;
        }
    }

    /// <summary>True where a rule runs down nearly everywhere but beside this cell, which rules close above and below: it is left out on purpose (合　计).</summary>
    private static bool IsMerged(Sketch sketch, int row, int column)
    {
        if (sketch.Xs[column + 1].Level is not { } level || level.Covers(sketch.Ys[0].At, sketch.Ys[^1].At) < 0.6 || level.Covers(sketch.Ys[row].At, sketch.Ys[row + 1].At) > 0.5) return false;
        bool Closes(int y) => sketch.Ys[y].Level is { } across && across.Covers(sketch.Xs[column].At, sketch.Xs[column + 2].At) > 0.9;
        return Closes(row) && Closes(row + 1);
    }

    /// <summary>Takes the wall away where a phrase crosses a border known by alignment and the cell it enters prints nothing else.</summary>
    private static void Span(Sketch sketch, int row, TextLine line)
    {
        var phrases = TextLine.Parted(line.Words, 0.42 * line.Size);
        for (var p = 0; p < phrases.Count; p++)
        {
            var box = phrases[p].Box;
            for (var c = 0; c < sketch.Columns - 1; c++)
            {
                var x = sketch.Xs[c + 1].At;
                if (x <= box.Left + Across || x >= box.Right - Across || sketch.Xs[c + 1].Level is not null) continue;
                var entered = box.CentreX < x ? c + 1 : c;
                if (!phrases.Where((_, i) => i != p).Any(other => sketch.Column(other.Box.CentreX) == entered)) sketch.Right[row, c] = false;
            }
        }
    }

    /// <summary>Puts a wall between two rows where a rule runs beside and figures stand above and below.</summary>
    private static void PartFigures(Sketch sketch, List<List<TextLine>> rows)
    {
        HashSet<int>? below = null;
        for (var r = 0; r + 1 < sketch.Rows; r++)
        {
            var above = below;
            below = null;
            if (sketch.Ys[r + 1].Level is null) continue;
            above ??= Figures(sketch, rows[r]);
            below = Figures(sketch, rows[r + 1]);
            for (var c = 0; c < sketch.Columns; c++)
                if (above.Contains(c) && below.Contains(c)) sketch.Below[r, c] = true;
        }
    }

    private static HashSet<int> Figures(Sketch sketch, List<TextLine> lines) =>
        [.. lines.SelectMany(static line => line.Phrases).Where(static phrase => Values.IsValue(phrase.Text)).Select(phrase => sketch.Column(phrase.Box.CentreX))];
}

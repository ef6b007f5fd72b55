using Extract.Layout.Positioned;
using Extract.Text;

namespace Extract.Tables.Positioned;

/// <summary>Puts every word into one cell: the one its middle lies in, or, for text that overflows, the one its phrase belongs to.</summary>
internal sealed class Filling
{
    /// <summary>A word that reaches this far over a wall, on both sides, overflows its cell.</summary>
    private const double Over = 0.3;

    private readonly Sketch sketch;
    private readonly TableArea area;
    private readonly List<(int Row, int Column, int Rows, int Columns)> cells;

    /// <summary>The cell that each elementary cell is part of.</summary>
    private readonly int[,] owner;

    private readonly List<Word>?[] words;

    // Asked only where something overflows.
    private ILookup<int, Word>? held;

    private Filling(Sketch sketch, TableArea area)
    {
        (this.sketch, this.area) = (sketch, area);
        cells = sketch.Cells();
        words = new List<Word>?[cells.Count];
        owner = new int[sketch.Rows, sketch.Columns];
        for (var i = 0; i < cells.Count; i++)
            for (var r = 0; r < cells[i].Rows; r++)
                for (var c = 0; c < cells[i].Columns; c++) owner[cells[i].Row + r, cells[i].Column + c] = i;
    }

    /// <summary>The cells with their words.</summary>
    public static List<SeenCell> Of(Sketch sketch, TableArea area)
    {
        var filling = new Filling(sketch, area);
        foreach (var line in area.Lines)
            foreach (var phrase in TextLine.Parted(line.Words, 0.5 * line.Size)) filling.Put(phrase);
        return filling.Seen();
    }

    private List<SeenCell> Seen()
    {
        var sideways = area.Sideways.Count == 0 ? null : area.Sideways.ToLookup(word => owner[sketch.Row(word.Box.CentreY), sketch.Column(word.Box.CentreX)]);
        var seen = new List<SeenCell>(cells.Count);
        for (var i = 0; i < cells.Count; i++)
            seen.Add(new SeenCell(cells[i].Row, cells[i].Column, cells[i].Rows, cells[i].Columns, Extent(cells[i]), words[i] ?? (IReadOnlyList<Word>)[], sideways is null ? [] : [.. sideways[i]]));
        return seen;
    }

    private Box Extent((int Row, int Column, int Rows, int Columns) cell) => new(
        sketch.Xs[cell.Column].At, sketch.Ys[cell.Row].At, sketch.Xs[cell.Column + cell.Columns].At, sketch.Ys[cell.Row + cell.Rows].At);

    /// <summary>Puts the words of a phrase into their cells: by the middle of each word, or by that of the overflowing phrase.</summary>
    private void Put(Phrase phrase)
    {
        var column = sketch.Column(phrase.Box.Left);
        if (column == sketch.Column(phrase.Box.Right))
        {
            foreach (var word in phrase.Words) Put(word, sketch.Row(word.Box.CentreY), column);
            return;
        }
        foreach (var part in Apart(phrase))
        {
            double? home = part.Words.Any(Overflows) || RunsOn(part) ? Home(part) : null;
            foreach (var word in part.Words) Put(word, sketch.Row(word.Box.CentreY), sketch.Column(home ?? word.Box.CentreX));
        }
    }

    private void Put(Word word, int row, int column) => (words[owner[row, column]] ??= []).Add(word);

    private IEnumerable<Word> Held(int cell) => (held ??= area.Words.ToLookup(word => owner[sketch.Row(word.Box.CentreY), sketch.Column(word.Box.CentreX)]))[cell];

    /// <summary>
    /// Text overflows into empty cells only. What runs over a drawn wall between two cells that both print something else is the text of
    /// both, each filling its cell to the edge.
    /// </summary>
    private IEnumerable<Phrase> Apart(Phrase phrase)
    {
        var row = sketch.Row(phrase.Box.CentreY);
        var left = new List<Word>(phrase.Words);
        for (var c = sketch.Column(phrase.Box.Left); c < sketch.Columns - 1 && sketch.Xs[c + 1].At < phrase.Box.Right - Over; c++)
        {
            var (x, from, to) = (sketch.Xs[c + 1], owner[row, c], owner[row, c + 1]);
            if (x.Level is null || from == to || x.At < phrase.Box.Left + Over || !Held(from).Except(phrase.Words).Any() || !Held(to).Except(phrase.Words).Any()) continue;
            var at = left.FindIndex(word => word.Box.Right > x.At + 0.25 * word.Size);
            if (at < 0) continue;
            if (left[at].Box.CentreX < x.At || left[at].Box.Left < x.At - 0.25 * left[at].Size)
            {
                if (left[at].CutAt(x.At) is not { } parts) continue;
                left[at] = parts.Left;
                left.Insert(++at, parts.Right);
            }
            if (at == 0) continue;
            yield return new Phrase(left.GetRange(0, at));
            left.RemoveRange(0, at);
        }
        if (left.Count > 0) yield return left.Count == phrase.Words.Count ? phrase : new Phrase(left);
    }

    /// <summary>A phrase too wide for its cell is set from the left, from the right or about the middle: the cell whose edge or middle it keeps.</summary>
    private double Home(Phrase phrase)
    {
        var row = sketch.Row(phrase.Box.CentreY);
        var first = sketch.Column(phrase.Box.Left + 0.1);
        var last = sketch.Column(phrase.Box.Right - 0.1);
        var middle = sketch.Column(phrase.Box.CentreX);
        var centred = owner[row, middle] != owner[row, first] && owner[row, middle] != owner[row, last];
        if (centred) return phrase.Box.CentreX;
        var fromLeft = phrase.Box.Left - sketch.Xs[first].At;
        var fromRight = sketch.Xs[last + 1].At - phrase.Box.Right;
        return fromLeft <= fromRight + 0.3 ? phrase.Box.Left + 0.1 : phrase.Box.Right - 0.1;
    }

    /// <summary>True where a phrase goes on over a border that only alignment shows.</summary>
    private bool RunsOn(Phrase phrase)
    {
        var row = sketch.Row(phrase.Box.CentreY);
        var (first, last) = (sketch.Column(phrase.Words[0].Box.CentreX), sketch.Column(phrase.Words[^1].Box.CentreX));
        return first < last && Enumerable.Range(first, last - first).Any(c => owner[row, c] != owner[row, c + 1] && sketch.Xs[c + 1].Level is null);
    }

    private bool Overflows(Word word)
    {
        var row = sketch.Row(word.Box.CentreY);
        for (var c = sketch.Column(word.Box.Left); c < sketch.Columns - 1; c++)
        {
            var x = sketch.Xs[c + 1].At;
            if (x >= word.Box.Right - Over) return false;
            if (x > word.Box.Left + Over && owner[row, c] != owner[row, c + 1]) return true;
        }
        return false;
    }
}

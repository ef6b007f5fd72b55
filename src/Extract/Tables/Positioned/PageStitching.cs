using System.Buffers;
using Extract.Forms;
using Extract.Layout.Positioned;
using Extract.Text;

namespace Extract.Tables.Positioned;

/// <summary>
/// Makes one table of the parts that pages cut it into. A part goes on with the part at the foot of the page before where its columns have the
/// same borders and it has no title of its own; heads printed again are taken once, and a row cut by the page is joined.
/// </summary>
internal static class PageStitching
{
    /// <summary>Columns are the same where their borders, from the table's left edge, differ by less than this, in points.</summary>
    public const double SameBorder = 4;

    /// <summary>A page may set the table this much further to the left or right, in points: bound pages have an inner margin.</summary>
    private const double MostShift = 40;

    /// <summary>A form names its project in one of so many rows at its head.</summary>
    private const int HeadOfForm = 4;

    /// <summary>True where <paramref name="next"/> goes on with <paramref name="part"/>.</summary>
    public static bool Continues(TablePart part, TablePart next)
    {
        if (next.Sheet.Number != part.Sheet.Number + 1 || !part.ClosesPage || !next.OpensPage) return false;
        var repeated = part.Grid.Columns == next.Grid.Columns && Repeated(part, next) > 0;
        var titled = !next.Caption.Title.IsBlank && !IsContinued(next.Caption.Title.Text) && Named(next.Caption.Title.Text) != Named(part.Caption.Title.Text);
        if (titled || NamesAnother(part, next)) return false;
        return repeated || next.Caption.Title.IsBlank && (Columns(part, next) is not null || IsDrawn(part) && IsDrawn(next) && Columns(next, part) is not null || SameInk(part, next));
    }

    /// <summary>A form that names its project begins where it does: only one printed again at the head of each page goes on.</summary>
    private static bool NamesAnother(TablePart part, TablePart next)
    {
        foreach (var row in next.Rows.Take(HeadOfForm))
            if (row.Any(static cell => IsNameOfProject(cell.Text)) && row.Count > 1) return !part.Rows.Take(HeadOfForm).Any(own => Same(own, row));
        return false;
    }

    /// <summary>True where the first row names a form's project.</summary>
    public static bool NamesProject(PositionedGrid grid)
    {
        var first = grid.Cells.Where(static cell => cell.Row == 0 && cell.Words.Count > 0).ToList();
        return first.Count > 1 && IsNameOfProject(first[0].Printed.Text);
    }

    private static bool IsNameOfProject(string text) => Characters.Key(text).TrimEnd(':') is "项目名称" or "项目(政策)名称" or "项目编码";

    /// <summary>How many leading rows of <paramref name="next"/> print the header again.</summary>
    public static int Repeated(TablePart part, TablePart next)
    {
        var same = 0;
        while (same < Math.Min(part.Header, next.Rows.Count) && Same(part.Rows[same], next.Rows[same])) same++;
        return same > 0 && part.Rows.Take(same).Any(static row => row.Count > 0) ? same : 0;
    }

    /// <summary>One table of its parts.</summary>
    public static GridBuilder Join(IReadOnlyList<TablePart> parts, Evidence evidence)
    {
        var cells = new List<Cell>();
        var rows = 0;
        // A form may divide its columns further behind a page break, or no further.
        var finest = parts.MaxBy(static part => part.Grid.Columns)!;
        for (var p = 0; p < parts.Count; p++)
        {
            var skip = p == 0 ? 0 : Repeated(parts[0], parts[p]);
            var cut = p > 0 && PageCut.IsRest(parts[p - 1], parts[p], skip);
            var columns = Columns(finest, parts[p]) ?? [.. Enumerable.Range(0, parts[p].Grid.Columns + 1)];
            var offset = rows - skip - (cut ? 1 : 0);
            foreach (var seen in parts[p].Grid.Cells)
            {
                var cell = seen with { Column = columns[seen.Column], Columns = columns[seen.Column + seen.Columns] - columns[seen.Column] };
                if (cell.Row < skip) Again(cells, cell);
                else if (cell.Row == skip && (cut || p > 0 && PageCut.IsRest(parts[p - 1], parts[p], seen))) Mend(cells, cell, rows - 1, offset);
                else cells.Add(new Cell(cell.Row + offset, cell.Column, cell.Rows, cell.Columns, cell.Printed));
            }
            rows = offset + parts[p].Grid.Rows;
        }
        var grid = new GridBuilder("", evidence);
        foreach (var cell in cells) grid.Add(cell.Row, cell.Column, cell.Printed, cell.Rows, cell.Columns);
        return grid;
    }

    /// <summary>A head printed again keeps its place with the head it repeats.</summary>
    private static void Again(List<Cell> cells, SeenCell again)
    {
        var at = cells.FindIndex(cell => cell.Row == again.Row && cell.Column == again.Column);
        if (at >= 0) cells[at] = cells[at] with { Printed = new Printed(cells[at].Text, cells[at].Printed.Places.AddRange(again.Printed.Places)) };
    }

    /// <summary>The rest of a cell behind a page break, written onto the cell it goes on with.</summary>
    private static void Mend(List<Cell> cells, SeenCell rest, int row, int offset)
    {
        var at = cells.FindIndex(cell => cell.Column == rest.Column && cell.Row <= row && row < cell.Row + cell.Rows);
        if (at < 0) cells.Add(new Cell(row, rest.Column, rest.Rows, rest.Columns, rest.Printed));
        else cells[at] = cells[at] with { Printed = GridBuilder.Join(cells[at].Printed, rest.Printed), Rows = Math.Max(cells[at].Rows, rest.Row + offset + rest.Rows - cells[at].Row) };
    }

    /// <summary>
    /// For each border of the next part the border of the first it goes on from; null where one has none. Rows whose cells span columns
    /// all the way down a page show fewer borders than the table has.
    /// </summary>
    private static List<int>? Columns(TablePart part, TablePart next)
    {
        var (a, b) = (part.Borders.ToList(), next.Borders.ToList());
        var shift = b[0] - a[0];
        if (Math.Abs(shift) > MostShift || Math.Abs(b[^1] - a[^1] - shift) > SameBorder || b.Count > a.Count) return null;
        var columns = b.ConvertAll(x => a.FindIndex(border => Math.Abs(x - border - shift) < SameBorder));
        return columns.Contains(-1) || columns.Distinct().Count() < columns.Count ? null : columns;
    }

    /// <summary>From where to where a cell reaches, in points from the left edge of its part.</summary>
    public static (double From, double To) Extent(TablePart part, SeenCell cell)
    {
        var left = part.Grid.Sketch.Xs[0].At;
        return ((cell.Box.Left - left) * part.Sheet.EmPoints, (cell.Box.Right - left) * part.Sheet.EmPoints);
    }

    private static bool IsDrawn(TablePart part) => part.Grid.Evidence == Evidence.Drawn;

    /// <summary>True where borders are known by alignment alone and every column's ink lies under the same column's.</summary>
    private static bool SameInk(TablePart part, TablePart next)
    {
        if (part.Grid.Columns != next.Grid.Columns || part.Grid.Rivers.Count == 0 || next.Grid.Rivers.Count == 0) return false;
        var (a, b) = (part.Ink(), next.Ink());
        for (var c = 0; c < a.Length; c++)
        {
            if (a[c] is not { } own || b[c] is not { } other) continue;
            if (Boxes.Overlap(own.From, own.To, other.From, other.To) < 0.5 * Math.Min(own.To - own.From, other.To - other.From)) return false;
        }
        return true;
    }

    private static bool Same(IReadOnlyList<(int Column, string Text)> a, IReadOnlyList<(int Column, string Text)> b) =>
        a.Count == b.Count && a.Zip(b).All(static pair => pair.First.Column == pair.Second.Column && Characters.Key(pair.First.Text) == Characters.Key(pair.Second.Text));

    /// <summary>续表, (续), continued.</summary>
    private static bool IsContinued(string title) => title.Contains('续', StringComparison.Ordinal) || title.Contains("continued", StringComparison.OrdinalIgnoreCase);

    private static string Named(string title) => Characters.Key(title).Replace("续表", "", StringComparison.Ordinal).Replace("(续)", "", StringComparison.Ordinal);
}

/// <summary>Tells a row that a page break cut in two from two rows.</summary>
internal static class PageCut
{
    private static readonly SearchValues<char> Opening = SearchValues.Create("（(“‘《〈【「");

    private static readonly SearchValues<char> Closing = SearchValues.Create("）)”’》〉】」，。、；：！？,.;:!?%％");

    /// <summary>
    /// True where the first row behind the break is the rest of the last one before it: it prints no figure, and every cell it fills goes on
    /// with a cell whose last line was full.
    /// </summary>
    public static bool IsRest(TablePart part, TablePart next, int first)
    {
        if (first >= next.Rows.Count || next.Rows[first].Count == 0) return false;
        var filled = next.Row(first).Where(static cell => cell.Words.Count > 0).ToList();
        // A merged cell goes on beside cells of the row that do; by itself it may as well begin. A label begins a row.
        return filled.Exists(static cell => cell.Rows == 1) && !filled.Exists(static cell => Labels.Of(Characters.Key(cell.Printed.Text)) is not null) && filled.TrueForAll(cell => Above(part, next, cell) is { Words.Count: > 0 } before && (!cell.IsValue || IsPartOfWords(cell.Printed.Text)) && WasFull(part, before, cell));
    }

    /// <summary>
    /// True where a merged cell goes on behind the break beside rows of their own: the bracket that it opened is closed there, or it begins
    /// with one that did not fit the line any more.
    /// </summary>
    public static bool IsRest(TablePart part, TablePart next, SeenCell cell)
    {
        if (cell.Words.Count == 0 || Above(part, next, cell) is not { Words.Count: > 0 } before) return false;
        var (text, rest) = (Characters.Key(before.Printed.Text), Characters.Key(cell.Printed.Text));
        var opened = text.LastIndexOf('(') > text.LastIndexOf(')');
        var closes = rest.IndexOf(')') is var at && at >= 0 && rest.IndexOf('(') is var other && (other < 0 || other > at);
        return opened ? closes : IsBracketed(rest) && WasFull(part, before, cell);
    }

    /// <summary>The cell at the foot of a part that stands over the columns of a cell of the next.</summary>
    private static SeenCell? Above(TablePart part, TablePart next, SeenCell cell)
    {
        var last = part.Grid.Rows - 1;
        return part.Grid.Cells.FirstOrDefault(above => above.Row <= last && last < above.Row + above.Rows && IsOver(part, above, next, cell));
    }

    private static bool IsOver(TablePart part, SeenCell above, TablePart next, SeenCell cell)
    {
        if (part.Grid.Columns == next.Grid.Columns) return above.Column == cell.Column && above.Columns == cell.Columns;
        var ((left, right), (from, to)) = (PageStitching.Extent(part, above), PageStitching.Extent(next, cell));
        return Math.Abs(left - from) < PageStitching.SameBorder && Math.Abs(right - to) < PageStitching.SameBorder;
    }

    /// <summary>
    /// How much of a line the word's beginning takes that no line break parts: an opening bracket stays with what follows it, a closing mark
    /// with what it follows, letters and figures of narrow type with each other.
    /// </summary>
    private static double Unbroken(Word word)
    {
        if (!Characters.IsWide(word.Text[0])) return word.Box.Right - word.Box.Left;
        var end = 0;
        while (end < word.Text.Length - 1 && Opening.Contains(word.Text[end])) end++;
        var wide = Characters.IsWide(word.Text[end++]);
        while (end < word.Text.Length && (Closing.Contains(word.Text[end]) || !wide && !Characters.IsWide(word.Text[end]))) end++;
        return (word.Box.Right - word.Box.Left) * DisplayWidth.Of(word.Text.AsSpan(0, end)) / DisplayWidth.Of(word.Text);
    }

    /// <summary>What is left of words though digits are the greater part of it: 益(22), (22), %.</summary>
    private static bool IsPartOfWords(string text) => IsBracketed(text) || IsSign(text) || char.IsLetter(text[0]);

    private static bool IsBracketed(string text) => Characters.Key(text) is ['(', .., ')'];

    private static bool IsSign(string text) => text is "%" or "％" or "‰";

    private static bool WasFull(TablePart part, SeenCell before, SeenCell rest)
    {
        // A figure is not wrapped, but its sign and its unit may be; so may words about one (合格率100%).
        if (char.IsAsciiDigit(before.Printed.Text[^1]) && (IsSign(rest.Printed.Text) || rest.Printed.Text[0] is '年' or '月' or '日' || Figures.Unit.IsMeasure(Characters.Key(rest.Printed.Text)))) return true;
        if (before.IsValue && !before.Printed.Text.Any(char.IsLetter)) return false;
        var (last, room, word) = (before.Lines[^1], before.Box.Right - before.Box.Left, rest.Words[0]);
        var line = last.Box;
        var needed = Unbroken(word);
        var column = part.Grid.Cells.Where(c => c.Column == before.Column && c.Columns == before.Columns && c.Words.Count > 0).ToList();
        // Text keeps the same margin on both sides: that of its column where lines wrap in it; else only what all columns keep is known.
        var wraps = column.Exists(static cell => cell.Lines.Count > 1);
        var margin = Math.Max(0, (wraps ? column : part.Grid.Cells.Where(static cell => cell.Words.Count > 0)).Min(static cell => cell.Words.Min(static word => word.Box.Left) - cell.Box.Left));
        // Narrow words are a space apart, and between a wide character and a narrow one typesetters leave a fifth of an em. A centred line leaves its room on both sides.
        var script = Characters.IsWide(last.Words[^1].Text[^1]) && Characters.IsWide(word.Text[0]) ? 0 : 0.2 * word.Size;
        var centred = Math.Abs(line.Left - before.Box.Left - (before.Box.Right - line.Right)) < 0.3 * word.Size;
        if (centred ? line.Right - line.Left + script + needed > room - 2 * margin : line.Right + script + needed > before.Box.Right - margin) return true;
        // Where no rule closes the column, its widest line does; a Latin label that goes on does so in small letters.
        var open = part.Grid.Sketch.Xs[before.Column + before.Columns].Level is null && (Characters.IsWide(word.Text[0]) || char.IsLower(word.Text[0]));
        if (open && line.Right + 0.2 * word.Size + needed > column.Max(static cell => cell.Words.Max(static word => word.Box.Right)) - 0.1 * word.Size) return true;
        // A line says how wide its column's text is where another is as wide.
        var widest = column.SelectMany(cell => ReferenceEquals(cell, before) ? cell.Lines.SkipLast(1) : cell.Lines).Select(static other => other.Box.Right - other.Box.Left).DefaultIfEmpty(0).Max();
        var own = line.Right - line.Left;
        return widest >= own && own + 0.6 * needed > Math.Min(widest, room) || before.Box.Right - line.Right < 1.1 * needed;
    }
}

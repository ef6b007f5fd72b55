using System.Runtime.InteropServices;
using Extract.Forms;
using Extract.Text;

namespace Extract.Tables.Sequenced;

/// <summary>
/// What the spaces and line ends inside a cell cost: a wrapped cell fills its lines, a line that begins as cells do begins one, and figures and dates side by
/// side are cells of their own. How wide columns are, and how the cells of a column begin, is learned from cells that were found.
/// </summary>
internal sealed class CellLines(AtomStream stream, int to, Column[] columns)
{
    /// <summary>A cell that costs this much is none.</summary>
    public const double Hopeless = 13;

    private readonly double[] widths = new double[columns.Length];
    private readonly double[] limits = new double[columns.Length];
    private readonly string[][] openings = [.. columns.Select(static _ => Array.Empty<string>())];
    private readonly double[] alike = new double[columns.Length];

    // A line is measured once for all the cells it may be part of.
    private readonly Dictionary<int, double> lineWidths = [];
    private readonly Dictionary<int, double> filledWidths = [];

    /// <summary>A column's width in display columns; 0 where nothing is known of it.</summary>
    public double WidthOf(int column) => widths[column];

    // What is learned of columns does not change: asked again in every round.
    private readonly Dictionary<(int, int, int), double> printed = [];

    /// <summary>What the spaces and line ends inside a cell cost.</summary>
    public double Of(int column, int start, int end)
    {
        ref var cost = ref CollectionsMarshal.GetValueRefOrAddDefault(printed, (column, start, end), out var exists);
        if (!exists) cost = Printed(column, start, end);
        if (cost > Hopeless) return cost;
        var learned = 0.0;
        var wraps = stream[start].Line != stream[end - 1].Line;
        if (wraps && Array.Exists(openings, static column => column.Length > 0))
            for (var i = start + 1; i < end; i++)
                if (stream[i].LineStart) learned += OpensCell(i, end);
        // Where a number is broken that no line had room for, widths say nothing.
        return cost + learned + (wraps && !columns[column].Wraps ? 0 : Breaks(column, start, end));
    }

    /// <summary>What of it the text alone says.</summary>
    private double Printed(int column, int start, int end)
    {
        // A line that begins with the name of a level begins with that level's cell.
        var cost = !HeaderReader.IsLevel(columns[column].Field) && stream[start].LineStart && stream.KeyOf(start, start + 1) is { Length: > 3 } first && Levels.IsName(first) ? 5.0 : 0;
        for (var i = start + 1; i < end && cost <= Hopeless; i++)
        {
            if (columns[column].EndsBefore(stream.KeyOf(i, i + 1)) || columns[column].EndsBefore(stream.KeyOf(i - 1, i))) return Hopeless + 1;
            if (!stream[i].LineStart) cost += Joins(column, i);
            else if (columns[column].Field is not (Field.Level1 or Field.Level2)) cost += OpensAnother(i, end);
            // A dash on a line of its own says that a cell holds nothing.
            if (stream[i].LineStart && (CellMeaning.IsDash(stream.KeyOf(i, i + 1)) || CellMeaning.IsDash(stream.KeyOf(i - 1, i)))) cost += 8;
            if (columns[column].Field is Field.Level3 or Field.Level4 && stream[i].LineStart && stream.EndOfLine(i, to) == end && Column.IsBareAppraisal(stream.KeyOf(i, end))) cost += 2;
            if (stream[i].LineStart && stream.KeyOf(i - 1, i)[^1] == '。') cost += 0.5;
            if (stream[i].PageStart) cost += 0.5;
        }
        if (cost <= Hopeless && IsTwo(start, end)) cost += 8;
        if (cost > Hopeless || stream[start].Line == stream[end - 1].Line) return cost;
        return columns[column].Wraps ? cost + 0.2 : IsBrokenNumber(start, end) && columns[column].Emit(stream.KeyOf(start, end)) < 2 || IsBrokenWord(column, start, end) ? cost + 0.6 : Hopeless + 1;
    }

    /// <summary>True for words printed twice (长期有效 长期有 / 效) and for a date behind a date, however their lines are broken: they are an aim and that it was met.</summary>
    private bool IsTwo(int start, int end)
    {
        for (var i = start + 1; i < end; i++)
        {
            var before = stream.KeyOf(start, i);
            var behind = stream.KeyOf(i, end);
            if (before.Length > 1 && Characters.IsWide(before[0]) && before.SequenceEqual(behind) || CellMeaning.IsDate(before) && CellMeaning.OpensDate(behind)) return true;
        }
        return false;
    }

    /// <summary>A number too wide for its column, broken where a line is full (5460., 00; 320.00, 万): one atom on each line, and whole in no other way.</summary>
    private bool IsBrokenNumber(int start, int end)
    {
        var digits = end;
        while (digits - 1 > start && stream.KeyOf(digits - 1, digits) is "%" or "万" or "万元" or "元" or "亿元") digits--;
        for (var i = start + 1; i < end; i++)
            if (!stream[i].LineStart || stream.KeyOf(i - 1, i)[^1] is not ('.' or ',' or (>= '0' and <= '9')) || i < digits && !char.IsAsciiDigit(stream.KeyOf(i, i + 1)[0])) return false;
        return stream.EndOfLine(end - 1, to) == end && Column.NumberEnd(stream.KeyOf(start, digits)) == stream.KeyOf(start, digits).Length;
    }

    /// <summary>A word too long for a column of short ones (个工作, 日; 未完, 成): pieces that fill lines and make what the column prints.</summary>
    private bool IsBrokenWord(int column, int start, int end)
    {
        if (columns[column].Field is not (Field.Unit or Field.Completed) || stream.EndOfLine(end - 1, to) != end) return false;
        for (var i = start; i < end; i++)
            if (!stream[i].LineStart && i > start || !Characters.IsWide(stream.KeyOf(i, i + 1)[0])) return false;
        return columns[column].Emit(stream.KeyOf(start, end)) == 0;
    }

    /// <summary>What a cell's line ends cost: room left on a line that was broken all the same, and lines wider than the column.</summary>
    public double Breaks(int column, int start, int end)
    {
        if (stream[start].Line == stream[end - 1].Line && widths[column] <= 0) return 0;
        var widest = widths[column];
        for (var i = start; i < end; i = stream.EndOfLine(i, end)) widest = Math.Max(widest, Width(i, end));
        var cost = widths[column] > 0 && widest > limits[column] ? Math.Min(5, 1.5 + 0.7 * (widest - limits[column])) : 0;
        for (var i = start; i < end && cost <= Hopeless;)
        {
            var next = stream.EndOfLine(i, end);
            if (next < end) cost += LineWidths.Room(widest - WithNext(i, next));
            i = next;
        }
        return cost;
    }

    /// <summary>The width of a cell's line from an atom on.</summary>
    private double Width(int atom, int end)
    {
        var next = stream.EndOfLine(atom, to);
        if (next > end) return LineWidths.Of(stream, atom, end);
        ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(lineWidths, atom, out var exists);
        if (!exists) known = LineWidths.Of(stream, atom, next);
        return known;
    }

    /// <summary>The same with what the next line begins with behind it.</summary>
    private double WithNext(int atom, int next)
    {
        ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(filledWidths, atom, out var exists);
        if (!exists) known = LineWidths.WithNext(stream, atom, next, next);
        return known;
    }

    /// <summary>A line that begins as the cells of some column do is likely to begin one.</summary>
    private double OpensCell(int atom, int end)
    {
        foreach (var column in openings)
            foreach (var opening in column)
                if (stream.KeyOf(atom, end).StartsWith(opening)) return 1.5;
        return 0;
    }

    /// <summary>A line that begins with the name of a level, whole or wrapped, begins a row; one with the first characters of such a name may.</summary>
    private double OpensAnother(int atom, int end)
    {
        var key = stream.KeyOf(atom, end);
        if (key.Length > 3 && (Levels.OpensWithName(key) || Levels.IsName(key))) return 5;
        return stream.KeyOf(atom, atom + 1) is { Length: > 3 } first && first[^1] != '。' && Levels.IsStartOfName(first) ? 1.5 : 0;
    }

    /// <summary>Cells of a column often begin alike (考察…): one that does is likely, one that does not is the less so the more others do.</summary>
    public double Opening(int column, int start, int end)
    {
        if (openings[column].Length == 0) return 0;
        var key = stream.KeyOf(start, end);
        foreach (var opening in openings[column])
            if (key.StartsWith(opening)) return -0.5;
        return 2 * alike[column];
    }

    private double Joins(int column, int atom)
    {
        var before = stream.KeyOf(atom - 1, atom);
        var here = stream.KeyOf(atom, atom + 1);
        // Words printed twice side by side (不适用 不适用) are two cells.
        if (CellMeaning.IsDash(here) || CellMeaning.IsDash(before) || here.Length > 1 && here.SequenceEqual(before)) return 8;
        if (columns[column].Field is Field.Level3 or Field.Level4 && Operators.Split(here) is { Operator: > 0, Number: > 0 }) return 6;
        var figure = Column.NumberEnd(here) == here.Length;
        if (columns[column].Field == Field.Source && figure) return Hopeless + 1;
        // 产出 30: a level and its points.
        if (figure && columns[column].Field is Field.Level3 or Field.Level4 && stream[atom - 1].LineStart && Levels.IsUsualFirst(before)) return 5;
        if (!columns[column].Wraps) return Figures.Unit.IsMeasure(here) || here is "万" ? 0.3 : 5;
        if (before[^1] == '。' && here[0] is not (')' or '”' or '’')) return 2;
        if (Column.IsContinuing(here[0]) || here[0] is '(' || Column.IsContinuing(before[^1])) return 0.3;
        var (a, b) = (Characters.IsWide(before[^1]), Characters.IsWide(here[0]));
        if (a && b) return 3;
        if (figure && EndsPhrase(atom)) return 2;
        return a != b ? 0.3 : 2.5;
    }

    /// <summary>True for a figure that no word follows on its line; at the line's end one may yet follow below.</summary>
    private bool EndsPhrase(int atom)
    {
        if (atom + 1 >= to) return true;
        if (stream[atom + 1].LineStart) return false;
        var next = stream.KeyOf(atom + 1, atom + 2);
        return CellMeaning.IsDash(next) || Column.NumberEnd(next) == next.Length;
    }

    /// <summary>
    /// Learns how wide a column is, and how its cells begin: it is as wide as the greatest width that a third of its broken lines share, and narrower than
    /// what two thirds of them would be with what the next begins with.
    /// </summary>
    public void Learn(int column, IReadOnlyList<Stretch> all, IReadOnlyList<Stretch> own, int rows)
    {
        var (broken, filled) = (new List<double>(), new List<double>());
        foreach (var cell in all)
            for (var i = cell.From; stream.EndOfLine(i, cell.To) is var next && next < cell.To; i = next)
            {
                broken.Add(LineWidths.Of(stream, i, next));
                filled.Add(LineWidths.WithNext(stream, i, next, next));
            }
        (openings[column], alike[column]) = CommonOpenings(column, own, rows);
        broken.Sort();
        widths[column] = 0;
        for (var k = broken.Count - 1; k >= 0 && widths[column] == 0; k--)
            if (broken.Count(width => width <= broken[k] && width >= broken[k] - 2) * 3 >= broken.Count) widths[column] = broken[k];
        filled.Sort();
        limits[column] = Math.Max(widths[column] + 1, filled.Count == 0 ? 0 : filled[filled.Count / 3] - LineWidths.Apart);
    }

    /// <summary>The two characters with which several cells of a column of words begin, and how many of all cells begin so.</summary>
    private (string[] Openings, double Share) CommonOpenings(int column, IReadOnlyList<Stretch> own, int rows)
    {
        if (own.Count < 3 || columns[column].Field is not (Field.Explanation or Field.Criterion or Field.Formula)) return ([], 0);
        var groups = own.Select(node => stream.KeyOf(node.From, Math.Min(node.To, stream.EndOfLine(node.From, node.To))).ToString()).Where(static key => key.Length > 2 && Characters.IsWide(key[0]))
            .GroupBy(static key => key[..2]).Where(group => group.Count() >= 3 && group.Count() * 6 >= rows).ToList();
        return ([.. groups.Select(static group => group.Key)], groups.Sum(static group => group.Count()) / (double)rows);
    }
}

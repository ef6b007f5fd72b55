using Extract.Forms;
using Extract.Text;

namespace Extract.Tables.Sequenced;

/// <summary>
/// Rows of a table printed cell after cell, as a page's own stream of text has them. A line ends where the next piece of text stands on another
/// level, which makes a strict law: a cell is a part of one line; or it begins as the end of a line, takes whole lines, and what follows it begins
/// a line (set at the foot of their rows, cells begin lines and end as the beginning of one). So few cells are possible that all ways to put
/// them into rows are weighed (a semi-Markov segmentation, as <see cref="RowAligner"/>'s), and weighed again with what that taught: how wide
/// columns are, and what kind of thing each prints, for a column prints the same kind in all its rows. Behind a page break cells that it cut go
/// on in the order of their columns.
/// </summary>
internal sealed class CellRows
{
    /// <summary>Rows that cost more than this on average are not printed cell after cell.</summary>
    private const double Accepted = 8;

    /// <summary>What line ends may cost a row: cells printed one after another fill their lines.</summary>
    private const double Strained = 0.02;

    /// <summary>Rows that cost more than this are read again as rows without names.</summary>
    private const double Doubted = 7;

    /// <summary>Ways this much dearer than the cheapest to the same place are given up.</summary>
    private const double Beam = 16;

    private const int BeamWidth = 60;

    /// <summary>A cell that costs this much is none.</summary>
    private const double Hopeless = 13;

    private const int MostLines = 26;

    /// <summary>What it costs that no row says what was done.</summary>
    private const double NothingDone = 10;

    private readonly AtomStream stream;
    private readonly int from;
    private readonly int to;
    private readonly Column[] columns;
    private readonly bool foot;
    private readonly int level1;
    private readonly int level2;
    private readonly int[] widths;
    private readonly double[] blanks;
    private readonly string[][] openings;
    private readonly double[] alike;
    private bool seconds = true;
    private bool nameless;
    private double[,]? kinds;
    private readonly Dictionary<(int, int, int), double> cells = [];

    /// <summary>A cell or a piece of one on the way through the atoms.</summary>
    private sealed record Node(Node? Before, int From, int To, int Column, int Filled, bool NewRow, bool Rest, bool Bare, double Cost);

    private CellRows(AtomStream stream, int from, int to, Column[] columns, bool foot)
    {
        (this.stream, this.from, this.to, this.columns, this.foot) = (stream, from, to, columns, foot);
        level1 = Array.FindIndex(columns, static c => c.Field == Field.Level1);
        level2 = Array.FindIndex(columns, static c => c.Field == Field.Level2);
        widths = new int[columns.Length];
        openings = [.. columns.Select(static _ => Array.Empty<string>())];
        alike = new double[columns.Length];
        blanks = [.. columns.Select(First)];
    }

    /// <summary>The rows of a range of atoms; null where they are not printed cell after cell.</summary>
    /// <param name="stream">The atoms.</param>
    /// <param name="from">The first of them.</param>
    /// <param name="to">Behind the last.</param>
    /// <param name="columns">The table's columns.</param>
    public static Alignment? Read(AtomStream stream, int from, int to, Column[] columns)
    {
        if (from >= to || columns.Length > 20) return null;
        Alignment? best = null;
        foreach (var foot in (ReadOnlySpan<bool>)[false, true])
        {
            if (foot && best is not null && best.Cost <= 0.5 * Accepted * best.Rows) break;
            var found = new CellRows(stream, from, to, columns, foot).Settle();
            // A form that reports nothing done is less likely than one whose targets stand without names.
            if (found is null || Lacks(found, columns, Field.Actual) || found.Cost > Doubted * found.Rows)
            {
                var nameless = new CellRows(stream, from, to, columns, foot).Nameless();
                if (nameless is not null && (found is null || nameless.Cost < found.Cost + (Lacks(found, columns, Field.Actual) ? NothingDone : -2))) found = nameless;
            }
            if (found is not null && (best is null || found.Cost < best.Cost)) best = found;
        }
        return best is null || best.Cost > Accepted * best.Rows || best.Strain > Strained * best.Rows ? null : best;
    }

    private static bool Lacks(Alignment found, Column[] columns, Field field) =>
        Array.FindIndex(columns, column => column.Field == field) is >= 0 and var c && found.Stretches.Count(stretch => stretch.Column == c) * 2 <= found.Rows;

    /// <summary>The rows where the names below the first level are left blank throughout.</summary>
    private Alignment? Nameless()
    {
        for (var c = 0; c < columns.Length; c++)
            if (columns[c].Field is Field.Level2 or Field.Level3 or Field.Level4) blanks[c] = 0;
        nameless = true;
        return Settle();
    }

    private Alignment? Settle()
    {
        var end = Run();
        for (var round = 0; round < 2 && end is not null; round++)
        {
            Learn(Path(end));
            end = Run();
        }
        return end is null ? null : Result(Path(end), end.Cost);
    }

    private static List<Node> Path(Node end)
    {
        var path = new List<Node>();
        for (var node = end; node.Before is not null; node = node.Before) path.Add(node);
        path.Reverse();
        return path;
    }

    private Alignment Result(List<Node> path, double cost)
    {
        var stretches = new List<Stretch>();
        var row = -1;
        foreach (var node in path)
        {
            if (node.NewRow) row++;
            stretches.Add(new Stretch(row, node.Column, node.From, node.To));
        }
        return new Alignment(stretches, row + 1, cost, RowOrder.Cells) { Strain = path.Sum(node => Breaks(node.Column, node.From, node.To)) };
    }

    /// <summary>The cheapest way through all atoms.</summary>
    private Node? Run()
    {
        cells.Clear();
        var at = new Dictionary<(int, int, bool, bool), Node>[to - from + 1];
        for (var i = 0; i < at.Length; i++) at[i] = [];
        at[0][(-1, 0, false, false)] = new Node(null, from, from, -1, 0, false, false, false, 0);
        for (var i = from; i < to; i++)
        {
            var here = at[i - from].Values.OrderBy(static node => node.Cost).Take(BeamWidth).ToList();
            here.RemoveAll(node => node.Cost > here[0].Cost + Beam);
            if (here.Count == 0) continue;
            foreach (var end in Ends(i))
                for (var c = 0; c < columns.Length; c++)
                {
                    var cost = Cell(c, i, end);
                    var rest = stream[i].PageStart || here.Exists(static node => node.Rest);
                    if (cost > Hopeless && !rest) continue;
                    foreach (var node in here)
                    {
                        if (cost <= Hopeless) Extend(at[end - from], node, i, end, c, cost);
                        if (rest) GoOn(at[end - from], node, i, end, c);
                    }
                }
        }
        return at[^1].Values.Select(node => node with { Cost = node.Cost + Close(node) }).MinBy(static node => node.Cost);
    }

    /// <summary>Where a cell that begins with an atom may end.</summary>
    private IEnumerable<int> Ends(int i)
    {
        var line = stream.EndOfLine(i, to);
        for (var end = i + 1; end <= line; end++) yield return end;
        if (foot && !stream[i].LineStart) yield break;
        var widest = stream.WidthOf(i, line);
        for (var (n, end) = (1, line); n < MostLines && end < to; n++)
        {
            // Lines that could not be one cell's are not tried further: one is far shorter than it may be.
            var next = stream.EndOfLine(end, to);
            widest = Math.Max(widest, stream.WidthOf(end, next));
            if (stream.WidthOf(i, line) * 3 < widest) yield break;
            if (foot)
                for (var inside = end + 1; inside < next; inside++) yield return inside;
            yield return next;
            end = next;
        }
    }

    /// <summary>A cell of this row, or the first of the next.</summary>
    private void Extend(Dictionary<(int, int, bool, bool), Node> into, Node node, int i, int end, int column, double cost)
    {
        // A row that names the execution of the budget weighs and scores it and says no more.
        var bare = IsLevel(column) && Levels.IsBare(stream.KeyOf(i, end));
        if (column > node.Column && node.Column >= 0)
            Add(into, new Node(node, i, end, column, node.Filled | 1 << column, false, node.Rest, bare || node.Bare,
                node.Cost + cost + Blank(node.Column + 1, column, bare || node.Bare) + Within(node, column, i)));
        if (!stream[i].LineStart && node.Before is not null) return;
        var opening = cost + (node.Before is null ? 0 : Close(node)) + Blank(0, column, bare) + (node.Before is null && level1 >= 0 && column != level1 ? 4 : 0);
        Add(into, new Node(node, i, end, column, 1 << column, true, false, bare, node.Cost + opening));
    }

    private bool IsLevel(int column) => columns[column].Field is Field.Level1 or Field.Level2 or Field.Level3 or Field.Level4;

    /// <summary>Behind a page break the cells that it cut go on, in the order of columns.</summary>
    private void GoOn(Dictionary<(int, int, bool, bool), Node> into, Node node, int i, int end, int column)
    {
        if (node.Before is null || (node.Filled & 1 << column) == 0 || !columns[column].Wraps) return;
        if (stream[i].PageStart ? node.Rest : !node.Rest || column <= node.Column) return;
        var open = node;
        while (open.Column != column && !open.NewRow) open = open.Before!;
        if (open.Column != column) return;
        Add(into, new Node(node, i, end, column, node.Filled, false, true, node.Bare, node.Cost + 0.5 + (stream[i].PageStart ? Close(node) : 0) + Lines(column, i, end) + Cut(open, i, end)));
    }

    /// <summary>What it costs that a cell was cut by the page and goes on with an atom: a sentence that had ended does not.</summary>
    private double Cut(Node open, int i, int end)
    {
        var last = stream.KeyOf(open.To - 1, open.To);
        var cost = last[^1] is '。' or ';' ? 5 : 0.0;
        if (open.Column == level1 || open.Column == level2) return cost + (Levels.IsName(stream.KeyOf(open.From, open.To).ToString() + stream.KeyOf(i, end).ToString()) ? 0 : 7);
        var whole = stream.KeyOf(open.From, open.To);
        if (Column.NumberEnd(whole) == whole.Length || Operators.Split(whole).Number > 0) cost += 5;
        var first = stream.KeyOf(i, i + 1);
        if (first.Length > 2 && (Levels.IsName(first) || Levels.IsStartOfName(first) || Levels.IsCoded(first))) cost += 5;
        var start = open.To - 1;
        while (start > open.From && !stream[start].LineStart) start--;
        var room = widths[open.Column] - LineWidth(start, open.To) - RowTexts.Unit(stream, i);
        return cost + (widths[open.Column] == 0 ? 0.5 : room < 0 ? 0 : Math.Min(7, 1 + 0.9 * room));
    }

    private static void Add(Dictionary<(int, int, bool, bool), Node> into, Node node)
    {
        var key = (node.Column, node.Filled, node.Rest, node.Bare);
        if (!into.TryGetValue(key, out var there) || node.Cost < there.Cost) into[key] = node;
    }

    private double Blank(int first, int last, bool bare)
    {
        var cost = 0.0;
        for (var c = first; c < last; c++) cost += blanks[c];
        return bare ? 0.1 * cost : cost;
    }

    /// <summary>What a row leaves blank behind its last cell; behind a page break that was reckoned before it.</summary>
    private double Close(Node node) => node.Rest ? 0 : Blank(node.Column + 1, columns.Length, node.Bare);

    /// <summary>A new first level opens a new second level; a page break inside a row is rare.</summary>
    private double Within(Node node, int column, int i)
    {
        var cost = stream[i].PageStart ? 2.0 : 0;
        if (node.Bare && columns[column].Field is not (Field.Level2 or Field.Weight or Field.Score)) cost += 2;
        if (level1 >= 0 && level2 == level1 + 1 && node.Column == level1 && column > level2 && !node.Bare && seconds && !nameless) cost += 2.5;
        if (!foot && node.From != node.To && stream[node.From].Line != stream[node.To - 1].Line && !stream[i].LineStart) cost += Hopeless;
        return cost;
    }

    /// <summary>What it costs that a range of atoms is a cell of a column.</summary>
    private double Cell(int column, int start, int end)
    {
        if (cells.TryGetValue((column, start, end), out var known)) return known;
        var cost = nameless && columns[column].Field is Field.Level2 or Field.Level3 or Field.Level4 ? Hopeless + 1 : Lines(column, start, end);
        if (cost <= Hopeless) cost += Emit(column, start, end);
        return cells[(column, start, end)] = cost;
    }

    /// <summary>What leaving a column blank costs before anything is known.</summary>
    private static double First(Column column) => 0.8 * column.Skip;

    private double Emit(int column, int start, int end)
    {
        var key = stream.KeyOf(start, end);
        return Meaning(columns[column], key) + (kinds is null ? 0 : kinds[column, KindOf(key)]) + Opening(column, start, end);
    }

    private static double Meaning(Column column, ReadOnlySpan<char> key)
    {
        var cost = column.Emit(key);
        if (IsDash(key) && column.Field is not (Field.Level1 or Field.Level2 or Field.Level3 or Field.Source or Field.Operator)) return Math.Min(1, cost);
        // In a coded scheme (A, A1, A11, A111) the length of the code is the level.
        var level = column.Field switch { Field.Level1 => 1, Field.Level2 => 2, Field.Level3 => 3, Field.Level4 => 4, _ => 0 };
        if (level > 0 && Levels.IsCoded(key)) return 0.3 + 4 * Math.Abs(Levels.CodeOf(key.ToString()).Length - level);
        if (column.Field is Field.Target or Field.Actual or Field.Unit && key.Length < 9 && Figures.ChineseNumerals.ReadRatio(key.ToString()) is not null) return column.Field == Field.Unit ? 6 : 0.3;
        if (column.Field is Field.Target or Field.Actual && IsHalfDate(key)) cost += 4;
        if (level != 1 && level != 2 && key.Length > 2 && key[^1] == '指' && Levels.IsStartOfName(key)) cost += 5;
        if (column.Field == Field.Reason && key[0] == '标') cost += 5;
        if (column.Field == Field.Actual && (key.IndexOfAny('≥', '≤') >= 0 || Operators.Split(key).Operator > 0)) cost += 5;
        if (level > 2 && Column.NumberEnd(key) == key.Length) cost += 6;
        if (column.Field is Field.Target or Field.Actual or Field.Unit or Field.Reason or Field.Explanation && key.Length > 3 && Levels.IsName(key)) cost += 5;
        if (level > 0 && key.IndexOf("年") is > 3 and var year && key[(year - 4)..year].IndexOfAnyExceptInRange('0', '9') < 0) cost += 3;
        return cost;
    }

    /// <summary>2024年9: a date before the word for its month.</summary>
    private static bool IsHalfDate(ReadOnlySpan<char> key) => key.Length is 6 or 7 && key[4] == '年' && char.IsAsciiDigit(key[^1]) && char.IsAsciiDigit(key[0]);

    /// <summary>Cells of a column often begin alike (考察…): one that does is likely, one that does not is the less so the more others do.</summary>
    private double Opening(int column, int start, int end)
    {
        if (openings[column].Length == 0) return 0;
        var key = stream.KeyOf(start, end);
        foreach (var opening in openings[column])
            if (key.StartsWith(opening)) return -0.5;
        return 2 * alike[column];
    }

    private static bool IsDash(ReadOnlySpan<char> key) => key is "-" or "/" || Figures.FigureReader.IsDash(key);

    /// <summary>What the spaces and line ends inside a cell cost.</summary>
    private double Lines(int column, int start, int end)
    {
        // A line that begins with the name of a level begins with that level's cell.
        var cost = !IsLevel(column) && stream[start].LineStart && stream.KeyOf(start, start + 1) is { Length: > 3 } first && Levels.IsName(first) ? 5.0 : 0;
        for (var i = start + 1; i < end && cost <= Hopeless; i++)
        {
            if (columns[column].EndsBefore(stream.KeyOf(i, i + 1)) || columns[column].EndsBefore(stream.KeyOf(i - 1, i))) return Hopeless + 1;
            if (!stream[i].LineStart) cost += Joins(column, i);
            else if (column != level1 && column != level2 && OpensAnother(i, end)) cost += 5;
            if (stream[i].LineStart) cost += OpensCell(i, end);
            if (stream[i].PageStart) cost += 0.5;
        }
        if (cost > Hopeless || stream[start].Line == stream[end - 1].Line) return cost + Breaks(column, start, end);
        return columns[column].Wraps ? cost + 0.2 + Breaks(column, start, end) : Hopeless + 1;
    }

    /// <summary>What a cell's line ends cost: room left on a line that was broken all the same, and lines wider than the column.</summary>
    private double Breaks(int column, int start, int end)
    {
        var widest = widths[column];
        for (var i = start; i < end; i = stream.EndOfLine(i, end)) widest = Math.Max(widest, LineWidth(i, stream.EndOfLine(i, end)));
        var cost = widths[column] > 0 && widest > widths[column] + 1 ? Math.Min(5, 0.7 * (widest - widths[column] - 1)) : 0;
        for (var i = start; i < end && cost <= Hopeless;)
        {
            var next = stream.EndOfLine(i, end);
            if (next < end && widest - LineWidth(i, next) - RowTexts.Unit(stream, next) is >= 0 and var room) cost += Math.Min(7, 1.2 + 0.9 * room);
            i = next;
        }
        return cost;
    }

    /// <summary>A line that begins as the cells of some column do is likely to begin one.</summary>
    private double OpensCell(int atom, int end)
    {
        foreach (var column in openings)
            foreach (var opening in column)
                if (stream.KeyOf(atom, end).StartsWith(opening)) return 1.5;
        return 0;
    }

    /// <summary>A line that begins with the name of a level, whole or wrapped, begins a row.</summary>
    private bool OpensAnother(int atom, int end) => stream.KeyOf(atom, end) is var key && key.Length > 3 && (Levels.OpensWithName(key) || Levels.IsName(key));

    private int LineWidth(int start, int end) => stream.WidthOf(start, end) + end - start - 1;

    private double Joins(int column, int atom)
    {
        var before = stream.KeyOf(atom - 1, atom);
        var here = stream.KeyOf(atom, atom + 1);
        if (IsDash(here) || IsDash(before)) return 6;
        if (columns[column].Field is Field.Level3 or Field.Level4 && Operators.Split(here) is { Operator: > 0, Number: > 0 }) return 6;
        var figure = Column.NumberEnd(here) == here.Length;
        if (columns[column].Field == Field.Source && figure) return Hopeless + 1;
        if (!columns[column].Wraps) return Figures.Unit.IsMeasure(here) || here is "万" ? 0.3 : 5;
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
        return IsDash(next) || Column.NumberEnd(next) == next.Length;
    }

    /// <summary>How wide columns are, what they leave blank, and what kind of thing they print, from the cells they were given.</summary>
    private void Learn(List<Node> path)
    {
        var rows = path.Count(static node => node.NewRow);
        var counts = new double[columns.Length, Kinds];
        Array.Clear(widths);
        for (var c = 0; c < columns.Length; c++)
        {
            var filled = 0;
            var broken = new List<int>();
            foreach (var node in path.Where(node => node.Column == c))
            {
                if (!node.Rest) (filled, counts[c, KindOf(stream.KeyOf(node.From, node.To))]) = (filled + 1, counts[c, KindOf(stream.KeyOf(node.From, node.To))] + 1);
                for (var i = node.From; stream.EndOfLine(i, node.To) is var next && next < node.To; i = next) broken.Add(LineWidth(i, next));
            }
            (openings[c], alike[c]) = CommonOpenings([.. path.Where(node => node.Column == c && !node.Rest)], rows);
            broken.Sort();
            for (var k = broken.Count - 1; k >= 0 && widths[c] == 0; k--)
                if (broken.Count(width => width <= broken[k] && width >= broken[k] - 2) * 3 >= broken.Count) widths[c] = broken[k];
            blanks[c] = (filled == 0 ? Math.Min(blanks[c], 0.25 * columns[c].Skip) : 0.25 * columns[c].Skip) + (c == level1 || c == level2 ? 0 : -Math.Log((rows - filled + 0.5) / (rows + 1.0)));
            for (var k = 0; k < Kinds; k++) counts[c, k] = c == level1 || c == level2 ? 0 : -0.7 * Math.Log((counts[c, k] + 0.5) / (rows + 1.0));
        }
        kinds = counts;
        seconds = path.Exists(node => node.Column == level2);
    }

    /// <summary>The two characters with which several cells of a column of words begin, and how many of all cells begin so.</summary>
    private (string[] Openings, double Share) CommonOpenings(List<Node> column, int rows)
    {
        if (column.Count < 3 || columns[column[0].Column].Field is not (Field.Explanation or Field.Criterion or Field.Formula)) return ([], 0);
        var groups = column.Select(node => stream.KeyOf(node.From, Math.Min(node.To, stream.EndOfLine(node.From, node.To))).ToString()).Where(static key => key.Length > 2 && Characters.IsWide(key[0]))
            .GroupBy(static key => key[..2]).Where(group => group.Count() >= 3 && group.Count() * 6 >= rows).ToList();
        return ([.. groups.Select(static group => group.Key)], groups.Sum(static group => group.Count()) / (double)rows);
    }

    private const int Kinds = 7;

    /// <summary>The kinds of thing a column may print.</summary>
    private static int KindOf(ReadOnlySpan<char> key)
    {
        if (IsDash(key)) return 0;
        if (Operators.IsSign(key)) return 1;
        var number = Figures.FigureReader.Scan(key, out _, out _, out _);
        if (number == 0) return key.IndexOfAnyInRange('0', '9') >= 0 ? 2 : 3;
        if (number == key.Length) return 4;
        return key[number..] is "%" ? 5 : 6;
    }
}

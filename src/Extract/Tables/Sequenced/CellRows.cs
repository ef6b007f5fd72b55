using Extract.Forms;

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
    private const double Strained = 0.35;

    /// <summary>Rows that cost more than this are read again as rows without names.</summary>
    private const double Doubted = 5;

    /// <summary>So much a row what is learned from a first reading may turn which setting is the cheapest.</summary>
    private const double Turned = 1;

    /// <summary>Ways this much dearer than the cheapest to the same place are given up.</summary>
    private const double Beam = 16;

    private const int BeamWidth = 60;

    private const double Hopeless = CellLines.Hopeless;

    private const int MostLines = 26;

    /// <summary>What it costs that a line ends between two cells of one line each, set on one level.</summary>
    private const double Uneven = 4;

    /// <summary>So many atoms before a page break what a row has filled decides how it may go on behind it.</summary>
    private const int LongestRow = 160;

    /// <summary>What it costs that a cell is set at the top where others are set in the middle.</summary>
    private const double CutRow = 1;

    /// <summary>What it costs that no row says what was done.</summary>
    private const double NothingDone = 10;

    private readonly AtomStream stream;
    private readonly int from;
    private readonly int to;
    private readonly Column[] columns;
    private readonly Setting setting;
    private readonly int points;
    private readonly bool[] nearPage;
    private readonly bool listed;
    private readonly int level1;
    private readonly int level2;
    private readonly int firstOwn;
    private readonly CellLines lines;
    private readonly CellMeaning meaning;
    private readonly double[] blanks;
    private bool seconds = true;
    private bool nameless;
    private Node? first;
    private readonly Dictionary<(int, int, int), double> cells = [];

    /// <summary>A cell or a piece of one on the way through the atoms.</summary>
    private sealed record Node(Node? Before, int From, int To, int Column, int Filled, bool NewRow, bool Rest, bool Bare, double Cost);

    private CellRows(AtomStream stream, int from, int to, Column[] columns, Setting setting)
    {
        (this.stream, this.from, this.to, this.columns, this.setting) = (stream, from, to, columns, setting);
        level1 = Array.FindIndex(columns, static c => c.Field == Field.Level1);
        level2 = Array.FindIndex(columns, static c => c.Field == Field.Level2);
        firstOwn = Math.Max(0, Array.FindLastIndex(columns, static c => IsLevel(c)));
        points = Enumerable.Range(0, columns.Length).Where(c => columns[c].Field is Field.Weight or Field.Score).Sum(static c => 1 << c);
        // Text that prints each cell on a line of its own says nothing of levels.
        listed = Enumerable.Range(from, to - from).Count(i => !stream[i].LineStart) * 10 < to - from;
        nearPage = new bool[to - from + 1];
        for (var (i, near) = (to - 1, 0); i >= from; i--)
        {
            near = stream[i].PageStart ? LongestRow : near - 1;
            nearPage[i - from] = near >= 0;
        }
        (lines, meaning) = (new CellLines(stream, to, columns), new CellMeaning(columns));
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
        // An empty cell that the text marks: nothing of the kind is left where cells are printed after each other.
        for (var i = from; i < to; i++)
            if (stream.KeyOf(i, i + 1).IsEmpty) return null;
        Alignment? best = null;
        foreach (var reader in Likely(stream, from, to, columns))
        {
            var found = reader.Settle();
            // A form that reports nothing done is less likely than one whose targets stand without names.
            var lacks = found is not null && (Lacks(found, columns, Field.Actual) || Lacks(found, columns, Field.Target));
            if (found is null || lacks || found.Cost > Doubted * found.Rows)
            {
                var nameless = new CellRows(stream, from, to, columns, reader.setting).Nameless(found is null ? double.PositiveInfinity : found.Cost + (lacks ? NothingDone : 0) + Turned * found.Rows);
                if (nameless is not null && (found is null || nameless.Cost < found.Cost + (lacks ? NothingDone : -2))) found = nameless;
            }
            if (found is not null && (best is null || found.Cost < best.Cost)) best = found;
        }
        return best is null || best.Cost > Accepted * best.Rows || best.Strain > Strained * best.Rows + 1 ? null : best;
    }

    /// <summary>The settings of rows whose first reading is about as cheap as the cheapest: what is learned from a reading does not turn more than that.</summary>
    private static List<CellRows> Likely(AtomStream stream, int from, int to, Column[] columns)
    {
        var readers = new List<(CellRows Reader, double Cost)>();
        var most = double.PositiveInfinity;
        foreach (var setting in (ReadOnlySpan<Setting>)[Setting.Middle, Setting.Top, Setting.Bottom])
        {
            var reader = new CellRows(stream, from, to, columns, setting);
            reader.first = reader.Run(most);
            if (reader.first is not { } end) continue;
            readers.Add((reader, end.Cost));
            most = Math.Min(most, end.Cost + Turned * Path(end).Count(static node => node.NewRow));
        }
        readers.RemoveAll(reader => reader.Cost > most);
        // None gives rows where each is named: one may where none is.
        return readers.Count > 0 ? readers.ConvertAll(static reader => reader.Reader) : [new CellRows(stream, from, to, columns, Setting.Top)];
    }

    private static bool Lacks(Alignment found, Column[] columns, Field field) =>
        Array.FindIndex(columns, column => column.Field == field) is >= 0 and var c && found.Stretches.Count(stretch => stretch.Column == c) * 2 <= found.Rows;

    /// <summary>The rows where the names below the first level are left blank throughout.</summary>
    /// <param name="most">A first reading that costs more is given up.</param>
    private Alignment? Nameless(double most)
    {
        for (var c = 0; c < columns.Length; c++)
            if (columns[c].Field is Field.Level2 or Field.Level3 or Field.Level4) blanks[c] = 0;
        nameless = true;
        first = Run(most);
        return first is null ? null : Settle();
    }

    private Alignment? Settle()
    {
        var end = first ?? Run();
        first = null;
        for (var round = 0; round < 2 && end is not null; round++)
        {
            var path = Path(end);
            Learn(path);
            end = Run();
            // What was read again the same way teaches nothing new.
            if (end is not null && IsSame(path, Path(end))) break;
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

    private static bool IsSame(List<Node> path, List<Node> other)
    {
        if (path.Count != other.Count) return false;
        for (var k = 0; k < path.Count; k++)
            if (path[k] is var a && other[k] is var b && (a.From, a.To, a.Column, a.NewRow, a.Rest) != (b.From, b.To, b.Column, b.NewRow, b.Rest)) return false;
        return true;
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
        return new Alignment(stretches, row + 1, cost, RowOrder.Cells) { Strain = path.Sum(node => lines.Breaks(node.Column, node.From, node.To)) };
    }

    /// <summary>The cheapest way through all atoms.</summary>
    /// <param name="most">A way that costs more is given up.</param>
    private Node? Run(double most = double.PositiveInfinity)
    {
        cells.Clear();
        var at = new Dictionary<(int, int, bool, bool, bool), Node>[to - from + 1];
        for (var i = 0; i < at.Length; i++) at[i] = [];
        at[0][(-1, 0, false, false, true)] = new Node(null, from, from, -1, 0, false, false, false, 0);
        for (var i = from; i < to; i++)
        {
            var here = at[i - from].Values.OrderBy(static node => node.Cost).Take(BeamWidth).ToList();
            here.RemoveAll(node => node.Cost > Math.Min(here[0].Cost + Beam, most));
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
        if (setting != Setting.Top && !stream[i].LineStart && !IsSetAtTop(i)) yield break;
        var widest = stream.WidthOf(i, line);
        for (var (n, end) = (1, line); n < MostLines && end < to; n++)
        {
            // Lines that could not be one cell's are not tried further: one is far shorter than it may be.
            var next = stream.EndOfLine(end, to);
            widest = Math.Max(widest, stream.WidthOf(end, next));
            if (stream.WidthOf(i, line) * 3 < widest) yield break;
            if (setting == Setting.Bottom)
                for (var inside = end + 1; inside < next; inside++) yield return inside;
            yield return next;
            end = next;
        }
    }

    /// <summary>Rows set in the middle are set at the top where a page cuts them, or the names merged down beside them.</summary>
    private bool IsSetAtTop(int i) => setting == Setting.Middle && nearPage[i - from];

    /// <summary>A cell of this row, or the first of the next.</summary>
    private void Extend(Dictionary<(int, int, bool, bool, bool), Node> into, Node node, int i, int end, int column, double cost)
    {
        // A row that names the execution of the budget weighs and scores it and says no more.
        var bare = IsLevel(column) && Levels.IsBare(stream.KeyOf(i, end));
        if (column > node.Column && node.Column >= 0 && !(node.Rest && (node.Filled & 1 << column) != 0))
            Add(into, new Node(node, i, end, column, node.Filled | 1 << column, false, node.Rest, bare || node.Bare,
                node.Cost + cost + Blank(node.Column + 1, column, bare || node.Bare) + Within(node, column, i, end)));
        if (!stream[i].LineStart && node.Before is not null) return;
        var opening = cost + (node.Before is null ? 0 : Close(node)) + Blank(0, column, bare) + (node.Before is null && level1 >= 0 && column > level1 ? 4 : 0) + (columns[column].IsOfLevel ? 8 : 0);
        // Where rows are tall a page seldom ends with one.
        if (stream[i].PageStart && node.Before is not null && !node.Rest) opening += 0.25 * Math.Log(Tallest(node));
        Add(into, new Node(node, i, end, column, 1 << column, true, false, bare, node.Cost + opening));
    }

    private bool IsLevel(int column) => IsLevel(columns[column]);

    private static bool IsLevel(Column column) => column.Field is Field.Level1 or Field.Level2 or Field.Level3 or Field.Level4;

    /// <summary>Behind a page break the cells that it cut go on, in the order of columns.</summary>
    private void GoOn(Dictionary<(int, int, bool, bool, bool), Node> into, Node node, int i, int end, int column)
    {
        if (node.Before is null || (node.Filled & 1 << column) == 0 || !columns[column].Wraps) return;
        if (stream[i].PageStart ? node.Rest : !node.Rest || column <= node.Column) return;
        var open = node;
        while (open.Column != column && !open.NewRow) open = open.Before!;
        if (open.Column != column || lines.Of(column, i, end) is var cost && cost > Hopeless) return;
        Add(into, new Node(node, i, end, column, node.Filled, false, true, node.Bare, node.Cost + 0.35 + (stream[i].PageStart ? Close(node) : 0) + cost + Cut(open, i, end) + Short(node, open)));
    }

    /// <summary>A page cuts a row at one height: a cell that goes on behind it has as many lines before it as the row's tallest.</summary>
    private double Short(Node node, Node open)
    {
        // A typesetter that leaves no single line behind a break takes the one before it along.
        return (Tallest(node) - LinesOf(open)) switch { <= 0 => 0, 1 => 0.7, _ => 4 };
    }

    /// <summary>The lines of a row's tallest cell before a page cuts it.</summary>
    private int Tallest(Node last)
    {
        var tallest = 0;
        for (var cell = last; cell.Before is not null; cell = cell.Before)
        {
            if (!cell.Rest) tallest = Math.Max(tallest, LinesOf(cell));
            if (cell.NewRow) break;
        }
        return tallest;
    }

    private int LinesOf(Node cell) => stream[cell.To - 1].Line - stream[cell.From].Line + 1;

    /// <summary>What it costs that a cell was cut by the page and goes on with an atom: a sentence that had ended does not.</summary>
    private double Cut(Node open, int i, int end)
    {
        var last = stream.KeyOf(open.To - 1, open.To);
        var cost = last[^1] is '。' or ';' ? 5 : 0.0;
        var whole = stream.KeyOf(open.From, open.To);
        var joined = string.Concat(whole, stream.KeyOf(i, end));
        if (open.Column == level1 || open.Column == level2) return cost + (Levels.IsName(joined) || joined.IndexOf(')', StringComparison.Ordinal) is var close && (close < 0 || close == joined.Length - 1) && (Levels.IsCoded(whole) || CellMeaning.HasPoints(joined)) ? 0 : 7);
        cost += Math.Max(0, meaning.Of(open.Column, joined) - meaning.Of(open.Column, whole));
        // Names mostly end with what they measure (率, 数): one that does was not cut there, and one that then does was.
        if (columns[open.Column].Field is Field.Level3 or Field.Level4) cost += 0.5 * ((EndsWithMeasure(whole) ? 1 : 0) - (EndsWithMeasure(joined) ? 1 : 0));
        // A number goes on with its unit alone (≥92, %).
        if ((Column.NumberEnd(whole) == whole.Length || Operators.Split(whole).Number > 0) && !Figures.Unit.IsMeasure(stream.KeyOf(i, end))) cost += 5;
        var first = stream.KeyOf(i, i + 1);
        if (first.Length > 2 && !IsUnfinished(whole) && (Levels.IsName(first) || Levels.IsStartOfName(first) || Levels.IsCoded(first))) cost += 5;
        var start = open.To - 1;
        while (start > open.From && !stream[start].LineStart) start--;
        if (lines.WidthOf(open.Column) == 0) return cost + 0.5;
        return cost + LineWidths.Room(lines.WidthOf(open.Column) - LineWidths.WithNext(stream, start, open.To, i));
    }

    /// <summary>True for words that end as no phrase does: another word must follow.</summary>
    private static bool IsUnfinished(ReadOnlySpan<char> name) => name[^1] is '的' or '和' or '与' or '及' or '、';

    private static bool EndsWithMeasure(ReadOnlySpan<char> name) => name[^1] is '率' or '数' or '度' or '量' or '额';

    private void Add(Dictionary<(int, int, bool, bool, bool), Node> into, Node node)
    {
        var filled = nearPage[node.To - from] || node.To < to && stream[node.To].PageStart ? node.Filled : node.Bare ? node.Filled & points : 0;
        var key = (node.Column, filled, node.Rest, node.Bare, node.Before is null || LinesOf(node) == 1);
        if (!into.TryGetValue(key, out var there) || node.Cost < there.Cost) into[key] = node;
    }

    private double Blank(int first, int last, bool bare)
    {
        var cost = 0.0;
        // Where the target is left blank, so are its operator and unit.
        var target = Array.FindIndex(columns, first, last - first, static c => c.Field == Field.Target) >= 0;
        for (var c = first; c < last; c++) cost += target && columns[c].Field is Field.Operator or Field.Unit ? 0 : blanks[c];
        return bare ? 0.1 * cost : cost;
    }

    /// <summary>What a row leaves blank behind its last cell; behind a page break that was reckoned before it.</summary>
    private double Close(Node node) => node.Rest ? 0 : Blank(node.Column + 1, columns.Length, node.Bare) + (node.Bare && points != 0 && (node.Filled & points) == 0 ? 8 : 0);

    /// <summary>A new first level opens a new second level; a page break inside a row is rare.</summary>
    private double Within(Node node, int column, int i, int end)
    {
        var cost = stream[i].PageStart ? 2.0 : 0;
        if (!listed && stream[i].LineStart && !stream[i].PageStart && !node.Rest && IsLevelWith(node, i, end)) cost += Uneven;
        // A unit is that of a number: behind none, words are no unit.
        if (columns[column].Field == Field.Unit && node.Column >= 0 && columns[column - 1].Field == Field.Target && !HasNumber(node)) cost += 4;
        if (columns[column].Field == Field.Actual && node.Column >= 0 && columns[node.Column].Field == Field.Target) cost -= meaning.Echo(stream.KeyOf(node.From, node.To), stream.KeyOf(i, end));
        // The points beside a level stand beside each of its names, and nowhere else.
        if (columns[column].IsOfLevel && node.Column != column - 1) cost += 8;
        if (!columns[column].IsOfLevel && node.Column >= 0 && node.Column + 1 < columns.Length && columns[node.Column + 1].IsOfLevel && column > node.Column + 1) cost += 6;
        if (setting != Setting.Top && !stream[i].LineStart && stream[i].Line != stream[end - 1].Line) cost += CutRow;
        if (node.Bare && (IsLevel(node.Column) || (points & 1 << node.Column) != 0) && columns[column].Field is not (Field.Level2 or Field.Weight or Field.Score)) cost += 2;
        if (level1 >= 0 && level2 > level1 && (node.Column == level1 || node.Column == level1 + 1 && columns[level1 + 1].IsOfLevel) && column > level2 && !node.Bare && seconds && !nameless) cost += 2.5;
        if (setting != Setting.Bottom && node.From != node.To && stream[node.From].Line != stream[node.To - 1].Line && !stream[i].LineStart) cost += Hopeless;
        return cost;
    }

    private bool HasNumber(Node node) =>
        columns[node.Column].Field == Field.Target && stream.KeyOf(node.From, node.To) is var target && (target.IndexOfAnyInRange('0', '9') >= 0 || Figures.ChineseNumerals.ReadRatio(target.ToString()) is not null);

    /// <summary>True where a cell begins on the level on which the cell before it ends, so that no line ends between them.</summary>
    private bool IsLevelWith(Node node, int i, int end)
    {
        var one = stream[i].Line == stream[end - 1].Line;
        return setting switch
        {
            Setting.Top => LinesOf(node) == 1,
            Setting.Bottom => one,
            // Names merged down over rows, and their points, stand at the middle of them all.
            _ => one && LinesOf(node) == 1 && node.Column >= firstOwn,
        };
    }

    /// <summary>What it costs that a range of atoms is a cell of a column.</summary>
    private double Cell(int column, int start, int end)
    {
        if (cells.TryGetValue((column, start, end), out var known)) return known;
        var cost = nameless && columns[column].Field is Field.Level2 or Field.Level3 or Field.Level4 ? Hopeless + 1 : lines.Of(column, start, end);
        if (cost <= Hopeless) cost += IsCutName(column, start, end) ? 1 : meaning.Of(column, stream.KeyOf(start, end)) + lines.Opening(column, start, end);
        return cells[(column, start, end)] = cost;
    }

    /// <summary>The beginning of a level's name whose rest a page may hold that begins not far behind it.</summary>
    private bool IsCutName(int column, int start, int end) =>
        (column == level1 || column == level2) && nearPage[end - from] && stream.KeyOf(start, end) is var key && !Levels.IsName(key)
        && (Levels.IsStartOfName(key) || key.IndexOf('(') is > 1 and var open && key.IndexOf(')') < 0 && Levels.IsName(key[..open]));

    /// <summary>What leaving a column blank costs before anything is known.</summary>
    private static double First(Column column) => 0.8 * column.Skip;

    /// <summary>How wide columns are, what they leave blank, and what kind of thing they print, from the cells they were given.</summary>
    private void Learn(List<Node> path)
    {
        var rows = path.Count(static node => node.NewRow);
        var texts = new List<string>[columns.Length];
        for (var c = 0; c < columns.Length; c++)
        {
            var all = path.Where(node => node.Column == c).ToList();
            var own = all.Where(static node => !node.Rest).Select(static node => new Stretch(0, node.Column, node.From, node.To)).ToList();
            lines.Learn(c, [.. all.Select(static node => new Stretch(0, node.Column, node.From, node.To))], own, rows);
            texts[c] = own.ConvertAll(cell => stream.KeyOf(cell.From, cell.To).ToString());
            blanks[c] = (own.Count == 0 ? Math.Min(blanks[c], 0.25 * columns[c].Skip) : 0.25 * columns[c].Skip) + (c == level1 || c == level2 ? 0 : -Math.Log((rows - own.Count + 0.5) / (rows + 1.0)));
        }
        meaning.Learn(texts, rows, c => c == level1 || c == level2);
        seconds = path.Exists(node => node.Column == level2);
    }
}

using Extract.Forms;
using Extract.Text;

namespace Extract.Tables.Sequenced;

/// <summary>What one line prints in one column: its atoms.</summary>
internal readonly record struct Piece(int From, int To)
{
    public bool IsEmpty => To <= From;
}

/// <summary>A line of a table set in columns of spaces: a piece for each column.</summary>
internal sealed record SpacedLine(Piece[] Pieces, bool PageStart);

/// <summary>
/// Lines of a form whose columns are kept by spaces, taken apart. Columns stand about where their heads do: programs that lay pages out as
/// text move blocks by a column or two, so each line is divided as a whole, by dynamic programming over its atoms, and where the columns
/// stand is learned from the lines so divided. A page of its own may set all columns anew.
/// </summary>
internal sealed class SpacedLines
{
    /// <summary>Display columns to an em.</summary>
    private const double ToColumns = 2;

    /// <summary>Lines are divided and columns learned so many times.</summary>
    private const int Rounds = 3;

    /// <summary>A column that nothing is known of.</summary>
    private const double Unknown = -1;

    private readonly AtomStream stream;
    private readonly Column[] columns;
    private readonly double[] left;
    private readonly double[] right;
    private readonly int from;
    private readonly int to;

    private SpacedLines(AtomStream stream, int from, int to, Column[] columns)
    {
        (this.stream, this.from, this.to, this.columns) = (stream, from, to, columns);
        (left, right) = (new double[to - from], new double[to - from]);
        for (var i = from; i < to; i++)
        {
            var box = stream.BoxOf(i);
            (left[i - from], right[i - from]) = (box.Left * ToColumns, box.Right * ToColumns);
        }
    }

    /// <summary>
    /// The lines of a range, divided in two ways: columns stand where their heads do; or, where heads were moved too far, where the body's own
    /// white puts them. <paramref name="heads"/> are the left and right edges of each column's head, in ems; null where it has none.
    /// </summary>
    public static List<SpacedLine>[] Of(AtomStream stream, int from, int to, Column[] columns, (double Left, double Right)?[] heads)
    {
        var own = new SpacedLines(stream, from, to, columns);
        return [own.Divided(from, to, heads, false), own.Divided(from, to, heads, true)];
    }

    private List<SpacedLine> Divided(int start, int to, (double Left, double Right)?[] heads, bool anew)
    {
        var lines = new List<SpacedLine>();
        for (var page = start; page < to;)
        {
            var end = page + 1;
            while (end < to && !stream[end].PageStart) end++;
            lines.AddRange(Page(page, end, anew || page > start || stream[page].PageStart ? Anew(page, end, heads, lines.Count > 0 ? lines[^1] : null) : heads));
            page = end;
        }
        return lines;
    }

    /// <summary>True for heads with white of two columns and more between most that stand on one line.</summary>
    public static bool AreApart(AtomStream stream, IReadOnlyList<Head> heads)
    {
        int apart = 0, beside = 0;
        for (var h = 1; h < heads.Count; h++)
        {
            var here = heads[h].Atoms[0];
            var line = heads[h - 1].Atoms.Where(atom => atom < here && stream[atom].Line == stream[here].Line).ToList();
            if (line.Count == 0) continue;
            var before = line[^1];
            beside++;
            if (Gap(stream, before, here) >= 2) apart++;
        }
        return beside > 0 && apart * 2 >= beside;
    }

    /// <summary>True where most lines of a range that hold several words have white of two columns and more in them.</summary>
    public static bool AreDivided(AtomStream stream, int from, int to)
    {
        int divided = 0, several = 0;
        for (var i = from; i < to;)
        {
            var end = stream.EndOfLine(i, to);
            if (end - i > 1) several++;
            if (Enumerable.Range(i + 1, end - i - 1).Any(k => Gap(stream, k - 1, k) >= 2)) divided++;
            i = end;
        }
        return divided > 0 && divided * 2 >= several;
    }

    private static double Gap(AtomStream stream, int before, int here) => (stream.BoxOf(here).Left - stream.BoxOf(before).Right) * ToColumns;

    private List<SpacedLine> Page(int start, int end, (double Left, double Right)?[] heads)
    {
        var edges = heads.Select(static head => head is { } box ? (box.Left * ToColumns, box.Right * ToColumns) : (Unknown, Unknown)).ToArray();
        var lines = new List<SpacedLine>();
        for (var round = 0; round < Rounds; round++)
        {
            lines.Clear();
            var near = edges.ToArray();
            for (var i = start; i < end;)
            {
                var next = Math.Min(end, stream.EndOfLine(i, end));
                lines.Add(new SpacedLine(Divide(i, next, near), stream[i].PageStart));
                Follow(lines[^1], near);
                i = next;
            }
            if (round + 1 < Rounds) Learn(lines, edges);
        }
        return lines;
    }

    /// <summary>Blocks are moved as wholes: a column stands where the line above last printed it.</summary>
    private void Follow(SpacedLine line, (double Left, double Right)[] near)
    {
        for (var c = 0; c < near.Length; c++)
            if (!line.Pieces[c].IsEmpty && near[c].Left >= 0 && left[line.Pieces[c].From - from] is var at) near[c] = (at, at + near[c].Right - near[c].Left);
    }

    /// <summary>Where columns stand, from the pieces they were given: the middle one of the left edges, and the right edge that most keep inside.</summary>
    private void Learn(List<SpacedLine> lines, (double Left, double Right)[] edges)
    {
        for (var c = 0; c < edges.Length; c++)
        {
            var lefts = lines.Select(line => line.Pieces[c]).Where(static piece => !piece.IsEmpty).Select(piece => left[piece.From - from]).Order().ToList();
            if (lefts.Count == 0) continue;
            var rights = lines.Select(line => line.Pieces[c]).Where(static piece => !piece.IsEmpty).Select(piece => right[piece.To - 1 - from]).Order().ToList();
            // The first line's own place is where reading starts from; how wide the column is, all its lines say.
            edges[c] = (edges[c].Left >= 0 ? edges[c].Left : lefts[lefts.Count / 2], 0);
            edges[c].Right = edges[c].Left + Math.Max(1, rights[rights.Count * 3 / 4] - lefts[lefts.Count / 2]);
        }
    }

    /// <summary>The cheapest division of a line: state c is that the last atom stands in column c.</summary>
    private Piece[] Divide(int start, int end, (double Left, double Right)[] edges)
    {
        var n = columns.Length;
        var cost = new double[end - start, n];
        var back = new int[end - start, n];
        for (var i = start; i < end; i++)
            for (var c = 0; c < n; c++)
            {
                var opens = Away(i, c, edges);
                cost[i - start, c] = i == start ? opens : double.PositiveInfinity;
                back[i - start, c] = -1;
                if (i == start) continue;
                var gap = left[i - from] - right[i - 1 - from];
                for (var b = 0; b <= c; b++)
                {
                    var way = cost[i - 1 - start, b] + (b == c ? GoesOn(i, c, gap, edges) : opens + (gap < 1.5 ? 1 : 0));
                    if (way < cost[i - start, c]) (cost[i - start, c], back[i - start, c]) = (way, b);
                }
            }
        var pieces = new Piece[n];
        var at = Enumerable.Range(0, n).MinBy(c => cost[end - 1 - start, c]);
        for (var i = end - 1; i >= start; i--)
        {
            pieces[at] = new Piece(i, pieces[at].IsEmpty ? i + 1 : pieces[at].To);
            if (i > start) at = back[i - start, at];
        }
        return pieces;
    }

    /// <summary>How far an atom that opens a piece stands from its column.</summary>
    private double Away(int atom, int column, (double Left, double Right)[] edges)
    {
        var (l, r) = (left[atom - from], right[atom - from]);
        var (low, high) = edges[column];
        if (low < 0)
        {
            // A column without a head reaches from its neighbour on the left to the one on the right.
            low = column == 0 ? 0 : Math.Max(0, edges[column - 1].Right + 1);
            high = column + 1 < edges.Length && edges[column + 1].Left >= 0 ? edges[column + 1].Left - 1.5 : r;
            return l >= low - 1 && l < high ? 0.6 : 0.6 + Math.Max(low - l, l - high);
        }
        var apart = Math.Max(0, Math.Max(low - r, l - high));
        return apart + 0.25 * Math.Min(Math.Abs(l - low), 6) + Likely(atom, column);
    }

    /// <summary>What stands in a column says a little about where a piece belongs: an operator is no weight.</summary>
    private double Likely(int atom, int column) =>
        columns[column].Field is Field.Operator or Field.Weight or Field.Score or Field.Rate or Field.CompletionRate or Field.Unit
            ? 0.1 * Math.Min(8, columns[column].Emit(stream.KeyOf(atom, atom + 1))) : 0;

    private double GoesOn(int atom, int column, double gap, (double Left, double Right)[] edges)
    {
        var cost = gap < 1.5 ? 0 : gap < 2.5 ? 1.5 : 3 + 0.5 * gap;
        if (column + 1 < edges.Length && edges[column + 1].Left >= 0 && left[atom - from] > edges[column + 1].Left - 1.5) cost += 3;
        return cost + Joins(atom, column);
    }

    /// <summary>What it costs that a word goes on with a cell behind a space: Chinese text has none between wide characters, and a figure is a cell of its own.</summary>
    private double Joins(int atom, int column)
    {
        var before = stream.KeyOf(atom - 1, atom);
        var here = stream.KeyOf(atom, atom + 1);
        if (before.IsEmpty || here.IsEmpty) return 0;
        if (columns[column].EndsBefore(here) || columns[column].EndsBefore(before)) return 20;
        var figure = Column.NumberEnd(here) == here.Length;
        if (columns[column].Field == Field.Source && figure) return 20;
        if (!columns[column].Wraps && columns[column].Field is not (Field.YearGoal or Field.GoalCompletion)) return Figures.Unit.IsMeasure(here) || here is "万" ? 0.3 : 4;
        if (Column.IsContinuing(here[0]) || here[0] is '(' || Column.IsContinuing(before[^1])) return 0.3;
        var (a, b) = (Characters.IsWide(before[^1]), Characters.IsWide(here[0]));
        if (a && b) return 2;
        if (figure && (atom + 1 >= to || stream[atom + 1].LineStart || left[atom + 1 - from] - right[atom - from] >= 1.5)) return 2;
        return a != b ? 0.3 : 1.5;
    }

    /// <summary>
    /// Where a new page sets the columns: its own stretches of ink from left to right, each given to a column so that its text is likely there
    /// and the distances between columns stay about the same. Columns that a page leaves empty take no room on it.
    /// </summary>
    private (double Left, double Right)?[] Anew(int start, int end, (double Left, double Right)?[] known, SpacedLine? last)
    {
        var stretches = Stretches(start, end);
        var n = columns.Length;
        var edges = new (double Left, double Right)?[n];
        if (stretches.Count == 0 || stretches.Count > n) return known;
        var rest = last is null ? null : Rest(start, end, last);
        var cost = new double[stretches.Count + 1, n + 1];
        var taken = new bool[stretches.Count + 1, n + 1];
        for (var k = 0; k <= stretches.Count; k++)
            for (var c = 0; c <= n; c++)
            {
                if (c == 0)
                {
                    cost[k, c] = k == 0 ? 0 : double.PositiveInfinity;
                    continue;
                }
                cost[k, c] = cost[k, c - 1] + 0.1 * columns[c - 1].Skip;
                if (k == 0) continue;
                var own = cost[k - 1, c - 1] + Fits(stretches[k - 1], c - 1, known[c - 1]) + (rest is not null && stretches[k - 1].Pieces.Exists(rest.Contains) && last!.Pieces[c - 1].IsEmpty ? 4 : 0);
                if (own < cost[k, c]) (cost[k, c], taken[k, c]) = (own, true);
            }
        for (var (k, c) = (stretches.Count, n); c > 0; c--)
        {
            if (!taken[k, c]) continue;
            edges[c - 1] = (stretches[k - 1].Left / ToColumns, stretches[k - 1].Right / ToColumns);
            k--;
        }
        return edges;
    }

    /// <summary>The pieces of a page's first line where it goes on with the last line of the page before; null where it opens a row.</summary>
    private List<Piece>? Rest(int start, int end, SpacedLine last)
    {
        var first = PiecesOf(start, Math.Min(end, stream.EndOfLine(start, end)));
        var key = stream.KeyOf(first[0].From, first[0].To);
        return first.Count > last.Pieces.Count(static piece => !piece.IsEmpty) || Levels.IsStartOfName(key) || Levels.IsCoded(key) ? null : first;
    }

    private double Fits((double Left, double Right, List<Piece> Pieces) stretch, int column, (double Left, double Right)? known)
    {
        var emitted = stretch.Pieces.Average(piece => Math.Min(8, columns[column].Emit(stream.KeyOf(piece.From, piece.To))));
        return 0.4 * emitted + Miscoded(stretch.Pieces, column) + (known is { } box ? 0.2 * Math.Min(20, Math.Abs(box.Left * ToColumns - stretch.Left)) : 1);
    }

    /// <summary>In a coded scheme (A, A1, A11, A111) the length of the code is the level.</summary>
    private double Miscoded(List<Piece> pieces, int column)
    {
        var level = columns[column].Field switch { Field.Level1 => 1, Field.Level2 => 2, Field.Level3 => 3, Field.Level4 => 4, _ => 0 };
        var codes = pieces.Select(piece => Levels.CodeOf(stream.KeyOf(piece.From, piece.To).ToString()).Length).Where(static length => length > 0).ToList();
        return codes.Count == 0 || level == 0 ? 0 : 3 * codes.Average(length => Math.Abs(length - level));
    }

    /// <summary>Stretches that ink covers; pieces longer than any cell of a table are running text and cover nothing.</summary>
    private List<(double Left, double Right, List<Piece> Pieces)> Stretches(int start, int end)
    {
        var pieces = new List<Piece>();
        for (var i = start; i < end;)
        {
            var next = Math.Min(end, stream.EndOfLine(i, end));
            pieces.AddRange(PiecesOf(i, next));
            i = next;
        }
        var stretches = new List<(double Left, double Right, List<Piece> Pieces)>();
        foreach (var piece in pieces.OrderBy(piece => left[piece.From - from]))
        {
            var (l, r) = (left[piece.From - from], right[piece.To - 1 - from]);
            if (stretches.Count > 0 && l < stretches[^1].Right)
            {
                stretches[^1].Pieces.Add(piece);
                // One long piece does not close the white behind it for all.
                if (r - l < 24) stretches[^1] = stretches[^1] with { Right = Math.Max(stretches[^1].Right, r) };
                continue;
            }
            stretches.Add((l, r - l < 24 ? r : l + 4, [piece]));
        }
        return stretches;
    }

    /// <summary>A line cut where its white is two columns and more.</summary>
    private List<Piece> PiecesOf(int start, int end)
    {
        var pieces = new List<Piece>();
        for (var k = start; k < end;)
        {
            var next = k + 1;
            while (next < end && left[next - from] - right[next - 1 - from] < 1.5) next++;
            pieces.Add(new Piece(k, next));
            k = next;
        }
        return pieces;
    }
}

using Extract.Figures;
using Extract.Forms;

namespace Extract.Tables.Sequenced;

/// <summary>A line of a table: its atoms, where its values start, and the cells they are in. A line without values has its tail at its end.</summary>
internal sealed record TailedLine(int From, int Tail, int To, List<Stretch> Values, double Cost, bool PageStart)
{
    /// <summary>True where the line carries a row's values: one such line makes one row.</summary>
    public bool IsAnchor => Values.Count > 0;

    /// <summary>Where columns stand apart: pieces of wrapped value cells at the end of a line that carries no row's values.</summary>
    public List<Stretch> Rests { get; init; } = [];
}

/// <summary>
/// Finds the values at the end of each line: the cheapest run of value columns, in their order, that ends with the line. What stands before
/// them on the line is a name, or pieces of level names.
/// </summary>
internal static class LineTails
{
    /// <summary>A run of values that costs more than this, on average of its columns, is not one.</summary>
    private const double Dear = 9;

    /// <summary>The lines of a range of atoms; <paramref name="name"/> is the column of names, behind which the values stand.</summary>
    public static List<TailedLine> Of(AtomStream stream, int from, int to, Column[] columns, int name)
    {
        var lines = new List<TailedLine>();
        for (var i = from; i < to;)
        {
            var end = stream.EndOfLine(i, to);
            lines.Add(Read(stream, i, end, columns, name));
            i = end;
        }
        return lines;
    }

    private static TailedLine Read(AtomStream stream, int from, int to, Column[] columns, int name)
    {
        var width = columns.Length - name - 1;
        // cost[i, c]: the cheapest way to read the atoms from i on as columns from c on, and the choice made there.
        var cost = new double[to - from + 1, width + 1];
        var taken = new int[to - from + 1, width + 1];
        for (var c = width - 1; c >= 0; c--) cost[to - from, c] = cost[to - from, c + 1] + columns[name + 1 + c].Skip;
        for (var i = to - from - 1; i >= 0; i--)
        {
            cost[i, width] = double.PositiveInfinity;
            for (var c = width - 1; c >= 0; c--)
            {
                var column = columns[name + 1 + c];
                (cost[i, c], taken[i, c]) = (cost[i, c + 1] + column.Skip, 0);
                for (var n = 1; n <= Math.Min(column.MostAtoms, to - from - i); n++)
                {
                    var emitted = IsTwin(stream, column, from, to, from + i, n) ? 0.4 : Emit(column, stream.KeyOf(from + i, from + i + n));
                    var whole = emitted + 0.05 * (n - 1) + cost[i + n, c + 1];
                    if (whole < cost[i, c]) (cost[i, c], taken[i, c]) = (whole, n);
                }
            }
        }
        var (best, least) = (to, double.PositiveInfinity);
        for (var i = 0; i < to - from; i++)
        {
            // Words before the values belong to a name: a tail that leaves a number or an operator before it has begun too late.
            var total = cost[i, 0] + (i > 0 ? LeftBehind(stream, from + i - 1) : 0);
            if (total < least - 0.01) (best, least) = (from + i, total);
        }
        var values = best < to && least < Dear ? Cells(best - from, from, columns, name, width, taken) : [];
        if (values.Count < 2 || !IsRow(values, columns)) return Words(stream, from, to, columns, name);
        return new(from, best, to, values, least, stream[from].PageStart);
    }

    /// <summary>A line of words: a name's, and, where columns stand apart, pieces of the wrapped cells to its right.</summary>
    private static TailedLine Words(AtomStream stream, int from, int to, Column[] columns, int name)
    {
        var (tail, rests) = (to, new List<Stretch>());
        for (var c = columns.Length - 1; c > name && tail > from; c--)
        {
            if (columns[c].Left is not { } left) continue;
            var first = tail;
            while (first > from && stream.BoxOf(first - 1).Left >= left - 0.6) first--;
            if (first < tail) rests.Add(new Stretch(0, c, first, tail));
            tail = first;
        }
        return new(from, tail, to, [], 0, stream[from].PageStart) { Rests = rests };
    }

    /// <summary>Words printed twice side by side (已建立 已建立) are an aim and that it was met.</summary>
    private static bool IsTwin(AtomStream stream, Column column, int from, int to, int i, int n)
    {
        var twin = column.Field switch { Field.Target => i + 1, Field.Actual => i - 1, _ => -1 };
        if (n > 1 || twin < from || twin >= to) return false;
        var key = stream.KeyOf(i, i + 1);
        return key.Length > 1 && !char.IsAsciiDigit(key[0]) && key.SequenceEqual(stream.KeyOf(twin, twin + 1));
    }

    /// <summary>A unit or an operator alone is no actual value, a phrase that appraises nothing is sooner a name than a target, and a weight has no %.</summary>
    private static double Emit(Column column, ReadOnlySpan<char> key)
    {
        var cost = column.Emit(key);
        return column.Field switch
        {
            Field.Actual when IsUnit(key) => cost + 3,
            Field.Actual when key.IndexOfAny("≥≤><=") >= 0 || HasOperator(key) => cost + 8,
            Field.Actual or Field.Target when Levels.OpensWithName(key) => cost + 5,
            Field.Actual when key.Length > 2 && Levels.IsStartOfName(key) => cost + 3,
            Field.Actual when key.Count('年') > 1 => cost + 2,
            Field.Target when IsYear(key) => cost + 3,
            Field.Target when Levels.IsName(key) => cost + 5,
            Field.Target when cost is > 0.5 and < 2 && key.Length > 5 && key.IndexOfAnyInRange('0', '9') < 0 => cost + 2,
            Field.Target when cost is > 2 and < 4 || key.Length > 2 && Levels.IsStartOfName(key) || key.EndsWith("满意度") => cost + 2.5,
            Field.Weight when key.EndsWith('%') => cost + 3,
            _ => cost,
        };
    }

    private static bool IsUnit(ReadOnlySpan<char> key) =>
        key is "%" || Unit.IsMeasure(key);

    private static bool HasOperator(ReadOnlySpan<char> key) => key.Contains('不') && Operators.Split(key).Operator > 0;

    /// <summary>A year alone: the beginning of a date.</summary>
    private static bool IsYear(ReadOnlySpan<char> key) => key.Length == 5 && key[4] == '年' && key[..4].IndexOfAnyExceptInRange('0', '9') < 0;

    private static double LeftBehind(AtomStream stream, int atom)
    {
        var key = stream.KeyOf(atom, atom + 1);
        if (key.Length <= 3 && Operators.IsSign(key)) return 6;
        return key is [.., '%' or (>= '0' and <= '9')] ? 2.5 : 0;
    }

    private static List<Stretch> Cells(int i, int from, Column[] columns, int name, int width, int[,] taken)
    {
        var values = new List<Stretch>();
        for (var c = 0; c < width; c++)
        {
            if (taken[i, c] == 0) continue;
            values.Add(new Stretch(0, name + 1 + c, from + i, from + i + taken[i, c]));
            i += taken[i, c];
        }
        return values;
    }

    /// <summary>Indicators have a weight and a target; a source of money has marks or amounts.</summary>
    private static bool IsRow(List<Stretch> values, Column[] columns)
    {
        if (Array.Exists(columns, static c => c.Field == Field.Source)) return true;
        return values.Exists(v => columns[v.Column].Field == Field.Weight) && values.Exists(v => columns[v.Column].Field == Field.Target);
    }
}

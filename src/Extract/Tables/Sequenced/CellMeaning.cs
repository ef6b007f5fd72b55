using Extract.Forms;
using Extract.Text;

namespace Extract.Tables.Sequenced;

/// <summary>
/// What it costs that characters are a cell of a column: what the column may print at all (<see cref="Column.Emit"/>), what its neighbours make likely, and,
/// once rows are known, whether the column's other cells print the same kind of thing.
/// </summary>
internal sealed class CellMeaning(Column[] columns)
{
    private readonly bool units = Array.Exists(columns, static column => column.Field == Field.Unit);
    private readonly bool rates = Array.Exists(columns, static column => column.Field == Field.CompletionRate);
    private double[,]? kinds;

    /// <summary>The cost of a cell of a column.</summary>
    public double Of(int column, ReadOnlySpan<char> key) => Meaning(columns[column], key) + (kinds is null ? 0 : kinds[column, KindOf(key)]);

    /// <summary>Learns which kinds of thing a column prints from its cells; the columns of <paramref name="free"/> may print any.</summary>
    public void Learn(IReadOnlyList<IReadOnlyList<string>> cells, int rows, Func<int, bool> free)
    {
        var learned = new double[columns.Length, Kinds];
        for (var c = 0; c < columns.Length; c++)
        {
            foreach (var key in cells[c]) learned[c, KindOf(key)]++;
            for (var k = 0; k < Kinds; k++) learned[c, k] = free(c) ? 0 : -0.7 * Math.Log((learned[c, k] + 0.5) / (rows + 1.0));
        }
        kinds = learned;
    }

    private double Meaning(Column column, ReadOnlySpan<char> key)
    {
        var cost = column.Emit(key);
        if (IsDash(key) && column.Field is not (Field.Level1 or Field.Level2 or Field.Level3 or Field.Source or Field.Operator)) return column.Field is Field.Actual or Field.CompletionRate ? 2 : Math.Min(1, cost);
        if (column.Field == Field.Target && units && char.IsAsciiDigit(key[0]) && Column.NumberEnd(key) == key.Length && !char.IsAsciiDigit(key[^1])) cost += 3;
        if (column.Field is Field.Target or Field.Actual && key.Length > 8 && key[^1] == '。') cost = Math.Min(cost, 1.2);
        // In a coded scheme (A, A1, A11, A111) the length of the code is the level.
        var level = column.Field switch { Field.Level1 => 1, Field.Level2 => 2, Field.Level3 => 3, Field.Level4 => 4, _ => 0 };
        // Names that carry their points (目标设定（10分）) are those of levels, one each.
        if (key.IndexOf("分)") is > 0 and var points && points < key.Length - 2 && char.IsAsciiDigit(key[points - 1])) cost += 8;
        else if (HasPoints(key) && !char.IsAsciiDigit(key[0])) return level == 0 ? cost + 3 : level < 3 && !EndsWithName(Levels.WithoutPoints(key)) ? Math.Min(2, cost) : cost;
        // A name ends with its points, has one code, and is no sentence.
        if (level > 0 && (HasCodeInside(key) || HasPointsInside(key))) cost += 5;
        if (level > 2 && key[^1] == '。') cost += 2;
        if (level > 0 && Levels.IsCoded(key)) return 0.3 + 4 * Math.Abs(Levels.CodeOf(key.ToString()).Length - level) + Math.Max(0, cost - column.Emit(key));
        if (column.Field is Field.Target or Field.Actual or Field.Unit && key.Length < 9 && Figures.ChineseNumerals.ReadRatio(key.ToString()) is not null) return column.Field == Field.Unit ? 6 : 0.3;
        if (column.Field is Field.Target or Field.Actual && IsHalfDate(key)) cost += 4;
        if (level != 1 && level != 2 && key.Length > 2 && key[^1] == '指' && Levels.IsStartOfName(key)) cost += 5;
        if (column.Field == Field.Reason && (key[0] == '标' || key.Length == 2 && key[1] == '。')) cost += 5;
        if (column.Field == Field.Actual && rates && key[^1] == '%') cost += 1;
        if (!column.IsValue && Figures.FigureReader.Scan(key, out _, out var decimals, out _) is > 0 && decimals > 0) cost += 2;
        if (column.Field == Field.Actual && (key.IndexOfAny('≥', '≤') >= 0 || Operators.Split(key).Operator > 0)) cost += 5;
        if (level > 2 && Column.NumberEnd(key) == key.Length) cost += 6;
        // 产出, 过程: too little for an indicator's own name.
        if (level > 2 && key.Length == 2 && Levels.IsUsualFirst(key)) cost += 4;
        if (column.Field is Field.Target or Field.Actual or Field.Unit or Field.Reason or Field.Explanation && key.Length > 3 && Levels.IsName(key)) cost += 5;
        if (level > 0 && key.IndexOf("年") is > 3 and var year && key[(year - 4)..year].IndexOfAnyExceptInRange('0', '9') < 0) cost += 3;
        return cost;
    }

    /// <summary>What came of an aim is told in the aim's words (已建立 已建立; 有所改善 秩序明显改善): so much less the two cost side by side than each by itself.</summary>
    public double Echo(ReadOnlySpan<char> aim, ReadOnlySpan<char> done)
    {
        if (aim.Length < 2 || done.Length < 2 || done.Length > 24 || !Characters.IsWide(aim[^1]) || !Characters.IsWide(done[^1]) || !done.EndsWith(aim[^2..])) return 0;
        var (target, actual) = (Array.Find(columns, static column => column.Field == Field.Target), Array.Find(columns, static column => column.Field == Field.Actual));
        if (target is null || actual is null) return 0;
        return Math.Max(0, actual.Emit(done) - Plain) + (done.SequenceEqual(aim) ? Math.Max(0, target.Emit(aim) - Plain) : 0);
    }

    /// <summary>What a value in words costs that is surely one.</summary>
    private const double Plain = 0.4;

    /// <summary>完成率C11产出, 完成率C11: the code of a scheme begins a name.</summary>
    private static bool HasCodeInside(ReadOnlySpan<char> key)
    {
        for (var i = 1; i + 1 < key.Length; i++)
            if ((Characters.IsWide(key[i - 1]) || key[i - 1] == ')') && key[i] is >= 'A' and <= 'H' && char.IsAsciiDigit(key[i + 1])
                && (Levels.IsCoded(key[i..]) || key[(i + 1)..].IndexOfAnyExceptInRange('0', '9') < 0)) return true;
        return false;
    }

    /// <summary>推迟至次年效益指标, 比重为56%综合管理: words of another cell before a level's name.</summary>
    private static bool EndsWithName(ReadOnlySpan<char> key)
    {
        if (key.IndexOf('%') >= 0) return true;
        for (var start = 3; start + 4 <= key.Length; start++)
            if (key.EndsWith("指标") && Levels.IsName(key[start..])) return !Levels.IsName(key);
        return false;
    }

    /// <summary>满意度(6)众满意: points with words behind them.</summary>
    private static bool HasPointsInside(ReadOnlySpan<char> key)
    {
        var open = key.IndexOf('(');
        var close = key.IndexOf(')');
        return open > 0 && close > open + 1 && close + 1 < key.Length && Characters.IsWide(key[close + 1]) && key[(open + 1)..close].IndexOfAnyExceptInRange('0', '9') < 0;
    }

    public static bool HasPoints(ReadOnlySpan<char> key) => key.Length > 4 && key.EndsWith("分)") && Levels.WithoutPoints(key).Length < key.Length;

    /// <summary>2024年9: a date before the word for its month.</summary>
    private static bool IsHalfDate(ReadOnlySpan<char> key) => key.Length is 6 or 7 && key[4] == '年' && char.IsAsciiDigit(key[^1]) && char.IsAsciiDigit(key[0]);

    /// <summary>What stands for nothing.</summary>
    public static bool IsDash(ReadOnlySpan<char> key) => key is "-" or "/" || Figures.FigureReader.IsDash(key);

    /// <summary>2019年11月底前: two of them side by side are two cells.</summary>
    public static bool IsDate(ReadOnlySpan<char> key) => key.Length is > 6 and < 16 && OpensDate(key) && key.Contains('月') && key[^1] is not ('-' or '—' or '~' or '至' or '到');

    /// <summary>2019年: how a date begins.</summary>
    public static bool OpensDate(ReadOnlySpan<char> key) => key.Length > 4 && key[4] == '年' && key[..4].IndexOfAnyExceptInRange('0', '9') < 0;

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

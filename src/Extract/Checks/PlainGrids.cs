using System.Collections.Immutable;
using Extract.Figures;
using Extract.Records;
using Extract.Tables;
using Extract.Text;

namespace Extract.Checks;

/// <summary>The money tables of a document that are no self-evaluation's and no statutory form: reports' own breakdowns.</summary>
internal static class PlainGrids
{
    /// <summary>The tables, continuations joined.</summary>
    public static ImmutableArray<PlainGrid> Read(ImmutableArray<Grid> tables, IEnumerable<ScoredForm> forms, ImmutableArray<Fact> facts)
    {
        if (tables.IsDefaultOrEmpty) return [];
        var taken = forms.SelectMany(static form => form.Evaluation.Grids).ToHashSet();
        if (!facts.IsDefaultOrEmpty) taken.UnionWith(facts.Select(static fact => fact.Grid));
        var found = new List<PlainGrid>();
        PlainGrid? open = null;
        for (var i = 0; i < tables.Length; i++)
        {
            if (taken.Contains(i))
            {
                open = null;
            }
            else if (open is not null && open.IsContinuedBy(tables[i]))
            {
                open.Append(tables[i]);
            }
            else
            {
                open = new PlainGrid(tables[i]);
                found.Add(open);
            }
        }
        return [.. found.Where(static grid => grid.IsMoney && grid.Rows.Count > 0)];
    }
}

/// <summary>How a row stands in its table.</summary>
internal enum RowKind
{
    /// <summary>A row that stands for itself.</summary>
    Line,

    /// <summary>合计, 总计.</summary>
    Total,

    /// <summary>小计.</summary>
    Subtotal,

    /// <summary>其中: a part that need not exhaust.</summary>
    OfWhich,
}

/// <summary>A row: its label, how it stands, its level of numbering (一 is 1, （一） 2, 1 is 3, (1) is 4; 0 where unnumbered) and its cells.</summary>
internal sealed record PlainRow(string Label, RowKind Kind, int Level, ImmutableArray<Printed> Cells);

/// <summary>A table of rows and columns as its author numbered them.</summary>
internal sealed class PlainGrid
{
    // Forms whose rows follow codes and balances of their own: other checks are for them.
    private static readonly string[] Statutory = ["本年收入合计", "本年支出合计", "科目编码", "功能分类", "支出功能", "经济分类", "年初结转", "年末结转", "科目名称"];
    private static readonly string[] NotSummed = ["序号", "编号", "编码", "代码", "年度", "年份", "时间", "日期", "单价", "标准", "比例", "率", "占比", "增幅", "进度", "%", "％", "得分", "分值", "权重", "目标", "指标", "电话"];

    private readonly List<PlainRow> _rows = [];
    private readonly Dictionary<int, int> _decimals = [];
    private readonly Dictionary<int, bool> _summed = [];
    private readonly int _labelColumn;
    private readonly string _title;

    public PlainGrid(Grid grid)
    {
        var rows = grid.ToRows();
        var headers = grid.HeaderRows > 0 ? grid.HeaderRows : rows.TakeWhile(static row => !row.Any(IsNumber)).Count();
        Columns = grid.ColumnCount;
        Headers = [.. Enumerable.Range(0, Columns).Select(column => Header(grid, headers, column))];
        _title = grid.Title.Text;
        _labelColumn = Array.FindIndex([.. Headers], static header => !header.Contains("序号", StringComparison.Ordinal) && !header.Contains("编号", StringComparison.Ordinal));
        if (_labelColumn < 0) _labelColumn = 0;
        Unit = Unit.Of(grid.Unit) is { Dimension: Dimension.Money } unit ? unit : Unit.None;
        IsMoney = Headers.Length > 1 && !Headers.Any(static header => Statutory.Any(word => header.Contains(word, StringComparison.Ordinal)))
            && (Unit.Dimension == Dimension.Money || Headers.Any(static header => UnitOf(header).Dimension == Dimension.Money || header.Contains("金额", StringComparison.Ordinal) || header.Contains("预算数", StringComparison.Ordinal)));
        foreach (var row in rows.Skip(headers)) Add(row);
    }

    public int Columns { get; }

    public Unit Unit { get; }

    /// <summary>The header of each column, as a key.</summary>
    public ImmutableArray<string> Headers { get; }

    /// <summary>True for a table of money that is no statutory form.</summary>
    public bool IsMoney { get; private set; }

    public IReadOnlyList<PlainRow> Rows => _rows;

    public string Subject(PlainRow row, int? column = null) =>
        string.Join(' ', new[] { _title, row.Label, column is { } index ? Headers[index] : "" }.Where(static part => part.Length > 0));

    /// <summary>
    /// True for the next part of this table, over a page break or below a header that was printed alone: as many columns, no other
    /// title, no header words of its own, and no total before it.
    /// </summary>
    public bool IsContinuedBy(Grid grid)
    {
        if (grid.ColumnCount != Columns || _rows.Exists(static row => row.Kind == RowKind.Total)) return false;
        if (!grid.Title.IsBlank && grid.Title.Text != _title) return false;
        var first = grid.Cells.Where(static cell => cell.Row == 0).ToList();
        return first.TrueForAll(static cell => cell.Printed.IsBlank) || first.Exists(static cell => IsNumber(cell.Printed));
    }

    public void Append(Grid grid)
    {
        foreach (var row in grid.ToRows())
            if (row.Any(static cell => !cell.IsBlank)) Add(row);
    }

    private void Add(Printed[] cells)
    {
        if (cells.All(static cell => cell.IsBlank)) return;
        var first = Characters.Key(cells[0].Text);
        var label = _labelColumn < cells.Length ? cells[_labelColumn].Text : cells[0].Text;
        if (label.Length == 0) label = cells.FirstOrDefault(static cell => !cell.IsBlank && !IsNumber(cell))?.Text ?? "";
        var key = Characters.Key(label);
        if (Statutory.Any(word => key.Contains(word, StringComparison.Ordinal))) IsMoney = false;
        var kind = KindOf(first) is var kinded && kinded != RowKind.Line ? kinded : KindOf(key);
        _rows.Add(new PlainRow(label, kind, kind == RowKind.Line ? LevelOf(first) is var level && level > 0 ? level : LevelOfPrefix(key) : 0, System.Runtime.InteropServices.ImmutableCollectionsMarshal.AsImmutableArray(cells)));
    }

    /// <summary>The column's figures are amounts that add up.</summary>
    public bool IsSummed(int column)
    {
        if (!_summed.TryGetValue(column, out var summed)) _summed[column] = summed = AddsUp(column);
        return summed;
    }

    private bool AddsUp(int column)
    {
        if (column == _labelColumn || Array.Exists(NotSummed, word => Headers[column].Contains(word, StringComparison.Ordinal) && !(word == "率" && Headers[column].Contains("率先", StringComparison.Ordinal)))) return false;
        var filled = _rows.Count(row => !row.Cells[column].IsBlank);
        return filled > 0 && _rows.Count(row => IsNumber(row.Cells[column])) * 5 >= filled * 4;
    }

    /// <summary>The figure of a cell with the precision of its column; null where it holds none.</summary>
    public Term? At(PlainRow row, int column, Role role)
    {
        var cell = row.Cells[column];
        var unit = UnitOf(Headers[column]) is { Dimension: Dimension.Money } own ? own : Unit;
        if (FigureReader.Read(cell.Text, unit).Figure is not { } figure) return null;
        if (!_decimals.TryGetValue(column, out var decimals))
            _decimals[column] = decimals = _rows.Max(other => FigureReader.Read(other.Cells[column].Text).Figure?.Decimals ?? 0);
        return new Term(row.Label + " " + Headers[column], figure with { Decimals = decimals }, role, cell.Text, cell.Place);
    }

    /// <summary>Every numeric or malformed cell of the summed columns.</summary>
    public IEnumerable<(PlainRow Row, int Column, Printed Cell)> Numbers()
    {
        for (var column = 0; column < Columns; column++)
        {
            if (!IsSummed(column)) continue;
            foreach (var row in _rows) yield return (row, column, row.Cells[column]);
        }
    }

    private static bool IsNumber(Printed cell) => !cell.IsBlank && FigureReader.Read(cell.Text).Kind == EntryKind.Number;

    private static Unit UnitOf(string header)
    {
        var open = header.LastIndexOf('(');
        return open >= 0 && header.EndsWith(')') ? Unit.Of(header[(open + 1)..^1].Replace("单位:", "", StringComparison.Ordinal)) : Unit.None;
    }

    private static string Header(Grid grid, int rows, int column)
    {
        var words = grid.Cells.Where(cell => cell.Row < rows && cell.Column <= column && column < cell.Column + cell.Columns).Select(static cell => Characters.Key(cell.Text));
        return string.Concat(words);
    }

    private static RowKind KindOf(string key) => key switch
    {
        "合计" or "总计" or "合计数" or "总合计" or "共计" => RowKind.Total,
        "小计" => RowKind.Subtotal,
        _ when key.StartsWith("其中", StringComparison.Ordinal) => RowKind.OfWhich,
        _ => RowKind.Line,
    };

    private static int LevelOf(string key)
    {
        var bare = key.Trim('、', '.', '．');
        if (bare.Length == 0) return 0;
        if (ChineseNumerals.Read(bare) is not null) return 1;
        if (bare.Length > 2 && bare[0] == '(' && bare[^1] == ')') return ChineseNumerals.Read(bare[1..^1]) is not null ? 2 : bare[1..^1].All(char.IsAsciiDigit) ? 4 : 0;
        return bare.Length <= 3 && bare.All(char.IsAsciiDigit) ? 3 : 0;
    }

    private static int LevelOfPrefix(string key)
    {
        var end = key.IndexOfAny(['、', '.', '．']);
        if (end is > 0 and <= 3 && (end + 1 >= key.Length || !char.IsAsciiDigit(key[end + 1]))) return LevelOf(key[..end]);
        return key.Length > 2 && key[0] == '(' && key.IndexOf(')', StringComparison.Ordinal) is > 1 and <= 4 and var close ? LevelOf(key[..(close + 1)]) : 0;
    }
}

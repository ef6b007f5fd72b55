using System.Collections.Immutable;
using Extract.Figures;
using Extract.Forms.Statutory;
using Extract.Tables;
using Extract.Text;

namespace Extract.Records.Facts;

/// <summary>What a column of a statutory form holds.</summary>
internal enum ColumnRole
{
    Code,
    Name,
    Value,
    Other,
}

/// <summary>A column: its role, the lane it stands in, its header keys from the top down, and the unit its header states.</summary>
internal sealed record FormColumn(int Index, ColumnRole Role, int Lane, ImmutableArray<string> Path, Unit Unit)
{
    public string Leaf => Path.IsEmpty ? "" : Path[^1];
}

/// <summary>The header of a statutory form taken apart: how many rows it has, and what each column is.</summary>
internal sealed record FormColumns(int HeaderRows, ImmutableArray<FormColumn> Columns)
{
    private const int MostHeaderRows = 6;

    public static FormColumns Read(Grid grid, Cell?[,] cover)
    {
        var rows = HeaderRowsOf(grid, cover);
        var columns = ImmutableArray.CreateBuilder<FormColumn>();
        for (var c = 0; c < grid.ColumnCount; c++)
        {
            var (path, unit) = PathOf(cover, rows, c);
            var role = RoleOf(path);
            if ((role == ColumnRole.Value || path.IsEmpty) && HoldsWords(grid, cover, rows, c)) role = ColumnRole.Name;
            columns.Add(new FormColumn(c, role, 0, path, unit));
        }
        var starts = Lanes.Beginnings([.. columns.Select(static column => column.Role switch { ColumnRole.Value => (bool?)false, ColumnRole.Other => null, _ => true })]);
        for (var c = 0; c < columns.Count; c++) columns[c] = columns[c] with { Lane = starts.FindLastIndex(start => start <= c) };
        return new FormColumns(rows, columns.ToImmutable());
    }

    /// <summary>True for a column whose cells are names, whatever stands above it.</summary>
    private static bool HoldsWords(Grid grid, Cell?[,] cover, int from, int column)
    {
        var (words, others) = (0, 0);
        for (var r = from; r < grid.RowCount; r++)
        {
            if (cover[r, column] is not { } cell || cell.Row != r || cell.Column != column || cell.Text.Length == 0) continue;
            if (FigureReader.Read(cell.Text) is { Kind: EntryKind.Words, Malformed: false } && cell.Text.Length > 1) words++;
            else others++;
        }
        return words > 2 && words > 2 * others;
    }

    /// <summary>All header words, as one key.</summary>
    public string Words => string.Concat(Columns.SelectMany(static column => column.Path));

    private static int HeaderRowsOf(Grid grid, Cell?[,] cover)
    {
        for (var r = 1; r < Math.Min(grid.RowCount, MostHeaderRows); r++)
        {
            var texts = Enumerable.Range(0, grid.ColumnCount).Select(c => cover[r, c]).Where(cell => cell is not null && cell.Row == r && cell.Text.Length > 0).Select(static cell => Characters.Key(cell!.Text)).ToList();
            var continues = Enumerable.Range(0, grid.ColumnCount).All(c => cover[r, c] is { } cell && cell.Row < r);
            if (continues) continue;
            if (texts.Count == 0) return r;
            if (IsNumbering(texts)) continue;
            if (texts.Exists(IsData)) return r;
            if (texts.Count == 1 && RowNames.RoleOf(texts[0]) is not RowRole.Line) return r;
        }
        return Math.Min(grid.RowCount, Math.Max(1, grid.HeaderRows));
    }

    /// <summary>栏次 | 1 | 2 | 3: the columns numbered.</summary>
    internal static bool IsNumbering(List<string> texts)
    {
        if (texts[0] is "栏次" or "行次") return true;
        if (texts.Count < 3) return false;
        var start = char.IsAsciiDigit(texts[0][0]) ? 0 : 1;
        for (var i = start; i < texts.Count; i++)
            if (texts[i] != (i - start + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)) return false;
        return true;
    }

    private static bool IsData(string text)
    {
        if (FigureReader.Read(text).Kind is EntryKind.Number or EntryKind.Dash) return true;
        RowNames.Clean(text, out var level, out var ofWhich);
        return level > 0 || ofWhich || text[0] == '无' || text.All(static c => c is '…' or '.' or '。');
    }

    private static (ImmutableArray<string> Path, Unit Unit) PathOf(Cell?[,] cover, int rows, int column)
    {
        var path = ImmutableArray.CreateBuilder<string>();
        var unit = Unit.None;
        foreach (var cell in ColumnHeads.Over(cover, rows, column))
        {
            var key = Characters.Key(cell.Text).Replace("“", "", StringComparison.Ordinal).Replace("”", "", StringComparison.Ordinal).Replace("\"", "", StringComparison.Ordinal);
            if (FigureReader.Read(key).Kind == EntryKind.Number) continue;
            if (MoneyIn(key) is { } own) unit = own;
            // The total row's label set one line too high, between the headers of the columns beside it.
            if (path.Count > 0 && RowNames.RoleOf(key) == RowRole.Total && (path[^1].EndsWith("编码", StringComparison.Ordinal) || path[^1].EndsWith("代码", StringComparison.Ordinal) || path[^1].EndsWith("名称", StringComparison.Ordinal))) continue;
            path.Add(WithoutBrackets(key));
        }
        return (path.ToImmutable(), unit);
    }

    private static Unit? MoneyIn(string key)
    {
        var open = key.LastIndexOf('(');
        if (open < 0 || !key.EndsWith(')')) return null;
        var note = key[(open + 1)..^1].Replace("单位:", "", StringComparison.Ordinal);
        return Unit.Of(note) is { Dimension: Dimension.Money } unit ? unit : null;
    }

    private static string WithoutBrackets(string key)
    {
        var open = key.IndexOf('(', StringComparison.Ordinal);
        if (open <= 0) return key;
        var close = key.IndexOf(')', open);
        return close < 0 ? key : key.Remove(open, close - open + 1);
    }

    private static ColumnRole RoleOf(ImmutableArray<string> path)
    {
        if (path.IsEmpty) return ColumnRole.Other;
        var leaf = path[^1];
        if (leaf is "类" or "款" or "项" || leaf.EndsWith("编码", StringComparison.Ordinal) || leaf.EndsWith("代码", StringComparison.Ordinal)) return ColumnRole.Code;
        if (leaf is "行次" or "栏次" or "序号" or "备注" || leaf.Contains("组织形", StringComparison.Ordinal)) return ColumnRole.Other;
        if (leaf.EndsWith("名称", StringComparison.Ordinal) || leaf.EndsWith("科目", StringComparison.Ordinal) || leaf.StartsWith('按')
            || leaf is "项目" or "收入项目" or "支出项目" or "单位" or "经济分类" or "功能分类" or "支出功能分类" or "采购品目大类" || leaf.StartsWith("项目(", StringComparison.Ordinal)) return ColumnRole.Name;
        return path.Length == 1 && leaf is "收入" or "支出" ? ColumnRole.Name : ColumnRole.Value;
    }
}

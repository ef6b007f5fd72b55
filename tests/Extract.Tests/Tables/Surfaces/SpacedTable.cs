using System.Text;
using Extract.Tests.Tables.Printed;
using Extract.Text;

namespace Extract.Tests.Tables.Surfaces;

/// <summary>How a program or a person counts the columns of a text.</summary>
internal enum Counting
{
    /// <summary>A wide character takes two: as a terminal shows it.</summary>
    DisplayWidths,

    /// <summary>Every character takes one: as programs write that print pages as text.</summary>
    Characters,
}

/// <summary>A planned table as text whose columns are parted by runs of blanks.</summary>
internal sealed class SpacedTable
{
    /// <summary>Blanks between columns, at least.</summary>
    private const int Gap = 3;

    private readonly PlannedTable table;
    private readonly Counting counting;
    private readonly int[] lefts;

    private SpacedTable(PlannedTable table, Counting counting)
    {
        (this.table, this.counting) = (table, counting);
        var widths = new int[table.Columns];
        foreach (var cell in table.Cells.Where(static cell => cell.Columns == 1)) widths[cell.Column] = Math.Max(widths[cell.Column], cell.Lines.Max(Width));
        lefts = new int[table.Columns + 1];
        for (var c = 0; c < widths.Length; c++) lefts[c + 1] = lefts[c] + widths[c] + Gap;
    }

    /// <summary>Its title, its unit, and its rows; blank lines between the rows if wanted.</summary>
    public static string Of(PlannedTable table, Counting counting, int blankLines)
    {
        var spaced = new SpacedTable(table, counting);
        var text = new StringBuilder();
        text.Append(spaced.Line([(table.Title, (spaced.lefts[^1] - spaced.Width(table.Title)) / 2)]));
        text.Append(spaced.Line([("单位：万元", spaced.lefts[^1] - Gap - spaced.Width("单位：万元"))]));
        for (var r = 0; r < table.Rows; r++)
        {
            if (r > 0) text.Append('\n', blankLines);
            text.Append(spaced.Row(r));
        }
        return text.Append("注：本表反映部门本年度支出情况，数据可能因四舍五入存在尾差。\n").ToString();
    }

    private string Row(int row)
    {
        var cells = table.Cells.Where(cell => cell.Row == row).ToList();
        return string.Concat(Enumerable.Range(0, cells.Max(static cell => cell.Lines.Length)).Select(i => Line([.. cells.Where(cell => i < cell.Lines.Length).Select(cell => (cell.Lines[i], At(cell, cell.Lines[i])))])));
    }

    private int At(PlannedCell cell, string line)
    {
        var (left, right) = (lefts[cell.Column], lefts[cell.Column + cell.Columns] - Gap);
        return cell.Setting switch
        {
            Setting.Left => left,
            Setting.Right => right - Width(line),
            _ => left + (right - left - Width(line)) / 2,
        };
    }

    private string Line(IReadOnlyList<(string Text, int At)> pieces)
    {
        var line = new StringBuilder();
        var column = 0;
        foreach (var (text, at) in pieces)
        {
            line.Append(' ', Math.Max(0, at - column)).Append(text);
            column = Math.Max(column, at) + Width(text);
        }
        return line.Append('\n').ToString();
    }

    private int Width(string text) => counting == Counting.Characters ? text.Length : DisplayWidth.Of(text);
}

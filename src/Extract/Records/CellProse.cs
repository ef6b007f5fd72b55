using System.Collections.Immutable;
using Extract.Layout;
using Extract.Records.Sentences;
using Extract.Tables;

namespace Extract.Records;

/// <summary>The sentences inside tables and forms: goals, what was reached, overviews, problems.</summary>
internal static class CellProse
{
    /// <summary>A shorter text without a full stop is a value or a name.</summary>
    private const int LeastLength = 25;

    /// <summary>A longer text labels nothing.</summary>
    private const int LongestLabel = 24;

    /// <summary>Columns and fields whose texts explain how an indicator is measured and state nothing.</summary>
    private static readonly string[] Explaining =
        ["标准", "指标解释", "指标说明", "公式", "佐证", "依据", "计算方法", "说明", "三级指标", "四级指标", "指标名称", "填报要求", "项目名称", "序号"];

    /// <summary>
    /// A paragraph for each cell that holds sentences with numbers in them, in reading order. Its section is the grid's title and the
    /// cell's label (the field's name, or the column's header), joined by "/".
    /// </summary>
    public static ImmutableArray<Paragraph> Of(IReadOnlyList<Grid> grids)
    {
        var paragraphs = ImmutableArray.CreateBuilder<Paragraph>();
        foreach (var grid in grids)
        {
            Text.Printed[][]? rows = null;
            foreach (var cell in grid.Cells)
            {
                if (!HoldsSentences(cell.Text)) continue;
                var label = Label(grid, rows ??= grid.ToRows(), cell);
                if (Explains(label)) continue;
                paragraphs.Add(Prose.Of(cell.Printed, grid.Title.IsBlank ? label : grid.Title.Text + "/" + label));
            }
        }
        return paragraphs.ToImmutable();
    }

    private static bool HoldsSentences(string text)
    {
        if (text.AsSpan().IndexOfAny("，。；") < 0 || text.Length < LeastLength && !text.Contains('。', StringComparison.Ordinal)) return false;
        foreach (var mark in MarkReader.Read(text))
            if (mark.Kind == MarkKind.Figure) return true;
        return false;
    }

    private static bool Explains(string label)
    {
        foreach (var word in Explaining)
            if (label.EndsWith(word, StringComparison.Ordinal)) return true;
        return false;
    }

    /// <summary>The short text left of the cell where the row is a field; else the header over it.</summary>
    private static string Label(Grid grid, Text.Printed[][] rows, Cell cell)
    {
        var left = cell.Column > 0 ? rows[cell.Row][cell.Column - 1].Text.TrimEnd('：', ':') : "";
        for (var column = cell.Column - 1; left.Length == 0 && column >= 0; column--) left = rows[cell.Row][column].Text;
        var header = "";
        for (var row = Math.Min(grid.HeaderRows, cell.Row) - 1; row >= 0 && header.Length == 0; row--)
            for (var column = cell.Column; column >= 0 && header.Length == 0; column--) header = rows[row][column].Text;
        var isField = left.Length is > 0 and <= LongestLabel && MarkReader.Read(left).IsEmpty;
        return (isField && (grid.HeaderRows == 0 || NamesField(left)) || header.Length == 0 ? left : header).TrimEnd('：', ':');
    }

    private static bool NamesField(string label)
    {
        foreach (var word in (ReadOnlySpan<string>)["目标", "情况", "概述", "结论", "问题", "措施", "原因", "说明", "成效", "依据"])
            if (label.EndsWith(word, StringComparison.Ordinal)) return true;
        return false;
    }
}

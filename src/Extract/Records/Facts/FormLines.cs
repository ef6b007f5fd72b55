using System.Collections.Immutable;
using Extract.Forms.Statutory;
using Extract.Tables;
using Extract.Text;

namespace Extract.Records.Facts;

/// <summary>A row of one lane: what it is called, its code, what each of its value columns prints.</summary>
internal sealed record FormLine(int Row, int Lane, string Label, string Parent, string Code, ImmutableArray<(FormColumn Column, Printed Printed)> Values)
{
    /// <summary>In a form of several name columns, which of them its name starts in, from 1; 0 in a form of one.</summary>
    public int Depth { get; init; }
}

/// <summary>The lines of a statutory form below its header, lane by lane in row order.</summary>
internal static class FormLines
{
    public static List<FormLine> Read(Grid grid, Cell?[,] cover, FormColumns header)
    {
        var lines = new List<FormLine>();
        var lanes = header.Columns.Where(static column => column.Role != ColumnRole.Other).GroupBy(static column => column.Lane).Select(static lane => lane.ToList()).ToList();
        var above = new string[grid.ColumnCount];
        for (var r = header.HeaderRows; r < grid.RowCount; r++)
        {
            if (RepeatsHeader(grid, cover, header, r)) continue;
            foreach (var lane in lanes)
                if (Line(cover, lane, r, above) is { } line) lines.Add(line);
        }
        // A form printed empty: its first row stands for it, so that it is known to be there and to say nothing.
        if (lines.Count == 0 && header.HeaderRows < grid.RowCount && lanes.Exists(static lane => lane.Exists(static column => column.Role == ColumnRole.Value)))
            lines.Add(new FormLine(header.HeaderRows, 0, "", "", "", [.. header.Columns.Where(static column => column.Role == ColumnRole.Value).Select(static column => (column, Printed.Blank))]));
        return lines;
    }

    /// <summary>True for a row that a page break printed again, and for the row that numbers the columns.</summary>
    private static bool RepeatsHeader(Grid grid, Cell?[,] cover, FormColumns header, int row)
    {
        var texts = new List<string>();
        var same = true;
        for (var c = 0; c < grid.ColumnCount; c++)
        {
            if (cover[row, c] is not { } cell || cell.Row != row || cell.Text.Length == 0) continue;
            var key = Characters.Key(cell.Text);
            texts.Add(key);
            same &= Enumerable.Range(0, header.HeaderRows).Any(r => cover[r, c] is { } head && Characters.Key(head.Text) == key);
        }
        return texts.Count > 1 && (same || FormColumns.IsNumbering(texts));
    }

    private static FormLine? Line(Cell?[,] cover, List<FormColumn> lane, int row, string[] above)
    {
        var code = CodeOf(cover, lane, row, above, out var codeText);
        var (label, parent, depth, labelCell) = LabelOf(cover, lane, row);
        if (label.Length == 0) label = codeText;
        var values = ImmutableArray.CreateBuilder<(FormColumn, Printed)>();
        foreach (var column in lane)
        {
            if (column.Role != ColumnRole.Value || cover[row, column.Index] is not { } cell) continue;
            // The label's own cell reaches over this column: nothing is stated here.
            if (ReferenceEquals(cell, labelCell)) continue;
            values.Add((column, cell.Row == row ? cell.Printed : Printed.Blank));
        }
        var nothing = label.Length == 0 && code.Length == 0 && values.All(static value => value.Item2.IsBlank);
        var unlabelled = lane.TrueForAll(static column => column.Role == ColumnRole.Value);
        if (values.Count == 0 || nothing && !unlabelled) return null;
        return new FormLine(row, lane[0].Lane, label, parent, code, values.ToImmutable()) { Depth = depth };
    }

    /// <summary>类, 款 and 项 in one column or in three; a class printed once stands for the rows below it.</summary>
    private static string CodeOf(Cell?[,] cover, List<FormColumn> lane, int row, string[] above, out string text)
    {
        text = "";
        var code = "";
        foreach (var column in lane)
        {
            if (column.Role != ColumnRole.Code || cover[row, column.Index] is not { } cell) continue;
            var key = Characters.Key(cell.Text);
            if (key.Length == 0) continue;
            if (!key.All(char.IsAsciiDigit))
            {
                if (text.Length == 0) text = cell.Text;
                continue;
            }
            if (column.Leaf == "款" && code.Length == 0) code = above[lane[0].Index] ?? "";
            if (column.Leaf == "项" && code.Length <= 3) code = above[column.Index - 1] ?? code;
            // A spreadsheet drops the zero of 02.
            if (column.Leaf is "款" or "项" && key.Length == 1) key = "0" + key;
            code = key.Length is 5 or 7 && key.StartsWith(code, StringComparison.Ordinal) ? key : code + key;
            above[column.Index] = code;
        }
        return AccountCodes.LevelOf(code) > 0 ? code : "";
    }

    private static (string Label, string Parent, int Depth, Cell? Cell) LabelOf(Cell?[,] cover, List<FormColumn> lane, int row)
    {
        var names = lane.FindAll(static column => column.Role == ColumnRole.Name);
        var (label, parent, depth) = ("", "", 0);
        Cell? last = null;
        for (var i = 0; i < names.Count; i++)
        {
            if (cover[row, names[i].Index] is not { } cell || ReferenceEquals(cell, last)) continue;
            last = cell;
            if (cell.Text.Length == 0) continue;
            if (cell.Row < row && names.Count > 1)
            {
                parent = cell.Text;
                continue;
            }
            if (label.Length > 0) parent = label;
            label = cell.Text;
            depth = i + 1;
        }
        // 一般公共预算资金 | 小计: the group's own row.
        if (Characters.Key(label) == "小计" && parent.Length > 0) (label, parent, depth) = (parent, "", 1);
        return (label, parent, names.Count > 1 ? depth : 0, last);
    }
}

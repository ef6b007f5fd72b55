using System.Collections.Immutable;
using Extract.Figures;
using Extract.Text;

namespace Extract.Records.SelfEvaluations;

/// <summary>The table of a body's main tasks of the year: each task's name, content, and the money it has.</summary>
internal sealed class TaskTable(EvaluationDraft draft)
{
    private static readonly string[] Names = ["任务名称", "重点任务名称", "主要任务名称", "工作任务名称", "主要任务", "重点工作任务"];
    private static readonly string[] Amounts = ["总额", "金额", "预算金额", "预算数", "财政拨款", "财政资金", "其他资金", "执行数", "实际支出", "年初预算数", "全年预算数", "全年执行数", "预算总额", "合计", "小计"];

    private int name = -1;
    private (int Column, string Head)[] amounts = [];

    /// <summary>How many rows from here are the table's header; 0 where none begins here.</summary>
    public int Open(FormRow row, FormRow? next)
    {
        if (row.HasNumber) return 0;
        var at = ColumnOf(row, Names);
        if (at < 0 || next is null) return 0;
        var own = Money(row, null);
        var below = next.HasNumber ? [] : Money(next, row);
        if (own.Length + below.Length == 0) return 0;
        name = at;
        amounts = below.Length > 0 ? below : own;
        draft.Signs.IsOfDepartment = true;
        return below.Length > 0 ? 2 : 1;
    }

    private static int ColumnOf(FormRow row, string[] words)
    {
        for (var c = 0; c < row.Width; c++)
            if (Array.IndexOf(words, row.Key(c)) >= 0) return c;
        return -1;
    }

    private static (int, string)[] Money(FormRow row, FormRow? above)
    {
        var found = new List<(int, string)>();
        for (var c = 0; c < row.Width; c++)
        {
            var key = row.Key(c);
            if (key.IndexOf('(', StringComparison.Ordinal) is > 0 and var open) key = key[..open];
            if (Array.IndexOf(Amounts, key) >= 0 && above?.SharesCell(row, c) != true) found.Add((c, key));
        }
        return [.. found];
    }

    /// <summary>Reads a row of the table; a row without a name or without money is none.</summary>
    public void Read(FormRow row)
    {
        var cells = amounts.Select(amount => (amount.Head, Amount: row[amount.Column])).Where(static cell => Entry.Of(cell.Amount).Kind == EntryKind.Number).ToImmutableArray();
        if (cells.IsEmpty) return;
        var label = Array.Find([.. Enumerable.Range(0, row.Width).Select(row.Key)], static key => key is "金额合计" or "合计" or "总计");
        if (label is null && row[name].IsBlank) return;
        draft.Tasks.Add(new DepartmentTask(label is null ? row[name] : Printed.Blank, cells) { IsTotal = label is not null });
    }
}

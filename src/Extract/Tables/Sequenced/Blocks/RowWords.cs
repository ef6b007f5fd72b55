using Extract.Forms;

namespace Extract.Tables.Sequenced.Blocks;

/// <summary>What the rows of a table say of themselves: names, targets, units.</summary>
internal sealed class RowWords
{
    private readonly string[] names;
    private readonly string[] targets;

    public RowWords(Plan plan, List<BlockCell>[] cells, int rows)
    {
        names = new string[rows];
        targets = new string[rows];
        Array.Fill(names, "");
        Array.Fill(targets, "");
        for (var s = 0; s < cells.Length; s++)
        {
            if (plan.Slots[s].Part != Part.Indicators) continue;
            var words = plan.Slots[s].Field == plan.Deepest ? names : plan.Slots[s].Field is Field.Target or Field.Unit or Field.Actual ? targets : null;
            if (words is null) continue;
            foreach (var cell in cells[s])
                if (cell.Row >= 0 && cell.Row < rows) words[cell.Row] += (words[cell.Row].Length > 0 ? " " : "") + cell.Key;
        }
    }

    public string Name(int row) => names[row];

    /// <summary>Target, unit and actual value, one behind another.</summary>
    public string Target(int row) => targets[row];
}

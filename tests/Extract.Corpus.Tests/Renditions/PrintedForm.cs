using System.Text.Json.Nodes;
using Extract.Tables;

namespace Extract.Corpus.Tests.Renditions;

/// <summary>A cell of a form as it is to be printed.</summary>
internal sealed record FormCell(int Row, int Column, int Rows, int Columns, string Text);

/// <summary>
/// A self-evaluation form set from what is expected of it: the table an author would draw to say just that, with merged level names, heads
/// over blocks and labels before values. The words and the columns are those of the form's family.
/// </summary>
internal sealed class PrintedForm
{
    private readonly List<FormCell> cells = [];
    private readonly JsonObject form = [];

    private PrintedForm(JsonObject form, FormWords words)
    {
        this.form = form;
        var indicators = Objects("indicators");
        var funds = Objects("budget");
        var indicatorColumns = words.Indicators.Where(head => head.Fields.Any(field => field is "level1" or "level2" or "level3" || Has(indicators, field))).ToList();
        var fundColumns = words.Funds.Where(head => head.Fields.Any(field => Has(funds, field))).ToList();
        Columns = Math.Max(8, 1 + Math.Max(indicatorColumns.Count, fundColumns.Count));
        Heads();
        if (funds.Count > 0) Block("项目资金（万元）", fundColumns, funds, true);
        Goals();
        Pair("项目概述", "overview", null, null);
        Block("绩效指标", indicatorColumns, indicators, false);
        Total(indicatorColumns);
        foreach (var (label, field) in new[] { ("评价结论", "conclusion"), ("存在问题", "problems"), ("改进措施", "improvements") }) Pair(label, field, null, null);
        Pair("项目负责人", "project_leader", "财务负责人", "finance_leader");
        Pair("填报人", "filled_by", "联系电话", "phone");
    }

    private PrintedForm(Grid grid, List<string> before)
    {
        cells.AddRange(grid.Cells.Select(static cell => new FormCell(cell.Row, cell.Column, cell.Rows, cell.Columns, cell.Text)));
        (Rows, Columns, Before) = (grid.RowCount, grid.ColumnCount, before);
    }

    /// <summary>The lines printed above it.</summary>
    public IReadOnlyList<string> Before { get; } = ["项目支出绩效自评表", "单位：万元"];

    /// <summary>The lines printed below it.</summary>
    public IReadOnlyList<string> After { get; private set; } = [];

    /// <summary>The form's cells.</summary>
    public IReadOnlyList<FormCell> Cells => cells;

    /// <summary>How many rows it has.</summary>
    public int Rows { get; private set; }

    /// <summary>How many columns it has.</summary>
    public int Columns { get; }

    /// <summary>The forms of a document.</summary>
    public static List<PrintedForm> Of(JsonNode expected, FormWords words) =>
        [.. expected["self_evaluations"]!.AsArray().Select(form => new PrintedForm(form!.AsObject(), words))];

    /// <summary>The tables that a text draws with box characters, each with the lines between it and the one above.</summary>
    public static List<PrintedForm> Drawn(string text, IReadOnlyList<Grid> grids)
    {
        var forms = new List<PrintedForm>();
        var lines = new List<string>();
        var inside = false;
        foreach (var line in text.Split('\n').Select(static line => line.Trim()))
        {
            var box = line.Length > 0 && line[0] is '┌' or '│' or '├' or '└';
            if (box && !inside)
            {
                forms.Add(new PrintedForm(grids[forms.Count], lines));
                lines = [];
            }
            else if (!box && line.Length > 0) lines.Add(line);
            inside = box;
        }
        forms[^1].After = lines;
        return forms;
    }

    private static string Text(JsonNode? value) => value switch
    {
        null => "",
        JsonObject part => Text(part["text"]),
        _ => value.ToString(),
    };

    private static List<string> Parts(JsonNode? value) => value is JsonArray parts ? [.. parts.Select(Text)] : [Text(value)];

    private static bool Has(List<JsonObject> rows, string field) => rows.Exists(row => Text(row[field]).Length > 0);

    private List<JsonObject> Objects(string name) => [.. form[name]!.AsArray().Select(static row => row!.AsObject())];

    private void Put(int row, int column, int columns, string text, int rows = 1) => cells.Add(new FormCell(row, column, rows, columns, text));

    private void Heads()
    {
        Pair("项目名称", "project_name", Text(form["project_code"]).Length > 0 ? "项目代码" : null, "project_code");
        Pair("主管部门", "competent_department", "实施单位", "implementing_unit");
    }

    /// <summary>A label and its value, or two of them side by side; nothing where nothing is expected.</summary>
    private void Pair(string first, string firstField, string? second, string? secondField)
    {
        var (one, other) = (Text(form[firstField]), second is null ? "" : Text(form[secondField!]));
        if (one.Length + other.Length == 0) return;
        var half = Columns / 2;
        Put(Rows, 0, 1, first);
        Put(Rows, 1, second is null ? Columns - 1 : half - 1, one);
        if (second is not null)
        {
            Put(Rows, half, 1, second);
            Put(Rows, half + 1, Columns - half - 1, other);
        }
        Rows++;
    }

    private void Goals()
    {
        var (goals, completions) = (Parts(form["year_goal"]), Parts(form["goal_completion"]));
        if (goals.Concat(completions).All(static text => text.Length == 0)) return;
        var count = Math.Max(goals.Count, completions.Count);
        var half = Columns / 2;
        Put(Rows, 0, 1, "年度总体目标", count + 1);
        Put(Rows, 1, half - 1, "预期目标");
        Put(Rows, half, Columns - half, "实际完成情况");
        for (var i = 0; i < count; i++)
        {
            Put(Rows + 1 + i, 1, half - 1, i < goals.Count ? goals[i] : "");
            Put(Rows + 1 + i, half, Columns - half, i < completions.Count ? completions[i] : "");
        }
        Rows += count + 1;
    }

    /// <summary>Rows under heads, the block's name beside them; the last column takes what the others leave.</summary>
    private void Block(string name, List<FormHead> heads, List<JsonObject> rows, bool ofFunds)
    {
        Put(Rows, 0, 1, name, rows.Count + 1);
        for (var c = 0; c < heads.Count; c++)
        {
            var span = c == heads.Count - 1 ? Columns - 1 - c : 1;
            Put(Rows, 1 + c, span, heads[c].Word);
            for (var r = 0; r < rows.Count; r++)
            {
                var text = string.Concat(heads[c].Fields.Select(field => Text(rows[r][field])));
                if (ofFunds && c == 0 && r == 1) text = "其中：" + text;
                var level = heads[c].Fields[0] is "level1" or "level2" ? Same(rows, r, heads[c].Fields[0]) : 1;
                if (level > 0) Put(Rows + 1 + r, 1 + c, span, text, level);
            }
        }
        Rows += rows.Count + 1;
    }

    /// <summary>Over how many rows a level's name is merged; 0 where the row above has it.</summary>
    private static int Same(List<JsonObject> rows, int row, string level)
    {
        bool Equal(int a, int b) => Text(rows[a]["level1"]) == Text(rows[b]["level1"]) && Text(rows[a][level]) == Text(rows[b][level]);
        if (row > 0 && Equal(row - 1, row)) return 0;
        var count = 1;
        while (row + count < rows.Count && Equal(row, row + count)) count++;
        return count;
    }

    private void Total(List<FormHead> heads)
    {
        var (weight, score) = (heads.FindIndex(static head => head.Fields[0] == "weight"), heads.FindIndex(static head => head.Fields[0] == "score"));
        if (Text(form["total_weight"]).Length + Text(form["total_score"]).Length == 0 || weight < 0 || score < 0) return;
        Put(Rows, 0, 1 + weight, "总分");
        for (var c = weight; c < heads.Count; c++)
            Put(Rows, 1 + c, c == heads.Count - 1 ? Columns - 1 - c : 1, c == weight ? Text(form["total_weight"]) : c == score ? Text(form["total_score"]) : "");
        Rows++;
    }
}

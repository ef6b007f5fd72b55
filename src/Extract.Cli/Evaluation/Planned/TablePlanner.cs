using System.Globalization;

namespace Extract.Cli.Evaluation.Planned;

/// <summary>Plans a table from a seed: its kind by turns, everything else by chance.</summary>
internal sealed class TablePlanner
{
    private static readonly string[] ChineseHeads = ["合计", "基本支出", "项目支出", "本年收入", "财政拨款收入", "上级补助收入", "事业收入", "经营收入", "年初结转和结余", "决算数", "预算数", "调整预算数", "执行率", "增减额", "备注数"];
    private static readonly string[] ChineseGroups = ["本年支出合计", "财政拨款支出", "一般公共预算", "其他资金来源"];
    private static readonly string[] ChineseLabels = ["行政运行", "一般行政管理事务", "机关事业单位基本养老保险缴费支出", "住房公积金", "教育支出", "城乡社区支出", "社会保障和就业支出", "行政单位医疗", "其他组织事务支出", "办公费", "水费", "公务接待费", "因公出国（境）费用", "信息网络及软件购置更新", "对个人和家庭的补助"];
    private static readonly string[] LatinHeads = ["Total", "Revenue", "Own funds", "Grants", "Net change", "Budget", "Outturn", "Per capita", "Employment", "Volume", "Exports", "Imports"];
    private static readonly string[] LatinGroups = ["Current prices", "All households", "Full time staff", "Public sector"];
    private static readonly string[] LatinLabels = ["Agriculture", "Mining and quarrying", "Manufacturing of food products", "Electricity and gas", "Construction", "Wholesale and retail trade", "Transport and storage", "Education", "Human health and social work activities", "Public administration", "Real estate", "Other services"];

    private readonly Random random;
    private readonly List<PlannedCell> cells = [];
    private readonly bool chinese;
    private readonly TableKind kind;
    private readonly int columns;
    private Hardships hardships;

    private TablePlanner(int seed)
    {
        random = new Random(seed);
        kind = (TableKind)(seed % 7);
        chinese = Chance(0.6);
        columns = Chance(0.15) ? random.Next(11, 25) : random.Next(2, 11);
    }

    public static PlannedTable Make(int seed) => new TablePlanner(seed).Plan(seed);

    private PlannedTable Plan(int seed)
    {
        Harden();
        var header = Header();
        var body = (hardships & Hardships.PageBreaks) != 0 ? random.Next(40, 90) : random.Next(4, 24);
        if (kind == TableKind.Ruled && columns >= 3 && Chance(0.25)) MergedStubs(header, body);
        else Labels(header, body);
        for (var c = 1; c < columns; c++) Figures(header, body, c);
        if ((hardships & Hardships.Overflow) != 0) Overflow(header);
        cells.Sort(static (a, b) => (a.Row, a.Column).CompareTo((b.Row, b.Column)));
        return new PlannedTable(seed, kind, chinese, header, header + body, columns, cells, hardships);
    }

    private void Harden()
    {
        foreach (var (hardship, share) in ((Hardships, double)[])[(Hardships.ShuffledGlyphs, 0.25), (Hardships.FakeBold, 0.25), (Hardships.Watermark, 0.2), (Hardships.GlyphRuns, 0.6), (Hardships.PageBreaks, 0.25)])
            if (Chance(share)) hardships |= hardship;
        if ((hardships & Hardships.PageBreaks) != 0)
            foreach (var hardship in (Hardships[])[Hardships.RepeatedHeader, Hardships.CutRows])
                if (Chance(0.5)) hardships |= hardship;
        if (chinese && Chance(0.25)) hardships |= Hardships.TightUnit;
        if (kind is not (TableKind.Shaded or TableKind.NoRules) && Chance(0.2)) hardships |= Hardships.Dashes;
        if (kind != TableKind.Ruled) return;
        foreach (var (hardship, share) in ((Hardships, double)[])[(Hardships.OpenCorners, 0.1), (Hardships.DoubleBorder, 0.1), (Hardships.ThinFills, 0.1), (Hardships.Overflow, 0.3)])
            if (Chance(share)) hardships |= hardship;
    }

    /// <summary>One row of heads, or two with heads over two or three columns.</summary>
    private int Header()
    {
        var two = columns >= 4 && Chance(0.35);
        var heads = chinese ? ChineseHeads : LatinHeads;
        Add(0, 0, two ? 2 : 1, 1, chinese ? "科目名称" : "Sector", 99, Setting.Centre);
        for (var c = 1; c < columns;)
        {
            var width = two && columns - c >= 2 && Chance(0.7) ? Math.Min(columns - c, random.Next(2, 4)) : 1;
            if (width == 1)
            {
                Add(0, c, two ? 2 : 1, 1, Pick(heads), chinese ? 5 : 12, Setting.Centre);
            }
            else
            {
                Add(0, c, 1, width, Pick(chinese ? ChineseGroups : LatinGroups), 99, Setting.Centre);
                for (var k = 0; k < width; k++) Add(1, c + k, 1, 1, Pick(heads), chinese ? 5 : 12, Setting.Centre);
            }
            c += width;
        }
        // Two rows that every head takes both of are one.
        if (!two || cells.Exists(static cell => cell.Row == 1)) return two ? 2 : 1;
        for (var i = 0; i < cells.Count; i++) cells[i] = cells[i] with { Rows = 1 };
        return 1;
    }

    private void Labels(int header, int body)
    {
        var wide = chinese ? random.Next(8, 14) : random.Next(17, 30);
        // A page can cut only rows of several lines.
        if ((hardships & Hardships.CutRows) != 0) wide = chinese ? 6 : 17;
        for (var r = 0; r < body; r++)
        {
            var text = r == body - 1 ? chinese ? "总计" : "Total" : Pick(chinese ? ChineseLabels : LatinLabels);
            Add(header + r, 0, 1, 1, text, wide, Setting.Left, r == body - 1 ? 0 : random.Next(3) * 0.8);
        }
    }

    /// <summary>A first column that merges two or three rows, the labels in the second.</summary>
    private void MergedStubs(int header, int body)
    {
        for (var r = 0; r < body;)
        {
            var height = Math.Min(body - r, random.Next(1, 4));
            Add(header + r, 0, height, 1, Pick(chinese ? ChineseGroups : LatinGroups), 99, Setting.Centre);
            r += height;
        }
    }

    private void Figures(int header, int body, int column)
    {
        var decimals = random.Next(3);
        var size = Math.Pow(10, random.Next(2, 7));
        var words = kind == TableKind.Ruled && Chance(0.1);
        for (var r = 0; r < body; r++)
        {
            if (Chance(0.1) && r < body - 1) continue;
            var value = random.NextDouble() * size;
            var text = Chance(0.04) ? "-" : value.ToString(decimals == 0 ? "#,0" : chinese ? "0." + new string('0', decimals) : "#,0." + new string('0', decimals), CultureInfo.InvariantCulture);
            Add(header + r, column, 1, 1, words ? Pick(chinese ? ChineseLabels : LatinLabels) : text, words ? chinese ? 8 : 16 : 99, words ? Setting.Left : Setting.Right);
        }
    }

    /// <summary>A few labels too long for their cells run into the empty cells beside them.</summary>
    private void Overflow(int header)
    {
        var labels = cells.Where(cell => cell.Row >= header && cell.Column == 0 && cell.Rows == 1 && cell.Setting == Setting.Left && cell.Lines.Length == 1).ToList();
        if (labels.Count == 0)
        {
            hardships &= ~Hardships.Overflow;
            return;
        }
        var widest = cells.Where(static cell => cell.Column == 0 && cell.Columns == 1).Max(static cell => cell.Lines.Max(static line => line.Sum(TableTypesetter.Advance)) + cell.Indent);
        for (var i = 0; i < 3; i++)
        {
            var cell = labels[random.Next(labels.Count)];
            cells.RemoveAll(other => other.Row == cell.Row && other.Column <= 1);
            cells.Add(cell with { Lines = [Longer(widest + 1.4)], Indent = 0, Overflows = true });
        }
    }

    /// <summary>A label as wide as told.</summary>
    private string Longer(double width)
    {
        var text = chinese ? "机关事业单位职业年金缴费支出及其他各项社会保障缴费" : "Activities of membership organisations and of others like them";
        var length = 0;
        for (var at = 0.0; length < text.Length && (at += TableTypesetter.Advance(text[length])) <= width;) length++;
        return text[..length].TrimEnd();
    }

    /// <summary>Adds a cell whose lines hold so many characters of usual width; 99 where lines are never broken.</summary>
    private void Add(int row, int column, int rows, int columns, string text, int wide, Setting setting, double indent = 0)
    {
        var width = wide == 99 ? 0 : chinese ? wide : 0.52 * wide;
        string[] lines = width == 0 ? [text] : Wrap(text, width - indent);
        cells.Add(new PlannedCell(row, column, rows, columns, lines, setting, indent) { Width = lines.Length > 1 ? width : 0 });
    }

    /// <summary>Chinese breaks anywhere, Latin between words; a line is broken where the next piece does not fit.</summary>
    private string[] Wrap(string text, double width)
    {
        IEnumerable<string> pieces = chinese ? text.Select(static c => c.ToString()) : text.Split(' ');
        var lines = new List<string>();
        foreach (var piece in pieces)
        {
            var longer = lines.Count == 0 ? piece : chinese ? lines[^1] + piece : lines[^1] + " " + piece;
            if (lines.Count > 0 && longer.Sum(TableTypesetter.Advance) <= width) lines[^1] = longer;
            else lines.Add(piece);
        }
        return [.. lines];
    }

    private bool Chance(double share) => random.NextDouble() < share;

    private string Pick(string[] from) => from[random.Next(from.Length)];
}

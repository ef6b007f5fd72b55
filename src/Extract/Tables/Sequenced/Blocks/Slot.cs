using Extract.Figures;
using Extract.Forms;

namespace Extract.Tables.Sequenced.Blocks;

/// <summary>The parts of a form that its cells belong to.</summary>
internal enum Part
{
    /// <summary>The value of a label.</summary>
    Label,

    /// <summary>A goal and its completion, below their heads.</summary>
    Goals,

    /// <summary>A column of the budget table.</summary>
    Funds,

    /// <summary>A column of the indicator table.</summary>
    Indicators,

    /// <summary>A cell of the row of totals.</summary>
    Total,

    /// <summary>What belongs to nothing: the ends of names that a column beside the table breaks.</summary>
    Rest,
}

/// <summary>
/// A place of the form that text can go to: a column of a table, or a single cell. Costs are in the manner of negative log-likelihoods, as in
/// <see cref="Column"/>.
/// </summary>
internal sealed class Slot(Part part, Field means, Column grammar)
{
    private static readonly string[] Aims = ["考察", "反映", "是否", "考核"];
    private static readonly string[] Intents = ["不低于", "不少于", "不超过", "不高于", "计划", "力争"];
    private static readonly string[] Rules = ["满分", "扣", "得分", "不得"];

    public Part Part => part;

    public Field Field => means;

    /// <summary>The level whose points the column holds, from 1; 0 for any other column.</summary>
    public int PointsOf { get; init; }

    /// <summary>True in forms whose names of indicators carry their points in brackets.</summary>
    public bool NamesHavePoints { get; set; }

    /// <summary>True in forms with a column for units: a target has none of its own.</summary>
    public bool HasUnitsApart { get; set; }

    /// <summary>True for a single cell.</summary>
    public bool IsSingle => part is Part.Goals or Part.Total || part == Part.Label && !IsAmounts;

    /// <summary>True for a value that says itself whose it is: the name of an office, a number to call, a code.</summary>
    public bool IsTelling => part == Part.Label && means is Field.Department or Field.ImplementingUnit or Field.ProjectCode or Field.Phone or Field.Rate;

    /// <summary>True for the amounts of labels that stand in no table with heads.</summary>
    public bool IsAmounts => part == Part.Label && means == Field.Source;

    /// <summary>True for columns whose cells break over lines.</summary>
    public bool Wraps => !IsAmounts && part is Part.Label or Part.Goals || part is not (Part.Label or Part.Total or Part.Rest) && grammar.Wraps || part == Part.Indicators && means is Field.Completed or Field.Unit;

    /// <summary>True where every row of the table has a cell in this column, but for rows that the form leaves blank.</summary>
    public bool IsFull => part == Part.Indicators && PointsOf == 0 && means is not (Field.Level1 or Field.Level2 or Field.Reason or Field.Other or Field.Stub);

    /// <summary>What a row without a cell in this column costs.</summary>
    public double Missing => means switch
    {
        Field.Level3 or Field.Weight => 5,
        Field.Level4 or Field.Target or Field.Score or Field.Criterion or Field.Explanation => 4,
        Field.Actual => 3,
        Field.Operator or Field.Unit or Field.Evidence => 1.2,
        _ => 2,
    };

    /// <summary>What it costs that text is, so far, a cell of this slot.</summary>
    public double Begun(string key)
    {
        var whole = Whole(key);
        return means switch
        {
            Field.Level1 or Field.Level2 or Field.Level3 when NamesHavePoints && part == Part.Indicators && IsPointedStart(key) => means == Field.Level3 ? 0 : 0.8,
            Field.Level1 or Field.Level2 when whole > 1 && (Levels.IsStartOfName(key) || IsCodedStart(key) || HasOpenBracket(key)) => 0.8,
            Field.Target when whole > 1 && Operators.IsSign(key) => 0.5,
            // 达到 opens a sentence as well as a target.
            Field.Criterion or Field.Explanation or Field.Reason or Field.Evidence when whole > 2 && key[0] >= '\u2E80' && Operators.IsSign(key) => 1.5,
            // 407001 - 某某局: the office's number before its name.
            Field.Department or Field.ImplementingUnit when part == Part.Label && whole == 3 => 2,
            Field.Department or Field.ImplementingUnit when key.Length > 2 && key.All(static c => char.IsAsciiDigit(c) || c == '-') => 0.8,
            Field.Source when part != Part.Label && whole > 1 && Array.Exists(FundSources.PrintedInCells, name => name.StartsWith(key, StringComparison.Ordinal)) => 0.8,
            _ => whole,
        };
    }

    /// <summary>目标设定(10: the beginning of a name with its points.</summary>
    private static bool IsPointedStart(string key) =>
        key.LastIndexOf('(') is > 1 and var open && key.AsSpan(open + 1).IndexOfAnyExcept(PointMarks) < 0;

    private static readonly System.Buffers.SearchValues<char> PointMarks = System.Buffers.SearchValues.Create("0123456789.分");

    internal static bool IsCodedStart(string key) => Levels.IsCoded(key) || key.Length is 1 or 2 or 3 or 4 && key[0] is >= 'A' and <= 'H' && key.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0;

    private static bool HasOpenBracket(string key) => key.LastIndexOf('(') is > 1 and var open && key.IndexOf(')', open) < 0 && Levels.IsName(key.AsSpan(0, open));

    /// <summary>What it costs that text is a whole cell of this slot.</summary>
    public double Whole(string key) => part switch
    {
        Part.Label => OfLabel(key),
        Part.Goals => means == Field.GoalRate ? grammar.Emit(key) : IsNumber(key) ? 6 : (key.Length >= 6 || key.Contains('。', StringComparison.Ordinal) ? 0 : 1.5) + (means == Field.GoalCompletion && Mentions(key, Intents) ? 0.6 : 0),
        Part.Total => grammar.Emit(key) + (means == Field.Weight && key is not ("100" or "90" or "100.00") ? 1 : 0),
        Part.Rest => FundSources.All.Contains(FundSources.Strip(key)) && key.Length > 2 ? 9 : key is "/" or "—" or "-" ? 6 : 2.5 + (key.Any(char.IsAsciiDigit) ? 4 : 0) + 0.4 * key.Length,
        _ => means switch
        {
            // Where names carry points, what carries them is a name, and what does not is none.
            Field.Level1 or Field.Level2 or Field.Level3 when NamesHavePoints && Levels.PointsIn(key).Length > 0 && key[0] is not '(' => means == Field.Level3 ? 0 : 0.5,
            Field.Level3 when NamesHavePoints => 3 + grammar.Emit(key) + Wording(key, name: true),
            Field.Criterion or Field.Explanation or Field.Reason or Field.Evidence when NamesHavePoints && Levels.PointsIn(key).Length > 0 => 8,
            Field.Evidence => grammar.Emit(key) + (Mentions(key, Rules) || Mentions(key, Aims) || key.EndsWith('。') ? 2 : 0) + (Levels.IsName(key) ? 6 : 0),
            Field.Level3 or Field.Level4 => key is "-" or "—" or "/" ? means == Field.Level4 ? 0.5 : 6 : grammar.Emit(key) + Wording(key, name: true),
            Field.Explanation => grammar.Emit(key) + (Mentions(key, Aims) ? -0.5 : 0.2) + (Mentions(key, Rules) ? 1 : 0),
            Field.Criterion => grammar.Emit(key) + (Mentions(key, Rules) ? -0.5 : 1),
            Field.Other or Field.Stub => 1,
            Field.Reason when key.Length > 2 && (Levels.IsName(key) || IsBody(key)) => 8,
            Field.Weight or Field.Score when part == Part.Indicators && FigureReader.Scan(key, out var points, out _, out _) == key.Length && points >= 60 => grammar.Emit(key) + 1.5,
            Field.Rate when key is "—" or "-" or "/" => 2.4,
            Field.Score when part == Part.Funds && key is "0.00" or "0" => 2,
            Field.Reason when part == Part.Funds => grammar.Emit(key) + 1,
            Field.Level1 or Field.Level2 when key.IndexOf("指标", StringComparison.Ordinal) < key.LastIndexOf("指标", StringComparison.Ordinal) => 14,
            Field.Level2 when key is "满意度指标" or "满意度" => 0.7,
            Field.Level1 when key is "成本指标" => 0.4,
            Field.Source when key.Any(char.IsAsciiDigit) => 14,
            Field.Source when part == Part.Funds && FundSources.IsSourceInCell(key) => 0,
            Field.Target or Field.Actual when key.Length is > 1 and < 7 && key[0] == '已' => 0.8,
            Field.Target or Field.Actual when Levels.IsName(key) => 8,
            Field.Target when HasUnitsApart && FigureReader.Scan(key, out _, out _, out _) is > 0 and var number && number < key.Length && Column.NumberEnd(key) == key.Length => 1,
            Field.Target when key.Contains('。', StringComparison.Ordinal) => 4 + grammar.Emit(key),
            Field.Actual when key.Length > 1 && key[0] is '≥' or '≤' => 8,
            _ => grammar.Emit(key),
        },
    };

    private static double Wording(string key, bool name)
    {
        var cost = 0.0;
        if (name && key.Contains('。', StringComparison.Ordinal)) cost += 4;
        if (name && key.Contains(',', StringComparison.Ordinal)) cost += 1.5;
        if (Mentions(key, Aims)) cost += 1;
        if (Mentions(key, Rules)) cost += 2;
        if (char.IsAsciiDigit(key[0])) cost += 1.5;
        if (key.Length > 3 && Levels.IsStartOfName(key)) cost += 2;
        if (name && key.Length < 3) cost += 2;
        if (name && key[0] == '已') cost += 2;
        if (name && FundSources.IsSource(key)) cost += 4;
        if (name && key.Length <= 4 && Column.IsAppraisal(key)) cost += 1.5;
        if (name && IsBody(key) && key.Length > 5) cost += 2;
        if (name && key.Contains("指标", StringComparison.Ordinal)) cost += 3;
        if (key is "标" or "指标" or "度指标" or "影响指标") cost += 3;
        return cost + 0.3 * Math.Max(0, key.Length - 30);
    }

    private double OfLabel(string key)
    {
        if (key.Length > 2 && Levels.IsName(key) || means != Field.Other && key.Length > 3 && FundSources.IsSourceInCell(key)) return 9;
        var sentence = key.Contains('。', StringComparison.Ordinal) || key.Contains(';', StringComparison.Ordinal);
        switch (means)
        {
            case Field.ProjectCode: return key.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.') && key.Length > 3 && !(IsNumber(key) && key.Contains('.', StringComparison.Ordinal)) ? 0 : 6;
            case Field.Phone: return key.All(static c => char.IsAsciiDigit(c) || c is '-' or '(' or ')') && key.Length > 5 ? 0 : 9;
            case Field.ProjectLeader or Field.FinanceLeader or Field.FilledBy: return key.Length is > 1 and <= 4 && !key.Any(char.IsAsciiDigit) ? 0 : 5;
            case Field.Date: return key.Any(char.IsAsciiDigit) && key.Length > 5 ? 0 : 6;
            case Field.Overview or Field.Conclusion or Field.Problems or Field.Improvements or Field.ProblemsAndImprovements or Field.Rules:
                return IsNumber(key) ? 6 : sentence || key is "无" ? 0 : key.Length >= 6 ? 0.7 : 1.5;
            case Field.YearGoal: return IsNumber(key) ? 6 : sentence ? 0 : 2;
            case Field.Rate: return IsNumber(key) ? 0.3 : 9;
            case Field.Source: return LabelledAmounts.IsAmount(key) ? 0 : 9;
            case Field.Other: return 0.6;
            // An office of the government is sooner the department, what serves one the unit under it.
            case Field.Department when IsUnder(key): return 2.6;
            case Field.ImplementingUnit when IsOffice(key): return 0.5;
            case Field.Department or Field.ImplementingUnit when !IsBody(key): return (key.Length < 3 ? 6 : 3) + (IsNumber(key) || key[0] is '≥' or '≤' or '=' || sentence || key.Contains(',', StringComparison.Ordinal) ? 8 : 0);
            default: return (IsNumber(key) ? 5 : 0) + (sentence ? 4 : 0) + (key.Length < 3 ? 4 : 0) + (Operators.IsSign(key) ? 6 : 0);
        }
    }

    /// <summary>True for the name of an office: what it ends with says so.</summary>
    private static bool IsBody(string key)
    {
        var end = key.LastIndexOf('(') is > 2 and var open && key[^1] == ')' ? open : key.Length;
        return key.AsSpan(0, end) is var name && Array.Exists(Bodies, body => key.AsSpan(0, end).EndsWith(body)) || name.IndexOfAnyInRange('0', '9') >= 0 && Array.Exists(Bodies, body => key.Contains(body, StringComparison.Ordinal));
    }

    private static bool IsOffice(string key) => Ends(key, Offices);

    private static bool IsUnder(string key) => Ends(key, Units);

    private static bool Ends(string key, string[] ends) => Array.Exists(ends, end => key.EndsWith(end, StringComparison.Ordinal));

    private static readonly string[] Offices = ["局", "厅", "委员会", "委", "部门"];

    private static readonly string[] Units = ["中心", "站", "所", "馆", "校", "队", "公司", "学", "院", "本级"];

    private static readonly string[] Bodies = ["局", "中心", "厅", "委员会", "委", "办", "院", "站", "所", "馆", "校", "处", "部", "部门", "公司", "队", "本级", "政府", "学会", "协会", "联合会", "中学", "小学", "大学", "宫", "社", "支队", "总队", "法院", "台", "室"];

    /// <summary>What a form without a cell in this slot costs.</summary>
    public double Empty => part switch
    {
        Part.Label => means switch { Field.ProjectName => 6, Field.Overview or Field.Conclusion => 2, Field.Other or Field.Stub => 0.2, _ => 1 },
        Part.Goals => 4,
        Part.Total => means == Field.Score ? 2 : 0.8,
        _ => 0,
    };

    private static bool IsNumber(string key) => key is "/" or "—" or "-" || FigureReader.Scan(key, out _, out _, out _) is > 0 and var n && (n == key.Length || n == key.Length - 1 && key[n] is '%' or '‰');

    private static bool Mentions(string key, string[] words) => Array.Exists(words, word => key.Contains(word, StringComparison.Ordinal));
}

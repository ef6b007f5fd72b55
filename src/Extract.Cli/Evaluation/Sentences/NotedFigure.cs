using System.Globalization;
using System.Text;
using Extract.Records;
using Extract.Text;

namespace Extract.Cli.Evaluation.Sentences;

/// <summary>A figure a careful reader noted in a text: number, unit, what it is of, which measure, year, and the whole or plan of a ratio.</summary>
/// <param name="Value">The number; negative for a fall.</param>
/// <param name="Unit">The unit as printed, or the one the sentence proves.</param>
/// <param name="Items">What it is of; any of these wordings.</param>
/// <param name="Measures">决算, 年初预算, 全年预算, 预算, 目标, 增减, 增长, 占比, 完成 or 数; any of these.</param>
/// <param name="Year">The year it is of.</param>
/// <param name="Of">The whole of a share, the plan of a completion rate; empty where it is not compared.</param>
/// <param name="IsOptional">True for a figure of a table that runs on in the text: nobody need read it, but who does must read it right.</param>
internal sealed record NotedFigure(decimal Value, string Unit, string[] Items, string[] Measures, int? Year, string Of, bool IsOptional)
{
    /// <summary>Reads one line: <c>-13.25万元 | 基本支出 | 增减 | 2015 | …</c>; alternatives are divided by '/', a '?' before the number makes it optional.</summary>
    public static NotedFigure Read(string line, int? year)
    {
        var fields = line.Split('|', StringSplitOptions.TrimEntries);
        var number = fields[0].TrimStart('?');
        var end = 0;
        while (end < number.Length && (char.IsAsciiDigit(number[end]) || number[end] is '-' or '.')) end++;
        if (fields.Length < 3 || !decimal.TryParse(number.AsSpan(0, end), NumberStyles.Number, CultureInfo.InvariantCulture, out var value))
            throw new UsageException($"not a noted figure: {line}");
        var own = fields.Length > 3 && fields[3].Length > 0 ? int.Parse(fields[3], CultureInfo.InvariantCulture) : year;
        return new NotedFigure(value, number[end..], fields[1].Split('/'), fields[2].Split('/'), own, fields.Length > 4 ? fields[4] : "", fields[0][0] == '?');
    }

    /// <summary>The same number in the same unit.</summary>
    public bool IsNumberOf(Statement statement) =>
        Math.Abs(statement.Figure.Value) == Math.Abs(Value) && (IsOptional && Unit.Length == 0 || Characters.Key(statement.Figure.Unit.Name) == Characters.Key(Unit));

    /// <summary>What differs between the note and what was read of the same number; empty where nothing does.</summary>
    public string Difference(Statement read)
    {
        var found = new StringBuilder();
        if (read.Figure.Value != Value) found.Append(" sign");
        if (!Items.Any(item => Name(item) == Name(read.Item))) found.Append(" item");
        if (!Measures.Contains(MeasureOf(read))) found.Append(" measure");
        if (read.Year != Year) found.Append(" year");
        if (Of.Length > 0 && !Of.Split('/').Any(of => Name(of) == Name(read.Of))) found.Append(" of");
        return found.ToString();
    }

    /// <summary>The measure's one word for a statement.</summary>
    public static string MeasureOf(Statement read) => read.Kind switch
    {
        StatementKind.Share => "占比",
        StatementKind.Growth => "增长",
        StatementKind.Change => "增减",
        StatementKind.CompletionRate => "完成",
        StatementKind.Count => read.Measure == Measure.Target ? "目标" : "数",
        _ => read.Measure switch { Measure.OpeningBudget => "年初预算", Measure.AdjustedBudget => "全年预算", Measure.Budget => "预算", Measure.Target => "目标", _ => "决算" },
    };

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Value}{Unit} {Items[0]} {Measures[0]} {Year} {Of}").TrimEnd();

    /// <summary>A name without what tells nothing apart: quotation marks, the level of an account, a closing 支出 or 数.</summary>
    private static string Name(string item)
    {
        var name = Characters.Key(item);
        foreach (var word in (ReadOnlySpan<string>)["“", "”", "\"", "(类)", "(款)", "(项)", "(项级科目)"]) name = name.Replace(word, "", StringComparison.Ordinal);
        foreach (var word in (ReadOnlySpan<string>)["决算数", "支出", "数"])
            if (name.Length > word.Length + 1 && name.EndsWith(word, StringComparison.Ordinal)) name = name[..^word.Length];
        return name;
    }
}

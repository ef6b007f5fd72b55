using System.Collections.Immutable;
using Extract.Figures;
using Extract.Forms;
using Extract.Layout;
using Extract.Text;

namespace Extract.Records.SelfEvaluations;

/// <summary>
/// What a report prints around its only form: labelled lines before it (填报日期：…) fill fields the form leaves blank, and its sentences
/// (到位资金 …，实际已支出 …，资金支出率 …) the measures that the form's total lacks.
/// </summary>
internal static class ReportHead
{
    /// <summary>A document of fewer lines is a form by itself, whatever it names: its labelled lines are the form's.</summary>
    private const int MostLinesOfAForm = 16;

    private static readonly char[] Colons = [':', '：'];
    private static readonly char[] Gaps = [' ', '\u3000', '\t', ':', '：'];

    /// <summary>The evaluations, the only one of a report completed.</summary>
    public static ImmutableArray<SelfEvaluation> Complete(ImmutableArray<SelfEvaluation> evaluations, IReadOnlyList<Paragraph> paragraphs, IReadOnlyList<Statement> statements)
    {
        if (evaluations.Length != 1 || evaluations[0].ProjectName.IsBlank && paragraphs.Count > MostLinesOfAForm) return evaluations;
        var evaluation = evaluations[0];
        foreach (var paragraph in paragraphs)
        {
            evaluation = Signatures(evaluation, paragraph);
            if (Several(paragraph.Text) is { Count: > 1 } labelled)
            {
                foreach (var (field, from, length) in labelled) evaluation = Fill(evaluation, field, new Printed(paragraph.Text.Substring(from, length), paragraph.PlaceOf(from, length)));
                continue;
            }
            var at = paragraph.Text.IndexOfAny([':', '：']);
            if (at is < 2 or > 12 || paragraph.Text.Length > 60) continue;
            if (Labels.Of(Characters.Key(paragraph.Text[..at])) is not { } label) continue;
            var value = paragraph.Text[(at + 1)..].Trim();
            if (value.Length > 0) evaluation = Fill(evaluation, label.Field, new Printed(value, paragraph.PlaceOf(at + 1, paragraph.Text.Length - at - 1)));
        }
        return [evaluation with { Funds = [.. evaluation.Funds.Select(fund => IsTotal(fund) ? Fill(fund, statements) : fund)] }];
    }

    /// <summary>The labels of one line that has several, each with what stands behind it: 填表人：… 填报日期：… 联系电话：….</summary>
    private static List<(Field Field, int From, int Length)> Several(string text)
    {
        var found = new List<(Field Field, int From, int Length)>();
        if (text.Length > 90) return found;
        var starts = new List<(Field Field, int Label, int Value)>();
        for (var at = text.IndexOfAny(Colons); at >= 0; at = text.IndexOfAny(Colons, at + 1))
        {
            var start = Math.Max(0, text.LastIndexOfAny(Gaps, at - 1 < 0 ? 0 : at - 1) + 1);
            for (var from = start; from <= at - 2; from++)
            {
                if (Labels.Of(Characters.Key(text[from..at])) is not { } label) continue;
                starts.Add((label.Field, from, at + 1));
                break;
            }
        }
        for (var i = 0; i < starts.Count; i++)
        {
            var end = i + 1 < starts.Count ? starts[i + 1].Label : text.Length;
            var value = text[starts[i].Value..end];
            var trimmed = value.Trim();
            if (trimmed.Length > 0) found.Add((starts[i].Field, starts[i].Value + value.IndexOf(trimmed, StringComparison.Ordinal), trimmed.Length));
            else found.Add((Field.Other, starts[i].Value, 0));
        }
        return found;
    }

    /// <summary>A line of signatures below the tables: 项目负责人：… 财务负责人：….</summary>
    private static SelfEvaluation Signatures(SelfEvaluation evaluation, Paragraph paragraph)
    {
        if (paragraph.Text.Length > 60) return evaluation;
        foreach (var (label, field) in (ReadOnlySpan<(string, Field)>)[("项目负责人：", Field.ProjectLeader), ("财务负责人：", Field.FinanceLeader)])
        {
            var at = paragraph.Text.IndexOf(label, StringComparison.Ordinal);
            if (at < 0) continue;
            var from = at + label.Length;
            var end = paragraph.Text.IndexOf("财务负责人", from, StringComparison.Ordinal);
            var value = paragraph.Text[from..(end < 0 ? paragraph.Text.Length : end)].Trim();
            if (value.Length > 0) evaluation = Fill(evaluation, field, new Printed(value, paragraph.PlaceOf(from, value.Length)));
        }
        return evaluation;
    }

    private static SelfEvaluation Fill(SelfEvaluation evaluation, Field field, Printed value) => field switch
    {
        Field.ProjectName when evaluation.ProjectName.IsBlank => evaluation with { ProjectName = value },
        Field.ProjectCode when evaluation.ProjectCode.IsBlank => evaluation with { ProjectCode = value },
        Field.ImplementingUnit when evaluation.ImplementingUnit.IsBlank => evaluation with { ImplementingUnit = value },
        Field.Department when evaluation.Department.IsBlank => evaluation with { Department = value },
        Field.ProjectLeader when evaluation.ProjectLeader.IsBlank => evaluation with { ProjectLeader = value },
        Field.FinanceLeader when evaluation.FinanceLeader.IsBlank => evaluation with { FinanceLeader = value },
        Field.FilledBy when evaluation.FilledBy.IsBlank => evaluation with { FilledBy = value },
        Field.Phone when evaluation.Phone.IsBlank => evaluation with { Phone = value },
        Field.Date when evaluation.Date.IsBlank => evaluation with { Date = value },
        _ => evaluation,
    };

    private static bool IsTotal(Fund fund) => fund.Source.Place is null;

    private static Fund Fill(Fund fund, IReadOnlyList<Statement> statements)
    {
        if (fund.Received.IsBlank && Find(statements, Dimension.Money, "到位资金", "资金到位") is { } received) fund = fund with { Received = received };
        if (fund.Executed.IsBlank && Find(statements, Dimension.Money, "实际已支出", "实际支出", "已支出") is { } executed) fund = fund with { Executed = executed };
        if (fund.Rate.IsBlank && Find(statements, Dimension.Ratio, "资金支出率", "预算执行率", "资金执行率") is { } rate) fund = fund with { Rate = rate };
        return fund;
    }

    /// <summary>The first statement of an item of one of these names; a rate keeps its sign.</summary>
    private static Printed? Find(IReadOnlyList<Statement> statements, Dimension dimension, params ReadOnlySpan<string> names)
    {
        foreach (var statement in statements)
        {
            if (statement.Figure.Unit.Dimension != dimension || statement.Measure == Measure.Target) continue;
            foreach (var name in names)
                if (statement.Item.Contains(name, StringComparison.Ordinal))
                    return new Printed(statement.Figure.Printed + (dimension == Dimension.Ratio ? statement.Figure.Unit.Name : ""), statement.Places);
        }
        return null;
    }
}

using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Extract.Checks.Shapes;
using Extract.Diagnostics;
using Extract.Figures;
using Extract.Forms;
using Extract.Records;
using Extract.Text;

namespace Extract.Checks.Selectors;

/// <summary>What is asked of a form as a whole, and of the forms of one document together.</summary>
internal static partial class WholeFormSelectors
{
    /// <summary>P-33: the form is of a known family; one that is not was read by its header words.</summary>
    public static IEnumerable<Instance> Families(Dossier dossier)
    {
        foreach (var form in dossier.Forms)
            if (form.Evaluation.Family.Length > 0)
                yield return new Present(form.Name, form.Evaluation.Family != Forms.Families.Unknown, form.Evaluation.Family, [Named(form)]) { Stated = form.Evaluation.Family };
    }

    /// <summary>P-29: the framework asks every project for indicators of output and of benefit.</summary>
    public static IEnumerable<Instance> Dimensions(Dossier dossier)
    {
        foreach (var form in dossier.Forms)
        {
            // A scoring table has a scheme of its own.
            if (form.Evaluation.IsCut || form.Indicators.Length < 2 || form.Indicators.Any(static row => !row.Indicator.Level4.IsBlank || row.Goal is null && row.Indicator.Target.IsBlank)) continue;
            var names = form.Indicators.SelectMany(static row => new[] { row.Indicator.Level1, row.Indicator.Level2 }).Select(static level => Levels.WithoutPoints(Characters.Key(level.Text))).Where(static name => name.Length > 0).Distinct().ToList();
            var output = names.Exists(static name => HasAny(name, "产出", "数量", "质量", "时效", "完成指标"));
            var benefit = names.Exists(static name => HasAny(name, "效益", "效果", "影响", "满意度"));
            if (!output && !benefit) continue;
            yield return new Present(form.Name, output && benefit, string.Join("、", names), [Named(form)]) { Stated = output ? "产出" : "效益", Expected = output ? "效益" : "产出" };
        }
    }

    /// <summary>P-36: no code twice, no project twice for one body, no date before the year.</summary>
    public static IEnumerable<Instance> Unique(Dossier dossier)
    {
        var forms = dossier.Forms.Where(static form => !form.Evaluation.ProjectName.IsBlank).ToList();
        var keys = forms.GroupBy(static form => KeyOf(form.Evaluation), StringComparer.Ordinal);
        if (forms.Count > 1)
        {
            foreach (var same in keys)
            {
                var twice = same.ToList();
                yield return new Present(twice[0].Name, twice.Count == 1, $"{same.Key} × {twice.Count}", [.. twice.Select(Named)]) { Stated = same.Key };
            }
        }
        foreach (var (form, row) in IndicatorSelectors.Rows(dossier))
        {
            if (form.Evaluation.FiscalYear is not { } year || !Levels.WithoutPoints(Characters.Key(row.Indicator.Level2.Text)).StartsWith("时效", StringComparison.Ordinal)) continue;
            if (Deadline().Match(Characters.Key(row.Indicator.Target.Text)) is not { Success: true } match) continue;
            var named = int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);
            yield return new Present(form.Subject(row.Name), named >= year, $"{named} ≥ {year}", IndicatorSelectors.Operands(row)) { Stated = match.Groups[1].Value, FailSeverity = Severity.Note };
        }
    }

    private static string KeyOf(SelfEvaluation evaluation) =>
        evaluation.ProjectCode.IsBlank ? string.Join('|', Characters.Key(evaluation.ProjectName.Text), Characters.Key(evaluation.ImplementingUnit.Text), evaluation.FiscalYear) : Characters.Key(evaluation.ProjectCode.Text) + "|" + evaluation.FiscalYear;

    /// <summary>P-37: the money of the tasks adds to the row of totals, column by column, and is within project expenditure.</summary>
    public static IEnumerable<Instance> Tasks(Dossier dossier)
    {
        foreach (var form in dossier.Forms)
        {
            var tasks = form.Evaluation.Tasks.Where(static task => !task.IsTotal).ToList();
            if (tasks.Count == 0) continue;
            if (form.Evaluation.Tasks.FirstOrDefault(static task => task.IsTotal) is { } total)
                foreach (var (head, amount) in total.Amounts)
                    if (Amount("金额合计", amount, Role.Stated) is { } stated && Column(tasks, head) is { Length: > 0 } parts) yield return new Sum(form.Subject("金额合计 " + head), stated, parts);
            if (form.Funds.FirstOrDefault(static row => row.Source == "项目支出") is { } projects && (projects[FundColumn.Budget] ?? projects[FundColumn.Initial]) is { } within
                && Column(tasks, tasks[0].Amounts[0].Head) is { Length: > 0 } all)
                yield return new Sum(form.Subject("项目支出"), within.As(Role.Stated), [.. all.Select(part => part with { Figure = part.Figure.In(within.Figure.Unit) })]) { Open = true };
        }
    }

    private static ImmutableArray<Term> Column(List<DepartmentTask> tasks, string head) =>
        [.. tasks.SelectMany(task => task.Amounts.Where(amount => amount.Head == head).Select(amount => Amount(task.Name.Text, amount.Amount, Role.Part))).OfType<Term>()];

    private static Term? Amount(string label, Printed amount, Role role) =>
        FigureReader.Read(amount.Text).Figure is { } figure ? new Term(label, figure, role, amount.Text, amount.Place) : null;

    /// <summary>P-38: where the text says that all indicators were completed, none is scored down and none admits 未完成.</summary>
    public static IEnumerable<Instance> AllComplete(Dossier dossier)
    {
        foreach (var form in dossier.Forms)
        {
            if (form.Indicators.Count(static row => row is { Score: not null, Weight: not null }) < 2) continue;
            foreach (var text in (Printed[])[form.Evaluation.GoalCompletion, form.Evaluation.Conclusion])
            {
                if (Complete().Match(Characters.Key(text.Text)) is not { Success: true } said) continue;
                var down = form.Indicators.Where(static row => !row.IsExecution && row is { Score: { } score, Weight: { } weight } && score.Value < weight.Value).ToList();
                yield return new Present(form.Subject("完成情况"), down.Count == 0, down.Count == 0 ? said.Value : $"{said.Value}: {string.Join("、", down.Take(3).Select(static row => $"{row.Name} {row.Score!.Figure.Printed} < {row.Weight!.Figure.Printed}"))}",
                    [new Operand("完成情况", said.Value, Role.Stated, said.Value, text.Place), .. down.Take(3).Select(static row => row.Score!.Operand)])
                { Stated = said.Value };
                break;
            }
        }
    }

    private static Operand Named(ScoredForm form)
    {
        var name = form.Evaluation.ProjectName.IsBlank ? form.Evaluation.Title : form.Evaluation.ProjectName;
        return new Operand("项目名称", form.Name, Role.Stated, form.Name, name.Place ?? form.Indicators.Select(static row => row.Indicator.Place).FirstOrDefault());
    }

    private static bool HasAny(string text, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
            if (text.Contains(word, StringComparison.Ordinal)) return true;
        return false;
    }

    [GeneratedRegex(@"^(20\d{2})年(?:底|末|内|\d{1,2}月)", RegexOptions.CultureInvariant)]
    private static partial Regex Deadline();

    [GeneratedRegex(@"(?:各项|所有|全部)(?:绩效)?(?:指标|目标|任务)(?:均|都|全部)?(?:已)?(?:全部|全面|如期|按时|圆满)?完成|(?:指标|目标)(?:均|全部|都)(?:已)?(?:如期|按时|圆满)?(?:完成|达成|实现)|各项指标完成率(?:均)?为?100%", RegexOptions.CultureInvariant)]
    private static partial Regex Complete();
}

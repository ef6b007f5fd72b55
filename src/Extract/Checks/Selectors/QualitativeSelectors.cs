using System.Collections.Immutable;
using Extract.Checks.Shapes;
using Extract.Figures;
using Extract.Forms;
using Extract.Text;

namespace Extract.Checks.Selectors;

/// <summary>Operands from what indicators say in words: answers in bands, the dimension they stand under, counts listed inside a text.</summary>
internal static class QualitativeSelectors
{
    // 财预〔2020〕10号: 达成年度指标 100%–80%（含）, 部分达成并具有一定效果 80%–60%（含）, 未达成且效果较差 60%–0%.
    private static readonly (string[] Answers, decimal Low, decimal High)[] BandsOfAnswers =
    [
        (["部分达成", "部分完成", "部分达到", "部分实现"], 0.6m, 0.8m),
        (["未达成", "未完成", "没有完成", "未达到", "未实现", "未达标"], 0, 0.6m),
        (["达成年度指标", "达成预期指标", "达成", "已达成", "完成", "已完成", "全部完成", "达到预期", "已实现", "全部达成"], 0.8m, 1),
    ];

    /// <summary>P-21: the score of an indicator answered in the vocabulary of the bands lies in the answer's band.</summary>
    public static IEnumerable<Instance> Bands(Dossier dossier)
    {
        foreach (var (form, row) in IndicatorSelectors.Rows(dossier))
        {
            if (row.Goal is not null || row.IsExecution || row is not { Score: { } score, Weight: { Value: > 0 } weight }) continue;
            var answer = Characters.Key(row.Indicator.Actual.Text).TrimEnd('。');
            var band = Array.Find(BandsOfAnswers, band => Array.IndexOf(band.Answers, answer) >= 0);
            if (band.Answers is null) continue;
            var subject = form.Subject(row.Name);
            var printed = score with { IsPoint = false };
            if (band.Low > 0) yield return new AtMost(subject, Limit(weight, band.Low, answer), printed);
            if (band.High < 1) yield return new AtMost(subject, printed, Limit(weight, band.High, answer));
        }
    }

    private static Term Limit(Term weight, decimal share, string answer)
    {
        var points = weight.Figure.Value * share;
        return new Term(answer, new Figure(Numbers.Short(points), points, weight.Figure.Decimals, weight.Figure.Unit), Role.Whole, answer, weight.Place) { IsPoint = true };
    }

    /// <summary>P-28: a cost is limited from above; how far money was paid is no quantity of output.</summary>
    public static IEnumerable<Instance> Dimensions(Dossier dossier)
    {
        foreach (var (form, row) in IndicatorSelectors.Rows(dossier))
        {
            if (row.Goal is not { } goal) continue;
            var level = Levels.WithoutPoints(Characters.Key(row.Indicator.Level2.Text));
            var isCost = level.Contains("成本", StringComparison.Ordinal) && goal.Limit.Figure.Unit.AsMoney.Dimension == Dimension.Money;
            var isQuantity = level.Contains("数量", StringComparison.Ordinal);
            if (!isCost && !isQuantity) continue;
            var fits = isCost ? goal.Sign is not ("≥" or "＞") : !IsPayment(row.Name);
            yield return new Present(form.Subject(row.Name), fits, $"{level}: {row.Name} {IndicatorSelectors.Shown(goal)}", IndicatorSelectors.Operands(row)) { Stated = level };
        }
    }

    private static bool IsPayment(string name) => EndsWithAny(name, "支付进度", "支付率", "支出进度", "支出率", "预算执行率", "资金执行率", "执行进度");

    /// <summary>P-35: counts listed inside a text (共50个，A30个，B20个), and rows of 其中 below a row they are part of.</summary>
    public static IEnumerable<Instance> Counts(Dossier dossier)
    {
        foreach (var form in dossier.Forms)
        {
            foreach (var row in form.Indicators)
                foreach (var text in (Printed[])[row.Indicator.TargetPrinted.IsBlank ? row.Indicator.Target : row.Indicator.TargetPrinted, row.Indicator.Actual])
                    if (Listed(form, row, text) is { } listed) yield return listed;
            for (var i = 0; i < form.Indicators.Length; i++)
            {
                if (IsOfWhich(form.Indicators[i])) continue;
                var parts = form.Indicators.Skip(i + 1).TakeWhile(IsOfWhich).ToList();
                if (parts.Count < 2) continue;
                if (OfWhich(form, form.Indicators[i], parts, "指标值", static row => row.Goal is { Upper: null } goal ? goal.Limit : null) is { } targets) yield return targets;
                if (OfWhich(form, form.Indicators[i], parts, "完成值", static row => row.Actual) is { } actuals) yield return actuals;
            }
        }
    }

    private static bool IsOfWhich(IndicatorRow row) => row.Name.StartsWith("其中", StringComparison.Ordinal);

    private static Sum? OfWhich(ScoredForm form, IndicatorRow whole, List<IndicatorRow> rows, string what, Func<IndicatorRow, Term?> figure)
    {
        var parts = rows.Select(figure).OfType<Term>().ToImmutableArray();
        if (figure(whole) is not { } stated || parts.Length != rows.Count || parts.Any(part => part.Figure.Unit != stated.Figure.Unit) || stated.Figure.Unit.Dimension == Dimension.Ratio) return null;
        return new Sum(form.Subject(whole.Name + " " + what), stated.As(Role.Stated), [.. parts.Select(static part => part.As(Role.Part))]) { Open = true };
    }

    private static Sum? Listed(ScoredForm form, IndicatorRow row, Printed text)
    {
        var mentions = form.Mentions(text);
        if (mentions.Length < 3) return null;
        var whole = mentions[0];
        if (whole.IsBound || !EndsWithAny(whole.Lead, "共", "共计", "合计", "总计", "总数") || whole.Figure.Unit.Dimension != Dimension.Count) return null;
        var parts = mentions.Skip(1).Where(mention => mention.Sentence == whole.Sentence).ToList();
        if (parts.Count < 2 || parts.Exists(part => part.IsBound || part.Figure.Unit != whole.Figure.Unit || part.Lead.Contains('共', StringComparison.Ordinal))) return null;
        return new Sum(form.Subject(row.Name), whole.Term(row.Name, Role.Stated) with { IsPoint = true }, [.. parts.Select(part => part.Term(part.Name, Role.Part) with { IsPoint = true })])
        { Open = text.Text.Contains("其中", StringComparison.Ordinal) };
    }

    private static bool EndsWithAny(string text, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
            if (text.EndsWith(word, StringComparison.Ordinal)) return true;
        return false;
    }
}

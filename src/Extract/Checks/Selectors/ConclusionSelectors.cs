using System.Globalization;
using System.Text.RegularExpressions;
using Extract.Checks.Shapes;
using Extract.Figures;
using Extract.Text;

namespace Extract.Checks.Selectors;

/// <summary>P-07: the score that a conclusion states against the total of its form.</summary>
internal static partial class ConclusionSelectors
{
    /// <summary>The total is at most 100; the conclusion, and the text around a document's only form, state the same score.</summary>
    public static IEnumerable<Instance> Scores(Dossier dossier)
    {
        foreach (var form in dossier.Forms)
        {
            if (form.TotalScore is not { } total) continue;
            if (total.Figure.Unit.Dimension == Dimension.None)
                yield return new AtMost(form.Subject("总分"), total, FundSelectors.Given(100, "满分", total));
            foreach (var rate in form.Evaluation.GoalRates)
            {
                // Some forms print the total score as the completion of each goal; a completion proper is no concern of this check.
                if (FigureReader.Read(rate.Text).Figure is not { } figure || figure.Value != total.Value) continue;
                yield return new Same(form.Subject("总体完成率"), new Term("总体完成率", figure.In(Unit.None), Role.Stated, rate.Text, rate.Place), total.As(Role.Whole));
            }
            foreach (var text in Conclusions(dossier, form))
                foreach (var stated in ScoresIn(text))
                    yield return new Same(form.Subject("自评得分"), stated, total with { Role = Role.Whole, IsPoint = false, Figure = AsPrinted(total.Figure) });
        }
    }

    /// <summary>A column's raised precision is no precision of the total as it is restated.</summary>
    private static Figure AsPrinted(Figure figure) => FigureReader.Read(figure.Printed).Figure ?? figure;

    /// <summary>The texts that may state a form's score: its conclusion, else the paragraphs of a document with one form.</summary>
    internal static IEnumerable<Printed> Conclusions(Dossier dossier, ScoredForm form)
    {
        var evaluation = form.Evaluation;
        foreach (var text in (Printed[])[evaluation.Conclusion, evaluation.GoalCompletion, evaluation.Overview])
            if (!text.IsBlank) yield return text;
        if (dossier.Forms.Count(static other => other.TotalScore is not null) != 1 || dossier.Disclosure.Paragraphs.IsDefault) yield break;
        foreach (var paragraph in dossier.Disclosure.Paragraphs)
            if (paragraph.Text.Contains("得分", StringComparison.Ordinal) || paragraph.Text.Contains("等级", StringComparison.Ordinal))
                yield return new Printed(paragraph.Text, paragraph.PlaceOf(0, paragraph.Text.Length));
    }

    private static IEnumerable<Term> ScoresIn(Printed text)
    {
        foreach (Match match in Stated().Matches(Characters.Key(text.Text)))
        {
            var number = match.Groups[1].Value;
            var value = decimal.Parse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
            var decimals = number.Contains('.', StringComparison.Ordinal) ? number.Length - number.IndexOf('.', StringComparison.Ordinal) - 1 : 0;
            yield return new Term("自评得分", new Figure(number, value, decimals, Unit.None), Role.Stated, match.Value, PlaceOf(text, number));
        }
    }

    /// <summary>The line of a text that prints the number, found among its mentions.</summary>
    private static Place? PlaceOf(Printed text, string number) => Mention.In(text).FirstOrDefault(mention => mention.Figure.Printed == number)?.Place ?? text.Place;

    // 自评得分为 99.83 分; 项目自评总分为99.73; 绩效评价得分:79.40分. A maximum (满分) and a rule's limit are not scores.
    [GeneratedRegex(@"(?<!满)(?:自评|评价|综合|绩效|最终|总体|,|。|^|:)(?:总)?(?:得分|总分|评分|分数|分值)(?:合计)?(?:达到|达|为|是|:)?(\d{1,3}(?:\.\d+)?)(?!\d|%|个|项)分?", RegexOptions.CultureInvariant)]
    private static partial Regex Stated();
}

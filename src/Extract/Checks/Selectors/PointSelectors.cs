using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Extract.Checks.Shapes;
using Extract.Diagnostics;
using Extract.Figures;
using Extract.Forms;
using Extract.Text;

namespace Extract.Checks.Selectors;

/// <summary>Operands from weights and scores of a self-evaluation.</summary>
internal static partial class PointSelectors
{
    /// <summary>P-01: all weights, execution included, make the form's total (100 where none is printed).</summary>
    public static IEnumerable<Instance> Weights(Dossier dossier)
    {
        foreach (var form in dossier.Forms)
        {
            if (Addends(form, static row => row.Weight, form.Execution?.Weight) is not { } addends) continue;
            var (parts, blanks) = addends;
            var stated = form.TotalWeight ?? new Term("权重合计", new Figure("100", 100, parts[0].Figure.Decimals, parts[0].Figure.Unit), Role.Stated, "", null) { IsPoint = true };
            yield return new Sum(form.Subject("权重合计"), stated.As(Role.Stated), parts) { Blanks = blanks };
            if (form.TotalWeight is { } total && total.Figure.Value != 100)
                yield return new Same(form.Subject("权重合计"), total.As(Role.Stated), FundSelectors.Given(100, "满分", total));
        }
    }

    /// <summary>P-06: the total score is the sum of the scores. Full scores and zeros are points; a worked-out score was rounded.</summary>
    public static IEnumerable<Instance> Totals(Dossier dossier)
    {
        foreach (var form in dossier.Forms)
        {
            if (form.TotalScore is not { } total) continue;
            if (Addends(form, static row => row.Score is { } score ? score with { IsPoint = score.Value == 0 || score.Value == row.Weight?.Value } : null, Execution(form)) is not { } addends) continue;
            var (parts, blanks) = addends;
            // A total of exact points is itself exact.
            yield return new Sum(form.Subject("总分"), total with { Role = Role.Stated, IsPoint = parts.All(static part => part.IsPoint) }, parts) { Blanks = blanks };
        }
    }

    private static Term? Execution(ScoredForm form) =>
        form.Execution?.Score is { } score ? score with { IsPoint = score.Value == form.Execution.Weight?.Value || score.Value == 0 } : null;

    /// <summary>The column's figures; rows without a figure that belong to it; null where the form has no such column.</summary>
    private static (ImmutableArray<Term> Parts, ImmutableArray<Operand> Blanks)? Addends(ScoredForm form, Func<IndicatorRow, Term?> column, Term? execution)
    {
        var parts = form.Indicators.Select(column).OfType<Term>().ToList();
        if (parts.Count == 0) return null;
        // A row that prints neither weight nor score is a heading of the form left open, not a gap in the column.
        var blanks = form.Indicators.Where(row => column(row) is null && (row.Weight ?? row.Score) is not null)
            .Select(static row => new Operand(row.Name, "", Role.Part, "", row.Indicator.Place)).ToImmutableArray();
        // Rows behind the end of the file are gaps too.
        if (form.Evaluation.IsCut) blanks = blanks.Add(new Operand("……", "", Role.Part, "", form.Indicators[^1].Indicator.Place));
        if (execution is not null && !form.Indicators.Any(static row => row.IsExecution && row.Weight is not null)) parts.Insert(0, execution);
        return ([.. parts.Select(static part => part.As(Role.Part))], blanks);
    }

    /// <summary>P-02: the points in a heading are those of its rows: 绩效指标（90分）, 产出指标（50分）, and the form's printed scheme.</summary>
    public static IEnumerable<Instance> Headings(Dossier dossier)
    {
        foreach (var form in dossier.Forms)
        {
            var rows = form.Indicators.Where(static row => row.Weight is not null && !row.IsExecution).ToList();
            if (rows.Count == 0) continue;
            if (form.Evaluation.IndicatorPoints is { } points)
                yield return new Sum(form.Subject("绩效指标分值"), FundSelectors.Given(points, "绩效指标", rows[0].Weight!).As(Role.Stated), Weights(rows));
            foreach (var (name, group) in Groups(form, static row => row.Indicator.Level1))
                if (PointsOf(name, group, 0) is { } heading) yield return Heading(form, name, heading, group);
            foreach (var (level, given, rule) in form.Rules.LevelPoints)
            {
                var under = form.Indicators.Where(row => row.Weight is not null && Levels.WithoutPoints(Characters.Key(row.Indicator.Level1.Text)) == level).ToList();
                if (under.Count == 0 || under[0].IsExecution) continue;
                var stated = FundSelectors.Given(given, level, under[0].Weight!) with { Role = Role.Stated, Quote = rule.Text, Place = rule.Place };
                // 原则上: the scheme may be shifted between indicators.
                yield return new Sum(form.Subject(level + "分值"), stated, Weights(under)) { FailSeverity = Severity.Warning };
            }
        }
    }

    /// <summary>P-03: the points in the name of a second or third level are those of its rows, and those of its own lower levels.</summary>
    public static IEnumerable<Instance> Levels23(Dossier dossier)
    {
        foreach (var form in dossier.Forms)
        {
            foreach (var (name, group) in Groups(form, static row => row.Indicator.Level2))
                if (PointsOf(name, group, 1) is { } points) yield return Heading(form, name, points, group);
            foreach (var (name, group) in Groups(form, static row => row.Indicator.Level3))
                if (group.Exists(static row => !row.Indicator.Level4.IsBlank) && PointsOf(name, group, 2) is { } points) yield return Heading(form, name, points, group);
            foreach (var (name, group) in Groups(form, static row => row.Indicator.Level1))
            {
                if (PointsOf(name, group, 0) is not { } whole || group[0].Weight is not { } like) continue;
                var seconds = Runs(group, static row => row.Indicator.Level2).Select(static run => (run.Name, Points: PointsOf(run.Name, run.Rows, 1))).ToList();
                if (seconds.Count == 0 || seconds.Exists(static second => second.Points is null)) continue;
                var parts = seconds.Select(second => FundSelectors.Given(second.Points!.Value, second.Name.Text, like) with { Role = Role.Part, Place = second.Name.Place }).ToImmutableArray();
                yield return new Sum(form.Subject(name.Text), FundSelectors.Given(whole, name.Text, like) with { Role = Role.Stated, Place = name.Place }, parts);
            }
        }
    }

    private static Sum Heading(ScoredForm form, Printed name, decimal points, List<IndicatorRow> group) =>
        new(form.Subject(name.Text), FundSelectors.Given(points, name.Text, group[0].Weight!) with { Role = Role.Stated, Place = name.Place, Quote = name.Text }, Weights(group));

    private static ImmutableArray<Term> Weights(List<IndicatorRow> rows) => [.. rows.Select(static row => row.Weight!.As(Role.Part))];

    private static IEnumerable<(Printed Name, List<IndicatorRow> Rows)> Groups(ScoredForm form, Func<IndicatorRow, Printed> level) =>
        Runs(form.Indicators.Where(static row => row.Weight is not null).ToList(), level);

    /// <summary>Rows that share a name and follow one another.</summary>
    private static IEnumerable<(Printed Name, List<IndicatorRow> Rows)> Runs(List<IndicatorRow> rows, Func<IndicatorRow, Printed> level)
    {
        List<IndicatorRow>? run = null;
        var name = Printed.Blank;
        foreach (var row in rows)
        {
            var here = level(row);
            if (run is not null && here.Text == name.Text)
            {
                run.Add(row);
                continue;
            }
            if (run is not null && !name.IsBlank) yield return (name, run);
            (name, run) = (here, [row]);
        }
        if (run is not null && !name.IsBlank) yield return (name, run);
    }

    /// <summary>The points of a level: in its name, else in the column beside it.</summary>
    private static decimal? PointsOf(Printed name, List<IndicatorRow> group, int level)
    {
        if (PointsIn(name.Text) is { } named) return named;
        var beside = group[0].Indicator.LevelPoints;
        return level < beside.Length ? FigureReader.Read(beside[level].Text).Figure?.Value : null;
    }

    private static decimal? PointsIn(string name) =>
        InBrackets().Match(Characters.Key(name)) is { Success: true } match ? decimal.Parse(match.Groups[1].Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"\((\d{1,3}(?:\.\d+)?)分?\)$", RegexOptions.CultureInvariant)]
    private static partial Regex InBrackets();

    /// <summary>P-05: a score lies between 0 and its weight.</summary>
    public static IEnumerable<Instance> Bounds(Dossier dossier)
    {
        foreach (var form in dossier.Forms)
        {
            var pairs = form.Indicators.Select(static row => (row.Name, row.Weight, row.Score)).Concat(form.Funds.Select(static row => (Name: row.Source + " 预算执行", row.Weight, row.Score)));
            foreach (var (name, weight, score) in pairs)
            {
                if (weight is null || score is null) continue;
                if (score.Value < 0) yield return new Present(form.Subject(name), false, $"{score.Figure.Printed} < 0", [score.Operand, weight.Operand]) { Stated = score.Figure.Printed, Expected = "0" };
                else yield return new AtMost(form.Subject(name), score, weight);
            }
        }
    }

    /// <summary>P-08: the grade the text gives is the one its score has: 优 ≥ 90, 良 ≥ 80, 中 ≥ 60, 差 below (财预〔2020〕10号).</summary>
    public static IEnumerable<Instance> Grades(Dossier dossier)
    {
        foreach (var form in dossier.Forms)
        {
            if (form.TotalScore is not { } total) continue;
            foreach (var text in ConclusionSelectors.Conclusions(dossier, form))
            {
                if (Grade().Match(Characters.Key(text.Text)) is not { Success: true } match) continue;
                var expected = total.Value switch { >= 90 => "优", >= 80 => "良", >= 60 => "中", _ => "差" };
                yield return new Present(form.Subject("评价等级"), match.Groups[1].Value == expected, $"{total.Figure.Printed} → {expected}, {match.Groups[1].Value}",
                    [new Operand("评价等级", match.Groups[1].Value, Role.Stated, match.Value, text.Place), total.Operand])
                { Stated = match.Groups[1].Value, Expected = expected };
                break;
            }
        }
    }

    [GeneratedRegex(@"等级(?:为|是|评定为|:)?[“""]?(优|良|中|差)", RegexOptions.CultureInvariant)]
    private static partial Regex Grade();
}

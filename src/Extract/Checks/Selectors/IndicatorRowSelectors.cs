using Extract.Checks.Shapes;
using Extract.Figures;
using Extract.Records;
using Extract.Text;

namespace Extract.Checks.Selectors;

/// <summary>What an indicator row must print to be read at all: units, numbers, names, nothing left out.</summary>
internal static class IndicatorRowSelectors
{
    /// <summary>P-25: target and actual value are counted in the same thing.</summary>
    public static IEnumerable<Instance> Units(Dossier dossier)
    {
        foreach (var (form, row) in IndicatorSelectors.Rows(dossier))
        {
            if (row is not { Goal.Limit: { } limit, Actual: { } actual }) continue;
            var (a, b) = (actual.Figure.Unit, limit.Figure.Unit);
            if (a.Name.Length == 0 || b.Name.Length == 0) continue;
            var same = a.Dimension == b.Dimension && (a.Dimension != Dimension.Count || Bare(a.Name) == Bare(b.Name) || a.Name.EndsWith(b.Name, StringComparison.Ordinal) || b.Name.EndsWith(a.Name, StringComparison.Ordinal));
            yield return new Present(form.Subject(row.Name), same, $"{limit.Figure.Printed}{b.Name}, {actual.Figure.Printed}{a.Name}", IndicatorSelectors.Operands(row)) { Stated = a.Name, Expected = b.Name };
        }
    }

    private static string Bare(string unit) => unit.TrimStart('万', '亿', '余', '多', '个');

    /// <summary>P-26: a numeric target has a numeric actual value.</summary>
    public static IEnumerable<Instance> Kinds(Dossier dossier)
    {
        foreach (var (form, row) in IndicatorSelectors.Rows(dossier))
        {
            if (row.Goal is not { } goal || row.Indicator.Actual.IsBlank || FigureReader.Read(row.Indicator.Actual.Text).Malformed) continue;
            var text = row.Indicator.Actual.Text;
            if (row.Actual is null && !Answers.Any(word => text.StartsWith(word, StringComparison.Ordinal))) continue;
            yield return new Present(form.Subject(row.Name), row.Actual is not null, $"{IndicatorSelectors.Shown(goal)}, {text}", IndicatorSelectors.Operands(row)) { Stated = text };
        }
    }

    // What forms answer in place of a number; other words may be a label that lost its place.
    private static readonly string[] Answers = ["完成", "已完成", "全部完成", "按时完成", "如期完成", "基本完成", "达到", "已达", "达标", "达成", "合格", "是"];

    /// <summary>P-27: a rate that is a part of a whole is at most 100 %.</summary>
    public static IEnumerable<Instance> Rates(Dossier dossier)
    {
        string[] parts = ["覆盖率", "合格率", "及时率", "满意度", "通过率", "达标率", "准确率", "普及率", "到位率", "参与率", "结案率", "验收率"];
        foreach (var (form, row) in IndicatorSelectors.Rows(dossier))
        {
            if (row.Actual is not { } actual || !parts.Any(word => row.Name.EndsWith(word, StringComparison.Ordinal))) continue;
            if (actual.Figure.Unit.Dimension is Dimension.Count or Dimension.Money) continue;
            var hundred = new Term("100%", new Figure("100", 100, 0, actual.Figure.Unit), Role.Whole, "", null) { IsPoint = true };
            // Numbers run together by a broken layout are no rate.
            if (actual.Figure.Value > 1000) yield return new Unable(form.Subject(row.Name), $"{actual.Figure.Printed} ≤ 100", [actual.Operand]);
            else yield return new AtMost(form.Subject(row.Name), actual, hundred);
        }
    }

    /// <summary>P-30: no indicator stands twice under one second level.</summary>
    public static IEnumerable<Instance> Names(Dossier dossier)
    {
        foreach (var form in dossier.Forms)
        {
            var named = form.Indicators.Where(static row => !row.Indicator.Level3.IsBlank && !FigureReader.IsDash(Characters.Key(row.Indicator.Level3.Text)));
            foreach (var group in named.GroupBy(static row => Key(row.Indicator), StringComparer.Ordinal))
            {
                var rows = group.ToList();
                yield return new Present(form.Subject(rows[0].Name), rows.Count == 1, $"{rows[0].Name} × {rows.Count}",
                    [.. rows.Select(static row => new Operand(row.Name, row.Name, Role.Other, row.Name, row.Indicator.Place))])
                { Stated = rows[0].Name };
            }
        }
    }

    private static string Key(Indicator indicator) =>
        string.Join('|', Characters.Key(indicator.Level1.Text), Characters.Key(indicator.Level2.Text), Characters.Key(indicator.Level3.Text), Characters.Key(indicator.Level4.Text));

    /// <summary>P-34: a row that is scored, or said to be complete, prints what was reached.</summary>
    public static IEnumerable<Instance> Blanks(Dossier dossier)
    {
        foreach (var form in dossier.Forms)
        {
            var rows = form.Indicators.Where(static row => !row.IsExecution && !row.Indicator.Level3.IsBlank).ToList();
            if (rows.Count(static row => !row.Indicator.Actual.IsBlank) * 2 < rows.Count || rows.Count == 0) continue;
            var scored = rows.Count(static row => row.Score is not null) * 2 >= rows.Count;
            // The last row of a form that the file cuts may go on behind the cut.
            foreach (var row in form.Evaluation.IsCut ? rows.SkipLast(1) : rows)
            {
                var blank = row.Indicator.Actual.IsBlank || scored && row.Score is null && row.Indicator.Score.IsBlank;
                var claims = row.Score is not null || !row.Indicator.CompletionRate.IsBlank || !row.Indicator.Target.IsBlank || !row.Indicator.Completed.IsBlank;
                if (claims) yield return new Present(form.Subject(row.Name), !blank, $"{Or(row.Indicator.Target.Text)} / {Or(row.Indicator.Actual.Text)} / {Or(FirstOf(row.Indicator.Score.Text, row.Indicator.CompletionRate.Text))}", IndicatorSelectors.Operands(row));
            }
        }
    }

    private static string FirstOf(string a, string b) => a.Length > 0 ? a : b;

    private static string Or(string text) => text.Length > 0 ? text : "?";
}

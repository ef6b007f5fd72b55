using System.Collections.Immutable;
using System.Globalization;

namespace Extract.Tests.Tables.Broken;

/// <summary>
/// Makes forms that a unit could have filed: level names of the framework, labels of 3 to 60 characters, weights that add up to 90
/// beside the 10 of the budget, scores that follow from target and actual. The same seed makes the same form.
/// </summary>
internal sealed class FormGenerator(Random random)
{
    private static readonly (string Level1, string[] Level2)[] Framework =
    [
        ("产出指标", ["数量指标", "质量指标", "时效指标", "成本指标"]),
        ("效益指标", ["经济效益指标", "社会效益指标", "生态效益指标", "可持续影响指标"]),
        ("满意度指标", ["服务对象满意度指标"]),
        ("成本指标", ["经济成本指标"]),
    ];

    public KnownForm Make(Wording wording, TargetStyle style, bool reasons, bool empty, bool total)
    {
        var indicators = Indicators(style, reasons, empty);
        var funds = Funds(wording);
        var scored = indicators.All(static i => i.Score.Length > 0);
        var sum = indicators.Sum(static i => Number(i.Score)) + Number(funds[0].Score);
        return new KnownForm(
            $"53{random.Next(1000, 9999)}22T0000{random.Next(100000, 999999)}", Pick(Vocabulary.Objects) + Pick(Vocabulary.Deeds) + "经费",
            Pick(Vocabulary.Provinces) + Pick(Vocabulary.Bodies) + "部门", Pick(Vocabulary.Provinces) + Pick(Vocabulary.Bodies), random.Next(2019, 2026),
            Sentences(1, 3), Sentences(1, 3), Sentences(1, 4), funds, indicators,
            total ? "100" : "", total && scored ? Plain(sum) : "",
            Sentences(1, 4), Chance(50) ? "无" : Sentences(1, 1), Chance(50) ? "无" : Sentences(1, 1), Person(), Person());
    }

    private ImmutableArray<KnownFund> Funds(Wording wording)
    {
        var budget = random.Next(300, 90000) / 100m * (Chance(20) ? 10 : 1);
        var spent = Chance(35) ? budget : Math.Round(budget * random.Next(700, 1000) / 1000m, 2);
        var score = Math.Round(spent / budget * 10, 2);
        var mark = wording == Wording.Central ? "—" : "/";
        var zero = Chance(70) ? "0.00" : "";
        var zeroRate = zero.Length == 0 ? "" : Chance(75) ? "0.00%" : "";
        var sources = wording == Wording.Central
            ? new[] { "年度资金总额", "当年财政拨款", "上年结转资金", "其他资金" }
            : ["总额", "财政资金", "财政专户管理资金", "单位资金", "其他资金"];
        var rate = $"{Money(spent / budget * 100)}%";
        var funds = ImmutableArray.CreateBuilder<KnownFund>();
        funds.Add(new(sources[0], Money(budget), Money(budget), Money(spent), rate, "10", Plain(score)));
        funds.Add(new(sources[1], Money(budget), Money(budget), Money(spent), rate, mark, mark));
        for (var i = 2; i < sources.Length; i++)
        {
            // The last source is often left empty but for its marks, as published forms do.
            var blank = i == sources.Length - 1 && Chance(60);
            funds.Add(blank ? new(sources[i], "", "", "", "", mark, mark) : new(sources[i], zero, zero, zero, zeroRate, mark, mark));
        }
        return funds.ToImmutable();
    }

    private ImmutableArray<KnownIndicator> Indicators(TargetStyle style, bool reasons, bool empty)
    {
        var places = Places();
        var weights = Weights(places.Count);
        var unpublished = empty && Chance(40);
        var allNone = reasons && Chance(15);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var rows = ImmutableArray.CreateBuilder<KnownIndicator>();
        for (var i = 0; i < places.Count; i++)
        {
            var (level1, level2) = places[i];
            var row = Row(level1, level2, weights[i], style, seen);
            if (reasons) row = row with { Reason = Number(row.Score) < weights[i] ? Pick(Vocabulary.Reasons) : allNone ? "无" : "" };
            if (unpublished) row = row with { Actual = "", Score = "", Reason = "" };
            else if (empty && Chance(25)) row = Emptied(row);
            rows.Add(row);
        }
        return rows.ToImmutable();
    }

    /// <summary>
    /// Leaves one cell empty where order alone still tells which: a missing actual beside a score of 0 (a weight is never 0), a missing score
    /// beside an actual in % (a weight has no %). “≥ 5 10 10” with either of them missing has no answer in its order and is not made.
    /// </summary>
    private KnownIndicator Emptied(KnownIndicator row) =>
        row.Actual.EndsWith('%') ? row with { Score = "", Reason = "" } : Chance(50) ? row with { Actual = "", Score = "0", Reason = "" } : row;

    private List<(string Level1, string Level2)> Places()
    {
        var places = new List<(string, string)>();
        foreach (var (level1, names) in Framework)
        {
            if (level1 == "成本指标" && !Chance(35)) continue;
            if (level1 == "效益指标" && Chance(8)) continue;
            var chosen = names.Where(_ => Chance(65)).ToList();
            if (chosen.Count == 0) chosen.Add(names[random.Next(names.Length)]);
            foreach (var name in chosen)
                for (var n = level1 == "产出指标" ? random.Next(1, 4) : random.Next(1, 3); n > 0; n--) places.Add((level1, name));
        }
        return places;
    }

    private decimal[] Weights(int count)
    {
        var weights = Enumerable.Repeat(0m, count).ToArray();
        var step = count > 18 ? 1m : count > 9 ? 2.5m : 5m;
        for (var i = 0; i < count; i++) weights[i] = step;
        for (var left = 90m - step * count; left > 0; left -= Math.Min(step, left)) weights[random.Next(count)] += Math.Min(step, left);
        return weights;
    }

    private KnownIndicator Row(string level1, string level2, decimal weight, TargetStyle style, HashSet<string> seen)
    {
        var kind = level2 switch
        {
            "质量指标" => 1,
            "时效指标" => 2,
            "成本指标" or "经济成本指标" => 3,
            "数量指标" => 0,
            "服务对象满意度指标" => 5,
            _ => 4,
        };
        var label = Label(kind, seen);
        var percent = kind is 1 or 5 || label.EndsWith('率') || kind == 4 && Chance(30);
        var atMost = kind == 3;
        if (kind == 4 && style != TargetStyle.Words && Chance(25))
            return new(level1, level2, label, Split(style) ? "定性" : "", "良好", "", Chance(70) ? "良好" : "优", Plain(weight), Plain(weight), "");
        if (label.EndsWith("完成时限", StringComparison.Ordinal) && style is (TargetStyle.Whole or TargetStyle.Bare) && Chance(50))
        {
            var date = $"2023年{random.Next(3, 13)}月底前";
            return new(level1, level2, label, "", date, "", date, Plain(weight), Plain(weight), "");
        }
        var target = percent ? random.Next(70, 100) : kind == 3 ? random.Next(2, 500) : random.Next(1, 2000);
        var met = Chance(75);
        var actual = percent ? met ? random.Next(target, 101) : target - random.Next(1, 30) :
            atMost == met ? Math.Max(1, target - random.Next(0, target)) : target + random.Next(0, target);
        if (!percent && !atMost && !met) actual = Math.Max(0, target - random.Next(1, target + 1));
        var unit = percent ? "%" : kind == 3 ? "万元" : Pick(Vocabulary.CountUnits);
        var full = atMost ? actual <= target : actual >= target;
        var score = full ? weight : Math.Round(weight * (atMost ? (decimal)target / actual : (decimal)actual / target), 2);
        var operation = style switch
        {
            TargetStyle.Bare => "",
            TargetStyle.Words => atMost ? Pick(["不超过", "不高于"]) : Pick(["不低于", "不少于"]),
            _ => atMost ? Pick(["≤", "≤", "＜"]) : Pick(["≥", "≥", "≥", "＞", "＝"]),
        };
        var printed = actual.ToString(CultureInfo.InvariantCulture);
        // A form without a unit column still prints % behind an actual now and then; a cell that holds its unit always does.
        if (style == TargetStyle.Split) printed += percent && Chance(30) ? "%" : "";
        else if (style != TargetStyle.SplitWithUnit) printed += unit;
        return new(level1, level2, label, operation, target.ToString(CultureInfo.InvariantCulture), style == TargetStyle.Split ? "" : unit,
            printed, Plain(weight), Plain(score), "");
    }

    private static bool Split(TargetStyle style) => style is TargetStyle.Split or TargetStyle.SplitWithUnit;

    private string Label(int kind, HashSet<string> seen)
    {
        while (true)
        {
            var tail = Pick(kind switch
            {
                0 => Vocabulary.Counts,
                1 => Vocabulary.Rates,
                2 => Vocabulary.Times,
                3 => Vocabulary.Costs,
                4 => Vocabulary.Benefits,
                _ => Vocabulary.Satisfactions,
            });
            var label = kind == 5 && Chance(80) || Chance(15) ? tail : Pick(Vocabulary.Objects) + Pick(Vocabulary.Deeds) + tail;
            if (kind != 5 && Chance(35)) label = Pick(Vocabulary.Openings) + label;
            if (kind is 0 or 4 && Chance(12)) label = Pick(Vocabulary.Objects) + Pick(Vocabulary.Deeds) + "及" + Pick(Vocabulary.Objects) + "、" + label;
            if (Chance(8)) label = label.Replace("数量", "数量（含续建）", StringComparison.Ordinal);
            if (seen.Add(label)) return label;
        }
    }

    private string Sentences(int from, int to)
    {
        var text = "";
        for (var n = random.Next(from, to + 1); n > 0; n--)
            text += Chance(25) ? $"全年完成{random.Next(2, 900)}处，覆盖{random.Next(2, 40)}个乡镇，惠及群众{random.Next(1, 90)}万人。" : Pick(Vocabulary.Sentences);
        return text;
    }

    private string Person() => Pick(Vocabulary.Surnames) + Pick(Vocabulary.GivenNames);

    private bool Chance(int percent) => random.Next(100) < percent;

    private string Pick(string[] words) => words[random.Next(words.Length)];

    private static decimal Number(string printed) => decimal.TryParse(printed, NumberStyles.Number, CultureInfo.InvariantCulture, out var value) ? value : 0;

    private static string Money(decimal value) => Math.Round(value, 2).ToString("0.00", CultureInfo.InvariantCulture);

    private static string Plain(decimal value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}

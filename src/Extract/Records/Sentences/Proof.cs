using Extract.Figures;

namespace Extract.Records.Sentences;

/// <summary>The unit of a number printed without one, where the words before it prove it.</summary>
internal static class Proof
{
    private static readonly string[] Amounts = ["决算数", "决算", "预算数", "预算", "支出", "收入", "金额", "合计", "总计", "经费", "费", "总额", "资金"];

    private static readonly string[] Ratios = ["完成预算", "完成年初预算", "完成全年预算", "完成预算的", "完成年初预算的", "完成全年预算的", "完成预算数的", "增长", "下降", "占", "增幅", "降幅", "比重为", "完成率为"];

    /// <summary>
    /// %, where the words are those of a share, a growth or a completion rate; <paramref name="money"/>, where they say an amount of
    /// money <em>is</em> (…决算数为 3935.41) or changed; no unit where they prove nothing.
    /// </summary>
    public static Unit UnitOf(Source source, int start, Mark mark, string money)
    {
        var phrase = new Phrase(source, Math.Min(start, mark.LeadEnd), mark.LeadEnd);
        phrase.TrimSpace();
        if (mark.Decimals > 0 && phrase.Last(Ratios) is not null) return Unit.Percent;
        if (phrase.Text.IndexOf('(') >= 0)
        {
            var noted = phrase;
            while (noted.Last(["目标", "为", "值", " "]) is { } word) noted.CutAt(noted.End - word.Length);
            if (noted.TrimNote() is { Dimension: Dimension.Count } counted) return counted;
        }
        if (money.Length == 0) return Unit.None;
        // 年初预算为0: a whole number too is an amount where the words say budget or final amount.
        if (mark.Decimals == 0) return phrase.Last(["预算为", "预算数为", "决算为", "决算数为"]) is not null ? Unit.Of(money) : Unit.None;
        if (phrase.Last(["增加", "减少", "增加了", "减少了"]) is not null) return Unit.Of(money);
        if (phrase.Last(["为", "均为", "是"]) is not { } copula) return Unit.None;
        phrase.CutAt(phrase.End - copula.Length);
        return phrase.Last(Amounts) is not null ? Unit.Of(money) : Unit.None;
    }
}

using Extract.Figures;

namespace Extract.Records.Sentences;

/// <summary>Chooses what a figure is of: the words before it, what was spoken of, or the thing counted behind it.</summary>
internal readonly struct ItemChoice(Source source, Clause clause, int leadStart, Mark mark, Lead lead, Topic topic)
{
    /// <summary>A quote is a clause or two.</summary>
    private const int LongestQuote = 90;

    /// <summary>A longer stretch behind a number is a sentence and no name.</summary>
    private const int LongestFollow = 30;

    /// <summary>
    /// The item; whether words here name it; the quote, from where the item is named to behind the figure; and the whole, where the
    /// words before a share name that and not the item (全省占比7.6%).
    /// </summary>
    public string Choose(out bool named, out int quoteStart, out int quoteEnd, out string? of)
    {
        of = null;
        quoteStart = QuoteFrom(Math.Max(clause.Start, Math.Min(leadStart, mark.Start)));
        quoteEnd = mark.End;
        var name = source.Printed(lead.Item.Start, lead.Item.End);
        var generic = Words.Generic.Contains(name);
        if (generic && topic.Changed.Length > 0 && lead.Against is not null && lead.Kind is StatementKind.Change or StatementKind.Growth)
        {
            named = true;
            quoteStart = QuoteFrom(topic.ChangedStart);
            return topic.Changed;
        }
        var follow = lead.Kind == StatementKind.Count || lead.Kind == StatementKind.Share && generic && topic.Subject.Length == 0 ? Follow() : (Start: mark.End, End: mark.End);
        if (follow.End > follow.Start && Wants(name, generic, follow.End))
        {
            named = false;
            quoteEnd = follow.End;
            var thing = source.Printed(follow.Start, follow.End);
            return lead.Verb is "新增" ? lead.Verb + thing : thing;
        }
        if (lead.OfWhole && topic.Subject.Length > 0 && name is "全省" or "全市" or "全国" or "全县" or "全区" or "全州" or "全球")
        {
            of = name;
            named = false;
            if (topic.SubjectSentence == clause.Sentence && topic.SubjectStart >= 0 && mark.End - topic.SubjectStart < LongestQuote) quoteStart = QuoteFrom(topic.SubjectStart);
            return topic.Subject + name + "占比";
        }
        // 收入1.2亿元、支出9800万元: the two are never of each other.
        if (name is "支出" && topic.Subject.Contains("收入", StringComparison.Ordinal) || name is "收入" && topic.Subject.Contains("支出", StringComparison.Ordinal)) generic = false;
        // 2023年度支出合计5410万元: where nothing else is spoken of, it is.
        named = !generic || topic.Subject.Length == 0 && name.Length > 2 && lead.Kind == StatementKind.Amount;
        if (!named && lead.OfAll && topic.First.Length > 0) return topic.First;
        var isAttribute = IsAttribute(ref name);
        if (generic && topic.Subject.Length > 0 || isAttribute)
        {
            named = false;
            if (topic.SubjectSentence == clause.Sentence && topic.SubjectStart >= 0 && mark.End - topic.SubjectStart < LongestQuote) quoteStart = QuoteFrom(topic.SubjectStart);
            if (topic.Modifier >= 0 && isAttribute) quoteStart = QuoteFrom(topic.Modifier);
            return isAttribute ? Attribute(name) : Spoken();
        }
        if (lead.WantsFollow && lead.Verb is "包括" or "涉及" or "有" && name.EndsWith(lead.Verb, StringComparison.Ordinal) && !name.EndsWith("保有", StringComparison.Ordinal)) name = name[..^lead.Verb.Length];
        if (topic.Modifier >= 0 && named)
        {
            quoteStart = QuoteFrom(topic.Modifier);
            name = Modified(name);
        }
        return name;
    }

    /// <summary>Verbs want the thing counted; so does a number that nothing leads to, unless it counts what was spoken of.</summary>
    private bool Wants(string name, bool generic, int followEnd)
    {
        // 项目13个签约总金额2.3亿元: the words up to the next figure lead to it.
        if (!generic && !lead.WantsFollow && LeadsOn(followEnd)) return false;
        if (lead.WantsFollow && (name.Length == 0 || generic || name.EndsWith(lead.Verb, StringComparison.Ordinal) || lead.Verb == "的")) return true;
        if (Words.Introducing.Contains(mark.Unit.Name) && !lead.IsBase && lead.Measure is null) return true;
        return generic && !(topic.Subject.Length > 0 && topic.SubjectUnit == mark.Unit.Name);
    }

    /// <summary>A change is of the last amount or count of its kind in the sentence, a growth of what changed, a share of what was stated last; all else is of the subject.</summary>
    private string Spoken()
    {
        if (lead.Kind == StatementKind.CompletionRate && topic.LastTarget.Length > 0) return topic.LastTarget;
        if (topic.LastSentence != clause.Sentence) return topic.Subject;
        var last = lead.Kind switch
        {
            StatementKind.Growth => topic.LastStated,
            StatementKind.Share when lead.Of is not null || lead.OfWhole => topic.LastWhole,
            StatementKind.Change when mark.Unit.Dimension == Dimension.Money => topic.LastAmount,
            StatementKind.Change when mark.Unit.Dimension == Dimension.Ratio => topic.LastStated,
            StatementKind.Change => topic.LastCount,
            _ => "",
        };
        return last.Length > 0 ? last : topic.Subject;
    }

    private bool LeadsOn(int followEnd)
    {
        var next = source.FirstFrom(mark.End);
        return next < source.Marks.Length && source.Marks[next].Kind == MarkKind.Figure && source.Marks[next].LeadEnd <= followEnd;
    }

    /// <summary>True where the name tells of money that something spoken of takes (涉及财政性资金合计): its 合计 is cut off.</summary>
    private static bool IsAttribute(ref string name)
    {
        if (Words.Attributes.Contains(name)) return true;
        if (!name.StartsWith("涉及", StringComparison.Ordinal)) return false;
        var money = name.EndsWith("合计", StringComparison.Ordinal) || name.EndsWith("共计", StringComparison.Ordinal) ? name[..^2] : name;
        if (!money.EndsWith("资金", StringComparison.Ordinal) && !money.EndsWith("金额", StringComparison.Ordinal) && !money.EndsWith("经费", StringComparison.Ordinal) && !money.EndsWith("支出", StringComparison.Ordinal)) return false;
        name = money;
        return true;
    }

    private string Attribute(string name)
    {
        if (topic.Modifier >= 0) return Modified(name);
        var subject = topic.SubjectSentence != clause.Sentence && topic.LastSentence == clause.Sentence && topic.LastCount.Length > 0 ? topic.LastCount : topic.Subject;
        // 平均得分 in a sentence of its own is not of what was counted last.
        if (topic.SubjectSentence != clause.Sentence && topic.LastSentence != clause.Sentence && name.EndsWith("平均得分", StringComparison.Ordinal)) return name;
        // 计划金额200万元，实际采购金额186万元: two amounts of one thing.
        if (subject.EndsWith("金额", StringComparison.Ordinal) && name.EndsWith("金额", StringComparison.Ordinal) && !subject.EndsWith(name, StringComparison.Ordinal)) return name;
        return subject.EndsWith(name, StringComparison.Ordinal) ? subject : subject + name;
    }

    /// <summary>在…项目中，由…中标的，采购金额: the clauses that qualify the item are part of its name.</summary>
    private string Modified(string name)
    {
        var phrase = new Phrase(source, topic.Modifier, clause.Start);
        phrase.TrimOpeners("");
        if (phrase.Text is ['在', ..]) phrase.StartAt(phrase.Start + 1);
        if (phrase.Text.TrimEnd(',') is "" or "中") return name;
        return source.Printed(phrase.Start, phrase.End).Replace("，", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal) + name;
    }

    /// <summary>5家预算单位的收支计划 counts units, 1家事业单位财政拨款的经费为… too, and 3个预算单位开展了2025年… does not count what they carried out.</summary>
    private void CutBehindHead(ref Phrase phrase, int following, int next)
    {
        if (following < source.Marks.Length && source.Marks[following].Kind != MarkKind.Figure && phrase.End + 1 >= next && phrase.Last(["开展", "编制", "完成", "实施", "安排"]) is { } verb)
            phrase.CutAt(phrase.End - verb.Length);
        var leads = phrase.End >= next - 2 && LeadsOn(next);
        foreach (var head in Words.Heads)
        {
            if (phrase.Text.IndexOf(head, StringComparison.Ordinal) is not (>= 0 and var at)) continue;
            var end = at + head.Length;
            if (end < phrase.Text.Length && (leads || phrase.Text[end] == '的')) phrase.CutAt(phrase.Start + end);
            return;
        }
    }

    private int QuoteFrom(int start)
    {
        while (start < mark.Start && source.Text[start] is ' ' or ',' or '、' or ';' or ':') start++;
        return start;
    }

    /// <summary>The words behind the number, up to the next mark or number; in a list (20%、28%和35%的权重) those behind its last number.</summary>
    private (int Start, int End) Follow()
    {
        var start = mark.End;
        var following = source.FirstFrom(mark.End);
        var next = following == source.Marks.Length ? source.Text.Length
            : source.Marks[following].Kind == MarkKind.Figure ? source.Marks[following].LeadEnd : source.Marks[following].Start;
        var end = start;
        while (end < next && end - start < LongestFollow && source.Text[end] is not (',' or ';' or '。' or '、' or ':' or '(' or ')' or '!' or '?' or '“' or '*')) end++;
        var phrase = new Phrase(source, start, Math.Max(start, end));
        phrase.TrimSpace();
        foreach (var opener in (ReadOnlySpan<string>)["对应的", "相应的", "以上的", "的"])
            if (phrase.Text.StartsWith(opener, StringComparison.Ordinal)) phrase.StartAt(phrase.Start + opener.Length);
        foreach (var stop in (ReadOnlySpan<string>)["分别", "相比"])
            if (phrase.Text.IndexOf(stop, StringComparison.Ordinal) is var at and > 0) phrase.CutAt(phrase.Start + at);
        phrase.TrimCopulas();
        if (phrase.Text is [.., '中']) phrase.CutAt(phrase.End - 1);
        CutBehindHead(ref phrase, following, next);
        var alone = lead.Item.Start >= lead.Item.End && topic.Subject.Length == 0;
        foreach (var word in alone ? [] : Words.NotThings)
            if (phrase.Text.StartsWith(word, StringComparison.Ordinal)) return (mark.End, mark.End);
        // 出国（境）, 处（室）: a short note in brackets belongs to the name.
        var behind = phrase.End;
        if (behind < source.Text.Length && source.Text[behind] == '(' && source.Text.IndexOf(')', behind, Math.Min(4, source.Text.Length - behind)) is var close and > 0) behind = close + 1;
        return behind - phrase.Start < 2 ? (mark.End, mark.End) : (phrase.Start, behind);
    }
}

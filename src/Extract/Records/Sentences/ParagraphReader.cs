using Extract.Figures;

namespace Extract.Records.Sentences;

/// <summary>Reads a paragraph clause by clause and binds each figure, carrying subject, whole, year and base of comparison along.</summary>
internal sealed class ParagraphReader
{
    private readonly Source _source;
    private readonly string _filer;
    private readonly string _unit;
    private readonly int? _year;
    private readonly List<Bound> _bound = [];
    private readonly Stack<Topic> _outer = new();
    private Topic _topic;
    private int _consumed;

    private ParagraphReader(Source source, NarrativeContext context, Topic topic)
    {
        (_source, _filer, _unit, _year, _topic) = (source, context.Filer, context.Unit, context.FiscalYear, topic);
    }

    /// <summary>The figures of the paragraph, bound, in order.</summary>
    /// <param name="source">The paragraph.</param>
    /// <param name="context">What is known of the document.</param>
    /// <param name="topic">What is remembered from the paragraph before; answers what the next may remember.</param>
    public static List<Bound> Read(Source source, NarrativeContext context, ref Topic topic)
    {
        var reader = new ParagraphReader(source, context, topic);
        reader.Read();
        topic = reader._topic;
        return reader._bound;
    }

    private void Read()
    {
        var (sentence, depth, mark) = (0, 0, 0);
        foreach (var clause in Clauses.Of(_source.Text, _source.Marks))
        {
            if (clause.Sentence != sentence) _topic.EndSentence();
            sentence = clause.Sentence;
            for (; depth < clause.Depth; depth++) _outer.Push(_topic);
            for (; depth > clause.Depth; depth--) _topic = _outer.Pop();
            var first = mark;
            while (mark < _source.Marks.Length && _source.Marks[mark].Start < clause.End) mark++;
            Read(clause, first, mark);
        }
        while (_outer.Count > 0) _topic = _outer.Pop();
    }

    private void Read(Clause clause, int first, int behind)
    {
        var text = _source.Text.AsSpan(clause.Start, clause.End - clause.Start).Trim(' ');
        if (text.StartsWith("其中", StringComparison.Ordinal) && _topic.LastWhole.Length > 0) _topic.Whole = _topic.LastWhole;
        var start = clause.Start;
        var figures = 0;
        Bound? last = null;
        for (var i = first; i < behind; i++)
        {
            var mark = _source.Marks[i];
            if (mark.Kind is not (MarkKind.Figure or MarkKind.Bare)) continue;
            var bound = Bind(clause, Math.Max(start, _consumed), mark, last);
            if (bound is null) continue;
            figures++;
            _bound.Add(bound);
            last = bound;
            start = mark.End;
        }
        if (figures == 0) Hear(clause, first, behind);
    }

    /// <summary>A clause without figures: it may name the subject, the whole, the year or what is compared with.</summary>
    private void Hear(Clause clause, int first, int behind)
    {
        var phrase = new Phrase(_source, clause.Start, clause.End);
        phrase.TrimSpace();
        if (phrase.IsEmpty) return;
        // 与2022年度相比 names the base; 与2024年预算持平 names neither a base nor the year spoken of.
        var compares = phrase.Text[0] is '与' or '较' or '比' or '同';
        var against = Comparison.Find(_source, phrase.Start, phrase.End, compares);
        if (against is { } found && found.End >= phrase.End - 2) _topic.Base = found.Base;
        else if (against is null) HearYear(first, behind);
        if (against is { } level && level.Start > phrase.Start + 3 && IsUnchanged(new Phrase(_source, level.End, phrase.End)))
        {
            phrase.CutAt(level.Start);
            if (phrase.Last(["支出决算数", "支出决算", "决算数", "决算"]) is { } measure) phrase.CutAt(phrase.End - measure.Length);
            Name(phrase, clause, account: false);
            // What changes next in the sentence is this, not what was stated before it.
            _topic.LastSentence = -1;
            return;
        }
        if (phrase.Text.IndexOf("(项)", StringComparison.Ordinal) > 0)
        {
            Name(phrase, clause, account: true);
            return;
        }
        if (phrase.Text[^1] == '中' && phrase.Text.Length > 3) HearWhole(phrase, clause);
        else if (phrase.Text[^1] == '的' && clause.Closer == ',' && _topic.Modifier < 0) _topic.Modifier = clause.Start;
        else if (clause.Closer == ':') HearLabel(phrase, clause);
    }

    /// <summary>比预算无增减变化, 与上年持平: a change told without a figure is of a subject of its own.</summary>
    private static bool IsUnchanged(Phrase words)
    {
        foreach (var word in (ReadOnlySpan<string>)["无增减", "持平", "无变化", "没有变化", "不变", "一致", "相同"])
            if (words.Text.IndexOf(word, StringComparison.Ordinal) >= 0) return true;
        return false;
    }

    private void HearYear(int first, int behind)
    {
        for (var i = first; i < behind; i++)
            if (_source.Marks[i] is { Kind: MarkKind.Year, Value: > 0 } mark) _topic.Year = (int)mark.Value;
    }

    private void HearWhole(Phrase phrase, Clause clause)
    {
        phrase.CutAt(phrase.End - 1);
        if (phrase.Last(["决算数", "决算", "支出", "收入", "总额", "经费", "资金", "预算", "合计", "总计"]) is not { } word)
        {
            if (_topic.Modifier < 0) _topic.Modifier = clause.Start;
            return;
        }
        if (word.StartsWith("决算", StringComparison.Ordinal)) phrase.CutAt(phrase.End - word.Length);
        phrase.TrimOpeners(_filer);
        phrase.TrimOutlay();
        _topic.Whole = _source.Printed(phrase.Start, phrase.End);
    }

    private void HearLabel(Phrase phrase, Clause clause)
    {
        if (phrase.Last(["如下", "以下方面", "其中", "包括", "方面", "分别为", "分别是"]) is not null)
        {
            if (_topic.LastWhole.Length > 0) _topic.Whole = _topic.LastWhole;
            return;
        }
        if (phrase.Last(["原因", "原因是", "用于", "情况", "内容", "职责", "说明", "为", "是", "措施", "问题", "建议"]) is null) Name(phrase, clause, account: false);
    }

    /// <summary>Makes the words the subject.</summary>
    private void Name(Phrase phrase, Clause clause, bool account)
    {
        phrase.KeepAccount();
        phrase.TrimOpeners(_filer);
        if (!account) phrase.TrimNote();
        if (phrase.IsEmpty || phrase.Text.Length > 40) return;
        SetSubject(_source.Printed(phrase.Start, phrase.End), phrase.Start, clause.Sentence, "");
    }

    private void SetSubject(string item, int start, int sentence, string unit)
    {
        if (_topic.First.Length == 0) _topic.First = item;
        (_topic.Subject, _topic.SubjectStart, _topic.SubjectSentence, _topic.SubjectUnit) = (item, start, sentence, unit);
    }

    private Bound? Bind(Clause clause, int start, Mark mark, Bound? last)
    {
        var words = _source.Text.AsSpan(Math.Min(start, mark.LeadEnd), Math.Max(0, mark.LeadEnd - start)).Trim(' ');
        if (last is not null && last.QuoteEnd == last.Mark.End && words is "" or "、" or "," or "和" or "及" or "与" or "至" or "-" or "—" or "~" or "或" or "/" && last.Unit.Dimension == mark.Unit.Dimension && mark.Kind == MarkKind.Figure)
            return last with { Mark = mark, Value = last.Value < 0 && mark.Value > 0 && last.Mark.Value > 0 ? -mark.Value : mark.Value, Unit = mark.Unit, QuoteEnd = mark.End };
        var unit = mark.Unit;
        if (mark.Kind == MarkKind.Bare && (unit = Proof.UnitOf(_source, start, mark, _unit)).Dimension == Dimension.None) return null;
        var lead = Lead.Read(_source, Math.Min(start, mark.LeadEnd), mark.LeadEnd, unit, _filer);
        HearYearBefore(lead, start, mark.LeadEnd);
        var item = new ItemChoice(_source, clause, start, mark, lead, _topic).Choose(out var named, out var quoteStart, out var quoteEnd, out var whole);
        _consumed = Math.Max(_consumed, quoteEnd > mark.End ? quoteEnd : 0);
        Remember(lead, mark, item, named, start, clause.Sentence);
        var value = lead.Falls && mark.Value > 0 ? -mark.Value : mark.Value;
        // 完成年初预算数60999万元的40.4%: a part of a plan that was just stated.
        var plan = words is "的" && unit.Dimension == Dimension.Ratio && last is not null ? PlanOf(last) : "";
        return new Bound(
            mark, item, lead.IsBase ? BaseYear(lead) : _topic.Year, plan.Length > 0 ? StatementKind.CompletionRate : lead.Kind, lead.Measure, value, unit,
            plan.Length > 0 ? plan : whole ?? OfWhat(lead), quoteStart, quoteEnd, clause.Sentence)
        {
            UnitPrinted = mark.Kind == MarkKind.Figure,
            Within = _topic.Whole == item ? "" : _topic.Whole,
        };
    }

    private static string PlanOf(Bound amount) => amount.Measure switch
    {
        Measure.OpeningBudget => "年初预算",
        Measure.AdjustedBudget => "调整预算",
        Measure.Budget => "预算",
        Measure.Target => "目标",
        _ => "",
    };

    /// <summary>The year a base of comparison names; 上年 is the one before the sentence's.</summary>
    private int? BaseYear(Lead lead) => lead.Against?.Year ?? (_topic.Year ?? _year) - 1;

    private string OfWhat(Lead lead)
    {
        if (lead.Of is { } of) return of;
        if (lead.OfWhole) return _topic.Whole;
        return lead.Kind is StatementKind.Growth or StatementKind.Change ? _topic.Base : "";
    }

    /// <summary>A year in the words before the figure is the sentence's from there on, unless the words compare with it.</summary>
    private void HearYearBefore(Lead lead, int start, int end)
    {
        for (var i = _source.FirstFrom(start); i < _source.Marks.Length && _source.Marks[i].Start < end; i++)
        {
            var mark = _source.Marks[i];
            if (mark.Kind != MarkKind.Year || mark.Value <= 0) continue;
            if (lead.Against is { } against && mark.Start >= against.Start && mark.Start < against.End) continue;
            _topic.Year = (int)mark.Value;
        }
    }

    private void Remember(Lead lead, Mark mark, string item, bool named, int start, int sentence)
    {
        if (lead.Against is { Base: not ("同比" or "环比") } against) _topic.Base = against.Base;
        if (lead.IsBase)
        {
            if (named) SetSubject(item, start, sentence, mark.Unit.Name);
            return;
        }
        if (lead.Measure == Measure.Target) _topic.LastTarget = item;
        if (lead.Kind == StatementKind.Amount) _topic.LastAmount = item;
        if (lead.Kind == StatementKind.Count) _topic.LastCount = item;
        if (lead.Kind is StatementKind.Amount or StatementKind.Count) _topic.LastWhole = item;
        if (lead.Kind is StatementKind.Amount or StatementKind.Count or StatementKind.Change || lead.Kind == StatementKind.Growth && named) (_topic.LastStated, _topic.LastSentence) = (item, sentence);
        var topical = lead.Kind switch
        {
            StatementKind.Amount or StatementKind.Count or StatementKind.Change or StatementKind.Growth => true,
            StatementKind.Share => lead.Of is not null || lead.OfWhole,
            _ => false,
        };
        if (named && topical) SetSubject(item, start, sentence, mark.Unit.Name);
        else if (item == _topic.Subject) _topic.SubjectUnit = mark.Unit.Name;
        _topic.Modifier = -1;
    }
}

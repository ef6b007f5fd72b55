using System.Collections.Immutable;
using Extract.Figures;

namespace Extract.Records.Sentences;

/// <summary>What the words that lead to a figure say of it.</summary>
internal sealed class Lead
{
    /// <summary>What the figure says.</summary>
    public StatementKind Kind { get; private set; }

    /// <summary>Which amount of the item; null where the words do not say.</summary>
    public Measure? Measure { get; private set; }

    /// <summary>True for a fall.</summary>
    public bool Falls { get; private set; }

    /// <summary>Whole, plan or base, as printed; null where the words name none.</summary>
    public string? Of { get; private set; }

    /// <summary>True where the words say "of the whole" without naming it.</summary>
    public bool OfWhole { get; private set; }

    /// <summary>True where 总体 says that the figure is of what the paragraph is about.</summary>
    public bool OfAll { get; private set; }

    /// <summary>True where the figure is the base of a comparison itself: 较2023年155.5万元.</summary>
    public bool IsBase { get; private set; }

    /// <summary>The year or base a comparison in these words names.</summary>
    public Comparison? Against { get; private set; }

    /// <summary>A unit the item carries in brackets.</summary>
    public Unit NoteUnit { get; private set; } = Unit.None;

    /// <summary>Where the item's name starts and ends; equal where the words name none.</summary>
    public (int Start, int End) Item { get; private set; }

    /// <summary>True where the words want the thing counted behind the number.</summary>
    public bool WantsFollow { get; private set; }

    /// <summary>The verb that wants it.</summary>
    public string Verb { get; private set; } = "";

    /// <summary>
    /// Reads the words from <paramref name="start"/> to <paramref name="end"/> that lead to a figure in <paramref name="unit"/>;
    /// <paramref name="filer"/> is the name left out of items.
    /// </summary>
    public static Lead Read(Source source, int start, int end, Unit unit, string filer)
    {
        var lead = new Lead();
        var phrase = new Phrase(source, start, end);
        phrase.TrimSpace();
        lead.WantsFollow = lead.ReadVerb(phrase);
        var ratio = unit.Dimension == Dimension.Ratio;
        if (!(ratio && lead.ReadShare(source, ref phrase)) && !(ratio && lead.ReadCompletion(source, ref phrase)) && !lead.ReadChange(source, ref phrase, unit))
            lead.ReadPlain(source, ref phrase, unit);
        lead.ReadItem(ref phrase, filer);
        return lead;
    }

    private bool ReadVerb(Phrase phrase)
    {
        while (phrase.Last(["了", "共计", "共", "累计", "约", "近"]) is { } filler) phrase.CutAt(phrase.End - filler.Length);
        if (phrase.Last(Words.Verbs) is not { } verb) return false;
        Verb = verb;
        return true;
    }

    /// <summary>占…的 x%.</summary>
    private bool ReadShare(Source source, ref Phrase phrase)
    {
        var at = phrase.Text.LastIndexOf('占');
        if (at < 0 || at + 1 < phrase.Text.Length && phrase.Text[at + 1] is '用' or '地' or '有' or '道') return false;
        Kind = StatementKind.Share;
        var whole = new Phrase(source, phrase.Start + at + 1, phrase.End);
        whole.TrimCopulas();
        if (whole.Last(["的比例", "的比重", "比例", "比重", "的比", "比"]) is { } ratio) whole.CutAt(whole.End - ratio.Length);
        whole.TrimCopulas();
        if (!whole.IsEmpty && Words.Plans.Contains(whole.Text.ToString())) Kind = StatementKind.CompletionRate;
        OfWhole = whole.IsEmpty;
        if (!whole.IsEmpty) Of = source.Printed(whole.Start, whole.End);
        phrase.CutAt(phrase.Start + at);
        if (phrase.Last(["所", "共", "仅", "约"]) is { } word) phrase.CutAt(phrase.End - word.Length);
        return true;
    }

    /// <summary>完成年初预算的 x%; 预算执行率 x%.</summary>
    private bool ReadCompletion(Source source, ref Phrase phrase)
    {
        var cut = phrase;
        cut.TrimCopulas();
        if (cut.Last(Words.CompletionNouns) is not null)
        {
            Kind = StatementKind.CompletionRate;
            phrase = cut;
            return true;
        }
        var at = cut.Text.LastIndexOf("完成", StringComparison.Ordinal);
        if (at < 0) return false;
        var plan = new Phrase(source, cut.Start + at + 2, cut.End);
        plan.TrimCopulas();
        while (plan.Text is ['了' or '率' or '的', ..]) plan.StartAt(plan.Start + 1);
        if (!Words.Plans.Contains(plan.Text.ToString())) return false;
        Kind = StatementKind.CompletionRate;
        if (!plan.IsEmpty) Of = source.Printed(plan.Start, plan.End);
        cut.CutAt(cut.Start + at);
        if (Comparison.Find(source, cut.Start, cut.End) is { } against)
        {
            Of ??= against.Base;
            cut.CutAt(against.Start);
        }
        phrase = cut;
        return true;
    }

    /// <summary>比2022年度增加 x; 下降 x%; 高于重庆市 x%.</summary>
    private bool ReadChange(Source source, ref Phrase phrase, Unit unit)
    {
        var cut = phrase;
        cut.TrimYear();
        var untilHere = cut.Last(["增加到", "增长到", "提高到", "提升到", "上升到", "减少到", "下降到", "降低到", "增至", "降至", "提高至", "提升至", "下降至", "减少至", "增加至", "上升至", "增长至"]);
        if (untilHere is not null)
        {
            // 增加到150件: what it grew to is no growth.
            cut.CutAt(cut.End - untilHere.Length);
            phrase = cut;
            return false;
        }
        cut = phrase;
        cut.TrimCopulas();
        if (cut.Last(["高", "低", "多", "少", "高出", "低出"]) is { } distance && Comparison.Find(source, cut.Start, cut.End) is { } from && from.End <= cut.End - distance.Length)
        {
            (Kind, Falls) = (StatementKind.Change, distance[0] is '低' or '少');
            cut.CutAt(cut.End - distance.Length);
            Compare(source, ref cut);
            phrase = cut;
            return true;
        }
        // A template's other word left standing: 下降（增长）27.78%.
        if (cut.Text is [.., ')'] && cut.Text.LastIndexOf('(') is var open and > 0 && IsChange(cut.Text[(open + 1)..^1])) cut.CutAt(cut.Start + open);
        foreach (var (word, falls) in Words.Changes)
        {
            if (!cut.Text.EndsWith(word, StringComparison.Ordinal)) continue;
            Falls = falls;
            Kind = unit.Dimension == Dimension.Ratio && unit.Name != "个百分点" ? StatementKind.Growth : StatementKind.Change;
            cut.CutAt(cut.End - word.Length);
            Compare(source, ref cut);
            phrase = cut;
            return true;
        }
        return unit.Dimension == Dimension.Ratio && ReadDistance(source, ref phrase);
    }

    /// <summary>高于重庆市5.22%: a distance to another item.</summary>
    private bool ReadDistance(Source source, ref Phrase phrase)
    {
        var high = phrase.Text.LastIndexOf("高于", StringComparison.Ordinal);
        var low = phrase.Text.LastIndexOf("低于", StringComparison.Ordinal);
        var at = Math.Max(high, low);
        if (at < 0 || phrase.Text.Length - at is < 4 or > 14) return false;
        Kind = StatementKind.Growth;
        Falls = low > high;
        Of = source.Printed(phrase.Start + at + 2, phrase.End);
        phrase.CutAt(phrase.Start + at);
        return true;
    }

    private static bool IsChange(ReadOnlySpan<char> word)
    {
        foreach (var (change, _) in Words.Changes)
            if (word.SequenceEqual(change)) return true;
        return false;
    }

    private void Compare(Source source, ref Phrase cut)
    {
        // 与2019年增速30.44%相比: the growth compared with, not the growth.
        if (cut.Text is ['与' or '较' or '比' or '同', ..] && Comparison.Find(source, cut.Start, cut.End, bare: true) is { Year: not null } other && other.End >= cut.End)
        {
            (IsBase, Against) = (cut.Text[0] == '与', other);
            if (!IsBase) Of = other.Base;
            cut.CutAt(cut.Start);
            return;
        }
        if (Comparison.Find(source, cut.Start, cut.End) is not { } against) return;
        Against = against;
        Of = against.Base;
        // 与上年相比，收入增加: the item may also stand behind the comparison.
        var behind = new Phrase(source, against.End, cut.End);
        behind.TrimCopulas();
        var before = cut;
        before.CutAt(against.Start);
        if (!behind.IsEmpty && behind.Text.Length > 1 && (before.IsEmpty || behind.Text.Length >= 3)) cut = behind;
        else cut = before;
    }

    private void ReadPlain(Source source, ref Phrase phrase, Unit unit)
    {
        if (Comparison.Find(source, phrase.Start, phrase.End, bare: true) is { } against)
        {
            var behind = new Phrase(source, against.End, phrase.End);
            behind.TrimCopulas();
            // 较预算数1237万元减少103万元: the plan is a measure of the item and, from here on, what is compared with.
            if (behind.IsEmpty) Against = against;
            if (behind.IsEmpty && against.IsTime)
            {
                IsBase = true;
                phrase.CutAt(against.Start);
            }
        }
        phrase.TrimCopulas();
        Kind = unit.Dimension switch
        {
            Dimension.Money => StatementKind.Amount,
            Dimension.Count when unit.Name.Contains("元/", StringComparison.Ordinal) => StatementKind.Amount,
            Dimension.Ratio => unit.Name == "个百分点" ? StatementKind.Change : StatementKind.Share,
            Dimension.None when unit.Name.Length > 0 && NamesMoney(phrase.Text) => StatementKind.Amount,
            _ => StatementKind.Count,
        };
        if (Kind == StatementKind.Share && phrase.Last(["占比", "所占比例", "所占比重"]) is { } share)
        {
            OfWhole = true;
            phrase.CutAt(phrase.End - share.Length);
        }
    }

    private static bool NamesMoney(ReadOnlySpan<char> text)
    {
        foreach (var word in (ReadOnlySpan<string>)["金额", "资金", "经费", "支出", "收入", "投资", "总额", "费", "贷款", "融资", "额"])
            if (text.IndexOf(word, StringComparison.Ordinal) >= 0) return true;
        return false;
    }

    private void ReadItem(ref Phrase phrase, string filer)
    {
        phrase.TrimCopulas();
        if (phrase.Text.IndexOf("年初预算", StringComparison.Ordinal) >= 0) Measure = Records.Measure.OpeningBudget;
        NoteUnit = phrase.TrimNote();
        ReadMeasure(ref phrase);
        if (NoteUnit.Dimension == Dimension.None) NoteUnit = phrase.TrimNote();
        var isAccount = phrase.KeepAccount();
        if (phrase.Text.LastIndexOf("共有", StringComparison.Ordinal) is var shared and >= 0 && shared + 2 < phrase.Text.Length) phrase.StartAt(phrase.Start + shared + 2);
        OfAll = phrase.Text is ['总', '体', ..];
        phrase.TrimOpeners(filer);
        if (phrase.NamesTarget) Measure ??= Records.Measure.Target;
        phrase.TrimCopulas();
        foreach (var verb in (ReadOnlySpan<string>)["每月", "安排", "出具", "编写", "编制", "提供", "发布", "推动", "完成", "实现", "促成", "采取", "举办", "共编制"])
            if (phrase.Text.Length > verb.Length + 3 && phrase.Text.StartsWith(verb, StringComparison.Ordinal)) phrase.StartAt(phrase.Start + verb.Length);
        if (!isAccount) phrase.TrimOutlay();
        if (Kind == StatementKind.Amount && phrase.Last(Words.Achieved) is { } achieved && NamesFlow(phrase.Text[..^achieved.Length])) phrase.CutAt(phrase.End - achieved.Length);
        Item = (phrase.Start, Math.Max(phrase.Start, phrase.End));
    }

    private static bool NamesFlow(ReadOnlySpan<char> name) => name.EndsWith("收入", StringComparison.Ordinal) || name.EndsWith("支出", StringComparison.Ordinal) || name.EndsWith("部门", StringComparison.Ordinal);

    private void ReadMeasure(ref Phrase phrase)
    {
        foreach (var (word, measure) in Words.Measures)
        {
            if (!phrase.Text.EndsWith(word, StringComparison.Ordinal)) continue;
            if (word == "预算" && phrase.Last(Words.Funds) is not null) return;
            Measure ??= measure;
            phrase.CutAt(phrase.End - word.Length);
            phrase.TrimCopulas();
            return;
        }
    }
}

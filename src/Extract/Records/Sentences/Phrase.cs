using Extract.Figures;

namespace Extract.Records.Sentences;

/// <summary>A stretch of folded text that is cut from both ends.</summary>
internal ref struct Phrase
{
    private readonly Source _source;

    /// <summary>The stretch from <paramref name="start"/> to <paramref name="end"/>.</summary>
    public Phrase(Source source, int start, int end)
    {
        (_source, Start, End) = (source, start, end);
    }

    /// <summary>The first character.</summary>
    public int Start { get; private set; }

    /// <summary>Behind the last character.</summary>
    public int End { get; private set; }

    /// <summary>The characters.</summary>
    public readonly ReadOnlySpan<char> Text => _source.Text.AsSpan(Start, Math.Max(0, End - Start));

    /// <summary>True once a word that names a target (目标, 计划) has been removed from its start.</summary>
    public bool NamesTarget { get; private set; }

    /// <summary>True where nothing is left.</summary>
    public readonly bool IsEmpty => End <= Start;

    /// <summary>Moves the end.</summary>
    public void CutAt(int end)
    {
        End = Math.Max(Start, end);
        TrimSpace();
    }

    /// <summary>Moves the start.</summary>
    public void StartAt(int start)
    {
        Start = Math.Min(End, start);
        TrimSpace();
    }

    /// <summary>Removes spaces and loose punctuation at both ends.</summary>
    public void TrimSpace()
    {
        while (Start < End && _source.Text[Start] is ' ' or ',' or '、' or ':' or '-' or '—' or '。' or ';' or '*' or '\\') Start++;
        while (Start < End && _source.Text[End - 1] is ' ' or ',' or '、' or ';' or '-' or '—' or '*') End--;
    }

    /// <summary>Removes what leads to the item: connectives, times, entry numbers, the filer.</summary>
    public void TrimOpeners(string filer)
    {
        TrimSpace();
        for (var changed = true; changed && !IsEmpty;)
        {
            changed = false;
            if (_source.MarkAt(Start) is { Kind: not (MarkKind.Figure or MarkKind.Threshold or MarkKind.Citation or MarkKind.Name or MarkKind.Bare) } mark)
            {
                StartAt(mark.End + (mark.Kind == MarkKind.Ordinal && mark.End < End && _source.Text[mark.End] is '.' or ')' ? 1 : 0));
                changed = true;
                continue;
            }
            if (filer.Length > 1 && Text.StartsWith(filer, StringComparison.Ordinal) && Text.Length > filer.Length)
            {
                StartAt(Start + filer.Length);
                TrimPartOfFiler();
                changed = true;
            }
            changed |= TrimBodies();
            changed |= TrimOpener();
            if (!IsEmpty && _source.Text[Start] is (>= '㈠' and <= '㈩') or (>= '①' and <= '⒛'))
            {
                StartAt(Start + 1);
                changed = true;
            }
            if (!IsEmpty && _source.Text[Start] == '(' && _source.Text.IndexOf(')', Start, Math.Min(4, _source.Text.Length - Start)) is var close and > 0)
            {
                StartAt(close + 1);
                changed = true;
            }
        }
    }

    /// <summary>机关, 本级 behind the filer's name are the part of it that is meant; 机关运行经费 is an item.</summary>
    private void TrimPartOfFiler()
    {
        foreach (var part in (ReadOnlySpan<string>)["(本级)", "本级", "机关"])
            if (Text.StartsWith(part, StringComparison.Ordinal) && Text.Length > part.Length + 1 && !Text.StartsWith("机关运行", StringComparison.Ordinal)) StartAt(Start + part.Length);
    }

    /// <summary>Removes the bodies whose figures these are (某局所属各预算单位…, 各部门…): they are the filer, however it is called here.</summary>
    private bool TrimBodies()
    {
        foreach (var bodies in Words.Bodies)
        {
            if (Text.IndexOf(bodies, StringComparison.Ordinal) is not (>= 0 and var at) || Text.Length < at + bodies.Length + 3) continue;
            if (Text[(at + bodies.Length)..] is ['上', '缴', ..] or ['补', '助', ..]) continue;
            StartAt(Start + at + bodies.Length);
            return true;
        }
        return false;
    }

    private bool TrimOpener()
    {
        foreach (var kept in Words.KeptOpeners)
            if (Text.StartsWith(kept, StringComparison.Ordinal)) return false;
        foreach (var opener in Words.Openers)
        {
            if (!Text.StartsWith(opener, StringComparison.Ordinal)) continue;
            NamesTarget |= opener is "目标" or "年初目标" or "计划";
            StartAt(Start + opener.Length);
            return true;
        }
        return false;
    }

    /// <summary>Removes the words between the item and its number.</summary>
    public void TrimCopulas()
    {
        TrimSpace();
        while (!IsEmpty)
        {
            foreach (var kept in Words.KeptEnds)
                if (Text.EndsWith(kept, StringComparison.Ordinal)) return;
            var copula = Last(Words.Copulas);
            if (copula is null) return;
            CutAt(End - copula.Length);
        }
    }

    /// <summary>Removes a year at the end: 增加到2023年的.</summary>
    public void TrimYear()
    {
        if (Text is [.., '的']) CutAt(End - 1);
        var last = _source.FirstFrom(End) - 1;
        if (last >= 0 && _source.Marks[last] is { Kind: MarkKind.Year } year && year.Start >= Start && year.End == End) CutAt(year.Start);
    }

    /// <summary>The first of the words that the phrase ends with, or null.</summary>
    public readonly string? Last(string[] words)
    {
        foreach (var word in words)
            if (Text.EndsWith(word, StringComparison.Ordinal)) return word;
        return null;
    }

    /// <summary>A unit in brackets at the end (专利数量（件）) or a note in brackets, cut off; the unit, if it was one.</summary>
    public Unit TrimNote()
    {
        if (IsEmpty || _source.Text[End - 1] != ')') return Unit.None;
        var open = Text.LastIndexOf('(');
        if (open <= 0) return Unit.None;
        var note = Text[(open + 1)..^1].ToString();
        // (项), (款), (类) are levels of an account and no units.
        if (note.TrimStart('0', '1', '2', '3', '4', '5', '6', '7', '8', '9') is "项" or "款" or "类") return Unit.None;
        var unit = UnitNames.IsCounter(note) ? Unit.Of(note) : Unit.None;
        var remark = note.Length > 0 && (note[0] is '含' or '以' or '按' or '不' || note.AsSpan().IndexOfAnyInRange('0', '9') >= 0);
        if (unit.Dimension == Dimension.Count || remark) CutAt(Start + open);
        return unit;
    }

    /// <summary>Where 项, 款 or 类 in brackets names the item, only that name is kept; true where one does.</summary>
    public bool KeepAccount()
    {
        var (at, _) = LastLevel(Text);
        if (at <= 0) return false;
        var (_, from) = LastLevel(Text[..at]);
        var (start, stop) = (Start + Math.Max(0, from), Start + at);
        Start = start;
        CutAt(stop);
        return true;
    }

    /// <summary>Where the last (项), (款) or (类) of the text starts and ends, a code in it or not ((01项)); -1 if there is none.</summary>
    private static (int Start, int End) LastLevel(ReadOnlySpan<char> text)
    {
        for (var close = text.LastIndexOf(')'); close > 1; close = text[..close].LastIndexOf(')'))
        {
            if (text[close - 1] is not ('项' or '款' or '类')) continue;
            var open = close - 2;
            while (open > 0 && char.IsAsciiDigit(text[open])) open--;
            if (open >= 0 && text[open] == '(') return (open, close + 1);
        }
        return (-1, -1);
    }

    /// <summary>公务接待费支出 and 公务接待费 are one item: the 支出 is cut off. 缴费支出 is a name.</summary>
    public void TrimOutlay()
    {
        if (Last(["缴费支出"]) is not null || Last(["财政拨款支出", "支出"]) is not { } word) return;
        var rest = Text[..^word.Length];
        if (rest.EndsWith("费", StringComparison.Ordinal) || rest.EndsWith("接待", StringComparison.Ordinal) || rest.EndsWith("用车购置", StringComparison.Ordinal)) CutAt(End - word.Length);
    }
}

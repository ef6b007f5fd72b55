using Extract.Forms;

namespace Extract.Tables.Sequenced.Blocks;

/// <summary>A word of the form found in its text, and what it means there.</summary>
internal sealed record FormWord(int From, int To, string Key)
{
    public Part Part { get; set; } = Part.Rest;

    public Field Field { get; set; } = Field.Stub;

    /// <summary>The level whose points it heads, from 1; 0 for any other word.</summary>
    public int PointsOf { get; set; }
}

/// <summary>
/// Finds the words of the form in its text: heads of columns and labels, each on a line of its own or side by side with others. Words that head
/// columns of two tables are told apart by the order in which forms print their parts.
/// </summary>
internal static class FormWords
{
    private const int LongestInPieces = 4;

    /// <summary>So many labels with colons behind them are a custom of the form.</summary>
    private const int LeastColons = 3;

    private const int LongestLabel = 32;

    private static readonly HashSet<string> Under = ["名称", "内容"];

    public static List<FormWord> Find(Piece[] pieces, int from)
    {
        var words = new List<FormWord>();
        for (var i = from; i < pieces.Length;)
        {
            var found = Longest(pieces, i, words.Count > 0 && words[^1].To == i);
            if (found is not null) words.Add(found);
            i = found?.To ?? i + 1;
        }
        Generous(pieces, from, words);
        Resolve(pieces, words);
        Remarks(pieces, from, words);
        Colons(pieces, from, words);
        var table = words.Exists(static word => word.Part == Part.Funds);
        for (var i = from; i < pieces.Length; i++)
            if (!words.Exists(word => word.From <= i && i < word.To))
                if (table && Natures(pieces, i) is > 0 and var end) words.Add(new FormWord(i, end, NatureLists.Name) { Field = Field.Source });
                else if (!table && AmountLabel(pieces, i, words) is > 0 and var to) words.Add(new FormWord(i, to, string.Concat(pieces[i..to].Select(static piece => piece.Key))) { Part = Part.Label, Field = Field.Source });
        for (var i = from; i < pieces.Length; i++)
            if (TitleAt(pieces, i) is > 0 and var to && !words.Exists(word => word.From < to && i < word.To)) words.Add(new FormWord(i, to, pieces[i].Key));
        words.Sort(static (a, b) => a.From.CompareTo(b.From));
        return words;
    }

    /// <summary>Behind a title that a page repeats, or the unit below it: a column beside it was printed first; 0 where there is none.</summary>
    private static int TitleAt(Piece[] pieces, int at)
    {
        if (!pieces[at].LineStart) return 0;
        var (key, end) = (pieces[at].Key, at + 1);
        if (key is "单位:" or "金额单位:" && end < pieces.Length && !pieces[end].LineStart) key += pieces[end++].Key;
        var isTitle = key.Length < 40 && key[^1] == '表' && (key.Contains("自评", StringComparison.Ordinal) || key.Contains("绩效", StringComparison.Ordinal)) || key is "单位:万元" or "金额单位:万元" or "单位:元" or "金额单位:元";
        return isTitle && (end == pieces.Length || pieces[end].LineStart) ? end : 0;
    }

    private static FormWord? Longest(Piece[] pieces, int from, bool behindWord)
    {
        FormWord? best = null;
        var (key, parts) = ("", 0);
        for (var to = from; to < pieces.Length; to++)
        {
            // Labels in narrow columns stand one character below another.
            if (pieces[to].Key.Length > 1 && ++parts > LongestInPieces) break;
            // A head or a label inside ends what stands before it.
            if (to > from && (pieces[to].FlowStart || IsHead(pieces[to].Key) && !IsWord(key + pieces[to].Key))) break;
            key += pieces[to].Key;
            if (key.Length > HeaderWords.Longest) break;
            // 全年预算数 320.00 万元: a word of a sentence, its figure behind it.
            if (IsHead(key) && Labels.Of(key) is null && to + 1 < pieces.Length && !pieces[to + 1].LineStart && char.IsAsciiDigit(pieces[to + 1].Key[0])) continue;
            if (IsWord(key) && (pieces[from].LineStart || behindWord || best is not null || IsHead(key) || key[^1] == ':') && (to + 1 == pieces.Length || IsHead(key) || key[^1] == ':' || pieces[to + 1].LineStart || pieces[from].LineStart) && !IsAmidText(pieces, to, key, behindWord))
                best = new FormWord(from, to + 1, key);
        }
        // The end of a paragraph that only sounds like a head: 考察任务 / 完成情 / 况.
        return best is { } word && !pieces[from].FlowStart && !behindWord && HeaderWords.OfIndicators.TryGetValue(word.Key, out var field) && field == Field.Completed ? null : best;
    }

    /// <summary>完成率 100%的得满分: a line that says something of a rate is not headed by it, though heads may stand side by side.</summary>
    private static bool IsAmidText(Piece[] pieces, int last, string key, bool behindWord) =>
        !behindWord && IsHead(key) && !key.Contains("指标", StringComparison.Ordinal) && last + 1 < pieces.Length && !pieces[last + 1].LineStart && !IsWord(pieces[last + 1].Key) && Labels.Of(key) is null;

    private static bool IsHead(string key) => key.Length > 1 && (HeaderWords.OfIndicators.ContainsKey(key) || HeaderWords.OfFunds.ContainsKey(key) || IsLocalHead(key)) && key is not ("值" or "单位" or "一级" or "二级" or "三级" or "备注" or "原因");

    /// <summary>Heads of local forms that are no words of running text: 考核得分, 考核说明, 序号.</summary>
    private static bool IsLocalHead(string key) =>
        (key.Length > 3 || key is "序号" or "满分") && HeaderWords.OfBrokenIndicators.ContainsKey(key) && Labels.GoalOf(key) is null && Labels.Of(key) is null;

    /// <summary>The column of indicators that a head stands over; null for none.</summary>
    private static Field? ColumnOf(string key) =>
        HeaderWords.OfIndicators.TryGetValue(key, out var field) || IsLocalHead(key) && HeaderWords.OfBrokenIndicators.TryGetValue(key, out field) ? field : null;

    private static bool IsReason(string key) => key.Length is 4 or 5 && (key.StartsWith("扣分", StringComparison.Ordinal) || key.StartsWith("失分", StringComparison.Ordinal)) && HeaderWords.Of(key, ofFunds: false) == Field.Reason || key.Length is > 5 and < 16 && key[0] is '未' or '偏' or '原' or '没' or '扣' or '存' && key.Contains("原因", StringComparison.Ordinal) && HeaderWords.Of(key, ofFunds: false) == Field.Reason && Labels.Of(key) is null;

    private static bool IsWord(string key) => IsHead(key) || IsReason(key) || Labels.GoalOf(key) is not null || Labels.IsGoalBeyondYear(key) && key.Length < 14 || Labels.Of(key) is { } label && key.Length > 1 && (key.Length > 2 || label.Field == Field.Total || key[^1] == ':');

    /// <summary>Behind the label of an amount that begins with a piece, in forms without a table of them: a source of money, a measure with its colon; 0 where none does.</summary>
    private static int AmountLabel(Piece[] pieces, int from, List<FormWord> words)
    {
        if (!pieces[from].LineStart) return 0;
        var (key, best) = ("", 0);
        for (var to = from; to < Math.Min(pieces.Length, from + LongestInPieces) && !words.Exists(word => word.From == to) && (to == from || !pieces[to].FlowStart); to++)
        {
            key += pieces[to].Key;
            if (to + 1 < pieces.Length && !pieces[to + 1].LineStart) continue;
            if (FundSources.LabelOf(key) is var (_, amount) && amount == key.Length || key[^1] == ':' && FundSources.MeasureOf(key) is not null || to == from && Paired.Contains(key) && words.Count > 0) best = to + 1;
        }
        return best;
    }

    // Sources whose names mean much else: known beside labels that are certain.
    private static readonly HashSet<string> Paired = ["其他", "其它"];

    /// <summary>Behind the two lists below a body's budget that begin with a piece (按收入性质分：, 按支出性质分：); 0 where none do.</summary>
    private static int Natures(Piece[] pieces, int from)
    {
        var to = from;
        while (to < pieces.Length && NatureLists.IsHead(pieces[to].Key)) to++;
        if (to == from) return 0;
        while (to < pieces.Length && Item(pieces, to) is > 0 and var end) to = end;
        return to;
    }

    private static int Item(Piece[] pieces, int from)
    {
        var (key, best) = ("", 0);
        for (var to = from; to < Math.Min(pieces.Length, from + LongestInPieces); to++)
            if (FundSources.LabelOf(key += pieces[to].Key) is var (_, amount))
            {
                best = to + 1;
                if (amount == key.Length && to + 1 < pieces.Length && LabelledAmounts.IsAmount(pieces[to + 1].Key)) best++;
                if (amount < key.Length) break;
            }
        return best;
    }

    /// <summary>Words that only their neighbours tell to be heads: those that a form has of its own (考核得分, 扣分说明), and 名称 below the head of a level.</summary>
    private static void Generous(Piece[] pieces, int from, List<FormWord> words)
    {
        for (var i = from; i < pieces.Length; i++)
        {
            var key = pieces[i].Key;
            if (!pieces[i].LineStart || i + 1 < pieces.Length && !pieces[i + 1].LineStart || key.Length is < 2 or > 8 || words.Exists(word => word.From <= i && i < word.To)) continue;
            var (before, after) = (words.Exists(word => word.To == i && IsColumn(word)), words.Exists(word => word.From == i + 1 && IsColumn(word)));
            var field = HeaderWords.Of(key, ofFunds: false);
            var level = field is Field.Level1 or Field.Level2 or Field.Level3 && key.Length > 3;
            var certain = before && after || (before || after) && !(key[^1] is '率' or '度') && field is not (Field.Actual or Field.Completed or Field.Unit);
            if (Under.Contains(key) && (before || after || words.Exists(word => word.Key.EndsWith(key, StringComparison.Ordinal) && (Under.Contains(word.Key) || HeaderWords.Of(word.Key, ofFunds: false) is Field.Level1)))) words.Add(new FormWord(i, i + 1, key));
            else if (field is not null && key.Length > 2 && (level || certain)) words.Add(new FormWord(i, i + 1, key) { Part = Part.Indicators, Field = field.Value });
        }
        words.Sort(static (a, b) => a.From.CompareTo(b.From));
    }

    /// <summary>备注 in a block of its own heads the last column of the indicators, where no other column is one of reasons.</summary>
    private static void Remarks(Piece[] pieces, int from, List<FormWord> words)
    {
        if (!words.Exists(static word => word.Part == Part.Indicators) || words.Exists(static word => word is { Part: Part.Indicators, Field: Field.Reason })) return;
        var at = Array.FindIndex(pieces, from, static piece => piece is { Key: "备注", LineStart: true });
        if (at < 0 || at + 1 < pieces.Length && !pieces[at + 1].LineStart) return;
        words.RemoveAll(word => word.From == at);
        words.Add(new FormWord(at, at + 1, pieces[at].Key) { Part = Part.Indicators, Field = Field.Reason });
        words.Sort(static (a, b) => a.From.CompareTo(b.From));
    }

    private static bool IsColumn(FormWord word) => word.Part == Part.Indicators || IsHead(word.Key) || Under.Contains(word.Key);

    private static void Resolve(Piece[] pieces, List<FormWord> words)
    {
        var funds = words.Exists(static word => HeaderWords.OfFunds.TryGetValue(word.Key, out var field) && field == Field.Executed);
        var shared = words.Where(static word => HeaderWords.OfFunds.ContainsKey(word.Key) && HeaderWords.OfIndicators.ContainsKey(word.Key)).GroupBy(static word => HeaderWords.OfIndicators[word.Key]).ToDictionary(static group => group.Key, static group => group.ToList());
        var goals = GoalHeads(words);
        var indicators = words.FindIndex(static word => ColumnOf(word.Key) is Field.Ordinal or Field.Level1 or Field.Level2 or Field.Level3);
        var taken = new HashSet<Field>();
        // 资金来源 heads the sources; 项目资金（万元） beside it names the block.
        var sources = words.Exists(static word => HeaderWords.OfFunds.TryGetValue(word.Key, out var field) && field == Field.Source && !IsBlock(word));
        for (var w = 0; w < words.Count; w++)
        {
            var word = words[w];
            if (word.Part == Part.Indicators || Under.Contains(word.Key)) continue;
            if (goals.Contains(word))
            {
                (word.Part, word.Field) = (Part.Goals, Labels.GoalOf(word.Key)!.Value);
                continue;
            }
            if (Labels.Of(word.Key) is { Field: Field.Total } && indicators >= 0 && (w > indicators || word.Key.Contains('分', StringComparison.Ordinal) || !funds))
            {
                (word.Part, word.Field) = (Part.Total, Field.Total);
                continue;
            }
            var ofFunds = HeaderWords.OfFunds.TryGetValue(word.Key, out var fund);
            var head = ColumnOf(word.Key);
            var (ofIndicators, column) = (head is not null && (!ofFunds || HeaderWords.OfIndicators.ContainsKey(word.Key)), head ?? Field.Stub);
            if (ofFunds && ofIndicators)
            {
                var first = funds && ReferenceEquals(shared[column][0], word) && (shared[column].Count > 1 || w > 0 && words[w - 1].Part == Part.Funds && words[w - 1].To == word.From);
                (ofFunds, ofIndicators) = (first, !first);
            }
            if (ofFunds && fund == Field.Source && sources && IsBlock(word)) continue;
            if (ofFunds && funds && taken.Add(fund)) (word.Part, word.Field) = (Part.Funds, fund);
            else if (ofIndicators && IsHead(word.Key)) (word.Part, word.Field) = (Part.Indicators, column);
            else if (IsReason(word.Key)) (word.Part, word.Field) = (Part.Indicators, Field.Reason);
            // The rate beside labelled amounts.
            else if (ofFunds && !funds && fund == Field.Rate && word.Key.EndsWith("(%)", StringComparison.Ordinal)) (word.Part, word.Field) = (Part.Label, Field.Rate);
            else if (!ofFunds) Label(pieces, word);
        }
        Points(words);
        // What heads no column and labels nothing is text: a source of money named as totals are, a rate named as a head is.
        words.RemoveAll(word => word.Part == Part.Rest && !Under.Contains(word.Key) && Labels.Of(word.Key) is null or { Field: Field.Total } && Labels.GoalOf(word.Key) is null && word.Key is not "绩效指标");
        words.RemoveAll(word => word.Part == Part.Rest && HeaderWords.OfFunds.ContainsKey(word.Key) && Labels.Of(word.Key) is null);
    }

    /// <summary>The heads of the goals: the last name of a goal before the first name of its completion, and that.</summary>
    private static List<FormWord> GoalHeads(List<FormWord> words)
    {
        bool Is(FormWord word, Field field, bool block) => Labels.GoalOf(word.Key) == field && (block || !IsBlock(word));
        // A name that blocks have too (年度目标完成情况) is the block's where another heads the column.
        var (blocks, goals) = (!words.Exists(word => Is(word, Field.GoalCompletion, false)), !words.Exists(word => Is(word, Field.YearGoal, false)));
        var completion = words.FindIndex(word => Is(word, Field.GoalCompletion, blocks));
        var goal = completion < 0 ? -1 : words.FindLastIndex(completion, word => Is(word, Field.YearGoal, goals));
        if (goal < 0 && completion >= 0) goal = words.FindIndex(completion, word => Is(word, Field.YearGoal, goals));
        if (goal < 0) return [];
        var heads = new List<FormWord> { words[goal], words[completion] };
        if (words.Find(static word => Labels.GoalOf(word.Key) == Field.GoalRate) is { } rate) heads.Add(rate);
        return heads;
    }

    /// <summary>Where labels are printed with a colon behind them, what else ends with one is a label too, whatever it asks for.</summary>
    private static void Colons(Piece[] pieces, int from, List<FormWord> words)
    {
        if (words.Count(word => word.Part == Part.Label && word.Key[^1] == ':' && (word.To == pieces.Length || pieces[word.To].LineStart)) < LeastColons) return;
        for (var i = from; i < pieces.Length; i++)
        {
            if (!pieces[i].LineStart || words.Exists(word => word.From <= i && i < word.To)) continue;
            var (to, key) = (i, "");
            while (to < pieces.Length && (to == i || !pieces[to].FlowStart) && key.Length < LongestLabel && !words.Exists(word => word.From == to) && (key.Length == 0 || key[^1] != ':')) key += pieces[to++].Key;
            if (key.Length is > 2 and < LongestLabel && key[^1] == ':' && (to == pieces.Length || pieces[to].LineStart)) words.Add(new FormWord(i, to, key) { Part = Part.Label, Field = Field.Other });
        }
        words.Sort(static (a, b) => a.From.CompareTo(b.From));
    }

    /// <summary>True for the name of a part of the form.</summary>
    private static bool IsBlock(FormWord word) => Labels.Of(word.Key) is { Field: Field.Stub };

    private static void Label(Piece[] pieces, FormWord word)
    {
        var label = Labels.Of(word.Key);
        if (label is { Field: not (Field.Stub or Field.Total) }) (word.Part, word.Field) = (Part.Label, label.Field);
        // A goal without a head for its completion is a label's value; beside goals with heads it names the block.
        else if (Labels.GoalOf(word.Key) == Field.YearGoal && word.Key is not "年度总体目标" || Labels.IsGoalBeyondYear(word.Key)) (word.Part, word.Field) = (Part.Label, Labels.GoalOf(word.Key) ?? Field.Other);
    }

    /// <summary>Points beside each level: the last are the indicator's own.</summary>
    private static void Points(List<FormWord> words)
    {
        var points = words.FindAll(static word => word is { Part: Part.Indicators, Field: Field.Weight });
        var levels = words.Where(static word => word.Part == Part.Indicators && word.Field is Field.Level1 or Field.Level2 or Field.Level3).Select(static word => word.Field).Distinct().Count();
        if (points.Count != levels || levels < 2) return;
        for (var p = 0; p < levels - 1; p++) points[p].PointsOf = p + 1;
    }

    /// <summary>The beginnings of labels that a table beside them breaks over lines (项目资金（万 … 元）), with what they mean, and their ends.</summary>
    public static IEnumerable<(FormWord Word, string End)> Broken(Piece[] pieces, int from, List<FormWord> words)
    {
        for (var i = from; i < pieces.Length; i++)
        {
            var key = pieces[i].Key;
            if (!pieces[i].LineStart || key.Length < 4) continue;
            var own = words.Find(word => word.From <= i && i < word.To);
            if (Levels.IsStartOfName(key) || own is not null && (own.Part != Part.Rest || own.To > i + 1)) continue;
            foreach (var (name, field) in Breakable)
            {
                if (name.Length <= key.Length || !name.StartsWith(key, StringComparison.Ordinal)) continue;
                if (own is null && field != Field.Stub && (i + 1 == pieces.Length || pieces[i + 1].LineStart)) continue;
                yield return (own ?? new FormWord(i, i + 1, key) { Part = field == Field.Stub ? Part.Rest : Part.Label, Field = field }, name[key.Length..]);
            }
        }
    }

    private static readonly (string Name, Field Field)[] Breakable =
        [.. Labels.All.Where(static label => label.Field is Field.Stub or Field.Overview or Field.ProblemsAndImprovements).SelectMany(static label => label.Names.SelectMany(name => (string[])[name.TrimEnd('*'), name.TrimEnd('*') + "(万元)", name.TrimEnd('*') + "(10分)", name.TrimEnd('*') + "(90分)"]).Select(name => (name, label.Field)))];
}

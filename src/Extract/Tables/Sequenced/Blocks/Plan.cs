using Extract.Forms;

namespace Extract.Tables.Sequenced.Blocks;

/// <summary>Words of the form itself found in the text: pieces that head a slot, or label what stands beside a table.</summary>
/// <param name="From">First piece.</param>
/// <param name="To">Behind the last.</param>
/// <param name="Slot">The slot it heads.</param>
internal readonly record struct Sign(int From, int To, int Slot);

/// <summary>The form as its own words draw it: the columns of its tables in their printed order, its labels, and where their words stand.</summary>
internal sealed class Plan
{
    private readonly List<Slot> slots = [new(Part.Rest, Field.Stub, new Column(Field.Stub, false))];
    private readonly Dictionary<int, Sign> signs = [];
    private readonly HashSet<int> across = [];
    private readonly HashSet<int> blank = [];
    private readonly HashSet<int> totals = [];
    private readonly Dictionary<int, int> columnOf = [];
    private int column;
    private int lastLabel = -1;
    private readonly Dictionary<int, RunCell> runs = [];
    private readonly HashSet<string> ends = new(StringComparer.Ordinal);

    /// <summary>So many names of a kind are the form's way to name its indicators.</summary>
    private const int LeastNames = 4;

    private Plan()
    {
    }

    /// <summary>The slot of what belongs to nothing.</summary>
    public const int Rest = 0;

    public IReadOnlyList<Slot> Slots => slots;

    /// <summary>The sign that starts with a piece; null for none.</summary>
    public Sign? At(int piece) => signs.TryGetValue(piece, out var sign) ? sign : null;

    /// <summary>How many rows are printed cell by cell.</summary>
    public int Runs { get; private set; }

    /// <summary>The cell of a row printed cell by cell that a piece belongs to; null where it belongs to none.</summary>
    public RunCell? InRun(int piece) => runs.TryGetValue(piece, out var cell) ? cell : null;

    public IEnumerable<Sign> Signs => signs.Values.OrderBy(static sign => sign.From);

    /// <summary>True for the end of a label that a column beside the table breaks over lines.</summary>
    public bool IsEndOfLabel(string key) => ends.Contains(key) || key.Length > 1 && ends.Any(end => end.StartsWith(key, StringComparison.Ordinal) || end.EndsWith(key, StringComparison.Ordinal));

    /// <summary>True for a column of which nothing but the head is printed: no text follows any of its heads.</summary>
    public bool IsBlank(int slot) => blank.Contains(slot);

    /// <summary>How many rows are named by their levels alone: 预算执行率, with points and nothing else.</summary>
    public int BareRows { get; private set; }

    /// <summary>The slot of a column; -1 where there is none.</summary>
    public int IndexOf(Part part, Field field) => slots.FindIndex(slot => slot.Part == part && slot.Field == field && slot.PointsOf == 0);

    /// <summary>The column that a cell of the total stands under.</summary>
    public int Above(Slot total) => slots.FindIndex(slot => slot.Part == Part.Indicators && slot.Field == total.Field && slot.PointsOf == total.PointsOf);

    /// <summary>True where names open with the codes of a scheme (A, B2, C21, D211): each says by its length which level it names.</summary>
    public bool IsCoded { get; private set; }

    /// <summary>True where names carry their points in brackets: 目标相关性(5分).</summary>
    public bool HavePoints { get; private set; }

    /// <summary>The slot of the level that a code names; -1 where the form has none so deep.</summary>
    public int LevelOf(string code) => IndexOf(Part.Indicators, Field.Level1 + code.Length - 1);

    /// <summary>The deepest level that has a column.</summary>
    public Field Deepest => (Field)Math.Max((int)Field.Level1, slots.Where((slot, s) => !blank.Contains(s) && slot.Part == Part.Indicators && slot.Field is Field.Level2 or Field.Level3 or Field.Level4).Select(static slot => (int)slot.Field).DefaultIfEmpty(0).Max());

    /// <summary>True where the head of a column stands in a run of heads: lines run through its block, sooner than down its column.</summary>
    public bool RunsAcross(int slot) => across.Contains(slot);

    /// <summary>True for the column of a level whose cells are merged over rows.</summary>
    public bool IsMerged(Slot slot) => slot.Part == Part.Indicators && slot.PointsOf == 0 && slot.Field is Field.Level1 or Field.Level2 or Field.Level3 && slot.Field < Deepest;

    /// <summary>True where the words make a form: levels of indicators, and a column that says what became of them.</summary>
    public bool IsForm =>
        slots.Count(static slot => slot.Part == Part.Indicators && slot.PointsOf == 0 && slot.Field is Field.Level1 or Field.Level2 or Field.Level3 or Field.Level4) >= 2
        && slots.Exists(static slot => slot.Part == Part.Indicators && slot.PointsOf == 0 && slot.Field is Field.Target or Field.Actual or Field.Weight or Field.Score);

    /// <summary>Finds the form's words.</summary>
    /// <param name="pieces">The form's text.</param>
    /// <param name="from">The first piece behind its title.</param>
    public static Plan Of(Piece[] pieces, int from)
    {
        var words = FormWords.Find(pieces, from);
        var plan = new Plan();
        var apart = words.Exists(static word => word.Part == Part.Indicators && word.Field == Field.Operator);
        plan.Columns(words, apart);
        foreach (var word in words) plan.Place(word);
        Sign? before = null;
        foreach (var sign in plan.Signs)
        {
            if (before is { } last && last.To == sign.From && last.Slot != sign.Slot && plan.slots[last.Slot].Part == plan.slots[sign.Slot].Part) plan.across.UnionWith([last.Slot, sign.Slot]);
            before = sign;
        }
        var text = pieces.Length - 1;
        while (text >= from && plan.signs.Values.Any(sign => sign.From <= text && text < sign.To)) text--;
        plan.blank.UnionWith(plan.signs.Values.Where(sign => plan.slots[sign.Slot] is { Part: Part.Indicators, Field: Field.Level2 or Field.Level3 or Field.Level4 }).GroupBy(static sign => sign.Slot).Where(group => group.All(sign => sign.From > text)).Select(static group => group.Key));
        plan.IsCoded = Enumerable.Range(from, pieces.Length - from).Count(i => pieces[i].LineStart && Slot.IsCodedStart(pieces[i].Key)) >= LeastNames;
        plan.HavePoints = Enumerable.Range(from, pieces.Length - from).Count(i => i > from && pieces[i].Key.EndsWith("分)", StringComparison.Ordinal) && pieces[i - 1].Key + pieces[i].Key is var name && Levels.PointsIn(name).Length > 0 && !Levels.IsName(Levels.WithoutPoints(name))) >= LeastNames;
        var units = plan.IndexOf(Part.Indicators, Field.Unit) >= 0;
        foreach (var slot in plan.slots) (slot.NamesHavePoints, slot.HasUnitsApart) = (plan.HavePoints, units);
        plan.BareRows = Enumerable.Range(from, pieces.Length - from).Any(i => pieces[i].LineStart && !plan.signs.Values.Any(sign => sign.From <= i && i < sign.To) && (Levels.IsBare(pieces[i].Key) || i + 1 < pieces.Length && pieces[i].Key is "预算执" or "预算执行" && pieces[i + 1].Key is "率" or "行率")) ? 1 : 0;
        foreach (var (word, end) in FormWords.Broken(pieces, from, words))
        {
            if (!plan.signs.ContainsKey(word.From)) plan.Place(word);
            plan.ends.Add(end);
        }
        foreach (var cell in RowRuns.Of(pieces, plan))
        {
            plan.Runs = Math.Max(plan.Runs, cell.Run);
            for (var i = cell.From; i < cell.To; i++) plan.runs[i] = cell;
        }
        return plan;
    }

    /// <summary>Makes the slots: tables first, so that their columns stand together, in the order in which their heads are printed.</summary>
    private void Columns(List<FormWord> words, bool apart)
    {
        if (words.Exists(static word => word.Part == Part.Funds) && !words.Exists(static word => word is { Part: Part.Funds, Field: Field.Source })) Add(Part.Funds, Field.Source, false, 0);
        foreach (var word in words.Where(static word => word.Part is Part.Funds)) AddOnce(word, false);
        // A goal stands left of its completion.
        foreach (var word in words.Where(static word => word.Part is Part.Goals).OrderBy(static word => word.Field == Field.YearGoal ? 0 : word.Field == Field.GoalCompletion ? 1 : 2)) AddOnce(word, false);
        // Levels stand left of all others, each with its points behind it.
        var nested = words.Exists(static word => word.PointsOf > 0);
        foreach (var word in words.Where(word => word.Part is Part.Indicators && (word.PointsOf > 0 || nested && word.Field == Field.Weight || word.Field is Field.Ordinal or Field.Level1 or Field.Level2 or Field.Level3 or Field.Level4)).OrderBy(static word => word.Field == Field.Ordinal ? 0 : word is { PointsOf: 0, Field: Field.Weight } ? 10 : word.PointsOf > 0 ? 2 * word.PointsOf + 1 : 2 * (word.Field - Field.Level1 + 1)))
            AddOnce(word, apart);
        foreach (var word in Ordered(words.FindAll(static word => word.Part is Part.Indicators))) AddOnce(word, apart);
        if (!words.Exists(static word => word is { Part: Part.Total, Field: Field.Total })) return;
        foreach (var points in slots.Where(static slot => slot.Part == Part.Indicators && slot.Field is Field.Weight or Field.Score).OrderBy(static slot => slot.PointsOf == 0 ? 9 : slot.PointsOf).ToList()) Add(Part.Total, points.Field, apart, points.PointsOf);
    }

    /// <summary>
    /// The heads in the order of their columns: that in which they are printed side by side. Where they are printed in several places the usual order
    /// is the better guess, if those that stand together keep it.
    /// </summary>
    private static IEnumerable<FormWord> Ordered(List<FormWord> heads)
    {
        var torn = false;
        for (var k = 1; k < heads.Count; k++)
        {
            if (heads[k].From != heads[k - 1].To) torn = true;
            else if (Rank(heads[k]) < Rank(heads[k - 1])) return heads;
        }
        return torn ? heads.OrderBy(Rank) : heads;
    }

    private static int Rank(FormWord head) => Array.IndexOf(Usual, head.Field) is var rank && rank < 0 ? Usual.Length : rank;

    private static readonly Field[] Usual =
        [Field.Level1, Field.Level2, Field.Level3, Field.Level4, Field.Explanation, Field.Formula, Field.Criterion, Field.Operator, Field.Target, Field.Unit, Field.Actual, Field.Completed, Field.CompletionRate, Field.Weight, Field.Score, Field.Reason];

    private void AddOnce(FormWord word, bool apart)
    {
        if (!slots.Exists(slot => slot.Part == word.Part && slot.Field == word.Field && slot.PointsOf == word.PointsOf)) Add(word.Part, word.Field, apart, word.PointsOf);
    }

    private int Add(Part part, Field field, bool apart, int points)
    {
        slots.Add(new Slot(part, field, new Column(field, apart)) { PointsOf = points });
        return slots.Count - 1;
    }

    /// <summary>Labels that stand one below another, no text between them, are one column: its number.</summary>
    public int ColumnOf(int slot) => columnOf.GetValueOrDefault(slot);

    /// <summary>True for the word of the row of totals.</summary>
    public bool IsTotal(Sign sign) => totals.Contains(sign.From);

    private void Place(FormWord word)
    {
        if (word.Part == Part.Total) totals.Add(word.From);
        var slot = word.Part switch
        {
            Part.Rest or Part.Total => Rest,
            // The amounts of all labels are one slot: which is whose their order says.
            Part.Label when word.Field == Field.Source && IndexOf(Part.Label, Field.Source) is >= 0 and var amounts => amounts,
            Part.Label => Add(Part.Label, word.Field, false, 0),
            _ => slots.FindIndex(own => own.Part == word.Part && own.Field == word.Field && own.PointsOf == word.PointsOf),
        };
        signs[word.From] = new Sign(word.From, word.To, slot);
        if (word.Part != Part.Label) return;
        columnOf[slot] = lastLabel == word.From ? column : ++column;
        lastLabel = word.To;
    }
}

using Extract.Forms.Statutory;
using Extract.Layout.Positioned;
using Extract.Text;

namespace Extract.Tables.Positioned;

/// <summary>
/// Rows where no rule says: a line with figures starts a row; a line of words alone goes on with the row it wraps from, stands with the row
/// it heads, or is a row of its own. Wrapping is known by the wrapping test: the next line's first word would not have fitted.
/// </summary>
internal sealed class TextRows
{
    /// <summary>Lines whose middles are closer than this, in their type's size, stand side by side: text lines are set further apart.</summary>
    private const double Beside = 0.85;

    private readonly ColumnInk columns;
    private readonly List<Dictionary<int, List<Word>>> fills;
    private readonly List<TextLine> lines;
    private readonly bool[] anchors;

    /// <summary>Less white than this is between wrapped lines: half way from the least to the usual.</summary>
    private readonly double tight;

    /// <summary>Lines are set in two ways: tightly inside rows, further apart between them.</summary>
    private readonly bool spread;

    private bool? full;
    private bool? foot;

    public TextRows(IReadOnlyList<TextLine> lines, ColumnInk columns)
    {
        this.lines = [.. lines];
        this.columns = columns;
        fills = [.. lines.Select(columns.Fill)];
        anchors = new bool[lines.Count];
        for (var i = 0; i < anchors.Length; i++) anchors[i] = HasValue(fills[i]);
        if (!Array.Exists(anchors, static anchor => anchor)) AnchorWords();
        var gaps = Enumerable.Range(FirstAnchor + 1, Math.Max(0, lines.Count - 1 - FirstAnchor)).Select(i => Gap(i - 1, i)).Order().ToList();
        if (gaps.Count == 0) return;
        tight = gaps[0] + 0.5 * (gaps[gaps.Count * 3 / 4] - gaps[0]);
        spread = gaps[gaps.Count * 3 / 4] - gaps[0] > 0.08 * lines[0].Size;
    }

    /// <summary>The first line that starts a row of the body; the count of lines where none does.</summary>
    public int FirstAnchor => Array.IndexOf(anchors, true) is var at && at < 0 ? lines.Count : at;

    /// <summary>The first line of the body: above the first line with a figure, where its row's words begin above it.</summary>
    public int BodyStart => FirstAnchor - (Centred() is { } above ? above[0] : FirstAnchor > 0 && IsBetween(FirstAnchor - 1) ? 1 : 0);

    /// <summary>Lines of the body as rows, from <paramref name="from"/> on.</summary>
    public List<List<TextLine>> Body(int from)
    {
        if (Centred() is { } above && from <= BodyStart) return About(above, from);
        var rows = new List<List<TextLine>>();
        var pending = false;
        for (var i = from; i < lines.Count; i++)
        {
            if (IsBetween(i))
            {
                rows.Add(lines.GetRange(i, 3));
                (i, pending) = (i + 2, false);
                continue;
            }
            var joins = rows.Count > 0 && (pending || IsBeside(i - 1, i) || !anchors[i] && GoesOn(i));
            pending = !anchors[i] && !joins && Heads(i);
            if (joins && anchors[i] && anchors[i - 1] && !IsBeside(i - 1, i)) joins = false;
            if (joins) rows[^1].Add(lines[i]);
            else rows.Add([lines[i]]);
        }
        return rows;
    }

    /// <summary>
    /// Rows whose figures stand at the middle of their wrapped words: as many lines above the line of figures as below it. From the last row
    /// upward the lines between two rows are then the lower half of one and the upper half of the other. Null where that does not come out,
    /// or where no figures stand between two lines of words.
    /// </summary>
    private List<int>? Centred()
    {
        var at = Enumerable.Range(0, lines.Count).Where(i => anchors[i]).ToList();
        if (at.Count < 2) return null;
        var above = new int[at.Count];
        var below = lines.Count - 1 - at[^1];
        var between = false;
        for (var r = at.Count - 1; r >= 0; r--)
        {
            above[r] = below;
            var room = r == 0 ? at[0] : at[r] - at[r - 1] - 1;
            if (below > 3 || below > room) return null;
            if (!IsOne(at[r] - below, at[r] + below)) return null;
            between |= below > 0 && fills[at[r] - 1].Keys.Any(column => !fills[at[r]].ContainsKey(column) && fills[at[r] + 1].ContainsKey(column));
            below = room - below;
        }
        return between ? [.. above] : null;
    }

    /// <summary>A line of words, a line of figures without words in that column, and the rest of the words: one row.</summary>
    private bool IsBetween(int i)
    {
        if (i + 2 >= lines.Count || anchors[i] || !anchors[i + 1] || anchors[i + 2] || fills[i].Count != 1 || fills[i + 2].Count != 1) return false;
        var column = fills[i].Keys.First();
        return !fills[i + 1].ContainsKey(column) && Gap(i, i + 1) < 0.9 * lines[i].Size && Gap(i + 1, i + 2) < 0.9 * lines[i].Size && Wraps(fills[i], fills[i + 2], column);
    }

    /// <summary>True where every line of words but the last in each column of the lines was full.</summary>
    private bool IsOne(int first, int last)
    {
        for (var i = first; i < last; i++)
            foreach (var column in fills[i].Keys)
            {
                var next = Enumerable.Range(i + 1, last - i).FirstOrDefault(k => fills[k].ContainsKey(column), -1);
                if (next > 0 && !Wraps(fills[i], fills[next], column)) return false;
            }
        return true;
    }

    /// <summary>The rows about their lines of figures; lines above the first are rows of their own.</summary>
    private List<List<TextLine>> About(List<int> above, int from)
    {
        var rows = Enumerable.Range(from, BodyStart - from).Select(i => new List<TextLine> { lines[i] }).ToList();
        var at = BodyStart;
        foreach (var half in above)
        {
            rows.Add([.. lines.Skip(at).Take(2 * half + 1)]);
            at += 2 * half + 1;
        }
        return rows;
    }

    private static bool HasValue(Dictionary<int, List<Word>> fill) =>
        fill.Any(static pair => pair.Key > 0 && Values.IsValue(string.Join(' ', pair.Value.Select(static word => word.Text))));

    /// <summary>Without figures a row starts where the first column is filled beside another, or where the line before stands further off than usual.</summary>
    private void AnchorWords()
    {
        var pitches = Enumerable.Range(1, Math.Max(0, lines.Count - 1)).Select(i => lines[i].Box.CentreY - lines[i - 1].Box.CentreY).Order().ToList();
        var tight = pitches.Count == 0 ? 0 : pitches[0];
        var loose = pitches.Count > 1 && pitches[^1] > 1.3 * tight;
        for (var i = 0; i < lines.Count; i++)
        {
            var apart = i == 0 || lines[i].Box.CentreY - lines[i - 1].Box.CentreY > 1.2 * tight;
            anchors[i] = loose && columns.Count < 4 ? apart : fills[i].ContainsKey(0) && fills[i].Count > 1;
        }
    }

    private bool IsBeside(int a, int b) =>
        lines[b].Box.CentreY - lines[a].Box.CentreY < Beside * Math.Min(lines[a].Size, lines[b].Size) && !fills[a].Keys.Any(fills[b].ContainsKey);

    /// <summary>
    /// A line of words goes on with the row above it where nothing but its cells' text can stand there: it is set as tightly as wrapped lines
    /// are and looser lines show that rows are further apart; or, where all lines are set alike, its cell was full and it begins as no label does.
    /// </summary>
    private bool GoesOn(int i)
    {
        if (i == 0 || Gap(i - 1, i) > 0.9 * lines[i].Size || fills[i].Values.Any(static words => IsNumbered(words[0].Text))) return false;
        var wraps = fills[i].All(pair => Above(i, pair.Key) is { } line && Wraps(line, fills[i], pair.Key));
        if (!fills[i].TryGetValue(0, out var label)) return Gap(i - 1, i) <= 1.3 * (i + 1 < lines.Count ? Gap(i, i + 1) : double.PositiveInfinity) || wraps;
        if (AreFull && fills[i].Count == 1) return wraps;
        if (spread) return IsTight(i) && (wraps || fills[i].Count == 1 && fills[i - 1].ContainsKey(0));
        return char.IsLower(label[0].Text[0]) && (wraps || fills[i].Count == 1);
    }

    /// <summary>A line of words alone is the beginning of the row below it.</summary>
    private bool Heads(int i)
    {
        if (i + 1 >= lines.Count || Gap(i, i + 1) > 0.6 * lines[i].Size || !fills[i].ContainsKey(0) || fills[i].Count > 1) return false;
        if (!fills[i + 1].TryGetValue(0, out var label) || !Wraps(fills[i], fills[i + 1], 0)) return false;
        return spread ? IsTight(i + 1) : char.IsLower(label[0].Text[0]) || AtFoot;
    }

    /// <summary>
    /// Cells are set to the foot of their rows: again and again a label that fills its column stands alone, and what is left of it beside the
    /// figures below; no label alone does not fill its line.
    /// </summary>
    private bool AtFoot => foot ??= IsSetToFoot();

    private bool IsSetToFoot()
    {
        var heads = 0;
        for (var i = FirstAnchor; i < lines.Count; i++)
        {
            if (anchors[i] || fills[i].Count != 1 || !fills[i].TryGetValue(0, out var label)) continue;
            if (i + 1 == lines.Count || !fills[i + 1].ContainsKey(0) || label.Max(static word => word.Box.Right) < columns[0].Right - 0.45 * lines[i].Size) return false;
            heads++;
        }
        return heads > 1 && !AreFull;
    }

    /// <summary>
    /// Labels wrap though all lines are set alike: every label that fills its column's width is followed by a line of words alone, and every
    /// such line by nothing but a full one.
    /// </summary>
    private bool AreFull => full ??= FillsItsColumn();

    private bool FillsItsColumn()
    {
        var rests = 0;
        for (var i = FirstAnchor; i + 1 < lines.Count; i++)
        {
            if (!fills[i].TryGetValue(0, out var label)) continue;
            var isFull = label.Max(static word => word.Box.Right) > columns[0].Right - 0.45 * lines[i].Size;
            var goesOn = !anchors[i + 1] && fills[i + 1].Count == 1 && fills[i + 1].ContainsKey(0);
            if (isFull != goesOn) return false;
            if (goesOn) rests++;
        }
        return rests > 1;
    }

    /// <summary>一、 （二） 3.: an item begins, and nothing goes on.</summary>
    private static bool IsNumbered(string text)
    {
        RowNames.Clean(text, out var level, out _);
        return level > 0;
    }

    private bool IsTight(int i) => Gap(i - 1, i) < tight;

    private double Gap(int a, int b) => lines[b].Box.Top - lines[a].Box.Bottom;

    /// <summary>The nearest filling of the column above the line, at most two lines up.</summary>
    private Dictionary<int, List<Word>>? Above(int i, int column)
    {
        for (var up = i - 1; up >= Math.Max(0, i - 2); up--)
            if (fills[up].ContainsKey(column)) return fills[up];
        return null;
    }

    /// <summary>The wrapping test in one column.</summary>
    private bool Wraps(Dictionary<int, List<Word>> first, Dictionary<int, List<Word>> second, int column)
    {
        if (!first.TryGetValue(column, out var above) || !second.TryGetValue(column, out var below)) return false;
        var size = above[0].Size;
        var word = below[0];
        var wide = Characters.IsWide(word.Text[0]);
        var needed = wide ? size * 0.9 : word.Box.Right - word.Box.Left + 0.2 * size;
        return above.Max(static w => w.Box.Right) + needed > columns[column].Right - 0.1 * size;
    }
}

using Extract.Forms;
using Extract.Text;

namespace Extract.Tables.Sequenced;

/// <summary>A line of a name: which line it is on, its atoms, its display columns, and those of the first of it that no line can be broken inside.</summary>
internal readonly record struct NameLine(int Line, int From, int To, int Width, int Unit);

/// <summary>The words of a row: level names put together from their pieces, and the lines of the name.</summary>
internal sealed record RowText(double Cost, List<NameLine> NameLines, List<Stretch> Stretches)
{
    public int NamesBefore(int anchor)
    {
        var count = 0;
        while (count < NameLines.Count && NameLines[count].Line < anchor) count++;
        return count;
    }

    public int NamesBehind(int anchor)
    {
        var count = 0;
        while (count < NameLines.Count && NameLines[^(count + 1)].Line > anchor) count++;
        return count;
    }

    public bool HasNameOn(int anchor) => NamesBefore(anchor) + NamesBehind(anchor) < NameLines.Count;
}

/// <summary>
/// Reads the words of the lines a row takes. A line may begin with a piece of the first level's name and one of the second's; the pieces of
/// the lines in order must make whole names. The reading with the fewest loose ends wins; readings are kept, as divisions ask again.
/// </summary>
internal sealed class RowTexts(AtomStream stream, List<TailedLine> lines, Column[] columns, int name)
{
    private static readonly string[] Firsts = [.. Levels.FirstNames];
    private static readonly string[] Seconds = [.. Levels.SecondNames];

    private readonly int level1 = Array.FindIndex(columns, static c => c.Field == Field.Level1);
    private readonly int level2 = Array.FindIndex(columns, static c => c.Field == Field.Level2);
    /// <summary>True where the form writes its level names in full: a name without 指标 is then a piece of one.</summary>
    private readonly bool suffixed = lines.Exists(line => Levels.IsName(stream.KeyOf(line.From, line.From + 1)) && stream.KeyOf(line.From, line.From + 1).EndsWith("指标"));
    private readonly Dictionary<(int, int), RowText> kept = [];
    private readonly List<(int Line, int Pieces)> path = [];
    private RowText? best;

    /// <summary>The words of the lines of a range, for the row of a number.</summary>
    public RowText Of(int row, int from, int to)
    {
        if (kept.TryGetValue((from, to), out var known)) return known;
        best = null;
        path.Clear();
        Search(row, from, from, to, "", "");
        return kept[(from, to)] = best ?? new RowText(20, [], []);
    }

    /// <summary>Columns of what a line cannot be broken inside, at the start of an atom: a wide character or a word, and the marks that cling to it.</summary>
    public static int Unit(AtomStream stream, int atom)
    {
        var text = stream.KeyOf(atom, atom + 1);
        if (text.IsEmpty) return 0;
        var end = 1;
        if (!Characters.IsWide(text[0]) && text[0] < '\u2E80' && text[0] is not '(')
            while (end < text.Length && text[end] < '\u2E80' && text[end] is not (',' or ';' or ':' or ')' or '(')) end++;
        if (text[0] is '(' && text.Length > 1)
        {
            end = 2;
            while (end < text.Length && char.IsAsciiDigit(text[end]) && char.IsAsciiDigit(text[end - 1])) end++;
        }
        while (end < text.Length && Column.IsContinuing(text[end])) end++;
        var width = 0;
        foreach (var c in text[..end]) width += c is ',' or ';' or ':' or ')' or '(' ? 2 : DisplayWidth.Of(c);
        return width;
    }

    /// <summary>Takes pieces of level names off the lines one after another; pieces: bit 0 of the first level, bit 1 of the second.</summary>
    private void Search(int row, int line, int from, int to, string first, string second)
    {
        if (line == to)
        {
            Judge(row, from, first, second);
            return;
        }
        var (a, tail) = (lines[line].From, lines[line].Tail);
        for (var pieces = level1 < 0 ? 0 : 3; pieces >= 0; pieces--)
        {
            var (f, s, at) = (first, second, a);
            if ((pieces & 1) != 0)
            {
                if (at >= tail) continue;
                f += stream.KeyOf(at, ++at).ToString();
                if (!IsStart(f, Firsts)) continue;
            }
            if ((pieces & 2) != 0)
            {
                if (at >= tail) continue;
                s += stream.KeyOf(at, ++at).ToString();
                if (!IsStart(s, Seconds)) continue;
            }
            path.Add((line, pieces));
            Search(row, line + 1, from, to, f, s);
            path.RemoveAt(path.Count - 1);
        }
    }

    private static bool IsStart(string piece, string[] names)
    {
        foreach (var whole in names)
            if (whole.StartsWith(piece, StringComparison.Ordinal)) return true;
        return false;
    }

    private void Judge(int row, int from, string first, string second)
    {
        var cost = LevelCost(row, first, second);
        if (best is not null && cost >= best.Cost) return;
        var names = new List<NameLine>();
        var key = "";
        for (var i = 0; i < path.Count; i++)
        {
            var (line, pieces) = path[i];
            var at = lines[line].From + (pieces & 1) + (pieces >> 1);
            if (at >= lines[line].Tail) continue;
            cost += LooksLikeLevel(line, at, names.Count > 0 || i + 1 < path.Count);
            names.Add(new NameLine(line, at, lines[line].Tail, stream.WidthOf(at, lines[line].Tail), Unit(stream, at)));
            key += stream.KeyOf(at, lines[line].Tail).ToString();
            for (var atom = at; atom < lines[line].Tail; atom++)
                if (stream.KeyOf(atom, atom + 1) is var own && (own.IndexOfAny('≥', '≤') >= 0 || own is "定性" or "定" || Column.IsScale(own))) cost += 9;
        }
        cost += names.Count == 0 ? 8 : columns[name].Emit(key);
        if (best is not null && cost >= best.Cost) return;
        best = new RowText(cost, names, Stretches(names));
    }

    /// <summary>What it costs that a line left to the name starts as level names do, or goes on as they do.</summary>
    private double LooksLikeLevel(int line, int at, bool others)
    {
        if (level1 < 0) return 0;
        var opening = stream.KeyOf(at, at + 1);
        var alone = at + 1 == lines[line].Tail;
        if (Levels.IsName(opening)) return !alone || path.Count > 1 && !lines[line].IsAnchor ? 3 : others && lines[line].IsAnchor ? 1.5 : 0;
        if (opening.Length > 2 && Levels.IsStartOfName(opening)) return !alone ? 2.5 : lines[line].IsAnchor ? 0 : 2;
        if (opening.EndsWith('标') && opening.Length < 6)
            foreach (var whole in Seconds)
                if (whole.AsSpan().EndsWith(opening)) return 2;
        return 0;
    }

    private double LevelCost(int row, string first, string second)
    {
        if (level1 < 0) return 0;
        var cost = 0.0;
        if (first.Length > 0) cost += !Levels.FirstNames.Contains(first) ? 7 : suffixed && !first.EndsWith("指标", StringComparison.Ordinal) && Levels.FirstNames.Contains(first + "指标") ? 6 : Levels.IsUsualFirst(first) ? 0 : 1.5;
        else if (row == 0) cost += 5;
        if (second.Length > 0) cost += Levels.SecondNames.Contains(second) ? second.EndsWith("指标", StringComparison.Ordinal) ? 0 : suffixed ? 6 : 0.6 : 7;
        else if (level2 >= 0 && (row == 0 || first.Length > 0)) cost += 4;
        return cost;
    }

    private List<Stretch> Stretches(List<NameLine> names)
    {
        var stretches = names.Select(n => new Stretch(0, name, n.From, n.To)).ToList();
        foreach (var (line, pieces) in path)
        {
            var at = lines[line].From;
            if ((pieces & 1) != 0) stretches.Add(new Stretch(0, level1, at, ++at));
            if ((pieces & 2) != 0) stretches.Add(new Stretch(0, level2, at, at + 1));
        }
        return stretches;
    }
}

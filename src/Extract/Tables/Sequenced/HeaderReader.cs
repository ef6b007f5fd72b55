using System.Collections.Frozen;
using Extract.Forms;

namespace Extract.Tables.Sequenced;

/// <summary>A head of a column: what it means, and the atoms that print it (not always next to each other).</summary>
internal sealed record Head(Field Field, List<int> Atoms);

/// <summary>
/// Reads the header of a table from broken text by a beam search over its atoms (Viterbi, 1967, with a beam). Heads are words of the form,
/// wrapped over lines and torn apart by other heads or by a page: 指 / 标 / 完成值 … 值, or above the cut the first lines of all heads and
/// below it their rests in the same order. Each atom opens a head, goes on with one, or is a piece of the label beside the table; going on
/// with a head that others interrupted costs, more so out of the order of columns. The reading whose whole heads explain the most characters wins.
/// </summary>
internal sealed class HeaderReader
{
    private const int MostAtoms = 60;
    private const int MostHeads = 20;
    private const int BeamWidth = 48;

    /// <summary>The longest piece that goes on with a head other heads stand before.</summary>
    private const int LongestPiece = 6;

    private static readonly string[] Stubs = ["预算执行情况(分)", "绩效指标(分)", "绩效指标完成情况(分)", "项目资金(万元)"];

    private static readonly Field[] Usual =
        [Field.Level1, Field.Level2, Field.Level3, Field.Level4, Field.Operator, Field.Target, Field.Actual, Field.Score, Field.Reason];

    private readonly AtomStream stream;
    private readonly HeadWordTree tree;
    private readonly int opened;
    private State? best;
    private double bestScore;

    /// <summary>A reading of the atoms so far.</summary>
    /// <param name="Before">The reading without its last atom.</param>
    /// <param name="Atom">Its last atom.</param>
    /// <param name="Head">The head that atom is part of; -1 for the label beside the table.</param>
    /// <param name="Last">The head touched last.</param>
    /// <param name="Resumed">The interrupted head gone on with last.</param>
    /// <param name="Nodes">Where each head has got to in the tree of words.</param>
    /// <param name="Score">Twice the characters explained, less what the way to them cost.</param>
    private sealed record State(State? Before, int Atom, int Head, int Last, int Resumed, int[] Nodes, double Score);

    private HeaderReader(AtomStream stream, HeadWordTree tree, int opened) => (this.stream, this.tree, this.opened) = (stream, tree, opened);

    /// <summary>The heads that start at an atom, in the order of their columns, and where the header ends; no heads where there is no header.</summary>
    public static (List<Head> Heads, int End) Read(AtomStream stream, int from, int to, FrozenDictionary<string, Field> words) =>
        Read(stream, from, to, words, from);

    /// <summary>The same, where pieces of taller heads may stand on the lines before <paramref name="opened"/>, the first whole head.</summary>
    public static (List<Head> Heads, int End) Read(AtomStream stream, int from, int to, FrozenDictionary<string, Field> words, int opened)
    {
        to = Math.Min(to, from + MostAtoms);
        var below = SubHeads.Find(stream, from, to);
        var reader = new HeaderReader(stream, HeadWordTree.Of(words), opened);
        reader.Search(from, below);
        if (reader.best is not { } best) return ([], from);
        var heads = Order(reader.HeadsOf(best));
        return best.Atom + 1 == below ? SubHeads.Below(stream, heads, below, to) : (heads, best.Atom + 1);
    }

    /// <summary>True for a piece of the label beside the table, printed between its heads: 情况（10, 分）, （90分）.</summary>
    internal static bool IsStubPiece(ReadOnlySpan<char> key)
    {
        if (key.Length is < 2 or > 8 || key.IndexOfAny('(', ')') < 0 && !key.SequenceEqual("情况")) return false;
        Span<char> bare = stackalloc char[8];
        var length = 0;
        foreach (var c in key)
            if (!char.IsAsciiDigit(c)) bare[length++] = c;
        foreach (var stub in Stubs)
            if (stub.AsSpan().Contains(bare[..length], StringComparison.Ordinal)) return true;
        return false;
    }

    /// <summary>True for an atom of the block's own points: (90分), or (90 and 分) apart.</summary>
    internal static bool IsPieceOfPoints(string text) =>
        text.Any(char.IsAsciiDigit) && text.All(static c => c is '（' or '(' or '分' or '）' or ')' || char.IsAsciiDigit(c)) || text is "分）" or "分)";

    private void Search(int from, int to)
    {
        List<State> beam = [new State(null, from - 1, -1, -1, -1, [], 0)];
        for (var i = from; i < to && beam.Count > 0; i++)
        {
            var next = new List<State>();
            foreach (var state in beam)
                if (!IsBody(state, i)) Extend(state, i, next);
            next.Sort(static (a, b) => b.Score.CompareTo(a.Score));
            beam = Prune(next);
            foreach (var state in beam) Judge(state);
        }
    }

    private static List<State> Prune(List<State> sorted)
    {
        var kept = new List<State>(Math.Min(BeamWidth, sorted.Count));
        foreach (var state in sorted)
        {
            if (kept.Count == BeamWidth) break;
            if (!kept.Exists(other => other.Last == state.Last && other.Resumed == state.Resumed && other.Nodes.AsSpan().SequenceEqual(state.Nodes))) kept.Add(state);
        }
        return kept;
    }

    private void Extend(State state, int i, List<State> into)
    {
        var key = stream.KeyOf(i, i + 1);
        if (key.IsEmpty)
        {
            // An empty cell between heads belongs to none.
            into.Add(state with { Before = state, Atom = i, Head = -1 });
            return;
        }
        var node = tree.Walk(HeadWordTree.Root, key);
        if (node != HeadWordTree.None && state.Nodes.Length < MostHeads)
            into.Add(new State(state, i, state.Nodes.Length, state.Nodes.Length, state.Resumed, [.. state.Nodes, node], state.Score + 2 * key.Length - (i < opened && IsWhole(node) ? 6 : 0)));
        for (var h = 0; h < state.Nodes.Length; h++)
        {
            var on = tree.Walk(state.Nodes[h], key);
            if (on == HeadWordTree.None) continue;
            var adjacent = h == state.Last;
            if (!adjacent && (key.Length > LongestPiece || i >= opened && key.Length >= 4 && IsWhole(node))) continue;
            var nodes = (int[])state.Nodes.Clone();
            nodes[h] = on;
            into.Add(new State(state, i, h, h, adjacent ? state.Resumed : h, nodes, state.Score + 2 * key.Length - (adjacent ? 0 : Interrupted(state, h, i))));
        }
        if (IsStubPiece(key)) into.Add(state with { Before = state, Atom = i, Head = -1, Score = state.Score + key.Length });
    }

    /// <summary>True for a word that no longer word begins with: what it starts is itself.</summary>
    private bool IsWhole(int node) => node != HeadWordTree.None && tree.FieldOf(node) is not null && !tree.OpensLonger(node);

    /// <summary>Rests of heads come in the order of columns, and from the left again on a new line.</summary>
    private double Interrupted(State state, int head, int i) => head > state.Resumed ? 0.9 : stream[i].LineStart ? 1.5 : 4;

    /// <summary>Values and names of the body: a header does not go on with them.</summary>
    private bool IsBody(State state, int i)
    {
        var key = stream.KeyOf(i, i + 1);
        if (key.IsEmpty) return !stream[i].Mark;
        if (char.IsAsciiDigit(key[0]) && state.Nodes.Length > 0) return true;
        // A level's head again is the header of the next page.
        var node = tree.Walk(HeadWordTree.Root, key);
        if (node != HeadWordTree.None && tree.FieldOf(node) is { } word)
            return word == Field.Level1 && Array.Exists(state.Nodes, n => tree.FieldOf(n) == Field.Level1);
        return state.Nodes.Length > 2 && (Levels.FirstNames.GetAlternateLookup<ReadOnlySpan<char>>().Contains(key) && (node == HeadWordTree.None || !tree.IsGroup(node)) || FundSources.IsSource(key));
    }

    /// <summary>Keeps a reading whose heads are all whole, if it explains more than the best so far.</summary>
    private void Judge(State state)
    {
        if (state.Head < 0 && state.Score <= bestScore) return;
        foreach (var node in state.Nodes)
            if (!tree.IsWord(node)) return;
        var heads = HeadsOf(state);
        var score = state.Score - 20 * Repeated(heads) - 4 * Inversions(Order(heads));
        if (score > bestScore) (best, bestScore) = (state, score);
    }

    private List<Head> HeadsOf(State state)
    {
        var atoms = new List<int>[state.Nodes.Length];
        var others = new List<Head>();
        for (var s = state; s.Before is not null; s = s.Before)
        {
            if (s.Head >= 0) (atoms[s.Head] ??= []).Insert(0, s.Atom);
            else if (!stream.KeyOf(s.Atom, s.Atom + 1).IsEmpty) others.Add(new Head(Field.Other, [s.Atom]));
        }
        var target = Array.FindIndex(state.Nodes, n => tree.FieldOf(n) == Field.Target && !tree.IsGroup(n)) >= 0;
        var heads = new List<Head>(atoms.Length + others.Count);
        for (var h = 0; h < atoms.Length; h++)
        {
            var field = tree.FieldOf(state.Nodes[h]);
            // 年度指标值 heads a group where a column of its own heads the target, and is the target elsewhere.
            heads.Add(new Head(field is null || target && tree.IsGroup(state.Nodes[h]) ? Field.Stub : field.Value, atoms[h]));
        }
        heads.AddRange(others);
        return heads;
    }

    /// <summary>Columns in an order that no form prints: names before the operator, it before the target, the target before the actual value; nothing before the first level.</summary>
    private static int Inversions(List<Head> ordered)
    {
        var count = Math.Max(0, ordered.FindIndex(static head => head.Field == Field.Level1) - ordered.Count(static head => head.Field is Field.Other or Field.Ordinal));
        var last = -1;
        foreach (var head in ordered)
        {
            var rank = Array.IndexOf(Usual, head.Field);
            if (rank < 0) continue;
            if (rank < last) count++;
            last = rank;
        }
        return count;
    }

    /// <summary>How many heads mean what another one means; points may stand beside each level.</summary>
    private static int Repeated(List<Head> heads)
    {
        var ordered = heads.OrderBy(static head => head.Atoms[0]).ToList();
        var own = Enumerable.Range(0, ordered.Count).Where(i => ordered[i].Field is not (Field.Stub or Field.Other) && !(i > 0 && ordered[i].Field == Field.Weight && IsLevel(ordered[i - 1].Field)));
        return own.GroupBy(i => ordered[i].Field).Sum(static same => same.Count() * (same.Count() - 1) / 2);
    }

    /// <summary>True for the name of a level.</summary>
    internal static bool IsLevel(Field field) => field is Field.Level1 or Field.Level2 or Field.Level3 or Field.Level4;

    /// <summary>
    /// Columns stand where their heads start. Where a page cuts wrapped heads, the first lines of some stand alone before all whole heads:
    /// columns then stand where the rests of their heads do, which is the order below the cut.
    /// </summary>
    private static List<Head> Order(List<Head> heads)
    {
        var started = Grouped([.. heads.OrderBy(static head => head.Atoms[0])]);
        if (Inversions(started) == 0) return started;
        var ended = Grouped([.. heads.OrderBy(static head => Rest(head.Atoms))]);
        return Inversions(ended) < Inversions(started) ? ended : started;
    }

    /// <summary>Where the last unbroken piece of a head starts.</summary>
    private static int Rest(List<int> atoms)
    {
        var k = atoms.Count - 1;
        while (k > 0 && atoms[k - 1] == atoms[k] - 1) k--;
        return atoms[k];
    }

    /// <summary>The members of a group stand where the group's head does.</summary>
    private static List<Head> Grouped(List<Head> ordered)
    {
        var group = ordered.FindIndex(static head => head.Field == Field.Stub);
        if (group < 0) return ordered;
        var members = ordered.Where(static head => HeaderWords.GroupMembers.Contains(head.Field)).ToList();
        if (members.Count < 2 || group < ordered.FindIndex(static head => head.Field == Field.Level1))
        {
            // A group's word without members, or before the names, is a label of the table.
            ordered[group] = new Head(Field.Other, ordered[group].Atoms);
            return ordered;
        }
        ordered.RemoveAll(members.Contains);
        group = ordered.FindIndex(static head => head.Field == Field.Stub);
        var atoms = ordered[group].Atoms;
        ordered.RemoveAt(group);
        // The group's own words are printed with its first member.
        members[0] = new Head(members[0].Field, [.. atoms, .. members[0].Atoms]);
        ordered.InsertRange(group, members);
        return ordered;
    }
}

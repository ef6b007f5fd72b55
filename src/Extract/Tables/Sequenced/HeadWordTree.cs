using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using Extract.Forms;

namespace Extract.Tables.Sequenced;

/// <summary>The words of headers as a tree of characters, for reading them piece by piece.</summary>
internal sealed class HeadWordTree
{
    /// <summary>Where every word begins.</summary>
    public const int Root = 0;

    /// <summary>What no word begins with.</summary>
    public const int None = -1;

    private static readonly ConditionalWeakTable<FrozenDictionary<string, Field>, HeadWordTree> Trees = [];

    private readonly Dictionary<(int Node, char Next), int> steps = [];
    private readonly List<Entry> entries = [new Entry(0, null, false)];

    private readonly record struct Entry(int Depth, Field? Field, bool IsGroup, bool OpensLonger = false);

    private HeadWordTree(FrozenDictionary<string, Field> words)
    {
        foreach (var (word, field) in words) Grow(word, entry => entry with { Field = field });
        foreach (var word in HeaderWords.Groups) Grow(word, static entry => entry with { IsGroup = true });
    }

    /// <summary>The tree of a table's words and of the words that head groups.</summary>
    public static HeadWordTree Of(FrozenDictionary<string, Field> words) => Trees.GetValue(words, static w => new HeadWordTree(w));

    /// <summary>Where these characters lead from a node; <see cref="None"/> where no word goes on so.</summary>
    public int Walk(int node, ReadOnlySpan<char> piece)
    {
        foreach (var c in piece)
            if (!steps.TryGetValue((node, c), out node)) return None;
        return node;
    }

    /// <summary>Characters read so far.</summary>
    public int Depth(int node) => entries[node].Depth;

    /// <summary>What the characters read so far mean as a head; null where they are none.</summary>
    public Field? FieldOf(int node) => entries[node].Field;

    /// <summary>True where the characters read so far head a group of columns.</summary>
    public bool IsGroup(int node) => entries[node].IsGroup;

    /// <summary>True where they are a whole word.</summary>
    public bool IsWord(int node) => entries[node].Field is not null || entries[node].IsGroup;

    /// <summary>True where a longer word of columns goes on; a bracket behind a word (执行率(%)) does not make it another.</summary>
    public bool OpensLonger(int node) => entries[node].OpensLonger;

    private void Grow(string word, Func<Entry, Entry> mark)
    {
        var node = Root;
        foreach (var c in word)
        {
            if (c != '(') entries[node] = entries[node] with { OpensLonger = true };
            if (!steps.TryGetValue((node, c), out var next))
            {
                next = entries.Count;
                entries.Add(new Entry(entries[node].Depth + 1, null, false));
                steps.Add((node, c), next);
            }
            node = next;
        }
        entries[node] = mark(entries[node]);
    }
}

using System.Collections.Immutable;
using System.Text;
using Extract.Text;

namespace Extract.Tables.Sequenced;

/// <summary>The smallest piece of broken text that goes to one cell whole: characters between spaces, with the breaks before it.</summary>
/// <param name="Run">The run it stands in.</param>
/// <param name="Start">Where it starts in the run.</param>
/// <param name="Length">How long it is; 0 for an empty marked cell.</param>
/// <param name="Width">Its display columns.</param>
/// <param name="Line">Counts the lines of the stream.</param>
/// <param name="LineStart">True for the first of its line.</param>
/// <param name="PageStart">True where a page begins with it.</param>
/// <param name="Gap">Blank lines before it beyond the usual.</param>
/// <param name="Mark">True where a cell mark stands before it.</param>
internal readonly record struct Atom(Run Run, int Start, int Length, int Width, int Line, bool LineStart, bool PageStart, int Gap, bool Mark);

/// <summary>The atoms of a region in order, and their characters without white space, folded, as one string.</summary>
internal sealed class AtomStream
{
    private readonly Atom[] atoms;
    private readonly int[] offsets;
    private readonly int[] widths;

    public AtomStream(IReadOnlyList<Atom> atoms)
    {
        this.atoms = [.. atoms];
        offsets = new int[this.atoms.Length + 1];
        widths = new int[this.atoms.Length + 1];
        var key = new StringBuilder();
        for (var i = 0; i < this.atoms.Length; i++)
        {
            offsets[i] = key.Length;
            var atom = this.atoms[i];
            foreach (var c in atom.Run.Text.AsSpan(atom.Start, atom.Length))
                if (!Characters.IsSpace(c)) key.Append(Characters.Fold(c));
            widths[i + 1] = widths[i] + atom.Width;
        }
        offsets[^1] = key.Length;
        Key = key.ToString();
    }

    /// <summary>How many atoms there are.</summary>
    public int Count => atoms.Length;

    /// <summary>All characters, as compared.</summary>
    public string Key { get; }

    public ref readonly Atom this[int index] => ref atoms[index];

    /// <summary>The characters of the atoms from <paramref name="from"/> up to <paramref name="to"/>, as compared.</summary>
    public ReadOnlySpan<char> KeyOf(int from, int to) => Key.AsSpan(offsets[from], offsets[to] - offsets[from]);

    /// <summary>Where an atom's characters start in <see cref="Key"/>.</summary>
    public int OffsetOf(int atom) => offsets[atom];

    /// <summary>The atom that holds a character of <see cref="Key"/>.</summary>
    public int AtomAt(int offset)
    {
        var found = Array.BinarySearch(offsets, offset);
        if (found < 0) return ~found - 1;
        // Empty cells share their offset with the atom behind them.
        while (found + 1 < offsets.Length && offsets[found + 1] == offset) found++;
        return found;
    }

    /// <summary>Where an atom stands on its sheet.</summary>
    public Box BoxOf(int atom) => atoms[atom].Run.Slice(atoms[atom].Start, atoms[atom].Length).Box;

    /// <summary>Display columns of the atoms of a range, without the spaces between them.</summary>
    public int WidthOf(int from, int to) => widths[to] - widths[from];

    /// <summary>The first atom behind the line that holds <paramref name="atom"/>, at most <paramref name="to"/>.</summary>
    public int EndOfLine(int atom, int to)
    {
        var line = atoms[atom].Line;
        while (atom < to && atoms[atom].Line == line) atom++;
        return atom;
    }

    /// <summary>A range as printed text: white space of the typesetter removed, every place kept.</summary>
    public Printed Print(int from, int to)
    {
        var text = new StringBuilder();
        var places = ImmutableArray.CreateBuilder<Place>();
        var i = from;
        while (i < to)
        {
            var first = atoms[i];
            var last = first;
            while (i + 1 < to && ReferenceEquals(atoms[i + 1].Run, first.Run)) last = atoms[++i];
            i++;
            var length = last.Start + last.Length - first.Start;
            if (length == 0) continue;
            text.Append(first.Run.Text, first.Start, length).Append('\n');
            places.Add(first.Run.Place.Slice(first.Run.Text, first.Start, length));
        }
        return places.Count == 0 ? Printed.Blank : new Printed(Characters.Compact(text.ToString()), places.ToImmutable());
    }
}

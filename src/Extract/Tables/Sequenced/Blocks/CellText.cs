using System.Diagnostics.CodeAnalysis;

namespace Extract.Tables.Sequenced.Blocks;

/// <summary>
/// The text of a cell as readings find it, piece upon piece. Readings share it: what it costs in a slot is asked once, however many of them
/// come to it.
/// </summary>
internal sealed class CellText(string text, int slots)
{
    private readonly (double Begun, double Whole)[] costs = new (double, double)[slots];
    private readonly bool[] known = new bool[slots];
    private readonly List<(int Piece, CellText Text)> next = [];

    public int Length => text.Length;

    public char this[int index] => text[index];

    [return: NotNullIfNotNull(nameof(cell))]
    public static implicit operator string?(CellText? cell) => cell?.ToString();

    public override string ToString() => text;

    /// <summary>The text with one more piece.</summary>
    public CellText With(int piece, string key)
    {
        foreach (var (other, longer) in next)
            if (other == piece) return longer;
        var made = new CellText(text + key, slots);
        next.Add((piece, made));
        return made;
    }

    /// <summary>What it costs as a cell so far, and as a whole one.</summary>
    public (double Begun, double Whole) In(Slot slot, int index)
    {
        if (known[index]) return costs[index];
        known[index] = true;
        return costs[index] = (slot.Begun(text), slot.Whole(text));
    }
}

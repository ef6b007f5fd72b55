using Extract.Text;

namespace Extract.Layout;

/// <summary>What a part of a document is.</summary>
internal enum RegionKind
{
    /// <summary>Running text.</summary>
    Prose,

    /// <summary>A table that rules divide.</summary>
    Ruled,

    /// <summary>Lines that white space alone divides: running text, and tables whose columns stand under each other.</summary>
    Spaced,

    /// <summary>A form of which only the order of words, or of marked cells, is left.</summary>
    Form,
}

/// <summary>A part of a document that is read in one way.</summary>
/// <param name="Kind">How.</param>
/// <param name="Lines">Its lines.</param>
/// <param name="Rules">The rules of a ruled table.</param>
/// <param name="TitleLines">For a form, how many of its lines are its title.</param>
internal sealed record Region(RegionKind Kind, IReadOnlyList<FlowLine> Lines, IReadOnlyList<Rule> Rules, int TitleLines);

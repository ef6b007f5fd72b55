using Extract.Text;

namespace Extract.Layout.Positioned;

/// <summary>Why a part of a page may be a table.</summary>
internal enum AreaEvidence
{
    /// <summary>Rules across and down hang together.</summary>
    Gridded,

    /// <summary>Rules across, one above the other, enclose it.</summary>
    Lined,

    /// <summary>White rivers run through its lines.</summary>
    Aligned,
}

/// <summary>Part of a page that may hold one table: its words and the rules that run through it.</summary>
/// <param name="Evidence">Why it may be one.</param>
/// <param name="Box">Its extent.</param>
/// <param name="Words">What is printed in it.</param>
/// <param name="Rules">Strokes inside it and along its edges.</param>
internal sealed record TableArea(AreaEvidence Evidence, Box Box, IReadOnlyList<Word> Words, IReadOnlyList<Rule> Rules)
{
    /// <summary>Its words as lines.</summary>
    public List<TextLine> Lines { get; } = TextLine.Of(Words);

    /// <summary>Words inside it that stand sideways: labels of merged cells.</summary>
    public IReadOnlyList<SidewaysWord> Sideways { get; init; } = [];
}

using Extract.Layout.Positioned;
using Extract.Text;

namespace Extract.Tables.Positioned;

/// <summary>Part of a page that may hold one table: its words and the rules that run through it.</summary>
/// <param name="Page">The sheet's number.</param>
/// <param name="Box">Its extent.</param>
/// <param name="Words">What is printed in it.</param>
/// <param name="Rules">Strokes inside it and along its edges.</param>
internal sealed record TableArea(int Page, Box Box, IReadOnlyList<Word> Words, IReadOnlyList<Rule> Rules)
{
    /// <summary>Its words as lines.</summary>
    public List<TextLine> Lines { get; } = TextLine.Of(Words);
}

using Extract.Text;

namespace Extract.Documents.Composing;

/// <summary>What a cell, or a body of text, is made of.</summary>
internal abstract record Block;

/// <summary>A line of text; empty for an empty paragraph.</summary>
internal sealed record TextLine(string Text, Place Place) : Block;

/// <summary>A table as its file declares it.</summary>
/// <param name="Rows">How many rows.</param>
/// <param name="Widths">The widths of its columns in ems.</param>
/// <param name="Cells">Its cells; they do not overlap.</param>
internal sealed record TableBlock(int Rows, IReadOnlyList<double> Widths, IReadOnlyList<CellBlock> Cells) : Block;

/// <summary>A cell of a declared table: where it starts, how far it spans, what is in it.</summary>
internal sealed record CellBlock(int Row, int Column, int Rows, int Columns, IReadOnlyList<Block> Content);

using System.Collections.Immutable;
using Extract.Text;

namespace Extract.Layout;

/// <summary>Characters of a paragraph that come from one run without a gap.</summary>
/// <param name="Start">Where they start in the paragraph's text.</param>
/// <param name="Run">The run they come from.</param>
/// <param name="RunStart">Where they start in the run's text.</param>
/// <param name="Length">How many they are.</param>
public readonly record struct Piece(int Start, Run Run, int RunStart, int Length);

/// <summary>A paragraph of running text with the headings it stands under.</summary>
/// <param name="Section">The headings above it, joined by "/".</param>
/// <param name="Text">Its text, compacted (see <see cref="Characters.Compact"/>).</param>
/// <param name="Pieces">Where its characters come from, in order.</param>
public sealed record Paragraph(string Section, string Text, ImmutableArray<Piece> Pieces)
{
    /// <summary>True where the paragraph is itself a heading; its <see cref="Section"/> is then what stands above it.</summary>
    public bool IsHeading { get; init; }

    /// <summary>The 第…部分 it stands in, as printed; empty if there is none. Not part of <see cref="Section"/>.</summary>
    public string Part { get; init; } = "";

    /// <summary>Where the characters from <paramref name="start"/> were printed.</summary>
    public ImmutableArray<Place> PlaceOf(int start, int length)
    {
        var found = ImmutableArray.CreateBuilder<Place>();
        for (var i = FirstPiece(start); i < Pieces.Length && Pieces[i].Start < start + length; i++)
        {
            var (at, run, runStart, runLength) = Pieces[i];
            var from = Math.Max(start, at);
            var to = Math.Min(start + length, at + runLength);
            if (from < to) found.Add(run.Place.Slice(run.Text, runStart + from - at, to - from));
        }
        return found.ToImmutable();
    }

    /// <summary>The index of the last piece that starts at <paramref name="position"/> or before it.</summary>
    private int FirstPiece(int position)
    {
        var (low, high) = (0, Pieces.Length);
        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            if (Pieces[middle].Start <= position) low = middle;
            else high = middle;
        }
        return low;
    }
}

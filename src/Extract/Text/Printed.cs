using System.Collections.Immutable;

namespace Extract.Text;

/// <summary>
/// Text exactly as printed (white space and line breaks inside Chinese text removed), and where. Blank where nothing was printed:
/// nothing that is not printed is invented.
/// </summary>
/// <param name="Text">The characters; empty where nothing was printed.</param>
/// <param name="Places">Where: several, where a phrase straddles lines or pages; empty where nothing was printed.</param>
public sealed record Printed(string Text, ImmutableArray<Place> Places)
{
    /// <summary>Nothing printed.</summary>
    public static readonly Printed Blank = new("", []);

    /// <summary>True where nothing was printed.</summary>
    public bool IsBlank => Text.Length == 0;

    /// <summary>The first place, or null where nothing was printed.</summary>
    public Place? Place => Places.IsEmpty ? null : Places[0];

    /// <inheritdoc/>
    public override string ToString() => Text;

    /// <summary>Two are equal when they print the same characters at the same places.</summary>
    public bool Equals(Printed? other) => other is not null && Text == other.Text && Places.AsSpan().SequenceEqual(other.Places.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Text, Places.Length);
}

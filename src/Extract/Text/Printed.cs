using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Extract.Text;

/// <summary>
/// Text exactly as printed (white space and line breaks inside Chinese text removed), and where. Blank where nothing was printed:
/// nothing that is not printed is invented.
/// </summary>
public sealed record Printed
{
    // One place, or several: almost every phrase has one, and a sheet has a million phrases.
    private readonly object? where;

    /// <summary>Characters and their places.</summary>
    /// <param name="text">The characters; empty where nothing was printed.</param>
    /// <param name="places">Where: several, where a phrase straddles lines or pages; empty where nothing was printed.</param>
    public Printed(string text, ImmutableArray<Place> places)
    {
        Text = text;
        where = places.IsDefaultOrEmpty ? null : places.Length == 1 ? places[0] : ImmutableCollectionsMarshal.AsArray(places);
    }

    /// <summary>The characters; empty where nothing was printed.</summary>
    public string Text { get; init; }

    /// <summary>Where: several, where a phrase straddles lines or pages; empty where nothing was printed.</summary>
    public ImmutableArray<Place> Places => where switch
    {
        null => [],
        Place one => [one],
        var several => ImmutableCollectionsMarshal.AsImmutableArray((Place[])several),
    };

    /// <summary>Nothing printed.</summary>
    public static readonly Printed Blank = new("", []);

    /// <summary>True where nothing was printed.</summary>
    public bool IsBlank => Text.Length == 0;

    /// <summary>The first place, or null where nothing was printed.</summary>
    public Place? Place => where switch { null => null, Place one => one, var several => ((Place[])several)[0] };

    /// <inheritdoc/>
    public override string ToString() => Text;

    /// <summary>Two are equal when they print the same characters at the same places.</summary>
    public bool Equals(Printed? other) => other is not null && Text == other.Text && Places.AsSpan().SequenceEqual(other.Places.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Text, where is Place[] several ? several.Length : where is null ? 0 : 1);
}

using System.Globalization;
using Extract.Diagnostics;
using Extract.Text;

namespace Extract.Documents.Containers;

/// <summary>Collects what is to be said about a file while it is read.</summary>
internal sealed class News
{
    private readonly List<Diagnostic> all = [];

    /// <summary>All of it in order.</summary>
    public IReadOnlyList<Diagnostic> All => all;

    /// <summary>Says something about the file as a whole.</summary>
    public void Add(DiagnosticKind kind, params string[] arguments) => all.Add(new(kind, arguments, null));

    /// <summary>Says something about a place in it.</summary>
    public void At(Place place, DiagnosticKind kind, params string[] arguments) => all.Add(new(kind, arguments, place));

    /// <summary>A number as every machine writes it.</summary>
    public static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A document holds more than is read.</summary>
internal sealed class SizeLimitException(string what, long most) : Exception
{
    public string What { get; } = what;

    public long Most { get; } = most;
}

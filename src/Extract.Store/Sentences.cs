namespace Extract.Store;

/// <summary>A sentence in both languages, as the store keeps it beside keys and arguments so that any SQLite tool can read it.</summary>
public readonly record struct Sentence(string Chinese, string English)
{
    /// <summary>No sentence.</summary>
    public static readonly Sentence None = new("", "");
}

/// <summary>The sentences of a finding, made by whoever knows the catalogue of checks.</summary>
/// <param name="Says">What the finding says.</param>
/// <param name="Cause">The likely cause, or none.</param>
public readonly record struct FindingSentences(Sentence Says, Sentence Cause);

namespace Extract.Cli.Evaluation;

/// <summary>A value that differs from the gold: where, what the gold reads, what was read.</summary>
internal sealed record Difference(string Path, string Gold, string Ours);

/// <summary>How many values were compared, and how many agreed.</summary>
internal sealed class Tally
{
    public int Right { get; private set; }

    public int Total { get; private set; }

    public List<Difference> Differences { get; } = [];

    /// <summary>Counts one value; null where the row or form it belongs to was not read at all, which is never right.</summary>
    public void Count(string path, string gold, string? ours)
    {
        Total++;
        if (ours is not null && Compared.Same(gold, ours)) Right++;
        else Differences.Add(new Difference(path, gold, ours ?? "(not read)"));
    }

    public override string ToString() => Total == 0 ? "-" : $"{Right}/{Total}";
}

/// <summary>What is the same: white space aside, every character.</summary>
internal static class Compared
{
    public static bool Same(string gold, string ours) => Bare(gold) == Bare(ours);

    public static string Bare(string text) => string.Concat(text.Where(c => !Text.Characters.IsSpace(c)));
}

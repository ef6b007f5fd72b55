namespace Extract.Tests;

/// <summary>The published documents beside the repository, where they are at hand.</summary>
internal static class SharedFiles
{
    public static string? Folder { get; } = Find();

    public static string PathOf(string name) => Path.Combine(Folder!, name);

    public static string TextOf(string folder, string start) => Directory.GetFiles(PathOf(folder), start + "*").Order(StringComparer.Ordinal).First();

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (!File.Exists(Path.Combine(folder.FullName, "Extract.sln"))) continue;
            var shared = Path.Combine(folder.FullName, "..", "shared");
            return Directory.Exists(Path.Combine(shared, "seeds")) ? Path.GetFullPath(shared) : null;
        }
        return null;
    }
}

/// <summary>A fact about the published documents; skipped, saying so, where they are not at hand.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SharedFactAttribute : FactAttribute
{
    public SharedFactAttribute()
    {
        if (SharedFiles.Folder is null) Skip = "The folder ../shared with the published documents is not here.";
    }
}

/// <summary>Facts about several published documents; skipped, saying so, where they are not at hand.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SharedTheoryAttribute : TheoryAttribute
{
    public SharedTheoryAttribute()
    {
        if (SharedFiles.Folder is null) Skip = "The folder ../shared with the published documents is not here.";
    }
}

namespace Extract.Store;

/// <summary>The .sql files that are part of the program.</summary>
internal static class Resources
{
    /// <summary>Name and text of every file of a folder, by ordinal order of names; line ends as in the repository.</summary>
    public static IEnumerable<(string Name, string Text)> Read(string folder)
    {
        var assembly = typeof(Resources).Assembly;
        var prefix = $"{typeof(Resources).Namespace}.{folder}.";
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith(prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            yield return (name[prefix.Length..], reader.ReadToEnd().ReplaceLineEndings("\n"));
        }
    }
}

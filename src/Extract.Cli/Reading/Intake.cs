namespace Extract.Cli.Reading;

/// <summary>A file to be read.</summary>
/// <param name="Path">Its full path; "-" for standard input.</param>
/// <param name="Name">How the user named it.</param>
/// <param name="Named">True where it was named itself, false where it was found in a folder.</param>
internal sealed record Found(string Path, string Name, bool Named);

/// <summary>From paths to files: folders are walked in ordinal order; links are not followed and names beginning with a dot not looked into.</summary>
internal static class Intake
{
    private static readonly EnumerationOptions Children = new() { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false };

    /// <summary>The files of the paths, each once, in the order of the paths and inside a folder in ordinal order of names.</summary>
    public static IEnumerable<Found> Files(IEnumerable<string> paths)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in paths)
        {
            if (path == "-")
            {
                if (seen.Add("-")) yield return new Found("-", "stdin", Named: true);
            }
            else if (Directory.Exists(path))
            {
                foreach (var file in Walk(path))
                    if (seen.Add(System.IO.Path.GetFullPath(file))) yield return new Found(System.IO.Path.GetFullPath(file), file, Named: false);
            }
            else if (seen.Add(System.IO.Path.GetFullPath(path)))
            {
                yield return new Found(System.IO.Path.GetFullPath(path), path, Named: true);
            }
        }
    }

    private static IEnumerable<string> Walk(string folder)
    {
        if (Entries(folder) is not { } entries)
        {
            // Handed on as a file that cannot be opened, so that it is named in the summary.
            yield return folder;
            yield break;
        }
        Array.Sort(entries, StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            if (System.IO.Path.GetFileName(entry)[0] == '.') continue;
            var attributes = File.GetAttributes(entry);
            if (attributes.HasFlag(FileAttributes.ReparsePoint)) continue;
            if (!attributes.HasFlag(FileAttributes.Directory)) yield return entry;
            else
                foreach (var file in Walk(entry)) yield return file;
        }
    }

    private static string[]? Entries(string folder)
    {
        try
        {
            return Directory.GetFileSystemEntries(folder, "*", Children);
        }
        catch (Exception trouble) when (trouble is UnauthorizedAccessException or IOException)
        {
            return null;
        }
    }
}

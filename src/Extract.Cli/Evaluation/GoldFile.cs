using System.Text.Json;

namespace Extract.Cli.Evaluation;

/// <summary>What a careful reader read in one document, and where that document is.</summary>
internal sealed record GoldFile(string Path, JsonElement Root, string? Document)
{
    /// <summary>The gold files of the paths (folders hold *.json), each with its document found among those of a folder.</summary>
    public static IEnumerable<GoldFile> Find(IEnumerable<string> paths, string? documents)
    {
        foreach (var path in paths)
        {
            var files = Directory.Exists(path) ? Directory.GetFiles(path, "*.json").Order(StringComparer.Ordinal) : (IEnumerable<string>)[path];
            foreach (var file in files)
            {
                using var json = JsonDocument.Parse(File.ReadAllBytes(file));
                var root = json.RootElement.Clone();
                yield return new GoldFile(file, root, DocumentOf(file, root, documents ?? Beside(file)));
            }
        }
    }

    /// <summary>The folder of documents beside the gold's own: seeds, else documents.</summary>
    private static string Beside(string file)
    {
        var parent = System.IO.Path.Combine(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(file))!, "..");
        var seeds = System.IO.Path.Combine(parent, "seeds");
        return Directory.Exists(seeds) ? seeds : System.IO.Path.Combine(parent, "documents");
    }

    /// <summary>The document a field names, else the one whose name begins with the gold file's name up to its first mark.</summary>
    private static string? DocumentOf(string file, JsonElement root, string folder)
    {
        if (!Directory.Exists(folder)) return null;
        var candidates = Directory.GetFiles(folder).Order(StringComparer.Ordinal).ToArray();
        if (Named(root) is { } name) return candidates.FirstOrDefault(c => System.IO.Path.GetFileName(c) == name);
        var stem = System.IO.Path.GetFileNameWithoutExtension(file);
        if (candidates.FirstOrDefault(c => System.IO.Path.GetFileNameWithoutExtension(c) == stem) is { } same) return same;
        var prefix = string.Concat(stem.TakeWhile(char.IsLetterOrDigit));
        return candidates.FirstOrDefault(c =>
        {
            var candidate = System.IO.Path.GetFileName(c);
            return candidate.StartsWith(prefix, StringComparison.Ordinal) && (candidate.Length == prefix.Length || !char.IsLetterOrDigit(candidate[prefix.Length]));
        });
    }

    private static string? Named(JsonElement root)
    {
        if (root.TryGetProperty("file", out var file) && file.ValueKind == JsonValueKind.String) return file.GetString();
        if (!root.TryGetProperty("document", out var document)) return null;
        if (document.ValueKind == JsonValueKind.String) return document.GetString();
        return document.ValueKind == JsonValueKind.Object && document.TryGetProperty("file", out file) ? file.GetString() : null;
    }
}

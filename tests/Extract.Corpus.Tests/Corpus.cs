using System.Text.Json.Nodes;
using Extract.Documents;
using Extract.Records;

namespace Extract.Corpus.Tests;

/// <summary>The documents of corpus/ and what is expected of each.</summary>
internal static class Corpus
{
    /// <summary>The repository's root: the folder that holds Extract.sln.</summary>
    public static readonly string Root = FindRoot();

    /// <summary>The documents by name, in order.</summary>
    public static TheoryData<string> Names => [.. Directory.GetFiles(Path.Combine(Root, "corpus", "documents")).Select(static f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    public static Disclosure Read(string name) =>
        Extraction.Read(Readers.Open(name, File.ReadAllBytes(Path.Combine(Root, "corpus", "documents", name))));

    public static string Text(string name) => File.ReadAllText(Path.Combine(Root, "corpus", "documents", name));

    public static JsonNode Expected(string name) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(Root, "corpus", "expected", Path.ChangeExtension(name, ".json"))))!;

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Extract.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("Extract.sln is in no folder above the tests");
    }
}

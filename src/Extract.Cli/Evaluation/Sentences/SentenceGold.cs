using System.Globalization;

namespace Extract.Cli.Evaluation.Sentences;

/// <summary>The figures of one document's sentences as a careful reader noted them, in the order of the text.</summary>
/// <param name="Path">The gold file.</param>
/// <param name="Document">How the document's path begins, below the folder of documents.</param>
/// <param name="Until">The heading at which the noting ends; empty for the whole document.</param>
/// <param name="Figures">The figures in the order they are printed.</param>
internal sealed record SentenceGold(string Path, string Document, string Until, IReadOnlyList<NotedFigure> Figures)
{
    /// <summary>Reads a gold file: lines of figures, and heads <c># document:</c>, <c># year:</c>, <c># until:</c>.</summary>
    public static SentenceGold Read(string path)
    {
        var heads = new Dictionary<string, string>(StringComparer.Ordinal);
        var figures = new List<NotedFigure>();
        foreach (var line in File.ReadLines(path))
        {
            if (line.StartsWith('#') && line.IndexOf(':', StringComparison.Ordinal) is var colon and > 0) heads[line[1..colon].Trim()] = line[(colon + 1)..].Trim();
            else if (line.Length > 0 && line[0] != '#') figures.Add(NotedFigure.Read(line, heads.TryGetValue("year", out var year) ? int.Parse(year, CultureInfo.InvariantCulture) : null));
        }
        if (!heads.TryGetValue("document", out var document)) throw new UsageException($"{path}: no document named");
        return new SentenceGold(path, document, heads.GetValueOrDefault("until", ""), figures);
    }

    /// <summary>The document below <paramref name="root"/>, or null.</summary>
    public string? Find(string root)
    {
        var start = System.IO.Path.Combine(root, Document);
        var folder = System.IO.Path.GetDirectoryName(start)!;
        return Directory.Exists(folder)
            ? Directory.GetFiles(folder).Order(StringComparer.Ordinal).FirstOrDefault(file => file.StartsWith(start, StringComparison.Ordinal)) : null;
    }
}

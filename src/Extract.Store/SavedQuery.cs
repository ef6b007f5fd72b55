namespace Extract.Store;

/// <summary>A parameter of a saved query; one with a default may be left out.</summary>
public sealed record QueryParameter(string Name, string? Default, string Chinese, string English);

/// <summary>A question that is asked often, kept as a .sql file with a header that names and describes it in both languages.</summary>
public sealed record SavedQuery(string Name, string Chinese, string English, IReadOnlyList<QueryParameter> Parameters, string Sql)
{
    /// <summary>All of them, by name.</summary>
    public static IReadOnlyList<SavedQuery> All { get; } = Resources.Read("Queries").Select(r => Parse(r.Text)).OrderBy(q => q.Name, StringComparer.Ordinal).ToArray();

    /// <summary>The one of that name; null for any other.</summary>
    public static SavedQuery? Named(string name) => All.FirstOrDefault(q => q.Name == name);

    /// <summary>
    /// Reads a file: lines "-- name: …", "-- zh: …", "-- en: …" and any number of "-- param: name = default | 中文 | English"
    /// (without "= default" for one that must be given), then the SQL.
    /// </summary>
    internal static SavedQuery Parse(string text)
    {
        var header = new Dictionary<string, string>(StringComparer.Ordinal);
        var parameters = new List<QueryParameter>();
        foreach (var line in text.Split('\n').TakeWhile(l => l.StartsWith("-- ", StringComparison.Ordinal)))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon < 0) continue;
            var (key, value) = (line[3..colon], line[(colon + 1)..].Trim());
            if (key == "param") parameters.Add(ParseParameter(value));
            else header[key] = value;
        }
        return new SavedQuery(header["name"], header["zh"], header["en"], parameters, text);
    }

    private static QueryParameter ParseParameter(string text)
    {
        var parts = text.Split('|', StringSplitOptions.TrimEntries);
        var equals = parts[0].IndexOf('=', StringComparison.Ordinal);
        return equals < 0
            ? new QueryParameter(parts[0], null, parts[1], parts[2])
            : new QueryParameter(parts[0][..equals].TrimEnd(), parts[0][(equals + 1)..].Trim(), parts[1], parts[2]);
    }
}

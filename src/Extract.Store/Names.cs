using System.Text;

namespace Extract.Store;

/// <summary>How the values of enumerations are written in the store, in JSON and in CSV: FinalAccounts is final_accounts.</summary>
public static class Names
{
    /// <summary>The written name of a value.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum => Table<T>.Names.TryGetValue(value, out var name) ? name : "";

    /// <summary>The value of a written name; null for any other word.</summary>
    public static T? Parse<T>(string name)
        where T : struct, Enum
    {
        foreach (var (value, written) in Table<T>.Names)
            if (written == name) return value;
        return null;
    }

    private static string SnakeCase(string name)
    {
        var result = new StringBuilder(name.Length + 4);
        foreach (var c in name)
        {
            if (char.IsAsciiLetterUpper(c) && result.Length > 0) result.Append('_');
            result.Append(char.ToLowerInvariant(c));
        }
        return result.ToString();
    }

    private static class Table<T>
        where T : struct, Enum
    {
        public static readonly Dictionary<T, string> Names = Enum.GetValues<T>().Distinct().ToDictionary(v => v, v => SnakeCase(v.ToString()));
    }
}

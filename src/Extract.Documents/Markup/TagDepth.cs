namespace Extract.Documents.Markup;

/// <summary>How deep tags nest, told before a tree is built of them.</summary>
internal static class TagDepth
{
    /// <summary>Elements that hold nothing, or that the next of their kind ends: any number of them may stand open in a page without nesting.</summary>
    private static readonly HashSet<string> Flat = new(StringComparer.OrdinalIgnoreCase)
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr", "p", "li", "td", "th", "tr", "dt", "dd", "option", "tbody", "thead", "tfoot", "html", "head", "body",
    };

    /// <summary>The most elements open at once, as far as their tags say.</summary>
    public static int Of(string source)
    {
        var lookup = Flat.GetAlternateLookup<ReadOnlySpan<char>>();
        int depth = 0, most = 0;
        for (var at = source.IndexOf('<', StringComparison.Ordinal); at >= 0 && at + 1 < source.Length; at = source.IndexOf('<', at + 1))
        {
            var closes = source[at + 1] == '/';
            var name = Name(source, at + (closes ? 2 : 1));
            if (name.IsEmpty || lookup.Contains(name)) continue;
            if (closes) depth = Math.Max(0, depth - 1);
            else if (!ClosesItself(source, at)) most = Math.Max(most, ++depth);
        }
        return most;
    }

    private static ReadOnlySpan<char> Name(string source, int start)
    {
        var end = start;
        while (end < source.Length && end < start + 32 && (char.IsAsciiLetterOrDigit(source[end]) || source[end] is ':' or '-')) end++;
        return start < source.Length && char.IsAsciiLetter(source[start]) ? source.AsSpan(start, end - start) : default;
    }

    private static bool ClosesItself(string source, int at)
    {
        var end = source.AsSpan(at, Math.Min(4096, source.Length - at)).IndexOf('>');
        return end > 0 && source[at + end - 1] == '/';
    }
}

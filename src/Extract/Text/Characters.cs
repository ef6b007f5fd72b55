using System.Text;

namespace Extract.Text;

/// <summary>The folding of characters that mean the same, at one door.</summary>
public static class Characters
{
    /// <summary>Every character that <see cref="IsSpace"/> is true of.</summary>
    private static readonly System.Buffers.SearchValues<char> Spaces = System.Buffers.SearchValues.Create([.. Enumerable.Range(0, 0x10000).Select(static c => (char)c).Where(IsSpace)]);

    /// <summary>Full-width forms (U+FF01–FF5E) folded to ASCII and the ideographic space to a space; by arithmetic, since invariant globalization has no NFKC for them.</summary>
    public static char Fold(char c) => c switch
    {
        >= '\uFF01' and <= '\uFF5E' => (char)(c - 0xFEE0),
        '\u3000' or '\u00A0' or '\u2002' or '\u2003' or '\u2009' => ' ',
        '﹤' => '<',
        '﹥' => '>',
        '﹪' => '%',
        _ => c,
    };

    /// <summary>Every character folded; the length stays.</summary>
    public static string Fold(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        foreach (var c in text)
        {
            if (Fold(c) == c) continue;
            return string.Create(text.Length, text, static (span, source) =>
            {
                for (var i = 0; i < source.Length; i++) span[i] = Fold(source[i]);
            });
        }
        return text;
    }

    /// <summary>True for CJK ideographs, kana, CJK punctuation and full-width forms: text that is set without spaces.</summary>
    public static bool IsWide(char c) => c >= '\u2E80' && DisplayWidth.Of(c) == 2 || c is '“' or '”' or '‘' or '’' or '—' or '…';

    /// <summary>True for what separates nothing but words: spaces of any width, tabs, line ends.</summary>
    public static bool IsSpace(char c) => char.IsWhiteSpace(c) || c is '\u200B' or '\uFEFF';

    /// <summary>
    /// A phrase as a person would type it: line breaks and spaces removed wherever one neighbour is wide (Chinese text is set
    /// without spaces), a single space kept between two narrow neighbours.
    /// </summary>
    public static string Compact(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!text.AsSpan().ContainsAny(Spaces)) return text;
        var result = new StringBuilder(text.Length);
        var pending = false;
        foreach (var c in text)
        {
            if (IsSpace(c))
            {
                pending = result.Length > 0;
                continue;
            }
            if (pending && !IsWide(c) && !IsWide(result[^1])) result.Append(' ');
            pending = false;
            result.Append(c);
        }
        return result.ToString();
    }

    /// <summary>All white space removed, full-width forms folded: the form in which labels are compared.</summary>
    public static string Key(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var result = new StringBuilder(text.Length);
        foreach (var c in text)
            if (!IsSpace(c)) result.Append(Fold(c));
        return result.ToString();
    }
}

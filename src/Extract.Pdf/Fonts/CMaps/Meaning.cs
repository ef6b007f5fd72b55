namespace Extract.Pdf.Fonts.CMaps;

/// <summary>Whether characters tell a reader something.</summary>
internal static class Meaning
{
    /// <summary>Not empty, and nothing in it is a control, private or no character at all.</summary>
    public static bool Of(string text)
    {
        if (text.Length == 0) return false;
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]))
            {
                if (i + 1 >= text.Length || !char.IsSurrogatePair(text[i], text[i + 1]) || !Of(char.ConvertToUtf32(text[i], text[++i]))) return false;
            }
            else if (!Of(text[i])) return false;
        }
        return true;
    }

    /// <summary>The characters as a person would type them, or null where they mean nothing. A selector of a variant at the end says only how it looks.</summary>
    public static string? Typed(string? text)
    {
        if (text is [.. var before, '\uDB40', >= '\uDD00' and <= '\uDDEF']) text = before;
        return text is not null && Of(text) ? Encodings.TypedForms.Fold(text) : null;
    }

    /// <summary>Whether one character does.</summary>
    public static bool Of(int character) => character switch
    {
        '\t' or '\n' or '\r' => true,
        < 0x20 or >= 0x7F and < 0xA0 or >= 0xD800 and < 0xF900 or >= 0xFDD0 and < 0xFDF0 or >= 0xFFF0 and <= 0xFFFF or >= 0xE0000 => false,
        _ => true,
    };
}

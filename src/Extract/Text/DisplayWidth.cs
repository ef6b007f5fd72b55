namespace Extract.Text;

/// <summary>How many columns a character takes where wide characters take two (Unicode Standard Annex 11, East Asian Width).</summary>
public static class DisplayWidth
{
    /// <summary>Columns of the characters: W and F count two, all others one; combining marks and controls none.</summary>
    public static int Of(ReadOnlySpan<char> text)
    {
        var width = 0;
        foreach (var c in text) width += Of(c);
        return width;
    }

    /// <summary>Columns of one UTF-16 unit; each half of a surrogate pair counts one, so that a pair counts two.</summary>
    public static int Of(char c) => c switch
    {
        < ' ' => 0,
        < '\u1100' => c is >= '\u0300' and <= '\u036F' ? 0 : c is '\u00B7' or '\u2014' ? 2 : 1,
        <= '\u115F' => 2,
        '\u200B' or '\u200C' or '\u200D' or '\uFEFF' => 0,
        // Chinese fonts draw these ambiguous marks one em wide: dashes, quotes, ellipsis, circled numbers, relations, boxes.
        '\u2014' or '\u2018' or '\u2019' or '\u201C' or '\u201D' or '\u2026' or '\u2030' or '\u2031' => 2,
        >= '\u2190' and <= '\u22FF' => 2,
        >= '\u2460' and <= '\u24FF' => 2,
        >= '\u2500' and <= '\u27BF' => 2,
        >= '\u2E80' and <= '\uA4CF' => 2,
        >= '\uAC00' and <= '\uD7A3' => 2,
        >= '\uF900' and <= '\uFAFF' => 2,
        >= '\uFE30' and <= '\uFE6F' => 2,
        >= '\uFF01' and <= '\uFF60' => 2,
        >= '\uFFE0' and <= '\uFFE6' => 2,
        _ => 1,
    };
}

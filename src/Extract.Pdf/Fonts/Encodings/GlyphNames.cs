using System.Globalization;
using System.Text;

namespace Extract.Pdf.Fonts.Encodings;

/// <summary>Names of glyphs to characters, by the Adobe Glyph List and its rules for names made up of parts.</summary>
internal static class GlyphNames
{
    private static readonly Lazy<(Dictionary<string, string> Names, Dictionary<string, string> Dingbats)> Lists = new(Read);

    /// <summary>The characters of a name, or null where it says nothing about them (g17, cid2041, .notdef).</summary>
    /// <param name="name">The name as the font has it.</param>
    /// <param name="dingbats">The font is ZapfDingbats, whose names (a1 to a206) mean something.</param>
    public static string? Text(string name, bool dingbats = false)
    {
        if (Lists.Value.Names.TryGetValue(name, out var listed)) return listed;
        if (dingbats && Lists.Value.Dingbats.TryGetValue(name, out listed)) return listed;
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        if (dot == 0) return null;
        var stem = dot > 0 ? name[..dot] : name;
        if (!stem.Contains('_', StringComparison.Ordinal)) return Part(stem);
        var parts = stem.Split('_', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length is 0 or > 8) return null;
        var text = new StringBuilder();
        foreach (var part in parts)
        {
            if (Part(part) is not { } characters) return null;
            text.Append(characters);
        }
        return text.ToString();
    }

    private static string? Part(string part)
    {
        if (Lists.Value.Names.TryGetValue(part, out var listed)) return listed;
        if (part.StartsWith("uni", StringComparison.Ordinal) && part.Length is >= 7 and <= 35 && (part.Length - 3) % 4 == 0) return Units(part.AsSpan(3));
        if (part.Length is >= 5 and <= 7 && part[0] == 'u' && Hexadecimal(part.AsSpan(1)) is { } point) return Point(point);
        return Sized(part);
    }

    /// <summary>Names of the large signs of TeX's extension font: parenleftBig, summationdisplay.</summary>
    private static string? Sized(string part)
    {
        foreach (var size in (ReadOnlySpan<string>)["Bigg", "bigg", "Big", "big", "display", "text", "wide"])
            if (part.EndsWith(size, StringComparison.Ordinal) && Lists.Value.Names.TryGetValue(part[..^size.Length], out var sign)) return sign;
        return null;
    }

    private static string? Units(ReadOnlySpan<char> digits)
    {
        var text = new StringBuilder();
        for (var i = 0; i < digits.Length; i += 4)
        {
            if (Hexadecimal(digits.Slice(i, 4)) is not { } unit || Point(unit) is not { } character) return null;
            text.Append(character);
        }
        return text.ToString();
    }

    private static int? Hexadecimal(ReadOnlySpan<char> digits)
    {
        foreach (var digit in digits)
            if (!char.IsAsciiHexDigit(digit)) return null;
        return int.Parse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
    }

    private static string? Point(int point) => Rune.IsValid(point) ? char.ConvertFromUtf32(point) : null;

    private static (Dictionary<string, string>, Dictionary<string, string>) Read()
    {
        var names = new Dictionary<string, string>(4400, StringComparer.Ordinal);
        var dingbats = new Dictionary<string, string>(256, StringComparer.Ordinal);
        var list = names;
        foreach (var line in FontData.Lines("glyph-names.txt"))
        {
            if (line.StartsWith('[')) list = dingbats;
            else if (line.Split(' ') is [var name, .. var points])
                list[name] = string.Concat(points.Select(static point => char.ConvertFromUtf32(int.Parse(point, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture))));
        }
        return (names, dingbats);
    }
}

using System.Globalization;

namespace Extract.Documents.Word;

/// <summary>Characters of symbol fonts, which stand in the private use area (U+F000 and the font's code), as the characters they show.</summary>
internal static class Symbols
{
    /// <summary>What a symbol shows; the replacement character where it is not known.</summary>
    public static string Of(string? font, string? code)
    {
        if (!int.TryParse(code, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var value)) return "";
        return Of(font ?? "", value).ToString();
    }

    /// <summary>True for characters whose meaning only a font knows.</summary>
    public static bool IsPrivate(char c) => c is >= '\uE000' and <= '\uF8FF';

    /// <summary>What the code shows in the font.</summary>
    public static char Of(string font, int code)
    {
        var low = code & 0xFF;
        if (code is > 0xFF and not (>= 0xF000 and <= 0xF0FF)) return (char)code;
        if (font.StartsWith("Symbol", StringComparison.OrdinalIgnoreCase)) return OfSymbol(low);
        if (font.StartsWith("Wingdings", StringComparison.OrdinalIgnoreCase)) return OfWingdings(font, low);
        return code >= 0xF000 ? '\uFFFD' : (char)code;
    }

    private static char OfSymbol(int code) => code switch
    {
        0xA3 => '≤',
        0xB3 => '≥',
        0xB1 => '±',
        0xB4 => '×',
        0xB8 => '÷',
        0xB9 => '≠',
        0xBB => '≈',
        0xB7 => '•',
        0xA5 => '∞',
        0xB0 => '°',
        0xA2 => '′',
        0xE5 => '∑',
        0xD6 => '√',
        0xAE => '→',
        0xAC => '←',
        0x61 => 'α',
        0x62 => 'β',
        0x6D => 'μ',
        0x70 => 'π',
        0x44 => 'Δ',
        >= 0x20 and < 0x40 => (char)code,
        _ => '\uFFFD',
    };

    private static char OfWingdings(string font, int code) => (font.EndsWith('2'), code) switch
    {
        (false, 0xFE) or (true, 0x52) => '☑',
        (false, 0xFD) or (true, 0x54 or 0x53) => '☒',
        (false, 0xA8 or 0x6F or 0x71 or 0x72) or (true, 0xA3) => '□',
        (false, 0xFC) or (true, 0x50) => '✓',
        (false, 0xFB) or (true, 0x4F) => '✗',
        (false, 0x6E or 0xA7) => '■',
        (false, 0x6C) => '●',
        (false, 0xA1) => '○',
        (false, 0xD8) => '➢',
        (false, 0xE0) => '→',
        (false, >= 0x81 and <= 0x8A) => (char)('①' + code - 0x81),
        _ => '\uFFFD',
    };
}

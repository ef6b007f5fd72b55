using Extract.Pdf.Objects;

namespace Extract.Pdf.Fonts.Encodings;

/// <summary>Codes of one byte to names of glyphs (ISO 32000-2, Annex D).</summary>
internal sealed class GlyphEncoding(string?[] names)
{
    private static readonly Lazy<Dictionary<string, GlyphEncoding>> Known = new(Read);

    /// <summary>StandardEncoding.</summary>
    public static GlyphEncoding Standard => Named("StandardEncoding")!;

    /// <summary>WinAnsiEncoding.</summary>
    public static GlyphEncoding WinAnsi => Named("WinAnsiEncoding")!;

    /// <summary>MacRomanEncoding, with the signs that Mac OS has and PDF leaves out.</summary>
    public static GlyphEncoding MacRoman => Named("MacRomanEncoding")!;

    /// <summary>The encoding built into Symbol.</summary>
    public static GlyphEncoding Symbol => Named("SymbolEncoding")!;

    /// <summary>The encoding built into ZapfDingbats.</summary>
    public static GlyphEncoding ZapfDingbats => Named("ZapfDingbatsEncoding")!;

    /// <summary>The name of a code's glyph, or null.</summary>
    public string? this[int code] => (uint)code < 256 ? names[code] : null;

    /// <summary>The encoding of that name, or null.</summary>
    public static GlyphEncoding? Named(string? name) => name is null ? null : Known.Value.GetValueOrDefault(name);

    /// <summary>This encoding with an array of Differences: a code, then names from it on.</summary>
    public GlyphEncoding With(PdfArray? differences)
    {
        if (differences is null) return this;
        var changed = (string?[])names.Clone();
        var code = 0;
        for (var i = 0; i < differences.Count; i++)
        {
            var item = differences[i];
            if (item is PdfNumber number) code = Math.Clamp(number.Int, 0, 256);
            else if (item.Name is { } name && code < 256) changed[code++] = name;
        }
        return new GlyphEncoding(changed);
    }

    private static Dictionary<string, GlyphEncoding> Read()
    {
        var encodings = new Dictionary<string, GlyphEncoding>(StringComparer.Ordinal);
        string?[] names = [];
        foreach (var line in FontData.Lines("encodings.txt"))
        {
            if (line.StartsWith('[')) encodings[line.Trim('[', ']')] = new GlyphEncoding(names = new string?[256]);
            else if (line.Split(' ') is [var first, .. var rest])
                rest.CopyTo(names, int.Parse(first, System.Globalization.CultureInfo.InvariantCulture));
        }
        return encodings;
    }
}

using System.Globalization;

namespace Extract.Pdf.Fonts.Encodings;

/// <summary>Advances of the fourteen standard fonts and of the many fonts drawn to the same measures (ISO 32000-2, 9.6.2.2).</summary>
internal sealed class StandardWidths
{
    private static readonly Lazy<Dictionary<string, StandardWidths>> Known = new(Read);
    private readonly Dictionary<string, double>? advances;
    private readonly double always;

    private StandardWidths(Dictionary<string, double>? advances, double always, double ascent, double descent) =>
        (this.advances, this.always, Ascent, Descent) = (advances, always, ascent, descent);

    /// <summary>The font's ascent, in ems.</summary>
    public double Ascent { get; }

    /// <summary>Its descent, negative.</summary>
    public double Descent { get; }

    /// <summary>The advance of a glyph in ems, or null.</summary>
    public double? Of(string name) => advances is null ? always : advances.TryGetValue(name, out var advance) ? advance : null;

    /// <summary>The standard font that a font's name and style stand for; null where it is another face.</summary>
    /// <param name="name">BaseFont without a subset tag.</param>
    public static StandardWidths? Find(string name)
    {
        var bare = name.Replace(" ", "", StringComparison.Ordinal);
        var bold = bare.Contains("Bold", StringComparison.OrdinalIgnoreCase);
        var italic = bare.Contains("Italic", StringComparison.OrdinalIgnoreCase) || bare.Contains("Oblique", StringComparison.OrdinalIgnoreCase);
        string? face = bare switch
        {
            _ when Is(bare, "Symbol") => "Symbol",
            _ when Is(bare, "ZapfDingbats") => "ZapfDingbats",
            _ when Is(bare, "Courier") || Is(bare, "CourierNew") => "Courier",
            _ when Is(bare, "Helvetica") || Is(bare, "Arial") => bold ? "Helvetica-Bold" : "Helvetica",
            _ when Is(bare, "Times") || Is(bare, "TimesNewRoman") => (bold, italic) switch
            {
                (true, true) => "Times-BoldItalic",
                (true, false) => "Times-Bold",
                (false, true) => "Times-Italic",
                _ => "Times-Roman",
            },
            _ => null,
        };
        return face is null ? null : Known.Value[face];
    }

    /// <summary>The name begins so and only tells a style behind it: ArialNarrow is not Arial.</summary>
    private static bool Is(string name, string face)
    {
        if (!name.StartsWith(face, StringComparison.OrdinalIgnoreCase)) return false;
        var rest = name[face.Length..];
        foreach (var word in (ReadOnlySpan<string>)["PSMT", "PS", "MT", "Roman", "Regular", "Normal", "Bold", "Italic", "Oblique", ",", "-"])
            rest = rest.Replace(word, "", StringComparison.OrdinalIgnoreCase);
        return rest.Length == 0;
    }

    private static Dictionary<string, StandardWidths> Read()
    {
        var fonts = new Dictionary<string, StandardWidths>(StringComparer.Ordinal) { ["Courier"] = new(null, 0.6, 0.629, -0.157) };
        Dictionary<string, double> advances = [];
        foreach (var line in FontData.Lines("standard-widths.txt"))
        {
            var words = line.Split(' ');
            if (line.StartsWith('[')) fonts[words[0].Trim('[', ']')] = Face(words, advances = new(StringComparer.Ordinal));
            else
                foreach (var name in words.AsSpan(1)) advances[name] = Number(words[0]) / 1000;
        }
        return fonts;
    }

    private static StandardWidths Face(string[] words, Dictionary<string, double> advances) =>
        new(advances, 0, Number(words[1]) / 1000, Number(words[2]) / 1000);

    private static double Number(string digits) => double.Parse(digits, CultureInfo.InvariantCulture);
}

using Extract.Pdf.Fonts.Programs;
using Extract.Pdf.Objects;

namespace Extract.Pdf.Fonts;

/// <summary>What a font dictionary and its descriptor say of the face (ISO 32000-2, 9.8), and the font file where one is embedded.</summary>
internal sealed class FontDescriptor
{
    private const int ItalicFlag = 1 << 6, ForceBoldFlag = 1 << 18;

    /// <summary>Where nothing is said: what CJK and Latin faces have at most, and have on average.</summary>
    private const double UsualAscent = 0.95, UsualDescent = -0.35;

    private readonly PdfDictionary? dictionary;
    private readonly Lazy<FontProgram?> program;

    /// <summary>Reads the descriptor of a simple font or a CIDFont.</summary>
    public FontDescriptor(PdfDictionary font)
    {
        dictionary = font.Dictionary("FontDescriptor");
        Name = BareName(font.NameOf("BaseFont") ?? dictionary?.NameOf("FontName") ?? "");
        var flags = dictionary?["Flags"].Integer() ?? 0;
        Italic = (flags & ItalicFlag) != 0 || dictionary?["ItalicAngle"].Number() is not (null or 0) || Says("Italic", "Oblique");
        Bold = (flags & ForceBoldFlag) != 0 || dictionary?["FontWeight"].Number() >= 600 || Says("Bold", "Black", "Heavy");
        Standard = Encodings.StandardWidths.Find(Name);
        Ascent = Sane(dictionary?["Ascent"].Number() ?? 0, 1) ?? Standard?.Ascent ?? UsualAscent;
        Descent = Sane(dictionary?["Descent"].Number() ?? 0, -1) ?? Standard?.Descent ?? UsualDescent;
        program = new(ReadProgram);
    }

    /// <summary>BaseFont without its subset tag.</summary>
    public string Name { get; }

    public bool Bold { get; }

    public bool Italic { get; }

    /// <summary>The standard font of this name and style, or null.</summary>
    public Encodings.StandardWidths? Standard { get; }

    /// <summary>
    /// How far boxes go above the baseline, in ems. Of Ascent and Descent alone: FontBBox holds the union of all glyphs, and of a font with
    /// swashes, stacked accents or mathematics that reaches over the lines above and below.
    /// </summary>
    public double Ascent { get; }

    /// <summary>How far below; negative.</summary>
    public double Descent { get; }

    /// <summary>The advance of codes without one, in thousandths of an em; null where nothing is said.</summary>
    public double? MissingWidth => dictionary?["MissingWidth"] is PdfNumber number ? number.Value : null;

    /// <summary>A font file is there, whether it can be read or not.</summary>
    public bool IsEmbedded => FontFile is not null;

    /// <summary>The font file, read when first asked for; null where there is none or it cannot be read.</summary>
    public FontProgram? Program => program.Value;

    private PdfStream? FontFile => dictionary is null ? null : dictionary.Stream("FontFile2") ?? dictionary.Stream("FontFile3") ?? dictionary.Stream("FontFile");

    /// <summary>Font files by what they begin with: the key they stand under is often wrong.</summary>
    private FontProgram? ReadProgram()
    {
        if (FontFile?.Decode() is not { Length: > 4 } bytes) return null;
        var start = bytes.Span[..4];
        if (start.SequenceEqual("OTTO"u8) || start.SequenceEqual("true"u8) || start.SequenceEqual("ttcf"u8) || start.SequenceEqual(new byte[] { 0, 1, 0, 0 }))
            return TrueTypeProgram.Read(bytes);
        if (start[0] == 1 && start[2] is >= 4 and <= 16) return CffProgram.Read(bytes);
        return Type1Program.Read(bytes) ?? (FontProgram?)TrueTypeProgram.Read(bytes) ?? CffProgram.Read(bytes);
    }

    private bool Says(params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
            if (Name.Contains(word, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    /// <summary>A measure in thousandths as ems, its sign as it should be; null for 0 and for what no face has.</summary>
    private static double? Sane(double value, int sign) => Math.Abs(value) is > 0 and < 1900 and var size
        ? sign * Math.Min(size / 1000, sign > 0 ? 1.05 : 0.4)
        : null;

    /// <summary>The name without a tag of six capitals and a plus sign.</summary>
    private static string BareName(string name) =>
        name.Length > 7 && name[6] == '+' && name.AsSpan(0, 6).IndexOfAnyExceptInRange('A', 'Z') < 0 ? name[7..] : name;
}

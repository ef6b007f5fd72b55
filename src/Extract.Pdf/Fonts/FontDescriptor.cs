using Extract.Pdf.Fonts.Programs;
using Extract.Pdf.Objects;

namespace Extract.Pdf.Fonts;

/// <summary>What a font dictionary and its descriptor say of the face (ISO 32000-2, 9.8), and the font file where one is embedded.</summary>
internal sealed class FontDescriptor
{
    private const int SymbolicFlag = 1 << 2, ItalicFlag = 1 << 6, ForceBoldFlag = 1 << 18;

    /// <summary>Where nothing is said: what CJK and Latin faces have at most, and have on average.</summary>
    private const double UsualAscent = 0.95, UsualDescent = -0.35;

    /// <summary>A lower ascent is given in another unit; a measure that high, in thousandths of an em, is a number gone wrong.</summary>
    private const double LeastAscent = 200, Most = 1900;

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
        var ascent = Math.Abs(dictionary?["Ascent"].Number() ?? 0);
        var descent = Math.Abs(dictionary?["Descent"].Number() ?? 0);
        Ascent = ascent is > LeastAscent and < Most ? Math.Min(ascent / 1000, 1.05) : Standard?.Ascent ?? UsualAscent;
        Descent = descent is > 0 and < Most && ascent is 0 or > LeastAscent ? -Math.Min(descent / 1000, 0.4) : Standard?.Descent ?? UsualDescent;
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

    /// <summary>The descriptor says that the font has signs of its own rather than letters (ISO 32000-2, 9.8.2).</summary>
    public bool IsSymbolic => ((dictionary?["Flags"].Integer() ?? 0) & SymbolicFlag) != 0;

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

    /// <summary>The name without a tag of six capitals and a plus sign.</summary>
    private static string BareName(string name) =>
        name.Length > 7 && name[6] == '+' && name.AsSpan(0, 6).IndexOfAnyExceptInRange('A', 'Z') < 0 ? name[7..] : name;
}

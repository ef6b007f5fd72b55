using Extract.Pdf.Fonts.CMaps;
using Extract.Pdf.Fonts.Encodings;
using Extract.Pdf.Fonts.Programs;
using Extract.Pdf.Objects;

namespace Extract.Pdf.Fonts;

/// <summary>Codes of a simple font to names, glyphs and characters, by its Encoding, its file, its name (ISO 32000-2, 9.6.5).</summary>
internal sealed class SimpleNames
{
    private readonly FontDescriptor descriptor;
    private readonly GlyphEncoding? encoding;
    private readonly bool dingbats;
    private readonly bool trueType;
    private readonly bool hasDifferences;

    public SimpleNames(PdfDictionary font, FontDescriptor descriptor)
    {
        this.descriptor = descriptor;
        trueType = font.NameOf("Subtype") == "TrueType";
        dingbats = descriptor.Name.Contains("Dingbats", StringComparison.OrdinalIgnoreCase);
        var stated = font["Encoding"];
        var given = GlyphEncoding.Named(stated.Name ?? stated.AsDictionary()?.NameOf("BaseEncoding"));
        hasDifferences = stated.AsDictionary()?.Array("Differences") is not null;
        encoding = (given ?? BuiltIn())?.With(stated.AsDictionary()?.Array("Differences")) ?? Own(stated.AsDictionary()?.Array("Differences"));
    }

    /// <summary>The name of a code's glyph, or null.</summary>
    public string? Name(int code)
    {
        if (encoding?[code] is { } name) return name;
        return descriptor.Program switch
        {
            Type1Program type1 => type1.NameOfCode(code),
            CffProgram cff when cff.GlyphOfCode(code) is not 0 and var glyph => cff.NameOf(glyph),
            _ => null,
        };
    }

    /// <summary>The glyph of a code in the font file; 0 where there is none.</summary>
    public int Glyph(int code)
    {
        var program = descriptor.Program;
        if (program is null) return 0;
        if (Name(code) is not { } name) return program.GlyphOfCode(code);
        if (program is not TrueTypeProgram font) return program.GlyphNamed(name) is not 0 and var named ? named : program.GlyphOfCode(code);
        var character = GlyphNames.Text(name, dingbats);
        if (character is { Length: 1 } && font.GlyphOfCharacter(character[0]) is not 0 and var mapped) return mapped;
        return font.GlyphNamed(name) is not 0 and var posted ? posted : font.GlyphOfCode(code);
    }

    /// <summary>A ToUnicode that has a sign font's code for a character says no more than the code, and the sign is known.</summary>
    public bool IsOwn(int code, string? said) => said is [var character] && character == code && Sign(code) is not null;

    /// <summary>The characters of a code as typed; empty where it prints nothing, null where nothing tells what it prints.</summary>
    public string? Text(int code)
    {
        if (Sign(code) is { } sign) return sign;
        if (IsBlank(code)) return "";
        var named = Name(code) is { } name ? Meaning.Typed(GlyphNames.Text(name, dingbats)) : null;
        return named ?? (Glyph(code) is not 0 and var glyph ? Meaning.Typed(descriptor.Program?.Text(glyph)) : null);
    }

    /// <summary>What an encoding without a base adds to: the file's own where there is one, else what the kind of font is made for.</summary>
    private GlyphEncoding? BuiltIn()
    {
        if (dingbats) return GlyphEncoding.ZapfDingbats;
        if (descriptor.Name.StartsWith("Symbol", StringComparison.Ordinal) && (trueType || !descriptor.IsEmbedded)) return GlyphEncoding.Symbol;
        if (descriptor.IsEmbedded) return null;
        return trueType && descriptor.IsSymbolic ? GlyphEncoding.WinAnsi : GlyphEncoding.Standard;
    }

    private string? Sign(int code) => hasDifferences ? null : SymbolFonts.Sign(descriptor.Name, code);

    /// <summary>The code is given to no glyph, in a kind of font whose .notdef is blank; TrueType fonts draw a box.</summary>
    private bool IsBlank(int code) => Name(code) is null or ".notdef" && !trueType && (descriptor.Program is Type1Program or CffProgram { Collection: null } || !descriptor.IsEmbedded);

    private static GlyphEncoding? Own(PdfArray? differences) => differences is null ? null : new GlyphEncoding(new string?[256]).With(differences);
}

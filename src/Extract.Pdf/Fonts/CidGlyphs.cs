using Extract.Pdf.Fonts.CMaps;
using Extract.Pdf.Fonts.Programs;
using Extract.Pdf.Objects;

namespace Extract.Pdf.Fonts;

/// <summary>The CIDs of a descendant font: to glyphs of its file, to characters of the file or of the character collection.</summary>
internal sealed class CidGlyphs
{
    private static readonly string[] CoreFonts = ["Arial", "TimesNewRoman", "CourierNew"];

    private readonly FontDescriptor descriptor;
    private readonly CMap cmap;
    private readonly string collection;
    private readonly bool trueType;
    private readonly Lazy<BigEndian?> map;

    public CidGlyphs(PdfDictionary font, FontDescriptor descriptor, CMap cmap)
    {
        (this.descriptor, this.cmap) = (descriptor, cmap);
        trueType = font.NameOf("Subtype") == "CIDFontType2";
        var system = font.Dictionary("CIDSystemInfo");
        collection = Latin(system?["Registry"]) + "-" + Latin(system?["Ordering"]);
        map = new(() => font["CIDToGIDMap"] is PdfStream stream ? new BigEndian(stream.Decode()) : null);
    }

    /// <summary>The advance in the font file, in ems, or null.</summary>
    public double? Advance(int cid) => descriptor.Program?.Advance(Glyph(cid));

    /// <summary>
    /// The characters of a CID, or null. A predefined CMap other than the identity fixes what CIDs mean; under the identity they are mostly
    /// glyph numbers, whatever collection is claimed, so that the file's own tables come first.
    /// </summary>
    public string? Text(int cid) => cmap.IsIdentity ? OwnText(cid) ?? OfCollection(cid) ?? OfKnownOrder(cid) : OfCollection(cid) ?? OwnText(cid);

    /// <summary>The file's own character map says other characters for most of the codes.</summary>
    public bool Contradicts(ToUnicode unicode)
    {
        if (descriptor.Program is not TrueTypeProgram { GlyphCount: var count } program) return false;
        var (agree, differ) = (0, 0);
        for (var cid = 1; cid < Math.Min(count, 2000); cid++)
        {
            if (unicode.Text(cid) is not { } said || program.Text(Glyph(cid)) is not { } shown) continue;
            if (Meaning.Typed(said) == Meaning.Typed(shown)) agree++;
            else differ++;
        }
        return differ > agree;
    }

    /// <summary>The characters that the font file itself gives a CID, or null.</summary>
    public string? OwnText(int cid) => descriptor.Program is { } program && Glyph(cid) is not 0 and var glyph ? program.Text(glyph) : null;

    /// <summary>Without a font file, or with one that is keyed by the collection's CIDs.</summary>
    private string? OfCollection(int cid)
    {
        if (trueType && descriptor.IsEmbedded && cmap.IsIdentity && map.Value is null) return null;
        return PredefinedCMaps.Collection(cmap.KnownCollection ?? descriptor.Program?.Collection ?? collection)?.Text(cid);
    }

    /// <summary>
    /// Glyph numbers of a font that is not embedded mean something only where every copy numbers its glyphs alike: the old core fonts of
    /// Windows have ASCII from 3 on.
    /// </summary>
    private string? OfKnownOrder(int cid)
    {
        if (descriptor.IsEmbedded || !trueType || cid is < 3 or > 97) return null;
        var name = descriptor.Name.Replace(" ", "", StringComparison.Ordinal);
        return Array.Exists(CoreFonts, font => name.StartsWith(font, StringComparison.OrdinalIgnoreCase)) ? ((char)(cid + 29)).ToString() : null;
    }

    private int Glyph(int cid)
    {
        if (trueType && map.Value is { } table) return table.UInt16(2L * cid);
        return descriptor.Program?.GlyphOfCid(cid) ?? cid;
    }

    private static string Latin(PdfObject? text) => text is PdfString { Bytes: { Length: < 64 } bytes } ? System.Text.Encoding.Latin1.GetString(bytes) : "";
}

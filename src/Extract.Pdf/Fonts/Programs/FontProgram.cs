namespace Extract.Pdf.Fonts.Programs;

/// <summary>A font file inside a document. Only what text needs of it: which glyph is which, and how wide.</summary>
internal abstract class FontProgram
{
    /// <summary>How many glyphs the file says it has; between 0 and 65,535.</summary>
    public abstract int GlyphCount { get; }

    /// <summary>The advance of a glyph in ems, or null.</summary>
    public abstract double? Advance(int glyph);

    /// <summary>The characters that the font itself gives a glyph, or null: its character map read backwards, its names.</summary>
    public abstract string? Text(int glyph);

    /// <summary>The glyph of a name; 0 where there is none.</summary>
    public abstract int GlyphNamed(string name);

    /// <summary>The glyph of a code by the font's built-in encoding; 0 where there is none.</summary>
    public abstract int GlyphOfCode(int code);

    /// <summary>The name of a glyph, or null.</summary>
    public abstract string? NameOf(int glyph);

    /// <summary>The glyph of a CID: the CID itself unless the file has a table for it.</summary>
    public virtual int GlyphOfCid(int cid) => cid;

    /// <summary>The character collection of a CID-keyed file ("Adobe-GB1"), or null.</summary>
    public virtual string? Collection => null;
}

using Extract.Pdf.Objects;

namespace Extract.Pdf.Fonts;

/// <summary>A font as a content stream uses it: bytes of a shown string to codes, codes to glyphs.</summary>
/// <remarks>Made once per font dictionary and shared by the pages of one document, used by one thread at a time.</remarks>
internal abstract class Font
{
    /// <summary>BaseFont without its subset tag; empty where there is none.</summary>
    public string Name { get; protected init; } = "";

    /// <summary>The font says it is bold: by name, by flags (ForceBold) or by weight.</summary>
    public bool Bold { get; protected init; }

    /// <summary>The font says it is italic.</summary>
    public bool Italic { get; protected init; }

    /// <summary>Writes down: displacement and origin are the vertical ones.</summary>
    public bool Vertical { get; protected init; }

    /// <summary>Reads the next code and moves <paramref name="at"/> behind it, always by at least 1. A one-byte code 32 takes word spacing.</summary>
    public abstract int NextCode(ReadOnlySpan<byte> text, ref int at);

    /// <summary>The glyph of a code; kept, so that asking again costs a look-up.</summary>
    public abstract FontGlyph GlyphOf(int code);

    /// <summary>The font of a dictionary. Never throws for bad content: what cannot be read is left out, and its glyphs are unknown.</summary>
    public static Font Load(PdfDictionary font) => FontLoading.Load(font);
}

/// <summary>A glyph in text space units (1/1000 of Tf's size is 0.001; a Type 3 font's are through its FontMatrix).</summary>
/// <param name="Text">Its characters; U+FFFD where it is unknown, empty where the code prints nothing on purpose.</param>
/// <param name="Unknown">No Unicode value can be had.</param>
/// <param name="Width">The horizontal displacement (w0 across).</param>
/// <param name="Ascent">How far its box goes above the baseline: the font's ascent, sane.</param>
/// <param name="Descent">How far below (negative).</param>
/// <param name="OriginX">Vertical writing: x of the vertical origin from the horizontal one (v).</param>
/// <param name="OriginY">Vertical writing: its y.</param>
/// <param name="Down">Vertical writing: the displacement w1 down (negative).</param>
internal readonly record struct FontGlyph(
    string Text, bool Unknown, double Width, double Ascent, double Descent, double OriginX = 0, double OriginY = 0, double Down = 0);

/// <summary>A Type 3 font: its glyphs are small content streams.</summary>
internal abstract class DrawnFont : Font
{
    /// <summary>FontMatrix: a b c d e f.</summary>
    public double[] Matrix { get; protected init; } = [0.001, 0, 0, 0.001, 0, 0];

    /// <summary>Resources of the glyphs; null: those of the page.</summary>
    public PdfDictionary? Resources { get; protected init; }

    /// <summary>The stream that draws a code, or null.</summary>
    public abstract PdfStream? Drawing(int code);
}

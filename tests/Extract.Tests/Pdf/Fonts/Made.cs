using System.Text;
using Extract.Pdf.Fonts;
using Extract.Pdf.Objects;

namespace Extract.Tests.Pdf.Fonts;

/// <summary>Objects of a file that was never written: streams hold their bytes plain.</summary>
internal sealed class Made : IObjectSource
{
    private static readonly Made Source = new();

    public PdfObject Resolve(PdfObject written) => written;

    public ReadOnlyMemory<byte> Decode(PdfStream stream) => stream.Raw;

    public static PdfDictionary Dictionary(params (string Key, PdfObject Value)[] items) =>
        new(items.ToDictionary(static item => item.Key, static item => item.Value), Source);

    public static PdfArray Array(params PdfObject[] items) => new([.. items], Source);

    public static PdfArray Numbers(params double[] items) => new([.. items.Select(static item => (PdfObject)PdfNumber.Of(item))], Source);

    public static PdfName Name(string name) => new(name);

    public static PdfNumber Number(double number) => PdfNumber.Of(number);

    public static PdfString Text(string latin) => new(Encoding.Latin1.GetBytes(latin));

    public static PdfStream Stream(byte[] bytes, params (string Key, PdfObject Value)[] items) => new(Dictionary(items), bytes, 0, 0);

    public static PdfStream Stream(string latin, params (string Key, PdfObject Value)[] items) => Stream(Encoding.Latin1.GetBytes(latin), items);

    /// <summary>A Type 0 font that is not embedded.</summary>
    public static Font Composite(PdfObject encoding, string ordering, params (string Key, PdfObject Value)[] more) => Font.Load(Dictionary(
        ("Subtype", Name("Type0")), ("BaseFont", Name("STSong-Light")), ("Encoding", encoding),
        ("DescendantFonts", Array(Dictionary([
            ("Subtype", Name("CIDFontType0")), ("BaseFont", Name("STSong-Light")),
            ("CIDSystemInfo", Dictionary(("Registry", Text("Adobe")), ("Ordering", Text(ordering)), ("Supplement", Number(2)))),
            .. more])))));

    /// <summary>The glyphs that a font shows for bytes.</summary>
    public static IReadOnlyList<FontGlyph> Shown(Font font, params byte[] bytes)
    {
        var glyphs = new List<FontGlyph>();
        for (var at = 0; at < bytes.Length;) glyphs.Add(font.GlyphOf(font.NextCode(bytes, ref at)));
        return glyphs;
    }

    /// <summary>The text that a font shows for bytes.</summary>
    public static string Read(Font font, params byte[] bytes) => string.Concat(Shown(font, bytes).Select(static glyph => glyph.Text));
}

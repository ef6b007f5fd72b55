using System.Text;

namespace Extract.Pdf.Objects;

/// <summary>Text strings (ISO 32000-2, 7.9.2.2).</summary>
internal static class PdfText
{
    /// <summary>UTF-16 or UTF-8 by its mark, else PDFDocEncoding, of which the part that is Latin-1 is read.</summary>
    public static string Read(byte[] bytes) => bytes switch
    {
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode.GetString(bytes.AsSpan(2)),
        [0xFF, 0xFE, ..] => Encoding.Unicode.GetString(bytes.AsSpan(2)),
        [0xEF, 0xBB, 0xBF, ..] => Encoding.UTF8.GetString(bytes.AsSpan(3)),
        _ => Encoding.Latin1.GetString(bytes),
    };
}

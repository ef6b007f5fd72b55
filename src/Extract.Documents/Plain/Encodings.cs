using System.Text;

namespace Extract.Documents.Plain;

/// <summary>Bytes to characters: a byte-order mark is believed; else UTF-16 by its zero bytes, UTF-8 by its grammar, else GB18030.</summary>
internal static class Encodings
{
    /// <summary>The characters, the encoding's name, and how many byte sequences were invalid in it; null where the bytes are no text.</summary>
    public static (string Text, string Encoding, int Invalid)? Decode(ReadOnlySpan<byte> bytes)
    {
        var (encoding, mark) = Detect(bytes);
        var text = encoding.GetString(bytes[mark..]);
        var invalid = 0;
        var controls = 0;
        foreach (var c in text)
        {
            if (c == '\uFFFD') invalid++;
            else if (c < ' ' && c is not ('\t' or '\n' or '\r' or '\f' or '\v' or '\u001A')) controls++;
        }
        // Text has no control characters but line, page and tab marks; a stray one in a thousand is forgiven.
        if (controls * 200L > text.Length || invalid * 20L > text.Length) return null;
        return (text, encoding.WebName.ToUpperInvariant(), invalid);
    }

    private static (Encoding Encoding, int Mark) Detect(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("\uFEFF"u8)) return (Encoding.UTF8, 3);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])) return (Encoding.Unicode, 2);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return (Encoding.BigEndianUnicode, 2);
        if (ZeroHalf(bytes) is { } wide) return (wide, 0);
        if (System.Text.Unicode.Utf8.IsValid(bytes)) return (Encoding.UTF8, 0);
        return (Gb18030, 0);
    }

    /// <summary>UTF-16 without a mark: ASCII characters leave zeros in every second byte.</summary>
    private static Encoding? ZeroHalf(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..Math.Min(bytes.Length & ~1, 4096)];
        int even = 0, odd = 0;
        for (var i = 0; i + 1 < sample.Length; i += 2)
        {
            if (sample[i] == 0) even++;
            if (sample[i + 1] == 0) odd++;
        }
        var pairs = sample.Length / 2;
        if (pairs < 4) return null;
        if (odd * 20 > pairs && even == 0) return Encoding.Unicode;
        return even * 20 > pairs && odd == 0 ? Encoding.BigEndianUnicode : null;
    }

    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("GB18030", EncoderFallback.ReplacementFallback, DecoderFallback.ReplacementFallback)!;
}

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
        return (IsUtf8(bytes) ? Encoding.UTF8 : Gb18030, 0);
    }

    /// <summary>True for UTF-8, also where a few sequences are damaged or the file ends inside one: GB18030 does not look like UTF-8 ten times out of eleven.</summary>
    private static bool IsUtf8(ReadOnlySpan<byte> bytes)
    {
        if (System.Text.Unicode.Utf8.IsValid(bytes)) return true;
        int whole = 0, broken = 0;
        while (!bytes.IsEmpty)
        {
            var ascii = bytes.IndexOfAnyExceptInRange((byte)0, (byte)0x7F);
            if (ascii < 0) break;
            bytes = bytes[ascii..];
            if (Rune.DecodeFromUtf8(bytes, out _, out var length) == System.Buffers.OperationStatus.Done) whole++;
            else broken++;
            bytes = bytes[length..];
        }
        return broken * 10L <= whole;
    }

    /// <summary>
    /// False for Chinese text in which hardly any of the characters occurs that every Chinese text is full of: it was written in another
    /// encoding than it was read in. The sixty characters most frequent in disclosures make two fifths of their text.
    /// </summary>
    public static bool IsPlausible(string text)
    {
        int ideographs = 0, common = 0;
        foreach (var c in text)
        {
            if (c is < '\u4E00' or > '\u9FFF') continue;
            ideographs++;
            if (Common.Contains(c)) common++;
        }
        return ideographs < LeastIdeographs || common * 20L > ideographs;
    }

    private const int LeastIdeographs = 30;

    private static readonly System.Buffers.SearchValues<char> Common =
        System.Buffers.SearchValues.Create("权标产目知识项算指年务出支政专的成分公预度万业金数省元资完行利用费中工和作情况理服合财级决效人实单部进一位国展发管及重动");

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

using System.Globalization;
using Extract.Pdf.Fonts.Encodings;

namespace Extract.Pdf.Fonts.Programs;

/// <summary>The parts of a Type 1 file (Adobe Type 1 Font Format, chapters 2, 6 and 7).</summary>
internal static class Type1File
{
    private const int MostGlyphs = 65_536;

    /// <summary>The file without the segment headers of a PFB.</summary>
    public static ReadOnlyMemory<byte> Joined(ReadOnlyMemory<byte> file)
    {
        if (file.Length < 6 || file.Span[0] != 0x80) return file;
        using var joined = new MemoryStream(file.Length);
        var at = 0;
        while (at + 6 <= file.Length && file.Span[at] == 0x80 && file.Span[at + 1] is 1 or 2)
        {
            long length = BitConverter.ToUInt32(file.Span.Slice(at + 2, 4));
            at += 6;
            var taken = (int)Math.Min(length, file.Length - at);
            joined.Write(file.Span.Slice(at, taken));
            at += taken;
        }
        return joined.ToArray();
    }

    /// <summary>What stands behind eexec, decrypted; given in hexadecimal or in bytes.</summary>
    public static ReadOnlyMemory<byte> Decrypted(ReadOnlyMemory<byte> behind)
    {
        var secret = behind.Span;
        while (secret.Length > 0 && secret[0] is 9 or 10 or 13 or 32) secret = secret[1..];
        var bytes = IsHexadecimal(secret) ? FromHexadecimal(secret) : secret.ToArray();
        return Decrypt(bytes, 55665, 4);
    }

    /// <summary>The names of the 256 codes.</summary>
    public static string?[] Encoding(ReadOnlySpan<byte> clear)
    {
        var names = new string?[256];
        var at = clear.IndexOf("/Encoding"u8);
        if (at < 0) return names;
        var tokens = new Type1Tokens(clear[(at + 9)..]);
        if (tokens.Next() && tokens.Is("StandardEncoding"u8))
        {
            for (var code = 0; code < 256; code++) names[code] = GlyphEncoding.Standard[code];
            return names;
        }
        while (tokens.Next() && !tokens.Is("def"u8) && !tokens.Is("readonly"u8))
        {
            if (!tokens.Is("dup"u8) || !tokens.Next()) continue;
            var code = tokens.Radix();
            if (tokens.Next() && tokens.Name() is { } name && code is >= 0 and < 256) names[code] = name;
        }
        return names;
    }

    /// <summary>From glyph space to ems: the first number of FontMatrix.</summary>
    public static double Scale(ReadOnlySpan<byte> clear)
    {
        var at = clear.IndexOf("/FontMatrix"u8);
        if (at < 0) return 0.001;
        var tokens = new Type1Tokens(clear[(at + 11)..]);
        if (tokens.Next() && tokens.IsMark && tokens.Next() && double.TryParse(tokens.Text(), NumberStyles.Float, CultureInfo.InvariantCulture, out var scale))
            return scale is > 1e-5 and < 1 ? scale : 0.001;
        return 0.001;
    }

    /// <summary>Names and decrypted charstrings. The first stands for no glyph, so that 0 is none.</summary>
    public static List<(string Name, ReadOnlyMemory<byte> Code)> Glyphs(ReadOnlyMemory<byte> secret)
    {
        List<(string, ReadOnlyMemory<byte>)> glyphs = [(".notdef", default)];
        var text = secret.Span;
        var lead = text.IndexOf("/lenIV"u8) is >= 0 and var given ? new Type1Tokens(text[(given + 6)..]).First() : 4;
        var at = text.IndexOf("/CharStrings"u8);
        if (at < 0) return glyphs;
        var tokens = new Type1Tokens(text[(at + 12)..]);
        while (glyphs.Count < MostGlyphs && tokens.Next() && !tokens.Is("end"u8))
        {
            if (tokens.Name() is not { } name || !tokens.Next()) continue;
            var length = tokens.Radix();
            if (length is < 0 or > 65_535 || !tokens.Next()) continue;
            var code = tokens.Skip(length);
            glyphs.Add((name, lead < 0 ? code.ToArray() : Decrypt(code.ToArray(), 4330, lead)));
        }
        return glyphs;
    }

    /// <summary>The advance that a charstring begins with (hsbw or sbw), in glyph space; null where it does not.</summary>
    public static double? Advance(ReadOnlySpan<byte> code)
    {
        Span<double> stack = stackalloc double[24];
        var count = 0;
        for (var at = 0; at < code.Length && count < stack.Length;)
        {
            var first = code[at++];
            if (first >= 32) stack[count++] = Operand(code, first, ref at);
            else if (first == 13) return count >= 2 ? stack[1] : null;
            else if (first != 12 || at >= code.Length) return null;
            else if (code[at] == 7) return count >= 4 ? stack[2] : null;
            else if (code[at++] != 12 || count < 2 || stack[count - 1] == 0) return null;
            else stack[--count - 1] /= stack[count];
        }
        return null;
    }

    private static double Operand(ReadOnlySpan<byte> code, int first, ref int at)
    {
        if (first <= 246) return first - 139;
        var second = at < code.Length ? code[at] : 0;
        if (first == 255)
        {
            var value = at + 4 <= code.Length ? System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(code[at..]) : 0;
            at += 4;
            return value;
        }
        at++;
        return first <= 250 ? (first - 247) * 256 + second + 108 : -(first - 251) * 256 - second - 108;
    }

    private static bool IsHexadecimal(ReadOnlySpan<byte> secret)
    {
        foreach (var c in secret[..Math.Min(4, secret.Length)])
            if (!char.IsAsciiHexDigit((char)c)) return false;
        return true;
    }

    private static byte[] FromHexadecimal(ReadOnlySpan<byte> digits)
    {
        var bytes = new byte[digits.Length / 2 + 1];
        var (count, half) = (0, -1);
        foreach (var c in digits)
        {
            if (!char.IsAsciiHexDigit((char)c)) continue;
            var value = c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10;
            if (half < 0) half = value;
            else
            {
                bytes[count++] = (byte)(half << 4 | value);
                half = -1;
            }
        }
        return bytes[..count];
    }

    /// <summary>Type 1 encryption, in place; the first bytes are only noise.</summary>
    private static ReadOnlyMemory<byte> Decrypt(byte[] cipher, ushort key, int lead)
    {
        for (var i = 0; i < cipher.Length; i++)
        {
            var c = cipher[i];
            cipher[i] = (byte)(c ^ key >> 8);
            key = unchecked((ushort)((c + key) * 52845 + 22719));
        }
        return cipher.AsMemory(Math.Min(lead, cipher.Length));
    }
}

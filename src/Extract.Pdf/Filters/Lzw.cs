using Extract.Pdf.Structure;

namespace Extract.Pdf.Filters;

/// <summary>LZW with codes of 9 to 12 bits (ISO 32000-2, 7.4.4.2).</summary>
internal static class Lzw
{
    private const int Clear = 256;
    private const int End = 257;
    private const int MostCodes = 4096;

    /// <summary>A code's text is one that was written before: where it begins in the output, and its length.</summary>
    public static bool Decode(ReadOnlySpan<byte> input, ByteSink output, bool early)
    {
        Span<int> starts = stackalloc int[MostCodes];
        Span<int> lengths = stackalloc int[MostCodes];
        var (next, width, bits, held, shift) = (258, 9, 0, 0u, early ? 1 : 0);
        var (lastStart, lastLength) = (0, 0);
        foreach (var b in input)
        {
            unchecked
            {
                held = held << 8 | b;
            }
            bits += 8;
            if (bits < width) continue;
            bits -= width;
            var code = (int)(held >> bits) & ((1 << width) - 1);
            if (code == End) return true;
            if (code == Clear)
            {
                (next, width, lastLength) = (258, 9, 0);
                continue;
            }
            var start = output.Length;
            int length;
            if (code < 256)
            {
                if (!output.Add((byte)code)) return false;
                length = 1;
            }
            else if (code < next && lastLength > 0)
            {
                length = lengths[code];
                if (!output.Repeat(start - starts[code], length)) return false;
            }
            else if (code == next && lastLength > 0)
            {
                length = lastLength + 1;
                if (!output.Repeat(start - lastStart, lastLength) || !output.Repeat(lastLength, 1)) return false;
            }
            else
            {
                return false;
            }
            if (lastLength > 0 && next < MostCodes)
            {
                // The last text and the first byte of this one stand side by side in the output.
                (starts[next], lengths[next]) = (lastStart, lastLength + 1);
                next++;
                if (next + shift >= 1 << width && width < 12) width++;
            }
            (lastStart, lastLength) = (start, length);
        }
        return false;
    }
}

using Extract.Pdf.Structure;

namespace Extract.Pdf.Filters;

/// <summary>ASCIIHex, ASCII85 and RunLength (ISO 32000-2, 7.4.2, 7.4.3, 7.4.5). Each answers false where the data are damaged.</summary>
internal static class AsciiFilters
{
    public static bool Hex(ReadOnlySpan<byte> input, ByteSink output)
    {
        var high = -1;
        var whole = true;
        foreach (var b in input)
        {
            if (b == '>') break;
            var digit = ByteClass.Hex(b);
            if (digit < 0)
            {
                whole &= ByteClass.IsWhite(b);
            }
            else if (high < 0)
            {
                high = digit;
            }
            else
            {
                if (!output.Add((byte)(high << 4 | digit))) return false;
                high = -1;
            }
        }
        return (high < 0 || output.Add((byte)(high << 4))) && whole;
    }

    public static bool Base85(ReadOnlySpan<byte> input, ByteSink output)
    {
        var (value, count) = (0u, 0);
        for (var i = 0; i < input.Length; i++)
        {
            var b = input[i];
            if (b == '~') break;
            if (ByteClass.IsWhite(b)) continue;
            if (b == 'z' && count == 0)
            {
                if (!output.Add("\0\0\0\0"u8)) return false;
                continue;
            }
            // The frame “<~” some encoders write in front.
            if (b == '<' && i + 1 < input.Length && input[i + 1] == '~' && output.Length == 0)
            {
                i++;
                continue;
            }
            if (b is < (byte)'!' or > (byte)'u') return false;
            unchecked
            {
                value = value * 85 + (uint)(b - '!');
            }
            if (++count < 5) continue;
            if (!Put(value, 4, output)) return false;
            (value, count) = (0, 0);
        }
        if (count < 2) return count == 0;
        unchecked
        {
            for (var i = count; i < 5; i++) value = value * 85 + 84;
        }
        return Put(value, count - 1, output);
    }

    public static bool RunLength(ReadOnlySpan<byte> input, ByteSink output)
    {
        for (var at = 0; at < input.Length;)
        {
            var length = input[at++];
            if (length == 128) return true;
            if (length < 128)
            {
                var take = Math.Min(length + 1, input.Length - at);
                if (!output.Add(input.Slice(at, take)) || take <= length) return false;
                at += take;
            }
            else
            {
                if (at >= input.Length || !output.Add(input[at])) return false;
                if (!output.Repeat(1, 256 - length)) return false;
                at++;
            }
        }
        return true;
    }

    private static bool Put(uint value, int count, ByteSink output)
    {
        for (var i = 0; i < count; i++)
            if (!output.Add((byte)(value >> (24 - 8 * i) & 0xFF))) return false;
        return true;
    }
}

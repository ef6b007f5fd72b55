namespace Extract.Pdf.Security;

/// <summary>The stream cipher RC4: the same both ways.</summary>
internal static class Rc4
{
    public static byte[] Apply(ReadOnlySpan<byte> key, ReadOnlySpan<byte> data)
    {
        var result = new byte[data.Length];
        if (key.IsEmpty) return result;
        Span<byte> state = stackalloc byte[256];
        for (var i = 0; i < 256; i++) state[i] = (byte)i;
        unchecked
        {
            byte j = 0;
            for (var i = 0; i < 256; i++)
            {
                j += (byte)(state[i] + key[i % key.Length]);
                (state[i], state[j]) = (state[j], state[i]);
            }
            byte a = 0, b = 0;
            for (var i = 0; i < data.Length; i++)
            {
                b += state[++a];
                (state[a], state[b]) = (state[b], state[a]);
                result[i] = (byte)(data[i] ^ state[(byte)(state[a] + state[b])]);
            }
        }
        return result;
    }
}

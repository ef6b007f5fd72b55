namespace Extract.Cli.Evaluation.Pdf;

/// <summary>Damages a copy of a file in a way that depends on a seed and a number alone.</summary>
internal static class Damage
{
    private static readonly byte[][] Tokens =
    [
        "<<"u8.ToArray(), ">>"u8.ToArray(), "["u8.ToArray(), "]"u8.ToArray(), "("u8.ToArray(), "stream"u8.ToArray(), "endstream"u8.ToArray(), "endobj"u8.ToArray(),
        "-1"u8.ToArray(), "0"u8.ToArray(), "99999999999"u8.ToArray(), "2147483647"u8.ToArray(), "-2147483648"u8.ToArray(), "1e9"u8.ToArray(), " 0 R"u8.ToArray(), "/Kids"u8.ToArray(),
        "/Length"u8.ToArray(), "/Prev 0"u8.ToArray(), "null"u8.ToArray(), "/FlateDecode"u8.ToArray(), "/W [8 8 8]"u8.ToArray(), "nan"u8.ToArray(),
    ];

    /// <summary>The damaged copy.</summary>
    public static byte[] Of(byte[] bytes, int seed, int number)
    {
        var random = new Sequence(unchecked((ulong)seed * 0x9E3779B97F4A7C15 + (ulong)number + 1));
        var copy = new List<byte>(bytes);
        var strokes = 1 + random.Below(random.Below(4) == 0 ? 60 : 6);
        for (var i = 0; i < strokes && copy.Count > 1; i++) Stroke(copy, random);
        return [.. copy];
    }

    private static void Stroke(List<byte> copy, Sequence random)
    {
        var at = random.Below(copy.Count);
        switch (random.Below(8))
        {
            case 0: copy[at] = (byte)random.Below(256); break;
            case 1: copy[at] ^= (byte)(1 << random.Below(8)); break;
            case 2: Overwrite(copy, at, Tokens[random.Below(Tokens.Length)]); break;
            case 3: copy.InsertRange(at, Tokens[random.Below(Tokens.Length)]); break;
            case 4: copy.RemoveRange(at, Math.Min(1 + random.Below(64), copy.Count - at)); break;
            case 5: copy.InsertRange(at, copy.GetRange(at, Math.Min(1 + random.Below(200), copy.Count - at))); break;
            case 6: Digit(copy, at, random); break;
            default: Swap(copy, at, random); break;
        }
    }

    private static void Overwrite(List<byte> copy, int at, byte[] token)
    {
        for (var i = 0; i < token.Length && at + i < copy.Count; i++) copy[at + i] = token[i];
    }

    /// <summary>Another digit for the next digit there is: lengths, counts, offsets and references go wrong most.</summary>
    private static void Digit(List<byte> copy, int at, Sequence random)
    {
        for (var i = at; i < Math.Min(copy.Count, at + 400); i++)
        {
            if (copy[i] is < (byte)'0' or > (byte)'9') continue;
            copy[i] = (byte)('0' + random.Below(10));
            return;
        }
    }

    private static void Swap(List<byte> copy, int at, Sequence random)
    {
        var length = Math.Min(1 + random.Below(32), copy.Count - at);
        var other = random.Below(copy.Count - length + 1);
        for (var i = 0; i < length; i++) (copy[at + i], copy[other + i]) = (copy[other + i], copy[at + i]);
    }

    /// <summary>SplitMix64: the same numbers on every machine.</summary>
    private sealed class Sequence(ulong state)
    {
        private ulong state = state;

        public int Below(int limit)
        {
            unchecked
            {
                state += 0x9E3779B97F4A7C15;
                var z = state;
                z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
                z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
                return (int)((z ^ (z >> 31)) % (ulong)limit);
            }
        }
    }
}

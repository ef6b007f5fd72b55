using Extract.Pdf.Structure;

namespace Extract.Pdf.Filters;

/// <summary>Inflates (RFC 1951) as far as the data go: at the first thing that cannot be, what was read so far is kept.</summary>
internal ref struct Inflate
{
    private const int LongestCode = 15;

    private static readonly ushort[] LengthBase = [3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258];
    private static readonly byte[] LengthExtra = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
    private static readonly ushort[] DistanceBase = [1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577];
    private static readonly byte[] DistanceExtra = [0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13];
    private static readonly byte[] CodeOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
    private static readonly Codes FixedLiterals = Fixed();
    private static readonly Codes FixedDistances = new(Enumerable.Repeat((byte)5, 30).ToArray());

    private readonly ReadOnlySpan<byte> input;
    private int at;
    private uint held;
    private int bits;

    private Inflate(ReadOnlySpan<byte> input) => this.input = input;

    /// <summary>False where the data end before their last block does, or are damaged.</summary>
    public static bool Decode(ReadOnlySpan<byte> input, ByteSink output, CancellationToken cancellation)
    {
        var reader = new Inflate(input);
        var start = output.Length;
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            var last = reader.Take(1);
            var whole = reader.Take(2) switch
            {
                0 => reader.Stored(output),
                1 => reader.Compressed(FixedLiterals, FixedDistances, output, start),
                2 => reader.Dynamic(output, start),
                _ => false,
            };
            if (!whole) return false;
            if (last == 1) return true;
        }
    }

    /// <summary>The next bits, lowest first; -1 where the input is over.</summary>
    private int Take(int count)
    {
        unchecked
        {
            while (bits < count)
            {
                if (at >= input.Length) return -1;
                held |= (uint)input[at++] << bits;
                bits += 8;
            }
            var value = (int)(held & ((1u << count) - 1));
            held >>= count;
            bits -= count;
            return value;
        }
    }

    private bool Stored(ByteSink output)
    {
        (held, bits) = (0, 0);
        if (at + 4 > input.Length) return false;
        var length = input[at] | input[at + 1] << 8;
        if ((length ^ 0xFFFF) != (input[at + 2] | input[at + 3] << 8)) return false;
        at += 4;
        var take = Math.Min(length, input.Length - at);
        if (!output.Add(input.Slice(at, take))) return false;
        at += take;
        return take == length;
    }

    private bool Dynamic(ByteSink output, int start)
    {
        var (literals, distances, orders) = (Take(5) + 257, Take(5) + 1, Take(4) + 4);
        if (literals < 257 || distances < 1 || orders < 4) return false;
        Span<byte> lengths = stackalloc byte[320];
        lengths.Clear();
        for (var i = 0; i < orders; i++)
        {
            var length = Take(3);
            if (length < 0) return false;
            lengths[CodeOrder[i]] = (byte)length;
        }
        var codes = new Codes(lengths[..19]);
        lengths.Clear();
        for (var i = 0; i < literals + distances;)
        {
            var symbol = Symbol(codes);
            if (symbol < 0) return false;
            if (symbol < 16)
            {
                lengths[i++] = (byte)symbol;
                continue;
            }
            var repeat = symbol == 16 ? Take(2) + 3 : symbol == 17 ? Take(3) + 3 : Take(7) + 11;
            if (repeat < 3 || (symbol == 16 && i == 0) || i + repeat > literals + distances) return false;
            var value = symbol == 16 ? lengths[i - 1] : (byte)0;
            lengths.Slice(i, repeat).Fill(value);
            i += repeat;
        }
        return Compressed(new Codes(lengths[..literals]), new Codes(lengths.Slice(literals, distances)), output, start);
    }

    private bool Compressed(Codes literals, Codes distances, ByteSink output, int start)
    {
        while (true)
        {
            var symbol = Symbol(literals);
            if (symbol < 0) return false;
            if (symbol < 256)
            {
                if (!output.Add((byte)symbol)) return false;
                continue;
            }
            if (symbol == 256) return true;
            if (symbol > 285) return false;
            var extra = Take(LengthExtra[symbol - 257]);
            var far = Symbol(distances);
            if (extra < 0 || far is < 0 or > 29) return false;
            var more = Take(DistanceExtra[far]);
            var distance = DistanceBase[far] + more;
            if (more < 0 || distance > output.Length - start || !output.Repeat(distance, LengthBase[symbol - 257] + extra)) return false;
        }
    }

    /// <summary>Canonical decoding bit by bit: slow, and used for damaged streams only.</summary>
    private int Symbol(Codes codes)
    {
        int code = 0, first = 0, index = 0;
        for (var length = 1; length <= LongestCode; length++)
        {
            var bit = Take(1);
            if (bit < 0) return -1;
            code |= bit;
            var count = codes.Counts[length];
            if (code - count < first) return Found(codes, index + code - first);
            index += count;
            first = (first + count) << 1;
            code <<= 1;
        }
        return -1;
    }

    /// <summary>Lengths that promise more codes than there are symbols point behind them.</summary>
    private static int Found(Codes codes, int index) => (uint)index < (uint)codes.Symbols.Length ? codes.Symbols[index] : -1;

    private static Codes Fixed()
    {
        var lengths = new byte[288];
        for (var i = 0; i < 288; i++) lengths[i] = (byte)(i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8);
        return new Codes(lengths);
    }

    /// <summary>How many codes there are of each length, and the symbols in the order of their codes.</summary>
    private sealed class Codes
    {
        public Codes(ReadOnlySpan<byte> lengths)
        {
            foreach (var length in lengths) Counts[length]++;
            Counts[0] = 0;
            Symbols = new ushort[Math.Max(1, lengths.Length)];
            Span<int> next = stackalloc int[LongestCode + 2];
            next.Clear();
            for (var i = 1; i <= LongestCode; i++) next[i + 1] = next[i] + Counts[i];
            for (var i = 0; i < lengths.Length; i++)
                if (lengths[i] != 0) Symbols[next[lengths[i]]++] = (ushort)i;
        }

        public int[] Counts { get; } = new int[LongestCode + 1];

        public ushort[] Symbols { get; }
    }
}

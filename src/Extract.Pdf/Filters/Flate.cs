using System.IO.Compression;
using System.Runtime.InteropServices;
using Extract.Pdf.Structure;

namespace Extract.Pdf.Filters;

/// <summary>
/// Flate (RFC 1950, 1951): the runtime's own inflater, and where that refuses, a tolerant one that keeps everything up to the damage.
/// </summary>
internal static class Flate
{
    private const int Chunk = 1 << 16;

    /// <summary>False where the data are damaged or cut.</summary>
    public static bool Decode(ReadOnlyMemory<byte> input, ByteSink output, CancellationToken cancellation)
    {
        var start = output.Length;
        if (LooksRight(input.Span) && Fast(input, output, cancellation)) return true;
        if (output.Overflowed) return false;
        output.Truncate(start);
        var span = input.Span;
        // White space between the keyword and the data, as some writers leave.
        while (span.Length > 2 && !LooksRight(span) && ByteClass.IsWhite(span[0])) span = span[1..];
        return Inflate.Decode(LooksRight(span) ? span[2..] : span, output, cancellation);
    }

    private static bool LooksRight(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= 2 && (bytes[0] & 0x0F) == 8 && (bytes[0] << 8 | bytes[1]) % 31 == 0 && (bytes[1] & 0x20) == 0;

    private static bool Fast(ReadOnlyMemory<byte> input, ByteSink output, CancellationToken cancellation)
    {
        if (!MemoryMarshal.TryGetArray(input, out var segment) || segment.Array is not { } array) return false;
        try
        {
            using var compressed = new MemoryStream(array, segment.Offset, segment.Count, writable: false);
            using var inflater = new ZLibStream(compressed, CompressionMode.Decompress);
            while (true)
            {
                cancellation.ThrowIfCancellationRequested();
                var room = output.Room(Math.Clamp(segment.Count * 4, 512, Chunk));
                if (room.IsEmpty) return inflater.ReadByte() < 0 && !output.Refuse();
                var read = inflater.Read(room);
                if (read == 0) return true;
                output.Advance(read);
            }
        }
        catch (InvalidDataException)
        {
            // Damaged: the tolerant inflater says how far it can be read.
            return false;
        }
    }
}

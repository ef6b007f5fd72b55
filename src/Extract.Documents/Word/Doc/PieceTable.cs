using Extract.Documents.Containers;

namespace Extract.Documents.Word.Doc;

/// <summary>A stretch of text that stands together in the file.</summary>
/// <param name="Start">Its first character position.</param>
/// <param name="End">Behind its last.</param>
/// <param name="Offset">Where its bytes start.</param>
/// <param name="IsWide">Two bytes a character (UTF-16), or one (Windows-1252).</param>
/// <param name="Change">The property changes a fast save attached to it.</param>
internal readonly record struct Piece(int Start, int End, long Offset, bool IsWide, ReadOnlyMemory<byte> Change)
{
    /// <summary>Where the bytes of a character start.</summary>
    public long OffsetOf(int position) => Offset + (long)(position - Start) * (IsWide ? 2 : 1);
}

/// <summary>The piece table (MS-DOC 2.8.35, 2.9.38): the text in its order, wherever saves have left its stretches.</summary>
internal static class PieceTable
{
    /// <summary>The most characters of a document.</summary>
    public const int MostCharacters = 64 << 20;

    /// <summary>The pieces in order; none where the table is damaged.</summary>
    public static List<Piece> Read(Slab table, (long At, long Length) clx)
    {
        var bytes = new Slab(table.Part(clx.At, clx.Length));
        var changes = new List<ReadOnlyMemory<byte>>();
        long at = 0;
        while (bytes.Byte(at) == 1 && at < bytes.Length)
        {
            var length = bytes.Word(at + 1);
            changes.Add(bytes.Part(at + 3, length));
            at += 3 + length;
        }
        return bytes.Byte(at) == 2 ? Pieces(new Slab(bytes.Part(at + 5, bytes.Long(at + 1))), changes) : [];
    }

    private static List<Piece> Pieces(Slab plc, List<ReadOnlyMemory<byte>> changes)
    {
        var count = (plc.Length - 4) / 12;
        var pieces = new List<Piece>();
        for (var i = 0; i < count; i++)
        {
            var (start, end) = (plc.Long(i * 4L), plc.Long(i * 4L + 4));
            if (end <= start || start != (pieces.Count == 0 ? 0 : pieces[^1].End)) break;
            if (end > MostCharacters) throw new SizeLimitException("characters", MostCharacters);
            var descriptor = (count + 1) * 4L + i * 8L;
            var offset = plc.Long(descriptor + 2);
            var narrow = (offset & 0x4000_0000) != 0;
            pieces.Add(new Piece((int)start, (int)end, narrow ? (offset & 0x3FFF_FFFF) / 2 : offset & 0x3FFF_FFFF, !narrow, Change(plc.Word(descriptor + 6), changes)));
        }
        return pieces;
    }

    /// <summary>A change is one short modifier, or the index of a list of them (MS-DOC 2.9.206).</summary>
    private static ReadOnlyMemory<byte> Change(int prm, List<ReadOnlyMemory<byte>> changes)
    {
        if ((prm & 1) != 0) return prm >> 1 < changes.Count ? changes[prm >> 1] : default;
        var operand = (byte)(prm >> 8);
        int modifier = ((prm >> 1) & 0x7F) switch
        {
            0x18 => Sprm.InTable,
            0x19 => Sprm.RowEnd,
            0x41 => Sprm.Deleted,
            0x5C => Sprm.Vanish,
            _ => 0,
        };
        return modifier == 0 ? default : new[] { (byte)(modifier & 0xFF), (byte)(modifier >> 8), operand };
    }
}

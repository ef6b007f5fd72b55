using System.Buffers.Binary;

namespace Extract.Documents.Word.Doc;

/// <summary>A property modifier (MS-DOC 2.6): what it changes, and to what.</summary>
internal readonly ref struct Sprm(int code, ReadOnlySpan<byte> operand)
{
    public const int InTable = 0x2416;
    public const int RowEnd = 0x2417;
    public const int TableDepth = 0x6649;
    public const int InnerCell = 0x244B;
    public const int InnerRowEnd = 0x244C;
    public const int PageBreakBefore = 0x2407;
    public const int ListLevel = 0x260A;
    public const int List = 0x460B;
    public const int Huge = 0x6646;
    public const int HugeOld = 0x6645;
    public const int TableProperties = 0x646B;
    public const int Table = 0xD608;
    public const int VerticalMerge = 0xD62B;
    public const int Merge = 0x5624;
    public const int Deleted = 0x0800;
    public const int Vanish = 0x083C;
    public const int Special = 0x0855;
    public const int Symbol = 0x6A09;

    public int Code { get; } = code;

    public ReadOnlySpan<byte> Operand { get; } = operand;

    public int Byte => Operand.Length > 0 ? Operand[0] : 0;

    public int Word => Operand.Length >= 2 ? BinaryPrimitives.ReadUInt16LittleEndian(Operand) : Byte;

    public long Long => Operand.Length >= 4 ? BinaryPrimitives.ReadUInt32LittleEndian(Operand) : Word;

    /// <summary>True where a switch is on; 0x80 and 0x81 are what the style says, and not so, and styles here are taken as off.</summary>
    public bool IsOn => Byte is 1 or 0x81;

    /// <summary>Reads the modifier at the front of a list and answers how many bytes it takes; 0 where the list is at its end or cut.</summary>
    public static int Next(ReadOnlySpan<byte> list, out Sprm sprm)
    {
        sprm = default;
        if (list.Length < 2) return 0;
        var code = BinaryPrimitives.ReadUInt16LittleEndian(list);
        var rest = list[2..];
        var (prefix, length) = (code >> 13) switch
        {
            0 or 1 => (0, 1),
            2 or 4 or 5 => (0, 2),
            3 => (0, 4),
            7 => (0, 3),
            _ => Variable(code, rest),
        };
        if (prefix + length > rest.Length) length = Math.Max(0, rest.Length - prefix);
        if (prefix > rest.Length) return 0;
        sprm = new Sprm(code, rest.Slice(prefix, length));
        return 2 + prefix + length;
    }

    /// <summary>An operand that says its own length, in a byte, or in two for the definition of a table.</summary>
    private static (int Prefix, int Length) Variable(int code, ReadOnlySpan<byte> rest)
    {
        if (code is Table or 0xD606) return rest.Length < 2 ? (0, rest.Length) : (2, Math.Max(0, BinaryPrimitives.ReadUInt16LittleEndian(rest) - 1));
        if (rest.Length == 0) return (0, 0);
        if (code != 0xC615 || rest[0] != 255) return (1, rest[0]);
        // Tab stops deleted (4 bytes each) and added (3 bytes each), more than a byte could count.
        var deleted = rest.Length > 1 ? rest[1] * 4 : 0;
        var added = 2 + deleted < rest.Length ? rest[2 + deleted] * 3 : 0;
        return (1, 2 + deleted + added);
    }
}

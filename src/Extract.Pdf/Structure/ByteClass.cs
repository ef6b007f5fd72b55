namespace Extract.Pdf.Structure;

/// <summary>The three classes of byte of ISO 32000-2, 7.2.3.</summary>
internal static class ByteClass
{
    private const byte White = 1;
    private const byte Delimiter = 2;

    private static readonly byte[] Classes = Build();

    public static bool IsWhite(byte b) => Classes[b] == White;

    public static bool IsRegular(byte b) => Classes[b] == 0;

    public static bool IsDigit(byte b) => unchecked((uint)(b - '0')) <= 9;

    /// <summary>The value of a hexadecimal digit, or -1.</summary>
    public static int Hex(byte b) => b switch
    {
        >= (byte)'0' and <= (byte)'9' => b - '0',
        >= (byte)'a' and <= (byte)'f' => b - 'a' + 10,
        >= (byte)'A' and <= (byte)'F' => b - 'A' + 10,
        _ => -1,
    };

    private static byte[] Build()
    {
        var classes = new byte[256];
        foreach (var b in "\0\t\n\f\r "u8) classes[b] = White;
        foreach (var b in "()<>[]{}/%"u8) classes[b] = Delimiter;
        return classes;
    }
}

using System.Buffers.Binary;
using System.Text;

namespace Extract.Pdf.Fonts.CMaps;

/// <summary>How the codes of a CMap write characters.</summary>
internal enum CharacterForm
{
    /// <summary>They are no characters by themselves.</summary>
    None,

    /// <summary>Two bytes of the first plane.</summary>
    Ucs2,

    /// <summary>Two or four bytes.</summary>
    Utf16,

    /// <summary>One to four bytes.</summary>
    Utf8,

    /// <summary>Four bytes.</summary>
    Utf32,
}

/// <summary>Codes that are characters: those of the predefined CMaps whose names begin with Uni.</summary>
internal static class CharacterForms
{
    /// <summary>The form that the name of a predefined CMap tells.</summary>
    public static CharacterForm Of(string name) => !name.StartsWith("Uni", StringComparison.Ordinal) ? CharacterForm.None
        : name.Contains("UCS2", StringComparison.Ordinal) ? CharacterForm.Ucs2
        : name.Contains("UTF16", StringComparison.Ordinal) ? CharacterForm.Utf16
        : name.Contains("UTF8", StringComparison.Ordinal) ? CharacterForm.Utf8
        : name.Contains("UTF32", StringComparison.Ordinal) ? CharacterForm.Utf32
        : CharacterForm.None;

    /// <summary>The code point that a code writes, the code itself where the form is none, null where it is ill-formed.</summary>
    public static uint? Point(CharacterForm form, int code)
    {
        var bits = unchecked((uint)code);
        if (form == CharacterForm.Utf16 && bits > 0xFFFF)
        {
            var (high, low) = ((char)(bits >> 16), (char)(bits & 0xFFFF));
            return char.IsSurrogatePair(high, low) ? (uint)char.ConvertToUtf32(high, low) : null;
        }
        return form == CharacterForm.Utf8 && bits > 0x7F ? Utf8(bits) : bits;
    }

    /// <summary>The character that a code writes, or null.</summary>
    public static string? Text(CharacterForm form, int code) =>
        form != CharacterForm.None && Point(form, code) is { } point && Rune.TryCreate(point, out var rune) ? rune.ToString() : null;

    private static uint? Utf8(uint bits)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, bits);
        return Rune.DecodeFromUtf8(bytes.TrimStart((byte)0), out var rune, out _) == System.Buffers.OperationStatus.Done ? (uint)rune.Value : null;
    }
}

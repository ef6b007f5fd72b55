using Extract.Pdf.Objects;
using Extract.Pdf.Structure;

namespace Extract.Pdf.Content;

/// <summary>BI … ID … EI: where the data of an inline image end (ISO 32000-2, 8.9.7).</summary>
internal static class InlineImages
{
    /// <summary>How much behind EI must look like content.</summary>
    private const int Look = 12;

    /// <summary>Reads the entries behind BI and passes the data; answers with width, height and filter.</summary>
    public static (int Width, int Height, string Filter) Pass(ref Lexer lexer, ObjectParser parser, NamePool names)
    {
        var (width, height, bits, components, filter) = (0, 0, 8, 3, "");
        while (true)
        {
            var token = lexer.Next();
            if (token == TokenKind.End) return (width, height, filter);
            if (token == TokenKind.Keyword && lexer.Word.SequenceEqual("ID"u8)) break;
            if (token == TokenKind.Keyword && lexer.Word.SequenceEqual("EI"u8)) return (width, height, filter);
            if (token != TokenKind.Name) continue;
            var key = names[lexer.Word].Value;
            var value = parser.Read(ref lexer);
            switch (key)
            {
                case "W" or "Width": width = value.Integer(); break;
                case "H" or "Height": height = value.Integer(); break;
                case "BPC" or "BitsPerComponent": bits = value.Integer(8); break;
                case "IM" or "ImageMask" when value == PdfBool.True: (bits, components) = (1, 1); break;
                case "CS" or "ColorSpace": components = value.Name switch { "G" or "DeviceGray" => 1, "RGB" or "DeviceRGB" => 3, "CMYK" or "DeviceCMYK" => 4, _ => 1 }; break;
                case "F" or "Filter": filter = value.Name ?? (value as PdfArray)?[0].Name ?? ""; break;
            }
        }
        // One white-space character belongs to ID.
        var start = Math.Min(lexer.Position + 1, lexer.Data.Length);
        var raw = filter.Length == 0 ? ((long)Math.Max(0, width) * components * bits + 7) / 8 * Math.Max(0, height) : 0;
        lexer.Position = End(lexer.Data, start, (int)Math.Min(raw, lexer.Data.Length - start));
        return (width, height, filter);
    }

    private static int End(ReadOnlySpan<byte> data, int start, int least)
    {
        for (var at = start + least; at < data.Length;)
        {
            var found = data[at..].IndexOf("EI"u8);
            if (found < 0) return data.Length;
            at += found;
            var alone = (at == start || ByteClass.IsWhite(data[at - 1]) || least > 0) && (at + 2 >= data.Length || !ByteClass.IsRegular(data[at + 2]));
            if (alone && LooksLikeContent(data.Slice(at + 2, Math.Min(Look, data.Length - at - 2)))) return at + 2;
            at += 2;
        }
        return data.Length;
    }

    private static bool LooksLikeContent(ReadOnlySpan<byte> bytes)
    {
        foreach (var b in bytes)
            if (b is >= 0x7F or (< 32 and not (9 or 10 or 13 or 12 or 0))) return false;
        return true;
    }
}

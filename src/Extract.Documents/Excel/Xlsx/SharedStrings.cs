extern alias OpenXml;

using System.Text;
using System.Xml;
using Extract.Documents.Containers;
using OpenXml::DocumentFormat.OpenXml.Packaging;

namespace Extract.Documents.Excel.Xlsx;

/// <summary>Texts that cells share (§18.4): plain, or in stretches of one format; what is printed above Asian characters is left out.</summary>
internal static class SharedStrings
{
    /// <summary>The texts in their order.</summary>
    public static List<string> Read(SharedStringTablePart part, Workbook workbook)
    {
        var strings = new List<string>();
        using var reader = PartXml.Read(part);
        if (reader.MoveToContent() != XmlNodeType.Element) return strings;
        PartXml.Children(reader, item =>
        {
            if (item.LocalName != "si") return;
            var text = Item(item);
            workbook.Count(text.Length);
            strings.Add(text);
        });
        return strings;
    }

    /// <summary>The text of si or is.</summary>
    public static string Item(XmlReader reader)
    {
        if (reader.IsEmptyElement) return "";
        var depth = reader.Depth;
        var text = "";
        StringBuilder? more = null;
        while (reader.Read() && reader.Depth > depth)
        {
            while (reader is { NodeType: XmlNodeType.Element, LocalName: "rPh" } && reader.Depth > depth) reader.Skip();
            if (reader.Depth <= depth) break;
            if (reader is not { NodeType: XmlNodeType.Element, LocalName: "t" }) continue;
            var piece = PartXml.Text(reader);
            if (more is not null) more.Append(piece);
            else if (text.Length == 0) text = piece;
            else more = new StringBuilder(text).Append(piece);
        }
        return Unescape(more?.ToString() ?? text);
    }

    /// <summary>_x000D_ is a character that XML has no way to write (§22.9.2.19).</summary>
    private static string Unescape(string text)
    {
        if (!text.Contains("_x", StringComparison.Ordinal)) return text.Contains('\r', StringComparison.Ordinal) ? text.ReplaceLineEndings("\n") : text;
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '_' && i + 6 < text.Length && text[i + 1] == 'x' && text[i + 6] == '_'
                && ushort.TryParse(text.AsSpan(i + 2, 4), System.Globalization.NumberStyles.AllowHexSpecifier, System.Globalization.CultureInfo.InvariantCulture, out var code))
            {
                result.Append((char)code);
                i += 6;
            }
            else
            {
                result.Append(text[i]);
            }
        }
        return result.ToString().ReplaceLineEndings("\n");
    }
}

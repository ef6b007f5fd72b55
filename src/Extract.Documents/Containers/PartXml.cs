extern alias OpenXml;

using System.Xml;
using OpenXml::DocumentFormat.OpenXml.Packaging;

namespace Extract.Documents.Containers;

/// <summary>The XML of a part, read forward: no DTD, nothing fetched, no deeper than the limit.</summary>
internal static class PartXml
{
    /// <summary>The deepest nesting of elements.</summary>
    public const int Deepest = 256;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = Archive.MostUnpacked,
        MaxCharactersFromEntities = 0,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        // Old writers leave control characters (&#x1;) in text; they are text all the same.
        CheckCharacters = false,
        CloseInput = true,
    };

    /// <summary>How packages are opened: never changed, parts bounded.</summary>
    public static OpenSettings Open => new() { AutoSave = false, MaxCharactersInPart = Archive.MostUnpacked };

    /// <summary>Opens a part.</summary>
    public static XmlReader Read(OpenXmlPart part) => XmlReader.Create(new Counted(part.GetStream(FileMode.Open, FileAccess.Read), Archive.MostUnpacked), Settings);

    /// <summary>Opens any stream as XML in the same way.</summary>
    public static XmlReader Read(Stream stream) => XmlReader.Create(stream, Settings);

    /// <summary>
    /// Calls <paramref name="child"/> on each child element of the element the reader stands on, and stands on its end tag (or on the empty
    /// element itself) afterwards. The callee may read the child to its end or leave it where it is.
    /// </summary>
    public static void Children(XmlReader reader, Action<XmlReader> child)
    {
        if (reader.IsEmptyElement) return;
        var depth = reader.Depth;
        if (depth > Deepest) throw new TooDeepException();
        var more = reader.Read();
        while (more && reader.Depth > depth)
        {
            if (reader.NodeType == XmlNodeType.Element && reader.Depth == depth + 1)
            {
                child(reader);
                // Whatever the callee left unread of the child is passed over.
                while (reader.Depth > depth + 1 || reader.Depth == depth + 1 && reader.NodeType is not (XmlNodeType.EndElement or XmlNodeType.Element))
                    if (!reader.Read()) return;
                if (reader.NodeType == XmlNodeType.Element && !reader.IsEmptyElement) reader.Skip();
                else more = reader.Read();
            }
            else
            {
                more = reader.Read();
            }
        }
    }

    /// <summary>An attribute by its local name, whatever its namespace: Strict and Transitional differ only there.</summary>
    public static string? Attribute(XmlReader reader, string name)
    {
        if (!reader.MoveToFirstAttribute()) return null;
        string? value = null;
        do
            if (reader.LocalName == name) value = reader.Value;
        while (value is null && reader.MoveToNextAttribute());
        reader.MoveToElement();
        return value;
    }

    /// <summary>The text inside the element the reader stands on; the reader stands on its end afterwards.</summary>
    public static string Text(XmlReader reader)
    {
        if (reader.IsEmptyElement) return "";
        var depth = reader.Depth;
        string? one = null;
        System.Text.StringBuilder? more = null;
        while (reader.Read() && reader.Depth > depth)
        {
            if (reader.NodeType is not (XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace)) continue;
            if (one is null) one = reader.Value;
            else (more ??= new System.Text.StringBuilder(one)).Append(reader.Value);
        }
        return more?.ToString() ?? one ?? "";
    }

    /// <summary>An on/off attribute (ST_OnOff): present without a value is on.</summary>
    public static bool IsOn(XmlReader reader) => Attribute(reader, "val") is not ("0" or "false" or "off");
}

/// <summary>Elements nest deeper than the limit.</summary>
internal sealed class TooDeepException : Exception;

extern alias OpenXml;

using System.Xml;
using OpenXml::DocumentFormat.OpenXml.Packaging;

namespace Extract.Documents.Containers;

/// <summary>Tells what libraries throw over a bad file from a bug of ours.</summary>
internal static class Trouble
{
    /// <summary>True for what the package readers are known to throw where a file is damaged.</summary>
    public static bool IsOfFile(Exception trouble) => trouble is XmlException or InvalidDataException or OpenXmlPackageException or FileFormatException or IOException
        or UriFormatException or FormatException or InvalidOperationException or NotSupportedException or ArgumentException or KeyNotFoundException or OverflowException;
}

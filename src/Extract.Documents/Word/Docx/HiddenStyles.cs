extern alias OpenXml;

using System.Xml;
using OpenXml::DocumentFormat.OpenXml.Packaging;
using Extract.Documents.Containers;

namespace Extract.Documents.Word.Docx;

/// <summary>Styles that hide their text (§17.3.2.41 vanish): a switch that the styles of a paragraph and of a run turn over, and that a run's own word decides.</summary>
internal sealed class HiddenStyles
{
    private readonly Dictionary<string, (string? Base, bool? Vanish)> styles = new(StringComparer.Ordinal);

    /// <summary>Reads the styles of a document.</summary>
    public static HiddenStyles Read(MainDocumentPart main)
    {
        var hidden = new HiddenStyles();
        if (main.StyleDefinitionsPart is not { } part) return hidden;
        using var reader = PartXml.Read(part);
        if (reader.MoveToContent() == XmlNodeType.Element) PartXml.Children(reader, hidden.Style);
        return hidden;
    }

    /// <summary>True where the style hides its text, itself or through those it is based on.</summary>
    public bool Hides(string? style)
    {
        for (var steps = 0; style is not null && steps < 20 && styles.TryGetValue(style, out var found); steps++)
        {
            if (found.Vanish is { } vanish) return vanish;
            style = found.Base;
        }
        return false;
    }

    private void Style(XmlReader reader)
    {
        if (reader.LocalName != "style" || PartXml.Attribute(reader, "styleId") is not { } id) return;
        string? basis = null;
        bool? vanish = null;
        PartXml.Children(reader, child =>
        {
            if (child.LocalName == "basedOn") basis = PartXml.Attribute(child, "val");
            if (child.LocalName != "rPr") return;
            PartXml.Children(child, property =>
            {
                if (property.LocalName == "vanish") vanish = PartXml.IsOn(property);
            });
        });
        styles[id] = (basis, vanish);
    }
}

extern alias OpenXml;

using System.Globalization;
using System.Xml;
using Extract.Documents.Containers;
using Extract.Documents.Excel.Formats;
using OpenXml::DocumentFormat.OpenXml.Packaging;

namespace Extract.Documents.Excel.Xlsx;

/// <summary>The styles of cells (§18.8): number formats and borders.</summary>
internal static class XlsxStyles
{
    /// <summary>The most styles a workbook may have.</summary>
    private const int Most = 65_536;

    /// <summary>Reads cellXfs: a cell's style is an index into it.</summary>
    public static List<CellStyle> Read(WorkbookStylesPart part)
    {
        var codes = new Dictionary<int, string>();
        var borders = new List<bool>();
        var styles = new List<CellStyle>();
        using var reader = PartXml.Read(part);
        if (reader.MoveToContent() != XmlNodeType.Element) return styles;
        PartXml.Children(reader, group =>
        {
            switch (group.LocalName)
            {
                case "numFmts":
                    PartXml.Children(group, format => codes[Number(format, "numFmtId")] = PartXml.Attribute(format, "formatCode") ?? "General");
                    break;
                case "borders":
                    PartXml.Children(group, border => borders.Add(IsBox(border)));
                    break;
                case "cellXfs":
                    PartXml.Children(group, style =>
                    {
                        if (styles.Count >= Most) return;
                        var (number, border) = (Number(style, "numFmtId"), Number(style, "borderId"));
                        var code = codes.TryGetValue(number, out var own) ? own : BuiltIn.Code(number);
                        styles.Add(new CellStyle(NumberFormat.Of(code), border >= 0 && border < borders.Count && borders[border]));
                    });
                    break;
            }
        });
        return styles;
    }

    private static bool IsBox(XmlReader border)
    {
        var (left, right, top, bottom) = (false, false, false, false);
        PartXml.Children(border, side =>
        {
            if (PartXml.Attribute(side, "style") is null or "none") return;
            left |= side.LocalName is "left" or "start";
            right |= side.LocalName is "right" or "end";
            top |= side.LocalName == "top";
            bottom |= side.LocalName == "bottom";
        });
        return CellStyle.IsBox(left, right, top, bottom);
    }

    private static int Number(XmlReader reader, string name) =>
        int.TryParse(PartXml.Attribute(reader, name), NumberStyles.Integer, CultureInfo.InvariantCulture, out var value) ? value : 0;
}

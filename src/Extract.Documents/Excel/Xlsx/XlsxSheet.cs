extern alias OpenXml;

using System.Globalization;
using System.Xml;
using Extract.Documents.Containers;
using OpenXml::DocumentFormat.OpenXml.Packaging;

namespace Extract.Documents.Excel.Xlsx;

/// <summary>One worksheet (§18.3.1): its cells in the order they are written, then its merged ranges.</summary>
internal sealed class XlsxSheet(SheetDraft draft, Workbook workbook, List<CellStyle> styles, List<string> strings, bool from1904)
{
    private int row = -1;
    private int column = -1;

    /// <summary>Reads the sheet into its draft.</summary>
    public void Read(WorksheetPart part)
    {
        using var reader = PartXml.Read(part);
        if (reader.MoveToContent() != XmlNodeType.Element) return;
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element) continue;
            if (reader.Depth > PartXml.Deepest) throw new TooDeepException();
            switch (reader.LocalName)
            {
                case "row": Row(reader); break;
                case "c": Cell(reader); break;
                case "mergeCell" when CellAddress.ParseRange(reader.GetAttribute("ref")) is { } range:
                    workbook.Count(0);
                    draft.Merge(range);
                    break;
                case "col" when reader.GetAttribute("hidden") is "1" or "true":
                    draft.HiddenColumns.Add((Number(reader, "min") - 1, Math.Min(Number(reader, "max"), CellAddress.MostColumns) - 1));
                    break;
            }
        }
    }

    private void Row(XmlReader reader)
    {
        row = Number(reader, "r") is > 0 and var number ? number - 1 : row + 1;
        column = -1;
        if (row >= CellAddress.MostRows) throw new SizeLimitException("sheet rows", CellAddress.MostRows);
        if (reader.GetAttribute("hidden") is "1" or "true") draft.HideRow(row);
    }

    private void Cell(XmlReader reader)
    {
        var address = CellAddress.Parse(reader.GetAttribute("r"));
        (row, column) = address ?? (Math.Max(0, row), column + 1);
        if (column >= CellAddress.MostColumns) throw new SizeLimitException("sheet columns", CellAddress.MostColumns);
        var at = Number(reader, "s");
        var style = at >= 0 && at < styles.Count ? styles[at] : CellStyle.Plain;
        var type = reader.GetAttribute("t");
        var (value, hasFormula) = Value(reader);
        if (value is null && hasFormula) draft.Unsolved++;
        var (text, stored) = value is null ? ("", double.NaN) : Show(value, type, style);
        if (text.Length > 0 || style.IsBordered) workbook.Count(type == "s" ? 0 : text.Length);
        draft.Add(row, column, workbook.Share(text), stored, style.IsBordered);
    }

    /// <summary>The text of v or is, null where there is none; and whether a formula stands there.</summary>
    private static (string? Value, bool HasFormula) Value(XmlReader reader)
    {
        string? value = null;
        var formula = false;
        if (reader.IsEmptyElement) return (null, false);
        var depth = reader.Depth;
        while (reader.Read() && reader.Depth > depth)
        {
            if (reader.NodeType != XmlNodeType.Element || reader.Depth != depth + 1) continue;
            if (reader.LocalName == "v") value = PartXml.Text(reader);
            else if (reader.LocalName == "is") value = SharedStrings.Item(reader);
            else if (reader.LocalName == "f") formula = true;
        }
        return (value, formula);
    }

    private (string Text, double Stored) Show(string value, string? type, CellStyle style)
    {
        switch (type)
        {
            case "s":
                return (int.TryParse(value, CultureInfo.InvariantCulture, out var index) && index >= 0 && index < strings.Count ? style.Format.Show(strings[index]) : "", double.NaN);
            case "str" or "inlineStr":
                return (style.Format.Show(value), double.NaN);
            case "b":
                return (value is "1" or "true" ? "TRUE" : "FALSE", double.NaN);
            case "e":
                return (value, double.NaN);
            case "d" when DateTime.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var date):
                return (CellText.Number((date - new DateTime(1899, 12, 30)).TotalDays, style, false), double.NaN);
        }
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) return (value, double.NaN);
        var shown = CellText.Number(number, style, from1904);
        return (shown, CellText.Stored(number, shown));
    }

    private static int Number(XmlReader reader, string name) =>
        int.TryParse(reader.GetAttribute(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : 0;
}

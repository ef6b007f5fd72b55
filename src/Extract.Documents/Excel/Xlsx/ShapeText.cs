extern alias OpenXml;

using System.Globalization;
using System.Text;
using System.Xml;
using Extract.Documents.Containers;
using OpenXml::DocumentFormat.OpenXml.Packaging;

namespace Extract.Documents.Excel.Xlsx;

/// <summary>Text boxes drawn over a sheet (§20.5): their text stands at the cell they are anchored to, or at the next row that is free.</summary>
internal static class ShapeText
{
    /// <summary>Adds the text of a sheet's shapes to its draft.</summary>
    public static void Read(DrawingsPart part, SheetDraft draft, Workbook workbook)
    {
        var taken = draft.Cells.Select(static cell => (int)cell.Row).Concat(draft.Borders.Select(static border => border.Row)).ToHashSet();
        using var reader = PartXml.Read(part);
        if (reader.MoveToContent() != XmlNodeType.Element) return;
        PartXml.Children(reader, anchor =>
        {
            var (row, column) = (0, 0);
            var texts = new List<string>();
            PartXml.Children(anchor, child =>
            {
                if (child.LocalName == "from") PartXml.Children(child, part =>
                {
                    if (!int.TryParse(PartXml.Text(part), CultureInfo.InvariantCulture, out var value)) return;
                    if (part.LocalName == "row") row = value;
                    else if (part.LocalName == "col") column = value;
                });
                else Texts(child, texts, 0);
            });
            foreach (var text in texts.Where(static text => text.Length > 0))
            {
                (row, column) = (Math.Clamp(row, 0, CellAddress.MostRows - 1), Math.Clamp(column, 0, CellAddress.MostColumns - 1));
                while (row < CellAddress.MostRows - 1 && !taken.Add(row)) row++;
                workbook.Count(text.Length);
                draft.Add(row, column, text, double.NaN, false);
            }
        });
    }

    /// <summary>The text bodies below an element, a paragraph a line.</summary>
    private static void Texts(XmlReader reader, List<string> texts, int depth)
    {
        if (depth > PartXml.Deepest) throw new TooDeepException();
        if (reader.LocalName is "AlternateContent")
        {
            Word.Docx.DocxBody.Alternative(reader, choice => Texts(choice, texts, depth + 1));
            return;
        }
        PartXml.Children(reader, child =>
        {
            if (child.LocalName != "txBody")
            {
                Texts(child, texts, depth + 1);
                return;
            }
            var text = new StringBuilder();
            PartXml.Children(child, paragraph =>
            {
                if (paragraph.LocalName != "p") return;
                if (text.Length > 0) text.Append('\n');
                PartXml.Children(paragraph, run => PartXml.Children(run, part =>
                {
                    if (part.LocalName == "t") text.Append(PartXml.Text(part));
                }));
            });
            texts.Add(text.ToString().Trim());
        });
    }
}

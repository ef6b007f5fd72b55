extern alias OpenXml;

using OpenXml::DocumentFormat.OpenXml;
using OpenXml::DocumentFormat.OpenXml.Packaging;
using OpenXml::DocumentFormat.OpenXml.Wordprocessing;

namespace Extract.Corpus.Tests.Renditions;

/// <summary>Forms as a Word document: titles as paragraphs, each form a bordered table with gridSpan and vMerge.</summary>
internal static class WordRendition
{
    public static byte[] Make(IReadOnlyList<PrintedForm> forms, Look look)
    {
        using var stream = new MemoryStream();
        using (var file = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var body = new Body();
            foreach (var form in forms)
            {
                body.Append(form.Before.Select(text => Paragraph(text, look)));
                body.Append(Table(form, look));
                body.Append(form.After.Append("").Select(text => Paragraph(text, look)));
            }
            var page = new PageSize { Width = (uint)look.PageWidth, Height = (uint)look.PageHeight };
            if (!look.IsUpright) page.Orient = PageOrientationValues.Landscape;
            var section = new SectionProperties(page);
            if (look.IsTypeset) section.Append(new PageMargin { Top = look.Margin, Bottom = look.Margin, Left = (uint)look.Margin, Right = (uint)look.Margin, Header = 300, Footer = 300, Gutter = 0 });
            body.Append(section);
            file.AddMainDocumentPart().Document = new OpenXml::DocumentFormat.OpenXml.Wordprocessing.Document(body);
        }
        return stream.ToArray();
    }

    private static Paragraph Paragraph(string text, Look look)
    {
        var fonts = new RunFonts { EastAsia = look.Font };
        var properties = new RunProperties(fonts);
        if (look.IsTypeset)
        {
            (fonts.Ascii, fonts.HighAnsi) = (look.Font, look.Font);
            properties.Append(new FontSize { Val = $"{look.HalfPoints}" });
        }
        return new(new Run(properties, new OpenXml::DocumentFormat.OpenXml.Wordprocessing.Text(text) { Space = SpaceProcessingModeValues.Preserve }));
    }

    private static Table Table(PrintedForm form, Look look)
    {
        var borders = new TableBorders(
            new TopBorder { Val = BorderValues.Single }, new LeftBorder { Val = BorderValues.Single }, new BottomBorder { Val = BorderValues.Single },
            new RightBorder { Val = BorderValues.Single }, new InsideHorizontalBorder { Val = BorderValues.Single }, new InsideVerticalBorder { Val = BorderValues.Single });
        var widths = look.Widths(form);
        var table = new Table(new TableProperties(new TableWidth { Width = look.IsTypeset ? $"{widths.Sum()}" : "14000", Type = TableWidthUnitValues.Dxa }, borders, new TableLayout { Type = TableLayoutValues.Fixed }));
        table.Append(new TableGrid(widths.Select(static width => new GridColumn { Width = $"{width}" })));
        for (var r = 0; r < form.Rows; r++)
        {
            var row = new TableRow();
            if (look.LeastHeight > 0) row.Append(new TableRowProperties(new TableRowHeight { Val = (uint)look.LeastHeight, HeightType = HeightRuleValues.AtLeast }));
            for (var c = 0; c < form.Columns;)
            {
                var cell = form.Cells.First(cell => cell.Row <= r && r < cell.Row + cell.Rows && cell.Column <= c && c < cell.Column + cell.Columns);
                var properties = new TableCellProperties(new TableCellWidth { Width = $"{widths.AsSpan(cell.Column, cell.Columns).ToArray().Sum()}", Type = TableWidthUnitValues.Dxa });
                if (cell.Columns > 1) properties.Append(new GridSpan { Val = cell.Columns });
                if (cell.Rows > 1) properties.Append(new VerticalMerge { Val = cell.Row == r ? MergedCellValues.Restart : MergedCellValues.Continue });
                var paragraph = Paragraph(cell.Row == r ? cell.Text : "", look);
                if (look.IsTypeset)
                {
                    properties.Append(new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center });
                    paragraph.ParagraphProperties = new ParagraphProperties(new Justification { Val = look.IsFlushLeft(cell.Text) ? JustificationValues.Left : JustificationValues.Center });
                }
                row.Append(new TableCell(properties, paragraph));
                c += cell.Columns;
            }
            table.Append(row);
        }
        return table;
    }
}

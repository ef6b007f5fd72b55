extern alias OpenXml;

using OpenXml::DocumentFormat.OpenXml;
using OpenXml::DocumentFormat.OpenXml.Packaging;
using OpenXml::DocumentFormat.OpenXml.Wordprocessing;

namespace Extract.Corpus.Tests.Renditions;

/// <summary>Forms as a Word document: titles as paragraphs, each form a bordered table with gridSpan and vMerge.</summary>
internal static class WordRendition
{
    /// <summary>What is lost of a text's layout depends on the font it was set in: one that every machine can have.</summary>
    public const string Font = "Noto Sans CJK SC";

    public static byte[] Make(IReadOnlyList<PrintedForm> forms)
    {
        using var stream = new MemoryStream();
        using (var file = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var body = new Body();
            foreach (var form in forms)
            {
                body.Append(form.Before.Select(Paragraph));
                body.Append(Table(form));
                body.Append(form.After.Append("").Select(Paragraph));
            }
            body.Append(new SectionProperties(new PageSize { Width = 16838, Height = 11906, Orient = PageOrientationValues.Landscape }));
            file.AddMainDocumentPart().Document = new OpenXml::DocumentFormat.OpenXml.Wordprocessing.Document(body);
        }
        return stream.ToArray();
    }

    private static Paragraph Paragraph(string text) => new(new Run(new RunProperties(new RunFonts { EastAsia = Font }), new OpenXml::DocumentFormat.OpenXml.Wordprocessing.Text(text) { Space = SpaceProcessingModeValues.Preserve }));

    private static Table Table(PrintedForm form)
    {
        var borders = new TableBorders(
            new TopBorder { Val = BorderValues.Single }, new LeftBorder { Val = BorderValues.Single }, new BottomBorder { Val = BorderValues.Single },
            new RightBorder { Val = BorderValues.Single }, new InsideHorizontalBorder { Val = BorderValues.Single }, new InsideVerticalBorder { Val = BorderValues.Single });
        var table = new Table(new TableProperties(new TableWidth { Width = "14000", Type = TableWidthUnitValues.Dxa }, borders, new TableLayout { Type = TableLayoutValues.Fixed }));
        var width = 14_000 / form.Columns;
        table.Append(new TableGrid(Enumerable.Range(0, form.Columns).Select(_ => new GridColumn { Width = $"{width}" })));
        for (var r = 0; r < form.Rows; r++)
        {
            var row = new TableRow();
            for (var c = 0; c < form.Columns;)
            {
                var cell = form.Cells.First(cell => cell.Row <= r && r < cell.Row + cell.Rows && cell.Column <= c && c < cell.Column + cell.Columns);
                var properties = new TableCellProperties(new TableCellWidth { Width = $"{width * cell.Columns}", Type = TableWidthUnitValues.Dxa });
                if (cell.Columns > 1) properties.Append(new GridSpan { Val = cell.Columns });
                if (cell.Rows > 1) properties.Append(new VerticalMerge { Val = cell.Row == r ? MergedCellValues.Restart : MergedCellValues.Continue });
                row.Append(new TableCell(properties, Paragraph(cell.Row == r ? cell.Text : "")));
                c += cell.Columns;
            }
            table.Append(row);
        }
        return table;
    }
}

extern alias OpenXml;

using System.Xml;
using Extract.Diagnostics;
using Extract.Documents.Containers;
using Extract.Text;
using OpenXml::DocumentFormat.OpenXml.Packaging;

namespace Extract.Documents.Excel.Xlsx;

/// <summary>
/// Excel 2007 and later (ISO/IEC 29500-1 §18, Strict and Transitional). A sheet is read forward, cell by cell: what is held of it is what
/// <see cref="SheetDraft"/> packs, never its XML.
/// </summary>
internal static class XlsxReader
{
    /// <summary>Reads a workbook whose container was looked through before.</summary>
    public static Document Read(string name, string digest, ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        var workbook = new Workbook(cancellation);
        try
        {
            using var package = SpreadsheetDocument.Open(new Bytes(bytes), false, PartXml.Open);
            if (package.WorkbookPart is not { } part) return Readers.Unreadable(name, digest, new(DiagnosticKinds.NotReadable, ["a damaged xlsx / 损坏的 xlsx"], null));
            Read(part, workbook);
        }
        catch (TooDeepException)
        {
            workbook.News.Add(DiagnosticKinds.LimitReached, "XML depth", News.Number(PartXml.Deepest));
        }
        catch (SizeLimitException limit)
        {
            workbook.News.Add(DiagnosticKinds.LimitReached, limit.What, News.Number(limit.Most));
        }
        catch (Exception trouble) when (Trouble.IsOfFile(trouble))
        {
            if (workbook.Sheets.Count == 0) return Readers.Unreadable(name, digest, new(DiagnosticKinds.NotReadable, ["a damaged xlsx / 损坏的 xlsx"], null));
            workbook.News.Add(DiagnosticKinds.Damaged, "xlsx");
        }
        return workbook.Finish(name, digest, DocumentFormat.Xlsx);
    }

    private static void Read(WorkbookPart part, Workbook workbook)
    {
        var (sheets, from1904) = Sheets(part);
        var styles = part.WorkbookStylesPart is { } stylesheet ? XlsxStyles.Read(stylesheet) : [];
        var strings = part.SharedStringTablePart is { } table ? SharedStrings.Read(table, workbook) : [];
        foreach (var (name, id, isHidden) in sheets)
        {
            if (isHidden)
            {
                workbook.Hide(name);
                continue;
            }
            if (id is null || !part.TryGetPartById(id, out var found) || found is not WorksheetPart sheet) continue;
            var draft = new SheetDraft(name);
            try
            {
                new XlsxSheet(draft, workbook, styles, strings, from1904).Read(sheet);
                if (sheet.DrawingsPart is { } drawing) ShapeText.Read(drawing, draft, workbook);
            }
            finally
            {
                // What was read of a sheet before the file broke, or a limit was met, is kept.
                workbook.Add(draft);
            }
        }
    }

    private static (List<(string Name, string? Id, bool IsHidden)> Sheets, bool From1904) Sheets(WorkbookPart part)
    {
        var sheets = new List<(string Name, string? Id, bool IsHidden)>();
        var from1904 = false;
        using var reader = PartXml.Read(part);
        if (reader.MoveToContent() != XmlNodeType.Element) return (sheets, false);
        PartXml.Children(reader, child =>
        {
            if (child.LocalName == "workbookPr") from1904 = PartXml.Attribute(child, "date1904") is "1" or "true";
            if (child.LocalName != "sheets") return;
            PartXml.Children(child, sheet => sheets.Add((PartXml.Attribute(sheet, "name") ?? "", PartXml.Attribute(sheet, "id"), PartXml.Attribute(sheet, "state") is "hidden" or "veryHidden")));
        });
        return (sheets, from1904);
    }
}

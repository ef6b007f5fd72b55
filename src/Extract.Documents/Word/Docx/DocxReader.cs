extern alias OpenXml;

using System.Xml;
using OpenXml::DocumentFormat.OpenXml.Packaging;
using Extract.Diagnostics;
using Extract.Documents.Composing;
using Extract.Documents.Containers;
using Extract.Text;

namespace Extract.Documents.Word.Docx;

/// <summary>
/// Word 2007 and later (ISO/IEC 29500-1 §17, Strict and Transitional): the body in its order, then footnotes and endnotes, then headers
/// and footers, each on surfaces of their own. Read forward, element by element; a document is never held as a tree.
/// </summary>
internal static class DocxReader
{
    /// <summary>Reads a document whose container was looked through before.</summary>
    public static Document Read(string name, string digest, ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        var news = new News();
        var composer = new Composer();
        try
        {
            using var package = WordprocessingDocument.Open(new Bytes(bytes), false, PartXml.Open);
            if (package.MainDocumentPart is not { } main) return Readers.Unreadable(name, digest, new(DiagnosticKinds.NotReadable, ["a damaged docx / 损坏的 docx"], null));
            Read(main, composer, news, cancellation);
        }
        catch (TooDeepException)
        {
            news.Add(DiagnosticKinds.LimitReached, "XML depth", News.Number(PartXml.Deepest));
        }
        catch (SizeLimitException limit)
        {
            news.Add(DiagnosticKinds.LimitReached, limit.What, News.Number(limit.Most));
        }
        catch (Exception trouble) when (Trouble.IsOfFile(trouble))
        {
            if (composer.Finish().Count == 0) return Readers.Unreadable(name, digest, new(DiagnosticKinds.NotReadable, ["a damaged docx / 损坏的 docx"], null));
            news.Add(DiagnosticKinds.Damaged, "docx");
        }
        var sheets = composer.Finish();
        return new Document(name, digest, DocumentFormat.Docx, sheets, sheets.Count == 0 ? TextLayer.None : TextLayer.Full, news.All);
    }

    private static void Read(MainDocumentPart main, Composer composer, News news, CancellationToken cancellation)
    {
        var (lists, styles) = (Numbering.Read(main), HiddenStyles.Read(main));
        var body = new DocxBody(lists, styles, news, cancellation) { Page = composer.Break };
        using (var reader = PartXml.Read(main))
            if (Root(reader, "body")) body.Read(reader, "", composer);
        var (hidden, deleted) = (body.Hidden, body.Deleted);
        void Apart(XmlReader reader, string path)
        {
            var apart = new DocxBody(lists, styles, news, cancellation);
            apart.Read(reader, path, composer);
            (hidden, deleted) = (hidden + apart.Hidden, deleted + apart.Deleted);
        }
        Notes(main.FootnotesPart, "footnote", Apart);
        Notes(main.EndnotesPart, "endnote", Apart);
        composer.Break();
        var number = 0;
        foreach (var part in main.HeaderParts.Cast<OpenXmlPart>().Concat(main.FooterParts).OrderBy(static part => part.Uri.ToString(), StringComparer.Ordinal))
        {
            using var reader = PartXml.Read(part);
            number++;
            if (reader.MoveToContent() == XmlNodeType.Element) Apart(reader, $"{(part is HeaderPart ? "header" : "footer")}[{News.Number(number)}]/");
        }
        if (hidden > 0) news.Add(DiagnosticKinds.HiddenText, News.Number(hidden));
        if (deleted > 0) news.Add(DiagnosticKinds.DeletedText, News.Number(deleted));
    }

    private static void Notes(OpenXmlPart? part, string kind, Action<XmlReader, string> read)
    {
        if (part is null) return;
        using var reader = PartXml.Read(part);
        var number = 0;
        if (reader.MoveToContent() != XmlNodeType.Element) return;
        PartXml.Children(reader, note =>
        {
            // Separators between text and notes are notes of a type of their own.
            if (PartXml.Attribute(note, "type") is not (null or "normal")) return;
            number++;
            read(note, $"{kind}[{News.Number(number)}]/");
        });
    }

    /// <summary>Moves to the named child of the root.</summary>
    private static bool Root(XmlReader reader, string child)
    {
        if (reader.MoveToContent() != XmlNodeType.Element) return false;
        while (reader.Read())
            if (reader.NodeType == XmlNodeType.Element && reader.Depth == 1)
            {
                if (reader.LocalName == child) return true;
                reader.Skip();
            }
        return false;
    }
}

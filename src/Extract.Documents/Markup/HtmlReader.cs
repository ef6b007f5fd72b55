using AngleSharp.Html.Parser;
using Extract.Diagnostics;
using Extract.Documents.Composing;
using Extract.Documents.Containers;
using Extract.Text;

namespace Extract.Documents.Markup;

/// <summary>
/// HTML, and the web archives of Word and Excel (.mht, RFC 2557), whatever name they go by: blocks of text and tables with their spans, in
/// the order of the page. Nothing is fetched and nothing runs.
/// </summary>
internal static class HtmlReader
{
    /// <summary>The most bytes of markup that are parsed: a tree takes many times its text.</summary>
    private const int MostBytes = 16 << 20;

    /// <summary>The most elements open at once: a parser looks through all of them at each tag.</summary>
    private const int MostOpen = 1_000;

    /// <summary>Reads a page.</summary>
    public static Document Read(string name, string digest, ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        var news = new News();
        var composer = new Composer();
        Page(bytes, null, composer, news, cancellation);
        return Finish(name, digest, composer, news);
    }

    /// <summary>Reads the pages of a web archive.</summary>
    public static Document ReadArchive(string name, string digest, ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        var news = new News();
        var composer = new Composer();
        foreach (var part in MimeParts.Of(bytes))
        {
            cancellation.ThrowIfCancellationRequested();
            // Excel keeps the names of its sheets in a page of their own, which shows nothing else.
            if (!part.IsHtml || part.Location.EndsWith("tabstrip.htm", StringComparison.OrdinalIgnoreCase)) continue;
            Page(part.Body, part.Charset, composer, news, cancellation);
            composer.Break();
        }
        return Finish(name, digest, composer, news);
    }

    private static Document Finish(string name, string digest, Composer composer, News news)
    {
        var sheets = composer.Finish();
        return new Document(name, digest, DocumentFormat.Html, sheets, sheets.Count == 0 ? TextLayer.None : TextLayer.Full, news.All);
    }

    private static void Page(ReadOnlyMemory<byte> bytes, string? charset, Composer composer, News news, CancellationToken cancellation)
    {
        if (bytes.Length > MostBytes)
        {
            news.Add(DiagnosticKinds.LimitReached, "HTML bytes", News.Number(MostBytes));
            bytes = bytes[..MostBytes];
        }
        var source = MarkupKinds.Encoding(bytes.Span, charset).GetString(bytes.Span);
        if (TagDepth.Of(source) > MostOpen)
        {
            news.Add(DiagnosticKinds.LimitReached, "HTML depth", News.Number(MostOpen));
            return;
        }
        var document = new HtmlParser().ParseDocument(source);
        try
        {
            var flow = new HtmlFlow(cancellation);
            if (document.Body is { } body) composer.Add(flow.Blocks(body, ""));
            if (flow.Hidden > 0) news.Add(DiagnosticKinds.HiddenText, News.Number(flow.Hidden));
            if (flow.Deleted > 0) news.Add(DiagnosticKinds.DeletedText, News.Number(flow.Deleted));
        }
        catch (TooDeepException)
        {
            news.Add(DiagnosticKinds.LimitReached, "HTML depth", News.Number(PartXml.Deepest));
        }
    }
}

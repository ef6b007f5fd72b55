using System.Globalization;
using Extract.Diagnostics;
using Extract.Documents.Composing;
using Extract.Documents.Containers;
using Extract.Text;

namespace Extract.Documents.Word.Doc;

/// <summary>
/// Word 97–2003 (MS-DOC). The body comes first, then footnotes, endnotes and
/// text boxes, then headers and footers. Of Word 6 and 95 the plain text is read.
/// </summary>
internal static class DocReader
{
    /// <summary>The parts of the text by their order in it.</summary>
    private static readonly (int Part, string Prefix, bool IsApart)[] Parts =
        [(0, "", false), (1, "footnotes/", false), (5, "endnotes/", false), (6, "textboxes/", false), (2, "headers/", true), (7, "header-textboxes/", true)];

    /// <summary>Reads the document of a compound file.</summary>
    public static Document Read(string name, string digest, Compound compound, CancellationToken cancellation)
    {
        var news = new News();
        var composer = new Composer();
        var document = new Slab(compound.Stream("WordDocument"));
        var fib = new Fib(document);
        if (!fib.IsWord) return Refuse(name, digest, "a damaged doc / 损坏的 doc");
        if (fib.IsEncrypted) return Readers.Unreadable(name, digest, new(DiagnosticKinds.PasswordNeeded, ["doc"], null));
        try
        {
            if (fib.Version < 0x69) EarlyWord.Read(document, composer);
            else if (!Read(compound, document, fib, composer, news, cancellation)) return Refuse(name, digest, "a damaged doc / 损坏的 doc");
        }
        catch (SizeLimitException limit)
        {
            news.Add(DiagnosticKinds.LimitReached, limit.What, limit.Most.ToString(CultureInfo.InvariantCulture));
        }
        var sheets = composer.Finish();
        return new Document(name, digest, DocumentFormat.Doc, sheets, sheets.Count == 0 ? TextLayer.None : TextLayer.Full, news.All);
    }

    private static bool Read(Compound compound, Slab document, Fib fib, Composer composer, News news, CancellationToken cancellation)
    {
        var table = new Slab(compound.Stream(fib.TableStream) ?? compound.Stream(fib.TableStream == "1Table" ? "0Table" : "1Table"));
        var text = new DocText(document, table, new Slab(compound.Stream("Data")), fib);
        if (text.Length == 0) return fib.Characters(0) == 0;
        var (hidden, deleted) = (0, 0);
        foreach (var (part, prefix, apart) in Parts)
        {
            long start = 0;
            for (var before = 0; before < part; before++) start += fib.Characters(before);
            var end = Math.Min(start + fib.Characters(part), text.Length);
            if (start >= end) continue;
            if (apart) composer.Break();
            var story = new DocStory(text, composer, prefix);
            story.Read((int)start, (int)end, cancellation);
            hidden += story.Hidden;
            deleted += story.Deleted;
        }
        if (hidden > 0) news.Add(DiagnosticKinds.HiddenText, News.Number(hidden));
        if (deleted > 0) news.Add(DiagnosticKinds.DeletedText, News.Number(deleted));
        return true;
    }

    private static Document Refuse(string name, string digest, string what) => Readers.Unreadable(name, digest, new(DiagnosticKinds.NotReadable, [what], null));
}

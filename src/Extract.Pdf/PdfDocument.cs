using Extract.Pdf.Content;
using Extract.Pdf.Objects;
using Extract.Pdf.Structure;

namespace Extract.Pdf;

/// <summary>
/// A PDF opened from its bytes. Pages are read one at a time, and what is kept between them is bounded. One document is used by one
/// thread at a time; any number of documents may be read side by side.
/// </summary>
public sealed class PdfDocument
{
    private readonly PdfFile file;
    private readonly CancellationToken cancellation;

    private PdfDocument(PdfFile file, CancellationToken cancellation) => (this.file, this.cancellation) = (file, cancellation);

    /// <summary>Trouble met so far.</summary>
    public IReadOnlyList<PdfTrouble> Troubles => file.Troubles.List;

    /// <summary>False where there is nothing to read for want of a password, of a known encryption, or of a page.</summary>
    public bool IsReadable { get; private set; }

    /// <summary>How many pages the file says it has; the truth is known when they have been read.</summary>
    public int PagesPromised { get; private init; }

    /// <summary>The program the file says made it; empty where it does not say.</summary>
    public string Producer { get; private init; } = "";

    /// <summary>
    /// Opens a file. Never throws for bad content: what cannot be read has no pages and a trouble that says why. The bytes must stay as
    /// they are while pages are read.
    /// </summary>
    public static PdfDocument Open(ReadOnlyMemory<byte> bytes, PdfOptions? options = null, CancellationToken cancellation = default)
    {
        try
        {
            return Of(new PdfFile(bytes, options ?? new PdfOptions(), cancellation), cancellation);
        }
        catch (Exception bug) when (IsOfContent(bug))
        {
            var nothing = new PdfFile(default, options ?? new PdfOptions(), cancellation);
            nothing.Troubles.Add(PdfTroubleKind.Unreadable, bug.GetType().Name);
            return new PdfDocument(nothing, cancellation);
        }
    }

    private static PdfDocument Of(PdfFile file, CancellationToken cancellation)
    {
        var catalogue = file.Trailer.Dictionary("Root");
        var document = new PdfDocument(file, cancellation)
        {
            IsReadable = !file.Locked && catalogue is not null,
            PagesPromised = file.Locked ? 0 : Math.Min(file.Options.MostPages, new PageTree(file).Promised),
            Producer = file.Locked ? "" : (file.Trailer.Dictionary("Info")?["Producer"] as PdfString)?.Bytes is { } bytesOfProducer ? PdfText.Read(bytesOfProducer) : "",
        };
        if (catalogue is null) file.Troubles.Add(PdfTroubleKind.NotPdf, "no catalogue");
        else if (!file.Locked) NoteActiveContent(file, catalogue);
        return document;
    }

    /// <summary>Opens what a stream holds, read to its end, up to a limit.</summary>
    public static PdfDocument Open(Stream stream, PdfOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var all = new MemoryStream();
        stream.CopyTo(all);
        return Open(all.GetBuffer().AsMemory(0, (int)all.Length), options, cancellation);
    }

    /// <summary>
    /// Its pages in order, from one to another (counted from 1, both included). Each is the same object filled anew: take what you need
    /// before asking for the next.
    /// </summary>
    public IEnumerable<PdfPage> Pages(int from = 1, int to = int.MaxValue)
    {
        if (!IsReadable) yield break;
        var page = new PdfPage();
        var interpreter = new Interpreter(file, page, cancellation);
        var merging = new RuleMerging(interpreter.Marks, page);
        foreach (var node in new PageTree(file).Pages())
        {
            cancellation.ThrowIfCancellationRequested();
            if (node.Number < from) continue;
            if (node.Number > to) break;
            file.Troubles.Page = node.Number;
            var frame = PageFrame.Of(node);
            page.Clear();
            (page.Number, page.Width, page.Height) = (node.Number, frame.Width, frame.Height);
            Read(interpreter, merging, node, frame);
            TextLayers.Judge(page);
            yield return page;
        }
        file.Troubles.Page = 0;
    }

    /// <summary>
    /// The wall between a page and everything else: should the reader itself fail on it, the page keeps what was read of it, the
    /// failure has a name, and the document goes on.
    /// </summary>
    private void Read(Interpreter interpreter, RuleMerging merging, PageNode node, in PageFrame frame)
    {
        try
        {
            interpreter.Run(node, frame);
            merging.Run();
        }
        catch (Exception bug) when (IsOfContent(bug))
        {
            file.Troubles.Add(PdfTroubleKind.Unreadable, bug.GetType().Name);
        }
    }

    /// <summary>What wrong numbers and wrong kinds in a file can cause, as against running out of memory or being told to stop.</summary>
    internal static bool IsOfContent(Exception bug) =>
        bug is OverflowException or ArgumentException or IndexOutOfRangeException or InvalidCastException or FormatException
            or InvalidOperationException or NullReferenceException or DivideByZeroException or InvalidDataException or System.Security.Cryptography.CryptographicException;

    /// <summary>Scripts, programs to launch and files carried are named and left alone.</summary>
    private static void NoteActiveContent(PdfFile file, PdfDictionary catalogue)
    {
        if (catalogue.Dictionary("OpenAction")?.NameOf("S") is "JavaScript" or "Launch") file.Troubles.Add(PdfTroubleKind.ActiveContent, "OpenAction");
        if (catalogue.Dictionary("Names") is not { } names) return;
        if (names.Written("JavaScript") is not null) file.Troubles.Add(PdfTroubleKind.ActiveContent, "JavaScript");
        if (names.Written("EmbeddedFiles") is not null) file.Troubles.Add(PdfTroubleKind.ActiveContent, "EmbeddedFiles");
    }
}

namespace Extract.Documents.Word.Doc;

/// <summary>The bytes a stretch of the file's text has properties for.</summary>
internal readonly record struct FormattedRun(long From, long To, ReadOnlyMemory<byte> Properties);

/// <summary>
/// Properties of characters and of paragraphs: pages of 512 bytes (MS-DOC 2.9.33 ChpxFkp, 2.9.179 PapxFkp), found by a table of pages, each
/// with runs of file positions and lists of modifiers.
/// </summary>
internal sealed class FormattedPages
{
    private const int Page = 512;

    private readonly List<FormattedRun> runs = [];

    private FormattedPages()
    {
    }

    /// <summary>Reads the pages a table names. Paragraph runs carry their style before their modifiers.</summary>
    public static FormattedPages Read(Slab document, Slab table, (long At, long Length) plc, bool ofParagraphs)
    {
        var pages = new FormattedPages();
        var bytes = new Slab(table.Part(plc.At, plc.Length));
        var count = (bytes.Length - 4) / 8;
        var seen = new HashSet<long>();
        for (var i = 0; i < count; i++)
        {
            var number = bytes.Long((count + 1) * 4L + i * 4L) & 0x3F_FFFF;
            if (seen.Add(number)) pages.AddPage(new Slab(document.Part(number * Page, Page)), ofParagraphs);
        }
        pages.runs.Sort(static (a, b) => a.From.CompareTo(b.From));
        return pages;
    }

    /// <summary>The run that holds a file position; null where there is none.</summary>
    public FormattedRun? At(long offset)
    {
        var (low, high) = (0, runs.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (runs[middle].From <= offset) low = middle + 1;
            else high = middle;
        }
        return low > 0 && offset < runs[low - 1].To ? runs[low - 1] : null;
    }

    private void AddPage(Slab page, bool ofParagraphs)
    {
        if (page.Length < Page) return;
        var count = page.Byte(Page - 1);
        var entry = ofParagraphs ? 13 : 1;
        for (var i = 0; i < count; i++)
        {
            var (from, to) = (page.Long(i * 4L), page.Long(i * 4L + 4));
            var at = page.Byte((count + 1) * 4L + i * (long)entry) * 2;
            if (to <= from || (count + 1) * 4 + i * entry >= Page) continue;
            runs.Add(new FormattedRun(from, to, at == 0 ? default : ofParagraphs ? Paragraph(page, at) : page.Part(at + 1, page.Byte(at))));
        }
    }

    /// <summary>A paragraph's properties say their length in words: an odd number of bytes in one byte, or an even one behind a zero.</summary>
    private static ReadOnlyMemory<byte> Paragraph(Slab page, int at) =>
        page.Byte(at) is > 0 and var words ? page.Part(at + 1, words * 2L - 1) : page.Part(at + 2, page.Byte(at + 1) * 2L);
}

using Extract.Pdf;

namespace Extract.Tests.Pdf;

/// <summary>Alone in the process, so that nothing else is counted.</summary>
[CollectionDefinition("Memory", DisableParallelization = true)]
public class AloneInTheProcess;

/// <summary>A document is read with the memory of a page.</summary>
[Collection("Memory")]
public class MemoryTests
{
    [Fact]
    public void What_is_kept_does_not_grow_with_the_pages()
    {
        const int pages = 2000;
        var made = MadePdf.Page("");
        var content = string.Concat(Enumerable.Range(0, 40).Select(static i => $"BT /F1 9 Tf 20 {i * 9} Td (row {i} 1,234.50) Tj ET 10 {i * 9} m 500 {i * 9} l S "));
        var shared = made.AddStream("/Filter /FlateDecode", MadePdf.Deflate(System.Text.Encoding.Latin1.GetBytes(content)));
        var kids = Enumerable.Range(0, pages).Select(_ => made.Add($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 400] /Resources {MadePdf.Helvetica} /Contents {shared} 0 R >>")).ToArray();
        made.Replace(2, $"<< /Type /Pages /Kids [{string.Join(' ', kids.Select(static k => $"{k} 0 R"))}] /Count {pages} >>");
        var file = made.Classic();
        var (early, late, read) = (0L, 0L, 0);
        foreach (var page in PdfDocument.Open(file).Pages())
        {
            Assert.Equal(40, page.Rules.Length);
            if (++read == pages / 5) early = GC.GetTotalMemory(forceFullCollection: true);
            if (read == pages) late = GC.GetTotalMemory(forceFullCollection: true);
        }
        Assert.Equal(pages, read);
        Assert.InRange(late - early, long.MinValue, 4 << 20);
    }
}

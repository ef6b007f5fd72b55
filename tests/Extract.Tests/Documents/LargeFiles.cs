using System.IO.Compression;
using Extract.Diagnostics;
using Extract.Documents;
using Extract.Text;
using Xunit.Abstractions;

namespace Extract.Tests.Documents;

/// <summary>The largest files the limits allow, made when the tests run; what they take is printed.</summary>
public sealed class LargeFiles(ITestOutputHelper output)
{
    /// <summary>The memory one document's reading may take.</summary>
    private const long MostMemory = 768L << 20;

    [Fact]
    public void A_sheet_of_a_million_rows_is_read_whole_and_held_within_the_limit()
    {
        const int rows = 1_048_576;
        var (document, held) = Held(OfficeFileWith("xl/worksheets/sheet1.xml", OfficeFile.Xlsx([("明细", "")]), writer =>
        {
            writer.Write("<worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><sheetData>");
            for (var r = 1; r <= rows; r++) writer.Write($"<row r=\"{r}\"><c r=\"A{r}\" t=\"str\"><v>行政运行</v></c><c r=\"B{r}\"><v>{r * 7919L % 1_000_003}.25</v></c><c r=\"C{r}\"><v>{r * 104_729L % 999_983}</v></c></row>");
            writer.Write("</sheetData></worksheet>");
        }));
        output.WriteLine($"a sheet of 1,048,576 rows: {held >> 20} MiB held");
        Assert.Equal(rows * 3, Assert.Single(document.Sheets).Runs.Count);
        Assert.True(held < MostMemory);
    }

    [Fact]
    public void A_row_behind_the_last_a_sheet_can_have_is_a_limit()
    {
        var document = OfficeFile.Open(OfficeFile.Xlsx([("一", "<sheetData><row r='1'><c r='A1'><v>1</v></c></row><row r='1048577'><c><v>2</v></c></row></sheetData>")]));
        Assert.Equal(["1"], OfficeFile.Texts(document));
        Assert.Contains(document.Diagnostics, static d => d.Kind == DiagnosticKinds.LimitReached);
    }

    [Fact]
    public void A_document_of_three_thousand_pages_is_read_whole_and_held_within_the_limit()
    {
        const int pages = 3_000;
        static string P(string text) => $"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>";
        var (document, held) = Held(OfficeFileWith("word/document.xml", OfficeFile.Docx(""), writer =>
        {
            writer.Write($"<w:document xmlns:w='{OfficeFile.Word}'><w:body>");
            for (var page = 0; page < pages; page++)
            {
                for (var k = 0; k < 10; k++) writer.Write(P($"第{page}页第{k}段：本年支出{page * 31 + k}.{k}0万元，完成预算{page % 100}.25%。"));
                writer.Write("<w:tbl><w:tblGrid><w:gridCol w:w='2000'/><w:gridCol w:w='2000'/><w:gridCol w:w='2000'/></w:tblGrid>");
                for (var r = 0; r < 12; r++) writer.Write($"<w:tr><w:tc>{P($"项目{page}{r}")}</w:tc><w:tc>{P($"{page}.{r}0")}</w:tc><w:tc>{P($"{r}")}</w:tc></w:tr>");
                writer.Write("</w:tbl><w:p><w:r><w:br w:type='page'/></w:r></w:p>");
            }
            writer.Write("</w:body></w:document>");
        }));
        output.WriteLine($"a document of 3,000 pages: {held >> 20} MiB held");
        Assert.Equal(pages, document.Sheets.Count);
        Assert.Equal(pages * 46, document.Sheets.Sum(static sheet => sheet.Runs.Count));
        Assert.True(held < MostMemory);
    }

    /// <summary>The document, and how much more memory is held once it is read than before.</summary>
    private static (Document Document, long Held) Held(byte[] bytes)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var document = Readers.Open("large", bytes);
        var held = GC.GetTotalMemory(forceFullCollection: true) - before;
        return (document, held);
    }

    /// <summary>The file with one of its parts written anew.</summary>
    private static byte[] OfficeFileWith(string part, byte[] file, Action<TextWriter> write)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(new MemoryStream(file)))
        using (var copy = new ZipArchive(stream, ZipArchiveMode.Create, true))
            foreach (var entry in zip.Entries)
            {
                using var target = copy.CreateEntry(entry.FullName, CompressionLevel.Fastest).Open();
                if (entry.FullName != part)
                {
                    using var source = entry.Open();
                    source.CopyTo(target);
                    continue;
                }
                using var writer = new StreamWriter(target);
                write(writer);
            }
        return stream.ToArray();
    }
}

using Extract.Cli.Evaluation.Pdf;
using Extract.Pdf;

namespace Extract.Tests.Pdf;

/// <summary>No damage makes the reader fail, hang, or leave its limits.</summary>
public class SafetyTests
{
    private static byte[][] Files { get; } = [.. Made()];

    private static IEnumerable<byte[]> Made()
    {
        const string content = "q 1 0 0 1 5 5 cm 0.5 w 10 10 200 80 re S BT /F1 12 Tf 50 300 Td [(Total) -300 (1,234.50)] TJ ET /Fm Do BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q";
        foreach (var lockedBy in (int[])[0, 2, 4, 6])
        {
            var made = MadePdf.Page(content, "<< /Font << /F1 4 0 R /F2 7 0 R >> /XObject << /Fm 6 0 R >> >>");
            made.AddStream("/Type /XObject /Subtype /Form /BBox [0 0 600 400] /Filter /FlateDecode", MadePdf.Deflate("BT /F2 9 Tf 9 9 Td <90E895E8> Tj ET"u8.ToArray()));
            made.Add("<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [8 0 R] >>");
            made.Add("<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 /W [1 [500 600] 10 20 500] >>");
            if (lockedBy > 0) yield return made.Lock(lockedBy, "").Classic();
            else yield return made.Classic();
            if (lockedBy == 0) yield return made.Compressed();
        }
    }

    private static void IsReadOrNamed(byte[] bytes)
    {
        var pdf = PdfDocument.Open(bytes);
        var pages = pdf.Pages().Take(100).Count();
        Assert.DoesNotContain(pdf.Troubles, static t => t.Kind == PdfTroubleKind.Unreadable);
        Assert.True(pages > 0 || pdf.Troubles.Count > 0, "neither a page nor a word why");
    }

    [Fact]
    public void A_file_cut_anywhere_is_read_or_refused_by_name()
    {
        foreach (var file in Files)
            for (var cut = 0; cut < 50; cut++) IsReadOrNamed(file[..(file.Length * cut / 50)]);
    }

    [Fact]
    public void Five_hundred_damaged_copies_are_read_or_refused_by_name()
    {
        for (var i = 0; i < 500; i++) IsReadOrNamed(Damage.Of(Files[i % Files.Length], seed: 11, i));
    }

    [SharedFact]
    public void Awkward_files_of_others_are_read_or_refused_by_name()
    {
        foreach (var path in Directory.GetFiles(SharedFiles.PathOf("hard/pdf"), "*.pdf"))
        {
            var pdf = PdfDocument.Open(File.ReadAllBytes(path));
            var pages = pdf.Pages().Count();
            Assert.DoesNotContain(pdf.Troubles, static t => t.Kind == PdfTroubleKind.Unreadable);
            Assert.True(pages > 0 || pdf.Troubles.Count > 0, path);
        }
    }
}

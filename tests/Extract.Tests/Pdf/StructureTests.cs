using System.Text;
using Extract.Pdf;

namespace Extract.Tests.Pdf;

/// <summary>However a file is put together, and whatever is wrong with it, the same page is read from it.</summary>
public class StructureTests
{
    private const string Content = "BT /F1 12 Tf 50 300 Td (Total 1,234.50) Tj ET";
    private const string Words = "Total 1,234.50";

    private static string TextOf(byte[] file) => SeenPage.Only(file).Text;

    [Fact]
    public void A_cross_reference_table_leads_to_the_page() => Assert.Equal(Words, TextOf(MadePdf.Page(Content).Classic()));

    [Fact]
    public void Object_streams_and_a_cross_reference_stream_lead_to_the_page() => Assert.Equal(Words, TextOf(MadePdf.Page(Content).Compressed()));

    [Fact]
    public void Junk_before_the_header_shifts_every_offset() => Assert.Equal(Words, TextOf(MadePdf.Page(Content).Classic(junk: "HTTP/1.1 200 OK\r\n\r\n")));

    [Fact]
    public void A_file_without_cross_reference_is_searched_for_objects()
    {
        Assert.Equal(Words, TextOf(MadePdf.Page(Content).WithoutIndex()));
        Assert.Equal(Words, TextOf(MadePdf.Page(Content).WithoutIndex(trailer: false)));
    }

    [Theory]
    [InlineData(7)]
    [InlineData(-3)]
    [InlineData(100000)]
    public void A_cross_reference_that_lies_is_found_out_and_said(int lie)
    {
        var file = MadePdf.Page(Content).Classic(offset: o => o + lie);
        Assert.Equal(Words, TextOf(file));
        var pdf = PdfDocument.Open(file);
        _ = pdf.Pages().Count();
        Assert.Contains(pdf.Troubles, static t => t.Kind == PdfTroubleKind.Rebuilt);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(5000)]
    [InlineData(-1)]
    public void A_wrong_length_does_not_matter_where_endstream_stands(int wrong) => Assert.Equal(Words, TextOf(MadePdf.Page(Content).Classic(length: _ => wrong)));

    [Fact]
    public void A_missing_endstream_or_endobj_ends_at_what_follows()
    {
        var text = Encoding.Latin1.GetString(MadePdf.Page(Content).WithoutIndex());
        Assert.Equal(Words, TextOf(Encoding.Latin1.GetBytes(text.Replace("endstream\n", "", StringComparison.Ordinal))));
        Assert.Equal(Words, TextOf(Encoding.Latin1.GetBytes(text.Replace("endobj\n", "", StringComparison.Ordinal))));
    }

    [Fact]
    public void An_update_replaces_what_it_names_and_keeps_the_rest()
    {
        var first = Encoding.Latin1.GetString(MadePdf.Page(Content).Classic());
        var previous = first[(first.IndexOf("startxref\n", StringComparison.Ordinal) + 10)..].Split('\n')[0];
        const string changed = "BT /F1 12 Tf 50 300 Td (Total 9) Tj ET";
        var update = $"5 0 obj\n<< /Length {changed.Length} >>\nstream\n{changed}\nendstream\nendobj\n";
        var xref = $"xref\n5 1\n{first.Length:D10} 00000 n \ntrailer\n<< /Size 6 /Root 1 0 R /Prev {previous} >>\nstartxref\n{first.Length + update.Length}\n%%EOF\n";
        Assert.Equal("Total 9", TextOf(Encoding.Latin1.GetBytes(first + update + xref)));
    }

    [Fact]
    public void Pages_that_are_their_own_ancestors_are_met_once()
    {
        var made = MadePdf.Page(Content);
        made.Replace(2, "<< /Type /Pages /Kids [3 0 R 2 0 R 6 0 R] /Count 3 >>");
        made.Add("<< /Type /Pages /Kids [2 0 R 6 0 R 3 0 R] /Count 3 >>");
        Assert.Equal(Words, TextOf(made.Classic()));
    }

    [Fact]
    public void Cross_references_that_point_at_each_other_end()
    {
        var file = Encoding.Latin1.GetString(MadePdf.Page(Content).Classic());
        var at = file[(file.IndexOf("startxref\n", StringComparison.Ordinal) + 10)..].Split('\n')[0];
        Assert.Equal(Words, TextOf(Encoding.Latin1.GetBytes(file.Replace("/Root 1 0 R", $"/Root 1 0 R /Prev {at}", StringComparison.Ordinal))));
    }

    [Fact]
    public void A_nest_deeper_than_any_document_needs_is_read_as_nothing()
    {
        var made = MadePdf.Page(Content);
        made.Add(new string('[', 100_000) + new string(']', 100_000));
        made.Replace(3, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 400] /Resources << /Font << /F1 4 0 R >> >> /Contents 5 0 R /Annots 6 0 R >>");
        Assert.Equal(Words, TextOf(made.Classic()));
    }

    [Fact]
    public void What_is_no_pdf_says_so()
    {
        var pdf = PdfDocument.Open(Encoding.ASCII.GetBytes("%PDF-1.4 and nothing else"));
        Assert.Empty(pdf.Pages());
        Assert.Contains(pdf.Troubles, static t => t.Kind == PdfTroubleKind.NotPdf);
        Assert.Empty(PdfDocument.Open(ReadOnlyMemory<byte>.Empty).Pages());
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void Every_revision_of_the_standard_lock_opens_with_the_empty_password(int revision) =>
        Assert.Equal(Words, TextOf(MadePdf.Page(Content).Lock(revision, user: "").Classic()));

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void A_locked_file_opens_for_its_passwords_and_is_refused_by_name_without(int revision)
    {
        var file = MadePdf.Page(Content).Lock(revision, user: "secret", owner: "master").Classic();
        Assert.Equal(Words, Assert.Single(SeenPage.All(file, new PdfOptions { Password = "secret" })).Text);
        Assert.Equal(Words, Assert.Single(SeenPage.All(file, new PdfOptions { Password = "master" })).Text);
        foreach (var wrong in (string[])["", "Secret"])
        {
            var pdf = PdfDocument.Open(file, new PdfOptions { Password = wrong });
            Assert.False(pdf.IsReadable);
            Assert.Empty(pdf.Pages());
            Assert.Contains(pdf.Troubles, static t => t.Kind == PdfTroubleKind.PasswordNeeded);
        }
    }

    [Fact]
    public void Two_documents_are_read_side_by_side()
    {
        var (one, two) = (MadePdf.Page(Content).Classic(), MadePdf.Page("BT /F1 9 Tf 1 1 Td (other) Tj ET").Compressed());
        var texts = new string[40];
        Parallel.For(0, texts.Length, i => texts[i] = TextOf(i % 2 == 0 ? one : two));
        for (var i = 0; i < texts.Length; i++) Assert.Equal(i % 2 == 0 ? Words : "other", texts[i]);
    }

    [Fact]
    public void A_reading_that_is_called_off_stops()
    {
        using var stop = new CancellationTokenSource();
        var pages = PdfDocument.Open(MadePdf.Page(Content).Classic(), null, stop.Token).Pages();
        stop.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => pages.Count());
    }
}

using System.Text;
using Extract.Documents;
using Extract.Text;

namespace Extract.Tests.Pdf;

/// <summary>A page becomes a sheet in ems: nothing joined that was set apart, nothing split that was set together.</summary>
public class SheetTests
{
    private static Document Open(MadePdf made) => Readers.Open("made.pdf", made.Classic());

    private static Sheet Sheet(string content) => Assert.Single(Open(MadePdf.Page(content)).Sheets);

    [Fact]
    public void Boxes_are_in_ems_of_the_body_and_places_in_points()
    {
        var sheet = Sheet("BT /F1 20 Tf 50 350 Td (Title) Tj /F1 10 Tf 0 -50 Td (body of the page) Tj ET 50 100 m 250 100 l S 1 0 0 rg 50 200 100 20 re f");
        Assert.Equal(10, sheet.EmPoints);
        Assert.Equal((60, 40), (sheet.Width, sheet.Height));
        var title = sheet.Runs[0];
        Assert.Equal(5, title.Box.Left, 6);
        Assert.Equal(50, Assert.IsType<PagePlace>(title.Place).Left, 6);
        Assert.Equal(new Rule(false, 30, 5, 25, RuleSource.Drawn), Assert.Single(sheet.Rules));
        Assert.Equal(new Fill(new Box(5, 18, 15, 20), 0xFF0000), Assert.Single(sheet.Fills));
    }

    [Fact]
    public void One_show_operation_is_one_run_up_to_its_gaps()
    {
        Assert.Equal(["total revenue", "1,234.50"], Sheet("BT /F1 10 Tf 50 300 Td [(total revenue) -4000 (1,234.50)] TJ ET").Runs.Select(static r => r.Text));
        Assert.Equal(["a", "b"], Sheet("BT /F1 10 Tf 50 300 Td (a    b) Tj ET").Runs.Select(static r => r.Text));
        Assert.Equal(["a", "b"], Sheet("BT /F1 10 Tf 50 300 Td (a) Tj (b) Tj ET").Runs.Select(static r => r.Text));
        Assert.Equal(["Kern"], Sheet("BT /F1 10 Tf 50 300 Td [(K) 40 (ern)] TJ ET").Runs.Select(static r => r.Text));
    }

    [Fact]
    public void Bold_printed_twice_on_one_place_is_one_run_and_a_little_aside_is_two()
    {
        Assert.Equal(["12"], Sheet("BT /F1 10 Tf 1 0 0 1 50 300 Tm (12) Tj 1 0 0 1 50 300 Tm (12) Tj ET").Runs.Select(static r => r.Text));
        Assert.Equal(["12", "12"], Sheet("BT /F1 10 Tf 1 0 0 1 50 300 Tm (12) Tj 1 0 0 1 50.3 300 Tm (12) Tj ET").Runs.Select(static r => r.Text));
    }

    [Fact]
    public void What_its_cell_cuts_off_is_left_out_and_counted()
    {
        var document = Open(MadePdf.Page("q 0 0 113 400 re W n BT /F1 10 Tf 100 20 Td (1234) Tj ET Q"));
        Assert.Equal("12", Assert.Single(document.Sheets[0].Runs).Text);
        Assert.Equal("2", Assert.Single(document.Diagnostics, static d => d.Kind.Id == "EX1028").Arguments[0]);
    }

    [Fact]
    public void A_locked_file_is_refused_by_name()
    {
        var document = Open(MadePdf.Page("BT /F1 10 Tf 50 300 Td (a) Tj ET").Lock(6, "secret"));
        Assert.Empty(document.Sheets);
        Assert.Equal("EX1021", Assert.Single(document.Diagnostics).Kind.Id);
    }

    [Fact]
    public void A_scan_is_said_to_need_reading_by_other_means()
    {
        var made = MadePdf.Page("q 600 0 0 400 0 0 cm /Im Do Q", "<< /XObject << /Im 6 0 R >> >>");
        made.AddStream("/Type /XObject /Subtype /Image /Width 40 /Height 20 /Filter /DCTDecode", [0xFF]);
        var document = Open(made);
        Assert.Equal(TextLayer.None, document.TextLayer);
        Assert.Contains(document.Diagnostics, static d => d.Kind.Id == "EX1026");
    }

    [Fact]
    public void A_pdf_of_plain_characters_is_a_pdf_and_a_text_about_pdf_is_a_text()
    {
        var plain = Encoding.Latin1.GetString(MadePdf.Page("BT /F1 10 Tf 50 300 Td (a) Tj ET").WithoutIndex()).Replace("%\u00e2\u00e3\u00cf\u00d3\n", "", StringComparison.Ordinal);
        Assert.Equal(DocumentFormat.Pdf, Readers.Open("x", Encoding.ASCII.GetBytes(plain)).Format);
        Assert.Equal(DocumentFormat.Txt, Readers.Open("x", Encoding.ASCII.GetBytes("The header of such a file is %PDF-1.7, it says.")).Format);
    }
}

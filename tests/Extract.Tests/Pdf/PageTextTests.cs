using System.Text;
using Extract.Pdf;

namespace Extract.Tests.Pdf;

/// <summary>What a page shows stands where the page shows it: cropped, turned, inside forms, down the page.</summary>
public class PageTextTests
{
    private static PdfBox Rounded(PdfBox box) => new(Math.Round(box.Left, 2), Math.Round(box.Top, 2), Math.Round(box.Right, 2), Math.Round(box.Bottom, 2));

    private static SeenPage Read(string content, string resources = MadePdf.Helvetica, string page = "/MediaBox [0 0 600 400]") =>
        SeenPage.Only(MadePdf.Page(content, resources, page));

    [Fact]
    public void A_glyph_is_as_wide_as_its_advance()
    {
        var glyphs = Read("BT /F1 10 Tf 100 200 Td (1 W) Tj ET").Glyphs;
        // Helvetica: a digit is 556, a space 278, W 944 thousandths of the size.
        Assert.Equal([(100, 105.56), (105.56, 108.34), (108.34, 117.78)], glyphs.Select(static g => (Math.Round(g.Box.Left, 2), Math.Round(g.Box.Right, 2))));
        Assert.All(glyphs, static g => Assert.True(g.Box.Top < 200 && g.Box.Bottom > 200));
        Assert.Equal(10, glyphs[0].Size, 6);
    }

    [Fact]
    public void Spacing_scale_and_rise_move_what_follows()
    {
        var glyphs = Read("BT /F1 10 Tf 2 Tc 3 Tw 50 Tz 100 200 Td (1 1) Tj 4 Ts (1) Tj ET").Glyphs;
        Assert.Equal([100, 103.78, 107.67, 111.45], glyphs.Select(static g => Math.Round(g.Box.Left, 2)));
        Assert.Equal(4, glyphs[2].Box.Bottom - glyphs[3].Box.Bottom, 6);
    }

    [Fact]
    public void Numbers_in_a_text_array_move_back()
    {
        var glyphs = Read("BT /F1 10 Tf 100 200 Td [(1) -1000 (1) 500 (1)] TJ ET").Glyphs;
        Assert.Equal([100, 115.56, 116.12], glyphs.Select(static g => Math.Round(g.Box.Left, 2)));
    }

    [Fact]
    public void Lines_follow_each_other_by_leading()
    {
        var glyphs = Read("BT /F1 10 Tf 14 TL 100 200 Td (a) Tj T* (b) Tj (c) ' 0 0 (d) \" ET").Glyphs;
        Assert.Equal("abcd", string.Concat(glyphs.Select(static g => g.Text)));
        Assert.Equal([0, 14, 28, 42], glyphs.Select(g => Math.Round(g.Box.Bottom - glyphs[0].Box.Bottom, 3)));
        Assert.All(glyphs, static g => Assert.Equal(100, g.Box.Left, 6));
    }

    [Theory]
    [InlineData(0, 100, 600, 400)]
    [InlineData(90, 200, 400, 600)]
    [InlineData(180, 500, 600, 400)]
    [InlineData(270, 200, 400, 600)]
    [InlineData(-90, 200, 400, 600)]
    [InlineData(450, 200, 400, 600)]
    public void A_turned_page_is_read_as_displayed(int rotate, double x, double width, double height)
    {
        var page = Read("BT /F1 10 Tf 100 200 Td (1) Tj ET 100 200 m 300 200 l S", page: $"/MediaBox [0 0 600 400] /Rotate {rotate}");
        Assert.Equal((width, height), (page.Width, page.Height));
        var box = page.Glyphs[0].Box;
        Assert.InRange(x, box.Left - 3, box.Right + 3);
        var rule = Assert.Single(page.Rules);
        Assert.Equal(rotate % 180 != 0, rule.Vertical);
        Assert.Equal(rotate % 360 != 0, (page.Glyphs[0].Marks & PdfGlyphMarks.Rotated) != 0);
    }

    [Fact]
    public void A_page_cropped_and_scaled_counts_from_its_visible_corner()
    {
        var page = Read("BT /F1 10 Tf 100 200 Td (1) Tj ET", page: "/MediaBox [0 0 600 400] /CropBox [50 100 550 350] /UserUnit 2");
        Assert.Equal((1000, 500), (page.Width, page.Height));
        Assert.Equal(100, page.Glyphs[0].Box.Left, 6);
        Assert.Equal(20, page.Glyphs[0].Size, 6);
        Assert.Empty(Read("BT /F1 10 Tf 10 200 Td (1) Tj ET", page: "/MediaBox [0 0 600 400] /CropBox [50 100 550 350]").Glyphs);
    }

    [Fact]
    public void A_turned_page_whose_content_is_one_form_reads_like_any_other()
    {
        var made = MadePdf.Page("q /Fm Do Q", "<< /XObject << /Fm 6 0 R >> >>", "/MediaBox [0 0 400 600] /Rotate 90");
        made.AddStream("/Type /XObject /Subtype /Form /BBox [0 0 600 400] /Matrix [0 1 -1 0 400 0] /Resources << /Font << /F1 4 0 R >> >>", Encoding.Latin1.GetBytes("BT /F1 10 Tf 100 200 Td (Total) Tj ET 100 190 m 300 190 l S"));
        var page = SeenPage.Only(made);
        Assert.Equal("Total", page.Text);
        Assert.All(page.Glyphs, static g => Assert.Equal(PdfGlyphMarks.None, g.Marks & PdfGlyphMarks.Rotated));
        Assert.Equal(100, page.Glyphs[0].Box.Left, 6);
        Assert.Equal((210, 100, 300), (page.Rules[0].At, page.Rules[0].From, page.Rules[0].To));
    }

    [Fact]
    public void A_form_is_cut_to_its_box_and_leaves_the_state_as_it_was()
    {
        var made = MadePdf.Page("/Fm Do BT /F1 10 Tf 10 20 Td (after) Tj ET", "<< /Font << /F1 4 0 R >> /XObject << /Fm 6 0 R >> >>");
        made.AddStream("/Type /XObject /Subtype /Form /BBox [0 0 300 400]", Encoding.Latin1.GetBytes("Q Q q 5 0 0 5 0 0 cm 0 10 m 500 10 l S"));
        var page = SeenPage.Only(made);
        Assert.Equal((0, 300), (page.Rules[0].From, page.Rules[0].To));
        Assert.Equal(10, page.Glyphs[0].Size, 6);
    }

    [Fact]
    public void A_form_inside_itself_is_entered_once()
    {
        var made = MadePdf.Page("/Fm Do", "<< /XObject << /Fm 6 0 R >> >>");
        made.AddStream("/Type /XObject /Subtype /Form /BBox [0 0 600 400] /Resources << /Font << /F1 4 0 R >> /XObject << /Fm 6 0 R /Gm 7 0 R >> >>", Encoding.Latin1.GetBytes("BT /F1 10 Tf 9 9 Td (a) Tj ET /Fm Do /Gm Do"));
        made.AddStream("/Type /XObject /Subtype /Form /BBox [0 0 600 400] /Resources << /XObject << /Fm 6 0 R >> >>", Encoding.Latin1.GetBytes("/Fm Do"));
        Assert.Equal("a", SeenPage.Only(made).Text);
    }

    [Fact]
    public void Forms_that_multiply_are_stopped_and_named()
    {
        var made = MadePdf.Page("/X Do", "<< /XObject << /X 6 0 R >> >>");
        for (var i = 0; i < 12; i++)
            made.AddStream($"/Type /XObject /Subtype /Form /BBox [0 0 600 400] /Resources << /XObject << /X {7 + i} 0 R >> >>", Encoding.Latin1.GetBytes(string.Concat(Enumerable.Repeat("/X Do ", 20))));
        var pdf = PdfDocument.Open(made.Classic(), new PdfOptions { MostDecodedBytes = 4 << 20 });
        Assert.Single(pdf.Pages());
        Assert.Contains(pdf.Troubles, static t => t.Kind == PdfTroubleKind.LimitReached);
    }

    [Fact]
    public void Text_that_is_not_painted_is_kept_and_marked()
    {
        var glyphs = Read("BT /F1 10 Tf 10 20 Td 3 Tr (a) Tj 0 Tr (b) Tj 2 Tr (c) Tj ET").Glyphs;
        Assert.Equal([PdfGlyphMarks.Invisible, PdfGlyphMarks.None, PdfGlyphMarks.Bold], glyphs.Select(static g => g.Marks & (PdfGlyphMarks.Invisible | PdfGlyphMarks.Bold)));
    }

    [Fact]
    public void Text_aslant_is_marked_and_text_that_runs_up_is_only_turned()
    {
        var glyphs = Read("BT /F1 10 Tf 0.7 0.7 -0.7 0.7 50 50 Tm (a) Tj 0 1 -1 0 50 50 Tm (b) Tj 1 0.02 -0.02 1 50 50 Tm (c) Tj ET").Glyphs;
        Assert.Equal([PdfGlyphMarks.Rotated | PdfGlyphMarks.Slanted, PdfGlyphMarks.Rotated, PdfGlyphMarks.None], glyphs.Select(static g => g.Marks & (PdfGlyphMarks.Rotated | PdfGlyphMarks.Slanted)));
    }

    [Fact]
    public void Text_cut_off_by_its_cell_is_kept_and_marked()
    {
        var glyphs = Read("q 0 0 113 400 re W n BT /F1 10 Tf 100 20 Td (1234) Tj ET Q").Glyphs;
        Assert.Equal([false, false, true, true], glyphs.Select(static g => (g.Marks & PdfGlyphMarks.Clipped) != 0));
    }

    [Fact]
    public void What_a_marked_sequence_says_it_means_replaces_its_glyphs()
    {
        Assert.Equal("xfiy", Read("BT /F1 10 Tf 10 20 Td (x) Tj /Span << /ActualText (fi) >> BDC (?) Tj EMC (y) Tj ET").Text);
        Assert.Equal("\u90E8\u95E8", Read("BT /F1 10 Tf 10 20 Td /Span << /ActualText <FEFF90E895E8> >> BDC (ab) Tj EMC ET").Text);
        Assert.Equal("ab", Read("BT /F1 10 Tf 10 20 Td (a) Tj /Span << /ActualText () >> BDC (-) Tj EMC (b) Tj ET").Text);
        Assert.Equal("one", Read("BT /F1 10 Tf 10 20 Td /Span /P1 BDC (1) Tj EMC ET", "<< /Font << /F1 4 0 R >> /Properties << /P1 << /ActualText (one) >> >> >>").Text);
    }

    [Fact]
    public void Hidden_layers_are_left_out_with_their_lines_and_forms()
    {
        const string content = "/OC /Off BDC BT /F1 10 Tf 10 20 Td (no) Tj ET 10 50 m 90 50 l S /Fm Do EMC /OC /On BDC BT /F1 10 Tf 10 20 Td (yes) Tj ET EMC /Fm Do";
        var made = MadePdf.Page(content, "<< /Font << /F1 4 0 R >> /Properties << /Off 6 0 R /On 7 0 R >> /XObject << /Fm 8 0 R >> >>");
        made.Add("<< /Type /OCG /Name (draft) >>");
        made.Add("<< /Type /OCMD /OCGs [6 0 R 9 0 R] /P /AnyOn >>");
        made.AddStream("/Type /XObject /Subtype /Form /BBox [0 0 600 400] /OC 6 0 R /Resources << /Font << /F1 4 0 R >> >>", Encoding.Latin1.GetBytes("BT /F1 10 Tf 9 9 Td (form) Tj ET"));
        made.Add("<< /Type /OCG /Name (final) >>");
        made.Replace(1, "<< /Type /Catalog /Pages 2 0 R /OCProperties << /OCGs [6 0 R 9 0 R] /D << /OFF [6 0 R] >> >> >>");
        var page = SeenPage.Only(made);
        Assert.Equal("yes", page.Text);
        Assert.Empty(page.Rules);
    }

    [Fact]
    public void An_inline_image_is_passed_over_whatever_its_bytes_are()
    {
        var page = Read("q 50 0 0 20 10 30 cm BI /W 4 /H 4 /BPC 8 /CS /RGB ID " + "EI Q (\\ BT EI 123456789012345678901234567890123456789"[..48] + " EI Q BT /F1 10 Tf 10 20 Td (after) Tj ET");
        Assert.Equal("after", page.Text);
        Assert.Equal(new PdfBox(10, 350, 60, 370), Assert.Single(page.Images).Box);
    }

    [Fact]
    public void Chinese_in_a_font_that_is_not_embedded_is_read_and_stands_in_its_squares()
    {
        foreach (var (encoding, hex) in ((string, string)[])[("UniGB-UCS2-H", "90E895E8"), ("GBK-EUC-H", "B2BFC3C5"), ("UniGB-UTF16-H", "90E895E8")])
        {
            var made = MadePdf.Page($"BT /F2 20 Tf 100 200 Td <{hex}> Tj ET", "<< /Font << /F2 6 0 R >> >>");
            made.Add($"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /{encoding} /DescendantFonts [7 0 R] >>");
            made.Add("<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 >>");
            var page = SeenPage.Only(made);
            Assert.Equal("\u90E8\u95E8", page.Text);
            Assert.Equal([(100, 120), (120, 140)], page.Glyphs.Select(static g => (Math.Round(g.Box.Left, 6), Math.Round(g.Box.Right, 6))));
        }
    }

    [Fact]
    public void Text_that_runs_down_hangs_from_its_origin()
    {
        var made = MadePdf.Page("BT /F2 20 Tf 100 200 Td <90E895E8> Tj ET", "<< /Font << /F2 6 0 R >> >>");
        made.Add("<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-V /DescendantFonts [7 0 R] >>");
        made.Add("<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 >>");
        var page = SeenPage.Only(made);
        Assert.Equal([new PdfBox(90, 200, 110, 220), new PdfBox(90, 220, 110, 240)], page.Glyphs.Select(static g => Rounded(g.Box)));
        Assert.All(page.Glyphs, static g => Assert.True((g.Marks & PdfGlyphMarks.Vertical) != 0));
    }

    [Fact]
    public void A_font_of_drawings_gives_its_letters_by_name_and_its_widths_by_matrix()
    {
        var made = MadePdf.Page("BT /T3 10 Tf 100 200 Td (ab) Tj ET", "<< /Font << /T3 6 0 R >> >>");
        made.Add("<< /Type /Font /Subtype /Type3 /FontBBox [0 0 10 10] /FontMatrix [0.1 0 0 0.1 0 0] /FirstChar 97 /LastChar 98 /Widths [6 7] /Encoding << /Differences [97 /four /five] >> /CharProcs << /four 7 0 R /five 7 0 R >> /Resources << >> >>");
        made.AddStream("", Encoding.Latin1.GetBytes("6 0 d0 0 0 6 8 re f"));
        var page = SeenPage.Only(made);
        Assert.Equal("45", page.Text);
        Assert.Equal([100, 106], page.Glyphs.Select(static g => Math.Round(g.Box.Left, 6)));
        Assert.Equal(113, page.Glyphs[1].Box.Right, 6);
    }

    [Fact]
    public void A_page_says_whether_its_text_is_there()
    {
        Assert.Equal(PdfTextLayer.Full, Read("BT /F1 10 Tf 10 20 Td (text) Tj ET").Layer);
        Assert.Equal(PdfTextLayer.Full, Read("").Layer);
        var scan = MadePdf.Page("q 600 0 0 400 0 0 cm /Im Do Q", "<< /XObject << /Im 6 0 R >> >>");
        scan.AddStream("/Type /XObject /Subtype /Image /Width 40 /Height 20 /Filter /DCTDecode", [0xFF]);
        Assert.Equal(PdfTextLayer.None, SeenPage.Only(scan).Layer);
    }

    [Fact]
    public void Annotations_show_their_appearance_where_they_stand()
    {
        var made = MadePdf.Page("", page: "/MediaBox [0 0 600 400] /Annots [6 0 R 8 0 R]");
        made.Add("<< /Type /Annot /Subtype /Stamp /Rect [100 100 300 140] /AP << /N 7 0 R >> >>");
        made.AddStream("/Type /XObject /Subtype /Form /BBox [0 0 100 20] /Resources << /Font << /F1 4 0 R >> >>", Encoding.Latin1.GetBytes("BT /F1 10 Tf 0 5 Td (seal) Tj ET"));
        made.Add("<< /Type /Annot /Subtype /Stamp /F 2 /Rect [100 100 300 140] /AP << /N 7 0 R >> >>");
        var page = SeenPage.Only(made);
        Assert.Equal("seal", page.Text);
        Assert.Equal((100, 20), (Math.Round(page.Glyphs[0].Box.Left, 6), Math.Round(page.Glyphs[0].Size, 6)));
    }
}

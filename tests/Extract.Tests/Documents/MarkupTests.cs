using System.Text;
using Extract.Diagnostics;
using Extract.Documents;
using Extract.Text;

namespace Extract.Tests.Documents;

public sealed class MarkupTests
{
    [Fact]
    public void A_page_saved_under_the_name_of_a_workbook_is_read_by_its_content()
    {
        const string html = "<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><head><meta charset=utf-8></head><body><table><tr><td rowspan=2>资金</td><td colspan=2>预算</td></tr><tr><td>10</td><td style='display:none'>藏</td><td>20</td></tr></table></body></html>";
        var document = Readers.Open("表.xls", Encoding.UTF8.GetBytes(html));
        Assert.Equal(DocumentFormat.Html, document.Format);
        Assert.Equal([".xls", "html"], Assert.Single(document.Diagnostics).Arguments);
        var grid = Assert.Single(Extraction.Read(document).Tables);
        Assert.Equal(["资金 2x1", "预算 1x2", "10 1x1", "20 1x1"], grid.Cells.Where(static c => c.Text.Length > 0).Select(static c => $"{c.Text} {c.Rows}x{c.Columns}"));
    }

    [Fact]
    public void Pages_in_the_encoding_of_old_Chinese_systems_are_read()
    {
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes("<html><head><meta http-equiv=Content-Type content=\"text/html; charset=gb2312\"></head><body><p>部门决算</p><p>公开<span style='mso-hide:all'>内部</span></p></body></html>");
        Assert.Equal(["部门决算", "公开"], OfficeFile.Texts(Readers.Open("页.doc", bytes)));
    }

    [Fact]
    public void Of_tracked_changes_in_a_page_the_accepted_text_is_read()
    {
        var document = Readers.Open("页.doc", "<html><head><meta charset=utf-8></head><body><p>支出<del cite='mailto:a'>八十</del><ins>九十</ins>万元</p></body></html>"u8.ToArray());
        Assert.Equal(["支出九十万元"], OfficeFile.Texts(document));
        Assert.Equal(["2"], Assert.Single(document.Diagnostics, static d => d.Kind == DiagnosticKinds.DeletedText).Arguments);
    }

    [Fact]
    public void What_Office_writes_for_browsers_that_know_nothing_of_it_is_not_shown_twice()
    {
        const string html = "<html xmlns:o='urn:o'><head><meta charset=utf-8><!--[if gte mso 9]><xml><o:Title>题</o:Title></xml><![endif]--></head><body><p><![if !supportLists]><span style='mso-list:Ignore'>一、</span><![endif]>收入</p>"
            + "<table><tr><td>甲<br>乙</td><td><table><tr><td>1</td><td>2</td></tr></table></td></tr><![if supportMisalignedColumns]><tr height=0 style='display:none'><td width=72></td></tr><![endif]></table></body></html>";
        Assert.Equal(["一、收入", "甲", "乙", "1", "2"], OfficeFile.Texts(Readers.Open("页.doc", Encoding.UTF8.GetBytes(html))).SelectMany(static text => text.Split('\n')));
    }

    [Fact]
    public void Remarks_of_readers_and_control_characters_are_no_text_of_the_page()
    {
        const string html = "<html><head><meta charset=utf-8></head><body><table><tr><td><comment>限40字</comment>项目名称&#1;</td><td>道路</td></tr></table><div style='mso-element:comment-list'><p>批注</p></div></body></html>";
        Assert.Equal(["项目名称", "道路"], OfficeFile.Texts(Readers.Open("表.xls", Encoding.UTF8.GetBytes(html))));
    }

    [Fact]
    public void A_web_archive_gives_its_pages()
    {
        const string archive = "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"----=_Next\"\r\n\r\n------=_Next\r\nContent-Location: file:///C:/a.htm\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Type: text/html; charset=\"utf-8\"\r\n\r\n<html><body><p>=E5=86=B3=E7=AE=\r\n=97</p></body></html>\r\n------=_Next\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA\r\n------=_Next--\r\n";
        Assert.Equal(["决算"], OfficeFile.Texts(Readers.Open("页.doc", Encoding.ASCII.GetBytes(archive))));
    }

    [Theory]
    [InlineData("{\\rtf1\\ansi text}", "Rich Text Format (rtf)")]
    [InlineData("<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>", "XML Spreadsheet 2003")]
    [InlineData("<?xml version=\"1.0\"?><?mso-application progid=\"Word.Document\"?><w:wordDocument/>", "Word 2003 XML")]
    public void Other_forms_of_office_files_are_refused_by_name(string text, string name) =>
        Assert.Equal([name], Assert.Single(Readers.Open("f.doc", Encoding.ASCII.GetBytes(text)).Diagnostics, static d => d.Kind == DiagnosticKinds.NotReadable).Arguments);
}

using Extract.Diagnostics;
using Extract.Text;

namespace Extract.Tests.Documents;

public sealed class WordTests
{
    private static string P(string text) => $"<w:p><w:r><w:t xml:space='preserve'>{text}</w:t></w:r></w:p>";

    private static string Cell(string content, string properties = "") => $"<w:tc><w:tcPr>{properties}</w:tcPr>{(content.StartsWith('<') ? content : P(content))}</w:tc>";

    private static string Table(int[] widths, params string[] rows) =>
        "<w:tbl><w:tblGrid>" + string.Concat(widths.Select(static w => $"<w:gridCol w:w='{w}'/>")) + "</w:tblGrid>" + string.Concat(rows.Select(static row => $"<w:tr>{row}</w:tr>")) + "</w:tbl>";

    [Fact]
    public void A_cell_spans_the_rows_and_columns_it_declares()
    {
        var table = Table([2000, 2000, 2000],
            Cell("资金", "<w:vMerge w:val='restart'/>") + Cell("预算", "<w:gridSpan w:val='2'/>"),
            Cell("这里被遮住", "<w:vMerge/>") + Cell("10") + Cell("20"));
        Assert.Equal(["2x1 资金 | 1x2 预算", "10 | 20"], OfficeFile.Table(OfficeFile.Docx(table)));
    }

    [Fact]
    public void A_table_in_a_cell_divides_the_cell()
    {
        var inner = Table([900, 900], Cell("一级") + Cell("二级"), Cell("1") + Cell("2"));
        Assert.Equal(["2x1 绩效指标 | 一级 | 二级 | 2x1 备注", "1 | 2"], OfficeFile.Table(OfficeFile.Docx(Table([2000, 2000, 2000], Cell("绩效指标") + Cell(inner + P("")) + Cell("备注")))));
    }

    [Fact]
    public void Borders_dragged_a_hair_apart_are_one()
    {
        var rows = Table([2000, 12, 1988], Cell("甲", "<w:gridSpan w:val='2'/>") + Cell("乙"), Cell("1") + Cell("2", "<w:gridSpan w:val='2'/>"));
        Assert.Equal(["甲 | 乙", "1 | 2"], OfficeFile.Table(OfficeFile.Docx(rows)));
    }

    [Fact]
    public void Of_tracked_changes_the_accepted_text_is_read()
    {
        const string changed = "<w:p><w:r><w:t>支出</w:t></w:r><w:del><w:r><w:delText>80</w:delText></w:r></w:del><w:ins><w:r><w:t>90</w:t></w:r></w:ins><w:r><w:t>万元</w:t></w:r></w:p>";
        const string joined = "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>前半</w:t></w:r></w:p><w:p><w:r><w:t>后半</w:t></w:r></w:p>";
        Assert.Equal(["支出90万元", "前半后半"], OfficeFile.Texts(OfficeFile.Open(OfficeFile.Docx(changed + joined))));
    }

    [Fact]
    public void Of_a_field_the_result_is_shown()
    {
        static string Field(string type) => $"<w:r><w:fldChar w:fldCharType='{type}'/></w:r>";
        var field = "<w:p><w:r><w:t>共</w:t></w:r>" + Field("begin") + "<w:r><w:instrText> NUMPAGES </w:instrText></w:r>" + Field("separate") + "<w:r><w:t>12</w:t></w:r>" + Field("end") + "<w:r><w:t>页</w:t></w:r></w:p>";
        Assert.Equal(["共12页"], OfficeFile.Texts(OfficeFile.Open(OfficeFile.Docx(field))));
    }

    [Fact]
    public void Automatic_numbers_are_part_of_the_text()
    {
        static string Item(string text, int level = 0) => $"<w:p><w:pPr><w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='1'/></w:numPr></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>";
        var numbering = $"<w:numbering xmlns:w='{OfficeFile.Word}'><w:abstractNum w:abstractNumId='0'><w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='chineseCounting'/><w:suff w:val='nothing'/><w:lvlText w:val='%1、'/></w:lvl>"
            + "<w:lvl w:ilvl='1'><w:start w:val='1'/><w:numFmt w:val='decimal'/><w:suff w:val='nothing'/><w:lvlText w:val='（%2）'/></w:lvl></w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num></w:numbering>";
        var file = OfficeFile.Docx(Item("收入") + Item("拨款", 1) + Item("其他", 1) + Item("支出") + Item("基本", 1), ("numbering.xml", "numbering", numbering));
        Assert.Equal(["一、收入", "（1）拨款", "（2）其他", "二、支出", "（1）基本"], OfficeFile.Texts(OfficeFile.Open(file)));
    }

    [Fact]
    public void Hidden_text_is_not_read_and_said_to_be_there()
    {
        var document = OfficeFile.Open(OfficeFile.Docx("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>内部</w:t></w:r><w:r><w:t>公开</w:t></w:r></w:p>"));
        Assert.Equal(["公开"], OfficeFile.Texts(document));
        Assert.Equal(["2"], Assert.Single(document.Diagnostics, static d => d.Kind == DiagnosticKinds.HiddenText).Arguments);
    }

    [Fact]
    public void Text_a_revision_deleted_is_not_read_and_said_to_be_there()
    {
        var document = OfficeFile.Open(OfficeFile.Docx("<w:p><w:del w:id='1'><w:r><w:delText>原数三万</w:delText></w:r></w:del><w:r><w:t>现数五万</w:t></w:r></w:p>"));
        Assert.Equal(["现数五万"], OfficeFile.Texts(document));
        Assert.Equal(["4"], Assert.Single(document.Diagnostics, static d => d.Kind == DiagnosticKinds.DeletedText).Arguments);
    }

    [Fact]
    public void A_text_box_is_read_once_whatever_forms_it_is_written_in()
    {
        const string box = "<w:txbxContent><w:p><w:r><w:t>框内</w:t></w:r></w:p></w:txbxContent>";
        var paragraph = $"<w:p><w:r><w:t>框外</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing>{box}</w:drawing></mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>";
        Assert.Equal(["框外", "框内"], OfficeFile.Texts(OfficeFile.Open(OfficeFile.Docx(paragraph))));
    }

    [Fact]
    public void Headers_stand_on_a_surface_of_their_own()
    {
        var document = OfficeFile.Open(OfficeFile.Docx(P("正文"), ("header1.xml", "header", $"<w:hdr xmlns:w='{OfficeFile.Word}'>{P("页眉")}</w:hdr>")));
        Assert.Equal(2, document.Sheets.Count);
        Assert.Equal(new PathPlace("header[1]/paragraph[1]"), document.Sheets[1].Runs[0].Place);
    }

    [Fact]
    public void Signs_of_symbol_fonts_are_the_characters_they_show() =>
        Assert.Equal(["≥50个"], OfficeFile.Texts(OfficeFile.Open(OfficeFile.Docx("<w:p><w:r><w:sym w:font='Symbol' w:char='F0B3'/><w:t>50个</w:t></w:r></w:p>"))));

    [Fact]
    public void The_strict_form_reads_as_the_transitional()
    {
        var transitional = OfficeFile.Docx(P("部门决算") + Table([1000, 1000], Cell("甲") + Cell("乙")));
        using var stream = new MemoryStream();
        stream.Write(transitional);
        using (var zip = new System.IO.Compression.ZipArchive(stream, System.IO.Compression.ZipArchiveMode.Update, true))
            foreach (var name in (string[])["word/document.xml", "_rels/.rels", "word/_rels/document.xml.rels"])
            {
                string xml;
                using (var reader = new StreamReader(zip.GetEntry(name)!.Open())) xml = reader.ReadToEnd();
                zip.GetEntry(name)!.Delete();
                using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                writer.Write(xml.Replace(OfficeFile.Word, "http://purl.oclc.org/ooxml/wordprocessingml/main", StringComparison.Ordinal)
                    .Replace("http://schemas.openxmlformats.org/officeDocument/2006/relationships", "http://purl.oclc.org/ooxml/officeDocument/relationships", StringComparison.Ordinal));
            }
        Assert.Equal(["部门决算", "甲", "乙"], OfficeFile.Texts(OfficeFile.Open(stream.ToArray())));
    }

    [Fact]
    public void Each_paragraph_is_one_however_it_ends()
    {
        var body = P("我单位认真落实绩效管理要求，组织开展了年度项目支出绩效自评") + P("各项目均按期完成");
        Assert.Equal(2, Extraction.Read(OfficeFile.Open(OfficeFile.Docx(body))).Paragraphs.Length);
    }
}

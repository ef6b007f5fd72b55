using Extract.Diagnostics;
using Extract.Text;

namespace Extract.Tests.Documents;

/// <summary>What word processors write around the text, and which of it is shown.</summary>
public sealed class DocxTests
{
    private static string P(string text, string properties = "") => $"<w:p>{(properties.Length > 0 ? $"<w:pPr>{properties}</w:pPr>" : "")}{R(text)}</w:p>";

    private static string R(string text, string properties = "") => $"<w:r><w:rPr>{properties}</w:rPr><w:t xml:space='preserve'>{text}</w:t></w:r>";

    private static string Cell(string text, string properties = "") => $"<w:tc><w:tcPr>{properties}</w:tcPr>{P(text)}</w:tc>";

    private static string Row(string cells, string properties = "") => $"<w:tr><w:trPr>{properties}</w:trPr>{cells}</w:tr>";

    private static string Table(int columns, params string[] rows) =>
        $"<w:tbl><w:tblGrid>{string.Concat(Enumerable.Repeat("<w:gridCol w:w='2000'/>", columns))}</w:tblGrid>{string.Concat(rows)}</w:tbl>";

    private static string[] Texts(string body, params (string Name, string Kind, string Xml)[] parts) => OfficeFile.Texts(OfficeFile.Open(OfficeFile.Docx(body, parts)));

    [Fact]
    public void Paragraphs_and_tables_stand_in_the_order_of_the_body() =>
        Assert.Equal(["前", "甲", "乙", "中", "丙", "丁", "后"], Texts(P("前") + Table(2, Row(Cell("甲") + Cell("乙"))) + P("中") + Table(2, Row(Cell("丙") + Cell("丁"))) + P("后")));

    [Theory]
    [InlineData("<w:sdt><w:sdtContent>{0}</w:sdtContent></w:sdt>")]
    [InlineData("<w:sdt><w:sdtPr><w:alias w:val='表'/></w:sdtPr><w:sdtContent><w:sdt><w:sdtContent>{0}</w:sdtContent></w:sdt></w:sdtContent></w:sdt>")]
    [InlineData("<w:customXml><w:customXmlPr/>{0}</w:customXml>")]
    public void A_content_control_shows_what_it_holds_wherever_it_stands(string control)
    {
        string In(string content) => control.Replace("{0}", content, StringComparison.Ordinal);
        var table = Table(2, Row(Cell("一") + Cell("二")), In(Row(Cell("三") + Cell("四"))), Row(Cell("五") + In(Cell("六"))));
        Assert.Equal(["一 | 二", "三 | 四", "五 | 六"], OfficeFile.Table(OfficeFile.Docx(In(table))));
        Assert.Equal(["资金10万元", "甲"], Texts($"<w:p>{R("资金")}{In(R("10"))}{R("万元")}</w:p>" + In(P("甲"))));
    }

    [Fact]
    public void A_table_in_a_text_box_is_a_table()
    {
        var box = $"<w:p><w:r><w:pict><v:shape xmlns:v='urn:schemas-microsoft-com:vml'><v:textbox><w:txbxContent>{Table(2, Row(Cell("甲") + Cell("乙")), Row(Cell("1") + Cell("2")))}{P("")}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>";
        Assert.Equal(["甲 | 乙", "1 | 2"], OfficeFile.Table(OfficeFile.Docx(P("前") + box)));
    }

    [Fact]
    public void Rows_that_a_tracked_change_deleted_are_gone_and_those_it_inserted_are_there() =>
        Assert.Equal(["甲 | 乙", "5 | 6"], OfficeFile.Table(OfficeFile.Docx(Table(2, Row(Cell("甲") + Cell("乙")), Row(Cell("3") + Cell("4"), "<w:del w:id='1'/>"), Row(Cell("5") + Cell("6"), "<w:ins w:id='2'/>")))));

    [Fact]
    public void Cells_that_a_tracked_change_deleted_or_merged_are_read_as_accepted()
    {
        var document = OfficeFile.Docx(Table(2,
            Row(Cell("甲", "<w:cellMerge w:id='3' w:vMerge='rest' w:vMergeOrig='rest'/>") + Cell("丙") + Cell("旧栏", "<w:cellDel w:id='1'/>")),
            Row(Cell("", "<w:cellMerge w:id='4' w:vMerge='cont'/>") + Cell("丁", "<w:cellIns w:id='2'/>"))));
        Assert.Equal(["2x1 甲 | 丙", "丁"], OfficeFile.Table(document));
        Assert.Equal(["2"], Assert.Single(OfficeFile.Open(document).Diagnostics, static d => d.Kind == DiagnosticKinds.DeletedText).Arguments);
    }

    [Fact]
    public void Moved_text_stands_where_it_was_moved_to() =>
        Assert.Equal(["一二", "三移"], Texts($"<w:p>{R("一")}<w:moveFrom w:id='1'>{R("移")}</w:moveFrom>{R("二")}</w:p><w:p>{R("三")}<w:moveTo w:id='2'>{R("移")}</w:moveTo></w:p>"));

    [Fact]
    public void What_properties_were_before_a_change_says_nothing()
    {
        var changed = $"<w:p><w:pPr><w:pPrChange w:id='1'><w:pPr><w:pageBreakBefore/><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:pPrChange></w:pPr>{R("公开", "<w:rPrChange w:id='2'><w:rPr><w:vanish/></w:rPr></w:rPrChange>")}</w:p>";
        var table = Table(2, Row(Cell("甲", "<w:tcPrChange w:id='3'><w:tcPr><w:gridSpan w:val='2'/></w:tcPr></w:tcPrChange>") + Cell("乙"), "<w:trPrChange w:id='4'><w:trPr><w:del/></w:trPr></w:trPrChange>"));
        var document = OfficeFile.Open(OfficeFile.Docx(changed + table));
        Assert.Equal(["公开", "甲", "乙"], OfficeFile.Texts(document));
        Assert.Single(document.Sheets);
    }

    [Fact]
    public void A_paragraph_whose_mark_was_deleted_goes_on_in_the_next_and_never_in_another_cell()
    {
        const string deleted = "<w:rPr><w:del w:id='1'/></w:rPr>";
        Assert.Equal(["甲 | 乙"], OfficeFile.Table(OfficeFile.Docx(Table(2, Row($"<w:tc>{P("甲", deleted)}</w:tc><w:tc>{P("乙")}</w:tc>")))));
        Assert.Equal(["末段"], Texts(P("末段", deleted)));
    }

    [Theory]
    [InlineData("<w:r><w:t>前</w:t><w:br/><w:t>后</w:t></w:r>", "前", "后")]
    [InlineData("<w:r><w:t>前</w:t><w:cr/><w:t>后</w:t></w:r>", "前", "后")]
    [InlineData("<w:r><w:t>50</w:t><w:noBreakHyphen/><w:t>60</w:t></w:r>", "50-60")]
    [InlineData("<w:r><w:t>co</w:t><w:softHyphen/><w:t>op</w:t></w:r>", "coop")]
    [InlineData("<w:r><w:t>前</w:t><w:lastRenderedPageBreak/><w:t>后</w:t></w:r>", "前后")]
    [InlineData("<w:fldSimple w:instr=' PAGE '><w:r><w:t>3</w:t></w:r></w:fldSimple>", "3")]
    [InlineData("<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>IF </w:instrText></w:r><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:t>条件</w:t></w:r><w:r><w:fldChar w:fldCharType='separate'/></w:r><w:r><w:t>内</w:t></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r><w:r><w:fldChar w:fldCharType='separate'/></w:r><w:r><w:t>结果</w:t></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r>", "结果")]
    [InlineData("<w:hyperlink><w:r><w:t>链接</w:t></w:r></w:hyperlink>", "链接")]
    [InlineData("<w:r><w:sym w:font='Wingdings 2' w:char='F052'/><w:t>是</w:t></w:r>", "☑是")]
    [InlineData("<w:r><w:rPr><w:rFonts w:ascii='Wingdings' w:hAnsi='Wingdings'/></w:rPr><w:t>&#xF0FE;</w:t></w:r><w:r><w:t>是</w:t></w:r>", "☑是")]
    [InlineData("<w:r><w:ruby><w:rt><w:r><w:t>ji</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>绩</w:t></w:r></w:rubyBase></w:ruby></w:r>", "绩")]
    [InlineData("<m:oMath xmlns:m='urn:m'><m:f><m:num><m:r><m:t>执行数</m:t></m:r></m:num><m:den><m:r><m:t>预算数</m:t></m:r></m:den></m:f></m:oMath>", "执行数/预算数")]
    [InlineData("<m:oMath xmlns:m='urn:m'><m:eqArr><m:e><m:r><m:t>甲</m:t></m:r></m:e></m:eqArr></m:oMath>", "甲")]
    public void The_text_of_a_line_is_what_is_shown_of_it(string inline, params string[] lines) => Assert.Equal(lines, Texts($"<w:p>{inline}</w:p>"));

    [Fact]
    public void A_tab_parts_what_stands_before_it_from_what_stands_behind() =>
        Assert.Equal(["部门：某局", "单位：万元"], Texts("<w:p><w:r><w:t>部门：某局</w:t><w:tab/><w:t>单位：万元</w:t></w:r></w:p>"));

    [Fact]
    public void Text_hidden_by_its_style_is_hidden_unless_it_says_otherwise()
    {
        var styles = $"<w:styles xmlns:w='{OfficeFile.Word}'><w:style w:type='character' w:styleId='h'><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type='character' w:styleId='h2'><w:basedOn w:val='h'/></w:style><w:style w:type='paragraph' w:styleId='hp'><w:rPr><w:vanish/></w:rPr></w:style></w:styles>";
        var body = $"<w:p>{R("甲")}{R("密", "<w:rStyle w:val='h'/>")}{R("密", "<w:rStyle w:val='h2'/>")}{R("乙", "<w:rStyle w:val='h'/><w:vanish w:val='0'/>")}</w:p>" + P("全段", "<w:pStyle w:val='hp'/>") + P("丙");
        var document = OfficeFile.Open(OfficeFile.Docx(body, ("styles.xml", "styles", styles)));
        Assert.Equal(["甲乙", "丙"], OfficeFile.Texts(document));
        Assert.Equal(["4"], Assert.Single(document.Diagnostics, static d => d.Kind == DiagnosticKinds.HiddenText).Arguments);
    }

    [Fact]
    public void Footnotes_and_endnotes_stand_behind_the_text_with_places_of_their_own()
    {
        string Notes(string kind, string text) => $"<w:{kind}s xmlns:w='{OfficeFile.Word}'><w:{kind} w:type='separator' w:id='0'>{P("线")}</w:{kind}><w:{kind} w:id='1'>{P(text)}</w:{kind}></w:{kind}s>";
        var document = OfficeFile.Open(OfficeFile.Docx($"<w:p>{R("正文")}<w:r><w:footnoteReference w:id='1'/></w:r></w:p>", ("footnotes.xml", "footnotes", Notes("footnote", "脚注")), ("endnotes.xml", "endnotes", Notes("endnote", "尾注"))));
        Assert.Equal(["正文", "脚注", "尾注"], OfficeFile.Texts(document));
        Assert.Equal(["paragraph[1]", "footnote[1]/paragraph[1]", "endnote[1]/paragraph[1]"], document.Sheets.SelectMany(static s => s.Runs).Select(static run => ((PathPlace)run.Place).Path));
    }

    [Fact]
    public void Of_alternatives_one_is_read_in_a_line_between_paragraphs_and_in_a_table()
    {
        string Either(string first, string second) => $"<mc:AlternateContent><mc:Choice Requires='w14'>{first}</mc:Choice><mc:Fallback>{second}</mc:Fallback></mc:AlternateContent>";
        Assert.Equal(["甲乙", "丙"], Texts($"<w:p>{R("甲")}{Either(R("乙"), R("乙"))}</w:p>" + Either(P("丙"), P("丙"))));
        Assert.Equal(["一 | 二"], OfficeFile.Table(OfficeFile.Docx(Table(2, Either(Row(Cell("一") + Cell("二")), Row(Cell("一") + Cell("二")))))));
    }

    [Fact]
    public void Cells_merged_across_by_the_old_mark_are_one() =>
        Assert.Equal(["1x2 甲 | 乙", "1 | 2 | 3"], OfficeFile.Table(OfficeFile.Docx(Table(3, Row(Cell("甲", "<w:hMerge w:val='restart'/>") + Cell("", "<w:hMerge w:val='continue'/>") + Cell("乙")), Row(Cell("1") + Cell("2") + Cell("3"))))));

    [Fact]
    public void A_row_that_is_hidden_is_not_read_and_said_to_be_there()
    {
        var file = OfficeFile.Docx(Table(2, Row(Cell("甲") + Cell("乙")), Row(Cell("底稿") + Cell("3"), "<w:hidden/>"), Row(Cell("1") + Cell("2"), "<w:hidden w:val='0'/>")));
        Assert.Equal(["甲 | 乙", "1 | 2"], OfficeFile.Table(file));
        Assert.Equal(["3"], Assert.Single(OfficeFile.Open(file).Diagnostics, static d => d.Kind == DiagnosticKinds.HiddenText).Arguments);
    }

    [Fact]
    public void A_title_and_a_unit_in_cells_over_the_whole_table_are_its_own()
    {
        string[] over = ["公开01表", "收入支出决算总表", "金额单位：万元"];
        var rows = over.Select(static text => Row(Cell(text, "<w:gridSpan w:val='2'/>"))).Append(Row(Cell("项目") + Cell("决算数"))).Append(Row(Cell("本年收入合计") + Cell("100.00")));
        var table = Assert.Single(Extraction.Read(OfficeFile.Open(OfficeFile.Docx(Table(2, [.. rows])))).Tables);
        Assert.Equal(("收入支出决算总表", "万元", 5, 4), (table.Title.Text, table.Unit, table.RowCount, table.HeaderRows));
        Assert.Equal("项目|决算数", string.Join('|', table.ColumnNames));
    }

    [Fact]
    public void Files_inside_a_document_are_not_opened_and_said_to_be_there()
    {
        var document = OfficeFile.Open(OfficeFile.Docx(P("正文"), ("embeddings/inner.xlsx", "package", "PK")));
        Assert.Equal(["正文"], OfficeFile.Texts(document));
        Assert.Single(document.Diagnostics, static d => d.Kind == DiagnosticKinds.ActiveContent);
    }
}

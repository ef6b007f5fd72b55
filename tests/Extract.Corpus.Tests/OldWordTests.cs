using System.IO.Compression;
using System.Text;
using Extract.Corpus.Tests.Renditions;
using Extract.Documents;
using Extract.Text;

namespace Extract.Corpus.Tests;

/// <summary>A document of everything a word processor writes around text, saved as Word of old by LibreOffice once for all tests.</summary>
public sealed class OldWordDocument : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("oldword").FullName;
    private readonly Lazy<Document> read;

    public OldWordDocument() => read = new Lazy<Document>(() =>
    {
        var path = Path.Combine(folder, "all.docx");
        File.WriteAllBytes(path, OldWordTests.Docx());
        Office.Convert("doc", folder, [path]);
        return Readers.Open("all.doc", File.ReadAllBytes(Path.ChangeExtension(path, "doc")));
    });

    public Document Read => read.Value;

    public void Dispose() => Directory.Delete(folder, recursive: true);
}

/// <summary>What stands in a .doc is read as the .docx it was saved from.</summary>
public sealed class OldWordTests(OldWordDocument old) : IClassFixture<OldWordDocument>
{
    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private static string R(string text, string properties = "") => $"<w:r><w:rPr>{properties}</w:rPr><w:t xml:space='preserve'>{text}</w:t></w:r>";

    private static string P(string text, string properties = "") => $"<w:p><w:pPr>{properties}</w:pPr>{R(text)}</w:p>";

    private static string Cell(string content, string properties = "", int width = 2000) => $"<w:tc><w:tcPr><w:tcW w:w='{width}' w:type='dxa'/>{properties}</w:tcPr>{(content.StartsWith('<') ? content : P(content))}</w:tc>";

    private static string Table(int columns, params string[] rows) =>
        $"<w:tbl><w:tblPr><w:tblW w:w='{columns * 2000}' w:type='dxa'/></w:tblPr><w:tblGrid>{string.Concat(Enumerable.Repeat("<w:gridCol w:w='2000'/>", columns))}</w:tblGrid>{string.Concat(rows.Select(static row => $"<w:tr>{row}</w:tr>"))}</w:tbl>";

    private static string Field(string instruction, string result) =>
        $"<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText xml:space='preserve'>{instruction}</w:instrText></w:r><w:r><w:fldChar w:fldCharType='separate'/></w:r>{R(result)}<w:r><w:fldChar w:fldCharType='end'/></w:r>";

    private const string Dated = "w:author='某人' w:date='2026-01-01T00:00:00Z'";

    /// <summary>Each feature: what is written, and the lines that are shown of it.</summary>
    private static readonly (string Feature, string Body, string[] Shown)[] Features =
    [
        ("8-bit and 16-bit text", P("plain text") + P("汉字 and Latin"), ["plain text", "汉字 and Latin"]),
        ("breaks and tabs", "<w:p><w:r><w:t>前</w:t><w:br/><w:t>后</w:t></w:r></w:p><w:p><w:r><w:t>部门：某局</w:t><w:tab/><w:t>单位：万元</w:t></w:r></w:p>", ["前", "后", "部门：某局", "单位：万元"]),
        ("hyphens", "<w:p><w:r><w:t>50</w:t><w:noBreakHyphen/><w:t>60</w:t></w:r></w:p><w:p><w:r><w:t>co</w:t><w:softHyphen/><w:t>op</w:t></w:r></w:p>", ["50-60", "coop"]),
        ("fields", $"<w:p>{R("见")}{Field(" HYPERLINK \"https://example.org\" ", "附件一")}{R("。")}</w:p>", ["见附件一。"]),
        ("hidden text", $"<w:p>{R("公开")}{R("内部", "<w:vanish/>")}{R("全文")}</w:p>", ["公开全文"]),
        ("tracked changes", $"<w:p>{R("支出")}<w:del w:id='91' {Dated}><w:r><w:delText>八十</w:delText></w:r></w:del><w:ins w:id='92' {Dated}>{R("九十")}</w:ins>{R("万元")}</w:p>", ["支出九十万元"]),
        ("numbers of lists", P("收入", "<w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr>") + P("支出", "<w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr>"), ["一、收入", "二、支出"]),
        ("cells across and down", Table(3, Cell("资金", "<w:vMerge w:val='restart'/>") + Cell("预算", "<w:gridSpan w:val='2'/>", 4000), Cell("", "<w:vMerge/>") + Cell("10") + Cell("20")), ["2x1 资金", "1x2 预算", "10", "20"]),
        ("a table in a cell", Table(3, Cell("甲") + Cell(Table(2, Cell("一", "", 900) + Cell("二", "", 900), Cell("1", "", 900) + Cell("2", "", 900)).Replace("2000", "900", StringComparison.Ordinal) + P("")) + Cell("乙")), ["2x1 甲", "一", "二", "1", "2", "2x1 乙"]),
        ("footnotes", $"<w:p>{R("脚注处")}<w:r><w:footnoteReference w:id='2'/></w:r>{R("之后")}</w:p>", ["脚注处之后"]),
        ("a text box", $"<w:p>{R("框外之文")}<w:r><w:pict><v:shape xmlns:v='urn:schemas-microsoft-com:vml' type='#_x0000_t202' style='position:absolute;margin-left:20pt;margin-top:20pt;width:200pt;height:60pt'><v:textbox><w:txbxContent>{P("框内之文")}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>", ["框外之文"]),
        ("signs", $"<w:p><w:r><w:sym w:font='Symbol' w:char='F0B3'/></w:r>{R("50个")}</w:p>", ["≥50个"]),
    ];

    public static TheoryData<string> Names => [.. Features.Select(static feature => feature.Feature)];

    public static byte[] Docx()
    {
        var body = string.Concat(Features.Select(static (feature, i) => P($"第{i}节起") + feature.Body + P($"第{i}节止")))
            + $"<w:sectPr><w:headerReference w:type='default' r:id='rId1'/></w:sectPr>";
        (string Name, string Kind, string Xml)[] parts =
        [
            ("header1.xml", "header", $"<w:hdr xmlns:w='{Word}'>{P("页眉之文")}</w:hdr>"),
            ("footnotes.xml", "footnotes", $"<w:footnotes xmlns:w='{Word}'><w:footnote w:type='separator' w:id='0'><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:type='continuationSeparator' w:id='1'><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote><w:footnote w:id='2'>{P("脚注之文")}</w:footnote></w:footnotes>"),
            ("numbering.xml", "numbering", $"<w:numbering xmlns:w='{Word}'><w:abstractNum w:abstractNumId='0'><w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='chineseCounting'/><w:suff w:val='nothing'/><w:lvlText w:val='%1、'/></w:lvl></w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num></w:numbering>"),
        ];
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, true))
        {
            void Put(string name, string xml)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open(), new UTF8Encoding(false));
                writer.Write("<?xml version='1.0' encoding='UTF-8'?>" + xml);
            }
            const string content = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
            Put("[Content_Types].xml", "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'><Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/>"
                + $"<Override PartName='/word/document.xml' ContentType='{content}document.main+xml'/>" + string.Concat(parts.Select(static part => $"<Override PartName='/word/{part.Name}' ContentType='{content}{part.Kind}+xml'/>")) + "</Types>");
            Put("_rels/.rels", $"<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship Id='r' Type='{Relations}/officeDocument' Target='word/document.xml'/></Relationships>");
            Put("word/document.xml", $"<w:document xmlns:w='{Word}' xmlns:r='{Relations}'><w:body>{body}</w:body></w:document>");
            Put("word/_rels/document.xml.rels", "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>" + string.Concat(parts.Select(static (part, i) => $"<Relationship Id='rId{i + 1}' Type='{Relations}/{part.Kind}' Target='{part.Name}'/>")) + "</Relationships>");
            foreach (var (name, _, xml) in parts) Put("word/" + name, xml);
        }
        return stream.ToArray();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void What_is_shown_of_a_docx_is_read(string feature) => Shows(Readers.Open("all.docx", Docx()), feature);

    [OfficeTheory]
    [MemberData(nameof(Names))]
    public void What_is_shown_of_a_doc_is_read(string feature) => Shows(old.Read, feature);

    [OfficeTheory]
    [InlineData("页眉之文", "headers/")]
    [InlineData("脚注之文", "footnotes/")]
    [InlineData("框内之文", "textboxes/")]
    public void What_stands_apart_in_a_doc_has_a_place_of_its_own(string text, string place)
    {
        var run = Assert.Single(old.Read.Sheets.SelectMany(static sheet => sheet.Runs), run => run.Text.Contains(text, StringComparison.Ordinal));
        Assert.StartsWith(place, ((PathPlace)run.Place).Path, StringComparison.Ordinal);
    }

    [OfficeTheory]
    [InlineData("EX1032")]
    [InlineData("EX1036")]
    public void What_a_doc_hides_or_had_deleted_is_counted_and_said(string id) =>
        Assert.Equal("2", Assert.Single(old.Read.Diagnostics, diagnostic => diagnostic.Kind.Id == id).Arguments[0]);

    /// <summary>Cells with their spans, lines as they are, between a feature's marks.</summary>
    private static void Shows(Document document, string feature)
    {
        var at = Array.FindIndex(Features, candidate => candidate.Feature == feature);
        var texts = document.Sheets.SelectMany(static sheet => sheet.Runs).Select(static run => run.Text).ToList();
        var (from, to) = (texts.IndexOf($"第{at}节起") + 1, texts.IndexOf($"第{at}节止"));
        Assert.True(from > 0 && to >= from, string.Join('|', texts));
        var cells = Extraction.Read(document).Tables.SelectMany(static table => table.Cells).Where(static cell => cell.Rows * cell.Columns > 1 && cell.Text.Length > 0).ToDictionary(static cell => cell.Text, static cell => $"{cell.Rows}x{cell.Columns} {cell.Text}");
        // A text box stands in the text of a docx, and behind it in a doc.
        Assert.Equal(Features[at].Shown, texts[from..to].Where(static text => text != "框内之文").Select(text => cells.GetValueOrDefault(text, text)));
    }
}

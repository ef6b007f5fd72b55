using System.IO.Compression;
using System.Text;
using Extract.Diagnostics;
using Extract.Documents;

namespace Extract.Tests.Documents;

/// <summary>Files made to hurt: each ends in a named diagnostic, within the limits.</summary>
public sealed class HostileFiles
{
    private static readonly byte[] Types = Encoding.UTF8.GetBytes(
        "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'><Override PartName='/word/document.xml' ContentType='application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'/></Types>");

    private static string Refusal(byte[] bytes)
    {
        var document = Readers.Open("file", bytes);
        Assert.Empty(document.Sheets);
        return Assert.Single(document.Diagnostics).Kind.Id;
    }

    [Fact]
    public void An_entry_that_unpacks_to_a_thousand_times_its_size_is_a_limit() =>
        Assert.Equal(DiagnosticKinds.LimitReached.Id, Refusal(OfficeFile.Zip(("[Content_Types].xml", Types), ("word/document.xml", new byte[8 << 20]))));

    [Fact]
    public void More_entries_than_a_document_has_are_a_limit() =>
        Assert.Equal(DiagnosticKinds.LimitReached.Id, Refusal(OfficeFile.Zip([("[Content_Types].xml", Types), .. Enumerable.Range(0, 2_100).Select(static i => ($"word/{i}.xml", Array.Empty<byte>()))])));

    [Theory]
    [InlineData("../evil.xml")]
    [InlineData("/word/evil.xml")]
    [InlineData("word\\..\\..\\evil.xml")]
    [InlineData("C:/evil.xml")]
    [InlineData("WORD/document.xml")]
    public void Names_that_lead_out_of_the_container_or_stand_twice_are_refused(string name) =>
        Assert.Equal(DiagnosticKinds.NotReadable.Id, Refusal(OfficeFile.Zip(("[Content_Types].xml", Types), ("word/document.xml", [1]), (name, [1]))));

    [Fact]
    public void A_size_that_lies_ends_the_reading()
    {
        var rels = OfficeFile.Zip(("[Content_Types].xml", Types), ("_rels/.rels", new byte[64 << 10]));
        // The size stands in the central directory, behind its name's mark, and is made small.
        var at = rels.AsSpan().LastIndexOf("_rels/.rels"u8) - 46;
        BitConverter.TryWriteBytes(rels.AsSpan(at + 24), 10);
        Assert.Equal(DiagnosticKinds.NotReadable.Id, Refusal(rels));
    }

    public static TheoryData<string, string> Declarations => new()
    {
        { "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>", "bomb" },
        { "<!DOCTYPE x SYSTEM \"file:///etc/passwd\">", "outside" },
        { "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>", "entity" },
    };

    [Theory]
    [MemberData(nameof(Declarations))]
    public void A_document_type_in_any_part_is_not_followed(string declaration, string what)
    {
        Assert.NotEmpty(what);
        foreach (var file in (byte[][])[OfficeFile.Docx("<w:p><w:r><w:t>文</w:t></w:r></w:p>", ("numbering.xml", "numbering", "<w:numbering xmlns:w='urn:w'/>"), ("styles.xml", "styles", "<w:styles xmlns:w='urn:w'/>"), ("header1.xml", "header", "<w:hdr xmlns:w='urn:w'/>"), ("footnotes.xml", "footnotes", "<w:footnotes xmlns:w='urn:w'/>")),
            OfficeFile.Xlsx([("一", "<sheetData><row><c><v>1</v></c></row></sheetData>")], "<cellXfs><xf/></cellXfs>", "<si><t>文</t></si>")])
            foreach (var part in Parts(file))
            {
                var document = Readers.Open("file", WithDeclaration(file, part, declaration));
                Assert.Contains(document.Diagnostics, static d => d.Kind.Severity == Severity.Error);
                Assert.DoesNotContain(OfficeFile.Texts(document), static text => text.Contains("root:", StringComparison.Ordinal));
            }
    }

    [Fact]
    public void Elements_nested_without_end_are_a_limit()
    {
        var deep = string.Concat(Enumerable.Repeat("<w:sdt><w:sdtContent>", 2_000)) + string.Concat(Enumerable.Repeat("</w:sdtContent></w:sdt>", 2_000));
        Assert.Contains(Readers.Open("file", OfficeFile.Docx("<w:p><w:r><w:t>前</w:t></w:r></w:p>" + deep)).Diagnostics, static d => d.Kind == DiagnosticKinds.LimitReached);
        var html = "<html><body><p>前</p>" + string.Concat(Enumerable.Repeat("<div>", 5_000));
        Assert.Contains(Readers.Open("file", Encoding.UTF8.GetBytes(html)).Diagnostics, static d => d.Kind == DiagnosticKinds.LimitReached);
    }

    [Fact]
    public void Merged_ranges_beyond_number_and_over_each_other_are_borne()
    {
        var merges = string.Concat(Enumerable.Range(0, 65_535).Select(static i => $"<mergeCell ref='A{i + 1}:B{i + 2}'/>"));
        var document = Readers.Open("file", OfficeFile.Xlsx([("一", $"<sheetData><row r='1'><c r='A1'><v>1</v></c><c r='B1'><v>2</v></c><c r='C1'><v>3</v></c></row><row r='2'><c r='C2'><v>4</v></c><c r='D2'><v>5</v></c></row></sheetData><mergeCells>{merges}<mergeCell ref='A1:XFD1048576'/></mergeCells>")]));
        Assert.Equal(["1", "3", "4", "5"], OfficeFile.Texts(document));
    }

    [Fact]
    public void A_file_cut_anywhere_or_with_bytes_overwritten_is_read_or_refused()
    {
        var random = new Random(20_261_121);
        byte[][] files = [OfficeFile.Docx("<w:p><w:r><w:t>正文</w:t></w:r></w:p>"), OfficeFile.Xlsx([("一", "<sheetData><row><c><v>1</v></c></row></sheetData>")]), Xls(), .. Shared()];
        foreach (var file in files)
            for (var k = 0; k < 30; k++)
            {
                var bytes = file[..(k % 3 == 0 ? random.Next(1, file.Length) : file.Length)];
                for (var n = 1 << random.Next(0, 6); n > 0; n--) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
                var document = Readers.Open("file", bytes);
                Assert.True(document.Sheets.Count > 0 || document.Diagnostics.Count > 0);
            }
    }

    [Fact]
    public void Parts_with_characters_overwritten_are_read_or_refused()
    {
        var random = new Random(20_261_121);
        const string table = "<w:tbl><w:tblGrid><w:gridCol w:w='900'/></w:tblGrid><w:tr><w:tc><w:tcPr><w:gridSpan w:val='2'/><w:vMerge w:val='restart'/></w:tcPr><w:p><w:r><w:t>格</w:t></w:r></w:p></w:tc></w:tr></w:tbl>";
        byte[][] files = [OfficeFile.Docx("<w:p><w:r><w:t>正文</w:t></w:r></w:p>" + table),
            OfficeFile.Xlsx([("一", "<sheetData><row r='1'><c r='A1' s='0'><v>1.5</v></c><c r='B1' t='s'><v>0</v></c></row></sheetData><mergeCells><mergeCell ref='A1:A2'/></mergeCells>")], "<numFmts><numFmt numFmtId='164' formatCode='0.00;[Red]-0.0,'/></numFmts><cellXfs><xf numFmtId='164'/></cellXfs>", "<si><t>文</t></si>")];
        const string characters = "<>/'\"=0123456789AZ:;#.,%-&x ";
        foreach (var file in files)
            foreach (var part in Parts(file))
                for (var k = 0; k < 60; k++)
                {
                    var document = Readers.Open("file", Changed(file, part, bytes =>
                    {
                        for (var n = 1 + random.Next(4); n > 0; n--) bytes[random.Next(bytes.Length)] = (byte)characters[random.Next(characters.Length)];
                        return bytes;
                    }));
                    Assert.True(document.Sheets.Count > 0 || document.Diagnostics.Count > 0);
                }
    }

    [SharedFact]
    public void The_hard_files_of_others_are_text_or_a_named_refusal()
    {
        foreach (var path in Directory.GetFiles(SharedFiles.PathOf("hard/doc")).Concat(Directory.GetFiles(SharedFiles.PathOf("hard/xls"))))
        {
            var document = Readers.Open(Path.GetFileName(path), File.ReadAllBytes(path));
            Assert.True(document.Sheets.Sum(static s => s.Runs.Count) > 0 || document.Diagnostics.Any(static d => d.Kind.Severity == Severity.Error), path);
        }
    }

    private static byte[] Xls()
    {
        var workbook = new NPOI.HSSF.UserModel.HSSFWorkbook();
        workbook.CreateSheet("一").CreateRow(0).CreateCell(0).SetCellValue("文");
        using var stream = new MemoryStream();
        workbook.Write(stream);
        return stream.ToArray();
    }

    private static IEnumerable<byte[]> Shared() =>
        SharedFiles.Folder is null ? [] : Directory.GetFiles(SharedFiles.PathOf("hard/doc")).Order(StringComparer.Ordinal).Take(20).Select(File.ReadAllBytes);

    private static List<string> Parts(byte[] file)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        return [.. zip.Entries.Select(static e => e.FullName).Where(static name => name.StartsWith("word/", StringComparison.Ordinal) || name.StartsWith("xl/", StringComparison.Ordinal))];
    }

    private static byte[] WithDeclaration(byte[] file, string part, string declaration) => Changed(file, part, bytes => [.. Encoding.UTF8.GetBytes(declaration), .. bytes]);

    private static byte[] Changed(byte[] file, string part, Func<byte[], byte[]> change)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        return OfficeFile.Zip([.. zip.Entries.Select(entry =>
        {
            using var stream = entry.Open();
            using var copy = new MemoryStream();
            stream.CopyTo(copy);
            return (entry.FullName, entry.FullName == part ? change(copy.ToArray()) : copy.ToArray());
        })]);
    }
}

using System.IO.Compression;
using System.Text;
using Extract.Documents;
using Extract.Text;

namespace Extract.Tests.Documents;

/// <summary>Office files put together from the XML of their parts.</summary>
internal static class OfficeFile
{
    public const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>A document with that body, and other parts by their name under word/.</summary>
    public static byte[] Docx(string body, params (string Name, string Kind, string Xml)[] parts) => Package(
        "word/document.xml", "wordprocessingml.document.main",
        $"<w:document xmlns:w='{Word}' xmlns:r='{Relations}' xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'><w:body>{body}</w:body></w:document>", parts);

    /// <summary>A workbook of sheets by their name and the XML inside worksheet.</summary>
    public static byte[] Xlsx((string Name, string Xml)[] sheets, string? styles = null, string? strings = null)
    {
        const string main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        List<(string, string, string)> parts = [];
        var list = new StringBuilder();
        for (var i = 0; i < sheets.Length; i++)
        {
            list.Append($"<sheet name='{sheets[i].Name.TrimEnd('~')}' sheetId='{i + 1}' r:id='rId{i + 1}'{(sheets[i].Name.EndsWith('~') ? " state='hidden'" : "")}/>");
            parts.Add(($"worksheets/sheet{i + 1}.xml", "worksheet", $"<worksheet xmlns='{main}'>{sheets[i].Xml}</worksheet>"));
        }
        if (styles is not null) parts.Add(("styles.xml", "styles", $"<styleSheet xmlns='{main}'>{styles}</styleSheet>"));
        if (strings is not null) parts.Add(("sharedStrings.xml", "sharedStrings", $"<sst xmlns='{main}'>{strings}</sst>"));
        return Package("xl/workbook.xml", "spreadsheetml.sheet.main", $"<workbook xmlns='{main}' xmlns:r='{Relations}'><sheets>{list}</sheets></workbook>", [.. parts]);
    }

    /// <summary>A ZIP of entries.</summary>
    public static byte[] Zip(params (string Name, byte[] Bytes)[] entries)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, true))
            foreach (var (name, bytes) in entries)
                using (var entry = zip.CreateEntry(name, CompressionLevel.SmallestSize).Open()) entry.Write(bytes);
        return stream.ToArray();
    }

    public static Document Open(byte[] bytes, string name = "file") => Readers.Open(name, bytes);

    /// <summary>The runs' texts, in order.</summary>
    public static string[] Texts(Document document) => [.. document.Sheets.SelectMany(static sheet => sheet.Runs).Select(static run => run.Text)];

    /// <summary>Rows of the only table: cells parted by bars, spans before a cell that has them.</summary>
    public static string[] Table(byte[] bytes)
    {
        var grid = Assert.Single(Extraction.Read(Open(bytes)).Tables);
        return [.. grid.Cells.GroupBy(static cell => cell.Row).Select(static row => string.Join(" | ", row.Select(static cell => (cell.Rows * cell.Columns > 1 ? $"{cell.Rows}x{cell.Columns} " : "") + cell.Text)))];
    }

    private static byte[] Package(string main, string mainKind, string xml, (string Name, string Kind, string Xml)[] parts)
    {
        var folder = main[..(main.IndexOf('/', StringComparison.Ordinal) + 1)];
        var family = mainKind.Split('.')[0];
        var types = new StringBuilder("<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'><Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/>")
            .Append($"<Override PartName='/{main}' ContentType='application/vnd.openxmlformats-officedocument.{mainKind}+xml'/>");
        var relations = new StringBuilder("<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>");
        for (var i = 0; i < parts.Length; i++)
        {
            types.Append($"<Override PartName='/{folder}{parts[i].Name}' ContentType='application/vnd.openxmlformats-officedocument.{family}.{parts[i].Kind}+xml'/>");
            relations.Append($"<Relationship Id='rId{i + 1}' Type='{Relations}/{parts[i].Kind}' Target='{parts[i].Name}'/>");
        }
        List<(string, byte[])> entries =
        [
            ("[Content_Types].xml", Encoding.UTF8.GetBytes(types + "</Types>")),
            ("_rels/.rels", Encoding.UTF8.GetBytes($"<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship Id='r' Type='{Relations}/officeDocument' Target='{main}'/></Relationships>")),
            (main, Encoding.UTF8.GetBytes(xml)),
            ($"{folder}_rels/{main[folder.Length..]}.rels", Encoding.UTF8.GetBytes(relations + "</Relationships>")),
        ];
        foreach (var part in parts) entries.Add((folder + part.Name, Encoding.UTF8.GetBytes(part.Xml)));
        return Zip([.. entries]);
    }
}

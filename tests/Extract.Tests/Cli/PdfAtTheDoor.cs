using System.Text.Json;
using System.Xml.Linq;
using Extract.Cli;
using Extract.Tests.Pdf;
using Extract.Tests.Store;

namespace Extract.Tests.Cli;

/// <summary>Every command that takes a document takes a PDF; pages are listed and drawn.</summary>
public sealed class PdfAtTheDoor : IDisposable
{
    private const string Content = "0.9 g 50 300 200 20 re f 0 g BT /F1 10 Tf 60 305 Td (Total & <sum>) Tj ET 50 300 m 250 300 l S 50 320 m 250 320 l S";

    private readonly Folder folder = new();

    public void Dispose() => folder.Dispose();

    private string Made(string name, byte[] bytes)
    {
        var path = folder.Path(name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    private static Run Of(params string[] args) => Run.With(Pipeline.Product, "", args);

    [Fact]
    public void Records_tables_check_and_ingest_take_a_pdf()
    {
        var file = Made("a.pdf", MadePdf.Page(Content).Classic());
        var records = Of("records", file);
        Assert.Equal(0, records.Code);
        using var json = JsonDocument.Parse(records.Out);
        Assert.Equal("pdf", json.RootElement.GetProperty("document").GetProperty("format").GetString());
        Assert.Equal("full", json.RootElement.GetProperty("document").GetProperty("text_layer").GetString());
        Assert.Equal(0, Of("tables", file).Code);
        Assert.Equal(0, Of("check", file).Code);
        Assert.Equal(0, Of("ingest", file, "--db", folder.Path("s.db")).Code);
    }

    [Fact]
    public void A_page_is_drawn_as_a_picture_of_what_was_seen()
    {
        var file = Made("a.pdf", MadePdf.Page(Content).Classic());
        foreach (var command in (string[])["pages", "tables"])
        {
            var drawn = folder.Path(command);
            Assert.Equal(0, Of(command, file, "--draw", drawn).Code);
            var svg = XDocument.Load(Path.Combine(drawn, "page-001.svg")).Root!;
            string[] Classes(string name) => [.. svg.Elements().Where(e => e.Name.LocalName == name && e.Attribute("class") is not null).Select(static e => e.Attribute("class")!.Value)];
            Assert.Equal(["rule", "rule"], Classes("line"));
            Assert.Equal(["fill"], Classes("rect"));
            Assert.Equal("Total & <sum>", Assert.Single(svg.Elements(), static e => e.Name.LocalName == "text").Value);
        }
    }

    [Fact]
    public void A_locked_file_is_named_and_opens_for_its_password()
    {
        var file = Made("a.pdf", MadePdf.Page(Content).Lock(6, "secret").Classic());
        var refused = Of("pages", file, "--lang", "en");
        Assert.Equal(ExitCode.NothingProcessed, refused.Code);
        Assert.Contains("password", refused.Error, StringComparison.Ordinal);
        foreach (var command in (string[])["pages", "tables", "records", "check"]) Assert.Equal(0, Of(command, file, "--password", "secret").Code);
        Assert.Equal(ExitCode.NothingProcessed, Of("records", file).Code);
        Assert.Equal(0, Of("ingest", file, "--db", folder.Path("s.db"), "--password", "secret").Code);
    }

    [Fact]
    public void A_broken_pdf_of_a_folder_is_recorded_as_failed_and_the_rest_is_read()
    {
        Directory.CreateDirectory(folder.Path("mixed"));
        Made("mixed/broken.pdf", "%PDF-1.4\nnothing of a PDF follows"u8.ToArray());
        Made("mixed/whole.pdf", MadePdf.Page(Content).Classic());
        var run = Of("ingest", folder.Path("mixed"), "--db", folder.Path("s.db"), "--lang", "en");
        Assert.Equal(ExitCode.SomeFailed, run.Code);
        Assert.Contains("2 files: 1 new, 0 unchanged, 0 changed, 1 failed", run.Out + run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Damaged_copies_are_counted()
    {
        var file = Made("a.pdf", MadePdf.Page(Content).Compressed());
        var run = Of("fuzz", file, "--mutations", "20", "--cuts", "5", "--lang", "en");
        Assert.Equal(0, run.Code);
        Assert.Contains("cut: 5 files", run.Out, StringComparison.Ordinal);
        Assert.Contains("damaged: 20 files", run.Out, StringComparison.Ordinal);
    }
}

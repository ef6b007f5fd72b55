using Extract.Corpus.Tests.Renditions;
using Extract.Documents;
using Extract.Records;
using Extract.Tables;

namespace Extract.Corpus.Tests;

/// <summary>The renditions that LibreOffice makes of the project's own, made once for all tests.</summary>
[CollectionDefinition(Name)]
public sealed class OfficeRenditions : IDisposable, ICollectionFixture<OfficeRenditions>
{
    /// <summary>The collection of the tests that need them.</summary>
    public const string Name = "renditions";

    private readonly Lazy<string> folder = new(Make);
    private readonly System.Collections.Concurrent.ConcurrentDictionary<(string Document, string Look, string Form), byte[]> texts = [];

    /// <summary>A workbook as the office saves it for Excel of old.</summary>
    public byte[] Sheets(string document) => File.ReadAllBytes(Path.Combine(folder.Value, Path.ChangeExtension(document, "xls")));

    /// <summary>A form drawn in a look, as it is printed (pdf) or saved for Word of old (doc).</summary>
    public byte[] Bytes(string document, string look, string extension) => File.ReadAllBytes(Path.ChangeExtension(PathOf(document, look), extension));

    /// <summary>The text that pdftotext makes of the printed form: each form of it once.</summary>
    public byte[] Text(string document, string look, string form) => texts.GetOrAdd((document, look, form), key => Poppler.Text(PathOf(key.Document, key.Look), key.Form));

    public void Dispose()
    {
        if (folder.IsValueCreated) Directory.Delete(folder.Value, recursive: true);
    }

    private string PathOf(string document, string look) => Path.Combine(folder.Value, look, Path.ChangeExtension(document, "pdf"));

    private static string Make()
    {
        var folder = Directory.CreateTempSubdirectory("renditions").FullName;
        var documents = Corpus.Names.Cast<object[]>().Select(static row => (string)row[0]).ToList();
        var sheets = documents.ConvertAll(document => Path.Combine(folder, Path.ChangeExtension(document, "xlsx")));
        for (var d = 0; d < documents.Count; d++) File.WriteAllBytes(sheets[d], RenditionsOfTheCorpus.Excel(documents[d], old: false));
        Office.Convert("xls", folder, sheets);
        foreach (var look in Look.All)
        {
            var drawn = Directory.CreateDirectory(Path.Combine(folder, look.Name)).FullName;
            foreach (var document in documents) File.WriteAllBytes(Path.Combine(drawn, Path.ChangeExtension(document, "docx")), RenditionsOfTheCorpus.Word(document, look));
            foreach (var format in (string[])["pdf", "doc"]) Office.Convert(format, drawn, Directory.GetFiles(drawn, "*.docx"));
        }
        return folder;
    }
}

/// <summary>One form on several surfaces gives one record: every cell of funds and indicators, every total.</summary>
[Collection(OfficeRenditions.Name)]
public sealed class RenditionsOfTheCorpus(OfficeRenditions office)
{
    public static TheoryData<string> Names => Corpus.Names;

    [Theory]
    [MemberData(nameof(Printed))]
    public void A_form_drawn_in_Word_gives_its_record(string name, string look) => Same(name, "docx", Word(name, Look.Named(look)));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_form_drawn_in_Excel_gives_its_record(string name) => Same(name, "xlsx", Excel(name, old: false));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_form_drawn_in_Excel_of_old_gives_its_record(string name) => Same(name, "xls", Excel(name, old: true));

    [OfficeTheory]
    [MemberData(nameof(Printed))]
    public void A_form_saved_as_Word_of_old_gives_its_record(string name, string look) => Same(name, "doc", office.Bytes(name, look, "doc"));

    [OfficeTheory]
    [MemberData(nameof(Names))]
    public void A_form_saved_as_Excel_of_old_by_another_office_gives_its_record(string name) => Same(name, "xls", office.Sheets(name));

    /// <summary>Every document in every look.</summary>
    public static TheoryData<string, string> Printed
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var look in Look.All)
                foreach (var name in Names) data.Add(name, look.Name);
            return data;
        }
    }

    [OfficeTheory]
    [MemberData(nameof(Printed))]
    public void A_form_printed_from_Word_gives_its_record(string name, string look) => Same(name, "pdf", office.Bytes(name, look, "pdf"));

    [PopplerTheory]
    [MemberData(nameof(Printed))]
    public void A_form_set_in_columns_of_spaces_gives_its_record(string name, string look) => Keeps(name, look, "-layout");

    [PopplerTheory]
    [MemberData(nameof(Printed))]
    public void A_form_printed_cell_after_cell_gives_its_record(string name, string look) => Keeps(name, look, "-raw");

    [PopplerTheory]
    [MemberData(nameof(Printed))]
    public void A_form_whose_layout_is_lost_gives_what_is_left_of_its_record(string name, string look) => Keeps(name, look, "");

    /// <summary>
    /// How many differences each document keeps on each form of text: cells that are blank leave nothing behind, and what stands beside them
    /// could be their neighbours'.
    /// </summary>
    private static readonly Dictionary<(string Look, string Form, string Document), int> Left = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Renditions", "text.differences"))
        .Where(static line => !line.StartsWith('#')).Select(static line => line.Split('	')).ToDictionary(static row => (row[0], row[1] == "-" ? "" : row[1], row[2]), static row => int.Parse(row[3], System.Globalization.CultureInfo.InvariantCulture));

    private void Keeps(string name, string look, string form) =>
        Same(name, "txt", office.Text(name, look, form), Left.GetValueOrDefault((look, form, Path.GetFileNameWithoutExtension(name))));

    internal static byte[] Word(string name, Look look) => WordRendition.Make(Forms(name), look);

    internal static byte[] Excel(string name, bool old) =>
        ExcelRendition.Make(Forms(name), old, onOneSheet: FormWords.Of(name) is null || name.StartsWith("wangchuan", StringComparison.Ordinal));

    /// <summary>The tables that a text draws whole, as it draws them; else a table that says what is expected, in the words of its family.</summary>
    private static List<PrintedForm> Forms(string name) =>
        FormWords.Of(name) is { } words ? PrintedForm.Of(Corpus.Expected(name), words) : PrintedForm.Drawn(Corpus.Text(name), [.. Corpus.Read(name).Tables.Where(static grid => grid.Evidence == Evidence.Drawn)]);

    /// <summary>The forms that a file holds.</summary>
    internal static Disclosure Read(string name, string extension, byte[] bytes)
    {
        Disclosure read = Extraction.Read(Readers.Open(Path.ChangeExtension(name, extension), bytes));
        Assert.Equal(extension, read.Document.Format.ToString(), ignoreCase: true);
        return read;
    }

    private static void Same(string name, string extension, byte[] bytes, int lost = 0)
    {
        var differences = Expectations.Differences(Corpus.Expected(name)["self_evaluations"]!.AsArray(), Read(name, extension, bytes).SelfEvaluations);
        Assert.True(differences.Count <= lost, $"{differences.Count}:\n" + string.Join('\n', differences.Take(40)));
    }
}

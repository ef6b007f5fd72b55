using Extract.Corpus.Tests.Renditions;
using Extract.Documents;
using Extract.Records;
using Extract.Tables;

namespace Extract.Corpus.Tests;

/// <summary>The renditions that LibreOffice makes of the project's own, made once for all tests.</summary>
public sealed class OfficeRenditions : IDisposable
{
    private readonly Lazy<string> folder = new(Make);
    private readonly System.Collections.Concurrent.ConcurrentDictionary<(string Document, string Look, string Form), byte[]> texts = [];

    public byte[] Bytes(string document, string extension) => File.ReadAllBytes(Path.Combine(folder.Value, Path.ChangeExtension(document, extension)));

    /// <summary>A form as it is printed in a look.</summary>
    public byte[] Printed(string document, string look) => File.ReadAllBytes(PathOf(document, look));

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
        List<string> words = [], sheets = [];
        foreach (var document in Corpus.Names.Cast<object[]>().Select(static row => (string)row[0]))
        {
            words.Add(Path.Combine(folder, Path.ChangeExtension(document, "docx")));
            File.WriteAllBytes(words[^1], RenditionsOfTheCorpus.Word(document, Look.Plain));
            sheets.Add(Path.Combine(folder, Path.ChangeExtension(document, "xlsx")));
            File.WriteAllBytes(sheets[^1], RenditionsOfTheCorpus.Excel(document, old: false));
        }
        Office.Convert("doc", folder, words);
        Office.Convert("xls", folder, sheets);
        foreach (var look in Look.All)
        {
            var printed = Directory.CreateDirectory(Path.Combine(folder, look.Name)).FullName;
            foreach (var document in words) File.WriteAllBytes(Path.Combine(printed, Path.GetFileName(document)), RenditionsOfTheCorpus.Word(Path.ChangeExtension(Path.GetFileName(document), "txt"), look));
            Office.Convert("pdf", printed, Directory.GetFiles(printed, "*.docx"));
        }
        return folder;
    }
}

/// <summary>One form on several surfaces gives one record: every cell of funds and indicators, every total.</summary>
public sealed class RenditionsOfTheCorpus(OfficeRenditions office) : IClassFixture<OfficeRenditions>
{
    public static TheoryData<string> Names => Corpus.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void A_form_drawn_in_Word_gives_its_record(string name) => Same(name, "docx", Word(name, Look.Plain));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_form_drawn_in_Excel_gives_its_record(string name) => Same(name, "xlsx", Excel(name, old: false));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_form_drawn_in_Excel_of_old_gives_its_record(string name) => Same(name, "xls", Excel(name, old: true));

    [OfficeTheory]
    [MemberData(nameof(Names))]
    public void A_form_saved_as_Word_of_old_gives_its_record(string name) => Same(name, "doc", office.Bytes(name, "doc"));

    [OfficeTheory]
    [MemberData(nameof(Names))]
    public void A_form_saved_as_Excel_of_old_by_another_office_gives_its_record(string name) => Same(name, "xls", office.Bytes(name, "xls"));

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
    public void A_form_printed_from_Word_gives_its_record(string name, string look) => Same(name, "pdf", office.Printed(name, look));

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

    private static void Same(string name, string extension, byte[] bytes, int lost = 0)
    {
        Disclosure read = Extraction.Read(Readers.Open(Path.ChangeExtension(name, extension), bytes));
        Assert.Equal(extension, read.Document.Format.ToString(), ignoreCase: true);
        var differences = Expectations.Differences(Corpus.Expected(name)["self_evaluations"]!.AsArray(), read.SelfEvaluations);
        Assert.True(differences.Count <= lost, $"{differences.Count}:\n" + string.Join('\n', differences.Take(40)));
    }
}

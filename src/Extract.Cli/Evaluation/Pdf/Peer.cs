namespace Extract.Cli.Evaluation.Pdf;

/// <summary>
/// Another program that reads a PDF's text or tables. Of those that Debian packages none rebuilds tables: PyMuPDF does from 1.23 on
/// (find_tables), and bookworm has 1.21, which gives words.
/// </summary>
/// <param name="Name">What it is called.</param>
/// <param name="Needs">A file without which it cannot run; empty where its program tells.</param>
/// <param name="Program">The program.</param>
/// <param name="Arguments">Its arguments but for the file, which takes the place of {}.</param>
/// <param name="DoesChinese">What it does of what is measured, in Chinese.</param>
/// <param name="Does">And in English.</param>
internal sealed record Peer(string Name, string Needs, string Program, string[] Arguments, string DoesChinese, string Does)
{
    private const string Python = "import sys, fitz\nfor page in fitz.open(sys.argv[1]):\n    page.find_tables() if hasattr(page, 'find_tables') else page.get_text('words')";

    public static IReadOnlyList<Peer> All { get; } =
    [
        new("pdftotext -layout", "", "pdftotext", ["-layout", "{}", "-"], "按版式排的文本，不重建表格", "text by layout, no tables"),
        new("pdftotext -tsv", "", "pdftotext", ["-tsv", "{}", "-"], "词与位置，不重建表格", "words with boxes, no tables"),
        new("mutool stext", "", "mutool", ["draw", "-q", "-F", "stext", "-o", "/dev/null", "{}"], "字与位置，不重建表格", "glyphs with boxes, no tables"),
        new("PyMuPDF", "/usr/lib/python3/dist-packages/fitz", "/usr/bin/python3", ["-c", Python, "{}"], "1.23 起有 find_tables，之前只有词与位置", "find_tables from 1.23 on, words with boxes before"),
    ];

    /// <summary>The user processor time it takes for a file, its start included; null where it is not installed.</summary>
    public TimeSpan? Cost(string path) =>
        Needs.Length > 0 && !Path.Exists(Needs) ? null : Poppler.Time(Program, [.. Arguments.Select(argument => argument == "{}" ? path : argument)]);
}

using System.Diagnostics;
using System.Globalization;
using Extract.Cli.Evaluation.Pdf;
using Extract.Cli.Reading;
using Extract.Pdf;

namespace Extract.Cli.Commands;

/// <summary>extract bench pdf / bench poppler: the PDF reader's speed and exactness beside other readers of the same files.</summary>
internal static class PdfBench
{
    /// <summary>The PDF files of the paths.</summary>
    public static List<(string Path, byte[] Bytes)> Files(IEnumerable<string> paths) =>
        [.. Intake.Files(paths).Where(static f => f.Named || f.Path.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase)).Select(static f => (f.Path, File.ReadAllBytes(f.Path)))];

    /// <summary>Pages a second of text with rules, one thread, warm; then pdftotext -bbox and mutool on the same files.</summary>
    public static int Speed(Door door, IEnumerable<string> paths, int rounds, CancellationToken cancellation)
    {
        var files = Files(paths);
        if (files.Count == 0)
        {
            door.Trouble(door.Say("没有 PDF 文件", "no PDF file"));
            return ExitCode.NothingProcessed;
        }
        for (var i = 0; i < 3; i++) Round(files, cancellation);
        var (pages, best, allocated) = (0, TimeSpan.MaxValue, 0L);
        for (var i = 0; i < rounds; i++)
        {
            var (before, bytes) = (Environment.CpuUsage.UserTime, GC.GetAllocatedBytesForCurrentThread());
            pages = Round(files, cancellation);
            var took = Environment.CpuUsage.UserTime - before;
            if (took < best) best = took;
            allocated = GC.GetAllocatedBytesForCurrentThread() - bytes;
        }
        door.Line(door.Say($"{files.Count} 个文件，{pages} 页；按用户态处理器时间，取最快一轮", $"{files.Count} files, {pages} pages; by user processor time, the best round"));
        Row(door, "extract", pages, best);
        door.Line(string.Create(CultureInfo.InvariantCulture, $"  {"",-16} {allocated / 1024.0 / Math.Max(1, pages):0} KB/page allocated, peak {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB"));
        Other(door, "pdftotext -bbox", files, pages, static path => ("pdftotext", ["-bbox", path, "/dev/null"]));
        Other(door, "mutool stext", files, pages, static path => ("mutool", ["draw", "-q", "-F", "stext", "-o", "/dev/null", path]));
        return ExitCode.Done;
    }

    private static void Row(Door door, string name, int pages, TimeSpan took) =>
        door.Line(string.Create(CultureInfo.InvariantCulture, $"  {name,-16} {pages / took.TotalSeconds,8:0} pages/s  {took.TotalMilliseconds,8:0} ms"));

    private static int Round(List<(string Path, byte[] Bytes)> files, CancellationToken cancellation)
    {
        var (pages, ink) = (0, 0L);
        foreach (var (_, bytes) in files)
            foreach (var page in PdfDocument.Open(bytes, null, cancellation).Pages())
            {
                pages++;
                ink += page.Glyphs.Length + page.Rules.Length;
            }
        return ink < 0 ? 0 : pages;
    }

    private static void Other(Door door, string name, List<(string Path, byte[] Bytes)> files, int pages, Func<string, (string Program, string[] Arguments)> call)
    {
        var (total, startup) = (TimeSpan.Zero, TimeSpan.MaxValue);
        foreach (var (path, _) in files)
        {
            var (program, arguments) = call(path);
            if (Poppler.Time(program, arguments) is not { } took || Poppler.Time(program, "-v") is not { } empty)
            {
                door.Line(door.Say($"  {name,-16} 未安装", $"  {name,-16} not installed"));
                return;
            }
            total += took;
            if (empty < startup) startup = empty;
        }
        // A program that is started for each file is not charged for starting.
        Row(door, name, pages, total - startup * files.Count);
    }

    /// <summary>Characters and boxes of words against pdftotext -bbox, with every class of difference.</summary>
    public static int Exactness(Door door, IEnumerable<string> paths, CancellationToken cancellation)
    {
        var all = new PageComparison();
        foreach (var (path, bytes) in Files(paths))
        {
            var name = Path.GetFileNameWithoutExtension(path);
            if (Poppler.Words(path) is not { } theirs)
            {
                door.Line(door.Say($"{name}: pdftotext 打不开或未安装", $"{name}: pdftotext does not open it, or is not installed"));
                continue;
            }
            var one = new PageComparison();
            var pages = 0;
            foreach (var page in PdfDocument.Open(bytes, null, cancellation).Pages())
            {
                if (page.Number > theirs.Count) break;
                pages++;
                one.Add($"{name}:{page.Number}", page, theirs[page.Number - 1]);
                all.Add($"{name}:{page.Number}", page, theirs[page.Number - 1]);
            }
            Line(door, name, one, pages, theirs.Count);
        }
        Line(door, door.Say("合计", "all"), all, -1, -1);
        foreach (var (kind, (count, example)) in all.Classes.OrderByDescending(static c => c.Value.Count))
            door.Line(string.Create(CultureInfo.InvariantCulture, $"  {count,7}  {kind}: {example}"));
        return ExitCode.Done;
    }

    private static void Line(Door door, string name, PageComparison found, int pages, int theirs)
    {
        var share = found.Characters == 0 ? 1 : found.Agreed / (double)found.Characters;
        var words = Math.Max(1, found.Words);
        var count = pages < 0 ? "" : pages == theirs ? $"{pages} p  " : $"{pages}≠{theirs} p  ";
        door.Line(string.Create(CultureInfo.InvariantCulture,
            $"{count}{share:0.0000%} of {found.Characters} characters; words {found.Words}: sides {found.WordsAcross / (double)words:0.00%}, all four {found.WordsWhole / (double)words:0.00%}, missed {found.WordsMissed}  {name}"));
    }
}

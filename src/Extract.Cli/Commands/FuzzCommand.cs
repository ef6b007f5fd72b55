using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Extract.Cli.Evaluation.Pdf;
using Extract.Pdf;

namespace Extract.Cli.Commands;

/// <summary>extract fuzz: reads damaged copies of files and counts how each ended; made again from the same seed, the same copies.</summary>
internal static class FuzzCommand
{
    /// <summary>Seconds after which a small damaged file counts as hanging.</summary>
    private const double LongestSeconds = 20;

    public static Command Build(Door door)
    {
        var paths = Options.Paths(door);
        var mutations = new Option<int>("--mutations") { HelpName = "N", DefaultValueFactory = _ => 500, Description = door.Say("随机破坏的份数，默认 500", "copies damaged at random, 500 if not given") };
        var cuts = new Option<int>("--cuts") { HelpName = "N", DefaultValueFactory = _ => 50, Description = door.Say("每个文件截断的处数（前十个文件），默认 50", "places at which each of the first ten files is cut, 50 if not given") };
        var seed = new Option<int>("--seed") { HelpName = "N", DefaultValueFactory = _ => 1, Description = door.Say("随机种子，默认 1", "seed, 1 if not given") };
        var command = new Verb(
            "fuzz",
            door.Say("用截断与随机破坏的副本考验 PDF 读取：不得崩溃、卡死或超限。", "Tries the PDF reader on cut and damaged copies: none may crash, hang or pass the limits."),
            "extract fuzz corpus --mutations 10000 --seed 7")
        {
            paths, mutations, cuts, seed,
        };
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(
            door, parsed.GetValue(paths)!, parsed.GetValue(mutations), parsed.GetValue(cuts), parsed.GetValue(seed), cancellation)));
        return command;
    }

    private static int Run(Door door, string[] paths, int mutations, int cuts, int seed, CancellationToken cancellation)
    {
        var files = PdfBench.Files(paths);
        if (files.Count == 0)
        {
            door.Trouble(door.Say("没有 PDF 文件", "no PDF file"));
            return ExitCode.NothingProcessed;
        }
        var tally = new FuzzTally();
        foreach (var (path, bytes) in files) tally.Try(Path.GetFileName(path), bytes, cancellation);
        door.Line(tally.Line(door, door.Say("原样", "whole")));
        var cut = new FuzzTally();
        foreach (var (path, bytes) in files.Take(10))
            for (var i = 1; i <= cuts; i++) cut.Try($"{Path.GetFileName(path)} cut {i}/{cuts + 1}", bytes[..(int)((long)bytes.Length * i / (cuts + 1))], cancellation);
        door.Line(cut.Line(door, door.Say("截断", "cut")));
        var damaged = new FuzzTally();
        for (var i = 0; i < mutations; i++)
        {
            var (path, bytes) = files[(int)((uint)i % (uint)files.Count)];
            damaged.Try($"{Path.GetFileName(path)} seed {seed} mutation {i}", Damage.Of(bytes, seed, i), cancellation);
        }
        door.Line(damaged.Line(door, door.Say("破坏", "damaged")));
        var failures = tally.Failures.Concat(cut.Failures).Concat(damaged.Failures).ToArray();
        foreach (var failure in failures.Take(40)) door.Trouble(failure);
        return failures.Length == 0 ? ExitCode.Done : ExitCode.SomeFailed;
    }

    /// <summary>How the files ended.</summary>
    private sealed class FuzzTally
    {
        private int files;
        private int withText;
        private int named;
        private int silent;
        private double longest;
        private string slowest = "";

        public List<string> Failures { get; } = [];

        public void Try(string name, byte[] bytes, CancellationToken cancellation)
        {
            files++;
            var clock = Stopwatch.StartNew();
            using var late = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            late.CancelAfter(TimeSpan.FromSeconds(LongestSeconds));
            try
            {
                var pdf = PdfDocument.Open(bytes, null, late.Token);
                var glyphs = 0L;
                foreach (var page in pdf.Pages()) glyphs += page.Glyphs.Length;
                if (glyphs > 0) withText++;
                else if (pdf.Troubles.Count > 0) named++;
                else silent++;
                if (pdf.Troubles.FirstOrDefault(static t => t.Kind == PdfTroubleKind.Unreadable) is { } wall) Failures.Add($"{name}: {wall.Detail} (page {wall.Page})");
            }
            catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
            {
                Failures.Add($"{name}: {LongestSeconds} s");
            }
#pragma warning disable CA1031 // Every exception that comes out of the reader is what is looked for.
            catch (Exception bug) when (bug is not OperationCanceledException)
#pragma warning restore CA1031
            {
                Failures.Add($"{name}: {Shown.Line(bug.ToString())}");
            }
            if (clock.Elapsed.TotalSeconds <= longest) return;
            (longest, slowest) = (clock.Elapsed.TotalSeconds, name);
        }

        public string Line(Door door, string what) => door.Say(
            string.Create(CultureInfo.InvariantCulture, $"{what}：{files} 份，有文字 {withText}，无文字而有诊断 {named}，空页 {silent}，失败 {Failures.Count}；最慢 {longest:0.00} s（{slowest}），内存峰值 {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB"),
            string.Create(CultureInfo.InvariantCulture, $"{what}: {files} files, {withText} with text, {named} with a diagnostic and no text, {silent} of empty pages, {Failures.Count} failed; slowest {longest:0.00} s ({slowest}), peak {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB"));
    }
}

using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Extract.Cli.Reading;

namespace Extract.Cli.Commands;

/// <summary>extract bench: how fast texts are read to findings in one warm process on one core, and how the cost grows.</summary>
internal static class BenchCommand
{
    public static Command Build(Door door)
    {
        var what = new Argument<string>(door.Say("对象", "WHAT")) { Description = door.Say("text：文本到发现；pdf：PDF 每秒页数；poppler：PDF 与 pdftotext 逐页比对；tables：重建表格与读取之比", "text: texts to findings; pdf: PDF pages a second; poppler: PDF pages compared with pdftotext; tables: reconstruction beside reading") };
        what.AcceptOnlyFromAmong("text", "pdf", "poppler", "tables");
        var paths = Options.Paths(door);
        var copies = new Option<int>("--copies") { HelpName = "N", Description = door.Say("另测 N 份连成一个文件的成本与一份之比", "measure also what N copies joined into one document cost, against one") };
        var rounds = new Option<int>("--rounds") { HelpName = "N", DefaultValueFactory = _ => 10, Description = door.Say("测量轮数，默认 10", "rounds measured, 10 if not given") };
        var command = new Verb(
            "bench",
            door.Say("测量吞吐与 PDF 读取的准确度，一个进程、一个核、预热之后。", "Measures throughput, and how exactly PDF is read, in one process, on one core, after warming up."),
            "extract bench text corpus --rounds 20",
            "extract bench pdf corpus",
            "extract bench poppler 决算.pdf",
            "extract bench tables 决算.pdf",
            "extract bench text 决算.txt --copies 100")
        {
            what, paths, copies, rounds,
        };
        command.SetAction((parsed, cancellation) => Task.FromResult(parsed.GetValue(what) switch
        {
            "pdf" => PdfBench.Speed(door, parsed.GetValue(paths)!, Math.Max(1, parsed.GetValue(rounds)), cancellation),
            "tables" => TablesBench.Run(door, parsed.GetValue(paths)!, Math.Max(1, parsed.GetValue(rounds)), cancellation),
            "poppler" => PdfBench.Exactness(door, parsed.GetValue(paths)!, cancellation),
            _ => Run(door, parsed.GetValue(paths)!, parsed.GetValue(copies), Math.Max(1, parsed.GetValue(rounds)), cancellation),
        }));
        return command;
    }

    /// <summary>Rounds before the first that counts: the runtime compiles hot methods again after thirty calls and some time.</summary>
    private const int WarmRounds = 25;

    private static int Run(Door door, string[] paths, int copies, int rounds, CancellationToken cancellation)
    {
        var texts = new List<(string Name, byte[] Bytes)>();
        foreach (var found in Intake.Files(paths))
            if (new DocumentReading(door).Read(found, null, cancellation) is ReadResult) texts.Add((found.Name, File.ReadAllBytes(found.Path)));
        if (texts.Count == 0)
        {
            door.Trouble(door.Say("没有可测的文件", "no file to measure"));
            return ExitCode.NothingProcessed;
        }
        for (var i = 0; i < WarmRounds; i++) Round(door, texts, new Stages(), cancellation);
        var (stages, processor) = (new Stages(), Environment.CpuUsage.TotalTime);
        var times = Enumerable.Range(0, rounds).Select(_ => Round(door, texts, stages, cancellation)).Order().ToArray();
        var (median, least) = (times[times.Length / 2], times[0]);
        var busy = (Environment.CpuUsage.TotalTime - processor).TotalMilliseconds / rounds;
        var megabytes = texts.Sum(t => (long)t.Bytes.Length) / 1e6;
        door.Line(door.Say(
            string.Create(CultureInfo.InvariantCulture, $"{texts.Count} 个文件，{megabytes:0.00} MB，{rounds} 轮：中位 {median:0.0} ms，最快 {least:0.0} ms，处理器 {busy:0.0} ms，{megabytes / median * 1000:0.00} MB/s"),
            string.Create(CultureInfo.InvariantCulture, $"{texts.Count} files, {megabytes:0.00} MB, {rounds} rounds: median {median:0.0} ms, least {least:0.0} ms, processor {busy:0.0} ms, {megabytes / median * 1000:0.00} MB/s")));
        door.Line(door.Say(
            string.Create(CultureInfo.InvariantCulture, $"每轮：打开 {stages.Open / rounds:0.0} ms，读取 {stages.Read / rounds:0.0} ms，核对 {stages.Check / rounds:0.0} ms"),
            string.Create(CultureInfo.InvariantCulture, $"a round: opening {stages.Open / rounds:0.0} ms, reading {stages.Read / rounds:0.0} ms, checking {stages.Check / rounds:0.0} ms")));
        foreach (var text in texts)
        {
            var alone = Enumerable.Range(0, rounds).Select(_ => Round(door, [text], new Stages(), cancellation)).Order().ToArray()[rounds / 2];
            door.Line(string.Create(CultureInfo.InvariantCulture, $"  {alone,8:0.0} ms  {text.Name}"));
        }
        if (copies > 1) Copies(door, texts, copies, median, cancellation);
        return ExitCode.Done;
    }

    /// <summary>All texts in one document, once and many times over, with a form feed between: cost should grow as length does.</summary>
    private static void Copies(Door door, List<(string Name, byte[] Bytes)> texts, int copies, double separately, CancellationToken cancellation)
    {
        byte[] Joined(int times) => [.. Enumerable.Range(0, times).SelectMany(_ => texts).SelectMany(t => t.Bytes.Append((byte)'\f'))];
        var single = Joined(1);
        var one = Enumerable.Range(0, 5).Select(_ => Round(door, [("joined.txt", single)], new Stages(), cancellation)).Order().ToArray()[2];
        var bytes = Joined(copies);
        var many = Round(door, [("joined.txt", bytes)], new Stages(), cancellation);
        // Minutes need no second opinion.
        if (many < 10_000) many = Math.Min(many, Round(door, [("joined.txt", bytes)], new Stages(), cancellation));
        door.Line(door.Say(
            string.Create(CultureInfo.InvariantCulture, $"连成一个文件：1 份 {one:0.0} ms（分开读 {separately:0.0} ms），{copies} 份 {many:0.0} ms，为 1 份的 {many / one:0.0} 倍"),
            string.Create(CultureInfo.InvariantCulture, $"joined into one document: 1 copy {one:0.0} ms (apart {separately:0.0} ms), {copies} copies {many:0.0} ms, {many / one:0.0} times one")));
    }

    /// <summary>Milliseconds to read the texts one after the other, from bytes to findings.</summary>
    private static double Round(Door door, IEnumerable<(string Name, byte[] Bytes)> texts, Stages stages, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        foreach (var (name, bytes) in texts)
        {
            var start = clock.Elapsed;
            var document = door.Pipeline.Open(name, bytes, "", cancellation);
            var opened = clock.Elapsed;
            var disclosure = door.Pipeline.Read(document, cancellation);
            var read = clock.Elapsed;
            _ = door.Pipeline.Check(disclosure);
            stages.Open += (opened - start).TotalMilliseconds;
            stages.Read += (read - opened).TotalMilliseconds;
            stages.Check += (clock.Elapsed - read).TotalMilliseconds;
        }
        return clock.Elapsed.TotalMilliseconds;
    }

    /// <summary>Milliseconds spent in each part, over all rounds.</summary>
    private sealed class Stages
    {
        public double Open { get; set; }

        public double Read { get; set; }

        public double Check { get; set; }
    }
}

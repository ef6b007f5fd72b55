using System.CommandLine;
using Extract.Cli.Reading;
using Extract.Store;

namespace Extract.Cli.Commands;

/// <summary>extract ingest: files and folders into the store.</summary>
internal static class IngestCommand
{
    public static Command Build(Door door)
    {
        var paths = Options.Paths(door);
        var db = Options.Db(door);
        var jobs = new Option<int>("--jobs")
        {
            HelpName = "N",
            DefaultValueFactory = _ => Math.Min(Environment.ProcessorCount, 8),
            Description = door.Say("同时读取的文件数，默认为处理器数；结果与之无关", "files read at once, the number of processors if not given; the result does not depend on it"),
        };
        jobs.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > 64) result.AddError(door.Say("--jobs 应为 1 到 64", "--jobs must be from 1 to 64"));
        });
        var password = Options.Password(door);
        var json = new Option<bool>("--json") { Description = door.Say("以 JSON 输出", "print JSON") };
        var command = new Verb(
            "ingest",
            door.Say(
                "读取文件和文件夹，把内容存入库并核对。相同字节再次入库不改变任何行；一个坏文件只损失它自己。",
                "Reads files and folders, stores what they say and runs the checks. The same bytes again change no row; one bad file costs one document."),
            "extract ingest corpus --db x.db",
            "extract ingest 决算.txt 自评/ --db x.db --jobs 4 --json > run.json")
        {
            paths, db, jobs, json, password,
        };
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(
            door, new DocumentReading(door, parsed.GetValue(password)!), parsed.GetValue(paths)!, parsed.GetValue(db)!, parsed.GetValue(jobs), parsed.GetValue(json), cancellation)));
        return command;
    }

    private static int Run(Door door, DocumentReading reading, string[] paths, string db, int jobs, bool json, CancellationToken cancellation)
    {
        using var store = DisclosureStore.Open(db, door.Pipeline.Say);
        var gate = new Lock();
        bool IsKnown(Found found, string sha256)
        {
            lock (gate) return store.IsCurrent(found.Path, sha256, door.Pipeline.Version);
        }

        var report = new IngestReport(door, json);
        foreach (var result in InOrder(Intake.Files(paths), jobs, found => reading.Read(found, sha256 => IsKnown(found, sha256), cancellation)))
        {
            cancellation.ThrowIfCancellationRequested();
            lock (gate) report.Add(IngestEntry.Of(result, Put(store, result, door.Pipeline.Version)));
        }
        return report.Finish(db);
    }

    private static Outcome? Put(DisclosureStore store, Result result, string version)
    {
        var (path, name) = (result.Found.Path, Path.GetFileName(result.Found.Name));
        return result switch
        {
            ReadResult read => store.Put(new ReadSubmission(path, name, version, read.Disclosure, read.Report)),
            FailedResult failed => store.Put(new FailedSubmission(path, name, version, failed.Sha256, "", failed.Failure)),
            KnownResult => Outcome.Unchanged,
            _ => null,
        };
    }

    /// <summary>Works on several items at once and answers in the order of the items, so that the store is the same for any number of workers.</summary>
    internal static IEnumerable<TResult> InOrder<T, TResult>(IEnumerable<T> items, int jobs, Func<T, TResult> work)
    {
        var running = new Queue<Task<TResult>>();
        foreach (var item in items)
        {
            if (running.Count == jobs) yield return running.Dequeue().GetAwaiter().GetResult();
            running.Enqueue(Task.Run(() => work(item)));
        }
        while (running.TryDequeue(out var task)) yield return task.GetAwaiter().GetResult();
    }
}

using System.CommandLine;
using Extract.Cli.Json;
using Extract.Cli.Reading;

namespace Extract.Cli.Commands;

/// <summary>extract records: everything read from one document.</summary>
internal static class RecordsCommand
{
    public static Command Build(Door door)
    {
        var file = Options.File(door);
        var format = Options.Format(door, "json");
        var password = Options.Password(door);
        var command = new Verb(
            "records",
            door.Say("输出从一个文件读到的全部内容（extract.records/1），不用数据库。", "Prints everything read from one document (extract.records/1), without a store."),
            "extract records 自评表.txt",
            "extract records - < 决算.txt | jq '.self_evaluations[].total_score'")
        {
            file, format, password,
        };
        command.SetAction((parsed, cancellation) => Task.FromResult(OneDocument.Run(
            door,
            parsed.GetValue(file)!,
            parsed.GetValue(password)!,
            read => RecordsJson.Write(door.Out, CheckedDocument.Of(read, door.Pipeline), read.Disclosure, door.DataLanguage),
            cancellation)));
        return command;
    }
}

/// <summary>What the commands about one file have in common: read it, or say why not.</summary>
internal static class OneDocument
{
    public static int Run(Door door, string path, string password, Action<ReadResult> show, CancellationToken cancellation)
    {
        var found = new Found(path == "-" ? "-" : Path.GetFullPath(path), path == "-" ? "stdin" : path, Named: true);
        switch (new DocumentReading(door, password).Read(found, null, cancellation))
        {
            case ReadResult read:
                show(read);
                return CheckedDocument.Of(read, door.Pipeline).IsCut ? ExitCode.SomeFailed : ExitCode.Done;
            case FailedResult failed:
                door.Trouble($"{found.Name}: {door.Say(failed.Failure.Chinese, failed.Failure.English)} [{failed.Failure.Code}]");
                return failed.Failure.Code == "bug" ? ExitCode.Bug : ExitCode.NothingProcessed;
            case var other:
                throw new NotSupportedException(other.GetType().Name);
        }
    }
}

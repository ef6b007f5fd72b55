using System.CommandLine;
using System.CommandLine.Help;
using Extract.Cli.Commands;
using Extract.Store;

namespace Extract.Cli;

/// <summary>The commands, and how a run of one ends.</summary>
internal static class CommandLine
{
    /// <summary>The language asked for by --lang; null where the arguments do not say.</summary>
    public static Language? LanguageAsked(IReadOnlyList<string> args)
    {
        for (var i = 0; i < args.Count; i++)
        {
            var value = args[i].StartsWith("--lang=", StringComparison.Ordinal) ? args[i][7..] : args[i] == "--lang" && i + 1 < args.Count ? args[i + 1] : null;
            if (value == "zh") return Language.Chinese;
            if (value == "en") return Language.English;
        }
        return null;
    }

    /// <summary>Runs one command line and answers its exit code.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> args, Door door, CancellationToken cancellation)
    {
        var root = Root(door);
        try
        {
            var parsed = root.Parse(args);
            if (parsed.Errors.Count > 0 && parsed.Action is not HelpPage) return UsageTrouble(door, parsed);
            if (parsed.Action is null)
            {
                new HelpPage(door).Write(root, root, door.Error);
                return ExitCode.Usage;
            }
            var configuration = new InvocationConfiguration
            {
                Output = door.Out,
                Error = door.Error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
            };
            return await parsed.InvokeAsync(configuration, cancellation).ConfigureAwait(false);
        }
        catch (UsageException wrong)
        {
            door.Trouble(door.Say("用法错误：", "usage: ") + wrong.Message);
            return ExitCode.Usage;
        }
        catch (StoreException trouble)
        {
            door.Trouble(door.Say("数据库不可用：", "store unusable: ") + trouble.Message);
            return ExitCode.Unusable;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            door.Trouble(door.Say("已中断；已完成的文件保留", "interrupted; what was finished is kept"));
            return ExitCode.Interrupted;
        }
#pragma warning disable CA1031 // The outermost door: a bug ends the run with its own code and a message, never with a stack trace alone.
        catch (Exception bug)
#pragma warning restore CA1031
        {
            door.Trouble(door.Say("程序缺陷，请报告：", "a bug, please report it: ") + bug);
            return ExitCode.Bug;
        }
    }

    private static RootCommand Root(Door door)
    {
        var root = new RootCommand(door.Say(
            "Extract：把公开的决算、预算与绩效自评文件读成可查询、可核对的数据",
            "Extract: reads published Chinese final accounts, budgets and self-evaluations into figures that can be queried and checked"));
        var language = new Option<string>("--lang") { Recursive = true, HelpName = "zh|en", Description = door.Say("语言；默认随 LANG，数据格式中默认中文", "language; by LANG if not given, Chinese inside data formats") };
        language.AcceptOnlyFromAmong("zh", "en");
        root.Add(language);
        root.Add(new Option<bool>("--no-progress") { Recursive = true, Description = door.Say("不显示进度", "show no progress") });
        foreach (var command in Commands(door)) root.Add(command);
        foreach (var help in root.Options.OfType<HelpOption>()) help.Action = new HelpPage(door);
        return root;
    }

    private static IEnumerable<Command> Commands(Door door) =>
    [
        IngestCommand.Build(door), CheckCommand.Build(door), RecordsCommand.Build(door), TablesCommand.Build(door), PagesCommand.Build(door), QueryCommand.Build(door),
        ShowCommand.Build(door), ChecksCommand.Build(door), SchemaCommand.Build(door), EvaluateCommand.Build(door), EvaluateTablesCommand.Build(door), EvaluateFiguresCommand.Build(door), BenchCommand.Build(door), FuzzCommand.Build(door),
    ];

    private static int UsageTrouble(Door door, ParseResult parsed)
    {
        foreach (var error in parsed.Errors) door.Trouble(door.Say("用法错误：", "usage: ") + error.Message);
        var name = parsed.CommandResult.Command is RootCommand ? "" : " " + parsed.CommandResult.Command.Name;
        door.Trouble(door.Say($"用法见 extract{name} --help", $"see extract{name} --help"));
        return ExitCode.Usage;
    }
}

/// <summary>The command line asks for something that cannot be: a saved query nobody knows, two sources at once.</summary>
internal sealed class UsageException(string message) : Exception(message);

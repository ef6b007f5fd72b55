using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Extract.Text;

namespace Extract.Cli;

/// <summary>The help of a command in the language of the door, with its examples; columns measured for wide characters.</summary>
internal sealed class HelpPage(Door door) : SynchronousCommandLineAction
{
    private const int Indent = 2;
    private const int WidestLeft = 34;

    public override int Invoke(ParseResult parseResult)
    {
        Write(parseResult.CommandResult.Command, parseResult.RootCommandResult.Command, door.Out);
        return ExitCode.Done;
    }

    public void Write(Command command, Command root, TextWriter to)
    {
        to.Write(command.Description + "\n");
        Heading(to, door.Say("用法", "Usage"));
        to.Write($"  {Usage(command, root)}\n");
        if (command is Verb verb) Block(to, door.Say("示例", "Examples"), verb.Examples.Select(e => (e, "")));
        Block(to, door.Say("命令", "Commands"), command.Subcommands.Where(c => !c.Hidden).Select(c => ($"{c.Name} {Arguments(c)}".TrimEnd(), c.Description ?? "")));
        Block(to, door.Say("参数", "Arguments"), command.Arguments.Select(a => ($"<{a.Name}>", a.Description ?? "")));
        var options = command == root ? command.Options : command.Options.Concat(root.Options.Where(o => o.Recursive));
        Block(to, door.Say("选项", "Options"), options.Where(o => !o.Hidden).DistinctBy(o => o.Name).Select(o => (Left(o), Right(o))));
        if (command != root) return;
        Heading(to, door.Say("退出码", "Exit codes"));
        to.Write("  " + door.Say(
            "0 完成；1 有文件失败；2 用法错误；3 没有可处理的文件；4 有达到 --fail-on 的发现；5 库或环境不可用；70 程序缺陷；130/143 中断",
            "0 done; 1 some document failed; 2 usage; 3 nothing could be processed; 4 a finding at or above --fail-on; 5 store or environment unusable; 70 a bug; 130/143 interrupted") + "\n");
    }

    private static string Usage(Command command, Command root) => command == root
        ? $"extract <command> [...]"
        : $"extract {command.Name} {Arguments(command)}".TrimEnd() + string.Concat(command.Options.Where(o => o.Required).Select(o => $" {Left(o)}")) + " [...]";

    private static string Arguments(Command command) => string.Join(' ', command.Arguments.Select(a =>
    {
        var name = a.Name + (a.Arity.MaximumNumberOfValues > 1 ? "..." : "");
        return a.Arity.MinimumNumberOfValues == 0 ? $"[{name}]" : name;
    }));

    private static string Left(Option option)
    {
        var names = string.Join(", ", option.Aliases.Append(option.Name).Where(n => n is not "-?" and not "/?" and not "/h").OrderBy(n => n.Length));
        var value = option.ValueType == typeof(bool) || option is HelpOption or VersionOption ? "" : " " + (option.HelpName ?? option.Name.TrimStart('-').ToUpperInvariant());
        return names + value;
    }

    private string Right(Option option) => option switch
    {
        HelpOption => door.Say("显示帮助", "show this help"),
        VersionOption => door.Say("显示版本", "show the version"),
        _ => option.Description ?? "",
    };

    private static void Heading(TextWriter to, string text) => to.Write($"\n{text}\n");

    private static void Block(TextWriter to, string heading, IEnumerable<(string Left, string Right)> rows)
    {
        var all = rows.ToArray();
        if (all.Length == 0) return;
        Heading(to, heading);
        var width = Math.Min(WidestLeft, all.Max(r => DisplayWidth.Of(r.Left)));
        foreach (var (left, right) in all)
        {
            var gap = Math.Max(2, width - DisplayWidth.Of(left) + 2);
            to.Write((new string(' ', Indent) + left + (right.Length == 0 ? "" : new string(' ', gap) + right)) + "\n");
        }
    }
}

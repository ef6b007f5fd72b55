using System.CommandLine;

namespace Extract.Cli.Commands;

/// <summary>Options that several commands share.</summary>
internal static class Options
{
    public static Option<string> Db(Door door, bool required = true) => new("--db")
    {
        Required = required,
        HelpName = door.Say("文件", "FILE"),
        Description = door.Say("SQLite 库文件", "the store, a SQLite file"),
    };

    public static Option<string> Format(Door door, params string[] formats)
    {
        var option = new Option<string>("--format")
        {
            HelpName = string.Join('|', formats),
            DefaultValueFactory = _ => formats[0],
            Description = door.Say($"输出格式，默认 {formats[0]}", $"output format, {formats[0]} if not given"),
        };
        option.AcceptOnlyFromAmong(formats);
        return option;
    }

    public static Option<string> Pages(Door door)
    {
        var pages = new Option<string>("--pages") { HelpName = "3-5", Description = door.Say("只要这些页：3、3-5、3-", "only these pages: 3, 3-5, 3-") };
        pages.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is { } text && PageRange.Parse(text) is null) result.AddError(door.Say($"--pages 应如 3、3-5 或 3-，不是 {text}", $"--pages is written 3, 3-5 or 3-, not {text}"));
        });
        return pages;
    }

    public static Option<string> Password(Door door) => new("--password")
    {
        HelpName = door.Say("密码", "PASSWORD"),
        DefaultValueFactory = _ => "",
        Description = door.Say("加密文件的密码", "opens a locked file"),
    };

    public static Argument<string[]> Paths(Door door, bool atLeastOne = true) => new(door.Say("路径", "PATH"))
    {
        Arity = atLeastOne ? ArgumentArity.OneOrMore : ArgumentArity.ZeroOrMore,
        Description = door.Say("文件或文件夹；- 为标准输入", "files and folders; - is standard input"),
    };

    public static Argument<string> File(Door door) => new(door.Say("文件", "FILE"))
    {
        Description = door.Say("一个文件；- 为标准输入", "one file; - is standard input"),
    };
}

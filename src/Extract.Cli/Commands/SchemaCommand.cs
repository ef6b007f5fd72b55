using System.CommandLine;

namespace Extract.Cli.Commands;

/// <summary>extract schema: the JSON Schema of each output.</summary>
internal static class SchemaCommand
{
    private const string Prefix = "Extract.Cli.Schemas.";
    private const string Suffix = ".schema.json";

    /// <summary>The names of all outputs.</summary>
    public static IReadOnlyList<string> Names { get; } = typeof(SchemaCommand).Assembly.GetManifestResourceNames()
        .Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)).Select(n => n[Prefix.Length..^Suffix.Length]).Order(StringComparer.Ordinal).ToArray();

    public static Command Build(Door door)
    {
        var name = new Argument<string?>(door.Say("名称", "NAME")) { Arity = ArgumentArity.ZeroOrOne, Description = string.Join(' ', Names) };
        var command = new Verb(
            "schema",
            door.Say("输出一种 JSON 结果的 JSON Schema；不给名称则列出名称。", "Prints the JSON Schema of an output; without a name, the names."),
            "extract schema records > records.schema.json")
        {
            name,
        };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(name) is not { } wanted) foreach (var known in Names) door.Line(known);
            else door.Out.Write(Read(wanted) ?? throw new UsageException(door.Say($"没有名为 {wanted} 的输出：{string.Join(' ', Names)}", $"no output is called {wanted}: {string.Join(' ', Names)}")));
            return ExitCode.Done;
        });
        return command;
    }

    public static string? Read(string name)
    {
        using var stream = typeof(SchemaCommand).Assembly.GetManifestResourceStream(Prefix + name + Suffix);
        return stream is null ? null : new StreamReader(stream).ReadToEnd();
    }
}

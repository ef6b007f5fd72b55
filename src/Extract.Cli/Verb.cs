using System.CommandLine;

namespace Extract.Cli;

/// <summary>A command with examples of its use.</summary>
internal sealed class Verb(string name, string description, params string[] examples) : Command(name, description)
{
    public IReadOnlyList<string> Examples { get; } = examples;
}

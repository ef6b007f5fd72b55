using System.CommandLine;

namespace Extract.Cli.Commands;
internal static class EvaluateCommand { public static Command Build(Door door) => new Command("evaluate"); }

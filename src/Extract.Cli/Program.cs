using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Extract.Cli;

using var stop = new CancellationTokenSource();
var ended = 0;
void Stop(PosixSignalContext context, int code)
{
    context.Cancel = true;
    ended = code;
    stop.Cancel();
}

using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, context => Stop(context, ExitCode.Interrupted));
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => Stop(context, ExitCode.Terminated));

var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
await using var output = new StreamWriter(Console.OpenStandardOutput(), utf8, 1 << 16) { AutoFlush = !Console.IsOutputRedirected };
await using var error = new StreamWriter(Console.OpenStandardError(), utf8) { AutoFlush = true };
var asked = CommandLine.LanguageAsked(args);
var colour = !Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
    && Environment.GetEnvironmentVariable("TERM") is not (null or "" or "dumb");
var door = new Door
{
    In = Console.OpenStandardInput(),
    Out = output,
    Error = error,
    Pipeline = Pipeline.Product,
    Language = asked ?? Environments.Language,
    DataLanguage = asked ?? Language.Chinese,
    OutIsTerminal = !Console.IsOutputRedirected,
    ErrorIsTerminal = !Console.IsErrorRedirected && !args.Contains("--no-progress"),
    Colour = colour,
    Width = Console.IsOutputRedirected ? int.MaxValue : Environments.Width,
};
try
{
    var code = await CommandLine.RunAsync(args, door, stop.Token);
    await output.FlushAsync();
    return ended != 0 ? ended : code;
}
catch (IOException)
{
    // Whoever read the output has gone (a pipe to head); there is nobody to tell.
    return ExitCode.Done;
}

/// <summary>What the environment says of the person in front of the screen.</summary>
internal static class Environments
{
    /// <summary>By LC_ALL, LC_MESSAGES, LANG in POSIX's order of precedence.</summary>
    public static Language Language
    {
        get
        {
            foreach (var name in (string[])["LC_ALL", "LC_MESSAGES", "LANG"])
                if (Environment.GetEnvironmentVariable(name) is { Length: > 0 } value)
                    return value.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? Language.Chinese : Language.English;
            return Language.English;
        }
    }

    /// <summary>
    /// Columns of the screen. Asked of the terminal itself: Console.WindowWidth would first write control sequences to it.
    /// </summary>
    public static int Width
    {
        get
        {
            if (int.TryParse(Environment.GetEnvironmentVariable("COLUMNS"), NumberStyles.None, CultureInfo.InvariantCulture, out var columns) && columns > 20) return columns;
            return OperatingSystem.IsLinux() && AskSize(StandardOutput, WindowSizeRequest, out var size) == 0 && size.Columns > 20 ? size.Columns : Usual;
        }
    }

    private const int Usual = 100;
    private const int StandardOutput = 1;

    /// <summary>TIOCGWINSZ of asm-generic/ioctls.h.</summary>
    private const nuint WindowSizeRequest = 0x5413;

    [DllImport("libc", EntryPoint = "ioctl")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int AskSize(int descriptor, nuint request, out WindowSize size);

    /// <summary>struct winsize.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct WindowSize
    {
        public ushort Rows;
        public ushort Columns;
        public ushort PixelsAcross;
        public ushort PixelsDown;
    }
}

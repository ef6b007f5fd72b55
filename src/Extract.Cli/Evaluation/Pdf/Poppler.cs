using System.Diagnostics;
using System.Globalization;
using System.Net;

namespace Extract.Cli.Evaluation.Pdf;

/// <summary>A word as pdftotext -bbox prints it, in points of the displayed page.</summary>
internal readonly record struct PopplerWord(string Text, double Left, double Top, double Right, double Bottom);

/// <summary>Debian's pdftotext, another reader of the same files, to compare with.</summary>
internal static class Poppler
{
    /// <summary>Hostile files keep other readers busy for ever.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>The words of each page; null where the tool is not installed or does not open the file.</summary>
    public static List<List<PopplerWord>>? Words(string path)
    {
        if (Run("pdftotext", ["-bbox", "-cropbox", path, "-"], out var text) != 0) return null;
        var pages = new List<List<PopplerWord>>();
        foreach (var line in text.Split('\n'))
        {
            if (line.Contains("<page ", StringComparison.Ordinal)) pages.Add([]);
            else if (line.Contains("<word ", StringComparison.Ordinal) && pages.Count > 0 && Word(line) is { } word) pages[^1].Add(word);
        }
        return pages;
    }

    /// <summary>The user processor time a program takes for these arguments; null where there is no such program.</summary>
    public static TimeSpan? Time(string program, params string[] arguments)
    {
        // The shell's own account of its children: the runtime keeps none of a process that has ended.
        if (Run("sh", ["-c", "command -v \"$1\" >/dev/null || exit 127; \"$@\" >/dev/null 2>&1; times", "sh", program, .. arguments], out var printed) != 0) return null;
        var user = printed.Split('\n')[1].Split(' ')[0];
        var minutes = user.Split('m');
        return TimeSpan.FromMinutes(double.Parse(minutes[0], CultureInfo.InvariantCulture)) + TimeSpan.FromSeconds(double.Parse(minutes[1].TrimEnd('s'), CultureInfo.InvariantCulture));
    }

    /// <summary>Runs a program to its end: its exit code and what it printed; -1 where there is no such program.</summary>
    private static int Run(string program, string[] arguments, out string printed)
    {
        printed = "";
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        try
        {
            using var process = Process.Start(start);
            if (process is null) return -1;
            process.ErrorDataReceived += static (_, _) => { };
            process.BeginErrorReadLine();
            var reading = process.StandardOutput.ReadToEndAsync();
            if (!reading.Wait(Patience))
            {
                process.Kill();
                return -2;
            }
            printed = reading.Result;
            process.WaitForExit();
            return process.ExitCode;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return -1;
        }
    }

    private static PopplerWord? Word(string line)
    {
        var open = line.IndexOf('>', StringComparison.Ordinal);
        var close = line.LastIndexOf("</word>", StringComparison.Ordinal);
        if (open < 0 || close < open) return null;
        return new PopplerWord(WebUtility.HtmlDecode(line[(open + 1)..close]), Value(line, "xMin"), Value(line, "yMin"), Value(line, "xMax"), Value(line, "yMax"));
    }

    private static double Value(string line, string name)
    {
        var at = line.IndexOf(name + "=\"", StringComparison.Ordinal) + name.Length + 2;
        return double.Parse(line.AsSpan(at, line.IndexOf('"', at) - at), CultureInfo.InvariantCulture);
    }
}

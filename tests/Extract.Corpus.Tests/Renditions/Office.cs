using System.Diagnostics;

namespace Extract.Corpus.Tests.Renditions;

/// <summary>LibreOffice, where it is installed: it writes what Word and Excel of old wrote.</summary>
internal static class Office
{
    public static string? Program { get; } = Programs.Find("soffice", "libreoffice");

    /// <summary>Converts files to another format, side by side in a folder.</summary>
    public static void Convert(string format, string folder, IEnumerable<string> files)
    {
        var start = new ProcessStartInfo(Program!) { RedirectStandardOutput = true, RedirectStandardError = true };
        // A profile of its own, so that neither a running office nor another test is in the way.
        foreach (var argument in (string[])["--headless", $"-env:UserInstallation=file://{folder}/profile", "--convert-to", format, "--outdir", folder, .. files]) start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        process.OutputDataReceived += static (_, _) => { };
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        if (!process.WaitForExit(TimeSpan.FromMinutes(5))) process.Kill(entireProcessTree: true);
    }
}

/// <summary>A theory that needs LibreOffice; skipped, saying so, where it is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class OfficeTheoryAttribute : TheoryAttribute
{
    public OfficeTheoryAttribute()
    {
        if (Office.Program is null) Skip = "LibreOffice is not installed.";
    }
}

using System.Diagnostics;

namespace Extract.Corpus.Tests.Renditions;

/// <summary>pdftotext, where it is installed: the text of a printed form, with less or more of its layout lost.</summary>
internal static class Poppler
{
    public static string? Program { get; } = Programs.Find("pdftotext");

    /// <summary>The text of a PDF.</summary>
    /// <param name="file">The file.</param>
    /// <param name="form">-layout keeps columns by spaces, -raw the order of printing; nothing leaves the order to the program.</param>
    public static byte[] Text(string file, string form)
    {
        var start = new ProcessStartInfo(Program!) { RedirectStandardOutput = true };
        foreach (var argument in (string[])[.. form.Length == 0 ? [] : new[] { form }, "-enc", "UTF-8", file, "-"]) start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        using var text = new MemoryStream();
        process.StandardOutput.BaseStream.CopyTo(text);
        process.WaitForExit();
        return text.ToArray();
    }
}

/// <summary>Programs of the machine.</summary>
internal static class Programs
{
    /// <summary>The first of the names that is on the search path; null where none is.</summary>
    public static string? Find(params string[] names)
    {
        foreach (var folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator))
            foreach (var name in names)
                if (File.Exists(Path.Combine(folder, name))) return Path.Combine(folder, name);
        return null;
    }
}

/// <summary>A theory that needs LibreOffice, pdftotext and the font that forms are set in; skipped, saying so, where they are not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PopplerTheoryAttribute : TheoryAttribute
{
    private const string Fonts = "/usr/share/fonts";

    public PopplerTheoryAttribute() => Skip = Missing();

    /// <summary>What of it is not installed; null where all is.</summary>
    public static string? Missing() =>
        Office.Program is null || Poppler.Program is null ? "LibreOffice or pdftotext is not installed."
        : Array.Find(Look.All, static look => !IsInstalled(look.Font)) is { } look ? $"The font {look.Font} is not installed." : null;

    private static bool IsInstalled(string font) =>
        Directory.Exists(Fonts) && Directory.EnumerateFiles(Fonts, font.Replace(" SC", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal) + "*", SearchOption.AllDirectories).Any();
}

/// <summary>A fact that needs the same.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PopplerFactAttribute : FactAttribute
{
    public PopplerFactAttribute() => Skip = PopplerTheoryAttribute.Missing();
}

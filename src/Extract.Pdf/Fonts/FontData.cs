using System.Text;

namespace Extract.Pdf.Fonts;

/// <summary>The facts that come with the program, as embedded resources.</summary>
internal static class FontData
{
    /// <summary>The lines of a text resource, comments left out.</summary>
    public static IEnumerable<string> Lines(string name)
    {
        using var reader = new StreamReader(Open(name), Encoding.UTF8);
        while (reader.ReadLine() is { } line)
            if (!line.StartsWith('#')) yield return line;
    }

    /// <summary>A resource that the build always has.</summary>
    public static Stream Open(string name) =>
        typeof(FontData).Assembly.GetManifestResourceStream("Extract.Pdf.Fonts.Data." + name)
        ?? throw new InvalidOperationException("The program was built without its resource " + name + ".");
}

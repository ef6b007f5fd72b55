using Extract.Layout;
using Extract.Text;

namespace Extract.Tests.Layout;

/// <summary>Lines of a page as the plain-text reader lays them out: a form feed starts a page, two spaces or more separate runs.</summary>
internal static class PrintedLines
{
    public static Paragraph[] Read(string text) => [.. Prose.Build(Runs(text))];

    public static List<Run> Runs(string text)
    {
        var (runs, page, number) = (new List<Run>(), 1, 0);
        foreach (var raw in text.Split('\n'))
        {
            number++;
            var line = raw.TrimEnd('\r');
            if (line.StartsWith('\f'))
            {
                page++;
                line = line[1..];
            }
            var (i, column) = (0, 0);
            while (i < line.Length)
            {
                for (; i < line.Length && Characters.IsSpace(line[i]); i++) column += DisplayWidth.Of(line[i]);
                var (start, from) = (i, column);
                for (; i < line.Length && !(line[i] == ' ' && i + 1 < line.Length && line[i + 1] == ' '); i++) column += DisplayWidth.Of(line[i]);
                if (i > start) runs.Add(new Run(line[start..i], new Box(from / 2.0, number, column / 2.0, number + 1), new TextPlace(page, number, from + 1, column)));
            }
        }
        return runs;
    }
}

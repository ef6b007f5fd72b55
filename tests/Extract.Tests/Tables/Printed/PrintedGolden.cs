using System.Globalization;
using Extract.Tables;

namespace Extract.Tests.Tables.Printed;

/// <summary>What the tables of one published document print, as it was read off their pictures.</summary>
/// <param name="Name">The golden's own name.</param>
/// <param name="Sha256">Which document.</param>
/// <param name="Maker">What made the document.</param>
/// <param name="Eyed">How many of its pages were read by eye.</param>
/// <param name="Tables">Table by table: its head line, then a line a row.</param>
internal sealed record PrintedGolden(string Name, string Sha256, string Maker, int Eyed, IReadOnlyList<IReadOnlyList<string>> Tables)
{
    public static List<PrintedGolden> All() =>
        [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Tables", "Printed", "Goldens"), "*.grid").Order(StringComparer.Ordinal).Select(Read)];

    /// <summary>A grid as goldens write it: title, unit, pages, header rows, size; a cell goes on from the left at &lt;, from above at ^.</summary>
    public static List<string> Write(Grid grid)
    {
        var lines = new List<string> { string.Create(CultureInfo.InvariantCulture, $"== {grid.Title.Text} | {grid.Unit} | pages {string.Join(' ', grid.Pages)} | header {grid.HeaderRows} | {grid.RowCount} x {grid.ColumnCount}") };
        var places = new string[grid.RowCount, grid.ColumnCount];
        foreach (var cell in grid.Cells)
            for (var r = cell.Row; r < cell.Row + cell.Rows; r++)
                for (var c = cell.Column; c < cell.Column + cell.Columns; c++)
                    places[r, c] = c > cell.Column ? "<" : r > cell.Row ? "^" : cell.Text;
        for (var r = 0; r < grid.RowCount; r++) lines.Add(string.Join(" | ", Enumerable.Range(0, grid.ColumnCount).Select(c => places[r, c] ?? "")));
        return lines;
    }

    private static PrintedGolden Read(string path)
    {
        string sha = "", maker = "";
        var eyed = 0;
        var tables = new List<IReadOnlyList<string>>();
        var open = new List<string>();
        foreach (var line in File.ReadLines(path))
        {
            if (line.StartsWith("# sha256: ", StringComparison.Ordinal)) sha = line[10..];
            else if (line.StartsWith("# made by: ", StringComparison.Ordinal)) maker = line[11..line.LastIndexOf(';')];
            else if (line.StartsWith("# pages read by eye", StringComparison.Ordinal)) eyed = line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Split(' ').Count(static word => int.TryParse(word, out _));
            else if (line.StartsWith("== ", StringComparison.Ordinal)) tables.Add(open = [line]);
            else if (line.Length > 0 && line[0] != '#') open.Add(line);
        }
        return new PrintedGolden(Path.GetFileNameWithoutExtension(path), sha, maker, eyed, tables);
    }
}

using System.Globalization;
using Extract.Text;

namespace Extract.Cli.Display;

/// <summary>Places and counts in the words of the door.</summary>
internal static class Places
{
    /// <summary>The page, the sheet's cell, the path: what a person looks for, without coordinates.</summary>
    public static string Shortly(this Place place, Door door) => place switch
    {
        PagePlace p => door.Say(string.Create(CultureInfo.InvariantCulture, $"第 {p.Page} 页"), string.Create(CultureInfo.InvariantCulture, $"page {p.Page}")),
        TextPlace t => door.Say(string.Create(CultureInfo.InvariantCulture, $"第 {t.Page} 页第 {t.Line} 行"), string.Create(CultureInfo.InvariantCulture, $"page {t.Page}, line {t.Line}")),
        PathPlace p => Spoken(p.Path, door),
        _ => place.In(door),
    };

    /// <summary>table[1]/row[5]/cell[3] in words: the tables and paragraphs of a word-processor document have no pages.</summary>
    private static string Spoken(string path, Door door)
    {
        var parts = new List<string>();
        foreach (var step in path.Split('/'))
        {
            var open = step.IndexOf('[', StringComparison.Ordinal);
            var number = open > 0 ? step[(open + 1)..].TrimEnd(']') : "";
            parts.Add((open > 0 ? step[..open] : step) switch
            {
                "table" => door.Say($"表 {number}", $"table {number}"),
                "row" => door.Say($"第 {number} 行", $"row {number}"),
                "cell" => door.Say($"第 {number} 格", $"cell {number}"),
                "paragraph" => door.Say($"第 {number} 段", $"paragraph {number}"),
                _ => step,
            });
        }
        return string.Join(door.Say(" ", ", "), parts);
    }

    public static string In(this Place place, Door door) => place switch
    {
        TextPlace t => door.Say(
            string.Create(CultureInfo.InvariantCulture, $"第 {t.Page} 页第 {t.Line} 行第 {t.FromColumn}–{t.ToColumn} 列"),
            string.Create(CultureInfo.InvariantCulture, $"page {t.Page}, line {t.Line}, columns {t.FromColumn}-{t.ToColumn}")),
        PagePlace p => door.Say(
            string.Create(CultureInfo.InvariantCulture, $"第 {p.Page} 页 ({p.Left:0.#}, {p.Top:0.#})"),
            string.Create(CultureInfo.InvariantCulture, $"page {p.Page} at ({p.Left:0.#}, {p.Top:0.#})")),
        CellPlace c => $"{c.Sheet}!{c.Cell}",
        PathPlace p => p.Path,
        _ => place.ToString(),
    };
}

using System.Net;
using System.Text;
using Extract.Tables;

namespace Extract.Cli.Display;

/// <summary>Grids as CSV: each after the last with an empty line between, its title on a line of its own, a header of several rows as one.</summary>
internal static class GridCsv
{
    /// <summary>What the blocks of a form are called in Chinese; their keys are English.</summary>
    private static readonly Dictionary<string, string> Blocks = new(StringComparer.Ordinal)
    {
        ["head"] = "基本情况",
        ["goals"] = "年度目标",
        ["funds"] = "预算执行",
        ["indicators"] = "绩效指标",
    };

    public static string Write(IEnumerable<Grid> grids, Language language)
    {
        var result = new StringBuilder();
        foreach (var grid in grids)
        {
            if (result.Length > 0) result.Append('\n');
            if (Title(grid, language) is { Length: > 0 } title) Csv.Row(result, [title]);
            foreach (var row in Lines(grid)) Csv.Row(result, row);
        }
        return result.ToString();
    }

    /// <summary>The rows of a grid under one head: what several rows print over a column is its full name.</summary>
    public static IEnumerable<IEnumerable<string>> Lines(Grid grid) => grid.HeaderRows < 2
        ? grid.ToRows().Select(static row => row.Select(static p => p.Text))
        : grid.ToRows().Skip(grid.HeaderRows).Select(static row => row.Select(static p => p.Text)).Prepend(grid.ColumnNames);

    /// <summary>The title printed above a grid, with the block of its form.</summary>
    public static string Title(Grid grid, Language language)
    {
        var block = language == Language.Chinese ? Blocks.GetValueOrDefault(grid.Block, grid.Block) : grid.Block;
        if (block.Length == 0 || block == grid.Title.Text) return grid.Title.Text;
        return grid.Title.IsBlank ? block : $"{grid.Title.Text} · {block}";
    }
}

/// <summary>Grids as Markdown tables under one head, the full names of the columns.</summary>
internal static class GridMarkdown
{
    public static string Write(IEnumerable<Grid> grids, Language language)
    {
        var result = new StringBuilder();
        foreach (var grid in grids)
        {
            if (result.Length > 0) result.Append('\n');
            if (GridCsv.Title(grid, language) is { Length: > 0 } title) result.Append("### ").Append(Escaped(title)).Append("\n\n");
            var lines = GridCsv.Lines(grid).ToList();
            // Markdown has no table without a head: a grid that begins with its body has an empty one.
            if (grid.HeaderRows == 0) lines.Insert(0, Enumerable.Repeat("", grid.ColumnCount));
            for (var r = 0; r < lines.Count; r++)
            {
                Row(result, lines[r]);
                if (r == 0) Row(result, lines[r].Select(_ => "---"), raw: true);
            }
        }
        return result.ToString();
    }

    public static void Row(StringBuilder to, IEnumerable<string> cells, bool raw = false)
    {
        to.Append('|');
        foreach (var cell in cells) to.Append(' ').Append(raw ? cell : Escaped(cell)).Append(" |");
        to.Append('\n');
    }

    private static string Escaped(string text) => Shown.Line(text).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal);
}

/// <summary>Grids as one HTML page with their spans; no script, no outside resource, every text escaped.</summary>
internal static class GridHtml
{
    public static string Page(string file, IEnumerable<Grid> grids, Language language)
    {
        var body = new StringBuilder();
        foreach (var grid in grids) Table(body, grid, language);
        return Html.Page(file, body.ToString(), language);
    }

    private static void Table(StringBuilder to, Grid grid, Language language)
    {
        to.Append("<table>\n");
        if (GridCsv.Title(grid, language) is { Length: > 0 } title) to.Append("<caption>").Append(Html.Text(title)).Append(grid.Unit.Length > 0 ? $" <small>{Html.Text(grid.Unit)}</small>" : "").Append("</caption>\n");
        var rows = grid.Cells.GroupBy(c => c.Row).ToDictionary(g => g.Key, g => g.OrderBy(c => c.Column).ToArray());
        for (var r = 0; r < grid.RowCount; r++)
        {
            to.Append("<tr>");
            var tag = r < grid.HeaderRows ? "th" : "td";
            var column = 0;
            foreach (var cell in rows.GetValueOrDefault(r, []))
            {
                // A position no cell covers, from above or from the left, is an empty cell.
                for (; column < cell.Column; column++)
                    if (!Covered(grid, r, column)) to.Append($"<{tag}></{tag}>");
                to.Append('<').Append(tag);
                if (cell.Rows > 1) to.Append($" rowspan=\"{cell.Rows}\"");
                if (cell.Columns > 1) to.Append($" colspan=\"{cell.Columns}\"");
                to.Append('>').Append(Html.Text(cell.Text)).Append("</").Append(tag).Append('>');
                column = cell.Column + cell.Columns;
            }
            to.Append("</tr>\n");
        }
        to.Append("</table>\n");
    }

    private static bool Covered(Grid grid, int row, int column) => grid.Cells.Any(c =>
        c.Row <= row && row < c.Row + c.Rows && c.Column <= column && column < c.Column + c.Columns);
}

/// <summary>The frame of every HTML page that is printed.</summary>
internal static class Html
{
    private const string Style = "body{font:14px/1.6 system-ui,'Noto Sans CJK SC','Microsoft YaHei',sans-serif;margin:2rem auto;max-width:70rem;padding:0 1rem;color:#1d2733}"
        + "table{border-collapse:collapse;margin:1.5rem 0}caption{text-align:left;font-weight:600;padding:.3rem 0}td,th{border:1px solid #c9d1d9;padding:.25rem .5rem;vertical-align:top;text-align:left}"
        + "th{background:#f3f5f7}.error{color:#b3261e}.warning{color:#9a6700}.note{color:#57606a}.formula{font-family:ui-monospace,monospace}small{color:#57606a;font-weight:400}"
        + "article{border-left:3px solid #c9d1d9;padding:.1rem 1rem;margin:1rem 0}article.error{border-color:#b3261e;color:inherit}article.warning{border-color:#d4a72c;color:inherit}h3{font-size:1rem;margin:.3rem 0}p{margin:.2rem 0}";

    public static string Text(string text) => WebUtility.HtmlEncode(Shown.Line(text));

    public static string Page(string title, string body, Language language) =>
        $"<!doctype html>\n<html lang=\"{(language == Language.Chinese ? "zh-CN" : "en")}\">\n<head><meta charset=\"utf-8\"><title>{Text(title)}</title>"
        + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
        + $"<style>{Style}</style></head>\n<body>\n<h1>{Text(title)}</h1>\n{body}</body>\n</html>\n";
}

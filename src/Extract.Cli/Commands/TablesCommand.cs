using System.CommandLine;
using System.Globalization;
using Extract.Cli.Display;
using Extract.Cli.Json;
using Extract.Cli.Reading;
using Extract.Tables;

namespace Extract.Cli.Commands;

/// <summary>extract tables: the reconstructed grids of any supported file.</summary>
internal static class TablesCommand
{
    public static Command Build(Door door)
    {
        var file = Options.File(door);
        var pages = Options.Pages(door);
        var format = Options.Format(door, "json", "csv", "md", "html");
        var password = Options.Password(door);
        var draw = new Option<string>("--draw") { HelpName = door.Say("目录", "DIR"), Description = door.Say("每页写一个 SVG：文字、框线、底色，及所见的表、格、合并格、空白带", "write one SVG a page: text, rules, fills, and the tables seen: cells, spans, rivers") };
        var command = new Verb(
            "tables",
            door.Say("输出从一个文件重建的表格。", "Prints the grids rebuilt from one file."),
            "extract tables 自评表.txt --format md",
            "extract tables 决算.txt --pages 3-5 --format csv > tables.csv")
        {
            file, pages, format, draw, password,
        };
        command.SetAction((parsed, cancellation) =>
        {
            var wanted = parsed.GetValue(pages) is { } text ? PageRange.Parse(text) : PageRange.All;
            return Task.FromResult(OneDocument.Run(door, parsed.GetValue(file)!, parsed.GetValue(password)!, Show, cancellation));

            void Show(ReadResult read)
            {
                var grids = read.Disclosure.Tables.Select((grid, i) => (Grid: grid, Index: i)).Where(t => wanted == PageRange.All || t.Grid.Pages.Any(wanted!.Value.Holds)).ToArray();
                if (parsed.GetValue(draw) is { } folder) Draw(door, folder, read.Disclosure.Document.Sheets.Where(sheet => wanted!.Value.Holds(sheet.Number)));
                if (parsed.GetValue(format) is { } other and not "json") door.Out.Write(Write(door, read.Found.Name, grids, other));
                else TablesJson.Write(door.Out, read.Found.Name, grids);
                if (grids.Length == 0) door.Trouble(door.Say("没有表格", "no table"));
            }
        });
        return command;
    }

    private static void Draw(Door door, string folder, IEnumerable<Text.Sheet> sheets)
    {
        try
        {
            Directory.CreateDirectory(folder);
            foreach (var sheet in sheets) SheetSvg.Write(folder, sheet, PageReading.Seen(sheet));
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            door.Trouble($"{folder}: {trouble.Message}");
        }
    }

    private static string Write(Door door, string file, (Grid Grid, int Index)[] grids, string format) => format switch
    {
        "csv" => GridCsv.Write(grids.Select(t => t.Grid), door.DataLanguage),
        "md" => GridMarkdown.Write(grids.Select(t => t.Grid), door.DataLanguage),
        _ => GridHtml.Page(file, grids.Select(t => t.Grid), door.DataLanguage),
    };
}

/// <summary>Pages from one to another, both included.</summary>
internal readonly record struct PageRange(int From, int To)
{
    public static readonly PageRange All = new(1, int.MaxValue);

    public static PageRange? Parse(string text)
    {
        var parts = text.Split('-');
        if (parts.Length > 2 || !Page(parts[0], out var from)) return null;
        if (parts.Length == 1) return new PageRange(from, from);
        if (parts[1].Length == 0) return new PageRange(from, int.MaxValue);
        return Page(parts[1], out var to) && to >= from ? new PageRange(from, to) : null;
    }

    public bool Holds(int page) => page >= From && page <= To;

    private static bool Page(string text, out int page) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out page) && page > 0;
}

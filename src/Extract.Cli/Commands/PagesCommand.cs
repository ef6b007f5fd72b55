using System.CommandLine;
using System.Globalization;
using Extract.Cli.Display;
using Extract.Documents;
using Extract.Text;

namespace Extract.Cli.Commands;

/// <summary>extract pages: what is seen on each page of a file, listed, and drawn for comparison with the page.</summary>
internal static class PagesCommand
{
    public static Command Build(Door door)
    {
        var file = Options.File(door);
        var pages = Options.Pages(door);
        var draw = new Option<string>("--draw") { HelpName = door.Say("目录", "DIR"), Description = door.Say("每页写一个 SVG：文字、框线、底色", "write one SVG a page: text, rules, fills") };
        var password = Options.Password(door);
        var command = new Verb(
            "pages",
            door.Say("列出一个文件每页所见：文字、框线、底色、图片各有多少；可逐页画成 SVG 与原页对照。", "Lists what is seen on each page of a file: how much text, how many rules, fills, images; draws each as SVG to compare with the page."),
            "extract pages 决算.pdf",
            "extract pages 决算.pdf --pages 3-5 --draw seen")
        {
            file, pages, draw, password,
        };
        command.SetAction((parsed, cancellation) =>
        {
            var wanted = parsed.GetValue(pages) is { } text ? PageRange.Parse(text)!.Value : PageRange.All;
            return Task.FromResult(Run(door, parsed.GetValue(file)!, wanted, parsed.GetValue(draw), parsed.GetValue(password)!, cancellation));
        });
        return command;
    }

    private static int Run(Door door, string file, PageRange wanted, string? draw, string password, CancellationToken cancellation)
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(file);
            if (draw is not null) Directory.CreateDirectory(draw);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            door.Trouble($"{file}: {trouble.Message}");
            return ExitCode.NothingProcessed;
        }
        var seen = 0;
        foreach (var sheet in Readers.Sheets(file, bytes, password, cancellation))
        {
            if (!wanted.Holds(sheet.Number)) continue;
            seen++;
            door.Line(Summary(door, sheet));
            if (draw is not null) SheetSvg.Write(draw, sheet);
        }
        if (seen > 0) return ExitCode.Done;
        foreach (var trouble in Readers.Open(file, bytes, password, cancellation).Diagnostics)
            door.Trouble(string.Format(CultureInfo.InvariantCulture, door.Say(trouble.Kind.Chinese, trouble.Kind.English), [.. trouble.Arguments]));
        door.Trouble(door.Say("没有页", "no page"));
        return ExitCode.NothingProcessed;
    }

    private static string Summary(Door door, Sheet sheet)
    {
        var characters = sheet.Runs.Sum(static run => run.Text.Length);
        var (width, height) = (sheet.Width * sheet.EmPoints, sheet.Height * sheet.EmPoints);
        return door.Say(
            string.Create(CultureInfo.InvariantCulture, $"{sheet.Number,5}  {width:0}×{height:0} 点  字 {characters}，段 {sheet.Runs.Count}，框线 {sheet.Rules.Count}，底色 {sheet.Fills.Count}，图片 {sheet.Images.Count}"),
            string.Create(CultureInfo.InvariantCulture, $"{sheet.Number,5}  {width:0}×{height:0} pt  {characters} characters, {sheet.Runs.Count} runs, {sheet.Rules.Count} rules, {sheet.Fills.Count} fills, {sheet.Images.Count} images"));
    }
}

using System.CommandLine;
using Extract.Cli.Json;
using Extract.Diagnostics;
using Extract.Store;

namespace Extract.Cli.Commands;

/// <summary>A check of the catalogue in words.</summary>
internal sealed record CatalogueLine(
    string Id, string Shape, Severity Severity, string TitleChinese, string TitleEnglish, string FormulaChinese, string FormulaEnglish,
    string WhereChinese, string WhereEnglish);

/// <summary>extract checks: the catalogue.</summary>
internal static class ChecksCommand
{
    public static Command Build(Door door)
    {
        var format = Options.Format(door, "text", "json");
        var command = new Verb(
            "checks",
            door.Say("列出全部勾稽关系：编号、应成立的话、算式、适用范围。", "Lists every check: id, sentence, formula, where it applies."),
            "extract checks",
            "extract checks --format json")
        {
            format,
        };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(format) == "json") door.Out.Write(Json(door));
            else foreach (var check in door.Pipeline.Catalogue) Line(door, check);
            return ExitCode.Done;
        });
        return command;
    }

    private static void Line(Door door, CatalogueLine check)
    {
        door.Line($"{check.Id}  {door.Say(check.TitleChinese, check.TitleEnglish)}");
        door.Line($"      {door.Say(check.FormulaChinese, check.FormulaEnglish)}");
        door.Line($"      {door.Say(check.WhereChinese, check.WhereEnglish)}");
    }

    private static string Json(Door door) => JsonOut.Document("checks", json => json.Array("checks", door.Pipeline.Catalogue, check => json.Item(() =>
    {
        var chinese = door.DataLanguage == Language.Chinese;
        json.WriteString("id", check.Id);
        json.WriteString("shape", check.Shape);
        json.WriteString("severity", Names.Of(check.Severity));
        json.WriteString("says", chinese ? check.TitleChinese : check.TitleEnglish);
        json.WriteString("formula", chinese ? check.FormulaChinese : check.FormulaEnglish);
        json.WriteString("where", chinese ? check.WhereChinese : check.WhereEnglish);
    })));
}

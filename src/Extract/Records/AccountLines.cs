using System.Text.RegularExpressions;
using Extract.Layout;
using Extract.Text;

namespace Extract.Records;

/// <summary>
/// Account lines that do not name their item by （项）: “类-款-项”科目 of Shanghai's budgets, 类（204类）款（06款）项（01项) with the codes in the
/// brackets, and 科目编码2010301-项 of Fujian's accounts.
/// </summary>
internal static partial class AccountLines
{
    /// <summary>The accounts a paragraph lists in one of these ways, in order.</summary>
    public static IEnumerable<Account> Read(Paragraph paragraph)
    {
        var text = Characters.Fold(paragraph.Text);
        var found = Dashed().Matches(text).Concat(Coded().Matches(text)).Concat(Numbered().Matches(text)).OrderBy(static match => match.Index);
        foreach (var match in found)
        {
            var amount = match.Groups["amount"];
            var above = match.Groups["class"].Success ? match.Groups["class"].Value : ClassBefore(text, match.Index);
            yield return new Account(
                Clean(above), Clean(match.Groups["section"].Value), Clean(match.Groups["item"].Value), new Printed(paragraph.Text.Substring(amount.Index, amount.Length), paragraph.PlaceOf(amount.Index, amount.Length)),
                match.Groups["unit"].Value, Printed.Blank, Printed.Blank, "", "", paragraph.Text.Substring(match.Index, match.Length));
        }
    }

    private static string ClassBefore(string text, int index)
    {
        var last = "";
        foreach (Match match in ClassCode().Matches(text[..index])) last = match.Groups[1].Value;
        return last;
    }

    private static string Clean(string name) => name.Trim(' ', '“', '”', '"', '、', '.', '-');

    [GeneratedRegex("[“\"](?<class>[^“”\"\\-。]{2,30})-(?<section>[^“”\"\\-。]{2,40})-(?<item>[^“”\"\\-。]{2,40})[”\"](?:科目)? ?(?<amount>[0-9][0-9,]*(?:\\.[0-9]+)?) ?(?<unit>万元|元)")]
    private static partial Regex Dashed();

    [GeneratedRegex("(?<class>[^。;,、0-9 ]{2,30})\\([0-9]{3}类\\)(?<section>[^。;,()]{2,40}(?:\\([^()0-9]{1,6}\\)[^。;,()]{0,20})?)\\([0-9]{2}款\\)(?<item>[^。;,()]{2,40}(?:\\([^()0-9]{1,6}\\)[^。;,()]{0,20})?)\\([0-9]{2}项\\) ?(?<amount>[0-9][0-9,]*(?:\\.[0-9]+)?) ?(?<unit>万元|元)")]
    private static partial Regex Coded();

    [GeneratedRegex("科目编码[0-9]{7} ?[-—]*(?<item>[^,;。()0-9]{2,40}?)(?:的?支出金额为|的?金额为|支出为|支出|为) ?(?<amount>[0-9][0-9,]*(?:\\.[0-9]+)?) ?(?<unit>万元|元)")]
    private static partial Regex Numbered();

    [GeneratedRegex("([\\u4E00-\\u9FA5]{2,20})\\(科目编码[0-9]{3}\\)")]
    private static partial Regex ClassCode();
}

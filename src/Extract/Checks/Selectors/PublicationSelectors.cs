using System.Globalization;
using System.Text.RegularExpressions;
using Extract.Checks.Shapes;
using Extract.Layout;
using Extract.Text;

namespace Extract.Checks.Selectors;

/// <summary>S-10: a budget or account is published within twenty days of its approval (预算法 第十四条), where both dates are printed.</summary>
internal static partial class PublicationSelectors
{
    private const int Days = 20;

    public static IEnumerable<Instance> Dates(Dossier dossier)
    {
        (DateOnly Day, Operand Operand)? approved = null, published = null;
        foreach (var (paragraph, _) in WordingSelectors.Each(dossier))
        {
            approved ??= Find(paragraph, Approval());
            published ??= Find(paragraph, Publication());
        }
        if (approved is not { } from || published is not { } to) yield break;
        var days = to.Day.DayNumber - from.Day.DayNumber;
        yield return new Present(dossier.Disclosure.About.Title.Text, days is >= 0 and <= Days, string.Create(CultureInfo.InvariantCulture, $"{to.Operand.Printed} − {from.Operand.Printed} = {days}"), [to.Operand, from.Operand with { Role = Role.Other }])
        {
            Stated = days.ToString(CultureInfo.InvariantCulture),
            Expected = $"≤ {Days}",
        };
    }

    private static (DateOnly, Operand)? Find(Paragraph paragraph, Regex pattern)
    {
        foreach (Match match in pattern.Matches(Characters.Fold(paragraph.Text)))
        {
            int Part(string name) => int.Parse(match.Groups[name].ValueSpan, CultureInfo.InvariantCulture);
            var (year, month, day) = (Part("y"), Part("m"), Part("d"));
            if (year is < 1990 or > 2100 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)) continue;
            var (at, end) = (match.Groups["y"].Index, match.Groups["d"].Index + match.Groups["d"].Length);
            return (new DateOnly(year, month, day), WordingSelectors.Seen(paragraph, at, end - at));
        }
        return null;
    }

    private const string Date = "(?<y>[0-9]{4})(?:年|-|/|\\.)(?<m>[0-9]{1,2})(?:月|-|/|\\.)(?<d>[0-9]{1,2})日?";

    [GeneratedRegex("(?:批复|批准)(?:日期|时间)(?:为|是|[:：])?" + Date + "|" + Date + "[^。；，,0-9]{0,24}(?:批复|批准)", RegexOptions.CultureInvariant)]
    private static partial Regex Approval();

    [GeneratedRegex("(?:公开|公布|发布)(?:日期|时间)(?:为|是|[:：])?" + Date + "|" + Date + "[^。；，,0-9]{0,16}(?:公开|公布|发布)", RegexOptions.CultureInvariant)]
    private static partial Regex Publication();
}

using System.Text.RegularExpressions;
using Extract.Text;

namespace Extract.Checks.Readings;

/// <summary>What a page prints around its text: page numbers, and lines in the margins.</summary>
internal static partial class Furniture
{
    /// <summary>The part of a page's height that is margin, above and below.</summary>
    private const double Margin = 0.085;

    /// <summary>The part in which a number alone is the page's.</summary>
    private const double NumberMargin = 0.15;

    /// <summary>True for a line that is a page number: - 3 -, 第 3 页 共 10 页, 3/10.</summary>
    public static bool IsPageNumber(string text) => PageNumber().IsMatch(Characters.Key(text));

    /// <summary>True for a run that stands in a page's margin, or is a page number.</summary>
    public static bool IsPart(Sheet sheet, Run run) => sheet.Height > 0
        ? IsWithin(sheet, run, Margin) || IsWithin(sheet, run, NumberMargin) && IsPageNumber(run.Text)
        : IsPageNumber(run.Text);

    private static bool IsWithin(Sheet sheet, Run run, double margin) => run.Box.CentreY < sheet.Height * margin || run.Box.CentreY > sheet.Height * (1 - margin);

    [GeneratedRegex("^(?:[-－—–~·]*[0-9]{1,4}[-－—–~·]*|第[0-9]{1,4}页(?:[,，/]?共[0-9]{1,4}页)?|[0-9]{1,4}/[0-9]{1,4}|page[0-9]{1,4}(?:of[0-9]{1,4})?)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex PageNumber();
}

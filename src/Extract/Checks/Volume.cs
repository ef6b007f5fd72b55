using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Extract.Checks.Statutory;
using Extract.Forms.Statutory;
using Extract.Records;
using Extract.Text;

namespace Extract.Checks;

/// <summary>What the checks between documents need of one: whose it is, of which year and scope, two of its forms, the units it lists.</summary>
public sealed partial class Volume
{
    private Volume(Disclosure disclosure)
    {
        Sha256 = disclosure.Document.Sha256;
        var about = disclosure.About;
        (Title, Filer, Year, IsBudget) = (about.Title.Text, about.Filer.Text, about.FiscalYear, about.Kind == DisclosureKind.Budget);
        IsDepartment = Scope(Title, "部门") ? true : Scope(Title, "单位") ? false : null;
        var tables = disclosure.Facts.IsDefault ? [] : disclosure.Facts.Where(static fact => fact.Kind is FormKind.ThreePublic or FormKind.Expenditure).GroupBy(static fact => fact.Grid).Select(static group => new FormTable(group)).ToList();
        ThreePublic = tables.Find(static table => table.Kind == FormKind.ThreePublic);
        Expenditure = tables.Find(static table => table.Kind == FormKind.Expenditure);
        Units = [.. UnitsOf(disclosure).Select(Key).Where(static key => key.Length > 3).Distinct(StringComparer.Ordinal)];
    }

    internal string Sha256 { get; }

    internal string Title { get; }

    internal string Filer { get; }

    internal int? Year { get; }

    internal bool IsBudget { get; }

    /// <summary>True for a department's volume, false for one unit's; null where the title does not say.</summary>
    internal bool? IsDepartment { get; }

    internal FormTable? ThreePublic { get; }

    internal FormTable? Expenditure { get; }

    /// <summary>The units a department's volume puts together, as keys.</summary>
    internal ImmutableArray<string> Units { get; }

    /// <summary>What a disclosure gives to the checks between documents; null for what is no budget and no final account.</summary>
    /// <param name="disclosure">The disclosure.</param>
    public static Volume? Of(Disclosure disclosure)
    {
        ArgumentNullException.ThrowIfNull(disclosure);
        return disclosure.About.Kind is DisclosureKind.FinalAccounts or DisclosureKind.Budget ? new Volume(disclosure) : null;
    }

    /// <summary>A body's name compared: without brackets (本级).</summary>
    internal static string Key(string name) => Names.Key(name).Replace("本级", "", StringComparison.Ordinal).Replace("机关本部", "", StringComparison.Ordinal);

    private static bool Scope(string title, string word) => title.Contains(word + "决算", StringComparison.Ordinal) || title.Contains(word + "预算", StringComparison.Ordinal);

    private static IEnumerable<string> UnitsOf(Disclosure disclosure)
    {
        foreach (var grid in disclosure.Tables.IsDefault ? [] : disclosure.Tables)
        {
            if (grid.ColumnCount > 4 || grid.Cells.FirstOrDefault(static cell => cell.Row == 0 && Characters.Key(cell.Text) is "单位名称" or "预算单位名称" or "单位" or "预算单位" or "名称") is not { } head) continue;
            foreach (var cell in grid.Cells)
                if (cell.Row > 0 && cell.Column == head.Column && !cell.Printed.IsBlank) yield return cell.Text;
        }
        foreach (var paragraph in disclosure.Paragraphs.IsDefault ? [] : disclosure.Paragraphs)
        {
            if (!paragraph.Section.Contains("单位构成", StringComparison.Ordinal) && !paragraph.Section.Contains("机构设置", StringComparison.Ordinal)) continue;
            if (Numbered().Match(paragraph.Text) is { Success: true } one) yield return one.Groups[1].Value;
        }
    }

    [GeneratedRegex("^(?:[0-9]{1,2}[.、．]|[（(][0-9一二三四五六七八九十]{1,3}[）)])([^，。；：:0-9]{4,40})[。；]?$", RegexOptions.CultureInvariant)]
    private static partial Regex Numbered();
}

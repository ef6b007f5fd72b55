using System.Globalization;
using System.Text.RegularExpressions;
using Extract.Checks.Shapes;
using Extract.Diagnostics;
using Extract.Layout;
using Extract.Text;

namespace Extract.Checks.Selectors;

/// <summary>S-04: what the contents list is found under the same name behind them, on the page they give.</summary>
internal static partial class ContentsSelectors
{
    /// <summary>Names less alike than this are two headings; 其他重要事项说明 and 其他重要事项的情况说明 are one.</summary>
    private const double Alike = 0.72;

    /// <summary>Fewer entries with a page do not show where the page count starts.</summary>
    private const int FewestPages = 3;

    private sealed record Entry(Paragraph Paragraph, string Name, int? Page);

    private sealed record Heading(string Name, int? Page);

    public static IEnumerable<Instance> Contents(Dossier dossier)
    {
        if (dossier.Disclosure.Paragraphs.IsDefaultOrEmpty) yield break;
        var paragraphs = dossier.Disclosure.Paragraphs;
        var start = -1;
        for (var i = 0; i < paragraphs.Length && start < 0; i++)
            if (Characters.Key(paragraphs[i].Text) is "目录" or "目次") start = i + 1;
        if (start <= 0) yield break;
        var entries = Entries(paragraphs.AsSpan()[start..]);
        if (entries.Count < 2) yield break;
        var headings = Headings(dossier, start + entries.Count);
        var found = entries.ConvertAll(entry => (Entry: entry, Heading: Find(headings, entry.Name)));
        var shift = found.Where(static pair => pair is { Entry.Page: not null, Heading.Page: not null }).GroupBy(static pair => pair.Heading!.Page!.Value - pair.Entry.Page!.Value).MaxBy(static group => group.Count());
        foreach (var (entry, heading) in found)
        {
            var page = heading?.Page is { } at && entry.Page is not null && shift is not null && shift.Count() >= FewestPages ? at - shift.Key : entry.Page;
            var holds = heading is not null && page == entry.Page;
            var shown = entry.Page is { } number ? string.Create(CultureInfo.InvariantCulture, $" {number}") : "";
            yield return new Present(entry.Name, holds, heading is null ? $"{entry.Name}{shown}: ∅" : holds ? entry.Name + shown : string.Create(CultureInfo.InvariantCulture, $"{entry.Name}{shown} ≠ {page}"), [WordingSelectors.Seen(entry.Paragraph, 0, entry.Paragraph.Text.Length)])
            {
                Stated = entry.Page?.ToString(CultureInfo.InvariantCulture) ?? entry.Name,
                Expected = page?.ToString(CultureInfo.InvariantCulture) ?? "",
                FailSeverity = heading is null ? Severity.Warning : Severity.Note,
            };
        }
    }

    /// <summary>The lines behind 目录 that are numbered or end in a page, up to the first that repeats an earlier one: the text begins there.</summary>
    private static List<Entry> Entries(ReadOnlySpan<Paragraph> paragraphs)
    {
        var entries = new List<Entry>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var paragraph in paragraphs)
        {
            var match = Line().Match(paragraph.Text);
            if (!match.Success || paragraph.Text.Length > 80) break;
            var name = NameOf(match.Groups["name"].Value);
            if (name.Length < 2 || !seen.Add(name)) break;
            entries.Add(new Entry(paragraph, name, match.Groups["page"].Success ? int.Parse(Characters.Fold(match.Groups["page"].Value), CultureInfo.InvariantCulture) : null));
        }
        return entries;
    }

    private static List<Heading> Headings(Dossier dossier, int from)
    {
        var headings = new List<Heading>();
        for (var i = from; i < dossier.Disclosure.Paragraphs.Length; i++)
        {
            var paragraph = dossier.Disclosure.Paragraphs[i];
            // A heading may run on into its text.
            if (paragraph.Text.Length <= 60) headings.Add(new Heading(NameOf(paragraph.Text), PageOf(paragraph.PlaceOf(0, 1) is [var place, ..] ? place : null)));
        }
        foreach (var grid in dossier.Disclosure.Tables.IsDefault ? [] : dossier.Disclosure.Tables)
            if (!grid.Title.IsBlank) headings.Add(new Heading(NameOf(grid.Title.Text), PageOf(grid.Title.Place)));
        return headings;
    }

    private static Heading? Find(List<Heading> headings, string name)
    {
        Heading? best = null;
        var likeness = Alike;
        foreach (var heading in headings)
        {
            if (heading.Name == name) return heading;
            if (heading.Name.Length < 2) continue;
            var within = heading.Name.Length >= 4 && (heading.Name.Contains(name, StringComparison.Ordinal) || name.Contains(heading.Name, StringComparison.Ordinal));
            var alike = within ? 0.99 : Checks.Names.Likeness(heading.Name, name);
            if (alike <= likeness) continue;
            (best, likeness) = (heading, alike);
        }
        return best;
    }

    private static int? PageOf(Place? place) => place switch
    {
        PagePlace page => page.Page,
        TextPlace text => text.Page,
        _ => null,
    };

    /// <summary>The name without numbering, leaders and 部门 or 单位 before it, where a heading prints the filer's own name.</summary>
    private static string NameOf(string text)
    {
        var name = Checks.Names.Key(Part().Replace(Forms.Statutory.RowNames.Clean(Leaders().Replace(text, ""), out _, out _), ""));
        return name.Length > 4 && (name.StartsWith("部门", StringComparison.Ordinal) || name.StartsWith("单位", StringComparison.Ordinal)) ? name[2..] : name;
    }

    [GeneratedRegex("^(?<name>(?:第[一二三四五六七八九十]+部分|[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十]{1,3}[）)]|[0-9０-９]{1,2}[、.．]).*?)(?:[.．·…\\-—_ ]*(?<page>(?<=[.．·…\\-—_ ]{2})[0-9０-９]{1,4}))?$|^(?<name>\\S.*?)[.．·…\\-—_ ]{3,}(?<page>[0-9０-９]{1,4})?$", RegexOptions.CultureInvariant)]
    private static partial Regex Line();

    [GeneratedRegex("[.．·…_]{2,}.*$|[—-]{3,}.*$", RegexOptions.CultureInvariant)]
    private static partial Regex Leaders();

    [GeneratedRegex("^第[一二三四五六七八九十]+部分[、: ]*", RegexOptions.CultureInvariant)]
    private static partial Regex Part();
}

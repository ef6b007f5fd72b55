using System.Text.Json;
using Extract.Records;
using Extract.Text;
using Xunit.Abstractions;

namespace Extract.Tests.Records;

/// <summary>
/// Statements against the figures one careful reader noted in three published texts. A figure is matched by number, unit, kind and
/// quote (one contains the other, up to the number); items that are worded differently are printed, and so is what only one side has.
/// </summary>
public class GoldFigures(ITestOutputHelper output)
{
    private const double Least = 0.98;

    [SharedFact]
    public void Final_accounts_sections_one_to_five() => Score("000", "000-part.json", bySection: true);

    [SharedFact]
    public void A_self_evaluation_report_with_its_indicator_sheet() => Score("001", "001.json", bySection: false);

    [SharedFact]
    public void A_self_evaluation_form() => Score("004", "004.json", bySection: false);

    private void Score(string seed, string gold, bool bySection)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(SharedFiles.PathOf("gold/" + gold)));
        var figures = json.RootElement.GetProperty("figures").EnumerateArray().Select(Noted.Of).ToArray();
        var sections = figures.Select(static f => f.Section).ToHashSet(StringComparer.Ordinal);
        var read = Told.File(SharedFiles.TextOf("seeds", seed)).Reading.Statements.Where(s => !bySection || sections.Contains(Characters.Key(s.Section))).ToList();
        var all = read.Count;
        var (found, worded, years) = (0, 0, 0);
        foreach (var figure in figures)
        {
            var at = read.FindIndex(s => figure.Is(s) && (!bySection || Characters.Key(s.Section) == figure.Section));
            if (at < 0)
            {
                output.WriteLine($"missed: {figure.Value}{figure.Unit} {figure.Kind} “{figure.Quote}”");
                continue;
            }
            found++;
            if (read[at].Year == figure.Year) years++;
            if (Plain(Characters.Key(read[at].Item)) != Plain(figure.Item)) output.WriteLine($"item: {figure.Item} | {read[at].Item}");
            else worded++;
            read.RemoveAt(at);
        }
        foreach (var extra in read) output.WriteLine($"extra: {Told.Line(extra)} “{extra.Quote}” [{extra.Section}]");
        output.WriteLine($"{seed}: {found} of {figures.Length} found, {read.Count} of {all} extra, {worded} items worded alike, {years} years equal");
        Assert.True(found >= Least * figures.Length, $"{found} of {figures.Length} found.");
        Assert.True(read.Count <= Math.Ceiling((1 - Least) * all), $"{read.Count} of {all} extra.");
        Assert.Equal(found, years);
    }

    /// <summary>The item without the words by which the reader told a share, change or target from the amount.</summary>
    private static string Plain(string item)
    {
        foreach (var word in (string[])["(目标)", "同比增长", "增长率", "增加额", "完成预算", "占比", "增幅", "决算数", "减少"]) item = item.Replace(word, "", StringComparison.Ordinal);
        return item;
    }

    private sealed record Noted(string Section, string Item, int Year, string Value, string Unit, string Kind, string Quote)
    {
        public static Noted Of(JsonElement e) => new(
            Characters.Key(e.GetProperty("section").GetString()!), Characters.Key(e.GetProperty("item").GetString()!),
            int.Parse(e.GetProperty("year").ToString(), System.Globalization.CultureInfo.InvariantCulture), e.GetProperty("value").GetString()!, e.GetProperty("unit").GetString()!,
            e.GetProperty("kind").GetString()!.Replace("_", "", StringComparison.Ordinal), Characters.Key(e.GetProperty("quote").GetString()!));

        public bool Is(Statement s)
        {
            var quote = Characters.Key(s.Quote);
            return (s.Figure.Printed == Value || s.Figure.Value.ToString(System.Globalization.CultureInfo.InvariantCulture) == Value)
                && s.Figure.Unit.Name == Unit && string.Equals(s.Kind.ToString(), Kind, StringComparison.OrdinalIgnoreCase)
                && (quote.Contains(Quote[..(Math.Max(0, Quote.IndexOf(Value, StringComparison.Ordinal)) + Value.Length)], StringComparison.Ordinal) || Quote.Contains(quote, StringComparison.Ordinal));
        }
    }
}

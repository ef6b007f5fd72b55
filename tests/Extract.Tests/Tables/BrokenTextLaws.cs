using System.Globalization;
using System.Text;
using Extract.Tests.Tables.Broken;
using Xunit.Abstractions;

namespace Extract.Tests.Tables;

/// <summary>
/// Laws of reconstruction over generated forms. EXTRACT_LAW_FORMS sets how many (2,000 unless told), EXTRACT_LAW_SHOW how many of the
/// texts that were read wrongly are printed in full, EXTRACT_LAW_SEED a single form to read.
/// </summary>
public sealed class BrokenTextLaws(ITestOutputHelper output)
{
    private static readonly Lazy<IReadOnlyList<Outcome>> Outcomes = new(static () => ReadAll(Setting("EXTRACT_LAW_FORMS", 2000), woven: false));

    [Fact]
    public void At_least_99_of_100_broken_forms_are_read_cell_for_cell()
    {
        var outcomes = Outcomes.Value;
        output.WriteLine(Shares(outcomes));
        foreach (var wrong in outcomes.Where(static o => o.Differences.Count > 0).Take(Setting("EXTRACT_LAW_SHOW", 0))) output.WriteLine(Describe(wrong));
        Assert.True(outcomes.Count(static o => o.Differences.Count == 0) >= outcomes.Count * 0.99, Shares(outcomes));
    }

    [Fact]
    public void No_character_of_a_broken_form_is_lost_or_placed_twice()
    {
        var unkept = Outcomes.Value.Where(static o => o.Lost.Count + o.Doubled.Count > 0).ToList();
        foreach (var wrong in unkept.Take(Setting("EXTRACT_LAW_SHOW", 0))) output.WriteLine(Describe(wrong));
        Assert.True(unkept.Count == 0, $"{unkept.Count} forms; first: seed {unkept.FirstOrDefault()?.Broken.Seed}, "
            + $"lost {string.Join(" ", unkept.FirstOrDefault()?.Lost.Take(20) ?? [])}; twice {string.Join(" ", unkept.FirstOrDefault()?.Doubled.Take(20) ?? [])}");
    }

    [Fact]
    public void No_character_is_lost_or_placed_twice_where_headers_interleave_line_by_line()
    {
        var outcomes = ReadAll(Setting("EXTRACT_LAW_FORMS", 2000) / 10, woven: true);
        output.WriteLine(Share("Interleaved headers", outcomes));
        var unkept = outcomes.Where(static o => o.Lost.Count + o.Doubled.Count > 0).ToList();
        Assert.True(unkept.Count == 0, $"{unkept.Count} forms; first: seed {unkept.FirstOrDefault()?.Broken.Seed}, lost {string.Join(" ", unkept.FirstOrDefault()?.Lost.Take(20) ?? [])}");
    }

    [Fact]
    public void The_same_seed_breaks_the_same_form_in_the_same_way()
    {
        var first = BrokenTexts.Make(7);
        Assert.Equal(first.Text, BrokenTexts.Make(7).Text);
        Assert.NotEqual(first.Text, BrokenTexts.Make(8).Text);
    }

    [Fact]
    public void Every_kind_of_damage_occurs_in_the_generated_forms()
    {
        var seen = Enumerable.Range(0, 400).Aggregate(Perturbations.None, static (kinds, seed) => kinds | BrokenTexts.Make(seed).Kinds);
        Assert.Equal(Enum.GetValues<Perturbations>().Aggregate(static (all, kind) => all | kind), seen);
    }

    [Fact]
    public void A_broken_text_holds_every_character_of_its_form()
    {
        foreach (var seed in Enumerable.Range(0, 200))
        {
            var broken = BrokenTexts.Make(seed);
            var left = broken.Text.GroupBy(static c => c).ToDictionary(static g => g.Key, static g => g.Count());
            foreach (var c in broken.Truth.Indicators.SelectMany(static i => i.Level3 + i.Operator + i.Target + i.Actual + i.Weight + i.Score + i.Reason))
                if (c != ' ') Assert.True(--CollectionsMarshalRef(left, c) >= 0, $"seed {seed}: {c} is missing");
        }
    }

    private static ref int CollectionsMarshalRef(Dictionary<char, int> counts, char c) =>
        ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(counts, c, out _);

    private static List<Outcome> ReadAll(int count, bool woven)
    {
        var seed = Setting("EXTRACT_LAW_SEED", -1);
        var seeds = seed >= 0 ? [seed] : Enumerable.Range(0, count);
        return [.. seeds.AsParallel().AsOrdered().Select(s => Read(s, woven))];
    }

    private static Outcome Read(int seed, bool woven)
    {
        var broken = BrokenTexts.Make(seed, woven);
        var read = Reading.Of(broken.Text);
        var (lost, doubled) = Ink.Of(read);
        return new(broken, Comparison.Differences(broken.Truth, read), lost, doubled);
    }

    private static string Shares(IReadOnlyList<Outcome> outcomes)
    {
        var text = new StringBuilder(Share("Reconstruction", outcomes));
        foreach (var kind in Enum.GetValues<Perturbations>().Skip(1)) text.Append(Share("  " + kind, [.. outcomes.Where(o => o.Broken.Kinds.HasFlag(kind))]));
        return text.ToString();
    }

    private static string Share(string name, IReadOnlyList<Outcome> outcomes)
    {
        var exact = outcomes.Count(static o => o.Differences.Count == 0);
        return string.Create(CultureInfo.InvariantCulture, $"{name,-22} {exact,5} of {outcomes.Count,5} exact, {100.0 * exact / Math.Max(1, outcomes.Count):0.00} %\n");
    }

    private static string Describe(Outcome outcome) =>
        $"==== seed {outcome.Broken.Seed}: {outcome.Broken.Kinds}\n{string.Join('\n', outcome.Differences)}\n"
        + $"lost: {string.Join(" ", outcome.Lost.Take(40))}\ntwice: {string.Join(" ", outcome.Doubled.Take(40))}\n{outcome.Broken.Text}";

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : otherwise;

    private sealed record Outcome(BrokenText Broken, IReadOnlyList<string> Differences, IReadOnlyList<string> Lost, IReadOnlyList<string> Doubled);
}

using System.Globalization;
using Extract.Cli.Evaluation;
using Extract.Cli.Evaluation.Planned;
using Extract.Tables;
using Xunit.Abstractions;

namespace Extract.Tests.Tables.Printed;

/// <summary>
/// Laws of reconstruction over tables set on pages. EXTRACT_LAW_TABLES sets how many (1,400 unless told), EXTRACT_LAW_SHOW how many of the
/// wrong ones are described.
/// </summary>
public sealed class PrintedTableLaws(ITestOutputHelper output)
{
    private static readonly Lazy<IReadOnlyList<PlannedReading>> Reads = new(static () => [.. Enumerable.Range(0, Number("EXTRACT_LAW_TABLES", 1400)).Select(PlannedReading.Of)]);

    [Theory]
    [InlineData("Ruled", 99.5)]
    [InlineData("ThreeLine", 98)]
    [InlineData("HeaderRule", 95)]
    [InlineData("Shaded", 98)]
    [InlineData("NoRules", 95)]
    [InlineData("RowRules", 95)]
    [InlineData("Frame", 95)]
    public void Cells_of_printed_tables_are_read_exactly(string kind, double percent)
    {
        var reads = Reads.Value.Where(read => read.Table.Kind.ToString() == kind).ToList();
        foreach (var row in PlannedReading.ByKind(reads)) output.WriteLine($"{row[0]}: {row[3]} % of {row[2]} cells, {row[4]} % of {row[1]} tables");
        foreach (var read in reads.Where(static read => read.Right < read.All).Take(Number("EXTRACT_LAW_SHOW", 0))) output.WriteLine(read.Describe());
        var (right, all) = (reads.Sum(static read => read.Right), reads.Sum(static read => read.All));
        Assert.True(100.0 * right / all >= percent, $"{right} of {all} cells");
    }

    [Fact]
    public void Tables_are_right_as_often_as_their_confidence_says()
    {
        var judged = Reads.Value.SelectMany(static read => read.Judged).ToList();
        foreach (var row in Reliability.Rows(judged)) output.WriteLine(string.Join("  ", row));
        // Each third by confidence: sure tables are right more often, and about as often as they say.
        var thirds = judged.OrderBy(static table => table.Confidence).Chunk((judged.Count + 2) / 3).Select(static third => (Said: third.Average(static t => t.Confidence), Right: third.Average(static t => t.IsExact ? 1.0 : 0))).ToList();
        Assert.All(thirds, static third => Assert.InRange(third.Right - third.Said, -0.06, 0.06));
        Assert.Equal(thirds.Select(static third => third.Right).Order(), thirds.Select(static third => third.Right));
    }

    [Fact]
    public void No_glyph_of_a_page_is_lost_or_placed_twice()
    {
        foreach (var seed in Enumerable.Range(0, 60))
        {
            var table = TablePlanner.Make(seed);
            if (table.Has(Hardships.Watermark) || table.Has(Hardships.FakeBold)) continue;
            var document = TableTypesetter.Set(table);
            var rebuilt = Reconstruction.Rebuild(document);
            var printed = Ink(document.Sheets.SelectMany(static sheet => sheet.Runs).Select(static run => run.Text));
            // Page numbers stand at 67 ems; they are left out where white sets them off.
            var numbers = Ink(document.Sheets.SelectMany(static sheet => sheet.Runs).Where(static run => run.Box.Top == 67).Select(static run => run.Text));
            var repeated = table.Has(Hardships.RepeatedHeader) ? document.Sheets.Count - 1 : 0;
            var header = Ink(Enumerable.Repeat(table.Cells.Where(cell => cell.Row < table.HeaderRows).Select(static cell => cell.Text), repeated).SelectMany(static cells => cells));
            var read = Ink(rebuilt.Grids.SelectMany(static grid => grid.Cells).Select(static cell => cell.Text).Concat(rebuilt.Prose.Select(static run => run.Text)));
            Assert.Subset(printed.Keys.ToHashSet(), read.Keys.ToHashSet());
            // Heads printed again are read once where they are known for what they are.
            Assert.All(printed, pair => Assert.InRange(read.GetValueOrDefault(pair.Key), pair.Value - numbers.GetValueOrDefault(pair.Key) - header.GetValueOrDefault(pair.Key), pair.Value));
        }
    }

    /// <summary>How often each character is printed, white space apart.</summary>
    private static Dictionary<char, int> Ink(IEnumerable<string> texts) =>
        texts.SelectMany(static text => text).Where(static c => !char.IsWhiteSpace(c)).GroupBy(static c => c).ToDictionary(static c => c.Key, static c => c.Count());

    [Fact]
    public void Every_hardship_and_kind_occurs()
    {
        var tables = Reads.Value.Select(static read => read.Table).ToList();
        Assert.Equal(Enum.GetValues<Hardships>().Aggregate(static (all, one) => all | one), tables.Aggregate(Hardships.None, static (all, table) => all | table.Hardships));
        Assert.Equal(7, tables.Select(static table => table.Kind).Distinct().Count());
        Assert.Contains(tables, static table => table.Columns == 2);
        Assert.Contains(tables, static table => table.Columns == 24);
    }

    [Fact]
    public void The_same_seed_sets_the_same_page() =>
        Assert.Equal(TableTypesetter.Set(TablePlanner.Make(11)).Sheets[0].Runs, TableTypesetter.Set(TablePlanner.Make(11)).Sheets[0].Runs);

    private static int Number(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : otherwise;
}

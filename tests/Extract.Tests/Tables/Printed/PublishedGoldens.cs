using System.Globalization;
using System.Security.Cryptography;
using Extract.Documents;
using Extract.Figures;
using Extract.Forms.Statutory;
using Extract.Tables;
using Xunit.Abstractions;

namespace Extract.Tests.Tables.Printed;

/// <summary>Published final accounts and budgets against what their pages print; where they are absent each test says so and ends.</summary>
public sealed class PublishedGoldens(ITestOutputHelper output)
{
    private static readonly string[] Folders = ["real/final_accounts", "real/budgets"];

    private static readonly Lazy<Dictionary<string, IReadOnlyList<Grid>>> Grids = new(static () => Folders
        .SelectMany(static folder => Directory.GetFiles(SharedFiles.PathOf(folder), "*.pdf")).Order(StringComparer.Ordinal)
        .Select(static path => (Path: path, Bytes: File.ReadAllBytes(path)))
        .ToDictionary(static file => Convert.ToHexStringLower(SHA256.HashData(file.Bytes)), static file => PageReading.Grids(Readers.Open(file.Path, file.Bytes))));

    [SharedFact]
    public void Every_table_prints_the_labels_and_figures_that_were_read_off_its_page()
    {
        foreach (var golden in PrintedGolden.All())
            Assert.Equal(golden.Tables.SelectMany(static table => table), Grids.Value[golden.Sha256].SelectMany(PrintedGolden.Write));
    }

    [SharedFact]
    public void Numbers_stand_in_the_row_and_column_they_are_printed_in()
    {
        var (right, all) = (0, 0);
        foreach (var golden in PrintedGolden.All())
        {
            var numbers = Numbers(golden.Tables);
            var own = numbers.Intersect(Numbers([.. Grids.Value[golden.Sha256].Select(PrintedGolden.Write)])).Count();
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{own,5} of {numbers.Count,5}  {golden.Tables.Count,3} tables  {golden.Eyed,2} pages by eye  {golden.Name} ({golden.Maker})"));
            (right, all) = (right + own, all + numbers.Count);
        }
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"number cells in their row and column: {right} of {all} exact"));
        Assert.True(all > 6000);
        Assert.True(right >= 0.999 * all, $"{right} of {all}");
    }

    [SharedFact]
    public void Every_document_has_a_golden_and_six_producers_were_read_by_eye()
    {
        var goldens = PrintedGolden.All();
        Assert.Equal(Grids.Value.Keys.Order(StringComparer.Ordinal), goldens.Select(static golden => golden.Sha256).Order(StringComparer.Ordinal));
        Assert.True(goldens.Sum(static golden => golden.Eyed) >= 40);
        Assert.True(goldens.Where(static golden => golden.Eyed > 0).Select(static golden => golden.Maker).Distinct().Count() >= 6);
    }

    [SharedFact]
    public void Every_statutory_form_of_a_document_is_found_once()
    {
        foreach (var golden in PrintedGolden.All())
        {
            var forms = Grids.Value[golden.Sha256].Where(static grid => !grid.Title.IsBlank).Select(static grid => (Kind: Form.Named(grid.Title.Text)?.Kind ?? FormKind.None, Grid: grid)).ToList();
            if (forms.Count == 0) continue;
            output.WriteLine(golden.Name + ": " + string.Join(", ", forms.Select(static form => string.Create(CultureInfo.InvariantCulture, $"{form.Kind} {form.Grid.RowCount}x{form.Grid.ColumnCount} p{string.Join('+', form.Grid.Pages)} {form.Grid.Unit}"))));
            Assert.DoesNotContain(forms, static form => form.Kind == FormKind.None);
            Assert.All(forms, static form => Assert.NotEqual("", form.Grid.Unit));
            // 财政拨款 and 一般公共预算 each have forms of their own; no form of one kind is printed twice.
            Assert.Equal(forms.Count, forms.Select(static form => form.Kind).Distinct().Count());
        }
    }

    /// <summary>Every number of the tables with its table, row and column.</summary>
    private static HashSet<(int Table, int Row, int Column, string Text)> Numbers(IReadOnlyList<IReadOnlyList<string>> tables) =>
        [.. from t in Enumerable.Range(0, tables.Count)
            from r in Enumerable.Range(1, tables[t].Count - 1)
            from cell in tables[t][r].Split(" | ").Select((text, c) => (Text: text, Column: c))
            where Entry.Of(new Text.Printed(cell.Text, [])).Kind == EntryKind.Number
            select (t, r, cell.Column, cell.Text)];
}

using System.Globalization;
using Extract.Cli.Evaluation.Grids;
using Extract.Documents;
using Extract.Tables;
using Xunit.Abstractions;

namespace Extract.Tests.Tables.Printed;

/// <summary>Published documents beside the repository; where they are absent each test says so and ends.</summary>
public sealed class PublishedTables(ITestOutputHelper output)
{
    /// <summary>The forms of final accounts (财政部 部门决算) in order, with pages, size and how many of the cells print figures.</summary>
    private static readonly (string Title, string Unit, int Pages, int Rows, int Columns)[] FinalAccounts =
    [
        ("", "", 1, 6, 3), ("收入支出决算总表", "万元", 1, 30, 4), ("收入决算表", "万元", 2, 27, 9), ("支出决算表", "万元", 2, 27, 8), ("财政拨款收入支出决算总表", "万元", 2, 32, 7),
        ("一般公共预算财政拨款支出决算表", "万元", 2, 27, 5), ("一般公共预算财政拨款基本支出决算表", "万元", 1, 40, 6), ("财政拨款“三公”经费支出决算表", "万元", 1, 5, 12),
        ("政府性基金预算财政拨款收入支出决算表", "万元", 1, 6, 8), ("国有资本经营预算财政拨款收入支出决算表", "万元", 1, 6, 8),
    ];

    [SharedFact]
    public void Every_form_of_final_accounts_is_found_once_whole_and_titled()
    {
        if (Read("real/final_accounts", "上海市普陀区规划和自然资源局*.pdf") is not { } grids) return;
        Assert.Equal(FinalAccounts, grids.Select(static grid => (grid.Title.Text, grid.Unit, grid.Pages.Length, grid.RowCount, grid.ColumnCount)));
    }

    [SharedFact]
    public void Rows_of_final_accounts_print_what_a_reader_reads()
    {
        if (Read("real/final_accounts", "上海市普陀区规划和自然资源局*.pdf") is not { } grids) return;
        var three = grids.Single(static grid => grid.Title.Text.Contains("三公", StringComparison.Ordinal));
        Assert.Equal(["2.85", "0.39", "0.00", "0.00", "0.00", "0.00", "0.00", "0.00", "0.00", "0.00", "2.85", "0.39"], three.ToRows()[4].Select(static cell => cell.Text));
        var spending = grids.Single(static grid => grid.Title.Text == "支出决算表").ToRows();
        Assert.Equal(["212", "城乡社区支出", "3845.24", "1585.59"], spending.Single(static row => row[0].Text == "212").Take(4).Select(static cell => cell.Text));
    }

    [SharedFact]
    public void A_table_over_three_pages_is_one_and_the_row_the_page_cut_is_whole()
    {
        if (Read("real/budgets", "江苏省人大办公厅2017年度预算公开.pdf") is not { } grids) return;
        var whole = grids[0];
        Assert.Equal("收支预算总表", whole.Title.Text);
        Assert.Equal([7, 8, 9], whole.Pages.AsEnumerable());
        var rows = whole.ToRows();
        Assert.Contains(rows, static row => row[2].Text == "九、医疗卫生与计划生育支出");
        Assert.Contains(rows, static row => row[0].Text == "当年收入小计" && row[1].Text == "13,649.07" && row[2].Text == "当年支出小计" && row[5].Text == "13,649.07");
    }

    [Theory]
    [InlineData("real/final_accounts", 27)]
    [InlineData("real/budgets", 100)]
    public void Every_statutory_table_has_a_title_and_a_unit_and_none_is_printed_twice(string folder, int least)
    {
        if (Files(folder, "*.pdf") is not { } files) return;
        var tables = 0;
        foreach (var file in files)
        {
            var grids = Open(file);
            var titled = grids.Where(static grid => !grid.Title.IsBlank).ToList();
            tables += titled.Count;
            Assert.All(titled, static grid => Assert.NotEqual("", grid.Unit));
            Assert.Equal(titled.Count, titled.Select(static grid => grid.Title.Text).Distinct().Count());
            // What has no title is a list of the units that a department is made of.
            Assert.All(grids.Where(static grid => grid.Title.IsBlank), static grid => Assert.Equal("序号", grid.Cells[0].Text));
        }
        output.WriteLine($"{folder}: {tables} tables");
        Assert.True(tables >= least, $"{tables} tables");
    }

    [SharedFact]
    public void The_tables_of_the_competition_are_found_and_rebuilt()
    {
        if (Files("tables/icdar2013-eu", "*.pdf") is not { } files) return;
        var scores = new List<double>();
        foreach (var file in files)
        {
            var truth = file.Replace(".pdf", "-str.xml", StringComparison.Ordinal);
            if (!File.Exists(truth)) continue;
            var document = Readers.Open(file, File.ReadAllBytes(file));
            var tables = CompetitionTruth.Read(null, truth, page => document.Sheets[page - 1].Height * document.Sheets[page - 1].EmPoints);
            scores.Add(GridScore.Of(tables, PageReading.Grids(document)).Cells.F1);
        }
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"mean F1 {scores.Average():0.0000} of {scores.Count} documents"));
        Assert.True(scores.Average() >= 0.97);
    }

    private IReadOnlyList<Grid>? Read(string folder, string pattern) => Files(folder, pattern) is { } files ? Open(files[0]) : null;

    private static IReadOnlyList<Grid> Open(string file) => PageReading.Grids(Readers.Open(file, File.ReadAllBytes(file)));

    private List<string>? Files(string folder, string pattern)
    {
        if (SharedFiles.Folder is not null) return [.. Directory.GetFiles(SharedFiles.PathOf(folder), pattern).Order(StringComparer.Ordinal)];
        output.WriteLine($"{folder} is not here; nothing was tested");
        return null;
    }
}

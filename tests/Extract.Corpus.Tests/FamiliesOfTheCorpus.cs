using Extract.Diagnostics;
using Extract.Documents;

namespace Extract.Corpus.Tests;

/// <summary>The families of forms, each with a document of the corpus.</summary>
public sealed class FamiliesOfTheCorpus
{
    [Theory]
    [InlineData("anlu-canal-2021.txt", "self-evaluation")]
    [InlineData("anlu-seeds-2023.txt", "goal-declaration")]
    [InlineData("anlu-weather-2024.txt", "department-goals")]
    [InlineData("bailuzhou-care-2022.txt", "self-evaluation")]
    [InlineData("cangyuan-archives-2024.txt", "self-evaluation-report")]
    [InlineData("cangyuan-weather-2020.txt", "scoring-table")]
    [InlineData("hanxi-highway-2022.txt", "department-self-evaluation")]
    [InlineData("hanxi-hydrology-2019.txt", "department-self-evaluation")]
    [InlineData("hanxi-school-2020.txt", "score-sheet")]
    [InlineData("julan-bridge-2023.txt", "project-self-evaluation-2023")]
    [InlineData("luanze-clinic-2023.txt", "budget-project-self-evaluation")]
    [InlineData("qingpuling-food-2024.txt", "budget-project-self-evaluation")]
    [InlineData("ronggang-museum-2023.txt", "score-sheet")]
    [InlineData("ronggang-river-2023.txt", "goal-declaration")]
    [InlineData("tangyang-market-2019.txt", "goal-completion-2018")]
    [InlineData("wangchuan-farm-2018.txt", "goal-completion-2018")]
    [InlineData("yunling-water-2023.txt", "project-self-evaluation-2023")]
    [InlineData("tangyang-nightschool-2022.txt", "unknown")]
    public void A_form_is_told_by_its_columns_and_labels(string name, string family)
    {
        var read = Corpus.Read(name);
        Assert.All(read.SelfEvaluations, form => Assert.Equal(family, form.Family));
        Assert.Equal(family == "unknown", read.Diagnostics.Any(static d => d.Kind == DiagnosticKinds.UnknownFamily));
    }

    [Fact]
    public void A_body_lists_the_money_of_its_tasks_and_divides_it_by_nature()
    {
        var tasks = Assert.Single(Corpus.Read("anlu-weather-2024.txt").SelfEvaluations).Tasks;
        Assert.Equal(["气象观测运行 420.00", "预警信息发布 180.50", "人工影响天气 96.00", " 696.50"], tasks.Select(static task => $"{task.Name.Text} {task.Amounts[0].Amount.Text}"));
        var funds = Assert.Single(Corpus.Read("hanxi-highway-2022.txt").SelfEvaluations).Funds;
        Assert.Equal(["按收入性质分", "按支出性质分", "按收入性质分", "按支出性质分", "按收入性质分"], funds.Skip(1).Select(static fund => fund.Nature));
    }

    [Fact]
    public void A_form_whose_indicators_are_left_blank_is_a_form_and_says_so()
    {
        var lines = Corpus.Text("ronggang-river-2023.txt").Split('\n');
        var blank = string.Join('\n', lines);
        var table = blank.IndexOf("│一级指标", StringComparison.Ordinal);
        var cells = blank[table..].Split('\n').Select((line, i) => i == 0 || line.Length == 0 || line[0] != '│' ? line : Blanked(line));
        var read = Extraction.Read(Readers.Open("目标表.txt", System.Text.Encoding.UTF8.GetBytes(blank[..table] + string.Join('\n', cells))));
        var form = Assert.Single(read.SelfEvaluations);
        Assert.Equal(("麻涌河河道保洁服务", 0), (form.ProjectName.Text, form.Indicators.Length));
        Assert.Contains(read.Diagnostics, static d => d.Kind == DiagnosticKinds.NoIndicators);
    }

    /// <summary>A line of the table with nothing in the columns behind the second.</summary>
    private static string Blanked(string line)
    {
        var second = line.IndexOf('│', line.IndexOf('│', 1) + 1);
        return line[..second] + string.Concat(line[second..].Select(static c => c == '│' ? "│" : c < 0x80 ? " " : "  "));
    }
}

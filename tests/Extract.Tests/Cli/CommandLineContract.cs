using System.Text.Json;
using Extract.Cli;
using Extract.Tests.Store;

namespace Extract.Tests.Cli;

public sealed class CommandLineContract : IDisposable
{
    private static readonly string[] Verbs = ["ingest", "check", "records", "tables", "query", "show", "checks", "schema", "evaluate", "bench"];

    private readonly Folder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Every_command_helps_with_an_example_in_both_languages()
    {
        foreach (var verb in Verbs)
        {
            var chinese = Run.Of(verb, "--help");
            var english = Run.Of(verb, "--help", "--lang", "en");
            Assert.Equal((0, 0), (chinese.Code, english.Code));
            Assert.Contains($"示例\n  extract {verb}", chinese.Out, StringComparison.Ordinal);
            Assert.Contains($"Examples\n  extract {verb}", english.Out, StringComparison.Ordinal);
            Assert.DoesNotContain(english.Out, c => c is >= '\u4e00' and <= '\u9fff' && !ExampleHas(english.Out, c));
        }
        Assert.All(Verbs, verb => Assert.Contains($"\n  {verb} ", Run.Of("--help").Out, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("ingest")]
    [InlineData("ingest", "a.txt")]
    [InlineData("nothing")]
    [InlineData("check")]
    [InlineData("check", "a.txt", "--format", "xml")]
    [InlineData("tables", "a.txt", "--pages", "5-3")]
    [InlineData("query", "--saved", "no-such-query", "--db", "x.db")]
    [InlineData("query", "--saved", "documents", "--param", "nothing=1", "--db", "x.db")]
    [InlineData("schema", "nothing")]
    public void A_wrong_command_line_ends_with_2_and_says_so_on_stderr(params string[] args)
    {
        var run = Run.Of(args);
        Assert.Equal((ExitCode.Usage, ""), (run.Code, run.Out));
        Assert.NotEmpty(run.Error);
    }

    [Fact]
    public void Ingesting_again_changes_nothing_and_says_unchanged()
    {
        folder.Write("in/a.txt", "甲");
        folder.Write("in/sub/b.txt", "乙");
        var first = Run.Of("ingest", folder.Path("in"), "--db", folder.Db);
        var digest = Run.Of("query", "--saved", "digest", "--db", folder.Db).Out;
        var second = Run.Of("ingest", folder.Path("in"), "--db", folder.Db);

        Assert.Equal((0, 0), (first.Code, second.Code));
        Assert.EndsWith("共 2 个文件：新增 2，未变 0，变更 0，失败 0，需 OCR 0\n", first.Out, StringComparison.Ordinal);
        Assert.EndsWith("共 2 个文件：新增 0，未变 2，变更 0，失败 0，需 OCR 0\n", second.Out, StringComparison.Ordinal);
        Assert.Equal(digest, Run.Of("query", "--saved", "digest", "--db", folder.Db).Out);
    }

    [Fact]
    public void The_store_is_the_same_for_any_order_and_number_of_workers()
    {
        foreach (var name in Enumerable.Range(0, 12)) folder.Write($"in/{name:00}.txt", $"文件 {name}");
        var digests = new List<string>();
        foreach (var jobs in new[] { "1", "3", "8" })
        {
            Assert.Equal(0, Run.Of("ingest", folder.Path("in"), "--db", folder.Path(jobs), "--jobs", jobs).Code);
            digests.Add(Run.Of("query", "--saved", "digest", "--db", folder.Path(jobs)).Out);
        }
        string[] backwards = ["ingest", .. Enumerable.Range(0, 12).Reverse().Select(name => folder.Path($"in/{name:00}.txt")), "--db", folder.Path("backwards")];
        Run.Of(backwards);
        digests.Add(Run.Of("query", "--saved", "digest", "--db", folder.Path("backwards")).Out);

        Assert.Single(digests.Distinct());
    }

    [Fact]
    public void One_bad_file_costs_one_document()
    {
        folder.Write("in/good.txt", "好");
        folder.Write("in/empty.txt", "");
        folder.Write("in/makes a bug.txt", "bug");
        File.WriteAllBytes(folder.Path("in/picture.txt"), [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13]);
        File.WriteAllBytes(folder.Path("in/picture.png"), [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13]);
        folder.Write("in/notes.json", "{}");
        var run = Run.Of("ingest", folder.Path("in"), folder.Path("missing.txt"), "--db", folder.Db);

        Assert.Equal(ExitCode.SomeFailed, run.Code);
        Assert.EndsWith("共 7 个文件：新增 1，未变 0，变更 0，失败 4，需 OCR 0，跳过 2\n", run.Out, StringComparison.Ordinal);
        Assert.Contains("InvalidOperationException: drawn to fail [bug]", run.Out, StringComparison.Ordinal);
        Assert.Contains("empty.txt  文件为空，没有可读的内容 [EX1001]", run.Out, StringComparison.Ordinal);
        Assert.Contains("picture.txt  内容是PNG，不是可读的文本 [EX1002]", run.Out, StringComparison.Ordinal);
        Assert.Contains("missing.txt  文件不存在 [missing]", run.Out, StringComparison.Ordinal);
        Assert.Equal("n\n-\n3\n", Run.Of("query", "select count(*) as n from document where status = 'failed'", "--db", folder.Db).Out);
    }

    [Fact]
    public void Nothing_but_bad_files_ends_with_3_and_a_store_that_is_none_with_5()
    {
        Assert.Equal(ExitCode.NothingProcessed, Run.Of("ingest", folder.Path("missing.txt"), "--db", folder.Db).Code);
        Assert.Equal(ExitCode.NothingProcessed, Run.Of("records", folder.Path("missing.txt")).Code);
        Assert.Equal(ExitCode.Unusable, Run.Of("query", "select 1", "--db", folder.Path("no.db")).Code);
    }

    [Fact]
    public void A_reading_that_never_ends_is_stopped_and_recorded()
    {
        var limit = TimeSpan.FromMilliseconds(50);
        Assert.Throws<Extract.Cli.Reading.TimeLimitException>(() => Extract.Cli.Reading.TimeLimit.Run(
            limit,
            token =>
            {
                token.WaitHandle.WaitOne();
                token.ThrowIfCancellationRequested();
                return 0;
            },
            CancellationToken.None));
        Assert.Equal(TimeSpan.FromSeconds(40), Extract.Cli.Reading.TimeLimit.ForPages(100));
        Assert.Equal(TimeSpan.FromMinutes(30), Extract.Cli.Reading.TimeLimit.ForPages(1_000_000));
    }

    [Fact]
    public void Fail_on_ends_with_4_only_at_its_severity_or_above()
    {
        var file = folder.Write("a.txt", "甲");
        Assert.Equal(0, Run.Of("check", file).Code);
        Assert.Equal(ExitCode.Findings, Run.Of("check", file, "--fail-on", "error").Code);
        Assert.Equal(ExitCode.Findings, Run.Of("check", file, "--fail-on", "note").Code);
    }

    [Fact]
    public void A_report_begins_with_how_much_was_checked()
    {
        var run = Run.Of("check", folder.Write("a.txt", "甲"));
        var lines = run.Out.Split('\n');
        Assert.Equal("核对 12 项：成立 9，舍入内成立 1，不成立 1，无法核对 1", lines[2]);
        Assert.Contains("[错误] P-09 执行率算错\n    47.81万元 ÷ 50.00万元 = 95.62%，印 95.31%\n    印出 95.31%，应为 95.62%，差 -0.31个百分点，允许舍入 ±0.015个百分点\n    分母不对\n", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void The_findings_of_a_store_are_those_of_the_files()
    {
        var file = folder.Write("a.txt", "甲");
        Run.Of("ingest", file, "--db", folder.Db);
        string Findings(Run run) => JsonDocument.Parse(run.Out).RootElement.GetProperty("documents")[0].GetProperty("findings").GetRawText();

        Assert.Equal(Findings(Run.Of("check", file, "--format", "json")), Findings(Run.Of("check", "--db", folder.Db, "--format", "json")));
    }

    [Fact]
    public void A_finding_and_a_figure_are_shown_by_their_ids()
    {
        Run.Of("ingest", folder.Write("a.txt", "甲"), "--db", folder.Db);
        var finding = Ask("select id from finding");
        var figure = Ask("select id from figure order by ordinal");
        Assert.Contains("第 1 页第 9 行第 20–24 列  “95.31%”", Run.Of("show", finding, "--db", folder.Db).Out, StringComparison.Ordinal);
        Assert.Contains("收、支总计（2023）\n    印出 3963.37 万元  = 39633700.00 元", Run.Of("show", figure, "--db", folder.Db).Out, StringComparison.Ordinal);
        Assert.Equal(ExitCode.NothingProcessed, Run.Of("show", "nothing-of-this-name", "--db", folder.Db).Code);
    }

    [Fact]
    public void Standard_input_is_a_document_called_stdin()
    {
        var run = Run.With(Run.Drawing, "甲", "records", "-");
        Assert.Equal("stdin", JsonDocument.Parse(run.Out).RootElement.GetProperty("document").GetProperty("file").GetString());
    }

    [Fact]
    public void A_query_that_writes_is_refused_in_words()
    {
        Run.Of("ingest", folder.Write("a.txt", "甲"), "--db", folder.Db);
        var run = Run.Of("query", "delete from document", "--db", folder.Db);
        Assert.Equal((ExitCode.Usage, ""), (run.Code, run.Out));
        Assert.StartsWith("查询只能读取", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_of_findings_gives_the_verdict_before_them_and_says_the_counts_once()
    {
        var page = Run.Of("check", folder.Write("a.txt", "甲"), "--format", "html").Out;
        var (verdict, finding) = (page.IndexOf("class=\"verdict", StringComparison.Ordinal), page.IndexOf("<article", StringComparison.Ordinal));
        Assert.True(verdict > 0 && verdict < finding);
        Assert.Equal(2, page.Split("核对 12 项").Length);
        Assert.Contains("= 95.62%，印 95.31%", page, StringComparison.Ordinal);
        Assert.Contains("width=device-width", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Redirected_output_holds_no_escape_byte_even_if_a_document_does()
    {
        var file = folder.Write("\u001b[31mred.txt", "甲\u001b]0;title\u0007");
        foreach (var args in (string[][])[["check", file], ["check", file, "--format", "html"], ["ingest", file, "--db", folder.Db], ["tables", file, "--format", "md"]])
            Assert.DoesNotContain('\u001b', Run.Of(args).Out);
    }

    [Fact]
    public void A_name_cannot_become_markup()
    {
        var file = folder.Write("<img src=x onerror=alert(1)>.txt", "甲");
        foreach (var args in (string[][])[["check", file, "--format", "html"], ["tables", file, "--format", "html"], ["tables", file, "--format", "md"]])
            Assert.DoesNotContain("<img", Run.Of(args).Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Sarif_names_the_rule_and_the_line()
    {
        using var sarif = JsonDocument.Parse(Run.Of("check", folder.Write("a.txt", "甲"), "--format", "sarif").Out);
        var result = sarif.RootElement.GetProperty("runs")[0].GetProperty("results")[0];
        Assert.Equal(("P-09", "error"), (result.GetProperty("ruleId").GetString(), result.GetProperty("level").GetString()));
        Assert.Equal(9, result.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("region").GetProperty("startLine").GetInt32());
    }

    [Fact]
    public void Throughput_is_printed_with_what_copies_cost()
    {
        var run = Run.Of("bench", "text", folder.Write("a.txt", "甲"), "--rounds", "2", "--copies", "3");
        Assert.Equal(0, run.Code);
        Assert.StartsWith("1 个文件", run.Out, StringComparison.Ordinal);
        Assert.Contains("3 份", run.Out, StringComparison.Ordinal);
    }

    private string Ask(string sql) => JsonDocument.Parse(Run.Of("query", sql, "--db", folder.Db, "--format", "json").Out).RootElement.GetProperty("rows")[0][0].GetString()!;

    private static bool ExampleHas(string help, char c) => help.Split('\n').Any(l => l.Contains(c, StringComparison.Ordinal) && l.StartsWith("  extract ", StringComparison.Ordinal));
}

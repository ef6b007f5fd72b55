using System.Text.Json;
using Extract.Cli.Commands;
using Extract.Tests.Store;

namespace Extract.Tests.Cli;

public sealed class JsonOutputs : IDisposable
{
    private readonly Folder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Every_output_fits_its_published_schema()
    {
        var file = folder.Write("a.txt", "甲");
        var gold = folder.Write("gold/a.json", """{"document":{"title":"自评表"},"self_evaluations":[{"index":1,"project_name":"流动书车","budget":[{"source":"总额","executed":"47.82"}]}]}""");
        Run.Of("ingest", file, "--db", folder.Db);
        var ids = JsonDocument.Parse(Run.Of("query", "select (select id from finding), (select id from fact), (select id from figure)", "--db", folder.Db, "--format", "json").Out).RootElement.GetProperty("rows")[0];
        (string Name, string[] Args)[] outputs =
        [
            ("records", ["records", file]),
            ("tables", ["tables", file]),
            ("check", ["check", file, folder.Path("missing.txt"), "--format", "json"]),
            ("check", ["check", "--db", folder.Db, "--format", "json"]),
            ("checks", ["checks", "--format", "json"]),
            ("ingest", ["ingest", file, folder.Write("empty.txt", ""), folder.Path("missing.txt"), "--db", folder.Path("y.db"), "--json"]),
            ("query", ["query", "--saved", "documents", "--db", folder.Db, "--format", "json"]),
            ("query", ["query", "--list", "--format", "json"]),
            ("show", ["show", ids[0].GetString()!, "--db", folder.Db, "--format", "json"]),
            ("show", ["show", ids[1].GetString()!, "--db", folder.Db, "--format", "json"]),
            ("show", ["show", ids[2].GetString()!, "--db", folder.Db, "--format", "json"]),
            ("evaluate", ["evaluate", gold, "--documents", folder.Path("."), "--format", "json"]),
        ];
        foreach (var (name, args) in outputs)
        {
            using var schema = JsonDocument.Parse(SchemaCommand.Read(name)!);
            using var value = JsonDocument.Parse(Run.Of(args).Out);
            Assert.Equal([], new JsonSchemaSubset(schema.RootElement).Errors(value.RootElement));
        }
        Assert.Equal(SchemaCommand.Names, outputs.Select(o => o.Name).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_value_of_another_type_or_name_breaks_the_schema()
    {
        using var schema = JsonDocument.Parse(SchemaCommand.Read("query")!);
        using var wrong = JsonDocument.Parse("""{"schema":"extract.query/2","columns":[1],"more":true}""");
        Assert.Equal(3, new JsonSchemaSubset(schema.RootElement).Errors(wrong.RootElement).Count);
    }

    [Fact]
    public void Printed_values_stay_strings_and_money_is_in_yuan_beside_them()
    {
        using var records = JsonDocument.Parse(Run.Of("records", folder.Write("a.txt", "甲")).Out);
        var fact = records.RootElement.GetProperty("facts")[0];
        Assert.Equal(("1,096.91", "10969100.00", "元", "万元"), (fact.GetProperty("printed").GetString(), fact.GetProperty("value").GetString(), fact.GetProperty("base_unit").GetString(), fact.GetProperty("unit").GetString()));
        var fund = records.RootElement.GetProperty("self_evaluations")[0].GetProperty("funds")[0];
        Assert.Equal(("50.00", "", "95.31%"), (fund.GetProperty("initial").GetString(), fund.GetProperty("received").GetString(), fund.GetProperty("rate").GetString()));
    }

    [Fact]
    public void The_same_document_is_the_same_bytes_and_chinese_is_not_escaped()
    {
        var file = folder.Write("a.txt", "甲");
        var once = Run.Of("records", file).Out;
        Assert.Equal(once, Run.Of("records", file).Out);
        Assert.Contains("\"project_name\": \"流动书车\"", once, StringComparison.Ordinal);
    }

    [Fact]
    public void Evaluation_counts_cells_and_names_each_difference()
    {
        folder.Write("a.txt", "甲");
        var gold = folder.Write("gold/a-part.json", """{"self_evaluations":[{"index":1,"project_name":"流动 书车","total_score":null,"budget":[{"source":"总额","executed":"47.82","received":null}]}]}""");
        var run = Run.Of("evaluate", gold, "--documents", folder.Path("."), "--details");
        Assert.Equal(0, run.Code);
        var cells = run.Out.Split('\n')[2].Split("  ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Assert.Equal(["a.txt", "2/3", "-", "1/2"], cells[..4]);
        Assert.Contains("self_evaluations[1].funds[1].executed\n    gold  47.82\n    ours  47.81\n", run.Out, StringComparison.Ordinal);
    }
}

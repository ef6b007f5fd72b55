using System.CommandLine;
using System.Globalization;
using System.Text;
using Extract.Cli.Display;
using Extract.Cli.Json;
using Extract.Store;

namespace Extract.Cli.Commands;

/// <summary>extract query: SQL over the store that can only read, and questions kept by name.</summary>
internal static class QueryCommand
{
    public static Command Build(Door door)
    {
        var sql = new Argument<string?>("SQL") { Arity = ArgumentArity.ZeroOrOne, Description = door.Say("一条 select；- 为从标准输入读取", "one select; - reads it from standard input") };
        var saved = new Option<string>("--saved") { HelpName = door.Say("名称", "NAME"), Description = door.Say("用已保存的查询", "use a saved query") };
        var param = new Option<string[]>("--param") { HelpName = "k=v", AllowMultipleArgumentsPerToken = false, Description = door.Say("查询的参数，可多次给出", "a parameter of the query; may be given several times") };
        var list = new Option<bool>("--list") { Description = door.Say("列出已保存的查询", "list the saved queries") };
        var db = Options.Db(door, required: false);
        var format = Options.Format(door, "table", "csv", "json", "md");
        var rows = new Option<int>("--rows") { HelpName = "N", DefaultValueFactory = _ => QueryLimits.Default.Rows, Description = door.Say("最多行数，默认 100000", "rows at most, 100000 if not given") };
        var seconds = new Option<int>("--seconds") { HelpName = "N", DefaultValueFactory = _ => (int)QueryLimits.Default.Time.TotalSeconds, Description = door.Say("最多秒数，默认 30", "seconds at most, 30 if not given") };
        var command = new Verb(
            "query",
            door.Say("以只读方式用 SQL 查询库，或用已保存的查询。", "Queries the store by SQL that can only read, or by a saved query."),
            "extract query --saved execution-rate --param below=90 --db x.db",
            "extract query --list",
            "extract query \"select filer, project_name, total_score from v_self_evaluation\" --db x.db --format csv")
        {
            sql, saved, param, list, db, format, rows, seconds,
        };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(list)) return List(door, parsed.GetValue(format)!);
            var (text, parameters) = Wanted(door, parsed.GetValue(sql), parsed.GetValue(saved), parsed.GetValue(param) ?? []);
            var path = parsed.GetValue(db) ?? throw new UsageException(door.Say("需要 --db", "--db is needed"));
            return Ask(door, path, text, parameters, parsed.GetValue(format)!, new QueryLimits(parsed.GetValue(rows), TimeSpan.FromSeconds(parsed.GetValue(seconds))));
        });
        return command;
    }

    private static (string Sql, Dictionary<string, string> Parameters) Wanted(Door door, string? sql, string? saved, string[] given)
    {
        if (sql is null == saved is null) throw new UsageException(door.Say("给出 SQL，或者给出 --saved，二者取一（--list 列出名称）", "give SQL or --saved, one of the two (--list shows the names)"));
        var parameters = given.Select(g => g.Split('=', 2)).ToDictionary(
            p => p[0], p => p.Length == 2 ? p[1] : throw new UsageException(door.Say($"--param 应写作 k=v：{p[0]}", $"--param is written k=v: {p[0]}")), StringComparer.Ordinal);
        if (saved is null) return (sql == "-" ? new StreamReader(door.In, Encoding.UTF8).ReadToEnd() : sql!, parameters);
        var query = SavedQuery.Named(saved) ?? throw new UsageException(door.Say($"没有名为 {saved} 的查询（--list 列出名称）", $"no saved query is called {saved} (--list shows the names)"));
        foreach (var name in parameters.Keys)
            if (query.Parameters.All(p => p.Name != name)) throw new UsageException(door.Say($"查询 {saved} 没有参数 {name}", $"the query {saved} has no parameter {name}"));
        foreach (var parameter in query.Parameters)
            if (!parameters.ContainsKey(parameter.Name))
                parameters[parameter.Name] = parameter.Default ?? throw new UsageException(door.Say($"查询 {saved} 需要 --param {parameter.Name}=…", $"the query {saved} needs --param {parameter.Name}=…"));
        return (query.Sql, parameters);
    }

    private static int Ask(Door door, string db, string sql, Dictionary<string, string> parameters, string format, QueryLimits limits)
    {
        using var store = StoreReader.Open(db);
        try
        {
            var answer = store.Ask(sql, parameters, limits);
            door.Out.Write(AnswerText.Write(answer, format, door.Width));
            if (answer.Cut) door.Trouble(door.Say($"只给出前 {limits.Rows} 行（--rows 可改）", $"only the first {limits.Rows} rows are given (change by --rows)"));
            return ExitCode.Done;
        }
        catch (QueryException refused)
        {
            door.Trouble(refused.Refusal switch
            {
                Refusal.NotReading => door.Say("查询只能读取，不能写入、附加其他文件或改设置：", "a query can only read; it cannot write, attach other files or change settings: "),
                Refusal.TooLong => door.Say($"查询超过 {limits.Time.TotalSeconds.ToString(CultureInfo.InvariantCulture)} 秒，已停止（--seconds 可改）：", $"the query took more than {limits.Time.TotalSeconds.ToString(CultureInfo.InvariantCulture)} s and was stopped (change by --seconds): "),
                _ => door.Say("查询有误：", "the query is wrong: "),
            } + refused.Message);
            return ExitCode.Usage;
        }
    }

    private static int List(Door door, string format)
    {
        if (format == "json")
        {
            door.Out.Write(JsonOut.Document("query", json => json.Array("saved", SavedQuery.All, query => json.Item(() =>
            {
                json.WriteString("name", query.Name);
                json.WriteString("says", door.DataLanguage == Language.Chinese ? query.Chinese : query.English);
                json.Array("parameters", query.Parameters, p => json.Item(() =>
                {
                    json.WriteString("name", p.Name);
                    if (p.Default is { } value) json.WriteString("default", value);
                    json.WriteString("says", door.DataLanguage == Language.Chinese ? p.Chinese : p.English);
                }));
            }))));
            return ExitCode.Done;
        }
        foreach (var query in SavedQuery.All)
        {
            door.Line($"{query.Name}  {door.Say(query.Chinese, query.English)}");
            foreach (var p in query.Parameters)
                door.Line($"    --param {p.Name}={p.Default ?? "…"}  {door.Say(p.Chinese, p.English)}");
        }
        return ExitCode.Done;
    }
}

using System.Security.Cryptography;
using System.Text;
using Dapper;
using Extract.Store;
using Microsoft.Data.Sqlite;

namespace Extract.Tests.Store;

public sealed class StoreLaws : IDisposable
{
    private readonly Folder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_same_bytes_again_change_no_row()
    {
        using var store = Open("x.db");
        Assert.Equal(Outcome.New, store.Put(Drawn.Submission("a")));
        var before = (store.Digest(), Rows("x.db"));

        Assert.Equal(Outcome.Unchanged, store.Put(Drawn.Submission("a")));
        Assert.True(store.IsCurrent("/in/a.txt", Drawn.Disclosure("a").Document.Sha256, "1"));

        Assert.Equal(before, (store.Digest(), Rows("x.db")));
    }

    [Fact]
    public void The_digest_does_not_know_in_which_order_documents_came()
    {
        using var forwards = Open("forwards.db");
        foreach (var name in new[] { "a", "b", "c" }) forwards.Put(Drawn.Submission(name));
        using var backwards = Open("backwards.db");
        foreach (var name in new[] { "c", "b", "a" }) backwards.Put(Drawn.Submission(name, path: $"/elsewhere/{name}.txt"));

        Assert.Equal(forwards.Digest(), backwards.Digest());
    }

    [Fact]
    public void The_digest_is_the_sha256_of_the_lines_it_is_made_of()
    {
        using var store = Open("x.db");
        store.Put(Drawn.Submission("a"));
        store.Put(Drawn.Submission("b"));
        var sql = SavedQuery.Named("digest")!.Sql.Replace("sha256_of_lines(line) as digest", "line", StringComparison.Ordinal);

        using var connection = Connect("x.db");
        var lines = connection.Query<string>(sql).ToArray();

        Assert.True(lines.Length > 30);
        var expected = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + "\n")))));
        Assert.Equal((expected, expected), (store.Digest(), store.Digest()));
    }

    [Fact]
    public void The_digest_knows_every_value_of_a_fund()
    {
        using var one = Open("one.db");
        one.Put(Drawn.Submission("a"));
        using var other = Open("other.db");
        other.Put(Drawn.Submission("a", executed: "47.82"));

        Assert.NotEqual(one.Digest(), other.Digest());
    }

    [Fact]
    public void Other_bytes_at_the_same_path_replace_the_old_facts_and_leave_the_digest_of_a_fresh_store()
    {
        using var store = Open("x.db");
        store.Put(Drawn.Submission("old", path: "/in/budget.txt"));
        Assert.Equal(Outcome.Changed, store.Put(Drawn.Submission("new", path: "/in/budget.txt")));

        using var fresh = Open("fresh.db");
        fresh.Put(Drawn.Submission("new", path: "/in/budget.txt"));
        Assert.Equal(fresh.Digest(), store.Digest());
        Assert.Equal(1, Scalar("x.db", "select count(*) from replaced_version"));
        Assert.Equal(0, Scalar("x.db", "select count(*) from filer where id not in (select filer_id from document)"));
    }

    [Fact]
    public void Bytes_that_another_path_still_holds_stay()
    {
        using var store = Open("x.db");
        store.Put(Drawn.Submission("same", path: "/in/one.txt"));
        Assert.Equal(Outcome.Unchanged, store.Put(Drawn.Submission("same", path: "/in/two.txt")));
        store.Put(Drawn.Submission("other", path: "/in/one.txt"));

        Assert.Equal(2, Scalar("x.db", "select count(*) from document"));
        Assert.Equal(2, Scalar("x.db", "select count(*) from document_file"));
    }

    [Fact]
    public void A_newer_reader_replaces_what_the_older_one_read_and_keeps_every_path()
    {
        using var store = Open("x.db");
        store.Put(Drawn.Submission("a", path: "/in/one.txt"));
        store.Put(Drawn.Submission("a", path: "/in/two.txt"));
        Assert.Equal(Outcome.Changed, store.Put(Drawn.Submission("a", path: "/in/one.txt", version: "2", executed: "48.00")));

        Assert.Equal(1, Scalar("x.db", "select count(*) from fund"));
        Assert.Equal(480_000_000, Scalar("x.db", "select executed_li from fund"));
        Assert.Equal(2, Scalar("x.db", "select count(*) from document_file"));
        Assert.True(store.IsCurrent("/in/two.txt", Drawn.Disclosure("a").Document.Sha256, "2"));
    }

    [Fact]
    public void A_failed_document_leaves_its_error_and_no_facts()
    {
        using var store = Open("x.db");
        store.Put(Drawn.Submission("good", path: "/in/a.txt"));
        var failed = new FailedSubmission("/in/a.txt", "a.txt", "1", new string('f', 64), "", new Failure("read", "EX1002", "不是文本", "not text"));
        Assert.Equal(Outcome.Failed, store.Put(failed));
        var digest = store.Digest();
        Assert.Equal(Outcome.Failed, store.Put(failed));

        Assert.Equal(digest, store.Digest());
        Assert.Equal(0, Scalar("x.db", "select (select count(*) from fact) + (select count(*) from figure) + (select count(*) from finding)"));
        Assert.Equal(1, Scalar("x.db", "select count(*) from document where status = 'failed' and failed_code = 'EX1002' and failed_stage = 'read' and reader_version = '1'"));
    }

    [Fact]
    public void A_file_that_cannot_be_opened_is_named_until_it_can_be()
    {
        using var store = Open("x.db");
        store.Put(new FailedSubmission("/in/a.txt", "a.txt", "1", null, "", new Failure("open", "denied", "没有权限", "permission denied")));
        Assert.Equal(1, Scalar("x.db", "select count(*) from unreadable_file"));
        store.Put(Drawn.Submission("a", path: "/in/a.txt"));
        Assert.Equal(0, Scalar("x.db", "select count(*) from unreadable_file"));
    }

    [Fact]
    public void Trouble_in_the_middle_of_a_document_leaves_nothing_of_it()
    {
        using var store = DisclosureStore.Open(folder.Path("x.db"), finding => finding.Check == "P-09" ? throw new InvalidOperationException("in the middle") : default);
        Assert.Throws<InvalidOperationException>(() => store.Put(Drawn.Submission("a")));

        foreach (var table in new[] { "document", "document_file", "filer", "form_table", "cell", "fact", "figure", "self_evaluation", "fund", "indicator", "check_run" })
            Assert.Equal(0, Scalar("x.db", $"select count(*) from {table}"));
    }

    [Fact]
    public void Eight_writers_of_the_same_documents_leave_what_one_would_have_left()
    {
        using var alone = Open("alone.db");
        foreach (var i in Enumerable.Range(0, 6)) alone.Put(Drawn.Submission($"d{i}"));

        Parallel.For(0, 8, new ParallelOptions { MaxDegreeOfParallelism = 8 }, writer =>
        {
            using var store = Open("shared.db");
            foreach (var i in Enumerable.Range(0, 6)) store.Put(Drawn.Submission($"d{(i + writer) % 6}"));
        });

        using var shared = Open("shared.db");
        Assert.Equal(alone.Digest(), shared.Digest());
        Assert.Equal(Rows("alone.db"), Rows("shared.db"));
    }

    [Fact]
    public void Every_row_with_a_number_has_its_print_value_unit_decimals_and_place()
    {
        using var store = Open("x.db");
        store.Put(Drawn.Submission("a"));

        using var connection = Connect("x.db");
        Assert.Equal(
            ("1,096.91", "10969100.00", 10969100000L, "元", "万元", 2L, """{"page":1,"line":3,"columns":[9,16]}"""),
            connection.QuerySingle<(string, string, long, string, string, long, string)>("select printed, value, li, base_unit, unit, decimals, place from fact"));
        Assert.Equal(("4.51", "-0.0451", "1", "%", 2L), connection.QuerySingle<(string, string, string, string, long)>("select printed, value, base_unit, unit, decimals from figure where kind = 'growth'"));
        Assert.Equal(("47.81", 478100000L, "95.31%", "0.9531", 2L), connection.QuerySingle<(string, long, string, string, long)>("select executed, executed_li, rate, rate_value, rate_decimals from fund"));
        Assert.Equal(("95.62", "100"), connection.QuerySingle<(string, string)>("select r.rate_computed, s.total_weight from v_execution_rate r, v_self_evaluation s"));
    }

    private DisclosureStore Open(string name) => DisclosureStore.Open(folder.Path(name), Drawn.Sentences);

    private SqliteConnection Connect(string name) => new($"Data Source={folder.Path(name)};Mode=ReadOnly;Pooling=False");

    private long Scalar(string name, string sql)
    {
        using var connection = Connect(name);
        return connection.ExecuteScalar<long>(sql);
    }

    private long Rows(string name)
    {
        using var connection = Connect(name);
        return connection.Query<string>("select name from sqlite_master where type = 'table'").Sum(table => connection.ExecuteScalar<long>($"select count(*) from \"{table}\""));
    }
}

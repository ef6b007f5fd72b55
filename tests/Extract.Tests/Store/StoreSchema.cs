using Dapper;
using Extract.Store;
using Microsoft.Data.Sqlite;

namespace Extract.Tests.Store;

public sealed class StoreSchema : IDisposable
{
    private readonly Folder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_script_changed_after_it_was_applied_is_refused()
    {
        DisclosureStore.Open(folder.Db, Drawn.Sentences).Dispose();
        Execute("update schema_version set sha256 = 'another' || substr(sha256, 8) where number = 2");

        var refused = Assert.Throws<StoreException>(() => DisclosureStore.Open(folder.Db, Drawn.Sentences));
        Assert.Contains("0002_tables_and_figures.sql", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_store_of_a_newer_program_is_refused()
    {
        DisclosureStore.Open(folder.Db, Drawn.Sentences).Dispose();
        Execute("insert into schema_version values (9999, '9999_future.sql', 'x')");

        Assert.Contains("9999", Assert.Throws<StoreException>(() => DisclosureStore.Open(folder.Db, Drawn.Sentences)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_store_is_refused_and_left_alone()
    {
        folder.Write("x.db", "这不是数据库，只是一段文字，长到足以被当作文件头来读。这不是数据库，只是一段文字，长到足以被当作文件头来读。");
        Assert.Throws<StoreException>(() => DisclosureStore.Open(folder.Db, Drawn.Sentences));
        Assert.Throws<StoreException>(() => StoreReader.Open(folder.Db));
        Assert.StartsWith("这不是数据库", File.ReadAllText(folder.Db), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_saved_query_runs_says_what_it_is_in_both_languages_and_answers_with_rows()
    {
        using (var store = DisclosureStore.Open(folder.Db, Drawn.Sentences)) store.Put(Drawn.Submission("a"));
        Assert.True(SavedQuery.All.Count >= 10);
        Assert.All(SavedQuery.All, query =>
        {
            Assert.NotEmpty(query.Chinese);
            Assert.NotEmpty(query.English);
            using var reader = StoreReader.Open(folder.Db);
            var answer = reader.Ask(query.Sql, query.Parameters.ToDictionary(p => p.Name, p => p.Default!), QueryLimits.Default);
            Assert.NotEmpty(answer.Rows);
        });
    }

    [Theory]
    [InlineData("delete from fact")]
    [InlineData("update fund set executed_li = 0")]
    [InlineData("drop table cell")]
    [InlineData("create table mine (x)")]
    [InlineData("attach database '/tmp/other.db' as other")]
    [InlineData("pragma query_only = off")]
    [InlineData("pragma journal_mode = delete")]
    [InlineData("select 1; delete from fact")]
    [InlineData("with doomed as (select 1) insert into filer (name) select 'x'")]
    [InlineData("vacuum into '/tmp/copy.db'")]
    public void Whatever_a_query_says_it_writes_nothing(string sql)
    {
        string before;
        using (var store = DisclosureStore.Open(folder.Db, Drawn.Sentences))
        {
            store.Put(Drawn.Submission("a"));
            before = store.Digest();
        }
        using var reader = StoreReader.Open(folder.Db);
        var refused = Assert.Throws<QueryException>(() => reader.Ask(sql, new Dictionary<string, string>(), QueryLimits.Default));
        Assert.Equal(Refusal.NotReading, refused.Refusal);
        using var after = DisclosureStore.Open(folder.Db, Drawn.Sentences);
        Assert.Equal(before, after.Digest());
    }

    [Fact]
    public void An_endless_query_ends_and_a_long_answer_is_cut()
    {
        DisclosureStore.Open(folder.Db, Drawn.Sentences).Dispose();
        const string Endless = "with recursive n(i) as (select 1 union all select i + 1 from n) select {0} from n";
        using var reader = StoreReader.Open(folder.Db);
        var limits = new QueryLimits(10, TimeSpan.FromMilliseconds(200));
        Assert.Equal(Refusal.TooLong, Assert.Throws<QueryException>(() => reader.Ask(Endless.Replace("{0}", "count(*)", StringComparison.Ordinal), new Dictionary<string, string>(), limits)).Refusal);

        using var second = StoreReader.Open(folder.Db);
        var answer = second.Ask(Endless.Replace("{0}", "i", StringComparison.Ordinal), new Dictionary<string, string>(), limits);
        Assert.True(answer.Cut);
        Assert.Equal(10, answer.Rows.Count);
    }

    private void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={folder.Db};Pooling=False");
        connection.Execute(sql);
    }
}

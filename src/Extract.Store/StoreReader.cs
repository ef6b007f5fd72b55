using Dapper;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Extract.Store;

/// <summary>Rows of an answer, as SQLite gave them: null, long, double, string or bytes.</summary>
/// <param name="Columns">Names in order.</param>
/// <param name="Rows">Rows in order.</param>
/// <param name="Cut">True where there were more rows than asked for.</param>
public sealed record Answer(IReadOnlyList<string> Columns, IReadOnlyList<object?[]> Rows, bool Cut);

/// <summary>How much an answer may take.</summary>
/// <param name="Rows">Rows given at most.</param>
/// <param name="Time">Time taken at most.</param>
public readonly record struct QueryLimits(int Rows, TimeSpan Time)
{
    /// <summary>100,000 rows, 30 seconds.</summary>
    public static readonly QueryLimits Default = new(100_000, TimeSpan.FromSeconds(30));
}

/// <summary>Why a query gave no answer.</summary>
public enum Refusal
{
    /// <summary>SQLite does not understand it.</summary>
    Wrong,

    /// <summary>It would have written, attached or set something.</summary>
    NotReading,

    /// <summary>It took longer than allowed.</summary>
    TooLong,
}

/// <summary>A query gave no answer.</summary>
public sealed class QueryException : Exception
{
    /// <summary>Says why, and what SQLite said.</summary>
    public QueryException(Refusal refusal, string message, Exception? cause = null)
        : base(message, cause) => Refusal = refusal;

    /// <summary>Says what SQLite said.</summary>
    public QueryException(string message)
        : base(message)
    {
    }

    /// <summary>Says what SQLite said.</summary>
    public QueryException(string message, Exception cause)
        : base(message, cause)
    {
    }

    /// <summary>For serialisers.</summary>
    public QueryException()
    {
    }

    /// <summary>Why.</summary>
    public Refusal Refusal { get; }
}

/// <summary>The store, open for reading only.</summary>
public sealed class StoreReader : IDisposable
{
    private readonly SqliteConnection connection;

    private StoreReader(SqliteConnection connection) => this.connection = connection;

    /// <summary>Opens an existing store.</summary>
    /// <exception cref="StoreException">There is none at the path, or it is no store.</exception>
    public static StoreReader Open(string path)
    {
        try
        {
            var connection = Connections.OpenForReading(path);
            connection.ExecuteScalar<long>("select count(*) from schema_version");
            return new StoreReader(connection);
        }
        catch (FileNotFoundException missing)
        {
            throw new StoreException($"{path}: no such file", missing);
        }
        catch (SqliteException trouble)
        {
            throw new StoreException($"{path}: {trouble.Message}", trouble);
        }
    }

    /// <summary>The rows of the program's own query, unguarded and whole.</summary>
    public IReadOnlyList<T> Read<T>(string sql, object? parameters = null) => connection.Query<T>(sql, parameters).AsList();

    /// <summary>Answers anyone's query; nothing can be written, whatever it says.</summary>
    /// <exception cref="QueryException">It was refused, wrong or too slow.</exception>
    public Answer Ask(string sql, IReadOnlyDictionary<string, string> parameters, QueryLimits limits)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        QueryGuard.Set(connection, limits.Time);
        try
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            foreach (var (name, value) in parameters) command.Parameters.AddWithValue("@" + name, value);
            using var reader = command.ExecuteReader();
            var answer = Rows(reader, limits.Rows);
            // What stands behind a semicolon is looked at only now, and refused for what it is.
            return reader.NextResult() ? throw new QueryException(Refusal.Wrong, "one statement at a time") : answer;
        }
        catch (SqliteException trouble)
        {
            throw Refused(trouble);
        }
        catch (InvalidOperationException trouble)
        {
            // A parameter that the query names and nobody gave.
            throw new QueryException(Refusal.Wrong, trouble.Message, trouble);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => connection.Dispose();

    private static Answer Rows(SqliteDataReader reader, int most)
    {
        var columns = Enumerable.Range(0, reader.FieldCount).Select(reader.GetName).ToArray();
        var rows = new List<object?[]>();
        while (reader.Read())
        {
            if (rows.Count == most) return new Answer(columns, rows, Cut: true);
            var row = new object?[columns.Length];
            for (var i = 0; i < row.Length; i++) row[i] = reader.IsDBNull(i) ? null : reader.GetValue(i);
            rows.Add(row);
        }
        return new Answer(columns, rows, Cut: false);
    }

    private static QueryException Refused(SqliteException trouble)
    {
        var refusal = trouble.SqliteErrorCode switch
        {
            raw.SQLITE_AUTH or raw.SQLITE_READONLY => Refusal.NotReading,
            raw.SQLITE_INTERRUPT => Refusal.TooLong,
            _ => Refusal.Wrong,
        };
        return new QueryException(refusal, trouble.Message, trouble);
    }
}

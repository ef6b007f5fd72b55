using System.Security.Cryptography;
using System.Text;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Extract.Store;

/// <summary>The two ways into the file: one that writes and one that cannot.</summary>
internal static class Connections
{
    /// <summary>How long a process waits for another's transaction. One document is written in well under a second.</summary>
    private const int SecondsToWait = 120;

    static Connections() => SQLitePCL.Batteries_V2.Init();

    public static SqliteConnection OpenForWriting(string path)
    {
        var connection = Open(path, SqliteOpenMode.ReadWriteCreate);
        // Readers go on reading while a document is written; after a crash the last whole document stands.
        connection.Execute("pragma journal_mode = wal; pragma synchronous = normal; pragma foreign_keys = on;");
        return connection;
    }

    public static SqliteConnection OpenForReading(string path)
    {
        if (!File.Exists(path)) throw new FileNotFoundException("no such store", path);
        var connection = Open(path, SqliteOpenMode.ReadOnly);
        connection.Execute("pragma query_only = on;");
        return connection;
    }

    private static SqliteConnection Open(string path, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = mode,
            DefaultTimeout = SecondsToWait,
            // A pooled connection would keep the file open after the store is closed.
            Pooling = false,
        }.ToString());
        connection.Open();
        connection.CreateAggregate<string, IncrementalHash?, string>("sha256_of_lines", null, Append, Finished);
        return connection;
    }

    private static IncrementalHash Append(IncrementalHash? hash, string line)
    {
        hash ??= IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(line + "\n"));
        return hash;
    }

    // Not disposed: the accumulator of one query is handed to the next, and reset is all it needs.
    private static string Finished(IncrementalHash? hash) => Convert.ToHexStringLower(hash?.GetHashAndReset() ?? SHA256.HashData([]));
}
